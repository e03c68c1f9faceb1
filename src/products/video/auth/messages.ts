import { messages } from '#kernel/message.ts';

export const m = messages({
  expiry: {
    fr: 'Indiquez un moment à venir, par exemple 2027-01-01T00:00:00Z.',
    en: 'Give a moment to come, for example 2027-01-01T00:00:00Z.',
    ar: 'أعطِ وقتًا في المستقبل، مثل 2027-01-01T00:00:00Z.',
  },
  notByKey: {
    fr: 'Une clé d’API n’en crée pas d’autres : connectez-vous avec votre mot de passe.',
    en: 'An API key makes no others: sign in with your password.',
    ar: 'مفتاح API لا ينشئ مفاتيح أخرى: سجّل الدخول بكلمة مرورك.',
  },
});
