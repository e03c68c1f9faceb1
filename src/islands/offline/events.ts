/** What a service worker is told, as far as this one listens. */
import type { Look } from './keep.ts';

export interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface Asking extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
export interface Told extends Lasting {
  readonly data: { readonly takeOver?: true; readonly look?: Look };
}
export interface WorkerScope {
  readonly STUDIO: Facts;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  readonly registration: {
    readonly waiting: { postMessage(message: unknown): void } | null;
    readonly navigationPreload?: { enable(): Promise<void> };
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

/** What the server says in the first line of the worker (src/kernel/page/offline.tsx). */
export interface Facts {
  /** Of the build, so that a new build is a new worker. */
  readonly build: string;
  readonly signOut: string;
  /** The page that stands in, by language. */
  readonly pages: Readonly<Record<string, string>>;
}
