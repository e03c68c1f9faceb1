/** What the members slice is given, and the words its parts share. */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PeopleNews } from '../people-news.ts';

export interface MemberTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly files: Files;
  readonly mail: Mail;
  readonly audit: Audit;
  readonly catalogue: Catalogue;
  /** Origin of the site, for the QR code and the links in letters. */
  readonly publicUrl: string;
  readonly news?: PeopleNews;
}

/** A photo or CV that was already checked by content and cleaned. */
export interface PreparedFile {
  readonly content: Buffer;
  readonly extension: string;
  readonly mediaType: string;
  readonly originalName?: string;
}
