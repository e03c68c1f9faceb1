/** What identity says to people. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  invalidCredentials: { fr: 'Identifiants invalides', en: 'Invalid credentials', ar: 'بيانات الدخول غير صحيحة' },
  accountDisabled: {
    fr: 'Ce compte est désactivé. Écrivez à un administrateur pour le rouvrir.',
    en: 'This account is disabled. Write to an administrator to have it reopened.',
    ar: 'هذا الحساب معطّل. راسل أحد المسؤولين لإعادة تفعيله.',
  },
  temporaryExpired: {
    fr: 'Le mot de passe temporaire a expiré. Demandez-en un nouveau à un administrateur.',
    en: 'The temporary password has expired. Ask an administrator for a new one.',
    ar: 'انتهت صلاحية كلمة المرور المؤقتة. اطلب كلمة مرور جديدة من أحد المسؤولين.',
  },
  secondFactorNeeded: {
    fr: 'Entrez le code à 6 chiffres de votre application d’authentification',
    en: 'Enter the 6-digit code of your authenticator application',
    ar: 'أدخل الرمز المكوّن من 6 أرقام من تطبيق المصادقة',
  },
  secondFactorWrong: {
    fr: 'Code refusé : il est faux, périmé ou a déjà servi',
    en: 'Code refused: it is wrong, out of date or already used',
    ar: 'رُفض الرمز: إمّا أنه خاطئ أو منتهي الصلاحية أو سبق استعماله',
  },
  challengeExpired: {
    fr: 'La connexion a trop attendu. Recommencez avec votre mot de passe.',
    en: 'The sign-in waited too long. Start again with your password.',
    ar: 'طال انتظار تسجيل الدخول. ابدأ من جديد بكلمة المرور.',
  },
  refreshRefused: {
    fr: 'Jeton de rafraîchissement invalide ou expiré',
    en: 'Invalid or expired refresh token',
    ar: 'رمز التجديد غير صالح أو منتهي الصلاحية',
  },
  duplicateEmail: { fr: 'Cette adresse e-mail est déjà utilisée', en: 'Email already exists', ar: 'عنوان البريد الإلكتروني مستخدم مسبقًا' },
  duplicateUsername: { fr: 'Ce nom d’utilisateur est déjà pris', en: 'This username is already taken', ar: 'اسم المستخدم محجوز مسبقًا' },
  duplicateCode: { fr: 'Ce code est déjà attribué', en: 'This code is already in use', ar: 'هذا الرمز مستخدم مسبقًا' },
  emailInvalid: { fr: 'Adresse e-mail invalide', en: 'Invalid email format', ar: 'عنوان البريد الإلكتروني غير صالح' },
  usernameInvalid: {
    fr: 'De 2 à 150 lettres sans accent, chiffres ou signes . _ + -',
    en: '2 to 150 unaccented letters, digits or the signs . _ + -',
    ar: 'من 2 إلى 150 من الحروف اللاتينية أو الأرقام أو العلامات . _ + -',
  },
  noAccount: { fr: 'Compte introuvable', en: 'Account not found', ar: 'الحساب غير موجود' },
  adminKept: { fr: 'Impossible de supprimer un administrateur', en: 'Cannot delete admin users', ar: 'لا يمكن حذف المسؤولين' },
  lastSuperAdmin: {
    fr: 'C’est le dernier super-administrateur actif : nommez-en un autre d’abord',
    en: 'This is the last active super administrator: name another one first',
    ar: 'هذا آخر مسؤول أعلى نشط: عيّن مسؤولًا آخر أولًا',
  },
  passwordRequired: { fr: 'Le mot de passe est requis', en: 'Password is required', ar: 'كلمة المرور مطلوبة' },
  passwordShort: {
    fr: 'Au moins {limit} caractères',
    en: 'Password must be at least {limit} characters',
    ar: 'يجب ألا تقل كلمة المرور عن {limit} أحرف',
  },
  passwordLong: {
    fr: 'Trop long : au plus {limit} octets (environ {limit} lettres sans accent)',
    en: 'Too long: at most {limit} bytes (about {limit} unaccented letters)',
    ar: 'كلمة المرور طويلة جدًا: {limit} بايت على الأكثر (نحو {arabic} حرفًا عربيًا)',
  },
  passwordCommon: {
    fr: 'Ce mot de passe est trop courant. Prenez plusieurs mots qui vous parlent.',
    en: 'This password is too common. Use several words that mean something to you.',
    ar: 'كلمة المرور هذه شائعة جدًا. استعمل عدة كلمات تعني لك شيئًا.',
  },
  passwordPersonal: {
    fr: 'Le mot de passe ne doit pas être votre nom ni votre adresse e-mail',
    en: 'The password must not be your name or e-mail address',
    ar: 'يجب ألا تكون كلمة المرور هي اسمك أو بريدك الإلكتروني',
  },
  passwordUnreadable: {
    fr: 'Ce mot de passe contient un caractère de contrôle',
    en: 'This password contains a control character',
    ar: 'تحتوي كلمة المرور على محرف تحكّم',
  },
  passwordSame: {
    fr: 'Choisissez un mot de passe différent de l’actuel',
    en: 'Choose a password that differs from the present one',
    ar: 'اختر كلمة مرور مختلفة عن الحالية',
  },
  passwordWrong: { fr: 'Le mot de passe actuel est faux', en: 'The current password is wrong', ar: 'كلمة المرور الحالية غير صحيحة' },
  busy: {
    fr: 'Trop de connexions en même temps, réessayez dans un instant',
    en: 'Too many sign-ins at once, try again in a moment',
    ar: 'محاولات دخول كثيرة في الوقت نفسه، أعد المحاولة بعد قليل',
  },
  noSession: { fr: 'Cette session n’existe plus', en: 'This session no longer exists', ar: 'لم تعد هذه الجلسة موجودة' },
  noApiKey: { fr: 'Cette clé n’existe plus', en: 'This key no longer exists', ar: 'لم يعد هذا المفتاح موجودًا' },
  apiKeyName: { fr: 'Donnez un nom de 1 à 100 caractères', en: 'Give a name of 1 to 100 characters', ar: 'أدخل اسمًا من 1 إلى 100 محرف' },
  apiKeyExpiry: {
    fr: 'La date de fin doit être à venir',
    en: 'The end date must be in the future',
    ar: 'يجب أن يكون تاريخ الانتهاء في المستقبل',
  },
  apiKeyLimit: {
    fr: 'Au plus {limit} clés par compte : révoquez-en une d’abord',
    en: 'At most {limit} keys per account: revoke one first',
    ar: '{limit} مفتاحًا على الأكثر لكل حساب: ألغِ واحدًا أولًا',
  },
  totpAlready: {
    fr: 'La double vérification est déjà active',
    en: 'Two-step sign-in is already on',
    ar: 'التحقق بخطوتين مفعّل مسبقًا',
  },
  totpNotStarted: {
    fr: 'Commencez par afficher le code à scanner',
    en: 'First show the code to scan',
    ar: 'اعرض أولًا الرمز المراد مسحه',
  },
  credentialsBySession: {
    fr: 'Une clé d’API ne peut pas changer la sécurité du compte : connectez-vous avec votre mot de passe',
    en: 'An API key cannot change the security of the account: sign in with your password',
    ar: 'لا يمكن لمفتاح واجهة برمجية تغيير أمان الحساب: سجّل الدخول بكلمة المرور',
  },
  setupExpired: {
    fr: 'Ce lien d’installation n’est plus valable. Redémarrez l’application pour en obtenir un autre.',
    en: 'This setup link is no longer valid. Restart the application to get another one.',
    ar: 'لم يعد رابط الإعداد هذا صالحًا. أعد تشغيل التطبيق للحصول على رابط آخر.',
  },
});
