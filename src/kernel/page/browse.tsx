/**
 * A list to browse through: search, order and chips above it, facets with live figures at its side; on phones the facets are a
 * sheet that opens from below (`popover`, so no script is needed). Every value lives in the address. Without a script: a form and
 * links. The island `filters` refreshes the list and every figure while one chooses.
 *
 *   <Browse facets={[{ name: 'eyes', label: m.eyes, options: [{ value, label, count, swatch }] }]} search={…} live="people" total={n} totalText={m.people}
 *     list={<div id="people">…</div>}>a view switch, a menu</Browse>
 */
import type { ReactElement, ReactNode } from 'react';
import { Button } from './components.tsx';
import { type Text, usePage, useT } from './context.tsx';
import { type Facet, FacetChips, FacetGroup, isSet, WHOLE_FACET } from './facets.tsx';
import { SearchField, type SearchFieldProps, SortField } from './filters.tsx';
import { Icon } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

export interface BrowseProps {
  readonly facets: readonly Facet[];
  readonly search: SearchFieldProps;
  readonly sorts: readonly { readonly value: string; readonly label: Text }[];
  readonly sortLabel: Text;
  readonly total: number;
  /** Says the total: `{total, plural, …}`. */
  readonly totalText: Text;
  /** On the button that closes the sheet of phones: « Voir 12 personnes ». */
  readonly showText: Text;
  /** Query values that stay though they are no filter. */
  readonly keep: readonly string[];
  /** Id of the element that holds the list. */
  readonly live: string;
  readonly list: ReactNode;
  /** At the end of the line: a view switch, an export. */
  readonly children?: ReactNode;
}

const SHEET = 'facets';

export function Browse(props: BrowseProps): ReactElement {
  const { facets, search, sorts, sortLabel, total, totalText, keep, live, list, children } = props;
  const t = useT();
  const { path, query } = usePage();
  const set = facets.filter((facet) => isSet(facet, query));
  return (
    <div className="browse">
      <search>
        <Island name="filters">
          <form className="filters" method="get" action={path} data-live={live}>
            {[...keep, WHOLE_FACET].map(
              (name) => query.get(name) && <input key={name} type="hidden" name={name} value={query.get(name) ?? ''} />,
            )}
            <Facets {...props} />
            <div className="browse-top">
              <div className="filters-line">
                <SearchField {...search} />
                <button type="button" className="button button-secondary browse-open" popoverTarget={SHEET}>
                  <Icon name="sliders" />
                  {t(m.filters)}
                  <span data-fresh="browse-count">{set.length > 0 && <span className="filters-count">{set.length}</span>}</span>
                </button>
                <SortField options={sorts} label={sortLabel} />
                <Button kind="secondary" icon="search" className="filters-send" label={m.search} />
                {children}
              </div>
              <FacetChips facets={set} search={search} total={total} totalText={totalText} />
            </div>
          </form>
        </Island>
      </search>
      <div className="browse-list">{list}</div>
    </div>
  );
}

function Facets({ facets, showText, total }: BrowseProps): ReactElement {
  const t = useT();
  return (
    <div id={SHEET} className="facets" popover="auto">
      <div className="facets-head">
        <p className="facets-title">{t(m.filters)}</p>
        <button
          type="button"
          className="button button-quiet button-square button-sm"
          popoverTarget={SHEET}
          popoverTargetAction="hide"
          aria-label={t(m.close)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="facets-groups">
        {facets.map((facet) => (
          <FacetGroup key={facet.name} facet={facet} />
        ))}
      </div>
      <div className="facets-apply">
        <Button full>
          <span data-fresh="browse-show">{t(showText, { total })}</span>
        </Button>
      </div>
    </div>
  );
}
