/**
 * People for the benches: believable Africans by the hundred thousand, the same ones every time, in seconds.
 * Files are names only, nobody can sign in, and phone numbers are there when a vault is given.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';
import { formatCode, type Gender } from '#products/talent/codes.ts';

/** First names (women, men), family names, and the countries of origin where they are common, with their share. */
const REGIONS = [
  {
    share: 40,
    countries: ['MA', 'MA', 'MA', 'MA', 'DZ', 'TN', 'EG', 'LY', 'MR'],
    women: ['Fatima', 'Aïcha', 'Khadija', 'Salma', 'Imane', 'Yasmine', 'Meryem', 'Nour', 'Hind', 'Zineb', 'سلمى', 'فاطمة'],
    men: ['Ahmed', 'Mohammed', 'Youssef', 'Omar', 'Karim', 'Hamza', 'Mehdi', 'Ayoub', 'Rachid', 'Soufiane', 'أحمد', 'يوسف'],
    families: [
      'Benali',
      'El Amrani',
      'Bennani',
      'Alaoui',
      'Tazi',
      'Berrada',
      'Idrissi',
      'Haddad',
      'Mansouri',
      'Ait Taleb',
      'العلوي',
      'بنعلي',
    ],
  },
  {
    share: 35,
    countries: ['SN', 'SN', 'CI', 'CI', 'ML', 'GN', 'BF', 'BJ', 'TG', 'NE'],
    women: ['Aminata', 'Mariama', 'Ndèye Fatou', 'Awa', 'Adjoua', 'Affoué', 'Rokhaya', 'Kadiatou', 'Bintou', 'Sokhna'],
    men: ['Mamadou', 'Ousmane', 'Ibrahima', 'Cheikh', 'Kouassi', 'Koffi', 'Souleymane', 'Abdoulaye', 'Moussa', 'Sékou'],
    families: ['Diop', "N'Diaye", 'Fall', 'Traoré', 'Coulibaly', 'Koné', 'Kouadio', 'Ouédraogo', 'Keïta', 'Bâ', 'Sow', 'Touré'],
  },
  {
    share: 25,
    countries: ['NG', 'GH', 'CM', 'CD', 'CG', 'GA', 'KE', 'RW', 'ET', 'ZA', 'TZ', 'MG', 'AO'],
    women: ['Ngozi', 'Chiamaka', 'Ama', 'Grâce', 'Nadège', 'Wanjiru', 'Aline', 'Selam', 'Thandiwe', 'Voahirana'],
    men: ['Chinedu', 'Emeka', 'Kwame', 'Jean-Pierre', 'Serge', 'Kamau', 'Eric', 'Dawit', 'Sipho', 'Andry'],
    families: ['Okafor', 'Adeyemi', 'Mensah', 'Mbappé', 'Ilunga', 'Mwangi', 'Uwimana', 'Tesfaye', 'Nkosi', 'Rakotomalala', 'dos Santos'],
  },
] as const;
const AVAILABILITIES = [
  'disponible_maintenant',
  'disponible_maintenant',
  'disponible_prochainement',
  'non_disponible',
  'projet_actuel',
  null,
];
const WORK_MODES = ['sur_site', 'a_distance', 'hybride', 'flexible', null];
const WORK_TIMES = ['Temps plein', 'Temps partiel', 'Flexible', null, null, null];
const BATCH = 5000;

interface Places {
  readonly countries: ReadonlyMap<string, number>;
  readonly cities: ReadonlyMap<number, readonly { readonly id: number; readonly code: string }[]>;
}
type Row = ReturnType<typeof makePerson>;

/** Adds `count` people to a migrated database, in one transaction, then lets the planner know. */
export async function insertPeople(
  db: Db,
  count: number,
  { vault }: { vault?: Pick<Vault, 'encrypt' | 'blindIndex'> } = {},
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const places = await readPlaces(tx);
    const numbers = await readNumbers(tx);
    const { rows } = await sql<{ first: number }>`
      select setval(s, nextval(s) + ${count} - 1) - ${count} + 1 as first from pg_get_serial_sequence('identity.accounts', 'id') as s`.execute(
      tx,
    );
    const first = Number(rows[0]?.first);
    const random = randomOf(20251026);
    for (let start = 0; start < count; start += BATCH) {
      const size = Math.min(BATCH, count - start);
      await insertBatch(
        tx,
        Array.from({ length: size }, (_, i) => makePerson(first + start + i, random, places, numbers, vault)),
      );
    }
    await writeNumbers(tx, numbers);
  });
  // The visibility map and the statistics that autovacuum would make in its own time.
  for (const table of ['identity.accounts', 'talent.members', 'talent.member_details', 'talent.member_talents'])
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}

function makePerson(
  id: number,
  random: () => number,
  places: Places,
  numbers: Map<number, number>,
  vault: Pick<Vault, 'encrypt' | 'blindIndex'> | undefined,
) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const region = pick(REGIONS.flatMap((r) => Array.from({ length: r.share }, () => r)));
  const gender = pick(['M', 'M', 'F', 'F', 'M', 'F', 'F', 'M', 'M', 'F', 'N'] satisfies Gender[]);
  const origin = pick<string>(region.countries);
  const countryId = places.countries.get(origin) ?? 1;
  const residence = random() < 0.85 ? countryId : 1;
  const city = pick(places.cities.get(residence) ?? []);
  const number = (numbers.get(countryId) ?? 0) + 1;
  numbers.set(countryId, number);
  const firstName = pick<string>(gender === 'F' ? region.women : region.men);
  const year = 1960 + Math.floor(random() * 47);
  const phone = vault ? `+2126${String(id).padStart(8, '0')}` : null;
  return {
    id,
    code: formatCode({ kind: 'standard', country: origin, gender, number, city: city.code }),
    email: `person.${id}@people.example`,
    first_name: firstName,
    last_name: pick<string>(region.families),
    date_of_birth: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
    gender,
    country_id: countryId,
    residence_country_id: residence,
    city_id: city.id,
    availability: pick(AVAILABILITIES),
    work_time: pick(WORK_TIMES),
    work_mode: pick(WORK_MODES),
    years_experience: Math.floor(random() * 30),
    portfolio_url: random() < 0.3 ? `https://portfolio.example/${id}` : null,
    photo_file: random() < 0.7 ? `photos/${id}.jpg` : null,
    cv_file: random() < 0.5 ? `cvs/${id}.pdf` : null,
    profile_score: 20 + Math.floor(random() * 81),
    is_public: random() < 0.6,
    talents: Array.from(new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => 1 + Math.floor(random() ** 2 * 150)))),
    phone_encrypted: phone && vault ? vault.encrypt(phone) : null,
    phone_index: phone && vault ? vault.blindIndex('talent.phone', phone) : null,
  };
}

async function insertBatch(tx: Tx, people: readonly Row[]): Promise<void> {
  await sql`
    create temporary table batch on commit drop as
    select * from json_to_recordset(${JSON.stringify(people)}::json) as p(id bigint, code text, email text, first_name text, last_name text,
      date_of_birth date, gender text, country_id integer, city_id integer, residence_country_id integer, availability text, work_time text,
      work_mode text, years_experience smallint, portfolio_url text, photo_file text, cv_file text, profile_score smallint, is_public boolean,
      phone_encrypted text, phone_index text, talents json)`.execute(tx);
  await sql`
    insert into identity.accounts (id, email, username, code, first_name, last_name)
    select id, email, 'person.' || id, code, first_name, last_name from batch`.execute(tx);
  await sql`
    insert into talent.members (account_id, unique_code, date_of_birth, gender, country_id, city_id, residence_country_id, residence_city_id,
      availability, work_time, work_mode, years_experience, portfolio_url, photo_file, cv_file, profile_score, is_public)
    select id, code, date_of_birth, gender, country_id, city_id, residence_country_id, city_id, availability, work_time, work_mode,
      years_experience, portfolio_url, photo_file, cv_file, profile_score, is_public from batch`.execute(tx);
  await sql`
    insert into talent.member_details (account_id, phone_encrypted, phone_index, bio)
    select id, phone_encrypted, phone_index, 'Passionné par mon métier, je cherche de nouveaux projets.' from batch`.execute(tx);
  await sql`
    insert into talent.member_talents (account_id, talent_id)
    select b.id, t.value::integer from batch b, json_array_elements_text(b.talents) as t(value)`.execute(tx);
  await sql`drop table batch`.execute(tx);
}

async function readPlaces(tx: Tx): Promise<Places> {
  const countries = await sql<{ id: number; code: string }>`select id, code from talent.countries`.execute(tx);
  const cities = await sql<{
    id: number;
    code: string;
    country_id: number;
  }>`select id, code, country_id from talent.cities where is_listed order by id`.execute(tx);
  return {
    countries: new Map(countries.rows.map(({ id, code }) => [code, id])),
    cities: Map.groupBy(cities.rows, (city) => city.country_id),
  };
}

/** The last number of each country of origin; their rows stay locked until we have written the new ones. */
async function readNumbers(tx: Tx): Promise<Map<number, number>> {
  const { rows } = await sql<{
    country_id: number;
    last: number;
  }>`select country_id, last from talent.code_sequences where kind = 'standard' for update`.execute(tx);
  return new Map(rows.map(({ country_id, last }) => [country_id, last]));
}

async function writeNumbers(tx: Tx, numbers: ReadonlyMap<number, number>): Promise<void> {
  await sql`
    insert into talent.code_sequences (country_id, kind, last)
    select country_id, 'standard', last from unnest(${[...numbers.keys()]}::integer[], ${[...numbers.values()]}::integer[]) as n(country_id, last)
    on conflict (country_id, kind) do update set last = excluded.last`.execute(tx);
}

/** A small fast generator (mulberry32): the same people every time. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
