/** The whole screen: what is always there, and the two views. */
import { make } from '../shared/place.ts';
import { createToast } from '../shared/toast.ts';
import { Acts } from './acts.ts';
import type { Desk } from './desk.ts';
import { button, draw } from './drawings.ts';
import { createLensBox } from './lens-box.ts';
import { createPeopleBox } from './people-box.ts';
import type { Pulse } from './pulse.ts';
import { createRecentBox } from './recent-box.ts';
import { createSignals } from './signals.ts';
import { createStatusBox } from './status-box.ts';
import type { Sent } from './sync.ts';
import { actionKey, type Voice } from './texts.ts';
import { createVerdictScreen } from './verdict-screen.ts';
import { watchWedge } from './wedge.ts';
import type { Action, ScanResult } from './wire.ts';

export interface ScreenPlace {
  readonly title: string;
  readonly back: string;
  readonly signIn: string;
}

export interface Screen {
  readonly element: HTMLElement;
  link(state: Sent['state']): void;
  answered(results: readonly ScanResult[]): void;
  /** Whether this page will open without a network; `first`: it was not so before. */
  kept(kept: 'first' | 'again' | 'never'): void;
}

export function createScreen(desk: Desk, pulse: () => Pulse | null, voice: Voice, place: ScreenPlace, menu: HTMLElement): Screen {
  const signals = createSignals();
  const verdict = createVerdictScreen(voice, signals);
  const toast = createToast();
  const acts = new Acts({ desk, pulse, voice, signals, verdict, toast });
  const status = createStatusBox(desk, voice, place);
  const mode = createMode(voice);
  const lens = createLensBox(voice, {
    scanned: (text) => acts.scan({ text }, 'camera', mode.action()),
    typed: (text) => acts.scan({ text }, 'typed', mode.action()),
    touched: signals.wake,
  });
  const recent = createRecentBox(desk, voice, (group) => acts.undo(group));
  const people = createPeopleBox(desk, voice, {
    one: (person, action) => acts.tick(person, action),
    many: (all, action) => acts.tickAll(all, action),
  });
  const redraw = (): void => {
    status.draw();
    if (views.isList()) people.draw();
    else recent.draw();
  };
  const views = createViews(voice, make('div', {}, lens, recent.element), people.element, redraw);
  desk.onChange(redraw);
  redraw();
  watchWedge((text) => acts.scan({ text }, 'wedge', mode.action()));
  document.addEventListener('pointerdown', signals.wake);

  const back = make('a', { class: 'scan-icon', href: place.back, 'aria-label': voice.say('back') }, draw('back'));
  const top = make('header', { class: 'scan-top' }, back, make('h1', {}, place.title), menu);
  const dock = make('div', { class: 'scan-dock' }, mode.element, views.turn);
  return {
    element: make('div', { class: 'scan' }, top, status.element, views.element, dock, verdict.element),
    link: status.link,
    answered: (results) => {
      for (const result of results) acts.learn(result);
    },
    kept: (kept) => {
      if (kept === 'first') toast.say(voice.say('kept'));
      if (kept === 'never') status.warn(voice.say('notKept'));
    },
  };
}

const MODE_KEY = 'presence-mode';
const ACTIONS: readonly Action[] = ['check_in', 'check_out'];

/** Arrival or departure: the one choice that must never be wrong, so it is the biggest thing under the thumb. */
function createMode(voice: Voice): { readonly element: HTMLElement; action(): Action } {
  let action: Action = sessionStorage.getItem(MODE_KEY) === 'check_out' ? 'check_out' : 'check_in';
  const element = make('div', { class: 'scan-mode', role: 'group', 'aria-label': voice.say('mode') });
  const buttons = ACTIONS.map((each) => {
    const [look, shape] = each === 'check_in' ? (['in', 'enter'] as const) : (['out', 'leave'] as const);
    return button(`scan-mode-${look}`, shape, voice.say(actionKey(each)), () => choose(each));
  });
  const choose = (next: Action): void => {
    action = next;
    sessionStorage.setItem(MODE_KEY, next);
    for (const [index, one] of buttons.entries()) one.setAttribute('aria-pressed', String(ACTIONS[index] === next));
  };
  choose(action);
  element.append(...buttons);
  return { element, action: () => action };
}

interface Views {
  readonly element: HTMLElement;
  /** Turns to the other view. */
  readonly turn: HTMLElement;
  isList(): boolean;
}

function createViews(voice: Voice, scan: HTMLElement, list: HTMLElement, changed: () => void): Views {
  const turn = button('scan-turn', null, '', () => {
    open(list.hidden === true);
    changed();
  });
  const open = (isList: boolean): void => {
    scan.hidden = isList;
    list.hidden = !isList;
    turn.replaceChildren(draw(isList ? 'scan' : 'list'), make('span', {}, voice.say(isList ? 'scanTab' : 'listTab')));
  };
  open(false);
  return { element: make('div', { class: 'scan-main' }, scan, list), turn, isList: () => !list.hidden };
}
