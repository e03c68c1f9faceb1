/** Threads that make music: started when there is an order, never more than the machine can spare, ended when nobody asks any more. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ComposeOrder } from './composer/compose.ts';
import { longerOf } from './sound/lengthen.ts';

interface Files {
  /** Gone when the job is over. */
  readonly raw: string;
  readonly wav: string;
}
export type MusicJob =
  | { readonly is: 'compose'; readonly order: ComposeOrder; readonly files: Files }
  | { readonly is: 'finish'; readonly frames: number; readonly fade: number; readonly files: Files };
export interface ToThread {
  readonly job: MusicJob;
}
export type FromThread = ({ readonly kind: 'done' } & Made) | { readonly kind: 'failed'; readonly reason: string };

export interface Made {
  /** 0 when nothing was composed. */
  readonly bpm: number;
  /** Of what came in; −∞ when nothing can be heard. */
  readonly lufs: number;
}

/** From the sources in tests; beside the bundle otherwise (scripts/lib/build.mjs). */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./music-thread.ts', import.meta.url)
  : new URL('./music-thread.js', import.meta.url);
const MOST_THREADS = Math.max(1, Math.min(2, availableParallelism() - 1));
const IDLE_MS = 30_000;
/** The bank with every sound unpacked, and what one piece needs. */
const HEAP_MEGABYTES = 512;

interface Waiting {
  readonly job: MusicJob;
  readonly signal: AbortSignal;
  readonly resolve: (made: Made) => void;
  readonly reject: (reason: unknown) => void;
  readonly forget: () => void;
}
interface Hand {
  readonly thread: Worker;
  waiting: Waiting | null;
  rest: NodeJS.Timeout | null;
}

const queue: Waiting[] = [];
const hands = new Set<Hand>();

/** The name of a file that nobody else has. */
export const filesIn = (folder: string): Files => {
  const id = randomUUID();
  return { raw: join(folder, `music-${id}.f32.part`), wav: join(folder, `music-${id}.wav`) };
};

/** Rejects with the signal's reason when it is aborted, also in the middle of the work. */
export async function composeInThread(
  order: ComposeOrder,
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly wav: string; readonly bpm: number }> {
  const files = filesIn(folder);
  const { bpm } = await inThread({ is: 'compose', order, files }, signal);
  return { wav: files.wav, bpm };
}

/** Whatever happens, the raw sound is gone afterwards; unless it went well, the file too. */
export async function inThread(job: MusicJob, signal: AbortSignal): Promise<Made> {
  try {
    return await queued(job, signal);
  } catch (error) {
    await rm(job.files.wav, { force: true });
    throw error;
  } finally {
    await rm(job.files.raw, { force: true });
    await rm(longerOf(job.files.raw), { force: true });
  }
}

function queued(job: MusicJob, signal: AbortSignal): Promise<Made> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = (): void => void cancel(waiting);
    const waiting: Waiting = { job, signal, resolve, reject, forget: () => signal.removeEventListener('abort', stop) };
    signal.addEventListener('abort', stop, { once: true });
    queue.push(waiting);
    assign();
  });
}

function assign(): void {
  while (queue.length > 0) {
    const hand = [...hands].find(({ waiting }) => waiting === null) ?? (hands.size < MOST_THREADS ? startHand() : null);
    const waiting = hand ? queue.shift() : undefined;
    if (!hand || !waiting) return;
    if (hand.rest) clearTimeout(hand.rest);
    hand.rest = null;
    hand.waiting = waiting;
    // While there is work the program stays; a thread at rest keeps nobody.
    hand.thread.ref();
    hand.thread.postMessage({ job: waiting.job } satisfies ToThread);
  }
}

function startHand(): Hand {
  const thread = new Worker(THREAD, { name: 'music', execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
  const hand: Hand = { thread, waiting: null, rest: null };
  hands.add(hand);
  thread.on('message', (message: FromThread) => {
    const { waiting } = hand;
    hand.waiting = null;
    settle(waiting, message);
    rest(hand);
    assign();
  });
  thread.on('error', (error) => end(hand, error));
  thread.on('exit', () => end(hand, new Error('the music ended before it was done')));
  return hand;
}

function settle(waiting: Waiting | null, message: FromThread): void {
  if (!waiting) return;
  waiting.forget();
  if (message.kind === 'done') waiting.resolve(message);
  else waiting.reject(new Error(`the music failed: ${message.reason}`));
}

function rest(hand: Hand): void {
  hand.thread.unref();
  hand.rest = setTimeout(() => void dismiss(hand), IDLE_MS);
  hand.rest.unref();
}

async function dismiss(hand: Hand): Promise<void> {
  if (hand.waiting) return;
  hands.delete(hand);
  await hand.thread.terminate();
}

function end(hand: Hand, reason: Error): void {
  hands.delete(hand);
  if (hand.rest) clearTimeout(hand.rest);
  const { waiting } = hand;
  hand.waiting = null;
  waiting?.forget();
  waiting?.reject(reason);
  assign();
}

/** A piece cannot be stopped in its middle: its thread is ended first, so that its files can go, and the next order starts another. */
async function cancel(waiting: Waiting): Promise<void> {
  const at = queue.indexOf(waiting);
  if (at >= 0) queue.splice(at, 1);
  const hand = [...hands].find((each) => each.waiting === waiting);
  waiting.forget();
  if (hand) {
    hand.waiting = null;
    hands.delete(hand);
    await hand.thread.terminate();
  }
  waiting.reject(waiting.signal.reason);
  assign();
}
