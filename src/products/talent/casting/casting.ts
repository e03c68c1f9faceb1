/**
 * Where casting directors look for people of the CINEMA module: the list with its facets, marks, people side by side,
 * shortlists, and the links that show a shortlist to a client.
 *
 * Hides how an address becomes filters, the tables of marks and shortlists, and the tokens of links. Words: a *mark* is 1
 * (best) to 6, each member of the team gives their own; a *shortlist* is people in an
 * order, with a note each; a *link* opens one shortlist to somebody without an account until a date; their *answer* about a person
 * is yes, maybe or no.
 */
import type { Door } from '#kernel/http/door.ts';
import { registerLinks } from './link-routes.tsx';
import { registerList } from './list-routes.tsx';
import { registerMarks } from './mark-routes.ts';
import { registerShare } from './share-routes.tsx';
import { registerShortlists } from './shortlist-routes.tsx';
import type { CastingTools } from './tools.ts';

export { MarkForm, MarkMenu } from './mark-menu.tsx';
export { type Mark, marksOf } from './marks.ts';
export { absorbCastPerson } from './merging.ts';
export type { CastingTools } from './tools.ts';

export function registerCasting(door: Door, tools: CastingTools): void {
  registerList(door, tools);
  registerMarks(door, tools);
  registerShortlists(door, tools);
  registerLinks(door, tools);
  registerShare(door, tools);
}
