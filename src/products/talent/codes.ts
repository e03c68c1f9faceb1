/**
 * The codes people are known by.
 *
 * Standard `PP G NNNN VVV` (`MAM0002RAB`): country of origin, gender, number within that country, city of residence.
 * CINEMA `PP VVV NNNN G` (`MACAS0001F`): the same parts in another order, with a sequence of its own. They are told apart
 * by the fourth character, never by length: a digit there is standard, a letter is CINEMA.
 * Numbers grow past 9999; older CINEMA codes were padded to 5, 6 or 7 digits and mean the same person.
 */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';

export type CodeKind = 'standard' | 'cinema';
export type Gender = 'M' | 'F' | 'N';

export interface CodeParts {
  readonly kind: CodeKind;
  /** ISO 3166-1 alpha-2 of the country of origin. */
  readonly country: string;
  readonly gender: Gender;
  readonly number: number;
  /** Three letters of the city of residence. */
  readonly city: string;
}

/** The letters of a city that is not in the catalogue. */
export const OTHER_CITY = 'AUT';

const STANDARD = /^([A-Z]{2})([MFN])(\d{4,9})([A-Z]{3})$/;
const CINEMA = /^([A-Z]{2})([A-Z]{3})(\d{4,9})([MF])$/;
const PADDINGS = [4, 5, 6, 7];

/** Reads a code in any case, with or without surrounding or inner spaces; null when it is none. */
export function parseCode(text: string): CodeParts | null {
  const code = text.replace(/\s+/g, '').toUpperCase();
  const [, country = '', gender = '', digits = '', city = ''] = STANDARD.exec(code) ?? [];
  if (country) return { kind: 'standard', country, gender: gender as Gender, number: Number(digits), city };
  const [, origin = '', letters = '', count = '', sex = ''] = CINEMA.exec(code) ?? [];
  return origin ? { kind: 'cinema', country: origin, gender: sex as Gender, number: Number(count), city: letters } : null;
}

/** The canonical spelling: four digits, more only when the number needs them. */
export function formatCode({ kind, country, gender, number, city }: CodeParts): string {
  const digits = String(number).padStart(4, '0');
  return kind === 'standard' ? `${country}${gender}${digits}${city}` : `${country}${city}${digits}${gender}`;
}

/** Every spelling under which a code may have been kept, the canonical one first; what is no code stands for itself. */
export function codeAliases(text: string): readonly string[] {
  const parts = parseCode(text);
  const canonical = parts ? formatCode(parts) : text.trim().toUpperCase();
  if (parts?.kind !== 'cinema') return [canonical];
  const { country, city, number, gender } = parts;
  return [...new Set([canonical, ...PADDINGS.map((width) => `${country}${city}${String(number).padStart(width, '0')}${gender}`)])];
}

/**
 * The next number of a country. The counter's row stays locked until `tx` ends, so numbers follow each other and a
 * failed registration gives its number back: call it as late as the transaction allows.
 */
export async function allocateNumber(tx: Tx, countryId: number, kind: CodeKind): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into talent.code_sequences as s (country_id, kind, last) values (${countryId}, ${kind}, 1)
    on conflict (country_id, kind) do update set last = s.last + 1 returning last`.execute(tx);
  const [counter] = rows;
  if (!counter) throw new Error('the counter of codes gave no number');
  return counter.last;
}

/** A code that was given elsewhere: new ones count on from its number. */
export async function keepNumber(tx: Tx, parts: CodeParts | null, kind: CodeKind): Promise<void> {
  if (!parts || parts.number > 2_000_000_000) return;
  await sql`
    insert into talent.code_sequences as s (country_id, kind, last)
    select id, ${kind}, ${parts.number} from talent.countries where code = ${parts.country}
    on conflict (country_id, kind) do update set last = excluded.last where s.last < excluded.last`.execute(tx);
}
