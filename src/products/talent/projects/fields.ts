/** The fields of a project: how each is read from a form, and what they mean together. */
import { type FieldError, type FieldErrors, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { fieldTexts } from '../field-texts.ts';
import { canonical, OPTIONS, PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import { bad, good, REQUIRED, type Read, readChoice, readFlag, readId, readName, readText } from '../readers.ts';
import { isDay } from './days.ts';
import { refusals } from './messages.ts';

export interface ProjectValues {
  readonly name: string;
  readonly production_type: string;
  readonly production_id: number | null;
  readonly country_id: number | null;
  readonly shooting_locations: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly status: ProjectStatus;
  readonly description: string | null;
  readonly time_zone: string;
  readonly day_starts: string;
  readonly is_active: boolean;
}
type Field = keyof ProjectValues;
type Input = Readonly<Record<string, unknown>>;

const EARLIEST = '1980-01-01';
const LATEST = '2100-01-01';
const STATUSES = Object.keys(PROJECT_STATUSES) as ProjectStatus[];
/** Their names are understood too: v2 prints them as `status_display`. */
const STATUS_NAMES = Object.fromEntries(
  STATUSES.flatMap((status) => Object.values(PROJECT_STATUSES[status]).map((name) => [fold(name), status] as const)),
);

const required = <T>(read: Read<T | null>): Read<T> => (read.ok && read.value === null ? REQUIRED : (read as Read<T>));
const wrongChoice = (values: readonly string[]) =>
  bad({ message: fieldMessages.choice, params: { values: values.join(', ') }, constraint: 'choice' });

export const readStatus = (raw: unknown): Read<ProjectStatus | null> => readChoice(raw, STATUSES, STATUS_NAMES);

/** The stored value of a production type, in any spelling. */
export function readType(raw: unknown): Read<string | null> {
  const text = readText(raw, 100);
  if (!text.ok || text.value === null) return text;
  const value = canonical('production_type', text.value);
  return value ? good(value) : wrongChoice(OPTIONS.production_type.map((choice) => choice.value));
}

/** A day of the calendar within reason. */
export function readDay(raw: unknown): Read<string | null> {
  const text = readText(raw, 40);
  if (!text.ok || text.value === null) return text;
  return isDay(text.value) && text.value >= EARLIEST && text.value < LATEST
    ? good(text.value)
    : bad({ message: fieldTexts.date, constraint: 'format' });
}

function readZone(raw: unknown): Read<string> {
  const text = required(readText(raw, 60));
  if (!text.ok) return text;
  try {
    return good(new Intl.DateTimeFormat('en', { timeZone: text.value }).resolvedOptions().timeZone);
  } catch (error) {
    if (error instanceof RangeError) return bad({ message: refusals.timeZone, constraint: 'choice' });
    throw error;
  }
}

function readHour(raw: unknown): Read<string> {
  const text = required(readText(raw, 8));
  if (!text.ok) return text;
  return /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(text.value)
    ? good(text.value)
    : bad({ message: fieldMessages.format, constraint: 'format' });
}

const READERS: { readonly [K in Field]: (raw: unknown) => Read<ProjectValues[K]> } = {
  name: readName,
  production_type: (raw) => required(readType(raw)),
  production_id: readId,
  country_id: readId,
  shooting_locations: (raw) => readText(raw, 500),
  start_date: readDay,
  end_date: readDay,
  status: (raw) => required(readStatus(raw)),
  description: (raw) => readText(raw, 4000),
  time_zone: readZone,
  day_starts: readHour,
  is_active: (raw) => required(readFlag(raw)),
};
export const PROJECT_FIELDS = Object.keys(READERS) as Field[];

export interface FieldContext {
  readonly catalogue: Pick<Snapshot, 'country'>;
  readonly productionExists: (id: number) => Promise<boolean>;
  /** What the project says so far; null for a new one. */
  readonly before: { readonly startDate: string | null; readonly endDate: string | null } | null;
}

interface Given {
  readonly errors: FieldErrors;
  readonly values: Partial<ProjectValues>;
}
function readGiven(input: Input, names: readonly Field[]): Given {
  const errors: Record<string, FieldError> = {};
  const values: Partial<Record<Field, unknown>> = {};
  for (const name of names) {
    const read = READERS[name](input[name]);
    if (read.ok) values[name] = read.value;
    else errors[name] = read.error;
  }
  return { errors, values: values as Partial<ProjectValues> };
}

/** What another installation says of a project: each field by itself, its faults beside the others. */
export const checkBroughtProject = (input: Input): Given =>
  readGiven(
    input,
    PROJECT_FIELDS.filter((name) => input[name] !== undefined),
  );

/** The values of the given fields. Every field at fault is named in one failure; a name that is no field too. */
export async function readProject(input: Input, { catalogue, productionExists, before }: FieldContext): Promise<Partial<ProjectValues>> {
  const isNeeded = (name: Field): boolean => !before && ['name', 'production_type'].includes(name);
  const { errors: found, values: good } = readGiven(
    input,
    PROJECT_FIELDS.filter((name) => input[name] !== undefined || isNeeded(name)),
  );
  const errors: Record<string, FieldError> = { ...found };
  for (const name of Object.keys(input)) {
    if (!(name in READERS)) errors[name] = { message: fieldMessages.unknown, constraint: 'unknown' };
  }
  if (good.country_id && !catalogue.country(good.country_id)) errors['country_id'] = { message: refusals.noCountry, constraint: 'exists' };
  if (good.production_id && !(await productionExists(good.production_id)))
    errors['production_id'] = { message: refusals.noProduction, constraint: 'exists' };
  Object.assign(errors, ordered(good, before));
  if (Object.keys(errors).length > 0) throw failure.invalid(errors);
  return good;
}

function ordered({ start_date, end_date }: Partial<ProjectValues>, before: FieldContext['before']): FieldErrors {
  const start = start_date === undefined ? (before?.startDate ?? null) : start_date;
  const end = end_date === undefined ? (before?.endDate ?? null) : end_date;
  return start && end && end < start ? { end_date: { message: refusals.endBeforeStart, constraint: 'minimum' } } : {};
}
