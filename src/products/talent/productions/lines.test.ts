import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWords, readWorks, writeWorks } from './lines.ts';

const worksOf = (text: string) => {
  const read = readWorks(text);
  return read.ok ? read.value : read.error;
};

describe('T-974 T-978 lists typed one thing a line', () => {
  it.each([
    ['Le Grand Voyage (2020)', { title: 'Le Grand Voyage', year: 2020 }],
    ['Nuits de Casablanca, 2022', { title: 'Nuits de Casablanca', year: 2022 }],
    ['Timbuktu – 2014', { title: 'Timbuktu', year: 2014 }],
    ['  - Atlantique [2019]', { title: 'Atlantique', year: 2019 }],
    ['ليالي الدار البيضاء (2022)', { title: 'ليالي الدار البيضاء', year: 2022 }],
    ['Blade Runner 2049', { title: 'Blade Runner 2049', year: null }],
    ['2012', { title: '2012', year: null }],
    ['Agent (0007)', { title: 'Agent (0007)', year: null }],
    ['Sans année', { title: 'Sans année', year: null }],
  ])('reads « %s »', (line, work) => {
    expect(worksOf(line)).toEqual([work]);
  });

  it('skips empty lines and what is said twice, and names the line at fault', () => {
    expect(readWords('\nISO 9001\r\n\r\n• CCM Certifié\nISO 9001\n')).toEqual({ ok: true, value: ['ISO 9001', 'CCM Certifié'] });
    expect(readWords(`court\n${'x'.repeat(201)}`)).toMatchObject({ ok: false, error: { params: { line: 2 } } });
    expect(readWords(Array.from({ length: 61 }, (_, i) => `ligne ${i}`).join('\n')).ok).toBe(false);
    expect(readWords('').ok && readWords(undefined).ok).toBe(true);
  });

  it('writes back what it read', () => {
    const title = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => /^[\p{L}][\p{L} ]*[\p{L}]$/u.test(text));
    const year = fc.option(fc.integer({ min: 1880, max: 2200 }), { nil: null });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ title, year }), { maxLength: 8, selector: (work) => work.title.normalize('NFC') }),
        (works) => {
          const same = works.map((work) => ({ ...work, title: work.title.normalize('NFC') }));
          expect(worksOf(writeWorks(same))).toEqual(same);
        },
      ),
    );
  });
});
