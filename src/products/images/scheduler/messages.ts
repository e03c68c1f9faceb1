import { messages } from '#kernel/message.ts';

export const m = messages({
  // As images-api.md prints them.
  cancelled: { fr: 'Post annulé avec succès', en: 'Post cancelled', ar: 'تم إلغاء المنشور' },
  published: { fr: 'Post publié avec succès', en: 'Post published', ar: 'تم نشر المنشور' },
  synced: { fr: 'Analytics synchronisées avec succès', en: 'Figures read', ar: 'تمت مزامنة الإحصاءات' },
  underWay: {
    fr: 'Publication en cours : relisez le post dans un instant.',
    en: 'The post is on its way: read it again in a moment.',
    ar: 'النشر جارٍ: اقرأ المنشور مجددًا بعد لحظات.',
  },
  imported: {
    fr: '{count, plural, one {# post planifié} other {# posts planifiés}}',
    en: '{count, plural, one {# post planned} other {# posts planned}}',
    ar: '{count, plural, zero {تمت جدولة # منشور} one {تمت جدولة منشور واحد} two {تمت جدولة منشورين} few {تمت جدولة # منشورات} many {تمت جدولة # منشورًا} other {تمت جدولة # منشور}}',
  },

  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  choice: {
    fr: 'Valeur invalide. Choisissez parmi: {values}',
    en: 'Invalid value. Choose one of: {values}',
    ar: 'قيمة غير صالحة. اختر من بين: {values}',
  },
  flag: { fr: 'true ou false.', en: 'true or false.', ar: 'true أو false.' },
  text: { fr: 'Un texte.', en: 'A text.', ar: 'نص.' },
  controls: {
    fr: 'Ce texte contient des caractères invisibles. Tapez-le de nouveau.',
    en: 'This text holds invisible characters. Type it again.',
    ar: 'يحتوي هذا النص على أحرف غير مرئية. اكتبه من جديد.',
  },
  imageNumber: { fr: 'Le numéro d’une image.', en: 'The number of a picture.', ar: 'رقم صورة.' },
  imageUnknown: {
    fr: 'Cette image n’existe pas ou n’est pas à vous.',
    en: 'This picture does not exist or is not yours.',
    ar: 'هذه الصورة غير موجودة أو ليست لك.',
  },
  imageNotValidated: {
    fr: 'Cette image n’est pas validée : validez-la avant de la planifier.',
    en: 'This picture has not been validated: validate it before planning it.',
    ar: 'لم يتم اعتماد هذه الصورة: اعتمدها قبل جدولتها.',
  },
  time: {
    fr: 'Une date et une heure ISO 8601 avec fuseau. Exemple : 2026-12-25T10:00:00Z',
    en: 'A date and time in ISO 8601 with a zone. Example: 2026-12-25T10:00:00Z',
    ar: 'تاريخ ووقت بصيغة ISO 8601 مع المنطقة الزمنية. مثال: 2026-12-25T10:00:00Z',
  },
  past: {
    fr: 'Cette heure est passée. Choisissez une heure à venir.',
    en: 'This time has passed. Choose one to come.',
    ar: 'مضى هذا الوقت. اختر وقتًا قادمًا.',
  },
  hashtags: {
    fr: 'Lettres, chiffres et _ seulement, au plus {most} hashtags. À corriger : {wrong}',
    en: 'Letters, digits and _ only, at most {most} hashtags. To correct: {wrong}',
    ar: 'أحرف وأرقام و _ فقط، و{most} وسمًا كحد أقصى. للتصحيح: {wrong}',
  },
  crop: {
    fr: 'Un rectangle left, top, width, height en pixels entiers, dans l’image.',
    en: 'A rectangle left, top, width, height in whole pixels, inside the picture.',
    ar: 'مستطيل left, top, width, height بالبكسل داخل الصورة.',
  },
  utm: {
    fr: 'source est requise ; source, medium et campaign ont au plus 100 caractères.',
    en: 'source is required; source, medium and campaign have at most 100 characters.',
    ar: 'source مطلوب؛ طول source وmedium وcampaign لا يتجاوز 100 حرف.',
  },
  connectionNumber: { fr: 'Le numéro d’un compte connecté.', en: 'The number of a connected account.', ar: 'رقم حساب متصل.' },
  connection: {
    fr: 'Ce compte n’est pas connecté à {platform}. Choisissez un compte de la page des connexions.',
    en: 'This account is not connected to {platform}. Choose one of the connections page.',
    ar: 'هذا الحساب غير متصل بـ{platform}. اختر حسابًا من صفحة الاتصالات.',
  },
  platformFixed: {
    fr: 'La plateforme d’un post ne change pas : l’image est déjà préparée pour elle. Annulez ce post et planifiez-en un autre.',
    en: 'The platform of a post does not change: its picture is made for it. Cancel this post and plan another.',
    ar: 'لا تتغير منصة المنشور لأن الصورة أُعدّت لها. ألغِ المنشور وخطط لآخر.',
  },
  imageFixed: {
    fr: 'L’image d’un post ne change pas. Annulez ce post et planifiez-en un autre.',
    en: 'The picture of a post does not change. Cancel this post and plan another.',
    ar: 'لا تتغير صورة المنشور. ألغِ المنشور وخطط لآخر.',
  },

  tooLong: {
    fr: 'La légende et ses hashtags comptent {found} caractères, {platform} en accepte {limit}.',
    en: 'The caption and its hashtags have {found} characters, {platform} takes {limit}.',
    ar: 'تضم التسمية ووسومها {found} حرفًا، وتقبل {platform} {limit}.',
  },
  commentTooLong: {
    fr: 'Le premier commentaire compte {found} caractères, {platform} en accepte {limit}.',
    en: 'The first comment has {found} characters, {platform} takes {limit}.',
    ar: 'يضم التعليق الأول {found} حرفًا، وتقبل {platform} {limit}.',
  },
  tooManyHashtags: {
    fr: '{found} hashtags (légende comprise), {platform} en accepte {limit}.',
    en: '{found} hashtags (caption included), {platform} takes {limit}.',
    ar: '{found} وسمًا (بما فيها التسمية)، وتقبل {platform} {limit}.',
  },
  tooManyMentions: {
    fr: '{found} mentions, {platform} en accepte {limit}.',
    en: '{found} mentions, {platform} takes {limit}.',
    ar: '{found} إشارة، وتقبل {platform} {limit}.',
  },
  tooManyMedia: {
    fr: '{found} images, {platform} en accepte {limit}.',
    en: '{found} pictures, {platform} takes {limit}.',
    ar: '{found} صورة، وتقبل {platform} {limit}.',
  },
  notForPlatform: {
    fr: '{platform} n’accepte pas ce texte tel quel ({found} pour {limit} possible).',
    en: '{platform} does not take this text as it is ({found} where {limit} are possible).',
    ar: 'لا تقبل {platform} هذا النص كما هو ({found} والممكن {limit}).',
  },

  notFound: { fr: 'Post introuvable', en: 'Post not found', ar: 'المنشور غير موجود' },
  ended: {
    fr: 'Ce post n’est plus modifiable : il est en cours d’envoi ou terminé.',
    en: 'This post cannot be changed any more: it is being sent or has ended.',
    ar: 'لم يعد بالإمكان تعديل هذا المنشور: قيد الإرسال أو منتهٍ.',
  },
  notPublished: {
    fr: 'Le post n’a pas été publié.',
    en: 'The post was not published.',
    ar: 'لم يُنشر المنشور.',
  },
  wasCancelled: {
    fr: 'Ce post est annulé. Planifiez-en un autre.',
    en: 'This post is cancelled. Plan another.',
    ar: 'هذا المنشور ملغى. خطط لآخر.',
  },
  notLive: {
    fr: 'Ce post n’est pas publié : ses chiffres n’existent pas encore.',
    en: 'This post is not live: it has no figures yet.',
    ar: 'هذا المنشور غير منشور: لا إحصاءات له بعد.',
  },
  notUnknown: {
    fr: 'L’issue de ce post est connue : il n’y a rien à confirmer.',
    en: 'What became of this post is known: there is nothing to settle.',
    ar: 'مصير هذا المنشور معروف: لا شيء يحتاج إلى تأكيد.',
  },
  address: {
    fr: 'Une adresse qui commence par https://',
    en: 'An address that begins with https://',
    ar: 'عنوان يبدأ بـ https://',
  },

  csvEmpty: {
    fr: 'Envoyez un fichier CSV (champ file, ou csv en JSON) avec une ligne de titres et au moins un post.',
    en: 'Send a CSV file (field file, or csv in JSON) with a line of titles and at least one post.',
    ar: 'أرسل ملف CSV (الحقل file أو csv في JSON) بسطر عناوين ومنشور واحد على الأقل.',
  },
  csvTooLong: {
    fr: 'Au plus {limit} posts par fichier : celui-ci en a {found}.',
    en: 'At most {limit} posts in a file: this one has {found}.',
    ar: '{limit} منشور كحد أقصى في الملف: هذا يضم {found}.',
  },
  csvColumn: {
    fr: 'Colonne inconnue. Colonnes possibles : {values}',
    en: 'Unknown column. Possible columns: {values}',
    ar: 'عمود غير معروف. الأعمدة الممكنة: {values}',
  },
  csvQuote: {
    fr: 'Un guillemet ouvert à la ligne {line} n’est pas refermé.',
    en: 'A quotation mark opened in line {line} is not closed.',
    ar: 'علامة اقتباس فُتحت في السطر {line} ولم تُغلق.',
  },
});

/** Why a post is not live, then what to do; {platform} is its name. */
export const outcomes = messages({
  content: {
    fr: '{platform} a refusé le contenu. Changez la légende ou l’image, puis planifiez de nouveau.',
    en: '{platform} refused the content. Change the caption or the picture, then plan again.',
    ar: 'رفضت {platform} المحتوى. غيّر التسمية أو الصورة ثم خطط من جديد.',
  },
  duplicate: {
    fr: '{platform} refuse deux fois le même texte. Changez la légende, puis planifiez de nouveau.',
    en: '{platform} refuses the same text twice. Change the caption, then plan again.',
    ar: 'ترفض {platform} النص نفسه مرتين. غيّر التسمية ثم خطط من جديد.',
  },
  media: {
    fr: '{platform} n’a pas pu lire l’image. Recadrez-la ou choisissez-en une autre, puis planifiez de nouveau.',
    en: '{platform} could not read the picture. Crop it or choose another, then plan again.',
    ar: 'تعذّر على {platform} قراءة الصورة. قصّها أو اختر أخرى ثم خطط من جديد.',
  },
  token: {
    fr: 'La connexion à {platform} a expiré. Reconnectez le compte dans Publications › Connexions, puis planifiez de nouveau.',
    en: 'The connection to {platform} has expired. Connect the account again in Posts › Connections, then plan again.',
    ar: 'انتهت صلاحية الاتصال بـ{platform}. أعد توصيل الحساب في المنشورات ‹ الاتصالات ثم خطط من جديد.',
  },
  permission: {
    fr: '{platform} n’autorise pas ce compte à publier. Reconnectez-le en acceptant toutes les permissions.',
    en: '{platform} does not let this account post. Connect it again and accept every permission.',
    ar: 'لا تسمح {platform} لهذا الحساب بالنشر. أعد توصيله واقبل جميع الأذونات.',
  },
  limit: {
    fr: 'Le compte a atteint la limite de publications de {platform}. Replanifiez dans 24 heures.',
    en: 'The account has reached the posting limit of {platform}. Plan again in 24 hours.',
    ar: 'بلغ الحساب حد النشر على {platform}. أعد الجدولة بعد 24 ساعة.',
  },
  spam: {
    fr: '{platform} bloque ce compte pour activité suspecte. Attendez, vérifiez le compte, puis planifiez de nouveau.',
    en: '{platform} blocks this account for suspicious activity. Wait, check the account, then plan again.',
    ar: 'تحظر {platform} هذا الحساب بسبب نشاط مشبوه. انتظر وتحقق من الحساب ثم خطط من جديد.',
  },
  not_connected: {
    fr: 'Aucun compte {platform} n’est connecté. Connectez-en un dans Publications › Connexions, puis planifiez de nouveau.',
    en: 'No {platform} account is connected. Connect one in Posts › Connections, then plan again.',
    ar: 'لا يوجد حساب {platform} متصل. وصّل حسابًا في المنشورات ‹ الاتصالات ثم خطط من جديد.',
  },
  other: {
    fr: '{platform} a refusé le post. Lisez sa réponse dans le détail, corrigez, puis planifiez de nouveau.',
    en: '{platform} refused the post. Read its answer in the detail, correct it, then plan again.',
    ar: 'رفضت {platform} المنشور. اقرأ ردها في التفاصيل وصحح ثم خطط من جديد.',
  },
  missed_window: {
    fr: 'L’heure prévue est passée depuis trop longtemps : rien n’a été envoyé. Planifiez de nouveau.',
    en: 'The planned time passed too long ago: nothing was sent. Plan again.',
    ar: 'مضى وقت طويل على الموعد المحدد: لم يُرسل شيء. خطط من جديد.',
  },
  unknown: {
    fr: '{platform} n’a pas confirmé : le post est peut-être en ligne. Regardez le compte, puis indiquez s’il y est.',
    en: '{platform} did not confirm: the post may be live. Look at the account, then say whether it is there.',
    ar: 'لم تؤكد {platform}: قد يكون المنشور ظاهرًا. انظر إلى الحساب ثم أخبرنا إن كان هناك.',
  },
  rights: {
    fr: 'Une personne visible n’est pas, ou plus, d’accord : rien n’a été envoyé. Ouvrez la médiathèque, puis choisissez une autre image.',
    en: 'Somebody who is seen does not agree, or not any more: nothing was sent. Open the media library, then choose another picture.',
    ar: 'شخص ظاهر في الصورة غير موافق أو سحب موافقته: لم يُرسل شيء. افتح مكتبة الوسائط ثم اختر صورة أخرى.',
  },
  gave_up: {
    fr: '{platform} est restée injoignable : rien n’a été publié. Planifiez de nouveau plus tard.',
    en: '{platform} could not be reached: nothing was published. Plan again later.',
    ar: 'تعذّر الوصول إلى {platform}: لم يُنشر شيء. خطط من جديد لاحقًا.',
  },
});
