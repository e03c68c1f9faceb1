/**
 * What every component of a page may know: who reads, in which language, where.
 *
 * Words: a *text* is a `Message` of a room, a string that was said already, or *data*: what needs no translation (a name, a title).
 * `usePage()` gives the page, `useT()` speaks texts in the reader's language.
 */
import { createContext, useContext } from 'react';
import type { Viewer } from '../http/access.ts';
import { type Language, type Message, type Params, say } from '../message.ts';
import type { SiteFace } from '../site-face.ts';
import type { Flash } from './flash.ts';
import type { PageKeys } from './keys-help.tsx';

export type Theme = 'light' | 'dark' | 'system';
/** A name, a title that somebody gave: it needs no translation, and pages mark it so (`Data`). */
export interface Datum {
  readonly data: string;
}
export type Text = Message | Datum | string;
export const isData = (text: Text): text is Datum => typeof text === 'object' && 'data' in text;

export interface Page {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly theme: Theme;
  readonly viewer: Viewer | null;
  /** The token a form must carry; `Form` does it. Reading it gives a stranger a guest cookie, so read it only for a form. */
  readonly csrf: string;
  /** Path and query as asked, `/talents?page=2`. */
  readonly url: string;
  readonly path: string;
  /** The room of the navigation that the path is in; where every trail begins. */
  readonly room?: { readonly label: Text; readonly href: string } | undefined;
  readonly query: URLSearchParams;
  readonly flash: readonly Flash[];
  readonly siteName: string;
  readonly face: SiteFace;
  /** Of the site as the world reaches it, `https://…`, for addresses that leave it. */
  readonly origin: string;
  /** Where this page is explained; the "?" beside its title leads there. */
  readonly help?: string | null;
  /** Address of a built file: `asset('studio.css')`. */
  asset(name: string): string;
  /** What the keys of this page do; `KeysHelp` tells it, the frame shows it. */
  readonly keys: PageKeys[];
  /** Asks for an island's script on this page; `Island` does it. */
  need(island: string): void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('A component that speaks to the reader was rendered outside a page: use pages.send');
  return page;
}

/** Speaks a text in the reader's language; a plain string and data are left as they are. */
export type Speak = (text: Text, params?: Params) => string;

export function useT(): Speak {
  const { language } = usePage();
  return (text, params) => (typeof text === 'string' ? text : isData(text) ? text.data : say(text, language, params));
}

/** The current address with some query values replaced; `null` removes one. Going elsewhere in a list starts at its first page. */
export function useHref(): (changes: Readonly<Record<string, string | number | null>>) => string {
  const { path, query } = usePage();
  return (changes) => {
    const next = new URLSearchParams(query);
    if (!('page' in changes)) next.delete('page');
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, String(value));
    }
    const text = next.toString();
    return text ? `${path}?${text}` : path;
  };
}

/** Joins class names, skipping what is absent. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
