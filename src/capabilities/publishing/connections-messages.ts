import { messages } from '#kernel/message.ts';

/** What came of a handshake. */
export const outcomes = messages({
  connected: {
    fr: '{platform} : {names} peut maintenant publier.',
    en: '{platform}: {names} can post now.',
    ar: '{platform}: يمكن الآن النشر باسم {names}.',
  },
  othersLeft: {
    fr: '{platform} : {names} n’était pas dans ce que vous avez autorisé et reste à reconnecter.',
    en: '{platform}: {names} was not among what you allowed and still has to be connected again.',
    ar: '{platform}: لم يكن {names} ضمن ما سمحت به وما زال يحتاج إلى إعادة الاتصال.',
  },
  denied: {
    fr: 'Vous avez annulé sur {platform} : rien n’a été connecté.',
    en: 'You cancelled at {platform}: nothing was connected.',
    ar: 'ألغيت العملية على {platform}: لم يتم توصيل أي حساب.',
  },
  refused: {
    fr: '{platform} n’a pas accordé la connexion. Recommencez, en acceptant toutes les autorisations demandées.',
    en: '{platform} did not grant the connection. Start again and accept everything that is asked for.',
    ar: 'لم يمنح {platform} الاتصال. ابدأ من جديد واقبل جميع الأذونات المطلوبة.',
  },
  later: {
    fr: '{platform} ne répond pas pour le moment : rien n’a été connecté. Réessayez dans quelques minutes.',
    en: '{platform} does not answer at the moment: nothing was connected. Try again in a few minutes.',
    ar: 'لا يستجيب {platform} في الوقت الحالي: لم يتم توصيل أي حساب. حاول مجددًا بعد بضع دقائق.',
  },
  nobody: {
    fr: '{platform} n’a donné aucun compte qui puisse publier. Choisissez une page ou un compte professionnel que vous gérez.',
    en: '{platform} gave no account that can post. Choose a page or a professional account that you manage.',
    ar: 'لم يقدّم {platform} أي حساب يمكنه النشر. اختر صفحة أو حسابًا مهنيًا تديره.',
  },
  stale: {
    fr: 'Cette demande de connexion à {platform} a expiré ou a déjà servi. Recommencez depuis cette page.',
    en: 'This request to connect {platform} has expired or was used already. Start again from this page.',
    ar: 'انتهت صلاحية طلب الاتصال بـ {platform} هذا أو استُخدم من قبل. ابدأ من جديد من هذه الصفحة.',
  },
});

/** What a browser is asked that nobody is signed in with. */
export const consent = messages({
  title: { fr: 'Connecter {platform}', en: 'Connect {platform}', ar: 'توصيل {platform}' },
  who: {
    fr: 'Le compte {email} de ce studio pourra publier en votre nom sur {platform}.',
    en: 'The account {email} of this studio will be able to post in your name on {platform}.',
    ar: 'سيتمكن الحساب {email} في هذا الاستوديو من النشر باسمك على {platform}.',
  },
  warning: {
    fr: 'Continuez seulement si vous avez vous-même demandé cette connexion. Si quelqu’un vous a envoyé un lien, fermez cette page : rien n’est encore connecté.',
    en: 'Go on only if you asked for this connection yourself. If somebody sent you a link, close this page: nothing is connected yet.',
    ar: 'تابع فقط إذا طلبت هذا الاتصال بنفسك. إذا أرسل إليك أحد رابطًا فأغلق هذه الصفحة: لم يتم توصيل أي شيء بعد.',
  },
  allow: { fr: 'Connecter', en: 'Connect', ar: 'توصيل' },
  close: {
    fr: 'Vous pouvez fermer cette page et revenir à votre application.',
    en: 'You can close this page and go back to your application.',
    ar: 'يمكنك إغلاق هذه الصفحة والعودة إلى تطبيقك.',
  },
});
