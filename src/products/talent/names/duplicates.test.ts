import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type NamesHouse, openNamesHouse, pairsIn, requestOf } from '#test/names-house.ts';
import { freshDatabase } from '#test/support.ts';
import { decide } from './matches.ts';
import { askForNameCheck } from './names.ts';

let house: NamesHouse;
beforeEach(async () => {
  house = await openNamesHouse(await freshDatabase());
});
afterEach(() => house.close());

const PHONE = '+212611223344';
const names = async (): Promise<readonly { full_name: string; count: number; original_user_id: number | null }[]> =>
  (
    await sql<{ full_name: string; count: number; original_user_id: number | null }>`
      select full_name, count, original_user_id from talent.name_tracking where kind = 'seen' order by full_name`.execute(house.db)
  ).rows;

describe('T-1058 T-1061 T-1062 T-1063 the names that are filed', () => {
  it('T-532 T-533 T-534 are kept in one spelling, with the first who had it and how many have it', async () => {
    const first = await house.member({ first_name: 'Aïcha', last_name: 'El Alaoui' });
    await house.member({ first_name: 'AICHA', last_name: 'Alaoui', date_of_birth: '1980-01-01' });
    await house.talent({ first_name: 'Moussa', last_name: 'Keïta', gender: 'M' });
    expect(await house.work()).toBe(3);
    expect(await names()).toEqual([
      { full_name: 'aicha alaoui', count: 2, original_user_id: first.id },
      { full_name: 'moussa keita', count: 1, original_user_id: null },
    ]);
  });

  it('follow who is renamed, and are forgotten when nobody has them any more', async () => {
    const awa = await house.member();
    await house.work();
    await house.members.update(requestOf(awa.id, 'user'), awa.id, { last_name: 'Sarr' });
    await house.work();
    expect((await names()).map(({ full_name, count }) => [full_name, count])).toEqual([
      ['awa diop', 0],
      ['awa sarr', 1],
    ]);
    await house.work('names.tidy');
    expect((await names()).map(({ full_name }) => full_name)).toEqual(['awa sarr']);
    await house.members.remove(requestOf((await house.browser()).accountId), awa.id);
    await house.work('names.tidy');
    expect(await names()).toEqual([]);
  });

  it('are taken up for people who were there before, and only once', async () => {
    const awa = await house.member({ phone: PHONE });
    const twin = await house.talent({ last_name: 'Diop', first_name: 'Awa', phone: PHONE });
    await sql`delete from talent.named_people`.execute(house.db);
    expect(await house.sweep()).toBe(2);
    expect(await house.sweep()).toBe(0);
    expect((await pairsIn(house.db)).map(({ pair }) => pair)).toEqual([`c${twin.id} m${awa.id}`]);
  });
});

describe('T-1067 T-1068 T-1069 pairs of people who may be one', () => {
  it('T-535 T-536 are found in any spelling and alphabet, among both kinds of files, with the reasons', async () => {
    const member = await house.member({ first_name: 'Mohamed', last_name: 'Ben Ali', gender: 'M', phone: PHONE });
    const file = await house.talent({ first_name: 'محمد', last_name: 'بن علي', gender: 'M', phone: PHONE });
    const again = await house.talent({ first_name: 'Benali', last_name: 'Mohammed', gender: 'M', date_of_birth: '1994-06-01' });
    await house.work();
    const pairs = await pairsIn(house.db);
    expect(pairs.map(({ pair }) => pair).sort()).toEqual(
      [`c${file.id} m${member.id}`, `c${again.id} m${member.id}`, [`c${file.id}`, `c${again.id}`].sort().join(' ')].sort(),
    );
    expect(pairs[0]).toMatchObject({ status: 'pending', reasons: ['same_phone', 'same_birth', 'close_name', 'same_city'] });
    const { rows } = await sql<{ score: number }>`select similarity_score as score from talent.name_tracking_matches`.execute(house.db);
    for (const { score } of rows) expect(score > 0.5 && score <= 1, String(score)).toBe(true);
  });

  it('T-1070 are recorded once, however often and from whichever side they are seen', async () => {
    const one = await house.talent({ phone: PHONE });
    const other = await house.talent({ phone: PHONE });
    await house.work();
    for (const id of [one.id, other.id, one.id])
      await inTransaction(house.db, (tx) => askForNameCheck(house.tools.queue, tx, 'cinema', id));
    await house.work();
    expect(await pairsIn(house.db)).toHaveLength(1);
  });

  it('are found by a paper or an address alone, not by a telephone that a family shares', async () => {
    await house.talent({ first_name: 'Awa', last_name: 'Diop', phone: PHONE });
    await house.talent({ first_name: 'Moussa', last_name: 'Diop', gender: 'M', phone: PHONE });
    await house.talent({ first_name: 'Adama', last_name: 'Diop', phone: PHONE });
    await house.work();
    expect(await pairsIn(house.db)).toEqual([]);
    const member = await house.member({ first_name: 'Aoua', last_name: 'Diop', email: 'awa@example.com', date_of_birth: '1990-01-01' });
    const file = await house.talent({ first_name: 'Awa', last_name: 'Diop', email: 'AWA@example.com', date_of_birth: '1990-01-01' });
    await house.work();
    expect((await pairsIn(house.db)).map(({ pair }) => pair)).toContain(`c${file.id} m${member.id}`);
  });

  it('are not made of namesakes with another birthday, nor of Karim and Karima', async () => {
    await house.member({ first_name: 'Karim', last_name: 'Tazi', gender: 'M', phone: PHONE });
    await house.member({ first_name: 'Karima', last_name: 'Tazi', phone: PHONE });
    await house.member({ first_name: 'Karim', last_name: 'Tazi', gender: 'M', date_of_birth: '1970-02-03' });
    await house.work();
    expect(await pairsIn(house.db)).toEqual([]);
  });

  it('never hold up a registration: the look comes afterwards', async () => {
    await house.member({ phone: PHONE });
    await house.talent({ phone: PHONE });
    expect(await pairsIn(house.db)).toEqual([]);
    expect(await names()).toEqual([]);
  });

  it('leave out a member and their own CINEMA file', async () => {
    const member = await house.member({ phone: PHONE });
    await house.talent({ phone: PHONE }, { accountId: member.id });
    await house.work();
    expect(await pairsIn(house.db)).toEqual([]);
  });

  it('that somebody told apart stay apart, until more speaks for it', async () => {
    const one = await house.talent({ date_of_birth: '1994-06-01' });
    const other = await house.talent({ date_of_birth: '1994-06-01' });
    await house.work();
    const { rows } = await sql<{ id: number }>`select id from talent.name_tracking_matches`.execute(house.db);
    const { accountId } = await house.browser();
    await inTransaction(house.db, (tx) => decide(tx, rows[0]?.id ?? 0, 'not_same', accountId, house.clock.now()));
    const rename = (id: number, input: Record<string, unknown>) => house.cinema.update(requestOf(accountId), id, input);
    await rename(other.id, { first_name: 'Awa Marie' });
    await house.work();
    expect(await pairsIn(house.db)).toMatchObject([{ status: 'ignored', verdict: 'not_same' }]);
    await rename(one.id, { phone: PHONE });
    await rename(other.id, { phone: PHONE });
    await house.work();
    expect(await pairsIn(house.db)).toMatchObject([{ status: 'pending', verdict: null }]);
  });

  it('that nothing speaks for any more go by themselves', async () => {
    await house.talent({ phone: PHONE });
    const other = await house.talent({ phone: PHONE });
    await house.work();
    expect(await pairsIn(house.db)).toHaveLength(1);
    await house.cinema.update(requestOf((await house.browser()).accountId), other.id, { first_name: 'Zineb', last_name: 'Cherkaoui' });
    await house.work();
    expect(await pairsIn(house.db)).toEqual([]);
  });

  it('of a very common name are looked for among those of the same birthday', async () => {
    await sql`
      insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id)
      select 'MACAS' || lpad((5000 + n)::text, 4, '0') || 'M', 'Mohamed', 'Alaoui', 'M', date '1960-01-01' + n, 1 from generate_series(1, 160) n`.execute(
      house.db,
    );
    await sql`insert into talent.cinema_details (talent_id) select id from talent.cinema_talents`.execute(house.db);
    await house.sweep();
    const late = await house.talent({ first_name: 'Mohammed', last_name: 'El Alaoui', gender: 'M', date_of_birth: '1960-04-10' });
    await house.work();
    const found = (await pairsIn(house.db)).filter(({ pair }) => pair.split(' ').includes(`c${late.id}`));
    expect(found).toHaveLength(1);
    expect(found[0]?.reasons).toContain('same_birth');
  });
});
