/** Skills of the catalogue that a CV names: whole words, however they are accented or counted, the longest name first. */
import { fold } from '#kernel/text.ts';
import { termsOf } from '../briefs/briefs.ts';
import type { Snapshot, Talent } from '../catalogue/catalogue.ts';
import { linesIn, type Section, type SectionKind } from './sections.ts';

export interface FoundSkill {
  readonly talent: number;
  /** As the CV writes it, the first time. */
  readonly words: string;
  /** Named where the person tells what they did, not only in a list. */
  readonly isUsed: boolean;
}

export interface Skills {
  readonly found: readonly FoundSkill[];
  /** What the part of skills lists, known or not: short, as written. */
  readonly listed: readonly string[];
}

/** What stands between the items of a list. */
const PARTS = /[,;•|\n\t/:.]|\s[·–—-]\s|،/u;

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}
/** Names by their first word, the longest first. */
type Vocabulary = ReadonlyMap<string, readonly { readonly keys: readonly string[]; readonly talent: number }[]>;

const WORD = /\.?[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}+#]*(?:\.[\p{L}\p{N}]+)*/gu;

const keyOf = (word: string): string => fold(word);
/** A plural also stands for its singular: `illustrations`. Programs such as `css` are too short for one. */
const singularOf = (key: string): string => key.replace(/^(.{4,})[sx]$/u, '$1');

/** `Node.js` is one word; `prêt.React` is two. */
function tokensOf(text: string, dotted: ReadonlySet<string>): Token[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const key = keyOf(word);
    if (!word.includes('.') || dotted.has(key)) return [{ key, start: index, end: index + word.length }];
    return [...word.matchAll(/[^.]+/g)].map(({ 0: part, index: at }) => ({
      key: keyOf(part),
      start: index + at,
      end: index + at + part.length,
    }));
  });
}

interface Names {
  readonly names: Vocabulary;
  readonly dotted: ReadonlySet<string>;
}
const made = new WeakMap<Snapshot, Names>();

function namesOf(catalogue: Snapshot): Names {
  const known = made.get(catalogue);
  if (known) return known;
  const spellings = catalogue.talents
    .filter(({ isActive }) => isActive)
    .flatMap((talent) => spellingsOf(talent).map((name) => [name, talent.id] as const));
  const dotted = new Set(
    spellings
      .flatMap(([name]) => name.split(/\s+/))
      .filter((word) => word.includes('.'))
      .map(keyOf),
  );
  const entries = spellings
    .map(([name, talent]) => ({ keys: tokensOf(name, dotted).map(({ key }) => key), talent }))
    .filter(({ keys }) => keys[0]);
  const names: Vocabulary = new Map(
    [...Map.groupBy(entries, ({ keys }) => keys[0] ?? '')].map(([key, list]) => [
      key,
      list.toSorted((a, b) => b.keys.length - a.keys.length),
    ]),
  );
  made.set(catalogue, { names, dotted });
  return { names, dotted };
}

/** Both halves of « Salsa et bachata » name it, but not everyday words. */
const EVERYDAY = new Set(['presentation', 'animation', 'chutes']);
function spellingsOf({ name, tag, synonyms }: Talent): string[] {
  const halves = tag === 'cinema' ? (/^(\p{L}+) et (\p{L}+)$/u.exec(name)?.slice(1) ?? []) : [];
  const singular = name
    .split(' ')
    .map((word) => word.replace(/^(.{4,})s$/u, '$1'))
    .join(' ');
  return [name, singular, name.replace(/\s*\(.*\)$/, ''), ...halves.filter((half) => !EVERYDAY.has(fold(half))), ...synonyms];
}

/** The skills of the catalogue that a text names, each once, in the order of the text. `isStrict` is for sentences. */
export function talentsNamedIn(
  text: string,
  catalogue: Snapshot,
  isStrict = false,
): readonly { readonly talent: number; readonly words: string }[] {
  const { names, dotted } = namesOf(catalogue);
  const tokens = tokensOf(text, dotted);
  const found = new Map<number, string>();
  const taken: { start: number; end: number }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const hits = namesAt(names, tokens, at);
    const length = hits[0]?.keys.length ?? 1;
    const [start = 0, end = 0] = [tokens[at]?.start, tokens[at + length - 1]?.end];
    const words = text.slice(start, end).replace(/\s+/g, ' ');
    if (hits.length) taken.push({ start, end });
    // Several skills may share a name: all that are as long count.
    for (const { keys, talent } of hits) {
      if (keys.length === length && !found.has(talent) && !COMMON.has(words) && (!isStrict || isNamed(text, start, words)))
        found.set(talent, words);
    }
    at += length;
  }
  for (const { talent, start, end } of conceptsIn(text, catalogue)) {
    const words = text.slice(start, end).replace(/\s+/g, ' ');
    const isTaken = taken.some((place) => start < place.end && place.start < end);
    if (!found.has(talent) && !isTaken && (words.includes(' ') || (!isStrict && isItem(text, start, end)))) found.set(talent, words);
  }
  return [...found].map(([talent, words]) => ({ talent, words }));
}

/**
 * The names that searches know in three languages, beside those of the catalogue itself. They are compared by their stems, which is
 * too coarse for single words but in lists: « festival » has the stem of a clown in Arabic, « traitement du signal » that of a caterer.
 */
const conceptsIn = (text: string, catalogue: Snapshot): { talent: number; start: number; end: number }[] =>
  termsOf(text).flatMap(({ term, start, end }) => {
    const talent = term.startsWith(CONCEPT) ? catalogue.talentNamed(term.slice(CONCEPT.length)) : undefined;
    return talent?.isActive ? [{ talent: talent.id, start, end }] : [];
  });
const CONCEPT = '=talent:';

/** Whether a word is all that an item of a list says, or nearly. */
function isItem(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - MOST_LETTERS), start)
      .split(PARTS)
      .at(-1) ?? '';
  const after = text.slice(end, end + MOST_LETTERS).split(PARTS, 1)[0] ?? '';
  return `${before} ${after}`.trim().split(/\s+/).length <= 1;
}

/** Names of programs that everyday sentences are full of: « point de vue ». */
const COMMON = new Set(['vue']);

function namesAt(names: Vocabulary, tokens: readonly Token[], at: number) {
  const key = tokens[at]?.key ?? '';
  const starting = names.get(key) ?? names.get(singularOf(key)) ?? [];
  const isSame = (wanted: string, token: Token | undefined): boolean =>
    token !== undefined && (token.key === wanted || singularOf(token.key) === wanted);
  return starting.filter(({ keys }) => keys.every((wanted, offset) => isSame(wanted, tokens[at + offset])));
}

/**
 * In a sentence a common word is no skill (« des cuisines », « la banque »): a name of several words is one, and one that begins a
 * line or is written large, as trades and programs are.
 */
const isNamed = (text: string, start: number, words: string): boolean =>
  words.includes(' ') || !/^\p{Ll}/u.test(words) || /(?:^|\n)\W{0,3}$/u.test(text.slice(Math.max(0, start - 40), start));

/** « Node.js » and « UI/UX » are one item. */
const LISTED = /[,;•|\n\t]|\s[·–—/-]\s|،/u;
const MOST_LISTED = 40;
const MOST_LETTERS = 40;

export function skillsOf(sections: readonly Section[], catalogue: Snapshot): Skills {
  const textOf = (...kinds: readonly SectionKind[]): string => linesIn(sections, ...kinds).join('\n');
  const told = textOf('head', 'profile', 'experience', 'achievements');
  const used = new Set(talentsNamedIn(told, catalogue).map(({ talent }) => talent));
  const found = [
    ...talentsNamedIn(textOf('skills', 'interests'), catalogue),
    ...talentsNamedIn(`${told}\n${textOf('certifications', 'education')}`, catalogue, true),
  ];
  const unique = found.filter(({ talent }, index) => found.findIndex((first) => first.talent === talent) === index);
  return { found: unique.map((skill) => ({ ...skill, isUsed: used.has(skill.talent) })), listed: listedIn(linesIn(sections, 'skills')) };
}

function listedIn(lines: readonly string[]): readonly string[] {
  const parts = lines
    .flatMap((line) => line.replace(/^[^:]{2,30}:/u, '').split(LISTED))
    .map((part) =>
      part
        .replace(/\(.*?\)/g, '')
        .replace(/[.:\s]+$/u, '')
        .trim(),
    )
    .filter((part) => part.length >= 2 && part.length <= MOST_LETTERS && /\p{L}/u.test(part) && part.split(' ').length <= 5);
  return [...new Map(parts.map((part) => [fold(part), part])).values()].slice(0, MOST_LISTED);
}
