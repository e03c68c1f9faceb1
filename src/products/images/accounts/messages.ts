import { messages } from '#kernel/message.ts';

export const m = messages({
  // As images-api.md prints it.
  created: { fr: 'Utilisateur créé avec succès', en: 'User created', ar: 'تم إنشاء المستخدم' },
  passwordChanged: { fr: 'Mot de passe modifié avec succès', en: 'Password changed', ar: 'تم تغيير كلمة المرور' },
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  mismatch: {
    fr: 'Les deux mots de passe ne sont pas identiques.',
    en: 'The two passwords are not the same.',
    ar: 'كلمتا المرور غير متطابقتين.',
  },
  wrongLogin: {
    fr: 'Nom d’utilisateur ou mot de passe incorrect',
    en: 'Wrong username or password',
    ar: 'اسم المستخدم أو كلمة المرور غير صحيح',
  },
  controls: {
    fr: 'Ce texte contient des caractères invisibles. Tapez-le de nouveau.',
    en: 'This text holds invisible characters. Type it again.',
    ar: 'يحتوي هذا النص على أحرف غير مرئية. اكتبه من جديد.',
  },
  handle: {
    fr: 'Lettres, chiffres, points et tirets seulement, sans espace.',
    en: 'Letters, digits, dots and dashes only, without spaces.',
    ar: 'أحرف وأرقام ونقاط وشرطات فقط، دون مسافات.',
  },
  avatarFile: {
    fr: 'Envoyez l’image elle-même (multipart, champ « avatar »), en PNG ou JPEG, 5 Mo au plus.',
    en: 'Send the picture itself (multipart, field “avatar”), as PNG or JPEG, 5 MB at most.',
    ar: 'أرسل الصورة نفسها (multipart، الحقل «avatar») بصيغة PNG أو JPEG، ‏5 ميغابايت كحد أقصى.',
  },
  timezone: {
    fr: 'Fuseau horaire inconnu. Exemple : Africa/Casablanca',
    en: 'Unknown time zone. Example: Africa/Casablanca',
    ar: 'منطقة زمنية غير معروفة. مثال: Africa/Casablanca',
  },
  phone: {
    fr: 'Numéro invalide. Exemple : +33612345678',
    en: 'Not a phone number. Example: +33612345678',
    ar: 'رقم غير صالح. مثال: ‎+33612345678',
  },
});
