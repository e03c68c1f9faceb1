/**
 * The code of an assignment, `CC III SSS NNN` without spaces (`MAABC001042`): country, initials of the production company, number of
 * the project, place in the project. The numbers have at least three digits and grow. Frozen when somebody is assigned.
 *
 * Decided here, because the documents are silent: the country is the project's, else the production's, else `XX` (reserved by
 * ISO 3166 for our own use); the company is `PRJ` when there is none or its name has no Latin letters; little words and accents do
 * not count; a first word of two or three capitals stands for the company, as in the documented « ABC Productions ».
 */
import { fold } from '#kernel/text.ts';

export const NO_COUNTRY = 'XX';
export const NO_COMPANY = 'PRJ';

export interface CodePlace {
  readonly projectId: number;
  readonly ordinal: number;
}

const digits = (number: number): string => String(number).padStart(3, '0');

export const projectCode = (country: string | null, company: string | null, { projectId, ordinal }: CodePlace): string =>
  `${country ?? NO_COUNTRY}${companyInitials(company)}${digits(projectId)}${digits(ordinal)}`;

const LITTLE = new Set('a al an and au aux d de del des du e el en et i l la las le les los o of the un une y'.split(' '));

/** Two or three letters. */
export function companyInitials(name: string | null): string {
  const [first = ''] = (name ?? '').trim().split(/\s+/);
  if (/^[A-Z]{2,3}$/.test(first)) return first;
  const words = fold(name ?? '')
    .split(/[^a-z]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !LITTLE.has(word));
  const [only = '', ...others] = telling.length > 0 ? telling : words;
  const letters = others.length > 0 ? [only, ...others].map((word) => word[0]).join('') : only;
  return letters.length >= 2 ? letters.slice(0, 3).toUpperCase() : NO_COMPANY;
}

/** As it is kept: capitals, no spaces, no dashes. */
export const plainCode = (text: string): string => text.replace(/[\s\p{Pd}]+/gu, '').toUpperCase();

/**
 * The places that the short spellings `PRJ-001-042` and `PRJ001042` may mean; none for any other text. Without a dash, long numbers
 * can be parted in several ways.
 */
export function placesOf(text: string): readonly CodePlace[] {
  const [, project, ordinal] = /^\s*PRJ\s*[\s\p{Pd}]\s*(\d{3,9})\s*[\s\p{Pd}]\s*(\d{3,9})\s*$/iu.exec(text) ?? [];
  if (project && ordinal) return [{ projectId: Number(project), ordinal: Number(ordinal) }];
  const [, numbers = ''] = /^PRJ(\d{6,18})$/.exec(plainCode(text)) ?? [];
  const cuts = Array.from({ length: Math.max(0, numbers.length - 5) }, (_, i) => [numbers.slice(0, i + 3), numbers.slice(i + 3)] as const);
  return cuts
    .map(([left, right]) => ({ projectId: Number(left), ordinal: Number(right), typed: left + right }))
    .filter((place) => digits(place.projectId) + digits(place.ordinal) === place.typed)
    .map((place) => ({ projectId: place.projectId, ordinal: place.ordinal }));
}

/** Every spelling under which an assignment may be typed, without spaces and dashes; the kept one first. */
export const projectCodeSpellings = (of: CodePlace & { readonly projectCode: string }): readonly string[] => [
  ...new Set([of.projectCode, `PRJ${digits(of.projectId)}${digits(of.ordinal)}`]),
];
