/**
 * Search and filters of a list. Every value lives in the address, so a view can be shared and survives a reload; what is
 * set shows as chips that take themselves away. Without a script: a form and links. `live` refreshes the list while typing.
 */
import type { ReactElement, ReactNode } from 'react';
import type { Option } from './choices.tsx';
import { Button } from './components.tsx';
import { isData, type Text, useHref, usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

export interface Filter {
  readonly name: string;
  readonly label: Text;
  /** A list to choose from; without it a text field, or a tick box with `tick`. */
  readonly options?: readonly (Option & { readonly count?: number })[];
  readonly tick?: boolean;
  readonly inputMode?: 'numeric';
  /** The text field is a day. */
  readonly date?: true;
  /** The chip's words for a value that is not among the options. */
  readonly words?: (value: string) => string;
}

export interface FilterBarProps {
  readonly search?: SearchFieldProps;
  readonly filters: readonly Filter[];
  /** How many the list holds with these filters. */
  readonly total?: number;
  /** Says the total: `{total, plural, …}`. */
  readonly totalText?: Text;
  /** Orders to choose from, for lists without a header to press (cards); else the sort of the address stays as it is. */
  readonly sorts?: SortFieldProps;
  /** Query values that stay though they are no filter (`view`). */
  readonly keep?: readonly string[];
  /** Id of the element that holds the list: it is refreshed while typing where scripts run. */
  readonly live?: string;
  /** At the end of the line: a view switch, an export. */
  readonly children?: ReactNode;
}

export function FilterBar({
  search,
  filters,
  total,
  totalText = m.results,
  sorts,
  keep = [],
  live,
  children,
}: FilterBarProps): ReactElement {
  const { path, query } = usePage();
  const set = filters.filter((filter) => query.get(filter.name));
  const form = (
    <form className="filters" method="get" action={path} data-live={live}>
      {[...(sorts ? [] : ['sort']), ...keep].map(
        (name) => query.get(name) && <input key={name} type="hidden" name={name} value={query.get(name) ?? ''} />,
      )}
      <div className="filters-line">
        {search && <SearchField {...search} />}
        {filters.length > 0 && <MoreFilters filters={filters} count={set.length} />}
        {sorts && <SortField {...sorts} />}
        <Button kind="secondary" icon="search" className={live && 'filters-send'} label={m.search} />
        {children}
      </div>
      <Chips filters={set} search={search} total={total} totalText={totalText} />
    </form>
  );
  return <search>{live ? <Island name="filters">{form}</Island> : form}</search>;
}

export interface SortFieldProps {
  /** The first is the order of the list when nothing is asked: its value is empty. */
  readonly options: readonly { readonly value: string; readonly label: Text }[];
  readonly label: Text;
}

export function SortField({ options, label }: SortFieldProps): ReactElement {
  const t = useT();
  const { query } = usePage();
  return (
    <label className="control control-select browse-sort">
      <Icon name="chevrons" />
      <span className="sr-only">{t(label)}</span>
      <select name="sort" defaultValue={query.get('sort') ?? ''}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {t(words)}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="control-arrow" />
    </label>
  );
}

export interface SearchFieldProps {
  readonly name: string;
  readonly label: Text;
  readonly placeholder?: Text;
}

export function SearchField({ name, label, placeholder }: SearchFieldProps): ReactElement {
  const t = useT();
  const { query } = usePage();
  return (
    <label className="control filters-search">
      <Icon name="search" />
      <span className="sr-only">{t(label)}</span>
      <input
        type="search"
        name={name}
        defaultValue={query.get(name) ?? ''}
        placeholder={t(placeholder ?? label)}
        autoComplete="off"
        enterKeyHint="search"
      />
    </label>
  );
}

function MoreFilters({ filters, count }: { filters: readonly Filter[]; count: number }): ReactElement {
  const t = useT();
  return (
    <details className="drop filters-more" data-drop>
      <summary className="button button-secondary">
        <Icon name="filter" />
        {t(m.filters)}
        {count > 0 && <span className="filters-count">{count}</span>}
      </summary>
      <div className="drop-panel filters-panel">
        <div className="filters-grid">
          {filters.map((filter) => (
            <FilterField key={filter.name} filter={filter} />
          ))}
        </div>
        <div className="filters-apply">
          <Button full>{t(m.applyFilters)}</Button>
        </div>
      </div>
    </details>
  );
}

function FilterField({ filter }: { filter: Filter }): ReactElement {
  const t = useT();
  const { query } = usePage();
  const value = query.get(filter.name) ?? '';
  const id = `filter-${filter.name}`;
  if (filter.tick) {
    return (
      <label className="choice-line">
        <input type="checkbox" name={filter.name} value="1" defaultChecked={value === '1' || value === 'true'} />
        <span>{t(filter.label)}</span>
      </label>
    );
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t(filter.label)}
      </label>
      {filter.options ? (
        <span className="control control-select">
          <select id={id} name={filter.name} defaultValue={value}>
            <option value="">{t(m.any)}</option>
            {filter.options.map((option) => (
              <option key={option.value} value={option.value} translate={isData(option.label) ? 'no' : undefined}>
                {t(option.label)}
                {option.count === undefined ? '' : ` (${option.count})`}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="control-arrow" />
        </span>
      ) : (
        <span className="control">
          <input id={id} type={filter.date ? 'date' : 'text'} name={filter.name} inputMode={filter.inputMode} defaultValue={value} />
        </span>
      )}
    </div>
  );
}

interface ChipsProps {
  readonly filters: readonly Filter[];
  readonly search: FilterBarProps['search'];
  readonly total: number | undefined;
  readonly totalText: Text;
}

function Chips({ filters, search, total, totalText }: ChipsProps): ReactElement | null {
  const t = useT();
  const href = useHref();
  const { query } = usePage();
  const searched = search && query.get(search.name);
  if (!searched && filters.length === 0 && total === undefined) return null;
  const none = Object.fromEntries([search?.name, ...filters.map((filter) => filter.name)].filter(Boolean).map((name) => [name, null]));
  return (
    <div className="filters-chips">
      {total !== undefined && (
        <p className="filters-total" role="status">
          {t(totalText, { total })}
        </p>
      )}
      {search && searched && <Chip label={m.search} value={searched} href={href({ [search.name]: null })} />}
      {filters.map((filter) => (
        <Chip
          key={filter.name}
          label={filter.label}
          value={wordsOf(filter, query.get(filter.name) ?? '', t)}
          href={href({ [filter.name]: null })}
        />
      ))}
      {(filters.length > 1 || (searched && filters.length > 0)) && (
        <a className="filters-clear" href={href(none)}>
          {t(m.clearFilters)}
        </a>
      )}
    </div>
  );
}

function wordsOf(filter: Filter, value: string, t: ReturnType<typeof useT>): string | null {
  if (filter.tick) return null;
  const option = filter.options?.find((each) => String(each.value) === value);
  return option ? t(option.label) : (filter.words?.(value) ?? value);
}

export function Chip({ label, value, href }: { label: Text; value: string | null; href: string }): ReactElement {
  const t = useT();
  return (
    <a className="chip" href={href}>
      <span>
        {t(label)}
        {value !== null && (
          <>
            {t(m.colon)}
            <strong>
              <bdi>{value}</bdi>
            </strong>
          </>
        )}
      </span>
      <Icon name="close" label={m.removeFilter} />
    </a>
  );
}

/** Cards or table: two addresses of the same list. */
export function ViewSwitch({
  views,
  param = 'view',
}: {
  views: readonly { value: string; label: Text; icon: 'grid' | 'list' }[];
  param?: string;
}): ReactElement {
  const t = useT();
  const href = useHref();
  const { query } = usePage();
  const current = query.get(param) ?? views[0]?.value;
  return (
    <nav className="view-switch" aria-label={t(m.views)} data-fresh="views">
      {views.map((view) => (
        <a
          key={view.value}
          href={href({ [param]: view.value, page: query.get('page') })}
          aria-current={view.value === current ? 'true' : undefined}
          aria-label={t(view.label)}
        >
          <Icon name={view.icon} />
        </a>
      ))}
    </nav>
  );
}
