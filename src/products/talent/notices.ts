/** What people are told about talents, castings and the administration. */
import { inEveryLanguage, type NoticeKind, type Notices } from '#capabilities/notifications/notifications.ts';
import type { Tx } from '#kernel/db/db.ts';
import { access } from '#kernel/http/access.ts';
import { type Message, messages } from '#kernel/message.ts';

const own = { access: access.signedIn } as const;
const admins = { access: access.admin } as const;

export const cvAnalysed: NoticeKind = {
  ...{ ...own, name: 'cv.analysed', icon: 'file', tone: 'info' },
  label: { fr: 'Mon CV a été analysé', en: 'My CV was analysed', ar: 'تم تحليل سيرتي الذاتية' },
  text: {
    fr: 'Votre CV a été lu. {finding}',
    en: 'Your CV was read. {finding}',
    ar: 'تمت قراءة سيرتك الذاتية. {finding}',
  },
};

const findings = messages({
  score: {
    fr: '{score} points sur 100 : voyez ce qui le rendrait meilleur.',
    en: '{score} points out of 100: see what would make it better.',
    ar: '{score} نقطة من 100: اطّلع على ما يمكن أن يحسّنها.',
  },
  unreadable: {
    fr: 'Aucun texte n’y a été trouvé : envoyez un fichier dont le texte peut être sélectionné.',
    en: 'No text was found in it: send a file whose text can be selected.',
    ar: 'لم يُعثر فيها على نص: أرسل ملفًا يمكن تحديد نصه.',
  },
});
/** What the reading found, for `cvAnalysed`. */
export const findingOf = (score: number | null | undefined): Message =>
  typeof score === 'number' ? inEveryLanguage(findings.score, { score }) : findings.unreadable;

export const projectSelected: NoticeKind = {
  ...{ ...own, name: 'project.selected', icon: 'masks', tone: 'success' },
  label: { fr: 'Je suis retenu(e) pour un projet', en: 'I am selected for a project', ar: 'تم اختياري لمشروع' },
  text: {
    fr: 'Vous êtes retenu(e) pour « {project} ». Votre code projet : {code}. Le badge est dans votre e-mail.',
    en: 'You are selected for “{project}”. Your project code: {code}. The badge is in your e-mail.',
    ar: 'تم اختيارك لمشروع «{project}». رمزك في المشروع: {code}. الشارة في بريدك الإلكتروني.',
  },
};

/** Whoever leads a project has to know that a day they counted on was given to another one. */
export const bookingClash: NoticeKind = {
  ...{ access: access.casting, name: 'booking.clash', icon: 'calendar', tone: 'warning' },
  label: { fr: 'Un autre projet prend un de mes jours', en: 'Another project takes one of my days', ar: 'مشروع آخر يأخذ أحد أيامي' },
  text: {
    fr: '{name}, au crayon dans « {mine} » le {day}, vient d’être réservé(e) pour « {other} ».',
    en: '{name}, pencilled in “{mine}” on {day}, was just booked for “{other}”.',
    ar: 'تم للتو حجز {name}، المبدئي في «{mine}» بتاريخ {day}، لمشروع «{other}».',
  },
};

export const talentJoined: NoticeKind = {
  ...{ ...admins, name: 'talent.joined', icon: 'user-plus', tone: 'info' },
  label: { fr: 'Un talent s’est inscrit', en: 'A talent has registered', ar: 'سجّلت موهبة جديدة' },
  text: {
    fr: '{count, plural, one {{name} s’est inscrit(e) comme talent ({code})} other {# nouveaux talents, le dernier : {name} ({code})}}',
    en: '{count, plural, one {{name} has registered as a talent ({code})} other {# new talents, the latest: {name} ({code})}}',
    ar: '{count, plural, zero {# موهبة جديدة، آخرها: {name} ({code})} one {سجّل {name} كموهبة ({code})} two {موهبتان جديدتان، آخرهما: {name} ({code})} few {# مواهب جديدة، آخرها: {name} ({code})} many {# موهبة جديدة، آخرها: {name} ({code})} other {# موهبة جديدة، آخرها: {name} ({code})}}',
  },
};

export const cinemaJoined: NoticeKind = {
  ...{ ...admins, name: 'cinema.joined', icon: 'cinema', tone: 'info' },
  label: { fr: 'Quelqu’un a rejoint le fichier CINEMA', en: 'Somebody has joined the CINEMA file', ar: 'انضم شخص إلى ملف السينما' },
  text: {
    fr: '{count, plural, one {{name} a rejoint le fichier CINEMA ({code})} other {# nouvelles inscriptions CINEMA, la dernière : {name} ({code})}}',
    en: '{count, plural, one {{name} has joined the CINEMA file ({code})} other {# new CINEMA registrations, the latest: {name} ({code})}}',
    ar: '{count, plural, zero {# تسجيل جديد في السينما، آخرها: {name} ({code})} one {انضم {name} إلى ملف السينما ({code})} two {تسجيلان جديدان في السينما، آخرهما: {name} ({code})} few {# تسجيلات جديدة في السينما، آخرها: {name} ({code})} many {# تسجيلًا جديدًا في السينما، آخرها: {name} ({code})} other {# تسجيل جديد في السينما، آخرها: {name} ({code})}}',
  },
};

const lettersFailed: NoticeKind = {
  ...{ ...admins, name: 'letters.failed', icon: 'mail', tone: 'danger' },
  label: { fr: 'Un e-mail n’est pas parti', en: 'An e-mail was not sent', ar: 'لم يُرسل بريد إلكتروني' },
  text: {
    fr: '{count, plural, one {Un e-mail n’est pas parti} other {# e-mails ne sont pas partis}}. Voyez pourquoi dans l’historique, et renvoyez.',
    en: '{count, plural, one {An e-mail was not sent} other {# e-mails were not sent}}. See why in the log, and send again.',
    ar: '{count, plural, zero {لم تُرسل # رسالة} one {لم يُرسل بريد إلكتروني واحد} two {لم تُرسل رسالتان} few {لم تُرسل # رسائل} many {لم تُرسل # رسالة} other {لم تُرسل # رسالة}}. اطّلع على السبب في السجل وأعد الإرسال.',
  },
};

/** One that did not leave, or may not have. */
export const tellOfLetter = (notices: Pick<Notices, 'notifyAdmins'>, tx: Tx): Promise<void> =>
  notices.notifyAdmins(tx, lettersFailed, { href: '/admin/settings/email-notifications#history', group: 'letters' });

export const pairFound: NoticeKind = {
  ...{ ...admins, name: 'names.pair', icon: 'id', tone: 'warning' },
  label: { fr: 'Deux fiches sont peut-être une personne', en: 'Two files may be one person', ar: 'ملفان قد يكونان لشخص واحد' },
  text: {
    fr: '{count, plural, one {{name} ({code}) est peut-être déjà dans le fichier} other {# fiches sont peut-être des doublons, la dernière : {name} ({code})}}',
    en: '{count, plural, one {{name} ({code}) may be in the files already} other {# files may be duplicates, the latest: {name} ({code})}}',
    ar: '{count, plural, zero {# ملف قد يكون مكررًا، آخرها: {name} ({code})} one {قد يكون {name} ({code}) مسجّلًا من قبل} two {ملفان قد يكونان مكررين، آخرهما: {name} ({code})} few {# ملفات قد تكون مكررة، آخرها: {name} ({code})} many {# ملفًا قد يكون مكررًا، آخرها: {name} ({code})} other {# ملف قد يكون مكررًا، آخرها: {name} ({code})}}',
  },
};

export const noticeKinds: readonly NoticeKind[] = [
  ...[cvAnalysed, projectSelected, bookingClash, talentJoined],
  ...[cinemaJoined, lettersFailed, pairFound],
];
