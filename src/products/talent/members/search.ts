/**
 * The filters of the people list: the union of both documents', read from a query string, and their SQL.
 * The same filters serve the exports.
 */
import { type RawBuilder, sql } from 'kysely';
import { type FieldError, failure } from '#kernel/failure.ts';
import { ROLES, type Role } from '#kernel/http/access.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { codeAliases, type Gender } from '../codes.ts';
import type { Dialect } from '../dialect.ts';
import { phoneCandidates } from '../phone.ts';
import * as read from '../readers.ts';
import {
  AVAILABILITIES,
  type Availability,
  GENDERS,
  WORK_MODE_ALIASES,
  WORK_MODES,
  WORK_TIMES,
  type WorkMode,
  type WorkTime,
} from './fields.ts';

export interface MemberFilters {
  /** Words of the name, e-mail or code, in any spelling; or a phone number. */
  readonly search?: string;
  readonly countryId?: number;
  readonly cityId?: number;
  readonly gender?: Gender;
  readonly availability?: Availability;
  /** null: people who named no work time. */
  readonly workTime?: WorkTime | null;
  readonly workMode?: WorkMode;
  readonly hasCv?: boolean;
  readonly hasPortfolio?: boolean;
  /** People with every one of these talents. */
  readonly talentIds?: readonly number[];
  readonly active?: boolean;
  readonly role?: Role;
  /** Completeness, both included. */
  readonly scoreMin?: number;
  readonly scoreMax?: number;
  /** Only people whose card everybody may see. */
  readonly publicOnly?: boolean;
}

/** Newest first by default; each order has an index, and ties are broken by number in its direction. */
export const MEMBER_SORTS = ['newest', 'oldest', 'name', '-name', 'score', '-score'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

const ORDERS: Readonly<Record<MemberSort, RawBuilder<unknown>>> = {
  newest: sql`m.account_id desc`,
  oldest: sql`m.account_id`,
  name: sql`m.name_order, m.account_id`,
  '-name': sql`m.name_order desc, m.account_id desc`,
  score: sql`m.profile_score, m.account_id`,
  '-score': sql`m.profile_score desc, m.account_id desc`,
};
export const orderOf = (sort: MemberSort): RawBuilder<unknown> => ORDERS[sort];

export const BLIND_PHONE = 'talent.phone';
const MAX_SEARCH = 100;
const MAX_WORDS = 8;

type Query = Readonly<Record<string, unknown>>;

/** The filters of a query string; every value that means nothing is named in one failure. `catalogue` is needed when `talent` is given. */
export function readFilters(query: Query, catalogue: Pick<Snapshot, 'talentNamed'> | null): MemberFilters {
  const errors: Record<string, FieldError> = {};
  const take = <T>(name: string, reader: (raw: unknown) => read.Read<T | null>): T | undefined => {
    const result = reader(query[name]);
    if (!result.ok) errors[name] = result.error;
    return result.ok ? (result.value ?? undefined) : undefined;
  };
  const given: { [K in keyof MemberFilters]: MemberFilters[K] | undefined } = {
    search: take('search', (raw) => read.readText(raw, MAX_SEARCH)),
    countryId: take('country_id', read.readId),
    cityId: take('city_id', read.readId),
    gender: take('gender', (raw) => read.readChoice(raw, GENDERS)),
    ...splitAvailability(take('availability', (raw) => read.readChoice(raw, [...AVAILABILITIES, ...WORK_TIMES]))),
    workMode: take('work_mode', (raw) => read.readChoice(raw, WORK_MODES, WORK_MODE_ALIASES)),
    hasCv: take('has_cv', read.readFlag),
    hasPortfolio: take('has_portfolio', read.readFlag),
    active: take('account_active', read.readFlag),
    role: take('role', (raw) => read.readChoice(raw, ROLES)),
    scoreMin: take('score_min', (raw) => read.readInteger(raw, 0, 100)),
    scoreMax: take('score_max', (raw) => read.readInteger(raw, 0, 100)),
    talentIds: readTalents(
      take('talent_id', read.readId),
      take('talent', (raw) => read.readText(raw, MAX_SEARCH)),
      catalogue,
    ),
  };
  if (Object.keys(errors).length) throw failure.invalid(errors);
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as MemberFilters;
}

/** v2 filters by the words it prints ("Temps plein"); they are a work time (DECISIONS, `availability`). */
const splitAvailability = (value: Availability | WorkTime | undefined): Pick<MemberFilters, 'availability' | 'workTime'> => {
  if (value === undefined) return {};
  const isTime = (WORK_TIMES as readonly string[]).includes(value);
  return isTime ? { workTime: value as WorkTime } : { availability: value as Availability };
};

/** v2 prints and filters one word: a person's work time where there is one, else their availability. */
export const inDialect = (filters: MemberFilters, dialect: Dialect): MemberFilters =>
  dialect === 2 && filters.availability !== undefined ? { ...filters, workTime: null } : filters;

/** An id, and an id, name or slug; a name that means nothing is the talent of nobody. */
function readTalents(
  id: number | undefined,
  name: string | undefined,
  catalogue: Pick<Snapshot, 'talentNamed'> | null,
): readonly number[] | undefined {
  const named = name === undefined ? undefined : /^\d{1,9}$/.test(name) ? Number(name) : (catalogue?.talentNamed(name)?.id ?? 0);
  const wanted = [id, named].filter((value) => value !== undefined);
  return wanted.length ? wanted : undefined;
}

/** The conditions over `talent.members m`. */
export function whereOf(
  filters: MemberFilters,
  { vault, catalogue }: { vault: Pick<Vault, 'blindIndex'>; catalogue: Snapshot },
): RawBuilder<unknown> {
  const { countryId, cityId, gender, availability, workTime, workMode, hasCv, hasPortfolio, talentIds } = filters;
  const { active, role, scoreMin, scoreMax, publicOnly, search } = filters;
  const parts: RawBuilder<unknown>[] = [];
  if (countryId !== undefined) parts.push(sql`m.country_id = ${countryId}`);
  if (cityId !== undefined) parts.push(sql`m.city_id = ${cityId}`);
  if (gender !== undefined) parts.push(sql`m.gender = ${gender}`);
  if (availability !== undefined) parts.push(sql`m.availability = ${availability}`);
  if (workTime !== undefined) parts.push(workTime === null ? sql`m.work_time is null` : sql`m.work_time = ${workTime}`);
  if (workMode !== undefined) parts.push(sql`m.work_mode = ${workMode}`);
  if (hasCv !== undefined) parts.push(sql`m.has_cv = ${hasCv}`);
  if (hasPortfolio !== undefined) parts.push(sql`m.has_portfolio = ${hasPortfolio}`);
  if (active !== undefined) parts.push(sql`m.account_active = ${active}`);
  if (role !== undefined) parts.push(sql`m.role = ${role}`);
  if (scoreMin !== undefined) parts.push(sql`m.profile_score >= ${scoreMin}`);
  if (scoreMax !== undefined) parts.push(sql`m.profile_score <= ${scoreMax}`);
  if (publicOnly) parts.push(sql`m.is_public and m.account_active`);
  for (const id of talentIds ?? []) {
    parts.push(sql`m.account_id in (select t.account_id from talent.member_talents t where t.talent_id = ${id})`);
  }
  if (search !== undefined) parts.push(searchOf(search, vault, catalogue));
  return parts.length ? sql.join(parts, sql` and `) : sql`true`;
}

/** Every word is in the name, e-mail or code; or the whole is a phone number, or a code the person had elsewhere. */
function searchOf(search: string, vault: Pick<Vault, 'blindIndex'>, catalogue: Snapshot): RawBuilder<unknown> {
  const numbers = phoneCandidates(search, new Set(catalogue.countries.map((country) => country.dial)));
  // The pairs of digits of a phone number are no words: each would be in nearly every text.
  const words = numbers.length ? [search.replace(/\D/g, '')] : search.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const inText = sql.join(
    words.map((word) => sql`m.search_text like talent.search_pattern(${word})`),
    sql` and `,
  );
  const ways = [sql`(${inText})`];
  if (numbers.length) {
    const hashes = numbers.map((number) => vault.blindIndex(BLIND_PHONE, number));
    // As an array that is known before the scan: the planner then joins it with the text index instead of reading every row.
    ways.push(sql`m.account_id = any(array(
      select d.account_id from talent.member_details d where d.phone_index = any(${hashes}::text[])
      union all
      select d.account_id from talent.member_details d where d.whatsapp_index = any(${hashes}::text[])))`);
  }
  if (/\d/.test(search)) ways.push(sql`m.code_aliases && ${codeAliases(search)}::text[]`);
  return sql`(${sql.join(ways, sql` or `)})`;
}
