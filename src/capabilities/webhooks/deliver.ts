/**
 * Tries of deliveries: signed anew, sent to a public address, noted whatever becomes of them.
 *
 * Those that are due together are read together; each endpoint gets its own one after another, in the order of what happened, while
 * others get theirs; what became of them is noted in one transaction. A process that dies before that sends them again, under the
 * same event id.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type Outbound, OutboundError } from '#kernel/outbound.ts';
import { signDelivery } from './signature.ts';
import * as store from './store.ts';

export interface DeliverTools {
  readonly db: Db;
  readonly outbound: Pick<Outbound, 'fetch'>;
  readonly decrypt: (token: string) => string;
  readonly now: () => Date;
  /** Promises the next try. */
  again(tx: Tx, id: string, at: Date): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** After the first try, the second…: within a day and a bit, with some chance so that a thousand do not come back at once. */
const PAUSES = [10_000, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 10 * HOUR] as const;
/** An endpoint that answered nothing well for so long is let alone. */
const GIVE_UP_MS = 24 * HOUR;
/** One endpoint keeps the others of its batch waiting no longer than that, an answer that never comes included. */
const TURN_MS = 20_000;
/** A turn waits no longer for the one before, or a single endpoint would hold up every worker. */
const WAIT_MS = 1_000;
/** What an endpoint had no time for; where nobody answered, one is tried at a time. */
const NEXT_TURN_MS = 5_000;
const SILENCE_MS = 10_000;
const LONGEST_DETAIL = 500;

/** One try of one delivery. What is done already stays as it is. `isLastTry`: a test has one only. */
export async function deliver(tools: DeliverTools, id: string, isLastTry = false): Promise<void> {
  for (const delivery of await store.findToSend(tools.db, [id])) await deliverInOrder(tools, [delivery], isLastTry);
}

/** A `deliver` that takes those together that are asked for at the same time. */
export function createDelivery(tools: DeliverTools): (id: string, signal: AbortSignal) => Promise<void> {
  let gathered: { readonly id: string; readonly signal: AbortSignal; readonly settle: PromiseWithResolvers<void> }[] = [];
  let reading = Promise.resolve();
  /** The last turn of each endpoint: the next one waits for it. */
  const turns = new Map<string, Promise<void>>();
  const silentUntil = new Map<string, number>();
  const takeTurn = async (endpointId: string, deliveries: readonly store.DeliveryToSend[], signal: AbortSignal): Promise<void> => {
    const before = turns.get(endpointId);
    const own = Promise.withResolvers<void>();
    turns.set(endpointId, own.promise);
    try {
      const isFree = !before || (await Promise.race([before.then(() => true), pause(WAIT_MS, false)]));
      const silence = (silentUntil.get(endpointId) ?? 0) - performance.now();
      if (!isFree || silence > 0) return await postpone(tools, deliveries, isFree ? silence : NEXT_TURN_MS);
      silentUntil.delete(endpointId);
      const hasAnswered = await deliverInOrder(tools, deliveries, false, signal);
      if (!hasAnswered) silentUntil.set(endpointId, performance.now() + SILENCE_MS);
    } finally {
      const end = (): void => {
        own.resolve();
        if (turns.get(endpointId) === own.promise) turns.delete(endpointId);
      };
      // Whoever comes after this one comes after the one before it too.
      if (before) void before.then(end);
      else end();
    }
  };
  const run = async (): Promise<void> => {
    const asked = gathered;
    gathered = [];
    const outcomes = new Map<string, Promise<void>>();
    const signal = AbortSignal.any(asked.map((one) => one.signal));
    try {
      const due = await store.findToSend(
        tools.db,
        asked.map(({ id }) => id),
      );
      for (const [endpointId, deliveries] of Map.groupBy(due, (delivery) => delivery.endpointId)) {
        const turn = takeTurn(endpointId, deliveries, signal);
        for (const { id } of deliveries) outcomes.set(id, turn);
      }
      for (const { id, settle } of asked) settle.resolve(outcomes.get(id));
    } catch (error) {
      for (const { settle } of asked) settle.reject(error);
    }
  };
  return (id, signal) => {
    const settle = Promise.withResolvers<void>();
    gathered.push({ id, signal, settle });
    // Read one group after another, so that what was asked for first has its turn first.
    if (gathered.length === 1)
      setImmediate(() => {
        reading = reading.then(run);
      });
    return settle.promise;
  };
}

interface Tried {
  readonly delivery: store.DeliveryToSend;
  readonly answer: Answer;
}

/** Deliveries of one endpoint; false when nobody answered. The others wait for another turn then: nobody would answer them either. */
async function deliverInOrder(
  tools: DeliverTools,
  deliveries: readonly store.DeliveryToSend[],
  isLastTry: boolean,
  signal?: AbortSignal,
): Promise<boolean> {
  const tried: Tried[] = [];
  const begun = performance.now();
  // One endpoint has one secret, opened once a turn.
  const secret = deliveries[0] && tools.decrypt(deliveries[0].secretEncrypted);
  for (const delivery of deliveries) {
    const answer = await send(tools, delivery, secret ?? '');
    tried.push({ delivery, answer });
    if (answer.status === null || answer.status === 410 || performance.now() - begun > TURN_MS || signal?.aborted) break;
  }
  const left = deliveries.slice(tried.length);
  const isSilent = tried.at(-1)?.answer.status === null;
  await note(tools, tried, left, isSilent ? SILENCE_MS : NEXT_TURN_MS, isLastTry);
  return !isSilent;
}

/** No try of theirs was spent. */
const postpone = ({ db, now, again }: DeliverTools, deliveries: readonly store.DeliveryToSend[], milliseconds: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    for (const { id } of deliveries) await again(tx, id, new Date(now().getTime() + milliseconds));
  });

const isWell = ({ answer: { status } }: Tried): boolean => status !== null && status >= 200 && status < 300;

async function note(
  { db, now, again }: DeliverTools,
  tried: readonly Tried[],
  left: readonly store.DeliveryToSend[],
  leftFor: number,
  isLastTry: boolean,
): Promise<void> {
  const [first] = tried;
  const last = tried.at(-1);
  if (!first || !last) return;
  const { endpointId } = first.delivery;
  const at = now();
  const results = tried.map((one) => resultOf(one, at, isLastTry));
  await inTransaction(db, async (tx) => {
    await store.noteTries(tx, results, at);
    for (const { id, nextTryAt } of results) if (nextTryAt) await again(tx, id, nextTryAt);
    if (isLastTry) return;
    for (const { id } of left) await again(tx, id, new Date(at.getTime() + leftFor));
    if (tried.some(isWell)) await store.noteHealth(tx, endpointId, true, at);
    if (isWell(last)) return;
    await store.noteHealth(tx, endpointId, false, at);
    const since = await store.failingSince(tx, endpointId);
    const isTired = since !== null && at.getTime() - since.getTime() >= GIVE_UP_MS;
    if (last.answer.status === 410) await store.disable(tx, endpointId, 'gone', at);
    else if (isTired) await store.disable(tx, endpointId, 'failing', at);
  });
}

function resultOf(one: Tried, at: Date, isLastTry: boolean): store.TryResult {
  const { delivery, answer } = one;
  const wait = isWell(one) || isLastTry || answer.status === 410 ? undefined : PAUSES[delivery.tries];
  const nextTryAt = wait === undefined ? null : new Date(at.getTime() + wait * (0.9 + Math.random() * 0.2));
  const state = isWell(one) ? 'delivered' : nextTryAt ? 'pending' : 'failed';
  return { id: delivery.id, state, nextTryAt, httpStatus: answer.status, detail: answer.detail };
}

interface Answer {
  readonly status: number | null;
  readonly detail: string;
}

async function send({ outbound, now }: DeliverTools, delivery: store.DeliveryToSend, secret: string): Promise<Answer> {
  const { eventId, event, happenedAt, data, url } = delivery;
  const { body, headers } = signDelivery({ id: eventId, event, at: happenedAt, data }, secret, now());
  try {
    const response = await outbound.fetch(url, { method: 'POST', headers, body });
    return { status: response.status, detail: cut(await response.text()) };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { status: null, detail: cut(error.message) };
  }
}

const cut = (text: string): string =>
  text
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim()
    .slice(0, LONGEST_DETAIL);
