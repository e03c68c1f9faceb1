/** What the productions slice is given. */
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

export interface ProductionTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity' | 'security'>;
  readonly files: Files;
  readonly catalogue: Catalogue;
}

export interface ProductionRouteTools extends ProductionTools {
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly uploads: Pick<Uploads, 'claim'>;
  /** Origin of the site, for the QR code of the seal. */
  readonly publicUrl: string;
}
