/** Saving, renaming, sharing, putting first, deleting and bringing back views. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { choiceOf, keepFirstView } from './choices.ts';
import { canonicalQuery, type ListKind, withQuery } from './kinds.ts';
import type { ListTools } from './lists.ts';
import { m } from './messages.ts';
import { type ByList, type Kinds, kindOf, listPage } from './requests.ts';
import { ViewPage } from './view-page.tsx';
import { addressOf, changeView, createView, findView, mayChangeView, removeView, restoreView, type View } from './views.ts';

export function registerViews(door: Door, tools: ListTools, kinds: Kinds): void {
  const { db, clock } = tools;
  door.post<ByList>('/lists/:list/views', listPage, async (request, reply) => {
    const kind = kindOf(kinds, request, request.params.list);
    const query = sentQuery(kind, request);
    try {
      const fields = sentFields(request);
      const id = await inTransaction(db, async (tx) => {
        const made = await createView(tx, requireViewer(request), { list: kind.key, query, ...fields }, clock.now());
        await note(tools, request, tx, 'create', { id: made, name: fields.name });
        return made;
      });
      return done(request, reply, addressOf(kind.path, { id, query }), m.saved, { name: fields.name });
    } catch (error) {
      return showPage(tools, request, reply, { kind, view: null, query, refusal: refusedBy(error) });
    }
  });

  door.get<ById>('/views/:id', listPage, async (request, reply) => {
    const { view, kind } = await ownView(tools, kinds, request);
    return showPage(tools, request, reply, { kind, view, query: view.query });
  });
  door.post<ById>('/views/:id', listPage, async (request, reply) => {
    const { view, kind } = await ownView(tools, kinds, request);
    const query = sentQuery(kind, request) || view.query;
    try {
      // Saving over keeps the name; renaming keeps the filters.
      const fields = fieldOf(request, 'name') || fieldOf(request, 'rename') ? sentFields(request) : view;
      await inTransaction(db, async (tx) => {
        await changeView(tx, view.id, { ...fields, query }, clock.now());
        await note(tools, request, tx, 'update', { id: view.id, name: fields.name });
      });
      return done(request, reply, addressOf(kind.path, { id: view.id, query }), m.saved, { name: fields.name });
    } catch (error) {
      return showPage(tools, request, reply, { kind, view, query, refusal: refusedBy(error) });
    }
  });
  registerFirst(door, tools, kinds);
  registerRemoval(door, tools, kinds);
}

/** Pressed again, the list opens whole. A shared view of somebody else will do. */
function registerFirst(door: Door, { db }: ListTools, kinds: Kinds): void {
  door.post<ById>('/views/:id/first', listPage, async (request, reply) => {
    const viewer = requireViewer(request);
    const view = await findView(db, viewer, idOf(request));
    if (!view) throw failure.notFound();
    const { key, path } = kindOf(kinds, request, view.list);
    const isFirst = (await choiceOf(db, key, viewer.accountId)).viewId === view.id;
    await keepFirstView(db, key, viewer.accountId, isFirst ? null : view.id);
    return done(request, reply, addressOf(path, view), isFirst ? m.isNotFirst : m.isFirst, { name: view.name });
  });
}

/** No question is asked: the list that follows offers to take it back. */
function registerRemoval(door: Door, tools: ListTools, kinds: Kinds): void {
  const { db, clock } = tools;
  door.post<ById>('/views/:id/delete', listPage, async (request, reply) => {
    const { view, kind } = await ownView(tools, kinds, request);
    await inTransaction(db, async (tx) => {
      await removeView(tx, view, clock.now());
      await note(tools, request, tx, 'delete', view);
    });
    return reply.redirect(withQuery(kind.path, `${view.query}&deleted=${view.id}`), 303);
  });
  door.post<ById>('/views/:id/restore', listPage, async (request, reply) => {
    const { view, kind } = await ownView(tools, kinds, request, { deleted: true });
    await inTransaction(db, async (tx) => {
      await restoreView(tx, view.id);
      await note(tools, request, tx, 'restore', view);
    });
    return done(request, reply, addressOf(kind.path, view), m.restored, { name: view.name });
  });
}

/** The view of the address: 403 without its list, 404 when one may not see it, 403 when one may only read it. */
async function ownView({ db }: ListTools, kinds: Kinds, request: FastifyRequest, options?: { deleted?: boolean }) {
  const viewer = requireViewer(request);
  const view = await findView(db, viewer, idOf(request), options);
  if (!view) throw failure.notFound();
  const kind = kindOf(kinds, request, view.list);
  if (!mayChangeView(viewer, view)) throw failure.forbidden(m.ownerOnly);
  return { view, kind };
}

const sentFields = (request: FastifyRequest) => ({ name: fieldOf(request, 'name'), isShared: fieldOf(request, 'shared') === '1' });
const sentQuery = (kind: ListKind, request: FastifyRequest): string => canonicalQuery(kind, new URLSearchParams(fieldOf(request, 'query')));

function refusedBy(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

interface Shown {
  readonly kind: ListKind;
  readonly view: View | null;
  readonly query: string;
  readonly refusal?: Failure;
}

function showPage({ pages }: ListTools, request: FastifyRequest, reply: FastifyReply, { kind, view, query, refusal }: Shown): FastifyReply {
  const typed = refusal ? sentFields(request) : null;
  const body = <ViewPage kind={kind} view={view} query={query} typed={typed} errors={refusal?.fields ?? {}} />;
  return pages.send(request, reply, { title: say(m.editTitle, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

const note = ({ audit }: ListTools, request: FastifyRequest, tx: Tx, type: string, { id, name }: { id: number; name: string }) =>
  audit.activity(request, { type, category: 'lists', description: `Vue « ${name} »`, resourceType: 'list_view', resourceId: id }, tx);
