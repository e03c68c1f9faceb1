/** What the manual says around its texts: the reference of the APIs, the guides, the help. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  developers: { fr: 'Développeurs', en: 'Developers', ar: 'المطوّرون' },
  title: { fr: 'Documentation', en: 'Documentation', ar: 'الوثائق' },
  lead: {
    fr: 'Trois API, un seul compte. Chaque exemple a été enregistré sur le studio lui-même.',
    en: 'Three APIs, one account. Every example was recorded from the studio itself.',
    ar: 'ثلاث واجهات برمجة وحساب واحد. كل مثال سُجّل من الاستوديو نفسه.',
  },
  reference: { fr: 'Référence', en: 'Reference', ar: 'المرجع' },
  references: { fr: 'Références des API', en: 'API references', ar: 'مراجع واجهات البرمجة' },
  open: { fr: 'Lire la référence', en: 'Read the reference', ar: 'قراءة المرجع' },
  operations: {
    fr: '{count, plural, one {# opération} other {# opérations}}',
    en: '{count, plural, one {# operation} other {# operations}}',
    ar: '{count, plural, zero {لا عمليات} one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}',
  },
  guides: { fr: 'Guides', en: 'Guides', ar: 'الأدلة' },
  guidesLead: {
    fr: 'Du premier appel aux webhooks signés.',
    en: 'From the first call to signed webhooks.',
    ar: 'من أول طلب إلى الإشعارات الموقّعة.',
  },
  contents: { fr: 'Sommaire', en: 'Contents', ar: 'المحتويات' },
  onThisPage: { fr: 'Sur cette page', en: 'On this page', ar: 'في هذه الصفحة' },
  otherLanguage: {
    fr: '',
    en: '',
    ar: 'هذا النص متوفر بالفرنسية والإنجليزية فقط؛ إليك النسخة الإنجليزية.',
  },
  next: { fr: 'Ensuite', en: 'Next', ar: 'التالي' },
  previous: { fr: 'Avant', en: 'Before', ar: 'السابق' },
});

export const r = messages({
  machine: { fr: 'Document OpenAPI 3.1', en: 'OpenAPI 3.1 document', ar: 'مستند OpenAPI 3.1' },
  find: { fr: 'Chercher une opération', en: 'Find an operation', ar: 'ابحث عن عملية' },
  findHint: { fr: 'Un mot, un chemin, un paramètre', en: 'A word, a path, a parameter', ar: 'كلمة أو مسار أو معامل' },
  found: {
    fr: '{count, plural, =0 {Aucune opération} one {# opération} other {# opérations}}',
    en: '{count, plural, =0 {No operation} one {# operation} other {# operations}}',
    ar: '{count, plural, =0 {لا توجد عمليات} zero {لا توجد عمليات} one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}',
  },
  empty: {
    fr: 'Cette API n’a pas encore de point d’accès.',
    en: 'This API has no endpoint yet.',
    ar: 'لا توجد نقاط وصول لهذه الواجهة بعد.',
  },
  parameters: { fr: 'Paramètres', en: 'Parameters', ar: 'المعاملات' },
  body: { fr: 'Corps de la requête', en: 'Request body', ar: 'متن الطلب' },
  fields: { fr: 'Champs', en: 'Fields', ar: 'الحقول' },
  example: { fr: 'Exemple', en: 'Example', ar: 'مثال' },
  call: { fr: 'Appeler', en: 'Call it', ar: 'استدعاؤها' },
  answers: { fr: 'Réponses', en: 'Answers', ar: 'الاستجابات' },
  shape: { fr: 'Forme de la réponse {status}', en: 'Shape of answer {status}', ar: 'شكل الاستجابة {status}' },
  required: { fr: 'requis', en: 'required', ar: 'مطلوب' },
  inPath: { fr: 'chemin', en: 'path', ar: 'المسار' },
  inQuery: { fr: 'requête', en: 'query', ar: 'الاستعلام' },
  inHeader: { fr: 'en-tête', en: 'header', ar: 'ترويسة' },
  recorded: { fr: 'Enregistrée sur le studio', en: 'Recorded from the studio', ar: 'مسجّلة من الاستوديو' },
  madeUp: { fr: 'Construite d’après le schéma', en: 'Built from the schema', ar: 'مبنية من المخطط' },
  failure: { fr: 'Format des erreurs de cette API', en: 'How this API says errors', ar: 'صيغة أخطاء هذه الواجهة' },
  older: { fr: 'En version 2 (API-Version: 2)', en: 'In version 2 (API-Version: 2)', ar: 'في الإصدار 2 (API-Version: 2)' },
  aFile: { fr: 'Un fichier : {file}', en: 'A file: {file}', ar: 'ملف: {file}' },
  noBody: { fr: 'Sans corps', en: 'No body', ar: 'بلا متن' },
  curlOf: { fr: '{client} : {operation}', en: '{client}: {operation}', ar: '{client}: {operation}' },
});

/** Who may call an operation. */
export const accesses = messages({
  public: { fr: 'Ouvert à tous', en: 'Open to everybody', ar: 'متاح للجميع' },
  'signed-in': { fr: 'Connexion requise', en: 'Sign-in required', ar: 'يلزم تسجيل الدخول' },
  casting: { fr: 'Casting et administration', en: 'Casting and administration', ar: 'اختيار الممثلين والإدارة' },
  presence: { fr: 'Présence et administration', en: 'Presence and administration', ar: 'الحضور والإدارة' },
  admin: { fr: 'Administration', en: 'Administration', ar: 'الإدارة' },
  'super-admin': { fr: 'Super-administrateur', en: 'Super-administrator', ar: 'المسؤول الأعلى' },
});

export const tryIt = messages({
  title: { fr: 'Essayer', en: 'Try it', ar: 'جرّبها' },
  needsScript: {
    fr: 'L’essai demande JavaScript. L’exemple curl ci-dessus fait la même chose.',
    en: 'Trying needs JavaScript. The curl example above does the same.',
    ar: 'التجربة تحتاج إلى JavaScript. مثال curl أعلاه يفعل الشيء نفسه.',
  },
  real: {
    fr: 'Ceci agit sur les vraies données de ce studio.',
    en: 'This acts on the real data of this studio.',
    ar: 'هذا يؤثر في البيانات الحقيقية لهذا الاستوديو.',
  },
  asSession: {
    fr: 'Vous appelez avec votre session ({name}). Un jeton ou une clé, s’il est donné, la remplace.',
    en: 'You call with your session ({name}). A token or key, when given, takes its place.',
    ar: 'تستدعي بجلستك ({name}). رمز أو مفتاح، إن أُعطي، يحل محلها.',
  },
  asStranger: {
    fr: 'Vous n’êtes pas connecté : donnez un jeton ou une clé d’API, ou connectez-vous.',
    en: 'You are not signed in: give a token or an API key, or sign in.',
    ar: 'لم تسجل الدخول: أعطِ رمزًا أو مفتاح API، أو سجّل الدخول.',
  },
  token: { fr: 'Jeton ou clé d’API', en: 'Token or API key', ar: 'رمز أو مفتاح API' },
  tokenHint: {
    fr: 'Il reste dans cette page et n’est envoyé qu’à ce studio.',
    en: 'It stays in this page and is sent to this studio only.',
    ar: 'يبقى في هذه الصفحة ولا يُرسل إلا إلى هذا الاستوديو.',
  },
  send: { fr: 'Envoyer la requête', en: 'Send the request', ar: 'إرسال الطلب' },
  sending: { fr: 'Envoi…', en: 'Sending…', ar: 'جارٍ الإرسال…' },
  confirmTitle: { fr: 'Envoyer {method} pour de vrai ?', en: 'Send {method} for real?', ar: 'إرسال {method} فعليًا؟' },
  confirm: { fr: 'Oui, envoyer', en: 'Yes, send it', ar: 'نعم، أرسل' },
  cancel: { fr: 'Annuler', en: 'Cancel', ar: 'إلغاء' },
  answered: { fr: 'Réponse {status} en {time} ms', en: 'Answer {status} in {time} ms', ar: 'الاستجابة {status} خلال {time} م‌ث' },
  unreachable: {
    fr: 'Le studio n’a pas répondu. Vérifiez la connexion, puis recommencez.',
    en: 'The studio did not answer. Check the connection, then try again.',
    ar: 'لم يستجب الاستوديو. تحقق من الاتصال ثم أعد المحاولة.',
  },
  badBody: { fr: 'Le corps n’est pas du JSON : {reason}', en: 'The body is not JSON: {reason}', ar: 'المتن ليس JSON: {reason}' },
  download: { fr: 'Télécharger la réponse ({size})', en: 'Download the answer ({size})', ar: 'تنزيل الاستجابة ({size})' },
  headers: { fr: 'En-têtes', en: 'Headers', ar: 'الترويسات' },
  emptyBody: { fr: 'Réponse sans corps', en: 'Answer without a body', ar: 'استجابة بلا متن' },
  body: { fr: 'Corps JSON', en: 'JSON body', ar: 'متن JSON' },
});

/** Tags of the documents, which speak English. */
export const tags = messages({
  Authentication: { fr: 'Authentification', en: 'Authentication', ar: 'المصادقة' },
  Users: { fr: 'Personnes', en: 'Users', ar: 'الأشخاص' },
  Catalogue: { fr: 'Catalogue', en: 'Catalogue', ar: 'الدليل' },
  CINEMA: { fr: 'CINEMA', en: 'CINEMA', ar: 'السينما' },
  Productions: { fr: 'Productions', en: 'Productions', ar: 'شركات الإنتاج' },
  Projects: { fr: 'Projets', en: 'Projects', ar: 'المشاريع' },
  Matching: { fr: 'Recherche IA', en: 'Matching', ar: 'البحث الذكي' },
  Presence: { fr: 'Présence', en: 'Presence', ar: 'الحضور' },
  Statistics: { fr: 'Statistiques', en: 'Statistics', ar: 'الإحصاءات' },
  Exports: { fr: 'Exports', en: 'Exports', ar: 'التصدير' },
  Forms: { fr: 'Formulaires', en: 'Forms', ar: 'النماذج' },
  Images: { fr: 'Images', en: 'Images', ar: 'الصور' },
  Scheduler: { fr: 'Publications', en: 'Scheduler', ar: 'الجدولة' },
  Webhooks: { fr: 'Webhooks', en: 'Webhooks', ar: 'الإشعارات البرمجية' },
  Assets: { fr: 'Ressources', en: 'Assets', ar: 'الموارد' },
  Videos: { fr: 'Vidéos', en: 'Videos', ar: 'مقاطع الفيديو' },
  Publication: { fr: 'Publication', en: 'Publication', ar: 'النشر' },
  Voices: { fr: 'Voix', en: 'Voices', ar: 'الأصوات' },
});
