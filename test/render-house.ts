/** A project with pictures, voices and music of its own, and workers that render: in this process, or in one that can be killed. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { pino } from 'pino';
import sharp from 'sharp';
import { createGeneration } from '#capabilities/generation/generation.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import { systemClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { createLive } from '#kernel/http/live.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import { createQueue, type Queue } from '#kernel/jobs/queue.ts';
import { createSettings } from '#kernel/settings.ts';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { createAssets } from '../src/products/video/assets/assets.ts';
import { createProjects } from '../src/products/video/projects/projects.ts';
import { createRenders, type Renders, type RenderTools } from '../src/products/video/renders/renders.ts';
import { createTimelines } from '../src/products/video/timelines/timelines.ts';
import { createWorkshop, type Workshop } from '../src/products/video/workshop.ts';

const run = promisify(execFile);
const silent = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

export interface Worker {
  readonly renders: Renders;
  readonly queue: Queue;
  readonly workshop: Workshop;
  close(): Promise<void>;
}

/** Everything that renders, on the database and in the data folder of a studio; it works until it is closed. */
export async function openWorker(
  database: Database,
  config: Config,
  more: Pick<RenderTools, 'patience' | 'compose'> = {},
): Promise<Worker> {
  const { db } = database;
  const clock = systemClock;
  const vault = createVault(config.encryptionKeys, config.secretKey);
  // Nobody listens here; and pages, which its room has, are nothing for a bare process.
  const webhooks = { emit: async () => undefined } as unknown as Webhooks;
  const queue = createQueue(database, silent, { finishMs: 100, stopMs: 4000 });
  const settings = createSettings({ db, vault, clock });
  const files = createFiles(createStorage(config, silent), db, clock);
  const live = createLive({ database, log: silent });
  const generation = createGeneration({ db, clock, log: silent, settings, config });
  const uploads = createUploads({ db, clock, limits: createLimits(db, clock) });
  const common = { config, db, clock, log: silent, queue, files, webhooks, live, generation, uploads };
  const workshop = createWorkshop({ files, dataFolder: config.dataFolder });
  const projects = createProjects(common);
  const assets = createAssets({ ...common, projects, workshop });
  const timelines = createTimelines({ ...common, projects, assets });
  const renders = createRenders({ ...common, projects, assets, timelines, workshop, ...more });
  await queue.start({ work: true });
  return {
    ...{ renders, queue, workshop },
    async close() {
      await queue.stop();
      await live.close();
    },
  };
}

export interface StockRoom {
  readonly projectId: string;
  picture(colour: string, more?: { width?: number; height?: number }): Promise<string>;
  /** A picture that is none. */
  broken(): Promise<string>;
  clip(colour: string, seconds: number): Promise<string>;
  /** A tone for each word, one after the other, silence between. */
  voice(words: readonly string[], secondsOfWord?: number): Promise<string>;
  music(seconds: number): Promise<string>;
  /** Another state of an asset. */
  set(id: string, changes: { readonly status?: string; readonly motion?: object; readonly file?: null }): Promise<void>;
}

/** A new project of the account with assets that are really there. */
export async function openStockRoom(database: Database, config: Config, accountId: number): Promise<StockRoom> {
  const { db } = database;
  const files = createFiles(createStorage(config, silent), db, systemClock);
  const projectId = randomUUID();
  await sql`insert into video.projects (id, account_id, title, prompt, search_text, config, created_at, updated_at)
    values (${projectId}, ${accountId}, 'Le phare', 'Un phare', 'le phare', '{}', now(), now())`.execute(db);
  const shelf = { db, files, projectId, accountId };
  return {
    projectId,
    async picture(background, { width = 640, height = 360 } = {}) {
      const content = await sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer();
      return put(shelf, { prefix: 'img', type: 'image', mediaType: 'image/png', extension: 'png', content, width, height });
    },
    broken: () =>
      put(shelf, { prefix: 'img', type: 'image', mediaType: 'image/png', extension: 'png', content: Buffer.from('this is no picture') }),
    async clip(colour, seconds) {
      const source = `color=c=${colour.replace('#', '0x')}:s=160x90:r=12:d=${seconds}`;
      const content = await made('clip.mp4', (file) => ['-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p', file]);
      return put(shelf, { prefix: 'clip', type: 'video', mediaType: 'video/mp4', extension: 'mp4', content, seconds });
    },
    async voice(words, secondsOfWord = 0.4) {
      const spoken = words.map((text, n) => ({ text, from: n * secondsOfWord, until: (n + 0.75) * secondsOfWord }));
      const seconds = words.length * secondsOfWord;
      const tone = `aevalsrc='0.3*sin(2*PI*300*t)*lt(mod(t,${secondsOfWord}),${secondsOfWord * 0.75})':s=48000:d=${seconds}`;
      const content = await made('voice.wav', (file) => ['-f', 'lavfi', '-i', tone, file]);
      return put(shelf, { prefix: 'voice', type: 'voice', mediaType: 'audio/wav', extension: 'wav', content, seconds, words: spoken });
    },
    async music(seconds) {
      const content = await made('music.wav', (file) => ['-f', 'lavfi', '-i', `sine=f=880:r=48000:d=${seconds}`, file]);
      return put(shelf, { prefix: 'music', type: 'music', mediaType: 'audio/wav', extension: 'wav', content, seconds });
    },
    async set(id, { status, motion, file }) {
      if (status) await sql`update video.assets set status = ${status} where id = ${id}`.execute(db);
      if (motion) await sql`update video.assets set motion = ${JSON.stringify(motion)}::jsonb, file = null where id = ${id}`.execute(db);
      if (file === null) await sql`delete from video.assets where id = ${id}`.execute(db);
    },
  };
}

interface Shelf {
  readonly db: Db;
  readonly files: Files;
  readonly projectId: string;
  readonly accountId: number;
}
interface NewThing {
  readonly prefix: string;
  readonly type: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly content: Buffer;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  readonly words?: readonly object[];
}

async function put({ db, files, projectId, accountId }: Shelf, thing: NewThing): Promise<string> {
  const { prefix, type, mediaType, extension, content, width = null, height = null, seconds = null, words = [] } = thing;
  const id = `${prefix}-${randomUUID().slice(0, 13)}`;
  const { name, bytes } = await files.save(db, { folder: 'assets', extension, content, mediaType });
  await sql`insert into video.assets (id, project_id, account_id, type, status, origin, request, file, media_type, bytes, width, height,
      seconds, words, provider, created_at, updated_at)
    values (${id}, ${projectId}, ${accountId}, ${type}, 'completed', 'pipeline', 'null', ${name}, ${mediaType}, ${bytes}, ${width},
      ${height}, ${seconds}, ${JSON.stringify(words)}::jsonb, 'embedded', now(), now())`.execute(db);
  return id;
}

async function made(name: string, args: (file: string) => readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'render-house-'));
  try {
    await run('ffmpeg', ['-v', 'error', '-y', ...args(join(folder, name))]);
    return await readFile(join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
