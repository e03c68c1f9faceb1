/** Titles of films and series while one types: from OMDb with a key, else from what people of this studio already wrote. */

import type { Logger } from 'pino';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Settings } from '#kernel/settings.ts';

export interface MovieTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Limits;
  readonly settings: Settings;
  readonly config: Pick<Config, 'omdb'>;
}

export function registerMovies(_door: Door, _tools: MovieTools): void {
  // /api/v1/movies/search
}
