/** The keyboard of the desk. Nothing happens while one types, or while something lies over the page. */
import type { ActName, Acts } from './acts.ts';
import type { Desk } from './desk.ts';

interface Tools {
  readonly desk: Desk;
  readonly acts: Acts;
  readonly save: () => void;
}

const TYPED = 'textarea, [contenteditable], input:not([type="checkbox"], [type="range"])';
const FIELD = `${TYPED}, select, input[type="range"]`;

const PLAIN: Readonly<Record<string, ActName>> = {
  s: 'split',
  delete: 'remove',
  backspace: 'remove',
  '+': 'closer',
  '=': 'closer',
  '-': 'wider',
  '0': 'fit',
  home: 'start',
};

export function watchKeys({ desk, acts, save }: Tools): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isCovered(event.target)) return;
    // What stands in a field is taken first; going back is a field's own where one types.
    const isField = event.target instanceof HTMLElement && event.target.matches(FIELD);
    const isDone = isField ? pressInField(event) : press(event);
    if (isDone) event.preventDefault();
  });

  const pressInField = (event: KeyboardEvent): boolean => {
    const { target } = event;
    if (!(event.ctrlKey || event.metaKey) || !(target instanceof HTMLElement)) return false;
    if (event.key.toLowerCase() === 's') {
      target.blur();
      target.focus();
    } else if (target.matches(TYPED)) return false;
    return withControl(event);
  };

  const press = (event: KeyboardEvent): boolean => {
    const { key, target } = event;
    // On many keyboards brackets need AltGr, which some browsers call Ctrl and Alt.
    if (key === '[') return done(() => acts.run('trim-start'));
    if (key === ']') return done(() => acts.run('trim-end'));
    if (event.ctrlKey || event.metaKey) return withControl(event);
    if (key === ' ') return !isControl(target) && done(() => acts.run('play'));
    const way = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : null;
    if (way !== null && event.altKey) return done(() => acts.nudge(way));
    if (event.altKey) return false;
    if (way !== null) return done(() => acts.step(event.shiftKey ? way : way / desk.frame.fps));
    if (key === 'ArrowUp' || key === 'ArrowDown') return done(() => acts.jump(key === 'ArrowDown' ? 1 : -1));
    if (key === 'End') return done(() => acts.toEnd());
    if (key === 'Escape') return desk.selected() !== null && done(() => desk.select(null));
    if (key === '?') return done(() => document.getElementById('keys-help')?.showPopover?.());
    const act = PLAIN[key.toLowerCase()];
    return act !== undefined && done(() => acts.run(act));
  };

  const withControl = ({ key, shiftKey, altKey }: KeyboardEvent): boolean => {
    if (altKey) return false;
    switch (key.toLowerCase()) {
      case 'z':
        return done(() => acts.run(shiftKey ? 'redo' : 'undo'));
      case 'y':
        return done(() => acts.run('redo'));
      case 's':
        return done(save);
      default:
        return false;
    }
  };
}

const done = (act: () => void): true => {
  act();
  return true;
};

/** A button takes Space for itself, but for a clip, which Enter chooses. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary') !== null && target.closest('[data-clip]') === null;

const isCovered = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('dialog, [popover]') !== null) || document.querySelector('dialog[open]') !== null;
