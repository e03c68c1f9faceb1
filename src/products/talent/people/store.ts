/** The SQL of the administrators' list: the order a person asked for, which the list of the API does not have. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Role } from '#kernel/http/access.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';

export interface UserRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
  readonly score: number;
  readonly photoFile: string | null;
  readonly countryId: number;
  readonly cityId: number | null;
  readonly createdAt: Date;
}

type Columns = (direction: RawBuilder<unknown>) => RawBuilder<unknown>;
/** What may be sorted, by its name in the address: each has an index (0035, 0036), read forwards or backwards. */
export const SORTS = {
  name: (d) => sql`m.name_order ${d}, m.account_id ${d}`,
  score: (d) => sql`m.profile_score ${d}, m.account_id ${d}`,
  status: (d) => sql`m.account_active ${d}, m.account_id ${d}`,
  // Numbers are given in the order of registration.
  created: (d) => sql`m.account_id ${d}`,
} as const satisfies Record<string, Columns>;
export type SortName = keyof typeof SORTS;

export interface UserFilters {
  readonly words: readonly string[];
  /** Only these people: who a phone number belongs to. */
  readonly ids?: readonly number[];
  readonly countryId?: number;
  readonly role?: Role;
  readonly active?: boolean;
  /** From, and up to but not including. */
  readonly score?: readonly [from: number, below: number];
}

export interface Sort {
  readonly name: SortName;
  readonly descending: boolean;
}

export async function listUsers(db: Db, filters: UserFilters, sort: Sort, { size, offset }: PageAsked): Promise<PageOf<UserRow>> {
  const where = whereOf(filters);
  const columns = SORTS[sort.name](sort.descending ? sql`desc` : sql`asc`);
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.members m where ${where}`.execute(db),
    sql<UserRow>`
      select m.account_id as id, m.unique_code as code, m.first_name || ' ' || m.last_name as name, m.email, m.role,
        m.account_active as active, m.profile_score as score, m.photo_file as "photoFile", m.country_id as "countryId",
        coalesce(m.residence_city_id, m.city_id) as "cityId", m.created_at as "createdAt"
      from talent.members m where ${where} order by ${columns} limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}

/** By number; whoever is gone is left out. */
export async function findNames(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select account_id as id, first_name || ' ' || last_name as name from talent.members where account_id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], account_id)`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Null for nobody. */
export async function isOpen(db: Db, id: number): Promise<boolean | null> {
  const { rows } = await sql<{ active: boolean }>`
    select account_active as active from talent.members where account_id = ${id}`.execute(db);
  return rows[0]?.active ?? null;
}

function whereOf({ words, ids, countryId, role, active, score }: UserFilters): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  const inText = words.map((word) => sql`m.search_text like talent.search_pattern(${word})`);
  const found = inText.length ? sql`(${sql.join(inText, sql` and `)})` : null;
  if (ids) parts.push(found ? sql`(${found} or m.account_id = any(${ids}::integer[]))` : sql`m.account_id = any(${ids}::integer[])`);
  else if (found) parts.push(found);
  if (countryId !== undefined) parts.push(sql`m.country_id = ${countryId}`);
  if (role !== undefined) parts.push(sql`m.role = ${role}`);
  if (active !== undefined) parts.push(sql`m.account_active = ${active}`);
  if (score) parts.push(sql`m.profile_score >= ${score[0]} and m.profile_score < ${score[1]}`);
  return parts.length ? sql.join(parts, sql` and `) : sql`true`;
}
