/** What the public welcome says. */
import { messages } from '#kernel/message.ts';

export const landing = messages({
  pageTitle: {
    fr: 'Casting, tournage, images et films en Afrique',
    en: 'Casting, shoots, images and films in Africa',
    ar: 'اختيار الممثلين والتصوير والصور والأفلام في أفريقيا',
  },
  description: {
    fr: 'Trouvez des talents, annoncez vos castings, badgez vos plateaux, fabriquez et publiez images et films. En français, anglais et arabe, gratuit pour les talents.',
    en: 'Find talents, announce castings, badge your sets, make and publish images and films. In French, English and Arabic, free for talents.',
    ar: 'اعثر على المواهب وأعلن اختباراتك وأصدر شارات مواقع التصوير واصنع الصور والأفلام وانشرها. بالفرنسية والإنجليزية والعربية، مجانًا للمواهب.',
  },
  eyebrow: {
    fr: 'Talents · Castings · Plateaux · Images · Films',
    en: 'Talents · Castings · Sets · Images · Films',
    ar: 'مواهب · اختبارات · مواقع تصوير · صور · أفلام',
  },
  title: {
    fr: 'De l’annonce du casting au dernier post',
    en: 'From the casting call to the last post',
    ar: 'من إعلان الاختبار إلى آخر منشور',
  },
  lead: {
    fr: 'Une seule plateforme pour trouver les visages d’Afrique, organiser le tournage, fabriquer les images et les films, et les publier.',
    en: 'One platform to find the faces of Africa, run the shoot, make the images and the films, and publish them.',
    ar: 'منصة واحدة للعثور على وجوه أفريقيا وتنظيم التصوير وصناعة الصور والأفلام ونشرها.',
  },
  register: { fr: 'Créer mon profil', en: 'Create my profile', ar: 'إنشاء ملفي' },
  signIn: { fr: 'Se connecter', en: 'Sign in', ar: 'تسجيل الدخول' },
  seeCastings: { fr: 'Voir les castings ouverts', en: 'See open castings', ar: 'عرض الاختبارات المفتوحة' },
  free: {
    fr: 'Gratuit pour les talents. Nous ne demandons jamais d’argent.',
    en: 'Free for talents. We never ask for money.',
    ar: 'مجاني للمواهب. لا نطلب المال أبدًا.',
  },
  pictureProfile: {
    fr: 'Écran du produit : le profil d’une comédienne, avec son code et sa carte',
    en: 'Screen of the product: the profile of an actress, with her code and card',
    ar: 'شاشة من المنصة: ملف ممثلة مع رمزها وبطاقتها',
  },
  pictureCasting: {
    fr: 'Écran du produit : la recherche de talents avec ses filtres chiffrés',
    en: 'Screen of the product: the search for talents with its counted filters',
    ar: 'شاشة من المنصة: البحث عن المواهب بمرشحات مرقّمة',
  },
  figures: { fr: 'Aujourd’hui sur la plateforme', en: 'On the platform today', ar: 'اليوم على المنصة' },
  people: {
    fr: '{count, plural, one {talent inscrit} other {talents inscrits}}',
    en: '{count, plural, one {registered talent} other {registered talents}}',
    ar: '{count, plural, zero {موهبة مسجلة} one {موهبة مسجلة} two {موهبتان مسجلتان} few {مواهب مسجلة} many {موهبة مسجلة} other {موهبة مسجلة}}',
  },
  companies: {
    fr: '{count, plural, one {production vérifiée} other {productions vérifiées}}',
    en: '{count, plural, one {verified company} other {verified companies}}',
    ar: '{count, plural, zero {شركة موثقة} one {شركة موثقة} two {شركتان موثقتان} few {شركات موثقة} many {شركة موثقة} other {شركة موثقة}}',
  },
  calls: {
    fr: '{count, plural, one {casting ouvert} other {castings ouverts}}',
    en: '{count, plural, one {open casting} other {open castings}}',
    ar: '{count, plural, zero {اختبار مفتوح} one {اختبار مفتوح} two {اختباران مفتوحان} few {اختبارات مفتوحة} many {اختبارًا مفتوحًا} other {اختبار مفتوح}}',
  },
  places: {
    fr: '{count, plural, one {ville au catalogue} other {villes au catalogue}}',
    en: '{count, plural, one {city in the catalogue} other {cities in the catalogue}}',
    ar: '{count, plural, zero {مدينة في الفهرس} one {مدينة في الفهرس} two {مدينتان في الفهرس} few {مدن في الفهرس} many {مدينة في الفهرس} other {مدينة في الفهرس}}',
  },

  talentsTitle: { fr: 'Vous jouez, dansez, doublez, filmez ?', en: 'You act, dance, dub, film?', ar: 'تمثّل أو ترقص أو تدبلج أو تصوّر؟' },
  talentsLead: {
    fr: 'Un profil, un code, un QR code : c’est votre carte de visite devant chaque casting.',
    en: 'One profile, one code, one QR code: your calling card at every casting.',
    ar: 'ملف واحد ورمز واحد ورمز QR: بطاقتك أمام كل اختبار أداء.',
  },
  talentsOne: {
    fr: 'Inscription sur un petit téléphone, même quand le réseau coupe.',
    en: 'Register on a small phone, even when the network drops.',
    ar: 'تسجيل من هاتف بسيط حتى مع انقطاع الشبكة.',
  },
  talentsTwo: {
    fr: 'Vous postulez en un geste ; vos contacts restent entre vous et le casting.',
    en: 'You apply in one gesture; your contacts stay between you and the casting team.',
    ar: 'تتقدم بنقرة واحدة وتبقى وسائل الاتصال بك بينك وبين فريق الاختيار.',
  },
  talentsThree: {
    fr: 'Vous décidez si votre profil est public. Vous pouvez tout effacer.',
    en: 'You decide whether your profile is public. You can erase everything.',
    ar: 'أنت تقرر إن كان ملفك عامًا. يمكنك حذف كل شيء.',
  },
  talentsGo: { fr: 'M’inscrire au fichier CINEMA', en: 'Join the CINEMA file', ar: 'التسجيل في ملف السينما' },

  castingTitle: { fr: 'Vous distribuez, vous tournez', en: 'You cast, you shoot', ar: 'تختار الممثلين وتصوّر' },
  castingLead: {
    fr: 'Du texte du rôle à la feuille de présence, sans quitter la même fiche.',
    en: 'From the text of a part to the attendance sheet, without leaving the same file.',
    ar: 'من نص الدور إلى ورقة الحضور دون مغادرة الملف نفسه.',
  },
  castingOne: {
    fr: 'Collez un brief : des critères, des personnes classées, et pourquoi.',
    en: 'Paste a brief: criteria, ranked people, and why.',
    ar: 'ألصق وصفًا: معايير وأشخاص مرتبون مع الأسباب.',
  },
  castingTwo: {
    fr: 'Annonces publiques, candidatures, sélections partagées par lien avec le client.',
    en: 'Public calls, applications, shortlists shared with the client by a link.',
    ar: 'إعلانات عامة وطلبات وقوائم مختارة تُشارك برابط مع العميل.',
  },
  castingThree: {
    fr: 'Conflits de dates avant l’affectation, badges signés, scan à l’entrée sans réseau.',
    en: 'Date clashes before you assign, signed badges, scanning at the gate without a network.',
    ar: 'تعارض المواعيد قبل التعيين وشارات موقّعة ومسح عند المدخل دون شبكة.',
  },
  castingGo: { fr: 'Voir comment on annonce', en: 'See how calls look', ar: 'شاهد الإعلانات' },

  socialTitle: { fr: 'Vous faites vivre des comptes', en: 'You keep accounts alive', ar: 'تدير حسابات التواصل' },
  socialLead: {
    fr: 'Un mois de publications préparé en une matinée, et la vérité sur chacune.',
    en: 'A month of posts prepared in a morning, and the truth about each.',
    ar: 'شهر من المنشورات في صباح واحد، وحقيقة كل منها.',
  },
  socialOne: {
    fr: 'Une phrase donne quatre images ; une autre donne un film monté, voix et sous-titres.',
    en: 'One sentence gives four images; another gives an edited film with voice and captions.',
    ar: 'جملة تعطي أربع صور وأخرى تعطي فيلمًا ممنتجًا بصوت وترجمة.',
  },
  socialTwo: {
    fr: 'Calendrier à glisser, formats et limites de six réseaux vérifiés pendant la saisie.',
    en: 'A calendar to drag on; formats and limits of six networks checked as you type.',
    ar: 'تقويم بالسحب، وصيغ وحدود ست شبكات تُفحص أثناء الكتابة.',
  },
  socialThree: {
    fr: 'Chaque post est dit une fois, jamais deux, et affiche son état réel.',
    en: 'Each post is said once, never twice, and shows its real state.',
    ar: 'يُنشر كل منشور مرة واحدة لا مرتين ويعرض حالته الحقيقية.',
  },
  socialGo: { fr: 'Découvrir la plateforme', en: 'Discover the platform', ar: 'اكتشف المنصة' },

  devTitle: { fr: 'Vous développez', en: 'You build software', ar: 'أنت مطوّر' },
  devLead: {
    fr: 'Trois API documentées, essayables dans le navigateur, des clés et des webhooks signés.',
    en: 'Three documented APIs to try in the browser, keys and signed webhooks.',
    ar: 'ثلاث واجهات موثقة تُجرّب في المتصفح، ومفاتيح وwebhooks موقّعة.',
  },
  devTry: { fr: 'Essayez, cette adresse répond :', en: 'Try it, this address answers:', ar: 'جرّب، هذا العنوان يجيب:' },
  devGo: { fr: 'Documentation des API', en: 'API documentation', ar: 'توثيق الواجهات' },

  callsTitle: { fr: 'Castings ouverts', en: 'Open castings', ar: 'اختبارات أداء مفتوحة' },
  callsLead: {
    fr: 'Lisez-les sans compte. Postulez avec votre profil.',
    en: 'Read them without an account. Apply with your profile.',
    ar: 'اقرأها دون حساب. تقدم بملفك.',
  },
  callsAll: { fr: 'Tous les castings', en: 'All castings', ar: 'كل الاختبارات' },

  howTitle: { fr: 'Comment ça marche', en: 'How it works', ar: 'كيف يعمل' },
  oneTitle: { fr: 'Inscrivez-vous, une fois', en: 'Register, once', ar: 'سجّل مرة واحدة' },
  oneText: {
    fr: 'Chaque étape est enregistrée ; les photos reprennent où elles se sont arrêtées.',
    en: 'Each step is saved; photos resume where they stopped.',
    ar: 'تُحفظ كل خطوة ويُستأنف إرسال الصور من حيث توقف.',
  },
  twoTitle: { fr: 'Recevez votre code', en: 'Receive your code', ar: 'احصل على رمزك' },
  twoText: {
    fr: 'Une carte à montrer, un QR à scanner, sans jamais afficher vos contacts.',
    en: 'A card to show, a QR to scan, never showing your contacts.',
    ar: 'بطاقة تعرضها ورمز يُمسح دون إظهار وسائل الاتصال بك.',
  },
  threeTitle: { fr: 'Postulez, ou soyez trouvé', en: 'Apply, or be found', ar: 'تقدم أو دعهم يجدونك' },
  threeText: {
    fr: 'Les castings cherchent par rôle, langue, ville et disponibilité, dans 54 pays.',
    en: 'Casting teams search by part, language, city and availability, in 54 countries.',
    ar: 'تبحث فرق الاختيار حسب الدور واللغة والمدينة والتوفر في 54 بلدًا.',
  },

  trustTitle: { fr: 'Le sceau, contre les faux castings', en: 'The seal, against fake castings', ar: 'الختم ضد الاختبارات الوهمية' },
  trustLead: {
    fr: 'De faux recruteurs font payer des « frais de dossier » au nom de vraies productions. Voici comment vérifier.',
    en: 'False recruiters charge “file fees” in the name of real companies. Here is how to check.',
    ar: 'يتقاضى منتحلون «رسوم ملف» باسم شركات حقيقية. هكذا تتحقق.',
  },
  trustOneTitle: { fr: 'Nous contrôlons', en: 'We check', ar: 'نحن نتحقق' },
  trustOne: {
    fr: 'Un administrateur sait qui dirige la société et a rappelé ses contacts officiels avant de donner le sceau.',
    en: 'An administrator knows who runs the company and called its official contacts back before giving the seal.',
    ar: 'يعرف المسؤول من يدير الشركة واتصل بوسائلها الرسمية قبل منح الختم.',
  },
  trustTwoTitle: { fr: 'Vous vérifiez', en: 'You verify', ar: 'أنت تتأكد' },
  trustTwo: {
    fr: 'Chaque sceau mène à une page publique : oui ou non, depuis quand, et les seuls contacts valables.',
    en: 'Each seal leads to a public page: yes or no, since when, and the only valid contacts.',
    ar: 'يقود كل ختم إلى صفحة عامة: نعم أو لا، ومنذ متى، ووسائل الاتصال الصحيحة وحدها.',
  },
  trustThreeTitle: { fr: 'Personne ne paie', en: 'Nobody pays', ar: 'لا أحد يدفع' },
  trustThree: {
    fr: 'Ni frais, ni photos payantes, ni caution. Sans sceau, une annonce n’est pas publiée.',
    en: 'No fee, no paid photos, no deposit. Without a seal a call is not published.',
    ar: 'لا رسوم ولا صور مدفوعة ولا ضمان. دون ختم لا يُنشر أي إعلان.',
  },
  trustGo: { fr: 'Productions vérifiées', en: 'Verified companies', ar: 'شركات موثقة' },

  lightTitle: { fr: 'Faite pour ici', en: 'Made for here', ar: 'صُنعت لهذا المكان' },
  lightText: {
    fr: 'Des pages légères pour la 3G, utilisables sans JavaScript, au clavier et avec un lecteur d’écran. De jour et de nuit.',
    en: 'Light pages for 3G, usable without JavaScript, by keyboard and with a screen reader. By day and by night.',
    ar: 'صفحات خفيفة لشبكة 3G تعمل دون JavaScript وبلوحة المفاتيح وقارئ الشاشة. ليلًا ونهارًا.',
  },
  languages: { fr: 'Lire en', en: 'Read in', ar: 'اقرأ بـ' },
  lastTitle: { fr: 'On commence ?', en: 'Shall we begin?', ar: 'لنبدأ؟' },

  mockName: { fr: 'Awa Diop', en: 'Awa Diop', ar: 'أوا ديوب' },
  mockKind: { fr: 'Actrice · Dakar', en: 'Actress · Dakar', ar: 'ممثلة · داكار' },
  mockVerdict: { fr: 'Présente', en: 'Present', ar: 'حاضرة' },
  mockVerdictText: { fr: 'Arrivée 05:42 · Pirogues', en: 'Arrived 05:42 · Pirogues', ar: 'الوصول 05:42 · بيروغ' },
  mockApplied: { fr: 'Candidature gardée', en: 'Application kept', ar: 'احتُفظ بالطلب' },
  mockAppliedText: { fr: 'Rôle : Yacine, la cadette', en: 'Part: Yacine, the youngest', ar: 'الدور: ياسين، الصغرى' },
  mockPost: { fr: 'Publié sur 3 réseaux', en: 'Posted on 3 networks', ar: 'نُشر على 3 شبكات' },
  mockPostText: { fr: 'Bande-annonce, 18:00', en: 'Trailer, 18:00', ar: 'الإعلان الترويجي، 18:00' },
});
