/** What statistics, the feed of played platforms, and tables in and out say. */
import { messages } from '#kernel/message.ts';

export const statistics = messages({
  title: { fr: 'Statistiques des publications', en: 'Posting statistics', ar: 'إحصائيات النشر' },
  lead: {
    fr: 'Ce qui part, où, et ce qui touche les gens.',
    en: 'What leaves, where, and what reaches people.',
    ar: 'ما يُنشر وأين، وما يصل إلى الناس.',
  },
  total: { fr: 'Posts', en: 'Posts', ar: 'المنشورات' },
  upcoming: { fr: 'À venir', en: 'To come', ar: 'القادمة' },
  thisWeek: { fr: 'Cette semaine', en: 'This week', ar: 'هذا الأسبوع' },
  thisMonth: { fr: 'Ce mois-ci', en: 'This month', ar: 'هذا الشهر' },
  byStatus: { fr: 'Par état', en: 'By state', ar: 'حسب الحالة' },
  byPlatform: { fr: 'Par plateforme', en: 'By platform', ar: 'حسب المنصة' },
  status: { fr: 'État', en: 'State', ar: 'الحالة' },
  platform: { fr: 'Plateforme', en: 'Platform', ar: 'المنصة' },
  posts: { fr: 'Posts', en: 'Posts', ar: 'المنشورات' },
  perWeek: { fr: 'Posts par semaine', en: 'Posts per week', ar: 'المنشورات في الأسبوع' },
  perWeekLead: {
    fr: 'Douze semaines passées et quatre à venir ; sans les posts annulés.',
    en: 'Twelve weeks past and four to come; without cancelled posts.',
    ar: 'اثنا عشر أسبوعًا ماضيًا وأربعة قادمة، دون المنشورات الملغاة.',
  },
  week: { fr: 'Semaine', en: 'Week', ar: 'الأسبوع' },
  engagement: { fr: 'Engagement par semaine', en: 'Engagement per week', ar: 'التفاعل في الأسبوع' },
  engagementLead: {
    fr: 'J’aime, commentaires et partages rapportés aux vues, en pour cent ; moyenne des posts de la semaine.',
    en: 'Likes, comments and shares over views, in per cent; mean of the week’s posts.',
    ar: 'الإعجابات والتعليقات والمشاركات مقارنة بالمشاهدات، بالمئة؛ متوسط منشورات الأسبوع.',
  },
  percent: { fr: 'Engagement (%)', en: 'Engagement (%)', ar: 'التفاعل (%)' },
  heat: { fr: 'Quand vos posts plaisent', en: 'When your posts do well', ar: 'متى تنجح منشوراتك' },
  heatCell: {
    fr: '{value} % en moyenne, {count, plural, one {# post} other {# posts}}',
    en: '{value}% on average, {count, plural, one {# post} other {# posts}}',
    ar: '{value}% في المتوسط، {count, plural, zero {# منشور} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}',
  },
  hours: { fr: '{from} h – {until} h', en: '{from}:00 – {until}:00', ar: '{from}:00 – {until}:00' },
  notEnough: {
    fr: 'Les chiffres apparaissent quand des posts sont en ligne et que leur engagement a été lu.',
    en: 'Figures appear once posts are live and their engagement has been read.',
    ar: 'تظهر الأرقام حين تصبح المنشورات ظاهرة ويُقرأ تفاعلها.',
  },
  scheduled: { fr: 'Planifiés', en: 'Scheduled', ar: 'مبرمجة' },
  posted: { fr: 'Publiés', en: 'Posted', ar: 'منشورة' },
  failed: { fr: 'En échec', en: 'Failed', ar: 'فاشلة' },
  cancelled: { fr: 'Annulés', en: 'Cancelled', ar: 'ملغاة' },
});

export const feed = messages({
  title: { fr: 'Fil simulé', en: 'Simulated feed', ar: 'المنشورات المحاكاة' },
  lead: {
    fr: 'Ce que les plateformes jouées ici ont reçu de vos comptes. Rien de tout cela n’est sur internet.',
    en: 'What the platforms that are played here received from your accounts. None of it is on the internet.',
    ar: 'ما تلقته المنصات المحاكاة من حساباتك. لا شيء من هذا على الإنترنت.',
  },
  none: { fr: 'Rien n’a encore paru', en: 'Nothing has appeared yet', ar: 'لم يظهر شيء بعد' },
  noneText: {
    fr: 'Publiez un post maintenant, ou attendez l’heure d’un post prévu.',
    en: 'Publish a post now, or wait for the time of a planned one.',
    ar: 'انشر منشورًا الآن أو انتظر موعد منشور مبرمج.',
  },
  compose: { fr: 'Nouveau post', en: 'New post', ar: 'منشور جديد' },
  simulated: { fr: 'Simulé', en: 'Simulated', ar: 'محاكاة' },
  madeWithAi: { fr: 'Fait avec une IA', en: 'Made with AI', ar: 'أُنشئ بالذكاء الاصطناعي' },
  pictureOf: { fr: 'Image du post', en: 'Picture of the post', ar: 'صورة المنشور' },
  comments: { fr: 'Commentaires', en: 'Comments', ar: 'التعليقات' },
});

export const transfer = messages({
  title: { fr: 'Importer, exporter', en: 'Import, export', ar: 'استيراد وتصدير' },
  lead: {
    fr: 'Un mois de posts dans un tableur, et retour.',
    en: 'A month of posts in a spreadsheet, and back.',
    ar: 'شهر من المنشورات في جدول، ثم العودة.',
  },
  exportTitle: { fr: 'Exporter', en: 'Export', ar: 'تصدير' },
  exportText: {
    fr: 'Tous vos posts avec leur état, leur adresse et la cause d’un échec, en CSV.',
    en: 'All your posts with their state, their address and the cause of a failure, as CSV.',
    ar: 'كل منشوراتك مع حالتها وعنوانها وسبب الفشل، بصيغة CSV.',
  },
  exportAct: { fr: 'Télécharger posts.csv', en: 'Download posts.csv', ar: 'تنزيل posts.csv' },
  importTitle: { fr: 'Importer', en: 'Import', ar: 'استيراد' },
  importText: {
    fr: 'Une ligne par post : image (son numéro), scheduled_time (avec fuseau), platform, caption ; et si vous voulez hashtags, first_comment, utm_source. Une seule faute, et rien n’est planifié : chaque ligne fautive est nommée.',
    en: 'A line for each post: image (its number), scheduled_time (with a zone), platform, caption; and if you like hashtags, first_comment, utm_source. One fault, and nothing is planned: each faulty line is named.',
    ar: 'سطر لكل منشور: image (رقمها)، scheduled_time (مع المنطقة)، platform، caption؛ وإن شئت hashtags وfirst_comment وutm_source. خطأ واحد يعني ألا شيء يُبرمج: يُذكر كل سطر خاطئ.',
  },
  file: { fr: 'Fichier CSV', en: 'CSV file', ar: 'ملف CSV' },
  text: { fr: 'Ou collez les lignes', en: 'Or paste the lines', ar: 'أو ألصق الأسطر' },
  importAct: { fr: 'Planifier ces posts', en: 'Plan these posts', ar: 'برمجة هذه المنشورات' },
  imported: {
    fr: '{count, plural, one {# post planifié} other {# posts planifiés}}.',
    en: '{count, plural, one {# post planned} other {# posts planned}}.',
    ar: '{count, plural, zero {بُرمج # منشور} one {بُرمج منشور واحد} two {بُرمج منشوران} few {بُرمجت # منشورات} many {بُرمج # منشورًا} other {بُرمج # منشور}}.',
  },
});
