/** The words of a profile that prove a criterion, quoted from what is stored, for those who are shown and nobody else. */
import type { Db } from '#kernel/db/db.ts';
import type { Brief, Criterion } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { ReadTerms } from './corpus.ts';
import type { Lexicon } from './lexicon.ts';
import type { RankedPerson } from './ranking.ts';
import { readMentioned, readSpoken } from './spoken.ts';
import { readTexts, type StoredTexts } from './stored-texts.ts';

export interface QuoteTools {
  readonly db: Db;
  readonly brief: Brief;
  readonly catalogue: Snapshot;
  readonly termsOf: ReadTerms;
  readonly lexicon: Lexicon;
}

const LONGEST = 80;
/** Nobody reads the proofs of more. */
const MOST_QUOTED = 60;

interface Span {
  readonly start: number;
  readonly end: number;
}
/** `isList`: the text is the person's own list of languages. */
type Finder = (text: string, isList: boolean) => Span | undefined;

export async function quoteProofs(given: QuoteTools, people: readonly RankedPerson[]): Promise<readonly RankedPerson[]> {
  const { brief, db } = given;
  const quoted = people.slice(0, MOST_QUOTED);
  const tools = { ...given, termsOf: readOnce(given.termsOf) };
  const finders = new Map(brief.criteria.map((criterion) => [criterion.id, finderOf(criterion, tools)] as const));
  if (![...finders.values()].some(Boolean) || !quoted.length) return people;
  const texts = await readTexts(
    db,
    brief.kind,
    quoted.map(({ id }) => id),
  );
  const proved = quoted.map((person) => ({
    ...person,
    evidence: person.evidence.map((evidence) => {
      const find = evidence.state === 'unmet' && evidence.value === 0 ? null : finders.get(evidence.criterion);
      const own = texts.get(person.id);
      const words = find && own && quoteIn(own, find);
      return words ? { ...evidence, words } : evidence;
    }),
  }));
  return [...proved, ...people.slice(MOST_QUOTED)];
}

/** The same few texts are looked through for every criterion. */
function readOnce(termsOf: ReadTerms): ReadTerms {
  const known = new Map<string, ReturnType<ReadTerms>>();
  return (text) => {
    const terms = known.get(text) ?? termsOf(text);
    known.set(text, terms);
    return terms;
  };
}

function quoteIn({ languages, texts }: StoredTexts, find: Finder): string | undefined {
  for (const text of [languages, ...texts]) {
    const span = find(text, text === languages);
    if (span) return cutAround(text, span);
  }
  return undefined;
}

/** Null: numbers and lists prove it, no words do. */
function finderOf(criterion: Criterion, tools: QuoteTools): Finder | null {
  if (criterion.kind === 'talent') return talentFinder(criterion, tools);
  if (criterion.kind === 'word') return wordFinder(criterion.values, tools);
  if (criterion.kind === 'language') return languageFinder(criterion.values);
  return null;
}

function talentFinder({ values }: Criterion, tools: QuoteTools): Finder {
  const { catalogue, lexicon, termsOf } = tools;
  const talents = values.map((value) => (/^\d+$/.test(value) ? catalogue.talent(Number(value)) : catalogue.talentNamed(value)));
  const ids = new Set(talents.map((talent) => talent?.id));
  const plain = wordFinder(
    values.filter((_, i) => !talents[i]),
    tools,
  );
  return (text, isList) => lexicon.namedIn(termsOf(text)).find(({ talent }) => ids.has(talent)) ?? plain(text, isList);
}

/** All words of one of the values; quoted at the first of them. */
function wordFinder(values: readonly string[], { termsOf }: QuoteTools): Finder {
  const wanted = values.map((value) => new Set(termsOf(value).map(({ term }) => term))).filter(({ size }) => size > 0);
  return (text) => {
    if (!wanted.length) return undefined;
    const terms = termsOf(text);
    const present = new Set(terms.map(({ term }) => term));
    const found = wanted.find((words) => words.isSubsetOf(present));
    return found && terms.find(({ term }) => found.has(term));
  };
}

const languageFinder =
  (codes: readonly string[]): Finder =>
  (text, isList) =>
    (isList ? readSpoken(text) : readMentioned(text)).find(({ code }) => codes.includes(code));

/** The words with as much around them as fits, whole words only. */
export function cutAround(text: string, { start, end }: Span): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const after = text.slice(end).split('\n', 1)[0] ?? '';
  const words = text.slice(start, end).slice(0, LONGEST - 2);
  const room = LONGEST - 2 - words.length;
  const left = lastWords(before, Math.max(Math.floor(room / 2), room - after.length));
  const right = firstWords(after, room - left.length);
  const cut = `${left.length < before.length ? '…' : ''}${left}${words}${right}${right.length < after.length ? '…' : ''}`;
  return cut.replace(/\s+/g, ' ').trim();
}

function lastWords(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(text.length - room);
  const space = cut.indexOf(' ');
  return space < 0 ? '' : cut.slice(space + 1);
}

const firstWords = (text: string, room: number): string =>
  text.length <= room ? text : text.slice(0, Math.max(0, text.lastIndexOf(' ', room)));
