import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, ORDER, openHouse } from '../test-house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const minuteAgo = (): Date => new Date(Date.now() - 60_000);

describe('a purchase that nobody heard of', () => {
  it('is found in the history with its times, and nothing is bought', async () => {
    const first = await house.speak(house.bought, {});
    const charged = house.provider.bill.charged;
    const again = await house.speak(house.bought, { boughtSince: minuteAgo() });
    expect(again).toMatchObject({ provider: 'elevenlabs', voice: first.voice, characters: ORDER.text.length });
    expect(again.words.map(({ text }) => text)).toEqual(first.words.map(({ text }) => text));
    expect(again.costUsd).toBeCloseTo(first.costUsd ?? 0, 9);
    expect(house.provider.bill.charged).toBe(charged);
    // It is in the books already.
    expect(house.books.purchases).toHaveLength(1);
  });

  it('without its times has its words shared out', async () => {
    house.provider.misbehave({ is: 'no_alignment' });
    await house.speak(house.bought, {});
    const { words, seconds } = await house.speak(house.bought, { boughtSince: minuteAgo() });
    expect(words.map(({ text }) => text).join(' ')).toBe(ORDER.text);
    expect(words.at(-1)?.until).toBeLessThanOrEqual(seconds);
  });

  it('is lost when there is none, an older one, another text, or another voice of theirs', async () => {
    const lost = { kind: 'lost_purchase', facts: { mayBeCharged: true, isPassing: false } };
    expect(await house.fault(house.bought, { boughtSince: minuteAgo() })).toMatchObject(lost);
    await house.speak(house.bought, { voice: 'elevenlabs:XB0fDUnXU5powFXDhCwa' });
    expect(await house.fault(house.bought, { boughtSince: minuteAgo(), text: 'Autre chose.' })).toMatchObject(lost);
    expect(await house.fault(house.bought, { boughtSince: minuteAgo(), voice: 'elevenlabs:21m00Tcm4TlvDq8ikWAM' })).toMatchObject(lost);
    house.provider.history.splice(0, 9, ...house.provider.history.map((item) => ({ ...item, date_unix: item.date_unix - 7200 })));
    expect(await house.fault(house.bought, { boughtSince: minuteAgo() })).toMatchObject(lost);
  });

  it('is looked for page by page, and the first after the intent counts', async () => {
    await house.speak(house.bought, {});
    const [mine] = house.provider.history;
    if (!mine) throw new Error('nothing was bought');
    const others = Array.from({ length: 150 }, (_, n) => ({ ...mine, history_item_id: `other-${n}`, text: `other ${n}` }));
    house.provider.history.push(...others);
    await house.speak(house.bought, { boughtSince: minuteAgo() });
    expect(house.provider.requests.filter(({ path }) => path.startsWith('/v1/history?'))).toHaveLength(2);
    expect(house.provider.requests.at(-1)?.path).toBe(`/v1/history/${mine.history_item_id}/audio`);
  });
});

it('knows voices, and offers who would speak', async () => {
  const { bought, embedded } = house;
  expect(await Promise.all(['thomas', 'espeak-fr', 'elevenlabs:x', 'nobody'].map((voice) => bought.knows(voice)))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(await embedded.knows('elevenlabs:x')).toBe(false);
  const asked = { text: ORDER.text, language: 'fr', voice: 'thomas' };
  expect(await bought.offer(asked)).toEqual({ provider: 'elevenlabs', mostUsd: (ORDER.text.length / 1000) * 0.3 });
  expect(await bought.offer({ ...asked, voice: 'espeak-fr' })).toEqual({ provider: 'embedded', mostUsd: 0 });
  expect(await embedded.offer({ ...asked, provider: 'elevenlabs' })).toEqual({ provider: 'embedded', mostUsd: 0 });
});
