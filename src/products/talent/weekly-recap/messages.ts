/** What the page of the scheduler says. The letters of the week carry their own words. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'Planificateur', en: 'Scheduler', ar: 'المهام المجدولة' },
  lead: {
    fr: 'Ce que le studio fait de lui-même, et quand. Heures de Casablanca.',
    en: 'What the studio does by itself, and when. Times are those of Casablanca.',
    ar: 'ما يقوم به الاستوديو تلقائيًا ومتى. الأوقات بتوقيت الدار البيضاء.',
  },
  running: { fr: 'En marche', en: 'Running', ar: 'قيد التشغيل' },
  stopped: { fr: 'À l’arrêt', en: 'Stopped', ar: 'متوقف' },
  stoppedText: {
    fr: 'Aucun processus ne travaille : rien ne partira avant qu’un processus démarre avec le rôle worker ou all (« atelier start --role worker »). Ce qui aura été manqué sera rattrapé une fois.',
    en: 'No process works: nothing leaves until one starts in the role worker or all (“atelier start --role worker”). What was missed is made up for once.',
    ar: 'لا توجد عملية تعمل: لن يُنفّذ شيء حتى تبدأ عملية بالدور worker أو all («atelier start --role worker»). وما فات يُعوّض مرة واحدة.',
  },
  planned: { fr: 'Tâches planifiées', en: 'Planned jobs', ar: 'المهام المخططة' },
  job: { fr: 'Tâche', en: 'Job', ar: 'المهمة' },
  trigger: { fr: 'Déclenchement', en: 'Trigger', ar: 'التوقيت' },
  next: { fr: 'Prochaine fois', en: 'Next time', ar: 'المرة القادمة' },
  last: { fr: 'Dernière fois', en: 'Last time', ar: 'آخر مرة' },
  never: { fr: 'Jamais, ou il y a plus d’un jour', en: 'Never, or more than a day ago', ar: 'أبدًا، أو قبل أكثر من يوم' },
  nonePlanned: { fr: 'Rien n’est planifié', en: 'Nothing is planned', ar: 'لا شيء مخطط' },
  nonePlannedText: {
    fr: 'Les tâches apparaissent quand un processus qui travaille démarre.',
    en: 'Jobs appear when a process that works starts.',
    ar: 'تظهر المهام عند بدء عملية تعمل.',
  },

  weekly: { fr: 'Récapitulatif Hebdomadaire Admin', en: 'Weekly recap for administrators', ar: 'الملخص الأسبوعي للمسؤولين' },
  hourly: { fr: 'Ménage de chaque heure', en: 'Hourly housekeeping', ar: 'الترتيب كل ساعة' },
  backup: { fr: 'Sauvegarde automatique', en: 'Scheduled backup', ar: 'النسخ الاحتياطي المجدول' },
  daily: { fr: 'Ménage de chaque jour', en: 'Daily housekeeping', ar: 'الترتيب اليومي' },
  names: { fr: 'Comparaison des noms nouveaux', en: 'Comparison of new names', ar: 'مقارنة الأسماء الجديدة' },
  namesTidy: { fr: 'Oubli des surveillances finies', en: 'Forgetting watches that are over', ar: 'نسيان المراقبات المنتهية' },
  everyMinutes: {
    fr: 'Toutes les {minutes} minutes',
    en: 'Every {minutes} minutes',
    ar: 'كل {minutes, plural, zero {# دقيقة} one {دقيقة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  },
  everyWeek: { fr: 'Chaque {day} à {time}', en: 'Every {day} at {time}', ar: 'كل {day} الساعة {time}' },
  everyDay: { fr: 'Chaque jour à {time}', en: 'Every day at {time}', ar: 'كل يوم الساعة {time}' },
  everyHour: { fr: 'Chaque heure, à la minute {minute}', en: 'Every hour, at minute {minute}', ar: 'كل ساعة، في الدقيقة {minute}' },

  done: { fr: 'Fait', en: 'Done', ar: 'أُنجزت' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشلت' },
  waiting: { fr: 'En attente', en: 'Waiting', ar: 'قيد الانتظار' },
  active: { fr: 'En cours', en: 'Running', ar: 'جارية' },

  recaps: { fr: 'Récapitulatifs envoyés', en: 'Recaps that were sent', ar: 'الملخصات المرسلة' },
  recapsLead: {
    fr: 'Deux lettres, une pour les talents et une pour le cinéma, à l’adresse des administrateurs.',
    en: 'Two letters, one for talents and one for CINEMA, to the address of the administrators.',
    ar: 'رسالتان، واحدة للمواهب وأخرى للسينما، إلى عنوان المسؤولين.',
  },
  sendNow: { fr: 'Envoyer maintenant', en: 'Send now', ar: 'إرسال الآن' },
  when: { fr: 'Envoyé', en: 'Sent', ar: 'أُرسل' },
  days: { fr: 'Jours', en: 'Days', ar: 'الأيام' },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  cinema: { fr: 'Talents cinéma', en: 'CINEMA talents', ar: 'مواهب السينما' },
  askedBy: { fr: 'Demandé par', en: 'Asked for by', ar: 'طلبه' },
  schedule: { fr: 'Le planificateur', en: 'The scheduler', ar: 'المهام المجدولة' },
  noLetter: { fr: 'Sans destinataire', en: 'Nobody to write to', ar: 'بلا مستلم' },
  noRecaps: { fr: 'Aucun récapitulatif', en: 'No recaps', ar: 'لا ملخصات' },
  noRecapsText: {
    fr: 'Le premier part dimanche à 12:59, ou tout de suite.',
    en: 'The first leaves on Sunday at 12:59, or right now.',
    ar: 'يُرسل الأول يوم الأحد الساعة 12:59، أو الآن.',
  },

  queues: { fr: 'Files d’attente', en: 'Queues', ar: 'قوائم الانتظار' },
  queue: { fr: 'File', en: 'Queue', ar: 'القائمة' },
  delayed: { fr: 'Plus tard', en: 'Later', ar: 'لاحقًا' },
  allDone: { fr: 'Rien n’attend.', en: 'Nothing waits.', ar: 'لا شيء في الانتظار.' },
  idle: { fr: 'Files vides :', en: 'Empty queues:', ar: 'قوائم فارغة:' },
});

export const answers = messages({
  // The French words are the documented ones.
  triggered: { fr: 'Récapitulatif déclenché', en: 'Recap triggered', ar: 'تم إرسال الملخص' },
  toldBefore: {
    fr: 'Ce récapitulatif est déjà parti : rien n’a été envoyé une deuxième fois.',
    en: 'This recap left before: nothing was sent a second time.',
    ar: 'أُرسل هذا الملخص من قبل: لم يُرسل شيء مرة ثانية.',
  },
  nobody: {
    fr: 'Il n’y a personne à qui écrire : indiquez l’adresse des administrateurs dans les réglages des e-mails.',
    en: 'There is nobody to write to: give the address of the administrators in the e-mail settings.',
    ar: 'لا يوجد من يُكتب إليه: حدد عنوان المسؤولين في إعدادات البريد.',
  },
});
