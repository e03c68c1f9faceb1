/**
 * The bad days of Meta, as they look on the wire. Two questions make one: is the work done (not at all, before the bad answer, some time
 * after it), and what is seen of it.
 */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export const META_PHASES = [
  ...(['token', 'permissions', 'debug_token', 'accounts', 'businesses', 'page'] as const),
  ...(['limit', 'container', 'container_status', 'media_publish', 'media'] as const),
  ...(['photos', 'feed', 'posts', 'post', 'insights', 'comments', 'comment'] as const),
  ...(['rupload', 'video_reels', 'video_reels_finish', 'videos', 'videos_finish', 'video'] as const),
] as const;
export type MetaPhase = (typeof META_PHASES)[number];

export interface MetaMishap {
  readonly phase: MetaPhase | '*';
  /** How many requests; 1 when not given. */
  readonly times?: number;
  /** `never` when not given; `half` of the bytes that are brought arrives. */
  readonly work?: 'never' | 'done' | 'late' | 'half';
  /** How late (300). */
  readonly lateMs?: number;
  /** `truth` is the right answer, after `waitMs`. */
  readonly shows: 'error' | 'hang' | 'reset' | 'html' | 'garbage' | 'truth';
  readonly waitMs?: number;
  /** Of `error`: 500 and code 2 when not given. */
  readonly status?: number;
  readonly code?: number;
  readonly subcode?: number;
  readonly message?: string;
}

export interface Bench {
  misbehave(mishap: MetaMishap): void;
  /** The first that fits and is not used up. */
  next(phase: MetaPhase): MetaMishap | null;
  clear(): void;
}

export function createBench(): Bench {
  let waiting: { readonly mishap: MetaMishap; left: number }[] = [];
  return {
    misbehave: (mishap) => void waiting.push({ mishap, left: mishap.times ?? 1 }),
    next: (phase) => {
      const hit = waiting.find(({ mishap, left }) => left > 0 && (mishap.phase === phase || mishap.phase === '*'));
      if (hit) hit.left--;
      return hit?.mishap ?? null;
    },
    clear: () => {
      waiting = [];
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Does the work when it is to be done, and says what is to be seen instead of its answer; null when nothing more is to be said. */
export async function spoil(
  mishap: MetaMishap,
  work: () => Promise<Answer>,
  response: ServerResponse,
  errorOf: (mishap: MetaMishap) => Answer,
): Promise<Answer | null> {
  if (mishap.work === 'late') setTimeout(() => void work().catch(() => response.destroy()), mishap.lateMs ?? 300).unref();
  const truth = mishap.work === 'done' || mishap.work === 'half' || mishap.shows === 'truth' ? await work() : null;
  if (mishap.waitMs) await sleep(mishap.waitMs);
  switch (mishap.shows) {
    case 'truth':
      return truth;
    case 'error':
      return errorOf(mishap);
    case 'html':
      response.writeHead(mishap.status ?? 502, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Error</title>Sorry.');
      return null;
    case 'garbage':
      response.writeHead(mishap.status ?? 200, { 'content-type': 'application/json' }).end('{"id":"179');
      return null;
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'hang':
      return null;
  }
}
