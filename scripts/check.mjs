// npm run check: format and lint, types, walls, dead code, licences, secrets, what shows each promise, the OpenAPI documents, then every test.
// `npm run check -- --no-tests` leaves the tests out.
import { build, install } from './lib/build.mjs';
import { licenceFaults } from './lib/licences.mjs';
import { lockedPackages } from './lib/lock.mjs';
import { run } from './lib/project.mjs';
import { secretsIn, trackedFiles } from './lib/secrets.mjs';

const STEPS = [
  ['format and lint', () => run('biome', ['ci', '--error-on-warnings'], { quiet: true })],
  ['types', () => run('tsc', ['-p', '.'], { quiet: true })],
  ['walls', cruise],
  ['dead code', () => run('knip', [], { quiet: true })],
  ['licences', async () => refuse(licenceFaults(lockedPackages()), 'A package has a licence that we may not be given')],
  ['secrets', async () => refuse(secretsIn(trackedFiles()), 'A file that git keeps looks as if it held a secret')],
  ['build', build],
  ['coverage of the promises', () => run('node', ['scripts/coverage.mjs', '--check'], { quiet: true })],
  ['OpenAPI documents', () => run('node', ['dist/main.js', 'openapi', '--check'], { quiet: true })],
];
const TESTS = ['tests', () => run('node', ['scripts/test.mjs'])];

await install();
const failed = [];
for (const [name, step] of process.argv.includes('--no-tests') ? STEPS : [...STEPS, TESTS]) {
  const start = performance.now();
  const error = await step().then(
    () => null,
    (reason) => reason,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${error ? '✗' : '✓'} ${name} (${seconds} s)${error ? `\n${error.message}` : ''}`);
  if (error) failed.push(name);
}
if (failed.length) console.error(`Not in order: ${failed.join(', ')}`);
process.exit(failed.length ? 1 : 0);

/** A cruise that read nothing proves nothing: without its parser it reads no TypeScript and reports success. */
async function cruise() {
  const output = await run('depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'], { quiet: true });
  const [, cruised] = /\((\d+) modules/.exec(output) ?? [];
  if (!Number(cruised)) throw new Error(`dependency-cruiser read no module:\n${output}`);
}

function refuse(faults, what) {
  if (faults.length > 0) throw new Error(`${what}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}
