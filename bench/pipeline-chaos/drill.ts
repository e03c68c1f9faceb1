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
import { countBy, countLost, orderFilms, SCENES, startFailed, statusesOf, type Watched } from './films.ts';
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
/** How long a worker works before it is killed, milliseconds: some die at once. */
const LIFE_MS = [300, 9000] as const;
const PATIENCE_MS = 30 * 60_000;

export async function pipelineChaos({ say = () => undefined, ...options }: PipelineChaosOptions): Promise<PipelineChaosReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-pipelines-'));
  const began = performance.now();
  const database = await openDatabase({ databaseUrl: options.databaseUrl, dataFolder, databasePoolSize: 4 }, pino({ level: 'silent' }));
  const market = await openMarket();
  const { environment } = market;
  const place = { databaseUrl: database.url, dataFolder, environment, ...(options.program ? { program: options.program } : {}) };
  // A lost voice is spoken here, as on any machine that has one of its own; whoever starts later finds it.
  const engine = installVoiceEngine();
  const workshop = await openWorkshop(place);
  try {
    const paths = await orderFilms(workshop, options.films);
    say(`${paths.length} films ordered`);
    const watch: ChaosWatch = { workshop, database, paths, starts: new Map() };
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

interface ChaosWatch extends Watched {
  readonly workshop: Workshop;
}

/** Workers come and go until enough of them died, or nothing is left to make. */
async function killAndKill(watch: ChaosWatch, wanted: number, say: (line: string) => void): Promise<number> {
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

async function untilMade(watch: ChaosWatch, say: (line: string) => void): Promise<void> {
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
