/** The people of the matching bench in a database, in the tables that registration fills. Answers their number by key. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import type { Snapshot } from '#products/talent/catalogue/catalogue.ts';
import { formatCode, OTHER_CITY } from '#products/talent/codes.ts';
import type { CinemaPerson, StandardPerson } from './data.ts';

/** In an order that says nothing: ties are broken by number, and people of one trade stand together in the file. */
const numbered = <T extends { readonly key: string }>(people: readonly T[], first: number): readonly (T & { readonly id: number })[] =>
  people
    .map((person) => ({ person, hash: createHash('sha256').update(person.key).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ person }, at) => ({ ...person, id: first + at }));

const idsOf = (people: readonly { readonly key: string; readonly id: number }[]): ReadonlyMap<string, number> =>
  new Map(people.map(({ key, id }) => [key, id]));

function placeOf(catalogue: Snapshot, countryCode: string | undefined, cityName: string | undefined) {
  const country = countryCode ? catalogue.countryByCode(countryCode) : undefined;
  const city = country && cityName ? catalogue.cityNamed(country.id, cityName) : undefined;
  if ((countryCode && !country) || (cityName && !city)) throw new Error(`the catalogue has no ${countryCode} ${cityName ?? ''}`);
  return { country: country?.id ?? null, city: city?.id ?? null, cityCode: city?.code ?? OTHER_CITY };
}

export async function seedStandard(tx: Tx, people: readonly StandardPerson[], catalogue: Snapshot): Promise<ReadonlyMap<string, number>> {
  const rows = numbered(people, 1001).map((person) => {
    const home = placeOf(catalogue, person.residence_country, person.residence_city);
    const code = formatCode({ kind: 'standard', country: person.country, gender: person.gender, number: person.id, city: home.cityCode });
    const talents = person.talents.map((slug) => {
      const talent = catalogue.talentNamed(slug);
      if (!talent) throw new Error(`the catalogue has no ${slug}`);
      return talent.id;
    });
    return {
      ...person,
      code,
      talents,
      email: `${person.key}@people.example`,
      cv_file: person.cv_text ? `cvs/${person.key}.pdf` : null,
      country_id: placeOf(catalogue, person.country, undefined).country,
      residence_country_id: home.country,
      residence_city_id: home.city,
    };
  });
  await writeStandard(tx, rows);
  return idsOf(rows);
}

async function writeStandard(tx: Tx, rows: readonly object[]): Promise<void> {
  await sql`
    create temporary table batch on commit drop as
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(id bigint, code text, email text, key text, first_name text,
      last_name text, date_of_birth date, gender text, country_id integer, residence_country_id integer, residence_city_id integer,
      availability text, work_time text, work_mode text, years_experience smallint, cv_file text, cv_text text, education text,
      languages text, bio text, talents json)`.execute(tx);
  await sql`
    insert into identity.accounts (id, email, username, code, first_name, last_name)
    select id, email, key, code, first_name, last_name from batch`.execute(tx);
  await sql`
    insert into talent.members (account_id, unique_code, date_of_birth, gender, country_id, city_id, residence_country_id,
      residence_city_id, availability, work_time, work_mode, years_experience, cv_file)
    select id, code, date_of_birth, gender, country_id, residence_city_id, residence_country_id, residence_city_id, availability,
      work_time, work_mode, years_experience, cv_file from batch`.execute(tx);
  await sql`
    insert into talent.member_details (account_id, education, languages, bio)
    select id, education, languages, bio from batch`.execute(tx);
  await sql`
    insert into talent.member_talents (account_id, talent_id)
    select b.id, t.value::integer from batch b, json_array_elements_text(b.talents) as t(value)`.execute(tx);
  await sql`
    insert into talent.cv_texts (account_id, cv_file, text, quality, pages, truncated, findings, contacts_encrypted, read_at)
    select id, cv_file, cv_text, 'good', 1, false, '{}', '', now() from batch where cv_text is not null`.execute(tx);
}

export async function seedCinema(tx: Tx, people: readonly CinemaPerson[], catalogue: Snapshot): Promise<ReadonlyMap<string, number>> {
  const rows = numbered(people, 5001).map((person) => {
    const home = placeOf(catalogue, person.country, person.city);
    const { country_of_origin: country, gender, languages = {} } = person;
    return {
      ...person,
      unique_code: formatCode({ kind: 'cinema', country, gender, number: person.id, city: home.cityCode }),
      country_of_origin_id: placeOf(catalogue, country, undefined).country,
      country_id: home.country,
      city_id: home.city,
      ethnicities: person.ethnicities ?? [],
      other_talents: person.other_talents ?? [],
      previous_productions: person.previous_productions ?? [],
      languages: Object.keys(languages),
      language_levels: Object.fromEntries(Object.entries(languages).filter(([, level]) => level)),
    };
  });
  await writeCinema(tx, rows);
  return idsOf(rows);
}

async function writeCinema(tx: Tx, rows: readonly object[]): Promise<void> {
  await sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(id bigint, unique_code text, first_name text, last_name text,
        gender text, date_of_birth date, country_of_origin_id integer, country_id integer, city_id integer, ethnicities text[],
        talent_types text[], languages text[], other_talents text[], height smallint, eye_color text, hair_color text, hair_type text,
        skin_tone text, build text, years_of_experience smallint, language_levels jsonb, previous_productions jsonb, bio text)
    ), come as (
      insert into talent.cinema_talents (id, unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id,
        country_id, city_id, ethnicities, talent_types, languages, other_talents, height, eye_color, hair_color, hair_type, skin_tone,
        build, years_of_experience)
      select id, unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, country_id, city_id, ethnicities,
        talent_types, languages, other_talents, height, eye_color, hair_color, hair_type, skin_tone, build, years_of_experience from given
      returning id
    )
    insert into talent.cinema_details (talent_id, bio, language_levels, previous_productions)
    select id, bio, language_levels, previous_productions from given join come using (id)`.execute(tx);
}
