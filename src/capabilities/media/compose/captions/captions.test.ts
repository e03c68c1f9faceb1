/** V-094, V-095: words on the picture and beside it. */
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { CaptionStyle, CaptionWord } from '../compose.ts';
import { drawCaption } from './draw.ts';
import { layWords } from './lines.ts';
import { toSrt, toVtt } from './subtitles.ts';
import { captionRuns, pagesOf, runsWithin } from './timing.ts';

const STYLE: CaptionStyle = { look: 'box', size: 'medium', place: 'bottom', colour: '#ffffff', highlight: '#ffd23f' };
const said = (text: string, from: number, each = 0.4): CaptionWord[] =>
  text.split(' ').map((word, index) => ({ text: word, from: from + index * each, until: from + (index + 1) * each }));

test('each word is lit while it is said, and the page goes when the next one comes', () => {
  const runs = captionRuns([said('un deux', 1), said('trois', 2)], 10, 40, true);
  expect(runs.map(({ first, end, state }) => [first, end, state.active, state.words.length])).toEqual([
    [10, 14, 0, 2],
    [14, 20, 1, 2],
    [20, 28, 0, 1],
  ]);
  expect(runsWithin(runs, 12, 5).map(({ first, end }) => [first, end])).toEqual([
    [0, 2],
    [2, 5],
  ]);
});

test('pages break at the end of sentences, at pauses and before they are too long', () => {
  const words = [...said('Bonjour à tous.', 0), ...said('Voici une ville', 1.2), ...said('blanche', 4)];
  expect(pagesOf(words).map((page) => page.length)).toEqual([3, 3, 1]);
  expect(pagesOf(said('mot '.repeat(30).trim(), 0)).every((page) => page.map(({ text }) => text).join(' ').length <= 42)).toBe(true);
});

test('pages break where it reads best: after a comma, never after a little word, without a word left alone', () => {
  const shown = (text: string): string[] => pagesOf(said(text, 0)).map((page) => page.map((word) => word.text).join(' '));
  expect(shown('Il y a ce que l’on dit, et il y a ce que l’on voit.')).toEqual(['Il y a ce que l’on dit,', 'et il y a ce que l’on voit.']);
  expect(shown('Approchons-nous du marché de Marrakech au petit matin, entre épices, artisans et lumière dorée.')).toEqual([
    'Approchons-nous du marché de Marrakech',
    'au petit matin, entre épices,',
    'artisans et lumière dorée.',
  ]);
});

const lay = (text: string, room: number) =>
  layWords(createCanvas(8, 8).getContext('2d'), text.split(' '), room, 40, (size) => `${size}px sans-serif`);

test('long pages are wrapped inside the room, Arabic reads from the right', () => {
  const { placed, lines, width } = lay('Une phrase assez longue pour demander plusieurs lignes au moins', 420);
  expect(lines).toBeGreaterThan(1);
  expect(width).toBeLessThanOrEqual(420);
  for (const { x, width: wide } of placed) expect(x + wide).toBeLessThanOrEqual(width + 0.01);
  const arabic = lay('مرحبا بكم في Dar Baida 2024', 2000).placed;
  const at = (word: number): number => arabic.find((each) => each.word === word)?.x ?? Number.NaN;
  expect(at(0)).toBeGreaterThan(at(1));
  expect(at(1)).toBeGreaterThan(at(2));
  // Two words of the other direction keep theirs.
  expect(at(3)).toBeLessThan(at(4));
  expect(at(2)).toBeGreaterThan(at(4));
});

test('the word that is said has the colour of the highlight, and the drawing stays in the safe area of an upright film', () => {
  const film = { width: 540, height: 960 };
  const lit = drawCaption({ words: ['Casablanca', 'la', 'blanche'], active: 0 }, STYLE, film);
  const plain = drawCaption({ words: ['Casablanca', 'la', 'blanche'], active: -1 }, STYLE, film);
  const yellow = ({ canvas }: typeof lit): number => {
    const data = canvas.data();
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 200 && (data[at + 2] ?? 255) < 120) count += 1;
    return count;
  };
  expect(yellow(lit)).toBeGreaterThan(50);
  expect(yellow(plain)).toBe(0);
  expect(lit.top + lit.canvas.height).toBeLessThanOrEqual(960 * 0.8 + 1);
  expect(lit.left).toBeGreaterThanOrEqual(540 * 0.05);
  expect(lit.left % 2).toBe(0);
});

test('files of captions say the times and the words, never two pages at once', () => {
  const pages = [said('un <deux>', 1), [{ text: 'trois', from: 1.7, until: 3723.5 }]];
  expect(toSrt(pages)).toBe('1\n00:00:01,000 --> 00:00:01,700\nun <deux>\n\n2\n00:00:01,700 --> 01:02:03,500\ntrois\n');
  expect(toVtt(pages)).toContain('WEBVTT\n\n00:00:01.000 --> 00:00:01.700\nun &lt;deux&gt;\n');
});
