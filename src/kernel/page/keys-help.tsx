/**
 * What the keys do: one box per page, opened by `?` or by the button of a page with keys of its own. It lists those, the ones that work
 * everywhere, and the switch that turns keys without Ctrl or ⌘ off (WCAG 2.1.4). Only where the script runs do they do anything.
 */
import type { ReactElement } from 'react';
import { type Text, usePage, useT } from './context.tsx';
import { everywhereMessages as m } from './everywhere-messages.ts';
import { Icon } from './icons.tsx';
import { type Navigation, openTo } from './navigation.ts';

/** Of the box; islands open it by this name. */
const BOX = 'keys-help';

export type KeyLine = readonly [names: readonly string[], does: Text];
export interface PageKeys {
  readonly title: Text;
  readonly keys: readonly KeyLine[];
}
export interface KeysHelpProps extends PageKeys {
  readonly id: typeof BOX;
}

/** The button, and what the box says of this page. */
export function KeysHelp({ title, keys }: KeysHelpProps): ReactElement {
  const t = useT();
  usePage().keys.push({ title, keys });
  return (
    <button type="button" className="button button-quiet button-square" popoverTarget={BOX} aria-label={t(title)}>
      <Icon name="help" />
    </button>
  );
}

/** After `g`, by room. */
const GO: Readonly<Record<string, string>> = {
  home: 'h',
  talents: 't',
  cinema: 'c',
  studio: 'i',
  films: 'f',
  publications: 'p',
  presence: 's',
  admin: 'a',
};

/** Where `g` and a letter lead, for who may go there. */
export const roomKeys = (navigation: Navigation, viewer: Parameters<typeof openTo>[1]) =>
  openTo(navigation.rooms, viewer).flatMap(({ key, href, label }) => {
    const letter = GO[key];
    return letter ? [{ letter, href, label }] : [];
  });

/** At the end of a frame: by then the page has told its keys. */
export function KeysBox({ navigation }: { navigation: Navigation }): ReactElement {
  const t = useT();
  const { keys, viewer } = usePage();
  const rooms = roomKeys(navigation, viewer).map(
    ({ letter, label }): KeyLine => [['G', letter.toUpperCase()], t(m.keyGo, { name: t(label) })],
  );
  const everywhere: readonly KeyLine[] = [[['⌘K', 'Ctrl K'], m.keyPalette], [['/'], m.keySearch], [['?'], m.keyHelp], ...rooms];
  return (
    <div id={BOX} popover="auto" className="keys-help" role="dialog" aria-label={t(m.keys)}>
      <h2>{t(m.keys)}</h2>
      {keys.map(({ title, keys: lines }) => (
        <Lines key={t(title)} title={title} lines={lines} />
      ))}
      <Lines title={m.keysEverywhere} lines={everywhere} />
      <label className="choice-line keys-switch">
        <input type="checkbox" data-keys-switch defaultChecked />
        <span>
          {t(m.keysOn)}
          <small>{t(m.keysOnHint)}</small>
        </span>
      </label>
    </div>
  );
}

function Lines({ title, lines }: { title: Text; lines: readonly KeyLine[] }): ReactElement {
  const t = useT();
  return (
    <>
      <h3>{t(title)}</h3>
      <dl>
        {lines.map(([names, does]) => (
          <div key={names.join()} className="contents">
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
