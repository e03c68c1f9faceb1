/** When two CINEMA files are one person: marks, places on shortlists and clients' answers go to the survivor, whose own come first. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';

/** Answers on how many shortlists the person is now that they were not on before. */
export async function absorbCastPerson(tx: Tx, from: number, into: number): Promise<number> {
  await sql`
    update talent.casting_marks k set talent_id = ${into} where k.talent_id = ${from}
      and not exists (select from talent.casting_marks x where x.talent_id = ${into} and x.account_id = k.account_id)`.execute(tx);
  await sql`
    update talent.casting_answers w set talent_id = ${into} where w.talent_id = ${from}
      and not exists (select from talent.casting_answers x where x.talent_id = ${into} and x.visitor_id = w.visitor_id)`.execute(tx);
  // A survivor who was taken off a list that the other is on takes the other's place there.
  await sql`
    delete from talent.casting_shortlist_people p where p.talent_id = ${into} and p.removed_at is not null
      and exists (select from talent.casting_shortlist_people x where x.shortlist_id = p.shortlist_id and x.talent_id = ${from}
        and x.removed_at is null)`.execute(tx);
  const moved = await sql`
    update talent.casting_shortlist_people p set talent_id = ${into} where p.talent_id = ${from}
      and not exists (select from talent.casting_shortlist_people x where x.talent_id = ${into} and x.shortlist_id = p.shortlist_id)
    returning shortlist_id`.execute(tx);
  return moved.rows.length;
}
