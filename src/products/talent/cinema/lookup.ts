/** The SQL that finds CINEMA people: rows of a list, one whole file, the owner of a stored file. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { isLanguage, type Language } from '#kernel/message.ts';
import type { Vault } from '#kernel/vault.ts';
import { EXPERIENCE_LEVELS, type ExperienceLevel } from '../options/options.ts';
import { ageOn } from '../readers.ts';
import type { Present } from './check.ts';
import { CINEMA_NETWORKS, type CinemaTalent, type ListedCinemaTalent, type PlaceRef } from './cinema-talent.ts';
import type { Subject } from './policies.ts';
import { ENCRYPTED, type Encrypted } from './store.ts';

const place = (alias: string): RawBuilder<unknown> =>
  sql`case when ${sql.ref(alias)}.id is null then null else json_build_object('id', ${sql.ref(alias)}.id, 'name', ${sql.ref(alias)}.name, 'code', ${sql.ref(alias)}.code) end`;

// One statement per answer, places included: never a query per person.
const LISTED = sql`
  c.id, c.account_id as "accountId", c.unique_code as code, c.first_name as "firstName", c.last_name as "lastName", c.gender,
  c.date_of_birth::text as "dateOfBirth", c.talent_types as "talentTypes", c.languages, c.nationality, c.photo_file as "photoFile",
  json_build_object('height', c.height, 'eyeColor', c.eye_color, 'hairColor', c.hair_color, 'hairType', c.hair_type,
    'skinTone', c.skin_tone, 'build', c.build) as looks,
  ${place('oc')} as "countryOfOrigin", ${place('rc')} as country, ${place('rv')} as city,
  c.years_of_experience as "yearsOfExperience", d.previous_productions as "previousProductions", c.has_id_photo as "hasIdPhoto",
  c.gallery_count as "galleryCount", c.qr_file as "qrFile", c.is_public as "isPublic", c.is_active as "isActive",
  c.created_at as "createdAt", d.email_encrypted as "sealedEmail", d.phone_encrypted as "sealedPhone"`;
const JOINED = sql`
  talent.cinema_talents c join talent.cinema_details d on d.talent_id = c.id
  join talent.countries oc on oc.id = c.country_of_origin_id
  left join talent.countries rc on rc.id = c.country_id
  left join talent.cities rv on rv.id = c.city_id`;

/** A row as the rules see it: whose it is, and its contacts still sealed. */
export interface SealedRow {
  readonly accountId: number | null;
  readonly talent: ListedCinemaTalent;
  readonly open: () => ListedCinemaTalent;
}
type ListedRow = Omit<ListedCinemaTalent, 'age' | 'email' | 'phone' | 'experienceLevel'> & {
  readonly accountId: number | null;
  readonly dateOfBirth: string;
  readonly sealedEmail: string | null;
  readonly sealedPhone: string | null;
};

/** In the order of the ids; people who are gone are left out. Contacts stay sealed until `open`. */
export async function listTalents(db: Db, ids: readonly number[], vault: Vault, today: Date): Promise<readonly SealedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedRow>`
    select ${LISTED} from ${JOINED} where c.id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], c.id)`.execute(db);
  return rows.map(({ accountId, dateOfBirth, sealedEmail, sealedPhone, ...row }) => {
    const talent = { ...row, ...computed(dateOfBirth, row.yearsOfExperience, today), email: null, phone: null };
    // Opened when read: a page of people shows no address, and opening one costs as much as drawing a card.
    const open = (): ListedCinemaTalent => ({
      ...talent,
      get email() {
        return unseal(vault, sealedEmail);
      },
      get phone() {
        return unseal(vault, sealedPhone);
      },
    });
    return { accountId, talent, open };
  });
}

const unseal = (vault: Vault, token: string | null): string | null => (token === null ? null : vault.decrypt(token));

const computed = (dateOfBirth: string, years: number | null, today: Date): Pick<ListedCinemaTalent, 'age' | 'experienceLevel'> => ({
  age: ageOn(dateOfBirth, today),
  experienceLevel: experienceOf(years),
});
/** Nobody is called a beginner who said nothing about their years. */
const experienceOf = (years: number | null): ExperienceLevel | null =>
  years === null ? null : (EXPERIENCE_LEVELS.find(({ below }) => below === null || years < below)?.value ?? null);

interface DetailRow extends ListedRow {
  readonly ethnicities: readonly string[];
  readonly otherTalents: readonly string[];
  readonly cityOfOrigin: PlaceRef | null;
  readonly website: string | null;
  readonly documentType: string | null;
  readonly idPhotoFile: string | null;
  readonly galleryFiles: readonly string[];
  readonly languageLevels: CinemaTalent['languageLevels'];
  readonly weight: number | null;
  readonly bio: string | null;
  readonly updatedAt: Date;
  readonly appearance: boolean;
  readonly sealed: Readonly<Record<Encrypted, string | null>>;
}

/** One whole file, everything in clear. */
export async function findTalent(db: Db, by: RawBuilder<unknown>, vault: Vault, today: Date): Promise<Present | null> {
  const [talent] = await wholeTalents(db, sql`where ${by}`, vault, today);
  return talent ?? null;
}

/** Whole files in the order of the ids; people who are gone are left out. */
export async function findTalentsByIds(db: Db, ids: readonly number[], vault: Vault, today: Date): Promise<readonly Present[]> {
  if (ids.length === 0) return [];
  const tail = sql`where c.id = any(${ids}::bigint[]) order by array_position(${ids}::bigint[], c.id)`;
  return wholeTalents(db, tail, vault, today);
}

const BATCH = 500;
/** Everybody the conditions let through, newest first, a batch at a time: who comes in meanwhile is not among them. */
export async function* eachTalent(db: Db, where: RawBuilder<unknown>, vault: Vault, today: Date): AsyncGenerator<readonly Present[]> {
  for (let below: number | undefined; ; ) {
    const next: RawBuilder<unknown> = below === undefined ? sql`true` : sql`c.id < ${below}`;
    const batch: readonly Present[] = await wholeTalents(
      db,
      sql`where ${where} and ${next} order by c.id desc limit ${BATCH}`,
      vault,
      today,
    );
    if (batch.length) yield batch;
    below = batch.at(-1)?.id;
    if (batch.length < BATCH) return;
  }
}

async function wholeTalents(db: Db, tail: RawBuilder<unknown>, vault: Vault, today: Date): Promise<readonly Present[]> {
  const { rows } = await sql<DetailRow>`
    select ${LISTED}, c.ethnicities, c.other_talents as "otherTalents", ${place('ov')} as "cityOfOrigin", d.website,
      d.id_document_type as "documentType", d.id_photo_file as "idPhotoFile", d.gallery_files as "galleryFiles",
      d.language_levels as "languageLevels", d.weight, d.bio, c.updated_at as "updatedAt",
      exists (select from talent.cinema_consents k where k.talent_id = c.id and k.purpose = 'appearance' and k.withdrawn_at is null) as appearance,
      json_build_object(${sql.join(ENCRYPTED.flatMap((name) => [sql.lit(name), sql.ref(`d.${name}_encrypted`)]))}) as sealed
    from ${JOINED} left join talent.cities ov on ov.id = c.city_of_origin_id
    ${tail}`.execute(db);
  return rows.map((row) => opened(row, vault, today));
}

function opened(row: DetailRow, vault: Vault, today: Date): Present {
  const { sealed, sealedEmail: _email, sealedPhone: _phone, documentType, appearance, ...rest } = row;
  const open = (name: Encrypted): string | null => unseal(vault, sealed[name]);
  return {
    ...rest,
    ...computed(row.dateOfBirth, row.yearsOfExperience, today),
    email: open('email'),
    phone: open('phone'),
    whatsapp: open('whatsapp'),
    social: Object.fromEntries(CINEMA_NETWORKS.map((name) => [name, open(name)])) as CinemaTalent['social'],
    idDocument: { type: documentType, number: open('id_document_number') },
    consents: { public_profile: row.isPublic, appearance },
  };
}

export const byId = (id: number): RawBuilder<unknown> => sql`c.id = ${id}`;
/** By the code itself, or one the person had elsewhere. */
export const byCode = (codes: readonly string[]): RawBuilder<unknown> =>
  sql`c.id = (select x.id from talent.cinema_talents x where x.unique_code = any(${codes}::text[]) or x.code_aliases && ${codes}::text[]
    order by x.unique_code = any(${codes}::text[]) desc limit 1)`;

export async function findIdOfCode(db: Db, codes: readonly string[]): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select c.id from talent.cinema_talents c where ${byCode(codes)}`.execute(db);
  return rows[0]?.id ?? null;
}

export type FileKind = 'photo' | 'gallery' | 'id';
/** Whose a stored file is, and what it shows: enough for the rules of access. */
export async function findFileOwner(db: Db, name: string): Promise<(Subject & { readonly kind: FileKind }) | null> {
  const { rows } = await sql<Subject & { readonly kind: FileKind }>`
    select c.account_id as "accountId", c.is_public as "isPublic", c.is_active as "isActive", f.kind
    from (
      select id, 'photo' as kind from talent.cinema_talents where photo_file = ${name}
      union all select talent_id, 'id' from talent.cinema_details where id_photo_file = ${name}
      union all select talent_id, 'gallery' from talent.cinema_details where gallery_files @> array[${name}]
    ) f join talent.cinema_talents c on c.id = f.id limit 1`.execute(db);
  return rows[0] ?? null;
}

export interface Mailbox {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}
export async function findMailbox(db: Db, id: number, vault: Vault): Promise<Mailbox | null> {
  const { rows } = await sql<{ email: string; name: string; language: string }>`
    select d.email_encrypted as email, c.first_name || ' ' || c.last_name as name, d.language
    from talent.cinema_talents c join talent.cinema_details d on d.talent_id = c.id
    where c.id = ${id} and d.email_encrypted is not null`.execute(db);
  const [row] = rows;
  return row ? { email: vault.decrypt(row.email), name: row.name, language: isLanguage(row.language) ? row.language : 'fr' } : null;
}
