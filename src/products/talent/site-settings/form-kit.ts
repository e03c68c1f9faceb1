/** A form of these pages from its sending to the page it leads to: saved whole, or shown again with its faults and what was typed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Message, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import { type Answers, answersOf } from '../profile-form/profile-form.tsx';

export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;

export type FormName = 'general' | 'footer' | 'social' | 'pictures' | 'legal';
export interface RefusedForm {
  readonly form: FormName;
  readonly typed: Answers;
  readonly errors: FieldErrors;
  readonly failure: Failure;
}

export interface Saving {
  readonly form: FormName;
  readonly fields: readonly string[];
  /** Throws a failure that names every field at fault, before anything is stored. */
  save(typed: Answers): Promise<unknown>;
  readonly said: Message;
  readonly to: string;
  show(refused: RefusedForm): Promise<FastifyReply>;
}

export async function saveForm(request: FastifyRequest, reply: FastifyReply, saving: Saving): Promise<FastifyReply> {
  const typed = answersOf(request.body, saving.fields);
  try {
    await saving.save(typed);
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    return saving.show({ form: saving.form, typed, errors: error.fields, failure: error });
  }
  setFlash(reply, { kind: 'success', text: say(saving.said, request.language) });
  return reply.redirect(saving.to, 303);
}

/** What a form shows: what was typed with its faults when it is the one that was refused, else what is set. */
export const formProps = (refused: RefusedForm | null, form: FormName, values: FormValues) =>
  refused?.form === form ? { values: refused.typed, errors: refused.errors } : { values };
