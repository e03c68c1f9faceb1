/**
 * The words of the brief in what people write: how much of what is asked they speak of, and where.
 *
 * A word weighs by what it is in the brief, never by how many others use it: a score depends on the brief and the person alone, so
 * nobody's text can move the place of anybody else's number. Saying it again helps little, saying it in a long text less than in a
 * short one.
 */
import type { Brief, Criterion } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { inBio, inCv, inHead, type ReadTerms } from './corpus.ts';
import type { Scene } from './scene.ts';

/** Words that any brief has; in the forms that people write, read by the same reader as the texts. */
const COMMON = `recherche recherchons cherche cherchons besoin poste profil mission projet équipe expérience candidat candidature entreprise
  société agence client bon bonne sens capacité maîtrise connaissance connaissances compétences qualité souhaité exigé indispensable apprécié
  atout courant niveau parler disponible métier rôle travail travailler offre emploi contrat urgent motivé dynamique sérieux rigoureux autonome idéalement minimum ans année
  looking seeking need job role position profile team experience candidate company client good strong skills knowledge required must plus
  ability speak speaking least possible remote work working project year years join motivated
  نبحث مطلوب يتقن تتقن يتحدث تتحدث الأقل وظيفة خبرة فريق مشروع شركة مهارات معرفة جيد قدرة العمل عمل سنوات سنة دور مرشح`;
/** Of standard people neither gender nor age nor origin counts, not even as a word that somebody wrote of themselves. */
const PERSONAL = `homme femme hommes femmes masculin féminin garçon fille jeune jeunes âge âgé vieux senior célibataire marié mariée nationalité
  man woman men women male female boy girl young age aged old single married nationality
  رجل امرأة ذكر أنثى شاب شابة فتاة فتى عمر سن متزوج أعزب جنسية`;

const WEIGHT = { asked: 2, plain: 1, common: 0.25 };

export interface AskedWord {
  readonly term: string;
  readonly weight: number;
}

/** The words of the brief that are looked for in texts. Those that became a place, a language or an age are not: they are compared as such. */
export function wordsAsked(brief: Brief, catalogue: Snapshot, termsOf: ReadTerms): readonly AskedWord[] {
  const read = (text: string): ReadonlySet<string> => new Set(termsOf(text).map(({ term }) => term));
  const quoted = (wanted: (criterion: Criterion) => boolean): ReadonlySet<string> =>
    read(
      brief.criteria
        .filter(wanted)
        .map(({ quote }) => quote ?? '')
        .join(' . '),
    );
  const isSubject = ({ kind }: Criterion): boolean => kind === 'talent' || kind === 'word' || kind === 'talent_type';
  const [subjects, settled] = [quoted(isSubject), quoted((criterion) => !isSubject(criterion))];
  const personal = brief.kind === 'standard' ? read(`${PERSONAL} ${nationalities(catalogue)}`) : new Set<string>();
  const common = read(COMMON);
  const words = [...read(brief.text)].filter((term) => !personal.has(term) && (subjects.has(term) || !settled.has(term)));
  return words
    .filter((term) => !/^\d+$/.test(term))
    .map((term) => ({ term, weight: subjects.has(term) ? WEIGHT.asked : common.has(term) ? WEIGHT.common : WEIGHT.plain }));
}

const nationalities = ({ countries }: Snapshot): string =>
  countries.map(({ nationality, nationalityMasculine }) => `${nationality} ${nationalityMasculine}`).join(' ');

const PART = { talents: 1.5, head: 2, bio: 1.5, cv: 1 };
/** Lengths in terms at which a text is neither short nor long. */
const USUAL = { bio: 40, cv: 200 };
/** How much of the length counts. */
const BY_LENGTH = 0.5;
const SATURATION = 0.6;
/** Nobody speaks of every word of a long brief: half of them is nearly all. */
const GENEROSITY = 3;

/** Between 0 and 1 for each row; null when the brief has no words. */
export function judgeText(asked: readonly AskedWord[], scene: Scene): Float32Array | null {
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  const { rows } = scene.corpus;
  const [shares, strengths] = [new Float32Array(rows), new Float32Array(rows)];
  for (const { term, weight } of asked) {
    addTexts(term, strengths, scene);
    addListed(term, strengths, scene);
    for (let row = 0; row < rows; row += 1) {
      const strength = strengths[row] as number;
      if (strength) shares[row] = (shares[row] as number) + (weight * strength) / (strength + SATURATION);
    }
    strengths.fill(0);
  }
  const most = 1 - Math.exp(-GENEROSITY);
  for (let row = 0; row < rows; row += 1)
    if (shares[row]) shares[row] = (1 - Math.exp((-GENEROSITY * (shares[row] as number)) / whole)) / most;
  return shares;
}

/** How strongly each row speaks of that word, all parts of its texts together. */
function addTexts(term: string, strengths: Float32Array, { columns, words }: Scene): void {
  const { count, rows, hows } = words(term);
  for (let i = 0; i < count; i += 1) {
    const [row, how] = [rows[i] as number, hows[i] as number];
    strengths[row] =
      PART.head * inHead(how) +
      (PART.bio * inBio(how)) / lengthOf(columns.bioTerms[row] as number, USUAL.bio) +
      (PART.cv * inCv(how)) / lengthOf(columns.cvTerms[row] as number, USUAL.cv);
  }
}

/** The word is in the name of a talent that somebody lists: once, however many talents have it. */
function addListed(term: string, strengths: Float32Array, { catalogue, corpus, facts }: Scene): void {
  const keys = corpus.lexicon.talentsWith(term).flatMap((id) => [`talent:${id}`, `talent:${catalogue.talent(id)?.name ?? ''}`]);
  if (!keys.length) return;
  const listed = new Uint8Array(corpus.rows);
  for (const key of keys) {
    const { count, rows } = facts(key);
    for (let i = 0; i < count; i += 1) listed[rows[i] as number] = 1;
  }
  for (let row = 0; row < corpus.rows; row += 1) if (listed[row]) strengths[row] = (strengths[row] as number) + PART.talents;
}

const lengthOf = (terms: number, usual: number): number => 1 - BY_LENGTH + BY_LENGTH * (terms / usual);
