/** The SQL of productions. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { ProductionValues } from './fields.ts';
import type { ProductionFilters } from './filters.ts';
import type { ListedProduction, Production } from './production.ts';

/** A project is active until it is finished or put away. */
const ACTIVE_PROJECT = sql`j.is_active and j.status <> 'termine'`;
const LISTED = sql`p.id, p.name, p.logo_file as "logoFile", p.description, p.specialization, p.city,
  case when c.id is null then null else json_build_object('id', c.id, 'name', c.name, 'code', c.code) end as country,
  p.founded_year as "foundedYear", p.ceo, p.employees_count as "employeesCount", p.productions_count as "productionsCount",
  p.email, p.phone, p.website, p.facebook, p.instagram, p.linkedin, p.twitter, p.is_active as "isActive",
  p.is_verified as "isVerified", p.seal_token as "sealToken", n.active as "activeProjects", n.total as "totalProjects",
  p.created_at as "createdAt"`;
const FROM = sql`talent.productions p
  left join talent.countries c on c.id = p.country_id
  cross join lateral (
    select count(*)::int as total, (count(*) filter (where ${ACTIVE_PROJECT}))::int as active
    from talent.projects j where j.production_id = p.id
  ) n`;
const DETAILS = sql`p.address, p.postal_code as "postalCode", p.notable_productions as "notableProductions", p.services,
  p.certifications, p.memberships, p.awards, p.equipment, p.studios, p.updated_at as "updatedAt",
  p.verified_at as "verifiedAt", v.first_name || ' ' || v.last_name as "verifiedBy",
  p.seal_withdrawn_at as "withdrawnAt", w.first_name || ' ' || w.last_name as "withdrawnBy"`;

/** Active companies come first in the order nobody asked for; an order that was asked for is only itself. */
const ORDERS = {
  '': sql`p.is_active desc, talent.fold(p.name), p.id`,
  name: sql`talent.fold(p.name), p.id`,
  '-name': sql`talent.fold(p.name) desc, p.id desc`,
  projects: sql`n.active, p.id`,
  '-projects': sql`n.active desc, p.id desc`,
  founded: sql`p.founded_year nulls last, p.id`,
  '-founded': sql`p.founded_year desc nulls last, p.id desc`,
  '-created': sql`p.id desc`,
  created: sql`p.id`,
} as const;
export type ProductionSort = keyof typeof ORDERS;
export const isProductionSort = (text: string): text is ProductionSort => Object.hasOwn(ORDERS, text);

export async function listProductions(
  db: Db,
  filters: ProductionFilters,
  { size, offset }: PageAsked,
  sort: ProductionSort = '',
): Promise<PageOf<ListedProduction>> {
  const where = whereOf(filters);
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.productions p where ${where}`.execute(db),
    sql<ListedProduction>`
      select ${LISTED} from ${FROM} where ${where}
      order by ${ORDERS[sort]} limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}

const MAX_WORDS = 8;
function whereOf({ isActive, isVerified, countryId, search }: ProductionFilters): RawBuilder<unknown> {
  const words = (search ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const parts = [
    sql`true`,
    ...(isActive === undefined ? [] : [sql`p.is_active = ${isActive}`]),
    ...(isVerified === undefined ? [] : [sql`p.is_verified = ${isVerified}`]),
    ...(countryId === undefined ? [] : [sql`p.country_id = ${countryId}`]),
    ...words.map((word) => sql`p.search_text like talent.search_pattern(${word})`),
  ];
  return sql.join(parts, sql` and `);
}

type Row = Omit<Production, 'verified' | 'withdrawn'> & {
  readonly verifiedAt: Date | null;
  readonly verifiedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
};

export const findProduction = (db: Db, id: number): Promise<Production | null> => findBy(db, sql`p.id = ${id}`);
export const findProductionByToken = (db: Db, token: string): Promise<Production | null> => findBy(db, sql`p.seal_token = ${token}`);

async function findBy(db: Db, where: RawBuilder<unknown>): Promise<Production | null> {
  const { rows } = await sql<Row>`
    select ${LISTED}, ${DETAILS} from ${FROM}
    left join identity.account_cards v on v.id = p.verified_by
    left join identity.account_cards w on w.id = p.seal_withdrawn_by
    where ${where}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { verifiedAt, verifiedBy, withdrawnAt, withdrawnBy, ...rest } = row;
  return {
    ...rest,
    verified: verifiedAt && { at: verifiedAt, by: verifiedBy },
    withdrawn: withdrawnAt && { at: withdrawnAt, by: withdrawnBy },
  };
}

export async function listChoices(db: Db, keep: number | null): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from talent.productions where is_active or id = ${keep} order by talent.fold(name), id`.execute(db);
  return rows;
}

/** Countries that have productions, with how many. */
export async function countByCountry(db: Db): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`
    select country_id as id, count(*)::int as count from talent.productions where country_id is not null group by country_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Companies with a seal, in parts by number: for the list of public pages. */
export async function sealedParts(db: Db, size: number): Promise<readonly { readonly part: number; readonly changed: Date }[]> {
  const { rows } = await sql<{ part: number; changed: Date }>`
    select (id / ${size}::int)::int as part, max(updated_at) as changed from talent.productions
    where is_verified and is_active group by 1 order by 1`.execute(db);
  return rows;
}
export async function sealedInPart(
  db: Db,
  part: number,
  size: number,
): Promise<readonly { readonly id: number; readonly name: string; readonly updatedAt: Date }[]> {
  const { rows } = await sql<{ id: number; name: string; updatedAt: Date }>`
    select id, name, updated_at as "updatedAt" from talent.productions
    where is_verified and is_active and id >= ${part * size} and id < ${(part + 1) * size} order by id`.execute(db);
  return rows;
}

/** What a production shoots, the current ones first. */
export interface ProductionProject {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly isActive: boolean;
  readonly people: number;
}
export async function listProjects(db: Db, productionId: number, most: number): Promise<readonly ProductionProject[]> {
  const { rows } = await sql<ProductionProject>`
    select j.id, j.name, j.production_type as type, j.status, j.start_date::text as "startDate", j.end_date::text as "endDate",
      j.is_active as "isActive",
      (select count(*)::int from talent.project_talents t where t.project_id = j.id and t.removed_at is null) as people
    from talent.projects j where j.production_id = ${productionId}
    order by (${ACTIVE_PROJECT}) desc, j.start_date desc nulls last, j.id desc limit ${most}`.execute(db);
  return rows;
}

/** Holds the production until the transaction ends; false when there is none. */
export async function lockProduction(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select id from talent.productions where id = ${id} for update`.execute(tx);
  return rows.length > 0;
}

type Columns = Partial<ProductionValues> & {
  readonly logo_file?: string | null;
  readonly is_verified?: boolean;
  readonly verified_at?: Date | null;
  readonly verified_by?: number | null;
  readonly seal_token?: string;
  readonly seal_withdrawn_at?: Date | null;
  readonly seal_withdrawn_by?: number | null;
  readonly updated_at: Date;
};
// A list goes to a jsonb column; the driver would send it as a PostgreSQL array.
const written = (value: unknown): unknown => (Array.isArray(value) ? JSON.stringify(value) : value);

export async function insertProduction(tx: Tx, columns: Columns & { readonly created_at: Date }): Promise<number> {
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const values = Object.values(columns).map((value) => sql`${written(value)}`);
  const { rows } = await sql<{ id: number }>`
    insert into talent.productions (${sql.join(names)}) values (${sql.join(values)}) returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the production was not stored');
  return row.id;
}

export async function updateProduction(tx: Tx, id: number, columns: Columns): Promise<void> {
  const changes = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${written(value)}`);
  await sql`update talent.productions set ${sql.join(changes)} where id = ${id}`.execute(tx);
}

export async function deleteProduction(tx: Tx, id: number): Promise<void> {
  await sql`delete from talent.productions where id = ${id}`.execute(tx);
}
