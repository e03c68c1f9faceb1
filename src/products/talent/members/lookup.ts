/** The SQL that finds members: a page of a list, one whole profile, the owner of a file. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Vault } from '#kernel/vault.ts';
import { ageOn } from '../readers.ts';
import { SOCIAL_NAMES } from './fields.ts';
import type { ListedMember, Member } from './member.ts';
import type { Subject } from './policies.ts';
import { ENCRYPTED, type Encrypted, tablesOf } from './store.ts';

const place = (alias: string): RawBuilder<unknown> =>
  sql`case when ${sql.ref(alias)}.id is null then null else json_build_object('id', ${sql.ref(alias)}.id, 'name', ${sql.ref(alias)}.name, 'code', ${sql.ref(alias)}.code) end`;

// One statement per answer, talents and places included: never a query per person.
const LISTED = sql`
  m.account_id as id, m.unique_code as code, m.first_name as "firstName", m.last_name as "lastName", m.email, m.role,
  m.account_active as active, m.gender, m.date_of_birth::text as "dateOfBirth", m.availability, m.work_time as "workTime",
  m.work_mode as "workMode", m.profile_score as score, m.photo_file as "photoFile", m.has_cv as "hasCv",
  m.has_portfolio as "hasPortfolio", m.is_public as "isPublic", m.created_at as "createdAt",
  ${place('c')} as country, ${place('v')} as city,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'emoji', t.emoji, 'category', t.category) order by t.id)
    from talent.member_talents mt join talent.talents t on t.id = mt.talent_id where mt.account_id = m.account_id), '[]') as talents`;
const PLACES = sql`
  left join talent.countries c on c.id = m.country_id
  left join talent.cities v on v.id = m.city_id`;

type ListedRow = Omit<ListedMember, 'age' | 'createdAt'> & { readonly dateOfBirth: string | null; readonly createdAt: string };

/** One page in an order of `search.ts`, with the number of people in all. */
export async function listMembers(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  { size, offset }: PageAsked,
  today: Date,
): Promise<PageOf<ListedMember>> {
  const { rows } = await sql<{ total: number; people: readonly ListedRow[] }>`
    select (select count(*)::int from talent.members m where ${where}) as total,
      coalesce((select json_agg(p) from (
        select ${LISTED} from (
          select * from talent.members m where ${where} order by ${order} limit ${size} offset ${offset}
        ) m ${PLACES} order by ${order}
      ) p), '[]') as people`.execute(db);
  const { total = 0, people = [] } = rows[0] ?? {};
  return { total, rows: people.map((row) => listed(row, today)) };
}

const listed = ({ dateOfBirth, ...row }: ListedRow, today: Date): ListedMember => ({
  ...row,
  age: dateOfBirth ? ageOn(dateOfBirth, today) : null,
  createdAt: new Date(row.createdAt),
});

/** In the order of the ids; people who are gone are left out. */
export async function listMembersByIds(db: Db, ids: readonly number[], today: Date): Promise<readonly ListedMember[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedRow>`
    select ${LISTED} from talent.members m ${PLACES} where m.account_id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], m.account_id)`.execute(db);
  return rows.map((row) => listed(row, today));
}

type DetailRow = Omit<Member, 'age' | 'phone' | 'whatsapp' | 'address' | 'social'> & {
  readonly sealed: Readonly<Record<Encrypted, string | null>>;
};

/** One whole profile, contacts decrypted. */
export async function findMember(db: Db, by: RawBuilder<unknown>, vault: Vault, today: Date): Promise<Member | null> {
  const [member] = await wholeMembers(db, sql`where ${by}`, vault, today);
  return member ?? null;
}

/** Whole profiles in the order of the ids; people who are gone are left out. */
export async function findMembersByIds(db: Db, ids: readonly number[], vault: Vault, today: Date): Promise<readonly Member[]> {
  if (ids.length === 0) return [];
  const tail = sql`where m.account_id = any(${ids}::bigint[]) order by array_position(${ids}::bigint[], m.account_id)`;
  return wholeMembers(db, tail, vault, today);
}

/** Everybody the conditions let through, whole, newest first, a batch at a time: who comes in meanwhile is not among them. */
export async function* eachMember(db: Db, where: RawBuilder<unknown>, vault: Vault, today: Date): AsyncGenerator<readonly Member[]> {
  let below: number | null = null;
  for (;;) {
    const next: RawBuilder<unknown> = below === null ? sql`true` : sql`m.account_id < ${below}`;
    const batch = await wholeMembers(db, sql`where ${where} and ${next} order by m.account_id desc limit ${BATCH}`, vault, today);
    if (batch.length) yield batch;
    if (batch.length < BATCH) return;
    below = batch.at(-1)?.id ?? null;
  }
}
const BATCH = 500;

async function wholeMembers(db: Db, tail: RawBuilder<unknown>, vault: Vault, today: Date): Promise<readonly Member[]> {
  const { rows } = await sql<DetailRow>`
    select ${LISTED}, m.years_experience as "yearsExperience", m.portfolio_url as "portfolioUrl", m.cv_file as "cvFile",
      m.qr_file as "qrFile", m.updated_at as "updatedAt", d.nationality, d.education, d.languages, d.rate_range as "rateRange",
      d.bio, d.website, d.cv_analysis as "cvAnalysis", ${place('rc')} as "residenceCountry", ${place('rv')} as "residenceCity",
      json_build_object(${sql.join(ENCRYPTED.flatMap((name) => [sql.lit(name), sql.ref(`d.${name}_encrypted`)]))}) as sealed
    from talent.members m join talent.member_details d using (account_id) ${PLACES}
    left join talent.countries rc on rc.id = m.residence_country_id
    left join talent.cities rv on rv.id = m.residence_city_id
    ${tail}`.execute(db);
  return rows.map(({ sealed, ...row }) => {
    const open = (name: Encrypted): string | null => (sealed[name] === null ? null : vault.decrypt(sealed[name]));
    return {
      ...row,
      age: row.dateOfBirth ? ageOn(row.dateOfBirth, today) : null,
      phone: open('phone'),
      whatsapp: open('whatsapp'),
      address: open('address'),
      social: Object.fromEntries(SOCIAL_NAMES.map((name) => [name, open(name)])) as Member['social'],
    };
  });
}

export const byId = (id: number): RawBuilder<unknown> => sql`m.account_id = ${id}`;
/** By the code itself, or one the person had elsewhere. */
export const byCode = (codes: readonly string[]): RawBuilder<unknown> =>
  sql`m.account_id = (select x.account_id from talent.members x where x.unique_code = any(${codes}::text[]) or x.code_aliases && ${codes}::text[]
    order by x.unique_code = any(${codes}::text[]) desc limit 1)`;
/** Whose photo or CV a stored file is: enough for the rules of access. */
export async function findFileOwner(db: Db, name: string): Promise<(Subject & { readonly code: string }) | null> {
  const row = await tablesOf(db)
    .selectFrom('talent.members')
    .select(['account_id as id', 'unique_code as code', 'role', 'account_active as active', 'is_public as isPublic'])
    .where((e) => e.or([e('photo_file', '=', name), e('cv_file', '=', name)]))
    .executeTakeFirst();
  return row ?? null;
}
