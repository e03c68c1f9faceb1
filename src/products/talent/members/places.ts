/**
 * Where a person comes from and where they live.
 *
 * The country is that of origin: it gives the code its letters and its number. The city of residence gives the code its last
 * letters. `city_id` is the "localisation" of the documents: the city of residence unless another one is named.
 */
import type { FieldError } from '#kernel/failure.ts';
import type { Message } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { fieldTexts } from '../field-texts.ts';

export interface Places {
  readonly country_id: number;
  readonly city_id: number | null;
  readonly residence_country_id: number | null;
  readonly residence_city_id: number | null;
}
/** `other_city` is the name of a city of the residence country that the catalogue does not have ("Autre ville"). */
export type GivenPlaces = Partial<Places & { readonly other_city: string | null }>;

export interface ResolvedPlaces {
  /** Empty when no place was given. */
  readonly places: GivenPlaces;
  readonly faults: Readonly<Record<string, FieldError>>;
}

/** Completes the given places from each other and from the present ones, and names those that do not fit together. */
export function resolvePlaces(given: GivenPlaces, present: Places | null, catalogue: Snapshot): ResolvedPlaces {
  const faults = unknownPlaces(given, catalogue);
  const isGiven = PLACES.some((name) => given[name] !== undefined && given[name] !== null);
  if (!isGiven || Object.keys(faults).length) return { places: {}, faults };

  const origin = given.country_id ?? present?.country_id ?? null;
  const residence = residenceCountry(given, present, catalogue) ?? origin;
  const typed = given.other_city && residence && !given.residence_city_id ? given.other_city : null;
  const recognised = typed && residence ? catalogue.cityNamed(residence, typed)?.id : undefined;
  const residenceCity = given.residence_city_id ?? recognised ?? (typed ? null : fallbackCity(given, present, residence, catalogue));
  const city = given.city_id ?? localisation(present, residenceCity);

  const countryOf = (id: number | null): number | null => (id ? (catalogue.city(id)?.countryId ?? null) : null);
  if (residenceCity && countryOf(residenceCity) !== residence) faults['residence_city_id'] = notThere;
  if (city && ![origin, residence].includes(countryOf(city))) faults['city_id'] ??= notThere;
  const places = {
    ...(origin ? { country_id: origin } : {}),
    city_id: city,
    residence_country_id: residence,
    residence_city_id: residenceCity,
  };
  return { places: { ...places, other_city: recognised ? null : typed }, faults };
}

const PLACES = ['country_id', 'city_id', 'residence_country_id', 'residence_city_id', 'other_city'] as const;
/** Places are never taken away, only replaced: an empty one is as if it was not given. */
export const isPlace = (name: string): boolean => (PLACES as readonly string[]).includes(name);

const fault = (message: Message): FieldError => ({ message, constraint: 'choice' });
const notThere = fault(fieldTexts.cityOfCountry);

function unknownPlaces(given: GivenPlaces, catalogue: Snapshot): Record<string, FieldError> {
  const faults: Record<string, FieldError> = {};
  for (const name of ['country_id', 'residence_country_id'] as const) {
    if (given[name] && !catalogue.country(given[name])) faults[name] = fault(fieldTexts.country);
  }
  for (const name of ['city_id', 'residence_city_id'] as const) {
    if (given[name] && !catalogue.city(given[name])) faults[name] = fault(fieldTexts.city);
  }
  return faults;
}

/** The country named, else that of the city named, else the present one. */
function residenceCountry(given: GivenPlaces, present: Places | null, catalogue: Snapshot): number | null {
  if (given.residence_country_id) return given.residence_country_id;
  const city = given.residence_city_id ?? (present ? null : given.city_id);
  return (city ? catalogue.city(city)?.countryId : undefined) ?? present?.residence_country_id ?? null;
}

/** Somebody who registers with one city lives in it; somebody who changes nothing stays where they are. */
function fallbackCity(given: GivenPlaces, present: Places | null, residence: number | null, catalogue: Snapshot): number | null {
  if (present) return present.residence_city_id;
  return given.city_id && catalogue.city(given.city_id)?.countryId === residence ? given.city_id : null;
}

/** Follows the residence unless another city was named before. */
const localisation = (present: Places | null, residenceCity: number | null): number | null =>
  !present || present.city_id === null || present.city_id === present.residence_city_id ? residenceCity : present.city_id;
