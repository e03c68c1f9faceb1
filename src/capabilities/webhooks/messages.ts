import { messages } from '#kernel/message.ts';

export const m = messages({
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  badUrl: {
    fr: 'Une adresse complète, par exemple https://exemple.com/webhook',
    en: 'A complete address, for example https://example.com/webhook',
    ar: 'عنوان كامل، مثل https://example.com/webhook',
  },
  privateUrl: {
    fr: 'Cette adresse mène à un réseau privé : indiquez une adresse publique.',
    en: 'This address leads into a private network: give a public one.',
    ar: 'يقود هذا العنوان إلى شبكة خاصة: أدخل عنوانًا عامًا.',
  },
  unknownHost: {
    fr: 'Ce nom de domaine est introuvable.',
    en: 'This host name cannot be found.',
    ar: 'تعذر العثور على اسم النطاق هذا.',
  },
  events: {
    fr: 'Au moins un événement parmi : {values}',
    en: 'At least one event of: {values}',
    ar: 'حدث واحد على الأقل من: {values}',
  },
  secret: {
    fr: 'De 8 à 200 caractères visibles, sans espace.',
    en: '8 to 200 visible characters, without spaces.',
    ar: 'من 8 إلى 200 حرف مرئي دون مسافات.',
  },
  flag: { fr: 'true ou false.', en: 'true or false.', ar: 'true أو false.' },
  tooMany: {
    fr: 'Au plus {limit} adresses : supprimez-en une avant d’en ajouter.',
    en: 'At most {limit} addresses: delete one before you add another.',
    ar: '{limit} عنوانًا كحد أقصى: احذف واحدًا قبل إضافة آخر.',
  },
  notFound: { fr: 'Webhook introuvable', en: 'Webhook not found', ar: 'خطاف الويب غير موجود' },
  noDelivery: { fr: 'Envoi introuvable', en: 'Delivery not found', ar: 'الإرسال غير موجود' },
});
