/** A medium, as the products that own one tell of it, and as the library keeps it. */
import type { Db } from '#kernel/db/db.ts';

/** A studio picture, a finished film, a file that somebody brought, a photo of a talent, the logo of a production. */
export const MEDIUM_KINDS = ['picture', 'film', 'upload', 'portrait', 'logo'] as const;
export type MediumKind = (typeof MEDIUM_KINDS)[number];

/** What the product calls it: the number of a picture, the id of a film or an asset, the name of a stored photo. */
export interface MediumName {
  readonly kind: MediumKind;
  readonly ref: string;
}

/** Somebody who appears. The key says who for ever (`cinema:15`, `member:7`), the rest is what they are called now. */
export interface PersonName {
  readonly key: string;
  readonly name: string;
  readonly code: string | null;
}

export interface MediumFacts extends MediumName {
  /** Whose it is; null is the house's own. */
  readonly accountId: number | null;
  readonly title: string;
  /** Addresses on the site. */
  readonly thumbnail: string | null;
  readonly href: string | null;
  /** A stored picture of it, to be shown to whoever is asked for consent. */
  readonly file: string | null;
  /** What it was made for: `cinema.project:12`. */
  readonly origin: string | null;
  /**
   * `made` by a machine and nobody real; `nobody`, as a logo; `parts`: as what it is made of says; `undeclared`: somebody must say who
   * appears; or the people themselves, where the product knows.
   */
  readonly shows: 'made' | 'nobody' | 'parts' | 'undeclared' | readonly PersonName[];
  readonly parts: readonly MediumName[];
  readonly madeAt: Date;
}

/** One place where a medium is, or shall be, said. */
export interface Use {
  readonly publicationId: number;
  readonly medium: MediumName;
  /** Its page, for its owner. */
  readonly href: string;
}

/** Fulfilled by each product for the media it owns. */
export interface MediaSource {
  readonly kinds: readonly MediumKind[];
  /** Those that are there, in any order. */
  find(db: Db, refs: readonly MediumName[]): Promise<readonly MediumFacts[]>;
  /** Of one kind, those that came or changed after the cursor, the oldest first; null begins. */
  since(
    db: Db,
    kind: MediumKind,
    cursor: string | null,
    most: number,
  ): Promise<{ readonly media: readonly MediumFacts[]; readonly cursor: string | null }>;
  /** What these publications show; those of other products are left out. */
  shownIn(db: Db, publicationIds: readonly number[]): Promise<ReadonlyMap<number, readonly MediumName[]>>;
  /** Where these media are, or shall be, said. */
  usesOf(db: Db, media: readonly MediumName[]): Promise<readonly Use[]>;
}

/** Fulfilled by the product that knows the people. */
export interface PeopleDirectory {
  /** By a code in any accepted spelling. */
  byCode(db: Db, code: string): Promise<PersonName | null>;
  /** Where letters go. Null without an address. */
  mailboxOf(db: Db, key: string): Promise<Mailbox | null>;
  /** Who this account is. */
  keysOf(db: Db, accountId: number): Promise<readonly string[]>;
  /** What an origin (`cinema.project:12`) is called; null when it is gone. */
  titleOf(db: Db, origin: string): Promise<{ readonly title: string; readonly href: string } | null>;
}

export interface Mailbox {
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en' | 'ar';
}

export const SAID = ['made', 'nobody', 'people', 'parts', 'undeclared'] as const;
export type Said = (typeof SAID)[number];

/** How the rights of a medium stand, in one word; the worst of its people counts. */
export const STANDINGS = ['clear', 'missing', 'asked', 'refused', 'withdrawn', 'expired'] as const;
export type Standing = (typeof STANDINGS)[number];

/** As the library keeps it. */
export interface Medium extends MediumName {
  readonly id: number;
  readonly accountId: number | null;
  readonly title: string;
  readonly thumbnail: string | null;
  readonly href: string | null;
  readonly file: string | null;
  readonly origin: string | null;
  readonly said: Said;
  readonly saidBy: number | null;
  readonly saidAt: Date | null;
  readonly credit: string;
  readonly licence: string;
  readonly standing: Standing;
  /** The first end of a consent it stands on. */
  readonly endsAt: Date | null;
  readonly madeAt: Date;
}

export interface Person extends PersonName {
  readonly id: number;
}
