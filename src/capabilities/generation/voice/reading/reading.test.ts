import { describe, expect, it } from 'vitest';
import { aloud } from './aloud.ts';
import { numberInWords, ordinalInWords, yearInWords } from './numbers.ts';
import { LONGEST, scriptOf, sentencesOf } from './sentences.ts';

const said = (text: string, language: string): string =>
  sentencesOf(text, language)
    .map(({ pieces }) => scriptOf(pieces).text)
    .join(' ');
const written = (text: string, language: string): readonly string[] =>
  sentencesOf(text, language).flatMap(({ pieces }) => pieces.map((piece) => piece.text));

describe('numbers in words', () => {
  it.each([
    ['fr', '0', 'zéro'],
    ['fr', '21', 'vingt et un'],
    ['fr', '71', 'soixante et onze'],
    ['fr', '80', 'quatre-vingts'],
    ['fr', '81', 'quatre-vingt-un'],
    ['fr', '91', 'quatre-vingt-onze'],
    ['fr', '200', 'deux cents'],
    ['fr', '1956', 'mille neuf cent cinquante-six'],
    ['fr', '80000', 'quatre-vingt mille'],
    ['fr', '200000', 'deux cent mille'],
    ['fr', '2000000', 'deux millions'],
    ['en', '115', 'one hundred and fifteen'],
    ['en', '1000000', 'one million'],
    ['en', '42', 'forty-two'],
    ['ar', '45', 'خمسة وأربعون'],
    ['ar', '2000', 'ألفان'],
    ['ar', '3200', 'ثلاثة آلاف ومئتان'],
    ['ar', '11', 'أحد عشر'],
  ] as const)('%s %s', (language, digits, words) => {
    expect(numberInWords(digits, language)).toBe(words);
  });

  it('what begins with zero, and what is longer than anybody counts, digit by digit', () => {
    expect(numberInWords('0612', 'fr')).toBe('zéro six un deux');
    expect(numberInWords('1234567890123', 'en')).toMatch(/^one two three/);
  });

  it('years and ordinals', () => {
    expect(yearInWords('1984', 'en')).toBe('nineteen eighty-four');
    expect(yearInWords('2005', 'en')).toBe('two thousand five');
    expect(yearInWords('2026', 'en')).toBe('twenty twenty-six');
    expect(yearInWords('1905', 'en')).toBe('nineteen oh five');
    expect(yearInWords('2026', 'fr')).toBe('deux mille vingt-six');
    expect(ordinalInWords('21', 'en')).toBe('twenty-first');
    expect(ordinalInWords('1', 'fr', true)).toBe('première');
    expect(ordinalInWords('9', 'fr')).toBe('neuvième');
  });
});

describe('what is written short is spoken long', () => {
  it.each([
    ['fr', '12,5 km', 'douze virgule cinq kilomètres.'],
    ['fr', '1 200 €', 'mille deux cents euros.'],
    ['fr', '1 m', 'un mètre.'],
    ['fr', '45 %', 'quarante-cinq pour cent.'],
    ['fr', 'à 14h30', 'à quatorze heures trente.'],
    ['fr', 'le 01/05/2024', 'le premier mai deux mille vingt-quatre.'],
    ['fr', 'M. Dupont', 'monsieur Dupont.'],
    ['fr', 'l’UE', "l'u e."],
    ['fr', 'la SNCF', 'la esse enne cé effe.'],
    ['fr', 'l’OTAN', "l'otan."],
    ['fr', '−5 °C', 'moins cinq degrés.'],
    ['fr', 'www.example.com/page?x=1', 'example point com.'],
    ['en', '$1,200.50', 'one thousand two hundred point five zero dollars.'],
    ['en', '10-20%', 'ten to twenty percent.'],
    ['en', 'the 3rd', 'the third.'],
    ['en', 'Dr. Who at 9:05', 'Doctor Who at nine oh five.'],
    ['en', 'on 2024-05-12', 'on the twelfth of May twenty twenty-four.'],
    ['en', 'the U.S.A.', 'the you ess ay.'],
    ['en', 'me@x.com', 'me at x dot com.'],
    ['ar', '٤٥٪', 'خمسة وأربعون بالمئة.'],
    ['ar', '300 كم', 'ثلاثمئة كيلومتر.'],
  ])('%s %s', (language, text, words) => {
    expect(said(text, language)).toBe(words);
  });

  it('shouted sentences are no acronyms, and pictograms are not read', () => {
    expect(said('ACHETEZ MAINTENANT ICI !', 'fr')).toBe('achetez maintenant ici!');
    expect(said('Bravo 🎉👩‍👩‍👧 à tous 🇲🇦.', 'fr')).toBe('Bravo à tous.');
    expect(said('🎉 ✨ —', 'fr')).toBe('');
  });

  it('nothing of what an engine takes for markup reaches it', () => {
    expect(aloud('<speed', 'fr')).toBe('speed');
    expect(said('a <b>bold</b> & [[x]] `code`', 'de')).not.toMatch(/[<>&[\]`]/);
  });
});

describe('sentences', () => {
  it('every written word is there, once, in order, with its punctuation', () => {
    const text = 'Bonjour ! Le 3 mai 2024, 45 % des foyers — enfin presque — ont payé 1 200 € à M. Dupont.';
    expect(written(text, 'fr').join(' ')).toBe(text);
    expect(written(text, 'fr')).toEqual(expect.arrayContaining(['Bonjour !', '45 %', '1 200 €', 'M.']));
  });

  it('an abbreviation and a decimal point end no sentence', () => {
    expect(sentencesOf('M. Dupont a 3.5 kg de sel. Il part.', 'fr')).toHaveLength(2);
    expect(sentencesOf('Mr. Smith paid $3.50. He left.', 'en')).toHaveLength(2);
  });

  it('the silence behind is as long as the stop asks', () => {
    const [comma, question, paragraph] = [sentencesOf('a. b', 'fr')[0], sentencesOf('a ? b', 'fr')[0], sentencesOf('a.\n\nb.', 'fr')[0]];
    expect(question?.pause).toBeGreaterThan(comma?.pause ?? 9);
    expect(paragraph?.pause).toBeGreaterThan(question?.pause ?? 9);
  });

  it('none is longer than a breath, and cuts fall on stops where there are some', () => {
    const long = `${'mot '.repeat(30)}fin, ${'autre '.repeat(60)}et encore`;
    const sentences = sentencesOf(long, 'fr');
    expect(sentences.length).toBeGreaterThan(2);
    for (const { pieces } of sentences) expect(scriptOf(pieces).text.length).toBeLessThanOrEqual(LONGEST + 2);
    expect(sentences[0]?.pieces.at(-1)?.text).toBe('fin,');
    expect(sentences.flatMap(({ pieces }) => pieces)).toHaveLength(long.split(/\s+/).length);
  });

  it('Arabic stops are stops', () => {
    const sentences = sentencesOf('مرحبا بكم، هل أنتم بخير؟ نعم؛ شكرا.', 'ar');
    expect(sentences).toHaveLength(2);
    expect(sentences[0]?.pieces.map(({ stop }) => stop)).toEqual(['', ',', '', '', '?']);
  });
});
