/** One try of a delivery: signed anew, sent to a public address, noted whatever becomes of it. */
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
const LONGEST_DETAIL = 500;

/** What is done already stays as it is. `isLastTry`: a test has one only. */
export async function deliver(tools: DeliverTools, id: string, isLastTry = false): Promise<void> {
  const { db, now } = tools;
  const delivery = await store.findToSend(db, id);
  if (!delivery) return;
  const answer = await send(tools, delivery);
  const isWell = answer.status !== null && answer.status >= 200 && answer.status < 300;
  const at = now();
  const pause = isWell || isLastTry || answer.status === 410 ? undefined : PAUSES[delivery.tries];
  const nextTryAt = pause === undefined ? null : new Date(at.getTime() + pause * (0.9 + Math.random() * 0.2));
  const state = isWell ? 'delivered' : nextTryAt ? 'pending' : 'failed';
  await inTransaction(db, async (tx) => {
    await store.noteTry(tx, id, { state, nextTryAt, httpStatus: answer.status, detail: answer.detail }, at);
    if (nextTryAt) await tools.again(tx, id, nextTryAt);
    if (isLastTry) return;
    await store.noteHealth(tx, delivery.endpointId, isWell, at);
    const since = await store.failingSince(tx, delivery.endpointId);
    const isTired = since !== null && at.getTime() - since.getTime() >= GIVE_UP_MS;
    if (answer.status === 410) await store.disable(tx, delivery.endpointId, 'gone', at);
    else if (!isWell && isTired) await store.disable(tx, delivery.endpointId, 'failing', at);
  });
}

interface Answer {
  readonly status: number | null;
  readonly detail: string;
}

async function send({ outbound, decrypt, now }: DeliverTools, delivery: store.DeliveryToSend): Promise<Answer> {
  const { eventId, event, happenedAt, data, secretEncrypted, url } = delivery;
  const { body, headers } = signDelivery({ id: eventId, event, at: happenedAt, data }, decrypt(secretEncrypted), now());
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
