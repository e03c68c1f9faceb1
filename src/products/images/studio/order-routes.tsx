/** `/studio`: the form, the board, and orders that a press makes from a picture there already is. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { say } from '#kernel/message.ts';
import { PageHeader } from '#kernel/page/components.tsx';
import type { FormValues } from '#kernel/page/forms.tsx';
import { type ById, done, idOf, isId } from '#kernel/page/requests.ts';
import { Board } from './board-view.tsx';
import { makersOf } from './maker.ts';
import { order as m } from './messages.ts';
import { OrderForm } from './order-form.tsx';
import { withProgress } from './progress.ts';
import { sidesOf } from './sizes.ts';
import { stripsOf } from './strips.ts';
import { StudioTabs } from './tabs.tsx';
import { bodyOf, listOf, type Picture, queryOf, ROOT, type StudioTools, studioPage, textOf } from './tools.ts';

const ON_BOARD = 24;
const OFFERED_TAGS = 12;
const DEFAULTS = { style: 'realistic', size: '1024x1024', quality: 'standard', variations: '4' };

export function registerOrderPages(door: Door, tools: StudioTools): void {
  door.get(ROOT, studioPage, async (request, reply) => show(tools, request, reply, await prefilled(tools, request)));
  door.post(ROOT, studioPage, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const form = bodyOf(request);
    try {
      const { length: count } = await tools.pictures.orderSeveral(accountId, readForm(form));
      return done(request, reply, `${ROOT}#board`, m.ordered, { count });
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'rate-limited'].includes(error.kind)) throw error;
      return show(tools, request, reply, { values: typedIn(form), isPrefilled: true }, error);
    }
  });
  // The same words with chance anew, or the very same order once more.
  for (const act of ['like', 'again'] as const)
    door.post<ById>(`${ROOT}/images/:id/${act}`, studioPage, async (request, reply) => {
      const { accountId } = requireViewer(request);
      const { id, seed } = await tools.pictures.get(accountId, idOf(request));
      await tools.pictures.orderSeveral(accountId, { parent: id, ...(act === 'again' ? { seed } : {}) });
      return done(request, reply, `${ROOT}#board`, m.ordered, { count: 1 });
    });
}

/** The order as the use-case reads it: one size is two sides, ticked and typed tags are one list. */
const readForm = ({ parent: _parent, ...form }: FormBody): Readonly<Record<string, unknown>> => ({
  ...form,
  ...sidesOf(textOf(form, 'size')),
  tags: [...listOf(form, 'tag'), ...textOf(form, 'tags').split(',')],
});

const typedIn = (form: FormBody): FormValues => ({ ...DEFAULTS, ...form });

interface Filled {
  readonly values: FormValues;
  readonly isPrefilled: boolean;
}

/** `?from=12` brings the order of a picture back with its seed; `?prompt=…` some words. */
async function prefilled({ pictures }: StudioTools, request: FastifyRequest): Promise<Filled> {
  const query = queryOf(request);
  const [prompt, from] = [textOf(query, 'prompt'), textOf(query, 'from')];
  if (!from) return { values: { ...DEFAULTS, ...(prompt ? { prompt } : {}) }, isPrefilled: prompt !== '' };
  if (!isId(from)) throw failure.notFound();
  return {
    values: { ...DEFAULTS, ...orderOf(await pictures.get(requireViewer(request).accountId, Number(from))), variations: '1' },
    isPrefilled: true,
  };
}

const orderOf = ({ prompt, style, width, height, quality, seed, tags }: Picture): FormValues => ({
  ...{ prompt, style, quality, seed, tags: tags.join(', ') },
  size: `${width}x${height}`,
});

async function show(
  tools: StudioTools,
  request: FastifyRequest,
  reply: FastifyReply,
  filled: Filled,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const { language } = request;
  const page = { page: 1, size: ON_BOARD, offset: 0 };
  const [latest, figures, tags, makers] = await Promise.all([
    tools.pictures.list({ accountId }, '-created_at', page),
    tools.pictures.figures(accountId),
    tools.pictures.tags(accountId),
    makersOf(tools),
  ]);
  const shots = withProgress(latest.rows, figures.averageTime);
  if (refusal?.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  const order = { ...filled, ...refusedWith(refusal, request), makers, ownTags: tags.slice(0, OFFERED_TAGS).map(({ name }) => name) };
  const body = (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <StudioTabs toReview={figures.byStatus['generated'] ?? 0} />
      <div className="studio-desk">
        <OrderForm {...order} />
        <Board strips={stripsOf(shots)} making={figures.byStatus['pending'] ?? 0} />
      </div>
    </>
  );
  return tools.pages.send(request, reply, { title: say(m.title, language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** The form asks for one size where the order has two sides. */
function refusedWith(
  refusal: Failure | undefined,
  { language }: FastifyRequest,
): { readonly errors: FieldErrors; readonly refusal: string | null } {
  const { width, height, ...fields } = refusal?.fields ?? {};
  const side = width ?? height;
  const errors = { ...fields, ...(side ? { size: side } : {}) };
  if (!refusal || Object.keys(errors).length > 0) return { errors, refusal: null };
  const minutes = Math.max(1, Math.ceil((refusal.retryAfter ?? 0) / 60));
  return { errors, refusal: refusal.retryAfter === undefined ? say(refusal.text, language) : say(m.tooOften, language, { minutes }) };
}
