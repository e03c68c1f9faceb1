import { describe, expect, it } from 'vitest';
import { codeAt, enrolmentUri, fromBase32, matchingStep, newRecoveryCodes, newSecret, normaliseRecoveryCode, stepAt } from './totp.ts';

/** RFC 6238, appendix B, the SHA-1 rows. */
const VECTORS = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time codes', () => {
  it.each(VECTORS)('RFC 6238: at second %i the code is %s', (second, code) => {
    expect(codeAt(fromBase32(RFC_SECRET), stepAt(new Date(second * 1000)), 8)).toBe(code);
  });

  it('accepts one step of drift either way and no more', () => {
    const now = new Date('2026-03-01T10:00:15Z');
    const codeOf = (seconds: number): string => codeAt(fromBase32(RFC_SECRET), stepAt(new Date(now.getTime() + seconds * 1000)));
    expect(matchingStep(RFC_SECRET, codeOf(0), now)).toBe(stepAt(now));
    expect(matchingStep(RFC_SECRET, codeOf(-30), now)).toBe(stepAt(now) - 1);
    expect(matchingStep(RFC_SECRET, codeOf(30), now)).toBe(stepAt(now) + 1);
    expect(matchingStep(RFC_SECRET, codeOf(-60), now)).toBeNull();
    expect(matchingStep(RFC_SECRET, codeOf(60), now)).toBeNull();
  });

  it('reads a code with a space in the middle and in Arabic digits', () => {
    const now = new Date(59_000);
    expect(matchingStep(RFC_SECRET, '287 082', now)).toBe(1);
    expect(matchingStep(RFC_SECRET, '٢٨٧٠٨٢', now)).toBe(1);
    expect(matchingStep(RFC_SECRET, '28708', now)).toBeNull();
    expect(matchingStep(RFC_SECRET, 'abcdef', now)).toBeNull();
  });

  it('makes secrets of 160 bits and an address that applications read', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(fromBase32(secret)).toHaveLength(20);
    const uri = new URL(enrolmentUri(secret, { issuer: 'Taalentio', account: 'awa@example.com' }));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri.pathname)).toContain('Taalentio:awa@example.com');
  });

  it('makes ten distinct recovery codes, read however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(normaliseRecoveryCode(` ${codes[0]?.toUpperCase()} `)).toBe(codes[0]?.replace('-', ''));
    expect(normaliseRecoveryCode('123456')).toBeNull();
  });
});
