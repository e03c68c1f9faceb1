/**
 * The one rule of who is free: what wanted days meet among the days that are already taken. Lists, the preview before assigning and
 * booking itself ask here, so that they never disagree. Pure: it reads nothing.
 *
 * | wanted \ there | booked | pencil | unavailable |
 * |---|---|---|---|
 * | booked | never | unless accepted | unless accepted |
 * | pencil | never | a warning | unless accepted |
 */
import { type DayRange, overlap } from './days.ts';

/** `pencil` holds days, `booked` takes them. */
export type BookingState = 'pencil' | 'booked';

export interface Wanted extends DayRange {
  readonly state: BookingState;
}

/** Days that a person already has, and what took them. */
export interface Busy extends DayRange {
  readonly kind: BookingState | 'unavailable';
  /** Null for days on which the person said they cannot work. */
  readonly project: { readonly id: number; readonly name: string } | null;
  readonly assignmentId: number | null;
  readonly reason: string | null;
}

/** `never`: not to be had. `unless-accepted`: for somebody who says so expressly. `warning`: to know. */
export type ClashWeight = 'never' | 'unless-accepted' | 'warning';

/** The days on which a wanted range meets a taken one. */
export interface Clash extends DayRange {
  readonly kind: Busy['kind'];
  readonly project: Busy['project'];
  readonly reason: string | null;
  readonly wanted: BookingState;
  readonly weight: ClashWeight;
}

const WEIGHTS: Readonly<Record<BookingState, Readonly<Record<Busy['kind'], ClashWeight>>>> = {
  booked: { booked: 'never', pencil: 'unless-accepted', unavailable: 'unless-accepted' },
  pencil: { booked: 'never', pencil: 'warning', unavailable: 'unless-accepted' },
};

const ORDER: readonly ClashWeight[] = ['never', 'unless-accepted', 'warning'];

/** Every meeting, the gravest first, then by day. */
export const clashesOf = (wanted: readonly Wanted[], busy: readonly Busy[]): readonly Clash[] =>
  wanted
    .flatMap((want) => busy.flatMap((taken) => meet(want, taken)))
    .sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight) || a.from.localeCompare(b.from));

function meet(want: Wanted, taken: Busy): readonly Clash[] {
  const days = overlap(want, taken);
  if (!days) return [];
  const { kind, project, reason } = taken;
  return [{ ...days, kind, project, reason, wanted: want.state, weight: WEIGHTS[want.state][kind] }];
}

/** The clashes that forbid it. */
export const blocking = (clashes: readonly Clash[], accepted: boolean): readonly Clash[] =>
  clashes.filter(({ weight }) => weight === 'never' || (weight === 'unless-accepted' && !accepted));
