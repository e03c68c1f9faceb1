import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../reading/sentences.ts';
import { energyOf } from './energy.ts';
import { estimateTimes } from './estimate.ts';

const RATE = 16_000;

/** A tone between each pair of seconds. */
function toneBetween(spans: readonly (readonly [number, number])[], seconds: number): Int16Array {
  const samples = new Int16Array(seconds * RATE);
  for (const [from, until] of spans) {
    for (let at = Math.round(from * RATE); at < until * RATE; at++) samples[at] = 9000 * Math.sin((2 * Math.PI * 180 * at) / RATE);
  }
  return samples;
}

describe('where somebody speaks', () => {
  it('is found within five milliseconds, and so are the silences within', () => {
    const { speech, gaps } = energyOf(
      toneBetween(
        [
          [0.2, 1],
          [1.3, 2],
        ],
        2.5,
      ),
      RATE,
    );
    expect(speech.from).toBeCloseTo(0.2, 2);
    expect(speech.until).toBeCloseTo(2, 2);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.from).toBeCloseTo(1, 2);
    expect(gaps[0]?.until).toBeCloseTo(1.3, 2);
  });

  it('closures of consonants are no silences', () => {
    expect(
      energyOf(
        toneBetween(
          [
            [0.2, 1],
            [1.02, 2],
          ],
          2.5,
        ),
        RATE,
      ).gaps,
    ).toEqual([]);
  });

  it('a sound without anybody has no end before its beginning', () => {
    const { speech } = energyOf(new Int16Array(RATE), RATE);
    expect(speech.until).toBeGreaterThanOrEqual(speech.from);
  });
});

const piecesOf = (text: string, language: string) => sentencesOf(text, language).flatMap(({ pieces }) => pieces);

describe('words without events', () => {
  it('are never at once and never backwards, from the first sound to the last', () => {
    const speech = { from: 0.1, until: 4.1 };
    const times = estimateTimes(piecesOf('Un, deux, trois petits chats dorment au soleil', 'fr'), 'fr', { speech, gaps: [] });
    expect(times[0]?.from).toBe(0.1);
    expect(times.at(-1)?.until).toBeCloseTo(4.1, 6);
    times.forEach(({ from, until }, index) => {
      expect(until).toBeGreaterThan(from);
      expect(from).toBeGreaterThanOrEqual(times[index - 1]?.until ?? 0);
    });
  });

  it('begin after the silence that belongs to the comma, not after a hesitation elsewhere', () => {
    const gaps = [
      { from: 0.5, until: 0.56 },
      { from: 2, until: 2.3 },
    ];
    const times = estimateTimes(piecesOf('Voici mon grand jardin, voilà ma petite maison', 'fr'), 'fr', {
      speech: { from: 0, until: 4.2 },
      gaps,
    });
    expect(times[3]?.until).toBe(2);
    expect(times[4]?.from).toBe(2.3);
  });

  it('longer words take longer', () => {
    const [a, b] = estimateTimes(piecesOf('la consolidation', 'fr'), 'fr', { speech: { from: 0, until: 1 }, gaps: [] });
    expect(b && a && b.until - b.from > 3 * (a.until - a.from)).toBe(true);
  });
});

interface Heard {
  readonly text: string;
  readonly begins: readonly (number | null)[];
  readonly speech: readonly [number, number];
  readonly gaps: readonly (readonly [number, number])[];
}
/** What espeak-ng told of paragraphs that the weights were not fitted to. */
const events = JSON.parse(readFileSync(new URL('./espeak-events.json', import.meta.url), 'utf8')) as Record<
  'fr' | 'en' | 'ar',
  readonly Heard[]
>;

/** Seconds between what an engine told and what is estimated, sorted. */
function errors(language: 'fr' | 'en' | 'ar'): readonly number[] {
  return events[language]
    .flatMap(({ text, begins, speech: [from, until], gaps }) => {
      const spans = gaps.map(([start, end]) => ({ from: start, until: end }));
      const times = estimateTimes(piecesOf(text, language), language, { speech: { from, until }, gaps: spans });
      expect(times).toHaveLength(begins.length);
      return begins.flatMap((begin, index) => (begin === null ? [] : [Math.abs(begin - (times[index]?.from ?? 0))]));
    })
    .sort((a, b) => a - b);
}

describe('the estimate beside the events of an engine', () => {
  it.each(['fr', 'en', 'ar'] as const)('%s: half of the words within 80 ms, nine of ten within 250 ms', (language) => {
    const sorted = errors(language);
    expect(sorted.length).toBeGreaterThan(30);
    expect(sorted[sorted.length >> 1]).toBeLessThanOrEqual(0.08);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(0.25);
  });
});
