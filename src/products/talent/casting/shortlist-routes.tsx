/** The pages of shortlists for the casting team. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { say } from '#kernel/message.ts';
import { Card, PageHeader } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type ById, done, fieldOf, idOf, idsOf, isId, type Query } from '#kernel/page/requests.ts';
import { castingPage } from '../page-requests.ts';
import { listWords as words } from './shortlist-messages.ts';
import { showShortlist } from './shortlist-view.tsx';
import {
  addPeople,
  changeList,
  createList,
  listShortlists,
  type Move,
  movePerson,
  putBack,
  removeList,
  removePerson,
  requireList,
  requireManagedList,
  type Shortlist,
  type ShortlistFields,
  setNote,
} from './shortlists.ts';
import { AddPage, SHORTLISTS, ShortlistForm, ShortlistsPage } from './shortlists-page.tsx';
import type { CastingTools } from './tools.ts';

export function registerShortlists(door: Door, tools: CastingTools): void {
  const { db, clock } = tools;
  door.get(SHORTLISTS, castingPage, async (request, reply) => showLists(tools, request, reply));
  door.post(SHORTLISTS, castingPage, async (request, reply) => {
    const fields = sentFields(request);
    try {
      const id = await inTransaction(db, async (tx) => {
        const made = await createList(tx, requireViewer(request), fields, clock.now());
        const people = sentIds(request);
        if (people.length > 0) await addPeople(tx, made, people, requireViewer(request), clock.now());
        await note(tools, request, tx, 'create', { id: made, name: fields.name }, `${people.length} personnes`);
        return made;
      });
      return done(request, reply, `${SHORTLISTS}/${id}`, words.created, { name: fields.name });
    } catch (error) {
      const [refusal, people] = [refusedBy(error), sentIds(request)];
      if (people.length > 0) return showAdd(tools, request, reply, people, fields, refusal);
      return showLists(tools, request, reply, fields, refusal);
    }
  });

  door.get<{ Querystring: Query }>(`${SHORTLISTS}/add`, castingPage, (request, reply) =>
    showAdd(tools, request, reply, [...idsOf(request.query['talent']), ...idsOf(request.query['ids'])]),
  );
  door.post(`${SHORTLISTS}/add`, castingPage, async (request, reply) => {
    const chosen = fieldOf(request, 'shortlist');
    const list = await requireList(db, requireViewer(request), isId(chosen) ? Number(chosen) : 0);
    const count = await inTransaction(db, async (tx) => {
      const added = await addPeople(tx, list.id, sentIds(request), requireViewer(request), clock.now());
      await note(tools, request, tx, 'update', list, `${added} personnes ajoutées`);
      return added;
    });
    return done(request, reply, `${SHORTLISTS}/${list.id}`, words.added, { count, name: list.name });
  });
  registerOne(door, tools);
  registerEdit(door, tools);
}

const sentFields = (request: FastifyRequest): ShortlistFields => ({
  name: fieldOf(request, 'name'),
  brief: fieldOf(request, 'brief') || null,
  isTeam: fieldOf(request, 'team') === '1',
});
const sentIds = (request: FastifyRequest): readonly number[] => idsOf(((request.body ?? {}) as FormBody)['ids']);

function refusedBy(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

async function showLists(
  { db, clock, pages }: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  typed?: ShortlistFields,
  refusal?: Failure,
): Promise<FastifyReply> {
  const lists = await listShortlists(db, requireViewer(request), clock.now());
  const body = <ShortlistsPage lists={lists} typed={typed} errors={refusal?.fields} />;
  return pages.send(request, reply, { title: say(words.title, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** Where people who were chosen are put: into a list that is there, or a new one. */
async function showAdd(
  { db, clock, cinema, pages }: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  ids: readonly number[],
  typed?: ShortlistFields,
  refusal?: Failure,
): Promise<FastifyReply> {
  const [people, lists] = await Promise.all([cinema.listByIds(request, ids), listShortlists(db, requireViewer(request), clock.now())]);
  const body = <AddPage people={people} lists={lists} typed={typed} errors={refusal?.fields} />;
  return pages.send(request, reply, { title: say(words.addTitle, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** The page of one, and everything that happens to one of its lines. */
function registerOne(door: Door, tools: CastingTools): void {
  const { db, clock } = tools;
  door.get<ById>(`${SHORTLISTS}/:id`, castingPage, async (request, reply) => {
    const list = await requireList(db, requireViewer(request), idOf(request));
    return showShortlist(tools, request, reply, list);
  });
  door.post<ById>(`${SHORTLISTS}/:id/people`, castingPage, async (request, reply) => {
    const list = await requireList(db, requireViewer(request), idOf(request));
    const [talentId] = idsOf(fieldOf(request, 'talent'));
    if (talentId === undefined) throw failure.notFound();
    const act = fieldOf(request, 'act');
    try {
      await inTransaction(db, async (tx) => {
        await actOn(tx, list, talentId, act, request, clock.now());
        await note(tools, request, tx, 'update', list, `personne ${talentId}, ${act}`);
      });
    } catch (error) {
      const refusal = refusedBy(error);
      const fault = refusal.fields['note'];
      if (!fault) throw refusal;
      const refused = { talentId, note: fieldOf(request, 'note'), error: fault };
      return showShortlist(tools, request, reply, list, { refused, status: statusOf(refusal) });
    }
    return reply.redirect(`${SHORTLISTS}/${list.id}${act === 'remove' ? `?gone=${talentId}` : `#person-${talentId}`}`, 303);
  });
}

const MOVES: readonly string[] = ['up', 'down', 'first', 'last'] satisfies readonly Move[];

/** Every act on a line keeps what is written in its note. */
async function actOn(tx: Tx, { id }: Shortlist, talentId: number, act: string, request: FastifyRequest, now: Date): Promise<void> {
  if (act === 'back') return putBack(tx, id, talentId, now);
  await setNote(tx, id, talentId, fieldOf(request, 'note'), now);
  if (act === 'remove') await removePerson(tx, id, talentId, now);
  if (MOVES.includes(act)) await movePerson(tx, id, talentId, act as Move, now);
}

function registerEdit(door: Door, tools: CastingTools): void {
  const { db, clock, pages } = tools;
  door.get<ById>(`${SHORTLISTS}/:id/edit`, castingPage, async (request, reply) =>
    showEdit(tools, request, reply, await requireManagedList(db, requireViewer(request), idOf(request))),
  );
  door.post<ById>(`${SHORTLISTS}/:id/edit`, castingPage, async (request, reply) => {
    const list = await requireManagedList(db, requireViewer(request), idOf(request));
    const fields = sentFields(request);
    try {
      await inTransaction(db, async (tx) => {
        await changeList(tx, list.id, fields, clock.now());
        await note(tools, request, tx, 'update', { id: list.id, name: fields.name });
      });
      return done(request, reply, `${SHORTLISTS}/${list.id}`, words.saved, { name: fields.name });
    } catch (error) {
      return showEdit(tools, request, reply, list, fields, refusedBy(error));
    }
  });

  door.get<ById>(`${SHORTLISTS}/:id/delete`, castingPage, async (request, reply) => {
    const list = await requireManagedList(db, requireViewer(request), idOf(request));
    const [title, base] = [say(words.removeTitle, request.language), `${SHORTLISTS}/${list.id}`];
    const body = (
      <Confirm
        title={title}
        name={list.name}
        action={`${base}/delete`}
        submit={words.remove}
        cancelHref={`${base}/edit`}
        crumbs={[{ label: { data: list.name }, href: base }]}
        danger
      >
        <p>{say(words.removeText, request.language)}</p>
      </Confirm>
    );
    return pages.send(request, reply, { title, body });
  });
  door.post<ById>(`${SHORTLISTS}/:id/delete`, castingPage, async (request, reply) => {
    const list = await requireManagedList(db, requireViewer(request), idOf(request));
    await inTransaction(db, async (tx) => {
      await removeList(tx, list.id, clock.now());
      await note(tools, request, tx, 'delete', list);
    });
    return done(request, reply, SHORTLISTS, words.removed, { name: list.name });
  });
}

function showEdit(
  { pages }: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  list: Shortlist,
  typed?: ShortlistFields,
  refusal?: Failure,
): FastifyReply {
  const base = `${SHORTLISTS}/${list.id}`;
  const body = (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={words.edit} crumbs={[{ label: { data: list.name }, href: base }]} />
      <Card>
        <ShortlistForm action={`${base}/edit`} submit={words.save} list={list} typed={typed} errors={refusal?.fields} />
      </Card>
      <p className="mt-4">
        <a className="text-error" href={`${base}/delete`}>
          {say(words.remove, request.language)}
        </a>
      </p>
    </div>
  );
  return pages.send(request, reply, { title: list.name, body, status: refusal ? statusOf(refusal) : 200 });
}

const note = (
  { audit }: CastingTools,
  request: FastifyRequest,
  tx: Tx,
  type: string,
  { id, name }: { id: number; name: string },
  detail = '',
): Promise<void> => {
  const description = `Sélection « ${name} »${detail && ` : ${detail}`}`;
  return audit.activity(request, { type, category: 'casting', description, resourceType: 'shortlist', resourceId: id }, tx);
};
