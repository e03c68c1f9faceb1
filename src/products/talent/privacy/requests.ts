/** Asking to be erased: a week to change one's mind, then it happens. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { type ErasingTools, eraseAccount, sweepKept } from './erasing.ts';

export const GRACE_DAYS = 7;
const DAY = 86_400_000;

export interface ErasureRequest {
  readonly accountId: number;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

/** Asked twice, the first counts. */
export async function askErasure(db: Db, accountId: number, now: Date): Promise<void> {
  await sql`
    insert into talent.erasure_requests (account_id, asked_at, due_at) values (${accountId}, ${now}, ${new Date(now.getTime() + GRACE_DAYS * DAY)})
    on conflict do nothing`.execute(db);
}

/** False when nothing was asked. */
export async function withdrawErasure(db: Db, accountId: number): Promise<boolean> {
  const { rows } = await sql`delete from talent.erasure_requests where account_id = ${accountId} returning account_id`.execute(db);
  return rows.length > 0;
}

const REQUEST = sql`r.account_id as "accountId", r.asked_at as "askedAt", r.due_at as "dueAt"`;

export async function findRequest(db: Db, accountId: number): Promise<ErasureRequest | null> {
  const { rows } = await sql<ErasureRequest>`select ${REQUEST} from talent.erasure_requests r where account_id = ${accountId}`.execute(db);
  return rows[0] ?? null;
}

export interface Waiting extends ErasureRequest {
  readonly name: string;
  readonly email: string;
}
export interface Past {
  readonly id: number;
  readonly kind: 'standard' | 'cinema';
  readonly by: 'person' | 'administrator' | 'restore';
  readonly erasedAt: Date;
  readonly keptUntil: Date | null;
}

/** The next first, the latest first. */
export async function readRequests(
  db: Db,
  most: number,
): Promise<{ readonly waiting: readonly Waiting[]; readonly past: readonly Past[] }> {
  const { rows: waiting } = await sql<Waiting>`
    select ${REQUEST}, trim(a.first_name || ' ' || a.last_name) as name, a.email
    from talent.erasure_requests r join identity.account_cards a on a.id = r.account_id order by r.due_at limit ${most}`.execute(db);
  const { rows: past } = await sql<Past>`
    select id, kind, by, erased_at as "erasedAt", kept_until as "keptUntil" from talent.erasures order by erased_at desc, id desc limit ${most}`.execute(
    db,
  );
  return { waiting, past };
}

/** Erases whoever asked a week ago, and what was kept long enough; answers how many people. For an hourly job. */
export async function sweepErasures(tools: ErasingTools): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select r.account_id as id from talent.erasure_requests r join identity.account_cards a on a.id = r.account_id
    where r.due_at <= ${tools.clock.now()} and not a.is_admin order by r.due_at limit 100`.execute(tools.db);
  let erased = 0;
  for (const { id } of rows) if (await eraseAccount(tools, id, 'person')) erased += 1;
  return erased + (await sweepKept(tools, tools.db));
}
