/**
 * Titles of films and series while one types: from OMDb with a key, else from what people of this studio already wrote.
 *
 * Hides OMDb, its key, what it answered before, and the list of known titles. Words: a *known title* was written by two people of the
 * studio, or stands in a public profile: what one person alone keeps in a private file is told to nobody. Nothing leaves the studio but the
 * letters that were typed into the field.
 */
import type { Logger } from 'pino';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits, Rule } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Settings } from '#kernel/settings.ts';
import { FOUND, QUERY } from './contract.ts';
import { createKnownTitles } from './known-titles.ts';
import { createMovieSearch } from './search.ts';

export interface MovieTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Pick<Limits, 'admit'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly queue: Pick<Queue, 'enqueue' | 'work'>;
  readonly config: Pick<Config, 'omdb' | 'rateLimitScale'>;
}

export { OMDB_API_KEY } from './search.ts';

/** Somebody who types twenty titles asks a hundred times. */
const SEARCHES: Rule = { name: 'movies.search', limit: 300, windowSeconds: 600, lease: 20 };
const MAX_QUERY = 100;

export function registerMovies(door: Door, tools: MovieTools): void {
  const { limits, config } = tools;
  const search = createMovieSearch(tools, createKnownTitles(tools));
  const rule = { ...SEARCHES, limit: SEARCHES.limit * config.rateLimitScale };
  const schema = { tags: ['Forms'], summary: 'Titles of films and series', querystring: QUERY, response: { 200: FOUND } };
  door.get('/api/v1/movies/search', { config: { access: access.public }, schema }, async (request, reply) => {
    await limits.admit(rule, request.viewer ? `account:${request.viewer.accountId}` : request.ip);
    const found = await search(request.query.q.trim().slice(0, MAX_QUERY));
    // The same letters are asked again with each correction; an answer of the studio's own list may grow meanwhile.
    reply.header('cache-control', `private, max-age=${found.source === 'omdb' ? 3600 : 30}`);
    return { success: true as const, results: [...found.results], source: found.source };
  });
}
