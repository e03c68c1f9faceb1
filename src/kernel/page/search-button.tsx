/** The visible way to search. Without a script it opens the search page; with it, the palette (⌘K). */
import type { ReactElement } from 'react';
import { usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';
import { type Navigation, openTo } from './navigation.ts';

export function SearchButton({ navigation, look }: { navigation: Navigation; look: 'field' | 'icon' }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  const { search } = navigation;
  if (!search?.access.allows(viewer)) return null;
  const pages = [...openTo(navigation.rooms, viewer), ...openTo(navigation.account, viewer)].map(({ href, label }) => ({
    href,
    label: t(label),
  }));
  const people = search.people?.access.allows(viewer) ? { source: search.people.source, href: search.people.href } : null;
  const texts = { label: t(m.search), placeholder: t(m.searchEverywhere), pages: t(m.searchPages), people: t(m.searchPeople) };
  const states = { nothing: t(m.searchNothing), failed: t(m.searchFailed), loading: t(m.loading), close: t(m.close) };
  const shown =
    look === 'field' ? (
      <a className="search-button" href={search.action} data-palette>
        <Icon name="search" />
        <span>{t(m.search)}</span>
        <kbd>⌘K</kbd>
      </a>
    ) : (
      <a className="button button-quiet button-square" href={search.action} aria-label={t(m.search)} data-palette>
        <Icon name="search" />
      </a>
    );
  // One palette serves both buttons: the icon of phones only opens it.
  if (look === 'icon') return shown;
  return (
    <Island name="palette" props={{ pages, people, texts: { ...texts, ...states } }}>
      {shown}
    </Island>
  );
}
