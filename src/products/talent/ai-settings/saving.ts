/** A form of settings from its sending to the page it leads to: saved whole, or shown again with its faults and what was typed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { type Answers, answersOf } from '../profile-form/profile-form.tsx';
import type { Change } from '../setting-changes.ts';
import type { AiSettingsTools } from './ai-settings.ts';
import { saveChanges } from './changes.ts';
import { m } from './messages.ts';
import type { FormName, RefusedForm } from './refused-form.ts';

/** One of the pages of this slice. */
export interface AiPage {
  readonly address: string;
  show(request: FastifyRequest, reply: FastifyReply, refused: RefusedForm): Promise<FastifyReply>;
}

interface Saving {
  readonly form: FormName;
  readonly fields: readonly string[];
  /** Throws a failure that names every field at fault. */
  read(typed: Answers): readonly Change[] | Promise<readonly Change[]>;
}

export async function saveForm(
  tools: AiSettingsTools,
  page: AiPage,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, fields, read }: Saving,
): Promise<FastifyReply> {
  const typed = answersOf(request.body, fields);
  try {
    await saveChanges(tools, request, await read(typed));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return page.show(request, reply, { form, typed, refusal: error });
  }
  setFlash(reply, { kind: 'success', text: say(m.saved, request.language) });
  return reply.redirect(page.address, 303);
}
