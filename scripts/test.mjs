// npm test: everything. First on the embedded PostgreSQL; then, when a server is there (TEST_DATABASE_URL, or a local PostgreSQL that
// lets us create databases), what touches the database once more on it, but for browsers, drills and clients. Ends with the sum: "N passed, N failed".
// Arguments go to vitest: `npm test -- src/kernel`.
import { globSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, relative } from 'node:path';
import { build, install } from './lib/build.mjs';
import { databaseTests } from './lib/database-tests.mjs';
import { readIfThere, run } from './lib/project.mjs';
import { ensureTestPrograms } from './lib/system.mjs';

const args = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
/** What failed, a line each: said once more at the end, where nobody has to look for it. */
const failures = [];
/** What failed and passed when it was run again. */
const unsteady = [];
/** More failed files than these are no accident of a busy machine. */
const REPEATED_AT_MOST = 3;

try {
  await install();
  await build();
  const isPart = args.some((word) => !word.startsWith('-') && !/journeys|drills/.test(word));
  const browser = isPart ? {} : { CHROMIUM_PATH: ensureTestPrograms() };
  await suite('the embedded PostgreSQL', args, { ...browser, TEST_DATABASE_URL: '' });
  const server = process.env.TEST_DATABASE_URL || (await localServer());
  const isWhole = args.every((word) => word.startsWith('-'));
  const words = isWhole ? onDatabase() : ['--passWithNoTests', '--exclude', 'test/journeys/**', '--exclude', 'test/drills/**'];
  if (server) await suite('a PostgreSQL server', [...args, ...words], { TEST_DATABASE_URL: server });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  totals.failed += 1;
}
if (totals.passed + totals.failed === 0) process.stderr.write('No test was run.\n');
for (const line of [...unsteady, ...failures]) console.log(line);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

/** Runs the tests once; the few files that failed once more, alone (docs/decisions/0041): what only then passes is said, not hidden. */
async function suite(name, words, environment) {
  console.log(`\nTests on ${name}`);
  const first = await vitest(words, environment);
  const failed = first.files.filter((file) => file.failures.length > 0);
  const isRepeated = failed.length > 0 && failed.length <= REPEATED_AT_MOST && first.isComplete;
  if (!isRepeated) return add(name, first.files, first.isGood);
  console.log(`\nOnce more, alone: ${failed.map((file) => file.name).join(', ')}`);
  const again = await vitest([...failed.map((file) => file.name), '--maxWorkers=1'], environment);
  const isStillRed = (file) => again.files.some((other) => other.name === file.name && other.failures.length > 0);
  for (const file of failed.filter((one) => !isStillRed(one)))
    unsteady.push(...file.failures.map((line) => `~ failed, then passed, on ${name}: ${file.name}: ${line}`));
  add(name, [...first.files.filter((file) => !failed.includes(file)), ...again.files], again.isGood);
}

function add(name, files, isGood) {
  const lines = files.flatMap((file) => file.failures.map((line) => `✗ on ${name}: ${file.name}: ${line}`));
  failures.push(...lines);
  totals.passed += files.reduce((sum, file) => sum + file.passed, 0);
  // An error outside a test fails the run without a failed test.
  totals.failed += isGood ? lines.length : Math.max(1, lines.length);
}

/** Each file with how many of its tests passed, and a line for each that did not, or for the file when it could not be loaded. */
async function vitest(words, environment) {
  const report = join(tmpdir(), `atelier-report-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const isGood = await run('vitest', ['run', ...reporters, ...words], { env: { ...process.env, ...environment } }).then(
    () => true,
    () => false,
  );
  const { testResults = [] } = JSON.parse(readIfThere(report) ?? '{}');
  rmSync(report, { force: true });
  const files = testResults.map(({ name, status, message, assertionResults }) => {
    const wrong = assertionResults.filter((one) => one.status === 'failed');
    const failures = wrong.map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`);
    if (status === 'failed' && failures.length === 0) failures.push(firstLine(message));
    return {
      name: relative(process.cwd(), name),
      passed: assertionResults.filter((one) => one.status === 'passed').length,
      failures,
    };
  });
  return { files, isGood, isComplete: files.length > 0 };
}

function firstLine(text) {
  return (text ?? '').split('\n', 1)[0];
}

/** Of all tests but those of browsers, drills and clients. */
function onDatabase() {
  const files = globSync('{src,simulators,test}/**/*.test.{ts,tsx}').filter((file) => !/journeys|drills|test\/sdk/.test(file));
  return databaseTests(files, process.cwd());
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
