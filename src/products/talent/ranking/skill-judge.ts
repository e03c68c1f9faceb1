/**
 * Talents and words: listed in the profile, named in a text, or near to one that is. A talent that a person lists is sure; one that
 * only a text names is nearly so; one of the same family is a small part of it.
 */
import type { Criterion } from '../briefs/briefs.ts';
import type { Talent } from '../catalogue/catalogue.ts';
import { inBio, inCv, inHead } from './corpus.ts';
import { excuse, type Judged, judgedOf, MET, raise, raiseAll, UNKNOWN, UNMET } from './judged.ts';
import { SAID } from './person.ts';
import type { Scene } from './scene.ts';

/** By how often it is named; a title names what somebody is. A word in passing is a hint, a better one beside a talent of the family. */
const NAMED = { once: 0.4, again: 0.6, head: 0.8 };
const BESIDE_RELATED = 0.1;
const RELATED = 0.25;
/** Whoever wrote less of themselves has not said what they cannot do. */
const TOLD_TERMS = 30;
const SILENT = 0.15;

export function judgeTalent(criterion: Criterion, scene: Scene): Judged {
  const { corpus, columns } = scene;
  const judged = judgedOf(corpus);
  for (const value of criterion.values) {
    const talent = talentOf(value, scene);
    if (!talent) judgeWords(judged, value, scene);
    else judgeNamed(judged, talent, familyOf(talent, value, scene), scene);
    raiseAll(judged, scene.facts(`talent:${value}`), 1, MET);
  }
  // Far less than one talent among all that are asked for: whoever adds one of them must not lose by it.
  const value = Math.min(SILENT, 0.3 / scene.siblings(criterion));
  excuse(corpus, judged, value, (row) => ((columns.said[row] as number) & SAID.talents) === 0 && !hasTold(scene, row));
  return judged;
}

/** By what texts name, and by the talents of the same family that somebody lists. */
function judgeNamed(judged: Judged, { id }: Talent, family: readonly string[], scene: Scene): void {
  const { corpus, facts } = scene;
  const related = new Uint8Array(corpus.rows);
  for (const key of family) {
    const { count, rows } = facts(key);
    for (let i = 0; i < count; i += 1) related[rows[i] as number] = 1;
  }
  for (let row = 0; row < corpus.rows; row += 1) if (related[row]) raise(judged, row, RELATED, UNMET);
  const { count, rows, hows } = facts(`named:${id}`);
  for (let i = 0; i < count; i += 1) {
    const [row, how] = [rows[i] as number, hows[i] as number];
    const worth = namedWorth(how) + (related[row] ? BESIDE_RELATED : 0);
    raise(judged, row, worth, worth > 0.5 ? MET : UNKNOWN);
  }
}

function namedWorth(how: number): number {
  if (inHead(how)) return NAMED.head;
  return inBio(how) + inCv(how) > 1 ? NAMED.again : NAMED.once;
}

export function judgeWord(criterion: Criterion, scene: Scene): Judged {
  const judged = judgedOf(scene.corpus);
  for (const value of criterion.values) judgeWords(judged, value, scene);
  excuse(scene.corpus, judged, SILENT, (row) => !hasTold(scene, row));
  // No list knows this word: whoever does not use it may have another one for the same thing, so nobody is left out for it.
  for (let row = 0; row < judged.states.length; row += 1) if (judged.states[row] === UNMET) judged.states[row] = UNKNOWN;
  return judged;
}

const hasTold = ({ columns }: Scene, row: number): boolean =>
  (columns.bioTerms[row] as number) + (columns.cvTerms[row] as number) >= TOLD_TERMS;

/** Standard people list talents by number, CINEMA people by name. */
const talentOf = (value: string, { catalogue }: Scene): Talent | undefined =>
  /^\d+$/.test(value) ? catalogue.talent(Number(value)) : catalogue.talentNamed(value);

const familyOf = ({ id, category }: Talent, value: string, { catalogue }: Scene): readonly string[] =>
  catalogue.talents
    .filter((talent) => talent.category === category && talent.id !== id)
    .map((talent) => `talent:${/^\d+$/.test(value) ? talent.id : talent.name}`);

/** All of its words in one part of the texts meet it; some of them are a part of it. */
function judgeWords(judged: Judged, text: string, scene: Scene): void {
  const terms = [...new Set(scene.termsOf(text).map(({ term }) => term))];
  if (!terms.length) return;
  const { rows } = scene.corpus;
  const [parts, some] = [new Uint8Array(rows).fill(7), new Uint8Array(rows)];
  for (const term of terms) {
    const here = new Uint8Array(rows);
    const found = scene.words(term);
    for (let i = 0; i < found.count; i += 1) {
      const row = found.rows[i] as number;
      here[row] = partsOf(found.hows[i] as number);
      some[row] = (some[row] as number) + 1;
    }
    for (let row = 0; row < rows; row += 1) parts[row] = (parts[row] as number) & (here[row] as number);
  }
  for (let row = 0; row < rows; row += 1) {
    if (parts[row]) raise(judged, row, (parts[row] as number) & 1 ? 1 : (parts[row] as number) & 2 ? 0.95 : 0.85, MET);
    else if (some[row]) raise(judged, row, (0.5 * (some[row] as number)) / terms.length, UNMET);
  }
}

const partsOf = (how: number): number => (inHead(how) ? 1 : 0) | (inBio(how) ? 2 : 0) | (inCv(how) ? 4 : 0);
