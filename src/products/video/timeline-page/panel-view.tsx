/** The fields of the chosen clip; the island shows those that its kind has. */
import type { ReactElement, ReactNode } from 'react';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { TRANSITIONS } from '../timelines/timelines.ts';
import { desk as m } from './editor-messages.ts';
import { names } from './messages.ts';

export function Panel(): ReactElement {
  const t = useT();
  return (
    <form className="tl-panel" data-panel aria-label={t(m.chosen)}>
      <div className="tl-nothing" data-none>
        <Icon name="sliders" />
        <p>{t(m.nothing)}</p>
      </div>
      <div className="tl-fields" data-fields hidden>
        <h2 data-title aria-live="polite">
          {t(m.chosen)}
        </h2>
        <div className="notice tone-danger" data-faults hidden role="alert">
          <Icon name="error" />
          <p />
        </div>
        <Line name="start" label={m.from} on="audio music" />
        <Line name="seconds" label={m.seconds} on="video audio music" />
        <ChoiceLine name="transition" label={m.transition} on="video" options={TRANSITIONS.map((each) => [each, names[each]])} />
        <Line name="transition_seconds" label={m.transitionSeconds} on="video" />
        <ChoiceLine name="move" label={m.move} on="image" options={MOVES} />
        <ChoiceLine name="fit" label={m.fitTo} on="video" options={FITS} />
        <Volume />
        <Line name="fade_in" label={m.fadeIn} on="audio music" />
        <Line name="fade_out" label={m.fadeOut} on="audio music" />
        <label className="tl-tick" data-for="music">
          <input type="checkbox" name="duck" />
          {t(m.duck)}
        </label>
      </div>
    </form>
  );
}

const MOVES: readonly (readonly [string, Text])[] = [
  ['none', m.moveNone],
  ['nearer', m.moveNearer],
  ['farther', m.moveFarther],
  ['rightwards', m.moveRightwards],
  ['leftwards', m.moveLeftwards],
  ['upwards', m.moveUpwards],
  ['downwards', m.moveDownwards],
  ['own', m.moveOwn],
];
const FITS: readonly (readonly [string, Text])[] = [
  ['cover', m.cover],
  ['contain', m.contain],
];

interface LineView {
  readonly name: string;
  readonly label: Text;
  /** Kinds of clips that have it. */
  readonly on: string;
}

function Labelled({ name, label, on, children }: LineView & { children: ReactNode }): ReactElement {
  const t = useT();
  return (
    <div className="tl-line" data-for={on}>
      <label htmlFor={`tl-${name}`}>{t(label)}</label>
      {children}
    </div>
  );
}

const Line = (props: LineView): ReactElement => (
  <Labelled {...props}>
    <span className="control">
      <input id={`tl-${props.name}`} name={props.name} type="text" inputMode="decimal" autoComplete="off" />
    </span>
  </Labelled>
);

function ChoiceLine({ options, ...props }: LineView & { options: readonly (readonly [string, Text])[] }): ReactElement {
  const t = useT();
  return (
    <Labelled {...props}>
      <span className="control control-select">
        <select id={`tl-${props.name}`} name={props.name}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="control-arrow" />
      </span>
    </Labelled>
  );
}

const Volume = (): ReactElement => (
  <Labelled name="volume" label={m.volume} on="audio music">
    <span className="tl-volume">
      <input id="tl-volume" name="volume" type="range" min={0} max={200} step={5} />
      <output />
    </span>
  </Labelled>
);
