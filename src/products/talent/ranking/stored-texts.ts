/** The texts of a few people as they are stored, to quote from. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { BriefKind } from '../briefs/briefs.ts';

export interface StoredTexts {
  /** The person's own list of languages; CINEMA people choose theirs from a list. */
  readonly languages: string;
  /** What proves most comes first. */
  readonly texts: readonly string[];
}

const LONGEST = 12_000;

const STANDARD = sql`
  select d.account_id as id, coalesce(d.languages, '') as languages,
    array_remove(array[d.bio, d.education, v.text], null) as texts
  from talent.member_details d left join talent.cv_texts v on v.account_id = d.account_id where d.account_id`;
const CINEMA = sql`
  select d.talent_id as id, '' as languages,
    array_remove(array[d.bio, (select string_agg(concat_ws(', ', p ->> 'title', p ->> 'type'), e'\\n')
      from jsonb_array_elements(d.previous_productions) p)], null) as texts
  from talent.cinema_details d where d.talent_id`;

export async function readTexts(db: Db, kind: BriefKind, ids: readonly number[]): Promise<ReadonlyMap<number, StoredTexts>> {
  const query: RawBuilder<unknown> = kind === 'standard' ? STANDARD : CINEMA;
  const { rows } = await sql<StoredTexts & { readonly id: number }>`${query} = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, languages, texts }) => [id, { languages, texts: texts.map((text) => text.slice(0, LONGEST)) }]));
}
