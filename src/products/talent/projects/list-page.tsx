/** `/cinema/projects`: the projects by status, with filters that live in the address. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { isAdmin } from '#kernel/http/access.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Alert, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useHref, usePage, useT } from '#kernel/page/context.tsx';
import { Count, When } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar } from '#kernel/page/filters.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination, Tabs } from '#kernel/page/trails.tsx';
import { choiceOf, PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import { Dates, LIST, pathOf, StatusBadge } from './page-kit.tsx';
import { m } from './page-messages.ts';
import type { Project } from './project.ts';

export interface ListView {
  readonly rows: readonly (Project & { readonly place: string })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly counts: Readonly<Record<ProjectStatus, number>>;
  readonly filters: readonly Filter[];
  readonly badFilter: boolean;
  readonly list: ListState;
}

const REGION = 'projects';

export function ListPage({ rows, total, page, pages, size, counts, filters, badFilter, list }: ListView): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <>
      <PageHeader title={m.projects} lead={m.lead}>
        {isAdmin(viewer) && (
          <LinkButton href={`${LIST}/new`} icon="plus">
            {t(m.create)}
          </LinkButton>
        )}
      </PageHeader>
      <ListHead list={list} all={m.all} />
      <StatusTabs counts={counts} />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchHint }}
        filters={filters}
        total={total}
        totalText={m.total}
        keep={['status', 'saved', 'cols']}
        live={REGION}
      />
      <div id={REGION} className="stack">
        {badFilter && <Alert tone="warning" title={m.badFilter} />}
        {total > 0 && (
          <div className="list-tools">
            <ColumnsMenu columns={COLUMNS} choice={list.choice} action={`/lists/${list.key}/table`} />
          </div>
        )}
        <DataTable
          caption={m.projects}
          rows={rows}
          rowKey={(row) => row.id}
          columns={COLUMNS}
          choice={list.choice}
          empty={<None />}
          defaultSort="-created"
        />
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

function StatusTabs({ counts }: { counts: ListView['counts'] }): ReactElement {
  const { query } = usePage();
  const href = useHref();
  const current = query.get('status') ?? '';
  const statuses = Object.keys(PROJECT_STATUSES) as ProjectStatus[];
  const all = statuses.reduce((sum, status) => sum + counts[status], 0);
  return (
    <Tabs
      label={m.byStatus}
      items={[
        { label: m.all, href: href({ status: null }), count: all, current: current === '' },
        ...statuses.map((status) => ({
          label: PROJECT_STATUSES[status],
          href: href({ status }),
          count: counts[status],
          current: current === status,
        })),
      ]}
    />
  );
}

type Row = ListView['rows'][number];
const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', header: m.name, role: 'title', sort: true, cell: (project) => <Name project={project} /> },
  { key: 'production', header: m.production, optional: true, cell: ({ production }) => production?.name },
  { key: 'type', header: m.type, cell: (project) => <Type project={project} /> },
  { key: 'place', header: m.where, cell: (project) => project.place },
  { key: 'start', header: m.dates, sort: true, cell: (project) => <Dates project={project} /> },
  { key: 'team', header: m.team, align: 'end', cell: (project) => <Count value={project.assignedCount} /> },
  { key: 'status', header: m.status, cell: (project) => <StatusBadge project={project} /> },
  { key: 'created', header: m.createdOn, sort: true, optional: true, cell: ({ createdAt }) => <When at={createdAt} /> },
];

const Name = ({ project }: { project: Row }): ReactElement => (
  <div className="lg:min-w-44">
    <a className="person-line-name" href={pathOf(project)}>
      {project.name}
    </a>
    {project.production && <div className="text-sm text-muted">{project.production.name}</div>}
  </div>
);

function Type({ project }: { project: Row }): ReactElement {
  const t = useT();
  return <span>{t(choiceOf('production_type', project.productionType).label)}</span>;
}

function None(): ReactElement {
  const t = useT();
  const { query, viewer } = usePage();
  return (
    <EmptyState icon="film" title={m.none} text={m.noneText}>
      {query.size > 0 && (
        <LinkButton href={LIST} kind="secondary">
          {t(m.clear)}
        </LinkButton>
      )}
      {isAdmin(viewer) && <LinkButton href={`${LIST}/new`}>{t(m.create)}</LinkButton>}
    </EmptyState>
  );
}
