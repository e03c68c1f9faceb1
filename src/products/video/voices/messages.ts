import { messages } from '#kernel/message.ts';

export const m = messages({
  notFound: { fr: 'Voix introuvable', en: 'Voice not found', ar: 'الصوت غير موجود' },
  language: {
    fr: 'Donnez le code de la langue : fr, en, ar…',
    en: 'Give the code of the language: fr, en, ar…',
    ar: 'أعطِ رمز اللغة: fr أو en أو ar…',
  },
});
