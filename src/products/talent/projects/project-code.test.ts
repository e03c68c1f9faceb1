import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyInitials, placesOf, plainCode, projectCode, projectCodeSpellings } from './project-code.ts';

describe('T-090 T-091 T-092 T-093 T-094 T-095 the project code', () => {
  it('is the documented one, without dashes', () => {
    expect(projectCode('MA', 'ABC Productions', { projectId: 1, ordinal: 42 })).toBe('MAABC001042');
  });

  it('T-197 is PRJ without a company, and grows past three digits', () => {
    expect(projectCode('SN', null, { projectId: 7, ordinal: 3 })).toBe('SNPRJ007003');
    expect(projectCode(null, null, { projectId: 1234, ordinal: 5678 })).toBe('XXPRJ12345678');
  });

  it.each([
    ['ABC Productions', 'ABC'],
    ['Atlas Productions', 'AP'],
    ['Morocco Films Production', 'MFP'],
    ['Les Films du Désert', 'FD'],
    ['Écran Noir', 'EN'],
    ['Zitoun', 'ZIT'],
    ['L’Atelier d’Images', 'AI'],
    ['Société Générale de Production Audiovisuelle', 'SGP'],
    ['2M', 'PRJ'],
    ['2M Maroc', 'MM'],
    ['الأطلس للإنتاج', 'PRJ'],
    ['A', 'PRJ'],
    ['', 'PRJ'],
  ])('takes the initials of « %s »: %s', (name, initials) => {
    expect(companyInitials(name)).toBe(initials);
  });

  it('always has two or three capital letters of the company, whatever its name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[A-Z]{2,3}$/.test(companyInitials(name))));
  });
});

describe('the other spellings', () => {
  it.each([
    ['PRJ-001-042', [{ projectId: 1, ordinal: 42 }]],
    ['prj001042', [{ projectId: 1, ordinal: 42 }]],
    ['PRJ 001 042', [{ projectId: 1, ordinal: 42 }]],
    ['PRJ-1234-042', [{ projectId: 1234, ordinal: 42 }]],
    ['PRJ1000042', [{ projectId: 1000, ordinal: 42 }]],
    [
      'PRJ1234567',
      [
        { projectId: 123, ordinal: 4567 },
        { projectId: 1234, ordinal: 567 },
      ],
    ],
    ['MAABC001042', []],
    ['PRJ', []],
    ['PRJ01042', []],
  ])('%s', (typed, places) => {
    expect(placesOf(typed)).toEqual(places);
  });

  it('are found again from every one of them', () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(number, number, (projectId, ordinal) => {
        const code = projectCode('MA', 'ABC', { projectId, ordinal });
        const [kept = '', short = ''] = projectCodeSpellings({ projectId, ordinal, projectCode: code });
        expect(plainCode(`${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`)).toBe(kept);
        expect(placesOf(short)).toContainEqual({ projectId, ordinal });
      }),
    );
  });
});
