/** The list of projects: reads the address, asks the room, shows the page. */
import type { FastifyRequest } from 'fastify';
import type { ListKind, ListState } from '#capabilities/lists/lists.ts';
import { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Language, say } from '#kernel/message.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import type { Filter } from '#kernel/page/filters.tsx';
import { placeName, type Snapshot } from '../catalogue/catalogue.ts';
import { OPTIONS } from '../options/options.ts';
import { choicesOf } from '../profile-form/profile-form.tsx';
import { ListPage, type ListView } from './list-page.tsx';
import { LIST, pathOf, signedInPage } from './page-kit.tsx';
import { m } from './page-messages.ts';
import { isStaff } from './policies.ts';
import type { Project } from './project.ts';
import { readSort } from './search.ts';
import type { ProjectPageTools } from './tools.ts';

const SIZE = 25;

const PROJECTS: ListKind = {
  key: 'projects',
  path: LIST,
  title: m.projects,
  access: access.signedIn,
  kept: ['search', 'status', 'production_id', 'production_type', 'country_id', 'is_active', 'sort'],
};

export function registerListPage(door: Door, tools: ProjectPageTools): void {
  const { lists, pages } = tools;
  lists.add(PROJECTS);
  tools.everywhere.add(projectSource(tools));
  door.get(LIST, signedInPage, async (request, reply) => {
    const list = await lists.open(request, reply, PROJECTS.key);
    if (list.home) return reply.redirect(list.home, 303);
    const body = <ListPage {...(await listView(tools, request, list))} />;
    return pages.send(request, reply, { title: say(m.projects, request.language), body });
  });
}

const projectSource = ({ projects }: ProjectPageTools): SearchSource => ({
  key: 'projects',
  title: m.projects,
  icon: 'briefcase',
  access: access.signedIn,
  find: async ({ viewer }, search, most) => {
    const open = isStaff(viewer) ? {} : { isActive: true };
    const { rows } = await projects.list({ search, ...open }, { page: 1, size: most, offset: 0 });
    return rows.map((project) => ({
      href: pathOf(project),
      label: project.name,
      ...(project.production ? { detail: project.production.name } : {}),
    }));
  },
  all: (search) => `${LIST}?${new URLSearchParams({ search })}`,
});

async function listView(tools: ProjectPageTools, request: FastifyRequest, list: ListState): Promise<ListView> {
  const { projects, catalogue } = tools;
  const { filters, page, sort, badFilter } = readQuery(tools, request);
  const [found, counts, snapshot, options] = await Promise.all([
    projects.list(filters, page, sort),
    projects.countByStatus(filters),
    catalogue.snapshot(),
    filtersOf(tools, request),
  ]);
  return {
    rows: found.rows.map((row) => ({ ...row, place: placeOf(row, snapshot, request.language) })),
    total: found.total,
    page: page.page,
    pages: pageCount(found.total, page.size),
    size: page.size,
    counts,
    filters: options,
    badFilter,
    list,
  };
}

/** An address with a value that means nothing shows the list without filters, and says so. */
function readQuery({ projects }: ProjectPageTools, request: FastifyRequest) {
  const sizes = { sizeNames: ['limit'], defaultSize: SIZE };
  const open = isStaff(request.viewer) ? {} : { isActive: true };
  const query = request.query as Readonly<Record<string, string>>;
  try {
    const filters = { ...projects.readFilters(query), ...open };
    return { filters, page: readPage(query, sizes), sort: readSort(query['sort']), badFilter: false };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return { filters: open, page: readPage({}, sizes), sort: readSort(undefined), badFilter: true };
  }
}

async function filtersOf(
  { db, productions, catalogue }: ProjectPageTools,
  { language, viewer }: FastifyRequest,
): Promise<readonly Filter[]> {
  const [companies, snapshot] = await Promise.all([productions.choices(db), catalogue.snapshot()]);
  const shown: Filter = {
    name: 'is_active',
    label: m.shown,
    options: [
      { value: 'true', label: m.active },
      { value: 'false', label: m.away },
    ],
  };
  return [
    { name: 'production_id', label: m.production, options: companies.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'production_type', label: m.type, options: OPTIONS.production_type },
    { name: 'country_id', label: m.country, options: choicesOf(snapshot, language).countries },
    ...(isStaff(viewer) ? [shown] : []),
  ];
}

/** Where it is shot, and in which country, in the reader's language. */
export const placeOf = (
  { shootingLocations, country }: Pick<Project, 'shootingLocations' | 'country'>,
  snapshot: Snapshot,
  language: Language,
): string => [shootingLocations, placeName(snapshot, language, { cityId: null, countryId: country?.id })].filter(Boolean).join(', ');
