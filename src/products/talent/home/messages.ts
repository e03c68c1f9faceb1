/** What the first pages say: home, about. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  home: { fr: 'Accueil', en: 'Home', ar: 'الرئيسية' },
  hello: { fr: 'Bonjour {name}', en: 'Hello {name}', ar: 'مرحبًا {name}' },
  adminLead: { fr: 'La plateforme aujourd’hui.', en: 'The platform today.', ar: 'المنصة اليوم.' },
  memberLead: { fr: 'Votre profil en un coup d’œil.', en: 'Your profile at a glance.', ar: 'ملفك بنظرة واحدة.' },
  staffLead: { fr: 'Trouvez les personnes qu’il vous faut.', en: 'Find the people you need.', ar: 'اعثر على من تحتاج إليهم.' },
  people: { fr: 'Talents inscrits', en: 'Registered talents', ar: 'المواهب المسجلة' },
  active: { fr: '{count} comptes actifs', en: '{count} active accounts', ar: '{count} حسابات نشطة' },
  thisWeek: { fr: 'Inscriptions sur 7 jours', en: 'Registrations in 7 days', ar: 'التسجيلات خلال 7 أيام' },
  weekBefore: { fr: '{count} la semaine d’avant', en: '{count} the week before', ar: '{count} في الأسبوع السابق' },
  withCv: { fr: 'Avec CV', en: 'With a CV', ar: 'مع سيرة ذاتية' },
  withPhoto: { fr: '{count} avec photo', en: '{count} with a photo', ar: '{count} مع صورة' },
  score: { fr: 'Complétude moyenne', en: 'Average completeness', ar: 'متوسط الاكتمال' },
  shown: { fr: '{count} profils publics', en: '{count} public profiles', ar: '{count} ملفات عامة' },
  recent: { fr: 'Dernières inscriptions', en: 'Latest registrations', ar: 'أحدث التسجيلات' },
  all: { fr: 'Tout voir', en: 'See all', ar: 'عرض الكل' },
  incomplete: { fr: 'Profils à compléter', en: 'Profiles to complete', ar: 'ملفات غير مكتملة' },
  noPhoto: { fr: 'Sans photo', en: 'No photo', ar: 'بدون صورة' },
  noCv: { fr: 'Sans CV', en: 'No CV', ar: 'بدون سيرة' },
  allComplete: {
    fr: 'Tous les profils ont une photo et un CV.',
    en: 'Every profile has a photo and a CV.',
    ar: 'كل الملفات تحتوي على صورة وسيرة ذاتية.',
  },
  nobody: { fr: 'Personne encore', en: 'Nobody yet', ar: 'لا أحد بعد' },
  nobodyText: {
    fr: 'Créez le premier talent, ou partagez la page d’inscription.',
    en: 'Create the first talent, or share the registration page.',
    ar: 'أنشئ أول موهبة أو شارك صفحة التسجيل.',
  },
  countries: { fr: 'Pays d’origine', en: 'Countries of origin', ar: 'بلدان الأصل' },
  createTalent: { fr: 'Créer un talent', en: 'Create a talent', ar: 'إنشاء موهبة' },
  manage: { fr: 'Gérer les talents', en: 'Manage talents', ar: 'إدارة المواهب' },
  findTalents: { fr: 'Chercher des talents', en: 'Search talents', ar: 'البحث عن مواهب' },
  toAdd: { fr: 'Ce qui vous ferait remonter', en: 'What would bring you up', ar: 'ما يرفع ترتيبك' },
  full: { fr: 'Votre profil est complet.', en: 'Your profile is complete.', ar: 'ملفك مكتمل.' },
  myProfile: { fr: 'Mon profil', en: 'My profile', ar: 'ملفي' },
  completeness: { fr: 'Profil complété', en: 'Profile completed', ar: 'اكتمال الملف' },
  visiblePrivate: {
    fr: 'Votre profil est privé : seuls les recruteurs vous trouvent.',
    en: 'Your profile is private: only recruiters find you.',
    ar: 'ملفك خاص: لا يجدك إلا مسؤولو التوظيف.',
  },
  visiblePublic: {
    fr: 'Votre profil est visible par tous les membres, sans vos contacts.',
    en: 'Your profile is visible to every member, without your contacts.',
    ar: 'ملفك ظاهر لجميع الأعضاء دون وسائل الاتصال بك.',
  },
});

export const about = messages({
  title: { fr: 'À propos', en: 'About', ar: 'حول المنصة' },
  lead: {
    fr: '{site} met en valeur les talents d’Afrique et les relie aux productions et aux entreprises qui les cherchent.',
    en: '{site} shows the talents of Africa and links them to the productions and companies that look for them.',
    ar: 'تبرز {site} مواهب أفريقيا وتربطها بشركات الإنتاج والمؤسسات التي تبحث عنها.',
  },
  what: { fr: 'Ce que nous faisons', en: 'What we do', ar: 'ما نقوم به' },
  talentsTitle: { fr: 'Pour les talents', en: 'For talents', ar: 'للمواهب' },
  talentsText: {
    fr: 'Un profil complet, un code unique reconnu partout, une carte à imprimer et un QR code. Vous décidez qui vous voit.',
    en: 'A complete profile, a unique code known everywhere, a card to print and a QR code. You decide who sees you.',
    ar: 'ملف كامل ورمز فريد معروف في كل مكان وبطاقة للطباعة ورمز QR. أنت من يقرر من يراك.',
  },
  recruitersTitle: { fr: 'Pour les recruteurs et les castings', en: 'For recruiters and castings', ar: 'لمسؤولي التوظيف واختيار الممثلين' },
  recruitersText: {
    fr: 'Une recherche rapide par talent, lieu et disponibilité ; des profils vérifiables ; des contacts réservés à ceux qui embauchent.',
    en: 'A fast search by talent, place and availability; profiles that can be checked; contacts kept for those who hire.',
    ar: 'بحث سريع حسب الموهبة والمكان والتوفر، وملفات يمكن التحقق منها، ووسائل اتصال مخصصة لمن يوظّف.',
  },
  dataTitle: { fr: 'Vos données', en: 'Your data', ar: 'بياناتك' },
  dataText: {
    fr: 'Téléphone, adresse et réseaux sociaux sont chiffrés. Un profil n’est montré aux autres membres qu’avec votre accord, et jamais vos contacts. Vous pouvez tout modifier, et demander l’effacement.',
    en: 'Phone, address and social networks are encrypted. A profile is shown to other members only with your agreement, and never your contacts. You can change everything, and ask for erasure.',
    ar: 'الهاتف والعنوان وشبكات التواصل مشفّرة. لا يُعرض الملف على الأعضاء الآخرين إلا بموافقتك، ودون وسائل الاتصال بك أبدًا. يمكنك تعديل كل شيء وطلب الحذف.',
  },
  safeTitle: { fr: 'Ne payez jamais pour un casting', en: 'Never pay for a casting', ar: 'لا تدفع أبدًا مقابل اختبار أداء' },
  safeText: {
    fr: 'Ni nous ni une production sérieuse ne demandons d’argent à un talent. Si quelqu’un le fait en notre nom, dites-le-nous.',
    en: 'Neither we nor a serious production ask a talent for money. If somebody does so in our name, tell us.',
    ar: 'لا نحن ولا أي شركة إنتاج جادة نطلب المال من موهبة. إذا فعل ذلك أحد باسمنا فأخبرنا.',
  },
  figures: {
    fr: '{countries} pays · {cities} villes · {talents} talents au catalogue',
    en: '{countries} countries · {cities} cities · {talents} talents in the catalogue',
    ar: '{countries} بلدًا · {cities} مدينة · {talents} موهبة في الفهرس',
  },
});
