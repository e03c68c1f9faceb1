import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { TextReader, ZipWriter } from '@zip.js/zip.js';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { migrate, migrationFiles, pendingMigrations } from '#kernel/db/migrate.ts';
import { Failure } from '#kernel/failure.ts';
import { createQueue } from '#kernel/jobs/queue.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { startS3Simulator } from '#simulators/s3.ts';
import { registerPerson } from '#test/members.ts';
import { drawPhoto } from '#test/papers.ts';
import { type Atelier, afterFile, freshDatabaseUrl, log, startAtelier } from '#test/support.ts';
import { backupSettings } from './backup.ts';
import { take } from './taking.ts';

const PASSWORD = 'une phrase assez longue';
const KEYS = { SECRET_KEY: 'k'.repeat(40), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };

let source: Atelier;
let archive: string;
let folder: string;

const storageOf = ({ config }: Atelier) => createStorage(config, log);
const noted = { safety: false, note: async () => undefined };

/** Every row of every table, by another way than the archive's: a hash a table. */
async function hashes(db: Db, without: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'jobs', 'public')`.execute(db);
  const left = new Set([
    ...['identity.sessions', 'identity.token_families', 'identity.refresh_tokens', 'identity.setup_tokens', 'kernel.uploads'],
    ...['kernel.upload_chunks', 'publishing.handshakes', 'kernel.rate_limits', 'kernel.live_messages', ...without],
  ]);
  const asked: RawBuilder<unknown>[] = tables
    .filter(({ name }) => !left.has(name))
    .map(
      ({ name }) => sql`select ${name} as name,
        (select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\n' order by t::text collate "C"), '')) from ${sql.raw(name)} t) as hash`,
    );
  const { rows } = await sql<{ name: string; hash: string }>`${sql.join(asked, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

async function blobsOf(atelier: Atelier): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { sha256 } of storageOf(atelier).list()) {
    const hash = createHash('sha256');
    for await (const piece of await storageOf(atelier).open(sha256)) hash.update(piece as Buffer);
    expect(hash.digest('hex')).toBe(sha256);
    found.push(sha256);
  }
  return found.sort();
}

/** The fields that a refusal names. */
const fieldsOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (!(error instanceof Failure)) throw error ?? new Error('nothing was refused');
  return Object.entries(error.fields).map(([name, { constraint }]) => `${name} ${constraint}`);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-backups-'));
  afterFile(async () => rmSync(folder, { recursive: true, force: true }));
  source = await startAtelier({ environment: KEYS });
  await registerPerson(source, { first_name: 'Awa', phone: '+212612345678' });
  await source.doors.site.inject({ url: '/' });
  const db = source.database.db;
  const photo = await storageOf(source).put(await drawPhoto(1));
  await sql`insert into kernel.files (name, sha256, bytes, media_type, created_at) values
    ('photos/one.jpg', ${photo.sha256}, ${photo.bytes}, 'image/jpeg', '2026-01-02T03:04:05.678901Z'),
    ('photos/two.jpg', ${photo.sha256}, ${photo.bytes}, 'image/jpeg', now()),
    ('photos/lost.jpg', ${'a'.repeat(64)}, 3, 'image/jpeg', now())`.execute(db);
  // What is hard to write down: bytes, microseconds, arrays with nulls and quotes, JSON, numbers beyond JavaScript, nothing at all.
  await sql`create table talent.hard_values (id bigint generated always as identity primary key, b bytea, t timestamptz, d date, n numeric,
    f double precision, big bigint, j jsonb, a text[], i interval, c char(8), twice bigint generated always as (big * 2) stored, r int4range)`.execute(
    db,
  );
  await sql`insert into talent.hard_values (b, t, d, n, f, big, j, a, i, c, r) values
    ('\\x00ff0a5c22', '2026-03-04T05:06:07.123456+01', '0044-03-15 BC', 12345678901234567890.000123456789, 0.1::float8 + 0.2, 4611686018427387903,
      '{"a":[1,null,"é\\n"]}', array['a,b', null, '"', '\\', '', 'NULL', E'\n'], '1 mon 2 days 03:04:05.000006', 'ab', '[1,5)'),
    (null, 'infinity', null, 'NaN', '-infinity', null, 'null', '{}', null, null, 'empty')`.execute(db);
  await sql`create table talent.in_circles (id bigint primary key, other bigint references talent.in_circles (id))`.execute(db);
  await sql`insert into talent.in_circles select n, nullif(6001 - n, n) from generate_series(1, 6000) n`.execute(db);
  // What waits comes back as doubtful (below); these two have gone.
  await sql`update kernel.email_logs set status = 'sent', sent_at = now()`.execute(db);
  await sql`delete from kernel.email_outgoing`.execute(db);
  archive = join(folder, 'whole.zip');
  await source.backups.makeAt(archive, PASSWORD);
}, 120_000);

describe('T-464 an archive', () => {
  it('T-466 T-467 holds every table, every stored file and the manifest, encrypted, and says what was lost before', async () => {
    const review = await source.backups.review(archive, PASSWORD);
    const { rows } = await sql<{ name: string }>`
      select schemaname || '.' || tablename as name from pg_tables where schemaname in
        ('kernel','identity','generation','publishing','library','webhooks','notifications','lists','talent','images','video')`.execute(
      source.database.db,
    );
    const left = rows.map(({ name }) => name).filter((name) => !review.tables.some((table) => table.name === name));
    expect(left.sort()).toEqual([
      'identity.refresh_tokens',
      'identity.sessions',
      'identity.setup_tokens',
      'identity.token_families',
      'kernel.live_messages',
      'kernel.migrations',
      'kernel.rate_limits',
      'kernel.upload_chunks',
      'kernel.uploads',
      'publishing.handshakes',
    ]);
    expect(review.files).toMatchObject({ archive: 2, added: 0, gone: 0, missing: 1 });
    expect(review.tables.find(({ name }) => name === 'talent.in_circles')).toEqual({
      name: 'talent.in_circles',
      here: 6000,
      archive: 6000,
    });
    const raw = readFileSync(archive).toString('latin1');
    expect(raw).not.toContain('Awa');
    expect(raw).not.toContain(KEYS.SECRET_KEY);
  });

  it('needs a password that is not guessed in an afternoon', async () => {
    expect(await fieldsOf(source.backups.make('manual', 'onze signes'))).toEqual(['password min']);
    expect(await fieldsOf(source.backups.passwordFor(''))).toEqual(['password required']);
  });
});

describe('T-465 a restore', () => {
  it('brings every row and every file into another studio, bit by bit, and numbers go on after those that were given', async () => {
    const target = await startAtelier({ environment: KEYS });
    await registerPerson(target, { first_name: 'Partie' });
    for (const table of ['hard_values', 'in_circles']) await copyTable(target.database.db, table);
    await target.backups.restore(archive, PASSWORD, noted);
    expect(await hashes(target.database.db)).toEqual(await hashes(source.database.db));
    expect(await blobsOf(target)).toEqual(await blobsOf(source));
    const again = join(folder, 'again.zip');
    await target.backups.makeAt(again, PASSWORD);
    const [first, second] = await Promise.all([archive, again].map((path) => target.backups.review(path, PASSWORD)));
    expect(second?.tables.map(({ name, archive: rows }) => [name, rows])).toEqual(
      first?.tables.map(({ name, archive: rows }) => [name, rows]),
    );
    // The studio goes on: foreign keys, triggers and sequences stand again.
    const next = await registerPerson(target, { first_name: 'Suivante' });
    expect(next.id).toBeGreaterThan(1);
    await expect(sql`insert into talent.in_circles values (9000, 9001)`.execute(target.database.db)).rejects.toThrow(/foreign key/);
    await expect(sql`delete from kernel.activity_logs`.execute(target.database.db)).rejects.toThrow(/only grow/);
  });

  it('reads files from and writes them to a store of the S3 kind as well', async () => {
    const store = await startS3Simulator();
    afterFile(() => store.close());
    const far = await startAtelier({ environment: { ...KEYS, STORAGE_URL: store.storageUrl } });
    for (const table of ['hard_values', 'in_circles']) await copyTable(far.database.db, table);
    await far.backups.restore(archive, PASSWORD, noted);
    expect(await blobsOf(far)).toEqual(await blobsOf(source));
    const path = join(folder, 'far.zip');
    await far.backups.makeAt(path, PASSWORD);
    expect((await source.backups.review(path, PASSWORD)).files).toMatchObject({ archive: 2, added: 0, missing: 1 });
  });

  it.each([
    ['a wrong password', 'password wrong', (path: string) => source.backups.restore(path, 'une autre phrase longue', noted)],
    ['an archive that is cut', 'archive format', (path: string) => changed(path, (bytes) => bytes.subarray(0, bytes.length - 2000))],
    [
      'an archive with a changed byte',
      'archive damaged',
      (path: string) => changed(path, (bytes) => flipped(bytes, Math.floor(bytes.length / 3))),
    ],
    ['a file that is no ZIP', 'archive format', (path: string) => changed(path, () => Buffer.from('hello'))],
    ['a foreign ZIP', 'archive foreign', () => foreign({ 'readme.txt': 'hello' })],
    ['names that climb', 'archive format', () => foreign({ '../../etc/passwd': 'root' })],
    ['a ZIP with our names and no manifest', 'archive format', () => foreign({ 'tables/talent.members.ndjson': '' })],
    ['a manifest that is none', 'archive format', () => foreign({ 'manifest.json': '{"format":2}' })],
  ])('refuses %s and changes nothing', async (_name, refusal, attempt) => {
    const before = [await hashes(source.database.db), await blobsOf(source)];
    expect(await fieldsOf(attempt(archive))).toEqual([refusal]);
    expect([await hashes(source.database.db), await blobsOf(source)]).toEqual(before);
  });

  it('says early what another key would leave unreadable, and does it only for whoever accepts that', async () => {
    const other = await startAtelier({ environment: { ...KEYS, ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64') } });
    for (const table of ['hard_values', 'in_circles']) await copyTable(other.database.db, table);
    const review = await other.backups.review(archive, PASSWORD);
    expect(review.missingKeys).toEqual(['ENCRYPTION_KEY']);
    expect(review.unreadable.length).toBeGreaterThan(0);
    const before = await hashes(other.database.db);
    expect(await fieldsOf(other.backups.restore(archive, PASSWORD, noted))).toEqual(['keys keys']);
    expect(await hashes(other.database.db)).toEqual(before);
    await other.backups.restore(archive, PASSWORD, { ...noted, withoutKeys: true });
    expect(await hashes(other.database.db)).toEqual(await hashes(source.database.db));
  });

  it('leaves rows and files as they were when it fails in the middle', async () => {
    const target = await startAtelier({ environment: KEYS });
    const before = await hashes(target.database.db);
    // The archive knows two tables that are not here: found out after the first ones are in.
    expect(await fieldsOf(target.backups.restore(archive, PASSWORD, noted))).toEqual(['archive unfit']);
    expect(await hashes(target.database.db)).toEqual(before);
    expect(await blobsOf(target)).toEqual([]);
  });
});

describe('an archive of another version', () => {
  const takenOn = async (change: (database: Database) => Promise<void>, files = migrationFiles()): Promise<string> => {
    const url = await freshDatabaseUrl('template0');
    const database = await openDatabase({ databaseUrl: url, dataFolder: folder, databasePoolSize: 4 }, log);
    const queue = createQueue(database, log);
    try {
      await migrate(database.db, files);
      await queue.start({ work: false });
      await change(database);
      const blobs = createStorage({ storageUrl: null, dataFolder: join(folder, 'old') }, log);
      const keys = { encryptionKeys: [KEYS.ENCRYPTION_KEY], secretKey: KEYS.SECRET_KEY };
      await take({ database, files: { blobs }, keys, version: '0.0.1' }, folder, 'other.zip', PASSWORD, new Date());
    } finally {
      await queue.stop();
      await database.close();
    }
    return join(folder, 'other.zip');
  };

  it('that is older comes back and is brought up to date', async () => {
    const path = await takenOn(
      async ({ db }) => {
        await sql`insert into identity.accounts (email, username) values ('ancienne@example.test', 'ancienne')`.execute(db);
      },
      migrationFiles().slice(0, -3),
    );
    const studio = await startAtelier({ environment: KEYS });
    expect((await studio.backups.review(path, PASSWORD)).schema).toBe('older');
    await studio.backups.restore(path, PASSWORD, noted);
    const { db } = studio.database;
    expect(await pendingMigrations(db)).toEqual([]);
    const { rows } = await sql`select email from identity.accounts`.execute(db);
    expect(rows).toEqual([{ email: 'ancienne@example.test' }]);
    expect((await registerPerson(studio, { first_name: 'Nouvelle' })).id).toBe(2);
  });

  it('that is newer is refused', async () => {
    const path = await takenOn(async ({ db }) => {
      await sql`insert into kernel.migrations (name, checksum) values ('9999-later.sql', 'x')`.execute(db);
    });
    expect(await fieldsOf(source.backups.restore(path, PASSWORD, noted))).toEqual(['archive newer']);
  });
});

describe('what was promised when the archive was made', () => {
  it('is not said again by the machine: letters and posts wait for a person, jobs and posts of later come back', async () => {
    const studio = await startAtelier({ environment: KEYS });
    const { db } = studio.database;
    const { id } = await registerPerson(studio, { first_name: 'Binta' });
    await sql`insert into publishing.publications (account_id, platform, key, post, due_at, next_attempt_at, grace_seconds, created_at, updated_at)
      select ${id}, 'instagram', key, '{}', due, due, 60, now(), now()
      from (values ('past', now() - interval '1 minute'), ('later', now() + interval '1 day')) p(key, due)`.execute(db);
    const waiting = async () =>
      (await sql<{ name: string }>`select name from jobs.job where state in ('created', 'retry') order by name`.execute(db)).rows.map(
        ({ name }) => name,
      );
    const jobs = await waiting();
    expect(jobs).toContain('mail.send');
    const path = join(folder, 'promised.zip');
    await studio.backups.makeAt(path, PASSWORD);
    await registerPerson(studio, { first_name: 'Coumba' });
    await studio.backups.restore(path, PASSWORD, noted);
    const { rows: letters } = await sql<{ status: string }>`select status from kernel.email_logs`.execute(db);
    expect(letters).toEqual([{ status: 'unknown' }]);
    const { rows: posts } = await sql<{ key: string; end: string | null }>`
      select key, verdict->>'state' as end from publishing.publications order by key`.execute(db);
    expect(posts).toEqual([
      { key: 'later', end: null },
      { key: 'past', end: 'unknown' },
    ]);
    expect(await waiting()).toEqual(jobs);
  });

  it('does not take back what was logged since, nor give a number twice', async () => {
    const studio = await startAtelier({ environment: KEYS });
    const { db } = studio.database;
    const first = await registerPerson(studio, { first_name: 'Un' });
    const path = join(folder, 'log.zip');
    await studio.backups.makeAt(path, PASSWORD);
    const second = await registerPerson(studio, { first_name: 'Deux' });
    const entries = async () =>
      (
        await sql<{ email: string; account: number | null }>`
        select user_email as email, user_id as account from kernel.activity_logs where user_email is not null order by id`.execute(db)
      ).rows;
    const written = await entries();
    expect(written.map(({ email }) => email)).toContain(second.email);
    await studio.backups.restore(path, PASSWORD, noted);
    expect(await entries()).toEqual(written.map((entry) => ({ ...entry, account: entry.account === second.id ? null : entry.account })));
    const third = await registerPerson(studio, { first_name: 'Trois' });
    expect([first.id, third.id]).toEqual([first.id, second.id + 1]);
  });
});

describe('scheduled backups', () => {
  it('are made when their time has come, and only the newest are kept', async () => {
    let now = new Date('2026-05-01T10:00:00Z');
    const studio = await startAtelier({ environment: { ...KEYS, BACKUP_PASSWORD: PASSWORD }, clock: { ...systemClock, now: () => now } });
    expect(await studio.backups.makeWhenDue()).toBe(false);
    await studio.settings.set(studio.database.db, backupSettings.schedule, 'daily', null);
    await studio.settings.set(studio.database.db, backupSettings.kept, 2, null);
    const made: boolean[] = [];
    for (const hours of [0, 1, 24, 48]) {
      now = new Date(Date.parse('2026-05-01T10:00:00Z') + hours * 3_600_000);
      made.push(await studio.backups.makeWhenDue());
    }
    expect(made).toEqual([true, false, true, true]);
    expect((await studio.backups.list()).map(({ at, kind }) => [at.toISOString(), kind])).toEqual([
      ['2026-05-03T10:00:00.000Z', 'scheduled'],
      ['2026-05-02T10:00:00.000Z', 'scheduled'],
    ]);
  });

  it('that fail are told to the administrators', async () => {
    const studio = await startAtelier({ environment: KEYS });
    const admin = await studio.as('admin');
    await studio.settings.set(studio.database.db, backupSettings.schedule, 'weekly', null);
    expect(await studio.backups.makeWhenDue()).toBe(false);
    const reply = await admin.inject({ url: '/api/notifications?show=8', headers: { 'accept-language': 'en' } });
    expect(reply.body).toContain('The scheduled backup has failed');
    expect(reply.body).toContain('none is stored');
  });
});

/** The two tables that only this test has. */
async function copyTable(db: Db, table: string): Promise<void> {
  if (table === 'hard_values')
    await sql`create table talent.hard_values (id bigint generated always as identity primary key, b bytea, t timestamptz, d date, n numeric,
      f double precision, big bigint, j jsonb, a text[], i interval, c char(8), twice bigint generated always as (big * 2) stored, r int4range)`.execute(
      db,
    );
  else await sql`create table talent.in_circles (id bigint primary key, other bigint references talent.in_circles (id))`.execute(db);
}

function changed(path: string, change: (bytes: Buffer) => Buffer): Promise<unknown> {
  const copy = join(folder, 'changed.zip');
  writeFileSync(copy, change(readFileSync(path)));
  return source.backups.restore(copy, PASSWORD, noted);
}
function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}
async function foreign(entries: Readonly<Record<string, string>>): Promise<unknown> {
  const path = join(folder, 'foreign.zip');
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(path)), { password: PASSWORD, encryptionStrength: 3 });
  for (const [name, text] of Object.entries(entries)) await zip.add(name, new TextReader(text));
  await zip.close();
  return source.backups.restore(path, PASSWORD, noted);
}
