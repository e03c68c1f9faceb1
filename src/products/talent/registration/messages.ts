/** What registration says to people. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  description: {
    fr: 'Créez votre profil de talent en cinq étapes : métier, langues, photo et CV. Les agences de casting et les productions vous trouvent par votre code.',
    en: 'Create your talent profile in five steps: trade, languages, photo and CV. Casting agencies and productions find you by your code.',
    ar: 'أنشئ ملف موهبتك في خمس خطوات: المهنة واللغات والصورة والسيرة. تجدك وكالات الكاستينغ وشركات الإنتاج برمزك.',
  },
  title: { fr: 'Créer mon profil', en: 'Create my profile', ar: 'إنشاء ملفي' },
  account: { fr: 'Compte', en: 'Account', ar: 'الحساب' },
  origins: { fr: 'Origines et contact', en: 'Origins and contact', ar: 'الأصل والتواصل' },
  profession: { fr: 'Métier', en: 'Profession', ar: 'المهنة' },
  files: { fr: 'Photo et CV', en: 'Photo and CV', ar: 'الصورة والسيرة' },
  review: { fr: 'Vérification', en: 'Review', ar: 'المراجعة' },
  accountLead: {
    fr: 'Cinq étapes courtes. Chacune est enregistrée : vous pouvez fermer la page et revenir dans la semaine.',
    en: 'Five short steps. Each one is saved: you can close the page and come back within a week.',
    ar: 'خمس خطوات قصيرة. تُحفظ كل خطوة: يمكنك إغلاق الصفحة والعودة خلال أسبوع.',
  },
  originsLead: {
    fr: 'D’où vous venez, où vous vivez, comment vous joindre.',
    en: 'Where you come from, where you live, how to reach you.',
    ar: 'من أين أنت، وأين تعيش، وكيف نتواصل معك.',
  },
  professionLead: {
    fr: 'Ce que vous savez faire. Tout est facultatif et se complète plus tard.',
    en: 'What you can do. Everything is optional and can be completed later.',
    ar: 'ما تجيده. كل شيء اختياري ويمكن إكماله لاحقًا.',
  },
  filesLead: {
    fr: 'Un profil avec photo et CV est bien plus souvent retenu. Vous pouvez aussi les ajouter plus tard.',
    en: 'A profile with a photo and a CV is chosen far more often. You can also add them later.',
    ar: 'الملف الذي يتضمن صورة وسيرة ذاتية يُختار أكثر بكثير. يمكنك أيضًا إضافتهما لاحقًا.',
  },
  reviewLead: {
    fr: 'Relisez, puis créez votre profil. Votre code unique suit aussitôt.',
    en: 'Read it again, then create your profile. Your unique code follows at once.',
    ar: 'راجع معلوماتك ثم أنشئ ملفك. ستحصل على رمزك الفريد فورًا.',
  },
  next: { fr: 'Continuer', en: 'Continue', ar: 'متابعة' },
  back: { fr: 'Retour', en: 'Back', ar: 'رجوع' },
  skip: { fr: 'Passer cette étape', en: 'Skip this step', ar: 'تخطي هذه الخطوة' },
  create: { fr: 'Créer mon profil', en: 'Create my profile', ar: 'إنشاء ملفي' },
  restart: { fr: 'Tout effacer et recommencer', en: 'Erase everything and start again', ar: 'مسح كل شيء والبدء من جديد' },
  haveAccount: { fr: 'Déjà inscrit ?', en: 'Already registered?', ar: 'لديك حساب؟' },
  signIn: { fr: 'Se connecter', en: 'Sign in', ar: 'تسجيل الدخول' },
  passwordHint: {
    fr: 'Au moins 8 caractères. Plusieurs mots qui vous parlent font un bon mot de passe.',
    en: 'At least 8 characters. Several words that mean something to you make a good password.',
    ar: '8 أحرف على الأقل. عدة كلمات تعني لك شيئًا تشكّل كلمة مرور جيدة.',
  },
  passwordKept: {
    fr: 'Déjà choisi. Laissez vide pour le garder.',
    en: 'Already chosen. Leave empty to keep it.',
    ar: 'تم اختيارها. اتركها فارغة للاحتفاظ بها.',
  },
  passwordNeeded: { fr: 'Choisissez un mot de passe', en: 'Choose a password', ar: 'اختر كلمة مرور' },
  emailHint: {
    fr: 'Pour vous connecter et recevoir les propositions.',
    en: 'To sign in and to receive offers.',
    ar: 'لتسجيل الدخول واستلام العروض.',
  },
  emailTaken: {
    fr: 'Si cette adresse est la vôtre, vous avez déjà un profil :',
    en: 'If this address is yours, you already have a profile:',
    ar: 'إذا كان هذا العنوان لك، فلديك ملف بالفعل:',
  },
  photoHint: {
    fr: 'Visage net, de face, fond clair. JPEG ou PNG.',
    en: 'A sharp face, from the front, on a light background. JPEG or PNG.',
    ar: 'وجه واضح من الأمام بخلفية فاتحة. JPEG أو PNG.',
  },
  cvHint: {
    fr: 'PDF, DOC, DOCX ou TXT. Montré aux seuls recruteurs.',
    en: 'PDF, DOC, DOCX or TXT. Shown to recruiters only.',
    ar: 'PDF أو DOC أو DOCX أو TXT. لا يظهر إلا لمسؤولي التوظيف.',
  },
  photoSent: { fr: 'Photo reçue', en: 'Photo received', ar: 'تم استلام الصورة' },
  cvSent: { fr: 'CV reçu : {name}', en: 'CV received: {name}', ar: 'تم استلام السيرة: {name}' },
  removePhoto: { fr: 'Retirer la photo', en: 'Remove the photo', ar: 'إزالة الصورة' },
  removeCv: { fr: 'Retirer le CV', en: 'Remove the CV', ar: 'إزالة السيرة' },
  none: { fr: 'Non renseigné', en: 'Not given', ar: 'غير مذكور' },
  notGiven: { fr: 'Non renseigné : {fields}', en: 'Not given: {fields}', ar: 'غير مذكور: {fields}' },
  consent: { fr: 'Votre accord', en: 'Your agreement', ar: 'موافقتك' },
  terms: {
    fr: 'J’accepte les conditions générales et la politique de confidentialité.',
    en: 'I accept the terms of use and the privacy policy.',
    ar: 'أوافق على الشروط العامة وسياسة الخصوصية.',
  },
  termsNeeded: {
    fr: 'Cochez cette case pour créer votre profil',
    en: 'Tick this box to create your profile',
    ar: 'حدّد هذا المربع لإنشاء ملفك',
  },
  publicProfile: {
    fr: 'Rendre mon profil visible par tous les membres : nom, photo, talents, ville. Jamais mes contacts.',
    en: 'Make my profile visible to every member: name, photo, talents, city. Never my contacts.',
    ar: 'إظهار ملفي لجميع الأعضاء: الاسم والصورة والمواهب والمدينة. دون وسائل الاتصال بي أبدًا.',
  },
  publicHint: {
    fr: 'Sans cette case, seuls les recruteurs et les administrateurs vous trouvent. Vous pourrez changer d’avis.',
    en: 'Without this box, only recruiters and administrators find you. You can change your mind later.',
    ar: 'بدون هذا المربع، لا يجدك إلا مسؤولو التوظيف والمسؤولون. يمكنك تغيير رأيك لاحقًا.',
  },
  gone: {
    fr: 'Cette inscription a expiré ou a été recommencée. Reprenez ci-dessous.',
    en: 'This registration has expired or was started again. Resume below.',
    ar: 'انتهت صلاحية هذا التسجيل أو أُعيد من جديد. تابع أدناه.',
  },
  otherCityNamed: { fr: '{city} (autre ville)', en: '{city} (another city)', ar: '{city} (مدينة أخرى)' },
});

export const welcome = messages({
  title: { fr: 'Bienvenue, {name} !', en: 'Welcome, {name}!', ar: 'مرحبًا {name}!' },
  lead: {
    fr: 'Votre profil est créé. Voici votre code unique : il vous identifie partout et sert aussi à vous connecter.',
    en: 'Your profile is created. Here is your unique code: it identifies you everywhere and signs you in too.',
    ar: 'تم إنشاء ملفك. هذا رمزك الفريد: يعرّفك في كل مكان ويمكنك تسجيل الدخول به أيضًا.',
  },
  yourCode: { fr: 'Votre code unique', en: 'Your unique code', ar: 'رمزك الفريد' },
  qr: { fr: 'QR code de votre profil {code}', en: 'QR code of your profile {code}', ar: 'رمز QR لملفك {code}' },
  card: { fr: 'Télécharger ma carte (PDF)', en: 'Download my card (PDF)', ar: 'تنزيل بطاقتي (PDF)' },
  qrDownload: { fr: 'Télécharger le QR code', en: 'Download the QR code', ar: 'تنزيل رمز QR' },
  nextSteps: { fr: 'Et maintenant ?', en: 'What next?', ar: 'وماذا بعد؟' },
  complete: { fr: 'Compléter mon profil', en: 'Complete my profile', ar: 'إكمال ملفي' },
  completeText: {
    fr: 'Il est complet à {score} %. Chaque point de plus vous fait remonter dans les recherches.',
    en: 'It is {score}% complete. Every point more brings you up in searches.',
    ar: 'اكتمل بنسبة {score}٪. كل نقطة إضافية ترفعك في نتائج البحث.',
  },
  letter: {
    fr: 'Un e-mail de confirmation part vers {email}.',
    en: 'A confirmation e-mail is on its way to {email}.',
    ar: 'رسالة تأكيد في طريقها إلى {email}.',
  },
  keep: {
    fr: 'Notez votre code ou gardez la carte sur votre téléphone : on vous le demandera en casting.',
    en: 'Write your code down or keep the card on your phone: castings will ask for it.',
    ar: 'دوّن رمزك أو احتفظ بالبطاقة في هاتفك: سيُطلب منك في اختبارات الأداء.',
  },
  home: { fr: 'Aller à mon tableau de bord', en: 'Go to my dashboard', ar: 'الذهاب إلى لوحتي' },
});
