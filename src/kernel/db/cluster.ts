/**
 * The files of the embedded PostgreSQL under `<data folder>/postgres`: made once, whole or not at all, owned by the account
 * that runs the server. Where that account cannot enter the data folder (root's project in a 0700 home) they live in a
 * folder of the system and `<data folder>/postgres` is a link to them.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { chmod, chown, lchown, mkdir, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { DatabaseError } from './database-error.ts';
import { findPrograms, makeSystemFolder, programIn, SYSTEM_FOLDER } from './programs.ts';
import { canReach, isRoot, ownerOf, type RunAs, unprivilegedAccount } from './run-as.ts';

const run = promisify(execFile);

/** The owner of everything in the embedded server; only who may enter its 0700 folder can be it. */
export const USER = 'atelier';
export const PASSWORD_FILE = 'atelier-password';

export interface Cluster {
  /** PostgreSQL's `data_directory`, without symbolic links. */
  readonly folder: string;
  /** The folder of its programs. */
  readonly programs: string;
  readonly runAs: RunAs;
}

/** Finds the cluster of a data folder, or makes it. When several processes make it at once, one wins and all use it. */
export async function prepareCluster(dataFolder: string, isDurable: boolean, log: Logger): Promise<Cluster> {
  await mkdir(dataFolder, { recursive: true });
  const place = join(dataFolder, 'postgres');
  if (!lstatSync(place, { throwIfNoEntry: false })) await makeCluster(place, isDurable, log);
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found)
    throw new DatabaseError(`${place} is a link to a folder that is gone: bring the folder back, or remove the link to start empty`);
  const folder = realpathSync(place);
  const runAs = await requireOwner(folder, found);
  return { folder, programs: await findPrograms(runAs), runAs };
}

async function requireOwner(folder: string, found: Stats): Promise<RunAs> {
  if (isRoot() && found.uid === 0) {
    // Restored or copied by root: PostgreSQL would refuse files of root.
    const account = await unprivilegedAccount();
    await giveTree(folder, account);
    return requireReachable(folder, account);
  }
  const own = process.getuid?.();
  if (isRoot() || own === undefined || found.uid === own) return requireReachable(folder, ownerOf(found));
  throw new DatabaseError(
    `${folder} belongs to user ${found.uid} (it was made by root or by somebody else): start Atelier as before, or run "chown -R ${own} ${folder}" as root`,
  );
}

async function requireReachable(folder: string, runAs: RunAs): Promise<RunAs> {
  if ((await canReach(folder, runAs)) || (await letThrough(dirname(folder), folder, runAs))) return runAs;
  throw new DatabaseError(
    `User ${runAs.uid}, who runs PostgreSQL, cannot enter ${folder}: allow it to pass through the folders above, or set ATELIER_DATA to one it can enter`,
  );
}

async function makeCluster(place: string, isDurable: boolean, log: Logger): Promise<void> {
  const runAs = await unprivilegedAccount();
  const programs = await findPrograms(runAs);
  const draft = await makeDraft(place, runAs);
  try {
    await initialise(draft.folder, programs, runAs, isDurable);
    await draft.settle();
    await syncFolder(dirname(place));
  } catch (error) {
    await rm(draft.folder, { recursive: true, force: true });
    if (lstatSync(place, { throwIfNoEntry: false })) return; // another process was first: its cluster is ours too
    throw error;
  }
  if (draft.isElsewhere)
    log.warn({ folder: draft.folder }, 'the account that runs PostgreSQL cannot enter the data folder: the database lives elsewhere');
}

interface Draft {
  readonly folder: string;
  readonly isElsewhere: boolean;
  /** Puts it in its place in one step; fails when something is there. */
  settle(): Promise<void>;
}

async function makeDraft(place: string, runAs: RunAs): Promise<Draft> {
  const name = randomBytes(8).toString('hex');
  const near = `${place}.${name}`;
  await mkdir(near, { mode: 0o700 });
  const given = await give(near, runAs).then(
    () => true,
    () => false, // a file system without owners
  );
  if (given && ((await canReach(near, runAs)) || (await letThrough(dirname(place), near, runAs))))
    return { folder: near, isElsewhere: false, settle: () => rename(near, place) };
  await rm(near, { recursive: true });
  const far = join(SYSTEM_FOLDER, `database-${name}`);
  await makeSystemFolder();
  await mkdir(far, { mode: 0o700 });
  await give(far, runAs);
  return { folder: far, isElsewhere: true, settle: () => symlink(far, place) };
}

/** Opens the data folder itself, when root alone may enter it, to the group of the account; nothing above is touched. */
async function letThrough(dataFolder: string, folder: string, runAs: RunAs): Promise<boolean> {
  const { uid, gid, mode } = statSync(dataFolder);
  if (runAs.gid === undefined || uid !== 0 || gid !== 0) return false;
  await chown(dataFolder, uid, runAs.gid);
  await chmod(dataFolder, (mode & 0o7707) | 0o010);
  if (await canReach(folder, runAs)) return true;
  await chown(dataFolder, uid, gid);
  await chmod(dataFolder, mode & 0o7777);
  return false;
}

async function initialise(folder: string, programs: string, runAs: RunAs, isDurable: boolean): Promise<void> {
  const passwordFile = join(folder, PASSWORD_FILE);
  const password = randomBytes(24).toString('base64url');
  // initdb wants an empty folder: the password waits beside it, in a folder only the account may enter.
  const waiting = `${folder}.password`;
  await writeFile(waiting, password, { mode: 0o600 });
  await give(waiting, runAs);
  const args = [
    ...['-D', folder, '-U', USER, '--pwfile', waiting, '--auth-local=trust', '--auth-host=scram-sha-256', '--no-instructions'],
    // The same order of texts on every machine, whatever its locales.
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-T', 'simple'],
    ...(isDurable ? [] : ['--no-sync']),
  ];
  try {
    await run(programIn(programs, 'initdb'), args, { ...runAs, cwd: folder, ...serverEnvironment() });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new DatabaseError(`The database could not be made in ${folder}: ${stderr.trim() || String(error)}`, { cause: error });
  } finally {
    await rm(waiting, { force: true });
  }
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(passwordFile, runAs);
}

/** Nothing of our environment concerns the server (PGDATA, LD_PRELOAD, secrets); Windows needs its own to open a socket. */
export const serverEnvironment = (): { env?: Record<string, string> } =>
  process.platform === 'win32' ? {} : { env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' } };

async function give(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid !== undefined && gid !== undefined) await lchown(path, uid, gid);
}

async function giveTree(folder: string, runAs: RunAs): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) await give(join(folder, entry), runAs);
  await give(folder, runAs);
}

/** A rename survives a power cut once its folder is flushed. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
