import { messages } from '#kernel/message.ts';

/** What the API prints: v3 in English, v2 in French. */
export const outcomes = messages({
  checkedIn: { fr: 'Arrivée enregistrée avec succès', en: 'Check-in recorded successfully', ar: 'سُجّل الحضور بنجاح' },
  checkedOut: { fr: 'Départ enregistré avec succès', en: 'Check-out recorded successfully', ar: 'سُجّلت المغادرة بنجاح' },
  allIn: {
    fr: '{count, plural, one {# talent marqué présent} other {# talents marqués présents}}',
    en: '{count, plural, one {# talent marked as present} other {# talents marked as present}}',
    ar: '{count, plural, zero {سُجّل حضور # شخص} one {سُجّل حضور شخص واحد} two {سُجّل حضور شخصين} few {سُجّل حضور # أشخاص} many {سُجّل حضور # شخصًا} other {سُجّل حضور # شخص}}',
  },
  allOut: {
    fr: '{count, plural, one {# départ enregistré} other {# départs enregistrés}}',
    en: '{count, plural, one {# departure recorded} other {# departures recorded}}',
    ar: '{count, plural, zero {سُجّلت # مغادرة} one {سُجّلت مغادرة واحدة} two {سُجّلت مغادرتان} few {سُجّلت # مغادرات} many {سُجّلت # مغادرة} other {سُجّلت # مغادرة}}',
  },
});

export const refusals = messages({
  alreadyIn: { fr: 'Cette personne est déjà pointée présente', en: 'Talent is already checked in', ar: 'سُجّل حضور هذا الشخص بالفعل' },
  notIn: { fr: 'Cette personne n’est pas pointée présente', en: 'Talent is not checked in', ar: 'لم يُسجَّل حضور هذا الشخص' },
  notAssigned: {
    fr: 'Ce talent n’est pas affecté à ce projet',
    en: 'Talent not found in this project',
    ar: 'هذا الشخص غير معيَّن في هذا المشروع',
  },
  noWorker: { fr: 'Talent introuvable', en: 'Talent not found', ar: 'الموهبة غير موجودة' },
  noProject: { fr: 'Ce projet n’existe pas', en: 'This project does not exist', ar: 'هذا المشروع غير موجود' },
  noStay: { fr: 'Présence introuvable', en: 'Presence not found', ar: 'سجل الحضور غير موجود' },
  tooLate: {
    fr: 'Il est trop tard pour annuler. Corrigez les présences une par une.',
    en: 'It is too late to undo. Correct the stays one by one.',
    ar: 'فات أوان التراجع. صحّح سجلات الحضور واحدًا واحدًا.',
  },
  beforeStart: {
    fr: 'La fin précède le début de la période',
    en: 'The end is before the start of the period',
    ar: 'نهاية الفترة قبل بدايتها',
  },
  beforeArrival: { fr: 'Le départ précède l’arrivée', en: 'The departure is before the arrival', ar: 'المغادرة قبل الحضور' },
  future: { fr: 'Cette heure n’est pas encore passée', en: 'This time is still to come', ar: 'هذا الوقت لم يحن بعد' },
  tooLong: {
    fr: 'Une présence dure au plus 24 heures',
    en: 'A stay lasts at most 24 hours',
    ar: 'لا تتجاوز مدة الحضور 24 ساعة',
  },
  overlap: {
    fr: 'Une autre présence de cette personne couvre déjà ce moment',
    en: 'Another stay of this person already covers this time',
    ar: 'يوجد حضور آخر لهذا الشخص في هذا الوقت',
  },
  reasonNeeded: {
    fr: 'Dites pourquoi : la raison reste avec la présence',
    en: 'Say why: the reason stays with the record',
    ar: 'اذكر السبب: سيبقى محفوظًا مع السجل',
  },
});
