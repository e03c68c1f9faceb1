/**
 * What people gave the studio: every text of the database but the words of the catalogue. A page shows such data as they are; where they
 * do not wear a mark of their own, this is how the walker knows them.
 */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

/** The catalogue is ours, so it must be said; the machinery is not shown. */
const OURS =
  /^(?:talent\.(?:countries|talents|code_sequences|list_versions)|kernel\.(?:migrations|settings|rate_limits|idempotency.*)|jobs\..*)$/;
/** Keys of our own (`casting`, `page_view`, `en_tournage`) are not data: they need a word. */
const isGiven = (text: string): boolean =>
  text.length > 1 && text.length < 4000 && /\p{Lu}|\p{Lo}|\s|[@.]/u.test(text) && /\p{L}/u.test(text);

export async function givenTexts(db: Db): Promise<readonly string[]> {
  const { rows: columns } = await sql<{ of: string; name: string; type: string }>`
    select table_schema || '.' || table_name as of, column_name as name, data_type as type from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'ARRAY', 'jsonb', 'json')`.execute(db);
  const found = new Set<string>();
  for (const { of, name, type } of columns.filter((column) => !OURS.test(column.of))) {
    const [schema = '', table = ''] = of.split('.');
    const value = sql.ref(name);
    const listed = of === 'talent.cities' ? sql`where not is_listed` : sql``;
    const { rows } = await sql<{
      value: unknown;
    }>`select distinct to_jsonb(${value}) as value from ${sql.table(`${schema}.${table}`)} ${listed} limit 5000`.execute(db);
    for (const row of rows)
      for (const text of leaves(type === 'text' ? [row.value] : row.value))
        if (isGiven(text) || (name === 'tags' && text !== '')) found.add(text.trim());
  }
  const { rows: people } = await sql<{ name: string }>`
    select first_name || ' ' || last_name as name from identity.accounts union select first_name || ' ' || last_name from talent.cinema_talents`.execute(
    db,
  );
  const { rows: watched } = await sql<{ name: string }>`
    select watched_first_name || ' ' || watched_last_name as name from talent.name_tracking where kind = 'watched'`.execute(db);
  for (const { name } of [...people, ...watched]) found.add(name);
  return [...found].sort((a, b) => b.length - a.length);
}

const leaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.includes('\n') ? [value, ...value.split('\n')] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

/** What is left of a text without what people gave, the longest first; also without pieces of it (a description that was cut). */
export function withoutGiven(text: string, given: readonly string[]): string {
  let rest = text;
  for (const each of given) if (rest.includes(each)) rest = rest.replaceAll(each, ' ');
  const pieces = rest.split(/[·…|]|\s{2,}/).map((piece) => piece.trim());
  return pieces.filter((piece) => /\p{L}/u.test(piece) && (piece.length < 12 || !given.some((each) => each.includes(piece)))).join(' ');
}
