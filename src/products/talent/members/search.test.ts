import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '#kernel/text.ts';
import { openTalentHouse, type TalentHouse } from '#test/talent-house.ts';
import type { ListedMember } from './members.ts';

let house: TalentHouse;
let admin: number;
const people = new Map<string, number>();

const CROWD = [
  {
    first_name: 'Éléonore',
    last_name: "N'Diaye",
    gender: 'F',
    phone: '+221771234567',
    country_id: 2,
    availability: 'disponible_maintenant',
    talents: ['1', '3'],
  },
  {
    first_name: 'Aïcha',
    last_name: 'Bennani',
    gender: 'F',
    availability: 'disponible_maintenant',
    work_time: 'Temps plein',
    work_mode: 'hybride',
    talents: ['1'],
  },
  { first_name: 'أحمد', last_name: 'العلوي', gender: 'M', availability: 'projet_actuel', portfolio_url: 'https://ahmed.ma' },
  { first_name: 'Jean-Pierre', last_name: 'Ƙwame', gender: 'N', whatsapp: '+225 07 07 07 07 07', work_mode: 'a_distance' },
  { first_name: 'Omar 100%', last_name: 'Réel_Nom', gender: 'M', work_time: 'Flexible' },
];

beforeAll(async () => {
  house = await openTalentHouse();
  const cities = (await house.catalogue.snapshot()).citiesOf(2);
  for (const [i, person] of CROWD.entries()) {
    const residence = person.country_id === 2 ? { residence_city_id: cities[0]?.id } : {};
    const { id } = await house.person({ ...person, ...residence, email: `crowd.${i}@example.org` });
    people.set(person.last_name, id);
  }
  admin = (await house.person({ last_name: 'Administratrice' }, { role: 'admin' })).id;
});

const found = async (query: string, dialect: 2 | 3 = 3): Promise<string[]> => {
  const answer = await (await house.as(admin, dialect)).get(`/api/v1/users?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.json().total).toBe(answer.json().users.length);
  return answer.json().users.map((user: { last_name: string }) => user.last_name);
};
const search = (text: string): Promise<string[]> => found(`search=${encodeURIComponent(text)}`);

describe('search', () => {
  it.each([
    ['eleonore', ["N'Diaye"]],
    ['ÉLÉONORE n’diaye', ["N'Diaye"]],
    ['n diaye', ["N'Diaye"]],
    ['aicha', ['Bennani']],
    ['احمد', ['العلوي']],
    ['أحمد العلوي', ['العلوي']],
    ['kwame', ['Ƙwame']],
    ['jean pierre', ['Ƙwame']],
    ['crowd.1@example', ['Bennani']],
    ['100%', ['Réel_Nom']],
    ['l_n', ['Réel_Nom']],
    ['%', ['Réel_Nom']],
    ['nobody here', []],
    ['snf0001', ["N'Diaye"]],
  ])('%s', async (text, names) => expect(await search(text)).toEqual(names));

  it.each(['+221771234567', '00221 77 123 45 67', '77 123 45 67', '221771234567'])('finds an encrypted phone written %s', async (text) =>
    expect(await search(text)).toEqual(["N'Diaye"]),
  );
  it('finds an encrypted WhatsApp number', async () => expect(await search('07 07 07 07 07')).toEqual(['Ƙwame']));

  it('finds a code that somebody had elsewhere', async () => {
    await sql`update talent.members set code_aliases = '{OLD0017}' where account_id = ${people.get('Bennani')}`.execute(house.db);
    expect(await search('old0017')).toEqual(['Bennani']);
    const answer = await (await house.as(admin)).get('/api/v1/users/code/old0017');
    expect(answer.json().user).toMatchObject({ last_name: 'Bennani' });
  });

  it('folds in the database as the program does', async () => {
    const words = [
      ...CROWD.flatMap((person) => [person.first_name, person.last_name]),
      ...[
        '  Aïcha   BENNANI ',
        'Œuvre',
        'Straße',
        'Ndèye Fatou Guèye',
        'N’Golo',
        "d'Été",
        'Ɔkɔ Ŋaa Ɓaaba',
        'ｆｕｌｌ　ｗｉｄｔｈ',
        'Cafe\u0301',
      ],
      ...[
        'مُحَمَّد',
        'محمــــد',
        'إبراهيم',
        'آمنة',
        'ٱلرباط',
        'مصطفى',
        'مؤمن',
        'عائشة',
        '٠١٢٣٤٥٦٧٨٩',
        '۰۱۲۳۴۵۶۷۸۹',
        'ﻻ',
        'کریم',
        'ʼAbdu',
        'a\u00a0b\tc',
      ],
      ...(await house.catalogue.snapshot()).cities.flatMap((city) => [city.name, ...city.otherNames]),
    ];
    const { rows } = await sql<{
      folded: string;
    }>`select talent.fold(word) as folded from unnest(${words}::text[]) with ordinality as w(word, n) order by n`.execute(house.db);
    expect(rows.map((row) => row.folded)).toEqual(words.map(fold));
  });
});

describe('filters (T-650..T-658, T-571..T-575)', () => {
  it.each([
    ['gender=F', ['Bennani', "N'Diaye"]],
    ['gender=f&country_id=2', ["N'Diaye"]],
    ['city_id=1&gender=N', ['Ƙwame']],
    ['availability=projet_actuel', ['العلوي']],
    ['work_mode=hybrid', ['Bennani']],
    ['work_mode=%C3%A0_distance', ['Ƙwame']],
    ['has_portfolio=true', ['العلوي']],
    ['has_cv=1', []],
    ['talent_id=1', ['Bennani', "N'Diaye"]],
    ['talent=d%C3%A9veloppement%20web&country_id=1', ['Bennani']],
    ['talent_id=3&talent=1', ["N'Diaye"]],
    ['talent=sorcellerie', []],
    ['availability=Temps%20plein', ['Bennani']],
  ])('%s', async (query, names) => expect(await found(query)).toEqual(names));

  it('filters v2 by the word that v2 prints (T-257, T-258)', async () => {
    expect(await found('availability=disponible_maintenant', 3)).toEqual(['Bennani', "N'Diaye"]);
    expect(await found('availability=disponible_maintenant', 2)).toEqual(["N'Diaye"]);
    expect(await found('availability=flexible', 2)).toEqual(['Réel_Nom']);
  });

  it('names every filter that means nothing: 400 in v3, 422 in v2', async () => {
    const query = 'gender=X&country_id=one&availability=maybe&work_mode=moon&has_cv=perhaps&talent_id=-1';
    for (const [dialect, status] of [
      [3, 400],
      [2, 422],
    ] as const) {
      const answer = await (await house.as(admin, dialect)).get(`/api/v1/users?${query}`);
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ success: false, code: 'VALIDATION_ERROR' });
      expect(Object.keys(answer.json().details).sort()).toEqual([
        'availability',
        'country_id',
        'gender',
        'has_cv',
        'talent_id',
        'work_mode',
      ]);
    }
  });

  it('pages under the names of both documents, newest first, and cuts sizes over 100 (T-568, T-569, T-658, T-659)', async () => {
    const client = await house.as(admin);
    const second = (await client.get('/api/v1/users?limit=2&page=2')).json();
    expect(second).toMatchObject({ total: 6, page: 2, limit: 2, total_pages: 3, per_page: 2, pages: 3 });
    expect(second.users.map((user: { id: number }) => user.id)).toEqual([people.get('Ƙwame'), people.get('العلوي')]);
    expect((await client.get('/api/v1/users?per_page=500')).json()).toMatchObject({ limit: 100 });
    expect((await client.get('/api/v1/users?limit=2&page=9')).json()).toMatchObject({ total: 6, users: [] });
    expect((await client.get('/api/v1/users?page=0')).statusCode).toBe(400);
  });

  it('is never out of date: a change is in the next answer, also one that another room made (T-570, T-650)', async () => {
    const client = await house.as(admin);
    const scores = async (): Promise<string[]> =>
      (await client.get('/api/v1/users?search=bennani')).json().users.map((u: ListedMember & { first_name: string }) => u.first_name);
    expect(await scores()).toEqual(['Aïcha']);
    const id = people.get('Bennani') ?? 0;
    await house.db.transaction().execute((tx) => house.identity.rename(tx, id, { firstName: 'Aya', lastName: 'Bennani' }));
    expect(await scores()).toEqual(['Aya']);
    await house.db.transaction().execute((tx) => house.identity.changeEmail(tx, id, 'aya@new.example'));
    expect(await search('aya@new')).toEqual(['Bennani']);
    expect(await search('crowd.1@example')).toEqual([]);
    await house.db.transaction().execute((tx) => house.identity.remove(tx, id));
    expect(await scores()).toEqual([]);
  });
});
