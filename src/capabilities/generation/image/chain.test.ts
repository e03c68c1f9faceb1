import { beforeEach, describe, expect, it } from 'vitest';
import { say } from '#kernel/message.ts';
import type { ImageMishap } from '#simulators/image-mishaps.ts';
import { SIMULATED, type SimulatedProvider } from '#simulators/image-models.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { ImageRefusal, imageSettings } from '../generation.ts';
import { type House, ORDER, openHouses } from './test-house.ts';
import { wordsOfNote } from './words.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});

describe('who is asked', () => {
  it('nobody outside, when nothing is configured', async () => {
    await house.settings.set(house.db, imageSettings.models, {}, null);
    expect(await house.with().paintImage(ORDER)).toMatchObject({ provider: 'embedded', fellBackFrom: [] });
    expect(house.providers.requests).toEqual([]);
  });

  it('whoever has a key, Blackbox AI first', async () => {
    expect(await house.with(...SIMULATED).paintImage(ORDER)).toMatchObject({ provider: 'blackbox' });
    expect(await house.with('replicate', 'stability').paintImage(ORDER)).toMatchObject({ provider: 'stability' });
  });

  it('as the administrator has it, the embedded painter always last, and who lacks a key is said', async () => {
    await house.settings.set(house.db, imageSettings.chain, ['replicate', 'stability'], null);
    expect(await house.with('stability').paintImage(ORDER)).toMatchObject({
      provider: 'stability',
      fellBackFrom: [{ provider: 'replicate', why: 'not_configured' }],
    });
    await house.settings.set(house.db, imageSettings.chain, ['embedded', 'stability'], null);
    expect(await house.with('stability').paintImage(ORDER)).toMatchObject({ provider: 'embedded', fellBackFrom: [] });
  });

  it('one after the other until one delivers, and says who did not', async () => {
    house.providers.misbehave('blackbox', { is: 'no_credit' });
    house.providers.misbehave('openai', { is: 'status', status: 400 });
    house.providers.misbehave('stability', { is: 'status', status: 403 });
    expect(await house.paint([...SIMULATED])).toMatchObject({
      provider: 'replicate',
      fellBackFrom: [
        { provider: 'blackbox', why: 'insufficient_credit' },
        { provider: 'openai', why: 'bad_request' },
        { provider: 'stability', why: 'unauthorized' },
      ],
    });
    expect((await house.newCalls()).map(({ provider, outcome, purpose }) => [purpose, provider, outcome])).toEqual([
      ['image', 'blackbox', 'quota'],
      ['image', 'openai', 'failed'],
      ['image', 'stability', 'unauthorized'],
      ['image', 'replicate', 'answered'],
    ]);
  });
});

describe('a refusal for safety', () => {
  const refusals: readonly (readonly [SimulatedProvider, ImageMishap['is']])[] = [
    ...SIMULATED.map((provider) => [provider, 'refused'] as const),
    ...SIMULATED.map((provider) => [provider, 'refused_late'] as const),
    ['blackbox', 'says_no'],
  ];
  it.each(refusals)('of %s (%s) goes to nobody else', async (provider, is) => {
    house.providers.misbehave(provider, { is } as ImageMishap);
    const others = SIMULATED.filter((name) => name !== provider);
    const refusal = await house.paint([provider, ...others], { orderKey: 'a-task' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImageRefusal);
    expect(new Set(house.providers.requests.map((request) => request.provider))).toEqual(new Set([provider]));
    const { reason } = refusal as ImageRefusal;
    expect(say(reason, 'fr')).toMatch(/a refusé cette description pour des raisons de sécurité. Reformulez-la/);
    expect(say(reason, 'en')).toMatch(/refused this description/);
    expect(say(reason, 'ar')).toMatch(/رفض هذا الوصف/);
    expect(await house.newCalls()).toMatchObject([{ outcome: 'refused' }]);
  });

  it('is told by its words, not by its status: the same status for another reason falls through', async () => {
    house.providers.misbehave('stability', { is: 'status', status: 403, message: 'This key may not use this model' });
    house.providers.misbehave('openai', { is: 'status', status: 400, message: 'Billing address is missing' });
    expect(await house.paint(['stability', 'openai'])).toMatchObject({ provider: 'embedded' });
  });
});

it('every note has words in three languages', () => {
  const notes = [
    { code: 'cropped', from: '1536×1024', to: '1024×1024' },
    { code: 'seed_changed', seed: 7 },
    { code: 'prompt_shortened', sent: 10, of: 12 },
    { code: 'model_replaced', asked: 'gpt-image-0' },
    { code: 'seed_not_supported' },
    { code: 'understood', places: ['beach'], things: [], people: 0, time: null, weather: [], words: 2, of: 3 },
  ] as const;
  for (const note of notes) {
    const { message, params } = wordsOfNote(note);
    for (const language of ['fr', 'en', 'ar'] as const) expect(say(message, language, params)).not.toMatch(/[{}]|^$/);
  }
  const { message, params } = wordsOfNote(notes[0]);
  expect(say(message, 'fr', params)).toBe('Recadrée au centre : reçue en 1536×1024, gardée en 1024×1024.');
});
