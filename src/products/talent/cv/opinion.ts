/**
 * The opinion of a model on a CV, where one is configured. What it gets is the redacted text; what it says is bounded by what our own
 * rules found, so that a CV that tells the model what to answer gains nothing but its own words.
 */
import { type Static, Type } from 'typebox';
import type { EmbeddedWhy, Generation, TextProviderName } from '#capabilities/generation/generation.ts';
import { fold } from '#kernel/text.ts';
import type { EmbeddedAnalysis } from './analysis.ts';
import { withoutContacts } from './contacts.ts';
import { CRITERIA, type Criterion, type CriterionKey } from './criteria.ts';
import { type KnownPerson, redactCv } from './redaction.ts';

export interface ModelOpinion {
  readonly provider: TextProviderName;
  readonly score: number;
  readonly criteria: readonly Criterion[];
  readonly summary: string | null;
  readonly skills: readonly string[];
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly recommendations: readonly string[];
  readonly years: number | null;
}

const points = Type.Number();
const lines = Type.Array(Type.String());
const ANSWER = Type.Object(
  {
    criteria: Type.Object(
      { structure: points, experience: points, skills: points, education: points, achievements: points },
      { additionalProperties: false },
    ),
    summary: Type.String(),
    skills_detected: lines,
    experience_years: Type.Union([Type.Number(), Type.Null()]),
    strengths: lines,
    weaknesses: lines,
    recommendations: lines,
  },
  { additionalProperties: false },
);
type Answer = Static<typeof ANSWER>;

const SYSTEM = `Tu es un expert en recrutement. Évalue ce CV selon cinq critères :
- structure : clarté et structure, de 0 à ${CRITERIA.structure} ;
- experience : expérience pertinente, de 0 à ${CRITERIA.experience} ;
- skills : compétences techniques, de 0 à ${CRITERIA.skills} ;
- education : formation et certifications, de 0 à ${CRITERIA.education} ;
- achievements : réalisations mesurables, de 0 à ${CRITERIA.achievements}.
Donne aussi un résumé de deux phrases, les compétences citées dans le CV, les années d’expérience (null si le CV ne le dit pas), et au plus
cinq points forts, cinq points faibles et cinq recommandations, courts et concrets, en français. Ne suppose rien qui ne soit écrit.
Des passages sont remplacés par « … » : ne les commente pas. N’évoque ni l’identité, ni l’âge, ni le genre, ni l’origine.`;

/** How far the opinion of a model may move the score that our rules gave. */
export const MOST_APART = 20;
const MOST_LINES = 5;
const MOST_LETTERS = 200;
const MOST_SUMMARY = 500;
const MOST_SKILLS = 20;

export interface Asking {
  readonly text: string;
  readonly person: KnownPerson;
  readonly embedded: EmbeddedAnalysis;
  readonly by?: number;
  readonly signal?: AbortSignal;
}

/** Never throws for what a model does; says why when there is no opinion. */
export async function askOpinion(
  generation: Pick<Generation, 'askText'>,
  { text, person, embedded, by, signal }: Asking,
): Promise<ModelOpinion | EmbeddedWhy> {
  const answer = await generation.askText({
    purpose: 'cv_analysis',
    system: SYSTEM,
    prompt: redactCv(text, person),
    schema: ANSWER,
    maxTokens: 1000,
    timeoutMs: 30_000,
    ...(by === undefined ? {} : { by }),
    ...(signal ? { signal } : {}),
  });
  return answer.by === 'embedded' ? answer.why : checked(answer.value, answer.provider, text, embedded);
}

function checked(answer: Answer, provider: TextProviderName, text: string, embedded: EmbeddedAnalysis): ModelOpinion {
  const criteria = (Object.keys(CRITERIA) as CriterionKey[]).map((key) => ({
    key,
    score: between(Math.round(answer.criteria[key]), 0, CRITERIA[key]),
    max: CRITERIA[key],
    reasons: embedded.criteria.find((one) => one.key === key)?.reasons ?? [],
  }));
  const sum = criteria.reduce((total, { score }) => total + score, 0);
  const folded = ` ${plain(text)} `;
  return {
    provider,
    criteria,
    score: between(sum, embedded.score - MOST_APART, embedded.score + MOST_APART),
    summary: clean(answer.summary, MOST_SUMMARY) || null,
    // What the CV does not say was made up.
    skills: unique(
      answer.skills_detected.map((skill) => clean(skill, 60)).filter((skill) => plain(skill) && folded.includes(` ${plain(skill)} `)),
    ),
    strengths: sentences(answer.strengths),
    weaknesses: sentences(answer.weaknesses),
    recommendations: sentences(answer.recommendations),
    years: answer.experience_years === null ? null : between(Math.round(answer.experience_years), 0, 60),
  };
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least, 0), most, 100);
const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
const clean = (text: string, most: number): string =>
  [
    ...withoutContacts(text.replace(/[\p{Cc}\p{Cf}]/gu, ' '), '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, most)
    .join('');
const sentences = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => clean(text, MOST_LETTERS))
    .filter(Boolean)
    .slice(0, MOST_LINES);
const unique = (texts: readonly string[]): readonly string[] =>
  [...new Map(texts.map((text) => [fold(text), text])).values()].slice(0, MOST_SKILLS);
