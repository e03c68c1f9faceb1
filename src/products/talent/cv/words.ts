/** The words of remarks, reasons and criteria in the language of whoever reads them. */
import { type Language, type Message, messages, say } from '#kernel/message.ts';
import type { CriterionKey, Reason, ReasonCode } from './criteria.ts';
import type { Remark, RemarkCode } from './remarks.ts';
import type { SectionKind } from './sections.ts';

export const CRITERION_LABELS: Readonly<Record<CriterionKey, Message>> = messages({
  structure: { fr: 'Clarté et structure', en: 'Clarity and structure', ar: 'الوضوح والتنظيم' },
  experience: { fr: 'Expérience pertinente', en: 'Relevant experience', ar: 'الخبرة المناسبة' },
  skills: { fr: 'Compétences techniques', en: 'Technical skills', ar: 'المهارات التقنية' },
  education: { fr: 'Formation et certifications', en: 'Education and certifications', ar: 'التكوين والشهادات' },
  achievements: { fr: 'Réalisations mesurables', en: 'Measurable achievements', ar: 'إنجازات قابلة للقياس' },
});

const REMARKS: Readonly<Record<RemarkCode, Message>> = messages({
  clear: { fr: 'CV clair, avec les rubriques attendues', en: 'A clear CV with the expected parts', ar: 'سيرة واضحة تضم الأقسام المنتظرة' },
  years: {
    fr: '{count, plural, one {# an d’expérience} other {# ans d’expérience}}',
    en: '{count, plural, one {# year of experience} other {# years of experience}}',
    ar: '{count, plural, zero {# سنة خبرة} one {سنة خبرة} two {سنتا خبرة} few {# سنوات خبرة} many {# سنة خبرة} other {# سنة خبرة}}',
  },
  posts: {
    fr: 'Parcours daté : {count} postes',
    en: 'Dated career: {count} posts',
    ar: 'مسار مؤرخ: {count, plural, zero {# وظيفة} one {وظيفة واحدة} two {وظيفتان} few {# وظائف} many {# وظيفة} other {# وظيفة}}',
  },
  skills: {
    fr: '{count} compétences reconnues',
    en: '{count} recognised skills',
    ar: '{count, plural, zero {# مهارة معروفة} one {مهارة معروفة} two {مهارتان معروفتان} few {# مهارات معروفة} many {# مهارة معروفة} other {# مهارة معروفة}}',
  },
  proven: {
    fr: '{count} compétences démontrées par l’expérience',
    en: '{count} skills shown by experience',
    ar: '{count, plural, zero {# مهارة تؤكدها الخبرة} one {مهارة تؤكدها الخبرة} two {مهارتان تؤكدهما الخبرة} few {# مهارات تؤكدها الخبرة} many {# مهارة تؤكدها الخبرة} other {# مهارة تؤكدها الخبرة}}',
  },
  schooled: { fr: 'Formation solide et bien indiquée', en: 'Solid, well stated education', ar: 'تكوين متين ومذكور بوضوح' },
  measured: {
    fr: '{count} réalisations chiffrées ou primées',
    en: '{count} achievements with figures or awards',
    ar: '{count, plural, zero {# إنجاز} one {إنجاز واحد} two {إنجازان} few {# إنجازات} many {# إنجازًا} other {# إنجاز}} بأرقام أو جوائز',
  },
  spoken: {
    fr: '{count} langues parlées',
    en: '{count} spoken languages',
    ar: '{count, plural, zero {# لغة} one {لغة واحدة} two {لغتان} few {# لغات} many {# لغة} other {# لغة}}',
  },
  few_words: {
    fr: 'CV très court : {count, plural, one {# mot} other {# mots}}',
    en: 'A very short CV: {count, plural, one {# word} other {# words}}',
    ar: 'سيرة قصيرة جدًا: {count} كلمة',
  },
  many_words: { fr: 'CV très long : {count} mots', en: 'A very long CV: {count} words', ar: 'سيرة طويلة جدًا: {count} كلمة' },
  unclear: {
    fr: 'Une partie du texte n’a pas pu être lue',
    en: 'Part of the text could not be read',
    ar: 'تعذّرت قراءة جزء من النص',
  },
  no_dates: { fr: 'Aucune expérience datée', en: 'No dated experience', ar: 'لا توجد خبرة مؤرخة' },
  no_skills: {
    fr: 'Aucune compétence du catalogue n’est nommée',
    en: 'No skill of the catalogue is named',
    ar: 'لا تُذكر أي مهارة من الدليل',
  },
  unproven: {
    fr: 'Les compétences ne sont pas illustrées par l’expérience',
    en: 'The skills are not shown at work',
    ar: 'المهارات غير مدعومة بالخبرة',
  },
  no_education: { fr: 'Formation absente', en: 'No education', ar: 'لا يوجد تكوين' },
  not_measured: { fr: 'Aucun résultat chiffré', en: 'No result in figures', ar: 'لا توجد نتائج بالأرقام' },
  years_differ: {
    fr: '{count} ans annoncés, {other} ans datés',
    en: '{count} years stated, {other} years dated',
    ar: '{count} سنة معلنة و{other} سنة مؤرخة',
  },
  add_part: { fr: 'Ajoutez une rubrique « {part} »', en: 'Add a part “{part}”', ar: 'أضف قسم «{part}»' },
  add_dates: {
    fr: 'Datez chaque expérience : mois et année de début et de fin',
    en: 'Date every experience: month and year of start and end',
    ar: 'أرّخ كل تجربة: شهر وسنة البداية والنهاية',
  },
  add_duties: {
    fr: 'Décrivez vos missions en deux ou trois lignes par poste',
    en: 'Tell what you did in two or three lines a post',
    ar: 'صف مهامك في سطرين أو ثلاثة لكل وظيفة',
  },
  name_skills: {
    fr: 'Nommez vos compétences avec les mots du métier, dans une rubrique à part',
    en: 'Name your skills in the words of the trade, in a part of their own',
    ar: 'اذكر مهاراتك بمصطلحات المهنة في قسم مستقل',
  },
  prove_skills: {
    fr: 'Montrez chaque compétence dans une expérience précise',
    en: 'Show each skill in one precise experience',
    ar: 'اربط كل مهارة بتجربة محددة',
  },
  add_education: {
    fr: 'Indiquez votre formation, même courte : stage, atelier, école',
    en: 'State your education, even a short one: workshop, training, school',
    ar: 'اذكر تكوينك ولو كان قصيرًا: دورة أو ورشة أو مدرسة',
  },
  add_certificates: {
    fr: 'Ajoutez vos certificats et diplômes, avec l’année',
    en: 'Add your certificates and degrees, with the year',
    ar: 'أضف شهاداتك ودبلوماتك مع السنة',
  },
  add_figures: {
    fr: 'Chiffrez vos réalisations : public, budget, délais, nombre de projets',
    en: 'Put figures on your achievements: audience, budget, time, number of projects',
    ar: 'عبّر عن إنجازاتك بالأرقام: الجمهور والميزانية والآجال وعدد المشاريع',
  },
  add_languages: {
    fr: 'Indiquez les langues parlées et leur niveau',
    en: 'State the languages you speak, and how well',
    ar: 'اذكر اللغات التي تتحدثها ومستواها',
  },
  add_levels: {
    fr: 'Précisez le niveau de chaque langue',
    en: 'Say how well you speak each language',
    ar: 'حدّد مستوى كل لغة',
  },
  shorten: { fr: 'Ramenez le CV à deux pages', en: 'Bring the CV down to two pages', ar: 'اختصر السيرة في صفحتين' },
  send_text: {
    fr: 'Envoyez le fichier d’origine (Word, ou PDF exporté) plutôt qu’un scan',
    en: 'Send the original file (Word, or an exported PDF) rather than a scan',
    ar: 'أرسل الملف الأصلي (Word أو PDF مُصدَّر) بدل نسخة ممسوحة',
  },
  check_years: {
    fr: 'Accordez les années annoncées ({count}) et les dates ({other})',
    en: 'Make the stated years ({count}) and the dates ({other}) agree',
    ar: 'وفّق بين السنوات المعلنة ({count}) والتواريخ ({other})',
  },
});

const REASONS: Readonly<Record<ReasonCode, Message>> = messages({
  parts: { fr: '{count} rubriques attendues sur 6', en: '{count} of 6 expected parts', ar: '{count} من 6 أقسام منتظرة' },
  short: { fr: 'court ({count} mots)', en: 'short ({count} words)', ar: 'قصيرة ({count} كلمة)' },
  long: { fr: 'long ({count} mots)', en: 'long ({count} words)', ar: 'طويلة ({count} كلمة)' },
  unclear: { fr: 'texte en partie illisible', en: 'text partly unreadable', ar: 'نص غير مقروء جزئيًا' },
  years: {
    fr: '{count, plural, one {# an} other {# ans}}',
    en: '{count, plural, one {# year} other {# years}}',
    ar: '{count, plural, zero {# سنة} one {سنة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  },
  posts: {
    fr: '{count, plural, one {# poste daté} other {# postes datés}}',
    en: '{count, plural, one {# dated post} other {# dated posts}}',
    ar: '{count, plural, zero {# وظيفة مؤرخة} one {وظيفة مؤرخة} two {وظيفتان مؤرختان} few {# وظائف مؤرخة} many {# وظيفة مؤرخة} other {# وظيفة مؤرخة}}',
  },
  no_dates: { fr: 'aucune durée indiquée', en: 'no duration stated', ar: 'لا مدة مذكورة' },
  duties: {
    fr: '{count, plural, one {# ligne de missions} other {# lignes de missions}}',
    en: '{count, plural, one {# line of duties} other {# lines of duties}}',
    ar: '{count, plural, zero {# سطر} one {سطر واحد} two {سطران} few {# أسطر} many {# سطرًا} other {# سطر}} من المهام',
  },
  talents: {
    fr: '{count, plural, one {# compétence du catalogue} other {# compétences du catalogue}}',
    en: '{count, plural, one {# skill of the catalogue} other {# skills of the catalogue}}',
    ar: '{count, plural, zero {# مهارة} one {مهارة واحدة} two {مهارتان} few {# مهارات} many {# مهارة} other {# مهارة}} من الدليل',
  },
  no_talents: { fr: 'aucune compétence du catalogue', en: 'no skill of the catalogue', ar: 'لا مهارة من الدليل' },
  listed: {
    fr: '{count, plural, one {# compétence énumérée} other {# compétences énumérées}}',
    en: '{count, plural, one {# listed skill} other {# listed skills}}',
    ar: '{count, plural, zero {# مهارة مذكورة} one {مهارة مذكورة} two {مهارتان مذكورتان} few {# مهارات مذكورة} many {# مهارة مذكورة} other {# مهارة مذكورة}}',
  },
  proven: {
    fr: '{count, plural, one {# illustrée} other {# illustrées}} par l’expérience',
    en: '{count} shown at work',
    ar: '{count, plural, zero {# تؤكدها} one {واحدة تؤكدها} two {اثنتان تؤكدهما} few {# تؤكدها} many {# تؤكدها} other {# تؤكدها}} الخبرة',
  },
  degree: { fr: 'diplôme ou école nommés', en: 'a degree or school is named', ar: 'دبلوم أو مدرسة مذكورة' },
  education_part: { fr: 'rubrique présente', en: 'the part is there', ar: 'القسم موجود' },
  no_education: { fr: 'rubrique absente', en: 'the part is missing', ar: 'القسم غائب' },
  certificates: {
    fr: '{count, plural, one {# certificat} other {# certificats}}',
    en: '{count, plural, one {# certificate} other {# certificates}}',
    ar: '{count, plural, zero {# شهادة} one {شهادة واحدة} two {شهادتان} few {# شهادات} many {# شهادة} other {# شهادة}}',
  },
  measured: {
    fr: '{count, plural, one {# résultat chiffré} other {# résultats chiffrés}}',
    en: '{count, plural, one {# result in figures} other {# results in figures}}',
    ar: '{count, plural, zero {# نتيجة} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}} بالأرقام',
  },
  not_measured: { fr: 'aucun résultat chiffré', en: 'no result in figures', ar: 'لا نتائج بالأرقام' },
});

const PARTS: Readonly<Partial<Record<SectionKind, Message>>> = messages({
  profile: { fr: 'Profil', en: 'Profile', ar: 'نبذة' },
  experience: { fr: 'Expérience', en: 'Experience', ar: 'الخبرة' },
  education: { fr: 'Formation', en: 'Education', ar: 'التكوين' },
  skills: { fr: 'Compétences', en: 'Skills', ar: 'المهارات' },
  languages: { fr: 'Langues', en: 'Languages', ar: 'اللغات' },
  contact: { fr: 'Contact', en: 'Contact', ar: 'للتواصل' },
});

export function sayRemark({ code, count = 0, other = 0, part }: Remark, language: Language): string {
  const name = (part && PARTS[part]) ?? PARTS.profile;
  return say(REMARKS[code], language, { count, other, part: name ? say(name, language) : '' });
}
export const sayReason = ({ code, count = 0 }: Reason, language: Language): string => say(REASONS[code], language, { count });
export const isRemarkCode = (code: string): code is RemarkCode => Object.hasOwn(REMARKS, code);
