import { messages } from '#kernel/message.ts';

/** An explanation in words. {what} is a criterion (« Anglais (courant) »), {words} are the person's own. */
export const m = messages({
  summary: {
    fr: 'Score {score}/100 : {total, plural, =0 {aucun critère à comparer} one {{met} critère sur 1 rempli} other {{met, plural, one {1 critère rempli} other {# critères remplis}} sur {total}}}.',
    en: 'Score {score}/100: {total, plural, =0 {no criterion to compare} one {{met} of 1 criterion met} other {{met} of {total} criteria met}}.',
    ar: 'النتيجة {score}/100: {total, plural, =0 {لا معيار للمقارنة} one {تحقق {met} من معيار واحد} two {تحقق {met} من معيارين} few {تحقق {met} من {total} معايير} many {تحقق {met} من {total} معيارًا} other {تحقق {met} من {total} معيار}}.',
  },
  summaryWith: {
    fr: 'Score {score}/100 : {met, plural, one {1 critère rempli} other {# critères remplis}} sur {total} ({names}).',
    en: 'Score {score}/100: {met} of {total, plural, one {1 criterion} other {# criteria}} met ({names}).',
    ar: 'النتيجة {score}/100: تحقق {met} من {total, plural, zero {# معيار} one {معيار واحد} two {معيارين} few {# معايير} many {# معيارًا} other {# معيار}} ({names}).',
  },
  toAsk: {
    fr: '{count, plural, one {Un point reste à vérifier} other {# points restent à vérifier}} : {names}.',
    en: '{count, plural, one {One point is left to check} other {# points are left to check}}: {names}.',
    ar: '{count, plural, zero {تبقى # نقطة للتحقق} one {تبقى نقطة واحدة للتحقق} two {تبقى نقطتان للتحقق} few {تبقى # نقاط للتحقق} many {تبقى # نقطة للتحقق} other {تبقى # نقطة للتحقق}}: {names}.',
  },
  quoted: { fr: '{what} : « {words} »', en: '{what}: “{words}”', ar: '{what}: «{words}»' },
  unmet: { fr: '{what} : absent du profil', en: '{what}: not in the profile', ar: '{what}: غير موجود في الملف' },
  partly: { fr: '{what} : en partie', en: '{what}: in part', ar: '{what}: جزئيًا' },
  elsewhere: { fr: '{what} : vit ailleurs', en: '{what}: lives elsewhere', ar: '{what}: يقيم في مكان آخر' },
  busy: { fr: '{what} : déjà pris ces jours-là', en: '{what}: already booked on these days', ar: '{what}: محجوز في هذه الأيام' },
  unknown: { fr: '{what} : non précisé', en: '{what}: not stated', ar: '{what}: غير محدد' },
  shortText: {
    fr: 'La présentation parle peu de ce qui est demandé',
    en: 'The presentation says little about what is asked for',
    ar: 'التقديم لا يتحدث كثيرًا عن المطلوب',
  },
  wholeText: {
    fr: 'La présentation parle de ce qui est demandé',
    en: 'The presentation speaks of what is asked for',
    ar: 'التقديم يتحدث عن المطلوب',
  },
  addTalent: {
    fr: 'Ajouter « {what} » aux talents du profil, s’il est maîtrisé',
    en: 'Add “{what}” to the talents of the profile, when mastered',
    ar: 'إضافة «{what}» إلى مواهب الملف عند إتقانها',
  },
  addWord: {
    fr: 'Parler de « {what} » dans la présentation ou le CV, si c’est le cas',
    en: 'Mention “{what}” in the presentation or the CV, where it applies',
    ar: 'ذكر «{what}» في التقديم أو السيرة الذاتية إن انطبق ذلك',
  },
  sayLanguages: {
    fr: 'Indiquer les langues parlées et leur niveau',
    en: 'State the languages spoken and their level',
    ar: 'ذكر اللغات المتحدث بها ومستواها',
  },
  sayYears: {
    fr: 'Indiquer le nombre d’années d’expérience',
    en: 'State the number of years of experience',
    ar: 'ذكر عدد سنوات الخبرة',
  },
  sayPlace: { fr: 'Indiquer la ville de résidence', en: 'State the city of residence', ar: 'ذكر مدينة الإقامة' },
  sayAvailability: {
    fr: 'Indiquer la disponibilité et le mode de travail',
    en: 'State the availability and the way of working',
    ar: 'ذكر التوفر وطريقة العمل',
  },
  sayLook: {
    fr: 'Compléter les caractéristiques physiques de la fiche',
    en: 'Complete the physical traits of the card',
    ar: 'استكمال المواصفات الجسدية في البطاقة',
  },
  tellMore: {
    fr: 'Développer la présentation : réalisations, outils, rôles',
    en: 'Say more in the presentation: work done, tools, roles',
    ar: 'التوسع في التقديم: الإنجازات والأدوات والأدوار',
  },
  complete: {
    fr: 'Compléter le profil (présentation, CV, portfolio)',
    en: 'Complete the profile (presentation, CV, portfolio)',
    ar: 'استكمال الملف (التقديم، السيرة الذاتية، معرض الأعمال)',
  },
});
