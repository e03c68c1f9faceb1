/**
 * What the studio stands on, looked at while it runs: the same looks for the page of administrators and for `atelier doctor`.
 *
 * Hides the catalogue of PostgreSQL and what is too much of something. Words: a *finding* is one thing with its state: `good`, `poor` (works,
 * with less or not for long), `wrong`; an *orphan* is a file that no row names, or a name whose file is gone.
 */
import { execFile } from 'node:child_process';
import { mkdir, statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { pendingMigrations } from '#kernel/db/migrate.ts';
import type { Message, Params } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { type DatabaseFigures, readDatabase, readQueueAge } from './database.ts';
import { checkKeys } from './keys.ts';
import { names, says } from './messages.ts';
import { findOrphans, OLD_SECONDS, type Orphans } from './orphans.ts';

export type { DatabaseFigures } from './database.ts';
export type { Orphans } from './orphans.ts';

export type FindingState = 'good' | 'poor' | 'wrong';
export interface Finding {
  readonly name: Message;
  readonly state: FindingState;
  readonly text: Message;
  readonly params: Params;
}

export interface Diagnostics {
  /** Everything that is quick to look at. Never rejects: what cannot be looked at is wrong. */
  look(): Promise<readonly Finding[]>;
  database(): Promise<DatabaseFigures>;
  /** Lists every file. */
  orphans(): Promise<Orphans>;
  /** Removes files without a row that are older than a day; answers how many. */
  sweepOrphans(): Promise<number>;
}

export interface DiagnosticsTools {
  readonly config: Pick<Config, 'dataFolder' | 'backupFolder' | 'mail'>;
  readonly database: Database;
  readonly vault: Pick<Vault, 'decrypt'>;
  readonly files: Files;
  readonly clock: Clock;
}

const LEAST_FREE_BYTES = 500_000_000;
const LONG_TRANSACTION_SECONDS = 300;
const LATE_SECONDS = 600;
const MOST_SKEW_MS = 2000;
/** More than this part of a large table waiting to be vacuumed. */
const DEAD_PART = 0.5;
const DEAD_ROWS = 10_000;

export function createDiagnostics(tools: DiagnosticsTools): Diagnostics {
  const { database, files, clock } = tools;
  const { db } = database;
  return {
    look: async () => (await Promise.all(LOOKS.map((look) => look(tools).catch((error: unknown) => [broken(error)])))).flat(),
    database: () => readDatabase(db),
    orphans: () => findOrphans(db, files, clock),
    sweepOrphans: () => files.sweep(OLD_SECONDS),
  };
}

const finding = (name: Message, state: FindingState, text: Message, params: Params = {}): Finding => ({ name, state, text, params });
const broken = (error: unknown): Finding =>
  finding(names.unknown, 'wrong', says.broken, { why: error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200) });

type Look = (tools: DiagnosticsTools) => Promise<readonly Finding[]>;

const lookAtDisk: Look = async ({ config }) => {
  const folders = [...new Set([config.dataFolder, config.backupFolder])];
  return Promise.all(
    folders.map(async (folder) => {
      await mkdir(folder, { recursive: true });
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize;
      return finding(names.disk, free < LEAST_FREE_BYTES ? 'wrong' : 'good', says.free, {
        folder: isolated(folder),
        gigabytes: free / 1e9,
      });
    }),
  );
};

const lookAtDatabase: Look = async ({ database }) => {
  const pending = await pendingMigrations(database.db);
  const seen = await readDatabase(database.db);
  const { version, bytes, answerMs, connections, oldestTransactionSeconds: oldest, skewMs, tables, unindexed } = seen;
  const bloated = tables.filter(({ dead, rows }) => dead > DEAD_ROWS && dead > rows * DEAD_PART).map(({ name }) => name);
  return [
    finding(names.database, pending.length > 0 ? 'poor' : 'good', pending.length > 0 ? says.pending : says.database, {
      ...{ version, kind: database.kind, megabytes: bytes / 1e6, answer: answerMs, pending: pending.join(', ') },
    }),
    finding(names.connections, connections.used > connections.most * 0.8 ? 'poor' : 'good', says.connections, connections),
    finding(names.transactions, oldest > LONG_TRANSACTION_SECONDS ? 'poor' : 'good', says.transaction, { seconds: oldest }),
    finding(names.clock, Math.abs(skewMs) > MOST_SKEW_MS ? 'wrong' : 'good', says.skew, { seconds: Math.abs(skewMs) / 1000 }),
    finding(names.dead, bloated.length > 0 ? 'poor' : 'good', bloated.length > 0 ? says.bloated : says.tidy, {
      list: isolated(bloated.join(', ')),
    }),
    finding(names.indexes, unindexed.length > 0 ? 'poor' : 'good', unindexed.length > 0 ? says.unindexed : says.indexed, {
      list: isolated(unindexed.join(', ')),
    }),
  ];
};

const lookAtQueue: Look = async ({ database }) => {
  const { oldestSeconds, waiting, dead } = await readQueueAge(database.db);
  return [
    finding(names.queue, oldestSeconds > LATE_SECONDS ? 'wrong' : 'good', says.queue, { waiting, minutes: Math.round(oldestSeconds / 60) }),
    finding(names.deadLetters, dead > 0 ? 'poor' : 'good', says.deadLetters, { count: dead }),
  ];
};

const lookAtKeys: Look = async ({ database, vault }) => {
  const { columns, tried, closed } = await checkKeys(database.db, vault);
  const isOpen = closed.length === 0;
  return [
    finding(names.keys, isOpen ? 'good' : 'wrong', isOpen ? says.open : says.closed, { columns, tried, list: isolated(closed.join(', ')) }),
  ];
};

const lookAtPrograms: Look = async ({ config: { mail } }) => {
  const ffmpeg = await promisify(execFile)('ffmpeg', ['-version']).then(
    ({ stdout }) => stdout.split(' ')[2] ?? '',
    () => null,
  );
  const way = mail.sendgridApiKey ? 'SendGrid' : mail.smtpUrl ? 'SMTP' : null;
  return [
    finding(names.ffmpeg, ffmpeg === null ? 'poor' : 'good', ffmpeg === null ? says.noFfmpeg : says.ffmpeg, { version: ffmpeg ?? '' }),
    finding(names.mail, way === null ? 'poor' : 'good', way === null ? says.outbox : says.mail, { way: way ?? '' }),
  ];
};

const LOOKS: readonly Look[] = [lookAtDisk, lookAtDatabase, lookAtQueue, lookAtKeys, lookAtPrograms];

/** Paths and names of tables keep their direction inside a sentence of the other one. */
const isolated = (text: string): string => `\u2066${text}\u2069`;
