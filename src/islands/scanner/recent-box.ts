/** The last five taps, what became of them, and the way back. */
import { make } from '../shared/place.ts';
import type { Desk } from './desk.ts';
import { button, draw, face, type Shape } from './drawings.ts';
import { createRows } from './rows.ts';
import { isWaiting, type Scan } from './scans.ts';
import { actionKey, type TextKey, type Voice, wordKey } from './texts.ts';
import type { VerdictKind } from './wire.ts';

const SHOWN = 5;

export interface RecentBox {
  readonly element: HTMLElement;
  draw(): void;
}

type Tap = readonly [Scan, ...Scan[]];

export function createRecentBox(desk: Desk, voice: Voice, undo: (group: string) => void): RecentBox {
  const list = make('ol', { class: 'scan-recent' });
  const isUndone = (tap: Tap): boolean => tap.every((scan) => desk.isUndone(scan));
  const drawRows = createRows<Tap>(list, {
    key: (tap) => `${tap[0].group} ${isUndone(tap)} ${nameOf(tap, desk, voice)}`,
    build: (tap) => buildRow(tap, desk, voice, isUndone(tap) ? null : () => undo(tap[0].group)),
    note: (tap) => {
      const [{ verdict, action, time }] = tap;
      const facts = isUndone(tap) ? voice.say('undone') : stateOf(tap, voice);
      return `${voice.say(wordKey(verdict, action))} · ${voice.time(time)} · ${facts}`;
    },
  });
  return {
    element: make('section', { class: 'scan-section' }, make('h2', {}, voice.say('recent')), list),
    draw: () => drawRows(lastTaps(desk.scans), voice.say('recentNone')),
  };
}

/** Scans by the tap that made them, the newest first; to take something back is no scan. */
export function lastTaps(scans: readonly Scan[]): Tap[] {
  const taps = new Map<string, [Scan, ...Scan[]]>();
  for (const scan of scans) {
    if (scan.undo !== null) continue;
    const tap = taps.get(scan.group);
    if (tap) tap.push(scan);
    else taps.set(scan.group, [scan]);
  }
  return [...taps.values()].slice(-SHOWN).reverse();
}

const nameOf = (tap: Tap, desk: Desk, voice: Voice): string =>
  tap.length > 1 ? voice.say('people', { count: tap.length }) : (desk.person(tap[0].ref)?.name ?? voice.say('someone'));

function buildRow(tap: Tap, desk: Desk, voice: Voice, undo: (() => void) | null): HTMLElement {
  const [first] = tap;
  const person = tap.length === 1 ? desk.person(first.ref) : undefined;
  const words = make('span', { class: 'scan-words' }, make('strong', {}, nameOf(tap, desk, voice)), make('small'));
  const mark = make('span', { class: `scan-mark scan-mark-${first.verdict === 'ok' ? 'yes' : 'no'}` }, draw(shapeOf(first)));
  const mayUndo = first.verdict === 'ok' && undo !== null;
  const end = mayUndo ? [button('scan-undo', 'undo', voice.say('undo'), undo)] : person ? [mark] : [];
  return make('li', { class: undo ? '' : 'is-undone' }, person ? face(person) : mark, words, ...end);
}

const shapeOf = ({ verdict, action }: Scan): Shape => (verdict !== 'ok' ? 'cross' : action === 'check_in' ? 'enter' : 'leave');

function stateOf(tap: readonly Scan[], voice: Voice): string {
  if (tap.some(isWaiting)) return voice.say('stateWaiting');
  const surprise = tap.find(({ verdict, outcome }) => (verdict === 'ok') !== (outcome === 'recorded') && verdict !== outcome);
  if (!surprise) return voice.say('stateSent');
  return voice.say('serverSays', { what: voice.say(outcomeKey(surprise)) });
}

const REFUSALS: ReadonlySet<string> = new Set<VerdictKind>([
  ...(['duplicate', 'not_checked_in', 'forged', 'revoked', 'wrong_project', 'not_assigned', 'wrong_day', 'unknown_code'] as const),
]);

/** The server's outcomes have the names of our verdicts; a new one that this page does not know yet is just « sent ». */
const outcomeKey = ({ action, outcome }: Scan): TextKey => {
  if (outcome === 'recorded') return actionKey(action);
  return REFUSALS.has(outcome ?? '') ? wordKey(outcome as VerdictKind, action) : 'stateSent';
};
