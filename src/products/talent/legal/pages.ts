/**
 * The legal pages as settings: which are open, and what stands in them.
 *
 * Documented (talent-technical.md, "Pages Légales"; DECISIONS.md §5): keys `terms, privacy, about, cookies, mentions`, each also as
 * `*_page`; a page whose key is missing is closed, but for the one about us. A text in another language than French has the key of its page
 * with the language behind it: `terms_en`.
 */
import { parse } from 'marked';
import { Type } from 'typebox';
import { failure } from '#kernel/failure.ts';
import type { Language } from '#kernel/message.ts';
import { cleanMarkup } from '#kernel/page/html.tsx';
import { defineSetting, type Settings } from '#kernel/settings.ts';
import { faceOf, type SiteFace, siteSettings } from '#kernel/site-face.ts';
import { editor as m } from './editor-messages.ts';

export const LEGAL_PAGES = ['terms', 'privacy', 'about', 'cookies', 'mentions'] as const;
export type LegalPage = (typeof LEGAL_PAGES)[number];
export const isLegalPage = (name: string): name is LegalPage => (LEGAL_PAGES as readonly string[]).includes(name);

export const ADDRESSES: Readonly<Record<LegalPage, string>> = {
  terms: '/legal/terms',
  privacy: '/legal/privacy',
  about: '/about',
  cookies: '/legal/cookies',
  mentions: '/legal/mentions',
};

/** Until an administrator says otherwise people can read what registration asks them to agree to. */
const AS_SHIPPED = { terms: true, privacy: true, about: true, cookies: false, mentions: false };
export const LEGAL_ENABLED = defineSetting({
  key: 'legal_pages_enabled',
  schema: Type.Record(Type.String(), Type.Boolean()),
  fallback: AS_SHIPPED as Record<string, boolean>,
});

const MAX_STORED = 300_000;
const texts = (key: string) =>
  defineSetting({
    key,
    schema: Type.Record(Type.String(), Type.String({ maxLength: MAX_STORED })),
    fallback: {} as Record<string, string>,
  });
/** Clean HTML by page. */
export const LEGAL_TEXTS = texts('legal_pages');
/** What was typed where it was Markdown, to be changed again. */
export const LEGAL_SOURCES = texts('legal_sources');

export type Opened = Readonly<Record<string, boolean>>;
export type Texts = Readonly<Record<string, string>>;

export const isOpen = (opened: Opened, page: LegalPage): boolean => opened[page] ?? opened[`${page}_page`] ?? page === 'about';

export const keyOf = (page: LegalPage, language: Language): string => (language === 'fr' ? page : `${page}_${language}`);

/** What stands under the page in exactly this language; null when nobody wrote it. */
export function textIn(all: Texts, page: LegalPage, language: Language): string | null {
  const text = all[keyOf(page, language)] ?? (language === 'fr' ? all[`${page}_page`] : undefined);
  return text?.trim() ? text : null;
}

/** The text for a reader: in their language, else in French. */
export function textFor(all: Texts, page: LegalPage, language: Language): { readonly html: string; readonly language: Language } | null {
  for (const spoken of new Set<Language>([language, 'fr'])) {
    const html = textIn(all, page, spoken);
    if (html) return { html, language: spoken };
  }
  return null;
}

/** All of them with one replaced, or without it; the other documented spelling of the key goes. */
export function withText(all: Texts, page: LegalPage, language: Language, html: string | null): Record<string, string> {
  const spellings = [keyOf(page, language), ...(language === 'fr' ? [`${page}_page`] : [])];
  const others = Object.fromEntries(Object.entries(all).filter(([key]) => !spellings.includes(key)));
  return html === null ? others : { ...others, [keyOf(page, language)]: html };
}

const closedAddresses = (opened: Opened): readonly string[] =>
  LEGAL_PAGES.filter((page) => !isOpen(opened, page)).map((page) => ADDRESSES[page]);

/** The face of the site, and which of its pages are closed: one question for every page that is sent. */
export async function readSiteFace(settings: Pick<Settings, 'read'>): Promise<SiteFace> {
  const { opened, ...face } = await settings.read({ ...siteSettings, opened: LEGAL_ENABLED });
  return faceOf(face, closedAddresses(opened));
}

/** For the map of the site. */
export const openAddresses = async (settings: Pick<Settings, 'get'>): Promise<readonly string[]> => {
  const opened = await settings.get(LEGAL_ENABLED);
  return LEGAL_PAGES.filter((page) => isOpen(opened, page)).map((page) => ADDRESSES[page]);
};

export const FORMATS = ['markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** What was typed, as it is stored and shown; `removed` names what may not stand in a page. Refuses what becomes far more than was typed. */
export function cleanText(format: Format, source: string): { readonly html: string; readonly removed: readonly string[] } {
  const { html, removed, isTooMuch } = cleanMarkup(format === 'markdown' ? parse(source, { async: false }) : source);
  if (isTooMuch || html.length > MAX_STORED) throw failure.field('text', m.tooMuch, {}, 'max_length');
  return { html: html.trim(), removed };
}
