/** Starts the thread of a film, hears from it, and sees to it that nothing is left of it when it is stopped. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ComposeOptions, Film, FilmPlan, FilmProgress } from './compose.ts';
import type { RenderOrder } from './render.ts';
import { partOf } from './store.ts';
import { failureOf, type TroubleCode, type TroubleParams } from './trouble.ts';

export interface ToThread {
  readonly kind: 'stop';
}
export type FromThread =
  | { readonly kind: 'progress'; readonly progress: FilmProgress }
  | { readonly kind: 'child'; readonly pid: number; readonly isAlive: boolean }
  | { readonly kind: 'done'; readonly film: Film }
  | { readonly kind: 'trouble'; readonly code: TroubleCode; readonly params: TroubleParams }
  | { readonly kind: 'failed'; readonly reason: string };

type OnProgress = (progress: FilmProgress) => void;

/** From the sources in tests; beside the bundle otherwise (scripts/lib/build.mjs). */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./compose-thread.ts', import.meta.url)
  : new URL('./compose-thread.js', import.meta.url);
const HEAP_MEGABYTES = 256;
/** A thread that was asked to stop does so between two frames; one that does not is ended. */
const GRACE_MS = 1500;

type CrewOrder = Pick<ComposeOptions, 'cacheFolder' | 'temporaryFolder' | 'tools'> & { readonly plan: FilmPlan };

/** Settles when nothing is left of the render but the film and the cache. */
export async function runInThread({ temporaryFolder, ...order }: CrewOrder, signal: AbortSignal, onProgress?: OnProgress): Promise<Film> {
  signal.throwIfAborted();
  await mkdir(temporaryFolder, { recursive: true });
  const folder = await mkdtemp(join(temporaryFolder, 'film-'));
  try {
    return await runThread({ ...order, folder }, signal, onProgress);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    await rm(partOf(order.plan), { force: true });
  }
}

function runThread(order: RenderOrder, signal: AbortSignal, onProgress?: OnProgress): Promise<Film> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      name: 'film',
      workerData: order,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    const children = new Set<number>();
    let settle: () => void = () => reject(new Error('the film thread ended before its film was done'));
    let grace: NodeJS.Timeout | null = null;
    const stop = (): void => {
      settle = () => reject(signal.reason);
      thread.postMessage({ kind: 'stop' } satisfies ToThread);
      grace = setTimeout(() => void thread.terminate(), GRACE_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'child') note(children, message);
      else if (message.kind === 'progress') onProgress?.(message.progress);
      else if (!signal.aborted) settle = verdictOf(message, resolve, reject);
    });
    thread.on('error', (error) => {
      if (!signal.aborted) settle = () => reject(error);
    });
    // Only now is everything of it gone.
    thread.on('exit', () => {
      signal.removeEventListener('abort', stop);
      if (grace) clearTimeout(grace);
      endAll(children);
      settle();
    });
  });
}

function note(children: Set<number>, { pid, isAlive }: { pid: number; isAlive: boolean }): void {
  if (isAlive) children.add(pid);
  else children.delete(pid);
}

function verdictOf(
  message: Extract<FromThread, { kind: 'done' | 'trouble' | 'failed' }>,
  resolve: (film: Film) => void,
  reject: (reason: unknown) => void,
): () => void {
  if (message.kind === 'done') return () => resolve(message.film);
  if (message.kind === 'trouble') return () => reject(failureOf(message.code, message.params));
  return () => reject(new Error(`the film failed: ${message.reason}`));
}

/** Children of a thread that could not end them itself. */
function endAll(children: ReadonlySet<number>): void {
  for (const pid of children)
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}
