/**
 * The browser's files: one style sheet, one small script per island, fonts and icons, into dist/assets with hashed names,
 * a manifest the server reads, and every text already compressed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import { build as bundle } from 'esbuild';
import sharp from 'sharp';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const islands = join(root, 'src/islands');
const pageAssets = join(root, 'src/kernel/page/assets');

/** Every file of src/islands is an entry; what they share lives in folders below. */
const entries = readdirSync(islands, { withFileTypes: true })
  .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !file.name.includes('.test.'))
  .map((file) => join(islands, file.name));

/** The mark as the pictures that browsers and phones ask for. */
function drawIcons(): Plugin {
  const svg = readFileSync(join(pageAssets, 'mark.svg'));
  const square = (size: number) =>
    sharp(svg, { density: (72 * size) / 32 })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toBuffer();
  return {
    name: 'draw-icons',
    apply: 'build',
    async generateBundle() {
      for (const size of [32, 180, 192, 512]) this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source: await square(size) });
      // Phones cut a maskable icon to their own shape: the drawing stays within the safe circle.
      for (const size of [192, 512]) {
        const ground = { create: { width: size, height: size, channels: 4 as const, background: '#1a120d' } };
        const maskable = await sharp(ground)
          .composite([{ input: await square(Math.round(size * 0.72)) }])
          .png({ compressionLevel: 9 })
          .toBuffer();
        this.emitFile({ type: 'asset', fileName: `icon-maskable-${size}.png`, source: maskable });
      }
      // What a store shows of the application.
      const screens = join(pageAssets, 'screens');
      for (const fileName of readdirSync(screens))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(screens, fileName)) });
      this.emitFile({ type: 'asset', fileName: 'mark.svg', source: svg });
    },
  };
}

const BROWSERS = ['chrome109', 'firefox115', 'safari16.4'];
/** Of the site, and of the scan pages. */
const WORKERS = ['src/islands/offline/site-worker.ts', 'src/islands/scanner/worker.ts'];

/** A service worker is one plain script: not every browser lets it share modules with the islands. */
function buildWorkers(): Plugin {
  return {
    name: 'build-workers',
    apply: 'build',
    async generateBundle() {
      for (const entry of WORKERS) {
        const { outputFiles } = await bundle({
          absWorkingDir: root,
          entryPoints: [entry],
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          target: BROWSERS,
        });
        const [room = ''] = entry.split('/').slice(-2);
        this.emitFile({ type: 'asset', name: `${room}-worker.js`, originalFileName: entry, source: outputFiles[0]?.text ?? '' });
      }
    },
  };
}

/** `x.css` gets `x.css.br` and `x.css.gz` beside it, so nothing is compressed while people wait. */
function compressFiles(): Plugin {
  let folder = '';
  return {
    name: 'compress-files',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(folder);
      const files = names.filter((name) => /\.(css|js|svg|wasm)$/.test(name) && (!names.includes(`${name}.gz`) || name === 'mark.svg'));
      await Promise.all(files.map((name) => compress(join(folder, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = readFileSync(path);
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

const KEPT_DAYS = 2;

/** Pages that were sent before a new build still ask for its old files: those stay for two days. */
function removeOldFiles(): Plugin {
  let folder = '';
  return {
    name: 'remove-old-files',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    async writeBundle(_options, bundle) {
      const names = (await readdir(folder, { withFileTypes: true })).filter((file) => file.isFile()).map((file) => file.name);
      const old = names.filter((name) => !(name.replace(/\.(br|gz)$/, '') in bundle));
      await Promise.all(old.map((name) => unlinkWhenOld(join(folder, name))));
    },
  };
}

async function unlinkWhenOld(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > KEPT_DAYS * 86_400_000) await unlink(path);
}

export default defineConfig({
  root,
  base: '/assets/',
  publicDir: false,
  plugins: [tailwindcss(), drawIcons(), buildWorkers(), removeOldFiles(), compressFiles()],
  build: {
    outDir: 'dist/assets',
    assetsDir: '',
    emptyOutDir: false,
    // Fonts and pictures stay files: the content security policy lets a page load nothing else.
    assetsInlineLimit: 0,
    manifest: true,
    // What a script needs first is named in the head of the page; the rest comes when it is asked for.
    modulePreload: false,
    target: BROWSERS,
    cssTarget: ['chrome111', 'firefox115', 'safari16.4'],
    rolldownOptions: { input: [join(pageAssets, 'studio.css'), ...entries] },
  },
});
