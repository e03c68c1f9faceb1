/**
 * The first pages: home (adaptive: administrators, talents, recruiters), the public welcome, about.
 *
 * Hides the figures of the administrators' home, and which first steps somebody new is shown. Strangers who open `/` are sent to sign in; `/welcome` is theirs.
 */
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';
import type { StudioFacts } from './first-steps.ts';
import { registerFirstSteps } from './first-steps-routes.tsx';
import { registerHomePages } from './routes.tsx';

export type { StudioFacts } from './first-steps.ts';

export { registerWelcome } from './public-routes.tsx';

export interface HomeTools {
  readonly db: Db;
  readonly pages: Pages;
  readonly members: Members;
  readonly catalogue: Catalogue;
  /** What an account made in the other products. */
  readonly madeBy: (accountId: number) => Promise<StudioFacts>;
}

export function registerHome(door: Door, tools: HomeTools): void {
  registerHomePages(door, tools);
  registerFirstSteps(door, tools);
}
