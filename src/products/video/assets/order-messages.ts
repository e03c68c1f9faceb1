import { messages } from '#kernel/message.ts';

/** Of orders that cannot be granted. */
export const order = messages({
  size: {
    fr: 'Donnez la taille en pixels, LARGEURxHAUTEUR, de {least} à {most} de chaque côté (1792x1024).',
    en: 'Give the size in pixels, WIDTHxHEIGHT, {least} to {most} on each side (1792x1024).',
    ar: 'أعطِ الحجم بالبكسل، العرضxالارتفاع، من {least} إلى {most} لكل ضلع (1792x1024).',
  },
  voice: {
    fr: 'Cette voix n’existe pas. Choisissez-en une dans GET /voices.',
    en: 'There is no such voice. Choose one of GET /voices.',
    ar: 'هذا الصوت غير موجود. اختر صوتًا من GET /voices.',
  },
  language: {
    fr: 'Donnez le code de la langue : fr, en, ar…',
    en: 'Give the code of the language: fr, en, ar…',
    ar: 'أعطِ رمز اللغة: fr أو en أو ar…',
  },
  nothingToSay: {
    fr: 'Ce texte ne contient aucun mot à prononcer. Écrivez au moins un mot.',
    en: 'There is no word to say in this text. Write at least one.',
    ar: 'لا يحتوي هذا النص على أي كلمة تُنطق. اكتب كلمة واحدة على الأقل.',
  },
  picture: {
    fr: 'Cette image n’existe pas dans ce projet, ou n’est pas finie.',
    en: 'There is no such finished picture in this project.',
    ar: 'لا توجد صورة مكتملة بهذا المعرّف في هذا المشروع.',
  },
  tooMany: {
    fr: 'Au plus {limit} éléments par demande.',
    en: 'At most {limit} items in one request.',
    ar: '{limit} عنصرًا كحد أقصى في الطلب الواحد.',
  },
  project: {
    fr: 'Ce projet n’existe pas. Donnez l’identifiant d’un de vos projets.',
    en: 'There is no such project. Give the id of one of yours.',
    ar: 'هذا المشروع غير موجود. أعطِ معرّف أحد مشاريعك.',
  },
});
