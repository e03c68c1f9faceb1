/** What to do with the people that are ticked, and the keys that do it faster. */
import type { ReactElement } from 'react';
import { Button } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { keys, m } from './messages.ts';
import { SELECTION } from './pick-card.tsx';

/** A form of its own; the boxes name it. With the script it appears when somebody is ticked and says how many. */
export function SelectionBar({ isCasting }: { isCasting: boolean }): ReactElement {
  const t = useT();
  return (
    <form id={SELECTION} method="get" action="/cinema/talents/compare" className="pick-bar">
      <p data-selected>{t(m.withSelection)}</p>
      <span className="needs-script">
        <Button type="button" kind="quiet" name="unselect" icon="close">
          {t(m.unselect)}
        </Button>
      </span>
      <Button kind="secondary" icon="users" name="act" value="compare">
        {t(m.compare)}
      </Button>
      {isCasting && (
        <Button icon="bookmark" formAction="/casting/shortlists/add" name="act" value="add">
          {t(m.addToShortlist)}
        </Button>
      )}
    </form>
  );
}

const HELP = 'keys-help';

/** Opened by its button or by `?`; only where the script runs, for only there the keys do anything. */
export function KeysHelp({ marks }: { marks: boolean }): ReactElement {
  const t = useT();
  const rows: readonly (readonly [keys: readonly string[], text: Text])[] = [
    [['J', 'K', '← ↑ ↓ →'], keys.move],
    ...(marks ? ([[['1', '…', '6'], keys.mark]] as const) : []),
    [['X'], keys.select],
    [['A'], keys.all],
    [['Enter'], keys.open],
    [['C'], keys.compare],
    ...(marks ? ([[['S'], keys.shortlist]] as const) : []),
    [['/'], keys.search],
    [['Esc'], keys.escape],
    [['?'], keys.help],
  ];
  return (
    <span className="needs-script">
      <button type="button" className="button button-quiet button-square only-wide" popoverTarget={HELP} aria-label={t(m.keys)}>
        <Icon name="help" />
      </button>
      <div id={HELP} popover="auto" className="keys-help" role="dialog" aria-label={t(keys.title)}>
        <h2>{t(keys.title)}</h2>
        <dl>
          {rows.map(([names, text]) => (
            <div key={names.join()} className="contents">
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </span>
  );
}
