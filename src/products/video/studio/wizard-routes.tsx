/** `/films/new`: the form, and the project with its script under way that comes of it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { answerOnce } from '#kernel/http/idempotency.ts';
import { say } from '#kernel/message.ts';
import { done } from '#kernel/page/requests.ts';
import type { FilmTools } from '../rooms.ts';
import { quoteFor } from './estimate.ts';
import { wizard as m } from './messages.ts';
import { addressOf, filmPage, NEW, newOnce, onceFrom } from './requests.ts';
import { voicesOf } from './voices.ts';
import { fieldNameOf, filled, projectFrom } from './wizard-form.ts';
import { WizardPage } from './wizard-view.tsx';

export function registerWizard(site: Door, tools: FilmTools): void {
  site.get(NEW, filmPage, (request, reply) => show(tools, request, reply, request.query as FormBody));
  site.post(NEW, filmPage, async (request, reply) => {
    const form = (request.body ?? {}) as FormBody;
    try {
      const { id } = await begin(tools, request, reply, form);
      return done(request, reply, addressOf(id), m.begun);
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'rate-limited', 'conflict'].includes(error.kind)) throw error;
      return show(tools, request, reply, form, error);
    }
  });
}

function begin(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, form: FormBody): Promise<{ readonly id: string }> {
  const { accountId } = requireViewer(request);
  onceFrom(request);
  return answerOnce(tools, request, reply, {
    work: async (tx) => {
      const { id } = await tools.projects.create(tx, accountId, projectFrom(filled(form)));
      await tools.pipeline.start(tx, accountId, id, { until: 'script' });
      return { id };
    },
  });
}

async function show(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormBody,
  refusal?: Failure,
): Promise<FastifyReply> {
  const values = filled(form);
  const [{ voices }, quote] = await Promise.all([voicesOf(tools), quoteFor(tools, values)]);
  const errors = withoutEcho(errorsOf(refusal), values.title);
  const isWhole = refusal && Object.keys(errors).length === 0;
  if (refusal?.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  const body = (
    <WizardPage
      {...{ values, errors, voices, quote }}
      refusal={isWhole ? say(refusal.text, request.language, refusal.params) : null}
      once={newOnce()}
      isPrefilled={values.prompt !== '' || refusal !== undefined}
    />
  );
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** A title that nobody typed comes of the sentence: where that is missing, it says so alone. */
function withoutEcho({ title, ...others }: FieldErrors, typed: string): FieldErrors {
  return title && (typed || !others['prompt']) ? { ...others, title } : others;
}

export const errorsOf = (refusal: Failure | undefined): FieldErrors =>
  Object.fromEntries(Object.entries(refusal?.fields ?? {}).map(([name, fault]) => [fieldNameOf(name), fault]));
