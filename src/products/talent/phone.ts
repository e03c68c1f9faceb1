/**
 * Phone numbers as people write them, kept in one spelling: `+` and digits (E.164). The stored number is encrypted;
 * searches find it through a keyed hash, so every spelling must lead to the same text.
 */

/** Countries whose national numbers keep their leading zero behind the dial code. */
const KEEPS_ZERO = new Set(['+225', '+229', '+242']);
const DIGITS = { least: 8, most: 15 };
const WRITTEN = /^\+?[\d\s().\-/]+$/;
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The number in one spelling, read with the dial code of a country when it names none; null when it cannot be one. */
export function normalisePhone(text: string, dial: string): string | null {
  const compact = compactPhone(text);
  if (compact === null) return null;
  const number = compact.startsWith('+') ? withoutTrunkZero(compact, dial) : national(compact, dial);
  const length = number.length - 1;
  return length >= DIGITS.least && length <= DIGITS.most && !number.startsWith('+0') ? number : null;
}

/**
 * Every stored spelling that a searched number may mean: a national number is tried in each country.
 * Empty when the text does not look like a phone number.
 */
export function phoneCandidates(text: string, dials: Iterable<string>): readonly string[] {
  const compact = compactPhone(text);
  if (compact === null || compact.replace('+', '').length < 6) return [];
  const candidates = compact.startsWith('+') ? [compact] : [`+${compact}`];
  for (const dial of dials) candidates.push(compact.startsWith('+') ? withoutTrunkZero(compact, dial) : national(compact, dial));
  return [...new Set(candidates)];
}

/** Digits, with a plus when the number is international; null when other signs are in it. */
function compactPhone(text: string): string | null {
  const trimmed = text
    .replace(DIRECTION_MARKS, '')
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .trim();
  if (!WRITTEN.test(trimmed) || !/\d/.test(trimmed)) return null;
  const digits = trimmed.replace(/\D/g, '');
  return trimmed.startsWith('+') ? `+${digits}` : digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

const national = (digits: string, dial: string): string =>
  digits.startsWith(dial.slice(1)) && digits.length > dial.length + 6 ? `+${digits}` : withoutTrunkZero(`${dial}${digits}`, dial);

/** `+212 (0)6…` is written often: the zero is only dialled inside the country. */
const withoutTrunkZero = (number: string, dial: string): string =>
  number.startsWith(`${dial}0`) && !KEEPS_ZERO.has(dial) ? `${dial}${number.slice(dial.length + 1)}` : number;
