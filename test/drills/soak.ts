/**
 * Soak: the studio as it starts without any configuration, used by all sorts of people at once for hours. Pages and lists are read, people
 * register, upload, arrive and leave, posts are planned, pictures painted, films made and their making listened to. Nothing may fail;
 * memory and latency must stay where they are.
 *
 *   npm run soak [-- --minutes 120]      (the tests run 3 minutes)
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { percentile, writeResults } from '../../bench/lib.ts';
import { PAGES } from '../pages.ts';
import { type Studio, startStudio } from './studio.ts';
import { countOf, type Doors, look, openWriters, read, type Writer } from './writers.ts';

/** The time is looked at in so many parts. */
const PARTS = 12;
const READERS = 4;
const READ_PAUSE_MS = 100;
const WRITE_PAUSE_MS = 500;
const PICTURE_PAUSE_MS = 5000;
const FILM_MS = 5 * 60_000;
const MEMORY_EVERY_MS = 5000;

interface Part {
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
  /** Resident, of the program, on average. */
  readonly megabytes: number;
}
export interface SoakReport {
  readonly minutes: number;
  readonly parts: readonly Part[];
  readonly films: number;
  readonly pictures: number;
  /** Messages on the WebSocket. */
  readonly heard: number;
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Whatever nobody expects: no answer, 5xx, a write that was refused, something lost, a film that was not made. */
  readonly faults: readonly string[];
}

interface Day {
  readonly studio: Studio;
  isOpen(): boolean;
  readonly faults: string[];
  readonly latencies: number[];
  films: number;
  pictures: number;
  heard: number;
}

export async function soak(minutes: number, say: (line: string) => void = () => undefined): Promise<SoakReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-soak-'));
  const studio = await startStudio({ dataFolder });
  try {
    const writers = await openWriters(studio.doors);
    const closesAt = Date.now() + minutes * 60_000;
    const day: Day = { studio, isOpen: () => Date.now() < closesAt, faults: [], latencies: [], films: 0, pictures: 0, heard: 0 };
    const people = [
      ...Array.from({ length: READERS }, (_, n) => readOn(day, n)),
      ...writers.map((writer) => writeOn(day, writer)),
      makeFilms(day),
      paintPictures(day),
    ];
    const parts: Part[] = [];
    for (let n = 1; n <= PARTS; n += 1) {
      parts.push(await watchPart(day, (minutes * 60_000) / PARTS));
      const { p99, megabytes } = parts.at(-1) ?? { p99: 0, megabytes: 0 };
      say(
        `${n}/${PARTS}: p99 ${p99.toFixed(0)} ms, ${megabytes.toFixed(0)} MB, ${day.films} films, ${day.pictures} pictures, ${day.faults.length} faults`,
      );
    }
    await Promise.all(people);
    day.faults.push(...(await look(writers, studio.doors, 'the beginning')), ...(await studio.wrongs()));
    const { films, pictures, heard, faults } = day;
    return { minutes, parts, films, pictures, heard, acknowledged: countOf(writers), faults };
  } finally {
    await studio.end();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function watchPart({ studio, latencies }: Day, milliseconds: number): Promise<Part> {
  latencies.length = 0;
  const sizes: number[] = [];
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    sizes.push(residentMegabytes(studio.pid));
    await sleep(Math.min(MEMORY_EVERY_MS, Math.max(0, end - Date.now())));
  }
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return { p50: percentile(latencies, 50), p99: percentile(latencies, 99), requests: latencies.length, megabytes };
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const LISTS: readonly (readonly [door: 'site' | 'images' | 'video', path: string])[] = [
  ['site', '/api/v1/users?per_page=20'],
  ['site', '/api/v1/cinema/talents?per_page=20&gender=F'],
  ['site', '/api/v1/cinema/projects'],
  ['images', '/api/images'],
  ['images', '/api/scheduler/posts'],
  ['video', '/api/v1/projects'],
  ['video', '/api/v1/assets'],
];

/** Every page that needs nothing prepared, as whoever it is for, and every list. */
function readOn(day: Day, first: number): Promise<void> {
  const { doors } = day.studio;
  const pages = PAGES.filter(({ path, as }) => !path.includes('{') && as !== 'talent').map(({ path, as }) => ({
    url: `${doors.site}${path}`,
    headers: as === 'admin' ? doors.proofs.site : {},
  }));
  const all = [...pages, ...LISTS.map(([door, path]) => ({ url: `${doors[door]}${path}`, headers: doors.proofs[door] }))];
  let turn = Math.floor((first * all.length) / READERS);
  return repeat(day, READ_PAUSE_MS, 'read', async () => {
    const asked = all[turn++ % all.length];
    if (!asked) return;
    const begun = performance.now();
    const answer = await fetch(asked.url, { headers: asked.headers, redirect: 'manual' });
    await answer.arrayBuffer();
    day.latencies.push(performance.now() - begun);
    if (answer.status >= 500 || answer.status === 401) throw new Error(`${asked.url}: ${answer.status}`);
  });
}

const writeOn = (day: Day, writer: Writer): Promise<void> => repeat(day, WRITE_PAUSE_MS, writer.name, () => writer.write(day.studio.doors));

const paintPictures = (day: Day): Promise<void> =>
  repeat(day, PICTURE_PAUSE_MS, 'picture', async () => {
    const { images, proofs } = day.studio.doors;
    const headers = { ...proofs.images, 'content-type': 'application/json' };
    const body = JSON.stringify({ prompt: `Un marché, étal ${day.pictures}`, width: 512, height: 512 });
    const { id } = await read<{ id: number }>(`${images}/api/images/generate`, { method: 'POST', headers, body });
    for (const end = Date.now() + FILM_MS; ; await sleep(200)) {
      const { status } = await read<{ status: string }>(`${images}/api/images/${id}`, { headers: proofs.images });
      if (status === 'generated') break;
      if (status === 'failed' || Date.now() > end) throw new Error(`picture ${id} is ${status}`);
    }
    day.pictures += 1;
  });

/** One after the other, each listened to while it is made. */
const makeFilms = (day: Day): Promise<void> =>
  repeat(day, 0, 'film', async () => {
    const { video, proofs } = day.studio.doors;
    const headers = { ...proofs.video, 'content-type': 'application/json' };
    const config = { target_duration: 5, language: 'fr', ratio: '16:9' };
    const body = JSON.stringify({ title: `Film ${day.films}`, prompt: 'Un matin au port', config });
    const { id } = await read<{ id: string }>(`${video}/api/v1/projects`, { method: 'POST', headers, body });
    const ear = listenTo(day.studio.doors, id);
    const order = JSON.stringify({ pipeline_config: { render: { quality: 'draft', scale: 4 } } });
    await read(`${video}/api/v1/projects/${id}/start`, { method: 'POST', headers, body: order });
    for (const end = Date.now() + FILM_MS; ; await sleep(500)) {
      const { status } = await read<{ status: string }>(`${video}/api/v1/projects/${id}`, { headers: proofs.video });
      if (status === 'completed') break;
      if (status === 'failed' || Date.now() > end) throw new Error(`film ${id} is ${status}`);
    }
    const heard = ear.stop();
    if (heard === 0) throw new Error(`nothing was heard of film ${id}`);
    day.films += 1;
    day.heard += heard;
  });

function listenTo({ video, proofs }: Doors, project: string): { stop(): number } {
  const socket = new WebSocket(`${video.replace('http', 'ws')}/ws`);
  let heard = 0;
  socket.addEventListener('open', () => {
    socket.send(JSON.stringify({ type: 'auth', token: proofs.video['authorization']?.replace('Bearer ', '') }));
    socket.send(JSON.stringify({ type: 'subscribe', channel: `project:${project}` }));
  });
  socket.addEventListener('message', ({ data }) => {
    if ((JSON.parse(String(data)) as { channel?: string; type: string }).type !== 'subscribed') heard += 1;
  });
  return {
    stop: () => {
      socket.close();
      return heard;
    },
  };
}

async function repeat(day: Day, pauseMs: number, what: string, work: () => Promise<void>): Promise<void> {
  while (day.isOpen()) {
    await work().catch(async (error: unknown) => {
      day.faults.push(`${what}: ${error instanceof Error ? `${error.message} ${error.cause ? String(error.cause) : ''}` : String(error)}`);
      await sleep(1000);
    });
    await sleep(pauseMs);
  }
}

function linesOf({ minutes, parts, films, pictures, heard, acknowledged, faults }: SoakReport): readonly string[] {
  const third = Math.floor(parts.length / 3);
  const mean = (list: readonly Part[], of: (part: Part) => number): number => list.reduce((sum, part) => sum + of(part), 0) / list.length;
  // What is filled at first (caches, pools, compiled code) is not growth.
  const [middle, last] = [parts.slice(third, 2 * third), parts.slice(-third)];
  const growth = mean(last, ({ megabytes }) => megabytes) - mean(middle, ({ megabytes }) => megabytes);
  const counts = Object.entries(acknowledged).map(([what, count]) => `${what} ${count}`);
  return [
    `${minutes} minutes: ${parts.reduce((sum, { requests }) => sum + requests, 0)} pages and lists read, ${counts.join(', ')}, films ${films}, pictures ${pictures}, ${heard} live messages. Unexpected: **${faults.length}**.`,
    '',
    '| part | p50 | p99 | resident memory of the program |',
    '|---|---|---|---|',
    ...parts.map(({ p50, p99, megabytes }, n) => `| ${n + 1} | ${p50.toFixed(0)} ms | ${p99.toFixed(0)} ms | ${megabytes.toFixed(0)} MB |`),
    '',
    `From the middle third to the last: memory ${growth >= 0 ? '+' : '−'}${Math.abs(growth).toFixed(1)} MB, p99 × ${(mean(last, ({ p99 }) => p99) / mean(middle, ({ p99 }) => p99)).toFixed(2)}.`,
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '120' } } });
  const report = await soak(Number(values.minutes), (line) => console.log(line));
  const lines = linesOf(report);
  console.log(lines.join('\n'));
  for (const fault of report.faults.slice(0, 50)) console.error(fault);
  if (report.minutes >= 30) writeResults('Soak: all sorts of people at once', lines);
  process.exit(report.faults.length > 0 ? 1 : 0);
}
