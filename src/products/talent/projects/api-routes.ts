/** `/api/v1/cinema/projects` in both dialects. */
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import { dialectOf, sendJson, serialise, wirePage } from '../dialect.ts';
import * as wire from './contract.ts';
import { refusals } from './messages.ts';
import { isStaff, maySeeProject } from './policies.ts';
import { readSort } from './search.ts';
import type { ProjectPageTools } from './tools.ts';

const tags = ['Projects'];
type Query = Readonly<Record<string, unknown>>;

export function registerProjectApi(door: Door, { db, projects }: Pick<ProjectPageTools, 'db' | 'projects'>): void {
  const config = { access: access.public };
  const list = { tags, summary: 'Projects, newest first', querystring: wire.LIST_QUERY, response: wire.either(wire.PROJECTS) };
  door.get<{ Querystring: Query }>('/api/v1/cinema/projects', { config, schema: list }, async (request, reply) => {
    const dialect = dialectOf(request);
    const page = readPage(request.query);
    const asked = projects.readFilters(request.query);
    // What was put away does not exist for others: asking for it finds nothing.
    const isHidden = asked.isActive === false && !isStaff(request.viewer);
    const filters = isStaff(request.viewer) ? asked : { ...asked, isActive: true };
    const found = isHidden ? { total: 0, rows: [] } : await projects.list(filters, page, readSort(request.query['sort']));
    const rows = found.rows.map((project) => wire.presentProject(project, dialect));
    return sendJson(reply, serialise(reply, wire.PROJECTS[dialect], { success: true, ...wirePage(found, page), projects: rows }));
  });

  const one = { tags, summary: 'A project and the people in it whom the reader may see', response: wire.either(wire.PROJECT) };
  door.get<{ Params: { project_id: string } }>('/api/v1/cinema/projects/:project_id', { config, schema: one }, async (request, reply) => {
    const dialect = dialectOf(request);
    const project = await projects.require(db, idOf(request.params.project_id));
    if (!maySeeProject(request.viewer, project)) throw failure.notFound(refusals.noProject);
    const team = await projects.team(request, project.id);
    const shown = wire.presentDetail(project, team, request.viewer, dialect);
    return sendJson(reply, serialise(reply, wire.PROJECT[dialect], { success: true, project: shown }));
  });
}

/** What is no id names nothing. */
export function idOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw failure.notFound(refusals.noProject);
  return Number(text);
}
