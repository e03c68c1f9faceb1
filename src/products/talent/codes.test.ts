import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeParts, codeAliases, formatCode, parseCode } from './codes.ts';

const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));

describe('codes (T-071..T-082, C-017..C-020)', () => {
  it.each([
    ['MAM0002RAB', { kind: 'standard', country: 'MA', gender: 'M', number: 2, city: 'RAB' }],
    [' man0001rab ', { kind: 'standard', country: 'MA', gender: 'N', number: 1, city: 'RAB' }],
    ['SNF12345DAK', { kind: 'standard', country: 'SN', gender: 'F', number: 12345, city: 'DAK' }],
    ['MACAS0001F', { kind: 'cinema', country: 'MA', gender: 'F', number: 1, city: 'CAS' }],
    ['macas 000001 f', { kind: 'cinema', country: 'MA', gender: 'F', number: 1, city: 'CAS' }],
    // The third letter of a city may look like a gender: only the fourth character tells.
    ['MAMAR0007M', { kind: 'cinema', country: 'MA', gender: 'M', number: 7, city: 'MAR' }],
  ])('%s', (text, parts) => expect(parseCode(text)).toEqual(parts));

  it.each(['', 'MAM002RAB', 'MAX0002RAB', 'MACAS0001N', 'MAM0002RABA', 'ahmed', '0001'])('%j is no code', (text) =>
    expect(parseCode(text)).toBeNull(),
  );

  it('reads back what it writes', () => {
    const parts = fc.oneof(
      fc.record({
        kind: fc.constant('standard'),
        country: letters(2),
        gender: fc.constantFrom('M', 'F', 'N'),
        number: fc.nat(2_000_000),
        city: letters(3),
      }),
      fc.record({
        kind: fc.constant('cinema'),
        country: letters(2),
        gender: fc.constantFrom('M', 'F'),
        number: fc.nat(2_000_000),
        city: letters(3),
      }),
    ) as fc.Arbitrary<CodeParts>;
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseCode(formatCode(given))).toEqual(given);
        expect(parseCode(formatCode(given).toLowerCase())).toEqual(given);
      }),
    );
  });

  it('knows every padding of a CINEMA code, the canonical one first', () => {
    expect(codeAliases('MACAS000001F')).toEqual(['MACAS0001F', 'MACAS00001F', 'MACAS000001F', 'MACAS0000001F']);
    expect(codeAliases('mam0002rab')).toEqual(['MAM0002RAB']);
    expect(codeAliases(' old-17 ')).toEqual(['OLD-17']);
  });
});
