// npm run check: format and lint, types, walls, dead code, the OpenAPI documents, then every test.
// `npm run check -- --no-tests` leaves the tests out.
import { build, install } from './lib/build.mjs';
import { run } from './lib/project.mjs';

await install();
const steps = [
  ['format and lint', () => run('biome', ['ci', '--error-on-warnings'], { quiet: true })],
  ['types', () => run('tsc', ['-p', '.'], { quiet: true })],
  ['walls', walls],
  ['dead code', () => run('knip', [], { quiet: true })],
  ['build', build],
  ['OpenAPI documents', () => run('node', ['dist/main.js', 'openapi', '--check'], { quiet: true })],
];
if (!process.argv.includes('--no-tests')) steps.push(['tests', () => run('node', ['scripts/test.mjs'])]);

for (const [name, step] of steps) {
  const start = performance.now();
  try {
    await step();
  } catch (error) {
    console.error(`✗ ${name}\n${error.message}`);
    process.exit(1);
  }
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/** A cruise that read nothing proves nothing. */
async function walls() {
  const output = await run('depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'], { quiet: true });
  const [, cruised] = /\((\d+) modules/.exec(output) ?? [];
  if (!Number(cruised)) throw new Error(`dependency-cruiser cruised no module:\n${output}`);
}
