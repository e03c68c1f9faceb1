/** `/films`: the films of a person, those under way with how far they are. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Badge, Button, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Ltr, When } from '#kernel/page/facts.tsx';
import { FilterBar, ViewSwitch } from '#kernel/page/filters.tsx';
import { Meter } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Menu, Pagination, type PaginationProps, Tabs } from '#kernel/page/trails.tsx';
import type { Project, ProjectStatus } from '../projects/projects.ts';
import { acts, statusLooks, statusNames, tabs } from './labels.ts';
import { examples, list as m, wizard } from './messages.ts';
import { addressOf, NEW, newOnce, RENDERS, ROOT, VOICES } from './requests.ts';

export interface FilmCard {
  readonly project: Project;
  readonly poster: string | null;
  /** Percent; null when nothing is under way. */
  readonly progress: number | null;
}

export interface ListView {
  readonly films: readonly FilmCard[];
  readonly paging: PaginationProps;
  readonly isFiltered: boolean;
  readonly list: ListState;
}

const LIST = 'films';
const VIEWS = [
  { value: 'cards', label: m.cards, icon: 'grid' },
  { value: 'table', label: m.table, icon: 'list' },
] as const;
const SORTS = [
  { value: '', label: m.newest },
  { value: 'created', label: m.oldest },
  { value: '-updated', label: m.changedLast },
  { value: 'title', label: m.byTitle },
  { value: '-title', label: m.byTitleDown },
] as const;

export const StudioTabs = (): ReactElement => (
  <Tabs
    label={tabs.label}
    items={[
      { label: tabs.films, href: ROOT, icon: 'film' },
      { label: tabs.voices, href: VOICES, icon: 'mic' },
      { label: tabs.renders, href: RENDERS, icon: 'history' },
    ]}
  />
);

export function ListPage(view: ListView): ReactElement {
  const t = useT();
  const { list, paging, isFiltered } = view;
  const isNew = paging.total === 0 && !isFiltered;
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        {!isNew && (
          <LinkButton href={NEW} icon="plus">
            {t(acts.create)}
          </LinkButton>
        )}
      </PageHeader>
      <StudioTabs />
      {isNew ? (
        <Beginning />
      ) : (
        <>
          <ListHead list={list} all={m.all} />
          <FilterBar
            search={{ name: 'search', label: m.search }}
            filters={[
              { name: 'status', label: m.status, options: Object.entries(statusNames).map(([value, label]) => ({ value, label })) },
            ]}
            total={paging.total}
            totalText={m.total}
            sorts={{ options: SORTS, label: m.sort }}
            keep={['view', 'saved', 'cols']}
            live={LIST}
          >
            <ViewSwitch views={VIEWS} />
          </FilterBar>
          <div id={LIST}>
            <Films {...view} />
          </div>
        </>
      )}
    </>
  );
}

function Films({ films, list, paging }: ListView): ReactElement {
  const t = useT();
  const { query } = usePage();
  if (films.length === 0)
    return (
      <EmptyState icon="search" title={m.noMatch} text={m.noMatchText}>
        <LinkButton href={ROOT} kind="secondary">
          {t(m.clear)}
        </LinkButton>
      </EmptyState>
    );
  return (
    <>
      {query.get('view') === 'table' ? (
        <div className="stack">
          <div className="list-tools">
            <ColumnsMenu columns={COLUMNS} choice={list.choice} action={`/lists/${list.key}/table`} />
          </div>
          <DataTable
            caption={m.title}
            rows={films}
            rowKey={({ project }) => project.id}
            columns={COLUMNS}
            choice={list.choice}
            defaultSort="-created"
            empty={null}
          />
        </div>
      ) : (
        <div className="film-grid">
          {films.map((film) => (
            <Card key={film.project.id} film={film} />
          ))}
        </div>
      )}
      <Pagination {...paging} />
    </>
  );
}

const COLUMNS: readonly Column<FilmCard>[] = [
  { key: 'title', header: m.filmTitle, role: 'title', sort: true, cell: ({ project }) => <TitleCell project={project} /> },
  { key: 'status', header: m.status, cell: (film) => <StatusCell film={film} /> },
  { key: 'length', header: m.length, align: 'end', cell: ({ project }) => <Length project={project} /> },
  { key: 'ratio', header: m.ratio, cell: ({ project }) => <Ltr>{project.config.ratio}</Ltr> },
  { key: 'updated', header: m.updated, sort: true, cell: ({ project }) => <When at={project.updatedAt} /> },
  { key: 'created', header: m.created, sort: true, optional: true, cell: ({ project }) => <When at={project.createdAt} /> },
  { key: 'actions', header: acts.more, role: 'actions', align: 'end', cell: ({ project }) => <FilmMenu at={addressOf(project.id)} /> },
];

const TitleCell = ({ project }: { project: Project }): ReactElement => (
  <div className="lg:min-w-52" dir="auto">
    <a className="person-line-name" href={addressOf(project.id)}>
      {project.title}
    </a>
  </div>
);

function StatusCell({ film: { project, progress } }: { film: FilmCard }): ReactElement {
  return (
    <span className="cluster">
      <StatusBadge status={project.status} />
      {progress !== null && <Ltr>{`${progress} %`}</Ltr>}
    </span>
  );
}

const Length = ({ project }: { project: Project }): ReactElement => (
  <>{useT()(wizard.seconds, { seconds: project.config.targetDuration })}</>
);

const FilmMenu = ({ at }: { at: string }): ReactElement => (
  <Menu
    label={acts.more}
    items={[
      { label: tabs.settings, href: `${at}/settings`, icon: 'settings' },
      { label: acts.delete, href: `${at}/delete`, icon: 'trash', tone: 'danger' },
    ]}
  />
);

export function StatusBadge({ status }: { status: ProjectStatus }): ReactElement {
  const { tone, icon } = statusLooks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {useT()(statusNames[status])}
    </Badge>
  );
}

function Card({ film: { project, poster, progress } }: { film: FilmCard }): ReactElement {
  const t = useT();
  const { id, title, status, config, updatedAt } = project;
  const at = addressOf(id);
  return (
    <article className="film-card">
      <div className="film-poster">
        {poster ? <img src={poster} alt="" loading="lazy" decoding="async" /> : <Icon name="film" />}
        <div className="film-flag">
          <StatusBadge status={status} />
        </div>
      </div>
      <div className="film-card-words">
        <h2 className="film-card-title" dir="auto">
          <a href={at}>{title}</a>
        </h2>
        <p className="film-facts">
          <span>{t(wizard.seconds, { seconds: config.targetDuration })}</span>
          <Ltr>{config.ratio}</Ltr>
          <When at={updatedAt} />
        </p>
        {progress !== null && <Meter label={m.progress} value={progress} note={`${progress} %`} />}
      </div>
      <div className="film-card-menu">
        <FilmMenu at={at} />
      </div>
    </article>
  );
}

/** An empty studio: one press begins a film. */
function Beginning(): ReactElement {
  const t = useT();
  const { csrf } = usePage();
  return (
    <>
      <EmptyState icon="film" title={m.empty} text={m.emptyText}>
        <LinkButton href={NEW} icon="edit">
          {t(m.own)}
        </LinkButton>
      </EmptyState>
      <div className="film-examples">
        {examples.map(({ name, prompt }) => (
          <form key={name.en} method="post" action={NEW} className="film-example">
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="once" value={newOnce()} />
            <input type="hidden" name="prompt" value={t(prompt)} />
            <p className="film-example-name">{t(name)}</p>
            <p className="film-example-text">{t(prompt)}</p>
            <Button kind="secondary" icon="sparkles">
              {t(wizard.send)}
            </Button>
          </form>
        ))}
      </div>
    </>
  );
}
