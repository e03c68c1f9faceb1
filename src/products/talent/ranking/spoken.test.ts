import { describe, expect, it } from 'vitest';
import { readMentioned, readSpoken } from './spoken.ts';
import { yearsIn } from './years.ts';

const spoken = (text: string): unknown => Object.fromEntries(readSpoken(text).map(({ code, level }) => [code, level]));
const mentioned = (text: string): readonly string[] => readMentioned(text).map(({ code }) => code);

describe('languages that people write down', () => {
  it.each([
    ['Arabe, français, anglais', { ar: 0, fr: 0, en: 0 }],
    ['Français (courant), anglais : C1 / espagnol notions', { fr: 2, en: 3, es: 1 }],
    ['Wolof, français, anglais, notions de pulaar', { wo: 0, fr: 0, en: 0, ff: 1 }],
    ['Arabe marocain, native English, some Twi', { ary: 0, en: 4, ak: 1 }],
    ['العربية، الفرنسية، الإنجليزية بطلاقة', { ar: 0, fr: 0, en: 2 }],
    ['Darija\nTachelhit (langue maternelle)\nFrançais – bilingue', { ary: 0, shi: 4, fr: 3 }],
    ['FRANCAIS; ANGLAIS COURANT', { fr: 0, en: 2 }],
  ])('reads « %s »', (text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });

  it('in other texts, only where languages are what is spoken of', () => {
    expect(mentioned('Monteur à Douala. J’aime le cinéma arabe.')).toEqual([]);
    expect(mentioned('Je parle anglais. Né à Douala.')).toEqual(['en']);
    expect(mentioned('Langues : français, anglais (courant)')).toEqual(['fr', 'en']);
    expect(mentioned('I work in English and French')).toEqual(['en', 'fr']);
  });
});

describe('years of experience in a text', () => {
  it.each([
    ['Huit ans d’expérience dans le montage', 8],
    ['Over 12 years of experience', 12],
    ['Graphiste, 5 années d’expérience.', 5],
    ['خبرة 6 سنوات في التصوير', 6],
    ['J’ai 30 ans et je cherche', undefined],
    ['En 2019, 3 films', undefined],
  ])('%s', (text, years) => {
    expect(yearsIn(text)).toBe(years);
  });
});
