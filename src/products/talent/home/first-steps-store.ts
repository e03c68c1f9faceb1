/** What was done already, and which lists of first steps a person has put away. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { CastingFacts, ListName } from './first-steps.ts';

/** Each `exists` ends at the first row it finds. */
export async function readCasting(db: Db, accountId: number): Promise<CastingFacts> {
  const { rows } = await sql<CastingFacts>`
    select exists(select from talent.productions) as production, exists(select from talent.projects) as project,
      exists(select from talent.project_talents) as assignment, exists(select from talent.presence_scans) as scan,
      exists(select from talent.casting_marks where account_id = ${accountId}) as mark,
      exists(select from talent.casting_shortlists where account_id = ${accountId} and deleted_at is null) as shortlist,
      exists(select from talent.match_searches where account_id = ${accountId}) as search`.execute(db);
  const [facts] = rows;
  if (!facts) throw new Error('a select without a table has one row');
  return facts;
}

export async function listHidden(db: Db, accountId: number): Promise<readonly ListName[]> {
  const { rows } = await sql<{ list: ListName }>`select list from talent.first_steps_hidden where account_id = ${accountId}`.execute(db);
  return rows.map(({ list }) => list);
}

export async function hide(db: Db, accountId: number, list: ListName): Promise<void> {
  await sql`insert into talent.first_steps_hidden (account_id, list) values (${accountId}, ${list}) on conflict do nothing`.execute(db);
}

export async function showAll(db: Db, accountId: number): Promise<void> {
  await sql`delete from talent.first_steps_hidden where account_id = ${accountId}`.execute(db);
}
