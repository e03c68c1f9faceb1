/**
 * The studio's own list of titles: past productions that two people wrote, or that stand in a public profile. Counted anew by a job, at most
 * every ten minutes and only when somebody asks, so a registration costs nothing more and a profile that closes takes its titles along.
 */
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { escapeLike } from '#kernel/text.ts';
import type { Title } from './contract.ts';
import type { MovieTools } from './movies.ts';

export interface KnownTitles {
  /** Titles one of whose words begins so, those that most people wrote first. `query` was folded. */
  find(query: string): Promise<readonly Title[]>;
}

const COUNT = defineJob({ name: 'movies.known-titles', data: Type.Null(), retries: 1, timeoutSeconds: 300, unique: 'unfinished' });
const EVERY_MS = 10 * 60_000;
const MOST_TITLES = 10;

export function createKnownTitles({ db, clock, queue }: Pick<MovieTools, 'db' | 'clock' | 'queue'>): KnownTitles {
  let countedAt = Number.NEGATIVE_INFINITY;
  queue.work(COUNT, () => inTransaction(db, countTitles));
  return {
    async find(query) {
      const now = clock.now().getTime();
      if (now - countedAt >= EVERY_MS) {
        countedAt = now;
        await queue.enqueue(db, COUNT, null, { key: 'all' });
      }
      return findTitles(db, query);
    },
  };
}

async function findTitles(db: Db, query: string): Promise<readonly Title[]> {
  const start = escapeLike(query);
  const { rows } = await sql<Title>`
    select title, year, null as type, type as production_type from talent.known_titles
    where folded like ${`${start}%`} or folded like ${`% ${start}%`}
    order by folded like ${`${start}%`} desc, people desc, folded limit ${MOST_TITLES}`.execute(db);
  return rows;
}

/** Readers see the old list until the new one stands. */
async function countTitles(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('talent.known_titles'))`.execute(tx);
  await sql`delete from talent.known_titles`.execute(tx);
  await sql`
    insert into talent.known_titles (folded, title, year, type, people)
    select folded, mode() within group (order by title), mode() within group (order by year), mode() within group (order by type),
      count(distinct id)::int
    from (
      select c.id, c.is_public and c.is_active as is_open, talent.fold(p ->> 'title') as folded, p ->> 'title' as title,
        p ->> 'year' as year, p ->> 'type' as type
      from talent.cinema_details d join talent.cinema_talents c on c.id = d.talent_id
      cross join lateral jsonb_array_elements(d.previous_productions) p
    ) written
    where folded <> ''
    group by folded having count(distinct id) >= 2 or bool_or(is_open)`.execute(tx);
}
