import { messages } from '#kernel/message.ts';

export const faults = messages({
  bad_order: {
    fr: 'Cet extrait ne peut pas être fait : durée, taille ou graine hors limites. Corrigez-les, puis recommencez.',
    en: 'This clip cannot be made: its length, size or seed is out of bounds. Correct them, then try again.',
    ar: 'لا يمكن صنع هذا المقطع: المدة أو الحجم أو البذرة خارج الحدود. صحّحها ثم حاول من جديد.',
  },
  bad_picture: {
    fr: 'L’image de départ ne peut pas être lue. Refaites-la ou choisissez-en une autre.',
    en: 'The picture to begin with cannot be read. Make it again or choose another.',
    ar: 'تعذّرت قراءة صورة البداية. أعد صنعها أو اختر صورة أخرى.',
  },
  not_configured: {
    fr: 'Aucune clé Runway n’est donnée. Ajoutez RUNWAY_API_KEY, ou choisissez la caméra intégrée.',
    en: 'No Runway key is given. Add RUNWAY_API_KEY, or choose the embedded camera.',
    ar: 'لم يُدخل مفتاح Runway. أضف RUNWAY_API_KEY أو اختر الكاميرا المدمجة.',
  },
  unauthorized: {
    fr: 'Runway refuse cette clé. Vérifiez RUNWAY_API_KEY.',
    en: 'Runway refuses this key. Check RUNWAY_API_KEY.',
    ar: 'يرفض Runway هذا المفتاح. تحقق من RUNWAY_API_KEY.',
  },
  refused: {
    fr: 'Runway a refusé cette image ou cette description pour des raisons de sécurité. Changez-les, puis recommencez.',
    en: 'Runway refused this picture or description for safety reasons. Change them, then try again.',
    ar: 'رفض Runway هذه الصورة أو هذا الوصف لأسباب تتعلق بالسلامة. غيّرهما ثم حاول من جديد.',
  },
  bad_request: {
    fr: 'Runway n’accepte pas cette demande. Essayez une autre image ou une autre durée.',
    en: 'Runway does not accept this request. Try another picture or another length.',
    ar: 'لا يقبل Runway هذا الطلب. جرّب صورة أو مدة أخرى.',
  },
  rate_limited: {
    fr: 'Runway reçoit trop de demandes de cette clé. Recommencez plus tard.',
    en: 'Runway gets too many requests with this key. Try again later.',
    ar: 'يتلقى Runway طلبات كثيرة بهذا المفتاح. حاول لاحقًا.',
  },
  insufficient_credit: {
    fr: 'Le crédit Runway, ou le budget du mois, est épuisé. Rechargez-le, ou choisissez la caméra intégrée.',
    en: 'The Runway credit, or the budget of the month, is used up. Add some, or choose the embedded camera.',
    ar: 'نفد رصيد Runway أو ميزانية الشهر. أعد الشحن أو اختر الكاميرا المدمجة.',
  },
  unreachable: {
    fr: 'Runway est injoignable. Vérifiez la connexion, puis recommencez.',
    en: 'Runway cannot be reached. Check the connection, then try again.',
    ar: 'تعذّر الوصول إلى Runway. تحقق من الاتصال ثم حاول من جديد.',
  },
  unavailable: {
    fr: 'Runway n’a pas réussi à faire cet extrait. Recommencez plus tard, ou choisissez la caméra intégrée.',
    en: 'Runway did not manage to make this clip. Try again later, or choose the embedded camera.',
    ar: 'لم يتمكن Runway من صنع هذا المقطع. حاول لاحقًا أو اختر الكاميرا المدمجة.',
  },
  timeout: {
    fr: 'Runway n’a pas fini à temps. Recommencez : ce qui est commandé sera repris, pas racheté.',
    en: 'Runway did not finish in time. Try again: what was ordered is fetched, not bought again.',
    ar: 'لم ينته Runway في الوقت المحدد. حاول من جديد: سيُجلب ما طُلب ولن يُشترى مرة أخرى.',
  },
  lost: {
    fr: 'Nul ne sait si Runway a fait cet extrait : il n’est pas racheté tout seul. Demandez une autre prise si vous le voulez.',
    en: 'Nobody knows whether Runway made this clip: it is not bought again by itself. Order another take if you want one.',
    ar: 'لا أحد يعلم إن كان Runway قد صنع هذا المقطع: لن يُشترى تلقائيًا مرة أخرى. اطلب لقطة أخرى إن أردت.',
  },
  unreadable: {
    fr: 'Ce que Runway a envoyé n’est pas un extrait lisible. Recommencez, ou choisissez la caméra intégrée.',
    en: 'What Runway sent is no readable clip. Try again, or choose the embedded camera.',
    ar: 'ما أرسله Runway ليس مقطعًا صالحًا. حاول من جديد أو اختر الكاميرا المدمجة.',
  },
  no_ffmpeg: {
    fr: 'ffmpeg manque sur cette machine. Installez-le, puis recommencez.',
    en: 'ffmpeg is missing on this machine. Install it, then try again.',
    ar: 'برنامج ffmpeg غير مثبّت على هذا الجهاز. ثبّته ثم حاول من جديد.',
  },
});
