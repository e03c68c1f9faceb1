/** What people are told about their films. */
import type { NoticeKind } from '#capabilities/notifications/notifications.ts';
import { access } from '#kernel/http/access.ts';

const own = { access: access.signedIn } as const;

export const filmFinished: NoticeKind = {
  ...{ ...own, name: 'film.finished', icon: 'film', tone: 'success' },
  label: { fr: 'Un film est prêt', en: 'A film is ready', ar: 'فيلم جاهز' },
  text: {
    fr: 'Votre film « {title} » est prêt à regarder.',
    en: 'Your film “{title}” is ready to watch.',
    ar: 'فيلمك «{title}» جاهز للمشاهدة.',
  },
};

export const filmFailed: NoticeKind = {
  ...{ ...own, name: 'film.failed', icon: 'film', tone: 'danger' },
  label: { fr: 'La fabrication d’un film s’est arrêtée', en: 'The making of a film has stopped', ar: 'توقف إعداد فيلم' },
  text: {
    fr: 'La fabrication de « {title} » s’est arrêtée. {why}',
    en: 'The making of “{title}” has stopped. {why}',
    ar: 'توقف إعداد «{title}». {why}',
  },
};

export const filmPublished: NoticeKind = {
  ...{ ...own, name: 'film.published', icon: 'send', tone: 'success' },
  label: { fr: 'Un film est publié', en: 'A film is published', ar: 'تم نشر فيلم' },
  text: {
    fr: 'Votre film « {title} » est en ligne sur {platform}.',
    en: 'Your film “{title}” is live on {platform}.',
    ar: 'فيلمك «{title}» منشور الآن على {platform}.',
  },
};

export const filmNotPublished: NoticeKind = {
  ...{ ...own, name: 'film.not-published', icon: 'send', tone: 'danger' },
  label: { fr: 'La publication d’un film a échoué', en: 'Publishing a film has failed', ar: 'فشل نشر فيلم' },
  text: {
    fr: 'Votre film « {title} » n’a pas été publié sur {platform}. Voyez pourquoi et réessayez.',
    en: 'Your film “{title}” was not published on {platform}. See why, and try again.',
    ar: 'لم يُنشر فيلمك «{title}» على {platform}. اطّلع على السبب وحاول مجددًا.',
  },
};

export const filmInDoubt: NoticeKind = {
  ...{ ...own, name: 'film.in-doubt', icon: 'help', tone: 'warning' },
  label: {
    fr: 'La publication d’un film est à vérifier',
    en: 'The publication of a film must be checked',
    ar: 'نشر فيلم يحتاج إلى التحقق',
  },
  text: {
    fr: '{platform} n’a pas dit si « {title} » est en ligne. Vérifiez, puis dites-nous ce que vous voyez.',
    en: '{platform} did not say whether “{title}” is live. Check, then tell us what you see.',
    ar: 'لم يوضح {platform} ما إذا كان «{title}» منشورًا. تحقق ثم أخبرنا بما تراه.',
  },
};

export const noticeKinds: readonly NoticeKind[] = [filmFinished, filmFailed, filmPublished, filmNotPublished, filmInDoubt];
