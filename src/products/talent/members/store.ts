/** The tables of members and the SQL that writes them. Reading is in `lookup.ts`. */
import { type Generated, type JSONColumnType, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Role } from '#kernel/http/access.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Gender } from '../codes.ts';
import { type Availability, type ProfileValues, SOCIAL_NAMES, type SocialNetwork, type WorkMode, type WorkTime } from './fields.ts';
import type { CvAnalysis } from './member.ts';
import { BLIND_PHONE } from './search.ts';

export type Encrypted = 'phone' | 'whatsapp' | 'address' | SocialNetwork;
export const ENCRYPTED: readonly Encrypted[] = ['phone', 'whatsapp', 'address', ...SOCIAL_NAMES];
const CLEAR_DETAILS = ['nationality', 'education', 'languages', 'rate_range', 'bio', 'website'] as const;
const MEMBER_COLUMNS = [
  'date_of_birth',
  'gender',
  'country_id',
  'city_id',
  'residence_country_id',
  'residence_city_id',
  'availability',
  'work_time',
  'work_mode',
  'years_experience',
  'portfolio_url',
  'is_public',
] as const satisfies readonly (keyof ProfileValues)[];

export type MemberTables = {
  'talent.members': {
    account_id: number;
    unique_code: string;
    email: Generated<string>;
    first_name: Generated<string>;
    last_name: Generated<string>;
    role: Generated<Role>;
    account_active: Generated<boolean>;
    date_of_birth: string | null;
    gender: Gender;
    country_id: number;
    city_id: number | null;
    residence_country_id: number | null;
    residence_city_id: number | null;
    availability: Availability | null;
    work_time: WorkTime | null;
    work_mode: WorkMode | null;
    years_experience: number | null;
    portfolio_url: string | null;
    photo_file: string | null;
    cv_file: string | null;
    qr_file: string | null;
    profile_score: Generated<number>;
    is_public: Generated<boolean>;
    code_aliases: Generated<string[]>;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
  };
  'talent.member_details': { account_id: number; phone_index: string | null; whatsapp_index: string | null } & {
    [K in (typeof CLEAR_DETAILS)[number]]: string | null;
  } & { [K in `${Encrypted}_encrypted`]: string | null } & {
    cv_analysis: JSONColumnType<CvAnalysis, string | undefined, string> | null;
  };
  'talent.member_talents': { account_id: number; talent_id: number };
};
export const tablesOf = (db: Db) => db.withTables<MemberTables>();

/** Holds the person until the transaction ends; false when there is none. */
export async function lockMember(tx: Tx, id: number): Promise<boolean> {
  const row = await tablesOf(tx)
    .selectFrom('talent.members')
    .select('account_id')
    .where('account_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewMember {
  readonly id: number;
  readonly code: string;
  readonly values: Partial<ProfileValues> & Pick<ProfileValues, 'country_id' | 'gender'>;
  readonly files: { readonly photo_file: string | null; readonly cv_file: string | null; readonly qr_file: string | null };
  readonly now: Date;
}

export async function insertMember(tx: Tx, { id, code, values, files, now }: NewMember, vault: Vault): Promise<void> {
  const tables = tablesOf(tx);
  const empty = Object.fromEntries(MEMBER_COLUMNS.map((name) => [name, null]));
  await tables
    .insertInto('talent.members')
    .values({
      ...empty,
      ...memberColumns(values),
      account_id: id,
      unique_code: code,
      gender: values.gender,
      country_id: values.country_id,
      is_public: values.is_public ?? false,
      ...files,
      created_at: now,
      updated_at: now,
    } as never)
    .execute();
  await tables
    .insertInto('talent.member_details')
    .values({ account_id: id, ...detailColumns(values, vault) } as never)
    .execute();
  if (values.talents) await replaceTalents(tx, id, values.talents);
}

/** Writes the given values; what is absent stays as it is. */
export async function updateMember(tx: Tx, id: number, values: Partial<ProfileValues>, vault: Vault): Promise<void> {
  const tables = tablesOf(tx);
  const member = memberColumns(values);
  const details = detailColumns(values, vault);
  if (Object.keys(member).length) await tables.updateTable('talent.members').set(member).where('account_id', '=', id).execute();
  if (Object.keys(details).length) await tables.updateTable('talent.member_details').set(details).where('account_id', '=', id).execute();
  if (values.talents) await replaceTalents(tx, id, values.talents);
}

type MemberChange = {
  readonly photo_file?: string | null;
  readonly cv_file?: string | null;
  readonly profile_score?: number;
  readonly updated_at?: Date;
};
export async function setMemberColumns(tx: Tx, id: number, change: MemberChange): Promise<void> {
  await tablesOf(tx).updateTable('talent.members').set(change).where('account_id', '=', id).execute();
}

export async function setCvAnalysis(tx: Tx, id: number, analysis: CvAnalysis | null): Promise<void> {
  await tablesOf(tx)
    .updateTable('talent.member_details')
    .set({ cv_analysis: analysis === null ? null : JSON.stringify(analysis) })
    .where('account_id', '=', id)
    .execute();
}

async function replaceTalents(tx: Tx, id: number, talents: readonly number[]): Promise<void> {
  await sql`delete from talent.member_talents where account_id = ${id} and talent_id <> all(${talents}::integer[])`.execute(tx);
  await sql`insert into talent.member_talents (account_id, talent_id) select ${id}, unnest(${talents}::integer[]) on conflict do nothing`.execute(
    tx,
  );
}

const memberColumns = (values: Partial<ProfileValues>): Partial<Pick<ProfileValues, (typeof MEMBER_COLUMNS)[number]>> =>
  Object.fromEntries(MEMBER_COLUMNS.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));

/** Contacts become Fernet tokens; phone numbers also leave a keyed hash to be found by. */
function detailColumns(values: Partial<ProfileValues>, vault: Vault): Readonly<Record<string, string | null>> {
  const columns: Record<string, string | null> = {};
  for (const name of CLEAR_DETAILS) if (values[name] !== undefined) columns[name] = values[name];
  for (const name of ENCRYPTED) {
    const value = values[name];
    if (value !== undefined) columns[`${name}_encrypted`] = value === null ? null : vault.encrypt(value);
  }
  for (const name of ['phone', 'whatsapp'] as const) {
    const value = values[name];
    if (value !== undefined) columns[`${name}_index`] = value === null ? null : vault.blindIndex(BLIND_PHONE, value);
  }
  return columns;
}
