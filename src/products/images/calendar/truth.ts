/** What is true of a post, in the words of people: six truths, each with an icon, a tone and what can be done about it. */
import type { PublicationState } from '#capabilities/publishing/publishing.ts';
import { type Message, messages } from '#kernel/message.ts';
import type { Tone } from '#kernel/page/components.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import type { ScheduledPost } from '../scheduler/scheduler.ts';

export type Truth = 'planned' | 'sending' | 'posted' | 'failed' | 'unknown' | 'cancelled';

const m = messages({
  planned: { fr: 'Prévu', en: 'Planned', ar: 'مُبرمَج' },
  sending: { fr: 'Envoi en cours', en: 'Being sent', ar: 'قيد الإرسال' },
  posted: { fr: 'Publié', en: 'Posted', ar: 'نُشر' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشل' },
  unknown: { fr: 'À vérifier', en: 'To be checked', ar: 'يحتاج إلى تحقق' },
  cancelled: { fr: 'Annulé', en: 'Cancelled', ar: 'أُلغي' },
});

const TRUTH_OF: Readonly<Record<PublicationState, Truth>> = {
  due: 'planned',
  leased: 'sending',
  prepared: 'sending',
  armed: 'sending',
  called: 'sending',
  confirmed: 'posted',
  rejected: 'failed',
  missed: 'failed',
  unknown: 'unknown',
  cancelled: 'cancelled',
};

export const TRUTHS: Readonly<Record<Truth, { readonly label: Message; readonly icon: IconName; readonly tone: Tone }>> = {
  planned: { label: m.planned, icon: 'clock', tone: 'info' },
  sending: { label: m.sending, icon: 'send', tone: 'accent' },
  posted: { label: m.posted, icon: 'success', tone: 'success' },
  failed: { label: m.failed, icon: 'error', tone: 'danger' },
  unknown: { label: m.unknown, icon: 'help', tone: 'warning' },
  cancelled: { label: m.cancelled, icon: 'ban', tone: 'neutral' },
};

export const truthOf = ({ state }: { readonly state: PublicationState }): Truth => TRUTH_OF[state];

/** It may still be moved, changed and cancelled: nobody has called the platform. */
export const isOpen = ({ state }: Pick<ScheduledPost, 'state'>): boolean => ['due', 'leased', 'prepared'].includes(state);

const why = messages({
  content: {
    fr: 'La plateforme a refusé le contenu : changez le texte ou l’image, puis planifiez de nouveau.',
    en: 'The platform refused the content: change the text or the picture, then plan it again.',
    ar: 'رفضت المنصة المحتوى: غيّر النص أو الصورة ثم برمج المنشور من جديد.',
  },
  duplicate: {
    fr: 'La plateforme refuse un texte identique à un post récent : changez quelques mots, puis planifiez de nouveau.',
    en: 'The platform refuses a text that was posted recently: change a few words, then plan it again.',
    ar: 'ترفض المنصة نصًا مطابقًا لمنشور حديث: غيّر بعض الكلمات ثم برمجه من جديد.',
  },
  media: {
    fr: 'La plateforme n’a pas accepté l’image : choisissez-en une autre ou un autre cadrage.',
    en: 'The platform did not accept the picture: choose another one or another crop.',
    ar: 'لم تقبل المنصة الصورة: اختر صورة أخرى أو إطارًا آخر.',
  },
  token: {
    fr: 'La connexion au compte n’est plus valable : reconnectez-le, puis planifiez de nouveau.',
    en: 'The connection to the account is no longer valid: connect it again, then plan the post again.',
    ar: 'لم يعد الاتصال بالحساب صالحًا: أعد ربطه ثم برمج المنشور من جديد.',
  },
  permission: {
    fr: 'Le compte n’a pas donné l’autorisation de publier : reconnectez-le en acceptant toutes les autorisations.',
    en: 'The account did not allow posting: connect it again and accept every permission.',
    ar: 'لم يمنح الحساب إذن النشر: أعد ربطه واقبل جميع الأذونات.',
  },
  limit: {
    fr: 'Le compte a atteint la limite de publications de la plateforme : planifiez pour plus tard.',
    en: 'The account has reached the platform’s posting limit: plan it for later.',
    ar: 'بلغ الحساب حد النشر في المنصة: برمجه لوقت لاحق.',
  },
  spam: {
    fr: 'La plateforme freine ce compte (activité jugée inhabituelle) : attendez un jour avant de publier.',
    en: 'The platform is holding this account back (unusual activity): wait a day before posting.',
    ar: 'تقيّد المنصة هذا الحساب (نشاط غير معتاد): انتظر يومًا قبل النشر.',
  },
  not_connected: {
    fr: 'Aucun compte n’était connecté à l’heure dite : connectez-en un, puis planifiez de nouveau.',
    en: 'No account was connected when the time came: connect one, then plan the post again.',
    ar: 'لم يكن أي حساب مرتبطًا عند حلول الموعد: اربط حسابًا ثم برمج المنشور من جديد.',
  },
  missed_window: {
    fr: 'L’heure est passée pendant que le studio était arrêté : rien n’a été envoyé. Planifiez une nouvelle heure.',
    en: 'The time passed while the studio was stopped: nothing was sent. Plan a new time.',
    ar: 'مرّ الموعد والاستوديو متوقف: لم يُرسل أي شيء. حدّد موعدًا جديدًا.',
  },
  unknown: {
    fr: 'La plateforme n’a pas répondu : le post est peut-être en ligne. Regardez, puis dites-nous ce que vous voyez.',
    en: 'The platform did not answer: the post may be live. Look, then tell us what you see.',
    ar: 'لم تُجب المنصة: قد يكون المنشور ظاهرًا. تحقّق ثم أخبرنا بما ترى.',
  },
  rights: {
    fr: 'Une personne visible n’est pas, ou plus, d’accord : rien n’a été envoyé. Voyez qui dans la médiathèque.',
    en: 'Somebody who is seen does not agree, or not any more: nothing was sent. See who in the media library.',
    ar: 'شخص ظاهر في الصورة غير موافق أو سحب موافقته: لم يُرسل شيء. انظر من في مكتبة الوسائط.',
  },
  gave_up: {
    fr: 'La plateforme est restée injoignable ; rien n’a été envoyé. Planifiez de nouveau plus tard.',
    en: 'The platform stayed out of reach; nothing was sent. Plan it again later.',
    ar: 'ظلّت المنصة غير متاحة؛ لم يُرسل أي شيء. برمجه من جديد لاحقًا.',
  },
  other: {
    fr: 'La plateforme a refusé le post ; ses mots figurent dans l’historique ci-dessous.',
    en: 'The platform refused the post; its words are in the history below.',
    ar: 'رفضت المنصة المنشور؛ تجد كلماتها في السجل أدناه.',
  },
});

interface Cause {
  readonly words: Message;
  /** Said by the house itself, for the sake of a person: nothing was called. */
  readonly isRights: boolean;
  /** The platform's own. */
  readonly code: string;
  readonly detail: string;
}

/** By the reason of the publishing machine. */
export const causeOfReason = (reason: string): Message => (Object.hasOwn(why, reason) ? why[reason as keyof typeof why] : why.other);

/** Why a post failed, and what to do; null while it did not. */
export function causeOf({ metadata: { outcome } }: Pick<ScheduledPost, 'metadata'>): Cause | null {
  if (!outcome) return null;
  const { reason, code, detail } = outcome;
  return { words: causeOfReason(reason), isRights: reason === 'rights', code, detail };
}
