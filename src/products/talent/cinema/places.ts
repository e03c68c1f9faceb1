/**
 * Where a person comes from and where they live. The country of origin gives the code its first letters and its number, the city
 * of residence its last letters.
 */
import type { FieldError } from '#kernel/failure.ts';
import type { Message } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { fieldTexts } from '../field-texts.ts';

export interface Places {
  readonly country_of_origin_id: number;
  readonly city_of_origin_id: number | null;
  /** Of residence. */
  readonly country_id: number | null;
  readonly city_id: number | null;
}
/** `other_city`: a city of the country of residence that the catalogue does not have ("Autre ville"). */
type GivenPlaces = { readonly [K in keyof Places]?: Places[K] | null } & { readonly other_city?: string | null };

const PLACE_FIELDS = ['country_of_origin_id', 'city_of_origin_id', 'country_id', 'city_id', 'other_city'] as const;
export const isPlace = (name: string): boolean => (PLACE_FIELDS as readonly string[]).includes(name);

interface ResolvedPlaces {
  /** Empty when no place was given. */
  readonly places: GivenPlaces;
  readonly faults: Readonly<Record<string, FieldError>>;
}

const fault = (message: Message): FieldError => ({ message, constraint: 'choice' });

/** Completes the given places from each other and from the present ones, and names those that do not fit together. */
export function resolvePlaces(given: GivenPlaces, present: Places | null, catalogue: Snapshot): ResolvedPlaces {
  const faults = unknownPlaces(given, catalogue);
  const isGiven = PLACE_FIELDS.some((name) => given[name] !== undefined && given[name] !== null);
  if (!isGiven || Object.keys(faults).length) return { places: {}, faults };

  const origin = given.country_of_origin_id ?? present?.country_of_origin_id ?? null;
  const residence = residenceOf(given, present, catalogue) ?? origin;
  const moved = present !== null && residence !== present.country_id;
  const typed = given.city_id ? null : (given.other_city ?? null);
  const recognised = typed && residence ? catalogue.cityNamed(residence, typed)?.id : undefined;
  const city = given.city_id ?? recognised ?? (typed || moved ? null : (present?.city_id ?? null));
  const keptOrigin = present?.country_of_origin_id === origin ? (present?.city_of_origin_id ?? null) : null;
  const cityOfOrigin = given.city_of_origin_id === undefined ? keptOrigin : given.city_of_origin_id;

  const countryOf = (id: number): number | undefined => catalogue.city(id)?.countryId;
  if (city && countryOf(city) !== residence) faults['city_id'] = fault(fieldTexts.cityOfCountry);
  if (cityOfOrigin && countryOf(cityOfOrigin) !== origin) faults['city_of_origin_id'] = fault(fieldTexts.cityOfCountry);
  const places = {
    ...(origin ? { country_of_origin_id: origin } : {}),
    city_of_origin_id: cityOfOrigin,
    country_id: residence,
    city_id: city,
  };
  return { places: { ...places, other_city: recognised ? null : typed }, faults };
}

/** The country named, else that of the city named, else the present one. */
const residenceOf = (given: GivenPlaces, present: Places | null, catalogue: Snapshot): number | null =>
  given.country_id ?? (given.city_id ? catalogue.city(given.city_id)?.countryId : undefined) ?? present?.country_id ?? null;

function unknownPlaces(given: GivenPlaces, catalogue: Snapshot): Record<string, FieldError> {
  const faults: Record<string, FieldError> = {};
  for (const name of ['country_of_origin_id', 'country_id'] as const) {
    if (given[name] && !catalogue.country(given[name])) faults[name] = fault(fieldTexts.country);
  }
  for (const name of ['city_of_origin_id', 'city_id'] as const) {
    if (given[name] && !catalogue.city(given[name])) faults[name] = fault(fieldTexts.city);
  }
  return faults;
}
