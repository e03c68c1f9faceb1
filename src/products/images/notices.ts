/** What people are told about their pictures, posts and connected accounts. */
import type { NoticeKind } from '#capabilities/notifications/notifications.ts';
import { access } from '#kernel/http/access.ts';

const own = { access: access.signedIn } as const;
const LONGEST = 60;

/** As much of a prompt or a caption as a line of the list takes. */
export const shortly = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return [...line].length <= LONGEST
    ? line
    : `${[...line]
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
};

export const picturesReady: NoticeKind = {
  ...{ ...own, name: 'pictures.ready', icon: 'image', tone: 'success' },
  label: { fr: 'Des images sont prêtes', en: 'Pictures are ready', ar: 'صور جاهزة' },
  text: {
    fr: '{count, plural, one {{made, plural, one {Votre image est prête} other {Vos # images sont prêtes}} : « {prompt} »} other {# commandes d’images sont prêtes, la dernière : « {prompt} »}}{failed, plural, =0 {} one { (une a échoué)} other { (# ont échoué)}}',
    en: '{count, plural, one {{made, plural, one {Your picture is ready} other {Your # pictures are ready}}: “{prompt}”} other {# orders of pictures are ready, the latest: “{prompt}”}}{failed, plural, =0 {} one { (one failed)} other { (# failed)}}',
    ar: '{count, plural, zero {# طلب صور جاهز، آخرها: «{prompt}»} one {{made, plural, zero {صورك جاهزة} one {صورتك جاهزة} two {صورتاك جاهزتان} few {صورك الـ# جاهزة} many {صورك الـ# جاهزة} other {صورك الـ# جاهزة}}: «{prompt}»} two {طلبان من الصور جاهزان، آخرهما: «{prompt}»} few {# طلبات صور جاهزة، آخرها: «{prompt}»} many {# طلب صور جاهز، آخرها: «{prompt}»} other {# طلب صور جاهز، آخرها: «{prompt}»}}{failed, plural, =0 {} one { (فشلت واحدة)} two { (فشلت اثنتان)} few { (فشلت #)} many { (فشلت #)} other { (فشلت #)}}',
  },
};

export const picturesFailed: NoticeKind = {
  ...{ ...own, name: 'pictures.failed', icon: 'image', tone: 'danger' },
  label: { fr: 'Une commande d’images a échoué', en: 'An order of pictures has failed', ar: 'فشل طلب صور' },
  text: {
    fr: '« {prompt} » n’a donné aucune image. {why}',
    en: '“{prompt}” gave no picture. {why}',
    ar: 'لم ينتج «{prompt}» أي صورة. {why}',
  },
};

export const postPublished: NoticeKind = {
  ...{ ...own, name: 'post.published', icon: 'send', tone: 'success' },
  label: { fr: 'Un post est publié', en: 'A post is published', ar: 'تم نشر منشور' },
  text: {
    fr: '{count, plural, one {Votre post est en ligne sur {platform} : « {caption} »} other {# posts sont en ligne, le dernier sur {platform} : « {caption} »}}',
    en: '{count, plural, one {Your post is live on {platform}: “{caption}”} other {# posts are live, the latest on {platform}: “{caption}”}}',
    ar: '{count, plural, zero {# منشور متاح الآن، آخرها على {platform}: «{caption}»} one {منشورك متاح الآن على {platform}: «{caption}»} two {منشوران متاحان الآن، آخرهما على {platform}: «{caption}»} few {# منشورات متاحة الآن، آخرها على {platform}: «{caption}»} many {# منشورًا متاحًا الآن، آخرها على {platform}: «{caption}»} other {# منشور متاح الآن، آخرها على {platform}: «{caption}»}}',
  },
};

export const postFailed: NoticeKind = {
  ...{ ...own, name: 'post.failed', icon: 'calendar', tone: 'danger' },
  label: { fr: 'Un post n’est pas parti', en: 'A post did not go out', ar: 'لم يُنشر منشور' },
  text: { fr: '« {caption} » n’est pas parti. {why}', en: '“{caption}” did not go out. {why}', ar: 'لم يُنشر «{caption}». {why}' },
};

export const postInDoubt: NoticeKind = {
  ...{ ...own, name: 'post.in-doubt', icon: 'help', tone: 'warning' },
  label: { fr: 'Un post est à vérifier', en: 'A post must be checked', ar: 'منشور يحتاج إلى التحقق' },
  text: {
    fr: '{platform} n’a pas dit si « {caption} » est en ligne. Vérifiez, puis dites-nous ce que vous voyez.',
    en: '{platform} did not say whether “{caption}” is live. Check, then tell us what you see.',
    ar: 'لم يوضح {platform} ما إذا كان «{caption}» منشورًا. تحقق ثم أخبرنا بما تراه.',
  },
};

export const connectionLost: NoticeKind = {
  ...{ ...own, name: 'connection.lost', icon: 'link', tone: 'warning' },
  label: {
    fr: 'Un compte connecté est à reconnecter',
    en: 'A connected account must be connected again',
    ar: 'حساب متصل يحتاج إلى إعادة التوصيل',
  },
  text: {
    fr: 'La connexion à {platform} ({name}) a expiré : reconnectez ce compte, sinon ses posts ne partiront pas.',
    en: 'The connection to {platform} ({name}) has expired: connect this account again, or its posts will not go out.',
    ar: 'انتهت صلاحية الاتصال بـ{platform} ({name}): أعد توصيل الحساب وإلا فلن تُنشر منشوراته.',
  },
};

export const noticeKinds: readonly NoticeKind[] = [
  ...[picturesReady, picturesFailed, postPublished, postFailed, postInDoubt],
  connectionLost,
];
