/**
 * Drill: an installation of the former application moves in while the import is killed with SIGKILL, again and again. In the end everybody is
 * here once, whole; and one more run changes nothing.
 *
 *   TEST_DATABASE_URL=postgresql://… node scripts/with-node.mjs test/drills/flask-import.ts 10000 5     (people, kills; the tests run 300 and 2)
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { ImportReport } from '#products/talent/door.ts';
import { buildFlaskHouse, SECRETS } from '../flask-house.ts';

const root = new URL('../..', import.meta.url).pathname;
const WITH_FILES = 20;

export interface FlaskDrillReport {
  readonly people: number;
  readonly kills: number;
  readonly seconds: number;
  /** The most that the process of the last run held. */
  readonly megabytes: number;
  /** What is wrong in the end; empty when nobody is lost, doubled or half there. */
  readonly faults: Readonly<Record<string, number>>;
  /** Rows that one more run made or found changed. */
  readonly changedBySecondRun: number;
}
export interface FlaskDrill {
  /** Two databases: an empty one for the former application, one for the studio. */
  readonly oldUrl: string;
  readonly newUrl: string;
  readonly people: number;
  readonly kills: number;
  readonly log?: (line: string) => void;
}

export async function flaskDrill({ oldUrl, newUrl, people, kills, log = () => undefined }: FlaskDrill): Promise<FlaskDrillReport> {
  const users = Math.ceil(people * 0.6);
  const house = await buildFlaskHouse(oldUrl, { users, cinema: people - users, withFiles: WITH_FILES });
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-import-drill-'));
  const here = new pg.Client({ connectionString: newUrl });
  try {
    const report = join(dataFolder, 'report.json');
    const words = ['import-flask', '--from', oldUrl, '--uploads', house.uploads, '--report', report];
    const run = () => start(words, { ATELIER_DATA: dataFolder, DATABASE_URL: newUrl, FLASK_ENCRYPTION_KEY: SECRETS.key });
    const started = performance.now();
    for (let kill = 1; kill <= kills; kill += 1) {
      const { child, ended } = run();
      if (kill === 1) await connected(here);
      const came = await cameAtLeast(here, Math.floor((people * kill) / (kills + 1)), ended);
      child.kill('SIGKILL');
      await ended;
      log(`kill ${kill}: ${came} had come`);
    }
    const last = run();
    if (kills === 0) await connected(here);
    const exit = await last.ended;
    if (exit !== 0) throw new Error(`the last run ended with ${exit}`);
    const seconds = (performance.now() - started) / 1000;
    log(`everybody had come after ${seconds.toFixed(0)} s`);
    const faults = await findFaults(here, { users, cinema: people - users });
    await run().ended;
    const second = JSON.parse(readFileSync(report, 'utf8')) as ImportReport;
    const changedBySecondRun = Object.values(second.tables).reduce(
      (sum, { created, changed, refused }) => sum + created + changed + refused,
      0,
    );
    return { people, kills, seconds, megabytes: last.megabytes(), faults, changedBySecondRun };
  } finally {
    await here.end().catch(() => undefined);
    house.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function start(words: readonly string[], settings: Readonly<Record<string, string>>) {
  const env = { ...process.env, ...settings, ATELIER_DEMO: '0', NODE_ENV: 'test', LOG_LEVEL: 'fatal', SECRET_KEY: '', ENCRYPTION_KEY: '' };
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(child.pid));
  }, 500);
  void ended.then(() => clearInterval(watch));
  return { child, ended, megabytes: () => most };
}

function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it ended, or this is no Linux
  }
}

const connected = (client: pg.Client): Promise<unknown> => client.connect();

/** Waits until so many people have come, or the run has ended. */
async function cameAtLeast(client: pg.Client, wanted: number, ended: Promise<unknown>): Promise<number> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (;;) {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from talent.flask_imports where old_table in ('users', 'cinema_talents')`,
    );
    const came = Number(rows[0]?.count ?? 0);
    if (came >= wanted || isOver) return came;
    await sleep(50);
  }
}

async function findFaults(client: pg.Client, wanted: { users: number; cinema: number }): Promise<Readonly<Record<string, number>>> {
  const { rows } = await client.query<Record<string, number>>(
    `select
      $1 - (select count(*)::int from talent.members m join talent.member_details d using (account_id) join identity.accounts a on a.id = m.account_id
        where a.code = m.unique_code and d.phone_index is not null and m.qr_file is not null) as "members who are not whole",
      (select count(*)::int from talent.members) - $1 as "members too many",
      $2 - (select count(*)::int from talent.cinema_talents t join talent.cinema_details d on d.talent_id = t.id
        where d.email_index is not null and exists (select from talent.cinema_consents c where c.talent_id = t.id)) as "CINEMA people who are not whole",
      (select count(*)::int from talent.cinema_talents) - $2 as "CINEMA people too many",
      (select count(*)::int from talent.flask_imports f where (old_table = 'users' and not exists (select from talent.members where account_id = new_id))
        or (old_table = 'cinema_talents' and not exists (select from talent.cinema_talents where id = new_id))) as "lines of the ledger without a person",
      2 * $1 - (select count(*)::int from talent.member_talents) as "talents of members",
      $3 - (select count(*)::int from talent.members where photo_file is not null and cv_file is not null) as "members without their files",
      (select count(*)::int from kernel.files) - $1 - $2 - 4 * $3 - 4 as "files too many"`,
    [wanted.users, wanted.cinema, WITH_FILES],
  );
  return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, count]) => count !== 0));
}

async function main(): Promise<void> {
  const [people = '10000', kills = '5'] = process.argv.slice(2);
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL: a PostgreSQL server on which two databases can be made');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const names = ['old', 'new'].map((which) => `atelier_import_drill_${process.pid}_${which}`);
  try {
    for (const name of names) await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
    const [oldUrl = '', newUrl = ''] = names.map((name) => Object.assign(new URL(server), { pathname: `/${name}` }).href);
    await migrated(newUrl);
    console.log(await flaskDrill({ oldUrl, newUrl, people: Number(people), kills: Number(kills), log: console.log }));
  } finally {
    for (const name of names) await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

async function migrated(url: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-import-drill-'));
  await start(['migrate'], { ATELIER_DATA: dataFolder, DATABASE_URL: url }).ended;
  rmSync(dataFolder, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
