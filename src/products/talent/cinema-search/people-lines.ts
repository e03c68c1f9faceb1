/** How people travel from the database into the index: one line of text each, fields and items parted by control characters. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export const BETWEEN = { lines: '\u001d', fields: '\u001e', items: '\u001f' };

/** Fields with one value or several that are counted and filtered by value, in the order of the line. */
export const VALUE_FIELDS = [
  ...(['gender', 'eyeColor', 'hairColor', 'hairType', 'skinTone', 'build', 'country'] as const),
  ...(['talentType', 'ethnicity', 'language', 'otherTalent', 'flag'] as const),
] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

/** In front of the value fields: id, day of birth, height, years of experience, city. Behind them: the folded text. */
export const NUMBER_FIELDS = 5;

const items = (name: string): RawBuilder<unknown> => sql`array_to_string(${sql.ref(`c.${name}`)}, ${BETWEEN.items})`;
const text = (name: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(`c.${name}`)}::text, '')`;

const LINE = sql`concat_ws(${BETWEEN.fields}, c.id, c.date_of_birth - date '1900-01-01', coalesce(c.height, -1),
  coalesce(c.years_of_experience, -1), coalesce(c.city_id, 0),
  ${sql.join(['gender', 'eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build', 'country_id'].map(text))},
  ${sql.join(['talent_types', 'ethnicities', 'languages', 'other_talents'].map(items))},
  concat_ws(${BETWEEN.items}, case when c.photo_file is not null then 'photo' end, case when c.is_public then 'public' end,
    case when c.is_active then 'active' end),
  c.search_text)`;

export interface Size {
  readonly people: number;
  /** Of all folded texts. */
  readonly textBytes: number;
}

export async function measurePeople(db: Db): Promise<Size> {
  const { rows } = await sql<Size>`
    select count(*)::int as people, coalesce(sum(octet_length(search_text)), 0)::bigint as "textBytes" from talent.cinema_talents`.execute(
    db,
  );
  return rows[0] ?? { people: 0, textBytes: 0 };
}

export interface Lines {
  readonly lines: readonly string[];
  readonly lastId: number;
}

/** The next people by number; none when everybody was read. */
export const readNext = (db: Db, after: number, count: number): Promise<Lines> =>
  readLines(db, sql`select * from talent.cinema_talents where id > ${after} order by id limit ${count}`);

export const readPeople = async (db: Db, ids: readonly number[]): Promise<readonly string[]> =>
  (await readLines(db, sql`select * from talent.cinema_talents where id = any(${ids}::bigint[])`)).lines;

async function readLines(db: Db, people: RawBuilder<unknown>): Promise<Lines> {
  const { rows } = await sql<{ text: string | null; lastId: number | null }>`
    select string_agg(${LINE}, ${BETWEEN.lines} order by c.id) as text, max(c.id) as "lastId" from (${people}) c`.execute(db);
  const { text: all = null, lastId = null } = rows[0] ?? {};
  return { lines: all === null ? [] : all.split(BETWEEN.lines), lastId: lastId ?? 0 };
}

export const dayNumber = (date: string): number => Math.round((Date.parse(date) - Date.UTC(1900, 0, 1)) / 86_400_000);
