/** What the cinema slice is given, and the words its parts share. */

import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CinemaSearch } from '../cinema-search/cinema-search.ts';
import type { PeopleNews } from '../people-news.ts';

export interface CinemaTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Files;
  readonly mail: Mail;
  readonly audit: Audit;
  readonly catalogue: Catalogue;
  readonly search: CinemaSearch;
  /** Origin of the site, for the QR code and the links in letters. */
  readonly publicUrl: string;
  readonly siteName: SiteName;
  readonly news?: PeopleNews;
}

/** A photo that was already checked by content and cleaned. */
export interface PreparedFile {
  readonly content: Buffer;
  readonly extension: string;
  readonly mediaType: string;
  readonly originalName?: string;
}
