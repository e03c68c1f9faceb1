/** A call in the reader's words: days, ages, pay, place. */
import { type Language, localeOf, type Message, type Params } from '#kernel/message.ts';
import { placeName, type Snapshot } from '../catalogue/catalogue.ts';
import type { Call, Part, Pay } from './call.ts';
import { m } from './messages.ts';

type Say = (message: Message, params?: Params) => string;

export const PAY_WORDS: Readonly<Record<Pay, Message>> = { paid: m.paid, expenses: m.expenses, unpaid: m.unpaid };

export function dayText(day: string | Date, language: Language, dateStyle: 'long' | 'medium' = 'long'): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle, timeZone: 'UTC' }).format(new Date(day));
}

/** The days of the shoot; one end may be open. */
export function shootText({ startsOn, endsOn }: Pick<Call, 'startsOn' | 'endsOn'>, language: Language): string | null {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  if (startsOn && endsOn) return format.formatRange(new Date(startsOn), new Date(endsOn));
  const day = startsOn ?? endsOn;
  return day && format.format(new Date(day));
}

/** « Ouarzazate, Maroc », with the studio or district before. */
export function placeText(
  { place, cityId, countryId }: Pick<Call, 'place' | 'cityId' | 'countryId'>,
  catalogue: Snapshot,
  language: Language,
): string {
  return [place, placeName(catalogue, language, { cityId, countryId })].filter(Boolean).join(', ');
}

export function ageText({ ageFrom, ageTo }: Pick<Part, 'ageFrom' | 'ageTo'>, t: Say): string | null {
  if (ageFrom !== null && ageTo !== null) return t(m.ages, { from: ageFrom, to: ageTo });
  if (ageFrom !== null) return t(m.ageFrom, { from: ageFrom });
  return ageTo === null ? null : t(m.ageTo, { to: ageTo });
}

export const genderText = ({ gender }: Pick<Part, 'gender'>, t: Say): string =>
  t(gender === 'F' ? m.women : gender === 'M' ? m.men : m.anyGender);

const DAY = 86_400_000;
/** Days that are left, counted in UTC; the last day is 0. */
export const daysLeft = ({ closesOn }: Pick<Call, 'closesOn'>, now: Date): number =>
  Math.max(0, Math.round((Date.parse(closesOn) - Date.parse(now.toISOString().slice(0, 10))) / DAY));
