/** What the pages of the logs say. */
import type { ActivityStatus, Severity } from '#kernel/audit-reading.ts';
import type { SealFault } from '#kernel/audit-seals.ts';
import { type Message, messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'Journaux', en: 'Logs', ar: 'السجلات' },
  lead: {
    fr: 'Qui a fait quoi, d’où et quand. Rien ne s’y efface à la main. Heures de Casablanca.',
    en: 'Who did what, from where and when. Nothing can be erased by hand. Times are those of Casablanca.',
    ar: 'من فعل ماذا، ومن أين، ومتى. لا شيء يُمحى يدويًا. الأوقات بتوقيت الدار البيضاء.',
  },
  rooms: { fr: 'Journaux', en: 'Logs', ar: 'السجلات' },
  activity: { fr: 'Activité', en: 'Activity', ar: 'النشاط' },
  security: { fr: 'Sécurité', en: 'Security', ar: 'الأمان' },
  statistics: { fr: 'Statistiques', en: 'Statistics', ar: 'الإحصاءات' },
  found: {
    fr: '{total, plural, =0 {Aucune entrée} one {Une entrée} other {# entrées}}',
    en: '{total, plural, =0 {No entries} one {One entry} other {# entries}}',
    ar: '{total, plural, =0 {لا إدخالات} one {إدخال واحد} two {إدخالان} few {# إدخالات} many {# إدخالًا} other {# إدخال}}',
  },
  foundMore: { fr: 'Plus de {total} entrées', en: 'More than {total} entries', ar: 'أكثر من {total} إدخال' },
  search: { fr: 'Mot-clé', en: 'Keyword', ar: 'كلمة مفتاحية' },
  searchHint: {
    fr: 'Description, adresse, IP, ressource',
    en: 'Description, address, IP, resource',
    ar: 'الوصف أو العنوان أو IP أو المورد',
  },
  user: { fr: 'Personne', en: 'Person', ar: 'الشخص' },
  type: { fr: 'Action', en: 'Action', ar: 'الإجراء' },
  category: { fr: 'Catégorie', en: 'Category', ar: 'الفئة' },
  status: { fr: 'Statut', en: 'Status', ar: 'الحالة' },
  from: { fr: 'Depuis le', en: 'From', ar: 'من تاريخ' },
  until: { fr: 'Jusqu’au', en: 'Until', ar: 'إلى تاريخ' },
  date: { fr: 'Date', en: 'Date', ar: 'التاريخ' },
  description: { fr: 'Description', en: 'Description', ar: 'الوصف' },
  device: { fr: 'Appareil', en: 'Device', ar: 'الجهاز' },
  ip: { fr: 'Adresse IP', en: 'IP address', ar: 'عنوان IP' },
  stranger: { fr: 'Visiteur', en: 'Visitor', ar: 'زائر' },
  excel: { fr: 'Excel', en: 'Excel', ar: 'Excel' },
  csv: { fr: 'CSV', en: 'CSV', ar: 'CSV' },
  none: { fr: 'Aucune entrée', en: 'No entries', ar: 'لا إدخالات' },
  noneYet: {
    fr: 'Les pages consultées et les actions s’inscrivent ici d’elles-mêmes.',
    en: 'Pages that are opened and acts write themselves here.',
    ar: 'تُسجَّل هنا تلقائيًا الصفحات المفتوحة والإجراءات.',
  },
  noneText: {
    fr: 'Aucune entrée ne correspond. Enlevez un filtre.',
    en: 'No entry matches. Take a filter away.',
    ar: 'لا إدخال مطابق. أزل أحد عوامل التصفية.',
  },
  clear: { fr: 'Enlever les filtres', en: 'Clear the filters', ar: 'إزالة عوامل التصفية' },
  event: { fr: 'Événement', en: 'Event', ar: 'الحدث' },
  severity: { fr: 'Gravité', en: 'Severity', ar: 'الخطورة' },
  details: { fr: 'Détails', en: 'Details', ar: 'التفاصيل' },
  period: { fr: 'Période', en: 'Period', ar: 'الفترة' },
  lastDays: {
    fr: '{count, plural, one {Un jour} other {# jours}}',
    en: '{count, plural, one {One day} other {# days}}',
    ar: '{count, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}',
  },
  perDay: { fr: 'Entrées par jour', en: 'Entries a day', ar: 'الإدخالات في اليوم' },
  byCategory: { fr: 'Par catégorie', en: 'By category', ar: 'حسب الفئة' },
  byType: { fr: 'Par action', en: 'By action', ar: 'حسب الإجراء' },
  byStatus: { fr: 'Par statut', en: 'By status', ar: 'حسب الحالة' },
  byDevice: { fr: 'Par type d’appareil', en: 'By kind of device', ar: 'حسب نوع الجهاز' },
  byBrowser: { fr: 'Par navigateur', en: 'By browser', ar: 'حسب المتصفح' },
  byPerson: { fr: 'Les plus actifs', en: 'Most active', ar: 'الأكثر نشاطًا' },
  bySeverity: { fr: 'Sécurité par gravité', en: 'Security by severity', ar: 'الأمان حسب الخطورة' },
  byEvent: { fr: 'Sécurité par événement', en: 'Security by event', ar: 'الأمان حسب الحدث' },
  number: { fr: 'Nombre', en: 'Number', ar: 'العدد' },
  nothing: { fr: 'Rien pendant cette période.', en: 'Nothing in this period.', ar: 'لا شيء في هذه الفترة.' },
});

export const statuses: Readonly<Record<ActivityStatus, Message>> = messages({
  success: { fr: 'Réussi', en: 'Success', ar: 'ناجح' },
  warning: { fr: 'Refusé', en: 'Refused', ar: 'مرفوض' },
  error: { fr: 'Erreur', en: 'Error', ar: 'خطأ' },
});
export const severities: Readonly<Record<Severity, Message>> = messages({
  low: { fr: 'Faible', en: 'Low', ar: 'منخفضة' },
  medium: { fr: 'Moyenne', en: 'Medium', ar: 'متوسطة' },
  high: { fr: 'Élevée', en: 'High', ar: 'مرتفعة' },
  critical: { fr: 'Critique', en: 'Critical', ar: 'حرجة' },
});

export const entry = messages({
  title: { fr: 'Entrée n° {id}', en: 'Entry no. {id}', ar: 'الإدخال رقم {id}' },
  who: { fr: 'Qui', en: 'Who', ar: 'من' },
  what: { fr: 'Quoi', en: 'What', ar: 'ماذا' },
  where: { fr: 'D’où', en: 'From where', ar: 'من أين' },
  name: { fr: 'Nom', en: 'Name', ar: 'الاسم' },
  email: { fr: 'E-mail', en: 'E-mail', ar: 'البريد الإلكتروني' },
  code: { fr: 'Code unique', en: 'Unique code', ar: 'الرمز الفريد' },
  account: { fr: 'Compte n°', en: 'Account no.', ar: 'الحساب رقم' },
  resource: { fr: 'Ressource', en: 'Resource', ar: 'المورد' },
  browser: { fr: 'Navigateur', en: 'Browser', ar: 'المتصفح' },
  system: { fr: 'Système', en: 'System', ar: 'النظام' },
  agent: { fr: 'Agent du navigateur', en: 'User agent', ar: 'وكيل المستخدم' },
  method: { fr: 'Méthode', en: 'Method', ar: 'الطريقة' },
  url: { fr: 'Adresse demandée', en: 'Address asked for', ar: 'العنوان المطلوب' },
  referrer: { fr: 'Provenance', en: 'Referrer', ar: 'المصدر' },
  others: { fr: 'Tout ce qu’a fait cette personne', en: 'Everything this person did', ar: 'كل ما فعله هذا الشخص' },
});

export const retention = messages({
  title: { fr: 'Conservation', en: 'How long they are kept', ar: 'مدة الحفظ' },
  lead: {
    fr: 'Après ce délai, les entrées disparaissent d’elles-mêmes, chaque nuit. Leur sceau reste.',
    en: 'After that time entries go by themselves, every night. Their seal stays.',
    ar: 'بعد هذه المدة تُحذف الإدخالات تلقائيًا كل ليلة، ويبقى ختمها.',
  },
  activity: { fr: 'Activité, en jours', en: 'Activity, in days', ar: 'النشاط، بالأيام' },
  security: { fr: 'Sécurité, en jours', en: 'Security, in days', ar: 'الأمان، بالأيام' },
  bounds: { fr: 'De {least} à {most} jours.', en: 'From {least} to {most} days.', ar: 'من {least} إلى {most} يومًا.' },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saved: { fr: 'Durées enregistrées.', en: 'Times saved.', ar: 'حُفظت المدد.' },
});

export const seals = messages({
  title: { fr: 'Intégrité', en: 'Integrity', ar: 'السلامة' },
  lead: {
    fr: 'Chaque heure, ce qui est écrit est scellé : une ligne changée, ajoutée ou enlevée ensuite se voit.',
    en: 'Every hour what is written is sealed: a line that is changed, added or removed afterwards shows.',
    ar: 'كل ساعة يُختم ما كُتب: أي سطر يُغيَّر أو يُضاف أو يُحذف بعد ذلك يظهر.',
  },
  check: { fr: 'Tout relire', en: 'Read everything again', ar: 'إعادة قراءة كل شيء' },
  whole: {
    fr: 'Rien n’a été changé : {rows, plural, =0 {aucune ligne relue} one {une ligne relue} other {# lignes relues}}, {seals, plural, =0 {aucun sceau} one {un sceau} other {# sceaux}}.',
    en: 'Nothing was changed: {rows, plural, =0 {no lines} one {one line} other {# lines}} read again, {seals, plural, =0 {no seals} one {one seal} other {# seals}}.',
    ar: 'لم يتغير شيء: {rows, plural, =0 {لم يُقرأ أي سطر} one {أُعيدت قراءة سطر واحد} two {أُعيدت قراءة سطرين} few {أُعيدت قراءة # أسطر} many {أُعيدت قراءة # سطرًا} other {أُعيدت قراءة # سطر}}، {seals, plural, =0 {بلا أختام} one {ختم واحد} two {ختمان} few {# أختام} many {# ختمًا} other {# ختم}}.',
  },
  broken: {
    fr: 'Quelque chose a été changé : {list}. Gardez une copie de la base et cherchez qui y a accès.',
    en: 'Something was changed: {list}. Keep a copy of the database and find out who has access to it.',
    ar: 'تم تغيير شيء ما: {list}. احتفظ بنسخة من قاعدة البيانات وابحث عمّن يصل إليها.',
  },
  fault: { fr: 'sceau n° {number} ({log}) : {kind}', en: 'seal no. {number} ({log}): {kind}', ar: 'الختم رقم {number} ({log}): {kind}' },
});
export const faults: Readonly<Record<SealFault['kind'], Message>> = messages({
  chain: { fr: 'le sceau lui-même', en: 'the seal itself', ar: 'الختم نفسه' },
  rows: { fr: 'des lignes en trop ou en moins', en: 'lines too many or too few', ar: 'أسطر زائدة أو ناقصة' },
  content: { fr: 'une ligne dit autre chose', en: 'a line says something else', ar: 'سطر يقول شيئًا آخر' },
});
