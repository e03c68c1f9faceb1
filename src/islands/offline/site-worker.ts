/**
 * The service worker of the site: pages first from the network, then the copy that was seen last, then a page that says what still
 * works; built files and small pictures from here where they are known. It answers for nothing else: what a program asks (`/api`), forms
 * that arrive, films and papers go to the server as if it were not there. The scan pages have a worker of their own (../scanner).
 */
import type { Asking, WorkerScope } from './events.ts';
import { keepNamed, keepShell, openFile } from './files.ts';
import { forgetOthers, keepPage, keptPage, type Look, lookNow, meet, NOBODY, readLook } from './keep.ts';
import { isSmallPicture, openPicture } from './pictures.ts';

/** Longer than a bad network needs for a page of thirty kilobytes, shorter than patience. */
const PATIENCE_MS = 6000;
const worker = self as unknown as WorkerScope;
const { STUDIO } = worker;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell(STUDIO.pages));
});

worker.addEventListener('activate', (event) => {
  // A cheap phone takes long to wake a worker: the page is asked for meanwhile.
  event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()]));
});

/** A new version waits; it takes over with the next page that is opened, never under one that is being read. */
worker.addEventListener('message', (event) => {
  const { takeOver, look } = event.data;
  if (takeOver) event.waitUntil(worker.skipWaiting());
  if (look) event.waitUntil(greeted(look));
});

/** Pages of the network know better. */
async function greeted(look: Look): Promise<void> {
  if (!(await lookNow())) await meet(look, 0);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    worker.registration.waiting?.postMessage({ takeOver: true });
    if (isScanPage(url.pathname)) return;
    event.respondWith(request.method === 'GET' ? openPage(event, url) : sendForm(event, url));
    return;
  }
  if (request.method !== 'GET') return;
  if (url.pathname === '/preferences') event.waitUntil(changeLook(url.searchParams));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(openFile(event, url.pathname));
  else if (isSmallPicture(request, url)) event.respondWith(openPicture(event, url));
});

const isScanPage = (path: string): boolean => /^\/presence\/\d+\/scan\/?$/.test(path);

async function openPage(event: Asking, url: URL): Promise<Response> {
  if (url.pathname === STUDIO.signOut) await leave();
  const address = url.pathname + url.search;
  const look = await lookNow();
  const kept = look && (await keptPage(look, address));
  const asked = askServer(event, address);
  if (!kept) return asked.catch(() => standIn(look));
  event.waitUntil(asked.catch(() => undefined));
  const fresh = await Promise.race([asked.catch(() => null), wait(PATIENCE_MS)]);
  // A server that is being restarted answers for a moment that nobody is there.
  return fresh && ![502, 503, 504].includes(fresh.status) ? fresh : kept;
}

async function askServer(event: Asking, address: string): Promise<Response> {
  const began = Date.now();
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  const look = readLook(response.headers.get('atelier-reader'));
  if (!look || /^\/offline\b/.test(address)) return response;
  // Before the page is shown: what was somebody else's must be gone by then.
  if (!(await meet(look, began))) return response;
  if (response.headers.get('atelier-keep') === 'yes' && response.ok && !response.redirected)
    event.waitUntil(keepPage(look, address, response.clone()).then(keepNamed));
  return response;
}

/** A form that does not arrive: the page kept what was typed before it left (../shared/unsent.ts). */
async function sendForm(event: Asking, { pathname }: URL): Promise<Response> {
  if (pathname === STUDIO.signOut) await leave();
  return fetch(event.request).catch(async () => standIn(await lookNow(), true));
}

/** Whoever leaves is gone from this phone, whether the server hears of it or not. */
async function leave(): Promise<void> {
  const look = await lookNow();
  await forgetOthers(NOBODY);
  if (look) await meet({ ...look, reader: NOBODY }, Date.now());
}

/** In the last language that was read here; `wasSent` when a form brought the reader here. */
async function standIn(look: Look | null, wasSent = false): Promise<Response> {
  const { pages } = STUDIO;
  const [prefix = ''] = navigator.language.split('-');
  const page = pages[look?.language ?? prefix] ?? pages['fr'] ?? '';
  const kept = await caches.match(page, { ignoreVary: true });
  if (!kept) return Response.error();
  const html = await kept.text();
  const theme = look && look.theme !== 'system' ? ` data-theme="studio-${look.theme}"` : '';
  const marks = `${theme} data-reader="${look?.reader ?? NOBODY}"${wasSent ? ' data-unsent=""' : ''}`;
  const patched = html.replace(/<html[^>]*>/, (tag) => tag.replace(/ data-(?:theme|reader)="[^"]*"/g, '').replace('>', `${marks}>`));
  return new Response(patched, { status: 503, headers: kept.headers });
}

/** The theme is changed in place, without a page. */
async function changeLook(asked: URLSearchParams): Promise<void> {
  const look = await lookNow();
  if (look) await meet({ ...look, language: asked.get('lang') ?? look.language, theme: asked.get('theme') ?? look.theme }, Date.now());
}

const wait = (milliseconds: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, milliseconds, null));
