/** Where titles come from: what OMDb said before, OMDb, or the studio's own list. A question of many at once is asked once. */
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Db } from '#kernel/db/db.ts';
import { defineSetting } from '#kernel/settings.ts';
import { fold } from '#kernel/text.ts';
import type { Title } from './contract.ts';
import type { KnownTitles } from './known-titles.ts';
import type { MovieTools } from './movies.ts';
import { askOmdb, type OmdbAnswer } from './omdb.ts';

export const OMDB_API_KEY = defineSetting({
  key: 'omdb_api_key',
  aliases: ['OMDB_API_KEY'],
  schema: Type.String({ maxLength: 100 }),
  fallback: '',
  secret: true,
});

export interface Found {
  readonly results: readonly Title[];
  readonly source: 'omdb' | 'local';
}

const LEAST_LETTERS = 2;
/** OMDb finds "too many results" for less. */
const OMDB_LETTERS = 3;
const DAY = 86_400_000;
const KEPT = { found: 30 * DAY, nothing: DAY } as const;
/** After a wrong key, a used-up day or a failure OMDb is left alone for a while. */
const PAUSE = { refused: 10 * 60_000, failed: 30_000 } as const;

export function createMovieSearch(tools: MovieTools, known: KnownTitles): (typed: string) => Promise<Found> {
  const { db, clock, log, settings, config } = tools;
  const asking = new Map<string, Promise<readonly Title[]>>();
  let restsUntil = 0;

  const keep = async (query: string, answer: OmdbAnswer): Promise<readonly Title[]> => {
    const now = clock.now();
    if (answer.kind === 'found' || answer.kind === 'nothing') {
      const titles = answer.kind === 'found' ? answer.titles : [];
      await remember(db, query, titles, now, new Date(now.getTime() + KEPT[answer.kind]));
      return titles;
    }
    restsUntil = now.getTime() + PAUSE[answer.kind];
    log.warn({ why: answer.why }, 'OMDb gave no titles; those of the studio are offered meanwhile');
    return [];
  };
  const ask = async (query: string, typed: string): Promise<readonly Title[]> => {
    const before = await recall(db, query, clock.now());
    if (before) return before;
    const apiKey = (await settings.get(OMDB_API_KEY)) || config.omdb.apiKey;
    if (!apiKey || clock.now().getTime() < restsUntil) return [];
    return keep(query, await askOmdb({ url: config.omdb.url, apiKey }, typed));
  };
  const askOnce = (query: string, typed: string): Promise<readonly Title[]> => {
    const running = asking.get(query);
    if (running) return running;
    const mine = ask(query, typed).finally(() => asking.delete(query));
    asking.set(query, mine);
    return mine;
  };

  return async (typed) => {
    const query = fold(typed);
    if (query.length < LEAST_LETTERS) return { results: [], source: 'local' };
    const results = query.length < OMDB_LETTERS ? [] : await askOnce(query, typed);
    return results.length ? { results, source: 'omdb' } : { results: await known.find(query), source: 'local' };
  };
}

async function recall(db: Db, query: string, now: Date): Promise<readonly Title[] | null> {
  const { rows } = await sql<{ results: readonly Title[] }>`
    select results from talent.movie_searches where query = ${query} and expires_at > ${now}`.execute(db);
  return rows[0]?.results ?? null;
}

/** What is over goes with what comes. */
async function remember(db: Db, query: string, titles: readonly Title[], now: Date, until: Date): Promise<void> {
  await sql`delete from talent.movie_searches where expires_at <= ${now}`.execute(db);
  await sql`
    insert into talent.movie_searches (query, results, expires_at) values (${query}, ${JSON.stringify(titles)}::jsonb, ${until})
    on conflict (query) do update set results = excluded.results, expires_at = excluded.expires_at`.execute(db);
}
