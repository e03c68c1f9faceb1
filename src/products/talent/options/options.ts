/**
 * What can be chosen in the CINEMA module, and how what people write becomes one of it.
 *
 * Hides the lists and the spellings of older documents (`Actrice Principale`, `Ondules`, `Berbere`). Values are stored and sent
 * in their canonical French form; `canonical` finds it from any case, without accents, from an alias, or from a name in another language.
 */
import { messages } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';
import { LANGUAGES, type SpokenLanguage } from './languages.ts';
import * as lists from './lists.ts';

export { LANGUAGES, type SpokenLanguage } from './languages.ts';
export type { Choice } from './lists.ts';

export const OPTIONS = {
  talent_type: lists.TALENT_TYPES,
  eye_color: lists.EYE_COLORS,
  hair_color: lists.HAIR_COLORS,
  hair_type: lists.HAIR_TYPES,
  skin_tone: lists.SKIN_TONES,
  build: lists.BUILDS,
  ethnicity: lists.ETHNICITIES,
  production_type: lists.PRODUCTION_TYPES,
  id_document_type: lists.ID_DOCUMENT_TYPES,
} as const satisfies Readonly<Record<string, readonly lists.Choice[]>>;
export type OptionName = keyof typeof OPTIONS;

const ALIASES: Readonly<Partial<Record<OptionName, Readonly<Record<string, string>>>>> = {
  talent_type: {
    'Actrice Principale': 'Acteur Principal',
    'Actrice Secondaire': 'Acteur Secondaire',
    'Figurant(e)': 'Figurant',
    Figurante: 'Figurant',
    Cascadeuse: 'Cascadeur',
    'Danseuse de fond': 'Danseur de fond',
    'Figurante Spécialisée': 'Figurant Spécialisé',
    // The keys of the technical document (`role_type`).
    acteur_principal: 'Acteur Principal',
    acteur_secondaire: 'Acteur Secondaire',
    doublure_lumiere: 'Doublure Lumière',
    voix_off: 'Voix Off',
    figurant_specialise: 'Figurant Spécialisé',
    danseur_de_fond: 'Danseur de fond',
  },
  hair_type: {
    Ondules: 'Ondulé',
    Ondulés: 'Ondulé',
    Dreadlocks: 'Locks',
    Lisses: 'Lisse',
    Bouclés: 'Bouclé',
    Frisés: 'Frisé',
    Crépus: 'Crépu',
  },
  ethnicity: { Berbere: 'Berbère', Amazigh: 'Berbère', Amazighe: 'Berbère' },
  production_type: {
    série: 'Série TV',
    serie_tv: 'Série TV',
    publicite: 'Publicité',
    web_serie: 'Web-série',
    court_metrage: 'Court métrage',
  },
  id_document_type: { "Carte d'identité nationale": 'CIN', CNI: 'CIN' },
};

const spellings = new Map(
  (Object.keys(OPTIONS) as OptionName[]).map((name) => {
    const found = new Map<string, string>();
    for (const { value, label } of OPTIONS[name]) for (const text of [label.ar, label.en]) found.set(fold(text), value);
    for (const [alias, value] of Object.entries(ALIASES[name] ?? {})) found.set(fold(alias), value);
    for (const { value } of OPTIONS[name]) found.set(fold(value), value);
    return [name, found] as const;
  }),
);

/** The stored form of a value, however it is written; undefined when it is none of the list. */
export const canonical = (name: OptionName, text: string): string | undefined => spellings.get(name)?.get(fold(text));

/** The words for a stored value; a value that is no longer in the list stands for itself. */
export const choiceOf = (name: OptionName, value: string): lists.Choice =>
  OPTIONS[name].find((choice) => choice.value === value) ?? { value, label: { fr: value, en: value, ar: value } };

const byCode = new Map(LANGUAGES.map((language) => [language.code, language]));
const byName = new Map(
  LANGUAGES.flatMap((language) =>
    [language.label.ar, language.label.en, language.name.replace(/ \(.*\)$/, ''), language.name, language.code].map(
      (text) => [fold(text), language] as const,
    ),
  ),
);
/** By code or by name in any of our languages, however it is written. */
export const languageNamed = (text: string): SpokenLanguage | undefined => byName.get(fold(text));
/** A stored code; one that is unknown stands for itself. */
export const languageOf = (code: string): SpokenLanguage =>
  byCode.get(code) ?? { code, name: code, flag: '🏳️', label: { fr: code, en: code, ar: code } };

const m = messages({
  debutant: { fr: 'Débutant', en: 'Beginner', ar: 'مبتدئ' },
  one: { fr: '1 à 5 ans', en: '1 to 5 years', ar: 'من سنة إلى 5 سنوات' },
  five: { fr: '5 à 10 ans', en: '5 to 10 years', ar: 'من 5 إلى 10 سنوات' },
  ten: { fr: '10 ans et plus', en: '10 years and more', ar: '10 سنوات فأكثر' },
  notions: { fr: 'Notions', en: 'Basics', ar: 'مبادئ' },
  courant: { fr: 'Courant', en: 'Fluent', ar: 'بطلاقة' },
  bilingue: { fr: 'Bilingue', en: 'Bilingual', ar: 'ثنائي اللغة' },
  maternelle: { fr: 'Langue maternelle', en: 'Mother tongue', ar: 'اللغة الأم' },
  preparation: { fr: 'En préparation', en: 'In preparation', ar: 'قيد التحضير' },
  shooting: { fr: 'En tournage', en: 'Shooting', ar: 'قيد التصوير' },
  post: { fr: 'Post-production', en: 'Post-production', ar: 'مرحلة ما بعد الإنتاج' },
  done: { fr: 'Terminé', en: 'Finished', ar: 'منتهٍ' },
});

/** Documented age ranges, both ends included; the last has no end. */
export const AGE_RANGES = [
  { value: '18-25', min: 18, max: 25 },
  { value: '26-35', min: 26, max: 35 },
  { value: '36-50', min: 36, max: 50 },
  { value: '51+', min: 51, max: null },
] as const;

/** Years of experience from, and up to but not including. */
export const EXPERIENCE_LEVELS = [
  { value: 'debutant', label: m.debutant, min: 0, below: 1 },
  { value: '1_5_ans', label: m.one, min: 1, below: 5 },
  { value: '5_10_ans', label: m.five, min: 5, below: 10 },
  { value: '10_plus', label: m.ten, min: 10, below: null },
] as const;
export type ExperienceLevel = (typeof EXPERIENCE_LEVELS)[number]['value'];

export const LANGUAGE_LEVELS = { notions: m.notions, courant: m.courant, bilingue: m.bilingue, maternelle: m.maternelle } as const;
export type LanguageLevel = keyof typeof LANGUAGE_LEVELS;

export const PROJECT_STATUSES = {
  en_preparation: m.preparation,
  en_tournage: m.shooting,
  post_production: m.post,
  termine: m.done,
} as const;
export type ProjectStatus = keyof typeof PROJECT_STATUSES;
