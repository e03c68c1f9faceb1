/** `/presence`: the projects under way, with who is on the set of each. */
import type { ReactElement } from 'react';
import { Badge, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { FilterBar } from '#kernel/page/filters.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { choiceOf } from '../options/options.ts';
import type { Project } from '../projects/projects.ts';
import type { Headcount } from './overview.ts';
import { m } from './page-messages.ts';

export interface ProjectsView {
  readonly projects: readonly (Project & { readonly count: Headcount | undefined })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function ProjectsPage({ projects, total, page, pages, size }: ProjectsView): ReactElement {
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchProject }}
        filters={[]}
        total={total}
        totalText={m.projects}
        live="projects"
      />
      <div id="projects" className="stack">
        {projects.length === 0 && <EmptyState icon="film" title={m.noProjects} text={m.noProjectsText} />}
        <div className="columns">
          {projects.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </div>
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

function ProjectCard({ project }: { project: ProjectsView['projects'][number] }): ReactElement {
  const t = useT();
  const { present = 0, left = 0, day } = project.count ?? {};
  return (
    <Card
      as="article"
      title={{ data: project.name }}
      lead={project.production ? { data: project.production.name } : choiceOf('production_type', project.productionType).label}
    >
      <div className="stack">
        <p className="cluster">
          <Badge tone={present > 0 ? 'success' : 'neutral'} dot>
            {t(m.presentCount, { count: present })}
          </Badge>
          <Badge>{t(m.leftCount, { count: left })}</Badge>
          <Badge>{t(m.assignedCount, { count: project.assignedCount })}</Badge>
        </p>
        {day && (
          <p className="text-muted">
            {t(m.dayOf)} · <When at={day} />
          </p>
        )}
        <div className="cluster">
          <LinkButton href={`/presence/${project.id}/scan`} icon="scan">
            {t(m.scan)}
          </LinkButton>
          <LinkButton href={`/presence/${project.id}`} kind="secondary">
            {t(m.open)}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}
