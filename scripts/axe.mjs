// npm run axe: WCAG 2.2 AA on every page, in every language, theme and width, and on what opens in them. Arguments go to vitest:
// `npm run axe -- -t studio` looks at the pages of the studio.
import { build, install } from './lib/build.mjs';
import { run } from './lib/project.mjs';
import { ensureTestPrograms } from './lib/system.mjs';

try {
  await install();
  await build();
  const env = { ...process.env, AXE: 'full', CHROMIUM_PATH: ensureTestPrograms(), TEST_DATABASE_URL: '' };
  await run('vitest', ['run', 'test/journeys/accessibility.test.ts', ...process.argv.slice(2)], { env });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
