/**
 * Castings that are announced: calls for the parts of a project, read by anybody, and who applies.
 *
 * Hides the tables, which calls the public may see, who may publish for whom, and the letters. Words: a *call* announces a casting; a
 * *part* is who it seeks; its *standing* is what it is worth today (draft, suspended, closed, open); an administrator *vouches* for the
 * call of a company without a seal; an *application* is one person for one call. Casting (next door) is where directors search the file.
 */
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { PART_SIZE, type PublicPlaces } from '#kernel/page/crawlers.ts';
import { apply } from './applications.ts';
import { registerApplying } from './apply-routes.tsx';
import { type Call, pathOfCall } from './call.ts';
import * as changes from './changes.ts';
import type { CallInput } from './fields.ts';
import { registerFollowing } from './follow-routes.tsx';
import { registerFormPages } from './form-routes.tsx';
import { registerInbox } from './inbox-routes.tsx';
import { registerPublicPages } from './public-routes.tsx';
import { registerReporting } from './report-routes.tsx';
import { type CallFilters, countOpen, findCall, listCalls, listOpen, type OpenChoices, openInPart, openParts } from './store.ts';
import { registerTeamPages } from './team-routes.tsx';
import type { CastingsPageTools, CastingsTools } from './tools.ts';

export { absorbApplicant } from './applications.ts';
export type { Call } from './call.ts';
export { CallCard } from './call-card.tsx';
export { placeText as placeOfCall } from './call-words.ts';
export { openCallsOf } from './company-calls.tsx';
export type { CastingsTools } from './tools.ts';

export interface Castings {
  find(db: Db, id: number): Promise<Call | null>;
  /** The open ones, those that close first on top. */
  listOpen(filters: CallFilters, page: PageAsked): Promise<PageOf<Call>>;
  /** What open calls can be filtered by. */
  choices(): Promise<OpenChoices>;
  /** All of a project, or of all projects: for the casting team. */
  list(projectId: number | null, page: PageAsked): Promise<PageOf<Call>>;

  /** The asker is null for demonstrations: nobody's rights are asked for, nothing is logged. */
  create(asker: changes.Asker, projectId: number, input: CallInput, tx?: Tx): Promise<Call>;
  update(asker: changes.Asker, id: number, input: CallInput): Promise<Call>;
  /** 409 `PRODUCTION_NOT_SEALED` without a seal; an administrator gives a `reason` instead. */
  publish(asker: changes.Asker, id: number, reason?: string, tx?: Tx): Promise<Call>;
  close(asker: changes.Asker, id: number): Promise<Call>;
  /** Somebody applies without a letter about it: for demonstrations. */
  enter(tx: Tx, id: number, candidacy: { talentId: number; partId: number | null; message: string | null }): Promise<void>;

  /** For `/sitemap.xml`. */
  readonly places: PublicPlaces;
}

export function createCastings(tools: CastingsTools): Castings {
  const { db, clock } = tools;
  return {
    find: (from, id) => findCall(from, id, clock.now()),
    listOpen: (filters, page) => listOpen(db, filters, page, clock.now()),
    choices: () => countOpen(db, clock.now()),
    list: (projectId, page) => listCalls(db, projectId, page, clock.now()),
    create: (asker, projectId, input, tx) => changes.createCall(tools, asker, projectId, input, tx),
    update: (asker, id, input) => changes.updateCall(tools, asker, id, input),
    publish: (asker, id, reason = '', tx) => changes.publishCall(tools, asker, id, reason, tx),
    close: (asker, id) => changes.closeCall(tools, asker, id),
    enter: async (tx, callId, candidacy) => void (await apply(tx, { ...candidacy, callId, accountId: null }, clock.now())),
    places: {
      name: 'castings',
      parts: () => openParts(db, PART_SIZE, clock.now()),
      list: async (part) =>
        (await openInPart(db, part, PART_SIZE, clock.now())).map((call) => ({ path: pathOfCall(call), changed: call.updatedAt })),
    },
  };
}

export function registerCastings(door: Door, tools: CastingsPageTools): void {
  registerPublicPages(door, tools);
  registerReporting(door, tools);
  registerApplying(door, tools);
  registerFollowing(door, tools);
  registerTeamPages(door, tools);
  registerFormPages(door, tools);
  registerInbox(door, tools);
}
