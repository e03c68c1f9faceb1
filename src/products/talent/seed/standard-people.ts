/** People of the standard platform by the batch: nobody of them can sign in, and their files are names only. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';
import { formatCode, type Gender } from '../codes.ts';
import type { Chance } from './chance.ts';
import { countryOf, openNumbers, type SeedCountry } from './places.ts';
import { REGIONS } from './regions.ts';

export interface StandardScene {
  readonly countries: ReadonlyMap<string, SeedCountry>;
  readonly talents: readonly number[];
  readonly today: Date;
  readonly vault: Vault | null;
}

const AVAILABILITIES = [
  ...['disponible_maintenant', 'disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel'],
  null,
];
const WORK_MODES = ['sur_site', 'a_distance', 'hybride', 'flexible', null];
const WORK_TIMES = ['Temps plein', 'Temps partiel', 'Flexible', null, null, null];
const GENDERS: readonly (readonly [Gender, number])[] = [
  ['M', 46],
  ['F', 46],
  ['N', 8],
];
const REGION_WEIGHTS = REGIONS.map((region) => [region, region.share] as const);
const DAY = 86_400_000;

type Row = ReturnType<typeof drawPerson>;

export async function insertStandardBatch(tx: Tx, size: number, chance: Chance, scene: StandardScene): Promise<void> {
  const numbers = await openNumbers(tx, 'standard');
  const { rows } = await sql<{ first: number }>`
    select setval(s, nextval(s) + ${size} - 1) - ${size} + 1 as first from pg_get_serial_sequence('identity.accounts', 'id') as s`.execute(
    tx,
  );
  const first = Number(rows[0]?.first);
  const people = Array.from({ length: size }, (_, i) => drawPerson(first + i, chance, scene, (countryId) => numbers.next(countryId)));
  await writePeople(tx, people);
  await numbers.write();
}

function drawPerson(
  id: number,
  chance: Chance,
  { countries, talents, today, vault }: StandardScene,
  nextNumber: (countryId: number) => number,
) {
  const region = chance.weigh(REGION_WEIGHTS);
  const gender = chance.weigh(GENDERS);
  const origin = countryOf(countries, chance.weigh(region.countries));
  const residence = chance.happens(0.85) ? origin : countryOf(countries, 'MA');
  const city = residence.cities[chance.early(residence.cities.length)];
  const phone = vault ? `+2126${String(id).padStart(8, '0')}` : null;
  return {
    id,
    code: formatCode({ kind: 'standard', country: origin.code, gender, number: nextNumber(origin.id), city: city?.code ?? 'AUT' }),
    email: `person.${id}@people.example`,
    first_name: chance.pick(gender === 'F' ? region.women : region.men),
    last_name: chance.pick(region.families),
    date_of_birth: new Date(today.getTime() - Math.floor(17 * 365.25 + chance.number() * 45 * 365) * DAY).toISOString().slice(0, 10),
    gender,
    country_id: origin.id,
    residence_country_id: residence.id,
    city_id: city?.id ?? null,
    availability: chance.pick(AVAILABILITIES),
    work_time: chance.pick(WORK_TIMES),
    work_mode: chance.pick(WORK_MODES),
    years_experience: Math.floor(chance.number() * 30),
    portfolio_url: chance.happens(0.3) ? `https://portfolio.example/${id}` : null,
    photo_file: chance.happens(0.7) ? `photos/${id}.jpg` : null,
    cv_file: chance.happens(0.5) ? `cvs/${id}.pdf` : null,
    profile_score: 20 + Math.floor(chance.number() * 81),
    is_public: chance.happens(0.6),
    talents: [...new Set(Array.from({ length: 1 + Math.floor(chance.number() * 4) }, () => talents[chance.early(talents.length)]))],
    phone_encrypted: phone && vault ? vault.encrypt(phone) : null,
    phone_index: phone && vault ? vault.blindIndex('talent.phone', phone) : null,
  };
}

async function writePeople(tx: Tx, people: readonly Row[]): Promise<void> {
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
