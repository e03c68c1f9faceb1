/**
 * A list of rows: a table on wide pages, cards on phones, the same markup for both. Sorting travels in the address
 * (`?sort=name`, `?sort=-name`), so it works without a script and can be shared.
 */
import type { ReactElement, ReactNode } from 'react';
import { classes, type Text, useHref, usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { pageMessages as m } from './messages.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: Text;
  readonly cell: (row: Row) => ReactNode;
  /** May be sorted; a text is its name in the address when it is not the key. */
  readonly sort?: true | string;
  readonly align?: 'end';
  /** On phones: `title` heads the card, `actions` end it, `hidden` is left out, others are label and value. */
  readonly role?: 'title' | 'actions' | 'hidden';
}

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
}

export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, columns, rows, rowKey, empty, sortParam = 'sort', defaultSort } = props;
  const t = useT();
  if (rows.length === 0) return <div className="table-box">{empty}</div>;
  return (
    <div className="table-box">
      <table className="table-data">
        <caption className="sr-only">{t(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} param={sortParam} fallback={defaultSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
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
