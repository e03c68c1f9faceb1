/**
 * A casting makes itself known: its promo film, its pictures and its posts, made by the other products of the house through the ports
 * below, with the people who agreed to it. Words: the *origin* of what is made is the project (`cinema.project:12`); a *face* is a person
 * of the team with their photo and how their consent stands.
 */
import type { Door } from '#kernel/http/door.ts';
import type { ProjectPanel } from '../projects/projects.ts';
import { registerFilmPages } from './film-routes.tsx';
import { mediaPanel } from './media-panel.tsx';
import type { PromoTools } from './ports.ts';
import { registerPostPages } from './posts-routes.tsx';

export type { PromoPorts } from './ports.ts';
export { talentDirectory, talentMedia } from './talent-media.ts';

/** The pages, and what the page of a project shows of its media. */
export function registerPromo(site: Door, tools: PromoTools, panels: ProjectPanel[]): void {
  registerFilmPages(site, tools);
  registerPostPages(site, tools);
  panels.push((request, project) => mediaPanel(tools, request, project));
}
