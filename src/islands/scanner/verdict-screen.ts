/** The answer to a scan, on the whole screen: colour, word, drawing, name and face, sound and buzz. Gone by itself, or at a touch. */
import { make } from '../shared/place.ts';
import { BADGE_PREFIX } from './claims.ts';
import type { Seen } from './desk.ts';
import { button, draw, face, type Shape } from './drawings.ts';
import type { Signal, Signals } from './signals.ts';
import { type Voice, wordKey } from './texts.ts';
import type { Action, Person } from './wire.ts';

export interface Announcement {
  readonly look: 'in' | 'out' | 'no' | 'look';
  readonly word: string;
  readonly person: Pick<Person, 'name' | 'photo'> | null;
  readonly lines: readonly string[];
  /** What the reader most likely wants now. */
  readonly offer?: { readonly words: string; readonly act: () => void } | undefined;
}

export interface VerdictScreen {
  show(announcement: Announcement): void;
  hide(): void;
}

const SHOWN_MS = 1500;
/** A refusal says why and what to do: it takes longer to read. */
const REFUSAL_MS = 3500;

const SHAPE: Readonly<Record<Announcement['look'], Shape>> = { in: 'check', out: 'check', no: 'cross', look: 'warning' };
const SIGNAL: Readonly<Record<Announcement['look'], Signal>> = { in: 'yes', out: 'yes', no: 'no', look: 'look' };

export function createVerdictScreen(voice: Voice, signals: Signals): VerdictScreen & { readonly element: HTMLElement } {
  const element = make('div', { class: 'verdict', role: 'alert', hidden: true });
  let timer = 0;
  const hide = (): void => {
    clearTimeout(timer);
    element.hidden = true;
  };
  element.addEventListener('click', hide);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  return {
    element,
    hide,
    show: (announcement) => {
      const { look, word, person, lines, offer } = announcement;
      clearTimeout(timer);
      element.className = `verdict verdict-${look}`;
      element.replaceChildren(
        make('span', { class: 'verdict-icon' }, draw(SHAPE[look])),
        make('p', { class: 'verdict-word' }, word),
        ...(person ? [face(person), make('p', { class: 'verdict-name' }, person.name)] : []),
        ...lines.map((line) => make('p', { class: 'verdict-line' }, line)),
        ...(offer ? [button('verdict-offer', null, offer.words, offer.act)] : []),
        make('p', { class: 'verdict-hint' }, voice.say('tapToGoOn')),
      );
      element.hidden = false;
      signals.give(SIGNAL[look]);
      timer = window.setTimeout(hide, look === 'in' || look === 'out' ? SHOWN_MS : REFUSAL_MS);
    },
  };
}

/** Words for what the desk decided; `turn` scans the same person the other way. */
export function announce(seen: Seen, voice: Voice, turn: (action: Action) => void): Announcement {
  const { kind, person, before, scan } = seen;
  const word = voice.say(wordKey(kind, scan.action));
  if (kind === 'ok') return { look: scan.action === 'check_in' ? 'in' : 'out', word, person, lines: [voice.time(scan.time)] };
  const since = before?.since
    ? [voice.say(before.state === 'present' ? 'presentSince' : 'leftAt', { time: voice.time(before.since) })]
    : [];
  const [why, next] = explain(seen, voice);
  return { look: LOOK[kind] ?? 'no', word, person, lines: [why, ...since, next], offer: offerFor(seen, voice, turn) };
}

const LOOK: Partial<Record<Seen['kind'], Announcement['look']>> = {
  duplicate: 'look',
  not_checked_in: 'look',
  wrong_day: 'look',
  unchecked: 'look',
};

/** Each refusal has its own reason and its own next step. */
function explain({ kind, reason, scan }: Seen, voice: Voice): readonly [why: string, next: string] {
  if (kind === 'ok') return ['', ''];
  if (kind === 'duplicate' && scan.action === 'check_out') return [voice.say('alreadyLeftWhy'), voice.say('alreadyLeftNext')];
  if (kind === 'forged' && !scan.payload?.startsWith(BADGE_PREFIX)) return [voice.say('notABadgeWhy'), voice.say('unknown_codeNext')];
  if (kind === 'revoked' && reason) return [revocation(reason, voice), voice.say('revokedNext')];
  return [voice.say(`${kind}Why`), voice.say(`${kind}Next`)];
}

/** `removed` is the studio's own word for who left the project; anything else was written by somebody. */
const revocation = (reason: string, voice: Voice): string =>
  reason === 'removed' ? voice.say('revokedRemoved') : voice.say('revokedFor', { reason });

function offerFor({ kind, scan }: Seen, voice: Voice, turn: (action: Action) => void): Announcement['offer'] {
  if (kind === 'duplicate' && scan.action === 'check_in') return { words: voice.say('checkThemOut'), act: () => turn('check_out') };
  if (kind === 'not_checked_in') return { words: voice.say('checkThemIn'), act: () => turn('check_in') };
  return undefined;
}
