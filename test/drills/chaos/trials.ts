/** Everything that goes wrong in a house of machines, one after the other, each in a studio of its own. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3Simulator } from '#simulators/s3.ts';
import { layCable } from '../../cable.ts';
import { killDrill } from '../kill.ts';
import { type Place, type Studio, startStudio } from '../studio.ts';
import { openWriters } from '../writers.ts';
import { endure, type Trouble } from './endure.ts';
import { mailDown } from './mail.ts';
import { providerHangs } from './provider.ts';
import { sideBySide } from './versions.ts';

export interface TrialReport {
  readonly acknowledged: Readonly<Record<string, number>>;
  readonly refused?: Readonly<Record<string, number>>;
  readonly backSeconds: number | null;
  readonly faults: readonly string[];
}
export interface TrialOptions {
  /** Of the kill drill. */
  readonly rounds: number;
  readonly seconds: number;
  /** A commit of this repository that ran before. */
  readonly from: string | null;
  readonly say: (line: string) => void;
}
export interface Trial {
  /** Why it cannot be made here; null when it can. */
  readonly unfit?: (options: TrialOptions) => string | null;
  readonly run: (options: TrialOptions) => Promise<TrialReport>;
}

async function kill({ rounds, say }: TrialOptions): Promise<TrialReport> {
  const { acknowledged, faults, refused, slowestRestartSeconds } = await killDrill(rounds, say);
  return { acknowledged, faults: [...faults, ...refused], backSeconds: slowestRestartSeconds };
}

/** A studio in a folder of its own, whatever becomes of it. */
async function inStudio(place: Omit<Place, 'dataFolder'>, dataFolder: string, trouble: Trouble): Promise<TrialReport> {
  let studio = await startStudio({ ...place, dataFolder });
  try {
    const { studio: last, ...report } = await endure(studio, await openWriters(studio.doors), trouble);
    studio = last;
    return { ...report, faults: [...report.faults, ...(await studio.wrongs())] };
  } finally {
    await studio.end();
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-chaos-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const storeAway = ({ seconds }: TrialOptions): Promise<TrialReport> =>
  inFolder(async (folder) => {
    const store = await startS3Simulator();
    const address = new URL(store.storageUrl);
    const cable = await layCable(`http://${address.host}`);
    address.port = new URL(cable.url).port;
    try {
      return await inStudio({ environment: { STORAGE_URL: address.href } }, folder, {
        ...{ tolerated: [503], seconds },
        begin: async () => void cable.cut(),
        end: async () => void cable.mend(),
      });
    } finally {
      await cable.close();
      await store.close();
    }
  });

const needsRoot = (): string | null =>
  process.platform === 'linux' && process.getuid?.() === 0 ? null : 'only root may mount a disk of its own';
const DISK_MEGABYTES = 1536;

/** A disk of its own, in memory: database, files and drafts share it, and it is filled to its last byte. */
const diskFull = ({ seconds }: TrialOptions): Promise<TrialReport> =>
  inFolder(async (folder) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=0755`, 'atelier-chaos', folder]);
    const ballast = join(folder, 'ballast');
    try {
      return await inStudio({}, folder, {
        ...{ tolerated: [503], seconds },
        begin: async () => void fill(ballast),
        end: async () => void rmSync(ballast),
      });
    } finally {
      execFileSync('umount', ['--lazy', folder]);
    }
  });

/** Until not one more block is free. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 2 ** 20; size >= 4096; )
      try {
        writeSync(handle, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size /= 2;
      }
  } finally {
    closeSync(handle);
  }
}

function fakeTime(): string | null {
  for (const folder of existsSync('/usr/lib') ? ['/usr/lib', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)] : []) {
    const library = join(folder, 'faketime/libfaketimeMT.so.1');
    if (existsSync(library)) return library;
  }
  return null;
}

/** An hour on, two hours back, an hour on: the program is told another time than its database. */
const clockJumps = ({ seconds }: TrialOptions): Promise<TrialReport> =>
  inFolder(async (folder) => {
    const time = join(folder, 'time');
    const tell = (offset: string): void => writeFileSync(time, `${offset}\n`);
    tell('+0');
    const jump = (offset: string) => (studio: Studio) => {
      tell(offset);
      return studio.signedIn();
    };
    const environment = {
      ...{ LD_PRELOAD: fakeTime() ?? '', FAKETIME_TIMESTAMP_FILE: time, FAKETIME_NO_CACHE: '1' },
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
    let studio = await startStudio({ dataFolder: join(folder, 'data'), environment });
    try {
      const writers = await openWriters(studio.doors);
      const reports: TrialReport[] = [];
      for (const [there, back] of [
        ['+1h', '+0'],
        ['-1h', '+0'],
        ['+1h', '-1h'],
      ] as const) {
        const endured = await endure(studio, writers, { begin: jump(there), end: jump(back), tolerated: [], seconds });
        studio = endured.studio;
        reports.push(endured);
      }
      tell('+0');
      studio = await studio.signedIn();
      const faults = [...reports.flatMap((report) => report.faults), ...(await studio.wrongs())];
      const backSeconds = Math.max(...reports.map((report) => report.backSeconds ?? 0));
      return { acknowledged: reports.at(-1)?.acknowledged ?? {}, backSeconds, faults };
    } finally {
      await studio.end();
    }
  });

export const TRIALS: Readonly<Record<string, Trial>> = {
  'kill -9': { run: kill },
  'disk full': { unfit: needsRoot, run: diskFull },
  'store away': { run: storeAway },
  'mail away': { run: mailDown },
  'provider hangs': { run: providerHangs },
  'clock jumps': { unfit: () => (fakeTime() ? null : 'libfaketime is not installed'), run: clockJumps },
  'two versions': { unfit: ({ from }) => (from ? null : '--from COMMIT says which version ran before'), run: sideBySide },
};
