/** `/cinema/productions`: the companies as cards, with filters that live in the address. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { isAdmin } from '#kernel/http/access.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Alert, Badge, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Count, Ltr, When } from '#kernel/page/facts.tsx';
import { type Filter, FilterBar, ViewSwitch } from '#kernel/page/filters.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { labels } from './form-messages.ts';
import { m } from './messages.ts';
import type { ListedProduction } from './production.ts';
import { Logo, VerifiedSeal } from './seal.tsx';

/** A company with where it is, in the reader's language. */
export type PlacedProduction = ListedProduction & { readonly place: string };

export interface ListView {
  readonly rows: readonly PlacedProduction[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly countries: NonNullable<Filter['options']>;
  readonly badFilter: boolean;
  readonly list: ListState;
}

const LIST = 'productions';
const VIEWS = [
  { value: 'cards', label: m.cards, icon: 'grid' },
  { value: 'table', label: m.table, icon: 'list' },
] as const;
const SORTS = [
  { value: '', label: m.activeFirst },
  { value: 'name', label: m.byName },
  { value: '-name', label: m.byNameDown },
  { value: '-projects', label: m.busiest },
  { value: 'founded', label: m.eldest },
  { value: '-created', label: m.newest },
] as const;

export function ListPage({ rows, total, page, pages, size, countries, badFilter, list }: ListView): ReactElement {
  const t = useT();
  const { query, viewer } = usePage();
  return (
    <>
      <PageHeader title={m.productions} lead={m.lead}>
        {isAdmin(viewer) && (
          <LinkButton href="/cinema/productions/new" icon="plus">
            {t(m.create)}
          </LinkButton>
        )}
      </PageHeader>
      <ListHead list={list} all={m.all} />
      <FilterBar
        search={{ name: 'search', label: m.search, placeholder: m.searchHint }}
        filters={filtersOf(countries)}
        total={total}
        totalText={m.total}
        sorts={{ options: SORTS, label: m.sort }}
        keep={['view', 'saved', 'cols']}
        live={LIST}
      >
        <ViewSwitch views={VIEWS} />
      </FilterBar>
      <div id={LIST} className="stack">
        {badFilter && <Alert tone="warning" title={m.badFilter} />}
        {rows.length === 0 ? (
          <Nothing />
        ) : query.get('view') === 'table' ? (
          <>
            <div className="list-tools">
              <ColumnsMenu columns={COLUMNS} choice={list.choice} action={`/lists/${list.key}/table`} />
            </div>
            <DataTable
              caption={m.productions}
              rows={rows}
              rowKey={(row) => row.id}
              columns={COLUMNS}
              choice={list.choice}
              empty={<Nothing />}
            />
          </>
        ) : (
          <div className="columns">
            {rows.map((row) => (
              <ProductionCard key={row.id} production={row} />
            ))}
          </div>
        )}
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

const filtersOf = (countries: ListView['countries']): readonly Filter[] => [
  { name: 'country', label: m.country, options: countries },
  {
    name: 'is_active',
    label: m.state,
    options: [
      { value: 'true', label: m.active },
      { value: 'false', label: m.inactive },
    ],
  },
  { name: 'is_verified', label: m.verifiedOnly, tick: true },
];

const COLUMNS: readonly Column<PlacedProduction>[] = [
  { key: 'name', header: labels.name, role: 'title', sort: true, cell: (production) => <Name production={production} /> },
  { key: 'specialization', header: labels.specialization, cell: ({ specialization }) => specialization },
  { key: 'place', header: m.place, cell: ({ place }) => place },
  { key: 'projects', header: m.activeProjects, sort: true, align: 'end', cell: ({ activeProjects }) => <Count value={activeProjects} /> },
  {
    key: 'founded',
    header: labels.founded_year,
    sort: true,
    align: 'end',
    cell: ({ foundedYear }) => foundedYear && <Ltr>{String(foundedYear)}</Ltr>,
  },
  { key: 'state', header: m.state, cell: (production) => <State production={production} /> },
  { key: 'phone', header: labels.phone, optional: true, cell: ({ phone }) => phone && <Ltr>{phone}</Ltr> },
  { key: 'email', header: labels.email, optional: true, cell: ({ email }) => email && <Ltr>{email}</Ltr> },
  { key: 'created', header: m.addedOn, sort: true, optional: true, cell: ({ createdAt }) => <When at={createdAt} /> },
];

const Name = ({ production: { id, name } }: { production: PlacedProduction }): ReactElement => (
  <div className="lg:min-w-44">
    <a className="person-line-name" href={`/cinema/productions/${id}`}>
      {name}
    </a>
  </div>
);

function State({ production }: { production: PlacedProduction }): ReactElement {
  const t = useT();
  return production.isActive ? <VerifiedSeal production={production} /> : <Badge>{t(m.inactive)}</Badge>;
}

function ProductionCard({ production }: { production: PlacedProduction }): ReactElement {
  const t = useT();
  const { id, name, specialization, place, isActive, activeProjects } = production;
  return (
    <article className="card-box relative flex flex-col overflow-clip transition-shadow hover:shadow-(--shadow-high)">
      <Logo production={production} size="card" />
      <div className="flex grow flex-col gap-2 border-t border-line p-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="min-w-0 text-base wrap-anywhere">
            <a className="text-inherit no-underline after:absolute after:inset-0 after:z-1" href={`/cinema/productions/${id}`}>
              {name}
            </a>
          </h2>
          {isActive ? <VerifiedSeal production={production} /> : <Badge>{t(m.inactive)}</Badge>}
        </div>
        {specialization && <p className="line-clamp-2 text-sm text-muted">{specialization}</p>}
        <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-1 text-sm text-muted">
          {place && (
            <span className="inline-flex items-center gap-1">
              <Icon name="place" />
              {place}
            </span>
          )}
          <span className="inline-flex items-center gap-1">
            <Icon name="film" />
            {t(m.projects, { count: activeProjects })}
          </span>
        </p>
      </div>
    </article>
  );
}

function Nothing(): ReactElement {
  const t = useT();
  const { query, viewer } = usePage();
  if (query.size > 0) {
    return (
      <EmptyState icon="search" title={m.noMatch} text={m.noMatchText}>
        <LinkButton href="/cinema/productions" kind="secondary">
          {t(m.clear)}
        </LinkButton>
      </EmptyState>
    );
  }
  if (!isAdmin(viewer)) return <EmptyState icon="building" title={m.none} text={m.noneYetText} />;
  return (
    <EmptyState icon="building" title={m.none} text={m.noneText}>
      <LinkButton href="/cinema/productions/new" icon="plus">
        {t(m.create)}
      </LinkButton>
    </EmptyState>
  );
}
