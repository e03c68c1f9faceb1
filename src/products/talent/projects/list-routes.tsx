/** The list of projects: reads the address, asks the room, shows the page. */
import type { FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Language, say } from '#kernel/message.ts';
import type { Filter } from '#kernel/page/filters.tsx';
import { placeName, type Snapshot } from '../catalogue/catalogue.ts';
import { OPTIONS } from '../options/options.ts';
import { choicesOf } from '../profile-form/profile-form.tsx';
import { ListPage, type ListView } from './list-page.tsx';
import { signedInPage } from './page-kit.tsx';
import { m } from './page-messages.ts';
import { isStaff } from './policies.ts';
import type { Project } from './project.ts';
import { readSort } from './search.ts';
import type { ProjectPageTools } from './tools.ts';

const SIZE = 25;

export function registerListPage(door: Door, tools: ProjectPageTools): void {
  door.get('/cinema/projects', signedInPage, async (request, reply) =>
    tools.pages.send(request, reply, {
      title: say(m.projects, request.language),
      body: <ListPage {...(await listView(tools, request))} />,
    }),
  );
}

async function listView(tools: ProjectPageTools, request: FastifyRequest): Promise<ListView> {
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
