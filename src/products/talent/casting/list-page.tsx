/** `/cinema/talents`: faces to choose from, with facets at the side, saved views above, and what to do with those that are ticked. */
import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { Browse } from '#kernel/page/browse.tsx';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Alert, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import type { Facet } from '#kernel/page/facets.tsx';
import { ViewSwitch } from '#kernel/page/filters.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { Menu, Pagination } from '#kernel/page/trails.tsx';
import { islandProps } from './island-props.ts';
import { exportQuery, isFiltered, LIST } from './list-query.ts';
import { MarkForm } from './mark-menu.tsx';
import { m } from './messages.ts';
import { type Candidate, PickCard } from './pick-card.tsx';
import { PickTable, pickColumns } from './pick-table.tsx';
import { SelectionBar, SelectionKeys } from './selection-bar.tsx';

export interface ListView {
  readonly picks: readonly Candidate[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** The list goes on behind its last page: so many people can be turned to. */
  readonly reach: number | null;
  readonly facets: readonly Facet[];
  /** Casting and administrators: contacts, marks, views, shortlists. */
  readonly isCasting: boolean;
  readonly mayRegister: boolean;
  readonly ignored: readonly string[];
  readonly list: ListState;
}

const PEOPLE = 'people';
const SORTS = [
  { value: '', label: m.newest },
  { value: 'oldest', label: m.oldest },
  { value: 'name', label: m.byName },
  { value: '-name', label: m.byNameDown },
  { value: 'age', label: m.youngest },
  { value: '-age', label: m.eldest },
  { value: 'height', label: m.shortest },
  { value: '-height', label: m.tallest },
  { value: '-experience', label: m.mostExperienced },
  { value: 'experience', label: m.leastExperienced },
] as const;
const VIEWS = [
  { value: 'cards', label: m.cards, icon: 'grid' },
  { value: 'table', label: m.table, icon: 'list' },
] as const;

export function ListPage(view: ListView): ReactElement {
  const t = useT();
  const { isCasting, facets, total, list } = view;
  return (
    <>
      <Header isCasting={isCasting} mayRegister={view.mayRegister} />
      <ListHead list={list} all={m.everybody} />
      <Island name="casting" props={islandProps(t)}>
        <Browse
          facets={facets}
          search={{ name: 'search', label: m.search, placeholder: isCasting ? m.searchAllHint : m.searchHint }}
          sorts={SORTS}
          sortLabel={m.sort}
          total={total}
          totalText={m.people}
          showText={m.show}
          keep={['view', 'saved', 'cols']}
          live={PEOPLE}
          list={<People {...view} />}
        >
          <ViewSwitch views={VIEWS} />
          {isCasting && <Export />}
          <SelectionKeys marks={isCasting} />
        </Browse>
        {isCasting && <MarkForm />}
        <SelectionBar isCasting={isCasting} />
      </Island>
    </>
  );
}

function Header({ isCasting, mayRegister }: Pick<ListView, 'isCasting' | 'mayRegister'>): ReactElement {
  const t = useT();
  return (
    <PageHeader title={m.title} lead={isCasting ? m.lead : m.publicLead}>
      {isCasting && (
        <LinkButton kind="secondary" icon="sparkles" href="/cinema/ai-search">
          {t(m.aiSearch)}
        </LinkButton>
      )}
      {isCasting && (
        <LinkButton kind="secondary" icon="bookmark" href="/casting/shortlists">
          {t(m.shortlists)}
        </LinkButton>
      )}
      {mayRegister && (
        <LinkButton icon="user-plus" href="/cinema/talents/new">
          {t(m.newTalent)}
        </LinkButton>
      )}
    </PageHeader>
  );
}

function People({ picks, total, page, pages, size, reach, isCasting, ignored, list }: ListView): ReactElement {
  const t = useT();
  const { query } = usePage();
  return (
    <div id={PEOPLE} className="stack">
      {ignored.length > 0 && <Alert tone="warning" title={t(m.badFilter, { names: ignored.join(', ') })} />}
      {picks.length === 0 ? (
        <Nobody />
      ) : query.get('view') === 'table' ? (
        <>
          {list.isOpen && (
            <div className="list-tools">
              <ColumnsMenu columns={pickColumns(isCasting)} choice={list.choice} action={`/lists/${list.key}/table`} />
            </div>
          )}
          <PickTable picks={picks} columns={pickColumns(isCasting)} choice={list.choice} />
        </>
      ) : (
        <div className="pick-grid">
          {picks.map((pick) => (
            <PickCard key={pick.person.id} pick={pick} marks={isCasting} />
          ))}
        </div>
      )}
      <Pagination page={page} pages={pages} total={total} size={size} last={reach === null} />
      {reach !== null && page === pages && <p className="text-muted">{t(m.reach, { last: reach })}</p>}
    </div>
  );
}

function Export(): ReactElement {
  const t = useT();
  const { query } = usePage();
  const filters = exportQuery(query);
  const href = (kind: string): string => `/api/v1/exports/cinema/${kind}${filters ? `?${filters}` : ''}`;
  return (
    <div data-fresh="export">
      <Menu
        label={t(m.export)}
        icon="download"
        items={[
          { label: m.excel, href: href('excel'), icon: 'file' },
          { label: m.csv, href: href('csv'), icon: 'file' },
        ]}
      />
    </div>
  );
}

function Nobody(): ReactElement {
  const t = useT();
  const { query } = usePage();
  if (!isFiltered(query)) return <EmptyState icon="masks" title={m.nobodyYet} text={m.nobodyYetText} />;
  return (
    <EmptyState icon="search" title={m.nobody} text={m.nobodyText}>
      <LinkButton href={LIST} kind="secondary">
        {t(m.clear)}
      </LinkButton>
    </EmptyState>
  );
}
