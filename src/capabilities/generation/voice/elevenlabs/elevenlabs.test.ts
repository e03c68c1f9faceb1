import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VoiceMishap } from '#simulators/voice-model.ts';
import { rememberingBooks } from '../../test-books.ts';
import { wordsOfVoiceFault } from '../messages.ts';
import { createVoices } from '../speaking.ts';
import { type House, levelBetween, loudnessOf, ORDER, openHouse } from '../test-house.ts';
import type { VoiceFaultKind } from '../voice.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('speech that is bought', () => {
  it('comes with every word at its time, levelled, with its cost and its number', async () => {
    const speech = await house.speak(house.bought, {});
    expect(speech).toMatchObject({ provider: 'elevenlabs', voice: 'GBv7mTt0atIp3Br8iCZE', characters: ORDER.text.length });
    expect(speech.costUsd).toBeCloseTo((ORDER.text.length * 0.3) / 1000, 9);
    expect(speech.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(speech.words.map(({ text }) => text).join(' ')).toBe(ORDER.text);
    speech.words.forEach(({ from, until }, index) => {
      expect(until).toBeGreaterThan(from);
      expect(from).toBeGreaterThanOrEqual(speech.words[index - 1]?.until ?? 0);
      // The tone of the word is where its time says, and stops where it ends.
      expect(levelBetween(speech.wav, from + 0.02, from + 0.06)).toBeGreaterThan(0.02);
    });
    const video = speech.words[3];
    expect(levelBetween(speech.wav, (video?.until ?? 0) - 0.2, (video?.until ?? 0) - 0.02)).toBeLessThan(0.005);
    const { loudness, peak } = await loudnessOf(speech.wav);
    expect(Math.abs(loudness + 16)).toBeLessThanOrEqual(0.5);
    expect(peak).toBeLessThanOrEqual(-1);
    expect(house.files()).toHaveLength(1);
  });

  it('is asked for as the documents say', async () => {
    await house.speak(house.bought, { rate: 3, stability: 0.2, similarityBoost: 0.9, previousText: 'Avant.', text: 'Bonjour 🎉 à tous' });
    const [request] = house.provider.requests;
    expect(request?.path).toBe('/v1/text-to-speech/GBv7mTt0atIp3Br8iCZE/with-timestamps?output_format=mp3_44100_128');
    expect(request?.headers['xi-api-key']).toBe(house.provider.key);
    expect(request?.body).toEqual({
      text: 'Bonjour à tous',
      model_id: 'eleven_multilingual_v2',
      voice_settings: { stability: 0.2, similarity_boost: 0.9, speed: 1.2 },
      previous_text: 'Avant.',
    });
  });

  it('a name whose voice they no longer have is spoken by its namesake, and bought once', async () => {
    const { voices, bill } = house.provider;
    voices.delete('GBv7mTt0atIp3Br8iCZE');
    voices.set('newThomas', { name: 'Thomas', gender: 'male', language: 'fr' });
    expect(await house.speak(house.bought, {})).toMatchObject({ voice: 'newThomas' });
    expect(bill.charged).toBe(ORDER.text.length);
  });

  it.each([{ is: 'no_alignment' }, { is: 'other_alignment' }] as const)(
    '$is: what was paid for is kept, its words are shared out',
    async (mishap) => {
      house.provider.misbehave(mishap);
      const { words, seconds } = await house.speak(house.bought, {});
      expect(words.map(({ text }) => text).join(' ')).toBe(ORDER.text);
      expect(words.at(-1)?.until).toBeLessThanOrEqual(seconds);
      expect(house.provider.bill.charged).toBe(ORDER.text.length);
    },
  );
});

describe('each bad day is one kind of fault, and nothing is bought twice', () => {
  const long = { 'retry-after': '3600' };
  const days: readonly (readonly [VoiceMishap, VoiceFaultKind, mayBeCharged: boolean, requests: number])[] = [
    [{ is: 'too_many', headers: long }, 'rate_limited', false, 1],
    [{ is: 'busy', headers: { 'retry-after': '0' }, times: 9 }, 'rate_limited', false, 3],
    [{ is: 'status', status: 500, times: 9 }, 'unavailable', true, 1],
    [{ is: 'status', status: 503, headers: { 'retry-after': '0' }, times: 9 }, 'unavailable', false, 3],
    [{ is: 'status', status: 504 }, 'timeout', true, 1],
    [{ is: 'status', status: 422 }, 'bad_request', false, 1],
    [{ is: 'redirect' }, 'unavailable', false, 1],
    [{ is: 'cut' }, 'unreachable', true, 1],
    [{ is: 'cut_body' }, 'unreachable', true, 1],
    [{ is: 'lost_answer' }, 'unreachable', true, 1],
    [{ is: 'html' }, 'unreadable', true, 1],
    [{ is: 'no_sound' }, 'unreadable', true, 1],
    [{ is: 'garbage' }, 'unreadable', true, 1],
  ];
  it.each(days)('%o: %s', async (mishap, kind, mayBeCharged, requests) => {
    house.provider.misbehave(mishap);
    const fault = await house.fault(house.bought, {});
    expect(fault).toMatchObject({ provider: 'elevenlabs', kind, facts: { mayBeCharged } });
    expect(house.provider.requests).toHaveLength(requests);
    expect(house.provider.bill.charged).toBeLessThanOrEqual(ORDER.text.length);
    expect(wordsOfVoiceFault(fault).ar).toMatch(/\p{Script=Arabic}/u);
    // Neither the key nor the text.
    expect(fault.message).not.toMatch(/sk_|Bienvenue/);
    expect(house.files()).toEqual([]);
  });

  it('what passes is asked again, and bought once', async () => {
    house.provider.misbehave({ is: 'too_many', headers: { 'retry-after': '0' } });
    expect(await house.speak(house.bought, {})).toMatchObject({ provider: 'elevenlabs' });
    expect(house.provider.requests).toHaveLength(2);
    expect(house.provider.bill.charged).toBe(ORDER.text.length);
  });

  it('a wrong key, an empty account and a voice of nobody are told apart', async () => {
    const { facts, provider } = house;
    const stranger = createVoices({ ...facts.bought, elevenlabs: { url: provider.url, key: 'sk_wrong' } }, rememberingBooks());
    expect(await house.fault(stranger, {})).toMatchObject({ kind: 'unauthorized', facts: { code: 'invalid_api_key', httpStatus: 401 } });
    provider.bill.left = 3;
    expect(await house.fault(house.bought, {})).toMatchObject({ kind: 'quota_exceeded' });
    expect(await house.fault(house.bought, { voice: 'elevenlabs:nobody' })).toMatchObject({ kind: 'unknown_voice' });
    const nowhere = createVoices({ ...facts.bought, elevenlabs: { url: 'http://127.0.0.1:9', key: 'k' } }, rememberingBooks());
    expect(await house.fault(nowhere, { timeoutMs: 20_000 })).toMatchObject({ kind: 'unreachable', facts: { mayBeCharged: false } });
  });

  it('no answer is waited for no longer than the order allows', async () => {
    house.provider.misbehave({ is: 'hang' });
    expect(await house.fault(house.bought, { timeoutMs: 300 })).toMatchObject({ kind: 'timeout', facts: { mayBeCharged: true } });
    expect(house.files()).toEqual([]);
  });

  it('whoever is no longer interested gets the own reason back', async () => {
    house.provider.misbehave({ is: 'hang' });
    const interest = new AbortController();
    const spoken = house.speak(house.bought, { signal: interest.signal });
    await expect.poll(() => house.provider.requests.length).toBe(1);
    interest.abort(new Error('cancelled by the person'));
    await expect(spoken).rejects.toThrow('cancelled by the person');
    expect(house.files()).toEqual([]);
  });

  it('nothing to say and too much to say are not even asked', async () => {
    expect(await house.fault(house.bought, { text: ' 🎉 … ' })).toMatchObject({ kind: 'nothing_to_say' });
    expect(await house.fault(house.bought, { text: 'mot '.repeat(3000) })).toMatchObject({ kind: 'too_long' });
    expect(house.provider.requests).toEqual([]);
  });
});
