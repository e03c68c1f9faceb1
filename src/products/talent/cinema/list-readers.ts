/** Readers of fields that hold several values: checked boxes, JSON lists, or a text with commas. */
import type { Message } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { canonical, LANGUAGE_LEVELS, type LanguageLevel, languageNamed, type OptionName } from '../options/options.ts';
import { bad, good, type Read, readText } from '../readers.ts';
import type { PreviousProduction } from './cinema-talent.ts';
import { fieldTexts } from './messages.ts';

const MOST = { otherTalents: 30, unknownTalents: 10, languages: 20, productions: 50 };
const LONGEST = { otherTalent: 60, title: 150 };
type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => value !== null && typeof value === 'object';

const wrong = (message: Message, params: Readonly<Record<string, string | number>> = {}): { readonly ok: false } & Read<never> =>
  bad({ message, params, constraint: 'choice' });
const unknown = (value: unknown): ReturnType<typeof wrong> => wrong(fieldTexts.unknownValue, { value: String(value).slice(0, 60) });
const tooMany = (limit: number): ReturnType<typeof wrong> => bad({ message: fieldTexts.tooMany, params: { limit }, constraint: 'maximum' });

/** The words of a list; a text is parted at commas that stand outside brackets, as « Peul (pulaar, fulfulde) » needs. */
function wordsOf(raw: unknown): readonly string[] {
  const given = Array.isArray(raw) ? raw : String(raw ?? '').split(/[,،;\n](?![^(]*\))/);
  return given
    .map((word) =>
      String(word ?? '')
        .normalize('NFC')
        .trim(),
    )
    .filter(Boolean);
}

/** Canonical values of an option, each once, in the order given. */
export function readOptions(raw: unknown, name: OptionName, most: number): Read<readonly string[]> {
  const values = new Set<string>();
  for (const word of wordsOf(raw)) {
    const value = canonical(name, word);
    if (!value) return unknown(word);
    values.add(value);
  }
  return values.size > most ? tooMany(most) : good([...values]);
}

export interface SpokenLanguages {
  readonly codes: readonly string[];
  readonly levels: Readonly<Record<string, LanguageLevel>>;
}

/** Codes or names; or `{code, level}` each. */
export function readLanguages(raw: unknown): Read<SpokenLanguages> {
  const items = Array.isArray(raw) ? raw : wordsOf(raw);
  const codes = new Set<string>();
  const levels: Record<string, LanguageLevel> = {};
  for (const item of items) {
    const { code, level } = isObject(item) ? item : { code: item, level: undefined };
    const word = String(code ?? '').trim();
    if (!word) continue;
    const language = languageNamed(word);
    if (!language) return unknown(word);
    codes.add(language.code);
    if (!level) continue;
    if (!isLevel(level)) return unknown(level);
    levels[language.code] = level;
  }
  return codes.size > MOST.languages ? tooMany(MOST.languages) : good({ codes: [...codes], levels });
}

/** `{fr: 'courant'}`; an empty level is as if it was not given. */
export function readLevels(raw: unknown): Read<Readonly<Record<string, LanguageLevel>>> {
  if (!isObject(raw)) return unknown(raw);
  const levels: Record<string, LanguageLevel> = {};
  for (const [name, level] of Object.entries(raw)) {
    const language = languageNamed(name);
    if (!level) continue;
    if (!language) return unknown(name);
    if (!isLevel(level)) return unknown(level);
    levels[language.code] = level;
  }
  return good(levels);
}
const isLevel = (value: unknown): value is LanguageLevel => typeof value === 'string' && Object.hasOwn(LANGUAGE_LEVELS, value);

/** Special skills: by the name, slug or id of the catalogue's cinema talents; a few that it does not have, in free words. */
export function readOtherTalents(raw: unknown, catalogue: Snapshot): Read<readonly string[]> {
  const names = new Map<string, string>();
  let unknowns = 0;
  for (const word of wordsOf(raw)) {
    const found = /^\d{1,9}$/.test(word) ? catalogue.talent(Number(word)) : catalogue.talentNamed(word);
    if (found?.tag === 'cinema') names.set(fold(found.name), found.name);
    else if (names.has(fold(word))) continue;
    else {
      const text = readText(word, LONGEST.otherTalent);
      if (!text.ok && text.error.constraint === 'max_length') return wrong(fieldTexts.otherTalent, { limit: LONGEST.otherTalent });
      if (!text.ok || !/\p{L}/u.test(word)) return unknown(word);
      names.set(fold(word), word.replace(/\s+/g, ' '));
      unknowns += 1;
    }
  }
  if (unknowns > MOST.unknownTalents) return tooMany(MOST.unknownTalents);
  return names.size > MOST.otherTalents ? tooMany(MOST.otherTalents) : good([...names.values()]);
}

/** `{title, type, year}` each, or a text: « Film X (2022), Série Y (Série TV, 2023) ». */
export function readProductions(raw: unknown): Read<readonly PreviousProduction[]> {
  const given: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const items = given.flatMap((item): readonly (string | Fields)[] => (isObject(item) ? [item] : productionTexts(item)));
  const productions: PreviousProduction[] = [];
  for (const item of items) {
    const production = typeof item === 'string' ? parseProduction(item) : checkProduction(item);
    if (!production) return bad({ message: fieldTexts.production, constraint: 'format' });
    if (production.title) productions.push(production);
  }
  return productions.length > MOST.productions ? tooMany(MOST.productions) : good(productions);
}

/** One a line; on one line, parted after each bracket, or at commas when there is no bracket at all. */
const productionTexts = (raw: unknown): readonly string[] => {
  const text = String(raw ?? '');
  const parting = text.includes('(') ? /\r?\n|;|(?<=\))\s*[,،]/ : /\r?\n|[;,،]/;
  return text
    .split(parting)
    .map((part) => part.trim())
    .filter(Boolean);
};

const YEAR = /^(?:19|20)\d{2}$/;
function parseProduction(text: string): PreviousProduction | null {
  const [, title = text, inside = ''] = /^(.+?)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const words = inside
    .split(/[,،]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const year = words.find((word) => YEAR.test(word)) ?? null;
  const type = words.map((word) => canonical('production_type', word)).find(Boolean) ?? null;
  // Brackets that are neither a type nor a year belong to the title.
  const isRead = words.every((word) => word === year || canonical('production_type', word));
  return checkProduction(isRead ? { title, type, year } : { title: text, type: null, year: null });
}

/** Null when it is at fault; an entirely empty row of a form has an empty title. */
function checkProduction({ title, type, year }: Fields): PreviousProduction | null {
  const name = readText(title, LONGEST.title);
  const when = readText(year, 4);
  const kind = readText(type, 40);
  if (!name.ok || !when.ok || !kind.ok) return null;
  if (when.value !== null && !YEAR.test(when.value)) return null;
  const canonicalType = kind.value === null ? null : canonical('production_type', kind.value);
  if (canonicalType === undefined || (name.value === null && (kind.value ?? when.value) !== null)) return null;
  return { title: name.value ?? '', type: canonicalType, year: when.value };
}
