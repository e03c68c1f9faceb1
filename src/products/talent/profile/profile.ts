/**
 * Profiles as people see them: one's own dashboard and forms, the page of a person, the card to carry.
 *
 * Hides how a refused form comes back with what was typed, and how complete a profile is, point by point. Who may see and change
 * what belongs to the members room.
 */

import type { Identity } from '#capabilities/identity/identity.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';
import { registerPersonPages, registerProfileFiles, registerProfilePages } from './routes.tsx';

export interface ProfileTools {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly uploads: Pick<Uploads, 'claim'>;
  readonly pages: Pages;
  readonly identity: Pick<Identity, 'setLanguage'>;
  readonly catalogue: Catalogue;
  readonly members: Members;
  /** Origin of the site, for the QR code of the card. */
  readonly publicUrl: string;
  readonly siteName: SiteName;
}

export function registerProfile(door: Door, tools: ProfileTools): void {
  registerProfilePages(door, tools);
  registerPersonPages(door, tools);
  registerProfileFiles(door, tools);
}

export { missingOf } from './completeness.ts';
export { CodeCard, MissingList } from './dashboard-page.tsx';
export { photoOf } from './view-page.tsx';
