/** The figures under the names of both documents; the contract of a dialect lets out what belongs to it. */
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type Dialect, wireDate } from '../dialect.ts';
import { AGE_RANGES, EXPERIENCE_LEVELS, languageOf, OPTIONS } from '../options/options.ts';
import { UNDER_AGE } from './cinema-store.ts';
import type { CinemaFigures, PeopleFigures } from './figures.ts';
import type { StudioTotals } from './people-store.ts';

const TOP = 10;
/** Whole percent, rounded half up; nothing of nothing is 0. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100 + 0.5));
const wholeOf = (average: number | null): number | null => (average === null ? null : Math.floor(average + 0.5));

type Pairs = readonly (readonly [name: string, people: number])[];
const biggestFirst = (counts: Iterable<readonly [string, number]>): Pairs =>
  [...counts].filter(([, people]) => people > 0).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'fr'));
const listAs = (key: string, pairs: Pairs) => pairs.map(([name, count]) => ({ [key]: name, count }));
/** Every key of a list, also those that nobody has. */
const everyOf = (keys: readonly string[], counts: ReadonlyMap<string, number>) =>
  Object.fromEntries(keys.map((key) => [key, counts.get(key) ?? 0]));

/** French names, as the API prints them. */
const countriesOf = (catalogue: Snapshot, counts: Iterable<readonly [number | string, number]>): Pairs =>
  biggestFirst([...counts].map(([id, people]) => [catalogue.country(Number(id))?.name.fr ?? String(id), people] as const));

export interface OverviewFacts {
  readonly people: PeopleFigures;
  readonly cinema: CinemaFigures;
  readonly studio: StudioTotals;
  /** Cities that people say they are in. */
  readonly cities: number;
  readonly catalogue: Snapshot;
  readonly now: Date;
}

export function presentOverview({ people, cinema, studio, cities, catalogue, now }: OverviewFacts, dialect: Dialect) {
  const countries = countriesOf(catalogue, people.country);
  const flat = {
    total_users: people.total,
    total_cinema_talents: cinema.total,
    total_productions: studio.productions,
    total_projects: studio.projects,
    active_projects: studio.activeProjects,
    new_users_7d: people.newIn7Days,
    new_cinema_7d: cinema.newIn7Days,
  };
  const nested = {
    users: {
      total: people.total,
      active: people.active,
      inactive: people.total - people.active,
      new_last_7_days: people.newIn7Days,
      new_last_30_days: people.newIn30Days,
    },
    cinema: {
      total_talents: cinema.total,
      total_productions: studio.productions,
      total_projects: studio.projects,
      active_projects: studio.activeProjects,
    },
    profile_completion: {
      average: people.averageScore,
      complete_profiles: people.complete,
      incomplete_profiles: people.total - people.complete,
    },
    talents: { total_categories: categoriesOf(catalogue).length, most_popular: listAs('name', talentsOf(catalogue, people)) },
    geographic: { countries: countries.length, cities, top_countries: listAs('name', countries.slice(0, TOP)) },
  };
  return { success: true, stats: { ...flat, ...nested }, generated_at: wireDate(now, dialect) };
}

export function presentUsers(people: PeopleFigures, catalogue: Snapshot, dialect: Dialect) {
  const countries = countriesOf(catalogue, people.country);
  const stats = {
    total: people.total,
    active: people.active,
    inactive: people.total - people.active,
    by_gender: everyOf(['M', 'F', 'N'], people.gender),
    by_country: dialect === 2 ? listAs('country', countries) : Object.fromEntries(countries),
    top_talents: listAs('talent', talentsOf(catalogue, people)),
    avg_profile_score: wholeOf(people.averageScore),
    with_photo_pct: percent(people.withPhoto, people.total),
    with_cv_pct: percent(people.withCv, people.total),
    by_availability: everyOf(['disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel'], people.availability),
    by_work_mode: everyOf(['sur_site', 'a_distance', 'hybride', 'flexible'], people.workMode),
    with_cv: people.withCv,
    without_cv: people.total - people.withCv,
    with_portfolio: people.withPortfolio,
    average_experience_years: people.averageExperience,
    average_profile_score: people.averageScore,
  };
  return { success: true, stats };
}

export function presentTalents(people: PeopleFigures, categories: ReadonlyMap<string, number>, catalogue: Snapshot) {
  const top = people.topTalents.flatMap(({ id, people: count }) => {
    const talent = catalogue.talent(id);
    return talent ? [{ id, name: talent.name, emoji: talent.emoji, count }] : [];
  });
  return {
    success: true,
    stats: { total_categories: categoriesOf(catalogue).length, by_category: everyOf(categoriesOf(catalogue), categories), top_10: top },
  };
}

export function presentCinema(figures: CinemaFigures, catalogue: Snapshot, dialect: Dialect) {
  const countries = countriesOf(catalogue, figures.country);
  const types = OPTIONS.talent_type.map(({ value }) => value).filter((value) => figures.type.has(value));
  const children = figures.age.get(UNDER_AGE);
  const stats = {
    total_talents: figures.total,
    by_gender: everyOf(['M', 'F'], figures.gender),
    by_talent_type: listAs('type', biggestFirst(figures.type)),
    by_type: everyOf(types, figures.type),
    by_country: dialect === 2 ? listAs('country', countries) : Object.fromEntries(countries),
    by_experience: everyOf(
      EXPERIENCE_LEVELS.map(({ value }) => value),
      figures.experience,
    ),
    by_age_range: {
      ...(children ? { [UNDER_AGE]: children } : {}),
      ...everyOf(
        AGE_RANGES.map(({ value }) => value),
        figures.age,
      ),
    },
    top_languages: listAs(
      'language',
      biggestFirst([...figures.language].map(([code, n]) => [languageOf(code).name, n] as const)).slice(0, TOP),
    ),
    with_photo_pct: percent(figures.withPhotos, figures.total),
    with_photos: figures.withPhotos,
    without_photos: figures.total - figures.withPhotos,
    with_experience: figures.withExperience,
    without_experience: figures.total - figures.withExperience,
    average_age: figures.averageAge,
    avg_height: figures.averageHeight,
    average_height: figures.averageHeight,
  };
  return { success: true, stats };
}

const categoriesOf = (catalogue: Snapshot): readonly string[] => [
  ...new Set(catalogue.talents.filter((talent) => talent.isActive).map((talent) => talent.category)),
];
const talentsOf = (catalogue: Snapshot, { topTalents }: PeopleFigures): Pairs =>
  topTalents.flatMap(({ id, people }) => {
    const talent = catalogue.talent(id);
    return talent ? [[talent.name, people] as const] : [];
  });
