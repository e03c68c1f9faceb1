/** What is found, in words. */
import { messages } from '#kernel/message.ts';

export const names = messages({
  disk: { fr: 'Espace disque', en: 'Disk', ar: 'مساحة القرص' },
  database: { fr: 'Base de données', en: 'Database', ar: 'قاعدة البيانات' },
  connections: { fr: 'Connexions', en: 'Connections', ar: 'الاتصالات' },
  transactions: { fr: 'Transactions ouvertes', en: 'Open transactions', ar: 'المعاملات المفتوحة' },
  clock: { fr: 'Horloges', en: 'Clocks', ar: 'الساعات' },
  dead: { fr: 'Lignes mortes', en: 'Dead rows', ar: 'الصفوف الميتة' },
  indexes: { fr: 'Index', en: 'Indexes', ar: 'الفهارس' },
  queue: { fr: 'Tâches de fond', en: 'Background jobs', ar: 'المهام الخلفية' },
  deadLetters: { fr: 'Tâches abandonnées', en: 'Jobs given up', ar: 'المهام المتروكة' },
  keys: { fr: 'Clés de chiffrement', en: 'Encryption keys', ar: 'مفاتيح التشفير' },
  ffmpeg: { fr: 'Rendu des films', en: 'Rendering of films', ar: 'تصيير الأفلام' },
  mail: { fr: 'E-mail', en: 'Mail', ar: 'البريد' },
  unknown: { fr: 'Contrôle', en: 'Check', ar: 'فحص' },
});

export const says = messages({
  broken: { fr: 'Ce contrôle a échoué : {why}', en: 'This check has failed: {why}', ar: 'فشل هذا الفحص: {why}' },
  free: {
    fr: '{gigabytes, number, ::.0} Go libres pour {folder}',
    en: '{gigabytes, number, ::.0} GB free for {folder}',
    ar: '{gigabytes, number, ::.0} غيغابايت متاحة في {folder}',
  },
  database: {
    fr: 'PostgreSQL {version} ({kind, select, embedded {embarquée} other {serveur}}), {megabytes, number, ::.0} Mo, à jour, répond en {answer} ms',
    en: 'PostgreSQL {version} ({kind, select, embedded {embedded} other {server}}), {megabytes, number, ::.0} MB, up to date, answers in {answer} ms',
    ar: 'PostgreSQL {version} ({kind, select, embedded {مضمّنة} other {خادم}})، {megabytes, number, ::.0} ميغابايت، محدّثة، تجيب خلال {answer} مللي ثانية',
  },
  pending: {
    fr: 'PostgreSQL {version} : à migrer au prochain démarrage ({pending})',
    en: 'PostgreSQL {version}: to be migrated at the next start ({pending})',
    ar: 'PostgreSQL {version}: تُرحَّل عند التشغيل القادم ({pending})',
  },
  connections: { fr: '{used} utilisées sur {most}', en: '{used} used of {most}', ar: '{used} مستخدمة من {most}' },
  transaction: {
    fr: 'La plus ancienne est ouverte depuis {seconds} s',
    en: 'The oldest has been open for {seconds} s',
    ar: 'الأقدم مفتوحة منذ {seconds} ثانية',
  },
  skew: {
    fr: 'La base et cette machine diffèrent de {seconds, number, ::.00} s',
    en: 'The database and this machine differ by {seconds, number, ::.00} s',
    ar: 'الفرق بين القاعدة وهذا الجهاز {seconds, number, ::.00} ثانية',
  },
  tidy: { fr: 'Le nettoyage automatique suit', en: 'Vacuuming keeps up', ar: 'التنظيف التلقائي مواكب' },
  bloated: {
    fr: 'Le nettoyage est en retard pour : {list}',
    en: 'Vacuuming is behind for: {list}',
    ar: 'التنظيف متأخر في: {list}',
  },
  indexed: {
    fr: 'Chaque clé étrangère d’une grande table a le sien',
    en: 'Every foreign key of a large table has its own',
    ar: 'لكل مفتاح خارجي في جدول كبير فهرسه',
  },
  unindexed: { fr: 'Il en manque pour : {list}', en: 'Missing for: {list}', ar: 'مفقود في: {list}' },
  queue: {
    fr: '{waiting, plural, =0 {Rien n’attend} one {Une tâche attend} other {# tâches attendent}} ; la plus ancienne depuis {minutes} min',
    en: '{waiting, plural, =0 {Nothing waits} one {One job waits} other {# jobs wait}}; the oldest for {minutes} min',
    ar: '{waiting, plural, zero {لا شيء ينتظر} one {مهمة واحدة تنتظر} two {مهمتان تنتظران} few {# مهام تنتظر} many {# مهمة تنتظر} other {# مهمة تنتظر}}؛ الأقدم منذ {minutes} دقيقة',
  },
  deadLetters: {
    fr: '{count, plural, =0 {Aucune} one {Une, après tous ses essais} other {#, après tous leurs essais}}',
    en: '{count, plural, =0 {None} one {One, after all its tries} other {#, after all their tries}}',
    ar: '{count, plural, zero {لا شيء} one {واحدة بعد كل المحاولات} two {اثنتان بعد كل المحاولات} few {# بعد كل المحاولات} many {# بعد كل المحاولات} other {# بعد كل المحاولات}}',
  },
  open: {
    fr: '{tried} valeurs de {columns} colonnes se déchiffrent',
    en: '{tried} values of {columns} columns decrypt',
    ar: 'تم فك تشفير {tried} قيمة من {columns} عمودًا',
  },
  closed: {
    fr: 'Ne se déchiffre pas avec ENCRYPTION_KEY : {list}',
    en: 'Does not decrypt with ENCRYPTION_KEY: {list}',
    ar: 'لا يُفك تشفيره باستخدام ENCRYPTION_KEY: {list}',
  },
  ffmpeg: { fr: 'ffmpeg {version} est installé', en: 'ffmpeg {version} is installed', ar: 'ffmpeg {version} مثبّت' },
  noFfmpeg: {
    fr: 'ffmpeg n’est pas installé : aucun film n’est rendu (Debian : apt install ffmpeg)',
    en: 'ffmpeg is not installed: films cannot be rendered (Debian: apt install ffmpeg)',
    ar: 'ffmpeg غير مثبّت: لا يمكن تصيير الأفلام (Debian: apt install ffmpeg)',
  },
  mail: { fr: 'Les e-mails partent par {way}', en: 'Letters leave by {way}', ar: 'تُرسل الرسائل عبر {way}' },
  outbox: {
    fr: 'Les e-mails restent dans la boîte locale : donnez SMTP_URL ou SENDGRID_API_KEY',
    en: 'Letters stay in the local outbox: set SMTP_URL or SENDGRID_API_KEY',
    ar: 'تبقى الرسائل في الصندوق المحلي: حدّد SMTP_URL أو SENDGRID_API_KEY',
  },
});
