/** The label of a criterion, for its chip. */
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { choiceOf, LANGUAGE_LEVELS, languageOf, type OptionName } from '../options/options.ts';
import type { Criterion, CriterionKind } from './criterion.ts';
import { m } from './messages.ts';

const LOOKS: ReadonlySet<CriterionKind> = new Set(['eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build', 'ethnicity']);

function anyOf(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  // A group of a dozen dances is told by its beginning.
  const shown = names.length > 4 ? [...names.slice(0, 3), '…'] : names;
  if (names.length > 4) return shown.join(', ');
  return say(m.or, language, { first: shown.slice(0, -1).join(language === 'ar' ? '، ' : ', '), last });
}

function valueName({ kind, level }: Criterion, value: string, language: Language, catalogue: Snapshot): string {
  const message = (m as Readonly<Record<string, Message>>)[value];
  const named = (name: Message | undefined): string => (name ? say(name, language) : value);
  switch (kind) {
    case 'talent':
      return named((catalogue.talent(Number(value)) ?? catalogue.talentNamed(value))?.label);
    case 'city':
      return named(catalogue.city(Number(value))?.label);
    case 'country':
      return named(catalogue.country(Number(value))?.name);
    case 'language': {
      const known = level !== undefined && level in LANGUAGE_LEVELS ? LANGUAGE_LEVELS[level as keyof typeof LANGUAGE_LEVELS] : undefined;
      const name = say(languageOf(value).label, language);
      return known ? `${name} (${say(known, language).toLowerCase()})` : name;
    }
    case 'word':
      return value;
    default:
      if (kind === 'talent_type' || LOOKS.has(kind)) return say(choiceOf(kind as OptionName, value).label, language);
      return message ? say(message, language) : value;
  }
}

function boundsName(
  names: Readonly<Record<'between' | 'one' | 'from' | 'to', Message>>,
  { min, max }: { readonly min?: number | string | undefined; readonly max?: number | string | undefined },
  language: Language,
  as: readonly [string, string] = ['min', 'max'],
): string {
  const params = { [as[0]]: min ?? '', [as[1]]: max ?? '' };
  if (min !== undefined && max !== undefined) return say(min === max ? names.one : names.between, language, params);
  return say(min === undefined ? names.to : names.from, language, params);
}

const dayName = (day: string | undefined, language: Language): string | undefined => {
  const date = new Date(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
};

/** « Âge de 25 à 35 ans », « Anglais (courant) », « Casablanca ». */
export function describeCriterion(criterion: Criterion, language: Language, catalogue: Snapshot): string {
  const { kind, values, min, max, from, to } = criterion;
  if (kind === 'age') return boundsName({ between: m.ageBetween, one: m.ageOne, from: m.ageFrom, to: m.ageTo }, { min, max }, language);
  if (kind === 'height')
    return boundsName({ between: m.heightBetween, one: m.heightOne, from: m.heightFrom, to: m.heightTo }, { min, max }, language);
  if (kind === 'experience') return say(m.experience, language, { min: min ?? 0 });
  if (kind === 'dates') {
    const days = { min: dayName(from, language), max: dayName(to, language) };
    return boundsName({ between: m.datesBetween, one: m.dateOne, from: m.dateFrom, to: m.dateOne }, days, language, ['from', 'to']);
  }
  const names = [...new Set(values.map((value) => valueName(criterion, value, language, catalogue)))];
  const value = anyOf(names, language);
  if (LOOKS.has(kind)) return say(m[kind as 'eye_color'], language, { value });
  return value;
}
