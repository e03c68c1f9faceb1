/** The projects under way, with their dates, and who is missing on a set today for those who look after that. */
import type { ReactElement } from 'react';
import { access, isAdmin } from '#kernel/http/access.ts';
import { Alert, Badge, Card, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { Meter } from '#kernel/page/gauges.tsx';
import { choiceOf, PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import type { CurrentProject } from './dashboard-store.ts';
import { m } from './messages.ts';

export function CurrentProjects({ projects }: { projects: readonly CurrentProject[] }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const all = projects.length > 0 && (
    <LinkButton href="/cinema/projects" kind="quiet" size="sm" iconEnd="arrow-end">
      {t(m.seeAll)}
    </LinkButton>
  );
  return (
    <Card title={m.underWay} icon="film" actions={all}>
      {projects.length > 0 ? (
        <ul className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          {projects.map((project) => (
            <ProjectTile key={project.id} project={project} />
          ))}
        </ul>
      ) : isAdmin(viewer) ? (
        <EmptyState icon="film" title={m.noProjects} text={m.noProjectsText}>
          <LinkButton href="/cinema/projects/new" icon="plus">
            {t(m.newProject)}
          </LinkButton>
        </EmptyState>
      ) : (
        <EmptyState icon="film" title={m.noProjects} text={m.noProjectsMember} />
      )}
    </Card>
  );
}

function ProjectTile({ project }: { project: CurrentProject }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const { id, name, type, production, status, assigned, today } = project;
  const watches = access.presence.allows(viewer) || access.casting.allows(viewer);
  return (
    <li className="flex flex-col gap-3 rounded-box border border-line p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base wrap-anywhere">
            <a href={`/cinema/projects/${id}`}>{name}</a>
          </h3>
          <p className="text-sm text-muted">
            {t(choiceOf('production_type', type).label)}
            {production && (
              <>
                {' · '}
                <bdi>{production}</bdi>
              </>
            )}
          </p>
        </div>
        <Badge tone={status === 'en_tournage' ? 'accent' : 'neutral'} dot={status === 'en_tournage'}>
          {t(PROJECT_STATUSES[status as ProjectStatus])}
        </Badge>
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
        <Dates project={project} />
        <span>{t(m.assigned, { count: assigned })}</span>
      </p>
      {watches && today && <Today today={today} />}
    </li>
  );
}

function Dates({ project: { startDate, endDate } }: { project: CurrentProject }): ReactElement {
  const t = useT();
  if (startDate && endDate) {
    return (
      <span>
        <When at={startDate} /> – <When at={endDate} />
      </span>
    );
  }
  const only = startDate ?? endDate;
  if (!only) return <span>{t(m.noDates)}</span>;
  return (
    <span>
      {t(startDate ? m.from : m.until)} <When at={only} />
    </span>
  );
}

function Today({ today: { expected, missing, names } }: { today: NonNullable<CurrentProject['today']> }): ReactElement {
  const t = useT();
  const rest = missing - names.length;
  return (
    <>
      <Meter label={m.present} value={expected - missing} max={expected} tone={missing === 0 ? 'success' : 'accent'} />
      {missing > 0 && (
        <Alert tone="warning" title={t(m.missing, { count: missing })}>
          {names.map(({ code, name }, index) => (
            <span key={code}>
              {index > 0 && ', '}
              <bdi>
                <a href={`/cinema/profile/${code}`}>{name}</a>
              </bdi>
            </span>
          ))}
          {rest > 0 && ` ${t(m.others, { count: rest })}`}
        </Alert>
      )}
    </>
  );
}
