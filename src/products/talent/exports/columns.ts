/** The columns of exported people: what a heading is called, and what stands below it for one person. */
import type { Cell, SheetColumn } from '#capabilities/printing/printing.ts';
import { type Language, type Message, say } from '#kernel/message.ts';
import { cityName, nationalityName, type Snapshot, talentName } from '../catalogue/catalogue.ts';
import { choiceOf, type OptionName } from '../options/options.ts';
import { words as profileWords } from '../profile-form/profile-form.tsx';

export interface ExportColumn<Person> {
  readonly head: Message;
  readonly kind?: NonNullable<SheetColumn['kind']>;
  readonly width?: number;
  readonly cell: (person: Person, language: Language, names: Names) => Cell;
}

interface Named {
  readonly id: number;
  readonly name: string;
}
/** How places, talents and choices are called in a file: as they are stored and documented for programs, or as the reader calls them. */
export interface Names {
  city(city: Named | null): string | null;
  country(country: Named | null): string | null;
  talent(talent: Named | string): string;
  option(name: OptionName, value: string | null): string | null;
  gender(value: string): string;
  nationality(value: string | null): string | null;
}

export const STORED: Names = {
  city: (city) => city?.name ?? null,
  country: (country) => country?.name ?? null,
  talent: (talent) => (typeof talent === 'string' ? talent : talent.name),
  option: (_name, value) => value,
  gender: (value) => value,
  nationality: (value) => value,
};

export function namesFor(catalogue: Snapshot, language: Language): Names {
  const words = (label: Message | string | null | undefined, otherwise: string): string =>
    label ? (typeof label === 'string' ? label : say(label, language)) : otherwise;
  return {
    city: (city) => cityName(catalogue, language, city),
    country: (country) => country && words(catalogue.country(country.id)?.name, country.name),
    talent: (talent) => talentName(catalogue, language, talent),
    option: (name, value) => value && say(choiceOf(name, value).label, language),
    nationality: (value) => nationalityName(catalogue, language, value),
    gender: (value) => words(profileWords.genderLabel(value), value),
  };
}

export const sheetColumns = <Person>(columns: readonly ExportColumn<Person>[], language: Language): readonly SheetColumn[] =>
  columns.map(({ head, kind, width }) => ({ header: say(head, language), ...(kind ? { kind } : {}), ...(width ? { width } : {}) }));

export async function* sheetRows<Person>(
  columns: readonly ExportColumn<Person>[],
  batches: AsyncIterable<readonly Person[]>,
  language: Language,
  names: Names,
): AsyncGenerator<readonly Cell[]> {
  for await (const batch of batches) for (const person of batch) yield columns.map(({ cell }) => cell(person, language, names));
}

/** A day as the spreadsheet's own date. */
export const dayOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
export const listed = (values: readonly string[]): string | null => (values.length ? values.join(', ') : null);
