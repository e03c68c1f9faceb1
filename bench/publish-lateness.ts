/**
 * How late posts are called when ten thousand are due in the same minute: two processes, 2 000 connected accounts, a platform that
 * answers at once, the patience of real life. Once spread over the minute, once all in its first second. The peer beside holds the
 * times in memory and promises nothing: one process, timers, the same requests. Then how many a second are called when a hundred thousand
 * are due at once, beside pg-boss that does nothing with as many jobs.
 *   node bench/run.mjs publish-lateness [posts] [posts at once]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { callPlatform } from '#capabilities/publishing/http.ts';
import { NOWHERE } from '#capabilities/publishing/nowhere.ts';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { percentile, root, startPeer, writeResults } from './lib.ts';
import { bundleWorker } from './publish-chaos/bundle.ts';
import { log, openDrillHouse, type Place } from './publish-chaos/house.ts';
import { NOTHING, SCHEMA } from './publish-lateness/boss-names.ts';

const POSTS = Number(process.argv[2] ?? 10_000);
const AT_ONCE = Number(process.argv[3] ?? 100_000);
const ACCOUNTS = 2_000;
const WORKERS = 2;
const LEAD_SECONDS = 75;
/** Uploads of that many take longer. */
const LONG_LEAD_SECONDS = 400;
const BOSS_CHUNK = 5000;

const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-lateness-'));
const database = await openDatabase({ databaseUrl: process.env['BENCH_DATABASE_URL'] ?? null, dataFolder, databasePoolSize: 4 }, log);
await migrate(database.db);
const { db } = database;
const place: Place = { databaseUrl: database.url, dataFolder, publicUrl: 'http://127.0.0.1:9', facts: NOWHERE };
const { vault, database: own } = await openDrillHouse(place);
await connectAccounts();
const program = await bundleWorker(new URL('publish-lateness/worker.ts', import.meta.url));
const platform = await startPeer('peers/quick-platform.ts', []);
const workers = Array.from({ length: WORKERS }, () => startWorker());
await Promise.all(workers.map((child) => new Promise((resolve) => child.once('message', resolve))));

const spread = await publishWithin(60);
const burst = await publishWithin(0);
const flood = await publishWithin(0, AT_ONCE, LONG_LEAD_SECONDS);
await Promise.all(workers.map(end));
const peer = await timersOnly(60);
const peerBurst = await timersOnly(0);
await platform.stop();
const floodRate = flood.length / percentile(flood, 100);
const bossRate = await bossOnly();

const row = (name: string, late: readonly number[]): string =>
  `| ${name} | ${late.length} | ${[50, 95, 99, 100].map((p) => percentile(late, p).toFixed(2)).join(' | ')} |`;
const lines = [
  '| | called | p50 s | p95 s | p99 s | max s |',
  '|---|---|---|---|---|---|',
  row(`the engine, ${WORKERS} processes, spread over the minute`, spread),
  row(`the engine, ${WORKERS} processes, all in one second`, burst),
  row('timers in memory, one process, spread over the minute', peer),
  row('timers in memory, one process, all in one second', peerBurst),
  '',
  `Seconds between the due time and the commit that precedes the request; p99 spread over the minute **${percentile(spread, 99).toFixed(2)} s** (aim ≤ 5 s),`,
  `all in one second **${percentile(burst, 99).toFixed(2)} s**. ${ACCOUNTS} connected accounts; uploads were made ahead of the time.`,
  '',
  `| ${AT_ONCE} due at once, ${WORKERS} processes | a second |`,
  '|---|---|',
  `| pg-boss, jobs that do nothing, in batches of 500 | ${bossRate.toFixed(0)} |`,
  `| the engine: each under a lease, noted before and after its request to a platform | ${floodRate.toFixed(0)} |`,
  '',
  `Ratio **${(floodRate / bossRate).toFixed(2)}** (aim ≥ 0.6).`,
];
console.log(lines.join('\n'));
writeResults('Publishing: ten thousand in a minute', lines);
await own.close();
await database.close();
rmSync(program);
rmSync(dataFolder, { recursive: true, force: true });

async function connectAccounts(): Promise<void> {
  const token = vault.encrypt('a token of the bench');
  await sql`
    with people as (
      insert into identity.accounts (email, username, created_at, updated_at)
      select 'late' || n || '@test.example', 'late' || n, now(), now() from generate_series(1, ${ACCOUNTS}) n returning id)
    insert into publishing.connections (account_id, platform, external_id, access_token_encrypted, connected_at, updated_at)
    select id, platform, 'page-' || id, ${token}, now(), now() from people cross join unnest(array['instagram', 'facebook', 'twitter']) platform
  `.execute(db);
}

/** Seconds of lateness of each, by the clock of the database. */
async function publishWithin(seconds: number, posts = POSTS, lead = LEAD_SECONDS): Promise<readonly number[]> {
  await sql`truncate publishing.publications cascade`.execute(db);
  await sql`
    insert into publishing.publications (account_id, platform, key, post, due_at, next_attempt_at, grace_seconds, created_at, updated_at)
    select account_id, platform, 'late:' || n, '{"text":"late","media":[],"firstComment":"","madeWithAi":true}', due_at,
      due_at - ${lead}::float8 * (0.5 + random() / 2) * interval '1 second', 7200, now(), now()
    from (
      select n, c.account_id, c.platform, now() + (${lead}::float8 + random() * ${seconds}) * interval '1 second' as due_at
      from generate_series(1, ${posts}) n join (
        select account_id, platform, row_number() over (order by id) as place from publishing.connections
      ) c on c.place = 1 + n % ${ACCOUNTS * 3}
    ) planned`.execute(db);
  await sql`analyze publishing.publications`.execute(db);
  for (;;) {
    const { rows } = await sql`select from publishing.publications where ended_at is null limit 1`.execute(db);
    if (rows.length === 0) break;
    await sleep(500);
  }
  const { rows } = await sql<{ late: number }>`
    select extract(epoch from called_at - due_at)::float8 as late from publishing.publications where state = 'confirmed'`.execute(db);
  return rows.map(({ late }) => late);
}

async function timersOnly(seconds: number): Promise<readonly number[]> {
  const begun = performance.now();
  return Promise.all(
    Array.from({ length: POSTS }, async () => {
      const due = 1000 + Math.random() * seconds * 1000;
      await sleep(due);
      const late = (performance.now() - begun - due) / 1000;
      await callPlatform({ method: 'POST', url: new URL(`${platform.url}/publish`), body: '{}', phase: 'publish' });
      return late;
    }),
  );
}

/** Jobs a second: from the start of the workers until nothing is left. */
async function bossOnly(): Promise<number> {
  const boss = new PgBoss({ connectionString: database.url, schema: SCHEMA, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue(NOTHING);
  for (let from = 0; from < AT_ONCE; from += BOSS_CHUNK)
    await boss.insert(
      NOTHING,
      Array.from({ length: Math.min(BOSS_CHUNK, AT_ONCE - from) }, (_, n) => ({ data: { post: from + n } })),
    );
  await boss.stop();
  const script = new URL('publish-lateness/boss.ts', import.meta.url).pathname;
  const begun = performance.now();
  const peers = Array.from({ length: WORKERS }, () =>
    spawn(process.execPath, [script, database.url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], cwd: root }),
  );
  const left = sql<{ any: boolean }>`
    select exists (select from ${sql.table(`${SCHEMA}.job`)} where name = ${NOTHING} and state in ('created', 'active', 'retry')) as any`;
  while ((await left.execute(db)).rows[0]?.any) await sleep(20);
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(peers.map(end));
  return AT_ONCE / seconds;
}

function startWorker(): ChildProcess {
  const orders = JSON.stringify({ place, url: platform.url });
  return spawn(process.execPath, [program, orders], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], cwd: root });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
