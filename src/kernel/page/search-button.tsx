/** The visible way to search. Without a script it opens the search page; with it, the palette (⌘K). */
import type { ReactElement, ReactNode } from 'react';
import { LANGUAGES } from '../message.ts';
import { usePage, useT } from './context.tsx';
import { everywhereMessages as m } from './everywhere-messages.ts';
import { Icon } from './icons.tsx';
import { Island } from './islands.tsx';
import { roomKeys } from './keys-help.tsx';
import { LANGUAGE_NAMES, pageMessages } from './messages.ts';
import { type Navigation, type NavigationItem, openTo } from './navigation.ts';
import { preferenceHref } from './preferences.ts';

export function SearchButton({ navigation, look }: { navigation: Navigation; look: 'field' | 'icon' }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  const { search } = navigation;
  if (!viewer || !search?.access.allows(viewer)) return null;
  const shown =
    look === 'field' ? (
      <a className="search-button" href={search.action} data-palette>
        <Icon name="search" />
        <span>{t(pageMessages.search)}</span>
        <kbd>⌘K</kbd>
      </a>
    ) : (
      <a className="button button-quiet button-square" href={search.action} aria-label={t(pageMessages.search)} data-palette>
        <Icon name="search" />
      </a>
    );
  // One palette serves both buttons: the icon of phones only opens it.
  return look === 'icon' ? shown : <Palette navigation={navigation}>{shown}</Palette>;
}

/** With what the palette knows by itself; what rooms hold it asks for. */
function Palette({ navigation, children }: { navigation: Navigation; children: ReactNode }): ReactElement {
  const t = useT();
  const { language, theme, url, viewer } = usePage();
  const entries = (items: readonly NavigationItem[]) => openTo(items, viewer).map(({ href, label }) => ({ href, label: t(label) }));
  const themes = [
    { name: 'light', label: m.themeLight },
    { name: 'dark', label: m.themeDark },
  ] as const;
  const acts = [
    ...entries(navigation.acts ?? []),
    ...themes
      .filter(({ name }) => name !== theme)
      .map(({ name, label }) => ({ href: preferenceHref({ theme: name }, url), label: t(label), theme: name })),
    ...LANGUAGES.filter((each) => each !== language).map((each) => ({
      href: preferenceHref({ lang: each }, url),
      label: t(m.languageTo, { name: LANGUAGE_NAMES[each] }),
    })),
    { href: navigation.signOut, label: t(pageMessages.signOut) },
  ];
  const texts = { label: t(m.label), placeholder: t(m.placeholder), acts: t(m.acts), pages: t(m.pages), recent: t(m.recent) };
  const states = { nothing: t(m.nothing), failed: t(m.failed), results: t(m.results, { count: '{count}' }), close: t(pageMessages.close) };
  const props = {
    account: viewer?.accountId,
    source: `${navigation.search?.action}/hits`,
    ...{ acts, pages: [...entries(navigation.rooms), ...entries(navigation.account)] },
    go: Object.fromEntries(roomKeys(navigation, viewer).map(({ letter, href }) => [letter, href])),
    texts: { ...texts, ...states },
  };
  return (
    <Island name="palette" props={props}>
      {children}
    </Island>
  );
}
