/**
 * Readers of single form fields: each takes what a form or a JSON body gave and answers a clean value or one fault.
 * An empty text is "not given" for optional fields, so forms and API bodies mean the same.
 */
import type { FieldError } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fold } from '#kernel/text.ts';
import { fieldTexts } from './field-texts.ts';
import { normalisePhone } from './phone.ts';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FieldError };
export const good = <T>(value: T): Read<T> => ({ ok: true, value });
export const bad = (error: FieldError): { readonly ok: false; readonly error: FieldError } => ({ ok: false, error });

const WRONG_TYPE = bad({ message: fieldMessages.type, constraint: 'type' });
export const REQUIRED = bad({ message: fieldMessages.required, constraint: 'required' });

// Control characters but line breaks and tabs; and the marks that reverse what is read.
const FORBIDDEN = /[^\P{Cc}\r\n\t]|[\u202a-\u202e\u2066-\u2069]/u;
// Deliberately narrow: what mail servers accept in practice, not all that RFC 5322 allows.
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const MAX_EMAIL = 150;
const MAX_URL = 300;
const OLDEST = 110;

/** A text without outer spaces; null when empty or absent. */
export function readText(raw: unknown, max: number): Read<string | null> {
  if (raw === undefined || raw === null) return good(null);
  if (typeof raw !== 'string' && typeof raw !== 'number') return WRONG_TYPE;
  const text = String(raw).normalize('NFC').trim();
  if (!text) return good(null);
  if (FORBIDDEN.test(text)) return bad({ message: fieldTexts.controlCharacters, constraint: 'format' });
  if ([...text].length > max) return bad({ message: fieldMessages.tooLong, params: { limit: max }, constraint: 'max_length' });
  return good(text);
}

export function readName(raw: unknown): Read<string> {
  const text = readText(raw, 100);
  if (!text.ok) return text;
  if (text.value === null) return REQUIRED;
  if (/[\r\n\t]/.test(text.value)) return bad({ message: fieldTexts.controlCharacters, constraint: 'format' });
  if (!/\p{L}/u.test(text.value)) return bad({ message: fieldTexts.onlyDigits, constraint: 'format' });
  return good(text.value.replace(/\s+/g, ' '));
}

export function readEmail(raw: unknown): Read<string> {
  const text = readText(raw, MAX_EMAIL);
  if (!text.ok) return text;
  if (text.value === null) return REQUIRED;
  const email = text.value.toLowerCase();
  const local = email.slice(0, email.lastIndexOf('@'));
  const sane = EMAIL.test(email) && local.length <= 64 && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
  return sane ? good(email) : bad({ message: fieldTexts.email, constraint: 'format' });
}

/** A date of birth of somebody of at least `youngest` years, as `YYYY-MM-DD`. */
export function readBirthDate(raw: unknown, today: Date, youngest = 16): Read<string> {
  const text = readText(raw, 40);
  if (!text.ok) return text;
  if (text.value === null) return REQUIRED;
  if (!isDate(text.value)) return bad({ message: fieldTexts.date, constraint: 'format' });
  if (text.value > today.toISOString().slice(0, 10)) return bad({ message: fieldTexts.futureDate, constraint: 'maximum' });
  const age = ageOn(text.value, today);
  if (age < youngest) return bad({ message: fieldTexts.tooYoung, params: { age: youngest }, constraint: 'minimum' });
  return age <= OLDEST ? good(text.value) : bad({ message: fieldTexts.tooOld, constraint: 'maximum' });
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Full years on that day (UTC). */
export function ageOn(dateOfBirth: string, today: Date): number {
  const years = today.getUTCFullYear() - Number(dateOfBirth.slice(0, 4));
  return today.toISOString().slice(5, 10) < dateOfBirth.slice(5, 10) ? years - 1 : years;
}

/** One of the canonical values, also under its other spellings (compared without case and accents); null when empty. */
export function readChoice<T extends string>(
  raw: unknown,
  values: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): Read<T | null> {
  const text = readText(raw, 100);
  if (!text.ok || text.value === null) return text.ok ? good(null) : text;
  const wanted = fold(text.value);
  const found = values.find((value) => fold(value) === wanted) ?? aliases[wanted];
  return found ? good(found) : bad({ message: fieldMessages.choice, params: { values: values.join(', ') }, constraint: 'choice' });
}

/** A whole number within bounds; null when empty. */
export function readInteger(raw: unknown, min: number, max: number): Read<number | null> {
  if (raw === undefined || raw === null || raw === '') return good(null);
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' && /^\s*-?\d{1,9}\s*$/.test(raw) ? Number(raw) : Number.NaN;
  if (!Number.isInteger(number)) return WRONG_TYPE;
  if (number < min) return bad({ message: fieldMessages.tooSmall, params: { limit: min }, constraint: 'minimum' });
  if (number > max) return bad({ message: fieldMessages.tooLarge, params: { limit: max }, constraint: 'maximum' });
  return good(number);
}

export const readId = (raw: unknown): Read<number | null> => readInteger(raw, 1, 2_147_483_647);

/** A ticked box, a JSON boolean, or the words of either; null when absent. */
export function readFlag(raw: unknown): Read<boolean | null> {
  if (raw === undefined || raw === null || raw === '') return good(null);
  if (typeof raw === 'boolean') return good(raw);
  const word = fold(String(raw));
  if (['true', '1', 'on', 'yes', 'oui'].includes(word)) return good(true);
  return ['false', '0', 'off', 'no', 'non'].includes(word) ? good(false) : WRONG_TYPE;
}

/** An http(s) address; a bare host gets `https://`. `handleBase` turns `@name` into that network's address. */
export function readUrl(raw: unknown, handleBase?: string): Read<string | null> {
  const text = readText(raw, MAX_URL);
  if (!text.ok || text.value === null) return text;
  const wrong = bad({ message: fieldTexts.url, constraint: 'format' });
  if (handleBase && /^@[\w.-]{2,60}$/.test(text.value)) return good(`${handleBase}${text.value.slice(1)}`);
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text.value) && !/^[^/:]+\.[^/:]+:\d/.test(text.value) ? text.value : `https://${text.value}`;
  if (/\s/.test(written) || !URL.canParse(written)) return wrong;
  const url = new URL(written);
  const sane = ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && /[^.]\.[^.]/.test(url.hostname);
  return sane ? good(written) : wrong;
}

export function readPhone(raw: unknown, dial: string): Read<string | null> {
  const text = readText(raw, 40);
  if (!text.ok || text.value === null) return text;
  const number = normalisePhone(text.value, dial);
  return number ? good(number) : bad({ message: fieldTexts.phone, constraint: 'format' });
}
