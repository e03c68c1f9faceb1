import { messages } from '#kernel/message.ts';

export const m = messages({
  notFound: { fr: 'Cette publication n’existe pas.', en: 'There is no such publication.', ar: 'لا يوجد منشور كهذا.' },
  noVideo: {
    fr: 'Cette vidéo n’existe pas. Donnez le video_id d’un rendu terminé.',
    en: 'There is no such video. Give the video_id of a finished render.',
    ar: 'لا يوجد فيديو كهذا. أرسل video_id لعملية تصيير مكتملة.',
  },
  platforms: {
    fr: 'Une liste de 1 à {limit} plateformes, chacune un objet avec platform (youtube) et config.',
    en: 'A list of 1 to {limit} platforms, each an object with platform (youtube) and config.',
    ar: 'قائمة من 1 إلى {limit} منصات، كل منها كائن فيه platform ‏(youtube) و config.',
  },
  twice: {
    fr: 'La même plateforme, avec le même compte, est demandée deux fois.',
    en: 'The same platform, with the same account, is asked for twice.',
    ar: 'طُلبت المنصة نفسها بالحساب نفسه مرتين.',
  },
  notConnected: {
    fr: 'Aucun compte {platform} n’est connecté. Connectez-en un par GET /api/v1/publish/connect/{name}, puis publiez de nouveau.',
    en: 'No {platform} account is connected. Connect one with GET /api/v1/publish/connect/{name}, then publish again.',
    ar: 'لا يوجد حساب {platform} متصل. صِل حسابًا عبر GET /api/v1/publish/connect/{name} ثم أعد النشر.',
  },
  expired: {
    fr: 'La connexion à {platform} a expiré. Reconnectez le compte par GET /api/v1/publish/connect/{name}, puis publiez de nouveau.',
    en: 'The connection to {platform} has expired. Connect the account again with GET /api/v1/publish/connect/{name}, then publish again.',
    ar: 'انتهت صلاحية الاتصال بـ{platform}. أعد توصيل الحساب عبر GET /api/v1/publish/connect/{name} ثم أعد النشر.',
  },
  notOffered: {
    fr: '{platform} n’est pas configuré sur cette installation : un administrateur doit y déclarer une application.',
    en: '{platform} is not set up on this installation: an administrator has to declare an app there.',
    ar: '{platform} غير مُعدّ على هذا التثبيت: يجب على مسؤول أن يسجّل تطبيقًا هناك.',
  },
  connection: {
    fr: 'Ce compte connecté n’existe pas, ou n’est pas un compte {platform}.',
    en: 'There is no such connected account, or it is no account of {platform}.',
    ar: 'لا يوجد حساب متصل كهذا، أو أنه ليس حساب {platform}.',
  },
  textTooLong: {
    fr: '{platform} accepte {limit} caractères, ce texte en compte {found}.',
    en: '{platform} takes {limit} characters, this text has {found}.',
    ar: 'تقبل {platform} {limit} حرفًا، وهذا النص يحتوي على {found}.',
  },
  noComment: {
    fr: '{platform} n’a pas de premier commentaire ici.',
    en: '{platform} has no first comment here.',
    ar: 'لا يوجد تعليق أول على {platform} هنا.',
  },
  hashtags: {
    fr: '{platform} accepte {limit} hashtags, ce texte en compte {found}.',
    en: '{platform} takes {limit} hashtags, this text has {found}.',
    ar: 'تقبل {platform} {limit} وسومًا، وهذا النص يحتوي على {found}.',
  },
  mentions: {
    fr: '{platform} accepte {limit} mentions, ce texte en compte {found}.',
    en: '{platform} takes {limit} mentions, this text has {found}.',
    ar: 'تقبل {platform} {limit} إشارات، وهذا النص يحتوي على {found}.',
  },
  formatted: {
    fr: '{platform} n’accepte pas ce texte tel quel (caractères < ou >, plusieurs $symboles, forme).',
    en: '{platform} does not take this text as it is (characters < or >, several $symbols, form).',
    ar: 'لا تقبل {platform} هذا النص كما هو (المحرفان < أو >، عدة رموز $، الصيغة).',
  },
  required: { fr: '{platform} en a besoin.', en: '{platform} needs it.', ar: '{platform} تحتاج إليه.' },
  filmTooLong: {
    fr: '{platform} accepte des films d’au plus {limit} secondes, celui-ci en dure {found}. Raccourcissez-le ou retirez cette plateforme.',
    en: '{platform} takes films of at most {limit} seconds, this one lasts {found}. Shorten it or leave this platform out.',
    ar: 'تقبل {platform} أفلامًا لا تتجاوز {limit} ثانية، ومدة هذا الفيلم {found}. قصّره أو استبعد هذه المنصة.',
  },
  filmTooShort: {
    fr: '{platform} accepte des films d’au moins {limit} secondes, celui-ci en dure {found}. Allongez-le ou retirez cette plateforme.',
    en: '{platform} takes films of at least {limit} seconds, this one lasts {found}. Lengthen it or leave this platform out.',
    ar: 'تقبل {platform} أفلامًا لا تقل عن {limit} ثانية، ومدة هذا الفيلم {found}. أطِله أو استبعد هذه المنصة.',
  },
  filmTooHeavy: {
    fr: '{platform} accepte des fichiers de {limit} octets au plus, celui-ci en compte {found}. Rendez-le dans une qualité moindre.',
    en: '{platform} takes files of at most {limit} bytes, this one has {found}. Render it in a lower quality.',
    ar: 'تقبل {platform} ملفات لا تتجاوز {limit} بايت، وحجم هذا الملف {found}. أعد تصييره بجودة أقل.',
  },
  filmShape: {
    fr: '{platform} n’accepte pas un film de cette forme. Rendez-le dans un autre format, ou retirez cette plateforme.',
    en: '{platform} does not take a film of this shape. Render it in another ratio, or leave this platform out.',
    ar: 'لا تقبل {platform} فيلمًا بهذا الشكل. صيّره بنسبة أخرى أو استبعد هذه المنصة.',
  },
  tags: {
    fr: 'Une liste de textes : ["IA", "tutoriel"]',
    en: 'A list of texts: ["AI", "tutorial"]',
    ar: 'قائمة نصوص: ["AI", "tutorial"]',
  },
  tagsTooLong: {
    fr: '{platform} accepte {limit} caractères de mots-clés en tout, ceux-ci en comptent {found}.',
    en: '{platform} takes {limit} characters of tags in all, these have {found}.',
    ar: 'تقبل {platform} {limit} حرفًا للكلمات المفتاحية مجتمعة، وهذه تحتوي على {found}.',
  },
  thumbnail: {
    fr: 'Cette miniature n’est pas une image terminée de vos projets. Choisissez-en une autre, ou laissez le champ vide.',
    en: 'This thumbnail is no finished picture of your projects. Choose another one, or leave the field out.',
    ar: 'هذه الصورة المصغّرة ليست صورة مكتملة من مشاريعك. اختر أخرى أو اترك الحقل فارغًا.',
  },
  when: {
    fr: 'Une date et une heure : 2026-12-15T14:00:00Z, ou 2026-12-15T15:00:00 avec timezone.',
    en: 'A date and a time: 2026-12-15T14:00:00Z, or 2026-12-15T15:00:00 with timezone.',
    ar: 'تاريخ ووقت: 2026-12-15T14:00:00Z أو 2026-12-15T15:00:00 مع timezone.',
  },
  zoneless: {
    fr: 'Cette heure n’a pas de fuseau. Ajoutez timezone (Europe/Paris), ou un décalage (Z, +01:00).',
    en: 'This time has no zone. Add timezone (Europe/Paris), or an offset (Z, +01:00).',
    ar: 'هذا الوقت بلا منطقة زمنية. أضف timezone ‏(Europe/Paris) أو إزاحة (Z أو ‎+01:00).',
  },
  past: {
    fr: 'Cette date est passée. Choisissez-en une à venir, ou publiez maintenant (POST /api/v1/publish).',
    en: 'This time has passed. Choose one to come, or publish now (POST /api/v1/publish).',
    ar: 'مضى هذا الوقت. اختر وقتًا قادمًا أو انشر الآن (POST /api/v1/publish).',
  },
  zone: {
    fr: 'Ce fuseau horaire est inconnu. Donnez un nom IANA : Europe/Paris.',
    en: 'This time zone is not known. Give an IANA name: Europe/Paris.',
    ar: 'هذه المنطقة الزمنية غير معروفة. أعطِ اسم IANA: ‏Europe/Paris.',
  },
  noSchedule: {
    fr: 'Donnez schedule.publish_at, ou publiez maintenant (POST /api/v1/publish).',
    en: 'Give schedule.publish_at, or publish now (POST /api/v1/publish).',
    ar: 'أعطِ schedule.publish_at أو انشر الآن (POST /api/v1/publish).',
  },
  live: {
    fr: 'true si le film est en ligne, false s’il ne l’est pas et doit être envoyé de nouveau.',
    en: 'true when the film is live, false when it is not and shall be sent again.',
    ar: 'true إذا كان الفيلم منشورًا، وfalse إذا لم يكن كذلك ويجب إرساله من جديد.',
  },
  url: { fr: 'Une adresse http ou https.', en: 'An http or https address.', ar: 'عنوان http أو https.' },
  ticket: {
    fr: 'Ce ticket a expiré ou a déjà servi. Demandez-en un autre (POST /api/v1/publish/connect/{name}/ticket).',
    en: 'This ticket has expired or was used already. Ask for another one (POST /api/v1/publish/connect/{name}/ticket).',
    ar: 'انتهت صلاحية هذه التذكرة أو استُخدمت من قبل. اطلب أخرى (POST /api/v1/publish/connect/{name}/ticket).',
  },
});

/** Why a publication failed: the cause, and the next step. By the reason of the machine. */
export const outcomes = messages({
  content: {
    fr: '{platform} a refusé le texte. Changez-le, puis publiez de nouveau.',
    en: '{platform} refused the text. Change it, then publish again.',
    ar: 'رفضت {platform} النص. غيّره ثم أعد النشر.',
  },
  duplicate: {
    fr: '{platform} refuse deux fois la même publication. Changez le texte, puis publiez de nouveau.',
    en: '{platform} refuses the same post twice. Change the text, then publish again.',
    ar: 'ترفض {platform} المنشور نفسه مرتين. غيّر النص ثم أعد النشر.',
  },
  media: {
    fr: '{platform} n’a pas pu traiter le film. Rendez-le de nouveau, ou dans un autre format, puis publiez.',
    en: '{platform} could not work through the film. Render it again, or in another ratio, then publish.',
    ar: 'تعذّر على {platform} معالجة الفيلم. أعد تصييره أو صيّره بنسبة أخرى ثم انشره.',
  },
  token: {
    fr: 'La connexion à {platform} a expiré. Reconnectez le compte, puis publiez de nouveau.',
    en: 'The connection to {platform} has expired. Connect the account again, then publish again.',
    ar: 'انتهت صلاحية الاتصال بـ{platform}. أعد توصيل الحساب ثم أعد النشر.',
  },
  permission: {
    fr: '{platform} n’autorise pas ce compte à publier. Reconnectez-le en acceptant toutes les permissions.',
    en: '{platform} does not let this account post. Connect it again and accept every permission.',
    ar: 'لا تسمح {platform} لهذا الحساب بالنشر. أعد توصيله واقبل جميع الأذونات.',
  },
  limit: {
    fr: 'Le compte a atteint la limite de {platform}. Publiez de nouveau dans 24 heures.',
    en: 'The account has reached the limit of {platform}. Publish again in 24 hours.',
    ar: 'بلغ الحساب حد {platform}. أعد النشر بعد 24 ساعة.',
  },
  spam: {
    fr: '{platform} bloque ce compte pour activité suspecte. Attendez, vérifiez le compte, puis publiez de nouveau.',
    en: '{platform} blocks this account for suspicious activity. Wait, check the account, then publish again.',
    ar: 'تحظر {platform} هذا الحساب بسبب نشاط مشبوه. انتظر وتحقق من الحساب ثم أعد النشر.',
  },
  not_connected: {
    fr: 'Aucun compte {platform} n’était connecté à l’heure dite. Connectez-en un, puis publiez de nouveau.',
    en: 'No {platform} account was connected at the time. Connect one, then publish again.',
    ar: 'لم يكن أي حساب {platform} متصلًا في الموعد. صِل حسابًا ثم أعد النشر.',
  },
  missed_window: {
    fr: 'L’heure est passée sans que le film puisse partir. Planifiez de nouveau.',
    en: 'The time passed and the film could not leave. Schedule it again.',
    ar: 'مضى الوقت دون أن يُرسل الفيلم. أعد جدولته.',
  },
  rights: {
    fr: 'Une personne visible n’est pas, ou plus, d’accord : rien n’a été envoyé. Ouvrez la médiathèque, changez la scène, puis publiez de nouveau.',
    en: 'Somebody who is seen does not agree, or not any more: nothing was sent. Open the media library, change the scene, then publish again.',
    ar: 'شخص ظاهر في الفيلم غير موافق أو سحب موافقته: لم يُرسل شيء. افتح مكتبة الوسائط وغيّر المشهد ثم انشر من جديد.',
  },
  gave_up: {
    fr: '{platform} n’a pas pu être joint, malgré de nombreux essais. Publiez de nouveau plus tard.',
    en: '{platform} could not be reached in many tries. Publish again later.',
    ar: 'تعذّر الوصول إلى {platform} رغم محاولات كثيرة. أعد النشر لاحقًا.',
  },
  unknown: {
    fr: '{platform} n’a pas confirmé. Regardez si le film est en ligne avant toute chose, puis dites-le (settle) : il ne sera jamais envoyé deux fois.',
    en: '{platform} did not confirm. Look first whether the film is live, then say so (settle): it is never sent twice.',
    ar: 'لم تؤكد {platform} النشر. تحقق أولًا إن كان الفيلم منشورًا ثم أخبرنا (settle): لن يُرسل مرتين أبدًا.',
  },
  other: {
    fr: '{platform} a refusé la publication. Lisez le détail, corrigez, puis publiez de nouveau.',
    en: '{platform} refused the publication. Read the detail, correct it, then publish again.',
    ar: 'رفضت {platform} النشر. اقرأ التفاصيل وصحّح ثم أعد النشر.',
  },
});
