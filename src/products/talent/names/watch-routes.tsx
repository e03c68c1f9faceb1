/** The pages of watched names. Whoever looks at them leaves a trace. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { placeName } from '../catalogue/catalogue.ts';
import { codeAliases } from '../codes.ts';
import { findByCodes, keyOf, readPeople } from './person.ts';
import { WATCH } from './queue-page.tsx';
import { adminPage } from './queue-routes.tsx';
import type { NameTools } from './tools.ts';
import {
  type Entry,
  endEntry,
  findEntry,
  insertEntry,
  judgeNotice,
  KEPT_DAYS,
  listEntries,
  noticePresent,
  noticesAbout,
  noticesOf,
  updateEntry,
  watchedName,
} from './watch.ts';
import { EntryPage } from './watch-entry-page.tsx';
import { latestEnd, readChanges, readEntry, sentEntry, type TypedEntry } from './watch-form.ts';
import { watch as words } from './watch-messages.ts';
import { type AccessView, WatchPage } from './watch-page.tsx';

type Query = Readonly<Record<string, string | undefined>>;
type ByMatch = { readonly Params: { readonly id: string; readonly match: string } };
const SIZE = 20;

export function registerWatch(door: Door, tools: NameTools): void {
  const { db, clock } = tools;
  door.get<{ Querystring: Query }>(WATCH, adminPage, async (request, reply) => {
    await traceView(tools, request, 'Liste des noms surveillés consultée');
    return showList(tools, request, reply, {});
  });
  door.post(WATCH, adminPage, async (request, reply) => {
    const typed = sentEntry(request);
    try {
      const { entry, count } = await inTransaction(db, (tx) => addEntry(tools, request, tx, typed));
      const params = { name: watchedName(entry), until: entry.expiresAt, count };
      return done(request, reply, `${WATCH}/${entry.id}`, words.added, params);
    } catch (error) {
      return showList(tools, request, reply, typed, refusedBy(error));
    }
  });
  door.get<ById>(`${WATCH}/:id`, adminPage, async (request, reply) => {
    const entry = await requireEntry(tools, idOf(request));
    await traceView(tools, request, `Nom surveillé n° ${entry.id} consulté`, entry.id);
    return showEntry(tools, request, reply, entry, {});
  });
  door.post<ById>(`${WATCH}/:id`, adminPage, async (request, reply) => {
    const entry = await requireEntry(tools, idOf(request));
    const typed = sentEntry(request);
    try {
      const changes = readChanges(typed, entry.createdAt, clock.now());
      await act(tools, request, entry, 'modifié', (tx) => updateEntry(tx, entry.id, changes, clock.now()));
      return done(request, reply, `${WATCH}/${entry.id}`, words.saved);
    } catch (error) {
      return showEntry(tools, request, reply, entry, typed, refusedBy(error));
    }
  });
  registerEnd(door, tools);
  door.post<ByMatch>(`${WATCH}/:id/people/:match`, adminPage, async (request, reply) => {
    const entry = await requireEntry(tools, idOf(request));
    const { match } = request.params;
    if (!/^[1-9]\d{0,8}$/.test(match)) throw failure.notFound();
    const isConcerned = fieldOf(request, 'verdict') === 'seen';
    const by = requireViewer(request).accountId;
    await act(tools, request, entry, 'correspondance examinée', (tx) =>
      judgeNotice(tx, entry.id, Number(match), isConcerned, by, clock.now()),
    );
    return done(request, reply, `${WATCH}/${entry.id}`, words.judged);
  });
}

function registerEnd(door: Door, tools: NameTools): void {
  door.get<ById>(`${WATCH}/:id/end`, adminPage, async (request, reply) => {
    const entry = await requireEntry(tools, idOf(request));
    const body = (
      <Confirm
        title={words.end}
        name={watchedName(entry)}
        action={`${WATCH}/${entry.id}/end`}
        submit={words.end}
        cancelHref={`${WATCH}/${entry.id}`}
      >
        <p>{say(words.endText, request.language, { days: KEPT_DAYS })}</p>
      </Confirm>
    );
    return tools.pages.send(request, reply, { title: say(words.end, request.language), body });
  });
  door.post<ById>(`${WATCH}/:id/end`, adminPage, async (request, reply) => {
    const entry = await requireEntry(tools, idOf(request));
    await act(tools, request, entry, 'terminé', (tx) => endEntry(tx, entry.id, tools.clock.now()));
    return done(request, reply, WATCH, words.ended, { name: watchedName(entry) });
  });
}

async function addEntry(
  { clock, audit }: NameTools,
  request: FastifyRequest,
  tx: Tx,
  typed: TypedEntry,
): Promise<{ readonly entry: Entry; readonly count: number }> {
  const now = clock.now();
  const id = await insertEntry(tx, readEntry(typed, now), request.language, requireViewer(request).accountId, now);
  const entry = await findEntry(tx, id);
  if (!entry) throw new Error(`entry ${id} is gone`);
  await audit.activity(request, { ...ENTRY, type: 'name_watch_added', description: `Nom surveillé n° ${id} ajouté`, resourceId: id }, tx);
  return { entry, count: await noticePresent(tx, entry, now) };
}

/** The name is not repeated in the log: the log is read by more people than the list. */
const ENTRY = { category: 'privacy', resourceType: 'name_watch' } as const;

const traceView = ({ audit, db }: NameTools, request: FastifyRequest, description: string, id?: number): Promise<void> =>
  audit.activity(request, { ...ENTRY, type: 'name_watch_viewed', description, ...(id === undefined ? {} : { resourceId: id }) }, db);

async function act(
  { db, audit }: NameTools,
  request: FastifyRequest,
  entry: Entry,
  what: string,
  work: (tx: Tx) => Promise<boolean>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await work(tx))) throw failure.notFound();
    const description = `Nom surveillé n° ${entry.id} : ${what}`;
    await audit.activity(request, { ...ENTRY, type: 'name_watch_changed', description, resourceId: entry.id }, tx);
  });
}

async function requireEntry({ db }: NameTools, id: number): Promise<Entry> {
  const entry = await findEntry(db, id);
  if (!entry) throw failure.notFound();
  return entry;
}

function refusedBy(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

async function showList(
  tools: NameTools,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: TypedEntry,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { db, clock, pages } = tools;
  const query = request.query as Query;
  const now = clock.now();
  const page = readPage(query, { defaultSize: SIZE });
  const isCurrent = query['list'] !== 'over';
  const { rows, total } = await listEntries(db, isCurrent, now, page);
  const list = { rows, total, page: page.page, pages: pageCount(total, page.size), size: page.size };
  const form = { typed, errors: refusal?.fields ?? {}, today: now, limit: latestEnd(now) };
  return pages.send(request, reply, {
    title: say(words.title, request.language),
    body: <WatchPage {...list} isCurrent={isCurrent} form={form} access={await accessOf(tools, query['code'])} />,
    status: refusal ? statusOf(refusal) : 200,
  });
}

/** What is kept about the person of a code, for their right of access. */
async function accessOf({ db }: NameTools, code: string | undefined): Promise<AccessView | null> {
  const wanted = code?.trim();
  if (!wanted) return null;
  const [person] = await findByCodes(db, codeAliases(wanted));
  return { code: wanted, person: person ?? null, notices: person ? await noticesAbout(db, person) : [] };
}

async function showEntry(
  tools: NameTools,
  request: FastifyRequest,
  reply: FastifyReply,
  entry: Entry,
  typed: TypedEntry,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { db, catalogue, clock, pages } = tools;
  const page = readPage(request.query as Query, { defaultSize: SIZE });
  const notices = await noticesOf(db, entry.id, page);
  const [people, snapshot] = await Promise.all([
    readPeople(
      db,
      notices.map(({ person }) => person),
    ),
    catalogue.snapshot(),
  ]);
  const byKey = new Map(people.map((person) => [keyOf(person), { ...person, place: placeName(snapshot, request.language, person) }]));
  const rows = notices.flatMap((notice) => {
    const person = byKey.get(keyOf(notice.person));
    return person ? [{ ...notice, person }] : [];
  });
  const list = { rows, total: entry.noticed, page: page.page, pages: pageCount(entry.noticed, page.size), size: page.size };
  const form = { typed, errors: refusal?.fields ?? {}, today: clock.now(), limit: latestEnd(entry.createdAt) };
  return pages.send(request, reply, {
    title: watchedName(entry),
    body: <EntryPage {...list} entry={entry} form={form} />,
    status: refusal ? statusOf(refusal) : 200,
  });
}
