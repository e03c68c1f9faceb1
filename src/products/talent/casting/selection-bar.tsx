/** What to do with the people that are ticked, and the keys that do it faster. */
import type { ReactElement } from 'react';
import { Button } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { KeysHelp } from '#kernel/page/keys-help.tsx';
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

export const SelectionKeys = ({ marks }: { marks: boolean }): ReactElement => (
  <span className="needs-script only-wide">
    <KeysHelp
      id={HELP}
      title={keys.title}
      keys={[
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
      ]}
    />
  </span>
);
