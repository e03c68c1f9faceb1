/** Asks until something has ended, a little less often each time. */
import { JobFailedError, VideoApiError, WaitTimeoutError } from './errors.ts';
import { sleep } from './http.ts';

export interface WaitOptions<T> {
  /** An hour when not given; the work itself goes on at the server. */
  readonly timeoutMs?: number;
  /** Between two looks, at first; up to five seconds later. */
  readonly pollMs?: number;
  readonly signal?: AbortSignal;
  readonly onState?: (state: T) => void;
}

const HOUR_MS = 3_600_000;
const FIRST_POLL_MS = 500;
const LONGEST_POLL_MS = 5000;

interface Ending {
  readonly status: string;
  readonly error?: { readonly code?: string; readonly message?: string } | null;
}

/** The state in which it is `completed`. Throws `JobFailedError`, `WaitTimeoutError`, or the signal's reason. */
export async function waitFor<T extends Ending>(look: (signal?: AbortSignal) => Promise<T>, options: WaitOptions<T>): Promise<T> {
  const state = await waitUntil(look, ({ status }) => ENDS.has(status), options);
  if (state.status === 'completed') return state;
  throw new JobFailedError(state.status, state, state.error ?? {});
}

const ENDS = new Set(['completed', 'failed', 'cancelled']);

export async function waitUntil<T>(
  look: (signal?: AbortSignal) => Promise<T>,
  isOver: (state: T) => boolean,
  { timeoutMs = HOUR_MS, pollMs = FIRST_POLL_MS, signal, onState }: WaitOptions<T>,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (let wait = pollMs; ; wait = Math.max(pollMs, Math.min(wait * 1.3, LONGEST_POLL_MS))) {
    const state = await look(signal);
    onState?.(state);
    if (isOver(state)) return state;
    if (Date.now() + wait > until) throw new WaitTimeoutError(timeoutMs, state);
    await sleep(wait, signal);
  }
}

/** Of one's own loops: a server that is gone for a moment is no end. */
export const isPassing = (error: unknown): boolean =>
  error instanceof VideoApiError && (error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500);
