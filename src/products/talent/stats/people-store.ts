/** Counting the members of the standard platform, a few statements whatever their number. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

/** A profile counts as complete from this score on: the upper band of the administrators' list. */
const COMPLETE = 80;
const TOP = 10;

export interface PeopleTotals {
  readonly total: number;
  readonly active: number;
  readonly newIn7Days: number;
  readonly newIn30Days: number;
  readonly complete: number;
  readonly withPhoto: number;
  readonly withCv: number;
  readonly withPortfolio: number;
  /** To one decimal, rounded half up; null for nobody. */
  readonly averageScore: number | null;
  readonly averageExperience: number | null;
}

export interface PeopleGroups {
  readonly gender: ReadonlyMap<string, number>;
  readonly availability: ReadonlyMap<string, number>;
  readonly workMode: ReadonlyMap<string, number>;
  /** By country of origin. */
  readonly country: ReadonlyMap<number, number>;
}

export interface TalentCount {
  readonly id: number;
  readonly people: number;
}

/** `since` leaves out who registered earlier; `daysAgo` tells the first moment of a day so long ago. */
export interface Span {
  readonly since: Date | null;
  readonly daysAgo: (days: number) => Date;
}
const registered = ({ since }: Span) => (since ? sql`m.created_at >= ${since}` : sql`true`);

export async function readPeopleTotals(db: Db, span: Span): Promise<PeopleTotals> {
  const { rows } = await sql<PeopleTotals>`
    select count(*)::int as total,
      (count(*) filter (where m.account_active))::int as active,
      (count(*) filter (where m.created_at >= ${span.daysAgo(7)}))::int as "newIn7Days",
      (count(*) filter (where m.created_at >= ${span.daysAgo(30)}))::int as "newIn30Days",
      (count(*) filter (where m.profile_score >= ${COMPLETE}))::int as complete,
      count(m.photo_file)::int as "withPhoto",
      (count(*) filter (where m.has_cv))::int as "withCv",
      (count(*) filter (where m.has_portfolio))::int as "withPortfolio",
      round(avg(m.profile_score), 1)::float8 as "averageScore",
      round(avg(m.years_experience), 1)::float8 as "averageExperience"
    from talent.members m where ${registered(span)}`.execute(db);
  const [totals] = rows;
  if (!totals) throw new Error('the totals have no row');
  return totals;
}

/** One pass for the four groups. */
export async function readPeopleGroups(db: Db, span: Span): Promise<PeopleGroups> {
  const { rows } = await sql<{ kind: number; word: string | null; country: number | null; people: number }>`
    select grouping(m.gender, m.availability, m.work_mode, m.country_id) as kind,
      coalesce(m.gender, m.availability, m.work_mode) as word, m.country_id as country, count(*)::int as people
    from talent.members m where ${registered(span)}
    group by grouping sets ((m.gender), (m.availability), (m.work_mode), (m.country_id))`.execute(db);
  // `grouping` sets a bit for each column that a row is not grouped by, the first column the highest.
  const words = (kind: number): ReadonlyMap<string, number> =>
    new Map(rows.flatMap((row) => (row.kind === kind && row.word !== null ? [[row.word, row.people] as const] : [])));
  const country = new Map(rows.flatMap((row) => (row.kind === 0b1110 && row.country !== null ? [[row.country, row.people] as const] : [])));
  return { gender: words(0b0111), availability: words(0b1011), workMode: words(0b1101), country };
}

export async function readTopTalents(db: Db, span: Span): Promise<readonly TalentCount[]> {
  const { rows } = await sql<TalentCount>`
    select t.talent_id as id, count(*)::int as people
    from talent.member_talents t join talent.members m using (account_id) where ${registered(span)}
    group by t.talent_id order by people desc, t.talent_id limit ${TOP}`.execute(db);
  return rows;
}

/** People who have at least one talent of a category. */
export async function readCategories(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ category: string; people: number }>`
    select t.category, count(distinct mt.account_id)::int as people
    from talent.talents t join talent.member_talents mt on mt.talent_id = t.id
    group by t.category order by people desc, t.category`.execute(db);
  return new Map(rows.map(({ category, people }) => [category, people]));
}

export interface StudioTotals {
  readonly productions: number;
  readonly projects: number;
  readonly activeProjects: number;
}

/** A project is active until it is finished or put away. */
export async function readStudioTotals(db: Db): Promise<StudioTotals> {
  const { rows } = await sql<StudioTotals>`
    select (select count(*)::int from talent.productions) as productions,
      count(*)::int as projects,
      (count(*) filter (where is_active and status <> 'termine'))::int as "activeProjects"
    from talent.projects`.execute(db);
  const [totals] = rows;
  if (!totals) throw new Error('the totals have no row');
  return totals;
}
