/** A form that was sent back: which one, why, and what had been typed into it. */
import type { ImageProviderName, TextProviderName } from '#capabilities/generation/generation.ts';
import type { Failure } from '#kernel/failure.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import type { Answers } from '../profile-form/profile-form.tsx';

export type FormName =
  | 'choices'
  | 'order'
  | TextProviderName
  | `${ImageProviderName}-model`
  | `${TextProviderName | ImageProviderName}-key`;

export interface RefusedForm {
  readonly form: FormName;
  /** Without the key: that is never written back into a page. */
  readonly typed: Answers;
  readonly refusal: Failure;
}

/** What a form shows: what was typed with its faults when it is the one that was refused, else what is set. */
export const formProps = (refused: RefusedForm | null, form: FormName, values: FormValues) =>
  refused?.form === form ? { values: refused.typed, errors: refused.refusal.fields } : { values };
