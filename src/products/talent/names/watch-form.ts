/** The form of a watched name: what was typed, what it means, every fault at once. */
import type { FastifyRequest } from 'fastify';
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import { readEmail, readName, readText } from '../readers.ts';
import { MAX_YEARS, type WatchFields } from './watch.ts';
import { watch as words } from './watch-messages.ts';

const FIELDS = ['first_name', 'last_name', 'reason', 'until', 'email'] as const;
export type TypedEntry = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
const MAX_REASON = 500;

export const sentEntry = (request: FastifyRequest): TypedEntry => Object.fromEntries(FIELDS.map((name) => [name, fieldOf(request, name)]));

/** The last day an entry may watch, counted from the day it was made. */
export function latestEnd(createdAt: Date): Date {
  const end = new Date(createdAt);
  end.setUTCFullYear(end.getUTCFullYear() + MAX_YEARS);
  return end;
}

type Changes = Omit<WatchFields, 'firstName' | 'lastName'>;
type Errors = Record<string, FieldError>;

export function readEntry(typed: TypedEntry, now: Date): WatchFields {
  const errors: Errors = {};
  const [first, last] = [readName(typed.first_name), readName(typed.last_name)];
  if (!first.ok) errors['first_name'] = first.error;
  if (!last.ok) errors['last_name'] = last.error;
  const changes = readRest(typed, now, now, errors);
  if (Object.keys(errors).length > 0 || !first.ok || !last.ok) throw failure.invalid(errors);
  return { ...changes, firstName: first.value, lastName: last.value };
}

export function readChanges(typed: TypedEntry, createdAt: Date, now: Date): Changes {
  const errors: Errors = {};
  const changes = readRest(typed, createdAt, now, errors);
  if (Object.keys(errors).length > 0) throw failure.invalid(errors);
  return changes;
}

function readRest(typed: TypedEntry, createdAt: Date, now: Date, errors: Errors): Changes {
  const reason = readText(typed.reason, MAX_REASON);
  if (!reason.ok) errors['reason'] = reason.error;
  else if (reason.value === null) errors['reason'] = { message: words.noReason, constraint: 'required' };
  const email = typed.email ? readEmail(typed.email) : null;
  if (email && !email.ok) errors['email'] = email.error;
  return {
    description: (reason.ok && reason.value) || '',
    email: email?.ok ? email.value : null,
    expiresAt: readEnd(typed.until ?? '', createdAt, now, errors),
  };
}

/** The day itself still counts. */
function readEnd(text: string, createdAt: Date, now: Date, errors: Errors): Date {
  const end = new Date(`${text}T23:59:59Z`);
  const limit = latestEnd(createdAt);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(end.getTime()))
    errors['until'] = { message: words.noUntil, constraint: 'required' };
  else if (end <= now) errors['until'] = { message: words.past, constraint: 'minimum' };
  else if (text > limit.toISOString().slice(0, 10)) errors['until'] = { message: words.tooFar, params: { limit }, constraint: 'maximum' };
  return end;
}
