/** `/studio/review`: the pictures that wait for a judgement, the oldest first. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { isId } from '#kernel/page/requests.ts';
import { cropsOf } from './crops.tsx';
import { review as m } from './review-messages.ts';
import { ReviewPage } from './review-view.tsx';
import { addressOf, bodyOf, type Picture, queryOf, REVIEW, type StudioTools, studioPage, textOf } from './tools.ts';

/** Nobody judges more in a row without a new page. */
const QUEUE = 100;

export function registerReviewPages(door: Door, tools: StudioTools): void {
  door.get(REVIEW, studioPage, (request, reply) => show(tools, request, reply));
  door.post(REVIEW, studioPage, async (request, reply) => {
    const form = bodyOf(request);
    const id = requireId(textOf(form, 'id'));
    try {
      await tools.pictures.judge(requireViewer(request).accountId, id, form);
      const after = new URLSearchParams({ after: String(id), done: String(countOf(textOf(form, 'done')) + 1) });
      return reply.redirect(`${REVIEW}?${after.toString()}`, 303);
    } catch (error) {
      if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
      return show(tools, request, reply, { id, note: textOf(form, 'validation_notes'), failure: error });
    }
  });
}

interface Refused {
  readonly id: number;
  readonly note: string;
  readonly failure: Failure;
}

function requireId(text: string): number {
  if (!isId(text)) throw failure.notFound();
  return Number(text);
}
const countOf = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : 0);

async function show(tools: StudioTools, request: FastifyRequest, reply: FastifyReply, refused?: Refused): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const { pictures } = tools;
  const query = queryOf(request);
  const own = async (text: string): Promise<Picture | null> => (text ? pictures.get(accountId, requireId(text)) : null);
  const [queue, figures, wanted, last] = await Promise.all([
    pictures.list({ accountId, status: 'generated' }, 'created_at', { page: 1, size: QUEUE, offset: 0 }),
    pictures.figures(accountId),
    refused ? pictures.get(accountId, refused.id) : own(textOf(query, 'image')),
    // Deleted meanwhile: there is nothing to go back to.
    own(textOf(query, 'after')).catch(() => null),
  ]);
  if (wanted && wanted.file === null) return reply.redirect(addressOf(wanted.id), 303);
  const { rows } = queue;
  const picture = wanted ?? rows.find(({ id }) => id > (last?.id ?? 0)) ?? rows[0] ?? null;
  const current = picture?.id ?? 0;
  const view = {
    picture,
    last,
    crops: picture ? cropsOf(tools, picture) : [],
    twins: picture ? await pictures.lookalikes(picture) : [],
    place: rows.findIndex(({ id }) => id === current) + 1,
    total: queue.total,
    done: countOf(textOf(refused ? bodyOf(request) : query, 'done')),
    previous: rows.findLast(({ id }) => id < current)?.id ?? null,
    next: rows.find(({ id }) => id > current) ?? null,
    making: figures.byStatus['pending'] ?? 0,
    note: refused?.note ?? picture?.validationNotes ?? '',
    errors: refused?.failure.fields ?? {},
  };
  const status = refused ? statusOf(refused.failure) : 200;
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body: <ReviewPage {...view} />, status });
}
