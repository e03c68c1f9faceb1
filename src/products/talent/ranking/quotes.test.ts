import { describe, expect, it } from 'vitest';
import { cutAround } from './quotes.ts';

const quote = (text: string, words: string): string => {
  const start = text.indexOf(words);
  return cutAround(text, { start, end: start + words.length });
};

describe('the words that prove a criterion', () => {
  it('are quoted with their line when it is short', () => {
    expect(quote('Parcours\n  Monteuse à Dakar  \nLangues', 'Monteuse')).toBe('Monteuse à Dakar');
    expect(quote('Une phrase. Une autre.', 'autre')).toBe('Une phrase. Une autre.');
  });

  it('else with as much around them as fits in 80 characters, whole words only', () => {
    const text = `${'avant '.repeat(40)}le montage vidéo ${'après '.repeat(40)}`;
    const cut = quote(text, 'montage vidéo');
    expect(cut.length).toBeLessThanOrEqual(80);
    expect(cut).toMatch(/^…(avant )+le montage vidéo( après)+ ?…$/);
    expect(quote(`Montage ${'après '.repeat(40)}`, 'Montage')).toMatch(/^Montage( après)+ ?…$/);
    expect(quote('x'.repeat(500), 'x'.repeat(300)).length).toBeLessThanOrEqual(80);
  });
});
