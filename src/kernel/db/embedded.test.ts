import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { log } from '#test/support.ts';
import { type Database, openDatabase } from './connect.ts';
import { openEmbedded } from './embedded.ts';
import { readLock } from './postmaster.ts';

const home = mkdtempSync(join(tmpdir(), `atelier-test-${process.pid}-embedded-`));
chmodSync(home, 0o711); // the account that runs the server passes through
afterAll(() => rmSync(home, { recursive: true, force: true }));
/** One installation for all: each test leaves it closed. */
let folder = join(home, 'data');

const open = (dataFolder = folder): Promise<Database> => openDatabase({ databaseUrl: null, dataFolder, databasePoolSize: 3 }, log);
const postmaster = (): number => readLock(join(folder, 'postgres'))?.pid ?? 0;
const isRunning = (): boolean => existsSync(join(folder, 'postgres', 'postmaster.pid'));
const write = async ({ db }: Database, text: string): Promise<void> => {
  await sql`create table if not exists public.notes (text text); truncate public.notes`.execute(db);
  await sql`insert into public.notes values (${text})`.execute(db);
};
const read = async ({ db }: Database): Promise<readonly string[]> =>
  (await sql<{ text: string }>`select text from public.notes order by text`.execute(db)).rows.map(({ text }) => text);

/** Another process with the same database: says `open` once it is in, leaves when it is told to. */
async function otherProcess(dataFolder: string): Promise<{ pid: number; leave(): Promise<void>; kill(): Promise<void> }> {
  const program = `
    import { pino } from 'pino';
    const { openDatabase } = await import('#kernel/db/connect.ts');
    const database = await openDatabase({ databaseUrl: null, dataFolder: ${JSON.stringify(dataFolder)}, databasePoolSize: 2 }, pino({ level: 'silent' }));
    process.stdout.write('open');
    process.stdin.once('data', () => database.close().then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)));
  });
  const leave = async (): Promise<void> => {
    child.stdin.write('\n');
    await ended;
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid ?? 0, leave, kill };
}

describe('the embedded database', () => {
  test('starts empty in a folder of its own, stops with its last user, and starts again with what it held', async () => {
    const first = await open();
    expect(first.kind).toBe('embedded');
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    const { rows } = await sql`
      select current_setting('server_encoding') as encoding, datlocprovider::text || ' ' || datlocale as locale, datcollate as collation,
        current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses
      from pg_database where datname = current_database()`.execute(first.db);
    expect(rows).toEqual([{ encoding: 'UTF8', locale: 'b C.UTF-8', collation: 'C', fsync: 'on', addresses: '' }]);
    await write(first, 'kept');
    await first.close();
    expect(isRunning()).toBe(false);
    const second = await open();
    expect(await read(second)).toEqual(['kept']);
    await second.close();
    expect(readdirSync(folder)).toEqual(['postgres']); // no draft is left
  });

  test('is made once and shared when several open it at the same moment', async () => {
    folder = join(home, 'fresh');
    const databases = await Promise.all([open(), open(), open()]);
    const [first, second, third] = databases;
    await write(first, 'one');
    expect(await read(second)).toEqual(['one']);
    await Promise.all([first.close(), second.close()]);
    expect(isRunning()).toBe(true);
    expect(await read(third)).toEqual(['one']);
    await third.close();
    expect(isRunning()).toBe(false);
    expect(readdirSync(folder)).toEqual(['postgres']);
  });

  test('is shared by processes; the one that started it may leave first', async () => {
    const starter = await otherProcess(folder);
    const pid = postmaster();
    const database = await open();
    await starter.leave();
    await write(database, 'still here');
    expect(postmaster()).toBe(pid);
    await database.close();
    expect(isRunning()).toBe(false);
  });

  test('is taken over when the process that started it is killed', async () => {
    const starter = await otherProcess(folder);
    const pid = postmaster();
    await starter.kill();
    expect(isRunning()).toBe(true);
    const database = await open();
    expect(postmaster()).toBe(pid);
    await database.close();
    expect(isRunning()).toBe(false);
  });

  test('comes back by itself when its server is killed, with everything that was acknowledged', async () => {
    const database = await open();
    await write(database, 'acknowledged');
    const heard: string[] = [];
    await database.listen('studio', (word) => void heard.push(word));
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect([0, pid]).not.toContain(postmaster()), { timeout: 15_000 });
    await vi.waitFor(async () => expect(await read(database)).toEqual(['acknowledged']), { timeout: 15_000 });
    await vi.waitFor(
      async () => {
        await database.notify(database.db, 'studio', 'again');
        expect(heard).toContain('again');
      },
      { timeout: 10_000 },
    );
    await database.close();
    expect(isRunning()).toBe(false);
  });

  test('recovers when everything was killed', async () => {
    const starter = await otherProcess(folder);
    const writer = await open();
    await write(writer, 'acknowledged');
    const pid = postmaster();
    const closed = writer.close(); // waits for nothing: the other process is there
    await closed;
    process.kill(starter.pid, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    const database = await open();
    expect(await read(database)).toEqual(['acknowledged']);
    await database.close();
  });

  test('waits for a lock that is held, never removes it, and says who holds it', async () => {
    await (await open()).close();
    const file = join(folder, 'postgres', 'postmaster.pid');
    const { uid, gid } = statSync(join(folder, 'postgres'));
    // A living process of the server's account under the number in the lock file: what PostgreSQL cannot tell from a server.
    const squatter = spawn('sleep', ['30'], process.getuid?.() === 0 ? { uid, gid } : {});
    writeFileSync(file, `${squatter.pid}\n${join(folder, 'postgres')}\n1\n5432\n\n\n0 0\nready\n`);
    await expect(openEmbedded({ dataFolder: folder, log, lockPatienceMs: 600 })).rejects.toThrow(
      new RegExp(`lock file "postmaster.pid" already exists[\\s\\S]*PID ${squatter.pid}[\\s\\S]*end that process`),
    );
    expect(existsSync(file)).toBe(true);
    const waiting = open();
    squatter.kill('SIGKILL');
    await (await waiting).close();
  });

  test('says why it cannot start, from its own log', async () => {
    await (await open()).close();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '12\n');
    await expect(open()).rejects.toThrow(/database files are incompatible with server/);
  });

  test('in a folder with a long name answers on a short path', async () => {
    const long = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const database = await open(long);
    const socket = new URL(database.url).searchParams.get('host') ?? '';
    expect(socket.length).toBeLessThan(90);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.end();
    await database.close();
    rmSync(socket, { recursive: true, force: true });
  });
});
