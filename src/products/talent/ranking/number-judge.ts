/** What is a matter of more or less: experience, age, height, where somebody lives, whether they are free. */
import type { Criterion } from '../briefs/briefs.ts';
import { type Judged, judgeEach, MET, type State, UNKNOWN, UNMET } from './judged.ts';
import { neighboursOf } from './places.ts';
import type { Scene } from './scene.ts';

type Verdict = readonly [value: number, state: State];

const SILENT = { experience: 0.35, height: 0.4, place: 0.3, dates: 0.5 };

/** A smooth ramp: four years of five are nearly enough, one is next to nothing. */
export function judgeExperience({ min = 0, max }: Criterion, { corpus, columns }: Scene): Judged {
  const verdict = remembered((years): Verdict => {
    if (years < 0) return [SILENT.experience, UNKNOWN];
    if (years < min) return [ramp(years / min), UNMET];
    return max !== undefined && years > max ? [Math.max(0.4, 1 - (years - max) * 0.1), UNMET] : [1, MET];
  });
  return judgeEach(corpus, (row) => verdict(columns.years[row] as number));
}

const ramp = (share: number): number => share * share * (3 - 2 * share);

/** Over so many years or centimetres beyond the bounds the value falls to nothing. */
const TOLERANCE = { age: 5, height: 6 };

export function judgeAge(criterion: Criterion, { corpus, columns, today }: Scene): Judged {
  const verdict = remembered((born) => within(ageOn(today, born), criterion, TOLERANCE.age));
  return judgeEach(corpus, (row) => verdict(columns.born[row] as number));
}

export function judgeHeight(criterion: Criterion, { corpus, columns }: Scene): Judged {
  const verdict = remembered((height) => (height < 0 ? ([SILENT.height, UNKNOWN] as const) : within(height, criterion, TOLERANCE.height)));
  return judgeEach(corpus, (row) => verdict(columns.heights[row] as number));
}

/** Numbers repeat: each is judged once. */
function remembered(judge: (number: number) => Verdict): (number: number) => Verdict {
  const known = new Map<number, Verdict>();
  return (number) => {
    const found = known.get(number) ?? judge(number);
    known.set(number, found);
    return found;
  };
}

function within(number: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Criterion, tolerance: number): Verdict {
  const beyond = Math.max(min - number, number - max, 0);
  return beyond === 0 ? [1, MET] : [Math.max(0, 1 - beyond / tolerance), UNMET];
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1900, 0, 1);

/** Whole years on that day, of somebody born that many days after the beginning of 1900. */
function ageOn(today: Date, born: number): number {
  const birth = new Date(EPOCH + born * DAY);
  const [month, day] = [today.getUTCMonth() - birth.getUTCMonth(), today.getUTCDate() - birth.getUTCDate()];
  return today.getUTCFullYear() - birth.getUTCFullYear() - (month < 0 || (month === 0 && day < 0) ? 1 : 0);
}

const HERE: Verdict = [1, MET];
const NOWHERE: Verdict = [SILENT.place, UNKNOWN];
/** Somewhere in the country of the city, who knows where; elsewhere in it; in the country beside; beside the country that is asked for. */
const MAYBE_HERE: Verdict = [0.5, UNKNOWN];
const IN_COUNTRY: Verdict = [0.5, UNMET];
const ACROSS_BORDER: Verdict = [0.2, UNMET];
const NEIGHBOUR: Verdict = [0.4, UNMET];
const FAR: Verdict = [0, UNMET];

export function judgeCity({ values }: Criterion, { catalogue, columns, corpus }: Scene): Judged {
  const cities = new Set(values.map(Number));
  const countries = new Set([...cities].flatMap((id) => catalogue.city(id)?.countryId ?? []));
  const beside = borderingOn(countries, catalogue);
  return judgeEach(corpus, (row) => {
    const [city, country] = [columns.cities[row] as number, columns.countries[row] as number];
    if (cities.has(city)) return HERE;
    if (!city && !country) return NOWHERE;
    if (countries.has(country)) return city ? IN_COUNTRY : MAYBE_HERE;
    return beside.has(country) ? ACROSS_BORDER : FAR;
  });
}

export function judgeCountry({ values }: Criterion, { catalogue, columns, corpus }: Scene): Judged {
  const countries = new Set(values.map(Number));
  const beside = borderingOn(countries, catalogue);
  return judgeEach(corpus, (row) => {
    const country = columns.countries[row] as number;
    if (!country) return NOWHERE;
    if (countries.has(country)) return HERE;
    return beside.has(country) ? NEIGHBOUR : FAR;
  });
}

function borderingOn(countries: ReadonlySet<number>, catalogue: Scene['catalogue']): ReadonlySet<number> {
  const codes = [...countries].flatMap((id) => [...neighboursOf(catalogue.country(id)?.code ?? '')]);
  return new Set(codes.flatMap((code) => catalogue.countryByCode(code)?.id ?? []));
}

const MAYBE_FREE: Verdict = [SILENT.dates, UNKNOWN];

/** Who is booked on those days is known only where there are bookings. */
export const judgeDates = ({ busy, columns, corpus }: Scene): Judged =>
  judgeEach(corpus, (row) => {
    if (!busy) return MAYBE_FREE;
    return busy.has(columns.ids[row] as number) ? FAR : HERE;
  });
