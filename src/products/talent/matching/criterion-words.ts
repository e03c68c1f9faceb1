/** What the panel calls kinds of criteria, and single values in its lists; a whole criterion is told by `describeCriterion`. */
import { type Language, type Message, messages, say } from '#kernel/message.ts';
import { type BriefKind, type CriterionKind, criterionOf, describeCriterion } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { choiceOf, OPTIONS, type OptionName } from '../options/options.ts';
import { words } from '../profile-form/profile-form.tsx';

const m = messages({
  talent: { fr: 'Talent', en: 'Talent', ar: 'الموهبة' },
  skill: { fr: 'Compétence', en: 'Skill', ar: 'المهارة' },
  talent_type: { fr: 'Type de talent', en: 'Talent type', ar: 'نوع الموهبة' },
  language: { fr: 'Langue', en: 'Language', ar: 'اللغة' },
  city: { fr: 'Ville', en: 'City', ar: 'المدينة' },
  country: { fr: 'Pays de résidence', en: 'Country of residence', ar: 'بلد الإقامة' },
  experience: { fr: 'Expérience', en: 'Experience', ar: 'الخبرة' },
  dates: { fr: 'Libre', en: 'Free', ar: 'متاح' },
  age: { fr: 'Âge', en: 'Age', ar: 'العمر' },
  height: { fr: 'Taille', en: 'Height', ar: 'الطول' },
  eye_color: { fr: 'Yeux', en: 'Eyes', ar: 'العينان' },
  hair_color: { fr: 'Cheveux', en: 'Hair', ar: 'الشعر' },
  hair_type: { fr: 'Type de cheveux', en: 'Hair type', ar: 'نوع الشعر' },
  skin_tone: { fr: 'Teint', en: 'Skin tone', ar: 'لون البشرة' },
  build: { fr: 'Corpulence', en: 'Build', ar: 'البنية' },
  ethnicity: { fr: 'Origines', en: 'Origins', ar: 'الأصول' },
  word: { fr: 'Mot', en: 'Word', ar: 'كلمة' },
});

const KIND_WORDS: Readonly<Record<CriterionKind, Message>> = {
  ...m,
  gender: words.labels.gender,
  availability: words.labels.availability,
  work_mode: words.labels.work_mode,
  work_time: words.labels.work_time,
};
/** A talent of the catalogue is a skill in the CINEMA module. */
export const kindWord = (kind: CriterionKind, brief: BriefKind): Message =>
  kind === 'talent' && brief === 'cinema' ? m.skill : KIND_WORDS[kind];

/** A stored value as people read it. */
export function valueWord(kind: CriterionKind, value: string, language: Language, catalogue: Snapshot): string {
  if (kind in OPTIONS) return say(choiceOf(kind as OptionName, value).label, language);
  return describeCriterion(criterionOf(kind, { values: [value] }), language, catalogue);
}
