/**
 * What a scan is worth, decided on the device in a fixed order: signature, revoked, assigned, day, duplicate. A revoked badge is
 * refused as revoked even when its bearer is already inside.
 */
import type { Claims } from './claims.ts';
import type { Action, Person, Roster, Standing, VerdictKind } from './wire.ts';

/** What was seen, once its signature was looked at. */
export type Evidence =
  /** `claims` is null when the text is no badge or its signature is wrong. */
  | { readonly by: 'badge'; readonly claims: Claims | null }
  | { readonly by: 'code'; readonly hash: string }
  | { readonly by: 'list'; readonly ref: string };

export interface Verdict {
  readonly kind: VerdictKind;
  readonly person: Person | null;
  /** Where the person stood before this scan. */
  readonly before: Standing | null;
  /** Why the badge was revoked, as the server wrote it. */
  readonly reason: string | null;
}

/** The roster, ready to be asked. */
export interface Book {
  readonly projectId: number;
  readonly people: readonly Person[];
  byRef(ref: string): Person | undefined;
  byCode(hash: string): Person | undefined;
  /** Reason of the revocation; undefined for a badge that stands. */
  revoked(seed: string): string | undefined;
}

export function createBook(roster: Pick<Roster, 'project' | 'people' | 'revoked'>): Book {
  const byRef = new Map(roster.people.map((person) => [person.ref, person]));
  const byCode = new Map(roster.people.flatMap((person) => person.codes.map((hash) => [hash, person] as const)));
  const revoked = new Map(roster.revoked.map(({ seed, reason }) => [seed, reason]));
  return {
    projectId: roster.project.id,
    people: roster.people,
    byRef: (ref) => byRef.get(ref),
    byCode: (hash) => byCode.get(hash),
    revoked: (seed) => revoked.get(seed),
  };
}

export function judge(evidence: Evidence, book: Book, standingOf: (ref: string) => Standing, action: Action): Verdict {
  const refuse = (kind: VerdictKind, reason: string | null = null): Verdict => ({ kind, person: null, before: null, reason });
  if (evidence.by === 'badge') {
    const { claims } = evidence;
    if (!claims) return refuse('forged');
    const reason = book.revoked(claims.seed);
    if (reason !== undefined) return refuse('revoked', reason);
    if (claims.projectId !== book.projectId) return refuse('wrong_project');
  }
  const person = personOf(evidence, book);
  if (!person) return refuse(evidence.by === 'code' ? 'unknown_code' : 'not_assigned');
  const before = standingOf(person.ref);
  return { kind: kindFor(person, before, action), person, before, reason: null };
}

function personOf(evidence: Evidence, book: Book): Person | undefined {
  if (evidence.by === 'code') return book.byCode(evidence.hash);
  return book.byRef(evidence.by === 'list' ? evidence.ref : (evidence.claims?.seed ?? ''));
}

function kindFor(person: Person, { state }: Standing, action: Action): VerdictKind {
  // Who is inside may always leave, also after the last day that was planned.
  if (person.booked === false && !(action === 'check_out' && state === 'present')) return 'wrong_day';
  if (action === 'check_in') return state === 'present' ? 'duplicate' : 'ok';
  if (state === 'left') return 'duplicate';
  return state === 'present' ? 'ok' : 'not_checked_in';
}
