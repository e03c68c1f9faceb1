/** What the page of the code says, to the person or to whoever registered them. */
import { messages } from '#kernel/message.ts';

export const done = messages({
  title: { fr: 'C’est fait, {name} !', en: 'Done, {name}!', ar: 'تم بنجاح، {name}!' },
  titleFor: { fr: '{name} est dans CINEMA', en: '{name} is in CINEMA', ar: 'تم تسجيل {name} في CINEMA' },
  lead: {
    fr: 'Vous voilà dans CINEMA. Ce code vous identifie sur chaque casting et chaque plateau.',
    en: 'You are in CINEMA now. This code identifies you at every casting and on every set.',
    ar: 'أنت الآن في CINEMA. هذا الرمز يعرّفك في كل اختبار أداء وكل موقع تصوير.',
  },
  leadFor: {
    fr: 'Remettez ce code et la carte à la personne : ils l’identifient sur chaque casting et chaque plateau.',
    en: 'Hand this code and the card to the person: they identify them at every casting and on every set.',
    ar: 'سلّم هذا الرمز والبطاقة للشخص: فهما يعرّفانه في كل اختبار أداء وكل موقع تصوير.',
  },
  yourCode: { fr: 'Votre code CINEMA', en: 'Your CINEMA code', ar: 'رمز CINEMA الخاص بك' },
  theirCode: { fr: 'Code CINEMA', en: 'CINEMA code', ar: 'رمز CINEMA' },
  qr: { fr: 'QR code du profil {code}', en: 'QR code of the profile {code}', ar: 'رمز QR للملف {code}' },
  card: { fr: 'Télécharger la carte (PDF)', en: 'Download the card (PDF)', ar: 'تنزيل البطاقة (PDF)' },
  qrDownload: { fr: 'Télécharger le QR code', en: 'Download the QR code', ar: 'تنزيل رمز QR' },
  nextSteps: { fr: 'Et maintenant ?', en: 'What next?', ar: 'وماذا بعد؟' },
  letter: {
    fr: 'Si vous avez donné une adresse e-mail, votre code y arrive aussi.',
    en: 'If you gave an e-mail address, your code arrives there too.',
    ar: 'إذا كتبت بريدك الإلكتروني فسيصلك رمزك عليه أيضًا.',
  },
  keep: {
    fr: 'Gardez la carte sur votre téléphone ou une capture de cette page : on vous demandera le code en casting.',
    en: 'Keep the card on your phone, or a picture of this page: castings will ask for the code.',
    ar: 'احتفظ بالبطاقة في هاتفك أو بلقطة لهذه الصفحة: سيُطلب منك الرمز في اختبارات الأداء.',
  },
  shownOneDay: {
    fr: 'Cette page ne s’ouvre que dans ce navigateur, pendant 24 heures.',
    en: 'This page opens in this browser only, for 24 hours.',
    ar: 'تُفتح هذه الصفحة في هذا المتصفح فقط ولمدة 24 ساعة.',
  },
  free: {
    fr: 'On ne paie jamais pour être retenu. Un « casting » payant est une arnaque.',
    en: 'One never pays to be chosen. A “casting” that costs money is a scam.',
    ar: 'لا يدفع أحد مقابل اختياره. أي «كاستينغ» مدفوع هو احتيال.',
  },
  profile: { fr: 'Voir le profil public', en: 'See the public profile', ar: 'عرض الملف العام' },
  file: { fr: 'Ouvrir la fiche', en: 'Open the file', ar: 'فتح الملف' },
  another: { fr: 'Inscrire une autre personne', en: 'Register somebody else', ar: 'تسجيل شخص آخر' },
  list: { fr: 'Tous les talents CINEMA', en: 'All CINEMA talents', ar: 'كل مواهب CINEMA' },
  comeback: { fr: 'Vous vouliez postuler à un casting', en: 'You wanted to apply for a casting', ar: 'كنت تريد التقدم لاختبار أداء' },
  comebackText: {
    fr: 'Votre profil est prêt : il ne reste qu’à envoyer votre candidature.',
    en: 'Your profile is ready: all that is left is to send your application.',
    ar: 'ملفك جاهز: لم يبق إلا إرسال طلبك.',
  },
  comebackGo: { fr: 'Postuler maintenant', en: 'Apply now', ar: 'التقديم الآن' },
});
