import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type BriefKind, describeCriterion, readBrief } from './briefs.ts';
import { shippedCatalogue, TODAY } from './test-catalogue.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  catalogue = await shippedCatalogue(await freshDatabase());
});
const read = (kind: BriefKind, text: string) => readBrief(kind, text, { catalogue, today: TODAY });

const fragment = fc.constantFrom(
  'actrice',
  'acteur',
  'femme',
  'homme',
  '25-35 ans',
  '5 ans',
  "d'expérience",
  '1m80',
  'minimum',
  'indispensable',
  'souhaité',
  'pas',
  'sans',
  'anglais',
  'courant',
  'ou',
  'et',
  'Casablanca',
  'Sénégal',
  'du 3 au 12 mars',
  '31/02/2027',
  '99 ans',
  'yeux',
  'verts',
  'équitation',
  ',',
  '.',
  ':',
  '\n',
  '\n\n',
  '- ',
  '(',
  ')',
  'ممثلة',
  'خبرة',
  '5 سنوات',
  'أو',
  'ضروري',
  '0',
  '120-10 ans',
  "5'11",
  'entre 40 et',
  'ans ans',
  '2027-13-45',
  'React',
);
const anyBrief = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fragment, { maxLength: 40 }).map((list) => list.join(' ')),
);
const STANDARD = new Set([
  'talent',
  'language',
  'city',
  'country',
  'experience',
  'availability',
  'work_mode',
  'work_time',
  'dates',
  'word',
]);
const PERSONAL = new Set(['gender', 'age', 'height', 'eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build', 'ethnicity']);

describe('whatever the brief', () => {
  it('its criteria are few, different, well formed and told in three languages', () => {
    fc.assert(
      fc.property(anyBrief, fc.constantFrom<BriefKind>('standard', 'cinema'), (text, kind) => {
        const { criteria } = read(kind, text);
        expect(criteria.length).toBeLessThanOrEqual(40);
        expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
        for (const criterion of criteria) {
          if (kind === 'standard') expect(STANDARD).toContain(criterion.kind);
          if (criterion.min !== undefined && criterion.max !== undefined) expect(criterion.min).toBeLessThanOrEqual(criterion.max);
          if (criterion.from !== undefined) expect(criterion.from).toMatch(/^\d{4}-\d\d-\d\d$/);
          if (criterion.from !== undefined && criterion.to !== undefined) expect(criterion.to >= criterion.from).toBe(true);
          const isNumber = criterion.min !== undefined || criterion.max !== undefined || criterion.from !== undefined;
          expect(isNumber || criterion.values.length > 0).toBe(true);
          for (const language of ['fr', 'en', 'ar'] as const)
            expect(describeCriterion(criterion, language, catalogue)).toMatch(/[\p{L}\p{N}]/u);
        }
        expect(read(kind, text)).toEqual(read(kind, text));
      }),
      { numRuns: 800 },
    );
  });

  it('a standard one asks the same of everybody when personal words are added to it', () => {
    const personal = fc.constantFrom(
      'jeune femme',
      'homme',
      '25-35 ans',
      'yeux verts',
      'peau noire',
      'de nationalité malienne',
      'célibataire',
      '1m80',
      'رجل',
      'blonde',
    );
    fc.assert(
      fc.property(fc.array(personal, { maxLength: 4 }), (added) => {
        const plain = read('standard', 'Graphiste à Dakar. Anglais courant exigé.').criteria;
        const more = read('standard', `Graphiste à Dakar. Anglais courant exigé. ${added.join('. ')}`).criteria;
        expect(more.some(({ kind }) => PERSONAL.has(kind))).toBe(false);
        expect(more.map(({ id, must }) => [id, must])).toEqual(plain.map(({ id, must }) => [id, must]));
      }),
    );
  });

  it.each([
    'anglais courant ',
    'anglais ou ',
    'du 3 au 12 mars ',
    '1-',
    '1/1/',
    '1',
    'a',
    '\n',
    '(',
    'de ',
    'yeux verts ',
    'indispensable ',
    'indispensable :\n',
    'pas ',
    'ممثلة و',
    'actrice ',
    'entre 10 et ',
    'anglais, ',
    "d'",
    'chef de de ',
    'react native ',
    '１',
    '\u0301',
    '😀',
    '25-35 ans ',
    '1m80 à ',
  ])('%j a thousand times is read to the end', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    for (const kind of ['standard', 'cinema'] as const) expect(read(kind, text).criteria.length).toBeLessThanOrEqual(40);
  });
});

/** What numbers, days and orders are made of, in any order. */
const pieces = fc
  .array(
    fc.constantFrom(
      ..."0 00 31 99 100 2000 2099 12/31/2027 31/02 00/00/00 2027-13-45 25-18 18-25 180cm 6'11 1m00 99+ + - / , : . \n ( ) au à to من و ل الي mars 30 février مايو ans years سنة عام خبرة quatre-vingt-dix-neuf ثمانية عشر un deux his père et mère ou or أو must obligatoire pas sans Dakar من الرباط AWS moto homme femme ممثلات".split(
        ' ',
      ),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(' '));

it('is read whatever its numbers, days and orders', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom('standard' as const, 'cinema' as const), (text, kind) => {
      const { criteria } = readBrief(kind, text, { catalogue, today: TODAY });
      for (const { min, max, from, to } of criteria) {
        if (min !== undefined && max !== undefined) expect(min).toBeLessThanOrEqual(max);
        if (from !== undefined && to !== undefined) expect(from <= to).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
