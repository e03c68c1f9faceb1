/** Who analysed, in a sentence: here alone, a model as well, or a model that did not answer and why. */
import type { EmbeddedWhy } from '#capabilities/generation/generation.ts';
import { type Message, messages, type Params } from '#kernel/message.ts';
import type { Opinion } from './opinion.ts';

const m = messages({
  here: {
    fr: 'Analysé ici, sans modèle extérieur.',
    en: 'Analysed here, without an outside model.',
    ar: 'تم التحليل هنا، دون أي نموذج خارجي.',
  },
  reranked: {
    fr: 'Les 20 premiers ont été relus par {model}. Les scores restent les nôtres ; l’ordre tient compte de son avis pour 30 %.',
    en: 'The first 20 were read again by {model}. The scores stay ours; its opinion counts for 30% of the order.',
    ar: 'أعاد {model} قراءة أول 20 شخصًا. تبقى الدرجات درجاتنا، ويؤثر رأيه في الترتيب بنسبة 30٪.',
  },
  unreachable: {
    fr: 'Le modèle est injoignable : voici notre propre classement.',
    en: 'The model cannot be reached: this is our own ranking.',
    ar: 'تعذر الوصول إلى النموذج: هذا ترتيبنا الخاص.',
  },
  timeout: {
    fr: 'Le modèle n’a pas répondu à temps : voici notre propre classement.',
    en: 'The model did not answer in time: this is our own ranking.',
    ar: 'لم يجب النموذج في الوقت المحدد: هذا ترتيبنا الخاص.',
  },
  rate_limited: {
    fr: 'Le modèle reçoit trop de demandes en ce moment : voici notre propre classement.',
    en: 'The model is receiving too many requests at the moment: this is our own ranking.',
    ar: 'يتلقى النموذج طلبات كثيرة جدًا حاليًا: هذا ترتيبنا الخاص.',
  },
  quota: {
    fr: 'Le crédit du compte du modèle est épuisé : voici notre propre classement. Un administrateur peut le recharger.',
    en: 'The account of the model has no credit left: this is our own ranking. An administrator can top it up.',
    ar: 'نفد رصيد حساب النموذج: هذا ترتيبنا الخاص. يمكن لأحد المسؤولين إعادة شحنه.',
  },
  refused: {
    fr: 'Le modèle a refusé de répondre : voici notre propre classement.',
    en: 'The model refused to answer: this is our own ranking.',
    ar: 'رفض النموذج الإجابة: هذا ترتيبنا الخاص.',
  },
  unauthorized: {
    fr: 'La clé du modèle n’est pas acceptée : voici notre propre classement. Un administrateur peut la vérifier.',
    en: 'The key of the model is not accepted: this is our own ranking. An administrator can check it.',
    ar: 'مفتاح النموذج غير مقبول: هذا ترتيبنا الخاص. يمكن لأحد المسؤولين التحقق منه.',
  },
  unusable: {
    fr: 'La réponse du modèle était inutilisable : voici notre propre classement.',
    en: 'The answer of the model could not be used: this is our own ranking.',
    ar: 'كانت إجابة النموذج غير قابلة للاستخدام: هذا ترتيبنا الخاص.',
  },
  failed: {
    fr: 'Le modèle n’a pas pu répondre : voici notre propre classement.',
    en: 'The model could not answer: this is our own ranking.',
    ar: 'تعذر على النموذج الإجابة: هذا ترتيبنا الخاص.',
  },
});

const TROUBLES: Readonly<Record<Exclude<EmbeddedWhy, 'not_configured'>, Message>> = m;

export interface Notice {
  readonly text: Message;
  readonly params?: Params;
  readonly tone: 'info' | 'warning';
  /** Asking once more may help. */
  readonly again: boolean;
}

/** Null when no model was to be asked: there is nothing to explain. */
export function noticeOf(opinion: Opinion | null): Notice | null {
  if (opinion === null || (opinion.by === 'embedded' && opinion.why === 'not_configured')) return null;
  if (opinion.by === 'model') return { text: m.reranked, params: { model: opinion.model }, tone: 'info', again: false };
  return { text: TROUBLES[opinion.why as keyof typeof TROUBLES], tone: 'warning', again: true };
}

export const analysedHere: Message = m.here;
