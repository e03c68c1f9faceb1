import { messages } from '#kernel/message.ts';

export const m = messages({
  notFound: { fr: 'Projet introuvable', en: 'Project not found', ar: 'المشروع غير موجود' },
  noScene: {
    fr: 'Cette scène n’existe pas dans le script.',
    en: 'The script has no such scene.',
    ar: 'هذا المشهد غير موجود في النص.',
  },
  noScript: {
    fr: 'Le script n’est pas encore écrit. Démarrez le projet, ou envoyez le vôtre.',
    en: 'The script is not written yet. Start the project, or send your own.',
    ar: 'لم يُكتب النص بعد. ابدأ المشروع أو أرسل نصك.',
  },
  running: {
    fr: 'Ce projet est en cours de fabrication. Attendez la fin, ou annulez.',
    en: 'This project is being made. Wait until it ends, or cancel it.',
    ar: 'هذا المشروع قيد الإنجاز. انتظر حتى ينتهي أو ألغِه.',
  },
  changed: {
    fr: 'Le script a changé entre-temps. Relisez-le, puis recommencez.',
    en: 'The script has changed meanwhile. Read it again, then repeat your change.',
    ar: 'تغيّر النص في هذه الأثناء. اقرأه من جديد ثم أعد تعديلك.',
  },
  required: { fr: 'Ce champ est requis', en: 'This field is required', ar: 'هذا الحقل مطلوب' },
  controls: {
    fr: 'Ce texte contient des caractères invisibles. Tapez-le de nouveau.',
    en: 'This text holds invisible characters. Type it again.',
    ar: 'يحتوي هذا النص على أحرف غير مرئية. اكتبه من جديد.',
  },
  text: { fr: 'Un texte', en: 'A text', ar: 'نص' },
  object: { fr: 'Un objet JSON', en: 'A JSON object', ar: 'كائن JSON' },
  number: { fr: 'Un nombre', en: 'A number', ar: 'عدد' },
  whole: { fr: 'Un nombre entier', en: 'A whole number', ar: 'عدد صحيح' },
  switchOr: {
    fr: 'true, false, null ou un objet JSON',
    en: 'true, false, null or a JSON object',
    ar: 'true أو false أو null أو كائن JSON',
  },
  scenes: {
    fr: 'Une liste de 1 à {most} scènes',
    en: 'A list of 1 to {most} scenes',
    ar: 'قائمة من 1 إلى {most} مشهدًا',
  },
  sceneTwice: {
    fr: 'Deux scènes portent ce numéro.',
    en: 'Two scenes have this number.',
    ar: 'يحمل مشهدان هذا الرقم.',
  },
  asset: {
    fr: 'Aucune image terminée de vos fichiers ne porte cet identifiant.',
    en: 'None of your finished pictures has this id.',
    ar: 'لا توجد صورة مكتملة من ملفاتك بهذا المعرّف.',
  },
  redo: {
    fr: 'Une liste parmi : {values}',
    en: 'A list of: {values}',
    ar: 'قائمة من بين: {values}',
  },
});
