/** `/films`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListKind } from '#capabilities/lists/lists.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import { asked } from '#kernel/page/requests.ts';
import { isProjectSort, PROJECT_STATUSES, type Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { statusNames } from './labels.ts';
import { type FilmCard, ListPage } from './list-view.tsx';
import { list as m } from './messages.ts';
import { addressOf, filmPage, firstOf, media, ROOT } from './requests.ts';

const ON_PAGE = 12;

const FILMS: ListKind = {
  key: 'films',
  path: ROOT,
  title: m.title,
  access: access.signedIn,
  kept: ['search', 'status', 'sort', 'view'],
  plain: { view: 'cards' },
};

const filmSource = ({ projects }: FilmTools): SearchSource => ({
  key: 'films',
  title: m.title,
  icon: 'film',
  access: access.signedIn,
  find: async (request, search, most) => {
    const { rows } = await projects.list(requireViewer(request).accountId, { search }, { page: 1, size: most, offset: 0 });
    return rows.map(({ id, title, status }) => ({ href: addressOf(id), label: title, detail: say(statusNames[status], request.language) }));
  },
  all: (search) => `${ROOT}?${new URLSearchParams({ search })}`,
});

export function registerList(site: Door, tools: FilmTools): void {
  tools.lists.add(FILMS);
  tools.everywhere.add(filmSource(tools));
  site.get(ROOT, filmPage, (request, reply) => show(tools, request, reply));
}

async function show(tools: FilmTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const list = await tools.lists.open(request, reply, FILMS.key);
  if (list.home) return reply.redirect(list.home, 303);
  const status = PROJECT_STATUSES.find((each) => each === asked(request, 'status'));
  const search = asked(request, 'search');
  const sort = asked(request, 'sort');
  const page = readPage({ page: asked(request, 'page') }, { defaultSize: ON_PAGE });
  const filters = { ...(status ? { status } : {}), ...(search ? { search } : {}) };
  const { rows, total } = await tools.projects.list(accountId, filters, page, isProjectSort(sort) ? sort : undefined);
  const films = await Promise.all(rows.map((project) => cardOf(tools, project)));
  const paging = { page: page.page, pages: pageCount(total, page.size), total, size: page.size };
  const body = <ListPage {...{ films, list, paging }} isFiltered={Boolean(status ?? search)} />;
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body });
}

async function cardOf(tools: FilmTools, project: Project): Promise<FilmCard> {
  const isUnderWay = ['scripting', 'generating', 'rendering'].includes(project.status);
  const [poster, run] = await Promise.all([
    posterOf(tools, project),
    isUnderWay ? tools.pipeline.state(project.accountId, project.id) : null,
  ]);
  return { project, poster, progress: run?.overall ?? (isUnderWay ? 0 : null) };
}

/** The film's, else its latest picture. */
async function posterOf({ assets }: FilmTools, { accountId, id, videoId }: Project): Promise<string | null> {
  if (videoId) return media.poster(videoId);
  const { rows } = await assets.list(accountId, { projectId: id, type: 'image', status: 'completed' }, firstOf(1));
  const [first] = rows;
  return first ? media.thumbnail(first.id) : null;
}
