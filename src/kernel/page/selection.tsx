/**
 * What is done to the rows that are ticked: a form of its own at the foot of the list, whose boxes name it by `form`. Without a
 * script it stands there; the island `lists` shows it while something is ticked, counts aloud, ticks whole pages and ranges.
 *
 *   <Selectable count={rows.length}>
 *     <DataTable … select={{ form: SELECTION, name: (row) => row.name }} />
 *     <SelectionBar action="/lists/users/acts" query={…} total={total} acts={[{ name: 'close', label: m.close, icon: 'ban' }]} />
 *   </Selectable>
 */
import type { ReactElement, ReactNode } from 'react';
import { Button } from './components.tsx';
import { type Text, usePage, useT } from './context.tsx';
import type { IconName } from './icons.tsx';
import { Island } from './islands.tsx';
import { listMessages as m } from './list-messages.ts';

export const SELECTION = 'selection';

export interface SelectionAct {
  readonly name: string;
  readonly label: Text;
  readonly icon: IconName;
  readonly tone?: 'danger' | undefined;
}

export interface SelectionBarProps {
  readonly action: string;
  readonly acts: readonly SelectionAct[];
  /** The filters, as the address has them: « all of this list » is read from it again. */
  readonly query: string;
  /** How many the list has; « all of this list » is offered when that is more than the page shows. */
  readonly total: number;
  readonly shown: number;
}

/** `count` rows at most are ticked on one page: the words for each number travel with it, in the reader's language. */
export function Selectable({ count, children }: { count: number; children: ReactNode }): ReactElement {
  const t = useT();
  return (
    <Island name="lists" props={{ selected: Array.from({ length: count + 1 }, (_, n) => t(m.selected, { count: n })) }} className="stack">
      {children}
    </Island>
  );
}

export function SelectionBar({ action, acts, query, total, shown }: SelectionBarProps): ReactElement | null {
  const t = useT();
  const { csrf, url } = usePage();
  if (acts.length === 0 || shown === 0) return null;
  return (
    <form id={SELECTION} method="post" action={action} className="pick-bar select-bar">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="back" value={url} />
      <input type="hidden" name="query" value={query} />
      <p data-selected role="status">
        {t(m.withSelection)}
      </p>
      {total > shown && (
        <label className="choice-line select-everything">
          <input type="checkbox" name="all" value="1" />
          <span>{t(m.everything, { total })}</span>
        </label>
      )}
      <span className="needs-script">
        <Button type="button" kind="quiet" name="unselect" icon="close">
          {t(m.unselect)}
        </Button>
      </span>
      <div className="select-acts">
        {acts.map(({ name, label, icon, tone }) => (
          <Button key={name} kind={tone === 'danger' ? 'danger' : 'secondary'} icon={icon} name="act" value={name}>
            {t(label)}
          </Button>
        ))}
      </div>
    </form>
  );
}
