/**
 * From a brief to people: the two searches of the documents, their pages, and the letters to those who were chosen.
 *
 * Hides how a request becomes a brief, the searches that are kept, how a model is asked without being told who people are, and that
 * nobody is written to twice. Words: a *search* is a brief with its criteria under an address; a *match* is a person with a score of
 * 50 or more; an *opinion* is what a model said of the first twenty, its *word* what it said of one of them.
 */
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import { registerApi } from './api-routes.ts';
import { registerAskPages } from './ask-routes.tsx';
import { registerLetterPages } from './letter-routes.tsx';
import { registerResultPages } from './result-routes.tsx';
import { sweepSearches } from './searches.ts';
import type { MatchingTools } from './tools.ts';

export { movePerson } from './merging.ts';
export { AI_MATCH_AUTO_EMAIL, AI_RERANK, type MatchingTools } from './tools.ts';

export function registerMatching(door: Door, tools: MatchingTools): void {
  registerApi(door, tools);
  registerAskPages(door, tools);
  registerResultPages(door, tools);
  registerLetterPages(door, tools);
}

/** Forgets searches that nobody touched for a year, and deleted ones after a month; answers how many. For a daily job. */
export const sweepMatching = (db: Db, clock: Clock): Promise<number> => sweepSearches(db, clock.now());
