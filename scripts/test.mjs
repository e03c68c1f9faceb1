// npm test: everything. First on the embedded PostgreSQL; then, when a server is there (TEST_DATABASE_URL, or a local PostgreSQL that
// lets us create databases), what touches the database once more on it. Ends with the sum: "N passed, N failed".
// Arguments go to vitest: `npm test -- src/kernel`.
import { rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { build, install } from './lib/build.mjs';
import { readIfThere, run } from './lib/project.mjs';
import { ensureTestPrograms } from './lib/system.mjs';

const BROWSER_TESTS = ['test/journeys/**', 'test/drills/**'];
const args = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };

try {
  await install();
  await build();
  const isPart = args.some((word) => !word.startsWith('-') && !/journeys|drills/.test(word));
  const browser = isPart ? {} : { CHROMIUM_PATH: ensureTestPrograms() };
  await suite('the embedded PostgreSQL', args, { ...browser, TEST_DATABASE_URL: '' });
  const server = process.env.TEST_DATABASE_URL || (await localServer());
  const withoutBrowser = BROWSER_TESTS.flatMap((pattern) => ['--exclude', pattern]);
  if (server) await suite('a PostgreSQL server', [...args, '--passWithNoTests', ...withoutBrowser], { TEST_DATABASE_URL: server });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  totals.failed += 1;
}
if (totals.passed + totals.failed === 0) process.stderr.write('No test was run.\n');
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

async function suite(name, words, environment) {
  console.log(`\nTests on ${name}`);
  const report = join(tmpdir(), `atelier-report-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const isGood = await run('vitest', ['run', ...reporters, ...words], { env: { ...process.env, ...environment } }).then(
    () => true,
    () => false,
  );
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readIfThere(report) ?? '{}');
  rmSync(report, { force: true });
  totals.passed += numPassedTests;
  // A file that cannot be loaded, or an error outside a test, fails the run without a failed test.
  totals.failed += isGood ? numFailedTests : Math.max(1, numFailedTests);
}

/** The address of a PostgreSQL on this machine in which this user may create databases. */
async function localServer() {
  for (const user of new Set([userInfo().username, 'postgres'])) {
    const url = `postgresql://${encodeURIComponent(user)}@127.0.0.1:5432/postgres`;
    if (await isUsable(url)) return url;
  }
  return null;
}

async function isUsable(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1500 });
  client.on('error', () => undefined); // it is only asked; the answer below counts
  try {
    await client.connect();
    const { rows } = await client.query(
      `select (rolcreatedb or rolsuper) and current_setting('server_version_num')::int >= 150000 as usable
       from pg_roles where rolname = current_user`,
    );
    return rows[0]?.usable === true;
  } catch {
    return false; // nobody there, or not for us
  } finally {
    await client.end();
  }
}
