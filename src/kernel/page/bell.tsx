/** The way to what a reader was told. A link; with a script it counts what is unread and shows the latest where one is. */
import type { ReactElement } from 'react';
import { usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';
import type { Navigation } from './navigation.ts';

/** A frame has two: the sidebar's and the one of phones. The page renders no count: it would cost every page a look at the database. */
export function Bell({ navigation }: { navigation: Navigation }): ReactElement | null {
  const t = useT();
  const { viewer, path } = usePage();
  if (!viewer || !navigation.notices) return null;
  return (
    <Island name="bell" inline>
      <a
        className="button button-quiet button-square bell"
        href={navigation.notices}
        aria-label={t(m.notices)}
        aria-current={path === navigation.notices ? 'page' : undefined}
      >
        <Icon name="bell" />
      </a>
    </Island>
  );
}
