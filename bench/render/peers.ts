/**
 * The same scenes by editly and by Remotion, where they install: each in a folder of its own outside of this repository, by npm, for this
 * run. What does not install or does not run here is named with its error; nothing is made up in its place.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FPS, PASSAGE_SECONDS, SIZE, type Sounds, WORDS } from './film.ts';

export interface PeerResult {
  readonly name: string;
  readonly version: string | null;
  /** Seconds of the render alone, without installing, bundling or starting; null when it does not run here. */
  readonly wall: number | null;
  readonly why: string | null;
}
interface Peer {
  readonly name: string;
  readonly packages: readonly string[];
  readonly files: readonly string[];
}

const PEERS: readonly Peer[] = [
  { name: 'editly', packages: ['editly@0.14.2'], files: ['editly.js'] },
  {
    name: 'remotion',
    // Its parts go together only in one version.
    packages: [
      ...['remotion', '@remotion/renderer', '@remotion/bundler', '@remotion/transitions'].map((part) => `${part}@4.0.527`),
      'react@19',
      'react-dom@19',
    ],
    files: ['remotion.js', 'remotion-entry.jsx'],
  },
];
const INSTALL_MS = 10 * 60_000;
const HOME = new URL('./peers/', import.meta.url).pathname;

export interface PeerFilm {
  readonly pictures: readonly string[];
  readonly sounds: Sounds;
  readonly seconds: number;
  readonly chromium: string | null;
}

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumHere = (): string | null => process.env['CHROMIUM_PATH'] ?? CHROMIUMS.find((path) => existsSync(path)) ?? null;

export async function runPeers(folder: string, film: PeerFilm): Promise<readonly PeerResult[]> {
  const results: PeerResult[] = [];
  for (const peer of PEERS) results.push(await runPeer(peer, join(folder, peer.name), film));
  return results;
}

async function runPeer({ name, packages, files }: Peer, home: string, film: PeerFilm): Promise<PeerResult> {
  mkdirSync(join(home, 'public'), { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: `bench-${name}`, private: true, type: 'module' }));
  for (const file of files) copyFileSync(join(HOME, file), join(home, file));
  const all = [...film.pictures, film.sounds.voice, film.sounds.music];
  for (const file of all) copyFileSync(file, join(home, 'public', basename(file)));
  const order = {
    ...{ ...SIZE, fps: FPS, seconds: film.seconds, passage: PASSAGE_SECONDS, words: WORDS.join(' '), chromium: film.chromium },
    ...{ pictures: film.pictures.map((file) => basename(file)), voice: basename(film.sounds.voice), music: basename(film.sounds.music) },
  };
  writeFileSync(join(home, 'order.json'), JSON.stringify(order));
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], home, INSTALL_MS);
  if (installed.code !== 0) return { name, version: null, wall: null, why: `npm install: ${lastWords(installed.text)}` };
  // A film that takes fifty times its length is slow enough to say so.
  const made = await run(process.execPath, [files[0] ?? ''], home, Math.max(120_000, film.seconds * 50_000));
  const [, json] = /^RESULT (.*)$/m.exec(made.text) ?? [];
  if (made.code !== 0 || !json) return { name, version: null, wall: null, why: `render: ${lastWords(made.text)}` };
  const { wall, version } = JSON.parse(json) as { wall: number; version: string };
  return { name, version, wall, why: null };
}

/** The line that says most of the cause: a library that is missing, then an error, then whatever was said last. */
const CAUSES = [/was not found|cannot find|no such file|could not be found/i, /\berror\b|ERR!|timed out/i, /./];

function lastWords(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const found = CAUSES.map((cause) => lines.find((line) => cause.test(line))).find(Boolean) ?? 'no words';
  return found.slice(0, 240);
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  milliseconds: number,
): Promise<{ code: number | null; text: string }> {
  // A group of its own: what does not end in time is ended with all that it started.
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const timer = setTimeout(() => {
    text += `\nerror: timed out after ${milliseconds / 1000} s`;
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  }, milliseconds);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, text };
  } finally {
    clearTimeout(timer);
  }
}
