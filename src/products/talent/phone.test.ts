import { describe, expect, it } from 'vitest';
import { normalisePhone, phoneCandidates } from './phone.ts';

describe('normalisePhone', () => {
  it.each([
    ['+212600000000', '+212', '+212600000000'],
    ['06 00 00 00 00', '+212', '+212600000000'],
    ['00212 6.00.00.00.00', '+221', '+212600000000'],
    ['212600000000', '+212', '+212600000000'],
    ['+212 (0)6 00-00-00-00', '+212', '+212600000000'],
    ['77 123 45 67', '+221', '+221771234567'],
    ['٠٦٠٠٠٠٠٠٠٠', '+212', '+212600000000'],
    ['\u202a+212600000000\u202c', '+212', '+212600000000'],
    // Ivory Coast, Benin and Congo keep the zero of their national numbers.
    ['07 07 07 07 07', '+225', '+2250707070707'],
    ['01 97 00 00 00', '+229', '+2290197000000'],
  ])('%s in %s → %s', (text, dial, number) => expect(normalisePhone(text, dial)).toBe(number));

  it.each(['', 'call me', '123', '+12345678901234567', '06 00 00 x0 00', '+0123456789'])('%j is no number', (text) =>
    expect(normalisePhone(text, '+212')).toBeNull(),
  );
});

it('phoneCandidates finds the stored number from every usual spelling', () => {
  const dials = ['+212', '+221', '+225'];
  for (const text of [
    '+212600000000',
    '00212600000000',
    '212600000000',
    '0600000000',
    '06 00 00 00 00',
    '600000000',
    '+212 06 00 00 00 00',
  ]) {
    expect(phoneCandidates(text, dials), text).toContain('+212600000000');
  }
  expect(phoneCandidates('12345', dials)).toEqual([]);
  expect(phoneCandidates('ahmed', dials)).toEqual([]);
});
