import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { SIMULATED } from '#simulators/image-models.ts';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { imageSettings, textSettings } from '../generation.ts';
import { frameFor, modelOf, priceOf } from './models.ts';
import { type House, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});

describe('nothing is paid twice', () => {
  const pictures = () => house.providers.bought.replicate;

  it('a lost answer to the order is looked for among the latest predictions', async () => {
    house.providers.misbehave('replicate', { is: 'lost_answer' });
    expect(await house.paint(['replicate'])).toMatchObject({ provider: 'replicate', requestId: 'pred1' });
    expect(pictures()).toBe(1);
    expect(await house.newCalls()).toMatchObject([{ outcome: 'answered' }]);
  });

  it('a look that hangs, is cut or fails is another look later', async () => {
    const at = /^GET \/v1\/predictions\/pred/;
    for (const mishap of [{ is: 'hang' }, { is: 'cut' }, { is: 'status', status: 502 }, { is: 'html' }] as const)
      house.providers.misbehave('replicate', { ...mishap, at });
    expect(await house.paint(['replicate'], { timeoutMs: 8000 })).toMatchObject({ provider: 'replicate', requestId: 'pred1' });
    expect(pictures()).toBe(1);
  });

  it('an interrupted order that is made again fetches what it bought', async () => {
    house.providers.misbehave('replicate', { is: 'processing', looks: 3 });
    const interest = new AbortController();
    const order = { orderKey: 'task-1' };
    const first = house.paint(['replicate'], { ...order, signal: interest.signal });
    await eventually(() => house.providers.requests.filter(({ method }) => method === 'GET').length).toBeGreaterThan(0);
    interest.abort(new Error('the process is stopping'));
    await expect(first).rejects.toThrow('the process is stopping');
    expect(await house.paint(['replicate'], order)).toMatchObject({ provider: 'replicate', requestId: 'pred1', fellBackFrom: [] });
    // Once more, as by a process that died after the picture had come.
    expect(await house.paint(['replicate'], order)).toMatchObject({ requestId: 'pred1' });
    expect(pictures()).toBe(1);
    expect(await house.newCalls()).toMatchObject([{ outcome: 'answered', tryNumber: 1 }]);
    // Other settings meanwhile: what was bought is still what it is said to be.
    await house.settings.set(house.db, imageSettings.models, { replicate: 'black-forest-labs/flux-dev' }, null);
    expect(await house.paint(['replicate'], order)).toMatchObject({
      requestId: 'pred1',
      model: 'black-forest-labs/flux-schnell',
      steps: 4,
    });
    // Another order, and another picture under the same key, are bought.
    expect(await house.paint(['replicate'], { ...order, seed: 43 })).toMatchObject({ requestId: 'pred2' });
    expect(await house.paint(['replicate'], { orderKey: 'task-2' })).toMatchObject({ requestId: 'pred3' });
  });

  it('one that died before it heard of its prediction finds it', async () => {
    house.providers.misbehave('replicate', { is: 'hang', at: /^GET \/v1\/predictions$/ });
    house.providers.misbehave('replicate', { is: 'lost_answer' });
    const interest = new AbortController();
    const order = { orderKey: 'task-1' };
    const first = house.paint(['replicate'], { ...order, signal: interest.signal });
    await eventually(() => house.providers.requests.length).toBe(2);
    interest.abort(new Error('the process is stopping'));
    await expect(first).rejects.toThrow('the process is stopping');
    expect(await house.paint(['replicate'], order)).toMatchObject({ provider: 'replicate', requestId: 'pred1' });
    expect(pictures()).toBe(1);
  });

  it('what nobody will wait for any longer is cancelled', async () => {
    house.providers.misbehave('replicate', { is: 'processing', looks: 1000 });
    expect(await house.paint(['replicate'], { timeoutMs: 2500, orderKey: 'task-1' })).toMatchObject({
      provider: 'embedded',
      fellBackFrom: [{ why: 'timeout' }],
    });
    expect(house.providers.predictions.get('pred1')?.status).toBe('canceled');
    const { rows } = await sql`select * from generation.image_purchases`.execute(house.db);
    expect(rows).toEqual([]);
  });

  it('a provider whose answer was lost is not asked again for the same order', async () => {
    for (const provider of ['blackbox', 'openai', 'stability'] as const) {
      house.providers.misbehave(provider, { is: 'lost_answer' });
      expect(await house.paint([provider])).toMatchObject({ provider: 'embedded', fellBackFrom: [{ provider, why: 'unreachable' }] });
      expect(house.providers.bought[provider]).toBe(1);
    }
  });

  it.each(['blackbox', 'openai', 'stability'] as const)('%s: a gateway that did not wait is not asked again', async (provider) => {
    house.providers.misbehave(provider, { is: 'status', status: 504 });
    expect(await house.paint([provider])).toMatchObject({ provider: 'embedded', fellBackFrom: [{ provider, why: 'timeout' }] });
    expect(house.providers.requests).toHaveLength(1);
  });

  it('an error after the order was taken is looked into before it is made again', async () => {
    house.providers.misbehave('replicate', { is: 'bought_and_500' });
    expect(await house.paint(['replicate'])).toMatchObject({ provider: 'replicate', requestId: 'pred1' });
    expect(pictures()).toBe(1);
  });

  it('an order that is not wanted any more throws its reason, and nobody else is asked', async () => {
    house.providers.misbehave('blackbox', { is: 'hang' });
    const interest = new AbortController();
    const painting = house.paint(['blackbox', 'openai'], { signal: interest.signal });
    await eventually(() => house.providers.requests.length).toBe(1);
    interest.abort(new Error('deleted'));
    await expect(painting).rejects.toThrow('deleted');
    await expect(house.paint(['openai'], { signal: interest.signal })).rejects.toThrow('deleted');
    expect(house.providers.requests).toHaveLength(1);
    expect(await house.newCalls()).toMatchObject([{ outcome: 'cancelled' }]);
  });
});

describe('money', () => {
  const setBudget = (usd: number | null): Promise<void> => house.settings.set(house.db, textSettings.monthlyBudget, usd, null);

  it('pictures are among the figures of the month, those of unknown price counted apart', async () => {
    await house.paint(['stability']);
    await house.paint(['openai']);
    const figures = await house.with().desk.figures();
    expect(figures).toMatchObject({ questions: 2, calls: 2, unpriced: 1, spentUsd: 0 });
    expect(figures.byPurpose).toEqual([{ purpose: 'image', outcome: 'answered', calls: 2 }]);
  });

  it('what is reckoned is what research knows, and nothing else', () => {
    const square = frameFor(modelOf('openai', 'gpt-image-1-mini'), 512, 512);
    const wide = frameFor(modelOf('openai', 'gpt-image-1-mini'), 1024, 512);
    expect([priceOf('gpt-image-1-mini', 'standard', square), priceOf('gpt-image-1-mini', 'hd', square)]).toEqual([0.011, 0.036]);
    expect([priceOf('gpt-image-1-mini', 'hd', wide), priceOf('gpt-image-2', 'hd', square), priceOf('core', 'hd', null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('with a budget of nothing only what costs nothing is asked', async () => {
    await setBudget(0);
    expect(await house.paint(['stability', 'openai'])).toMatchObject({
      provider: 'openai',
      fellBackFrom: [{ provider: 'stability', why: 'over_budget' }],
    });
    expect(house.providers.bought.stability).toBe(0);
  });

  it('what was bought is forgotten after a month, its call after thirteen', async () => {
    await house.paint(['replicate'], { orderKey: 'task-1' });
    house.clock.set('2026-12-21T10:00:01Z');
    await house.with().sweep();
    const { rows } = await sql`select * from generation.image_purchases`.execute(house.db);
    expect(rows).toEqual([]);
    expect(await house.newCalls()).toHaveLength(1);
  });
});

it('neither keys nor prompts are in the log, in the database or in errors', async () => {
  const prompt = 'an unmistakable lighthouse';
  const errors: unknown[] = [];
  for (const provider of SIMULATED) {
    for (const mishap of [
      { is: 'status', status: 500, message: `${prompt} ${house.providers.keys[provider]}`, times: 3, at: /^POST/ },
      { is: 'refused' },
    ] as const) {
      house.providers.misbehave(provider, mishap);
      await house.paint([provider], { prompt, orderKey: 'task-1' }).catch((error: unknown) => errors.push(error));
    }
    await house.paint([provider], { prompt, orderKey: 'task-2' });
  }
  // What a provider says of a wrong key repeats it.
  await house.settings.set(house.db, imageSettings.blackboxKey, 'sk-wrong-unmistakable', null);
  await house.paint(['blackbox'], { prompt });
  const tables = await Promise.all([
    sql`select * from generation.calls`.execute(house.db),
    sql`select * from generation.image_purchases`.execute(house.db),
    sql`select * from kernel.settings`.execute(house.db),
  ]);
  expect(errors).toHaveLength(4);
  const told = errors.map((error) => (error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : String(error)));
  const written = JSON.stringify(tables.map(({ rows }) => rows)) + house.lines.join('\n') + told.join('\n');
  expect(house.lines.join('\n')).toContain('no picture: the next of the chain is asked');
  for (const secret of ['unmistakable', ...Object.values(house.providers.keys)]) expect(written).not.toContain(secret);
});
