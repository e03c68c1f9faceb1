/**
 * Built files: their names change with their content, so one that is here is never asked for again. The pages that stand in are kept
 * with all that they name when the worker is installed; the others as they are used, within a budget.
 */
import { keepWithin } from './budget.ts';
import type { Asking } from './events.ts';
import { FILES, lookNow } from './keep.ts';

const BUDGET_BYTES = 4 * 1024 * 1024;
const NAMED = /(?:href|src)="(\/assets\/[^"]+)"/g;

/** The pages that stand in, their styles and scripts, and the letters of the reader's language. */
export async function keepShell(pages: Readonly<Record<string, string>>): Promise<void> {
  const files = await caches.open(FILES);
  const own = (await lookNow())?.language ?? navigator.language.split('-')[0];
  const wanted = new Set<string>();
  for (const [language, page] of Object.entries(pages)) {
    const answer = await fetch(page, { cache: 'reload' });
    if (!answer.ok) throw new Error(`${page} answered ${answer.status}`);
    const html = await answer.clone().text();
    for (const [, file = ''] of html.matchAll(NAMED)) if (language === own || !file.endsWith('.woff2')) wanted.add(file);
    await files.put(page, answer);
  }
  for (const file of wanted) if (!(await files.match(file, { ignoreVary: true }))) await files.add(file);
}

/** All that a kept page names, so that it can be shown as it was. */
export async function keepNamed(html: string): Promise<void> {
  const files = await caches.open(FILES);
  for (const [, file = ''] of html.matchAll(NAMED)) if (!(await files.match(file, { ignoreVary: true }))) await files.add(file);
}

export async function openFile(event: Asking, path: string): Promise<Response> {
  const files = await caches.open(FILES);
  const kept = await files.match(path, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.status === 200 && (response.headers.get('cache-control') ?? '').includes('immutable'))
    event.waitUntil(keep(files, path, response.clone()));
  return response;
}

async function keep(files: Cache, path: string, response: Response): Promise<void> {
  await files.put(path, response);
  await keepWithin(files, BUDGET_BYTES, async () => {
    const pages = (await files.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/offline/'));
    const texts = await Promise.all(pages.map(async (page) => (await files.match(page, { ignoreVary: true }))?.text() ?? ''));
    const named = texts.flatMap((text) => [...text.matchAll(NAMED)].map(([, file = '']) => file));
    return new Set([...named, ...pages.map(({ url }) => new URL(url).pathname)]);
  });
}
