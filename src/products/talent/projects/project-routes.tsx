/** The page of one project. */
import type { Door } from '#kernel/http/door.ts';
import { placeOf } from './list-routes.tsx';
import { type ById, projectOf, signedInPage } from './page-kit.tsx';
import { ProjectPage } from './project-page.tsx';
import type { ProjectPageTools } from './tools.ts';

export function registerProjectPage(door: Door, tools: ProjectPageTools): void {
  const { projects, catalogue, pages } = tools;
  door.get<ById>('/cinema/projects/:id', signedInPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    const [members, snapshot] = await Promise.all([projects.team(request, project.id), catalogue.snapshot()]);
    const { page = '1' } = request.query as Readonly<Record<string, string>>;
    const panels = await Promise.all((tools.panels ?? []).map((panel) => panel(request, project)));
    const view = {
      project,
      members,
      panels,
      place: placeOf(project, snapshot, request.language),
      page: /^\d{1,6}$/.test(page) ? Number(page) : 1,
    };
    return pages.send(request, reply, { title: project.name, body: <ProjectPage {...view} /> });
  });
}
