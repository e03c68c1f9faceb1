import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NamesHouse, openNamesHouse, pairsIn } from '#test/names-house.ts';
import { freshDatabase } from '#test/support.ts';
import { type Visitor, wordsOf } from '#test/visitor.ts';

let house: NamesHouse;
let admin: Visitor & { readonly accountId: number };
beforeAll(async () => {
  house = await openNamesHouse(await freshDatabase());
  admin = await house.browser();
  await house.talent({ first_name: 'Khadija', last_name: 'Tazi', phone: '+212611000001' });
  await house.talent({ first_name: 'Khadidja', last_name: 'Tazi', phone: '+212611000001' });
  await house.member({ first_name: 'Youssef', last_name: 'Berrada', gender: 'M', phone: '+212611000002' });
  await house.member({ first_name: 'Yusuf', last_name: 'Berrada', gender: 'M', phone: '+212611000002' });
  await house.member({ first_name: 'Ibrahima', last_name: 'Fall', gender: 'M', date_of_birth: '1999-01-01' });
  await house.talent({ first_name: 'Ibrahim', last_name: 'Fall', gender: 'M', date_of_birth: '1999-01-02' });
  await house.work();
});
afterAll(() => house.close());

const list = async (query = ''): Promise<string> => {
  const { body } = await admin.open(`/admin/names${query}`);
  return wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
};
const idOf = async (name: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    select m.id from talent.name_tracking_matches m join talent.name_tracking t on t.id = m.tracking_id where t.full_name like ${`%${name}%`}`.execute(
    house.db,
  );
  return rows[0]?.id ?? 0;
};

describe('the queue of duplicates', () => {
  it('shows pairs with names, codes, birthdays and reasons, the likeliest first', async () => {
    const page = await list();
    for (const word of ['Khadidja Tazi', 'Yusuf Berrada', 'même téléphone', 'même date de naissance', 'nom proche', '3 paires'])
      expect(page).toContain(word);
    expect(page.indexOf('Tazi')).toBeLessThan(page.indexOf('Fall'));
    expect(page).toContain('dates de naissance à un chiffre près');
    // Whoever of a pair was looked at last.
    const notice = { kind: 'names.pair', to: 'admins', href: '/admin/names' };
    expect(house.told).toMatchObject([notice, notice, notice]);
  });

  it('is filtered by kind, evidence and words in any spelling', async () => {
    expect(await list('?between=members')).not.toContain('Tazi');
    expect(await list('?between=across')).toContain('Ibrahima Fall');
    expect(await list('?strength=weak')).not.toContain('Berrada');
    expect(await list('?search=KHADÏJA')).not.toContain('Berrada');
    expect(await list('?search=xyz')).toContain('Aucune paire ne correspond');
  });

  it('shows a pair side by side with what differs, for administrators', async () => {
    const page = (await admin.open(`/admin/names/${await idOf('tazi')}`)).body;
    for (const word of ['Khadija Tazi', 'Khadidja Tazi', '+212611000001', '1 juin 1994', 'Pour', 'Fusionner…', '(différent)'])
      expect(page).toContain(word);
    expect((await admin.open('/admin/names/999999')).statusCode).toBe(404);
  });

  it('T-538 forgets those who are not the same person, and takes them up again when asked', async () => {
    const id = await idOf('berrada');
    await list();
    await admin.send(`/admin/names/${id}/verdict`, { verdict: 'not_same' });
    expect((await admin.next()).body).toContain('ce sont deux personnes');
    expect(await list()).not.toContain('Berrada');
    expect(await list('?state=ignored')).toContain('Berrada');
    expect((await pairsIn(house.db)).map(({ status }) => status)).toContain('ignored');
    await admin.open(`/admin/names/${id}`);
    await admin.send(`/admin/names/${id}/verdict`, { verdict: 'reopen' });
    expect(await list()).toContain('Berrada');
    const { rows } = await sql`select 1 from kernel.activity_logs where action_type = 'duplicate_decided'`.execute(house.db);
    expect(rows).toHaveLength(2);
  });

  it('T-537 keeps those who are the same person for later', async () => {
    const id = await idOf('tazi');
    await admin.open(`/admin/names/${id}`);
    await admin.send(`/admin/names/${id}/verdict`, { verdict: 'same' });
    expect(await list('?state=same')).toContain('Tazi');
    expect((await pairsIn(house.db)).filter(({ verdict }) => verdict === 'same')).toMatchObject([{ status: 'reviewed' }]);
    expect((await admin.send(`/admin/names/${id}/verdict`, { verdict: 'perhaps' })).statusCode).toBe(400);
  });

  it.each(['en', 'ar'])('speaks %s', async (language) => {
    const visitor = await house.browser('admin', language);
    for (const url of ['/admin/names', '/admin/names?state=merged', '/admin/names/watch', `/admin/names/${await idOf('fall')}`]) {
      const { body, statusCode } = await visitor.open(url);
      expect(statusCode, url).toBe(200);
      expect(body.slice(body.indexOf('<main')), url).not.toMatch(/Doublons|Comparer|Inscription/);
    }
  });
});
