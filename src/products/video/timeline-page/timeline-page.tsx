/**
 * `/films/:id/timeline`: the timeline of a film, as tables with one form for readers without a script, and as tracks by hand where the
 * island runs (islands/timeline.ts). Both save through the same rules; the island by the API of this very site.
 */
import type { Door } from '#kernel/http/door.ts';
import type { FilmTools } from '../rooms.ts';
import { AT, filmPage, saveTables, showTimeline } from './routes.tsx';

export function registerTimelinePages(site: Door, tools: FilmTools): void {
  site.get(AT, filmPage, (request, reply) => showTimeline(tools, request, reply));
  site.post(AT, filmPage, (request, reply) => saveTables(tools, request, reply));
}
