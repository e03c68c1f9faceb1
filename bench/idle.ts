/**
 * A studio that nobody uses: seconds from its second start to the first 200, beside an empty Fastify with a PostgreSQL that runs already;
 * then the memory of its process, minute after minute, with all doors open. `--minutes N` (3).
 */
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { freePort, median, startPeer, startStudio, writeResults } from './lib.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '3' } } });
const STARTS = 5;
const EVERY_S = 5;

const doors = { IMAGES_PORT: String(await freePort()), VIDEO_PORT: String(await freePort()) };
const studio = await startStudio(doors);
const database = await openDatabase(
  { databaseUrl: null, dataFolder: `${studio.dataFolder}-peer`, databasePoolSize: 1 },
  pino({ level: 'error' }),
);
// The first start leaves work behind: pictures, posts that are due, texts to be read.
await untilQuiet();
const ours: number[] = [];
const empty: number[] = [];
for (let n = 0; n < STARTS; n += 1) {
  ours.push(await studio.restart());
  const peer = await startPeer('peers/empty.ts', [database.url]);
  empty.push(peer.readyAfterMs);
  await peer.stop();
}
await database.close();
rmSync(`${studio.dataFolder}-peer`, { recursive: true, force: true });

await untilQuiet();
const sizes: number[] = [];
for (let at = 0; at < Number(values.minutes) * 60; at += EVERY_S) {
  sizes.push(residentMegabytes());
  await sleep(EVERY_S * 1000);
}
const slope = (slopeOf(sizes) * 60) / EVERY_S;
const ms = (times: readonly number[]): string =>
  `${(median(times) / 1000).toFixed(2)} s (${times.map((time) => (time / 1000).toFixed(2)).join(', ')})`;
const lines = [
  '| from the start of the process to the first 200 | median (all) |',
  '|---|---|',
  `| the studio with its own PostgreSQL, three doors, demo people there already | ${ms(ours)} |`,
  `| an empty Fastify, PostgreSQL running already | ${ms(empty)} |`,
  '',
  `Second start **${(median(ours) / 1000).toFixed(2)} s** (aim ≤ 3 s). Resident memory of its process, idle for ${values.minutes} minutes:`,
  `**${median(sizes).toFixed(0)} MB** (aim ≤ 250 MB; ${Math.min(...sizes).toFixed(0)}–${Math.max(...sizes).toFixed(0)}), ${slope.toFixed(2)} MB more each minute (aim 0).`,
];
console.log(lines.join('\n'));
writeResults('Start and memory of an idle studio', lines);
await studio.stop();

/** Until its process works less than a twentieth of the time, three times in a row; five minutes at most. */
async function untilQuiet(): Promise<void> {
  let quiet = 0;
  for (const end = Date.now() + 300_000; quiet < 3 && Date.now() < end; ) {
    const before = workedSeconds();
    await sleep(EVERY_S * 1000);
    quiet = workedSeconds() - before < EVERY_S / 20 ? quiet + 1 : 0;
  }
}

/** Of its process, in all (proc(5): fields 14 and 15, in hundredths). */
function workedSeconds(): number {
  const fields = readFileSync(`/proc/${studio.pid()}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function residentMegabytes(): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${studio.pid()}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Of the straight line through the values (least squares), for each step. */
function slopeOf(list: readonly number[]): number {
  const middle = (list.length - 1) / 2;
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  const above = list.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  return above / list.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}
