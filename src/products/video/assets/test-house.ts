/** A studio with a project, whose assets are ordered through the door of films or promised as the pipeline does. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { createGeneration } from '#capabilities/generation/generation.ts';
import { createWebhooks } from '#capabilities/webhooks/webhooks.ts';
import { loadConfig } from '#config';
import { systemClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { createLive } from '#kernel/http/live.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import { createQueue, type Queue } from '#kernel/jobs/queue.ts';
import { createSettings } from '#kernel/settings.ts';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { type Atelier, afterFile, freshDatabase, log, type StartOptions, startAtelier } from '#test/support.ts';
import { createProjects, type Projects } from '../projects/projects.ts';
import { createWorkshop } from '../workshop.ts';
import { type Asset, type AssetOwner, type Assets, type AssetTools, createAssets } from './assets.ts';

export interface WireAsset {
  readonly id: string;
  readonly status: string;
  readonly type: string;
  readonly provider: string | null;
  readonly model: string | null;
  readonly duration: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly words: readonly { readonly text: string; readonly from: number; readonly until: number }[];
  readonly notes: readonly { readonly code: string; readonly message: string; readonly provider?: string }[];
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly [name: string]: unknown;
}

export interface Person {
  readonly accountId: number;
  readonly projectId: string;
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, more?: Partial<InjectOptions>): Promise<LightMyRequestResponse>;
  /** Orders, and answers the ids in their order. */
  order(path: string, body: object): Promise<readonly string[]>;
  asset(id: string): Promise<WireAsset>;
  /** Once it has ended. */
  ended(id: string): Promise<WireAsset>;
}

export interface House {
  readonly atelier: Atelier;
  person(): Promise<Person>;
}

export async function openHouse(options: StartOptions = {}): Promise<House> {
  const atelier = await startAtelier({ work: true, ...options });
  return { atelier, person: () => personOf(atelier) };
}

async function personOf(atelier: Atelier): Promise<Person> {
  const { accountId } = await atelier.as('user');
  const { access_token } = await atelier.identity.issueTokens({ id: accountId }, { door: 'video' });
  const ask: Person['ask'] = (method, path, payload, more = {}) =>
    atelier.doors.video.inject({
      ...{ method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), ...more },
      headers: { authorization: `Bearer ${access_token}`, ...more.headers },
    });
  const made = await ask('POST', '/projects', { title: 'Le phare', prompt: 'Un phare dans la brume' });
  const { id: projectId } = made.json<{ id: string }>();
  const asset: Person['asset'] = async (id) => (await ask('GET', `/assets/${id}`)).json<WireAsset>();
  return {
    ...{ accountId, projectId, ask, asset },
    async order(path, body) {
      const reply = await ask('POST', `/assets/${path}/generate`, { project_id: projectId, ...body });
      if (reply.statusCode !== 202) throw new Error(`${path}: ${reply.statusCode} ${reply.body}`);
      const { images, segments, music, clips } = reply.json<Record<string, readonly { id: string }[] | undefined>>();
      return (images ?? segments ?? music ?? clips ?? []).map(({ id }) => id);
    },
    async ended(id) {
      await expect.poll(async () => (await asset(id)).status, { timeout: 50_000, interval: 25 }).toMatch(/completed|failed|cancelled/);
      return asset(id);
    },
  };
}

export interface BareHouse {
  readonly db: Db;
  readonly queue: Queue;
  readonly assets: Assets;
  readonly projects: Projects;
  readonly files: Files;
  /** Somebody with a project. */
  owner(): Promise<AssetOwner>;
  /** Once it has ended. */
  ended(owner: AssetOwner, id: string): Promise<Asset>;
}

/** The room of assets without its doors: what the pipeline and renders are given. */
export async function openBareHouse(
  environment: Readonly<Record<string, string>>,
  options: Partial<Pick<AssetTools, 'patience'>> = {},
): Promise<BareHouse> {
  const database = await freshDatabase();
  const { db } = database;
  const dataFolder = mkdtempSync(join(tmpdir(), 'assets-'));
  const config = loadConfig({ ATELIER_DEMO: '1', ATELIER_DATA: dataFolder, DATABASE_URL: 'postgres://unused', ...environment });
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const queue = createQueue(database, log);
  const files = createFiles(createStorage(config, log), db, systemClock);
  const settings = createSettings({ db, vault, clock: systemClock });
  const live = createLive({ database, log });
  const tools = { config, db, log, queue, files, live, clock: systemClock };
  const projects = createProjects({ ...tools, webhooks: createWebhooks({ ...tools, vault }) });
  const assets = createAssets({
    ...{ ...tools, ...options, projects, workshop: createWorkshop({ files, dataFolder }) },
    uploads: createUploads({ db, clock: systemClock, limits: createLimits(db, systemClock) }),
    generation: createGeneration({ ...tools, settings }),
  });
  afterFile(async () => {
    await live.close();
    await queue.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  await queue.start({ work: false });
  return {
    ...{ db, queue, assets, projects, files },
    async owner() {
      const email = `${randomUUID()}@test.example`;
      const { rows } = await sql<{
        id: number;
      }>`insert into identity.accounts (email, username) values (${email}, ${email.slice(0, 20)}) returning id`.execute(db);
      const accountId = Number(rows[0]?.id);
      const { id: projectId } = await db
        .transaction()
        .execute((tx) => projects.create(tx, accountId, { title: 'Le phare', prompt: 'Un phare' }));
      return { accountId, projectId };
    },
    async ended({ accountId }, id) {
      const get = (): Promise<Asset> => assets.get(accountId, id);
      await expect.poll(async () => (await get()).status, { timeout: 50_000, interval: 25 }).toMatch(/completed|failed|cancelled/);
      return get();
    },
  };
}
