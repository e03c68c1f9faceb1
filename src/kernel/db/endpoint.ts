/**
 * Where the embedded server answers: a Unix socket in a folder only its account may enter; on Windows a port of the
 * loopback with a password. The same place after every restart, so that connections find the server again.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { lchown, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, PASSWORD_FILE, USER } from './cluster.ts';
import { DatabaseError } from './database-error.ts';
import { readLock } from './postmaster.ts';
import { uidOf } from './run-as.ts';

export interface Endpoint {
  /** What the server is told to open. */
  readonly settings: readonly string[];
  urlOf(database: string): string;
}

/** The address of a Unix socket holds 104 bytes on some systems, its end included. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;
const SOCKET_PORT = 5432; // only a name: nothing listens on it

export const prepareEndpoint = (cluster: Cluster): Promise<Endpoint> =>
  process.platform === 'win32' ? loopbackOf(cluster) : socketOf(cluster);

async function socketOf(cluster: Cluster): Promise<Endpoint> {
  const fits = Buffer.byteLength(cluster.folder) <= LONGEST_SOCKET_FOLDER;
  const folder = fits ? cluster.folder : await shortFolder(cluster);
  return {
    settings: ['listen_addresses=', `unix_socket_directories=${folder}`, 'unix_socket_permissions=0700', `port=${SOCKET_PORT}`],
    urlOf: (database) => `postgresql://${USER}@localhost:${SOCKET_PORT}/${database}?host=${encodeURIComponent(folder)}`,
  };
}

/** In the temporary folder, named after the cluster; everybody may write there, so what is found must be ours. */
async function shortFolder({ folder, runAs }: Cluster): Promise<string> {
  const path = join(tmpdir(), `atelier-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  await mkdir(path, { mode: 0o700 }).then(
    () => (runAs.uid !== undefined && runAs.gid !== undefined ? lchown(path, runAs.uid, runAs.gid) : undefined),
    (error: unknown) => {
      if (!lstatSync(path, { throwIfNoEntry: false })) throw error;
    },
  );
  const { mode, uid } = lstatSync(path);
  // 0: made a moment ago by another process of root, not given yet.
  if ((uid === uidOf(runAs) || uid === process.getuid?.()) && (mode & 0o170777) === 0o040700) return path;
  throw new DatabaseError(`${path} belongs to somebody else: remove it, or set ATELIER_DATA to a folder with a shorter path`);
}

async function loopbackOf({ folder }: Cluster): Promise<Endpoint> {
  const port = await portOf(folder);
  const password = encodeURIComponent(readFileSync(join(folder, PASSWORD_FILE), 'utf8'));
  return {
    settings: ['listen_addresses=127.0.0.1', `port=${port}`],
    urlOf: (database) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`,
  };
}

/** The port of the running server, else the one it had if that is free, else any free one. */
async function portOf(folder: string): Promise<number> {
  const running = readLock(folder)?.port;
  const file = join(folder, 'atelier-port');
  const last = lstatSync(file, { throwIfNoEntry: false }) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = running ?? (await freePort(last).catch(() => freePort(0)));
  await writeFile(file, String(port));
  return port;
}

const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
