/** `/cinema/talents` and the comparison: read the address, ask, show. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { access, isAdmin, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import type { Query } from '#kernel/page/requests.ts';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { ComparePage } from './compare-page.tsx';
import { cinemaSource } from './finding.ts';
import { facetsOf } from './list-facets.ts';
import { ListPage, type ListView } from './list-page.tsx';
import { CINEMA_LIST, comparedIds, LIST, type ListAsked, pagesOf, readList } from './list-query.ts';
import { countMarks, findMarked, teamMarks } from './marks.ts';
import { m } from './messages.ts';
import { picksOf } from './picks.ts';
import { type CastingTools, isCasting } from './tools.ts';

type Asked = { Querystring: Query };
const signedInPage = { config: { access: access.signedIn, kind: 'page' } } as const;

export function registerList(door: Door, tools: CastingTools): void {
  const { lists, search, pages } = tools;
  lists.add(CINEMA_LIST);
  tools.everywhere.add(cinemaSource(tools));
  door.get<Asked>(LIST, signedInPage, async (request, reply) => {
    const list = await lists.open(request, reply, CINEMA_LIST.key);
    if (list.home) return reply.redirect(list.home, 303);
    const asked = await readList(search, request.query, isCasting(request.viewer));
    const view = await listView(tools, request, asked);
    const { page, size } = asked.page;
    // A page behind the end is the last one: an old address, or people who left.
    if (view.picks.length === 0 && view.total > 0) return toPage(request, reply, pagesOf(view.total).pages);
    const body = <ListPage {...view} list={list} page={page} size={size} />;
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });

  door.get<Asked>(`${LIST}/compare`, signedInPage, async (request, reply) => {
    const wanted = comparedIds(request.query);
    const people = await tools.cinema.listByIds(request, wanted.slice(0, 4));
    const [picks, team] = await Promise.all([
      picksOf(tools, request, people),
      isCasting(request.viewer) ? teamMarks(tools.db, wanted.slice(0, 4)) : [],
    ]);
    const body = <ComparePage picks={picks} team={team} isCasting={isCasting(request.viewer)} tooMany={wanted.length > 4} />;
    return pages.send(request, reply, { title: say(m.compareTitle, request.language), body });
  });
}

function toPage(request: FastifyRequest, reply: FastifyReply, page: number): FastifyReply {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  query.set('page', String(page));
  return reply.redirect(`${LIST}?${query}`, 303);
}

async function listView(tools: CastingTools, request: FastifyRequest, asked: ListAsked): Promise<Omit<ListView, 'page' | 'size' | 'list'>> {
  const { catalogue, search } = tools;
  const casting = isCasting(request.viewer);
  const [{ people, total }, facets, marks, snapshot] = await Promise.all([
    peopleOf(tools, request, asked),
    asked.marks.length > 0 ? null : search.facets(asked.filters),
    casting ? ownMarkCounts(tools, request, asked) : null,
    catalogue.snapshot(),
  ]);
  const { pages, goesOn, last } = pagesOf(total);
  return {
    picks: await picksOf(tools, request, people, snapshot),
    total,
    pages,
    reach: goesOn ? last : null,
    facets: facetsOf(snapshot, request.language, { facets, marks }),
    isCasting: casting,
    mayRegister: isAdmin(request.viewer),
    ignored: asked.ignored,
  };
}

type People = { readonly people: readonly ListedCinemaTalent[]; readonly total: number };

/** Marks are few and live in their own table: they lead, and the filters narrow them. */
async function peopleOf({ db, cinema, search }: CastingTools, request: FastifyRequest, asked: ListAsked): Promise<People> {
  const { filters, marks, page, sort } = asked;
  if (marks.length === 0) {
    const { rows, total } = await cinema.list(request, filters, page, sort);
    return { people: rows, total };
  }
  const { accountId } = requireViewer(request);
  const { ids, total } = await findMarked(db, { accountId, marks, where: await search.where(filters), page });
  return { people: await cinema.listByIds(request, ids), total };
}

const ownMarkCounts = async ({ db, search }: CastingTools, request: FastifyRequest, { filters }: ListAsked) =>
  countMarks(db, requireViewer(request).accountId, await search.where(filters));
