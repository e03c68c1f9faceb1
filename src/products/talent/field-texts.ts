/** What is wrong with a field, for every form of the product. */
import { messages } from '#kernel/message.ts';

export const fieldTexts = messages({
  onlyDigits: {
    fr: 'Un nom ne peut pas être composé uniquement de chiffres',
    en: 'A name cannot be made of digits only',
    ar: 'لا يمكن أن يتكون الاسم من أرقام فقط',
  },
  controlCharacters: {
    fr: 'Ce texte contient des caractères interdits',
    en: 'This text contains forbidden characters',
    ar: 'يحتوي هذا النص على أحرف غير مسموح بها',
  },
  email: { fr: "Format d'email invalide", en: 'Invalid email format', ar: 'صيغة البريد الإلكتروني غير صالحة' },
  date: {
    fr: 'Cette date n’existe pas (format attendu : AAAA-MM-JJ)',
    en: 'This date does not exist (expected format: YYYY-MM-DD)',
    ar: 'هذا التاريخ غير موجود (الصيغة: YYYY-MM-DD)',
  },
  futureDate: { fr: 'La date de naissance est dans le futur', en: 'The date of birth is in the future', ar: 'تاريخ الميلاد في المستقبل' },
  tooYoung: { fr: 'Il faut avoir au moins {age} ans', en: 'You must be at least {age} years old', ar: 'يجب ألا يقل العمر عن {age} سنة' },
  tooOld: { fr: 'Vérifiez l’année de naissance', en: 'Check the year of birth', ar: 'تحقق من سنة الميلاد' },
  country: { fr: 'Pays inconnu', en: 'Unknown country', ar: 'بلد غير معروف' },
  city: { fr: 'Ville inconnue', en: 'Unknown city', ar: 'مدينة غير معروفة' },
  cityOfCountry: {
    fr: 'Cette ville n’est pas dans le pays choisi',
    en: 'This city is not in the chosen country',
    ar: 'هذه المدينة ليست في البلد المختار',
  },
  phone: {
    fr: 'Numéro de téléphone invalide (exemple : +212 6 00 00 00 00)',
    en: 'Invalid phone number (example: +212 6 00 00 00 00)',
    ar: 'رقم الهاتف غير صالح (مثال: ‎+212 6 00 00 00 00)',
  },
  url: {
    fr: 'Adresse web invalide : elle commence par http:// ou https://',
    en: 'Invalid web address: it starts with http:// or https://',
    ar: 'عنوان الويب غير صالح: يبدأ بـ http:// أو https://',
  },
  talent: { fr: 'Talent inconnu : {id}', en: 'Unknown talent: {id}', ar: 'موهبة غير معروفة: {id}' },
  duplicateEmail: { fr: 'Cette adresse e-mail est déjà utilisée', en: 'Email already exists', ar: 'عنوان البريد الإلكتروني مستخدم بالفعل' },
  notYours: { fr: 'Vous ne pouvez pas modifier ce champ', en: 'You may not change this field', ar: 'لا يمكنك تعديل هذا الحقل' },
});
