/**
 * One studio on one PostgreSQL and one S3 store: several web processes and workers that are ended in turn under load, first as a release does
 * (SIGTERM), then as a power cut does (SIGKILL). No request may fail, nothing acknowledged may be missing or there twice, every film is
 * made, and nothing is bought twice.
 */
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { pino } from 'pino';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { startS3Simulator } from '#simulators/s3.ts';
import { installVoiceEngine } from '#simulators/voice-engine.ts';
import { percentile, root } from '../lib.ts';
import { countBy, countLost, orderFilms, SCENES, startFailed, statusesOf, type Watched } from '../pipeline-chaos/films.ts';
import { type Bill, openMarket } from '../pipeline-chaos/market.ts';
import { type Client, createClient, type Tries } from './client.ts';
import { ADMIN, type House, openHouse, type Process, type Signal } from './house.ts';
import { type Load, startLoad } from './load.ts';

export interface ScaleOutOptions {
  /** Must be empty. */
  readonly databaseUrl: string;
  /** Requests per second. */
  readonly rate: number;
  /** Web processes ended with each signal; a worker goes with every second one. */
  readonly ends: number;
  /** From one end to the next. Never both: the next one waits until the last is back. */
  readonly everySeconds: number;
  readonly films: number;
  /** CINEMA people in the lists that are read. */
  readonly people: number;
  readonly say?: (line: string) => void;
}

export interface Phase {
  readonly signal: Signal;
  readonly webs: number;
  readonly workers: number;
  readonly seconds: number;
  readonly sent: number;
  readonly failures: readonly string[];
  readonly acknowledged: number;
  /** Acknowledged, and not in the database. */
  readonly lost: number;
  /** In the database more than once. */
  readonly twice: number;
  readonly again: Tries;
  readonly p50: number;
  readonly p99: number;
}

export interface ScaleOutReport {
  readonly phases: readonly Phase[];
  readonly films: number;
  readonly made: number;
  readonly startedAgain: number;
  readonly bills: readonly Bill[];
  readonly lostPurchases: number;
  /** Files in the store. */
  readonly stored: number;
}

const FILMS_PATIENCE_MS = 20 * 60_000;

export async function scaleOut({ say = () => undefined, ...options }: ScaleOutOptions): Promise<ScaleOutReport> {
  const { databaseUrl } = options;
  const store = await startS3Simulator();
  const market = await openMarket();
  const engine = installVoiceEngine();
  const environment = { ...market.environment, STORAGE_URL: store.storageUrl };
  let house: House | null = null;
  let client: Client | null = null;
  const database = await openDatabase({ databaseUrl, dataFolder: '', databasePoolSize: 4 }, pino({ level: 'silent' }));
  try {
    await seed(databaseUrl, options.people);
    house = await openHouse({ databaseUrl, environment, webs: 2, workers: 2 });
    client = createClient(house.web);
    say('two web processes and two workers stand');
    const token = await signIn(client);
    const watch = await order(client, database, token, options.films);
    const phases: Phase[] = [];
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      client.repeatCut = signal === 'SIGKILL';
      phases.push(await endInTurn({ house, client, database, token, watch }, signal, options, say));
    }
    const made = await untilMade(watch, say);
    const startedAgain = [...watch.starts.values()].reduce((sum, count) => sum + count, 0);
    const bills = market.bills(options.films, SCENES);
    const lostPurchases = await countLost(database);
    return { phases, films: options.films, made, startedAgain, bills, lostPurchases, stored: store.objects.size };
  } finally {
    client?.close();
    await house?.close();
    engine.remove();
    await market.close();
    await store.close();
    await database.close();
  }
}

async function seed(databaseUrl: string, people: number): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, ATELIER_DEMO: '0', LOG_LEVEL: 'error' };
  const command = ['--max-old-space-size=1024', `${root}dist/main.js`, 'seed', '--cinema', String(people), '--force'];
  await promisify(execFile)(process.execPath, command, { env });
}

async function signIn(client: Client): Promise<string> {
  const body = JSON.stringify({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
  const { status, text } = await client.send({ method: 'POST', door: 'video', path: '/api/v1/auth/login', body });
  const { access_token: token } = JSON.parse(text) as { access_token?: string };
  if (!token) throw new Error(`nobody could sign in: ${status}`);
  return token;
}

async function order(client: Client, database: Database, token: string, films: number): Promise<Watched> {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await client.send({
      ...{ method, door: 'video', path: `/api/v1${path}`, headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as Record<string, unknown>;
  };
  const workshop = { ask };
  return { workshop, database, paths: await orderFilms(workshop, films), starts: new Map() };
}

interface Scene {
  readonly house: House;
  readonly client: Client;
  readonly database: Database;
  readonly token: string;
  readonly watch: Watched;
}

async function endInTurn(
  { house, client, database, token, watch }: Scene,
  signal: Signal,
  { rate, ends, everySeconds }: ScaleOutOptions,
  say: (line: string) => void,
): Promise<Phase> {
  const before = { ...client.again };
  const began = performance.now();
  const load = startLoad(client, token, rate);
  await sleep(1000);
  let workers = 0;
  let ending: Promise<void> = Promise.resolve();
  for (let n = 0; n < ends; n += 1) {
    const next = sleep(everySeconds * 1000);
    const victims = [house.web[n % house.web.length], n % 2 === 1 ? house.workers[workers++ % house.workers.length] : undefined];
    await ending;
    ending = Promise.all(victims.map((victim) => endAndStart(victim, signal))).then(() => undefined);
    say(`${signal} ${victims.flatMap((victim) => victim?.name ?? []).join(' and ')}; films: ${countBy(await statusesOf(watch))}`);
    await next;
  }
  await ending;
  const done = await load.stop();
  const again = { refused: client.again.refused - before.refused, cut: client.again.cut - before.cut };
  for (const failure of done.failures.slice(0, 20)) say(`failed: ${failure}`);
  return {
    ...{ signal, webs: ends, workers, seconds: (performance.now() - began) / 1000, sent: done.sent, failures: done.failures, again },
    ...(await compare(database, done)),
    ...{ p50: percentile(done.latencies, 50), p99: percentile(done.latencies, 99) },
  };
}

async function endAndStart(victim: Process | undefined, signal: Signal): Promise<void> {
  await victim?.end(signal);
  await victim?.start();
}

async function compare({ db }: Database, { acknowledged }: Load): Promise<Pick<Phase, 'acknowledged' | 'lost' | 'twice'>> {
  const { rows } = await sql<{ title: string; count: number }>`
    select title, count(*)::int as count from video.projects where title like 'essai %' group by title`.execute(db);
  const counts = new Map(rows.map(({ title, count }) => [title, count]));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((title) => !counts.has(title)).length,
    twice: rows.filter(({ count }) => count > 1).length,
  };
}

/** Nobody is ended any more; answers how many films were made. */
async function untilMade(watch: Watched, say: (line: string) => void): Promise<number> {
  const limit = performance.now() + FILMS_PATIENCE_MS;
  for (let look = 0; ; look += 1) {
    const states = await statusesOf(watch);
    const made = states.filter(({ status }) => status === 'completed').length;
    if (made === states.length || performance.now() > limit) return made;
    if (look % 20 === 0) say(`films: ${countBy(states)}`);
    const isAny = await startFailed(watch, states);
    if (!isAny && states.every(({ status }) => status === 'completed' || status === 'failed')) return made;
    await sleep(500);
  }
}
