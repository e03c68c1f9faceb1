import type { ReactElement } from 'react';
import { Tabs } from '#kernel/page/trails.tsx';
import { tabs as m } from './labels.ts';
import { GALLERY, REVIEW, ROOT, STATISTICS, WEBHOOKS } from './tools.ts';

/** The rooms of the studio. `toReview` is how many pictures wait for a judgement. */
export const StudioTabs = ({ toReview }: { toReview: number }): ReactElement => (
  <Tabs
    label={m.label}
    items={[
      { label: m.create, href: ROOT, icon: 'sparkles' },
      { label: m.review, href: REVIEW, icon: 'eye', ...(toReview > 0 ? { count: toReview } : {}) },
      { label: m.gallery, href: GALLERY, icon: 'grid' },
      { label: m.statistics, href: STATISTICS, icon: 'chart' },
      { label: m.webhooks, href: WEBHOOKS, icon: 'link' },
    ]}
  />
);
