/** Faults of one form, found by several rules. */
import { Failure, type FieldError } from '#kernel/failure.ts';

/** Adds the fields of a refusal to those found before; anything else goes on as an exception. */
export async function gathered<T>(faults: Record<string, FieldError>, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    for (const [name, fault] of Object.entries(error.fields)) faults[name] ??= fault;
    return null;
  }
}
