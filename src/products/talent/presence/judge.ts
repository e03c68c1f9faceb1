/** What the studio makes of one scan of a device: who it is, whether they may be there, and when it really was. Pure. */
import type { BadgeClaims } from '../badges/badges.ts';
import type { Action } from './rules.ts';

export const REFUSALS = ['forged', 'revoked', 'wrong_project', 'not_assigned', 'wrong_day', 'unknown_code'] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface DeviceScan {
  readonly id: string;
  readonly action: Action;
  readonly time: string;
  readonly source: string;
  readonly payload: string | null;
  readonly ref: string | null;
  readonly code: string | null;
  readonly verdict: string;
  readonly undo?: string;
}

/** What one person of the project is on the day of the scan. */
export interface Known {
  readonly talentId: number;
  readonly assigned: boolean;
  readonly booked: boolean | null;
}
export interface Register {
  readonly projectId: number;
  readonly byTalent: ReadonlyMap<number, Known>;
  /** Seeds of every badge of the project. */
  readonly bySeed: ReadonlyMap<string, { readonly talentId: number; readonly revoked: boolean }>;
  readonly byCode: ReadonlyMap<string, number>;
}
/** A QR code as it was read: its claims when we signed it; `forged` when it pretends; null when it is something else. */
export type Reading = BadgeClaims | 'forged' | null;

export interface Judgement {
  readonly talentId: number | null;
  /** `recorded`: it counts; whether it repeats another is seen when all are put in order. */
  readonly outcome: 'recorded' | Refusal;
  readonly flags: readonly string[];
}

/**
 * Order: signature, revoked, assigned, day. Whom the device let in was there, whatever we know meanwhile: that is recorded and flagged.
 * Whom it refused was not let in: no presence comes of it.
 */
export function judge(scan: DeviceScan, reading: Reading, register: Register): Judgement {
  const who = identify(scan, reading, register);
  if (who.refusal) return { talentId: null, outcome: who.refusal, flags: [] };
  const { person, revoked } = who;
  const faults: Refusal[] = [];
  if (revoked) faults.push('revoked');
  if (!person.assigned) faults.push('not_assigned');
  if (scan.action === 'check_in' && person.assigned && person.booked === false) faults.push('wrong_day');
  const refused = REFUSALS.find((word) => word === scan.verdict);
  if (!refused) return { talentId: person.talentId, outcome: 'recorded', flags: faults };
  return { talentId: person.talentId, outcome: faults[0] ?? refused, flags: faults.length ? [] : ['refused_on_device'] };
}

type Identified = { readonly refusal: Refusal } | { readonly refusal: null; readonly person: Known; readonly revoked: boolean };

function identify(scan: DeviceScan, reading: Reading, { projectId, byTalent, bySeed, byCode }: Register): Identified {
  if (reading === 'forged') return { refusal: 'forged' };
  if (reading && reading.projectId !== projectId) return { refusal: 'wrong_project' };
  const seed = reading?.seed ?? scan.ref;
  const badge = seed ? bySeed.get(seed) : undefined;
  const talentId = badge?.talentId ?? reading?.talentId ?? byCode.get(scan.code ?? '');
  const person = talentId === undefined ? undefined : byTalent.get(talentId);
  if (!person) return { refusal: 'unknown_code' };
  // A badge we signed and no longer know of is as good as taken back. A line of the list is no badge: it cannot be revoked.
  return { refusal: null, person, revoked: reading !== null && (badge?.revoked ?? true) };
}

const SKEW = 60_000;

/** The time that counts: a wrong clock is set right by how wrong it was when the device sent; nobody arrives in the future. */
export function trueTime(deviceTime: Date, sentAt: Date, now: Date): { readonly at: Date; readonly skewed: boolean } {
  const error = now.getTime() - sentAt.getTime();
  const wrong = Math.abs(error) > SKEW;
  const meant = deviceTime.getTime() + (wrong ? error : 0);
  const ahead = meant > now.getTime() + SKEW;
  return { at: new Date(Math.min(meant, now.getTime())), skewed: wrong || ahead };
}
