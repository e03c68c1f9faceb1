// Installs what the lock file names and builds what changed: the program (esbuild) and the browser's files (Vite), side by side.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, whenChanged } from './project.mjs';

export function install() {
  const there = () => existsSync(join(root, 'node_modules', 'fastify'));
  return whenChanged(
    'install',
    ['package-lock.json'],
    async () => {
      process.stderr.write('Installing packages…\n');
      await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
    },
    there,
  );
}

export async function build() {
  const program = whenChanged('program', ['src', 'package.json', 'tsconfig.json'], buildProgram, () =>
    existsSync(join(root, 'dist/main.js')),
  );
  const pages = whenChanged('pages', ['src', 'vite.config.ts', 'package-lock.json'], buildPages, () =>
    existsSync(join(root, 'dist/assets/.vite/manifest.json')),
  );
  await Promise.all([program, pages]);
}

async function buildProgram() {
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: [join(root, 'src/main.ts')],
    outfile: join(root, 'dist/main.js'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  });
}

const buildPages = () => run('vite', ['build', '--logLevel', 'warn'], { quiet: true });
