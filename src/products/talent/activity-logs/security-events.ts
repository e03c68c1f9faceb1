/** What the events of the security log are called. Their codes stay in exports and in the address. */
import { type Message, messages } from '#kernel/message.ts';
import type { Text } from '#kernel/page/context.tsx';

export const securityEvents: Readonly<Record<string, Message>> = messages({
  account_activated: { fr: 'Compte rouvert', en: 'Account opened again', ar: 'أُعيد فتح الحساب' },
  account_deactivated: { fr: 'Compte fermé', en: 'Account closed', ar: 'أُغلق الحساب' },
  account_deleted: { fr: 'Compte supprimé', en: 'Account deleted', ar: 'حُذف الحساب' },
  api_key_created: { fr: 'Clé d’API créée', en: 'API key made', ar: 'أُنشئ مفتاح API' },
  api_key_revoked: { fr: 'Clé d’API retirée', en: 'API key withdrawn', ar: 'سُحب مفتاح API' },
  casting_reported: { fr: 'Casting signalé', en: 'Casting reported', ar: 'أُبلغ عن كاستينغ' },
  cinema_file_linked: { fr: 'Fiche CINEMA rattachée à un compte', en: 'CINEMA file tied to an account', ar: 'رُبط ملف CINEMA بحساب' },
  cinema_talent_deleted: { fr: 'Talent CINEMA supprimé', en: 'CINEMA talent deleted', ar: 'حُذفت موهبة CINEMA' },
  erasure_asked: { fr: 'Effacement du compte demandé', en: 'Erasure of the account asked for', ar: 'طُلب محو الحساب' },
  erasure_called_off: { fr: 'Effacement du compte annulé', en: 'Erasure of the account called off', ar: 'أُلغي محو الحساب' },
  files_merged: { fr: 'Fiches en double réunies', en: 'Duplicate files put together', ar: 'دُمجت ملفات مكررة' },
  first_admin_created: { fr: 'Premier administrateur créé', en: 'First administrator made', ar: 'أُنشئ أول مدير' },
  login_blocked: { fr: 'Connexion bloquée', en: 'Sign-in blocked', ar: 'حُظر تسجيل الدخول' },
  login_failed: { fr: 'Échec de connexion', en: 'Failed sign-in', ar: 'فشل تسجيل الدخول' },
  login_refused: { fr: 'Connexion refusée', en: 'Sign-in refused', ar: 'رُفض تسجيل الدخول' },
  password_changed: { fr: 'Mot de passe changé', en: 'Password changed', ar: 'تغيرت كلمة المرور' },
  production_seal_given: { fr: 'Sceau donné à une production', en: 'Seal given to a production', ar: 'مُنح ختم لشركة إنتاج' },
  production_seal_withdrawn: { fr: 'Sceau retiré à une production', en: 'Seal withdrawn from a production', ar: 'سُحب ختم من شركة إنتاج' },
  provider_key_removed: { fr: 'Clé d’un fournisseur retirée', en: 'Key of a provider removed', ar: 'أُزيل مفتاح مزوّد' },
  provider_key_set: { fr: 'Clé d’un fournisseur enregistrée', en: 'Key of a provider saved', ar: 'حُفظ مفتاح مزوّد' },
  recovery_code_used: { fr: 'Code de secours utilisé', en: 'Recovery code used', ar: 'استُعمل رمز استرداد' },
  recovery_codes_renewed: { fr: 'Codes de secours renouvelés', en: 'Recovery codes renewed', ar: 'جُددت رموز الاسترداد' },
  refresh_token_reused: { fr: 'Jeton présenté une seconde fois', en: 'Token shown a second time', ar: 'قُدّم الرمز مرة ثانية' },
  role_changed: { fr: 'Rôle changé', en: 'Role changed', ar: 'تغير الدور' },
  sessions_ended: { fr: 'Autres sessions fermées', en: 'Other sessions ended', ar: 'أُنهيت الجلسات الأخرى' },
  temporary_password_given: { fr: 'Mot de passe provisoire donné', en: 'Temporary password given', ar: 'أُعطيت كلمة مرور مؤقتة' },
  two_step_off: { fr: 'Validation en deux étapes désactivée', en: 'Two-step sign-in turned off', ar: 'عُطّل التحقق بخطوتين' },
  two_step_on: { fr: 'Validation en deux étapes activée', en: 'Two-step sign-in turned on', ar: 'فُعّل التحقق بخطوتين' },
  unauthorized_access: { fr: 'Accès refusé', en: 'Access refused', ar: 'رُفض الوصول' },
});

/** Events of a log that was brought along keep their codes. */
export const eventLabel = (event: string): Text => securityEvents[event] ?? { data: event };
