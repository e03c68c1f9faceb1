import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { beforeAll, expect, it } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { freshDatabase } from '#test/support.ts';
import { createDrafts, type Drafts } from './drafts.ts';

const DAY = 86_400;
const clock = fixedClock('2026-03-01T08:00:00Z');
const photo = { content: Buffer.from('a photo'), extension: 'jpg', mediaType: 'image/jpeg' };

let database: Database;
let drafts: Drafts;
let accountId = 0;
beforeAll(async () => {
  database = await freshDatabase();
  const storage = createStorage(
    { storageUrl: null, dataFolder: mkdtempSync(join(tmpdir(), 'atelier-drafts-')) },
    pino({ level: 'silent' }),
  );
  const vault = createVault([randomBytes(32).toString('base64url')], randomBytes(32).toString('hex'));
  drafts = createDrafts({ db: database.db, clock, vault, files: createFiles(storage, database.db, clock) });
  const accounts = database.db.withTables<{ 'identity.accounts': { id: number; email: string; username: string } }>();
  const made = await accounts
    .insertInto('identity.accounts')
    .values({ email: 'a@test.example', username: 'a' } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  accountId = made.id;
});

const fileCount = async (): Promise<number> => {
  const files = database.db.withTables<{ 'kernel.files': { name: string } }>();
  return (await files.selectFrom('kernel.files').select('name').where('name', 'like', 'drafts/%').execute()).length;
};

it('makes one draft of two first requests at once, and adds both answers', async () => {
  await Promise.all([
    drafts.add('guest:both', { answers: { first_name: 'Awa' } }),
    drafts.add('guest:both', { answers: { last_name: 'Diop' } }),
  ]);
  expect((await drafts.find('guest:both'))?.answers).toEqual({ first_name: 'Awa', last_name: 'Diop' });
});

it('opens steps and never closes them again', async () => {
  await drafts.add('guest:steps', { step: 'files' });
  expect((await drafts.add('guest:steps', { step: 'origins' })).step).toBe('files');
});

it('puts a file in place of the one before', async () => {
  const before = await fileCount();
  const first = await drafts.attach('guest:files', 'photo', photo);
  const second = await drafts.attach('guest:files', 'photo', photo);
  expect(second.photo?.name).not.toBe(first.photo?.name);
  expect(await fileCount()).toBe(before + 1);
  expect((await drafts.attach('guest:files', 'photo', null)).photo).toBeNull();
  expect(await fileCount()).toBe(before);
});

it('answers a second completion with the same account, for ten minutes', async () => {
  const { id } = await drafts.add('guest:twice', { answers: { first_name: 'Awa' } });
  await drafts.attach('guest:twice', 'photo', photo);
  let made = 0;
  const make = async (): Promise<number> => {
    made += 1;
    return accountId;
  };
  expect(await Promise.all([1, 2, 3].map(() => drafts.complete(id, 'guest:twice', make)))).toEqual([accountId, accountId, accountId]);
  expect(made).toBe(1);
  expect(await drafts.find('guest:twice')).toBeNull();
  expect(await drafts.complete(id, 'guest:other', make)).toBeNull();
  clock.advance(601);
  expect(await drafts.complete(id, 'guest:twice', make)).toBeNull();
  expect(made).toBe(1);
});

it('keeps the draft when making the person fails', async () => {
  const { id } = await drafts.add('guest:fails', { answers: { first_name: 'Awa' } });
  await expect(drafts.complete(id, 'guest:fails', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect((await drafts.find('guest:fails'))?.answers).toEqual({ first_name: 'Awa' });
});

it('knows no draft by an id that is none', async () => {
  expect(await drafts.complete("' or 1=1", 'guest:twice', async () => accountId)).toBeNull();
});

it('forgets a draft after a week, with its files', async () => {
  await drafts.add('guest:old', { answers: { first_name: 'Awa' } });
  await drafts.attach('guest:old', 'photo', photo);
  clock.advance(7 * DAY + 1);
  expect(await drafts.find('guest:old')).toBeNull();
  const renewed = await drafts.add('guest:old', { answers: { last_name: 'Diop' } });
  expect(renewed).toMatchObject({ answers: { last_name: 'Diop' }, photo: null });
  expect(await drafts.sweep()).toBeGreaterThan(3);
  expect(await drafts.sweep()).toBe(0);
  expect(await fileCount()).toBe(0);
  expect(await drafts.find('guest:old')).not.toBeNull();
});
