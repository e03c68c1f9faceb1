/**
 * What programs that read the web are told: which pages are not for them (`/robots.txt`), and which are public (`/sitemap.xml`).
 *
 * Each room names its public places in parts of a few thousand, by the number of the row: a part is one range of the primary key, so
 * the last of a hundred thousand profiles costs what the first does. The list of parts is kept a few minutes; a part is sent as it is read.
 */
import { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { LANGUAGES } from '../message.ts';
import { inLanguage } from './metadata.tsx';

/** A page anybody may open, in every language; `changed` is null when nobody knows. */
export interface PublicPlace {
  readonly path: string;
  readonly changed: Date | null;
}
export interface SitemapPart {
  readonly part: number;
  readonly changed: Date | null;
}
/** The public places of one room. */
export interface PublicPlaces {
  /** In the address of its parts: letters and hyphens. */
  readonly name: string;
  /** The parts that hold something. */
  parts(): Promise<readonly SitemapPart[]>;
  /** What one part holds: the rows numbered from `part × PART_SIZE` to below the next. */
  list(part: number): Promise<readonly PublicPlace[]>;
}

/** An engine takes 50 000 addresses in a file; this many are read at once without holding up anybody. */
export const PART_SIZE = 5000;
const KEPT_MS = 10 * 60_000;
const HOUR = 'public, max-age=3600';

export interface CrawlerOptions {
  /** As the world reaches the site. */
  readonly origin: string;
  readonly clock: Clock;
  readonly places: readonly PublicPlaces[];
}

/** Pages that do not change by themselves, as one part. */
export const fixedPlaces = (name: string, paths: readonly string[] | (() => Promise<readonly string[]>)): PublicPlaces => ({
  name,
  parts: async () => [{ part: 0, changed: null }],
  list: async () => (typeof paths === 'function' ? await paths() : paths).map((path) => ({ path, changed: null })),
});

const route = { config: { access: access.public, internal: true, anonymous: true } } as const;

export function registerCrawlers(door: Door, { origin, clock, places }: CrawlerOptions): void {
  let kept: { readonly until: number; readonly index: Promise<string> } | null = null;
  const index = (): Promise<string> => {
    const now = clock.now().getTime();
    if (!kept || kept.until <= now) kept = { until: now + KEPT_MS, index: writeIndex(origin, places) };
    return kept.index.catch((error: unknown) => {
      kept = null;
      throw error;
    });
  };
  door.get('/robots.txt', route, async (_request, reply) =>
    reply.type('text/plain').header('cache-control', 'public, max-age=86400').send(robots(origin)),
  );
  door.get('/sitemap.xml', route, async (_request, reply) =>
    reply
      .type('application/xml')
      .header('cache-control', HOUR)
      .send(await index()),
  );
  door.get<{ Params: { file: string } }>('/sitemaps/:file', route, async (request, reply) => {
    const [, name = '', part = ''] = /^([a-z-]+)-(\d{1,6})\.xml$/.exec(request.params.file) ?? [];
    const room = places.find((each) => each.name === name);
    if (!room) throw failure.notFound();
    const rows = await room.list(Number(part));
    if (rows.length === 0) throw failure.notFound();
    return reply
      .type('application/xml')
      .header('cache-control', HOUR)
      .send(Readable.from(writePart(origin, rows)));
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
const lastmod = (changed: Date | null): string => (changed ? `<lastmod>${changed.toISOString()}</lastmod>` : '');

async function writeIndex(origin: string, places: readonly PublicPlaces[]): Promise<string> {
  const parts = await Promise.all(
    places.map(async (room) =>
      (await room.parts()).map(
        ({ part, changed }) =>
          `<sitemap><loc>${escaped(`${origin}/sitemaps/${room.name}-${part}.xml`)}</loc>${lastmod(changed)}</sitemap>\n`,
      ),
    ),
  );
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.flat().join('')}</sitemapindex>\n`;
}

const CHUNK = 250;
function* writePart(origin: string, rows: readonly PublicPlace[]): Generator<string> {
  yield `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  for (let from = 0; from < rows.length; from += CHUNK)
    yield rows
      .slice(from, from + CHUNK)
      .map((place) => writePlace(origin, place))
      .join('');
  yield '</urlset>\n';
}

function writePlace(origin: string, { path, changed }: PublicPlace): string {
  const other = (language: string, address: string): string =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(origin + address)}"/>`;
  const others = LANGUAGES.map((language) => other(language, inLanguage(path, language))).join('');
  return `<url><loc>${escaped(origin + path)}</loc>${lastmod(changed)}${others}${other('x-default', path)}</url>\n`;
}

/** Profiles choose themselves whether search engines may show them (the robots tag of their page); work pages are never for them. */
const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...['/admin', '/api/', '/preferences', '/uploads', '/applications/', '/cinema/profile/*/pdf', '/cinema/profile/*/card.pdf'].map(
      (path) => `Disallow: ${path}`,
    ),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
