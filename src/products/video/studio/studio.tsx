/**
 * Pages of films: `/films`, `/films/new`, `/films/:id` with its script, board and player, its scenes, settings and publications;
 * `/films/voices`, `/films/renders`.
 *
 * Words: the *wizard* is the form of a new film; the *board* shows a film in the making; a *version* is a finished film in one shape.
 */
import type { Door } from '#kernel/http/door.ts';
import type { FilmTools } from '../rooms.ts';
import { registerFilm } from './film-routes.tsx';
import { registerList } from './list-routes.tsx';
import { registerPublish } from './publish-routes.tsx';
import { registerRenders } from './renders-routes.tsx';
import { registerScenes } from './scene-routes.tsx';
import { registerSettings } from './settings-routes.tsx';
import { registerVoices } from './voices-routes.tsx';
import { registerWizard } from './wizard-routes.tsx';

export function registerStudioPages(site: Door, tools: FilmTools): void {
  registerList(site, tools);
  registerWizard(site, tools);
  registerVoices(site, tools);
  registerRenders(site, tools);
  registerFilm(site, tools);
  registerScenes(site, tools);
  registerPublish(site, tools);
  registerSettings(site, tools);
}
