/** The tables of CINEMA people and the SQL that writes them. Reading is in `lookup.ts`. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Language } from '#kernel/message.ts';
import type { Vault } from '#kernel/vault.ts';
import { contactIndex } from '../cinema-search/cinema-search.ts';
import { fieldTexts } from '../field-texts.ts';
import type { Consents, StoredValues } from './check.ts';
import { CINEMA_NETWORKS, type CinemaNetwork } from './cinema-talent.ts';
import { refusals } from './messages.ts';

export type Encrypted = 'email' | 'phone' | 'whatsapp' | 'id_document_number' | CinemaNetwork;
export const ENCRYPTED: readonly Encrypted[] = ['email', 'phone', 'whatsapp', 'id_document_number', ...CINEMA_NETWORKS];

const TALENT_COLUMNS = [
  ...['first_name', 'last_name', 'gender', 'date_of_birth', 'country_of_origin_id', 'city_of_origin_id', 'nationality'],
  ...['country_id', 'city_id', 'ethnicities', 'talent_types', 'languages', 'other_talents', 'height', 'eye_color', 'hair_color'],
  ...['hair_type', 'skin_tone', 'build', 'years_of_experience', 'is_public', 'is_active'],
] as readonly (keyof StoredValues)[];
const DETAIL_COLUMNS = ['website', 'id_document_type', 'weight', 'bio'] as const;
const JSON_COLUMNS = ['previous_productions', 'language_levels'] as const;

type Columns = Record<string, unknown>;

export interface NewTalent {
  readonly accountId: number | null;
  readonly code: string;
  readonly values: Partial<StoredValues>;
  readonly photoFile: string | null;
  readonly idPhotoFile: string | null;
  readonly galleryFiles: readonly string[];
  readonly qrFile: string;
  readonly language: Language;
  readonly now: Date;
}

/** Answers the id. An address, paper or account that is taken is a 409 that tells nothing about whose it is. */
export async function insertTalent(tx: Tx, talent: NewTalent, vault: Vault): Promise<number> {
  const { values, galleryFiles, idPhotoFile, now } = talent;
  const { rows } = await insert(tx, 'talent.cinema_talents', {
    ...pick(values, TALENT_COLUMNS),
    account_id: talent.accountId,
    unique_code: talent.code,
    photo_file: talent.photoFile,
    has_id_photo: idPhotoFile !== null,
    gallery_count: galleryFiles.length,
    qr_file: talent.qrFile,
    created_at: now,
    updated_at: now,
  }).catch(explainDuplicate);
  const id = Number((rows[0] as { id: number } | undefined)?.id);
  await insert(tx, 'talent.cinema_details', {
    ...detailColumns(values, vault),
    talent_id: id,
    id_photo_file: idPhotoFile,
    gallery_files: galleryFiles,
    language: talent.language,
  }).catch(explainDuplicate);
  return id;
}

/** Writes the given values; what is absent stays as it is. The date of the change is what tells caches of lists. */
export async function updateTalent(tx: Tx, id: number, values: Partial<StoredValues>, vault: Vault, now: Date): Promise<void> {
  const details = detailColumns(values, vault);
  await setTalentColumns(tx, id, pick(values, TALENT_COLUMNS), now);
  if (Object.keys(details).length) await setDetailColumns(tx, id, details);
}

export async function setTalentColumns(tx: Tx, id: number, columns: Columns, now: Date): Promise<void> {
  await sql`update talent.cinema_talents set ${assignments({ ...columns, updated_at: now })} where id = ${id}`.execute(tx);
}
export async function setDetailColumns(tx: Tx, id: number, columns: Columns): Promise<void> {
  await sql`update talent.cinema_details set ${assignments(columns)} where talent_id = ${id}`.execute(tx).catch(explainDuplicate);
}

/** Holds the person until the transaction ends; false when there is none. */
export async function lockTalent(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select id from talent.cinema_talents where id = ${id} for update`.execute(tx);
  return rows.length > 0;
}

export async function deleteTalent(tx: Tx, id: number): Promise<void> {
  await sql`delete from talent.cinema_talents where id = ${id}`.execute(tx);
}

const PURPOSES = ['registration', 'public_profile', 'appearance'] as const;

/** To what the person says yes from now on; what they no longer say yes to is marked as taken back. */
export async function recordConsents(tx: Tx, id: number, given: Consents, version: string, now: Date): Promise<void> {
  const granted = PURPOSES.filter((purpose) => purpose === 'registration' || given[purpose]);
  await sql`update talent.cinema_consents set withdrawn_at = ${now}
    where talent_id = ${id} and withdrawn_at is null and purpose <> all(${granted}::text[])`.execute(tx);
  await sql`insert into talent.cinema_consents (talent_id, purpose, text_version, given_at)
    select ${id}, g.purpose, ${version}, ${now}::timestamptz from unnest(${granted}::text[]) as g (purpose)
    where not exists (select from talent.cinema_consents c where c.talent_id = ${id} and c.purpose = g.purpose and c.withdrawn_at is null)
    on conflict (talent_id, purpose, given_at) do update set withdrawn_at = null`.execute(tx);
}

/** Contacts and the paper become Fernet tokens, and leave a keyed hash to be found by. */
function detailColumns(values: Partial<StoredValues>, vault: Vault): Columns {
  const columns = pick(values, DETAIL_COLUMNS);
  for (const name of JSON_COLUMNS) if (values[name] !== undefined) columns[name] = JSON.stringify(values[name]);
  for (const name of ENCRYPTED) {
    const value = values[name];
    if (value !== undefined) columns[`${name}_encrypted`] = value === null ? null : vault.encrypt(value);
  }
  const index = contactIndex(vault);
  const { email, phone, whatsapp, id_document_number: number } = values;
  if (email !== undefined) columns['email_index'] = email && index.email(email);
  if (phone !== undefined) columns['phone_index'] = phone && index.phone(phone);
  if (whatsapp !== undefined) columns['whatsapp_index'] = whatsapp && index.phone(whatsapp);
  if (number !== undefined) columns['id_document_index'] = number && index.document(number);
  return columns;
}

const pick = (values: Partial<StoredValues>, names: readonly (keyof StoredValues)[]): Columns =>
  Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));

const assignments = (columns: Columns): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));

const insert = (tx: Tx, table: string, columns: Columns) =>
  sql`insert into ${sql.table(table)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(columns))}) returning *`.execute(tx);

/** The unique indexes that people meet, in words. */
const DUPLICATES: Readonly<Record<string, () => Error>> = {
  cinema_details_email: () =>
    failure.conflict('DUPLICATE_EMAIL', fieldTexts.duplicateEmail, { email: { message: fieldTexts.duplicateEmail, constraint: 'unique' } }),
  cinema_details_document: () =>
    failure.conflict('DUPLICATE_DOCUMENT', refusals.duplicateDocument, {
      id_document_number: { message: refusals.duplicateDocument, constraint: 'unique' },
    }),
  cinema_talents_account_id_key: () => failure.conflict('ALREADY_REGISTERED', refusals.alreadyRegistered),
};

function explainDuplicate(error: unknown): never {
  const { code, constraint = '' } = error as { readonly code?: string; readonly constraint?: string };
  throw (code === '23505' && DUPLICATES[constraint]?.()) || error;
}

/** People by country of origin, for the catalogue. */
export async function countCinema(db: Db): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ country: number; people: number }>`
    select country_of_origin_id as country, count(*)::int as people from talent.cinema_talents group by 1`.execute(db);
  return new Map(rows.map(({ country, people }) => [country, people]));
}
