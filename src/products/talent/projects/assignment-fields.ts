/** What the form of an assignment says: the role, and the days it wants. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { canonical, OPTIONS } from '../options/options.ts';
import { bad, good, REQUIRED, type Read, readChoice, readFlag, readText } from '../readers.ts';
import type { Wanted } from './clashes.ts';
import { lengthOf, overlap, rangeOf } from './days.ts';
import { readDay } from './fields.ts';
import { refusals } from './messages.ts';
import type { Project } from './project.ts';

type Input = Readonly<Record<string, unknown>>;
type Errors = Record<string, FieldError>;

export interface Role {
  readonly talentType: string;
  readonly role: string | null;
}
export interface DaysWanted {
  readonly wanted: readonly Wanted[];
  /** What can be accepted, is. */
  readonly accept: boolean;
}

const LONGEST_DAYS = 731;
const STATES = ['none', 'pencil', 'booked'] as const;

export function readRole(input: Input): Role {
  const errors: Errors = {};
  const take = <T>(name: string, read: Read<T>): T | null => {
    if (read.ok) return read.value;
    errors[name] = read.error;
    return null;
  };
  const talentType = take('talent_type', readTalentType(input['talent_type']));
  const role = take('role_description', readText(input['role_description'], 500));
  if (talentType === null || Object.keys(errors).length > 0) throw failure.invalid(errors);
  return { talentType, role };
}

function readTalentType(raw: unknown): Read<string> {
  const text = readText(raw, 100);
  if (!text.ok) return text;
  if (text.value === null) return REQUIRED;
  const value = canonical('talent_type', text.value);
  const values = OPTIONS.talent_type.map((choice) => choice.value).join(', ');
  return value ? good(value) : bad({ message: fieldMessages.choice, params: { values }, constraint: 'choice' });
}

/**
 * `bookings`, a list of `{ from, to, state }`; else one range from `state`, `from`, `to`, which are the dates of the project unless
 * said otherwise. Without any date nothing is booked. `afterEnd`: the first day that a finished project may no longer take.
 */
export function readDays(input: Input, project: Pick<Project, 'startDate' | 'endDate'>, afterEnd: string | null): DaysWanted {
  const errors: Errors = {};
  const rows = Array.isArray(input['bookings']) ? (input['bookings'] as readonly unknown[]) : [];
  const wanted =
    input['bookings'] === undefined
      ? readRange(withProjectDates(input, project), '', errors)
      : rows.flatMap((row, index) => readRange((row ?? {}) as Input, `bookings.${index}.`, errors));
  wanted.forEach((range, index) => {
    const twice = wanted.slice(0, index).some((other) => overlap(range, other));
    const name = input['bookings'] === undefined ? 'from' : `bookings.${index}.from`;
    if (twice) errors[name] ??= { message: refusals.daysTwice, constraint: 'unique' };
    if (afterEnd !== null && range.until > afterEnd) errors[name] ??= { message: refusals.finishedDays, constraint: 'maximum' };
  });
  const accept = readFlag(input['accept']);
  if (!accept.ok) errors['accept'] = accept.error;
  if (Object.keys(errors).length > 0) throw failure.invalid(errors);
  return { wanted, accept: accept.ok && accept.value === true };
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

function withProjectDates(input: Input, { startDate, endDate }: Pick<Project, 'startDate' | 'endDate'>): Input {
  if (!isBlank(input['from']) || !isBlank(input['to'])) return input;
  return startDate ? { ...input, from: startDate, to: endDate ?? startDate } : { ...input, state: input['state'] ?? 'none' };
}

/** No range, or one; faults go to `errors` under their names. */
function readRange(input: Input, prefix: string, errors: Errors): readonly Wanted[] {
  const state = readChoice(input['state'], STATES);
  if (!state.ok) errors[`${prefix}state`] = state.error;
  if (!state.ok || state.value === 'none') return [];
  const [from, to] = [readDay(input['from']), readDay(input['to'])];
  if (!from.ok) errors[`${prefix}from`] = from.error;
  if (!to.ok) errors[`${prefix}to`] = to.error;
  if (!from.ok || !to.ok) return [];
  const first = from.value ?? to.value;
  const last = to.value ?? from.value;
  if (first === null || last === null) {
    errors[`${prefix}from`] = { message: refusals.daysNeeded, constraint: 'required' };
    return [];
  }
  if (last < first) errors[`${prefix}to`] = { message: refusals.endBeforeStart, constraint: 'minimum' };
  const range = { ...rangeOf(first, last), state: state.value ?? 'pencil' };
  if (lengthOf(range) > LONGEST_DAYS) errors[`${prefix}to`] = { message: refusals.tooManyDays, constraint: 'maximum' };
  return last < first ? [] : [range];
}
