import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { directionOf, visualRuns } from './bidi.ts';
import { faceFor } from './fonts.ts';
import { createPdf, type MemberCard, memberCardPdf, profilePdf, qrPng, qrSvg } from './printing.ts';
import { breakLines, measureLine, shorten } from './typesetting.ts';

/** What stands on paper, from left to right: each run's glyphs as the characters they stand for. */
const onPaper = (line: string, direction: 'ltr' | 'rtl'): string =>
  visualRuns(line, direction, 'regular')
    .flatMap((run) => run.face.font.layout(run.text, []).glyphs)
    .flatMap((glyph) => glyph.codePoints)
    .map((point) => String.fromCodePoint(point))
    .join('');
const turned = (text: string): string => [...text].reverse().join('');
const glyphNames = (text: string): string[] =>
  visualRuns(text, 'rtl', 'regular').flatMap((run) => run.face.font.layout(run.text, []).glyphs.map((glyph) => glyph.name));

const CARD: MemberCard = {
  code: 'MAF0042RAB',
  firstName: 'Salma',
  lastName: 'Benjelloun',
  qrUrl: 'https://studio.example/profile/view/MAF0042RAB',
  country: 'Maroc',
  city: 'Rabat',
  talents: [{ emoji: '💻', name: 'Développement Web' }, { name: 'Théâtre et comédie' }],
  availability: 'Disponible maintenant',
  siteName: 'Taalentio',
  language: 'fr',
};

describe('order of writing (UAX #9)', () => {
  it('turns Arabic around and keeps codes, numbers and Latin words as they are read', () => {
    expect(onPaper('سلمى', 'rtl')).toBe(turned('سلمى'));
    expect(onPaper('الرمز MAF0042RAB', 'rtl')).toBe(`MAF0042RAB ${turned('الرمز')}`);
    expect(onPaper('Casting 12 ممثلين', 'ltr')).toBe(`Casting 12 ${turned('ممثلين')}`);
    expect(onPaper('Casting 12 ممثلين', 'rtl')).toBe(`${turned('ممثلين')} Casting 12`);
  });

  it('names every letter, also one that was first drawn as a part of another', () => {
    const { font } = faceFor('À', 'bold');
    // What an accented letter does while it is drawn: its parts are fetched without their characters.
    for (const glyph of font.layout('ÀÉÎÕÚÝÇÑ').glyphs) void glyph.path;
    const named = font.layout('AEIOUYCN').glyphs.flatMap((glyph) => glyph.codePoints);
    expect(String.fromCodePoint(...named)).toBe('AEIOUYCN');
  });

  it('swaps brackets and keeps the number inside them', () => {
    expect(onPaper('أمينة (2024)', 'rtl')).toBe(`(2024) ${turned('أمينة')}`);
    expect(onPaper('سنة ٢٠٢٤', 'rtl')).toBe(`٢٠٢٤ ${turned('سنة')}`);
  });

  it('keeps a price together when its blanks do not break', () => {
    expect(onPaper('السعر 5\u00a0000 درهم', 'rtl')).toBe(`${turned('درهم')} 5\u00a0000 ${turned('السعر')}`);
  });

  it('takes the direction of free text from its first letter', () => {
    expect(directionOf('« Bonjour »', 'rtl')).toBe('ltr');
    expect(directionOf('(2024) مرحبا', 'ltr')).toBe('rtl');
    expect(directionOf('2024', 'rtl')).toBe('rtl');
  });
});

describe('shaping', () => {
  it('joins Arabic letters: initial, medial and final forms, and lam-alef in one', () => {
    expect(glyphNames('سلمى')).toEqual(['uniFEF0', 'uniFEE4', 'uniFEE0', 'uniFEB3']);
    expect(glyphNames('لا')).toEqual(['uniFEFB']);
  });

  it('draws the scripts and letters of the continent, each from a font that has them', () => {
    const drawn = (text: string): boolean =>
      visualRuns(text, 'ltr', 'bold').every((run) => run.face.font.layout(run.text, []).glyphs.every((glyph) => glyph.id !== 0));
    for (const text of ['Éléonore Cœur', 'Adébáyọ̀ Ṣóyínká', 'Ɓah Ŋɛ Wanjirũ', 'ሰላማዊት', 'ⴰⵣⵓⵍ', 'مُحَمَّد ﷲ', '💻 🎬 🧵'])
      expect(drawn(text), text).toBe(true);
    expect(faceFor('漢', 'regular').name).toBe(faceFor('a', 'regular').name); // an empty box, never an error
  });
});

describe('lines', () => {
  it('break at plain blanks only, and inside a word that is too long', () => {
    const lines = breakLines('Une phrase à 5\u00a0000 FCFA et un-mot-interminablement-long-sans-blanc-aucun', 'regular', 12, 110);
    expect(lines.join(' ')).toContain('5\u00a0000');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(measureLine(line, 'regular', 12)).toBeLessThanOrEqual(110.5);
  });

  it('are cut short with an ellipsis', () => {
    const cut = shorten('Oluwafunmilayo Adébáyọ̀-Ogunbanjo', 'bold', 20, 150);
    expect(cut).toMatch(/^Oluwaf.*…$/);
    expect(measureLine(cut, 'bold', 20)).toBeLessThanOrEqual(150);
  });
});

describe('PDF', () => {
  it('embeds subsets of the fonts it used and names title and language', async () => {
    const pdf = createPdf({ title: 'Essai', author: 'Taalentio', language: 'ar', size: [200, 200] });
    pdf.line('سلمى Salma', { x: 10, y: 40, width: 180 }, { size: 14 });
    const bytes = await pdf.end();
    const text = bytes.toString('latin1');
    expect(text).toMatch(/BaseFont \/[A-Z]{6}\+IBMPlexSansArabic-Regular/);
    expect(text).toMatch(/BaseFont \/[A-Z]{6}\+IBMPlexSans-Regular/);
    expect(text).toContain('/Lang (ar)');
    expect(bytes.length).toBeLessThan(20_000);
  });

  it('maps a ligature backwards, so that readers who turn the line find « لا » as it was typed', async () => {
    const pdf = createPdf({ title: 'Essai', author: 'Taalentio', language: 'ar', size: [200, 200] });
    pdf.line('لا', { x: 10, y: 40, width: 180 }, { size: 14 });
    expect(streamsOf(await pdf.end())).toContain('<0627 0644>');
  });

  it('keeps the text of « لا » after a document that had it as a part of « لأ »', () => {
    // In a process of its own, whose fonts have drawn nothing yet.
    const program = `
      import { createPdf } from ${JSON.stringify(new URL('./pdf.ts', import.meta.url).href)};
      const write = (text) => {
        const pdf = createPdf({ title: 'Essai', author: 'Taalentio', language: 'ar', size: [200, 200] });
        pdf.line(text, { x: 10, y: 40, width: 180 }, { size: 14 });
        return pdf.end();
      };
      await write('لأ');
      process.stdout.write((await write('لا')).toString('base64'));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
    expect(streamsOf(Buffer.from(printed, 'base64'))).toContain('<0627 0644>');
  });
});

/** The readable streams of a PDF, inflated. */
function streamsOf(pdf: Buffer): string {
  const parts: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at + 1)) {
    const start = pdf.indexOf('stream\n', at) + 7;
    const stored = pdf.subarray(start, pdf.indexOf('\nendstream', start));
    if (stored[0] === 0x78) parts.push(inflateSync(stored).toString('latin1'));
  }
  return parts.join('\n');
}

describe('the card of a person (T-412)', () => {
  it('has an A6 page and an A4 page, with or without a photo, in every language', async () => {
    const photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#a36' } })
      .png()
      .toBuffer();
    const cards = await Promise.all([
      memberCardPdf({ ...CARD, photo }),
      memberCardPdf({ ...CARD, language: 'ar', firstName: 'عبد الرحمن', lastName: 'الشافعي', city: 'القاهرة', country: 'مصر' }),
      memberCardPdf({
        ...CARD,
        language: 'en',
        lastName: 'Adébáyọ̀-Ogunbanjo the Third of Abeokuta',
        talents: [],
        city: null,
        availability: null,
      }),
    ]);
    for (const card of cards) {
      const text = card.toString('latin1');
      expect(card.subarray(0, 5).toString()).toBe('%PDF-');
      expect(text.match(/\/MediaBox \[0 0 [\d. ]+\]/g)).toEqual([
        '/MediaBox [0 0 297.637795 419.527559]',
        '/MediaBox [0 0 595.275591 841.889764]',
      ]);
    }
    expect(cards[0]?.toString('latin1').match(/\/DCTDecode/g)).toHaveLength(1);
  });

  it('is the same file for the same person', async () => {
    expect((await memberCardPdf(CARD)).equals(await memberCardPdf({ ...CARD }))).toBe(true);
  });

  it('fits a whole profile on one page', async () => {
    const bio = 'Je construis des services que l’on ouvre sur un petit téléphone. '.repeat(60);
    const contacts = ['salma@example.com', '+212 600 00 00 00'];
    const sheet = await profilePdf({ ...CARD, bio, education: 'INPT, Rabat', spoken: 'Arabe, français', years: 8, rate: null, contacts });
    expect(sheet.toString('latin1').match(/\/MediaBox/g)).toHaveLength(1);
  });
});

describe('QR codes (T-184, T-475)', () => {
  it('are sharp images with a quiet zone of four modules', async () => {
    const png = await qrPng(CARD.qrUrl, 300);
    const { width = 0, height } = await sharp(png).metadata();
    expect(width).toBe(height);
    expect(width).toBeGreaterThanOrEqual(300);
    const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
    const side = width / (33 + 8); // this address needs version 4: 33 modules, and four on each side
    const row = (y: number): number[] => [...data.subarray(y * info.width, (y + 1) * info.width)];
    expect(Number.isInteger(side)).toBe(true);
    expect(row(side * 4 - 1).every((value) => value === 255)).toBe(true);
    expect(row(side * 4)[side * 4]).toBeLessThan(60);
    expect(png.equals(await qrPng(CARD.qrUrl, 300))).toBe(true);
    expect(await qrSvg(CARD.qrUrl)).toMatch(/^<svg .*viewBox="0 0 41 41"/);
  });
});
