/**
 * Facets: the values of a list with how many things each would leave, and the chips that take chosen ones away again.
 *
 * Words: a *facet* is one property (colour of the eyes); a facet lets one choose several of its values unless it is `single`, may
 * have a range from–to, or a text. Figures and chips follow the choices where scripts run (`data-figure`, `data-fresh`).
 */
import type { ReactElement } from 'react';
import { type Text, useHref, usePage, useT } from './context.tsx';
import { Count, Words } from './facts.tsx';
import { Chip, type SearchFieldProps } from './filters.tsx';
import { Icon } from './icons.tsx';
import { pageMessages as m } from './messages.ts';

export interface FacetOption {
  readonly value: string | number;
  readonly label: Text;
  /** Absent where figures are not known: nothing is counted then and nothing hidden. */
  readonly count?: number;
  /** A colour beside the word, `#rrggbb`. */
  readonly swatch?: string | undefined;
  /** Before the word: a flag. */
  readonly sign?: string;
}
export interface FacetRange {
  /** Names of the two query values. */
  readonly min: string;
  readonly max: string;
  readonly unit: Text;
  readonly from: number;
  readonly to: number;
}
export interface Facet {
  /** Name of the query value; a facet that is only a range uses it to tell itself from others. */
  readonly name: string;
  readonly label: Text;
  readonly options?: readonly FacetOption[];
  /** One value or none. */
  readonly single?: boolean;
  readonly range?: FacetRange;
  readonly text?: { readonly placeholder: Text };
  /** Unfolded before anything is chosen. */
  readonly open?: boolean;
  /** Short values beside each other instead of one a line. */
  readonly look?: 'chips' | 'list';
}

const valuesOf = (facet: Facet, query: URLSearchParams): readonly string[] => query.getAll(facet.name).filter(Boolean);
const rangeOf = ({ range }: Facet, query: URLSearchParams): readonly [from: string, to: string] => [
  (range && query.get(range.min)) ?? '',
  (range && query.get(range.max)) ?? '',
];
export const isSet = (facet: Facet, query: URLSearchParams): boolean =>
  valuesOf(facet, query).length > 0 || rangeOf(facet, query).some(Boolean);

/** One property, folded or open; it opens by itself when something in it is chosen. */
export function FacetGroup({ facet }: { facet: Facet }): ReactElement {
  const t = useT();
  const { query } = usePage();
  const chosen = valuesOf(facet, query);
  const count = chosen.length + (rangeOf(facet, query).some(Boolean) ? 1 : 0);
  return (
    <details className="facet" open={facet.open || count > 0 || query.get(WHOLE_FACET) === facet.name}>
      <summary>
        <Icon name="chevron-end" />
        <span>{t(facet.label)}</span>
        <span data-fresh={`facet-${facet.name}`}>{count > 0 && <span className="filters-count">{count}</span>}</span>
      </summary>
      <fieldset className="facet-body">
        <legend className="sr-only">{t(facet.label)}</legend>
        {facet.options && <Values facet={facet} options={facet.options} chosen={chosen} />}
        {facet.range && <Range label={facet.label} range={facet.range} />}
        {facet.text && (
          <span className="control">
            <input
              type="text"
              name={facet.name}
              defaultValue={chosen[0] ?? ''}
              placeholder={t(facet.text.placeholder)}
              aria-label={t(facet.label)}
            />
          </span>
        )}
      </fieldset>
    </details>
  );
}

interface ValuesProps {
  readonly facet: Facet;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
}

/** So many values of a long list are shown at first, and those that are chosen; a link shows all of them. */
const SHORT = 12;
export const WHOLE_FACET = 'more';

function Values({ facet, options, chosen }: ValuesProps): ReactElement {
  const { query } = usePage();
  const isCut = options.length > SHORT * 1.5 && query.get(WHOLE_FACET) !== facet.name;
  const isChosen = ({ value }: FacetOption): boolean => chosen.includes(String(value));
  // A value that would leave nobody is hidden in a short list, where it may come back; a long list changes as a whole.
  const offered = isCut ? options.filter((option) => option.count !== 0 || isChosen(option)) : options;
  const shown = isCut ? offered.filter((option, place) => place < SHORT || isChosen(option)) : options;
  return (
    <div data-fresh={options.length > SHORT * 1.5 ? `values-${facet.name}` : undefined}>
      <ul className={facet.look === 'chips' ? 'facet-chips' : 'facet-list'}>
        {facet.single && (
          <li>
            <label className="facet-value">
              <input type="radio" name={facet.name} value="" defaultChecked={chosen.length === 0} />
              <AnyWord />
            </label>
          </li>
        )}
        {shown.map((option) => (
          <Value key={option.value} facet={facet} option={option} checked={isChosen(option)} />
        ))}
      </ul>
      {offered.length > shown.length && <WholeFacet facet={facet} count={offered.length} />}
    </div>
  );
}

function WholeFacet({ facet, count }: { facet: Facet; count: number }): ReactElement {
  const t = useT();
  const href = useHref();
  return (
    <a className="facet-whole" href={href({ [WHOLE_FACET]: facet.name })} data-whole={facet.name}>
      {t(m.wholeFacet, { count })}
    </a>
  );
}

const AnyWord = (): ReactElement => <span className="facet-word">{useT()(m.any)}</span>;

/** A value that would leave nobody is not offered, unless it is the one chosen. */
function Value({ facet, option, checked }: { facet: Facet; option: FacetOption; checked: boolean }): ReactElement {
  const { value, label, count, swatch, sign } = option;
  return (
    <li data-figure={`${facet.name}=${value}`} hidden={count === 0 && !checked}>
      <label className="facet-value">
        <input type={facet.single ? 'radio' : 'checkbox'} name={facet.name} value={value} defaultChecked={checked} />
        {swatch && <Swatch colour={swatch} />}
        {sign && <span aria-hidden="true">{sign}</span>}
        <span className="facet-word">
          <Words text={label} />
        </span>
        {count !== undefined && (
          <span className="facet-count">
            <Count value={count} />
          </span>
        )}
      </label>
    </li>
  );
}

/** A drawn dot: the content security policy lets no element carry a style of its own. */
export function Swatch({ colour }: { colour: string }): ReactElement {
  return (
    <svg className="swatch" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.25" fill={colour} />
    </svg>
  );
}

function Range({ label, range }: { label: Text; range: FacetRange }): ReactElement {
  const t = useT();
  const { query } = usePage();
  const { min, max, unit, from, to } = range;
  const input = (name: string, words: Text) => (
    <label className="control">
      <span className="sr-only">{`${t(label)}, ${t(words)}`}</span>
      <input type="number" name={name} min={from} max={to} defaultValue={query.get(name) ?? ''} placeholder={t(words)} />
    </label>
  );
  return (
    <div className="facet-range">
      {input(min, m.rangeFrom)}
      <span aria-hidden="true">–</span>
      {input(max, m.rangeTo)}
      <span className="control-unit">{t(unit)}</span>
    </div>
  );
}

export interface FacetChipsProps {
  readonly facets: readonly Facet[];
  readonly search: SearchFieldProps;
  readonly total: number;
  readonly totalText: Text;
}

/** What is chosen, each value a link to the list without it. */
export function FacetChips({ facets, search, total, totalText }: FacetChipsProps): ReactElement {
  const t = useT();
  const { path, query } = usePage();
  const words = query.get(search.name) ?? '';
  const without = (names: readonly string[], value?: string): string => addressWithout(path, query, names, value);
  const all = [search.name, ...facets.flatMap(namesOf)];
  return (
    <div className="filters-chips">
      <p className="filters-total" role="status">
        {t(totalText, { total })}
      </p>
      {words && <Chip label={m.search} value={words} href={without([search.name])} />}
      {facets.map((facet) => (
        <ChosenOf key={facet.name} facet={facet} without={without} />
      ))}
      {all.length > 1 && (words || facets.length > 1) && (
        <a className="filters-clear" href={without(all)}>
          {t(m.clearFilters)}
        </a>
      )}
    </div>
  );
}

type Without = (names: readonly string[], value?: string) => string;

function ChosenOf({ facet, without }: { facet: Facet; without: Without }): ReactElement {
  const t = useT();
  const { query } = usePage();
  const [from, to] = rangeOf(facet, query);
  const wordOf = (value: string): string => {
    const label = facet.options?.find((option) => String(option.value) === value)?.label;
    return label ? t(label) : value;
  };
  return (
    <>
      {valuesOf(facet, query).map((value) => (
        <Chip key={value} label={facet.label} value={wordOf(value)} href={without([facet.name], value)} />
      ))}
      {facet.range && (from || to) && (
        <Chip
          label={facet.label}
          value={`\u2066${from && to ? `${from}–${to}` : from ? `≥ ${from}` : `≤ ${to}`}\u2069 ${t(facet.range.unit)}`}
          href={without([facet.range.min, facet.range.max])}
        />
      )}
    </>
  );
}

const namesOf = ({ name, range }: Facet): readonly string[] => [name, ...(range ? [range.min, range.max] : [])];

/** The same address without these query values, or without one value of a name; a list begins again at its first page. */
function addressWithout(path: string, query: URLSearchParams, names: readonly string[], value?: string): string {
  const left = [...query].filter(([name, own]) => name !== 'page' && !(names.includes(name) && (value === undefined || own === value)));
  const text = new URLSearchParams(left).toString();
  return text ? `${path}?${text}` : path;
}
