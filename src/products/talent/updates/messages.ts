/** What the page of updates says. */
import { type Message, messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'Mise à jour', en: 'Update', ar: 'التحديث' },
  lead: {
    fr: 'La version qui tourne, celle qui l’attend, et ce qui a été mis à jour.',
    en: 'The version that runs, the one that awaits it, and what was updated.',
    ar: 'الإصدار العامل، والإصدار المنتظر، وما جرى تحديثه.',
  },
  version: { fr: 'Version', en: 'Version', ar: 'الإصدار' },
  revision: { fr: 'Révision', en: 'Revision', ar: 'المراجعة' },
  pending: { fr: 'Migrations en attente', en: 'Pending migrations', ar: 'الترحيلات المعلقة' },
  none: { fr: 'Aucune', en: 'None', ar: 'لا شيء' },
  now: { fr: 'Maintenant', en: 'Now', ar: 'الآن' },
  check: { fr: 'Chercher une mise à jour', en: 'Check for updates', ar: 'ابحث عن تحديثات' },
  upToDate: {
    fr: 'Rien de plus récent que la version {version}.',
    en: 'Nothing newer than version {version}.',
    ar: 'لا شيء أحدث من الإصدار {version}.',
  },
  offer: { fr: 'La version {tag} est disponible', en: 'Version {tag} is available', ar: 'الإصدار {tag} متاح' },
  brings: { fr: 'Migrations qu’elle apporte', en: 'Migrations it brings', ar: 'الترحيلات التي يجلبها' },
  news: { fr: 'Ce qui change', en: 'What changes', ar: 'ما الذي يتغير' },
  apply: { fr: 'Mettre à jour', en: 'Update now', ar: 'حدّث الآن' },
  applyLead: {
    fr: 'Une sauvegarde est faite d’abord ; puis le programme est apporté, installé, la base migrée, et le studio redémarre.',
    en: 'A backup is made first; then the program is fetched and installed, the database migrated, and the studio starts again.',
    ar: 'تُنشأ نسخة احتياطية أولًا؛ ثم يُجلب البرنامج ويُثبَّت، وتُرحَّل القاعدة، ويُعاد تشغيل الاستوديو.',
  },
  notAllowed: {
    fr: 'Sur cette machine, seul l’exploitant met à jour : atelier update, ou ATELIER_ALLOW_UPDATE=1.',
    en: 'On this machine only the operator updates: atelier update, or ATELIER_ALLOW_UPDATE=1.',
    ar: 'على هذا الجهاز، المشغّل وحده يحدّث: ‎atelier update أو ATELIER_ALLOW_UPDATE=1.',
  },
  password: { fr: 'Mot de passe de la sauvegarde', en: 'Password of the backup', ar: 'كلمة مرور النسخة الاحتياطية' },
  done: {
    fr: 'Version {to} installée. Le studio redémarre.',
    en: 'Version {to} is installed. The studio starts again.',
    ar: 'ثُبّت الإصدار {to}. يُعاد تشغيل الاستوديو.',
  },
  failed: {
    fr: 'La mise à jour s’est arrêtée ({step}) : {error}. La version d’avant continue.',
    en: 'The update stopped ({step}): {error}. The version before goes on.',
    ar: 'توقف التحديث ({step}): {error}. يستمر الإصدار السابق.',
  },
  history: { fr: 'Historique', en: 'History', ar: 'السجل' },
  noHistory: { fr: 'Aucune mise à jour', en: 'No update yet', ar: 'لا تحديثات' },
  noHistoryText: {
    fr: 'Celles qui passent par ici ou par atelier update s’inscrivent d’elles-mêmes.',
    en: 'Those made here or by atelier update write themselves.',
    ar: 'ما يُجرى من هنا أو عبر atelier update يُسجَّل تلقائيًا.',
  },
  date: { fr: 'Date', en: 'Date', ar: 'التاريخ' },
  fromTo: { fr: 'Versions', en: 'From, to', ar: 'من وإلى' },
  by: { fr: 'Par', en: 'By', ar: 'بواسطة' },
  outcome: { fr: 'Résultat', en: 'Outcome', ar: 'النتيجة' },
});

export const outcomes: Readonly<Record<'success' | 'failed', Message>> = messages({
  success: { fr: 'Réussie', en: 'Done', ar: 'تم' },
  failed: { fr: 'Échouée', en: 'Failed', ar: 'فشل' },
});
