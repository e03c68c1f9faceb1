import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/db/db.ts';
import { registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { type FeedReader, openFeed } from './change-feed.ts';

describe('the feed of members', () => {
  let atelier: Atelier;
  let db: Db;
  let feed: FeedReader;
  beforeAll(async () => {
    atelier = await startAtelier();
    ({ db } = atelier.database);
    feed = await openFeed(db, 'members');
  });

  it('names whoever changed in any of the tables that make a member', async () => {
    const { id } = await registerPerson(atelier);
    expect(await feed.read(db)).toEqual([id]);
    expect(await feed.read(db)).toEqual([]);
    const changes = [
      sql`update talent.members set availability = 'projet_actuel' where account_id = ${id}`,
      sql`update talent.member_details set bio = 'Photographe' where account_id = ${id}`,
      sql`insert into talent.member_talents (account_id, talent_id) values (${id}, 15)`,
      sql`delete from talent.member_talents where account_id = ${id}`,
      sql`delete from identity.accounts where id = ${id}`,
    ];
    for (const change of changes) {
      await change.execute(db);
      expect(await feed.read(db)).toEqual([id]);
    }
  });

  it('says everybody when more changed than are worth naming', async () => {
    await sql`truncate talent.member_talents`.execute(db);
    expect(await feed.read(db)).toBe('everybody');
  });

  it('tells the feed of CINEMA people what changed in their details', async () => {
    const cinema = await openFeed(db, 'cinema');
    const { rows } = await sql<{ id: number }>`
      insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id)
      values ('MACAS9999F', 'Aïcha', 'Alaoui', 'F', '1990-01-01', 1) returning id`.execute(db);
    const id = Number(rows[0]?.id);
    expect(await cinema.read(db)).toEqual([id]);
    await sql`insert into talent.cinema_details (talent_id, bio) values (${id}, 'Comédienne')`.execute(db);
    expect(await cinema.read(db)).toEqual([id]);
  });
});
