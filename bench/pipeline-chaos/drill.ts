/**
 * Films from paid pictures, clips, voices and music, made by workers that are killed at moments nobody chose. In the end every film is
 * there, and no provider was paid twice for the same thing.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { installVoiceEngine } from '#simulators/voice-engine.ts';
import { ended, openWorkshop, type Workshop } from './house.ts';
import { type Bill, openMarket } from './market.ts';

export interface PipelineChaosOptions {
  /** Null starts an embedded server. */
  readonly databaseUrl: string | null;
  readonly films: number;
  readonly kills: number;
  /** Another built program. */
  readonly program?: string;
  readonly say?: (line: string) => void;
}

export interface PipelineChaosReport {
  readonly films: number;
  readonly kills: number;
  readonly made: number;
  readonly unfinished: readonly { readonly path: string; readonly status: string; readonly fault: string }[];
  /** As a person would do: what is missing is made, what is there is found. */
  readonly startedAgain: number;
  readonly bills: readonly Bill[];
  /** Why runs failed, and how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** Of what was bought twice: the rows that were made for it. */
  readonly histories: readonly string[];
  /** Said in the notes of assets. */
  readonly lostPurchases: number;
  readonly seconds: number;
}

const WORKERS = 2;
const SCENES = 2;
/** How long a worker works before it is killed, milliseconds: some die at once. */
const LIFE_MS = [300, 9000] as const;
const PATIENCE_MS = 30 * 60_000;
/** A person who starts again more often looks for the cause. */
const MOST_STARTS = 5;

export async function pipelineChaos({ say = () => undefined, ...options }: PipelineChaosOptions): Promise<PipelineChaosReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-pipelines-'));
  const began = performance.now();
  const database = await openDatabase({ databaseUrl: options.databaseUrl, dataFolder, databasePoolSize: 4 }, pino({ level: 'silent' }));
  const market = await openMarket();
  const { environment } = market;
  const place = { databaseUrl: database.url, dataFolder, environment, ...(options.program ? { program: options.program } : {}) };
  const workshop = await openWorkshop(place);
  // A lost voice is spoken here, as on any machine that has one of its own.
  const engine = installVoiceEngine();
  try {
    const paths = await orderFilms(workshop, options.films);
    say(`${paths.length} films ordered`);
    const watch: Watched = { workshop, database, paths, starts: new Map() };
    const kills = await killAndKill(watch, options.kills, say);
    await untilMade(watch, say);
    const unfinished = (await statusesOf(watch)).filter(({ status }) => status !== 'completed');
    const lostPurchases = await countLost(database);
    const bills = market.bills(options.films, SCENES);
    const startedAgain = [...watch.starts.values()].reduce((sum, count) => sum + count, 0);
    const faults = await faultsOf(database);
    const histories = await historiesOf(database, bills);
    const made = paths.length - unfinished.length;
    const seconds = (performance.now() - began) / 1000;
    return { films: paths.length, kills, made, unfinished, startedAgain, faults, histories, bills, lostPurchases, seconds };
  } finally {
    await workshop.close();
    engine.remove();
    await market.close();
    await database.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Every second film has its pictures from whoever keeps what was bought; the others from whoever does not. */
async function orderFilms(workshop: Workshop, films: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let n = 1; n <= films; n += 1) {
    const config = { target_duration: 5, language: 'fr', ratio: '1:1', seed: n, music: { style: 'lofi' }, captions: false };
    const project = await workshop.ask('POST', '/projects', { title: `film${n}`, prompt: `Un matin, film${n}`, config });
    const path = `/projects/${String(project['id'])}`;
    const scenes = Array.from({ length: SCENES }, (_, k) => ({
      ...{ narration: `Bonjour, film${n}scene${k + 1}.`, image_prompt: `a harbour, film${n}scene${k + 1}`, seconds: 2 },
    }));
    await workshop.ask('PUT', `${path}/script`, { scenes });
    await startFilm(workshop, path, n);
    paths.push(path);
  }
  return paths;
}

const startFilm = (workshop: Workshop, path: string, n: number): Promise<unknown> => {
  const providers = { image: n % 2 === 0 ? 'replicate' : 'stability', video: 'runway', voice: 'elevenlabs', music: 'suno' };
  return workshop.ask('POST', `${path}/start`, { pipeline_config: { providers, render: { quality: 'draft', scale: 4 } } });
};

interface Watched {
  readonly workshop: Workshop;
  readonly database: Database;
  readonly paths: readonly string[];
  /** How often each film was started again. */
  readonly starts: Map<string, number>;
}

/** Workers come and go until enough of them died, or nothing is left to make. */
async function killAndKill(watch: Watched, wanted: number, say: (line: string) => void): Promise<number> {
  let dead = 0;
  let isOver = false;
  const live = async (): Promise<void> => {
    while (dead < wanted && !isOver) {
      const worker = await watch.workshop.startWorker();
      const [least, most] = LIFE_MS;
      await sleep(least + Math.random() * (most - least));
      await ended(worker, 'SIGKILL');
      dead += 1;
      const states = await statusesOf(watch);
      isOver = states.every(({ status }) => status === 'completed');
      if (dead % 5 === 0) say(`${dead} killed, ${countBy(states)}`);
      await startFailed(watch, states);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, live));
  return dead;
}

async function untilMade(watch: Watched, say: (line: string) => void): Promise<void> {
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => watch.workshop.startWorker()));
  const limit = performance.now() + PATIENCE_MS;
  for (let look = 0; performance.now() < limit; look += 1) {
    const states = await statusesOf(watch);
    if (states.every(({ status }) => status === 'completed')) break;
    if (look % 20 === 0) say(`nobody is killed any more, ${countBy(states)}`);
    if (!(await startFailed(watch, states)) && states.every(({ status }) => status === 'completed' || status === 'failed')) break;
    await sleep(500);
  }
  await Promise.all(workers.map((worker) => ended(worker, 'SIGTERM')));
}

/** True when any was started again. */
async function startFailed(watch: Watched, states: readonly State[]): Promise<boolean> {
  let isAny = false;
  for (const { path, status, n } of states) {
    const count = watch.starts.get(path) ?? 0;
    if (status !== 'failed' || count >= MOST_STARTS) continue;
    watch.starts.set(path, count + 1);
    isAny = true;
    await startFilm(watch.workshop, path, n).catch(() => undefined);
  }
  return isAny;
}

interface State {
  readonly path: string;
  readonly n: number;
  readonly status: string;
  readonly fault: string;
}

async function statusesOf({ database, paths }: Watched): Promise<readonly State[]> {
  const { rows } = await sql<{ id: string; status: string; fault: string | null }>`
    select p.id, p.status, (select r.fault::text from video.runs r where r.project_id = p.id order by r.started_at desc limit 1) as fault
    from video.projects p`.execute(database.db);
  const found = new Map(rows.map((row) => [row.id, row]));
  return paths.map((path, index) => {
    const row = found.get(path.split('/').at(-1) ?? '');
    return { path, n: index + 1, status: row?.status ?? 'gone', fault: row?.fault ?? '' };
  });
}

function countBy(states: readonly State[]): string {
  const counts = new Map<string, number>();
  for (const { status } of states) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}

async function faultsOf({ db }: Database): Promise<PipelineChaosReport['faults']> {
  const { rows } = await sql<{ fault: string; count: number }>`
    select (fault ->> 'step') || ': ' || (fault ->> 'code') as fault, count(*)::int as count from video.runs
    where fault is not null group by 1 order by 1`.execute(db);
  return Object.fromEntries(rows.map(({ fault, count }) => [fault, count]));
}

async function historiesOf({ db }: Database, bills: readonly Bill[]): Promise<readonly string[]> {
  const histories: string[] = [];
  for (const mark of bills.flatMap(({ twice }) => twice)) {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', type, status, fault ->> 'code', 'from', buying_from, 'task', buying_task, notes::text) as line
      from video.assets where request::text ~ ${`${mark}\\M`} order by created_at`.execute(db);
    histories.push(`${mark}: ${rows.map(({ line }) => line).join('; ')}`);
  }
  return histories;
}

async function countLost({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from video.assets where notes @> '[{"code": "lost_purchase"}]'`.execute(db);
  return rows[0]?.count ?? 0;
}
