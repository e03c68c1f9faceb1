import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '#capabilities/media/media.ts';
import { rememberingBooks } from '../test-books.ts';
import { ClipFault, type ClipOrder, createClips, type MadeClip } from './clips.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'camera-'));
});
afterAll(() => rm(folder, { recursive: true }));

const clips = createClips({ runway: null }, rememberingBooks());

/** A calm picture with things in it, in fractions of its size. */
async function picture(name: string, things: readonly string[], [width, height] = [896, 512]): Promise<string> {
  const file = join(folder, `${name}.png`);
  const sky = `<linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#8a94a0"/><stop offset="1" stop-color="#5c646e"/></linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${sky}</defs>
    <rect width="${width}" height="${height}" fill="url(#g)"/>${things.join('')}</svg>`;
  await sharp(Buffer.from(svg)).png().toFile(file);
  return file;
}
const ball = (x: number, y: number, colour = '#e0502a', radius = 52): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;

async function moving(file: string, more: Partial<ClipOrder> = {}): Promise<Extract<MadeClip, { kind: 'motion' }>> {
  const order = { picture: file, prompt: '', seconds: 5, width: 1920, height: 1080, seed: 1, provider: 'embedded' as const };
  const made = await clips.makeClip({ ...order, signal: new AbortController().signal, ...more }, { folder });
  if (made.kind !== 'motion') throw new Error('a file');
  return made;
}

const SEEDS = Array.from({ length: 24 }, (_, seed) => seed * 7919);
const middle = ({ left, top, width, height }: View) => ({ x: left + width / 2, y: top + height / 2 });
const corners = ({ left, top, width, height }: View): readonly (readonly [number, number])[] => [
  [left, top],
  [left + width, top],
  [left, top + height],
  [left + width, top + height],
];

describe('the embedded camera', () => {
  it.each([
    ['right and high', 690, 130, '#e0502a'],
    ['left and low', 200, 380, '#2a7de0'],
    ['in the middle', 448, 256, '#f2d020'],
    ['a face at the left', 230, 200, '#c68863'],
  ])('finds what a picture is about: %s', async (name, x, y, colour) => {
    const { interest } = await moving(await picture(name.replaceAll(' ', '-'), [ball(x, y, colour)]));
    expect(Math.abs(interest.x - x / 896)).toBeLessThan(0.08);
    expect(Math.abs(interest.y - y / 512)).toBeLessThan(0.08);
  });

  it('looks at the middle of what shows nothing', async () => {
    const { interest } = await moving(await picture('nothing', []));
    expect(Math.hypot(interest.x - 0.5, interest.y - 0.5)).toBeLessThan(0.2);
  });

  it('looks at one of two things, not at the nothing between them', async () => {
    const { interest } = await moving(await picture('pair', [ball(130, 256), ball(760, 256, '#20c060')]));
    expect(Math.min(Math.abs(interest.x - 130 / 896), Math.abs(interest.x - 760 / 896))).toBeLessThan(0.1);
  });

  it('sees the picture as the film does: what is cut away does not count', async () => {
    const { interest } = await moving(await picture('cut', [ball(860, 256), ball(400, 256, '#f2d020')]), { width: 1080, height: 1920 });
    expect(Math.abs(interest.x - 0.33)).toBeLessThan(0.15);
  });

  it('goes to the interest or comes from it, more than it was there before', async () => {
    const file = await picture('towards', [ball(690, 130)]);
    for (const seed of SEEDS) {
      const { motion, interest } = await moving(file, { seed, seconds: 8 });
      const away = (view: View): number => {
        const { x, y } = middle(view);
        return Math.hypot(x - interest.x, y - interest.y);
      };
      const [near, far] = [away(motion.from), away(motion.to)].sort((one, other) => one - other) as [number, number];
      expect(near).toBeLessThan(far);
    }
  });

  it('is the same for the same picture and seed, and moves in several ways with others', async () => {
    const file = await picture('again', [ball(690, 130)]);
    expect(await moving(file, { seed: 5 })).toEqual(await moving(file, { seed: 5 }));
    const moves = await Promise.all(SEEDS.map(async (seed) => (await moving(file, { seed })).move));
    expect(new Set(moves).size).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [1920, 1080],
    [1080, 1920],
    [1080, 1080],
    [1080, 1350],
  ])('stays inside the picture, is calm, and moves enough to be seen at %i × %i', async (width, height) => {
    const files = [await picture('corner', [ball(890, 10)]), await picture('two', [ball(120, 256), ball(780, 256, '#20c060')])];
    for (const picture of files)
      for (const seconds of [0.5, 2, 5, 12, 60])
        for (const seed of SEEDS.slice(0, 8)) {
          const { motion } = await moving(picture, { width, height, seconds, seed });
          for (const view of [motion.from, motion.to])
            for (const [x, y] of corners(view)) {
              expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(-1e-9);
              expect(view.width).toBe(view.height);
            }
          const ways = corners(motion.from).map(([x, y], n) => {
            const [toX = 0, toY = 0] = corners(motion.to)[n] ?? [];
            return Math.hypot(toX - x, ((toY - y) * height) / width);
          });
          // The smooth ease is half as fast again in its middle.
          expect((Math.max(...ways) * 1.5) / seconds).toBeLessThan(0.0351);
          expect(Math.max(...ways)).toBeGreaterThan(Math.min(0.02, 0.01 * seconds));
          expect(motion.ease).toBe('smooth');
        }
  });

  it('refuses what is no picture, and an order out of bounds, each with its cause', async () => {
    const broken = join(folder, 'broken.png');
    await writeFile(broken, 'no picture');
    const faultOf = (making: Promise<unknown>) => making.then(Object, (error: unknown) => (error instanceof ClipFault ? error : null));
    expect(await faultOf(moving(broken))).toMatchObject({ kind: 'bad_picture' });
    for (const [field, more] of [
      ['seconds', { seconds: 0 }],
      ['seconds', { seconds: Number.NaN }],
      ['width', { width: 0.5 }],
      ['height', { height: 99_999 }],
      ['seed', { seed: -1 }],
    ] as const)
      expect(await faultOf(moving(broken, more))).toMatchObject({ kind: 'bad_order', facts: { code: field } });
  });

  it('leaves with the reason of whoever left', async () => {
    const gone = new Error('gone');
    await expect(moving(await picture('gone', []), { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  });
});
