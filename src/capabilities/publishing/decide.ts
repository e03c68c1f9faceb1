/** The law of a publication, without effects: what a worker does with what it holds, and what follows from what a platform said. */

import { type Patience, pauseAfter } from './patience.ts';
import type { Found, Published, Refusal } from './platform.ts';
import type { PublicationHalt, PublicationOutcome } from './publication.ts';
import type { End, Held } from './records.ts';

export type Step =
  | { readonly is: 'end'; readonly end: End }
  /** What a call left; never followed by a call in the same pass. */
  | { readonly is: 'read' }
  | { readonly is: 'prepare' }
  /** It is prepared: wait for its time, or say it. */
  | { readonly is: 'say' };

export type Verdict =
  | { readonly is: 'end'; readonly end: End; readonly expires?: string }
  /** Certainly nothing there: prepared, and tried again after a while. */
  | { readonly is: 'retry'; readonly seconds: number; readonly why: string }
  /** Called, and read (again) after a while. */
  | { readonly is: 'look'; readonly seconds: number; readonly why: string; readonly isAbsent?: boolean }
  /** Read to the end, twice, and nothing there: once more. */
  | { readonly is: 'rearm'; readonly why: string };

export function nextStep(held: Held, now: Date, patience: Patience): Step {
  if (held.verdict) return { is: 'end', end: held.verdict };
  if (held.state === 'called') return { is: 'read' };
  if (isPastGrace(held, now)) return { is: 'end', end: tooLate(held) };
  if (held.tries >= patience.maxTries) return { is: 'end', end: gaveUp(held) };
  const isFresh = held.preparedAt !== null && secondsBetween(held.preparedAt, now) < patience.freshSeconds;
  return isFresh ? { is: 'say' } : { is: 'prepare' };
}

/** `published` of the one request that cannot be taken back. */
export function afterCall(held: Held, published: Published, patience: Patience): Verdict {
  switch (published.kind) {
    case 'confirmed':
      return { is: 'end', end: confirmed(published.postId, published.url) };
    case 'not_sent':
      return { is: 'retry', seconds: Math.max(published.seconds, pauseAfter(held.tries, patience.retrySeconds)), why: published.why };
    case 'unknown':
      return { is: 'look', seconds: pauseAfter(0, patience.readSeconds), why: published.why };
    case 'refused':
      if (held.doubts > 0 && MAYBE_OURS.has(published.refusal.reason))
        return {
          is: 'look',
          seconds: pauseAfter(0, patience.readSeconds),
          why: `refused (${published.refusal.code}), after an earlier call`,
        };
      return afterRefusal(published.refusal);
  }
}

/** Of what was called before: it, or its pictures, may be there already. */
const MAYBE_OURS: ReadonlySet<Refusal['reason']> = new Set(['duplicate', 'media', 'other']);

export function afterRefusal(refusal: Refusal): Verdict {
  const end = rejected(refusal);
  return refusal.reason === 'token' ? { is: 'end', end, expires: `${refusal.code} ${refusal.detail}`.trim() } : { is: 'end', end };
}

/** `found` by a read that was begun at `now`. */
export function afterRead(held: Held, found: Found, now: Date, patience: Patience): Verdict {
  if (found.kind === 'there') return { is: 'end', end: confirmed(found.postId, found.url) };
  if (found.kind === 'refused') return afterRefusal(found.refusal);
  const since = secondsBetween(held.calledAt ?? now, now);
  const pause = pauseAfter(held.reads, patience.readSeconds);
  if (found.kind === 'unreadable') {
    if (since >= patience.unknownAfterSeconds) return { is: 'end', end: unknown(`cannot be read: ${found.why}`) };
    return { is: 'look', seconds: Math.max(found.seconds, pause), why: `cannot be read: ${found.why}` };
  }
  if (since < patience.quietSeconds) return { is: 'look', seconds: Math.max(patience.quietSeconds - since, 1), why: 'not there yet' };
  const first = held.absences > 0 ? held.absentAt : null;
  const waited = first ? secondsBetween(first, now) : 0;
  if (!first || waited < patience.absentSeconds)
    return { is: 'look', seconds: patience.absentSeconds - waited, why: 'not there', isAbsent: !first };
  if (held.rearmed) return { is: 'end', end: unknown('called twice, and not found') };
  if (isPastGrace(held, now)) return { is: 'end', end: unknown('not found, and too late to be said again') };
  return { is: 'rearm', why: 'not there in two reads' };
}

const isPastGrace = (held: Held, now: Date): boolean => !held.catchUp && secondsBetween(held.dueAt, now) > held.graceSeconds;

/** Whether it was said before decides: what may be live is never called missed. */
function tooLate(held: Held): End {
  if (held.tries > 0) return gaveUp(held);
  return held.doubts > 0
    ? unknown('not found, and too late to be said again')
    : ended('missed', { reason: 'missed_window', code: '', detail: '' });
}
const gaveUp = (held: Held): End =>
  ended(held.doubts > 0 ? 'unknown' : 'missed', { reason: 'gave_up', code: '', detail: `${held.tries} tries` });

const confirmed = (postId: string, url: string | null): End => ({ state: 'confirmed', postId, url, outcome: null });
export const rejected = ({ reason, code, detail }: Refusal): End => ended('rejected', { reason, code, detail: detail.slice(0, 300) });
/** What may have been said before is never called unsaid: somebody looks. */
export function halted(held: Pick<Held, 'doubts'>, { code, detail }: PublicationHalt): End {
  if (held.doubts > 0) return unknown(`may not be said again (${code}), and was called before`);
  return ended('rejected', { reason: 'rights', code, detail: detail.slice(0, 300) });
}
const unknown = (detail: string): End => ended('unknown', { reason: 'unknown', code: '', detail: detail.slice(0, 300) });
const ended = (state: End['state'], outcome: PublicationOutcome): End => ({ state, postId: null, url: null, outcome });

export const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;
