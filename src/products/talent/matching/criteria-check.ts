/** Criteria that came from outside, as JSON or from a form: each is made sound, or its fault is named. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fold } from '#kernel/text.ts';
import type { BriefKind, Criterion, CriterionKind } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { canonical, LANGUAGE_LEVELS, languageNamed, OPTIONS, type OptionName } from '../options/options.ts';
import { readInteger, readText } from '../readers.ts';
import { boundsOf, type Content, fixedValues, identified, isSpan, kindsOf, MAX_CRITERIA, merged } from './criteria.ts';
import { asking } from './messages.ts';

export interface Checking {
  readonly kind: BriefKind;
  readonly catalogue: Snapshot;
}

type Raw = Readonly<Record<string, unknown>>;
const MAX_VALUES = 20;
const MAX_WORD = 60;
const MAX_QUOTE = 300;

/** A list as the API takes it (JSON text in a form). Throws `failure.invalid` naming `criteria` and the place in the list. */
export function checkCriteria(raw: unknown, checking: Checking): readonly Criterion[] {
  const list = typeof raw === 'string' ? parsed(raw) : raw;
  if (!Array.isArray(list)) throw failure.field('criteria', fieldMessages.type, {}, 'type');
  if (list.length > MAX_CRITERIA) throw failure.field('criteria', asking.tooManyCriteria, { max: MAX_CRITERIA }, 'max_items');
  const faults: Record<string, FieldError> = {};
  const good = list.flatMap((item: unknown, index) => {
    const checked = checkOne(item, checking);
    if ('faults' in checked) for (const [name, fault] of Object.entries(checked.faults)) faults[`criteria.${index}.${name}`] = fault;
    return 'faults' in checked ? [] : [checked];
  });
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return merged(good);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as no list
  }
}

type Faulty = { readonly faults: Readonly<Record<string, FieldError>> };
const faulty = (name: string, error: FieldError): Faulty => ({ faults: { [name]: error } });
const CHOICE: FieldError = { message: fieldMessages.invalid, constraint: 'choice' };

function checkOne(item: unknown, checking: Checking): Criterion | Faulty {
  if (typeof item !== 'object' || item === null) return faulty('kind', { message: fieldMessages.type, constraint: 'type' });
  const raw = item as Raw;
  const kind = kindsOf(checking.kind).find((known) => known === raw['kind']);
  if (!kind) {
    const values = kindsOf(checking.kind).join(', ');
    return faulty('kind', { message: fieldMessages.choice, params: { values }, constraint: 'choice' });
  }
  const content = contentOf(kind, raw, checking);
  if ('faults' in content) return content;
  const quote = readText(raw['quote'], MAX_QUOTE);
  const said = quote.ok && quote.value !== null ? { quote: quote.value } : {};
  const made = identified({ ...content, must: raw['must'] === true, ...said });
  // The id of an answer comes back with the criterion: evidence names it.
  return typeof raw['id'] === 'string' && raw['id'].startsWith(`${kind}:`) && raw['id'].length <= 200 ? { ...made, id: raw['id'] } : made;
}

/** What a criterion of this kind asks, read from loose fields: `values`, `min`, `max`, `from`, `to`, `level`. */
export function contentOf(kind: CriterionKind, raw: Raw, checking: Checking): Omit<Content, 'must'> | Faulty {
  if (isSpan(kind)) return spanOf(kind, raw);
  if (kind === 'dates') return daysOf(raw);
  const given = [raw['values'] ?? []].flat().slice(0, MAX_VALUES + 1);
  const values = given.map((value) => (value === '' ? '' : stored(kind, String(value), checking))).filter((value) => value !== '');
  if (values.includes(undefined)) return faulty('values', CHOICE);
  if (values.length === 0) return faulty('values', { message: fieldMessages.required, constraint: 'required' });
  if (values.length > MAX_VALUES) return faulty('values', CHOICE);
  const level = kind === 'language' && typeof raw['level'] === 'string' && raw['level'] in LANGUAGE_LEVELS ? { level: raw['level'] } : {};
  return { kind, values: [...new Set(values as readonly string[])], ...level };
}

/** The canonical form of a value, by its id or by a name in any language; undefined when it is none. */
export function stored(kind: CriterionKind, text: string, checking: Checking): string | undefined {
  const { catalogue } = checking;
  if (kind === 'word') {
    const read = readText(text, MAX_WORD);
    return read.ok ? (read.value ?? undefined) : undefined;
  }
  if (kind === 'language') return languageNamed(text)?.code;
  if (kind === 'talent') return talentOf(text, checking);
  if (kind === 'city') return idOf(text, (id) => catalogue.city(id), cityNamed(text, catalogue));
  if (kind === 'country') return idOf(text, (id) => catalogue.country(id), countryNamed(text, catalogue));
  return kind in OPTIONS ? canonical(kind as OptionName, text) : fixedValues(kind)?.find((value) => value === text);
}

/** Standard people have talents of the catalogue, by id; CINEMA people special skills, by name. */
function talentOf(text: string, { kind, catalogue }: Checking): string | undefined {
  const talent = /^\d{1,9}$/.test(text) ? catalogue.talent(Number(text)) : catalogue.talentNamed(text);
  return talent && (kind === 'standard' ? String(talent.id) : talent.name);
}

function idOf(text: string, byId: (id: number) => unknown, named: { readonly id: number } | undefined): string | undefined {
  if (/^\d{1,9}$/.test(text)) return byId(Number(text)) ? text : undefined;
  return named && String(named.id);
}

/** The first country that has a city of this name. */
const cityNamed = (text: string, catalogue: Snapshot): { readonly id: number } | undefined => {
  for (const { id } of catalogue.countries) {
    const city = catalogue.cityNamed(id, text);
    if (city) return city;
  }
  return undefined;
};
const countryNamed = (text: string, catalogue: Snapshot): { readonly id: number } | undefined =>
  catalogue.countries.find(({ code, name }) => [code, name.fr, name.en, name.ar].some((word) => fold(word) === fold(text)));

function spanOf(kind: 'age' | 'height' | 'experience', raw: Raw): Omit<Content, 'must'> | Faulty {
  const { least, most } = boundsOf(kind);
  const [min, max] = [readInteger(raw['min'], least, most), readInteger(raw['max'], least, most)];
  if (!min.ok) return faulty('min', min.error);
  if (!max.ok) return faulty('max', max.error);
  if (min.value === null && max.value === null) return faulty('min', { message: fieldMessages.required, constraint: 'required' });
  if (min.value !== null && max.value !== null && min.value > max.value)
    return faulty('min', { message: fieldMessages.tooLarge, params: { limit: max.value }, constraint: 'range' });
  return { kind, values: [], ...(min.value === null ? {} : { min: min.value }), ...(max.value === null ? {} : { max: max.value }) };
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** One day when only one end is given. */
function daysOf(raw: Raw): Omit<Content, 'must'> | Faulty {
  const [from, to] = [raw['from'] || raw['to'], raw['to'] || raw['from']];
  if (!isDay(from)) return faulty('from', { message: fieldMessages.format, constraint: 'format' });
  if (!isDay(to) || to < from) return faulty('to', { message: fieldMessages.format, constraint: 'format' });
  return { kind: 'dates', values: [], from, to };
}
