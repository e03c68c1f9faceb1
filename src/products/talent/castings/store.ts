/** The SQL of calls. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Call, CallProduction, Pay, Texts } from './call.ts';
import type { CallValues, PartValues } from './fields.ts';

interface Row extends Omit<Call, 'project' | 'production' | 'vouched'> {
  readonly projectId: number;
  readonly projectName: string;
  readonly projectType: string;
  readonly projectIsActive: boolean;
  readonly production: CallProduction | null;
  readonly vouchedAt: Date | null;
  readonly vouchedBy: string | null;
  readonly vouchReason: string | null;
}

const SOURCE = sql`talent.castings c join talent.projects j on j.id = c.project_id
  left join talent.productions p on p.id = j.production_id left join identity.account_cards v on v.id = c.vouched_by`;

/** The day it is where the project is shot: a deadline is over there, not where the server stands. */
const todayThere = (now: Date): RawBuilder<unknown> => sql`(${now}::timestamptz at time zone j.time_zone)::date`;

const columns = (now: Date): RawBuilder<unknown> => sql`
  c.id, j.id as "projectId", j.name as "projectName", j.production_type as "projectType", j.is_active as "projectIsActive",
  case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name, 'logoFile', p.logo_file,
    'description', p.description, 'city', p.city, 'countryId', p.country_id, 'isVerified', p.is_verified, 'isActive', p.is_active,
    'sealToken', p.seal_token, 'website', p.website) end as production,
  jsonb_build_object('fr', c.title_fr, 'en', c.title_en, 'ar', c.title_ar) as titles,
  jsonb_build_object('fr', c.text_fr, 'en', c.text_en, 'ar', c.text_ar) as texts,
  c.country_id as "countryId", c.city_id as "cityId", c.place, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
  c.closes_on::text as "closesOn", c.pay, c.pay_details as "payDetails", c.state, c.published_at as "publishedAt",
  c.vouched_at as "vouchedAt", v.first_name || ' ' || v.last_name as "vouchedBy", c.vouch_reason as "vouchReason",
  c.closes_on < ${todayThere(now)} as "isPast",
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'talentType', r.talent_type, 'name', r.name, 'people', r.people,
      'gender', r.gender, 'ageFrom', r.age_from, 'ageTo', r.age_to, 'criteria', r.criteria) order by r.position)
    from talent.casting_parts r where r.casting_id = c.id), '[]') as parts,
  c.created_at as "createdAt", c.updated_at as "updatedAt"`;

function callOf({ vouchedAt, vouchedBy, vouchReason, projectId, projectName, projectType, projectIsActive, ...row }: Row): Call {
  return {
    ...row,
    project: { id: projectId, name: projectName, type: projectType, isActive: projectIsActive },
    vouched: vouchedAt && vouchReason !== null ? { at: vouchedAt, by: vouchedBy, reason: vouchReason } : null,
  };
}

export async function findCall(db: Db, id: number, now: Date): Promise<Call | null> {
  const { rows } = await sql<Row>`select ${columns(now)} from ${SOURCE} where c.id = ${id}`.execute(db);
  return rows[0] ? callOf(rows[0]) : null;
}

/** What `standingOf` says with `open`, for lists. */
const isOpen = (now: Date): RawBuilder<unknown> => sql`
  (c.state = 'published' and j.is_active and c.closes_on >= ${todayThere(now)} and ((p.is_verified and p.is_active) or c.vouched_at is not null))`;

export interface CallFilters {
  readonly search?: string;
  readonly countryId?: number;
  readonly cityId?: number;
  readonly talentType?: string;
  readonly pay?: Pay;
  readonly productionId?: number;
}

const MAX_WORDS = 8;
function whereOf({ search = '', countryId, cityId, talentType, pay, productionId }: CallFilters, now: Date): RawBuilder<unknown> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const found = (word: string): RawBuilder<unknown> => {
    const pattern = sql`talent.search_pattern(${word})`;
    return sql`(c.search_text like ${pattern} or j.search_text like ${pattern} or p.search_text like ${pattern}
      or exists (select from talent.cities t where t.id = c.city_id and talent.fold(t.name) like ${pattern})
      or exists (select from talent.casting_parts r where r.casting_id = c.id and r.search_text like ${pattern}))`;
  };
  const parts = [
    isOpen(now),
    ...(countryId === undefined ? [] : [sql`c.country_id = ${countryId}`]),
    ...(cityId === undefined ? [] : [sql`c.city_id = ${cityId}`]),
    ...(pay === undefined ? [] : [sql`c.pay = ${pay}`]),
    ...(productionId === undefined ? [] : [sql`j.production_id = ${productionId}`]),
    ...(talentType === undefined
      ? []
      : [sql`exists (select from talent.casting_parts r where r.casting_id = c.id and r.talent_type = ${talentType})`]),
    ...words.map(found),
  ];
  return sql.join(parts, sql` and `);
}

/** Open calls, the one that closes first on top. */
export async function listOpen(db: Db, filters: CallFilters, { size, offset }: PageAsked, now: Date): Promise<PageOf<Call>> {
  const where = whereOf(filters, now);
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from ${SOURCE} where ${where}`.execute(db),
    sql<Row>`select ${columns(now)} from ${SOURCE} where ${where} order by c.closes_on, c.id limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows: rows.map(callOf) };
}

/** What open calls can be filtered by, with how many each has. */
export interface OpenChoices {
  readonly countries: ReadonlyMap<number, number>;
  readonly cities: ReadonlyMap<number, number>;
  readonly types: ReadonlyMap<string, number>;
}
export async function countOpen(db: Db, now: Date): Promise<OpenChoices> {
  const { rows } = await sql<{ kind: keyof OpenChoices; value: string; count: number }>`
    with open as (select c.id, c.country_id, c.city_id from ${SOURCE} where ${isOpen(now)})
    select 'countries' as kind, country_id::text as value, count(*)::int as count from open where country_id is not null group by 2
    union all select 'cities', city_id::text, count(*)::int from open where city_id is not null group by 2
    union all select 'types', r.talent_type, count(distinct r.casting_id)::int
      from talent.casting_parts r join open on open.id = r.casting_id group by 2`.execute(db);
  const of = (kind: keyof OpenChoices) => rows.filter((row) => row.kind === kind);
  const numbers = (kind: keyof OpenChoices) => new Map(of(kind).map(({ value, count }) => [Number(value), count]));
  return {
    countries: numbers('countries'),
    cities: numbers('cities'),
    types: new Map(of('types').map(({ value, count }) => [value, count])),
  };
}

/** Everything of a project, or of all, the latest first: for the casting team. */
export async function listCalls(db: Db, projectId: number | null, { size, offset }: PageAsked, now: Date): Promise<PageOf<Call>> {
  const where = projectId === null ? sql`true` : sql`c.project_id = ${projectId}`;
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.castings c where ${where}`.execute(db),
    sql<Row>`select ${columns(now)} from ${SOURCE} where ${where} order by c.id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows: rows.map(callOf) };
}

const PART_OF_SITEMAP = sql`left join talent.projects j on j.id = c.project_id left join talent.productions p on p.id = j.production_id`;
export async function openParts(db: Db, size: number, now: Date): Promise<readonly { readonly part: number; readonly changed: Date }[]> {
  const { rows } = await sql<{ part: number; changed: Date }>`
    select (c.id / ${size}::int)::int as part, max(c.updated_at) as changed from talent.castings c ${PART_OF_SITEMAP}
    where ${isOpen(now)} group by 1 order by 1`.execute(db);
  return rows;
}
export async function openInPart(db: Db, part: number, size: number, now: Date): Promise<readonly Call[]> {
  const { rows } = await sql<Row>`
    select ${columns(now)} from ${SOURCE} where ${isOpen(now)} and c.id >= ${part * size} and c.id < ${(part + 1) * size}
    order by c.id`.execute(db);
  return rows.map(callOf);
}

/** Holds the call until the transaction ends; false when there is none. */
export async function lockCall(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select id from talent.castings where id = ${id} for update`.execute(tx);
  return rows.length > 0;
}

const textColumns = (titles: Texts, texts: Texts) => ({
  ...{ title_fr: titles.fr, title_en: titles.en, title_ar: titles.ar },
  ...{ text_fr: texts.fr, text_en: texts.en, text_ar: texts.ar },
});
const columnsOf = ({ titles, texts, parts: _parts, ...plain }: CallValues) => ({ ...plain, ...textColumns(titles, texts) });

export async function insertCall(tx: Tx, projectId: number, values: CallValues, by: number | null, now: Date): Promise<number> {
  const row = { project_id: projectId, ...columnsOf(values), created_by: by, created_at: now, updated_at: now };
  const names = Object.keys(row).map((name) => sql.ref(name));
  const { rows } = await sql<{ id: number }>`
    insert into talent.castings (${sql.join(names)}) values (${sql.join(Object.values(row))}) returning id`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error('the call was not stored');
  await replaceParts(tx, made.id, values.parts);
  return made.id;
}

export async function updateCall(tx: Tx, id: number, values: CallValues, now: Date): Promise<void> {
  await changeCall(tx, id, { ...columnsOf(values), updated_at: now });
  await replaceParts(tx, id, values.parts);
}

/** Rows keep their place, so that applications for the second part stay with it. */
async function replaceParts(tx: Tx, id: number, parts: readonly PartValues[]): Promise<void> {
  for (const [position, part] of parts.entries()) {
    const { talentType, name, people, gender, ageFrom, ageTo, criteria } = part;
    await sql`
      insert into talent.casting_parts (casting_id, position, talent_type, name, people, gender, age_from, age_to, criteria)
      values (${id}, ${position}, ${talentType}, ${name}, ${people}, ${gender}, ${ageFrom}, ${ageTo}, ${criteria})
      on conflict (casting_id, position) do update set talent_type = excluded.talent_type, name = excluded.name, people = excluded.people,
        gender = excluded.gender, age_from = excluded.age_from, age_to = excluded.age_to, criteria = excluded.criteria`.execute(tx);
  }
  await sql`delete from talent.casting_parts where casting_id = ${id} and position >= ${parts.length}`.execute(tx);
}

export async function changeCall(tx: Tx, id: number, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const changes = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update talent.castings set ${sql.join(changes)} where id = ${id}`.execute(tx);
}

/** What readers reported. */
export interface Report {
  readonly id: number;
  readonly reason: string;
  readonly words: string | null;
  readonly contactEncrypted: string | null;
  readonly createdAt: Date;
}
export async function listReports(db: Db, callId: number): Promise<readonly Report[]> {
  const { rows } = await sql<Report>`
    select id, reason, words, contact_encrypted as "contactEncrypted", created_at as "createdAt"
    from talent.casting_reports where casting_id = ${callId} order by id desc limit 100`.execute(db);
  return rows;
}
export async function insertReport(
  tx: Tx,
  report: { callId: number; reason: string; words: string | null; contact: string | null; by: number | null; now: Date },
): Promise<void> {
  await sql`
    insert into talent.casting_reports (casting_id, reason, words, contact_encrypted, account_id, created_at)
    values (${report.callId}, ${report.reason}, ${report.words}, ${report.contact}, ${report.by}, ${report.now})`.execute(tx);
}
