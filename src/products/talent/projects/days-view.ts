/** What the page of a person's days is given, and where it stands. */
import type { FieldErrors } from '#kernel/failure.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import type { Person, Unavailability } from './availability-store.ts';
import type { Busy } from './clashes.ts';

export interface DaysView {
  readonly person: Person;
  /** `2025-11`. */
  readonly month: string;
  readonly today: string;
  readonly busy: readonly Busy[];
  readonly absences: readonly Unavailability[];
  readonly mayChange: boolean;
  readonly typed: FormValues;
  readonly errors: FieldErrors;
}

export const daysPath = ({ id }: Pick<Person, 'id'>): string => `/cinema/talent/${id}/availability`;
