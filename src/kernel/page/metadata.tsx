/**
 * What a page says to those who never look at it: search engines, and the chats a link is sent to.
 *
 *   pages.send(request, reply, { title, body, metadata: { description, card: { path: '/castings/card.png' }, things: [organization(…)] } })
 *
 * Hides the tags of the head, the addresses of a page in each language, and how things described in the words of schema.org stand in
 * a document whose scripts may not stand in it: a data block is never run, so the content security policy has nothing to say about it.
 * A page without metadata is for people alone: engines are told not to keep it. Words: a *thing* is what schema.org describes; a *card*
 * is the picture a chat shows beside a link.
 */
import type { ReactElement } from 'react';
import { LANGUAGES, type Language } from '../message.ts';
import { type Page, usePage } from './context.tsx';

/** Something as schema.org describes it. */
export interface Thing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

export interface Metadata {
  /** One or two sentences in the reader's language. */
  readonly description: string;
  /** Of this page, without a language; default: the path that was asked, without its query. */
  readonly path?: string;
  readonly kind?: 'website' | 'article' | 'profile';
  /** 1200 × 630, drawn in the language of the page. */
  readonly card?: { readonly path: string; readonly text?: string };
  readonly things?: readonly Thing[];
  /** Shown in chats, kept out of search engines: what is over, what its people did not agree to show. */
  readonly isUnlisted?: boolean;
}

/** The size every network asks for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr_FR', en: 'en_GB', ar: 'ar_AR' };

/** The same page in one language, whatever the reader prefers: `/castings?lang=ar`. */
export function inLanguage(path: string, language: Language): string {
  const [base = '', search = ''] = path.split('?');
  const query = new URLSearchParams(search);
  query.set('lang', language);
  return `${base}?${query.toString()}`;
}

export function MetadataTags({ title, metadata }: { title: string; metadata: Metadata | undefined }): ReactElement {
  if (!metadata) return <meta name="robots" content="noindex" />;
  return (
    <>
      <meta name="description" content={metadata.description} />
      {metadata.isUnlisted ? <meta name="robots" content="noindex" /> : <Addresses metadata={metadata} />}
      <CardTags title={title} metadata={metadata} />
    </>
  );
}

const pathOf = ({ path }: Metadata, page: Page): string => path ?? page.path;

/** The one address of what is shown: of the language when it was asked for by the address, else of the page in any language. */
function canonicalOf(metadata: Metadata, page: Page): string {
  const path = pathOf(metadata, page);
  return page.origin + (page.query.get('lang') === page.language ? inLanguage(path, page.language) : path);
}

function Addresses({ metadata }: { metadata: Metadata }): ReactElement {
  const page = usePage();
  const path = pathOf(metadata, page);
  return (
    <>
      <link rel="canonical" href={canonicalOf(metadata, page)} />
      {LANGUAGES.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={page.origin + inLanguage(path, language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={page.origin + path} />
    </>
  );
}

function CardTags({ title, metadata }: { title: string; metadata: Metadata }): ReactElement {
  const page = usePage();
  const { card, description, kind = 'website' } = metadata;
  const picture = card && page.origin + inLanguage(card.path, page.language);
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ['og:type', kind],
    ['og:site_name', page.siteName],
    ['og:title', title],
    ['og:description', description],
    ['og:url', canonicalOf(metadata, page)],
    ['og:locale', LOCALES[page.language]],
    ['og:image', picture],
    ['og:image:type', picture && 'image/png'],
    ['og:image:width', picture && CARD_SIZE.width],
    ['og:image:height', picture && CARD_SIZE.height],
    ['og:image:alt', picture && (card?.text ?? title)],
  ];
  return (
    <>
      {properties.map(([name, value]) => value !== undefined && <meta key={name} property={name} content={String(value)} />)}
      {LANGUAGES.filter((language) => language !== page.language).map((language) => (
        <meta key={language} property="og:locale:alternate" content={LOCALES[language]} />
      ))}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
    </>
  );
}

// `</script>` in a name would end the block; so would a comment that opens in it.
const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** The things of a page as one data block; empty without any. */
export function dataBlock(metadata: Metadata | undefined): string {
  if (!metadata?.things?.length) return '';
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': metadata.things });
  return `<script type="application/ld+json">${json.replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? '')}</script>`;
}

/** Where a page stands among others; `path` is without the origin. */
export const breadcrumbs = (origin: string, trail: readonly { readonly name: string; readonly path: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, path }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: origin + path })),
});
