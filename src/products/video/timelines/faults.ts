/** Reads values of the wire, and notes what is wrong with each of them under its path: everything is judged before anything is refused. */
import type { FieldError } from '#kernel/failure.ts';
import type { Message, Params } from '#kernel/message.ts';
import { m } from './messages.ts';

export type Values = Readonly<Record<string, unknown>>;
export interface Faults {
  readonly found: Readonly<Record<string, FieldError>>;
  /** The first fault of a path speaks. */
  note(path: string, message: Message, constraint: string, params?: Params): void;
}

export function createFaults(): Faults {
  const found: Record<string, FieldError> = {};
  return {
    found,
    note(path, message, constraint, params = {}) {
      found[path] ??= { message, constraint, params };
    },
  };
}

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

export function objectAt(value: unknown, path: string, faults: Faults): Values {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values;
  faults.note(path, m.object, 'type');
  return {};
}

export function listAt(value: unknown, path: string, faults: Faults): readonly unknown[] {
  if (Array.isArray(value)) return value;
  faults.note(path, isGiven(value) ? m.list : m.required, isGiven(value) ? 'type' : 'required');
  return [];
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** `fallback` when nothing is given; without one, the value is required. */
export function numberAt<T extends number | null>(
  value: unknown,
  path: string,
  { least, most }: Bounds,
  faults: Faults,
  fallback?: T,
): number | T {
  if (!isGiven(value)) {
    if (fallback === undefined) faults.note(path, m.required, 'required');
    return fallback ?? (null as T);
  }
  if (typeof value === 'number' && value >= least && value <= most) return value;
  const constraint = typeof value !== 'number' ? 'type' : value < least ? 'minimum' : 'maximum';
  faults.note(path, m.number, constraint, { least, most });
  return least;
}

export function choiceAt<T extends string>(value: unknown, path: string, allowed: readonly T[], fallback: T | null, faults: Faults): T {
  const first = fallback ?? (allowed[0] as T);
  if (!isGiven(value)) {
    if (fallback === null) faults.note(path, m.required, 'required');
    return first;
  }
  const found = allowed.find((one) => one === value);
  if (found === undefined) faults.note(path, m.choice, 'choice', { values: allowed.join(', ') });
  return found ?? first;
}

export function flagAt(value: unknown, path: string, fallback: boolean, faults: Faults): boolean {
  if (!isGiven(value)) return fallback;
  if (typeof value !== 'boolean') faults.note(path, m.flag, 'type');
  return value === true;
}
