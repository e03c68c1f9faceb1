/**
 * The people of one kind in memory: a row each, their numbers in columns, their words and facts as postings. A person who changes
 * gets a new row and the old one is dead; when too many are, the corpus is worn and everybody is read again.
 */
import type { Term } from '../briefs/briefs.ts';
import type { Lexicon } from './lexicon.ts';
import { type IndexedPerson, type OwnText, SAID } from './person.ts';
import { Postings } from './postings.ts';
import { readMentioned } from './spoken.ts';

export type ReadTerms = (text: string) => readonly Term[];

/** How often a word stands in each part, in one byte: two bits, three, three. More often counts as that often. */
export const inHead = (how: number): number => how & 3;
export const inBio = (how: number): number => (how >>> 2) & 7;
export const inCv = (how: number): number => how >>> 5;
const once = {
  head: (how: number): number => (inHead(how) < 3 ? how + 1 : how),
  bio: (how: number): number => (inBio(how) < 7 ? how + 4 : how),
  cv: (how: number): number => (inCv(how) < 7 ? how + 32 : how),
};

/** Longer "words" are no words: they are left out, so that nobody fills the memory with them. */
const LONGEST_TERM = 40;
const MOST_TERMS = 65_535;
const WORN_FROM = 2_000;

export interface Columns {
  ids: Float64Array;
  alive: Uint8Array;
  cities: Int32Array;
  countries: Int32Array;
  /** −1: never said. */
  years: Int16Array;
  heights: Int16Array;
  born: Int32Array;
  profiles: Uint8Array;
  said: Uint16Array;
  /** Lengths in terms. */
  bioTerms: Uint16Array;
  cvTerms: Uint16Array;
}

export class Corpus {
  readonly words = new Postings();
  readonly facts = new Postings();
  /** Texts were read with it. */
  readonly lexicon: Lexicon;
  readonly #rowOf = new Map<number, number>();
  readonly #termsOf: ReadTerms;
  #columns: Columns;
  #rows = 0;

  /** `expected`: about how many people will come. */
  constructor(termsOf: ReadTerms, lexicon: Lexicon, expected = 1024) {
    this.#termsOf = termsOf;
    this.lexicon = lexicon;
    this.#columns = columnsFor(Math.max(expected, 16));
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** Dead rows included. */
  get rows(): number {
    return this.#rows;
  }

  get people(): number {
    return this.#rowOf.size;
  }

  get isWorn(): boolean {
    return this.#rows - this.people > WORN_FROM + this.people / 2;
  }

  get bytes(): number {
    const columns = Object.values(this.#columns).reduce((sum, column) => sum + column.byteLength, 0);
    return this.words.bytes + this.facts.bytes + columns;
  }

  row(id: number): number | undefined {
    return this.#rowOf.get(id);
  }

  put(person: IndexedPerson): void {
    this.remove(person.id);
    const row = this.#rows;
    if (row === this.#columns.ids.length) this.#columns = grown(this.#columns);
    this.#rows += 1;
    this.#rowOf.set(person.id, row);
    const columns = this.#columns;
    columns.ids[row] = person.id;
    columns.alive[row] = 1;
    columns.cities[row] = person.cityId ?? 0;
    columns.countries[row] = person.countryId ?? 0;
    columns.years[row] = person.years ?? -1;
    columns.heights[row] = person.height ?? -1;
    columns.born[row] = person.born ?? 0;
    columns.profiles[row] = person.profile;
    columns.said[row] = person.said;
    for (const [key, how] of person.facts) this.facts.add(key, row, how);
    this.#putTexts(row, person);
  }

  remove(id: number): void {
    const row = this.#rowOf.get(id);
    if (row === undefined) return;
    this.#columns.alive[row] = 0;
    this.#rowOf.delete(id);
  }

  #putTexts(row: number, { facts, texts }: IndexedPerson): void {
    const read: TextFacts = { words: new Map(), named: new Map(), spoken: new Map() };
    this.#columns.bioTerms[row] = this.#read(texts.bio, 'bio', read);
    this.#columns.cvTerms[row] = this.#read(texts.cv, 'cv', read);
    // Whoever names what they do has said it, in a list or not.
    if (read.named.size) this.#columns.said[row] = (this.#columns.said[row] as number) | SAID.talents;
    for (const [term, how] of read.words) this.words.add(term, row, how);
    for (const [talent, how] of read.named) this.facts.add(`named:${talent}`, row, how);
    for (const [code, level] of read.spoken) {
      const key = `language:${code}`;
      // The person's own list is surer.
      if (!facts.some(([own]) => own === key)) this.facts.add(key, row, level | BY_TEXT);
    }
  }

  /** Answers the length in terms. */
  #read({ text, head }: OwnText, part: 'bio' | 'cv', { words, named, spoken }: TextFacts): number {
    if (!text) return 0;
    const terms = this.#termsOf(text);
    const note = <K>(counts: Map<K, number>, key: K, start: number): void => {
      const how = once[part](counts.get(key) ?? 0);
      counts.set(key, start < head ? once.head(how) : how);
    };
    const languages: number[] = [];
    for (const { term, start } of terms) {
      if (term.length <= LONGEST_TERM) note(words, term, start);
      if (term.startsWith('=lang:')) languages.push(start);
    }
    for (const { talent, start } of this.lexicon.namedIn(terms)) note(named, talent, start);
    for (const { code, level } of readMentioned(text, languages)) spoken.set(code, Math.max(spoken.get(code) ?? 0, level));
    return Math.min(terms.length, MOST_TERMS);
  }
}

/** What the texts of one person say, by key. */
interface TextFacts {
  readonly words: Map<string, number>;
  readonly named: Map<number, number>;
  readonly spoken: Map<string, number>;
}

/** A language that a text mentions: its level, and that it is a text that says so. */
export const BY_TEXT = 8;

const columnsFor = (rows: number): Columns => ({
  ids: new Float64Array(rows),
  alive: new Uint8Array(rows),
  cities: new Int32Array(rows),
  countries: new Int32Array(rows),
  years: new Int16Array(rows),
  heights: new Int16Array(rows),
  born: new Int32Array(rows),
  profiles: new Uint8Array(rows),
  said: new Uint16Array(rows),
  bioTerms: new Uint16Array(rows),
  cvTerms: new Uint16Array(rows),
});

function grown(old: Columns): Columns {
  const larger = columnsFor(Math.ceil(old.ids.length * 1.5));
  for (const name of Object.keys(old) as (keyof Columns)[]) larger[name].set(old[name]);
  return larger;
}
