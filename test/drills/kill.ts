/**
 * Drill: people register, upload, arrive and leave, and plan posts while processes of the studio are killed with SIGKILL, again and again:
 * all of them, the program alone, its database server alone. Afterwards whatever was acknowledged must be there, once, and be readable;
 * what was cut and may be sent again is.
 *
 *   node scripts/with-node.mjs test/drills/kill.ts 50      (rounds; the tests run 3)
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { readLock } from '#kernel/db/postmaster.ts';
import { freePort, root } from '../../bench/lib.ts';
import { type Doors, type Origins, openWriters, Refused, signIn, type Writer } from './kill-writers.ts';

/** Whatever this machine has configured, the program under test starts as a demo of its own. */
const UNCONFIGURED = { DATABASE_URL: '', SECRET_KEY: '', ENCRYPTION_KEY: '', ADMIN_EMAIL: '', NODE_ENV: '', ATELIER_DEMO: '1' };
const VICTIMS = ['everything', 'program', 'database'] as const;
type Victim = (typeof VICTIMS)[number];
/** How many do the same thing at once. */
const HANDS = 2;
const START_MS = 120_000;
const FIRST_WRITES_MS = 30_000;
const LONGEST_WORK_MS = 800;

export interface DrillReport {
  readonly rounds: number;
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Not there, there twice, not readable. */
  readonly faults: readonly string[];
  /** What the studio answered with a refusal although it was right. */
  readonly refused: readonly string[];
  readonly slowestRestartSeconds: number;
}

/** Runs the drill on an empty data folder. */
export async function killDrill(rounds: number, log: (line: string) => void = () => undefined): Promise<DrillReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-drill-'));
  const [faults, refused]: [string[], string[]] = [[], []];
  let slowest = 0;
  let running: Running | null = null;
  try {
    running = await start(dataFolder);
    const writers = await openWriters(running.doors);
    for (let round = 1; round <= rounds; round += 1) {
      const victim = VICTIMS[round % VICTIMS.length] ?? 'everything';
      refused.push(...(await writeUntilKilled(running, writers, victim)));
      running = victim === 'database' ? await untilBack(running) : await start(dataFolder);
      slowest = Math.max(slowest, running.seconds);
      const found = await look(writers, running.doors, round === rounds ? 'the beginning' : 'last look');
      faults.push(...found);
      log(
        `round ${round}, ${victim}: ${JSON.stringify(countOf(writers))}, ${found.length} faults, back in ${running.seconds.toFixed(1)} s`,
      );
    }
    return { rounds, acknowledged: countOf(writers), faults, refused, slowestRestartSeconds: slowest };
  } finally {
    if (running) await kill(running, 'everything');
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const countOf = (writers: readonly Writer[]): Readonly<Record<string, number>> =>
  Object.fromEntries(writers.map((writer) => [writer.name, writer.acknowledged()]));

const look = async (writers: readonly Writer[], doors: Doors, since: 'last look' | 'the beginning'): Promise<readonly string[]> =>
  (await Promise.all(writers.map((writer) => writer.faults(doors, since)))).flat();

interface Running {
  readonly doors: Doors;
  readonly child: ChildProcess;
  readonly dataFolder: string;
  readonly seconds: number;
}

async function start(dataFolder: string): Promise<Running> {
  const begun = performance.now();
  const [site, images, video] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...{ ...process.env, ...UNCONFIGURED, ATELIER_DATA: dataFolder },
    ...{ PORT: String(site), IMAGES_PORT: String(images), VIDEO_PORT: String(video) },
    ...{ RATE_LIMIT_SCALE: '1000000', ATELIER_FETCH_VOICES: '0', LOG_LEVEL: 'fatal' },
  };
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  const origins = { site: at(site), images: at(images), video: at(video) };
  const seconds = await secondsUntilReady(origins, child, begun);
  return { doors: await signIn(origins), child, dataFolder, seconds };
}

/** The program lives: it starts its database server again by itself. */
const untilBack = async (running: Running): Promise<Running> => ({
  ...running,
  seconds: await secondsUntilReady(running.doors, running.child, performance.now()),
});

async function secondsUntilReady({ site }: Origins, child: ChildProcess, begun: number): Promise<number> {
  const isReady = (): Promise<boolean> =>
    fetch(`${site}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const limit = Date.now() + START_MS;
  while (!(await isReady())) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error(`the studio did not start (exit ${child.exitCode})`);
    await sleep(30);
  }
  return (performance.now() - begun) / 1000;
}

/** All write in parallel; the axe falls at a moment nobody chose, once each has written. Answers what was refused. */
async function writeUntilKilled(running: Running, writers: readonly Writer[], victim: Victim): Promise<readonly string[]> {
  const before = writers.map((writer) => writer.acknowledged());
  const refused: string[] = [];
  let isAlive = true;
  const hand = async (writer: Writer): Promise<void> => {
    while (isAlive)
      await writer.write(running.doors).catch((error: unknown) => {
        // Without its database the studio says that it is not available: nothing was acknowledged.
        if (error instanceof Refused && !(victim === 'database' && error.status === 503)) refused.push(`${writer.name}: ${error.message}`);
      });
  };
  const hands = writers.flatMap((writer) => Array.from({ length: HANDS }, () => hand(writer)));
  const limit = Date.now() + FIRST_WRITES_MS;
  while (writers.some((writer, index) => writer.acknowledged() === before[index]) && Date.now() < limit) await sleep(20);
  await sleep(Math.random() * LONGEST_WORK_MS);
  await kill(running, victim);
  isAlive = false;
  await Promise.all(hands);
  return refused;
}

/** SIGKILL, as a power cut or the kernel out of memory would. */
async function kill({ child, dataFolder }: Running, victim: Victim): Promise<void> {
  if (victim !== 'program') process.kill(postmasterOf(dataFolder), 'SIGKILL');
  if (victim === 'database' || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
}

function postmasterOf(dataFolder: string): number {
  const lock = readLock(join(dataFolder, 'postgres'));
  if (!lock) throw new Error(`no database server works under ${dataFolder}`);
  return lock.pid;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = await killDrill(Number(process.argv[2] ?? 3), (line) => console.log(line));
  const counts = Object.entries(report.acknowledged).map(([name, count]) => `${name} ${count}`);
  console.log(
    `${report.rounds} rounds, acknowledged: ${counts.join(', ')}; ${report.faults.length} lost, doubled or unreadable; slowest restart ${report.slowestRestartSeconds.toFixed(1)} s`,
  );
  for (const line of [...report.faults, ...report.refused]) console.error(line);
  process.exit(report.faults.length + report.refused.length > 0 ? 1 : 0);
}
