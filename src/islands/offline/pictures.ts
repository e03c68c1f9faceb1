/**
 * Small pictures of people and of the studio: shown from here at once, asked for again behind it, so that a list costs a phone its
 * pictures once. Each belongs to the reader it was given to. Papers, films and whole pictures never come here.
 */
import { keepWithin } from './budget.ts';
import type { Asking } from './events.ts';
import { keyOf, lookNow, PICTURES } from './keep.ts';

const BUDGET_BYTES = 6 * 1024 * 1024;
const WIDEST = 640;
const ROOMS = /^\/(?:static\/uploads\/photos|media\/images)\//;

export function isSmallPicture({ destination }: Request, { pathname, searchParams }: URL): boolean {
  const width = Number(searchParams.get('w') ?? Number.NaN);
  return destination === 'image' && ROOMS.test(pathname) && width > 0 && width <= WIDEST;
}

export async function openPicture(event: Asking, { pathname, search }: URL): Promise<Response> {
  const look = await lookNow();
  if (!look) return fetch(event.request);
  const pictures = await caches.open(PICTURES);
  const key = keyOf({ ...look, language: '-', theme: '-' }, pathname + search);
  const kept = await pictures.match(key, { ignoreVary: true });
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => renew(pictures, key, response.clone(), look.reader)).catch(() => undefined));
  return kept ?? fresh;
}

async function renew(pictures: Cache, key: string, response: Response, reader: string): Promise<void> {
  // Whoever may not see it any more does not see it here either.
  if ([401, 403, 404].includes(response.status)) await pictures.delete(key);
  if (response.status !== 200 || (await lookNow())?.reader !== reader) return;
  await pictures.delete(key); // the latest come last
  await pictures.put(key, response);
  await keepWithin(pictures, BUDGET_BYTES);
}
