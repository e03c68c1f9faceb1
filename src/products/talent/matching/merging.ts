/** When two CINEMA files are one person: whoever was written to about a search is not written to again under the other file. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';

export async function movePerson(tx: Tx, from: number, into: number): Promise<void> {
  await sql`
    update talent.match_letters l set talent_id = ${into} where l.talent_id = ${from}
      and not exists (select from talent.match_letters x where x.search_id = l.search_id and x.talent_id = ${into})`.execute(tx);
}
