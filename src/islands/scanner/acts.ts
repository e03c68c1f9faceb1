/** What a badge, a code or a tap sets off: the desk decides and stores, then the screen shows it and the pulse sends it. */
import type { Toast, Undo } from '../shared/toast.ts';
import type { Desk } from './desk.ts';
import type { Pulse } from './pulse.ts';
import type { Reading } from './reading.ts';
import type { Signals } from './signals.ts';
import { actionKey, type Voice } from './texts.ts';
import { announce, type VerdictScreen } from './verdict-screen.ts';
import type { Action, Person, ScanResult, Source, VerdictKind } from './wire.ts';

export interface ActTools {
  readonly desk: Desk;
  readonly pulse: () => Pulse | null;
  readonly voice: Voice;
  readonly signals: Signals;
  readonly verdict: VerdictScreen;
  readonly toast: Toast;
}

/** The list of this device may be out of date: it is asked for again. */
const DOUBTFUL: ReadonlySet<VerdictKind> = new Set<VerdictKind>(['forged', 'not_assigned', 'unknown_code']);
/** The answer of the server is news as long as the person stands there. */
const NEWS_MS = 15_000;

export class Acts {
  readonly #tools: ActTools;

  constructor(tools: ActTools) {
    this.#tools = tools;
  }

  /** Scans and says so on the whole screen. */
  scan(reading: Reading, source: Source, action: Action): void {
    const { desk, verdict, voice } = this.#tools;
    desk.scan(reading, source, action).then((seen) => {
      this.#send(DOUBTFUL.has(seen.kind));
      const again = seen.person ? { ref: seen.person.ref } : reading;
      verdict.show(announce(seen, voice, (other) => this.scan(again, source, other)));
    }, this.#fail);
  }

  /** Scans a row of the list: a word at the edge of the screen is enough, the finger goes on to the next row. */
  tick({ ref, name }: Person, action: Action): void {
    const { desk, signals, toast, verdict, voice } = this.#tools;
    desk.scan({ ref }, 'list', action).then((seen) => {
      this.#send(false);
      if (seen.kind !== 'ok') return verdict.show(announce(seen, voice, (other) => this.scan({ ref }, 'list', other)));
      signals.give('yes');
      toast.say(`${name} · ${voice.say(actionKey(action))}`, this.#wayBack(seen.scan.group));
    }, this.#fail);
  }

  tickAll(people: readonly Person[], action: Action): void {
    const { desk, signals, toast, voice } = this.#tools;
    const refs = people.map(({ ref }) => ref);
    desk.bulk(refs, action).then((made) => {
      const [first] = made;
      if (!first) return;
      this.#send(false);
      signals.give('yes');
      toast.say(voice.say('bulkDone', { count: made.length, what: voice.say(actionKey(action)) }), this.#wayBack(first.group));
    }, this.#fail);
  }

  #wayBack(group: string): Undo {
    return { label: this.#tools.voice.say('undo'), act: () => this.undo(group) };
  }

  undo(group: string): void {
    const { desk, toast, voice } = this.#tools;
    desk.undo(group).then(() => {
      this.#send(false);
      toast.say(voice.say('undone'));
    }, this.#fail);
  }

  /** What the server made of a scan that this device refused, told as long as the person stands there. */
  learn({ id, outcome, flags, name }: ScanResult): void {
    const { desk, verdict, voice } = this.#tools;
    const scan = desk.scans.find((each) => each.id === id);
    if (!scan || scan.verdict === 'ok' || Date.now() - Date.parse(scan.time) > NEWS_MS) return;
    const person = desk.person(scan.ref) ?? (name ? { name, photo: null } : null);
    if (flags.includes('refused_on_device')) {
      verdict.show({ look: 'look', word: voice.say('scanAgainWord'), person, lines: [voice.say('scanAgainWhy')] });
    } else if (outcome === 'recorded') {
      const look = scan.action === 'check_in' ? 'in' : 'out';
      verdict.show({ look, word: voice.say(actionKey(scan.action)), person, lines: [voice.say('serverAccepted')] });
    }
  }

  #send(wantsRoster: boolean): void {
    const pulse = this.#tools.pulse();
    if (wantsRoster) pulse?.wantRoster();
    pulse?.soon();
  }

  /** The one refusal that is our own fault: what could not be stored must not look as if it were. */
  readonly #fail = (error: unknown): void => {
    const { verdict, voice } = this.#tools;
    console.error(error);
    verdict.show({ look: 'no', word: voice.say('notStored'), person: null, lines: [voice.say('notStoredNext')] });
  };
}
