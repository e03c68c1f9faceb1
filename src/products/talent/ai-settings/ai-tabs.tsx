/** The administration, and in it the two sides of artificial intelligence: answers in words, pictures. */
import type { ReactElement } from 'react';
import type { Message } from '#kernel/message.ts';
import { PageHeader } from '#kernel/page/components.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { AI_IMAGES, AI_SETTINGS } from './addresses.ts';
import { sides } from './labels.ts';
import { m } from './messages.ts';

/** A form that was sent back keeps its own address: the side is told, not read from it. */
export const AiHeader = ({ side, lead }: { side: 'texts' | 'images'; lead: Message }): ReactElement => (
  <>
    <PageHeader title={m.title} lead={lead} />
    <AdminTabs />
    <Tabs
      label={sides.label}
      items={[
        { label: sides.texts, href: AI_SETTINGS, icon: 'message', current: side === 'texts' },
        { label: sides.images, href: AI_IMAGES, icon: 'image', current: side === 'images' },
      ]}
    />
  </>
);
