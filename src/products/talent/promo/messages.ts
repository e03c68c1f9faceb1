import { type Message, messages } from '#kernel/message.ts';
import type { Tone as Colour } from '#kernel/page/components.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import type { Standing } from './faces.ts';
import type { FilmMade } from './ports.ts';
import type { Tone } from './script.ts';

export const m = messages({
  promo: { fr: 'Film d’annonce', en: 'Promo film', ar: 'الفيلم الترويجي' },
  promoLead: {
    fr: 'Un film court fait des faits du projet, des photos de ceux qui sont d’accord et du logo de la production. Vous pourrez changer chaque mot.',
    en: 'A short film made of the facts of the project, the photos of those who agreed, and the logo of the production. You can change every word.',
    ar: 'فيلم قصير من معطيات المشروع وصور من وافقوا وشعار الإنتاج. يمكنك تغيير كل كلمة.',
  },
  posts: { fr: 'Posts', en: 'Posts', ar: 'منشورات' },
  postsLead: {
    fr: 'Annoncez le projet : un post par personne d’accord, ou des images faites au studio. Tout arrive dans le même calendrier.',
    en: 'Announce the project: a post for each person who agreed, or pictures made in the studio. All of it lands in the same calendar.',
    ar: 'أعلن عن المشروع: منشور لكل شخص موافق أو صور تُصنع في الاستوديو. كلها تصل إلى التقويم نفسه.',
  },
  projects: { fr: 'Projets', en: 'Projects', ar: 'المشاريع' },
  who: { fr: 'Qui apparaît ?', en: 'Who appears?', ar: 'من يظهر؟' },
  whoHint: {
    fr: 'Seules les personnes qui ont donné leur accord sont proposées ; au plus {most} dans un film.',
    en: 'Only people who agreed are offered; at most {most} in a film.',
    ar: 'لا يُعرض إلا من وافقوا؛ {most} أشخاص كحد أقصى في الفيلم.',
  },
  nobodyYet: {
    fr: 'Personne n’a encore donné son accord : demandez-le ci-dessous. Le film peut aussi se faire sans visage.',
    en: 'Nobody has agreed yet: ask below. The film can also be made without a face.',
    ar: 'لم يوافق أحد بعد: اطلب الموافقة أدناه. يمكن أيضًا صنع الفيلم دون وجوه.',
  },
  others: { fr: 'Leur accord manque', en: 'Their consent is missing', ar: 'تنقص موافقتهم' },
  othersLead: {
    fr: 'Cochez à qui demander : un e-mail part avec un lien personnel, la réponse arrive ici.',
    en: 'Tick whom to ask: an e-mail leaves with a personal link, the answer arrives here.',
    ar: 'حدد من تسأل: تُرسل رسالة مع رابط شخصي، وتصل الإجابة هنا.',
  },
  ask: { fr: 'Demander leur accord', en: 'Ask for their consent', ar: 'طلب موافقتهم' },
  askWho: { fr: 'À qui demander', en: 'Whom to ask', ar: 'مَن يُسأل' },
  askUntil: { fr: 'Jusqu’au (inclus)', en: 'Until (included)', ar: 'حتى (ضمنًا)' },
  asked: {
    fr: '{count, plural, one {La demande est partie.} other {# demandes sont parties.}}',
    en: '{count, plural, one {The request has gone.} other {# requests have gone.}}',
    ar: '{count, plural, zero {أُرسل # طلب.} one {أُرسل الطلب.} two {أُرسل طلبان.} few {أُرسلت # طلبات.} many {أُرسل # طلبًا.} other {أُرسل # طلب.}}',
  },
  noPhoto: { fr: 'sans photo', en: 'no photo', ar: 'دون صورة' },
  ratios: { fr: 'Formats', en: 'Formats', ar: 'المقاسات' },
  ratiosHint: { fr: 'Un film par format.', en: 'One film for each format.', ar: 'فيلم لكل مقاس.' },
  wide: { fr: '16:9, télévision et YouTube', en: '16:9, television and YouTube', ar: '16:9، التلفزيون ويوتيوب' },
  tall: { fr: '9:16, téléphone', en: '9:16, phone', ar: '9:16، الهاتف' },
  square: { fr: '1:1, fil', en: '1:1, feed', ar: '1:1، الخلاصة' },
  length: { fr: 'Durée', en: 'Length', ar: 'المدة' },
  seconds: { fr: '{count} secondes', en: '{count} seconds', ar: '{count} ثانية' },
  tone: { fr: 'Ton', en: 'Tone', ar: 'النبرة' },
  language: { fr: 'Langue', en: 'Language', ar: 'اللغة' },
  voice: { fr: 'Une voix dit le texte', en: 'A voice says the words', ar: 'صوت يقرأ النص' },
  music: { fr: 'De la musique', en: 'Music', ar: 'موسيقى' },
  logo: { fr: 'Le logo de {production} dans un coin', en: 'The logo of {production} in a corner', ar: 'شعار {production} في زاوية' },
  draft: { fr: 'Brouillon : petit et rapide, pour voir', en: 'Draft: small and quick, to have a look', ar: 'مسودة: صغيرة وسريعة للمعاينة' },
  script: { fr: 'Le script', en: 'The script', ar: 'النص' },
  scriptLead: {
    fr: 'Écrit avec les faits du projet, dans l’ordre du film. Après l’avoir créé, chaque scène se change une à une.',
    en: 'Written from the facts of the project, in the order of the film. Once it is made, each scene can be changed by itself.',
    ar: 'مكتوب من معطيات المشروع بترتيب الفيلم. بعد إنشائه يمكن تغيير كل مشهد على حدة.',
  },
  make: { fr: 'Faire le film', en: 'Make the film', ar: 'صنع الفيلم' },
  readFirst: { fr: 'Relire le script d’abord', en: 'Read the script first', ar: 'مراجعة النص أولًا' },
  making: {
    fr: '{count, plural, one {Le film est en route.} other {# films sont en route.}}',
    en: '{count, plural, one {The film is on its way.} other {# films are on their way.}}',
    ar: '{count, plural, zero {# فيلم قيد الإنجاز.} one {الفيلم قيد الإنجاز.} two {فيلمان قيد الإنجاز.} few {# أفلام قيد الإنجاز.} many {# فيلمًا قيد الإنجاز.} other {# فيلم قيد الإنجاز.}}',
  },
  written: {
    fr: 'Le script est prêt : relisez-le, puis lancez le film.',
    en: 'The script is ready: read it, then start the film.',
    ar: 'النص جاهز: راجعه ثم ابدأ الفيلم.',
  },
  chooseRatio: { fr: 'Choisissez au moins un format.', en: 'Choose at least one format.', ar: 'اختر مقاسًا واحدًا على الأقل.' },
  notAgreed: {
    fr: '{person} n’a pas donné son accord pour ce projet. Demandez-le d’abord.',
    en: '{person} has not agreed for this project. Ask first.',
    ar: 'لم يوافق {person} على هذا المشروع. اطلب موافقته أولًا.',
  },
  tooMany: { fr: 'Au plus {most} personnes dans un film.', en: 'At most {most} people in a film.', ar: '{most} أشخاص كحد أقصى في الفيلم.' },
  choosePeople: { fr: 'Choisissez au moins une personne.', en: 'Choose at least one person.', ar: 'اختر شخصًا واحدًا على الأقل.' },
  photoGone: {
    fr: 'La photo de {person} n’est plus là. Choisissez quelqu’un d’autre.',
    en: 'The photo of {person} is gone. Choose somebody else.',
    ar: 'لم تعد صورة {person} موجودة. اختر شخصًا آخر.',
  },

  announce: { fr: 'Présenter l’équipe', en: 'Present the team', ar: 'تقديم الفريق' },
  announceLead: {
    fr: 'Un post par personne, avec sa photo.',
    en: 'A post for each person, with their photo.',
    ar: 'منشور لكل شخص مع صورته.',
  },
  caption: { fr: 'Légende', en: 'Caption', ar: 'التعليق' },
  captionHint: {
    fr: '{name} et {role} sont remplacés pour chaque personne.',
    en: '{name} and {role} are replaced for each person.',
    ar: 'يُستبدل {name} و{role} لكل شخص.',
  },
  captionText: {
    fr: '{name} rejoint « {title} » : {role}.',
    en: '{name} joins “{title}”: {role}.',
    ar: '{name} ينضم إلى «{title}»: {role}.',
  },
  hashtags: { fr: 'Hashtags', en: 'Hashtags', ar: 'الوسوم' },
  platforms: { fr: 'Plateformes', en: 'Platforms', ar: 'المنصات' },
  day: { fr: 'Premier jour', en: 'First day', ar: 'اليوم الأول' },
  time: { fr: 'Heure', en: 'Time', ar: 'الساعة' },
  zone: {
    fr: 'Heures de {zone}. Un post par jour à partir de cette date.',
    en: 'Times of {zone}. One post a day from this day on.',
    ar: 'أوقات {zone}. منشور في اليوم ابتداءً من هذا التاريخ.',
  },
  plan: { fr: 'Planifier', en: 'Plan', ar: 'برمجة' },
  planned: {
    fr: '{count, plural, one {# post est planifié.} other {# posts sont planifiés.}}',
    en: '{count, plural, one {# post is planned.} other {# posts are planned.}}',
    ar: '{count, plural, zero {بُرمج # منشور.} one {بُرمج منشور واحد.} two {بُرمج منشوران.} few {بُرمجت # منشورات.} many {بُرمج # منشورًا.} other {بُرمج # منشور.}}',
  },
  badMoment: { fr: 'Donnez un jour et une heure à venir.', en: 'Give a day and a time to come.', ar: 'حدد يومًا وساعة قادمين.' },
  images: { fr: 'Images du studio', en: 'Pictures from the studio', ar: 'صور من الاستوديو' },
  imagesLead: {
    fr: 'Sans personne de réel : un lieu, une ambiance. Vous les validez au studio, puis les planifiez.',
    en: 'With nobody real: a place, a mood. You approve them in the studio, then plan them.',
    ar: 'دون أشخاص حقيقيين: مكان أو أجواء. تعتمدها في الاستوديو ثم تبرمجها.',
  },
  prompt: { fr: 'Ce qu’on y voit', en: 'What is seen', ar: 'ما يظهر فيها' },
  howMany: { fr: 'Combien', en: 'How many', ar: 'كم' },
  orderImages: { fr: 'Commander les images', en: 'Order the pictures', ar: 'طلب الصور' },
  ordered: {
    fr: '{count, plural, one {# image arrive au studio.} other {# images arrivent au studio.}}',
    en: '{count, plural, one {# picture is on its way to the studio.} other {# pictures are on their way to the studio.}}',
    ar: '{count, plural, zero {# صورة في طريقها إلى الاستوديو.} one {صورة في طريقها إلى الاستوديو.} two {صورتان في طريقهما إلى الاستوديو.} few {# صور في طريقها إلى الاستوديو.} many {# صورة في طريقها إلى الاستوديو.} other {# صورة في طريقها إلى الاستوديو.}}',
  },

  media: { fr: 'Faire connaître', en: 'Make it known', ar: 'التعريف بالمشروع' },
  mediaLead: {
    fr: 'Films, images et posts faits pour ce projet.',
    en: 'Films, pictures and posts that were made for this project.',
    ar: 'أفلام وصور ومنشورات صُنعت لهذا المشروع.',
  },
  calendar: { fr: 'Voir dans le calendrier', en: 'See in the calendar', ar: 'عرض في التقويم' },
  library: { fr: 'Médiathèque', en: 'Media library', ar: 'مكتبة الوسائط' },
  nothing: {
    fr: 'Rien encore. Commencez par le film d’annonce, ou présentez l’équipe par des posts.',
    en: 'Nothing yet. Begin with the promo film, or present the team in posts.',
    ar: 'لا شيء بعد. ابدأ بالفيلم الترويجي أو قدّم الفريق بمنشورات.',
  },
  films: { fr: 'Films', en: 'Films', ar: 'أفلام' },
  pictures: { fr: 'Images', en: 'Pictures', ar: 'صور' },
  said: { fr: 'Prévus et publiés', en: 'Planned and published', ar: 'مبرمجة ومنشورة' },
  see: { fr: 'Voir sur {platform}', en: 'See it on {platform}', ar: 'عرض على {platform}' },
});

export const TONE_WORDS: Readonly<Record<Tone, Message>> = messages({
  cinematic: { fr: 'Cinéma', en: 'Cinematic', ar: 'سينمائي' },
  warm: { fr: 'Chaleureux', en: 'Warm', ar: 'دافئ' },
  lively: { fr: 'Vif', en: 'Lively', ar: 'حيوي' },
});

interface Look {
  readonly label: Message;
  readonly tone: Colour;
  readonly icon: IconName;
}

const standings = messages({
  given: { fr: 'D’accord', en: 'Agreed', ar: 'موافق' },
  asked: { fr: 'Demande envoyée', en: 'Asked', ar: 'أُرسل الطلب' },
  refused: { fr: 'A refusé ou retiré', en: 'Refused or withdrew', ar: 'رفض أو سحب' },
  none: { fr: 'Pas demandé', en: 'Not asked', ar: 'لم يُطلب' },
});
export const STANDINGS: Readonly<Record<Standing, Look>> = {
  given: { label: standings.given, tone: 'success', icon: 'check' },
  asked: { label: standings.asked, tone: 'info', icon: 'mail' },
  refused: { label: standings.refused, tone: 'danger', icon: 'ban' },
  none: { label: standings.none, tone: 'neutral', icon: 'help' },
};

const films = messages({
  draft: { fr: 'Script à relire', en: 'Script to be read', ar: 'نص للمراجعة' },
  scripting: { fr: 'Script en cours', en: 'Writing', ar: 'كتابة النص' },
  generating: { fr: 'Images en cours', en: 'Making pictures', ar: 'صنع الصور' },
  rendering: { fr: 'Montage en cours', en: 'Rendering', ar: 'المونتاج' },
  completed: { fr: 'Prêt', en: 'Ready', ar: 'جاهز' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشل' },
  cancelled: { fr: 'Arrêté', en: 'Stopped', ar: 'أُوقف' },
});
export const FILM_LOOKS: Readonly<Record<FilmMade['status'], Look>> = {
  draft: { label: films.draft, tone: 'neutral', icon: 'edit' },
  scripting: { label: films.scripting, tone: 'accent', icon: 'activity' },
  generating: { label: films.generating, tone: 'accent', icon: 'activity' },
  rendering: { label: films.rendering, tone: 'accent', icon: 'activity' },
  completed: { label: films.completed, tone: 'success', icon: 'check' },
  failed: { label: films.failed, tone: 'danger', icon: 'error' },
  cancelled: { label: films.cancelled, tone: 'neutral', icon: 'ban' },
};

const saids = messages({
  planned: { fr: 'Prévu', en: 'Planned', ar: 'مُبرمَج' },
  sending: { fr: 'Envoi en cours', en: 'Being sent', ar: 'قيد الإرسال' },
  posted: { fr: 'Publié', en: 'Posted', ar: 'نُشر' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشل' },
  rights: { fr: 'Arrêté : accord retiré ou manquant', en: 'Stopped: consent withdrawn or missing', ar: 'أُوقف: موافقة مسحوبة أو ناقصة' },
  unknown: { fr: 'À vérifier', en: 'To be checked', ar: 'يحتاج إلى تحقق' },
  cancelled: { fr: 'Annulé', en: 'Cancelled', ar: 'أُلغي' },
});

export function lookOfSaid({ state, reason }: { readonly state: string; readonly reason: string | null }): Look {
  if (state === 'confirmed') return { label: saids.posted, tone: 'success', icon: 'success' };
  if (state === 'cancelled') return { label: saids.cancelled, tone: 'neutral', icon: 'ban' };
  if (state === 'unknown') return { label: saids.unknown, tone: 'warning', icon: 'help' };
  if (reason === 'rights') return { label: saids.rights, tone: 'danger', icon: 'ban' };
  if (state === 'rejected' || state === 'missed') return { label: saids.failed, tone: 'danger', icon: 'error' };
  return state === 'due' ? { label: saids.planned, tone: 'info', icon: 'clock' } : { label: saids.sending, tone: 'accent', icon: 'send' };
}
