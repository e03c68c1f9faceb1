import { type Message, messages } from '#kernel/message.ts';
import type { MusicFault, MusicFaultKind } from './music-faults.ts';
import type { MusicProviderName } from './order.ts';

export const faults: Readonly<Record<MusicFaultKind, Message>> = messages({
  bad_order: {
    fr: 'Cette musique ne peut pas être faite : durée, tempo ou graine hors limites. Corrigez-les, puis recommencez.',
    en: 'This music cannot be made: its length, tempo or seed is out of bounds. Correct them, then try again.',
    ar: 'لا يمكن صنع هذه الموسيقى: المدة أو الإيقاع أو البذرة خارج الحدود. صحّحها ثم حاول من جديد.',
  },
  not_configured: {
    fr: '{provider} n’est pas configuré. Ajoutez sa clé, ou choisissez la musique intégrée.',
    en: '{provider} is not configured. Add its key, or choose the embedded music.',
    ar: '{provider} غير مُعدّ. أضف مفتاحه أو اختر الموسيقى المدمجة.',
  },
  unauthorized: {
    fr: '{provider} refuse cette clé. Vérifiez-la dans les réglages.',
    en: '{provider} refuses this key. Check it in the settings.',
    ar: 'يرفض {provider} هذا المفتاح. تحقق منه في الإعدادات.',
  },
  refused: {
    fr: '{provider} a refusé cette description. Reformulez-la sans nom d’artiste ni paroles connues, puis recommencez.',
    en: '{provider} refused this description. Word it without names of artists or known lyrics, then try again.',
    ar: 'رفض {provider} هذا الوصف. أعد صياغته دون أسماء فنانين أو كلمات معروفة ثم حاول من جديد.',
  },
  bad_request: {
    fr: '{provider} n’accepte pas cette demande. Essayez une autre description ou une autre durée.',
    en: '{provider} does not accept this request. Try another description or another length.',
    ar: 'لا يقبل {provider} هذا الطلب. جرّب وصفًا أو مدة أخرى.',
  },
  rate_limited: {
    fr: '{provider} reçoit trop de demandes à la fois. Recommencez dans une minute.',
    en: '{provider} is asked too much at once. Try again in a minute.',
    ar: 'يتلقى {provider} طلبات كثيرة في آن واحد. حاول من جديد بعد دقيقة.',
  },
  insufficient_credit: {
    fr: 'Le crédit de {provider}, ou le budget du mois, est épuisé. Rechargez-le, ou choisissez la musique intégrée.',
    en: 'The credit of {provider}, or the budget of the month, is used up. Add some, or choose the embedded music.',
    ar: 'نفد رصيد {provider} أو ميزانية الشهر. أعد الشحن أو اختر الموسيقى المدمجة.',
  },
  unreachable: {
    fr: '{provider} est injoignable. Vérifiez la connexion, puis recommencez.',
    en: '{provider} cannot be reached. Check the connection, then try again.',
    ar: 'تعذّر الوصول إلى {provider}. تحقق من الاتصال ثم حاول من جديد.',
  },
  unavailable: {
    fr: '{provider} n’a pas réussi à faire cette musique. Recommencez plus tard, ou choisissez la musique intégrée.',
    en: '{provider} did not manage to make this music. Try again later, or choose the embedded music.',
    ar: 'لم يتمكن {provider} من صنع هذه الموسيقى. حاول لاحقًا أو اختر الموسيقى المدمجة.',
  },
  timeout: {
    fr: '{provider} n’a pas fini à temps. Recommencez.',
    en: '{provider} did not finish in time. Try again.',
    ar: 'لم ينته {provider} في الوقت المحدد. حاول من جديد.',
  },
  unreadable: {
    fr: 'Ce que {provider} a envoyé n’est pas une musique lisible. Recommencez, ou choisissez la musique intégrée.',
    en: 'What {provider} sent is no readable music. Try again, or choose the embedded music.',
    ar: 'ما أرسله {provider} ليس موسيقى صالحة. حاول من جديد أو اختر الموسيقى المدمجة.',
  },
});

const NAMES: Readonly<Record<MusicProviderName, Message>> = {
  suno: { fr: 'Suno', en: 'Suno', ar: 'Suno' },
  elevenlabs: { fr: 'ElevenLabs', en: 'ElevenLabs', ar: 'ElevenLabs' },
  embedded: { fr: 'Le studio', en: 'The studio', ar: 'الاستوديو' },
};

/** The name of the provider stands in the words. */
export function wordsOfMusicFault({ kind, provider }: Pick<MusicFault, 'kind' | 'provider'>): Message {
  const [words, name] = [faults[kind], NAMES[provider]];
  const named = (language: keyof Message): string => words[language].replace('{provider}', name[language]);
  return { fr: named('fr'), en: named('en'), ar: named('ar') };
}
