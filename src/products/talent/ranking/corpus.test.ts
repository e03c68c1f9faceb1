import { describe, expect, it } from 'vitest';
import { termsOf } from '../briefs/briefs.ts';
import { Corpus } from './corpus.ts';
import { createLexicon } from './lexicon.ts';
import { standardPerson } from './people-rows.ts';
import { type StandardGiven, standardRow } from './test-people.ts';

const lexicon = createLexicon([], termsOf);
const person = (given: StandardGiven) => standardPerson(standardRow(given));
const living = (corpus: Corpus, term: string): readonly number[] =>
  [...corpus.words.read(term).rows].filter((row) => corpus.columns.alive[row]).map((row) => corpus.columns.ids[row] as number);

describe('the people in memory', () => {
  it('are found by what they say now, beyond the room that was expected', () => {
    const corpus = new Corpus(termsOf, lexicon, 16);
    for (let id = 1; id <= 200; id += 1) corpus.put(person({ id, bio: 'Kora', years: id % 50 }));
    corpus.put(person({ id: 7, bio: 'Balafon', years: 9 }));
    corpus.remove(8);
    corpus.remove(999);
    expect(corpus.people).toBe(199);
    expect(living(corpus, 'kora')).toHaveLength(198);
    expect(living(corpus, 'balafon')).toEqual([7]);
    expect(corpus.columns.years[corpus.rows - 1]).toBe(9);
  });

  it('are worn when most rows are of the past', () => {
    const corpus = new Corpus(termsOf, lexicon);
    for (let time = 0; time < 2000; time += 1) corpus.put(person({ id: 1, bio: `Le ${time}` }));
    expect(corpus.isWorn).toBe(false);
    for (let time = 0; time < 10; time += 1) corpus.put(person({ id: 1 }));
    expect(corpus.isWorn).toBe(true);
    expect(corpus.people).toBe(1);
  });

  it('count a word in a byte: where it stands, and no more often than matters', () => {
    const corpus = new Corpus(termsOf, lexicon);
    corpus.put(person({ id: 1, bio: `Kora. ${'kora '.repeat(500)}`, cv: `Nom\nKora\n${'kora '.repeat(3)}` }));
    const { count, hows } = corpus.words.read('kora');
    expect(count).toBe(1);
    expect([(hows[0] ?? 0) & 3, ((hows[0] ?? 0) >>> 2) & 7, (hows[0] ?? 0) >>> 5]).toEqual([2, 7, 4]);
  });
});
