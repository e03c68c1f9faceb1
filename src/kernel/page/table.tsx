/**
 * A list of rows: a table on wide pages, cards on phones, the same markup for both. Sorting travels in the address
 * (`?sort=name`, `?sort=-name`), so it works without a script and can be shared. Which columns are shown and how dense is the
 * reader's choice (columns-menu.tsx); rows can be ticked for the form of a SelectionBar (selection.tsx).
 */
import type { ReactElement, ReactNode } from 'react';
import { classes, type Text, useHref, usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { listMessages } from './list-messages.ts';
import { pageMessages as m } from './messages.ts';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
export const isDensity = (text: string): text is Density => (DENSITIES as readonly string[]).includes(text);

/** What a reader chose for a table. */
export interface TableChoice {
  /** Keys of the columns shown; null: those that are not optional. */
  readonly columns: readonly string[] | null;
  readonly density: Density;
}

export interface Column<Row> {
  readonly key: string;
  readonly header: Text;
  readonly cell: (row: Row) => ReactNode;
  /** May be sorted; a text is its name in the address when it is not the key. */
  readonly sort?: true | string;
  readonly align?: 'end';
  /** On phones: `title` heads the card, `actions` end it, `hidden` is left out, others are label and value. */
  readonly role?: 'title' | 'actions' | 'hidden';
  /** Shown only to who chose it. */
  readonly optional?: true;
}

/** Rows that can be ticked. */
export interface RowSelection<Row> {
  /** Id of the form they belong to. */
  readonly form: string;
  /** What the row is called. */
  readonly name: (row: Row) => string;
  /** Its value when that is not its key; null for one that cannot be ticked. */
  readonly value?: (row: Row) => string | number | null;
}

/** The name of a row and what is done to it always stay. */
export const isFixed = <Row,>({ role }: Column<Row>): boolean => role === 'title' || role === 'actions';
export const shownColumns = <Row,>(columns: readonly Column<Row>[], chosen: readonly string[] | null): readonly Column<Row>[] =>
  columns.filter((column) => isFixed(column) || (chosen ? chosen.includes(column.key) : !column.optional));

export interface DataTableProps<Row> {
  /** Read to those who cannot see the page around it. */
  readonly caption: Text;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** Shown instead of an empty table: an EmptyState. */
  readonly empty: ReactNode;
  readonly sortParam?: string;
  /** `name` or `-name`, when the address says nothing. */
  readonly defaultSort?: string;
  readonly choice?: TableChoice;
  readonly select?: RowSelection<Row> | undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, rows, rowKey, empty, sortParam = 'sort', defaultSort, choice, select } = props;
  const t = useT();
  if (rows.length === 0) return <div className="table-box">{empty}</div>;
  const columns = shownColumns(props.columns, choice?.columns ?? null);
  return (
    <div className="table-box">
      <table className={classes('table-data', choice?.density === 'compact' && 'table-compact')}>
        <caption className="sr-only">{t(caption)}</caption>
        <thead>
          <tr>
            {select && <TickHead />}
            {columns.map((column) => (
              <Header key={column.key} column={column} param={sortParam} fallback={defaultSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {select && <Tick form={select.form} value={(select.value ?? rowKey)(row)} name={select.name(row)} />}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The box that ticks the whole page needs a script; the name of the column does not. */
function TickHead(): ReactElement {
  const t = useT();
  return (
    <th scope="col" className="head-tick">
      <span className="sr-only">{t(listMessages.select)}</span>
      <label className="tick needs-script">
        <input type="checkbox" data-select-page aria-label={t(listMessages.selectPage)} />
        <span aria-hidden="true">{t(listMessages.selectPage)}</span>
      </label>
    </th>
  );
}

function Tick({ form, value, name }: { form: string; value: string | number | null; name: string }): ReactElement {
  const t = useT();
  if (value === null) return <td className="cell-tick" />;
  return (
    <td className="cell-tick">
      <label className="tick">
        <input type="checkbox" name="ids" value={value} form={form} aria-label={t(listMessages.selectOne, { name })} />
      </label>
    </td>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): ReactElement {
  const t = useT();
  const look = classes(column.role && `cell-${column.role}`, column.align && 'text-end');
  if (column.role === 'title') {
    return (
      <th scope="row" className={look}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={look} data-label={column.role ? undefined : t(column.header)}>
      {column.cell(row)}
    </td>
  );
}

function Header<Row>({ column, param, fallback }: { column: Column<Row>; param: string; fallback: string | undefined }): ReactElement {
  const t = useT();
  const href = useHref();
  const { query } = usePage();
  const look = classes(column.align && 'text-end', column.role && `head-${column.role}`);
  if (!column.sort) {
    return (
      <th scope="col" className={look}>
        {column.role === 'actions' ? <span className="sr-only">{t(column.header)}</span> : t(column.header)}
      </th>
    );
  }
  const name = column.sort === true ? column.key : column.sort;
  const current = query.get(param) ?? fallback;
  const order = current === name ? 'ascending' : current === `-${name}` ? 'descending' : undefined;
  return (
    <th scope="col" className={look} aria-sort={order}>
      <a href={href({ [param]: order === 'ascending' ? `-${name}` : name })} title={t(order === 'ascending' ? m.sortDown : m.sortUp)}>
        {t(column.header)}
        <Icon name={order === 'ascending' ? 'arrow-up' : order === 'descending' ? 'arrow-down' : 'chevrons'} />
      </a>
    </th>
  );
}
