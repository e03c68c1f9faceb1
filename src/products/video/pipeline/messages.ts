import { messages } from '#kernel/message.ts';

export const m = messages({
  alreadyRunning: {
    fr: 'Ce projet est déjà en cours de fabrication. Attendez la fin, ou annulez avant de recommencer.',
    en: 'This project is being made already. Wait until it ends, or cancel it before you start again.',
    ar: 'هذا المشروع قيد الإنجاز بالفعل. انتظر حتى ينتهي أو ألغِه قبل البدء من جديد.',
  },
  notRunning: {
    fr: 'Rien n’est en cours pour ce projet.',
    en: 'Nothing is running for this project.',
    ar: 'لا شيء قيد التنفيذ لهذا المشروع.',
  },
  steps: {
    fr: 'Une liste parmi : {values}',
    en: 'A list of: {values}',
    ar: 'قائمة من بين: {values}',
  },
  flag: { fr: 'true ou false', en: 'true or false', ar: 'true أو false' },
  asset: {
    fr: 'Cette image n’existe plus dans vos fichiers. Choisissez-en une autre.',
    en: 'This picture is no longer among your files. Choose another one.',
    ar: 'لم تعد هذه الصورة ضمن ملفاتك. اختر صورة أخرى.',
  },
  noPictures: {
    fr: 'Ce projet n’a encore aucune image à monter. Laissez l’étape images, donnez vos images aux scènes, ou passez aussi le montage.',
    en: 'This project has no picture to show yet. Keep the step images, give pictures to its scenes, or skip the montage as well.',
    ar: 'لا توجد بعد أي صورة لهذا المشروع. أبقِ خطوة الصور أو أعطِ المشاهد صورك أو تجاوز المونتاج أيضًا.',
  },
  noScene: {
    fr: 'Cette scène n’existe pas dans le script.',
    en: 'The script has no such scene.',
    ar: 'هذا المشهد غير موجود في النص.',
  },
  noScript: {
    fr: 'Le script n’est pas encore écrit. Démarrez le projet, ou envoyez le vôtre.',
    en: 'The script is not written yet. Start the project, or send your own.',
    ar: 'لم يُكتب النص بعد. ابدأ المشروع أو أرسل نصك.',
  },
  started: { fr: 'Pipeline démarré', en: 'Pipeline started successfully', ar: 'بدأ تنفيذ المشروع' },
});

/** Why a run ended badly: the cause, and the next step. */
export const faults = messages({
  scriptFailed: {
    fr: 'Le script n’a pas pu être écrit. Démarrez de nouveau, ou envoyez votre propre script.',
    en: 'The script could not be written. Start again, or send a script of your own.',
    ar: 'تعذرت كتابة النص. ابدأ من جديد أو أرسل نصك الخاص.',
  },
  itemFailed: {
    fr: 'Un élément n’a pas pu être créé. Démarrez de nouveau : seul ce qui manque sera refait.',
    en: 'An item could not be made. Start again: only what is missing is made.',
    ar: 'تعذر إنشاء أحد العناصر. ابدأ من جديد: يُنشأ الناقص فقط.',
  },
  itemGone: {
    fr: 'Un élément a été supprimé ou annulé pendant la fabrication. Démarrez de nouveau pour le refaire.',
    en: 'An item was removed or cancelled while the film was being made. Start again to make it anew.',
    ar: 'حُذف أحد العناصر أو أُلغي أثناء الإنجاز. ابدأ من جديد لإعادة إنشائه.',
  },
  budget: {
    fr: 'Le budget ne suffit pas pour l’élément suivant. Augmentez-le puis démarrez de nouveau : ce qui est fait est gardé.',
    en: 'The budget does not cover the next item. Raise it, then start again: what is made is kept.',
    ar: 'لا تكفي الميزانية للعنصر التالي. ارفعها ثم ابدأ من جديد: ما أُنجز محفوظ.',
  },
  renderFailed: {
    fr: 'Le montage a échoué. Démarrez de nouveau : les images et les voix sont gardées.',
    en: 'The montage failed. Start again: pictures and voices are kept.',
    ar: 'فشل المونتاج. ابدأ من جديد: الصور والأصوات محفوظة.',
  },
});
