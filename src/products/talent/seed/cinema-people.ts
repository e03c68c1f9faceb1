/** People of the CINEMA module by the batch: one statement writes them. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';
import { contactIndex } from '../cinema-search/cinema-search.ts';
import { formatCode, OTHER_CITY } from '../codes.ts';
import type { Chance } from './chance.ts';
import type { DrawnPerson } from './cinema-person.ts';
import { openNumbers } from './places.ts';

/** `arrived`: when this batch registered; the numbers of people follow the time. With a vault they have contacts. */
export async function insertCinemaBatch(
  tx: Tx,
  people: readonly DrawnPerson[],
  { chance, vault, arrived }: { readonly chance: Chance; readonly vault: Vault | null; readonly arrived: Date },
): Promise<void> {
  const numbers = await openNumbers(tx, 'cinema');
  const rows = people.map(({ form, origin, home, city }) => {
    const number = numbers.next(origin.id);
    const unique_code = formatCode({ kind: 'cinema', country: origin.code, gender: form.gender, number, city: city?.code ?? OTHER_CITY });
    return { ...form, unique_code, is_active: chance.happens(0.97), ...(vault ? drawContacts(chance, vault, unique_code, home.dial) : {}) };
  });
  await writePeople(tx, rows, arrived);
  await numbers.write();
}

function drawContacts(chance: Chance, vault: Vault, code: string, dial: string) {
  const email = `${code.toLowerCase()}@people.example`;
  const phone = `${dial}${600_000_000 + Math.floor(chance.number() * 100_000_000)}`;
  const index = contactIndex(vault);
  return {
    email_encrypted: vault.encrypt(email),
    email_index: index.email(email),
    phone_encrypted: vault.encrypt(phone),
    phone_index: index.phone(phone),
    id_document_type: 'CIN',
    id_document_number_encrypted: vault.encrypt(`ID${code}`),
    id_document_index: index.document(`ID${code}`),
  };
}

async function writePeople(tx: Tx, people: readonly object[], arrived: Date): Promise<void> {
  await sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(people)}::json) as p(unique_code text, first_name text, last_name text, gender text,
        date_of_birth date, country_of_origin_id integer, nationality text, country_id integer, city_id integer, ethnicities text[],
        talent_types text[], languages text[], other_talents text[], height smallint, eye_color text, hair_color text, hair_type text,
        skin_tone text, build text, years_of_experience smallint, is_public boolean, is_active boolean, weight smallint,
        language_levels jsonb, previous_productions jsonb, email_encrypted text, email_index text, phone_encrypted text, phone_index text,
        id_document_type text, id_document_number_encrypted text, id_document_index text)
    ), come as (
      insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, nationality,
        country_id, city_id, ethnicities, talent_types, languages, other_talents, height, eye_color, hair_color, hair_type, skin_tone, build,
        years_of_experience, is_public, is_active, created_at, updated_at)
      select unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, nationality, country_id, city_id, ethnicities,
        talent_types, languages, other_talents, height, eye_color, hair_color, hair_type, skin_tone, build, years_of_experience, is_public,
        is_active, ${arrived}::timestamptz, ${arrived}::timestamptz from given
      returning id, unique_code
    )
    insert into talent.cinema_details (talent_id, weight, language_levels, previous_productions, email_encrypted, email_index,
      phone_encrypted, phone_index, id_document_type, id_document_number_encrypted, id_document_index)
    select come.id, weight, language_levels, previous_productions, email_encrypted, email_index, phone_encrypted, phone_index,
      id_document_type, id_document_number_encrypted, id_document_index from given join come using (unique_code)`.execute(tx);
}
