import type { Lists } from '#capabilities/lists/lists.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { CinemaSearch } from '../cinema-search/cinema-search.ts';

export interface CastingTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity'>;
  readonly limits: Pick<Limits, 'admit'>;
  readonly files: Files;
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly catalogue: Catalogue;
  readonly cinema: Pick<Cinema, 'list' | 'listByIds' | 'cards'>;
  readonly search: Pick<CinemaSearch, 'readFilters' | 'facets' | 'find' | 'where'>;
  /** Origin of the site, for the links that clients get. */
  readonly publicUrl: string;
}

export const isCasting = (viewer: Viewer | null): boolean => viewer?.role === 'casting' || isAdmin(viewer);

/** Where a form came from, when it is one of our pages; nobody is sent elsewhere. */
export const backTo = (text: string, fallback: string): string => (/^\/(cinema|casting)\/[^\\]*$/.test(text) ? text : fallback);
