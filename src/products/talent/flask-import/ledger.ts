/** Which row there became which row here. Written in the transaction that writes the row: an import that is cut short goes on where it was. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';

export interface Known {
  readonly newId: number | null;
  readonly fingerprint: string;
}
export interface Entry extends Known {
  readonly table: string;
  readonly oldId: number;
  readonly how: 'created' | 'matched';
}

export interface Ledger {
  known(db: Db, table: string, oldIds: readonly number[]): Promise<ReadonlyMap<number, Known>>;
  /** What the row became; null when it did not come. */
  newId(db: Db, table: string, oldId: number | null): Promise<number | null>;
  write(tx: Tx, entry: Entry, now: Date): Promise<void>;
  /** How far a log was brought. */
  mark(db: Db, table: string): Promise<number>;
  moveMark(tx: Tx, table: string, lastId: number): Promise<void>;
  /** One import at a time, until `tx` ends. */
  hold(tx: Tx): Promise<void>;
}

export function createLedger(source: string): Ledger {
  const known = async (db: Db, table: string, oldIds: readonly number[]): Promise<ReadonlyMap<number, Known>> => {
    const { rows } = await sql<Known & { oldId: number }>`
      select old_id as "oldId", new_id as "newId", fingerprint from talent.flask_imports
      where source = ${source} and old_table = ${table} and old_id = any(${oldIds}::bigint[])`.execute(db);
    return new Map(rows.map(({ oldId, ...row }) => [oldId, row]));
  };
  return {
    known,
    newId: async (db, table, oldId) => (oldId === null ? null : ((await known(db, table, [oldId])).get(oldId)?.newId ?? null)),
    async write(tx, { table, oldId, newId, how, fingerprint }, now) {
      await sql`
        insert into talent.flask_imports (source, old_table, old_id, new_id, how, fingerprint, imported_at)
        values (${source}, ${table}, ${oldId}, ${newId}, ${how}, ${fingerprint}, ${now})`.execute(tx);
    },
    async mark(db, table) {
      const { rows } = await sql<{ last: number }>`
        select last_id as last from talent.flask_marks where source = ${source} and old_table = ${table}`.execute(db);
      return rows[0]?.last ?? 0;
    },
    async moveMark(tx, table, lastId) {
      await sql`
        insert into talent.flask_marks (source, old_table, last_id) values (${source}, ${table}, ${lastId})
        on conflict (source, old_table) do update set last_id = excluded.last_id`.execute(tx);
    },
    async hold(tx) {
      await sql`select pg_advisory_xact_lock(hashtext('talent.flask_imports'))`.execute(tx);
    },
  };
}
