/** What the rooms of people tell the others, inside the transaction that makes it so: whoever listens promises a job. */
import type { Tx } from '#kernel/db/db.ts';

export type PersonKind = 'standard' | 'cinema';

export interface Joined {
  readonly code: string;
  readonly name: string;
  readonly by: number | undefined;
}

export interface PeopleNews {
  /** Somebody joined, or has another name, or another of the facts that tell namesakes apart. The id is that of the account, or of the CINEMA file. */
  named(tx: Tx, kind: PersonKind, id: number): Promise<void>;
  /** Somebody joined by themselves, or was brought by `by`; not told of those that come in masses. */
  joined(tx: Tx, kind: PersonKind, person: Joined): Promise<void>;
  /** Somebody is taken away for good, by an administrator; said before the row goes. */
  gone(tx: Tx, kind: PersonKind, id: number): Promise<void>;
  /** A member has a CV, or another one. */
  cvSent(tx: Tx, id: number): Promise<void>;
}
