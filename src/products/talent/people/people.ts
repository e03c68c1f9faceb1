/**
 * Pages about people: the directory for whoever is signed in, and the administrators' list, forms and acts.
 *
 * Hides how an address becomes filters and an order, and that destructive acts ask first on a page of their own. Who may see and
 * change whom belongs to the members room and to identity.
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';
import { registerDirectory } from './directory-routes.tsx';
import { registerPasswordPages, registerUserActs } from './user-acts.tsx';
import { registerUserPages } from './user-routes.tsx';

export interface PeopleTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'security'>;
  readonly uploads: Pick<Uploads, 'claim'>;
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly identity: Pick<Identity, 'temporaryPassword' | 'giveTemporaryPassword'>;
  readonly catalogue: Catalogue;
  readonly members: Members;
}

export function registerPeoplePages(door: Door, tools: PeopleTools): void {
  registerDirectory(door, tools);
  registerUserPages(door, tools);
  registerUserActs(door, tools);
  registerPasswordPages(door, tools);
}
