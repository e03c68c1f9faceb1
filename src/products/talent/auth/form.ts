/** Reading page forms: one text by name, and a refusal that becomes the page again instead of an error page. */
import type { FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { m } from './messages.ts';

/** The text of a field as it was sent; empty when it was not. */
export function fieldOf(request: FastifyRequest, name: string): string {
  const value = ((request.body ?? {}) as FormBody)[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 4000);
}

/** The named texts; throws one failure that names every empty one. */
export function requireFields<const N extends string>(request: FastifyRequest, names: readonly N[]): Record<N, string> {
  const values = Object.fromEntries(names.map((name) => [name, fieldOf(request, name)])) as Record<N, string>;
  const empty = names.filter((name) => values[name].trim() === '');
  if (empty.length === 0) return values;
  throw failure.invalid(Object.fromEntries(empty.map((name) => [name, { message: fieldMessages.required, constraint: 'required' }])));
}

/** A new password and its repetition, once both are there and the same. */
export function newPasswordOf(request: FastifyRequest): string {
  const { new_password: password, new_password2: again } = requireFields(request, ['new_password', 'new_password2']);
  if (password !== again) throw failure.field('new_password2', m.mismatch, {}, 'mismatch');
  return password;
}

/** What went wrong for the person at the form; a fault of the program goes on as an exception. */
export async function refusalOf(work: () => Promise<void>): Promise<Failure | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

export const fieldsOf = (refusal: Failure | null): FieldErrors => refusal?.fields ?? {};
