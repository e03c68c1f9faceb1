/** What the database holds, as its catalogue says it: a table that is added tomorrow is saved without anybody thinking of it. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { migrationFiles } from '#kernel/db/migrate.ts';

/**
 * Not saved, and emptied by a restore. Unlogged tables (counts of a moment) are left out by themselves; jobs travel apart. Sessions and
 * tokens: whoever restores an archive must not bring a stranger's sign-in back. Uploads and handshakes: half-done, and gone in minutes.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'identity.sessions',
  'identity.token_families',
  'identity.refresh_tokens',
  'identity.setup_tokens',
  'kernel.uploads',
  'kernel.upload_chunks',
  'publishing.handshakes',
]);
/** Stays as it is: it says how the tables were made, and the archive says for itself what it was made on. */
export const MIGRATIONS = 'kernel.migrations';

/** They only grow (docs/decisions/0040): what happened here since an archive was made stays written. */
export const AUDIT: ReadonlySet<string> = new Set(['kernel.activity_logs', 'kernel.security_logs', 'kernel.audit_seals']);

export interface ColumnFacts {
  readonly name: string;
  /** As SQL says it: `character varying(255)`, `text[]`. */
  readonly type: string;
}
export interface Table {
  /** `talent.members` */
  readonly name: string;
  /** Without the generated ones, which the database computes again. */
  readonly columns: readonly ColumnFacts[];
  /** Columns of the primary key; all of them when there is none. Texts are compared by their bytes: the same order on every server. */
  readonly order: readonly string[];
  readonly isSaved: boolean;
}

/** The schemas that migrations make; what else is in the database is not ours. */
export const ourSchemas = (): readonly string[] => [
  ...new Set(
    migrationFiles().flatMap(({ text }) => [...text.matchAll(/create schema (?:if not exists )?(\w+)/g)].map(([, name = '']) => name)),
  ),
];

export async function readTables(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string; unlogged: boolean; columns: ColumnFacts[]; keys: string[] | null; collated: string[] }>`
    select n.nspname || '.' || c.relname as name, c.relpersistence <> 'p' as unlogged,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by k.place)
        from pg_index i, unnest(i.indkey::int2[]) with ordinality k(number, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number) as keys,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attcollation <> 0) as collated
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any(${ourSchemas()})
    order by 1`.execute(db);
  return rows.map(({ name, unlogged, columns, keys, collated }) => ({
    name,
    columns,
    order: keys
      ? keys.map((key) => (collated.includes(key) ? `${quoted(key)} collate "C"` : quoted(key)))
      : columns.map((column) => `${quoted(column.name)}::text collate "C"`),
    isSaved: !unlogged && !LEFT_OUT.has(name) && name !== MIGRATIONS,
  }));
}

export interface SequenceFacts {
  readonly name: string;
  /** The last number given; null when none was. A text: it may be larger than a JavaScript number. */
  readonly last: string | null;
}
export async function readSequences(db: Db): Promise<readonly SequenceFacts[]> {
  const { rows } = await sql<SequenceFacts>`
    select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences
    where schemaname = any(${ourSchemas()}) order by 1`.execute(db);
  return rows;
}

/** Never back: a number that was given once, here or where the archive was made, is not given to somebody else. */
export async function advanceSequences(tx: Tx, sequences: readonly SequenceFacts[]): Promise<void> {
  const here = new Map((await readSequences(tx)).map(({ name, last }) => [name, last]));
  for (const { name, last } of sequences) {
    if (last === null || !here.has(name) || BigInt(here.get(name) ?? 0) >= BigInt(last)) continue;
    await sql`select setval(${nameOf(name)}::regclass, ${last}::bigint)`.execute(tx);
  }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** `"talent"."members"` */
export const nameOf = (table: string): string => table.split('.').map(quoted).join('.');

/** For how long whole tables are read or written: no limit of a request holds, and every value is written in one way on every server. */
export async function unhurried(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '60s';
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex';
    set local extra_float_digits = 1`.execute(tx);
}

/** The beginning of the log of what was done, which tells one installation from another: its first seal, and its first row. */
export interface Lineage {
  readonly seal: string | null;
  readonly first: string | null;
}
export async function readLineage(db: Db): Promise<Lineage> {
  const { rows } = await sql<Lineage>`select
    (select seal from kernel.audit_seals where log = 'activity' and number = 1) as seal,
    (select id || ' ' || created_at from kernel.activity_logs order by id limit 1) as first`.execute(db);
  return rows[0] ?? { seal: null, first: null };
}
export const isSameLineage = (archive: Lineage, here: Lineage): boolean =>
  archive.seal === null ? archive.first !== null && archive.first === here.first : archive.seal === here.seal;
