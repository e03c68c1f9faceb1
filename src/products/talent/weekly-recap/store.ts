/** Who joined, and the recaps that were sent. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Span } from './weeks.ts';

export interface Newcomer {
  readonly code: string;
  readonly name: string;
  readonly cityId: number | null;
  readonly countryId: number | null;
  readonly joinedAt: Date;
}
export interface Newcomers {
  readonly total: number;
  /** The latest of them, the newest first. */
  readonly people: readonly Newcomer[];
}

/** Rows of a letter; who wants more opens the list. */
export const MOST_ROWS = 200;

export const newMembers = (db: Db, span: Span): Promise<Newcomers> =>
  newcomers(
    db,
    sql`select unique_code, first_name, last_name, coalesce(residence_city_id, city_id) as city,
      coalesce(residence_country_id, country_id) as country, created_at from talent.members`,
    span,
  );

export const newCinemaTalents = (db: Db, span: Span): Promise<Newcomers> =>
  newcomers(
    db,
    sql`select unique_code, first_name, last_name, city_id as city, coalesce(country_id, country_of_origin_id) as country, created_at
      from talent.cinema_talents`,
    span,
  );

async function newcomers(db: Db, people: RawBuilder<unknown>, { from, until }: Span): Promise<Newcomers> {
  const { rows } = await sql<Newcomer & { total: number }>`
    select unique_code as code, first_name || ' ' || last_name as name, city as "cityId", country as "countryId", created_at as "joinedAt",
      count(*) over ()::int as total
    from (${people}) as p where created_at >= ${from} and created_at < ${until}
    order by created_at desc, unique_code limit ${MOST_ROWS}`.execute(db);
  return { total: rows[0]?.total ?? 0, people: rows };
}

export interface NewRecap extends Span {
  readonly key: string;
  readonly talents: number;
  readonly cinemaTalents: number;
  readonly now: Date;
  readonly askedBy: number | null;
}

/** Null when a recap of that key was written before, also by somebody whose transaction was waited for. */
export async function insertRecap(tx: Tx, { key, from, until, talents, cinemaTalents, now, askedBy }: NewRecap): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into talent.weekly_recaps (key, joined_from, joined_until, talents, cinema_talents, created_at, asked_by)
    values (${key}, ${from}, ${until}, ${talents}, ${cinemaTalents}, ${now}, ${askedBy})
    on conflict (key) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function noteLetters(tx: Tx, id: number, letters: { readonly talents: number; readonly cinema: number }): Promise<void> {
  await sql`
    update talent.weekly_recaps set talents_letter_id = ${letters.talents}, cinema_letter_id = ${letters.cinema} where id = ${id}`.execute(
    tx,
  );
}

export interface PastRecap extends Span {
  readonly id: number;
  readonly talents: number;
  readonly cinemaTalents: number;
  readonly talentsLetter: number | null;
  readonly cinemaLetter: number | null;
  readonly createdAt: Date;
  /** Null: the schedule did. */
  readonly askedBy: string | null;
}

export async function latestRecaps(db: Db, size: number): Promise<readonly PastRecap[]> {
  const { rows } = await sql<PastRecap>`
    select r.id, r.joined_from as from, r.joined_until as until, r.talents, r.cinema_talents as "cinemaTalents",
      r.talents_letter_id as "talentsLetter", r.cinema_letter_id as "cinemaLetter", r.created_at as "createdAt",
      coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.email) as "askedBy"
    from talent.weekly_recaps r left join identity.account_cards c on c.id = r.asked_by
    order by r.created_at desc, r.id desc limit ${size}`.execute(db);
  return rows;
}
