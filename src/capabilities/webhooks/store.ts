/** The tables of endpoints, events and deliveries. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Delivery, Endpoint, WebhookEvent, WebhookProduct } from './webhooks.ts';

const ENDPOINT = sql`id, product, account_id as "accountId", url, events, is_active as "isActive", disabled_reason as "disabledReason",
  created_at as "createdAt", updated_at as "updatedAt"`;
const DELIVERY = sql`d.id, d.endpoint_id as "endpointId", d.event_id as "eventId", e.event, d.state, d.tries, d.next_try_at as "nextTryAt",
  d.http_status as "httpStatus", d.detail, d.created_at as "createdAt", d.delivered_at as "deliveredAt"`;
const DELIVERIES = sql`webhooks.deliveries d join webhooks.events e on e.id = d.event_id`;

export interface StoredEndpoint {
  readonly id: string;
  readonly product: WebhookProduct;
  readonly accountId: number;
  readonly url: string;
  readonly events: readonly string[];
  readonly secretEncrypted: string;
}

export async function insertEndpoint(db: Db, endpoint: StoredEndpoint, now: Date): Promise<Endpoint> {
  const { rows } = await sql<Endpoint>`
    insert into webhooks.endpoints (id, product, account_id, url, events, secret_encrypted, created_at, updated_at)
    values (${endpoint.id}, ${endpoint.product}, ${endpoint.accountId}, ${endpoint.url}, ${[...endpoint.events]}::text[],
      ${endpoint.secretEncrypted}, ${now}, ${now}) returning ${ENDPOINT}`.execute(db);
  return one(rows);
}

export async function listEndpoints(db: Db, product: WebhookProduct, accountId: number): Promise<readonly Endpoint[]> {
  const { rows } = await sql<Endpoint>`select ${ENDPOINT} from webhooks.endpoints
    where product = ${product} and account_id = ${accountId} order by created_at, id`.execute(db);
  return rows;
}

/** Null for somebody else's. */
export async function findEndpoint(db: Db, product: WebhookProduct, accountId: number, id: string): Promise<Endpoint | null> {
  const { rows } = await sql<Endpoint>`select ${ENDPOINT} from webhooks.endpoints
    where id = ${id} and product = ${product} and account_id = ${accountId}`.execute(db);
  return rows[0] ?? null;
}

export interface EndpointChanges {
  readonly url?: string;
  readonly events?: readonly string[];
  readonly secretEncrypted?: string;
  readonly isActive?: boolean;
}

/** Whoever changes it begins anew with its failures. */
export async function updateEndpoint(db: Db, id: string, changes: EndpointChanges, now: Date): Promise<Endpoint> {
  const { rows } = await sql<Endpoint>`
    update webhooks.endpoints set url = coalesce(${changes.url ?? null}, url),
      events = coalesce(${changes.events ? [...changes.events] : null}::text[], events),
      secret_encrypted = coalesce(${changes.secretEncrypted ?? null}, secret_encrypted),
      is_active = coalesce(${changes.isActive ?? null}, is_active), disabled_reason = null, failing_since = null, updated_at = ${now}
    where id = ${id} returning ${ENDPOINT}`.execute(db);
  return one(rows);
}

export async function deleteEndpoint(db: Db, id: string): Promise<void> {
  await sql`delete from webhooks.endpoints where id = ${id}`.execute(db);
}

/** Writes the event when somebody listens to it; the deliveries it asks for. */
export async function insertEvent(tx: Tx, { product, accountId, event, data }: WebhookEvent, now: Date): Promise<readonly string[]> {
  const { rows: listeners } = await sql<{ id: string }>`select id from webhooks.endpoints
    where account_id = ${accountId} and product = ${product} and is_active and ${event} = any(events)`.execute(tx);
  if (listeners.length === 0) return [];
  const eventId = await insertOnlyEvent(tx, { product, accountId, event, data }, now);
  const deliveries: string[] = [];
  for (const { id } of listeners) deliveries.push(await insertDelivery(tx, id, eventId, now));
  return deliveries;
}

export async function insertOnlyEvent(db: Db, { product, accountId, event, data }: WebhookEvent, now: Date): Promise<string> {
  const id = randomUUID();
  await sql`insert into webhooks.events (id, product, account_id, event, data, created_at)
    values (${id}, ${product}, ${accountId}, ${event}, ${JSON.stringify(data)}::jsonb, ${now})`.execute(db);
  return id;
}

export async function insertDelivery(db: Db, endpointId: string, eventId: string, now: Date): Promise<string> {
  const id = randomUUID();
  await sql`insert into webhooks.deliveries (id, endpoint_id, event_id, next_try_at, created_at)
    values (${id}, ${endpointId}, ${eventId}, ${now}, ${now})`.execute(db);
  return id;
}

export interface DeliveryToSend {
  readonly id: string;
  readonly tries: number;
  readonly createdAt: Date;
  readonly endpointId: string;
  readonly url: string;
  readonly secretEncrypted: string;
  readonly eventId: string;
  readonly event: string;
  readonly data: unknown;
  readonly happenedAt: Date;
}

/** In the order in which they were made, without those that are done or whose endpoint does not want them any more. */
export async function findToSend(db: Db, ids: readonly string[]): Promise<readonly DeliveryToSend[]> {
  const { rows } = await sql<DeliveryToSend>`
    select d.id, d.tries, d.created_at as "createdAt", p.id as "endpointId", p.url, p.secret_encrypted as "secretEncrypted",
      e.id as "eventId", e.event, e.data, e.created_at as "happenedAt"
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
      join webhooks.deliveries d on d.id = asked.id join webhooks.endpoints p on p.id = d.endpoint_id
      join webhooks.events e on e.id = d.event_id
    where d.state = 'pending' and (p.is_active or e.event = 'ping') order by d.created_at, asked.place`.execute(db);
  return rows;
}

export interface TryResult {
  readonly id: string;
  readonly state: Delivery['state'];
  readonly nextTryAt: Date | null;
  readonly httpStatus: number | null;
  readonly detail: string;
}

export async function noteTries(tx: Tx, results: readonly TryResult[], now: Date): Promise<void> {
  await sql`update webhooks.deliveries d set state = r.state, tries = d.tries + 1, next_try_at = r."nextTryAt", http_status = r."httpStatus",
      detail = r.detail, delivered_at = case when r.state = 'delivered' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as r (id uuid, state text, "nextTryAt" timestamptz, "httpStatus" integer, detail text)
    where d.id = r.id and d.state = 'pending'`.execute(tx);
}

export async function noteHealth(tx: Tx, endpointId: string, isWell: boolean, now: Date): Promise<void> {
  await sql`update webhooks.endpoints set failing_since = ${isWell ? sql`null` : sql`coalesce(failing_since, ${now})`}
    where id = ${endpointId} and (failing_since is not null) = ${isWell}`.execute(tx);
}

/** Nobody is told any more; what still waits is given up. */
export async function disable(tx: Tx, endpointId: string, reason: string, now: Date): Promise<void> {
  await sql`update webhooks.endpoints set is_active = false, disabled_reason = ${reason}, updated_at = ${now} where id = ${endpointId}`.execute(
    tx,
  );
  await sql`update webhooks.deliveries set state = 'failed', next_try_at = null where endpoint_id = ${endpointId} and state = 'pending'`.execute(
    tx,
  );
}

export async function failingSince(tx: Tx, endpointId: string): Promise<Date | null> {
  const { rows } = await sql<{
    since: Date | null;
  }>`select failing_since as since from webhooks.endpoints where id = ${endpointId}`.execute(tx);
  return rows[0]?.since ?? null;
}

export async function listDeliveries(db: Db, endpointId: string, { size, offset }: PageAsked): Promise<PageOf<Delivery>> {
  const counted = await sql<{
    total: number;
  }>`select count(*)::int as total from webhooks.deliveries where endpoint_id = ${endpointId}`.execute(db);
  const { rows } = await sql<Delivery>`select ${DELIVERY} from ${DELIVERIES} where d.endpoint_id = ${endpointId}
    order by d.created_at desc, d.id limit ${size} offset ${offset}`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export async function findDelivery(db: Db, endpointId: string, id: string): Promise<Delivery | null> {
  const { rows } =
    await sql<Delivery>`select ${DELIVERY} from ${DELIVERIES} where d.endpoint_id = ${endpointId} and d.id::text = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Events go with their deliveries. */
export async function deleteEventsBefore(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from webhooks.events where created_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

function one<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (!row) throw new Error('the endpoint is gone');
  return row;
}
