import { messages } from '#kernel/message.ts';

export const m = messages({
  notFound: {
    fr: 'Ce rendu n’existe pas, ou n’est pas le vôtre.',
    en: 'This render does not exist, or is not yours.',
    ar: 'هذا التصيير غير موجود أو ليس لك.',
  },
  noVideo: {
    fr: 'Cette vidéo n’existe pas, ou n’est pas la vôtre.',
    en: 'This video does not exist, or is not yours.',
    ar: 'هذا الفيديو غير موجود أو ليس لك.',
  },
  noCaptions: { fr: 'Cette vidéo n’a pas de paroles.', en: 'Nobody says anything in this video.', ar: 'لا كلام في هذا الفيديو.' },
  ended: {
    fr: 'Ce rendu est déjà terminé ({status}).',
    en: 'This render has already ended ({status}).',
    ar: 'انتهى هذا التصيير بالفعل ({status}).',
  },
  published: {
    fr: 'Cette vidéo est publiée ou va l’être : annulez d’abord la publication.',
    en: 'This video is published, or about to be: cancel the publication first.',
    ar: 'هذا الفيديو منشور أو على وشك النشر: ألغِ النشر أولًا.',
  },
  noProject: {
    fr: 'L’identifiant d’un projet est un UUID.',
    en: 'The id of a project is a UUID.',
    ar: 'معرّف المشروع من نوع UUID.',
  },
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  noTimeline: {
    fr: 'Cette chronologie n’existe pas, ou n’est pas la vôtre.',
    en: 'This timeline does not exist, or is not yours.',
    ar: 'هذا الخط الزمني غير موجود أو ليس لك.',
  },
  object: { fr: 'Un objet JSON est attendu.', en: 'A JSON object is expected.', ar: 'المطلوب كائن JSON.' },
  choice: { fr: 'Choisissez parmi : {values}.', en: 'Choose one of: {values}.', ar: 'اختر من بين: {values}.' },
  flag: { fr: 'true ou false.', en: 'true or false.', ar: 'true أو false.' },
  rate: {
    fr: 'Un débit comme {example}, de {least} à {most} bits par seconde.',
    en: 'A rate such as {example}, from {least} to {most} bits per second.',
    ar: 'معدل مثل {example}، من {least} إلى {most} بت في الثانية.',
  },
  queued: { fr: 'Rendu mis en file d’attente.', en: 'Render job queued successfully', ar: 'أُضيف التصيير إلى قائمة الانتظار.' },
  cancelled: { fr: 'Rendu annulé.', en: 'Render cancelled.', ar: 'أُلغي التصيير.' },
  assetGone: {
    fr: 'L’élément {asset} de la chronologie n’existe plus. Remplacez-le, puis relancez le rendu.',
    en: 'The asset {asset} of the timeline is gone. Replace it, then render again.',
    ar: 'العنصر {asset} من الخط الزمني لم يعد موجودًا. استبدله ثم أعد التصيير.',
  },
  stalled: {
    fr: 'Le rendu n’avançait plus depuis {minutes, plural, one {# minute} other {# minutes}} (étape : {stage}), deux fois de suite. Relancez-le : ce qui est encodé est gardé.',
    en: 'The render stood still for {minutes, plural, one {# minute} other {# minutes}} (stage: {stage}), twice in a row. Render again: what is encoded is kept.',
    ar: 'توقف التصيير عن التقدم مدة {minutes} دقائق (المرحلة: {stage}) مرتين متتاليتين. أعد التصيير: ما تم ترميزه محفوظ.',
  },
  gaveUp: {
    fr: 'La machine s’est arrêtée {times} fois pendant ce rendu, sans doute faute de mémoire. Choisissez une résolution plus petite, puis relancez-le.',
    en: 'The machine went down {times} times during this render, for want of memory it seems. Choose a smaller resolution, then render again.',
    ar: 'توقفت الآلة {times} مرات أثناء هذا التصيير، لنقص الذاكرة على الأرجح. اختر دقة أصغر ثم أعد التصيير.',
  },
  failed: {
    fr: 'Le rendu a échoué ({reason}). Relancez-le : ce qui est encodé est gardé.',
    en: 'The render failed ({reason}). Render again: what is encoded is kept.',
    ar: 'فشل التصيير ({reason}). أعد المحاولة: ما تم ترميزه محفوظ.',
  },
});
