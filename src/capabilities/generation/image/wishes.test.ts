import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { imageProviderNamed, imageSettings } from '../generation.ts';
import { type House, ORDER, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});
const bodies = () => house.providers.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
const codes = (notes: readonly { readonly code: string }[]): readonly string[] => notes.map(({ code }) => code);

describe('a provider that was asked for', () => {
  it('is asked alone, whatever is set, and the embedded painter after it', async () => {
    await house.settings.set(house.db, imageSettings.chain, ['blackbox', 'replicate'], null);
    const house1 = house.with('blackbox', 'stability', 'replicate');
    expect(await house1.paintImage({ ...ORDER, provider: 'stability' })).toMatchObject({ provider: 'stability' });
    house.providers.misbehave('stability', { is: 'no_credit' });
    expect(await house1.paintImage({ ...ORDER, provider: 'stability' })).toMatchObject({
      ...{ provider: 'embedded', fellBackFrom: [{ provider: 'stability', why: 'insufficient_credit' }] },
    });
    expect(new Set(house.providers.requests.map(({ provider }) => provider))).toEqual(new Set(['stability']));
  });

  it('without a key is said, and the embedded one is nobody’s', async () => {
    expect(await house.with('blackbox').paintImage({ ...ORDER, provider: 'stability' })).toMatchObject({
      ...{ provider: 'embedded', fellBackFrom: [{ provider: 'stability', why: 'not_configured' }] },
    });
    expect(await house.with('blackbox').paintImage({ ...ORDER, provider: 'embedded' })).toMatchObject({
      provider: 'embedded',
      fellBackFrom: [],
    });
    expect(house.providers.requests).toEqual([]);
  });

  it('has the names of the documents', () => {
    expect(['openai', 'dalle3', 'DALL-E-3', 'stability', 'embedded', 'runway'].map(imageProviderNamed)).toEqual([
      ...['openai', 'openai', 'openai', 'stability', 'embedded', null],
    ]);
  });

  it('makes an offer: who, and the most it may cost', async () => {
    await house.settings.set(house.db, imageSettings.models, { openai: 'gpt-image-1-mini' }, null);
    expect(await house.with('stability').offerImage({ ...ORDER, provider: 'stability' })).toEqual({ provider: 'stability', mostUsd: null });
    expect(await house.with('stability').offerImage({ ...ORDER, provider: 'replicate' })).toEqual({ provider: 'embedded', mostUsd: 0 });
    // A machine of one's own.
    expect(await house.with('openai').offerImage({ ...ORDER, provider: 'openai' })).toEqual({ provider: 'openai', mostUsd: 0 });
  });
});

describe('what is not to be seen (V-056)', () => {
  const negativePrompt = 'blurry, low quality';

  it('is told in a field where there is one', async () => {
    const { notes } = await house.paint(['stability'], { negativePrompt });
    expect(bodies()[0]).toMatchObject({ negative_prompt: negativePrompt });
    expect(codes(notes)).not.toContain('avoid_not_supported');
    house.providers.models.replicate.add('qwen/qwen-image-2512');
    await house.settings.set(house.db, imageSettings.models, { replicate: 'qwen/qwen-image-2512' }, null);
    await house.paint(['replicate'], { negativePrompt });
    expect(bodies().at(-1)).toMatchObject({ input: { negative_prompt: negativePrompt } });
  });

  it('in words to a model that follows them, and not at all to one that would paint them', async () => {
    const told = await house.paint(['openai'], { negativePrompt });
    expect(String(bodies()[0]?.['prompt'])).toContain(`Avoid: ${negativePrompt}.`);
    expect(codes(told.notes)).toContain('avoid_as_words');
    const dropped = await house.paint(['replicate'], { negativePrompt });
    expect(JSON.stringify(bodies().at(-1))).not.toContain('blurry');
    expect(codes(dropped.notes)).toContain('avoid_not_supported');
  });

  it('is left out by the embedded painter', async () => {
    const prompt = 'A beach with a dog, a boat and two women';
    const seen = async (more: object) => {
      const { notes } = await house.with().paintImage({ ...ORDER, prompt, provider: 'embedded', ...more });
      const note = notes.find(({ code }) => code === 'understood');
      return note?.code === 'understood' ? { things: note.things, people: note.people } : null;
    };
    expect(await seen({})).toEqual({ things: expect.arrayContaining(['dog']), people: 2 });
    const without = await seen({ negativePrompt: 'dog, people, blurry' });
    expect(without).toEqual({ things: expect.not.arrayContaining(['dog']), people: 0 });
    expect(without?.things.length).toBeGreaterThan(0);
    expect(await seen({ negativePrompt })).toEqual(await seen({}));
  });
});

describe('a process that dies while somebody paints who keeps nothing', () => {
  it.each(['openai', 'stability', 'blackbox'] as const)('%s is not asked again by whoever comes back', async (provider) => {
    house.providers.misbehave(provider, { is: 'hang' });
    const interest = new AbortController();
    const order = { orderKey: 'task-1' };
    const first = house.paint([provider, 'replicate'], { ...order, signal: interest.signal });
    await eventually(() => house.providers.requests.length).toBe(1);
    interest.abort(new Error('the process is stopping'));
    await expect(first).rejects.toThrow('the process is stopping');
    expect(await house.paint([provider, 'replicate'], order)).toMatchObject({
      ...{ provider: 'replicate', fellBackFrom: [{ provider, why: 'lost_purchase' }] },
    });
    expect(house.providers.requests.filter((request) => request.provider === provider)).toHaveLength(1);
    // Another order is another purchase.
    expect(await house.paint([provider], { orderKey: 'task-2' })).toMatchObject({ provider, fellBackFrom: [] });
  });

  it('what came and was never kept is not bought again either; what was turned away is', async () => {
    const order = { orderKey: 'task-1' };
    expect(await house.paint(['stability'], order)).toMatchObject({ provider: 'stability' });
    expect(await house.paint(['stability'], order)).toMatchObject({ provider: 'embedded', fellBackFrom: [{ why: 'lost_purchase' }] });
    expect(house.providers.bought.stability).toBe(1);
    house.providers.misbehave('stability', { is: 'no_credit' });
    expect(await house.paint(['stability'], { orderKey: 'task-2' })).toMatchObject({ provider: 'embedded' });
    expect(await house.paint(['stability'], { orderKey: 'task-2' })).toMatchObject({ provider: 'stability' });
  });

  it('a prediction that was forgotten there after an hour is not bought again', async () => {
    const order = { orderKey: 'task-1' };
    await house.paint(['replicate'], order);
    house.clock.set('2026-11-21T11:30:00Z');
    expect(await house.paint(['replicate'], order)).toMatchObject({ provider: 'embedded', fellBackFrom: [{ why: 'lost_purchase' }] });
    expect(house.providers.bought.replicate).toBe(1);
  });
});
