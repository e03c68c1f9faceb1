/** `/cinema/projects/:id`: a project, its team, and what an administrator does with both. */
import type { ReactElement } from 'react';
import { access, isAdmin } from '#kernel/http/access.ts';
import { Select } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Menu, Pagination } from '#kernel/page/trails.tsx';
import { choiceOf, PROJECT_STATUSES } from '../options/options.ts';
import { Dates, LIST, pathOf, StatusBadge } from './page-kit.tsx';
import { m } from './page-messages.ts';
import { isStaff } from './policies.ts';
import type { Project, TeamMember } from './project.ts';
import { assign, letters, team } from './team-messages.ts';
import { TeamTable } from './team-table.tsx';

export interface ProjectView {
  readonly project: Project;
  /** Country in the reader's language, and where it is shot. */
  readonly place: string;
  /** Whom the reader may see. */
  readonly members: readonly TeamMember[];
  readonly page: number;
  /** Of other slices: the media of the project. */
  readonly panels: readonly (ReactElement | null)[];
}

const SIZE = 60;

export function ProjectPage(view: ProjectView): ReactElement {
  const { viewer } = usePage();
  const { project, members, page, panels } = view;
  const from = (page - 1) * SIZE;
  return (
    <>
      <Head project={project} />
      <div className="flex flex-col gap-6">
        <div className={isAdmin(viewer) ? 'split' : 'stack'}>
          <Facts {...view} />
          {isAdmin(viewer) && (
            <div className="stack">
              <StatusForm project={project} />
              {members.length > 0 && <Letters project={project} members={members} />}
            </div>
          )}
        </div>
        {panels}
        <section className="stack" aria-labelledby="team">
          <TeamHead project={project} />
          <TeamTable members={members.slice(from, from + SIZE)} />
          <Pagination page={page} pages={Math.ceil(members.length / SIZE)} total={members.length} size={SIZE} />
        </section>
      </div>
    </>
  );
}

function Head({ project }: { project: Project }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const base = pathOf(project);
  return (
    <PageHeader title={{ data: project.name }} crumbs={[{ label: m.projects, href: LIST }]} badge={<StatusBadge project={project} />}>
      {access.casting.allows(viewer) && (
        <LinkButton href={`${base}/applications`} kind="secondary" icon="masks">
          {t(m.castings)}
        </LinkButton>
      )}
      {access.presence.allows(viewer) && (
        <LinkButton href={`/presence/${project.id}`} kind="secondary" icon="scan">
          {t(m.presence)}
        </LinkButton>
      )}
      {isAdmin(viewer) && (
        <>
          {project.assignedCount > 0 && (
            <LinkButton href={`${base}/badges`} kind="secondary" icon="id">
              {t(m.badges)}
            </LinkButton>
          )}
          <LinkButton href={`${base}/edit`} kind="secondary" icon="edit">
            {t(m.edit)}
          </LinkButton>
          <Menu
            label={m.actions}
            items={[
              { label: m.presenceFile, href: `/api/v1/presence/export/${project.id}`, icon: 'download' },
              { label: m.remove, href: `${base}/delete`, icon: 'trash', tone: 'danger' },
            ]}
          />
        </>
      )}
    </PageHeader>
  );
}

function TeamHead({ project }: { project: Project }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <h2 className="card-title-text" id="team">
          {t(team.title)}
        </h2>
        <p className="card-lead">
          {t(team.people, { count: project.assignedCount })}
          {!isStaff(viewer) && ` · ${t(team.onlyPublic)}`}
        </p>
      </div>
      {isAdmin(viewer) && (
        <LinkButton href={`${pathOf(project)}/assign-talent`} icon="user-plus">
          {t(assign.title)}
        </LinkButton>
      )}
    </div>
  );
}

function Facts({ project, place }: ProjectView): ReactElement {
  const t = useT();
  const { production, dayStarts, timeZone } = project;
  return (
    <Card title={m.facts} icon="film">
      <Definitions
        items={[
          { term: m.type, value: t(choiceOf('production_type', project.productionType).label) },
          { term: m.production, value: production && <a href={`/cinema/productions/${production.id}`}>{production.name}</a> },
          { term: m.dates, value: project.startDate || project.endDate ? <Dates project={project} /> : null },
          { term: m.where, value: place },
          { term: m.shootingDay, value: t(m.shootingDayOf, { hour: dayStarts, zone: timeZone }) },
          ...(project.description ? [{ term: m.description, value: project.description, wide: true }] : []),
        ]}
      />
    </Card>
  );
}

function StatusForm({ project }: { project: Project }): ReactElement {
  const t = useT();
  const options = Object.entries(PROJECT_STATUSES).map(([value, label]) => ({ value, label }));
  return (
    <Card title={m.status} icon="flag">
      <Form action={`${pathOf(project)}/status`} values={{ status: project.status }} id="status">
        <Select name="status" label={m.status} options={options} placeholder={null} />
        <Button kind="secondary">{t(m.change)}</Button>
      </Form>
    </Card>
  );
}

function Letters({ project, members }: Pick<ProjectView, 'project' | 'members'>): ReactElement {
  const t = useT();
  const count = (state: TeamMember['letter']): number => members.filter(({ letter }) => letter === state).length;
  const [failed, unknown] = [count('failed'), count('unknown')];
  return (
    <Card title={letters.title} icon="mail" lead={t(letters.lead, { sent: count('sent'), total: members.length })}>
      <div className="stack">
        {failed > 0 && <Alert tone="danger">{t(letters.failed, { count: failed })}</Alert>}
        {unknown > 0 && (
          <Alert tone="warning">
            <a href="/admin/settings/email-notifications?template_type=project_selection&status=unknown">
              {t(letters.unknown, { count: unknown })}
            </a>
          </Alert>
        )}
        <LinkButton href={`${pathOf(project)}/send-selection-emails`} kind="secondary" icon="send">
          {t(letters.open)}
        </LinkButton>
      </div>
    </Card>
  );
}
