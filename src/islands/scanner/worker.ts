/**
 * The service worker of the scan pages: opens them without a network, and sends waiting scans when the browser wakes it up.
 * It answers for nothing else, whatever asks.
 */

import { openShelf } from './shelf.ts';
import { forgetPages, isScanPage, keepFiles, keepPage, keptFile, keptPage } from './shell-cache.ts';
import { sendAllWaiting } from './sync.ts';

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly ports: readonly MessagePort[];
  readonly data: { readonly keep?: { readonly page: string; readonly files: readonly string[] }; readonly forget?: true };
}
interface Worker {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
  addEventListener(type: 'sync', listener: (event: Lasting) => void): void;
}

/** Longer than a good network needs, shorter than patience at five in the morning. */
const PATIENCE_MS = 2500;
const worker = self as unknown as Worker;

// What it keeps is the same in every version of it: a new one may take over at once.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) return;
  if (mode === 'navigate' && isScanPage(pathname)) event.respondWith(openPage(event, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(openFile(event.request, pathname));
});

/** The server's page when it comes quickly and is the scan page; else the one that was kept. */
async function openPage(event: Asking, path: string): Promise<Response> {
  const kept = await keptPage(path);
  const asked = fetch(event.request).then((response) => {
    if (response.ok) event.waitUntil(keepPage(path, response.clone()).catch(() => undefined)); // the old one stays good
    return response;
  });
  if (!kept) return asked;
  event.waitUntil(asked.catch(() => undefined));
  const fresh = await Promise.race([asked.catch(() => null), wait(PATIENCE_MS)]);
  // A session that is over answers with the sign-in page: scanning goes on, the page itself says what is to be done.
  return fresh?.ok ? fresh : kept;
}

async function openFile(request: Request, path: string): Promise<Response> {
  return (await keptFile(path)) ?? fetch(request);
}

const wait = (milliseconds: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, milliseconds, null));

worker.addEventListener('message', (event) => {
  const { keep, forget } = event.data;
  if (forget) event.waitUntil(forgetPages());
  if (!keep) return;
  // The page tells its reader whether it may be closed.
  const answer = (kept: boolean) => event.ports[0]?.postMessage(kept);
  event.waitUntil(
    keepAll(keep.page, keep.files).then(
      () => answer(true),
      () => answer(false),
    ),
  );
});

async function keepAll(page: string, files: readonly string[]): Promise<void> {
  await keepPage(page, await fetch(page, { credentials: 'same-origin' }));
  await keepFiles(files);
}

worker.addEventListener('sync', (event) => event.waitUntil(sendOrRetry()));

/** A rejected promise tells the browser to wake us again later. */
async function sendOrRetry(): Promise<void> {
  const { state } = await sendAllWaiting(await openShelf());
  if (state === 'offline') throw new Error('no network yet');
}
