/** A project, an assignment and its bookings, as the program sees them: typed, without a dialect. Days are `YYYY-MM-DD`. */
import type { LetterStatus } from '#kernel/mail/letter-log.ts';
import type { ProjectStatus } from '../options/options.ts';
import type { BookingState } from './clashes.ts';

export interface Project {
  readonly id: number;
  readonly name: string;
  /** The printed value of an option: `Film`, `Série TV`. */
  readonly productionType: string;
  readonly production: { readonly id: number; readonly name: string; readonly logoFile: string | null } | null;
  readonly country: { readonly id: number; readonly name: string; readonly code: string } | null;
  readonly shootingLocations: string | null;
  readonly startDate: string | null;
  /** Included. */
  readonly endDate: string | null;
  readonly status: ProjectStatus;
  readonly description: string | null;
  readonly timeZone: string;
  /** `HH:MM`. */
  readonly dayStarts: string;
  readonly isActive: boolean;
  /** People assigned now. */
  readonly assignedCount: number;
  readonly createdBy: { readonly id: number; readonly email: string; readonly firstName: string } | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What became of a selection letter; `none`: nobody asked for one yet. */
export type LetterState = 'none' | LetterStatus;
/** Whether the person was told, or may have been: only somebody who asks for it writes again. */
export const isTold = (letter: LetterState): boolean => letter === 'queued' || letter === 'sent' || letter === 'unknown';

export interface Booking {
  readonly from: string;
  /** The first day that is free again. */
  readonly until: string;
  readonly state: BookingState;
}

export interface Assignment {
  readonly id: number;
  readonly projectId: number;
  readonly talentId: number;
  /** CINEMA code. */
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly photoFile: string | null;
  readonly talentType: string;
  readonly role: string | null;
  readonly projectCode: string;
  readonly ordinal: number;
  readonly assignedAt: Date;
  readonly removedAt: Date | null;
  readonly badge: { readonly id: number; readonly seed: string; readonly issuedAt: Date } | null;
  readonly letter: LetterState;
  readonly bookings: readonly Booking[];
}

/** An assignment with what decides who sees it, and whether its person can be written to. */
export interface TeamMember extends Assignment {
  readonly accountId: number | null;
  readonly isPublic: boolean;
  readonly hasEmail: boolean;
  /** Why the letter failed, for administrators. */
  readonly letterError: string | null;
}
