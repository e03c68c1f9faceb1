/** `/cinema/productions/:id`: one company: who it is, what it made, what it shoots, and its seal. */
import type { ReactElement } from 'react';
import { isAdmin } from '#kernel/http/access.ts';
import { Badge, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Count, type Definition, Definitions, When } from '#kernel/page/facts.tsx';
import { choiceOf, PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import { ContactList } from './contact-list.tsx';
import { labels } from './form-messages.ts';
import { m, view } from './messages.ts';
import type { Production, Work } from './production.ts';
import { Logo, VerifiedSeal } from './seal.tsx';
import { SealCard } from './seal-card.tsx';
import type { ProductionProject } from './store.ts';

export interface ProductionView {
  readonly production: Production;
  /** In the reader's language. */
  readonly place: string;
  readonly projects: readonly ProductionProject[];
}

export function ViewPage({ production, place, projects }: ProductionView): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const base = `/cinema/productions/${production.id}`;
  const badge = production.isActive ? <VerifiedSeal production={production} /> : <Badge>{t(m.inactive)}</Badge>;
  return (
    <>
      <PageHeader
        title={{ data: production.name }}
        lead={production.specialization ?? place}
        crumbs={[{ label: m.productions, href: '/cinema/productions' }]}
        badge={badge}
      >
        {isAdmin(viewer) && (
          <>
            <LinkButton href={`${base}/edit`} kind="secondary" icon="edit">
              {t(view.edit)}
            </LinkButton>
            <LinkButton href={`${base}/delete`} kind="quiet" icon="trash">
              {t(view.remove)}
            </LinkButton>
          </>
        )}
      </PageHeader>
      <div className="split">
        <div className="stack">
          <Identity production={production} place={place} />
          <ProjectList production={production} projects={projects} />
          <WorkList title={view.works} works={production.notableProductions} icon="film" />
          <WorkList title={view.awards} works={production.awards} icon="award" />
          <Means production={production} />
        </div>
        <div className="stack">
          <SealCard production={production} />
          <Card title={view.contacts} icon="phone">
            <ContactList production={production} none={view.noContacts} />
          </Card>
        </div>
      </div>
    </>
  );
}

function Identity({ production, place }: { production: Production; place: string }): ReactElement {
  const address = [production.address, [production.postalCode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const number = (value: number | null): ReactElement | null => (value === null ? null : <Count value={value} />);
  const items: readonly Definition[] = [
    { term: labels.founded_year, value: production.foundedYear, icon: 'calendar' },
    { term: labels.ceo, value: production.ceo, icon: 'user' },
    { term: labels.employees_count, value: number(production.employeesCount), icon: 'users' },
    { term: labels.productions_count, value: number(production.productionsCount), icon: 'film' },
    { term: labels.address, value: address && <bdi>{address}</bdi>, icon: 'place' },
  ];
  return (
    <Card title={view.facts} icon="building">
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-start gap-5">
          <Logo production={production} size="page" />
          {production.description && (
            <p className="min-w-60 flex-1 whitespace-pre-line" dir="auto">
              {production.description}
            </p>
          )}
        </div>
        <Definitions items={items.filter(({ value }) => value !== null && value !== '')} />
      </div>
    </Card>
  );
}

function ProjectList({ production, projects }: Pick<ProductionView, 'production' | 'projects'>): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const actions = isAdmin(viewer) && production.isActive && (
    <LinkButton href={`/cinema/projects/new?production_id=${production.id}`} kind="secondary" size="sm" icon="plus">
      {t(view.newProject)}
    </LinkButton>
  );
  const more = production.totalProjects > projects.length && (
    <a href={`/cinema/projects?production_id=${production.id}`}>{t(view.allProjects)}</a>
  );
  return (
    <Card title={view.projects} icon="cinema" actions={actions} footer={more}>
      {projects.length === 0 ? (
        <p className="text-muted">{t(view.noProjects)}</p>
      ) : (
        <ul className="divide-y divide-line">
          {projects.map((project) => (
            <ProjectLine key={project.id} project={project} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ProjectLine({ project }: { project: ProductionProject }): ReactElement {
  const t = useT();
  const { id, name, type, status, startDate, endDate, isActive, people } = project;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <span className="min-w-0">
        <a href={`/cinema/projects/${id}`}>{name}</a>
        <span className="block text-sm text-muted">
          {t(choiceOf('production_type', type).label)} · {t(view.people, { count: people })}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span>
          {startDate && <When at={startDate} />}
          {startDate && endDate && ' – '}
          {endDate && <When at={endDate} />}
        </span>
        <Badge tone={isActive && status === 'en_tournage' ? 'accent' : 'neutral'}>
          {t(isActive ? PROJECT_STATUSES[status as ProjectStatus] : view.putAway)}
        </Badge>
      </span>
    </li>
  );
}

function WorkList({
  title,
  works,
  icon,
}: {
  title: typeof view.works;
  works: readonly Work[];
  icon: 'film' | 'award';
}): ReactElement | null {
  if (works.length === 0) return null;
  return (
    <Card title={title} icon={icon}>
      <ul className="columns gap-y-3">
        {works.map((work) => (
          <li key={`${work.title} ${work.year}`} className="flex items-baseline gap-2">
            <bdi className="font-medium">{work.title}</bdi>
            {work.year !== null && <span className="text-sm text-muted tabular">{work.year}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Means({ production }: { production: Production }): ReactElement | null {
  const { services, certifications, memberships, equipment, studios } = production;
  const items = [
    { term: labels.services, value: wordsOf(services), wide: true },
    { term: labels.equipment, value: equipment && <bdi>{equipment}</bdi>, wide: true },
    { term: labels.studios, value: studios && <bdi>{studios}</bdi>, wide: true },
    { term: labels.certifications, value: wordsOf(certifications), wide: true },
    { term: labels.memberships, value: wordsOf(memberships), wide: true },
  ].filter(({ value }) => value !== null);
  if (items.length === 0) return null;
  return (
    <Card title={view.means} icon="sliders">
      <Definitions items={items} />
    </Card>
  );
}

const wordsOf = (words: readonly string[]): ReactElement | null =>
  words.length === 0 ? null : (
    <span className="cluster">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
