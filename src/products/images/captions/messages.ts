import { messages } from '#kernel/message.ts';

export const m = messages({
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  choice: {
    fr: 'Valeur invalide. Choisissez parmi: {values}',
    en: 'Invalid value. Choose one of: {values}',
    ar: 'قيمة غير صالحة. اختر من بين: {values}',
  },
  imageNumber: { fr: 'Le numéro d’une de vos images.', en: 'The number of one of your pictures.', ar: 'رقم إحدى صورك.' },
  seed: {
    fr: 'Un nombre entier de 0 à 4294967295.',
    en: 'A whole number from 0 to 4294967295.',
    ar: 'عدد صحيح من 0 إلى 4294967295.',
  },
  name: {
    fr: 'Un nom de 1 à {limit} caractères visibles.',
    en: 'A name of 1 to {limit} visible characters.',
    ar: 'اسم من 1 إلى {limit} حرفًا مرئيًا.',
  },
  taken: {
    fr: 'Vous avez déjà un groupe de ce nom.',
    en: 'You already have a set of this name.',
    ar: 'لديك بالفعل مجموعة بهذا الاسم.',
  },
  hashtags: {
    fr: 'De 1 à {most} hashtags : lettres, chiffres et _ seulement. À corriger : {wrong}',
    en: '1 to {most} hashtags: letters, digits and _ only. To correct: {wrong}',
    ar: 'من 1 إلى {most} وسمًا: أحرف وأرقام و _ فقط. للتصحيح: {wrong}',
  },
  tooMany: {
    fr: 'Au plus {most} groupes. Supprimez-en un avant d’en créer un autre.',
    en: 'At most {most} sets. Delete one before making another.',
    ar: '{most} مجموعة كحد أقصى. احذف واحدة قبل إنشاء أخرى.',
  },
  notFound: { fr: 'Groupe de hashtags introuvable', en: 'Hashtag set not found', ar: 'مجموعة الوسوم غير موجودة' },
  ownTimes: {
    fr: 'D’après l’engagement de vos {count} publications.',
    en: 'From the engagement of your {count} posts.',
    ar: 'وفقًا لتفاعل منشوراتك الـ{count}.',
  },
  generalTimes: {
    fr: 'Pas encore assez de publications mesurées ({count} sur {needed}) : voici des créneaux généraux, à vérifier avec votre public.',
    en: 'Not enough measured posts yet ({count} of {needed}): these are general hours, to be tried with your own audience.',
    ar: 'لا توجد منشورات مقيسة كافية بعد ({count} من {needed}): هذه أوقات عامة، جرّبها مع جمهورك.',
  },
});
