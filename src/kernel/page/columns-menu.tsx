/**
 * Which columns of a table are shown, and how dense: remembered for the reader, and in the address (`cols=`) so that it can be shared.
 * A form in a menu; without a script the page comes back as chosen.
 *
 *   <ColumnsMenu columns={COLUMNS} choice={list.choice} action="/lists/users/table" />
 */
import type { ReactElement } from 'react';
import { Button } from './components.tsx';
import { usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { listMessages as m } from './list-messages.ts';
import { type Column, DENSITIES, isFixed, shownColumns, type TableChoice } from './table.tsx';

export interface ColumnsMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly choice: TableChoice;
  readonly action: string;
}

export function ColumnsMenu<Row>({ columns, choice, action }: ColumnsMenuProps<Row>): ReactElement {
  const t = useT();
  const { csrf, url } = usePage();
  const shown = new Set(shownColumns(columns, choice.columns).map(({ key }) => key));
  const standard = columns.filter((column) => !isFixed(column) && !column.optional).map(({ key }) => key);
  return (
    <details className="drop columns-menu" data-drop>
      <summary className="button button-quiet button-sm">
        <Icon name="sliders" />
        {t(m.columns)}
      </summary>
      <form method="post" action={action} className="drop-panel drop-wide">
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="back" value={url} />
        <input type="hidden" name="standard" value={standard.join()} />
        <fieldset>
          <legend className="drop-title">{t(m.shownColumns)}</legend>
          {columns
            .filter((column) => !isFixed(column))
            .map(({ key, header }) => (
              <label key={key} className="choice-line">
                <input type="checkbox" name="columns" value={key} defaultChecked={shown.has(key)} />
                <span>{t(header)}</span>
              </label>
            ))}
        </fieldset>
        <fieldset>
          <legend className="drop-title">{t(m.density)}</legend>
          {DENSITIES.map((density) => (
            <label key={density} className="choice-line">
              <input type="radio" name="density" value={density} defaultChecked={density === choice.density} />
              <span>{t(m[density])}</span>
            </label>
          ))}
        </fieldset>
        <div className="columns-apply">
          <Button full>{t(m.apply)}</Button>
          <Button kind="quiet" name="reset" value="1" full>
            {t(m.reset)}
          </Button>
        </div>
      </form>
    </details>
  );
}
