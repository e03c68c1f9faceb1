/** What every page of publications has above it: its title, and the other rooms. */
import type { ReactElement, ReactNode } from 'react';
import { PageHeader } from '#kernel/page/components.tsx';
import type { Text } from '#kernel/page/context.tsx';
import { usePage } from '#kernel/page/context.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import { rooms as m } from './messages.ts';
import { ROOT } from './requests.ts';

interface RoomProps {
  readonly title: Text;
  readonly lead?: Text;
  /** Whether platforms are played here: their feed has a page then. */
  readonly isPlayed: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Room({ title, lead, isPlayed, actions, children }: RoomProps): ReactElement {
  const { path } = usePage();
  const tab = (label: Text, place: string) => ({ label, href: ROOT + place, current: path === ROOT + place });
  const tabs = [
    { ...tab(m.calendar, ''), icon: 'calendar' },
    { ...tab(m.schedules, '/schedules'), icon: 'refresh' },
    { ...tab(m.statistics, '/statistics'), icon: 'chart' },
    { ...tab(m.connections, '/connections'), icon: 'link' },
  ] as const;
  return (
    <>
      <PageHeader title={title} {...(lead ? { lead } : {})}>
        {actions}
      </PageHeader>
      <Tabs label={m.rooms} items={isPlayed ? [...tabs, { ...tab(m.simulated, '/simulated'), icon: 'masks' }] : tabs} />
      {children}
    </>
  );
}
