/** What somebody reads who applies, and the letters about it. */
import { messages } from '#kernel/message.ts';

export const apply = messages({
  title: { fr: 'Postuler', en: 'Apply', ar: 'تقديم الطلب' },
  with: { fr: 'Vous postulez avec ce profil', en: 'You apply with this profile', ar: 'تتقدم بهذا الملف' },
  part: { fr: 'Pour quel rôle ?', en: 'For which part?', ar: 'لأي دور؟' },
  anyPart: { fr: 'N’importe lequel', en: 'Any of them', ar: 'أي منها' },
  message: { fr: 'Un mot pour la production (facultatif)', en: 'A word to the company (optional)', ar: 'كلمة للشركة (اختياري)' },
  messageHint: {
    fr: 'Ce que votre profil ne dit pas. Vos contacts sont déjà dans votre fiche, réservés au casting.',
    en: 'What your profile does not say. Your contacts are in your file already, for the casting team alone.',
    ar: 'ما لا يقوله ملفك. وسائل الاتصال بك موجودة في ملفك ومخصصة لفريق الاختيار.',
  },
  send: { fr: 'Envoyer ma candidature', en: 'Send my application', ar: 'إرسال طلبي' },
  back: { fr: 'Retour à l’annonce', en: 'Back to the call', ar: 'العودة إلى الإعلان' },
  sent: { fr: 'Votre candidature est envoyée.', en: 'Your application is sent.', ar: 'أُرسل طلبك.' },
  withdrawn: { fr: 'Votre candidature est retirée.', en: 'Your application is withdrawn.', ar: 'سُحب طلبك.' },
  appliedOn: { fr: 'Vous avez postulé le {day}', en: 'You applied on {day}', ar: 'تقدمت بطلبك في {day}' },
  appliedText: {
    fr: 'Le casting verra votre profil et vous contactera s’il vous retient. Personne ne vous demandera d’argent.',
    en: 'The casting team will see your profile and reach you if they keep you. Nobody will ask you for money.',
    ar: 'سيرى فريق الاختيار ملفك ويتصل بك إن اختارك. لن يطلب منك أحد المال.',
  },
  withdraw: { fr: 'Retirer ma candidature', en: 'Withdraw my application', ar: 'سحب طلبي' },
  withdrawnOn: { fr: 'Vous avez retiré votre candidature', en: 'You withdrew your application', ar: 'سحبت طلبك' },
  refusedTitle: { fr: 'Ce rôle ira à quelqu’un d’autre', en: 'This part goes to somebody else', ar: 'سيذهب هذا الدور إلى غيرك' },
  refusedText: {
    fr: 'Merci d’avoir postulé. Votre profil reste visible des directeurs de casting.',
    en: 'Thank you for applying. Casting directors still see your profile.',
    ar: 'شكرًا على تقدمك. يبقى ملفك مرئيًا لمديري اختيار الممثلين.',
  },
  strangerTitle: { fr: 'Il vous faut un profil', en: 'You need a profile', ar: 'تحتاج إلى ملف' },
  strangerText: {
    fr: 'L’inscription CINEMA est gratuite et prend quelques minutes sur un téléphone. Vous reviendrez ensuite ici pour envoyer votre candidature.',
    en: 'Registering for CINEMA is free of charge and takes a few minutes on a phone. You then come back here to send your application.',
    ar: 'التسجيل في السينما مجاني ويستغرق دقائق على الهاتف. ثم تعود إلى هنا لإرسال طلبك.',
  },
  register: { fr: 'M’inscrire et postuler', en: 'Register and apply', ar: 'التسجيل والتقديم' },
  signIn: { fr: 'J’ai déjà un compte', en: 'I have an account', ar: 'لدي حساب' },
  staffTitle: { fr: 'Ce compte n’a pas de profil', en: 'This account has no profile', ar: 'ليس لهذا الحساب ملف' },
  staffText: {
    fr: 'Seule une personne avec un profil postule. Les comptes de l’équipe voient les candidatures.',
    en: 'Only a person with a profile applies. Accounts of the team see the applications.',
    ar: 'لا يتقدم إلا من لديه ملف. ترى حسابات الفريق الطلبات.',
  },
  toInbox: { fr: 'Voir les candidatures', en: 'See the applications', ar: 'عرض الطلبات' },
  memberHint: {
    fr: 'Pour un rôle à l’écran, complétez aussi une fiche CINEMA : taille, photos, langues.',
    en: 'For a part on screen, fill in a CINEMA file too: height, photos, languages.',
    ar: 'لدور أمام الكاميرا أكمل أيضًا ملف السينما: الطول والصور واللغات.',
  },
  wrongPart: { fr: 'Choisissez un rôle de cette annonce', en: 'Choose a part of this call', ar: 'اختر دورًا من هذا الإعلان' },
  mine: { fr: 'Ma candidature', en: 'My application', ar: 'طلبي' },
});

export const letters = messages({
  sentSubject: { fr: 'Votre candidature : « {title} »', en: 'Your application: “{title}”', ar: 'طلبك: «{title}»' },
  sentTitle: { fr: 'Candidature envoyée', en: 'Application sent', ar: 'أُرسل الطلب' },
  sentText: {
    fr: 'Bonjour {name}, votre candidature pour « {title} » est arrivée. Le casting vous contactera s’il vous retient.',
    en: 'Hello {name}, your application for “{title}” has arrived. The casting team will reach you if they keep you.',
    ar: 'مرحبًا {name}، وصل طلبك إلى «{title}». سيتصل بك فريق الاختيار إن اختارك.',
  },
  part: { fr: 'Rôle', en: 'Part', ar: 'الدور' },
  production: { fr: 'Production', en: 'Production company', ar: 'شركة الإنتاج' },
  follow: { fr: 'Suivre ou retirer ma candidature', en: 'Follow or withdraw my application', ar: 'متابعة طلبي أو سحبه' },
  free: {
    fr: 'Personne ne doit vous demander d’argent pour participer à un casting ou à un tournage.',
    en: 'Nobody may ask you for money to take part in a casting or a shoot.',
    ar: 'لا يحق لأحد أن يطلب منك مالًا للمشاركة في اختبار أداء أو تصوير.',
  },
  refusedSubject: { fr: 'Au sujet de « {title} »', en: 'About “{title}”', ar: 'بخصوص «{title}»' },
  refusedTitle: { fr: 'Merci d’avoir postulé', en: 'Thank you for applying', ar: 'شكرًا على تقدمك' },
  refusedText: {
    fr: 'Bonjour {name}, merci d’avoir proposé votre profil pour « {title} ». Le casting a fait un autre choix pour ce rôle. Cela ne dit rien de votre talent : un rôle tient à peu de chose.',
    en: 'Hello {name}, thank you for offering your profile for “{title}”. The casting team chose differently for this part. It says nothing about your talent: a part hangs on little things.',
    ar: 'مرحبًا {name}، شكرًا على تقديم ملفك إلى «{title}». اختار فريق الاختيار غيرك لهذا الدور. هذا لا يقول شيئًا عن موهبتك: فالدور يتعلق بأمور صغيرة.',
  },
  refusedNext: {
    fr: 'Votre profil reste dans le fichier, et d’autres castings sont ouverts.',
    en: 'Your profile stays in the file, and other castings are open.',
    ar: 'يبقى ملفك لدينا وهناك اختبارات أخرى مفتوحة.',
  },
  others: { fr: 'Voir les castings ouverts', en: 'See open castings', ar: 'عرض الاختبارات المفتوحة' },
  reportSubject: { fr: 'Annonce signalée : « {title} »', en: 'Call reported: “{title}”', ar: 'بلاغ عن إعلان: «{title}»' },
  reportTitle: { fr: 'Une annonce est signalée', en: 'A call is reported', ar: 'بلاغ عن إعلان' },
  reportReason: { fr: 'Motif', en: 'Reason', ar: 'السبب' },
  reportWords: { fr: 'Ce qui s’est passé', en: 'What happened', ar: 'ما حدث' },
  reportCall: { fr: 'Annonce', en: 'Call', ar: 'الإعلان' },
  reportOpen: { fr: 'Examiner l’annonce', en: 'Look into the call', ar: 'فحص الإعلان' },
});
