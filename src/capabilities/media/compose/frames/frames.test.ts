/** The pixels of moving pictures. Vectors against plain arithmetic; a dot that moves as smoothly as it was asked to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FilmPlan, Motion } from '../compose.ts';
import { scheduleOf } from '../schedule.ts';
import { createArena, createKernel, createPlainKernel, type Kernel } from './kernel.ts';
import { createLens } from './lens.ts';
import { viewAt, workingFor } from './motion.ts';
import { frameBytes, framePlanes, pictureBytes, picturePlanes, repeatEdges, toYuv } from './planes.ts';
import { createStage } from './stage.ts';

const FILM = { width: 200, height: 114 };
const MOTION: Motion = {
  from: { left: 0, top: 0, width: 1, height: 1 },
  to: { left: 0.07, top: 0.02, width: 0.88, height: 0.88 },
  ease: 'smooth',
};
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frames-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same noise through the same view. */
function looked(kernel: Kernel, frame: number): Uint8Array {
  const { take } = createArena(kernel);
  const working = workingFor({ motion: MOTION }, FILM);
  const picture = picturePlanes(take(pictureBytes(working.region)), working.region);
  const target = take(frameBytes(FILM));
  let noise = 7;
  for (const { at, stride, width, height } of picture)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
        kernel.bytes[at + y * stride + x] = noise >>> 24;
      }
  repeatEdges(kernel, picture);
  createLens(kernel, take, FILM).look(picture, working, viewAt(MOTION, frame, 50), framePlanes(target, FILM));
  return kernel.bytes.slice(target, target + frameBytes(FILM));
}

const largestDifference = (one: Uint8Array, two: Uint8Array): number =>
  one.reduce((most, value, at) => Math.max(most, Math.abs(value - (two[at] ?? 0))), 0);

test('vectors give what plain arithmetic gives', () => {
  const fast = createKernel(1_000_000);
  expect(fast.isVectorised).toBe(true);
  for (const frame of [0, 17, 49])
    expect(largestDifference(looked(fast, frame), looked(createPlainKernel(1_000_000), frame))).toBeLessThanOrEqual(1);
});

test('mixing, masking and blending give what plain arithmetic gives', () => {
  const results = [createKernel(100_000), createPlainKernel(100_000)].map((kernel) => {
    for (let at = 0; at < 1024; at += 1) {
      kernel.bytes[1024 + at] = (at * 37) & 255;
      kernel.bytes[2048 + at] = (at * 91 + 13) & 255;
      kernel.bytes[3072 + at] = at & 255;
    }
    kernel.mix(4096, 1024, 2048, 77, 1024);
    kernel.mixMasked(5120, 1024, 2048, 3072, 1024);
    kernel.bytes.copyWithin(6144, 1024, 2048);
    kernel.blend(6144, 2048, 3072, 1024);
    return kernel.bytes.slice(4096, 7168);
  });
  expect(largestDifference(results[0] ?? new Uint8Array(), results[1] ?? new Uint8Array())).toBeLessThanOrEqual(1);
  expect(results[0]?.some((value) => value > 0)).toBe(true);
});

const WIDE = { width: 640, height: 360 };
const FRAMES = 60;

const planOf = (file: string, motion: Motion | null, seconds: number): FilmPlan => ({
  ...WIDE,
  fps: 30,
  background: '#000000',
  shots: [{ source: { kind: 'picture', file }, seconds, motion, transitionIn: null }],
  voice: [],
  music: [],
  captions: [],
  captionStyle: null,
  output: { file: join(folder, 'unused.mp4'), codec: 'h264', quality: 'high' },
});

async function framesOf(plan: FilmPlan, wanted: readonly number[]): Promise<Uint8Array[]> {
  const schedule = scheduleOf(plan);
  const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', signal: new AbortController().signal, onChild: () => undefined };
  const stage = createStage(tools, plan, schedule, [], null);
  const [stretch] = schedule.stretches;
  if (!stretch) throw new Error('a film has a stretch');
  const frames: Uint8Array[] = [];
  for (const frame of wanted) frames.push(Uint8Array.from(await stage.compose(stretch, frame, 0)));
  stage.close();
  return frames;
}

/** Where the light of a plane is, in its pixels. */
function centre(pixels: Uint8Array, { at, width, height }: { at: number; width: number; height: number }): { x: number; y: number } {
  const sum = { light: 0, x: 0, y: 0 };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = Math.max(0, (pixels[at + y * width + x] ?? 0) - 16);
      sum.light += light;
      sum.x += light * x;
      sum.y += light * y;
    }
  return { x: sum.x / sum.light, y: sum.y / sum.light };
}

test('a dot follows its path within a fiftieth of a pixel', async () => {
  const file = join(folder, 'dot.png');
  const big = { width: 1440, height: 810 };
  const dot = Buffer.alloc(big.width * big.height);
  const place = { x: 0.43, y: 0.47 };
  for (let y = 0; y < big.height; y += 1)
    for (let x = 0; x < big.width; x += 1) {
      const far = ((x + 0.5 - place.x * big.width) ** 2 + (y + 0.5 - place.y * big.height) ** 2) / (2 * 20 ** 2);
      dot[y * big.width + x] = Math.round(235 * Math.exp(-far));
    }
  await sharp(dot, { raw: { ...big, channels: 1 } })
    .png()
    .toFile(file);
  const [luma] = framePlanes(0, WIDE);
  const frames = await framesOf(planOf(file, MOTION, FRAMES / 30), [...Array(FRAMES).keys()]);
  const off = frames.map((pixels, frame) => {
    const seen = centre(pixels, luma);
    const view = viewAt(MOTION, frame, FRAMES);
    return {
      x: seen.x - (((place.x - view.left) / view.width) * WIDE.width - 0.5),
      y: seen.y - (((place.y - view.top) / view.height) * WIDE.height - 0.5),
    };
  });
  const jitter = (values: readonly number[]): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  };
  expect(jitter(off.map(({ x }) => x))).toBeLessThanOrEqual(0.02);
  expect(jitter(off.map(({ y }) => y))).toBeLessThanOrEqual(0.02);
  // Nor is it beside its path all the way.
  expect(Math.max(...off.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThan(0.06);
  const moved = viewAt(MOTION, FRAMES - 1, FRAMES);
  expect(moved.left).toBeGreaterThan(0.05);
});

test('colours are those of BT.709, also at the edge of the picture', async () => {
  const file = join(folder, 'colour.png');
  await sharp({ create: { ...WIDE, channels: 3, background: '#c04020' } })
    .png()
    .toFile(file);
  const [pixels] = await framesOf(planOf(file, MOTION, 1), [10]);
  const planes = framePlanes(0, WIDE);
  const { y, u, v } = toYuv(0xc0, 0x40, 0x20);
  for (const [index, wanted] of [y, u, v].entries()) {
    const { at = 0, width = 0, height = 0 } = planes[index] ?? {};
    for (const place of [at, at + width - 1, at + width * (height - 1), at + width * height - 1])
      expect(Math.abs((pixels?.[place] ?? 0) - wanted)).toBeLessThanOrEqual(1);
  }
});

test('a picture at rest is given as it is', async () => {
  const file = join(folder, 'noise.png');
  const noise = Buffer.from(Array.from({ length: WIDE.width * WIDE.height }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 24) & 255));
  await sharp(noise, { raw: { ...WIDE, channels: 1 } })
    .png()
    .toFile(file);
  const [pixels] = await framesOf(planOf(file, null, 1), [5]);
  const wrong = noise.filter((value, at) => Math.abs((pixels?.[at] ?? 0) - toYuv(value, value, value).y) > 1);
  expect(wrong.length).toBe(0);
});
