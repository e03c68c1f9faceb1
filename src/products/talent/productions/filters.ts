/** What a list of productions may be narrowed by, under the names of the documents; values that mean nothing are all named at once. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fold } from '#kernel/text.ts';
import type { Country, Snapshot } from '../catalogue/catalogue.ts';
import { fieldTexts } from '../field-texts.ts';
import { type Read, readFlag, readText } from '../readers.ts';

export interface ProductionFilters {
  readonly isActive?: boolean;
  readonly isVerified?: boolean;
  readonly countryId?: number;
  /** Words of the name, city or specialization, in any spelling. */
  readonly search?: string;
}

export function readFilters(query: Readonly<Record<string, unknown>>, catalogue: Snapshot): ProductionFilters {
  const errors: Record<string, FieldError> = {};
  const take = <T>(name: string, read: Read<T | null>): T | undefined => {
    if (!read.ok) errors[name] = read.error;
    return read.ok ? (read.value ?? undefined) : undefined;
  };
  const isActive = take('is_active', readFlag(query['is_active']));
  const isVerified = take('is_verified', readFlag(query['is_verified']));
  const search = take('search', readText(query['search'], 200));
  const asked = take('country', readText(query['country'], 100));
  const country = asked === undefined ? undefined : countryCalled(catalogue, asked);
  if (asked !== undefined && !country) errors['country'] ??= { message: fieldTexts.country, constraint: 'choice' };
  if (Object.keys(errors).length) throw failure.invalid(errors);
  return {
    ...(isActive === undefined ? {} : { isActive }),
    ...(isVerified === undefined ? {} : { isVerified }),
    ...(country ? { countryId: country.id } : {}),
    ...(search === undefined ? {} : { search }),
  };
}

/** By id, code, or name in any of our languages. */
function countryCalled(catalogue: Snapshot, text: string): Country | undefined {
  if (/^\d{1,9}$/.test(text)) return catalogue.country(Number(text));
  const wanted = fold(text);
  return (
    catalogue.countryByCode(text) ??
    catalogue.countries.find(({ name }) => [name.fr, name.en, name.ar].some((spelling) => fold(spelling) === wanted))
  );
}
