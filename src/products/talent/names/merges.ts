/** The memory of merges: who became whom, when, by whose decision, and for ninety days what the absorbed file was. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { PersonKind } from '../people-news.ts';
import type { Person } from './person.ts';

const SNAPSHOT_DAYS = 90;

export interface NewMerge {
  readonly survivor: Person;
  readonly absorbed: Person;
  readonly taken: readonly string[];
  readonly moved: Readonly<Record<string, number>>;
  readonly by: number;
  readonly now: Date;
}

export async function insertMerge(tx: Tx, { survivor, absorbed, taken, moved, by, now }: NewMerge): Promise<number> {
  const until = new Date(now.getTime() + SNAPSHOT_DAYS * 86_400_000);
  const { rows } = await sql<{ id: number }>`
    insert into talent.merges (kind, survivor_id, survivor_code, absorbed_id, absorbed_code, taken, moved, snapshot_until, merged_by, merged_at)
    values (${survivor.kind}, ${survivor.id}, ${survivor.code}, ${absorbed.id}, ${absorbed.code}, ${taken}::text[], ${JSON.stringify(moved)}::jsonb,
      ${until}, ${by}, ${now})
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a merge was not written down');
  return row.id;
}

export const keepSnapshot = (tx: Tx, id: number, sealed: string): Promise<unknown> =>
  sql`update talent.merges set snapshot_encrypted = ${sealed} where id = ${id}`.execute(tx);

export async function forgetSnapshots(tx: Tx, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update talent.merges set snapshot_encrypted = null where snapshot_until <= ${now} and snapshot_encrypted is not null`.execute(tx);
  return Number(numAffectedRows);
}

export interface Merge {
  readonly id: number;
  readonly kind: PersonKind;
  readonly survivorCode: string;
  readonly absorbedCode: string;
  readonly taken: readonly string[];
  readonly mergedBy: string | null;
  readonly mergedAt: Date;
}

export async function listMerges(db: Db, { size, offset }: PageAsked): Promise<PageOf<Merge>> {
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.merges`.execute(db),
    sql<Merge>`
      select g.id, g.kind, g.survivor_code as "survivorCode", g.absorbed_code as "absorbedCode", g.taken, g.merged_at as "mergedAt",
        (select a.first_name || ' ' || a.last_name from identity.account_cards a where a.id = g.merged_by) as "mergedBy"
      from talent.merges g order by g.merged_at desc, g.id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export const countMerges = async (db: Db): Promise<number> =>
  (await sql<{ total: number }>`select count(*)::int as total from talent.merges`.execute(db)).rows[0]?.total ?? 0;
