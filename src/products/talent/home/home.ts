/**
 * The first pages: home (adaptive: administrators, talents, recruiters), the public welcome, about.
 *
 * Hides the figures of the administrators' home. Strangers who open `/` are sent to sign in; `/welcome` is theirs.
 */
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';
import { registerHomePages } from './routes.tsx';

export interface HomeTools {
  readonly db: Db;
  readonly pages: Pages;
  readonly members: Members;
  readonly catalogue: Catalogue;
}

export function registerHome(door: Door, tools: HomeTools): void {
  registerHomePages(door, tools);
}
