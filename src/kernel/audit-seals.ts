/**
 * The audit can only grow. What is written is *sealed* from time to time: a seal signs a stretch of rows together with the seal before it,
 * so a row that is changed, added or removed afterwards shows, whoever did it in the database. The last seal is also said in the log of
 * the program: with a copy of it even a whole tail that was cut off shows.
 *
 * The number of an account is not sealed: an account that goes takes it along, its name and address of that time stay in the row.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Db, Tx } from './db/db.ts';
import { inTransaction, sqlStateOf } from './db/transaction.ts';
import type { Signer } from './vault.ts';

export const AUDIT_LOGS = ['activity', 'security'] as const;
export type AuditLog = (typeof AUDIT_LOGS)[number];

export interface SealFault {
  readonly log: AuditLog;
  /** Of the seal. */
  readonly number: number;
  /** `chain`: the seal itself, or its place, is not what it was. `rows`: as many rows as there were are not there. `content`: a row says something else. */
  readonly kind: 'chain' | 'rows' | 'content';
}
export interface AuditReport {
  readonly seals: number;
  /** Rows that were read again. */
  readonly rows: number;
  /** Rows that wait for their seal. */
  readonly unsealed: number;
  readonly faults: readonly SealFault[];
}
export interface AuditSeals {
  /** Seals what is there; answers how many rows. While somebody holds the log for long, nothing is sealed. */
  seal(): Promise<number>;
  /** Reads everything that was sealed again. */
  verify(): Promise<AuditReport>;
  /** Removes whole stretches that are older; answers how many rows. Their seals stay. */
  removeBefore(log: AuditLog, before: Date): Promise<number>;
}

interface Seal {
  readonly number: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly rows: number;
  readonly digest: string;
  readonly seal: string;
  readonly removedAt: Date | null;
}

const SEALED_COLUMNS: Readonly<Record<AuditLog, readonly string[]>> = {
  activity: [
    ...['id', 'username', 'user_email', 'user_code', 'action_type', 'action_category', 'action_description', 'resource_type'],
    ...['resource_id', 'status', 'ip_address', 'user_agent', 'browser', 'browser_version', 'device_type', 'device_brand', 'device_model'],
    ...['operating_system', 'os_version', 'request_method', 'request_url', 'request_referrer', 'created_at'],
  ],
  security: ['id', 'user_id', 'event_type', 'ip_address', 'user_agent', 'details', 'severity', 'created_at'],
};
const tableOf = (log: AuditLog) => sql.table(`kernel.${log}_logs`);

/** Rows of one seal, at most. */
const STRETCH = 5000;
const PATIENCE = '2s';
/** SQLSTATE of a lock that was not got in time. */
const NOT_AVAILABLE = '55P03';

export function createAuditSeals(db: Db, signer: Signer, clock: Clock, log: Logger): AuditSeals {
  return {
    async seal() {
      let sealed = 0;
      for (const name of AUDIT_LOGS) {
        const end = await settledEnd(db, name);
        if (end === null) continue;
        for (let rows = -1; rows !== 0; sealed += rows) rows = await inTransaction(db, (tx) => sealNext(tx, signer, clock, log, name, end));
      }
      return sealed;
    },
    async verify() {
      const reports = await Promise.all(AUDIT_LOGS.map((name) => verifyLog(db, signer, name)));
      const sum = (of: (report: AuditReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
      return {
        ...{ seals: sum(({ seals }) => seals), rows: sum(({ rows }) => rows), unsealed: sum(({ unsealed }) => unsealed) },
        faults: reports.flatMap(({ faults }) => faults),
      };
    },
    removeBefore: (name, before) => inTransaction(db, (tx) => removeBefore(tx, clock, name, before)),
  };
}

/**
 * The highest number of which nothing smaller can appear any more. A row is seen when its transaction ends, not when it takes its number:
 * for a moment nobody may be writing.
 */
async function settledEnd(db: Db, name: AuditLog): Promise<number | null> {
  try {
    return await inTransaction(db, async (tx) => {
      await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(tx);
      await sql`lock table ${tableOf(name)} in share mode`.execute(tx);
      const { rows } = await sql<{ last: number | null }>`select max(id) as last from ${tableOf(name)}`.execute(tx);
      return rows[0]?.last ?? null;
    });
  } catch (error) {
    if (sqlStateOf(error) === NOT_AVAILABLE) return null;
    throw error;
  }
}

async function sealNext(tx: Tx, signer: Signer, clock: Clock, log: Logger, name: AuditLog, end: number): Promise<number> {
  // One process at a time.
  await sql`select pg_advisory_xact_lock(hashtext('audit seals'))`.execute(tx);
  const last = await lastSeal(tx, name);
  const after = last?.lastId ?? 0;
  const content = await contentOf(tx, name, after, end, STRETCH);
  if (content.rows === 0) return 0;
  const next = { number: (last?.number ?? 0) + 1, firstId: after + 1, lastId: content.lastId, rows: content.rows, digest: content.digest };
  const seal = signer.sign('audit seal', textOf(name, next, last?.seal ?? ''));
  await sql`insert into kernel.audit_seals (log, number, first_id, last_id, rows, digest, seal, sealed_at)
    values (${name}, ${next.number}, ${next.firstId}, ${next.lastId}, ${next.rows}, ${next.digest}, ${seal}, ${clock.now()})`.execute(tx);
  log.info({ audit: name, number: next.number, lastId: next.lastId, seal }, 'audit sealed');
  return content.rows;
}

const SEAL = sql`number, first_id as "firstId", last_id as "lastId", rows, digest, seal, removed_at as "removedAt"`;

async function lastSeal(db: Db, name: AuditLog): Promise<Seal | null> {
  const { rows } = await sql<Seal>`select ${SEAL} from kernel.audit_seals where log = ${name} order by number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

const textOf = (name: AuditLog, { number, firstId, lastId, rows, digest }: Omit<Seal, 'seal' | 'removedAt'>, before: string): string =>
  [name, number, firstId, lastId, rows, digest, before].join('\n');

interface Content {
  readonly rows: number;
  readonly lastId: number;
  readonly digest: string;
}

/** What the rows after one number say, up to another: each as a JSON array on a line of its own. */
async function contentOf(db: Db, name: AuditLog, after: number, end: number, most: number): Promise<Content> {
  const columns = SEALED_COLUMNS[name];
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${tableOf(name)}
    where id > ${after} and id <= ${end} order by id limit ${most}`.execute(db);
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${JSON.stringify(columns.map((column) => row[column]))}\n`);
  return { rows: rows.length, lastId: Number(rows.at(-1)?.['id'] ?? after), digest: hash.digest('hex') };
}

async function verifyLog(db: Db, signer: Signer, name: AuditLog): Promise<AuditReport> {
  const faults: SealFault[] = [];
  const told = { seals: 0, rows: 0 };
  let before: Seal | null = null;
  for (const seal of await allSeals(db, name)) {
    told.seals += 1;
    const fault = (kind: SealFault['kind']): void => void faults.push({ log: name, number: seal.number, kind });
    const isNext = seal.number === (before?.number ?? 0) + 1 && seal.firstId === (before?.lastId ?? 0) + 1;
    if (!isNext || !signer.verify('audit seal', textOf(name, seal, before?.seal ?? ''), seal.seal)) fault('chain');
    before = seal;
    if (seal.removedAt) continue;
    const content = await contentOf(db, name, seal.firstId - 1, seal.lastId, seal.rows + 1);
    told.rows += content.rows;
    if (content.rows !== seal.rows) fault('rows');
    else if (content.digest !== seal.digest) fault('content');
  }
  return { ...told, unsealed: await countAfter(db, name, before?.lastId ?? 0), faults };
}

async function allSeals(db: Db, name: AuditLog): Promise<readonly Seal[]> {
  const { rows } = await sql<Seal>`select ${SEAL} from kernel.audit_seals where log = ${name} order by number`.execute(db);
  return rows;
}

async function countAfter(db: Db, name: AuditLog, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${tableOf(name)} where id > ${id}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function removeBefore(tx: Tx, clock: Clock, name: AuditLog, before: Date): Promise<number> {
  const { rows } = await sql<Seal>`
    select ${SEAL} from kernel.audit_seals s where log = ${name} and removed_at is null
      and not exists (select 1 from ${tableOf(name)} t where t.id between s.first_id and s.last_id and t.created_at >= ${before})
    order by number for update`.execute(tx);
  if (rows.length === 0) return 0;
  await sql`set local atelier.audit_kept_long_enough = 'yes'`.execute(tx);
  let removed = 0;
  for (const { number, firstId, lastId } of rows) {
    const gone = await sql`delete from ${tableOf(name)} where id between ${firstId} and ${lastId}`.execute(tx);
    await sql`update kernel.audit_seals set removed_at = ${clock.now()} where log = ${name} and number = ${number}`.execute(tx);
    removed += Number(gone.numAffectedRows ?? 0);
  }
  await sql`set local atelier.audit_kept_long_enough = 'no'`.execute(tx);
  return removed;
}
