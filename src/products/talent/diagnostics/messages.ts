/** What the page of diagnostics says. */
import type { FindingState } from '#capabilities/diagnostics/diagnostics.ts';
import { type Message, messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'Diagnostic', en: 'Diagnostics', ar: 'التشخيص' },
  lead: {
    fr: 'Ce sur quoi repose le studio, regardé à l’instant. Rien n’est modifié.',
    en: 'What the studio stands on, looked at just now. Nothing is changed.',
    ar: 'ما يستند إليه الاستوديو، كما هو الآن. لا يُغيَّر شيء.',
  },
  again: { fr: 'Regarder à nouveau', en: 'Look again', ar: 'فحص من جديد' },
  checks: { fr: 'Contrôles', en: 'Checks', ar: 'الفحوص' },
  check: { fr: 'Contrôle', en: 'Check', ar: 'الفحص' },
  state: { fr: 'État', en: 'State', ar: 'الحالة' },
  found: { fr: 'Constat', en: 'Found', ar: 'النتيجة' },
  tables: { fr: 'Les plus grandes tables', en: 'The largest tables', ar: 'أكبر الجداول' },
  tablesLead: {
    fr: '{count, plural, one {Une table} other {# tables}} en tout. Lignes : estimation du serveur.',
    en: '{count, plural, one {One table} other {# tables}} in all. Rows: the server’s estimate.',
    ar: '{count, plural, zero {لا جداول} one {جدول واحد} two {جدولان} few {# جداول} many {# جدولًا} other {# جدول}} في المجموع. الصفوف: تقدير الخادم.',
  },
  table: { fr: 'Table', en: 'Table', ar: 'الجدول' },
  rows: { fr: 'Lignes', en: 'Rows', ar: 'الصفوف' },
  dead: { fr: 'Mortes', en: 'Dead', ar: 'الميتة' },
  size: { fr: 'Taille', en: 'Size', ar: 'الحجم' },
  files: { fr: 'Fichiers orphelins', en: 'Orphan files', ar: 'الملفات اليتيمة' },
  filesLead: {
    fr: 'Fichiers qu’aucune ligne ne nomme, et noms dont le fichier a disparu. Tout le stockage est lu.',
    en: 'Files that no row names, and names whose file is gone. The whole storage is read.',
    ar: 'ملفات لا يسميها أي صف، وأسماء اختفى ملفها. يُقرأ التخزين كله.',
  },
  search: { fr: 'Chercher', en: 'Search', ar: 'بحث' },
  inStorage: { fr: 'Fichiers stockés', en: 'Stored files', ar: 'الملفات المخزّنة' },
  unnamed: { fr: 'Sans ligne', en: 'Without a row', ar: 'بلا صف' },
  unnamedText: {
    fr: '{count} ({size}), dont {old} de plus d’un jour',
    en: '{count} ({size}), {old} of them older than a day',
    ar: '{count} ({size})، منها {old} أقدم من يوم',
  },
  lost: { fr: 'Sans fichier', en: 'Without a file', ar: 'بلا ملف' },
  lostHelp: {
    fr: 'Une sauvegarde qui les contient peut les rendre : restaurez-la, ou renvoyez ces fichiers.',
    en: 'A backup that holds them can give them back: restore it, or send these files again.',
    ar: 'يمكن لنسخة احتياطية تحتويها أن تعيدها: استعدها، أو أرسل هذه الملفات من جديد.',
  },
  sweep: { fr: 'Supprimer les orphelins', en: 'Remove the orphans', ar: 'حذف الملفات اليتيمة' },
  sweepTitle: { fr: 'Supprimer les fichiers sans ligne ?', en: 'Remove files without a row?', ar: 'حذف الملفات التي بلا صف؟' },
  sweepText: {
    fr: 'Ceux de plus d’un jour disparaissent du stockage pour toujours ; les plus récents peuvent appartenir à un envoi en cours et restent. Le ménage de la nuit ferait de même.',
    en: 'Those older than a day disappear from the storage for ever; newer ones may belong to something that is being sent, and stay. The nightly sweep would do the same.',
    ar: 'الأقدم من يوم تختفي من التخزين نهائيًا؛ أما الأحدث فقد تخص إرسالًا جاريًا وتبقى. التنظيف الليلي يفعل الشيء نفسه.',
  },
  swept: {
    fr: '{count, plural, =0 {Aucun fichier supprimé.} one {Un fichier supprimé.} other {# fichiers supprimés.}}',
    en: '{count, plural, =0 {No file removed.} one {One file removed.} other {# files removed.}}',
    ar: '{count, plural, zero {لم يُحذف أي ملف.} one {حُذف ملف واحد.} two {حُذف ملفان.} few {حُذفت # ملفات.} many {حُذف # ملفًا.} other {حُذف # ملف.}}',
  },
});

export const states: Readonly<Record<FindingState, Message>> = messages({
  good: { fr: 'Bon', en: 'Good', ar: 'سليم' },
  poor: { fr: 'À voir', en: 'To look at', ar: 'للمراجعة' },
  wrong: { fr: 'Anormal', en: 'Wrong', ar: 'خلل' },
});
