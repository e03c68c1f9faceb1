// npm run bench -- NAME [OPTIONS]: builds the program and runs bench/NAME.ts; without a name, lists them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here)
  .filter((f) => /^[a-z-]+\.ts$/.test(f) && !['lib.ts', 'cinema-people.ts', 'search-queries.ts'].includes(f))
  .map((f) => f.slice(0, -3));
const [name, ...options] = process.argv.slice(2);
if (!name || !existsSync(join(here, `${name}.ts`))) {
  console.log(`npm run bench -- NAME\n\n${names.map((n) => `  ${n}`).join('\n')}`);
  process.exit(name ? 2 : 0);
}
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: dirname(here) });
  if (status !== 0) process.exit(status ?? 1);
};
run('scripts/build.mjs');
run('--import', './bench/with-pages.mjs', `bench/${name}.ts`, ...options);
