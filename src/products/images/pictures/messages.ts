import { messages } from '#kernel/message.ts';

export const m = messages({
  // As images-api.md prints it.
  started: { fr: 'Génération d’image en cours...', en: 'The picture is being made…', ar: 'جارٍ إنشاء الصورة…' },
  validated: { fr: 'Image validée avec succès', en: 'Picture validated', ar: 'تم اعتماد الصورة' },
  rejected: { fr: 'Image rejetée', en: 'Picture rejected', ar: 'تم رفض الصورة' },
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  choice: {
    fr: 'Valeur invalide. Choisissez parmi: {values}',
    en: 'Invalid value. Choose one of: {values}',
    ar: 'قيمة غير صالحة. اختر من بين: {values}',
  },
  controls: {
    fr: 'Ce texte contient des caractères invisibles. Tapez-le de nouveau.',
    en: 'This text holds invisible characters. Type it again.',
    ar: 'يحتوي هذا النص على أحرف غير مرئية. اكتبه من جديد.',
  },
  seed: {
    fr: 'Un nombre entier de 0 à 4294967295.',
    en: 'A whole number from 0 to 4294967295.',
    ar: 'عدد صحيح من 0 إلى 4294967295.',
  },
  tagList: { fr: 'Une liste de textes.', en: 'A list of texts.', ar: 'قائمة نصوص.' },
  tags: {
    fr: 'Au plus {most} tags de {longest} caractères.',
    en: 'At most {most} tags of {longest} characters.',
    ar: '{most} وسمًا كحد أقصى، من {longest} حرفًا.',
  },
  notFound: { fr: 'Image introuvable', en: 'Picture not found', ar: 'الصورة غير موجودة' },
  notReady: {
    fr: 'Cette image n’est pas encore prête : attendez la fin de sa génération.',
    en: 'This picture is not ready: wait until it has been made.',
    ar: 'هذه الصورة غير جاهزة بعد: انتظر انتهاء إنشائها.',
  },
  notes: {
    fr: 'Au plus {limit} caractères.',
    en: 'At most {limit} characters.',
    ar: '{limit} حرف كحد أقصى.',
  },
  failed: {
    fr: 'L’image n’a pas pu être créée. Réessayez, ou changez la description.',
    en: 'The picture could not be made. Try again, or change the description.',
    ar: 'تعذر إنشاء الصورة. أعد المحاولة أو غيّر الوصف.',
  },
});
