/**
 * How late posts are called when ten thousand are due in the same minute: two processes, 2 000 connected accounts, a platform that
 * answers at once, the patience of real life. Once spread over the minute, once all in its first second. The peer beside holds the
 * times in memory and promises nothing: one process, timers, the same requests.
 *   node bench/run.mjs publish-lateness [posts]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { callPlatform } from '#capabilities/publishing/http.ts';
import { NOWHERE } from '#capabilities/publishing/nowhere.ts';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { percentile, root, startPeer, writeResults } from './lib.ts';
import { bundleWorker } from './publish-chaos/bundle.ts';
import { log, openDrillHouse, type Place } from './publish-chaos/house.ts';

const POSTS = Number(process.argv[2] ?? 10_000);
const ACCOUNTS = 2_000;
const WORKERS = 2;
const LEAD_SECONDS = 75;

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
await Promise.all(workers.map(end));
const peer = await timersOnly(60);
const peerBurst = await timersOnly(0);
await platform.stop();

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
async function publishWithin(seconds: number): Promise<readonly number[]> {
  await sql`truncate publishing.publications cascade`.execute(db);
  await sql`
    insert into publishing.publications (account_id, platform, key, post, due_at, next_attempt_at, grace_seconds, created_at, updated_at)
    select account_id, platform, 'late:' || n, '{"text":"late","media":[],"firstComment":"","madeWithAi":true}', due_at,
      due_at - ${LEAD_SECONDS} * (0.5 + random() / 2) * interval '1 second', 7200, now(), now()
    from (
      select n, c.account_id, c.platform, now() + (${LEAD_SECONDS} + random() * ${seconds}) * interval '1 second' as due_at
      from generate_series(1, ${POSTS}) n join (
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
