/** What a lens, a hand or a list brought, and what can be said about it before anybody is looked up. */
import { BADGE_PREFIX, readClaims } from './claims.ts';
import { hashCode } from './codes.ts';
import type { Prove } from './signature.ts';
import type { Evidence } from './verdict.ts';
import type { Source } from './wire.ts';

/** A text that was read or typed, or a row of the list. */
export type Reading = { readonly text: string } | { readonly ref: string };

export interface Examined {
  readonly evidence: Evidence;
  /** What the server gets to see: the whole text of a badge, the hash of a code. */
  readonly payload: string | null;
  readonly code: string | null;
}

const LONGEST_CODE = 24;
const LONGEST_PAYLOAD = 400;

/** What a lens reads must be a signed badge: a code that anybody can print proves nothing. Hands may type codes. */
export async function examine(reading: Reading, source: Source, project: number, prove: Prove): Promise<Examined> {
  if ('ref' in reading) return { evidence: { by: 'list', ref: reading.ref }, payload: null, code: null };
  const text = reading.text.trim();
  if (source === 'camera' || text.startsWith(BADGE_PREFIX) || text.length > LONGEST_CODE) {
    const badge = readClaims(text);
    const proven = badge !== null && (await prove(badge));
    return { evidence: { by: 'badge', claims: proven ? badge.claims : null }, payload: text.slice(0, LONGEST_PAYLOAD), code: null };
  }
  const hash = await hashCode(project, text);
  return { evidence: { by: 'code', hash }, payload: null, code: hash };
}
