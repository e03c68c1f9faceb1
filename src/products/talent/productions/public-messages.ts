/** What the public pages of companies say. */
import { messages } from '#kernel/message.ts';

export const open = messages({
  listTitle: { fr: 'Productions vérifiées', en: 'Verified companies', ar: 'شركات إنتاج موثقة' },
  listLead: {
    fr: 'Des sociétés de production dont nous avons contrôlé l’identité. Une production absente de cette liste n’a pas notre sceau.',
    en: 'Production companies whose identity we checked. A company that is not in this list does not bear our seal.',
    ar: 'شركات إنتاج تحققنا من هويتها. الشركة غير الموجودة في هذه القائمة لا تحمل ختمنا.',
  },
  none: { fr: 'Aucune production vérifiée pour l’instant', en: 'No verified company yet', ar: 'لا شركات موثقة بعد' },
  noneText: {
    fr: 'Le sceau est donné après un contrôle. Revenez bientôt.',
    en: 'The seal is given after a check. Come back soon.',
    ar: 'يُمنح الختم بعد تحقق. عد قريبًا.',
  },
  sealed: { fr: 'Production vérifiée', en: 'Verified company', ar: 'شركة موثقة' },
  sealText: {
    fr: '{site} a contrôlé qui dirige cette société, depuis le {date}. Ses contacts officiels sont sur la page de contrôle du sceau.',
    en: '{site} has checked who runs this company, since {date}. Its official contacts are on the check page of the seal.',
    ar: 'تحققت {site} ممن يدير هذه الشركة منذ {date}. وسائل الاتصال الرسمية في صفحة التحقق من الختم.',
  },
  check: { fr: 'Vérifier le sceau', en: 'Check the seal', ar: 'التحقق من الختم' },
  about: { fr: 'La société', en: 'The company', ar: 'الشركة' },
  facts: { fr: 'En bref', en: 'In short', ar: 'باختصار' },
  founded: { fr: 'Fondée en', en: 'Founded in', ar: 'تأسست عام' },
  works: { fr: 'Productions notables', en: 'Notable productions', ar: 'أبرز الإنتاجات' },
  services: { fr: 'Services', en: 'Services', ar: 'الخدمات' },
  where: { fr: 'Siège', en: 'Seat', ar: 'المقر' },
  awards: { fr: 'Prix', en: 'Awards', ar: 'الجوائز' },
  calls: { fr: 'Castings ouverts', en: 'Open castings', ar: 'اختبارات أداء مفتوحة' },
  noCalls: {
    fr: 'Aucun casting ouvert pour l’instant.',
    en: 'No open casting for now.',
    ar: 'لا اختبارات أداء مفتوحة حاليًا.',
  },
  projects: { fr: 'Projets', en: 'Projects', ar: 'المشاريع' },
  never: {
    fr: 'Cette production ne vous demandera jamais d’argent pour un casting. Si quelqu’un le fait en son nom, dites-le-nous.',
    en: 'This company never asks you for money for a casting. If somebody does so in its name, tell us.',
    ar: 'لن تطلب منك هذه الشركة المال أبدًا مقابل اختبار أداء. إن فعل ذلك أحد باسمها فأخبرنا.',
  },
});
