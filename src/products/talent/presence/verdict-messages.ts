/** What the scan screen says of a scan: the word that is read from afar, why, and what to do next. Plain sentences, as in scan-messages.ts. */
import { messages } from '#kernel/message.ts';

export const verdicts = messages({
  duplicateWord: { fr: 'Déjà là', en: 'Already here', ar: 'موجود بالفعل' },
  duplicateWhy: { fr: 'Son arrivée est déjà enregistrée.', en: 'The arrival is already recorded.', ar: 'سبق تسجيل الوصول.' },
  duplicateNext: {
    fr: 'Laissez passer. Si la personne s’en va, pointez son départ.',
    en: 'Let them through. If they are leaving, record the departure.',
    ar: 'دعه يمرّ. إن كان يغادر فسجّل مغادرته.',
  },
  not_checked_inWord: { fr: 'Pas d’arrivée', en: 'No arrival', ar: 'لا يوجد وصول' },
  not_checked_inWhy: {
    fr: 'Aucune arrivée n’est enregistrée aujourd’hui.',
    en: 'No arrival is recorded today.',
    ar: 'لم يُسجَّل أي وصول اليوم.',
  },
  not_checked_inNext: {
    fr: 'Pointez son arrivée, ou prévenez le responsable.',
    en: 'Record the arrival, or tell the supervisor.',
    ar: 'سجّل الوصول أو أبلغ المسؤول.',
  },
  alreadyLeftWord: { fr: 'Déjà parti', en: 'Already left', ar: 'غادر بالفعل' },
  alreadyLeftNext: {
    fr: 'Rien à faire. Si la personne revient, pointez son arrivée.',
    en: 'Nothing to do. If they come back, record the arrival.',
    ar: 'لا شيء مطلوب. إن عاد الشخص فسجّل وصوله.',
  },
  alreadyLeftWhy: { fr: 'Son départ est déjà enregistré.', en: 'The departure is already recorded.', ar: 'سبق تسجيل المغادرة.' },
  forgedWord: { fr: 'Faux badge', en: 'Forged badge', ar: 'شارة مزوّرة' },
  forgedWhy: {
    fr: 'La signature de ce badge n’est pas la nôtre.',
    en: 'The signature of this badge is not ours.',
    ar: 'توقيع هذه الشارة ليس توقيعنا.',
  },
  forgedNext: {
    fr: 'Gardez le badge et appelez le responsable.',
    en: 'Keep the badge and call the supervisor.',
    ar: 'احتفظ بالشارة واتصل بالمسؤول.',
  },
  notABadgeWhy: { fr: 'Ce code n’est pas celui d’un badge.', en: 'This code is not that of a badge.', ar: 'هذا الرمز ليس رمز شارة.' },
  revokedWord: { fr: 'Badge annulé', en: 'Badge revoked', ar: 'شارة ملغاة' },
  revokedWhy: { fr: 'Ce badge n’est plus valable.', en: 'This badge is no longer valid.', ar: 'لم تعد هذه الشارة صالحة.' },
  revokedRemoved: {
    fr: 'Cette personne a été retirée du projet.',
    en: 'This person was removed from the project.',
    ar: 'أُزيل هذا الشخص من المشروع.',
  },
  revokedFor: {
    fr: 'Ce badge n’est plus valable : {reason}',
    en: 'This badge is no longer valid: {reason}',
    ar: 'لم تعد هذه الشارة صالحة: {reason}',
  },
  revokedNext: {
    fr: 'Demandez le nouveau badge, ou cherchez le nom dans la liste.',
    en: 'Ask for the new badge, or look for the name in the list.',
    ar: 'اطلب الشارة الجديدة أو ابحث عن الاسم في القائمة.',
  },
  wrong_projectWord: { fr: 'Autre projet', en: 'Another project', ar: 'مشروع آخر' },
  wrong_projectWhy: {
    fr: 'Ce badge est vrai, mais pour un autre projet.',
    en: 'This badge is genuine, but for another project.',
    ar: 'هذه الشارة صحيحة لكنها لمشروع آخر.',
  },
  wrong_projectNext: {
    fr: 'Dirigez la personne vers son tournage.',
    en: 'Send the person to their own set.',
    ar: 'وجّه الشخص إلى موقع تصويره.',
  },
  not_assignedWord: { fr: 'Pas sur la liste', en: 'Not on the list', ar: 'ليس في القائمة' },
  not_assignedWhy: {
    fr: 'Cette personne n’est pas affectée au projet.',
    en: 'This person is not assigned to the project.',
    ar: 'هذا الشخص غير معيّن في المشروع.',
  },
  not_assignedNext: {
    fr: 'Appelez le casting : l’affectation se fait dans le projet.',
    en: 'Call casting: people are assigned in the project.',
    ar: 'اتصل بفريق الكاستينغ: يتم التعيين من صفحة المشروع.',
  },
  wrong_dayWord: { fr: 'Pas aujourd’hui', en: 'Not today', ar: 'ليس اليوم' },
  wrong_dayWhy: {
    fr: 'Cette personne n’est pas prévue aujourd’hui.',
    en: 'This person is not planned today.',
    ar: 'هذا الشخص غير مبرمج اليوم.',
  },
  wrong_dayNext: {
    fr: 'Appelez le casting : le jour s’ajoute dans le projet.',
    en: 'Call casting: the day is added in the project.',
    ar: 'اتصل بفريق الكاستينغ: يُضاف اليوم من صفحة المشروع.',
  },
  unknown_codeWord: { fr: 'Code inconnu', en: 'Unknown code', ar: 'رمز غير معروف' },
  unknown_codeWhy: {
    fr: 'Personne de ce projet n’a ce code.',
    en: 'Nobody of this project has this code.',
    ar: 'لا أحد في هذا المشروع يحمل هذا الرمز.',
  },
  unknown_codeNext: {
    fr: 'Relisez le code, ou cherchez le nom dans la liste.',
    en: 'Read the code again, or look for the name in the list.',
    ar: 'أعد قراءة الرمز أو ابحث عن الاسم في القائمة.',
  },
  uncheckedWord: { fr: 'À vérifier', en: 'To be checked', ar: 'قيد التحقق' },
  uncheckedWhy: {
    fr: 'Cet appareil n’a pas encore la liste du jour. Le pointage est gardé.',
    en: 'This device does not have today’s list yet. The scan is kept.',
    ar: 'لا يملك هذا الجهاز قائمة اليوم بعد. تم حفظ التسجيل.',
  },
  uncheckedNext: {
    fr: 'Vérifiez le badge à l’œil : le serveur jugera dès que le réseau revient.',
    en: 'Look at the badge yourself: the server decides once the network is back.',
    ar: 'تحقق من الشارة بنفسك: سيحكم الخادم عند عودة الشبكة.',
  },
});
