import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#test/readers.ts';
import { type Cell, csvStream, xlsxBook, xlsxStream } from './sheet.ts';

const columns = [
  { header: 'Code' },
  { header: 'Nom', width: 30 },
  { header: 'Né le', kind: 'date' },
  { header: 'Inscrit', kind: 'datetime' },
  { header: 'Heures', kind: 'decimal' },
] as const;
const rows: readonly (readonly Cell[])[] = [
  ['=1+1', 'Aïcha محمد 😀', new Date(Date.UTC(1990, 4, 15)), new Date('2025-10-15T10:30:00Z'), 10.25],
  ['+212600000000', ' "guillemets", et\nretour', null, null, -3],
  ['@cmd|calc', 'bad\u0000\u0001 char', null, null, 0],
];

describe('sheets', () => {
  it('T-754 T-762 writes workbooks that another program reads cell by cell, formulas kept as text', async () => {
    const [sheet] = readWorkbook(await buffer(xlsxStream({ name: 'Gens: a/b?', columns, rows })));
    expect(sheet?.title).toBe('Gens  a b');
    expect(sheet?.rows).toEqual([
      ['Code', 'Nom', 'Né le', 'Inscrit', 'Heures'],
      ['=1+1', 'Aïcha محمد 😀', '1990-05-15T00:00:00', '2025-10-15T10:30:00', 10.25],
      ['+212600000000', ' "guillemets", et\nretour', null, null, -3],
      ['@cmd|calc', 'bad char', null, null, 0],
    ]);
  });

  it('writes several sheets in one book', async () => {
    const sheets = readWorkbook(
      await xlsxBook([
        { name: 'Un', columns, rows },
        { name: 'Deux', columns, rows: [] },
      ]),
    );
    expect(sheets.map(({ title, rows: { length } }) => [title, length])).toEqual([
      ['Un', 4],
      ['Deux', 1],
    ]);
    expect(sheets[0]?.rows[1]?.[0]).toBe('=1+1');
  });

  it('T-758 T-760 writes CSV that no spreadsheet runs: formulas get an apostrophe, numbers and phones stay', async () => {
    const csv = await text(csvStream({ columns, rows }));
    expect(csv.replace(/^\ufeff/, '').split('\r\n')).toEqual([
      'Code,Nom,Né le,Inscrit,Heures',
      "'=1+1,Aïcha محمد 😀,1990-05-15,2025-10-15T10:30:00,10.25",
      '+212600000000," ""guillemets"", et\nretour",,,-3',
      "'@cmd|calc,bad char,,,0",
      '',
    ]);
  });

  it('begins CSV with the mark that Excel needs for accents', async () => {
    const bytes = await buffer(csvStream({ columns, rows: [] }));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('pulls rows only as fast as they are read', async () => {
    let made = 0;
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      for (;;) {
        made += 1;
        yield ['x'.repeat(200), String(made), null, null, made];
      }
    }
    const stream = xlsxStream({ name: 'x', columns, rows: endless() });
    for await (const _chunk of stream) break;
    expect(made).toBeLessThan(20_000);
  });
});
