/** The tables of notices, and of what people do not want to be told. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { NoticeValues } from './kinds.ts';

export interface News {
  readonly kind: string;
  readonly to: readonly number[];
  readonly values: NoticeValues;
  readonly href: string;
  readonly group: string | null;
}

/**
 * One line for each account that wants to know; answers whose. A line of the same group is renewed instead, unless another transaction
 * holds it: then there are two for a while, and whoever tells next makes one of them again. So nobody ever waits here.
 */
export async function tell(tx: Tx, { kind, to, values, href, group }: News, now: Date): Promise<readonly number[]> {
  const said = JSON.stringify(values);
  const { rows } = await sql<{ accountId: number }>`
    with told as (
      select a.id from identity.account_cards a where a.id = any(${[...to]}::bigint[])
        and not exists (select from notifications.silenced s where s.account_id = a.id and s.kind = ${kind})
    ), held as (
      select n.id, n.account_id, n.count from notifications.notices n
      where n.account_id in (select id from told) and n.kind = ${kind} and n.group_key = ${group} and n.read_at is null
      order by n.id for update skip locked
    ), kept as (
      select max(id) as id, account_id, sum(count)::int as count from held group by account_id
    ), gone as (
      delete from notifications.notices where id in (select id from held except select id from kept)
    ), renewed as (
      update notifications.notices n set count = kept.count + 1, said = ${said}::jsonb, href = ${href}, created_at = ${now}
      from kept where n.id = kept.id returning n.account_id
    ), added as (
      insert into notifications.notices (account_id, kind, said, href, group_key, created_at)
      select told.id, ${kind}, ${said}::jsonb, ${href}, ${group}, ${now} from told
      where told.id not in (select account_id from renewed) order by told.id returning account_id
    )
    select account_id as "accountId" from renewed union all select account_id from added`.execute(tx);
  return rows.map(({ accountId }) => accountId);
}

export async function listAdmins(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from identity.account_cards where is_admin and is_active order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface NoticeRow {
  readonly id: number;
  readonly kind: string;
  readonly said: NoticeValues;
  readonly href: string;
  readonly count: number;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface Asked {
  readonly accountId: number;
  /** Kinds that this reader may be told of. */
  readonly kinds: readonly string[];
  readonly unread: boolean;
}

const whereOf = ({ accountId, kinds, unread }: Asked) => sql`
  account_id = ${accountId} and kind = any(${[...kinds]}::text[]) and ${unread ? sql`read_at is null` : sql`true`}`;

/** Newest first. */
export async function list(db: Db, asked: Asked, { size, offset }: PageAsked): Promise<PageOf<NoticeRow>> {
  const where = whereOf(asked);
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from notifications.notices where ${where}`.execute(db),
    latest(db, asked, size, offset),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export const latest = (db: Db, asked: Asked, size: number, offset = 0): Promise<{ readonly rows: readonly NoticeRow[] }> =>
  sql<NoticeRow>`
    select id, kind, said, href, count, created_at as "createdAt", read_at as "readAt" from notifications.notices
    where ${whereOf(asked)} order by created_at desc, id desc limit ${size} offset ${offset}`.execute(db);

/** Beyond `most` nobody counts. */
export async function countUnread(db: Db, asked: Omit<Asked, 'unread'>, most: number): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select from notifications.notices where ${whereOf({ ...asked, unread: true })} limit ${most}
    ) as counted`.execute(db);
  return rows[0]?.unread ?? 0;
}

/** False when it is gone, or somebody else's. */
export async function markRead(db: Db, accountId: number, id: number, isRead: boolean, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update notifications.notices set read_at = case when ${isRead} then coalesce(read_at, ${now}) end
    where id = ${id} and account_id = ${accountId} returning id`.execute(db);
  return rows.length > 0;
}

/** What came after `until` was not seen yet. Answers how many lines. */
export async function markAllRead(db: Db, accountId: number, until: Date, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update notifications.notices set read_at = ${now}
    where account_id = ${accountId} and read_at is null and created_at <= ${until}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export async function listSilenced(db: Db, accountId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from notifications.silenced where account_id = ${accountId}`.execute(db);
  return rows.map(({ kind }) => kind);
}

/** Of the kinds that were offered, those are wanted; what was not offered stays as it was. */
export async function saveWanted(tx: Tx, accountId: number, offered: readonly string[], wanted: readonly string[]): Promise<void> {
  const silenced = offered.filter((kind) => !wanted.includes(kind));
  await sql`delete from notifications.silenced where account_id = ${accountId} and kind = any(${[...wanted]}::text[])`.execute(tx);
  await sql`
    insert into notifications.silenced (account_id, kind) select ${accountId}, kind from unnest(${silenced}::text[]) as given (kind)
    on conflict do nothing`.execute(tx);
}

export async function sweep(db: Db, readBefore: Date, anyBefore: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from notifications.notices where created_at < ${anyBefore} or (created_at < ${readBefore} and read_at < ${readBefore})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
