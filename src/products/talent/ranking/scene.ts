/** What a question is answered with: the people, the lists, the day, and the postings that were read already. */
import type { Criterion } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { Columns, Corpus, ReadTerms } from './corpus.ts';
import type { Found } from './postings.ts';

export interface Scene {
  readonly corpus: Corpus;
  readonly columns: Columns;
  readonly catalogue: Snapshot;
  readonly termsOf: ReadTerms;
  /** Days since 1900 and the date itself, as ages are counted. */
  readonly today: Date;
  readonly busy: ReadonlySet<number> | null;
  /** Of the same kind as the criterion that is judged: how many there are. */
  readonly siblings: (criterion: Criterion) => number;
  words(term: string): Found;
  facts(key: string): Found;
}

export type SceneGiven = Omit<Scene, 'columns' | 'words' | 'facts' | 'siblings'> & { readonly criteria: readonly Criterion[] };

export function sceneOf({ criteria, ...given }: SceneGiven): Scene {
  const { corpus } = given;
  return {
    ...given,
    columns: corpus.columns,
    siblings: ({ kind }) => criteria.filter((other) => other.kind === kind).length,
    words: remembered((term) => corpus.words.read(term)),
    facts: remembered((key) => corpus.facts.read(key)),
  };
}

function remembered(read: (key: string) => Found): (key: string) => Found {
  const found = new Map<string, Found>();
  return (key) => {
    const known = found.get(key) ?? read(key);
    found.set(key, known);
    return known;
  };
}
