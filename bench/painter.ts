/**
 * The embedded painter: seconds of one processor for a picture, by size and style; and contact sheets to look at.
 *   npm run bench -- painter            the timings, into RESULTS.md
 *   npm run bench -- painter FOLDER     four sheets of twelve prompts, and one prompt in the four styles, as PNG files
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { paint } from '../src/capabilities/generation/image/painter/paint.ts';
import { median, writeResults } from './lib.ts';
import { PROMPTS } from './painter/prompts.ts';

const STYLES = ['realistic', 'artistic', 'anime', 'digital_art'] as const;
const SIZES = [
  [256, 256],
  [512, 512],
  [1024, 1024],
  [1024, 512],
  [512, 1024],
  [1792, 1024],
] as const;
const SAMPLE = PROMPTS.filter((_, index) => index % 5 === 0);
const SEED = 20_24;

/** Processor time, not the clock: the machine does other things too. */
async function milliseconds(order: Parameters<typeof paint>[0]): Promise<{ spent: number; bytes: number }> {
  const before = process.cpuUsage();
  const { png } = await paint(order);
  const { user, system } = process.cpuUsage(before);
  return { spent: (user + system) / 1000, bytes: png.length };
}

async function time(): Promise<void> {
  const lines = [
    'Processor milliseconds for one picture with its PNG, median and slowest of ten prompts, in one thread.',
    '',
    '| Size | realistic | artistic | anime | digital_art | PNG of realistic |',
    '|---|---|---|---|---|---|',
  ];
  await paint({ prompt: PROMPTS[0], style: 'realistic', width: 256, height: 256, quality: 'standard', seed: SEED });
  for (const [width, height] of SIZES) {
    const cells: string[] = [];
    let bytes = 0;
    for (const style of STYLES) {
      const runs = [];
      for (const prompt of SAMPLE) runs.push(await milliseconds({ prompt, style, width, height, quality: 'standard', seed: SEED }));
      const spent = runs.map((run) => run.spent);
      cells.push(`${median(spent).toFixed(0)} (${Math.max(...spent).toFixed(0)})`);
      if (style === 'realistic') bytes = median(runs.map((run) => run.bytes));
    }
    lines.push(`| ${width}×${height} | ${cells.join(' | ')} | ${(bytes / 1024).toFixed(0)} kB |`);
    console.log(lines.at(-1));
  }
  const fine = [];
  for (const prompt of SAMPLE)
    fine.push((await milliseconds({ prompt, style: 'realistic', width: 1024, height: 1024, quality: 'hd', seed: SEED })).spent);
  lines.push(
    '',
    `\`hd\` at 1024×1024, realistic: ${median(fine).toFixed(0)} (${Math.max(...fine).toFixed(0)}). Memory of the process afterwards: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB.`,
  );
  writeResults('Pictures of the embedded painter', lines);
}

const EDGE = 512;

async function sheet(file: string, orders: readonly { prompt: string; style: (typeof STYLES)[number] }[]): Promise<void> {
  const columns = 4;
  const canvas = createCanvas(EDGE * columns, EDGE * Math.ceil(orders.length / columns));
  const pen = canvas.getContext('2d');
  for (const [index, order] of orders.entries()) {
    const { png } = await paint({ ...order, width: EDGE, height: EDGE, quality: 'standard', seed: SEED });
    pen.drawImage(await loadImage(Buffer.from(png)), (index % columns) * EDGE, Math.floor(index / columns) * EDGE);
  }
  writeFileSync(file, canvas.toBuffer('image/png'));
  console.log(file);
}

const [folder, only] = process.argv.slice(2);
if (!folder) await time();
else {
  mkdirSync(folder, { recursive: true });
  for (let page = 0; page < 4; page += 1) {
    if (only && only !== String(page)) continue;
    await sheet(
      join(folder, `prompts-${page}.png`),
      PROMPTS.slice(page * 12, page * 12 + 12).map((prompt) => ({ prompt, style: 'realistic' })),
    );
  }
  const styled = ['Kasbah de Ouarzazate au coucher du soleil', 'A wolf in a snowy forest under the full moon', 'سوق قديم في مراكش ليلا'];
  if (!only || only === 'styles')
    await sheet(
      join(folder, 'styles.png'),
      styled.flatMap((prompt) => STYLES.map((style) => ({ prompt, style }))),
    );
}
