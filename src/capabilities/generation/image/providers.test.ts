import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { SIMULATED, type SimulatedProvider } from '#simulators/image-models.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { IMAGE_STYLES, imageSettings, type PaintedImage } from '../generation.ts';
import { type House, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});

/** Width and height of the white disc in the middle of every drawing: a stretched picture has an oval. */
async function disc(png: Buffer): Promise<{ width: number; height: number }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const isWhite = (x: number, y: number): boolean => (data[(y * info.width + x) * info.channels] ?? 0) > 200;
  const [x, y] = [Math.floor(info.width / 2), Math.floor(info.height / 2)];
  const count = (length: number, is: (at: number) => boolean): number => Array.from({ length }, (_, at) => is(at)).filter(Boolean).length;
  return { width: count(info.width, (at) => isWhite(at, y)), height: count(info.height, (at) => isWhite(x, at)) };
}

async function isExactly(painted: PaintedImage, width: number, height: number): Promise<void> {
  const found = await sharp(painted.png).metadata();
  expect([found.format, found.width, found.height]).toEqual(['png', width, height]);
  const round = await disc(painted.png);
  expect(round.width).toBeGreaterThan(10);
  // Cut off at most where the picture is narrower than the disc.
  const isCut = round.width >= width || round.height >= height;
  if (!isCut) expect(Math.abs(round.width - round.height)).toBeLessThanOrEqual(3);
}

describe('each provider, as its documentation says', () => {
  it('I-053 Blackbox AI is asked as a chat, and its address fetched; what it cannot be told is said', async () => {
    const painted = await house.paint(['blackbox'], { quality: 'hd' });
    expect(painted).toMatchObject({
      ...{
        provider: 'blackbox',
        model: 'blackboxai/black-forest-labs/flux-pro',
        requestId: 'chatcmpl-1',
        costUsd: null,
        revisedPrompt: null,
      },
      ...{ steps: null, guidanceScale: null, fellBackFrom: [] },
      notes: [
        { code: 'style_as_words' },
        { code: 'quality_not_supported' },
        { code: 'seed_not_supported' },
        { code: 'resized', from: '1024×1024', to: '256×256' },
      ],
    });
    expect(house.providers.requests).toMatchObject([
      {
        path: '/chat/completions',
        headers: { authorization: `Bearer ${house.providers.keys.blackbox}`, 'content-type': 'application/json' },
        body: {
          model: 'blackboxai/black-forest-labs/flux-pro',
          messages: [{ role: 'user', content: expect.stringMatching(/^Un phare.*anime/s) }],
        },
      },
    ]);
    expect(Object.keys(house.providers.requests[0]?.body ?? {})).toEqual(['model', 'messages']);
  });

  it('OpenAI gets a size of its own and a quality, never a response_format', async () => {
    const painted = await house.paint(['openai'], { width: 512, height: 256, quality: 'hd' });
    expect(painted).toMatchObject({
      provider: 'openai',
      model: 'gpt-image-2',
      requestId: 'req_1',
      costUsd: 0,
      revisedPrompt: expect.stringContaining('phare'),
    });
    expect(house.providers.requests[0]?.body).toEqual({
      ...{ model: 'gpt-image-2', n: 1, size: '1440x720', quality: 'high' },
      prompt: expect.stringContaining('Un phare dans la brume'),
    });
    expect(house.providers.requests[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}-image$/);
  });

  it('Stability AI gets a form with a ratio, the seed and the style of its own', async () => {
    const painted = await house.paint(['stability'], { width: 1024, height: 512 });
    expect(painted).toMatchObject({
      provider: 'stability',
      model: 'core',
      seed: 42,
      requestId: 'req_1',
      notes: [{ code: 'cropped', from: '1344×768', to: '1344×672' }, { code: 'resized' }],
    });
    expect(house.providers.requests[0]).toMatchObject({
      path: '/v2beta/stable-image/generate/core',
      headers: { 'content-type': expect.stringMatching(/^multipart\/form-data/), accept: 'application/json' },
      body: { prompt: 'Un phare dans la brume', aspect_ratio: '16:9', seed: '42', style_preset: 'anime', output_format: 'png' },
    });
  });

  it('Replicate makes a prediction, which is asked for until it is there; steps and guidance are those it was told', async () => {
    await house.settings.set(house.db, imageSettings.models, { replicate: 'black-forest-labs/flux-dev' }, null);
    house.providers.misbehave('replicate', { is: 'processing', looks: 3 });
    const painted = await house.paint(['replicate'], { width: 256, height: 1024, quality: 'hd' });
    expect(painted).toMatchObject({
      provider: 'replicate',
      model: 'black-forest-labs/flux-dev',
      steps: 50,
      guidanceScale: 3,
      seed: 42,
      requestId: 'pred1',
    });
    expect(house.providers.requests[0]).toMatchObject({
      path: '/v1/models/black-forest-labs/flux-dev/predictions',
      body: { input: { aspect_ratio: '9:21', seed: 42, num_inference_steps: 50, guidance: 3, output_format: 'png' } },
    });
    expect(house.providers.requests[0]?.headers).not.toHaveProperty('prefer');
    expect(house.providers.requests.filter(({ method }) => method === 'GET').length).toBe(4);
    await isExactly(painted, 256, 1024);
  });

  it('the embedded painter counts its sheets and the words it understood', async () => {
    const [first, again] = await Promise.all([1, 2].map(() => house.paint([], { prompt: 'Une plage avec des palmiers et un zorglub' })));
    expect(first).toMatchObject({ provider: 'embedded', model: 'atelier-painter-1', costUsd: 0, seed: 42, guidanceScale: 6.7 });
    expect(first?.steps).toBeGreaterThan(1);
    expect(again?.steps).toBe(first?.steps);
    expect(first?.notes).toEqual([
      { code: 'understood', places: ['beach'], things: [], people: 0, time: null, weather: [], words: 2, of: 3 },
    ]);
    expect(house.providers.requests).toEqual([]);
    expect(await house.newCalls()).toEqual([]);
  });
});

describe('I-038 I-039 exactly the size that was asked, cut and never stretched', () => {
  const sides = [256, 512, 1024];
  const sizes = sides.flatMap((width) => sides.map((height) => [width, height] as const));
  it.each(SIMULATED)('%s', async (provider) => {
    for (const [width, height] of sizes) await isExactly(await house.paint([provider], { width, height }), width, height);
  });

  it('models that know three sizes get the one of which the least is lost', async () => {
    await house.settings.set(house.db, imageSettings.models, { openai: 'gpt-image-1.5' }, null);
    for (const [width, height] of [
      [256, 1024],
      [512, 512],
      [1024, 512],
    ] as const)
      await house.paint(['openai'], { width, height });
    expect(house.providers.requests.map(({ body }) => body['size'])).toEqual(['1024x1536', '1024x1024', '1536x1024']);
  });

  it('a size that nobody asked for is cut as well', async () => {
    house.providers.misbehave('openai', { is: 'wrong_size' });
    const painted = await house.paint(['openai'], { width: 512, height: 512 });
    await isExactly(painted, 512, 512);
    expect(painted.notes).toContainEqual({ code: 'cropped', from: '700×300', to: '300×300' });
  });
});

describe('I-033 I-034 I-035 I-036 I-040 what an order says', () => {
  it('each style is asked of each provider, in words or by its own name', async () => {
    for (const provider of SIMULATED) for (const style of IMAGE_STYLES) await house.paint([provider], { style });
    const said = (provider: SimulatedProvider): string[] =>
      house.providers.requests
        .filter((request) => request.provider === provider && request.method === 'POST')
        .map(({ body }) => JSON.stringify(body));
    for (const provider of SIMULATED) expect(new Set(said(provider)).size).toBe(4);
    expect(said('stability').map((body) => /"style_preset":"([\w-]+)"/.exec(body)?.[1])).toEqual([
      'photographic',
      undefined,
      'anime',
      'digital-art',
    ]);
  });

  it('a seed beyond those of the provider is brought into them, and the one it used is told', async () => {
    const beyond = await house.paint(['replicate'], { seed: 2 ** 32 - 1 });
    expect(beyond).toMatchObject({ seed: 2 ** 31 - 1, notes: expect.arrayContaining([{ code: 'seed_changed', seed: 2 ** 31 - 1 }]) });
    house.providers.misbehave('stability', { is: 'other_seed' });
    expect(await house.paint(['stability'])).toMatchObject({
      seed: 777,
      notes: expect.arrayContaining([{ code: 'seed_changed', seed: 777 }]),
    });
  });

  it('a prompt that is too long is cut between characters, and the rest is said to be missing', async () => {
    const painted = await house.paint(['stability'], { prompt: '🐫'.repeat(4000) + 'é'.repeat(8000) });
    expect(painted.notes).toContainEqual({ code: 'prompt_shortened', sent: 6000, of: 12_000 });
    expect(String(house.providers.requests[0]?.body['prompt'])).toHaveLength(10_000);
  });
});

describe('the file', () => {
  it('is a PNG that says how it was made, and nothing of what the provider wrote into it', async () => {
    house.providers.misbehave('blackbox', { is: 'jpeg' });
    const { png } = await house.paint(['blackbox']);
    const found = await sharp(png).metadata();
    expect([found.format, found.exif, found.icc]).toEqual(['png', undefined, undefined]);
    const text = png.toString('utf8');
    for (const part of ['Un phare dans la brume', 'blackboxai/black-forest-labs/flux-pro', 'trainedAlgorithmicMedia'])
      expect(text).toContain(part);
    expect(text).not.toContain('somebody else');
    expect(text).not.toContain('Seed');
    expect((await house.paint(['stability'])).png.toString('utf8')).toContain('Seed');
  });
});
