/** A person of the CINEMA module, drawn under the names of the registration form. */
import type { Chance } from './chance.ts';
import { drawLooks } from './looks.ts';
import { countryOf, type SeedCountry } from './places.ts';
import { REGIONS } from './regions.ts';
import { drawExperience, drawLanguages, drawProductions, drawSome, drawTalentTypes } from './trade.ts';

export interface CinemaScene {
  readonly countries: ReadonlyMap<string, SeedCountry>;
  /** Names of special skills. */
  readonly skills: readonly string[];
  readonly today: Date;
}

const DAY = 86_400_000;
const HUBS = ['MA', 'SN', 'CI', 'NG', 'ZA'];
const REGION_WEIGHTS = REGIONS.map((region) => [region, region.share] as const);

export type DrawnPerson = ReturnType<typeof drawPerson>;

export function drawPerson(chance: Chance, { countries, skills, today }: CinemaScene) {
  const region = chance.weigh(REGION_WEIGHTS);
  const origin = countryOf(countries, chance.weigh(region.countries));
  const home = chance.happens(0.88) ? origin : countryOf(countries, chance.pick(HUBS));
  const city = home.cities[chance.early(home.cities.length)];
  const gender: 'F' | 'M' = chance.happens(0.52) ? 'F' : 'M';
  const age = Math.floor(16 + 62 * chance.number() ** 2.1);
  const looks = drawLooks(chance, region, gender, age);
  const years = drawExperience(chance, age);
  const languages = drawLanguages(chance, region.languages);
  return {
    origin,
    /** Where the person lives. */
    home,
    city,
    form: {
      first_name: chance.pick(gender === 'F' ? region.women : region.men),
      last_name: chance.pick(region.families),
      gender,
      // From the birthday on, and not yet the next.
      date_of_birth: new Date(today.getTime() - Math.ceil((age + 0.01 + chance.number() * 0.98) * 365.25) * DAY).toISOString().slice(0, 10),
      country_of_origin_id: origin.id,
      nationality: origin.nationality[gender],
      country_id: home.id,
      city_id: city?.id ?? null,
      ethnicities: chance.happens(0.3) ? [] : drawLanguages(chance, region.ethnicities),
      talent_types: drawTalentTypes(chance, gender, age, years ?? 0, looks),
      languages,
      language_levels: levelsOf(chance, languages),
      other_talents: drawSome(chance, skills, 5),
      ...looks,
      years_of_experience: years,
      previous_productions: drawProductions(chance, years ?? 0),
      is_public: chance.happens(0.72),
    },
  };
}

const levelsOf = (chance: Chance, languages: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    languages.map((code, i) => [code, i === 0 ? 'maternelle' : chance.pick(['notions', 'courant', 'courant', 'bilingue'])]),
  );
