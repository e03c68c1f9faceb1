/**
 * Who the embedded server runs as. PostgreSQL refuses to run as root, so root hands it to an unprivileged account; an
 * ordinary user runs it as itself. Whether that account may enter a folder is asked of the system, as that account.
 */
import { execFile } from 'node:child_process';
import type { Stats } from 'node:fs';
import { promisify } from 'node:util';
import { DatabaseError } from './database-error.ts';

const run = promisify(execFile);

/** Empty: as this process. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** `postgres` where it exists, else `nobody`, whom every system has. */
export async function unprivilegedAccount(): Promise<RunAs> {
  if (!isRoot()) return {};
  const account = (await accountNamed('postgres')) ?? (await accountNamed('nobody'));
  if (account) return account;
  throw new DatabaseError(
    'PostgreSQL cannot run as root and this system has no account "nobody": run as an ordinary user, or set DATABASE_URL',
  );
}

async function accountNamed(name: string): Promise<RunAs | null> {
  const id = async (flag: string): Promise<number> => Number((await run('id', [flag, name])).stdout);
  return Promise.all([id('-u'), id('-g')]).then(
    ([uid, gid]) => ({ uid, gid }),
    () => null,
  );
}

export const ownerOf = ({ uid, gid }: Stats): RunAs => (isRoot() ? { uid, gid } : {});

/** The user number whose files the server reads. */
export const uidOf = (runAs: RunAs): number => runAs.uid ?? process.getuid?.() ?? 0;

/** Whether the account may enter the folder, or run the file. */
export async function canReach(path: string, runAs: RunAs): Promise<boolean> {
  if (runAs.uid === undefined) return true; // it is us: the first real access says what is wrong
  return run('test', ['-x', path], { ...runAs, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
