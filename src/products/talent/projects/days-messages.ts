/** What the page of a person's days says. */
import { messages } from '#kernel/message.ts';

export const calendar = messages({
  title: { fr: 'Disponibilités de {name}', en: 'Availability of {name}', ar: 'توفر {name}' },
  lead: {
    fr: 'Libre, retenu, réservé : chaque jour dit quel projet le prend.',
    en: 'Free, held, booked: every day says which project has it.',
    ar: 'متاح أو محفوظ أو محجوز: كل يوم يذكر المشروع الذي يشغله.',
  },
  tap: {
    fr: 'Touchez un jour pour le rendre indisponible, ou de nouveau libre.',
    en: 'Tap a day to make it unavailable, or free again.',
    ar: 'المس يومًا لجعله غير متاح أو متاحًا من جديد.',
  },
  profile: { fr: 'Voir le profil', en: 'See the profile', ar: 'عرض الملف' },
  previous: { fr: 'Mois précédent', en: 'Previous month', ar: 'الشهر السابق' },
  next: { fr: 'Mois suivant', en: 'Next month', ar: 'الشهر التالي' },
  today: { fr: 'Aujourd’hui', en: 'Today', ar: 'اليوم' },
  makeBusy: { fr: '{day} : libre. Rendre indisponible', en: '{day}: free. Make unavailable', ar: '{day}: متاح. اجعله غير متاح' },
  makeFree: { fr: '{day} : indisponible. Rendre libre', en: '{day}: unavailable. Make free', ar: '{day}: غير متاح. اجعله متاحًا' },
  month: { fr: 'Ce mois-ci', en: 'This month', ar: 'هذا الشهر' },
  allFree: { fr: 'Libre tout le mois.', en: 'Free all month.', ar: 'متاح طوال الشهر.' },
  both: {
    fr: 'Indisponible et réservé le même jour : prévenez la production.',
    en: 'Unavailable and booked on one day: tell the production.',
    ar: 'غير متاح ومحجوز في اليوم نفسه: أبلغ شركة الإنتاج.',
  },
  absences: { fr: 'Indisponibilités', en: 'Unavailable days', ar: 'أيام عدم التوفر' },
  add: { fr: 'Ajouter une indisponibilité', en: 'Add unavailable days', ar: 'إضافة أيام عدم توفر' },
  from: { fr: 'Du', en: 'From', ar: 'من' },
  to: { fr: 'Au', en: 'To', ar: 'إلى' },
  toHint: { fr: 'Vide : un seul jour', en: 'Empty: one day', ar: 'فارغ: يوم واحد' },
  reason: { fr: 'Motif', en: 'Reason', ar: 'السبب' },
  reasonHint: { fr: 'Facultatif, vu des personnes du studio', en: 'Optional, seen by the studio', ar: 'اختياري، يراه فريق الاستوديو' },
  submit: { fr: 'Ajouter', en: 'Add', ar: 'إضافة' },
  remove: { fr: 'Retirer {days}', en: 'Remove {days}', ar: 'إزالة {days}' },
  none: { fr: 'Aucune indisponibilité à venir.', en: 'No unavailable days to come.', ar: 'لا توجد أيام عدم توفر قادمة.' },
  added: { fr: 'Indisponible : {days}.', en: 'Unavailable: {days}.', ar: 'غير متاح: {days}.' },
  removed: { fr: 'De nouveau libre.', en: 'Free again.', ar: 'متاح من جديد.' },
});
