/** Everybody of the project by where they are, absentees first: to search by name, to scan from the list, to scan many at once. */
import { make } from '../shared/place.ts';
import type { Desk } from './desk.ts';
import { button, face } from './drawings.ts';
import { createRows } from './rows.ts';
import { actionKey, tabKey, type Voice } from './texts.ts';
import type { Action, Person, Whereabouts } from './wire.ts';

export interface PeopleBox {
  readonly element: HTMLElement;
  draw(): void;
}

export interface PeopleBoxEvents {
  one(person: Person, action: Action): void;
  many(people: readonly Person[], action: Action): void;
}

const TABS: readonly Whereabouts[] = ['absent', 'present', 'left'];
const SURE_MS = 4000;
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export function createPeopleBox(desk: Desk, voice: Voice, events: PeopleBoxEvents): PeopleBox {
  let tab: Whereabouts = 'absent';
  const label = voice.say('search');
  const search = make('input', { type: 'search', class: 'scan-code', placeholder: label, 'aria-label': label, autocomplete: 'off' });
  const bulk = createBulk(voice, events);
  const list = make('ul', { class: 'scan-people' });
  const drawRows = createRows<Person>(list, {
    key: (person) => `${person.ref} ${actionFor(person, desk)}`,
    build: (person) => buildRow(person, actionFor(person, desk), voice, events),
    note: (person) => noteOf(person, desk, voice),
  });
  const tabs = TABS.map((state) => {
    const turn = button('scan-tab', null, '', () => {
      tab = state;
      draw();
    });
    return [state, turn] as const;
  });

  const draw = (): void => {
    const asked = plain(search.value.trim());
    const found = (desk.roster?.people ?? []).filter(({ name }) => plain(name).includes(asked));
    const inTab = (state: Whereabouts): Person[] => found.filter(({ ref }) => desk.standing(ref).state === state);
    for (const [state, one] of tabs) {
      one.textContent = `${voice.say(tabKey(state))} ${inTab(state).length}`;
      one.setAttribute('aria-pressed', String(state === tab));
    }
    const people = inTab(tab).sort(expectedFirst);
    bulk.draw(tab, people);
    drawRows(people, voice.say(desk.roster ? (asked ? 'nobodyFound' : 'nobody') : 'noRoster'));
  };
  search.addEventListener('input', draw);
  const head = make('div', { class: 'scan-tabs' }, ...tabs.map(([, one]) => one));
  return { element: make('section', { class: 'scan-section' }, search, head, bulk.element, list), draw };
}

const expectedFirst = (a: Person, b: Person): number =>
  Number(a.booked === false) - Number(b.booked === false) || a.name.localeCompare(b.name);

const actionFor = ({ ref }: Person, desk: Desk): Action => (desk.standing(ref).state === 'present' ? 'check_out' : 'check_in');

function noteOf({ ref, booked }: Person, desk: Desk, voice: Voice): string {
  const { state, since } = desk.standing(ref);
  if (since && state !== 'absent') return voice.say(state === 'present' ? 'presentSince' : 'leftAt', { time: voice.time(since) });
  return booked === false ? voice.say('notPlanned') : '';
}

function buildRow(person: Person, action: Action, voice: Voice, events: PeopleBoxEvents): HTMLElement {
  const words = make('span', { class: 'scan-words' }, make('strong', {}, person.name), make('small'));
  const [look, shape] = action === 'check_in' ? (['in', 'enter'] as const) : (['out', 'leave'] as const);
  const go = button(`scan-go scan-go-${look}`, shape, '', () => events.one(person, action));
  go.setAttribute('aria-label', `${voice.say(actionKey(action))} ${person.name}`);
  return make('li', {}, face(person), words, go);
}

interface Bulk {
  readonly element: HTMLElement;
  draw(tab: Whereabouts, people: readonly Person[]): void;
}

/** A tap with a glove on must not send three hundred people home: the button asks for a second one. */
function createBulk(voice: Voice, events: PeopleBoxEvents): Bulk {
  let action: Action = 'check_in';
  let meant: readonly Person[] = [];
  let timer = 0;
  const one = button('button button-secondary scan-wide', null, '', () => {
    if (!one.classList.contains('is-sure')) return setSure(true);
    setSure(false);
    events.many(meant, action);
  });
  const setSure = (sure: boolean): void => {
    clearTimeout(timer);
    if (sure) timer = window.setTimeout(() => setSure(false), SURE_MS);
    one.classList.toggle('is-sure', sure);
    write();
  };
  const write = (): void => {
    const key = one.classList.contains('is-sure') ? 'bulkAgain' : action === 'check_in' ? 'bulkIn' : 'bulkOut';
    one.textContent = voice.say(key, { count: meant.length });
  };
  return {
    element: make('div', { class: 'scan-bulk' }, one),
    draw: (tab, people) => {
      const next: Action = tab === 'present' ? 'check_out' : 'check_in';
      meant = next === 'check_in' ? people.filter(({ booked }) => booked !== false) : people;
      one.hidden = tab === 'left' || meant.length === 0;
      if (next !== action || one.hidden) setSure(false);
      action = next;
      write();
    },
  };
}
