import { beforeEach, describe, expect, it } from 'vitest';
import type { ImageMishap } from '#simulators/image-mishaps.ts';
import { SIMULATED, type SimulatedProvider } from '#simulators/image-models.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type ImageFaultKind, imageSettings } from '../generation.ts';
import { fetchPicture } from './fetch.ts';
import { type House, ORDER, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});

describe('each bad day is one kind of fault, and the painter paints all the same', () => {
  const long = { 'retry-after': '3600' };
  const days: readonly (readonly [string, ImageMishap, ImageFaultKind, readonly SimulatedProvider[]])[] = [
    ['429 that asks for an hour', { is: 'rate_limited', headers: long }, 'rate_limited', SIMULATED],
    ['no credit left', { is: 'no_credit' }, 'insufficient_credit', SIMULATED],
    ['500 for good', { is: 'status', status: 500, times: 3 }, 'unavailable', SIMULATED],
    ['a wrong request', { is: 'status', status: 422 }, 'bad_request', SIMULATED],
    ['a key that is not theirs', { is: 'status', status: 401 }, 'unauthorized', SIMULATED],
    ['the connection cut', { is: 'cut' }, 'unreachable', ['blackbox', 'openai', 'stability']],
    ['the answer cut', { is: 'cut_body' }, 'unreachable', ['blackbox', 'openai', 'stability']],
    ['a page instead of JSON', { is: 'html' }, 'unreadable', SIMULATED],
    ['a redirect', { is: 'redirect', times: 3 }, 'unavailable', ['openai']],
    ['half a picture', { is: 'truncated' }, 'unreadable', SIMULATED],
    ['no picture', { is: 'no_picture' }, 'unreadable', SIMULATED],
    ['a picture of 900 million pixels', { is: 'bomb' }, 'unreadable', SIMULATED],
    ['an address that leads inside', { is: 'private_redirect' }, 'unreadable', ['blackbox', 'openai', 'replicate']],
    ['an address inside', { is: 'private_address' }, 'unreadable', ['blackbox', 'openai', 'replicate']],
    ['a picture without end', { is: 'endless' }, 'unreadable', ['blackbox']],
    ['a page behind the address', { is: 'html_picture' }, 'unreadable', ['blackbox', 'replicate']],
    ['nothing behind the address', { is: 'missing_picture' }, 'unreadable', ['openai']],
    ['an error within a 200', { is: 'failed', times: 3 }, 'unavailable', ['blackbox']],
    ['a prediction that fails', { is: 'failed' }, 'unavailable', ['replicate']],
    ['a prediction that was forgotten', { is: 'data_removed' }, 'unreadable', ['replicate']],
  ];
  const cases = days.flatMap(([what, mishap, why, providers]) => providers.map((provider) => [what, provider, mishap, why] as const));
  it.each(cases)('%s (%s)', async (_what, provider, mishap, why) => {
    house.providers.misbehave(provider, mishap);
    expect(await house.paint([provider])).toMatchObject({ provider: 'embedded', fellBackFrom: [{ provider, why }] });
    const calls = await house.newCalls();
    expect(calls.every(({ outcome }) => outcome !== null && outcome !== 'answered')).toBe(true);
  });

  it.each(SIMULATED)('%s: no answer at all is waited for no longer than the order allows', async (provider) => {
    house.providers.misbehave(provider, { is: 'hang', times: 9 });
    expect(await house.paint([provider], { timeoutMs: 400 })).toMatchObject({
      provider: 'embedded',
      fellBackFrom: [{ provider, why: 'timeout' }],
    });
  });

  it('one that hangs leaves time for the next', async () => {
    house.providers.misbehave('blackbox', { is: 'hang' });
    expect(await house.paint(['blackbox', 'openai'], { timeoutMs: 6000 })).toMatchObject({
      provider: 'openai',
      fellBackFrom: [{ provider: 'blackbox', why: 'timeout' }],
    });
  });

  it.each(SIMULATED)('%s: what passes is asked again, and delivered by the same', async (provider) => {
    house.providers.misbehave(provider, { is: 'rate_limited', headers: { 'retry-after': '0' } });
    house.providers.misbehave(provider, { is: 'status', status: 503 });
    expect(await house.paint([provider])).toMatchObject({ provider, fellBackFrom: [] });
    expect((await house.newCalls()).map(({ outcome, tryNumber }) => [outcome, tryNumber])).toEqual([
      ['rate_limited', 1],
      ['failed', 2],
      ['answered', 3],
    ]);
  });

  it('429 without a patience is asked again soon, in a sentence it counts as well', async () => {
    house.providers.misbehave('blackbox', { is: 'rate_limited' });
    expect(await house.paint(['blackbox'])).toMatchObject({ provider: 'blackbox' });
    // Replicate says thirty seconds in words: longer than anybody wants to wait here, and it is left alone until then.
    house.providers.misbehave('replicate', { is: 'rate_limited' });
    const generation = house.with('replicate');
    await house.settings.set(house.db, imageSettings.chain, ['replicate'], null);
    const resting = { provider: 'embedded', fellBackFrom: [{ provider: 'replicate', why: 'rate_limited' }] };
    expect(await generation.paintImage(ORDER)).toMatchObject(resting);
    expect(await generation.paintImage(ORDER)).toMatchObject(resting);
    expect(house.providers.requests.filter(({ provider }) => provider === 'replicate')).toHaveLength(1);
    house.clock.set('2026-11-21T10:00:31Z');
    expect(await generation.paintImage(ORDER)).toMatchObject({ provider: 'replicate' });
  });

  it('a picture that is late behind its address is fetched again, not bought again', async () => {
    house.providers.misbehave('blackbox', { is: 'late_picture' });
    expect(await house.paint(['blackbox'])).toMatchObject({ provider: 'blackbox' });
    expect(house.providers.bought.blackbox).toBe(1);
  });

  it.each(['data_uri', 'markdown'] as const)('Blackbox AI may put it as %s', async (is) => {
    house.providers.misbehave('blackbox', { is });
    expect(await house.paint(['blackbox'])).toMatchObject({ provider: 'blackbox' });
  });

  it('after three orders that found it down it is left alone for a minute', async () => {
    const generation = house.with('stability');
    await house.settings.set(house.db, imageSettings.chain, ['stability'], null);
    house.providers.misbehave('stability', { is: 'cut', times: 3 });
    for (let order = 0; order < 4; order++)
      expect(await generation.paintImage(ORDER)).toMatchObject({ fellBackFrom: [{ why: 'unreachable' }] });
    expect(house.providers.requests).toHaveLength(3);
    house.clock.set('2026-11-21T10:01:01Z');
    expect(await generation.paintImage(ORDER)).toMatchObject({ provider: 'stability' });
  });

  it('a model that was withdrawn is followed by its successor, once found out', async () => {
    const { createPainting } = await import('./chain.ts');
    const { openai } = await import('./openai.ts');
    const { pino } = await import('pino');
    const place = { url: house.providers.urls.openai, key: house.providers.keys.openai, isFree: true };
    const line = { provider: openai, place, models: ['gpt-image-0', 'gpt-image-2'] };
    const places = {
      chain: async () => [line],
      state: () => Promise.reject(new Error('unused')),
      tryKey: () => Promise.reject(new Error('unused')),
    };
    const paint = createPainting({ db: house.db, clock: house.clock, settings: house.settings, log: pino({ level: 'silent' }), places });
    expect(await paint(ORDER)).toMatchObject({
      model: 'gpt-image-2',
      notes: expect.arrayContaining([{ code: 'model_replaced', asked: 'gpt-image-0' }]),
    });
    await paint(ORDER);
    expect((await house.newCalls()).map(({ model, outcome }) => [model, outcome])).toEqual([
      ['gpt-image-0', 'unknown_model'],
      ['gpt-image-2', 'answered'],
      ['gpt-image-2', 'answered'],
    ]);
  });
});

it('an address of this machine is fetched for a provider of this machine only', async () => {
  const [outside, here] = ['https://api.blackbox.ai', house.providers.urls.blackbox];
  const url = `${new URL(here).origin}/files/none.png`;
  const never = new AbortController().signal;
  await expect(fetchPicture('blackbox', outside, url, never)).rejects.toMatchObject({
    kind: 'unreadable',
    facts: { code: 'private-address' },
  });
  await expect(fetchPicture('blackbox', here, url, never)).rejects.toMatchObject({ kind: 'unreadable', facts: { httpStatus: 404 } });
});
