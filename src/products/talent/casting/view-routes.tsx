/** Saving, renaming, sharing, deleting and bringing back views. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { canonicalQuery, LIST } from './list-query.ts';
import { viewWords as words } from './messages.ts';
import { type ById, type CastingTools, castingPage, done, fieldOf, idOf, viewerOf } from './tools.ts';
import { ViewPage } from './view-page.tsx';
import { addressOf, changeView, createView, removeView, requireOwnView, requireView, restoreView, type View } from './views.ts';

export function registerViews(door: Door, tools: CastingTools): void {
  const { db, clock } = tools;
  door.post('/casting/views', castingPage, async (request, reply) => {
    const [viewer, query] = [viewerOf(request), sentQuery(request)];
    try {
      const fields = sentFields(request);
      const id = await inTransaction(db, async (tx) => {
        const made = await createView(tx, viewer, fields, query, clock.now());
        await note(tools, request, tx, 'create', { id: made, name: fields.name });
        return made;
      });
      return done(request, reply, addressOf({ id, query }), words.saved, { name: fields.name });
    } catch (error) {
      return showPage(tools, request, reply, { view: null, query, refusal: refusedBy(error) });
    }
  });

  door.get<ById>('/casting/views/:id', castingPage, async (request, reply) => {
    const view = await requireOwnView(db, viewerOf(request), idOf(request));
    return showPage(tools, request, reply, { view, query: view.query });
  });
  door.post<ById>('/casting/views/:id', castingPage, async (request, reply) => {
    const view = await requireOwnView(db, viewerOf(request), idOf(request));
    const query = sentQuery(request) || view.query;
    try {
      // Saving over keeps the name; renaming keeps the filters.
      const fields = fieldOf(request, 'name') || fieldOf(request, 'rename') ? sentFields(request) : view;
      await inTransaction(db, async (tx) => {
        await changeView(tx, view.id, { ...fields, query }, clock.now());
        await note(tools, request, tx, 'update', { id: view.id, name: fields.name });
      });
      return done(request, reply, addressOf({ id: view.id, query }), words.saved, { name: fields.name });
    } catch (error) {
      return showPage(tools, request, reply, { view, query, refusal: refusedBy(error) });
    }
  });
  registerRemoval(door, tools);
}

/** No question is asked: the list that follows offers to take it back. */
function registerRemoval(door: Door, tools: CastingTools): void {
  const { db, clock } = tools;
  door.post<ById>('/casting/views/:id/delete', castingPage, async (request, reply) => {
    const view = await requireOwnView(db, viewerOf(request), idOf(request));
    await inTransaction(db, async (tx) => {
      await removeView(tx, view, clock.now());
      await note(tools, request, tx, 'delete', view);
    });
    return reply.redirect(`${LIST}?${view.query}&deleted=${view.id}`, 303);
  });
  door.post<ById>('/casting/views/:id/restore', castingPage, async (request, reply) => {
    const view = await requireOwnView(db, viewerOf(request), idOf(request), { deleted: true });
    await inTransaction(db, async (tx) => {
      await restoreView(tx, view.id);
      await note(tools, request, tx, 'restore', view);
    });
    return done(request, reply, addressOf(view), words.restored, { name: view.name });
  });
}

/** The view that was just deleted and may come back; null when the address names none. */
export async function deletedView(tools: CastingTools, request: FastifyRequest, id: number): Promise<View | null> {
  try {
    return await requireView(tools.db, viewerOf(request), id, { deleted: true });
  } catch (error) {
    if (error instanceof Failure && error.kind === 'not-found') return null;
    throw error;
  }
}

const sentFields = (request: FastifyRequest) => ({ name: fieldOf(request, 'name'), isShared: fieldOf(request, 'shared') === '1' });
const sentQuery = (request: FastifyRequest): string => canonicalQuery(new URLSearchParams(fieldOf(request, 'query')));

function refusedBy(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

function showPage(
  { pages }: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, query, refusal }: { view: View | null; query: string; refusal?: Failure },
): FastifyReply {
  const typed = refusal ? sentFields(request) : null;
  const body = <ViewPage view={view} query={query} typed={typed} errors={refusal?.fields ?? {}} />;
  return pages.send(request, reply, { title: say(words.editTitle, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

const note = ({ audit }: CastingTools, request: FastifyRequest, tx: Tx, type: string, { id, name }: { id: number; name: string }) =>
  audit.activity(request, { type, category: 'casting', description: `Vue « ${name} »`, resourceType: 'casting_view', resourceId: id }, tx);
