// npm test: everything. First on the embedded PostgreSQL; then, when a server is there (TEST_DATABASE_URL, or a local PostgreSQL that
// lets us create databases), what touches the database once more on it. Ends with the sum: "N passed, N failed".
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { build, install } from './lib/build.mjs';
import { run } from './lib/project.mjs';
import { ensureChromium } from './lib/system.mjs';

const arguments_ = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };

await install();
await build();
const chromium = ensureChromium();
await suite('embedded PostgreSQL', arguments_, {});
const server = process.env.TEST_DATABASE_URL ?? (await localServer());
if (server)
  await suite('PostgreSQL server', [...arguments_, '--exclude', 'test/journeys/**', '--exclude', 'test/drills/**'], {
    TEST_DATABASE_URL: server,
  });

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

async function suite(name, args, environment) {
  console.log(`\nTests on the ${name}`);
  const report = join(tmpdir(), `atelier-tests-${process.pid}.json`);
  const env = { ...process.env, TEST_DATABASE_URL: '', ...environment, CHROMIUM_PATH: chromium };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const broken = await run('vitest', ['run', ...reporters, ...args], { env }).then(
    () => false,
    () => true,
  );
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  totals.passed += numPassedTests;
  // A file that cannot be loaded, or an error outside a test, fails the run without a failed test.
  totals.failed += broken ? Math.max(1, numFailedTests) : numFailedTests;
}

/** The address of a PostgreSQL on this machine in which this user may create databases. */
async function localServer() {
  const { default: pg } = await import('pg');
  for (const user of [userInfo().username, 'postgres']) {
    const url = `postgresql://${user}@127.0.0.1:5432/postgres`;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1500 });
    try {
      await client.connect();
      const { rows } = await client.query(
        "select rolcreatedb or rolsuper as able, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user",
      );
      if (rows[0]?.able && rows[0].version >= 150000) return url;
    } catch (error) {
      if (process.env.DEBUG) console.error(error.message);
    } finally {
      await client.end().catch((error) => process.env.DEBUG && console.error(error.message));
    }
  }
  return null;
}
