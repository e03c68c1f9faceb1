/**
 * People as this room sees them: members of the platform and people of the CINEMA module alike, with what names and files are compared
 * by. Contacts come as the keyed hashes they are stored under; only the person at hand is opened, to look for them in the other room.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { FernetError } from '#kernel/fernet.ts';
import type { Vault } from '#kernel/vault.ts';
import { contactIndex } from '../cinema-search/cinema-search.ts';
import { BLIND_PHONE } from '../members/members.ts';
import type { PersonKind } from '../people-news.ts';
import type { Shared, Traits } from './evidence.ts';
import { wordsOf } from './spelling.ts';

/** Who: `m12` is the member 12, `c34` number 34 of the CINEMA module. */
export interface Ref {
  readonly kind: PersonKind;
  readonly id: number;
}
export const keyOf = ({ kind, id }: Ref): string => `${kind === 'standard' ? 'm' : 'c'}${id}`;
/** Two people in one order, whoever came last. */
export const pairOf = (one: Ref, other: Ref): string => [keyOf(one), keyOf(other)].sort().join(' ');

export interface Person extends Ref {
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: 'M' | 'F' | 'N';
  /** `YYYY-MM-DD`. */
  readonly birth: string | null;
  readonly cityId: number | null;
  readonly countryId: number | null;
  readonly photoFile: string | null;
  /** Of a CINEMA file: whose account it belongs to. */
  readonly accountId: number | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
}

export const nameOf = ({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;
export const profileOf = ({ kind, code }: Pick<Person, 'kind' | 'code'>): string =>
  `${kind === 'standard' ? '/profile/view' : '/cinema/profile'}/${code}`;

export const traitsOf = (person: Person): Traits => ({
  words: wordsOf(nameOf(person)),
  gender: person.gender,
  birth: person.birth,
  cityId: person.cityId,
});

const MEMBER = sql`
  select 'standard' as kind, m.account_id as id, m.unique_code as code, m.first_name as "firstName", m.last_name as "lastName", m.gender,
    m.date_of_birth::text as birth, coalesce(m.residence_city_id, m.city_id) as "cityId",
    coalesce(m.residence_country_id, m.country_id) as "countryId", m.photo_file as "photoFile", null::bigint as "accountId",
    m.account_active as "isActive", m.created_at as "createdAt"
  from talent.members m`;
const CINEMA = sql`
  select 'cinema' as kind, c.id, c.unique_code as code, c.first_name as "firstName", c.last_name as "lastName", c.gender,
    c.date_of_birth::text as birth, c.city_id as "cityId", coalesce(c.country_id, c.country_of_origin_id) as "countryId",
    c.photo_file as "photoFile", c.account_id as "accountId", c.is_active as "isActive", c.created_at as "createdAt"
  from talent.cinema_talents c`;

const idsOf = (refs: readonly Ref[], kind: PersonKind): readonly number[] => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);

/** In no order; people who are gone are left out. */
export async function readPeople(db: Db, refs: readonly Ref[]): Promise<readonly Person[]> {
  if (refs.length === 0) return [];
  const { rows } = await sql<Person>`
    ${MEMBER} where m.account_id = any(${idsOf(refs, 'standard')}::bigint[])
    union all ${CINEMA} where c.id = any(${idsOf(refs, 'cinema')}::bigint[])`.execute(db);
  return rows;
}

export const readPerson = async (db: Db, ref: Ref): Promise<Person | null> => (await readPeople(db, [ref]))[0] ?? null;

/** By any code of theirs. */
export async function findByCodes(db: Db, codes: readonly string[]): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    ${MEMBER} where m.unique_code = any(${codes}::text[]) or m.code_aliases && ${codes}::text[]
    union all ${CINEMA} where c.unique_code = any(${codes}::text[]) or c.code_aliases && ${codes}::text[]`.execute(db);
  return rows;
}

/** The hashes of a person under the keys of both rooms. */
interface Hashes {
  readonly memberPhones: readonly string[];
  readonly cinemaPhones: readonly string[];
  readonly email: string | null;
  readonly cinemaEmail: string | null;
  readonly document: string | null;
}

interface Sealed {
  readonly email: string | null;
  readonly sealedEmail: string | null;
  readonly phones: readonly string[];
  readonly document: string | null;
}

async function hashesOf(db: Db, ref: Ref, vault: Vault): Promise<Hashes> {
  const query =
    ref.kind === 'standard'
      ? sql<Sealed>`select m.email, null as "sealedEmail", array_remove(array[d.phone_encrypted, d.whatsapp_encrypted], null) as phones, null as document
          from talent.members m join talent.member_details d using (account_id) where m.account_id = ${ref.id}`
      : sql<Sealed>`select null as email, d.email_encrypted as "sealedEmail", array_remove(array[d.phone_encrypted, d.whatsapp_encrypted], null) as phones,
          d.id_document_index as document from talent.cinema_details d where d.talent_id = ${ref.id}`;
  const { email = null, sealedEmail = null, phones = [], document = null } = (await query.execute(db)).rows[0] ?? {};
  const address = sealedEmail === null ? email : opened(vault, sealedEmail);
  const numbers = [...new Set(phones.map((token) => opened(vault, token)).filter((number) => number !== null))];
  const index = contactIndex(vault);
  return {
    memberPhones: numbers.map((number) => vault.blindIndex(BLIND_PHONE, number)),
    cinemaPhones: numbers.map(index.phone),
    email: address,
    cinemaEmail: address && index.email(address),
    document,
  };
}

/** Null for what was sealed with a key that is gone: the rest of the person is still compared. */
function opened(vault: Vault, token: string): string | null {
  try {
    return vault.decrypt(token);
  } catch (error) {
    if (error instanceof FernetError) return null;
    throw error;
  }
}

/** A number that so many have is that of an agency or a village: it says nothing about who somebody is. */
const PUBLIC_NUMBER = 20;

/** Who has the same number, address or paper, by `keyOf`. */
export async function findSharing(db: Db, person: Ref, vault: Vault): Promise<ReadonlyMap<string, Ref & Shared>> {
  const { memberPhones, cinemaPhones, email, cinemaEmail, document } = await hashesOf(db, person, vault);
  const found = (kind: PersonKind, id: string, shares: string, from: RawBuilder<unknown>) =>
    sql`(select ${kind} as kind, ${sql.raw(id)} as id, ${shares} as shares ${from} limit ${PUBLIC_NUMBER * 4})`;
  const details = (condition: RawBuilder<unknown>) => sql`from talent.member_details d where ${condition}`;
  const files = (condition: RawBuilder<unknown>) => sql`from talent.cinema_details d where ${condition}`;
  const { rows } = await sql<Ref & { shares: keyof Shared }>`${sql.join(
    [
      found('standard', 'd.account_id', 'phone', details(sql`d.phone_index = any(${memberPhones}::text[])`)),
      found('standard', 'd.account_id', 'phone', details(sql`d.whatsapp_index = any(${memberPhones}::text[])`)),
      found('cinema', 'd.talent_id', 'phone', files(sql`d.phone_index = any(${cinemaPhones}::text[])`)),
      found('cinema', 'd.talent_id', 'phone', files(sql`d.whatsapp_index = any(${cinemaPhones}::text[])`)),
      found('standard', 'a.id', 'email', sql`from identity.account_cards a where lower(a.email) = lower(${email}::text)`),
      found('cinema', 'd.talent_id', 'email', files(sql`d.email_index = ${cinemaEmail}::text`)),
      found('cinema', 'd.talent_id', 'document', files(sql`d.id_document_index = ${document}::text`)),
    ],
    sql` union all `,
  )}`.execute(db);
  const others = rows.filter((row) => keyOf(row) !== keyOf(person));
  const isPublic = new Set(others.filter(({ shares }) => shares === 'phone').map(keyOf)).size > PUBLIC_NUMBER;
  const telling = others.filter(({ shares }) => !(isPublic && shares === 'phone'));
  return new Map([...Map.groupBy(telling, keyOf)].map(([key, list]) => [key, sharedOf(list)]));
}

function sharedOf(rows: readonly (Ref & { readonly shares: keyof Shared })[]): Ref & Shared {
  const has = (what: keyof Shared): boolean => rows.some(({ shares }) => shares === what);
  const { kind = 'standard', id = 0 } = rows[0] ?? {};
  return { kind, id, document: has('document'), email: has('email'), phone: has('phone') };
}
