/** Threads that paint: started when there is an order, never more than the machine can spare, ended when nobody asks any more. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Painted, PaintOrder } from './paint.ts';

export interface ToThread {
  readonly order: PaintOrder;
}
export type FromThread = { readonly kind: 'painted'; readonly painted: Painted } | { readonly kind: 'failed'; readonly reason: string };

/** From the sources in tests; beside the bundle otherwise (scripts/lib/build.mjs). */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./painter-thread.ts', import.meta.url)
  : new URL('./painter-thread.js', import.meta.url);
const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
const IDLE_MS = 30_000;
const HEAP_MEGABYTES = 384;

interface Waiting {
  readonly order: PaintOrder;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (painted: Painted) => void;
  readonly reject: (reason: unknown) => void;
  readonly forget: () => void;
}
interface Hand {
  readonly thread: Worker;
  job: Waiting | null;
  rest: NodeJS.Timeout | null;
}

const queue: Waiting[] = [];
const hands = new Set<Hand>();

/** Rejects with the signal's reason when it is aborted, also in the middle of the work. */
export function paintInThread(order: PaintOrder, signal?: AbortSignal): Promise<Painted> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = (): void => cancel(job);
    const job: Waiting = { order, signal, resolve, reject, forget: () => signal?.removeEventListener('abort', stop) };
    signal?.addEventListener('abort', stop, { once: true });
    queue.push(job);
    assign();
  });
}

function assign(): void {
  while (queue.length > 0) {
    const hand = [...hands].find(({ job }) => job === null) ?? (hands.size < MOST_THREADS ? startHand() : null);
    const job = hand ? queue.shift() : undefined;
    if (!hand || !job) return;
    if (hand.rest) clearTimeout(hand.rest);
    hand.rest = null;
    hand.job = job;
    // While there is work the program stays; a thread at rest keeps nobody.
    hand.thread.ref();
    hand.thread.postMessage({ order: job.order } satisfies ToThread);
  }
}

function startHand(): Hand {
  const thread = new Worker(THREAD, { name: 'painter', execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
  const hand: Hand = { thread, job: null, rest: null };
  hands.add(hand);
  thread.on('message', (message: FromThread) => {
    const { job } = hand;
    hand.job = null;
    settle(job, message);
    rest(hand);
    assign();
  });
  thread.on('error', (error) => end(hand, error));
  thread.on('exit', () => end(hand, new Error('the painter ended before its picture was done')));
  return hand;
}

function settle(job: Waiting | null, message: FromThread): void {
  if (!job) return;
  job.forget();
  if (message.kind === 'painted') job.resolve(message.painted);
  else job.reject(new Error(`the painter failed: ${message.reason}`));
}

function rest(hand: Hand): void {
  hand.thread.unref();
  hand.rest = setTimeout(() => void dismiss(hand), IDLE_MS);
  hand.rest.unref();
}

async function dismiss(hand: Hand): Promise<void> {
  if (hand.job) return;
  hands.delete(hand);
  await hand.thread.terminate();
}

function end(hand: Hand, reason: Error): void {
  hands.delete(hand);
  if (hand.rest) clearTimeout(hand.rest);
  const { job } = hand;
  hand.job = null;
  job?.forget();
  job?.reject(reason);
  assign();
}

/** A picture cannot be stopped in its middle: its thread is ended, and the next order starts another. */
function cancel(job: Waiting): void {
  const at = queue.indexOf(job);
  if (at >= 0) queue.splice(at, 1);
  const hand = [...hands].find((each) => each.job === job);
  if (hand) {
    hand.job = null;
    hands.delete(hand);
    void hand.thread.terminate();
  }
  job.forget();
  job.reject(job.signal?.reason);
  assign();
}
