/**
 * A studio of the first schema (eight migrations; its demonstration, dumped by the program of that day) is started with the program of
 * today: everything that it knew is still there, people come in with their passwords, and every part of the studio answers.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { migrate, migrationFiles, pendingMigrations } from '#kernel/db/migrate.ts';
import { type App, buildApp } from '../../src/app.ts';
import { emptyDatabaseUrl } from '../old-database.ts';
import { PAGES } from '../pages.ts';
import { afterFile, log } from '../support.ts';

const DUMP = new URL('../fixtures/releases/first-schema.sql.gz', import.meta.url);
/** Those of the studio that was dumped. */
const KEYS = { SECRET_KEY: 'k'.repeat(40), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };

let before: readonly Row[];
let after: readonly Row[];
let waiting: readonly string[];
let app: App;

beforeAll(async () => {
  const url = await emptyDatabaseUrl();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), 'atelier-upgrade-'));
  afterFile(async () => {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  });
  await client.query(gunzipSync(readFileSync(DUMP)).toString('utf8'));
  const columns = await columnsOf(client);
  before = await rowsOf(client, columns);
  // The program migrates when it starts.
  app = await buildApp(loadConfig({ ATELIER_DATA: folder, DATABASE_URL: url, RATE_LIMIT_SCALE: '1000', ...KEYS }), log);
  afterFile(() => app.close());
  await app.prepare();
  waiting = await pendingMigrations(app.database.db);
  after = await rowsOf(client, columns);
}, 180_000);

interface Row {
  readonly table: string;
  readonly row: string;
}
type Columns = ReadonlyMap<string, readonly string[]>;

/** What the program keeps for itself: its own place in the schema, a cache's number, work that is under way. */
const OWN = ['kernel.migrations', 'talent.list_versions'];

async function columnsOf(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    select table_schema || '.' || table_name as table, array_agg(quote_ident(column_name) order by ordinal_position) as columns
    from information_schema.columns join pg_tables on schemaname = table_schema and tablename = table_name
    where table_schema in ('kernel', 'identity', 'talent') group by 1 order by 1`);
  return new Map(rows.filter(({ table }) => !OWN.includes(table)).map(({ table, columns }) => [table, columns]));
}

/** Every row in the columns of that day. */
async function rowsOf(client: pg.Client, columns: Columns): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const [table, names] of columns) {
    const { rows } = await client.query<{ row: string }>(`select (${names.join(', ')}, null)::text as row from ${table} order by 1`);
    found.push(...rows.map(({ row }) => ({ table, row })));
  }
  return found;
}

const signIn = (identifier: string, password: string) =>
  app.doors.site.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { identifier, password } });

describe('a studio of the first schema that is started with the program of today', () => {
  it('has every migration, and a second start has nothing to do', async () => {
    expect(waiting).toEqual([]);
    expect(await migrate(app.database.db)).toEqual([]);
    const { rows } = await sql<{ name: string }>`select name from kernel.migrations order by name`.execute(app.database.db);
    expect(rows.map(({ name }) => name)).toEqual(migrationFiles().map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(8);
  });

  it('still knows everything that it knew', () => {
    expect(before.filter(({ table }) => table === 'identity.accounts')).toHaveLength(56);
    const now = new Set(after.map(({ table, row }) => `${table} ${row}`));
    expect(before.filter(({ table, row }) => !now.has(`${table} ${row}`))).toEqual([]);
  });

  it('lets people in with the passwords that they had, to the profiles that they had', async () => {
    const answer = await signIn('demo1@talento.com', 'demo123');
    expect(answer.statusCode).toBe(200);
    const { user } = answer.json<{ user: { unique_code: string } }>();
    expect(before.some(({ table, row }) => table === 'talent.members' && row.includes(user.unique_code))).toBe(true);
  });

  it('shows an administrator every page that needs nothing of later days', async () => {
    const answer = await signIn('admin@talento.com', '@4dm1n');
    expect(answer.statusCode).toBe(200);
    const cookie = `atelier_session=${answer.cookies.find(({ name }) => name === 'atelier_session')?.value ?? ''}`;
    const paths = PAGES.filter(({ path, as }) => as === 'admin' && !/[{\d]|remove|simulated/.test(path)).map(({ path }) => path);
    const wrong: string[] = [];
    for (const url of paths) {
      const { statusCode } = await app.doors.site.inject({ url, headers: { cookie } });
      if (statusCode !== 200) wrong.push(`${url}: ${statusCode}`);
    }
    expect(paths.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});
