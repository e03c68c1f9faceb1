/**
 * Thousands of posts on three platforms that misbehave, published by processes that are killed at every moment and whose clocks lie.
 * At the end what is live on the platforms is compared with what the database believes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { STATUS } from '#kernel/failure.ts';
import { createDoor } from '#kernel/http/door.ts';
import { freePort } from '../lib.ts';
import { bundleWorker } from './bundle.ts';
import { openFilmStage } from './film-stage.ts';
import { DRILL_PATIENCE } from './haste.ts';
import { type DrillHouse, log, openDrillHouse } from './house.ts';
import { saveFilm, savePicture, WORDS } from './media.ts';
import { MOMENTS, type Moment, type WorkerOrders } from './moments.ts';
import { openStage, type Stage } from './stage.ts';

export interface ChaosOptions {
  /** Null starts an embedded server. */
  readonly databaseUrl: string | null;
  readonly posts: number;
  readonly kills: number;
  /** On YouTube, LinkedIn and TikTok instead of Instagram, Facebook and X. */
  readonly areFilms?: boolean;
  readonly isBlind?: boolean;
  readonly say?: (line: string) => void;
}

export interface ChaosReport {
  readonly posts: number;
  readonly states: Readonly<Record<string, number>>;
  readonly kills: Readonly<Partial<Record<Moment | 'anywhere', number>>>;
  readonly live: number;
  /** Said more than once. */
  readonly duplicates: readonly string[];
  /** Ended as failed, and live. */
  readonly failedButLive: readonly string[];
  /** Confirmed, and not live. */
  readonly confirmedNotLive: readonly string[];
  /** Nobody knows; whether it is live. */
  readonly unknown: readonly { readonly text: string; readonly isLive: boolean }[];
  /** Neither live nor missed by plan. */
  readonly lost: readonly string[];
  /** Called before their time, by the database's clock. */
  readonly early: number;
  readonly calledAgain: number;
  readonly seconds: number;
}

const WORKERS = 2;
const ACCOUNTS = 40;
/** A worker that did not come to its moment is killed where it stands. */
const LONGEST_LIFE_MS = 4_000;
const UPSET_EVERY_MS = 150;
const SECONDS_A_KILL = 0.9;
const PATIENCE_MS = 10 * 60_000;

export async function publishChaos(options: ChaosOptions): Promise<ChaosReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-chaos-'));
  const began = performance.now();
  const theatre = await openTheatre(options, dataFolder);
  try {
    const say = options.say ?? (() => undefined);
    const spread = 3 + options.kills * SECONDS_A_KILL;
    await planPosts(theatre, options, spread);
    say(`${options.posts} posts planned over ${spread.toFixed(0)} s`);
    const kills = await killAndKill(theatre, options, say);
    const report = await compare(theatre, options.posts);
    return { ...report, kills, seconds: (performance.now() - began) / 1000 };
  } finally {
    await theatre.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Theatre {
  readonly stage: Stage;
  readonly house: DrillHouse;
  readonly place: WorkerOrders['place'];
  /** What a worker runs. */
  readonly program: string;
  close(): Promise<void>;
}

/** The platforms, the database, and the door where the platforms fetch pictures. */
async function openTheatre({ databaseUrl, areFilms = false }: ChaosOptions, dataFolder: string): Promise<Theatre> {
  const database = await openDatabase({ databaseUrl, dataFolder, databasePoolSize: 2 }, log);
  await migrate(database.db);
  const stage = await (areFilms ? openFilmStage() : openStage());
  const port = await freePort();
  const place = { databaseUrl: database.url, dataFolder, publicUrl: `http://127.0.0.1:${port}`, facts: stage.facts };
  const house = await openDrillHouse(place, { patience: DRILL_PATIENCE });
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: house.vault, secureCookies: false, authenticate: async () => null },
    renderFailure: (failure, _request, reply) => reply.code(STATUS[failure.kind]).send(failure.code),
  });
  house.publishing.routes(door);
  await door.listen({ host: '127.0.0.1', port });
  const program = await bundleWorker(new URL('worker.ts', import.meta.url));
  const close = async (): Promise<void> => {
    rmSync(program);
    await door.close();
    await stage.close();
    await house.database.close();
    await database.close();
  };
  return { stage, house, place, close, program };
}

async function planPosts({ house, stage }: Theatre, { posts, areFilms = false }: ChaosOptions, spreadSeconds: number): Promise<void> {
  const { db } = house.database;
  const media = areFilms ? await saveFilm(house) : await savePicture(house);
  const { rows: accounts } = await sql<{ id: number }>`
    insert into identity.accounts (email, username, created_at, updated_at)
    select 'drill' || n || '@test.example', 'drill' || n, now(), now() from generate_series(1, ${ACCOUNTS}) n returning id`.execute(db);
  for (const { id } of accounts) await house.publishing.connections.ensureSimulated(id);
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const start = (rows[0]?.now ?? new Date()).getTime() + 1000;
  await db.transaction().execute(async (tx) => {
    for (let n = 0; n < posts; n++) {
      const text = `Publication ${n} du grand essai`;
      await house.publishing.plan(tx, {
        accountId: accounts[n % ACCOUNTS]?.id ?? 0,
        platform: stage.platforms[n % stage.platforms.length] ?? 'facebook',
        key: `chaos:${n}`,
        post: areFilms
          ? { text, media: [media], firstComment: '', madeWithAi: true, film: { ...WORDS, title: `Essai ${n}` } }
          : { text, media: [media], firstComment: n % 10 === 0 ? `#essai${n}` : '', madeWithAi: true },
        dueAt: new Date(start + Math.random() * spreadSeconds * 1000),
      });
    }
  });
}

type Kills = Partial<Record<Moment | 'anywhere', number>>;

/** Workers come and go until enough of them died; the last ones may live until everything has ended. */
async function killAndKill(
  theatre: Theatre,
  { kills: wanted, isBlind = false }: ChaosOptions,
  say: (line: string) => void,
): Promise<Kills> {
  const kills: Kills = {};
  let dead = 0;
  let isShifted = false;
  const upsetting = setInterval(() => theatre.stage.upset(), UPSET_EVERY_MS);
  const live = async (slot: number): Promise<void> => {
    for (let life = slot; dead < wanted; life += WORKERS) {
      if (dead >= wanted / 2 && !isShifted) {
        isShifted = true;
        say(`${await goDownForThreeDays(theatre)} publications were due while everything was down for three days`);
      }
      const dieAt = MOMENTS[life % (MOMENTS.length + 1)] ?? null;
      const moment = await runUntilDead(theatre, { place: theatre.place, dieAt, dieAfter: life % 4, jumpSeconds: jumpOf(life), isBlind });
      kills[moment] = (kills[moment] ?? 0) + 1;
      dead += 1;
      if (dead % 20 === 0) say(`${dead} killed, ${JSON.stringify(await statesOf(theatre))}`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, slot) => live(slot)));
  clearInterval(upsetting);
  theatre.stage.calm();
  const last = [0, 1].map((slot) =>
    startWorker(theatre.program, { place: theatre.place, dieAt: null, dieAfter: 0, jumpSeconds: jumpOf(slot), isBlind }),
  );
  await untilEnded(theatre);
  await Promise.all(last.map((child) => gone(child, 'SIGTERM')));
  return kills;
}

const jumpOf = (life: number): number => [0, -3 * 86_400, 86_400, -3600, 10 * 365 * 86_400, 7 * 86_400][life % 6] ?? 0;

async function runUntilDead({ program }: Theatre, orders: WorkerOrders): Promise<Moment | 'anywhere'> {
  const child = startWorker(program, orders);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.once('message', () => {
    const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_LIFE_MS * (0.3 + Math.random() * 0.7));
    void exited.then(() => clearTimeout(limit));
  });
  await exited;
  if (child.exitCode !== null) throw new Error(`a worker ended by itself with ${child.exitCode}`);
  return child.killed || orders.dieAt === null ? 'anywhere' : orders.dieAt;
}

const startWorker = (program: string, orders: WorkerOrders): ChildProcess =>
  spawn(process.execPath, [program, JSON.stringify(orders)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

const gone = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** A fifth of what nobody has touched yet was due three days ago; every second one is to be said however late. */
async function goDownForThreeDays({ house }: Theatre): Promise<number> {
  const { numAffectedRows } = await sql`
    update publishing.publications set due_at = due_at - interval '3 days', next_attempt_at = next_attempt_at - interval '3 days',
      catch_up = id % 2 = 0
    where state = 'due' and lease_token is null and id % 5 in (1, 2)`.execute(house.database.db);
  return Number(numAffectedRows ?? 0);
}

async function statesOf({ house }: Theatre): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int from publishing.publications group by state order by state`.execute(house.database.db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

async function untilEnded({ house }: Theatre): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  while (performance.now() < limit) {
    const { rows } = await sql`select from publishing.publications where ended_at is null or afterwords_at is not null limit 1`.execute(
      house.database.db,
    );
    if (rows.length === 0) return;
    await sleep(200);
  }
}

async function compare(theatre: Theatre, posts: number): Promise<Omit<ChaosReport, 'kills' | 'seconds'>> {
  const { rows } = await sql<{ state: string; text: string; is_early: boolean; doubts: number; was_down: boolean }>`
    select state, post->>'text' as text, coalesce(first_called_at < due_at, false) as is_early, doubts,
      due_at < created_at - interval '1 day' as was_down
    from publishing.publications`.execute(theatre.house.database.db);
  const texts = theatre.stage.liveTexts();
  const live = new Set(texts);
  const named = (isMeant: (row: (typeof rows)[number]) => boolean): string[] => rows.filter(isMeant).map(({ text }) => text);
  return {
    posts,
    states: await statesOf(theatre),
    live: live.size,
    duplicates: texts.filter((text, i) => texts.indexOf(text) !== i),
    failedButLive: named(({ state, text }) => ['rejected', 'missed', 'cancelled'].includes(state) && live.has(text)),
    confirmedNotLive: named(({ state, text }) => state === 'confirmed' && !live.has(text)),
    unknown: rows.filter(({ state }) => state === 'unknown').map(({ text }) => ({ text, isLive: live.has(text) })),
    lost: named(({ state, was_down }) => state !== 'confirmed' && state !== 'unknown' && !(state === 'missed' && was_down)),
    early: rows.filter(({ is_early }) => is_early).length,
    calledAgain: rows.filter(({ doubts }) => doubts > 0).length,
  };
}
