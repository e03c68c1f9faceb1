/** A worker as one file: most of a short life would be spent on reading many. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root } from '../lib.ts';

/** Answers where it is; whoever asked takes it away. */
export async function bundleWorker(entry: URL): Promise<string> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const outfile = join(root, 'dist', `publish-worker-${process.pid}.mjs`);
  const banner = {
    js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
  };
  await build({
    ...{ entryPoints: [fileURLToPath(entry)], outfile, banner, bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'node24', logLevel: 'error' },
  });
  return outfile;
}
