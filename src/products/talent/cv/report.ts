/** The analysis as profiles keep it and the API gives it: the documented keys with French texts, and the codes that say them in other languages. */
import type { EmbeddedWhy } from '#capabilities/generation/generation.ts';
import type { Language } from '#kernel/message.ts';
import { messages, say } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { languageOf } from '../options/options.ts';
import { clipped, type EmbeddedAnalysis } from './analysis.ts';
import type { Reason } from './criteria.ts';
import type { ModelOpinion } from './opinion.ts';
import type { Remark, Remarks } from './remarks.ts';
import type { CvAnalysis } from './store.ts';
import { isRemarkCode, sayReason, sayRemark } from './words.ts';

const m = messages({
  years: {
    fr: '{count, plural, one {# an d’expérience} other {# ans d’expérience}}.',
    en: '{count, plural, one {# year of experience} other {# years of experience}}.',
    ar: '{count, plural, zero {# سنة خبرة} one {سنة خبرة} two {سنتا خبرة} few {# سنوات خبرة} many {# سنة خبرة} other {# سنة خبرة}}.',
  },
  skills: { fr: 'Compétences : {list}.', en: 'Skills: {list}.', ar: 'المهارات: {list}.' },
  languages: { fr: 'Langues : {list}.', en: 'Languages: {list}.', ar: 'اللغات: {list}.' },
  noText: {
    fr: 'Ce fichier ne contient pas de texte : c’est sans doute un scan. Envoyez le document d’origine (Word ou PDF exporté).',
    en: 'This file holds no text: it is probably a scan. Send the original document (Word, or an exported PDF).',
    ar: 'لا يحتوي هذا الملف على نص: هو على الأرجح نسخة ممسوحة. أرسل المستند الأصلي (Word أو PDF مُصدَّر).',
  },
});

export interface Judged {
  readonly embedded: EmbeddedAnalysis;
  readonly opinion: ModelOpinion | EmbeddedWhy;
  readonly quality: 'good' | 'poor';
  readonly at: Date;
}

const MOST_SKILLS = 20;
const MOST_SUMMARY = 300;

export function reportOf({ embedded, opinion, quality, at }: Judged, catalogue: Snapshot): CvAnalysis {
  const model = typeof opinion === 'string' ? null : opinion;
  const words = [...embedded.skills.map((skill) => skill.words), ...embedded.listed, ...(model?.skills ?? [])];
  const names = embedded.skills.map(({ talent }) => catalogue.talent(talent)?.name ?? '').filter(Boolean);
  const remarks = model ? textsOf(model) : remarksOf(embedded);
  return {
    success: true,
    score: model?.score ?? embedded.score,
    summary: model?.summary ?? summaryOf(embedded, names),
    skills: distinct(words).slice(0, MOST_SKILLS),
    skills_detected: names,
    ...inWords(remarks, 'fr'),
    experience_years: embedded.experience.years ?? model?.years ?? null,
    criteria: (model?.criteria ?? embedded.criteria).map(({ key, score, max }) => ({ key, score, max })),
    languages: embedded.languages,
    analyzed_by: model ? 'model' : 'embedded',
    provider: model?.provider ?? null,
    embedded_score: embedded.score,
    quality,
    analyzed_at: at.toISOString(),
    remarks: {
      ...remarks,
      reasons: reasonsOf(embedded),
      ...(typeof opinion === 'string' && opinion !== 'not_configured' ? { why: opinion } : {}),
    },
  };
}

/** Of a file without text. */
export const emptyReport = (at: Date): CvAnalysis => ({
  success: false,
  score: null,
  summary: null,
  skills: [],
  skills_detected: [],
  strengths: [],
  weaknesses: [],
  recommendations: [say(m.noText, 'fr')],
  experience_years: null,
  analyzed_by: 'embedded',
  provider: null,
  embedded_score: null,
  quality: 'none',
  analyzed_at: at.toISOString(),
});

function summaryOf(embedded: EmbeddedAnalysis, names: readonly string[]): string | null {
  if (embedded.about) return clipped(embedded.about.replaceAll('\n', ' '), MOST_SUMMARY);
  const { experience, languages } = embedded;
  const parts = [
    experience.years === null ? '' : say(m.years, 'fr', { count: experience.years }),
    names.length ? say(m.skills, 'fr', { list: names.slice(0, 6).join(', ') }) : '',
    languages.length ? say(m.languages, 'fr', { list: languages.map(({ code }) => languageOf(code).name).join(', ') }) : '',
  ];
  return parts.filter(Boolean).join(' ') || null;
}

const distinct = (texts: readonly string[]): string[] => [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];

/** A model speaks in sentences, our rules in codes. */
type Word = Remark | { readonly text: string };
type Words = Readonly<Record<keyof Remarks, readonly Word[]>>;
const LISTS = ['strengths', 'weaknesses', 'recommendations'] as const;

type Reasons = Readonly<Partial<Record<string, readonly Reason[]>>>;
const reasonsOf = ({ criteria }: EmbeddedAnalysis): Reasons => Object.fromEntries(criteria.map(({ key, reasons }) => [key, reasons]));

const remarksOf = ({ strengths, weaknesses, recommendations }: Remarks): Words => ({ strengths, weaknesses, recommendations });
const textsOf = (model: ModelOpinion): Words =>
  Object.fromEntries(LISTS.map((list) => [list, model[list].map((text) => ({ text }))])) as unknown as Words;

const sayWord = (word: Word, language: Language): string[] => {
  if ('text' in word) return [word.text];
  return isRemarkCode(word.code) ? [sayRemark(word, language)] : [];
};
const inWords = (words: Words, language: Language): Record<keyof Remarks, string[]> =>
  Object.fromEntries(LISTS.map((list) => [list, words[list].flatMap((word) => sayWord(word, language))])) as Record<
    keyof Remarks,
    string[]
  >;

/** Strengths, weaknesses and advice of a stored analysis in the language of the reader; those without codes as they are. */
export function analysisInWords(analysis: CvAnalysis, language: Language): Readonly<Record<keyof Remarks, readonly string[]>> {
  const stored = analysis.remarks as Partial<Words> | undefined;
  if (analysis.success === false) return { strengths: [], weaknesses: [], recommendations: [say(m.noText, language)] };
  return Object.fromEntries(
    LISTS.map((list) => [list, stored?.[list]?.flatMap((word) => sayWord(word, language)) ?? analysis[list] ?? []]),
  ) as unknown as Record<keyof Remarks, readonly string[]>;
}

/** What earned the points of a criterion, in the language of the reader; empty when nobody noted it. */
export function reasonsInWords(analysis: CvAnalysis, criterion: string, language: Language): string {
  const reasons = (analysis.remarks as { readonly reasons?: Reasons } | undefined)?.reasons?.[criterion] ?? [];
  return reasons.map((reason) => sayReason(reason, language)).join(' · ');
}

/** Why our own rules judged although a model was to be asked; null when none was, or when it answered. */
export const troubleOf = (analysis: CvAnalysis): string | null => (analysis.remarks as { readonly why?: string } | undefined)?.why ?? null;
