import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesIn, cashtagsIn, weightOf } from './x-text.ts';

/** Of twitter-text's conformance tests (validate.yml, WeightedTweetsCounterTest) and its configuration v3, or derived from it. */
test.each([
  ['', 0],
  ['This is a test.', 15],
  ['a'.repeat(280), 280],
  ['故人西辞黄鹤楼，烟花三月下扬州。', 32],
  ['日本語', 6],
  ['안녕하세요', 10],
  ['مرحبا بالعالم', 13],
  ['Où êtes-vous ?', 14],
  // Composed before it is counted.
  ['cafe\u0301', 4],
  ['“quotes” — dash', 15],
  // U+2026 is outside the light ranges, U+2014 is inside.
  ['…', 2],
  ['€', 2],
  ['H🐱☺👨‍👩‍👧‍👦', 7],
  ['🙋🏽👨‍🎤', 4],
  ['🇲🇦🇫🇷', 4],
  ['1️⃣', 2],
  ['©', 1],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
  ['http://test.com', 23],
  ['https://example.com/a/very/long/path/that/nobody/types?with=a&query=string#and-a-fragment', 23],
  ['http://a.io https://b.fr/x', 23 + 1 + 23],
  ['See example.com, then write.', 4 + 23 + 13],
  ['www.école.fr', 23],
  ['(https://fr.wikipedia.org/wiki/Test_(homonymie))', 1 + 23 + 1],
  ['https://example.com.', 24],
  // Neither an address of the web nor a known top-level domain.
  ['camille@example.com', 19],
  ['#example.com', 12],
  ['photo.jpg', 9],
  ['version 1.2.3', 13],
  ['fin.Début', 9],
])('%j weighs %i', (text, weight) => {
  expect(weightOf(text)).toBe(weight);
});

test('nothing weighs less than nothing, or more than two for each code point and twenty-three for each address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const most = 2 * [...text.normalize('NFC')].length + 23 * addressesIn(text).length;
      expect(weightOf(text)).toBeGreaterThanOrEqual(0);
      expect(weightOf(text)).toBeLessThanOrEqual(most);
    }),
  );
});

test('long texts made to be slow are counted all the same', () => {
  for (const text of ['é'.repeat(60_000), 'a.'.repeat(30_000), `http://x.com/${'(a'.repeat(30_000)}`, 'http://'.repeat(8_000)])
    expect(weightOf(text)).toBeGreaterThan(280);
});

test('cashtags are told from prices', () => {
  expect(cashtagsIn('$AAPL and $TSLA for $5, or a$B')).toEqual(['$AAPL', '$TSLA']);
});
