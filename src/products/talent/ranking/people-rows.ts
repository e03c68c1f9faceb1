/**
 * What is read of people for comparing them, and nothing else. Of standard people neither gender, age, origin, nationality, photo nor
 * name ever reaches the index: the columns below are all there is, and their test keeps it so.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { BriefKind } from '../briefs/briefs.ts';
import { type Fact, type IndexedPerson, type OwnText, type PersonTexts, SAID, type SingleName } from './person.ts';
import { levelOf, readSpoken } from './spoken.ts';
import { yearsIn } from './years.ts';

/** Longer texts are cut: nobody counts more for writing more. */
const LONGEST_TEXT = 12_000;
const ITEMS = '\u001f';

export interface StandardRow {
  readonly id: number;
  readonly cityId: number | null;
  readonly countryId: number | null;
  readonly years: number | null;
  readonly availability: string | null;
  readonly workMode: string | null;
  readonly workTime: string | null;
  readonly hasCv: boolean;
  readonly hasPortfolio: boolean;
  readonly talents: string;
  readonly bio: string | null;
  readonly education: string | null;
  readonly languages: string | null;
  readonly cv: string | null;
}

/** People are shared among threads by their numbers: this one has every so many. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** Active accounts that are not administrators. Where they live is what they say, else the city of their registration. */
export const standardQuery = (which: RawBuilder<unknown>, count: number | null, { index, of }: Share): RawBuilder<StandardRow> => sql`
  select m.account_id as id,
    coalesce(m.residence_city_id, case when m.residence_country_id is null or c.country_id = m.residence_country_id then m.city_id end)
      as "cityId",
    coalesce(m.residence_country_id, r.country_id, c.country_id) as "countryId",
    m.years_experience as years, m.availability, m.work_mode as "workMode", m.work_time as "workTime", m.has_cv as "hasCv",
    m.has_portfolio as "hasPortfolio",
    array_to_string(array(select t.talent_id from talent.member_talents t where t.account_id = m.account_id order by 1), ${ITEMS}) as talents,
    d.bio, d.education, d.languages, left(v.text, ${LONGEST_TEXT}) as cv
  from talent.members m
    left join talent.member_details d on d.account_id = m.account_id
    left join talent.cv_texts v on v.account_id = m.account_id
    left join talent.cities c on c.id = m.city_id
    left join talent.cities r on r.id = m.residence_city_id
  where m.account_active and m.role not in ('admin', 'super_admin') and m.account_id ${which} and m.account_id % ${of} = ${index}
  order by m.account_id limit ${count}`;

export interface CinemaRow {
  readonly id: number;
  readonly cityId: number | null;
  readonly countryId: number | null;
  readonly years: number | null;
  readonly gender: string;
  readonly born: number;
  readonly height: number | null;
  readonly looks: Readonly<Record<string, string | null>>;
  readonly types: string;
  readonly skills: string;
  readonly languages: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly ethnicities: string;
  readonly bio: string | null;
  readonly productions: readonly { readonly title?: string | null; readonly type?: string | null }[];
  readonly hasPhoto: boolean;
}

export const cinemaQuery = (which: RawBuilder<unknown>, count: number | null, { index, of }: Share): RawBuilder<CinemaRow> => sql`
  select c.id, c.city_id as "cityId", coalesce(c.country_id, t.country_id) as "countryId", c.years_of_experience as years, c.gender,
    c.date_of_birth - date '1900-01-01' as born, c.height,
    json_build_object('eye_color', c.eye_color, 'hair_color', c.hair_color, 'hair_type', c.hair_type, 'skin_tone', c.skin_tone,
      'build', c.build) as looks,
    array_to_string(c.talent_types, ${ITEMS}) as types, array_to_string(c.other_talents, ${ITEMS}) as skills,
    array_to_string(c.languages, ${ITEMS}) as languages, coalesce(d.language_levels, '{}') as levels,
    array_to_string(c.ethnicities, ${ITEMS}) as ethnicities, d.bio, coalesce(d.previous_productions, '[]') as productions,
    c.photo_file is not null as "hasPhoto"
  from talent.cinema_talents c
    left join talent.cinema_details d on d.talent_id = c.id
    left join talent.cities t on t.id = c.city_id
  where c.is_active and c.id ${which} and c.id % ${of} = ${index}
  order by c.id limit ${count}`;

/** Whose rows are read: a kind of people, and the share of them. */
export interface Whose {
  readonly kind: BriefKind;
  readonly share: Share;
}

/** The next people by number; none when everybody was read. */
export const readNext = (db: Db, whose: Whose, after: number, count: number): Promise<readonly IndexedPerson[]> =>
  read(db, whose, sql`> ${after}`, count);

export const readPeople = (db: Db, whose: Whose, ids: readonly number[]): Promise<readonly IndexedPerson[]> =>
  read(db, whose, sql`= any(${ids}::bigint[])`, null);

async function read(db: Db, { kind, share }: Whose, which: RawBuilder<unknown>, count: number | null): Promise<readonly IndexedPerson[]> {
  if (kind === 'standard') return (await standardQuery(which, count, share).execute(db)).rows.map(standardPerson);
  return (await cinemaQuery(which, count, share).execute(db)).rows.map(cinemaPerson);
}

export async function countPeople(db: Db, kind: BriefKind): Promise<number> {
  const table = kind === 'standard' ? sql.table('talent.members') : sql.table('talent.cinema_talents');
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from ${table}`.execute(db);
  return rows[0]?.people ?? 0;
}

export function standardPerson(row: StandardRow): IndexedPerson {
  const texts = standardTexts(row);
  const stated = row.years ?? yearsIn(texts.bio.text) ?? yearsIn(texts.cv.text);
  const single: Singles = [
    ['availability', row.availability],
    ['work_mode', row.workMode],
    ['work_time', row.workTime],
  ];
  const talents = listOf(row.talents);
  return {
    id: row.id,
    cityId: row.cityId,
    countryId: row.countryId,
    years: stated ?? null,
    profile: filled([talents.length, row.bio, row.education, row.languages, row.hasCv, row.hasPortfolio, row.years !== null, row.cityId]),
    said: saidOf(single) | (talents.length ? SAID.talents : 0) | (row.languages?.trim() ? SAID.languages : 0),
    facts: [...talents.map((id): Fact => [`talent:${id}`, 1]), ...spokenFacts(row.languages ?? ''), ...singleFacts(single)],
    texts,
  };
}

export function cinemaPerson(row: CinemaRow): IndexedPerson {
  const looks = Object.entries(row.looks) as Singles;
  const [types, skills, languages, ethnicities] = [row.types, row.skills, row.languages, row.ethnicities].map(listOf) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const texts = cinemaTexts(row);
  const stated = row.years ?? yearsIn(texts.bio.text);
  return {
    id: row.id,
    cityId: row.cityId,
    countryId: row.countryId,
    years: stated ?? null,
    profile: filled([
      skills.length,
      languages.length,
      row.bio,
      row.height,
      row.hasPhoto,
      row.productions.length,
      row.years !== null,
      row.cityId,
    ]),
    said:
      saidOf(looks) |
      (skills.length ? SAID.talents : 0) |
      (languages.length ? SAID.languages : 0) |
      (ethnicities.length ? SAID.ethnicity : 0),
    facts: [
      [`gender:${row.gender}`, 1],
      ...types.map((type): Fact => [`talent_type:${type}`, 1]),
      ...skills.map((name): Fact => [`talent:${name}`, 1]),
      ...languages.map((code): Fact => [`language:${code}`, levelOf(row.levels[code])]),
      ...ethnicities.map((name): Fact => [`ethnicity:${name}`, 1]),
      ...singleFacts(looks),
    ],
    texts,
    born: row.born,
    height: row.height,
  };
}

type TextRow = Pick<StandardRow, 'bio' | 'education' | 'cv'>;

/** The first line of a CV may be a name: what somebody is stands in the second. */
const standardTexts = ({ bio, education, cv }: TextRow): PersonTexts => ({
  bio: ownText([bio, education].filter(Boolean).join('\n'), FIRST_SENTENCE),
  cv: ownText(cv, TWO_LINES),
});

const cinemaTexts = ({ bio, productions }: Pick<CinemaRow, 'bio' | 'productions'>): PersonTexts => ({
  bio: ownText(bio, FIRST_SENTENCE),
  cv: ownText(productions.map(({ title, type }) => [title, type].filter(Boolean).join(', ')).join('\n'), TWO_LINES),
});

const FIRST_SENTENCE = /^\s*[^.!?\n]{0,160}/;
const TWO_LINES = /^\s*[^\n]{0,120}(?:\n\s*[^\n]{0,120})?/;
const ownText = (text: string | null, head: RegExp): OwnText => ({
  text: (text ?? '').slice(0, LONGEST_TEXT),
  head: head.exec(text ?? '')?.[0].length ?? 0,
});

function spokenFacts(list: string): readonly Fact[] {
  const levels = new Map<string, number>();
  for (const { code, level } of readSpoken(list)) levels.set(code, Math.max(levels.get(code) ?? 0, level));
  return [...levels].map(([code, level]) => [`language:${code}`, level]);
}

/** The stored score of a profile counts the photo and the date of birth too: completeness is counted anew, of what is read here. */
const filled = (parts: readonly unknown[]): number => Math.round((100 * parts.filter(Boolean).length) / parts.length);

type Singles = readonly (readonly [name: SingleName, value: string | null])[];
const saidOf = (singles: Singles): number => singles.reduce((bits, [name, value]) => bits | (value ? SAID[name] : 0), 0);
const singleFacts = (singles: Singles): readonly Fact[] =>
  singles.flatMap(([name, value]): Fact[] => (value ? [[`${name}:${value}`, 1]] : []));

const listOf = (items: string): string[] => (items ? items.split(ITEMS) : []);
