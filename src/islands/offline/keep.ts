/**
 * What the site keeps in this browser for when there is no network, for the worker that fills it and the page that lists it.
 *
 * Words: a *reader* is the tag of an account, or `nobody`; a *look* is a reader with their language and theme, as the last page that
 * came over the network said it. A copy belongs to one reader: others never see it, and it goes when they come.
 */

export const PAGES = 'atelier-pages';
export const PICTURES = 'atelier-pictures';
export const FILES = 'atelier-files';
const STATE = 'atelier-state';

export const NOBODY = 'nobody';
const KEPT_AT = 'atelier-kept-at';
const TITLE = 'atelier-title';
const LIFE_MS = 7 * 86_400_000;
const MOST_PAGES = 40;

export interface Look {
  readonly reader: string;
  readonly language: string;
  readonly theme: string;
}

/** `TAG LANGUAGE THEME` of the header `atelier-reader`. */
export function readLook(header: string | null): Look | null {
  const [reader, language, theme] = header?.split(' ') ?? [];
  return reader && language && theme ? { reader, language, theme } : null;
}

const stateKey = '/~look';
let known: Look | null = null;

/** Null before the first page. */
export async function lookNow(): Promise<Look | null> {
  if (known) return known;
  const answer = await (await caches.open(STATE)).match(stateKey);
  known = answer ? ((await answer.json()) as Look) : null;
  return known;
}

let metAt = 0;

/**
 * Remembers who reads; copies of whoever read before go. `began` is when the page was asked for: false for an answer that took so long
 * that somebody else reads by now.
 */
export async function meet(look: Look, began: number): Promise<boolean> {
  if (began < metAt) return false;
  const before = await lookNow();
  if (before?.reader === look.reader && before.language === look.language && before.theme === look.theme) return true;
  [known, metAt] = [look, began];
  await (await caches.open(STATE)).put(stateKey, Response.json(look));
  if (before && before.reader !== look.reader) await forgetOthers(look.reader);
  return true;
}

/** Everything that is somebody's own, but the reader's. */
export async function forgetOthers(reader: string): Promise<void> {
  for (const name of [PAGES, PICTURES]) {
    const store = await caches.open(name);
    const others = (await store.keys()).filter((key) => ![reader, NOBODY].includes(partsOf(key).reader));
    await Promise.all(others.map((key) => store.delete(key)));
  }
}

/** The name under which a copy lies: never an address of the site, so nothing finds it by accident. */
export const keyOf = ({ reader, language, theme }: Look, address: string): string =>
  `/~kept/${reader}/${language}/${theme}?${new URLSearchParams({ of: address })}`;

interface Parts extends Look {
  readonly address: string;
}
function partsOf({ url }: Request): Parts {
  const { pathname, searchParams } = new URL(url);
  const [, , reader = '', language = '', theme = ''] = pathname.split('/');
  return { reader, language, theme, address: searchParams.get('of') ?? '/' };
}

/** Keeps the page under its reader; `html` says since when, so that the page itself can tell. Answers the page. */
export async function keepPage(look: Look, address: string, response: Response): Promise<string> {
  const html = await response.text();
  const at = new Date().toISOString();
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? address;
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(KEPT_AT, at);
  headers.set(TITLE, encodeURIComponent(title));
  const pages = await caches.open(PAGES);
  await pages.put(keyOf(look, address), new Response(html.replace('<html', `<html data-kept="${at}"`), { headers }));
  await dropOldPages(pages);
  return html;
}

/** In the reader's own language; in another theme rather than not at all; a stranger's copy where they have none. */
export async function keptPage(look: Look, address: string): Promise<Response | undefined> {
  const pages = await caches.open(PAGES);
  for (const reader of new Set([look.reader, NOBODY])) {
    for (const theme of new Set([look.theme, 'system', 'light', 'dark'])) {
      const found = await pages.match(keyOf({ ...look, reader, theme }, address), { ignoreVary: true });
      if (found && isYoung(found)) return found;
    }
  }
  return undefined;
}

export interface KeptPage {
  readonly address: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The pages this reader would be shown, the latest first. */
export async function keptPages(look: Look): Promise<readonly KeptPage[]> {
  const pages = await caches.open(PAGES);
  const found = new Map<string, KeptPage>();
  for (const key of await pages.keys()) {
    const { reader, language, address } = partsOf(key);
    const copy = await pages.match(key, { ignoreVary: true });
    if (!copy || !isYoung(copy) || language !== look.language || ![look.reader, NOBODY].includes(reader)) continue;
    const page = { address, title: decodeURIComponent(copy.headers.get(TITLE) ?? address), at: copy.headers.get(KEPT_AT) ?? '' };
    if ((found.get(address)?.at ?? '') < page.at) found.set(address, page);
  }
  return [...found.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
}

const ageOf = (copy: Response): number => Date.now() - Date.parse(copy.headers.get(KEPT_AT) ?? '');
const isYoung = (copy: Response): boolean => ageOf(copy) < LIFE_MS;

async function dropOldPages(pages: Cache): Promise<void> {
  const keys = await pages.keys();
  const aged = await Promise.all(keys.map(async (key) => ({ key, copy: await pages.match(key, { ignoreVary: true }) })));
  const byAge = aged.flatMap(({ key, copy }) => (copy ? [{ key, age: ageOf(copy) }] : [])).sort((one, other) => one.age - other.age);
  await Promise.all(byAge.filter(({ age }, place) => place >= MOST_PAGES || age >= LIFE_MS).map(({ key }) => pages.delete(key)));
}
