/** What administrators read about the settings of the site. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  lead: {
    fr: 'Tout ce qui se règle pendant que le studio fonctionne. Un changement compte aussitôt.',
    en: 'Everything that can be set while the studio runs. A change counts at once.',
    ar: 'كل ما يمكن ضبطه والاستوديو يعمل. كل تغيير يسري فورًا.',
  },
  saved: { fr: 'Réglages enregistrés.', en: 'Settings saved.', ar: 'حُفظت الإعدادات.' },
  general: { fr: 'Le studio', en: 'The studio', ar: 'الاستوديو' },
  siteName: { fr: 'Nom du site', en: 'Name of the site', ar: 'اسم الموقع' },
  siteNameHint: {
    fr: 'Sur les pages, dans les e-mails et sur les PDF. Vide : {name}.',
    en: 'On pages, in e-mails and on PDFs. Empty: {name}.',
    ar: 'في الصفحات والرسائل وملفات PDF. إن تُرك فارغًا: {name}.',
  },
  omdbKey: { fr: 'Clé OMDb', en: 'OMDb key', ar: 'مفتاح OMDb' },
  omdbHint: {
    fr: 'Pour les titres de films que l’on propose en écrivant. Sans clé : ceux que le studio connaît.',
    en: 'For the titles of films that are offered while one types. Without a key: those that the studio knows.',
    ar: 'لعناوين الأفلام المقترحة أثناء الكتابة. من دون مفتاح: ما يعرفه الاستوديو.',
  },
  forgetOmdb: { fr: 'Retirer la clé OMDb enregistrée', en: 'Remove the stored OMDb key', ar: 'إزالة مفتاح OMDb المحفوظ' },
  badKey: {
    fr: 'Une clé est faite de lettres, de chiffres et de tirets, sans espace.',
    en: 'A key is made of letters, digits and hyphens, without spaces.',
    ar: 'يتكون المفتاح من حروف لاتينية وأرقام وشرطات، دون مسافات.',
  },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },

  state: { fr: 'Version, clés et expéditeur', en: 'Version, keys and sender', ar: 'الإصدار والمفاتيح والمرسِل' },
  stateLead: {
    fr: 'Les clés sont chiffrées ; on n’en montre que la fin.',
    en: 'Keys are encrypted; only their end is shown.',
    ar: 'المفاتيح مشفّرة، ولا تُعرض منها إلا نهايتها.',
  },
  version: { fr: 'Version de l’application', en: 'Version of the application', ar: 'إصدار التطبيق' },
  sendgridKey: { fr: 'Clé SendGrid', en: 'SendGrid key', ar: 'مفتاح SendGrid' },
  sender: { fr: 'Expéditeur des e-mails', en: 'Sender of e-mails', ar: 'مرسِل الرسائل' },
  openrouterKey: { fr: 'Clé OpenRouter', en: 'OpenRouter key', ar: 'مفتاح OpenRouter' },
  keyStored: { fr: '{ending}, enregistrée ici', en: '{ending}, stored here', ar: '{ending}، محفوظ هنا' },
  keyGiven: { fr: '{ending}, donnée par l’environnement', en: '{ending}, given by the environment', ar: '{ending}، من بيئة التشغيل' },
  keyNone: { fr: 'aucune', en: 'none', ar: 'لا يوجد' },

  rooms: { fr: 'Autres réglages', en: 'Other settings', ar: 'إعدادات أخرى' },
  customizationText: {
    fr: 'Pied de page, réseaux sociaux, logo, images et pages légales.',
    en: 'Footer, social networks, logo, pictures and legal pages.',
    ar: 'تذييل الصفحة وشبكات التواصل والشعار والصور والصفحات القانونية.',
  },
  letters: { fr: 'E-mails', en: 'E-mails', ar: 'البريد الإلكتروني' },
  lettersText: {
    fr: 'Expéditeur, clé SendGrid, pied des e-mails, modèles activés.',
    en: 'Sender, SendGrid key, foot of e-mails, templates that are on.',
    ar: 'المرسِل ومفتاح SendGrid وتذييل الرسائل والقوالب المفعّلة.',
  },
  models: { fr: 'Intelligence artificielle', en: 'Artificial intelligence', ar: 'الذكاء الاصطناعي' },
  modelsText: {
    fr: 'Fournisseurs, clés, modèles et budget du mois.',
    en: 'Providers, keys, models and the budget of the month.',
    ar: 'المزوّدون والمفاتيح والنماذج وميزانية الشهر.',
  },
  scheduler: { fr: 'Planificateur', en: 'Scheduler', ar: 'المهام المجدولة' },
  schedulerText: {
    fr: 'Récapitulatif de la semaine : son jour et son heure.',
    en: 'The weekly recap: its day and its hour.',
    ar: 'الملخص الأسبوعي: يومه وساعته.',
  },
  logs: { fr: 'Journaux', en: 'Logs', ar: 'السجلات' },
  logsText: {
    fr: 'Combien de temps on les garde, et s’ils sont intacts.',
    en: 'How long they are kept, and whether they are intact.',
    ar: 'مدة حفظها، وهل هي سليمة.',
  },
  historyText: {
    fr: 'Qui a changé quoi, et quand.',
    en: 'Who changed what, and when.',
    ar: 'من غيّر ماذا، ومتى.',
  },

  customizationLead: {
    fr: 'Ce que les visiteurs voient de vous, sur chaque page et dans chaque e-mail.',
    en: 'What visitors see of you, on every page and in every e-mail.',
    ar: 'ما يراه الزوار منكم، في كل صفحة وفي كل رسالة.',
  },
  footer: { fr: 'Pied de page', en: 'Footer', ar: 'تذييل الصفحة' },
  footerText: { fr: 'Texte', en: 'Text', ar: 'النص' },
  footerTextHint: {
    fr: 'À côté du nom du site. Vide : la phrase du studio.',
    en: 'Beside the name of the site. Empty: the studio’s sentence.',
    ar: 'بجانب اسم الموقع. إن تُرك فارغًا: جملة الاستوديو.',
  },
  footerEmail: { fr: 'E-mail de contact', en: 'Contact e-mail', ar: 'البريد الإلكتروني للتواصل' },
  footerPhone: { fr: 'Téléphone de contact', en: 'Contact phone', ar: 'هاتف التواصل' },
  badPhone: {
    fr: 'Un numéro est fait de chiffres, avec + devant l’indicatif du pays : +212 522 00 00 00.',
    en: 'A number is made of digits, with + before the country code: +212 522 00 00 00.',
    ar: 'يتكون الرقم من أرقام، مع + قبل رمز البلد: ‎+212 522 00 00 00‎.',
  },
  saveFooter: { fr: 'Enregistrer le pied de page', en: 'Save the footer', ar: 'حفظ التذييل' },
  footerSaved: { fr: '✅ Pied de page mis à jour', en: '✅ Footer updated', ar: '✅ حُدّث تذييل الصفحة' },

  social: { fr: 'Réseaux sociaux', en: 'Social networks', ar: 'شبكات التواصل' },
  socialLead: {
    fr: 'Une adresse ou un nom (@studio) ; un champ vide n’est pas montré.',
    en: 'An address or a name (@studio); an empty field is not shown.',
    ar: 'عنوان أو اسم (@studio)؛ الحقل الفارغ لا يُعرض.',
  },
  whatsappHint: {
    fr: 'Un numéro avec son indicatif : +212600000000.',
    en: 'A number with its country code: +212600000000.',
    ar: 'رقم مع رمز البلد: ‎+212600000000‎.',
  },
  badWhatsapp: {
    fr: 'Écrivez le numéro WhatsApp avec l’indicatif du pays : +212600000000.',
    en: 'Write the WhatsApp number with its country code: +212600000000.',
    ar: 'اكتبوا رقم واتساب مع رمز البلد: ‎+212600000000‎.',
  },
  badNetwork: {
    fr: 'Ce n’est pas l’adresse d’une page {network}.',
    en: 'This is not the address of a {network} page.',
    ar: 'هذا ليس عنوان صفحة على {network}.',
  },
  saveSocial: { fr: 'Enregistrer les réseaux', en: 'Save the networks', ar: 'حفظ الشبكات' },
  socialSaved: { fr: '✅ Réseaux sociaux mis à jour', en: '✅ Social networks updated', ar: '✅ حُدّثت شبكات التواصل' },

  pictures: { fr: 'Logo et images', en: 'Logo and pictures', ar: 'الشعار والصور' },
  picturesLead: {
    fr: 'Envoyez une image PNG, JPEG ou WebP, ou donnez une adresse https. Une image d’un autre site lui dit qui lit vos pages : mieux vaut l’envoyer.',
    en: 'Send a PNG, JPEG or WebP picture, or give an https address. A picture on another site tells it who reads your pages: better send it.',
    ar: 'أرسلوا صورة PNG أو JPEG أو WebP، أو أعطوا عنوان https. الصورة الموجودة في موقع آخر تخبره بمن يقرأ صفحاتكم: الأفضل إرسالها.',
  },
  logo: { fr: 'Logo', en: 'Logo', ar: 'الشعار' },
  logoHint: {
    fr: 'À côté du nom, et en tête des e-mails.',
    en: 'Beside the name, and at the head of e-mails.',
    ar: 'بجانب الاسم، وفي أعلى الرسائل.',
  },
  favicon: { fr: 'Icône du site (favicon)', en: 'Favicon', ar: 'أيقونة الموقع' },
  faviconHint: {
    fr: 'Dans l’onglet du navigateur ; carrée de préférence.',
    en: 'In the tab of the browser; square if possible.',
    ar: 'في لسان المتصفح؛ مربعة إن أمكن.',
  },
  hero: { fr: 'Image d’accueil', en: 'Hero image', ar: 'صورة صفحة الاستقبال' },
  heroHint: { fr: 'Sur la page de bienvenue, en grand.', en: 'On the welcome page, large.', ar: 'في صفحة الترحيب، بحجم كبير.' },
  send: { fr: 'Image à envoyer : {picture}', en: 'Picture to send: {picture}', ar: 'صورة للإرسال: {picture}' },
  address: { fr: 'Ou son adresse https : {picture}', en: 'Or its https address: {picture}', ar: 'أو عنوانها https: {picture}' },
  remove: { fr: 'Retirer : {picture}', en: 'Remove: {picture}', ar: 'إزالة: {picture}' },
  onlyHttps: {
    fr: 'L’adresse d’une image commence par https://.',
    en: 'The address of a picture begins with https://.',
    ar: 'عنوان الصورة يبدأ بـ https://.',
  },
  savePictures: { fr: 'Enregistrer les images', en: 'Save the pictures', ar: 'حفظ الصور' },
  picturesSaved: { fr: '✅ Logo et images mis à jour', en: '✅ Logo and pictures updated', ar: '✅ حُدّث الشعار والصور' },

  legalSaved: { fr: '✅ Pages légales mises à jour', en: '✅ Legal pages updated', ar: '✅ حُدّثت الصفحات القانونية' },

  historyLead: {
    fr: 'Chaque changement, le plus récent d’abord. D’un secret on ne garde que le fait qu’il a changé.',
    en: 'Every change, the latest first. Of a secret only the fact that it changed is kept.',
    ar: 'كل تغيير، الأحدث أولًا. لا يُحفظ من السر إلا أنه تغيّر.',
  },
  historyEmpty: { fr: 'Rien n’a encore été changé', en: 'Nothing was changed yet', ar: 'لم يتغيّر شيء بعد' },
  historyEmptyText: {
    fr: 'Les réglages sont ceux du studio.',
    en: 'The settings are those the studio came with.',
    ar: 'الإعدادات هي إعدادات الاستوديو الأصلية.',
  },
  setting: { fr: 'Réglage', en: 'Setting', ar: 'الإعداد' },
  when: { fr: 'Quand', en: 'When', ar: 'متى' },
  who: { fr: 'Qui', en: 'Who', ar: 'من' },
  before: { fr: 'Avant', en: 'Before', ar: 'قبل' },
  after: { fr: 'Après', en: 'After', ar: 'بعد' },
  program: { fr: 'Le programme, ou un compte supprimé', en: 'The program, or a deleted account', ar: 'البرنامج، أو حساب محذوف' },
  byDefault: { fr: 'valeur d’origine', en: 'default', ar: 'القيمة الأصلية' },
  secret: { fr: 'jamais montré', en: 'never shown', ar: 'لا يُعرض أبدًا' },
});
