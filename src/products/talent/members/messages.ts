/** What the members slice says to people. The wire messages are spelled as the two documents print them. */
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
  password: {
    fr: 'Le mot de passe doit contenir au moins 8 caractères',
    en: 'The password must contain at least 8 characters',
    ar: 'يجب أن تتكون كلمة المرور من 8 أحرف على الأقل',
  },
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
  role: { fr: 'Rôle inconnu', en: 'Unknown role', ar: 'دور غير معروف' },
  duplicateEmail: { fr: 'Cette adresse e-mail est déjà utilisée', en: 'Email already exists', ar: 'عنوان البريد الإلكتروني مستخدم بالفعل' },
  notYours: { fr: 'Vous ne pouvez pas modifier ce champ', en: 'You may not change this field', ar: 'لا يمكنك تعديل هذا الحقل' },
});

export const refusals = messages({
  userNotFound: { fr: 'Utilisateur introuvable', en: 'User not found', ar: 'المستخدم غير موجود' },
  talentNotFound: { fr: 'Talent introuvable', en: 'Talent not found', ar: 'الموهبة غير موجودة' },
  fileNotFound: { fr: 'Fichier introuvable', en: 'File not found', ar: 'الملف غير موجود' },
  accessDenied: { fr: 'Accès refusé', en: 'Access denied', ar: 'تم رفض الوصول' },
  adminNeeded: { fr: 'Accès administrateur requis', en: 'Admin access required', ar: 'يلزم حساب مسؤول' },
  cannotDeleteAdmin: { fr: 'Impossible de supprimer un administrateur', en: 'Cannot delete admin users', ar: 'لا يمكن حذف حساب مسؤول' },
  ownAccount: {
    fr: 'Vous ne pouvez pas désactiver votre propre compte',
    en: 'You cannot deactivate your own account',
    ar: 'لا يمكنك تعطيل حسابك',
  },
  ownRole: { fr: 'Vous ne pouvez pas changer votre propre rôle', en: 'You cannot change your own role', ar: 'لا يمكنك تغيير دورك' },
});

/** Printed so in the documents, without accents in v2. */
export const outcomes = messages({
  updated: { fr: 'Utilisateur mis a jour', en: 'User updated successfully', ar: 'تم تحديث المستخدم' },
  deleted: { fr: 'Utilisateur supprime', en: 'User deleted successfully', ar: 'تم حذف المستخدم' },
  activated: { fr: 'Compte utilisateur active', en: 'User account activated', ar: 'تم تفعيل الحساب' },
  deactivated: { fr: 'Compte utilisateur desactive', en: 'User account deactivated', ar: 'تم تعطيل الحساب' },
});
