/** Pictures under way outside (`generation.image_purchases`): found again by whoever makes the same order. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { ImageOrder, ImageProviderName } from './image.ts';

export interface Bought {
  /** Null: it was asked for, and no answer came. */
  readonly predictionId: string | null;
  readonly at: Date;
  /** Later the provider has forgotten what it made. */
  readonly isFetchable: boolean;
}

/** What a provider is told of it. */
export interface Purchase {
  /** By an earlier try at this order. */
  readonly before: Bought | null;
  /** Commits the number: from here on nothing is paid twice. */
  keep(predictionId: string): Promise<void>;
}

/** Replicate forgets inputs and outputs after an hour. */
const FETCHABLE_MS = 55 * 60_000;
/** Of an order that is made again: longer than any process is away. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** Without a key only this very order finds its purchase again. */
export const digestOf = ({ prompt, negativePrompt, style, width, height, quality, seed }: ImageOrder, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([key, prompt, style, width, height, quality, seed, ...(negativePrompt ? [negativePrompt] : [])]))
    .digest('hex');

export async function findPurchase(
  db: Db,
  digest: string,
  provider: ImageProviderName,
  now: Date,
): Promise<(Bought & { readonly callId: number }) | null> {
  const { rows } = await sql<Bought & { readonly callId: number }>`
    select call_id::float8 as "callId", prediction_id as "predictionId", created_at as at,
      created_at > ${new Date(now.getTime() - FETCHABLE_MS)} as "isFetchable"
    from generation.image_purchases where order_digest = ${digest} and provider = ${provider}`.execute(db);
  return rows[0] ?? null;
}

export async function openPurchase(db: Db, digest: string, provider: ImageProviderName, callId: number, now: Date): Promise<void> {
  await sql`insert into generation.image_purchases (order_digest, provider, call_id, created_at)
    values (${digest}, ${provider}, ${callId}, ${now})
    on conflict (order_digest, provider) do update set call_id = excluded.call_id, prediction_id = null, created_at = excluded.created_at`.execute(
    db,
  );
}

export async function keepPurchase(db: Db, digest: string, provider: ImageProviderName, predictionId: string): Promise<void> {
  await sql`update generation.image_purchases set prediction_id = ${predictionId}
    where order_digest = ${digest} and provider = ${provider}`.execute(db);
}

export async function forgetPurchase(db: Db, digest: string, provider: ImageProviderName): Promise<void> {
  await sql`delete from generation.image_purchases where order_digest = ${digest} and provider = ${provider}`.execute(db);
}

export async function sweepPurchases(db: Db, now: Date): Promise<void> {
  await sql`delete from generation.image_purchases where created_at < ${new Date(now.getTime() - KEPT_MS)}`.execute(db);
}
