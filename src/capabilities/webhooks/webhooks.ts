/**
 * Telling other programs what happened, at their own address.
 *
 * Hides signatures, retries, the log and the walls against addresses inside our network. Words: an *endpoint* is an address with the
 * events it listens to and a secret; an *event* is written in the transaction of what happened; a *delivery* is one event for one
 * endpoint, tried until it is answered with 2xx or a day has passed.
 */
import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { createOutbound } from '#kernel/outbound.ts';
import type { Vault } from '#kernel/vault.ts';
import { createDelivery, deliver } from './deliver.ts';
import { m } from './messages.ts';
import { readEndpoint } from './read-endpoint.ts';
import { newSecret } from './signature.ts';
import * as store from './store.ts';

export { limitByHand } from './by-hand.ts';
export { registerWebhookPages } from './pages.tsx';
export { DELIVERY, deliveryOf, ENDPOINT, endpointBody, endpointOf, NEW_ENDPOINT, readChanges, readNew } from './wire.ts';

export type WebhookProduct = 'images' | 'video';

export interface WebhookEvent {
  readonly product: WebhookProduct;
  readonly accountId: number;
  /** `image.generated`, `publish.completed`: of the product's own list. */
  readonly event: string;
  /** JSON, at most 256 KB. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Endpoint {
  readonly id: string;
  readonly product: WebhookProduct;
  readonly accountId: number;
  readonly url: string;
  readonly events: readonly string[];
  readonly isActive: boolean;
  /** `gone` (the receiver said 410) or `failing` (a day without one success), when we stopped by ourselves. */
  readonly disabledReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewEndpoint {
  readonly url: string;
  readonly events: readonly string[];
  /** Made here when not given. */
  readonly secret?: string;
}

export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly event: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly tries: number;
  readonly nextTryAt: Date | null;
  readonly httpStatus: number | null;
  /** The receiver's first words or ours, at most 500 characters. */
  readonly detail: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

export interface Webhooks {
  /** In the transaction of what happened. */
  emit(tx: Tx, event: WebhookEvent): Promise<void>;
  /** Throws `failure.invalid` naming `url`, `events`, `secret`. The secret is told here, and never again. */
  create(
    product: WebhookProduct,
    accountId: number,
    endpoint: NewEndpoint,
    allowed: readonly string[],
  ): Promise<{ readonly endpoint: Endpoint; readonly secret: string }>;
  list(product: WebhookProduct, accountId: number): Promise<readonly Endpoint[]>;
  get(product: WebhookProduct, accountId: number, id: string): Promise<Endpoint>;
  change(
    product: WebhookProduct,
    accountId: number,
    id: string,
    changes: Partial<NewEndpoint> & { readonly isActive?: boolean },
    allowed: readonly string[],
  ): Promise<Endpoint>;
  remove(product: WebhookProduct, accountId: number, id: string): Promise<void>;
  /** Newest first. */
  deliveries(product: WebhookProduct, accountId: number, id: string, page: PageAsked): Promise<PageOf<Delivery>>;
  /** The same event once more, with the same event id. */
  redeliver(product: WebhookProduct, accountId: number, endpointId: string, deliveryId: string): Promise<Delivery>;
  /** Sends a `ping` now and answers how it went. */
  test(product: WebhookProduct, accountId: number, id: string): Promise<Delivery>;
  /** Forgets deliveries of more than thirty days ago; answers how many. For a daily job. */
  sweep(): Promise<number>;
}

export interface WebhooksTools {
  readonly config: Pick<Config, 'demo'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly queue: Queue;
}

const DELIVER = defineJob({
  name: 'webhooks.deliver',
  data: Type.Object({ id: Type.String() }),
  // Of our own troubles: what the receiver does is no failure of the job.
  retries: 5,
  timeoutSeconds: 180,
  concurrency: 4,
  batch: 200,
  unique: 'unfinished',
});
const MOST_ENDPOINTS = 20;
const KEPT_MS = 30 * 86_400_000;

export function createWebhooks(tools: WebhooksTools): Webhooks {
  const { config, db, clock, vault, queue } = tools;
  const outbound = createOutbound({ allowLoopback: config.demo, timeoutMs: 10_000, maxBytes: 64 * 1024, maxRedirects: 0 });
  // Each try is a job of its own: its key says which.
  const promise = (from: Db, id: string, startAfter?: Date): Promise<void> =>
    queue.enqueue(from, DELIVER, { id }, { key: `${id} ${startAfter?.getTime() ?? 0}`, ...(startAfter ? { startAfter } : {}) });
  const sending = { db, outbound, decrypt: vault.decrypt, now: () => clock.now(), again: promise };
  const send = createDelivery(sending);
  queue.work(DELIVER, ({ id }, { signal }) => send(id, signal));
  const own = async (product: WebhookProduct, accountId: number, id: string): Promise<Endpoint> => {
    const found = await store.findEndpoint(db, product, accountId, id);
    if (!found) throw failure.notFound(m.notFound);
    return found;
  };
  const deliveryOf = async (endpointId: string, id: string): Promise<Delivery> => {
    const found = await store.findDelivery(db, endpointId, id);
    if (!found) throw failure.notFound(m.noDelivery);
    return found;
  };
  return {
    async emit(tx, event) {
      for (const id of await store.insertEvent(tx, event, clock.now())) await promise(tx, id);
    },
    async create(product, accountId, given, allowed) {
      const { url, events, secret = newSecret() } = await readEndpoint(outbound, given, allowed);
      if ((await store.listEndpoints(db, product, accountId)).length >= MOST_ENDPOINTS)
        throw failure.conflict('TOO_MANY_WEBHOOKS', m.tooMany, {}, { limit: MOST_ENDPOINTS });
      const id = `wh_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
      const row = { id, product, accountId, url, events, secretEncrypted: vault.encrypt(secret) };
      return { endpoint: await store.insertEndpoint(db, row, clock.now()), secret };
    },
    list: (product, accountId) => store.listEndpoints(db, product, accountId),
    get: own,
    async change(product, accountId, id, changes, allowed) {
      const before = await own(product, accountId, id);
      const { url, events } = await readEndpoint(outbound, { ...before, ...changes }, allowed);
      const secret = changes.secret === undefined ? {} : { secretEncrypted: vault.encrypt(changes.secret) };
      const isActive = changes.isActive === undefined ? {} : { isActive: changes.isActive };
      return store.updateEndpoint(db, id, { url, events, ...secret, ...isActive }, clock.now());
    },
    async remove(product, accountId, id) {
      await own(product, accountId, id);
      await store.deleteEndpoint(db, id);
    },
    async deliveries(product, accountId, id, page) {
      await own(product, accountId, id);
      return store.listDeliveries(db, id, page);
    },
    async redeliver(product, accountId, endpointId, deliveryId) {
      await own(product, accountId, endpointId);
      const { eventId } = await deliveryOf(endpointId, deliveryId);
      const again = await inTransaction(db, async (tx) => {
        const id = await store.insertDelivery(tx, endpointId, eventId, clock.now());
        await promise(tx, id);
        return id;
      });
      return deliveryOf(endpointId, again);
    },
    async test(product, accountId, id) {
      await own(product, accountId, id);
      const data = { message: 'ping', endpoint_id: id };
      const eventId = await store.insertOnlyEvent(db, { product, accountId, event: 'ping', data }, clock.now());
      const delivery = await store.insertDelivery(db, id, eventId, clock.now());
      await deliver(sending, delivery, true);
      return deliveryOf(id, delivery);
    },
    sweep: () => store.deleteEventsBefore(db, new Date(clock.now().getTime() - KEPT_MS)),
  };
}
