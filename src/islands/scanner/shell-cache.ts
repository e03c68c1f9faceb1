/**
 * The scan page kept for when there is no network: the page as the server sent it, and every file it names. A fresh page takes the
 * place of the old one only when all its files are here, so an update that breaks off changes nothing. Rosters never come here.
 */

const PAGES = 'presence-pages';
const FILES = 'presence-files';
const SCAN_PAGE = /^\/presence\/\d+\/scan\/?$/;
const NAMED = /(?:href|src)="(\/assets\/[^"]+)"/g;
const MENTIONED = /\/assets\/[\w.-]+/g;

export const isScanPage = (path: string): boolean => SCAN_PAGE.test(path);

export async function keptPage(path: string): Promise<Response | undefined> {
  return (await caches.open(PAGES)).match(path, { ignoreSearch: true, ignoreVary: true });
}

export async function keptFile(path: string): Promise<Response | undefined> {
  return (await caches.open(FILES)).match(path, { ignoreVary: true });
}

/** Keeps the page that just came; a sign-in page or a failure that came instead is left alone. */
export async function keepPage(path: string, response: Response): Promise<void> {
  if (!response.ok || response.redirected || !isScanPage(path)) return;
  const copy = response.clone();
  const html = await response.text();
  if (!html.includes('data-island="scanner"')) return;
  await keepFiles([...html.matchAll(NAMED)].map(([, file = '']) => file));
  await (await caches.open(PAGES)).put(path, copy);
  await dropUnnamed();
}

export async function keepFiles(wanted: readonly string[]): Promise<void> {
  const files = await caches.open(FILES);
  const missing = await Promise.all(wanted.map(async (file) => ((await files.match(file, { ignoreVary: true })) ? [] : [file])));
  await files.addAll([...new Set(missing.flat())]);
}

/** Files of earlier builds that no kept page mentions any more. */
async function dropUnnamed(): Promise<void> {
  const [pages, files] = await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  const texts = await Promise.all((await pages.keys()).map(async (page) => (await pages.match(page))?.text() ?? ''));
  const mentioned = new Set(texts.flatMap((text) => text.match(MENTIONED) ?? []));
  const old = (await files.keys()).filter(({ url }) => !mentioned.has(new URL(url).pathname));
  await Promise.all(old.map((file) => files.delete(file)));
}

/** After signing out: the shell says the name of the project. */
export async function forgetPages(): Promise<void> {
  await caches.delete(PAGES);
}
