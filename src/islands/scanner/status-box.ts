/** What is always in sight: who is here, what still waits to be sent, when the server was last heard, and what stands in the way. */
import { make } from '../shared/place.ts';
import type { Desk } from './desk.ts';
import { draw } from './drawings.ts';
import { isWaiting } from './scans.ts';
import type { Sent } from './sync.ts';
import type { TextKey, Voice } from './texts.ts';

export interface StatusBox {
  readonly element: HTMLElement;
  draw(): void;
  link(state: Sent['state']): void;
  /** Something the reader should know as long as the page is open. */
  warn(words: string): void;
}

interface Addresses {
  readonly signIn: string;
  readonly back: string;
}

export function createStatusBox(desk: Desk, voice: Voice, addresses: Addresses): StatusBox {
  let state: Sent['state'] = navigator.onLine ? 'sent' : 'offline';
  let warning = '';
  const counts = createCounts(desk, voice);
  const notice = make('div', { class: 'scan-notice', role: 'status', hidden: true });
  let said = '';

  const drawNotice = (): void => {
    const lines = [...noticesOf(state, desk, voice, addresses), ...(warning ? [make('p', {}, warning)] : [])];
    const words = lines.map(({ textContent }) => textContent).join();
    if (words === said) return; // a screen reader would say it again
    said = words;
    notice.replaceChildren(...lines);
    notice.hidden = lines.length === 0;
  };
  const drawAll = (): void => {
    counts.draw(state === 'offline');
    drawNotice();
  };
  return {
    element: make('div', { class: 'scan-status' }, counts.element, notice),
    draw: drawAll,
    link: (next) => {
      state = next;
      drawAll();
    },
    warn: (words) => {
      warning = words;
      drawNotice();
    },
  };
}

function createCounts(desk: Desk, voice: Voice): { readonly element: HTMLElement; draw(isOffline: boolean): void } {
  const cell = (key: TextKey): readonly [HTMLElement, HTMLElement] => {
    const value = make('dd', {}, '–');
    return [make('div', {}, make('dt', {}, voice.say(key)), value), value];
  };
  const [presentCell, present] = cell('countPresent');
  const [absentCell, absent] = cell('countAbsent');
  const [waitingCell, waiting] = cell('countWaiting');
  const [heardCell, heard] = cell('lastSync');
  return {
    element: make('dl', { class: 'scan-counts' }, presentCell, absentCell, waitingCell, heardCell),
    draw: (isOffline) => {
      const states = desk.roster?.people.map(({ ref }) => desk.standing(ref).state);
      const count = desk.scans.filter(isWaiting).length;
      const link = isOffline ? 'offline' : 'online';
      present.textContent = states ? String(states.filter((state) => state === 'present').length) : '–';
      absent.textContent = states ? String(states.filter((state) => state === 'absent').length) : '–';
      waiting.textContent = String(count);
      waitingCell.classList.toggle('is-waiting', count > 0);
      const time = desk.heardAt ? voice.time(new Date(desk.heardAt).toISOString()) : voice.say('never');
      heard.replaceChildren(draw(link), time, make('span', { class: 'sr-only' }, ` ${voice.say(link)}`));
      heardCell.classList.toggle('is-offline', isOffline);
    },
  };
}

/** What keeps scans here; else departures that nobody scanned yesterday: those are for a supervisor, no time is invented. */
function noticesOf(state: Sent['state'], desk: Desk, voice: Voice, { signIn, back }: Addresses): HTMLElement[] {
  if (state === 'signed-out') {
    return [make('p', {}, voice.say('signedOut')), make('a', { href: signIn, class: 'button button-secondary' }, voice.say('signInAgain'))];
  }
  if (state === 'forbidden' || state === 'refused') return [make('p', {}, voice.say(state))];
  const count = desk.roster?.counters.open_yesterday ?? 0;
  return count > 0 ? [make('a', { href: back }, voice.say('openYesterday', { count }))] : [];
}
