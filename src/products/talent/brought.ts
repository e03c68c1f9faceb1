/**
 * People and works that come from another installation. They were accepted there, so a field that our forms would refuse refuses nobody:
 * a text is kept as it was written, and what could not be stored (an unknown choice, a number out of bounds, an address that is no link)
 * is left out and named.
 */
import type { FieldErrors } from '#kernel/failure.ts';

export interface Taken<Values> {
  readonly values: Partial<Values>;
  /** Names of the fields that came empty. */
  readonly left: readonly string[];
}

/** What is written of somebody from elsewhere, and which of their fields came empty. */
export interface Brought {
  readonly id: number;
  readonly left: readonly string[];
}

/** `texts`: the fields whose column takes any text. */
export function takeWhatCanBe<Values extends object>(
  { errors, values }: { readonly errors: FieldErrors; readonly values: Partial<Values> },
  given: Readonly<Record<string, unknown>>,
  texts: readonly (keyof Values & string)[],
): Taken<Values> {
  const written = texts.flatMap((name) => {
    const raw = given[name];
    return errors[name] && typeof raw === 'string' && raw.trim() ? [[name, raw.trim()] as const] : [];
  });
  const taken: Partial<Values> = { ...values, ...Object.fromEntries(written) };
  return { values: taken, left: Object.keys(errors).filter((name) => !Object.hasOwn(taken, name)) };
}
