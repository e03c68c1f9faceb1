/** What the badges slice is given. */

import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Badges } from './badges.ts';

export interface BadgeTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Pick<Files, 'find' | 'open'>;
  /** Printed at the head of a badge. */
  readonly siteName: SiteName;
}

export interface BadgePageTools {
  readonly db: Db;
  readonly audit: Pick<Audit, 'activity'>;
  readonly pages: Pages;
  readonly badges: Badges;
}
