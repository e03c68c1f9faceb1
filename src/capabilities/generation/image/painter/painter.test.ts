import { createHash } from 'node:crypto';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { IMAGE_STYLES, type ImageOrder } from '../image.ts';
import { paint } from './paint.ts';
import { paintPicture } from './painter.ts';

const order = (more: Partial<ImageOrder> = {}): ImageOrder => ({
  prompt: 'Une kasbah dans le désert au coucher du soleil, deux personnes',
  style: 'realistic',
  width: 256,
  height: 256,
  quality: 'standard',
  seed: 42,
  ...more,
});
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function pixels(png: Uint8Array, size = 0): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const image = await loadImage(Buffer.from(png));
  const [width, height] = size ? [size, size] : [image.width, image.height];
  const pen = createCanvas(width, height).getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return { width, height, data: pen.getImageData(0, 0, width, height).data };
}

/** Mean difference of the channels, 0 to 255. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  return sum / a.length;
}

describe('the same order is the same picture', () => {
  test('in this thread, in the painter’s own, and in one started afresh', async () => {
    const here = hash((await paint(order())).png);
    expect(hash((await paintPicture(order())).png)).toBe(here);
    // An aborted order ends its thread: the next one is painted by another.
    const control = new AbortController();
    const cut = paintPicture(order({ width: 1024, height: 1024, signal: control.signal }));
    control.abort(new Error('enough'));
    await expect(cut).rejects.toThrow('enough');
    expect(hash((await paintPicture(order())).png)).toBe(here);
  });

  test('another seed, another prompt and the finer quality are other pictures', async () => {
    const first = await paint(order());
    const others = await Promise.all([
      paint(order({ seed: 43 })),
      paint(order({ prompt: 'Un lac de montagne' })),
      paint(order({ quality: 'hd' })),
    ]);
    expect(new Set([first, ...others].map(({ png }) => hash(png))).size).toBe(4);
  });

  test('one seed shows the same scene at another size', async () => {
    const [small, large, other] = await Promise.all([paint(order()), paint(order({ width: 512, height: 512 })), paint(order({ seed: 7 }))]);
    const [a, b, c] = await Promise.all([pixels(small.png, 64), pixels(large.png, 64), pixels(other.png, 64)]);
    expect(difference(a.data, b.data)).toBeLessThan(difference(a.data, c.data) / 2);
  });
});

test.each([
  [256, 256],
  [512, 256],
  [256, 512],
  [512, 512],
  [1024, 256],
  [256, 1024],
  [1024, 512],
  [512, 1024],
  [1024, 1024],
  [1792, 1024],
  [1024, 1792],
])('%i×%i is exactly that size', async (width, height) => {
  const { png } = await paint(order({ width, height, prompt: 'Voilier sur la mer' }));
  const image = await loadImage(Buffer.from(png));
  expect([image.width, image.height]).toEqual([width, height]);
});

test('the four styles of one scene differ much more than two runs would', async () => {
  const painted = await Promise.all(IMAGE_STYLES.map((style) => paint(order({ style }))));
  const views = await Promise.all(painted.map(({ png }) => pixels(png)));
  for (const [index, view] of views.entries())
    for (const other of views.slice(index + 1)) expect(difference(view.data, other.data)).toBeGreaterThan(4);
});

test('the sunset is warmer than the night, the night darker than the day', async () => {
  const mean = async (prompt: string): Promise<number[]> => {
    const { data } = await pixels((await paint(order({ prompt }))).png);
    return [0, 1, 2].map(
      (channel) => data.filter((_, at) => at % 4 === channel).reduce((sum, value) => sum + value, 0) / (data.length / 4),
    );
  };
  const [sunset, night, day] = await Promise.all(['la mer au coucher du soleil', 'la mer la nuit', 'la mer en plein jour'].map(mean));
  expect(sunset?.[0]).toBeGreaterThan((sunset?.[2] ?? 0) + 10);
  expect((night ?? []).reduce((a, b) => a + b)).toBeLessThan((day ?? []).reduce((a, b) => a + b) / 2);
});

describe('the file says how it was made', () => {
  test('prompt, model and seed as text, and that no camera was there', async () => {
    const prompt = 'Plage & <palmiers> "été" — شاطئ';
    const { png, seed, understood } = await paintPicture(order({ prompt }));
    const texts = textChunks(png);
    expect(seed).toBe(42);
    expect(understood.settings.map(({ name }) => name)).toEqual(['beach']);
    expect(texts.get('Description')).toBe(prompt);
    expect(texts.get('Software')).toBe('atelier-painter-1');
    expect(texts.get('Seed')).toBe('42');
    expect(texts.get('XML:com.adobe.xmp')).toContain('digitalsourcetype/algorithmicMedia');
    expect(texts.get('XML:com.adobe.xmp')).toContain('Plage &amp; &lt;palmiers&gt;');
  });
});

/** Uncompressed international text: keyword, five zero bytes, text. */
function textChunks(png: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const content = png.subarray(at + 8, at + 8 + length);
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt') {
      const end = content.indexOf(0);
      found.set(content.toString('latin1', 0, end), content.toString('utf8', end + 5));
    }
    at += 12 + length;
  }
  return found;
}

test.each([
  ['nothing', ''],
  ['ten thousand characters', 'forêt mer ville '.repeat(625)],
  ['emoji and flags', '🐫🏜️👩🏽‍🚀🇲🇦'.repeat(20)],
  ['control and direction characters', 'plage \u0000\u0007\u001b[31m\u202e\u2066 "te\u0000xte\u202e"'],
  ['half characters', '\ud83d "\udc00 a"'],
  ['a very long word to write', `affiche "${'x'.repeat(150)}"`],
  [
    'everything at once',
    'ville forêt désert mer espace salon kasbah lac jungle volcan portrait foule de chats sous la pluie, neige, orage',
  ],
])('%s is painted all the same', async (_, prompt) => {
  const { png } = await paint(order({ prompt }));
  expect((await loadImage(Buffer.from(png))).width).toBe(256);
});

test('an order aborted before it began is not painted', async () => {
  await expect(paintPicture(order({ signal: AbortSignal.abort(new Error('no longer wanted')) }))).rejects.toThrow('no longer wanted');
});

test('more orders than threads are all painted', async () => {
  const painted = await Promise.all([1, 2, 3, 4, 5].map((seed) => paintPicture(order({ seed, prompt: 'abstrait' }))));
  expect(painted.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(painted.map(({ png }) => hash(png))).size).toBe(5);
});
