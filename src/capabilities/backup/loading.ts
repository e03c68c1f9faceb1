/** Puts an archive in the place of what is here, in one transaction: all of it counts from its commit on, or nothing does. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { applyMigrations, migrationFiles } from '#kernel/db/migrate.ts';
import { failure } from '#kernel/failure.ts';
import type { CarriedJob } from '#kernel/jobs/carried.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Archive } from './archive.ts';
import { batchesOf, insertRows } from './dump.ts';
import { JOBS, schemaOf, tableEntry } from './manifest.ts';
import { refusals as m } from './messages.ts';
import {
  AUDIT,
  advanceSequences,
  isSameLineage,
  MIGRATIONS,
  nameOf,
  ourSchemas,
  quoted,
  readLineage,
  readSequences,
  readTables,
  type Table,
  unhurried,
} from './tables.ts';

export interface Loading {
  readonly archive: Archive;
  readonly queue: Pick<Queue, 'replace'>;
  /** Of the browser that asked for it: it stays signed in when the archive knows the same administrator. */
  readonly keepSession: string | null;
  /** What rooms do about what was promised when the archive was made; in the same transaction. */
  readonly restored: readonly ((tx: Tx) => Promise<void>)[];
}

export async function load(tx: Tx, { archive, queue, keepSession, restored }: Loading): Promise<void> {
  const { manifest } = archive;
  const isOlder = schemaOf(manifest) === 'older';
  await unhurried(tx);
  const numbers = await readSequences(tx);
  const session = await readSession(tx, keepSession);
  const keepsAudit = !isOlder && isSameLineage(manifest.lineage, await readLineage(tx));
  if (isOlder) await rebuild(tx, manifest.migrations);
  const tables = await readTables(tx);
  const emptied = tables.filter(({ name }) => name !== MIGRATIONS && !(keepsAudit && AUDIT.has(name)));
  await sql`lock table ${sql.raw(tables.map(({ name }) => nameOf(name)).join(', '))} in access exclusive mode`.execute(tx);
  const ties = await cutTies(tx);
  for (const { name } of emptied) await sql`alter table ${sql.raw(nameOf(name))} disable trigger user`.execute(tx);
  await sql`truncate ${sql.raw(emptied.map(({ name }) => nameOf(name)).join(', '))}`.execute(tx);
  for (const part of manifest.tables) {
    if (keepsAudit && AUDIT.has(part.name)) continue;
    const table = fitting(tables, part);
    for await (const rows of batchesOf(archive.read(tableEntry(part.name)), part.columns.length)) await insertRows(tx, table, rows);
  }
  if (keepsAudit) await letGoOfAccounts(tx);
  await advanceSequences(tx, manifest.sequences);
  await advanceSequences(tx, numbers);
  for (const { table, name, definition } of ties)
    await sql`alter table ${sql.raw(nameOf(table))} add constraint ${sql.raw(`${quoted(name)} ${definition}`)}`.execute(tx);
  for (const { name } of emptied) await sql`alter table ${sql.raw(nameOf(name))} enable trigger user`.execute(tx);
  if (isOlder) await applyMigrations(tx);
  if (session) await writeSession(tx, session);
  await queue.replace(tx, jobsOf(archive));
  for (const act of restored) await act(tx);
}

/** The tables as they were when the archive was made; what was added to them since is applied to its rows afterwards. */
async function rebuild(tx: Tx, applied: Archive['manifest']['migrations']): Promise<void> {
  const names = new Set(applied.map(({ name }) => name));
  await sql`drop schema ${sql.raw(ourSchemas().map(quoted).join(', '))} cascade`.execute(tx);
  await applyMigrations(
    tx,
    migrationFiles().filter(({ name }) => names.has(name)),
  );
}

/** The table here with the columns of the archive, in its order. */
function fitting(tables: readonly Table[], part: Archive['manifest']['tables'][number]): Table {
  const table = tables.find(({ name }) => name === part.name);
  const columns = part.columns.map(({ name }) => table?.columns.find((column) => column.name === name));
  if (!table?.isSaved || columns.length !== table.columns.length || columns.some((column, i) => column?.type !== part.columns[i]?.type))
    throw failure.field('archive', m.unfit, { table: part.name }, 'unfit');
  return { ...table, columns: columns.flatMap((column) => column ?? []) };
}

interface Tie {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Foreign keys go while rows come in any order, and are checked as a whole when they come back. */
async function cutTies(tx: Tx): Promise<readonly Tie[]> {
  const { rows } = await sql<Tie>`
    select n.nspname || '.' || c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = any(${ourSchemas()}) order by 1, 2`.execute(tx);
  for (const { table, name } of rows) await sql.raw(`alter table ${nameOf(table)} drop constraint ${quoted(name)}`).execute(tx);
  return rows;
}

/** Entries of accounts that the archive does not know keep the name they were written with. */
async function letGoOfAccounts(tx: Tx): Promise<void> {
  await sql`update kernel.activity_logs l set user_id = null
    where user_id is not null and not exists (select from identity.accounts a where a.id = l.user_id)`.execute(tx);
}

interface KeptSession {
  readonly account: number;
  readonly email: string;
  readonly session: string;
}
async function readSession(tx: Tx, id: string | null): Promise<KeptSession | null> {
  if (id === null) return null;
  const { rows } = await sql<KeptSession>`
    select a.id as account, a.email, to_jsonb(kept)::text as session
    from identity.sessions kept join identity.accounts a on a.id = kept.account_id where kept.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
async function writeSession(tx: Tx, { account, email, session }: KeptSession): Promise<void> {
  await sql`insert into identity.sessions
    select s.* from jsonb_populate_record(null::identity.sessions, ${session}::jsonb) s
    where exists (select from identity.accounts a where a.id = ${account} and a.email = ${email} and a.is_active
      and a.role in ('admin', 'super_admin'))`.execute(tx);
}

async function* jobsOf(archive: Archive): AsyncGenerator<readonly CarriedJob[]> {
  for await (const rows of batchesOf(archive.read(JOBS), 4))
    yield rows.map(([name, data, key, startAfter]) => ({
      name: name ?? '',
      data: data ?? null,
      key: key ?? null,
      startAfter: startAfter ?? '',
    }));
}
