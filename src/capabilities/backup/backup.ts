/**
 * Backups: the whole studio in one encrypted file, and back.
 *
 * Hides the archive, the dump, the order in which things come back, and the folder they are kept in. Words: an *archive* is such a file; a
 * *kept* one lies in the folder of this machine; a *review* is what a restore would do, without doing it; the *password* opens an archive
 * and is never stored in clear: a setting (encrypted), else `BACKUP_PASSWORD`, else what somebody types.
 */
import { createReadStream, type ReadStream } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { Type } from 'typebox';
import { inEveryLanguage, type Notices } from '#capabilities/notifications/notifications.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { defineSetting, type Settings } from '#kernel/settings.ts';
import type { Files } from '#kernel/storage/files.ts';
import { openArchive } from './archive.ts';
import { load } from './loading.ts';
import { backupFailed, refusals as m } from './messages.ts';
import { checkKeys, placeFiles, type Review, reviewOf } from './reviewing.ts';
import { adopt, type BackupKind, findKept, type Kept, keepNewest, listKept, newName, removeDrafts, removeKept } from './shelf.ts';
import { alone, take } from './taking.ts';

export { backupFailed } from './messages.ts';
export type { Review } from './reviewing.ts';
export type { BackupKind, Kept } from './shelf.ts';

export const LEAST_PASSWORD = 12;
export const KEPT_BOUNDS = { least: 1, most: 365 } as const;
export const SCHEDULES = ['off', 'daily', 'weekly'] as const;
export type BackupSchedule = (typeof SCHEDULES)[number];

export const backupSettings = {
  schedule: defineSetting({
    key: 'backup_schedule',
    schema: Type.Union([Type.Literal('off'), Type.Literal('daily'), Type.Literal('weekly')]),
    fallback: 'off',
  }),
  kept: defineSetting({
    key: 'backup_kept',
    schema: Type.Integer({ minimum: KEPT_BOUNDS.least, maximum: KEPT_BOUNDS.most }),
    fallback: 14,
  }),
  password: defineSetting({ key: 'backup_password', schema: Type.String({ maxLength: 1000 }), fallback: '', secret: true }),
};

/** Heard by every process when a restore has committed: what it keeps in memory is of another time. */
export const RESTORED_CHANNEL = 'atelier_restored';

export interface RestoreOptions {
  /** What is here is saved first, under the same password, unless this is false. */
  readonly safety: boolean;
  /** Restores although keys are missing: what they encrypt stays unreadable. */
  readonly withoutKeys?: boolean;
  readonly keepSession?: string | null;
  /** Writes who restored, in the transaction of the restore. */
  note(tx: Tx, review: Review): Promise<void>;
}
export interface Restored {
  readonly review: Review;
  /** Name of the archive made before; null when none was wanted. */
  readonly safety: string | null;
}

export interface Backups {
  /** Newest first. */
  list(): Promise<readonly Kept[]>;
  /** 404 for a name that is not kept. */
  find(name: string): Promise<Kept>;
  open(kept: Kept): ReadStream;
  remove(kept: Kept): Promise<void>;
  /** A file that was received, on the same file system as the folder. */
  adopt(path: string): Promise<Kept>;
  readonly folder: string;
  /** `typed`, else the one that is stored. Throws a failure of the field `password`. */
  passwordFor(typed: string): Promise<string>;
  hasPassword(): Promise<boolean>;
  make(kind: BackupKind, password: string): Promise<Kept>;
  /** Writes to any path, for the command line. */
  makeAt(path: string, password: string): Promise<void>;
  /** Reads all of an archive (a path) and compares it with what is here. Nothing is changed. Throws failures of `password` and `archive`. */
  review(path: string, password: string): Promise<Review>;
  restore(path: string, password: string, options: RestoreOptions): Promise<Restored>;
  pathOf(kept: Kept): string;
  /** Makes the scheduled one when its time has come; true when it did. */
  makeWhenDue(): Promise<boolean>;
}

export interface BackupTools {
  readonly config: Pick<Config, 'backupFolder' | 'backupPassword' | 'encryptionKeys' | 'secretKey'>;
  readonly version: string;
  readonly database: Database;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly files: Files;
  readonly settings: Settings;
  readonly queue: Queue;
  readonly notices: Pick<Notices, 'notifyAdmins'>;
  /** What rooms do about promises of the archive's time, in the transaction of a restore. */
  readonly restored: readonly ((tx: Tx, now: Date) => Promise<void>)[];
}

const SCHEDULED = defineJob({
  name: 'backup/scheduled',
  data: Type.Null(),
  retries: 0,
  timeoutSeconds: 6 * 3600,
  concurrency: 1,
  pollSeconds: 30,
});
const EVERY_MS: Readonly<Record<Exclude<BackupSchedule, 'off'>, number>> = { daily: 86_400_000, weekly: 7 * 86_400_000 };
/** A backup that began a little late yesterday is due again at the usual hour today. */
const SLACK_MS = 30 * 60_000;
const SAFETY_KEPT = 3;

export function createBackups(tools: BackupTools): Backups {
  const { config, database, db, clock, log, files, settings, queue, notices, version } = tools;
  const folder = config.backupFolder;
  const taking = { database, files, keys: config, version };
  const stored = async (): Promise<string> => (await settings.get(backupSettings.password)) || config.backupPassword || '';
  const keep = async (kind: BackupKind, password: string): Promise<Kept> => {
    const name = newName(kind, clock.now());
    await take(taking, folder, name, password, clock.now());
    return find(name);
  };
  const find = async (name: string): Promise<Kept> => {
    const kept = await findKept(folder, name);
    if (!kept) throw failure.notFound();
    return kept;
  };
  const review = async (path: string, password: string): Promise<Review> => {
    const archive = await openArchive(path, password);
    try {
      await archive.verify();
      return await reviewOf(db, files, config, archive);
    } finally {
      await archive.close();
    }
  };
  const restoreAlone = async (path: string, password: string, options: RestoreOptions, placed: string[]): Promise<Restored> => {
    const archive = await openArchive(path, password);
    try {
      await archive.verify();
      const seen = await reviewOf(db, files, config, archive);
      checkKeys(seen, options.withoutKeys === true);
      const safety = options.safety ? (await keep('safety', password)).name : null;
      await placeFiles(files, archive, placed);
      const now = clock.now();
      const restored = [
        ...tools.restored.map((act) => (tx: Tx) => act(tx, now)),
        (tx: Tx) => options.note(tx, seen),
        (tx: Tx) => database.notify(tx, RESTORED_CHANNEL, now.toISOString()),
      ];
      await inTransaction(db, (tx) => load(tx, { archive, queue, keepSession: options.keepSession ?? null, restored }));
      if (options.safety) await keepNewest(folder, 'safety', SAFETY_KEPT);
      log.warn({ takenAt: seen.takenAt, safety }, 'a backup was restored');
      return { review: seen, safety };
    } finally {
      await archive.close();
    }
  };
  const makeWhenDue = async (): Promise<boolean> => {
    const schedule = await settings.get(backupSettings.schedule);
    if (schedule === 'off') return false;
    const latest = (await listKept(folder)).find(({ kind }) => kind === 'scheduled');
    if (latest && clock.now().getTime() - latest.at.getTime() < EVERY_MS[schedule] - SLACK_MS) return false;
    try {
      const password = await stored();
      if (!password) throw failure.field('password', m.noPassword);
      await alone(db, () => keep('scheduled', password));
      await keepNewest(folder, 'scheduled', await settings.get(backupSettings.kept));
      return true;
    } catch (error) {
      log.error({ err: error }, 'the scheduled backup failed');
      const values = { why: reasonOf(error) };
      await inTransaction(db, (tx) => notices.notifyAdmins(tx, backupFailed, { values, href: '/admin/backup', group: 'backup' }));
      return false;
    }
  };
  queue.work(SCHEDULED, async () => {
    await makeWhenDue();
    await removeDrafts(folder, new Date());
  });
  queue.schedule(SCHEDULED, '29 * * * *', 'UTC');
  return {
    list: () => listKept(folder),
    find,
    open: (kept) => createReadStream(join(folder, kept.name)),
    remove: (kept) => removeKept(folder, kept),
    adopt: async (path) => find(await adopt(folder, path, clock.now())),
    folder,
    async passwordFor(typed) {
      const password = typed || (await stored());
      if (!password) throw failure.field('password', m.noPassword, {}, 'required');
      return password;
    },
    hasPassword: async () => (await stored()) !== '',
    async make(kind, password) {
      requireLong(password);
      return alone(db, () => keep(kind, password));
    },
    async makeAt(path, password) {
      requireLong(password);
      const target = resolve(path);
      await alone(db, () => take(taking, dirname(target), target.slice(dirname(target).length + 1), password, clock.now()));
    },
    review,
    async restore(path, password, options) {
      const placed: string[] = [];
      try {
        return await alone(db, () => restoreAlone(path, password, options, placed));
      } catch (error) {
        // No row refers to them: the old state is all there is. What cannot be removed now is swept in a day.
        await files.discard(placed).catch((err: unknown) => log.warn({ err }, 'files of a restore that failed are left to the sweep'));
        throw error;
      }
    },
    pathOf: ({ name }) => join(folder, name),
    makeWhenDue,
  };
}

/** A short one would be guessed offline: whoever has the archive can try for ever. */
function requireLong(password: string): void {
  if (password.length < LEAST_PASSWORD) throw failure.field('password', m.shortPassword, { least: LEAST_PASSWORD }, 'min');
}

function reasonOf(error: unknown) {
  if (!(error instanceof Failure)) return error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200);
  const [field] = Object.values(error.fields);
  return inEveryLanguage(field?.message ?? error.text, field?.params ?? error.params);
}
