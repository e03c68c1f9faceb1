/** What signing in needs of the other rooms. */

import type { Identity } from '#capabilities/identity/identity.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { SiteName } from '#kernel/site-face.ts';
import type { Dialect } from '../dialect.ts';

/** The persons behind accounts, as the members room writes them. */
export interface People {
  /** The short form that a sign-in answers. */
  loginUser(accountId: number, dialect: Dialect): Promise<object>;
  /** The full profile of oneself. */
  me(accountId: number, dialect: Dialect): Promise<object>;
}

export interface AuthTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly audit: Audit;
  readonly pages: Pages;
  readonly people: People;
  /** Named in authenticator applications beside the account. */
  readonly siteName: SiteName;
}
