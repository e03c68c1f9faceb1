/** The pages of duplicates: the queue, two people side by side, what is decided about them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { placeName } from '../catalogue/catalogue.ts';
import { type Dossier, readDossier } from './dossier.ts';
import { BETWEEN, countStates, decide, findMatch, listMatches, type Match, type MatchFilters, STATES, type Verdict } from './matches.ts';
import { countMerges, listMerges } from './merges.ts';
import { MergesPage } from './merges-page.tsx';
import { m } from './messages.ts';
import { PairPage } from './pair-page.tsx';
import { keyOf, nameOf, type Ref, readPeople } from './person.ts';
import { QUEUE, QueuePage, type ShownPerson } from './queue-page.tsx';
import type { NameTools } from './tools.ts';
import { countCommon } from './tracking.ts';

export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
type Query = Readonly<Record<string, string | undefined>>;
const SIZE = 20;

export function registerQueue(door: Door, tools: NameTools): void {
  const { pages } = tools;
  door.get<{ Querystring: Query }>(QUEUE, adminPage, async (request, reply) =>
    request.query['state'] === 'merged' ? showMerges(tools, request, reply) : showQueue(tools, request, reply),
  );
  door.get<ById>(`${QUEUE}/:id`, adminPage, async (request, reply) => {
    const { match, one, other } = await openPair(tools, request, idOf(request));
    const title = say(m.pairTitle, request.language, { one: nameOf(one.person), other: nameOf(other.person) });
    return pages.send(request, reply, { title, body: <PairPage match={match} one={one} other={other} title={title} /> });
  });
  door.post<ById>(`${QUEUE}/:id/verdict`, adminPage, async (request, reply) => {
    const said = await takeVerdict(tools, request, idOf(request));
    return done(request, reply, QUEUE, said);
  });
}

/** Both people of a pair, each with all that is compared; 404 when the pair or one of them is gone. */
export async function openPair(
  tools: NameTools,
  request: FastifyRequest,
  id: number,
): Promise<{ readonly match: Match; readonly one: Dossier; readonly other: Dossier }> {
  const match = await findMatch(tools.db, id);
  const one = match && (await readDossier(tools, request, match.person));
  const other = match && (await readDossier(tools, request, match.other));
  if (!one || !other) throw failure.notFound(m.gone);
  return { match, one, other };
}

function filtersOf(query: Query): MatchFilters {
  const state = STATES.find((name) => name === query['state']) ?? 'pending';
  const between = BETWEEN.find((name) => name === query['between']);
  const { strength } = query;
  const words = (query['search'] ?? '').trim().slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6);
  return {
    state,
    ...(between ? { between } : {}),
    ...(strength === 'strong' || strength === 'weak' ? { isStrong: strength === 'strong' } : {}),
    ...(words.length ? { words } : {}),
  };
}

async function showQueue(tools: NameTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { db, pages } = tools;
  const query = request.query as Query;
  const page = readPage(query, { defaultSize: SIZE });
  const filters = filtersOf(query);
  const [{ rows, total }, counts, merges, common] = await Promise.all([
    listMatches(db, filters, query['order'] === 'newest' ? 'newest' : 'strongest', page),
    countStates(db),
    countMerges(db),
    countCommon(db),
  ]);
  const people = await shownPeople(tools, request, rows);
  const view = { rows, people, total, page: page.page, pages: pageCount(total, page.size), size: page.size, common };
  const body = <QueuePage {...view} state={filters.state} counts={{ ...counts, merged: merges }} />;
  return pages.send(request, reply, { title: say(m.title, request.language), body });
}

async function showMerges(tools: NameTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { db, pages } = tools;
  const page = readPage(request.query as Query, { defaultSize: SIZE });
  const [{ rows, total }, counts] = await Promise.all([listMerges(db, page), countStates(db)]);
  const view = { rows, total, page: page.page, pages: pageCount(total, page.size), size: page.size };
  return pages.send(request, reply, {
    title: say(m.title, request.language),
    body: <MergesPage {...view} counts={{ ...counts, merged: total }} />,
  });
}

/** Everybody on the page, read at once. */
async function shownPeople(
  { db, catalogue }: NameTools,
  { language }: FastifyRequest,
  rows: readonly Match[],
): Promise<ReadonlyMap<string, ShownPerson>> {
  const refs: readonly Ref[] = rows.flatMap(({ person, other }) => [person, other]);
  const [people, snapshot] = await Promise.all([readPeople(db, refs), catalogue.snapshot()]);
  return new Map(people.map((person) => [keyOf(person), { ...person, place: placeName(snapshot, language, person) }]));
}

const VERDICTS = { not_same: m.notSameDone, same: m.sameLaterDone, linked: m.linked, reopen: m.reopened } as const;
type Said = keyof typeof VERDICTS;
const isSaid = (word: string): word is Said => Object.hasOwn(VERDICTS, word);

async function takeVerdict(tools: NameTools, request: FastifyRequest, id: number) {
  const { db, clock } = tools;
  const viewer = requireViewer(request);
  const said = fieldOf(request, 'verdict');
  if (!isSaid(said)) throw failure.field('verdict', m.wrongVerdict, {}, 'choice');
  const { one, other } = await openPair(tools, request, id);
  await inTransaction(db, async (tx) => {
    if (said === 'linked') await linkFiles(tools, request, tx, one, other);
    const verdict: Verdict | null = said === 'reopen' ? null : said;
    if (!(await decide(tx, id, verdict, viewer.accountId, clock.now()))) throw failure.notFound(m.gone);
    const description = `Doublon ${one.person.code} / ${other.person.code} : ${said}`;
    const entry = { type: 'duplicate_decided', category: 'users', description, resourceType: 'name_match', resourceId: id };
    await tools.audit.activity(request, entry, tx);
  });
  return VERDICTS[said];
}

/** The account of the talent has the CINEMA file in hand from then on. */
async function linkFiles({ audit, cinema }: NameTools, request: FastifyRequest, tx: Tx, one: Dossier, other: Dossier): Promise<void> {
  const member = [one, other].find(({ person }) => person.kind === 'standard');
  const file = [one, other].find(({ person }) => person.kind === 'cinema');
  if (!member || !file) throw failure.field('verdict', m.wrongVerdict, {}, 'choice');
  if (!(await cinema.link(tx, file.person.id, member.person.id))) {
    const isOwned = file.person.accountId !== null;
    throw isOwned
      ? failure.conflict('FILE_TAKEN', m.cinemaTaken, {}, { code: file.person.code })
      : failure.conflict('ACCOUNT_TAKEN', m.accountTaken, {}, { code: member.person.code });
  }
  const details = { file: file.person.code, by: request.viewer?.accountId };
  await audit.security(request, { event: 'cinema_file_linked', severity: 'high', accountId: member.person.id, details }, tx);
}
