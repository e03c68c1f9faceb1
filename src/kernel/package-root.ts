/**
 * The folder of the package: migrations, fonts and built assets are found from here, whether the program runs from
 * `src/` (tests) or as the bundle in `dist/`.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The package root was not found above the program');
  return findRoot(parent);
}
