/** Gathers what the page of one shortlist shows. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '#kernel/http/access.ts';
import { idsOf, type Query } from '#kernel/page/requests.ts';
import { answersTo } from './answers.ts';
import { nameOf } from './describe.ts';
import { linksOf } from './links.ts';
import type { LinksView } from './links-card.tsx';
import { picksOf } from './picks.ts';
import { type Listed, ShortlistPage, type ShortlistView } from './shortlist-page.tsx';
import { entriesOf, mayManageList, type Shortlist } from './shortlists.ts';
import type { CastingTools } from './tools.ts';

/** What happened to a link just now: made, or refused. */
export type LinkNews = Pick<LinksView, 'made' | 'typed' | 'errors'>;

export async function showShortlist(
  tools: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  list: Shortlist,
  { news = {}, refused = null, status = 200 }: { news?: LinkNews; refused?: ShortlistView['refused']; status?: number } = {},
): Promise<FastifyReply> {
  const { db, clock, pages } = tools;
  const manages = mayManageList(requireViewer(request), list);
  const [listed, links, takenOff] = await Promise.all([
    listedOf(tools, request, list.id),
    manages ? linksOf(db, list.id) : [],
    takenOffOf(tools, request),
  ]);
  const view = { list, listed, links: manages ? { links, now: clock.now(), ...news } : null, takenOff, refused };
  return pages.send(request, reply, { title: list.name, body: <ShortlistPage {...view} />, status });
}

async function listedOf(tools: CastingTools, request: FastifyRequest, id: number): Promise<readonly Listed[]> {
  const [entries, answers] = await Promise.all([entriesOf(tools.db, id), answersTo(tools.db, id)]);
  const people = await tools.cinema.listByIds(
    request,
    entries.map(({ talentId }) => talentId),
  );
  const byId = new Map(entries.map((entry) => [entry.talentId, entry]));
  return (await picksOf(tools, request, people)).flatMap((pick) => {
    const entry = byId.get(pick.person.id);
    return entry ? [{ ...pick, entry, answers: answers.get(pick.person.id) ?? [] }] : [];
  });
}

async function takenOffOf({ cinema }: CastingTools, request: FastifyRequest): Promise<ShortlistView['takenOff']> {
  const [id] = idsOf((request.query as Query)['gone']);
  if (id === undefined) return null;
  const [person] = await cinema.listByIds(request, [id]);
  return person ? { id, name: nameOf(person) } : null;
}
