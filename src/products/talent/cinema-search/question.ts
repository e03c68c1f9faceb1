/** What the index is asked: plain values that travel to its thread. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { CinemaFilters, CinemaSort } from './cinema-search.ts';
import type { ConditionTools } from './conditions.ts';
import { takeApart } from './contacts.ts';

export interface Question {
  readonly filters: CinemaFilters;
  readonly today: Date;
  /** The searched text as the database understands it: folded words, and the people who have it as a contact or a code. */
  readonly search: { readonly words: readonly string[]; readonly ids: readonly number[] } | null;
}
export interface PageQuestion extends Question {
  readonly offset: number;
  readonly size: number;
  readonly sort: CinemaSort;
}

/** Only a search needs the database: contacts are not in the index, and folding is done in one place. */
export async function questionOf(db: Db, filters: CinemaFilters, tools: ConditionTools): Promise<Question> {
  const parts = takeApart(filters, tools);
  if (!parts) return { filters, today: tools.today, search: null };
  const { rows } = await sql<NonNullable<Question['search']>>`
    select array(select talent.fold(word) from unnest(${parts.words}::text[]) as word) as words,
      array(${parts.direct ?? sql`select 0 where false`})::bigint[] as ids`.execute(db);
  return { filters, today: tools.today, search: rows[0] ?? { words: [], ids: [] } };
}
