/** What the rules of projects refuse, and why; what the pages say is in `page-messages.ts`. */
import { messages } from '#kernel/message.ts';

export const refusals = messages({
  noProject: { fr: 'Projet introuvable', en: 'Project not found', ar: 'المشروع غير موجود' },
  noAssignment: {
    fr: 'Cette personne n’est pas (ou plus) dans le projet',
    en: 'This person is not (or no longer) in the project',
    ar: 'هذا الشخص ليس (أو لم يعد) في المشروع',
  },
  noBadge: {
    fr: 'Ce badge n’existe pas ou n’est plus valable',
    en: 'This badge does not exist or is no longer valid',
    ar: 'هذه الشارة غير موجودة أو لم تعد صالحة',
  },
  noPerson: { fr: 'Aucun talent CINEMA n’a ce code', en: 'No CINEMA talent has this code', ar: 'لا توجد موهبة سينمائية بهذا الرمز' },
  nobody: { fr: 'Talent CINEMA introuvable', en: 'CINEMA talent not found', ar: 'الموهبة السينمائية غير موجودة' },
  dayNeeded: { fr: 'Donnez un jour', en: 'Give a day', ar: 'حدد يومًا' },
  personNeeded: {
    fr: 'Choisissez une personne ou donnez son code CINEMA',
    en: 'Choose a person or give their CINEMA code',
    ar: 'اختر شخصًا أو أدخل رمزه السينمائي',
  },
  personClosed: { fr: 'Le dossier de cette personne est désactivé', en: 'The file of this person is closed', ar: 'ملف هذا الشخص معطّل' },
  noCountry: { fr: 'Ce pays n’est pas dans la liste', en: 'This country is not in the list', ar: 'هذا البلد غير موجود في القائمة' },
  noProduction: { fr: 'Cette production n’existe pas', en: 'This production does not exist', ar: 'شركة الإنتاج هذه غير موجودة' },
  timeZone: {
    fr: 'Fuseau horaire inconnu (exemple : Africa/Casablanca)',
    en: 'Unknown time zone (for example Africa/Casablanca)',
    ar: 'منطقة زمنية غير معروفة (مثال: Africa/Casablanca)',
  },
  endBeforeStart: {
    fr: 'La fin ne peut pas précéder le début',
    en: 'The end cannot come before the start',
    ar: 'لا يمكن أن تسبق النهاية البداية',
  },
  daysNeeded: {
    fr: 'Donnez les jours à réserver : le projet n’a pas de dates',
    en: 'Give the days to book: the project has no dates',
    ar: 'حدد الأيام المراد حجزها: ليست للمشروع تواريخ',
  },
  daysTwice: {
    fr: 'Ces jours sont déjà dans une autre ligne',
    en: 'These days are already in another line',
    ar: 'هذه الأيام مذكورة في سطر آخر',
  },
  tooManyDays: { fr: 'Au plus deux ans d’un seul tenant', en: 'At most two years at a stretch', ar: 'سنتان متصلتان على الأكثر' },
  finishedDays: {
    fr: 'Le projet est terminé : aucun jour à venir ne peut être réservé',
    en: 'The project is finished: no day to come can be booked',
    ar: 'انتهى المشروع: لا يمكن حجز أي يوم قادم',
  },
  alreadyAssigned: {
    fr: 'Cette personne est déjà dans le projet',
    en: 'This person is already in the project',
    ar: 'هذا الشخص موجود بالفعل في المشروع',
  },
  hasPresence: {
    fr: 'Des présences ont été enregistrées pour ce projet : il ne peut plus être supprimé. Mettez-le plutôt de côté.',
    en: 'Presence was recorded for this project: it can no longer be deleted. Put it away instead.',
    ar: 'سُجّل حضور في هذا المشروع: لم يعد بالإمكان حذفه. أرشفه بدلًا من ذلك.',
  },
  clashProject: {
    fr: '{name} n’est pas libre : « {project} », du {from, date, medium} au {to, date, medium} ({kind, select, booked {réservation ferme} other {option}}).{more, plural, =0 {} one { Et un autre conflit.} other { Et # autres conflits.}}',
    en: '{name} is not free: “{project}”, from {from, date, medium} to {to, date, medium} ({kind, select, booked {booked} other {pencilled}}).{more, plural, =0 {} one { And one more clash.} other { And # more clashes.}}',
    ar: '{name} غير متاح: «{project}» من {from, date, medium} إلى {to, date, medium} ({kind, select, booked {حجز مؤكد} other {حجز مبدئي}}).{more, plural, =0 {} one { وتعارض آخر.} two { وتعارضان آخران.} few { و# تعارضات أخرى.} many { و# تعارضًا آخر.} other { و# تعارض آخر.}}',
  },
  clashAbsence: {
    fr: '{name} est indisponible du {from, date, medium} au {to, date, medium}.{more, plural, =0 {} one { Et un autre conflit.} other { Et # autres conflits.}}',
    en: '{name} is unavailable from {from, date, medium} to {to, date, medium}.{more, plural, =0 {} one { And one more clash.} other { And # more clashes.}}',
    ar: '{name} غير متاح من {from, date, medium} إلى {to, date, medium}.{more, plural, =0 {} one { وتعارض آخر.} two { وتعارضان آخران.} few { و# تعارضات أخرى.} many { و# تعارضًا آخر.} other { و# تعارض آخر.}}',
  },
});
