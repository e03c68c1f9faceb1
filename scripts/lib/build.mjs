// Installs what the lock file names and builds what changed: the program (esbuild) and the browser's files (Vite), side by side.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alone, readIfThere, root, run, whenChanged } from './project.mjs';

export async function install() {
  if (isInstalled()) return;
  await alone('install', async () => {
    if (isInstalled()) return;
    process.stderr.write('Installing the packages of the lock file…\n');
    // The tools that build are development packages: wanted in production too.
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  });
}

/** npm writes what it installed into node_modules/.package-lock.json when it has finished. */
function isInstalled() {
  const installed = JSON.parse(readIfThere(join(root, 'node_modules', '.package-lock.json')) ?? '{}').packages ?? {};
  const wanted = JSON.parse(readIfThere(join(root, 'package-lock.json')) ?? '{}').packages ?? {};
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, link }]) => {
    if (path === '' || link) return true;
    const there = installed[path];
    if (!there) return Boolean(optional || devOptional); // made for another system
    return there.version === version && (!there.integrity || !integrity || there.integrity === integrity);
  });
}

const isSource = (path) => !/\.test\.tsx?$/.test(path);

export async function build() {
  const results = await Promise.allSettled([
    whenChanged(
      'program',
      {
        // The platforms that demo mode plays are a part of it.
        paths: ['src', 'simulators', 'package.json', 'tsconfig.json'],
        isInput: isSource,
        isThere: () => Object.keys(PROGRAMS).every((name) => existsSync(join(root, 'dist', `${name}.js`))),
      },
      buildProgram,
    ),
    whenChanged(
      'pages',
      {
        paths: ['src', 'vite.config.ts', 'package-lock.json'],
        isInput: isSource,
        isThere: () => existsSync(join(root, 'dist/assets/.vite/manifest.json')),
      },
      () => run('vite', ['build', '--logLevel', 'warn'], { quiet: true }),
    ),
  ]);
  const failed = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
  if (failed.length) throw new Error(failed.join('\n'));
}

/** The studio, and the threads that it starts by their file. */
const PROGRAMS = {
  main: 'src/main.ts',
  'cinema-index-thread': 'src/products/talent/cinema-search/index-thread.ts',
  'document-thread': 'src/capabilities/media/document-thread.ts',
  'ranking-thread': 'src/products/talent/ranking/ranking-thread.ts',
  'painter-thread': 'src/capabilities/generation/image/painter/painter-thread.ts',
  'music-thread': 'src/capabilities/generation/music/music-thread.ts',
  'compose-thread': 'src/capabilities/media/compose/compose-thread.ts',
  'voice-process': 'src/capabilities/generation/voice/embedded/voice-process.ts',
};

async function buildProgram() {
  const { build: bundle, stop } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outdir: 'dist',
    bundle: true,
    plugins: [onlyReactInside, asciiOnly],
    // React chooses its build by this word; the program's own environment is not touched.
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);" },
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    sourcemap: true,
    // The sources lie beside; V8 keeps the text of the program, at half the size when every sign fits into a byte.
    sourcesContent: false,
    legalComments: 'none',
    minifyWhitespace: true,
    lineLimit: 160,
    minifySyntax: true,
    logLevel: 'warning',
  });
  await stop(); // its service would live as long as the studio
}

/** Packages stay outside the bundle, but for React: outside it would be its development build, twice as slow, unless NODE_ENV says otherwise. */
const onlyReactInside = {
  name: 'only-react-inside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || /^(react|react-dom|scheduler)(\/|$)/.test(path) ? undefined : { path, external: true },
    );
  },
};

/**
 * What esbuild leaves beyond ASCII stands in regular expressions, where `\uXXXX` means the same. With short lines the map stays right but
 * for columns behind such a sign.
 */
const asciiOnly = {
  name: 'ascii-only',
  setup({ onEnd }) {
    onEnd(async () => {
      for (const name of Object.keys(PROGRAMS)) {
        const file = join(root, 'dist', `${name}.js`);
        const code = await readFile(file, 'utf8');
        const escaped = code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        if (escaped !== code) await writeFile(file, escaped);
      }
    });
  },
};
