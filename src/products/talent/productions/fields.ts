/** The fields of a production: their names (as columns and in forms), their clean values, every fault at once. */
import type { FieldError } from '#kernel/failure.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { fieldTexts } from '../field-texts.ts';
import * as read from '../readers.ts';
import { readWords, readWorks } from './lines.ts';
import type { Network, Work } from './production.ts';

/** Clean values under the names of the columns. */
export interface ProductionValues extends Readonly<Record<Network, string | null>> {
  readonly name: string;
  readonly description: string | null;
  readonly specialization: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly country_id: number | null;
  readonly postal_code: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly founded_year: number | null;
  readonly ceo: string | null;
  readonly employees_count: number | null;
  readonly productions_count: number | null;
  readonly notable_productions: readonly Work[];
  readonly services: readonly string[];
  readonly certifications: readonly string[];
  readonly memberships: readonly string[];
  readonly awards: readonly Work[];
  readonly equipment: string | null;
  readonly studios: string | null;
  readonly is_active: boolean;
}
export type ProductionField = keyof ProductionValues;
/** What a form gave; a field that is absent is not changed. */
export type ProductionInput = Readonly<Record<string, unknown>>;

/** Longest texts, in characters. */
export const LENGTHS = { name: 150, line: 200, postalCode: 20, description: 4000, text: 2000 } as const;
const MOST = 1_000_000;
const OLDEST = 1880;

interface Context {
  readonly catalogue: Snapshot;
  readonly today: Date;
  /** Of the country of the company, for phone numbers written without one. */
  readonly dial: string;
}
type Reader = (raw: unknown, context: Context) => read.Read<unknown>;

const text =
  (max: number): Reader =>
  (raw) =>
    read.readText(raw, max);
const line = text(LENGTHS.line);
const count: Reader = (raw) => read.readInteger(raw, 0, MOST);
const network =
  (base: string): Reader =>
  (raw) =>
    read.readUrl(raw, base);

const READERS: Readonly<Record<ProductionField, Reader>> = {
  name: readName,
  description: text(LENGTHS.description),
  specialization: line,
  address: line,
  city: line,
  country_id: readCountry,
  postal_code: text(LENGTHS.postalCode),
  phone: (raw, { dial }) => read.readPhone(raw, dial),
  email: (raw) => (String(raw ?? '').trim() === '' ? read.good(null) : read.readEmail(raw)),
  website: (raw) => read.readUrl(raw),
  facebook: network('https://www.facebook.com/'),
  instagram: network('https://www.instagram.com/'),
  linkedin: network('https://www.linkedin.com/company/'),
  twitter: network('https://twitter.com/'),
  founded_year: (raw, { today }) => read.readInteger(raw, OLDEST, today.getUTCFullYear()),
  ceo: line,
  employees_count: count,
  productions_count: count,
  notable_productions: readWorks,
  services: readWords,
  certifications: readWords,
  memberships: readWords,
  awards: readWorks,
  equipment: text(LENGTHS.text),
  studios: text(LENGTHS.text),
  is_active: readActive,
};
export const PRODUCTION_FIELDS = Object.keys(READERS) as readonly ProductionField[];

export interface CheckedProduction {
  readonly errors: Readonly<Record<string, FieldError>>;
  readonly values: Partial<ProductionValues>;
}

/** Reads the given fields; what is absent from `input` is absent from the values. */
export function checkProduction(input: ProductionInput, { catalogue, today }: Omit<Context, 'dial'>): CheckedProduction {
  const dial = catalogue.country(Number(input['country_id'] ?? 0))?.dial ?? '+212';
  const errors: Record<string, FieldError> = {};
  const values: Record<string, unknown> = {};
  for (const name of PRODUCTION_FIELDS) {
    if (input[name] === undefined) continue;
    const result = READERS[name](input[name], { catalogue, today, dial });
    if (result.ok) values[name] = result.value;
    else errors[name] = result.error;
  }
  return { errors, values };
}

function readName(raw: unknown): read.Read<string> {
  const name = read.readText(raw, LENGTHS.name);
  if (!name.ok) return name;
  return name.value === null ? read.REQUIRED : read.good(name.value.replace(/\s+/g, ' '));
}

function readCountry(raw: unknown, { catalogue }: Context): read.Read<number | null> {
  const id = read.readId(raw);
  if (!id.ok || id.value === null || catalogue.country(id.value)) return id;
  return read.bad({ message: fieldTexts.country, constraint: 'choice' });
}

/** A box that was not ticked comes empty. */
function readActive(raw: unknown): read.Read<boolean> {
  const flag = read.readFlag(raw);
  return flag.ok ? read.good(flag.value ?? false) : flag;
}
