/** People for the tests of ranking: each says only what matters, the rest was never said. */
import { type Brief, type BriefKind, type Criterion, termsOf } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { Corpus } from './corpus.ts';
import { createLexicon } from './lexicon.ts';
import { type CinemaRow, cinemaPerson, type StandardRow, standardPerson } from './people-rows.ts';
import { rankPeople } from './rank-people.ts';
import type { RankedPerson, Ranking } from './ranking.ts';

const ITEMS = '\u001f';
export const TODAY = new Date('2025-10-26T10:00:00Z');

const SILENT: StandardRow = {
  id: 1,
  ...{ cityId: null, countryId: null, years: null, availability: null, workMode: null, workTime: null },
  ...{ hasCv: false, hasPortfolio: false, talents: '', bio: null, education: null, languages: null, cv: null },
};
export type StandardGiven = Partial<Omit<StandardRow, 'talents'>> & { readonly talents?: readonly number[] };
export const standardRow = ({ talents = [], ...given }: StandardGiven): StandardRow => ({
  ...SILENT,
  ...given,
  talents: talents.join(ITEMS),
});

const UNKNOWN_ROLE: CinemaRow = {
  id: 1,
  ...{ cityId: null, countryId: null, years: null, gender: 'F', born: 33_000, height: null },
  looks: { eye_color: null, hair_color: null, hair_type: null, skin_tone: null, build: null },
  ...{ types: '', skills: '', languages: '', levels: {}, ethnicities: '', bio: null, productions: [], hasPhoto: false },
};
const LISTS = ['types', 'skills', 'languages', 'ethnicities'] as const;
export type CinemaGiven = Partial<Omit<CinemaRow, (typeof LISTS)[number]>> &
  Readonly<Partial<Record<(typeof LISTS)[number], readonly string[]>>>;
export const cinemaRow = (given: CinemaGiven): CinemaRow => ({
  ...UNKNOWN_ROLE,
  ...given,
  ...(Object.fromEntries(LISTS.map((name) => [name, (given[name] ?? []).join(ITEMS)])) as Record<(typeof LISTS)[number], string>),
});

/** Days since 1900, as the database counts them. */
export const bornOn = (date: string): number => Math.round((Date.parse(date) - Date.UTC(1900, 0, 1)) / 86_400_000);

export const nice = (kind: Criterion['kind'], values: readonly (string | number)[] = [], more: Partial<Criterion> = {}): Criterion => ({
  id: `${kind}:${values.join('+')}${JSON.stringify(more)}`,
  kind,
  must: false,
  values: values.map(String),
  ...more,
});
export const must = (kind: Criterion['kind'], values: readonly (string | number)[] = [], more: Partial<Criterion> = {}): Criterion =>
  nice(kind, values, { ...more, must: true });

export const briefOf = (criteria: readonly Criterion[], text = '', kind: BriefKind = 'standard'): Brief => ({
  kind,
  text,
  language: 'fr',
  criteria,
});

export interface TestRanker {
  standard(people: readonly StandardGiven[], brief: Brief, limit?: number): Ranking;
  cinema(people: readonly CinemaGiven[], brief: Brief, busy?: ReadonlySet<number>): Ranking;
  /** The only person there is, who must be among the compared. */
  one(person: StandardGiven, criteria: readonly Criterion[], text?: string): RankedPerson;
}

export function createTestRanker(catalogue: Snapshot): TestRanker {
  const lexicon = createLexicon(catalogue.talents, termsOf);
  const rank = (corpus: Corpus, brief: Brief, limit: number, busy: ReadonlySet<number> | null): Ranking =>
    rankPeople({ corpus, catalogue, termsOf, today: TODAY, busy, brief, limit });
  const standard: TestRanker['standard'] = (people, brief, limit = 100) => {
    const corpus = new Corpus(termsOf, lexicon);
    for (const [i, person] of people.entries()) corpus.put(standardPerson(standardRow({ id: i + 1, ...person })));
    return rank(corpus, brief, limit, null);
  };
  return {
    standard,
    cinema(people, brief, busy) {
      const corpus = new Corpus(termsOf, lexicon);
      for (const [i, person] of people.entries()) corpus.put(cinemaPerson(cinemaRow({ id: i + 1, ...person })));
      return rank(corpus, brief, 100, busy ?? null);
    },
    one(person, criteria, text = '') {
      const [found] = standard([person], briefOf(criteria, text)).people;
      if (!found) throw new Error('nobody was compared');
      return found;
    },
  };
}
