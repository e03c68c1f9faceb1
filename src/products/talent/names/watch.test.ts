import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NamesHouse, openNamesHouse } from '#test/names-house.ts';
import { freshDatabase } from '#test/support.ts';
import { type Visitor, wordsOf } from '#test/visitor.ts';

let house: NamesHouse;
let admin: Visitor & { readonly accountId: number };
beforeEach(async () => {
  house = await openNamesHouse(await freshDatabase());
  admin = await house.browser();
});
afterEach(() => house.close());

const WATCH = '/admin/names/watch';
const REASON = 'Signalé par la production Atlas pour de faux castings.';
const entry = { first_name: 'Mohamed', last_name: 'Ben Ali', reason: REASON, until: '2026-06-30', email: 'surete@example.com' };
const add = async (fields: Readonly<Record<string, string>> = entry): Promise<string> => {
  await admin.open(WATCH);
  const reply = await admin.send(WATCH, fields);
  return String(reply.headers['location'] ?? reply.statusCode);
};
const alerts = () => house.letters.filter(({ template }) => template === 'name_detection');
const join = async (input: Readonly<Record<string, unknown>> = {}) => {
  const file = await house.talent({ first_name: 'محمد', last_name: 'بن علي', gender: 'M', ...input });
  await house.work();
  return file;
};

describe('T-431 T-436 the letter about a watched name', () => {
  it('T-432 T-433 T-434 T-435 says which name, who registered, the note, and leads to the profile: once a person', async () => {
    await add();
    const file = await join();
    expect(alerts()).toHaveLength(1);
    const [letter] = alerts();
    expect(letter).toMatchObject({
      to: 'surete@example.com',
      template: 'name_detection',
      relatedTalentCode: file.code,
      relatedCinemaTalentId: file.id,
    });
    expect(letter?.subject).toBe('🚨 Nom surveillé détecté : Mohamed Ben Ali');
    for (const word of ['Mohamed Ben Ali', 'محمد بن علي', file.code, 'Talent CINEMA', file.email ?? '', 'Casablanca, Maroc', REASON])
      expect(letter?.text).toContain(word);
    expect(letter?.html).toContain(`https://studio.example/cinema/profile/${file.code}`);
    expect(letter?.html).toContain('#7f1d1d');
    await house.cinema.update(
      { viewer: { accountId: admin.accountId, role: 'admin' }, headers: {}, ip: '', url: '/', method: 'PUT' } as never,
      file.id,
      {
        first_name: 'Mohammed',
        last_name: 'Benali',
      },
    );
    await house.work();
    expect(alerts()).toHaveLength(1);
  });

  it('goes to the administrators when the entry names nobody, in their language', async () => {
    await house.identity.setLanguage(house.db, admin.accountId, 'ar');
    await add({ ...entry, email: '' });
    await join();
    const account = await house.identity.find(house.db, admin.accountId);
    expect(alerts()[0]).toMatchObject({ to: account?.email });
    expect(alerts()[0]?.html).toContain('dir="rtl"');
  });

  it('is not written after the end of the entry, nor for another name', async () => {
    const url = await add();
    await join({ first_name: 'Mahmoud', last_name: 'Ben Ali' });
    expect(alerts()).toHaveLength(0);
    await admin.open(`${url}/end`);
    await admin.send(`${url}/end`, {});
    await join();
    expect(alerts()).toHaveLength(0);
    await add({ ...entry, until: '2025-11-30' });
    house.clock.advance(40 * 86_400);
    await join({ first_name: 'Mohammed', last_name: 'Benali' });
    expect(alerts()).toHaveLength(0);
  });

  it('never keeps anybody from registering: nothing of it is seen by the person', async () => {
    await add();
    const file = await house.talent({ first_name: 'Mohamed', last_name: 'Ben Ali', gender: 'M' });
    expect(file.isActive).toBe(true);
    expect(house.letters).toHaveLength(1);
    expect(house.letters[0]?.template).toBe('cinema_talent_registration');
  });
});

describe('an entry of the watch-list', () => {
  it('needs a reason and an end within two years; every fault is named and nothing is kept', async () => {
    await admin.open(WATCH);
    const refused = await admin.send(WATCH, { first_name: '', last_name: 'Ben Ali', reason: '', until: '2028-01-01', email: 'x' });
    expect(refused.statusCode).toBe(400);
    for (const field of ['first_name', 'reason', 'until', 'email']) expect(refused.body).toContain(`href="#watch-${field}"`);
    expect(refused.body).toContain('value="Ben Ali"');
    expect(await add({ ...entry, until: '2025-10-01' })).toBe('400');
    const { rows } = await sql`select 1 from talent.name_tracking where kind = 'watched'`.execute(house.db);
    expect(rows).toEqual([]);
  });

  it('lists those who have the name already, without a letter, and what was decided about them', async () => {
    const file = await join();
    const url = await add();
    expect(alerts()).toEqual([]);
    const page = wordsOf((await admin.open(url)).body);
    for (const word of [file.code, 'Personnes de ce nom', REASON]) expect(page).toContain(word);
    const [, judge = ''] = /action="([^"]*\/people\/\d+)"/.exec(page) ?? [];
    await admin.send(judge, { verdict: 'homonym' });
    expect((await admin.next()).body).toContain('Homonyme');
  });

  it('may be changed but for its name, and is erased ninety days after its end', async () => {
    const url = await add();
    await admin.open(url);
    expect((await admin.send(url, { reason: 'Autre motif', until: '2027-12-31', email: '' })).statusCode).toBe(400);
    await admin.send(url, { reason: 'Autre motif', until: '2027-10-26', email: '' });
    expect((await admin.next()).body).toContain('Autre motif');
    await admin.send(`${url}/end`, {});
    await house.work('names.tidy');
    expect((await admin.open(`${WATCH}?list=over`)).body).toContain('Autre motif');
    house.clock.advance(91 * 86_400);
    await house.work('names.tidy');
    expect((await admin.open(url)).statusCode).toBe(404);
  });

  it('leaves a trace of each view, without the name', async () => {
    const url = await add();
    await admin.open(url);
    await admin.open(WATCH);
    const { rows } = await sql<{ text: string }>`
      select action_description as text from kernel.activity_logs where action_type = 'name_watch_viewed' order by id`.execute(house.db);
    expect(rows).toHaveLength(3);
    expect(rows.map(({ text }) => text).join(' ')).not.toContain('Ben Ali');
  });

  it('is told to the person who asks what is kept about them', async () => {
    await add();
    const file = await join();
    const known = (await admin.open(`${WATCH}?code=${file.code.toLowerCase()}`)).body;
    expect(known).toContain('Ce qui est gardé de');
    const other = await house.talent({ first_name: 'Zineb', last_name: 'Tazi' });
    expect((await admin.open(`${WATCH}?code=${other.code}`)).body).toContain('Aucune surveillance n’a repéré');
    expect((await admin.open(`${WATCH}?code=MACAS9999F`)).body).toContain('Personne n’a ce code');
  });

  it('is for administrators alone', async () => {
    const url = await add();
    for (const role of ['user', 'presence', 'casting'] as const) {
      const visitor = await house.browser(role);
      for (const page of ['/admin/names', WATCH, url]) expect((await visitor.open(page)).statusCode, `${role} ${page}`).toBe(403);
    }
    expect((await house.stranger().open(WATCH)).headers['location']).toContain('/auth/login');
  });
});
