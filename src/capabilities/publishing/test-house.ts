/** The engine on a database of its own, with somebody who has lent it an account. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { loadConfig } from '#config';
import { systemClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Logger } from '#kernel/log.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { NOWHERE } from './nowhere.ts';
import type { Patience } from './patience.ts';
import { createPublishing, type NewPublication, type Publication, type Publishing, type PublishingOptions } from './publishing.ts';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';

/** Everything that is waited for in seconds takes hundredths; leases are ended by hand. */
export const HASTE: Partial<Patience> = {
  pollMs: 15,
  leadSeconds: 0,
  retrySeconds: [0.02, 0.05],
  readSeconds: [0.02, 0.05],
  quietSeconds: 0.03,
  absentSeconds: 0.06,
  spacingSeconds: 0.4,
  afterwordSeconds: [0.02, 0.05],
  stopMs: 300,
};

export interface PublishingHouse {
  readonly database: Database;
  readonly platform: TestPlatform;
  readonly accountId: number;
  readonly connectionId: number;
  /** Another process of the same installation; not started. */
  engine(options?: PublishingOptions, database?: Database): Publishing;
  /** One that was started. */
  worker(options?: PublishingOptions, database?: Database): Publishing;
  connect(accountId: number, externalId: string): Promise<number>;
  newAccount(): Promise<number>;
  /** Due `inSeconds` from the database's now (0). */
  plan(
    wish?: Partial<NewPublication> & { readonly text?: string; readonly inSeconds?: number; readonly firstComment?: string },
  ): Promise<Publication>;
  get(id: number): Promise<Publication>;
  /** As if a worker had died long ago. */
  expireLeases(): Promise<void>;
  row(id: number): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
}

const KEY = Buffer.alloc(32, 3).toString('base64url');
const SECRET = 'a secret of the tests, which is long enough';

/** Empties what an earlier house left in the database. */
export async function openPublishingHouse(database: Database, log: Logger): Promise<PublishingHouse> {
  const { db } = database;
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-publishing-'));
  await sql`truncate publishing.publications, publishing.budgets, publishing.connections cascade`.execute(db);
  const vault = createVault([KEY], SECRET);
  const config = loadConfig({ ATELIER_DATA: dataFolder, DATABASE_URL: 'postgres://nowhere', ATELIER_DEMO: '0' });
  const platform = createTestPlatform();
  const files = createFiles(createStorage({ storageUrl: null, dataFolder }, log), db, systemClock);
  const engines: Publishing[] = [];
  const engine: PublishingHouse['engine'] = ({ patience, ...options } = {}, on = database) => {
    const made = createPublishing(
      { config, database: on, clock: systemClock, log, vault, files, facts: NOWHERE },
      { platforms: platform.platforms, ...options, patience: { ...HASTE, ...patience } },
    );
    engines.push(made);
    return made;
  };
  const newAccount = async (): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      insert into identity.accounts (email, username, created_at, updated_at)
      values (gen_random_uuid() || '@test.example', gen_random_uuid()::text, now(), now()) returning id`.execute(db);
    return rows[0]?.id ?? 0;
  };
  const connect = async (accountId: number, externalId: string): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      insert into publishing.connections (account_id, platform, external_id, access_token_encrypted, connected_at, updated_at)
      values (${accountId}, 'facebook', ${externalId}, ${vault.encrypt('secret-access-token')}, now(), now()) returning id`.execute(db);
    return rows[0]?.id ?? 0;
  };
  const accountId = await newAccount();
  const connectionId = await connect(accountId, 'page-1');
  const planner = engine();
  let planned = 0;
  return {
    ...{ database, platform, accountId, connectionId, engine, connect, newAccount },
    worker: (...given) => {
      const started = engine(...given);
      started.start();
      return started;
    },
    async plan({ text, inSeconds = 0, firstComment = '', ...wish } = {}) {
      const number = ++planned;
      const { rows } = await sql<{ at: Date }>`select clock_timestamp() + ${inSeconds} * interval '1 second' as at`.execute(db);
      const post = { text: text ?? `Post ${number}`, media: [], firstComment, madeWithAi: true };
      const defaults = { accountId, platform: 'facebook' as const, key: `test:${number}`, post, dueAt: rows[0]?.at ?? new Date() };
      return db.transaction().execute((tx) => planner.plan(tx, { ...defaults, ...wish }));
    },
    async get(id) {
      const found = await planner.find(db, id);
      if (!found) throw new Error(`no publication ${id}`);
      return found;
    },
    expireLeases: async () => {
      await sql`update publishing.publications set lease_until = now() - interval '1 second' where lease_token is not null`.execute(db);
    },
    row: async (id) =>
      (await sql<Record<string, unknown>>`select * from publishing.publications where id = ${id}`.execute(db)).rows[0] ?? {},
    stop: async () => {
      await Promise.all(engines.map((one) => one.stop()));
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
