/** The filters of `GET /cinema/talents` in both documents, each by itself: it finds who fits, and leaves out who does not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { AWA, registerCinemaPerson } from '#test/cinema-people.ts';
import { registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

const TYPES = [
  ...['Acteur Principal', 'Acteur Secondaire', 'Figurant', 'Silhouette', 'Doublure', 'Doublure Lumière', 'Cascadeur', 'Mannequin'],
  ...['Voix Off', 'Figurant Spécialisé', 'Choriste', 'Danseur de fond', 'Autre'],
];
const YEAR = new Date().getUTCFullYear();
/** Somebody else in everything that can be asked for; Awa is 1,72 m tall, of Senegal, and lives in Casablanca. */
const KOFI = {
  person: { first_name: 'Kofi', last_name: 'Mensah', gender: 'M', date_of_birth: `${YEAR - 56}-01-01`, email: 'kofi@cinema.example' },
  origins: { country_of_origin_id: '1', country_id: '2', city_id: '', other_city: 'Dakar', id_document_number: 'MA765432' },
  work: { talent_types: 'Cascadeur', years_of_experience: '1', language_1: 'en', language_2: 'ary' },
  looks: {
    height: '190',
    eye_color: 'Bleu',
    hair_color: 'Blond',
    hair_type: 'Lisse',
    skin_tone: 'Clair',
    build: 'Mince',
    ethnicities: 'Berbère',
  },
} as const;

let atelier: Atelier;
let admin: Caller;
let [awa, kofi] = ['', ''];
const ask = (query: string, dialect: 2 | 3) =>
  admin.inject({ method: 'GET', url: `/api/v1/cinema/talents?${query}`, headers: { 'api-version': String(dialect) } });
const found = async (name: string, value: string, dialect: 2 | 3): Promise<readonly string[]> =>
  (await ask(new URLSearchParams({ [name]: value }).toString(), dialect))
    .json()
    .talents.map((one: { unique_code: string }) => one.unique_code);

beforeAll(async () => {
  atelier = await startAtelier();
  admin = await atelier.as('admin');
  const editor = (await registerPerson(atelier, {}, 'admin')).visitor;
  awa = await registerCinemaPerson(editor, { person: { date_of_birth: `${YEAR - 30}-01-01` } });
  kofi = await registerCinemaPerson(editor, KOFI);
});

describe('each filter by itself', () => {
  it.each([
    ['T-597 T-691', 'search', 'awa', 'mensah', [2, 3]],
    ['T-598 T-693', 'gender', 'F', 'M', [2, 3]],
    ['T-599 T-692', 'talent_type', 'Voix Off', 'Cascadeur', [2, 3]],
    ['T-695', 'ethnicity', 'Africaine', 'Berbère', [3]],
    ['T-602 T-696', 'eye_color', 'Marron foncé', 'Bleu', [2, 3]],
    ['T-603 T-697', 'hair_color', 'Noir', 'Blond', [2, 3]],
    ['T-698', 'hair_type', 'Tressé', 'Lisse', [3]],
    ['T-604 T-699', 'skin_tone', 'Ébène', 'Clair', [2, 3]],
    ['T-700', 'build', 'Athlétique', 'Mince', [3]],
    ['T-606 T-702', 'height_max', '180', '', [2, 3]],
    ['T-605 T-701', 'height_min', '', '180', [2, 3]],
    ['T-607 T-703', 'country', 'Maroc', 'Sénégal', [2, 3]],
    ['T-608 T-704', 'language', 'wo', 'en', [2, 3]],
    ['T-609', 'experience', '5_10_ans', '1_5_ans', [2]],
    ['T-601', 'age_max', '45', '', [2]],
    ['T-600', 'age_min', '', '45', [2]],
  ] as const)('%s %s finds one with "%s" and the other with "%s"', async (_id, name, ofAwa, ofKofi, dialects) => {
    for (const dialect of dialects) {
      if (ofAwa) expect(await found(name, ofAwa, dialect)).toEqual([awa]);
      if (ofKofi) expect(await found(name, ofKofi, dialect)).toEqual([kofi]);
    }
  });

  it.each([
    ['T-230', '18-25', () => []],
    ['T-231', '26-35', () => [awa]],
    ['T-232', '36-50', () => []],
    ['T-233', '51+', () => [kofi]],
  ])('%s T-694 age_range %s finds who is of that age: thirty, and fifty-six', async (_id, range, expected) => {
    expect(await found('age_range', range, 3)).toEqual(expected());
  });

  it('T-595 T-596 T-705 T-706 pages: the first of 20 when nothing is said, 100 at most, in the words of each dialect', async () => {
    expect((await ask('', 3)).json()).toMatchObject({ total: 2, page: 1, limit: 20 });
    expect((await ask('', 2)).json()).toMatchObject({ total: 2, page: 1, per_page: 20 });
    const [one, two] = [(await ask('limit=1', 3)).json(), (await ask('per_page=1&page=2', 2)).json()];
    expect([one.talents.length, two.talents.length, two.pages]).toEqual([1, 1, 2]);
    expect(one.talents[0].unique_code).not.toBe(two.talents[0].unique_code);
    expect([(await ask('limit=500', 3)).json().limit, (await ask('per_page=500', 2)).json().per_page]).toEqual([100, 100]);
  });
});

describe('the lists to choose from', () => {
  it.each(TYPES.map((type, index) => [`T-${217 + index}`, type] as const))(
    '%s talent type %s is offered, and a filter takes it',
    async (_id, type) => {
      const { options } = (await admin.inject({ method: 'GET', url: '/api/v1/cinema/options' })).json();
      expect(options.talent_type.map(({ value }: { value: string }) => value)).toContain(type);
      const reply = await ask(new URLSearchParams({ talent_type: type }).toString(), 3);
      expect([reply.statusCode, reply.json().talents.every((one: { talent_types: string[] }) => one.talent_types.includes(type))]).toEqual([
        200,
        true,
      ]);
    },
  );

  it('T-217 to T-229 are the thirteen of version 3, and no other is taken', async () => {
    const { options } = (await admin.inject({ method: 'GET', url: '/api/v1/cinema/options' })).json();
    expect(options.talent_type.map(({ value }: { value: string }) => value).sort()).toEqual([...TYPES].sort());
    expect((await ask('talent_type=Jongleur', 3)).statusCode).toBe(400);
  });

  it('T-251 gives each spoken language with its code, its name and its flag', async () => {
    const { options } = (await admin.inject({ method: 'GET', url: '/api/v1/cinema/options' })).json();
    expect(options.language.length).toBeGreaterThan(10);
    for (const language of options.language)
      expect(language).toMatchObject({
        value: expect.stringMatching(/^[a-z]{2,3}$/),
        name: expect.any(String),
        flag: expect.stringMatching(/\S/),
      });
    expect(AWA.work.language_1).toBe('wo');
  });
});
