/** The embedded writer: a wish becomes a script of the asked length, about its subject, different for each seed. */
import { randomOf } from '../../random.ts';
import { CALLED } from '../grammar/called.ts';
import { capitalised, countWords, type Subject } from '../grammar/subject.ts';
import { kindsOf } from '../read/kind.ts';
import { cut, type OwnScene, shownWords } from '../read/own-script.ts';
import type { Wish } from '../read/wish.ts';
import type { Aspect, Kind } from '../say/kinds.ts';
import type { Script, ScriptScene } from '../script.ts';
import { createPictures, type Pictures } from '../sight/picture.ts';
import { type Chosen, choose, generalIn } from './choice.ts';
import { createSpeaker, isIndefinite, shownIn } from './saying.ts';
import { type Role, sceneCount, shapeOf } from './shape.ts';
import { TONGUES, type Tongue } from './tongue.ts';

export interface FilmWish {
  readonly wish: Wish;
  readonly prompt: string;
  readonly seconds: number;
  readonly style: string;
  readonly seed: number;
}

type Written = Pick<Script, 'title' | 'language' | 'scenes'> & { readonly isShort: boolean };

const LONGEST_TITLE = 80;
const LONGEST_SCENE = 22;
/** Seconds. */
const TIGHT = 18;
/** What a scene less costs, in sentences about anything at all. */
const FEWER = 1.2;
const LONG_SLOGAN = 8;

export function writeFilm(order: FilmWish): Written {
  const { wish, seconds, seed } = order;
  const tongue = TONGUES[wish.language];
  const named = kindsOf(wish.subject);
  const kind = named[0] === 'generic' ? kindsOf([wish.subject, ...wish.own].join(' ')) : named;
  const subject = subjectOf(wish, tongue, kind[0]);
  const random = randomOf(seed, `script ${wish.language}`);
  const slogan = wish.own.find((text) => countWords(text) <= LONG_SLOGAN) ?? null;
  const told = [...(wish.list === null ? [] : [wish.list]), ...wish.own.filter((text) => text !== slogan)];
  const own = told.flatMap((text) => cut(ended(text), LONGEST_SCENE));
  const audience = wish.audience ? tongue.audience(wish.audience) : null;
  const target = Math.round(seconds * tongue.rate) - (slogan ? countWords(slogan) : 0);
  const hooks = wish.statement
    ? [ended(wish.statement)]
    : subject.question
      ? tongue.answers.map((answer) => `${capitalised(subject.question ?? '')} ${answer}`)
      : [];
  const say = (frames: readonly string[], roles: readonly Role[]): string[] => {
    const speak = createSpeaker({ tongue, subject, audience });
    return frames.map((frame, index) => (roles[index] === 'own' ? frame : speak(frame)));
  };
  const attempt = (count: number): Chosen[] => {
    const roles = shapeOf({ scenes: count, hasAudience: audience !== null, isTight: seconds < TIGHT, own: own.length, random });
    return choose({ tongue, kinds: kind, roles, own, hooks, isNew: isIndefinite(subject), words: target, random, say });
  };
  const isTheirs = ({ role, source }: Chosen): boolean => role === 'own' || (wish.statement !== null && hooks.includes(source));
  const chosen = best(tongue, kind, target, sceneCount(seconds, tongue), attempt, say);
  const narrations = said(chosen, say);
  if (slogan && narrations.length > 0) narrations.push(`${narrations.pop()} ${ended(slogan)}`);
  const pictures = createPictures({ kind: kind[0], subject: wish.subject, style: order.style, look: wish.look, random });
  const shares = secondsOf(narrations, seconds);
  const shown = (one: Chosen, index: number): string =>
    index === 0 ? shortTitle(subject, tongue, wish.isForeign) : (shownIn(one.frame) ?? shownWords(narrations[index] ?? ''));
  const scenes = chosen.map((one, index) => ({
    index,
    narration: narrations[index] ?? '',
    imagePrompt: pictures.of(aspectOf(one.role), isTheirs(one) ? seen(narrations[index] ?? '') : null),
    onScreen: tongue.typeset(one.role === 'own' ? shownWords(narrations[index] ?? '') : shown(one, index)),
    seconds: shares[index] ?? 0,
  }));
  const words = narrations.reduce((sum, text) => sum + countWords(text), 0);
  return { title: titleOf(subject, tongue), language: wish.language, scenes, isShort: words < seconds * tongue.rate * 0.9 };
}

type Say = (frames: readonly string[], roles: readonly Role[]) => string[];
const said = (chosen: readonly Chosen[], say: Say): string[] =>
  say(
    chosen.map(({ frame, breath }) => (breath ? `${frame} ${breath}` : frame)),
    chosen.map(({ role }) => role),
  );

/** One scene less when the length would else be made up with sentences that fit any subject. */
function best(
  tongue: Tongue,
  kinds: readonly [Kind, ...Kind[]],
  target: number,
  count: number,
  attempt: (count: number) => Chosen[],
  say: Say,
): Chosen[] {
  const tries = [count, ...(count > 4 ? [count - 1] : []), ...(count > 7 ? [count + 1] : []), ...(count > 12 ? [count - 2] : [])].map(
    (scenes) => {
      const chosen = attempt(scenes);
      const off = Math.abs(said(chosen, say).reduce((sum, text) => sum + countWords(text), 0) - target) / target;
      return { chosen, cost: generalIn({ tongue, kinds }, chosen) + (scenes < count ? FEWER : 0) + Math.max(0, off - 0.03) * 100 };
    },
  );
  return tries.reduce((one, other) => (other.cost < one.cost ? other : one)).chosen;
}

/** A script that the person wrote: its words, its order; it lasts as long as it takes to say them. */
export function filmOfOwn(order: FilmWish, own: readonly OwnScene[]): Written {
  const { wish } = order;
  const tongue = TONGUES[wish.language];
  const kind = kindsOf(order.prompt)[0];
  const random = randomOf(order.seed, `script ${wish.language}`);
  const narrations = own.map(({ narration }) => narration);
  const spoken = narrations.reduce((sum, text) => sum + countWords(text), 0) / tongue.rate;
  const shares = secondsOf(narrations, Math.max(spoken, Math.min(order.seconds, spoken * 1.3)));
  const first = shownWords(narrations[0] ?? '');
  const pictures: Pictures = createPictures({ kind, subject: '', style: order.style, look: wish.look, random });
  const order_: readonly Aspect[] = ['hook', 'what', 'who', 'how', 'example', 'now', 'benefit', 'pitfall'];
  const scenes: ScriptScene[] = own.map(({ narration, picture, onScreen }, index) => ({
    index,
    narration,
    imagePrompt: pictures.of(
      index === own.length - 1 && index > 0 ? 'next' : (order_[index % order_.length] ?? 'what'),
      picture ?? seen(narration),
    ),
    onScreen: onScreen ?? shownWords(narration),
    seconds: shares[index] ?? 0,
  }));
  return {
    title: capitalised(wish.isOrder ? titleOf(subjectOf(wish, tongue, kind), tongue) : first).slice(0, LONGEST_TITLE),
    language: wish.language,
    scenes,
    isShort: false,
  };
}

/** The person's own words are what is to be seen; too few of them say nothing. */
const seen = (narration: string): string | null => (countWords(narration) >= 4 ? narration.replace(/[.!?؟…]+$/u, '').slice(0, 240) : null);

const ended = (text: string): string => (/[.!?؟…]["»”’]*$/u.test(text) ? text : `${text}.`);
const TURNED: Partial<Record<Role, Aspect>> = {
  context: 'what',
  audience: 'who',
  contrast: 'pitfall',
  call: 'next',
  farewell: 'next',
  own: 'example',
};
const aspectOf = (role: Role): Aspect => TURNED[role] ?? (role as Aspect);

function subjectOf(wish: Wish, tongue: Tongue, kind: keyof (typeof CALLED)['fr']): Subject {
  const called = CALLED[wish.language][kind];
  const named = tongue.subject(wish.subject, called);
  // The statement has named it already.
  if (wish.statement) return { ...named, first: named.again };
  if (wish.isForeign) return { words: wish.subject, first: called, again: called, question: null };
  return named;
}

function titleOf({ words, question }: Subject, tongue: Tongue): string {
  const whole = capitalised(tongue.typeset(question ?? words));
  if (whole.length <= LONGEST_TITLE) return whole;
  return `${whole.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`;
}

function shortTitle(subject: Subject, tongue: Tongue, isForeign: boolean): string {
  const words = countWords(subject.words);
  if (words === 1) return `${tongue.meet} ${isForeign ? subject.words : subject.first.text}`;
  return capitalised(words <= 5 ? subject.words : shownWords(subject.words));
}

/** Tenths of seconds by the words of each scene and a breath between scenes; they add up exactly. */
function secondsOf(narrations: readonly string[], seconds: number): number[] {
  const weights = narrations.map((text) => countWords(text) + 3);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = Math.round(seconds * 10);
  let spent = 0;
  let passed = 0;
  return weights.map((weight) => {
    passed += weight;
    const until = Math.round((whole * passed) / total);
    const tenths = until - spent;
    spent = until;
    return tenths / 10;
  });
}
