/** `/castings`: open calls for everybody, with filters that live in the address. */
import type { ReactElement } from 'react';
import { access } from '#kernel/http/access.ts';
import { Alert, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { type Filter, FilterBar } from '#kernel/page/filters.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { type Call, PAYS } from './call.ts';
import { CallCard } from './call-card.tsx';
import { PAY_WORDS } from './call-words.ts';
import { m } from './messages.ts';
import { team } from './team-messages.ts';

export interface ListView {
  readonly rows: readonly { readonly call: Call; readonly place: string }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly countries: NonNullable<Filter['options']>;
  readonly cities: NonNullable<Filter['options']>;
  readonly types: NonNullable<Filter['options']>;
  readonly badFilter: boolean;
}

const LIST = 'calls';

export function ListPage(view: ListView): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const { rows, total, page, pages, size, badFilter } = view;
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        {access.casting.allows(viewer) && (
          <LinkButton href="/cinema/castings" kind="secondary" icon="edit">
            {t(team.title)}
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar
        search={{ name: 'q', label: m.search }}
        filters={filtersOf(view)}
        total={total}
        totalText={m.total}
        keep={['lang']}
        live={LIST}
      />
      <div id={LIST} className="stack">
        {badFilter && <Alert tone="warning" title={m.badFilter} />}
        {rows.length === 0 ? (
          <Nothing />
        ) : (
          <div className="call-grid">
            {rows.map((row) => (
              <CallCard key={row.call.id} {...row} />
            ))}
          </div>
        )}
        <Pagination page={page} pages={pages} total={total} size={size} />
      </div>
    </>
  );
}

const filtersOf = ({ countries, cities, types }: ListView): readonly Filter[] => [
  { name: 'country', label: m.country, options: countries },
  { name: 'city', label: m.city, options: cities },
  { name: 'kind', label: m.kind, options: types },
  { name: 'pay', label: m.pay, options: PAYS.map((value) => ({ value, label: PAY_WORDS[value] })) },
];

function Nothing(): ReactElement {
  const t = useT();
  const { query } = usePage();
  const isFiltered = ['q', 'country', 'city', 'kind', 'pay'].some((name) => query.get(name));
  if (isFiltered) {
    return (
      <EmptyState icon="search" title={m.noMatch} text={m.noMatchText}>
        <LinkButton href="/castings" kind="secondary">
          {t(m.all)}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="masks" title={m.none} text={m.noneText}>
      <LinkButton href="/cinema/register" icon="user-plus">
        {t(m.register)}
      </LinkButton>
    </EmptyState>
  );
}
