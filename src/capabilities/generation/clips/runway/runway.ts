/**
 * Runway on the wire: an order becomes a task, the task is asked for until it has ended, its film is fetched at once because its address
 * dies. https://docs.dev.runwayml.com/api/
 *   POST   /v1/image_to_video  `{model, promptImage, promptText, ratio, duration, seed}` → `{id}`
 *   GET    /v1/tasks/{id}      → `{status, output: [address], failureCode}`
 *   DELETE /v1/tasks/{id}      stops it, and forgets one that has ended
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Books, Purchase } from '../../books.ts';
import { type Json, textOf } from '../../json.ts';
import { MOST_RETRIES, waitBefore } from '../../retry.ts';
import { ClipFault } from '../faults.ts';
import type { ClipOrder, ClipPurchase, FileClip } from '../order.ts';
import { checkFilm, type FilmFacts } from './check.ts';
import { fetchFilm } from './fetch.ts';
import { type Asked, pictureFor, RUNWAY_MODEL, RUNWAY_USD_PER_SECOND, shapeOf } from './shape.ts';
import { call, type Place } from './wire.ts';

export interface Runway extends Place {
  /** For one clip from order to file, milliseconds; ten minutes when not given. */
  readonly patienceMs?: number;
  /** Between two looks at a task, half more or less; six seconds when not given, as Runway asks of its clients. */
  readonly paceMs?: number;
}

export interface Errand {
  readonly order: ClipOrder;
  readonly runway: Runway | null;
  readonly folder: string;
  readonly purchase: ClipPurchase;
  readonly books: Books;
}

const provider = 'runway';
const PATIENCE_MS = 600_000;
const PACE_MS = 6000;
const MOST_REQUEST_MS = 30_000;
const MOST_GOODBYE_MS = 5000;

export async function buyClip({ order, runway, folder, purchase, books }: Errand): Promise<FileClip> {
  if (!runway) throw new ClipFault(provider, 'not_configured');
  if (!purchase.before && purchase.hadBegun) throw new ClipFault(provider, 'lost', { mayBeCharged: true });
  const asked = shapeOf(order);
  // Read before anything is bought.
  const picture = purchase.before ? null : await pictureFor(order.picture, asked);
  const until = Date.now() + (runway.patienceMs ?? PATIENCE_MS);
  const trip: Trip = { runway, signal: order.signal, until };
  const costUsd = asked.seconds * RUNWAY_USD_PER_SECOND;
  const { task, film } = await books.buy(entryOf(order, purchase, costUsd), async () => {
    const id = purchase.before ?? (await submit(trip, bodyOf(order, asked, picture ?? '')));
    if (!purchase.before) await purchase.keep(id);
    // What was paid before stands in the log already.
    return { task: id, film: await finished(trip, id), requestId: id, costUsd: purchase.before ? 0 : costUsd };
  });
  const file = join(folder, `${task.replace(/[^\w-]/g, '').slice(0, 80)}.mp4`);
  const facts = await kept(trip, { task, film, file, least: asked.seconds });
  const notes = [
    ...(asked.isShorter ? [{ code: 'shorter_than_asked' } as const] : []),
    ...(asked.isPromptShortened ? [{ code: 'prompt_shortened' } as const] : []),
  ];
  return { kind: 'file', mp4: file, ...facts, provider, model: RUNWAY_MODEL, requestId: task, costUsd, notes };
}

const entryOf = ({ by, signal }: ClipOrder, { before }: ClipPurchase, costUsd: number): Purchase => ({
  ...{ purpose: 'clip', provider, model: RUNWAY_MODEL, mostUsd: before ? 0 : costUsd, by: by ?? null, signal },
  noRoom: () => new ClipFault(provider, 'insufficient_credit', { code: 'monthly_budget' }),
});

const bodyOf = ({ seed }: ClipOrder, { prompt, seconds, width, height }: Asked, picture: string) => ({
  ...{ model: RUNWAY_MODEL, promptImage: picture, ratio: `${width}:${height}`, duration: seconds, seed },
  ...(prompt ? { promptText: prompt } : {}),
});

interface Trip {
  readonly runway: Runway;
  readonly signal: AbortSignal;
  readonly until: number;
}

/** Of one request, of the whole errand, or of the order: whichever ends first. */
const within = ({ signal, until }: Trip): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, Math.min(MOST_REQUEST_MS, until - Date.now())))]);

/** Asked again only where it says that it took nothing. */
async function submit(trip: Trip, body: Json): Promise<string> {
  for (let retries = 0; ; retries += 1) {
    try {
      const answer = await call(trip.runway, { method: 'POST', path: 'v1/image_to_video', body, signal: within(trip) });
      const task = textOf(answer['id']);
      if (!task) throw new ClipFault(provider, 'lost', { code: 'no_task', mayBeCharged: true });
      return task.slice(0, 120);
    } catch (error) {
      const wait = error instanceof ClipFault ? waitBefore(retries, error.facts.retryAfterMs) : 0;
      const isWorth = error instanceof ClipFault && error.facts.isPassing && retries < MOST_RETRIES && Date.now() + wait < trip.until;
      if (!isWorth) throw error;
      await sleep(wait, undefined, { signal: trip.signal }).catch(() => trip.signal.throwIfAborted());
    }
  }
}

/** Asks until it has ended, whatever happens to single requests; what is late can be asked for again by its task. */
async function finished(trip: Trip, task: string): Promise<string> {
  for (;;) {
    const record = await glance(trip, task);
    const status = textOf(record['status']);
    if (status === 'SUCCEEDED') return filmIn(record, task);
    if (status === 'FAILED' || status === 'CANCELLED') throw failureIn(record, status);
    const wait = (trip.runway.paceMs ?? PACE_MS) * (0.5 + Math.random());
    if (Date.now() + wait >= trip.until) throw late(task);
    await sleep(wait, undefined, { signal: trip.signal }).catch(() => trip.signal.throwIfAborted());
  }
}

const late = (task: string): ClipFault =>
  new ClipFault(provider, 'timeout', { task, requestId: task, isPassing: true, mayBeCharged: true });

/** Empty when this look failed in a way that the next may not. */
async function glance(trip: Trip, task: string): Promise<Json> {
  try {
    return await call(trip.runway, { method: 'GET', path: `v1/tasks/${encodeURIComponent(task)}`, signal: within(trip) });
  } catch (error) {
    trip.signal.throwIfAborted();
    if (!(error instanceof ClipFault)) throw error;
    if (error.facts.isPassing) return {};
    // One that Runway no longer knows will never come.
    const facts = { ...error.facts, requestId: task, task: error.kind === 'lost' ? null : task, mayBeCharged: true };
    throw new ClipFault(provider, error.kind, facts);
  }
}

function filmIn(record: Json, task: string): string {
  const [first] = Array.isArray(record['output']) ? record['output'] : [];
  const address = textOf(first);
  if (!address) throw new ClipFault(provider, 'unreadable', { code: 'no_output', requestId: task, mayBeCharged: true });
  return address;
}

/** Failed tasks are not charged, but for those that were refused for what they show. */
function failureIn(record: Json, status: string): ClipFault {
  const code = textOf(record['failureCode'])?.slice(0, 60) ?? status;
  const requestId = textOf(record['id']);
  if (/SAFETY/.test(code)) return new ClipFault(provider, 'refused', { code, requestId, mayBeCharged: true });
  if (/^ASSET\.|^INPUT/.test(code) && !/INTERNAL/.test(code)) return new ClipFault(provider, 'bad_request', { code, requestId });
  return new ClipFault(provider, 'unavailable', { code, requestId, isPassing: status === 'FAILED' });
}

interface Keeping {
  readonly task: string;
  readonly film: string;
  readonly file: string;
  readonly least: number;
}

/** The file, looked at; nothing half done stays. */
async function kept({ runway, signal }: Trip, { task, film, file, least }: Keeping): Promise<FilmFacts> {
  try {
    await fetchFilm(runway.url, { url: film, file, task, signal });
    return await checkFilm(file, { task, least, signal });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** False when it could not be told. */
export const dropTask = (runway: Runway, task: string): Promise<boolean> =>
  call(runway, { method: 'DELETE', path: `v1/tasks/${encodeURIComponent(task)}`, signal: AbortSignal.timeout(MOST_GOODBYE_MS) }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ClipFault) return false;
      throw error;
    },
  );
