/** What the log of calls and the tests of keys say. */
import { messages } from '#kernel/message.ts';

export const purposes = messages({
  cv_analysis: { fr: 'Lecture des CV', en: 'Reading CVs', ar: 'قراءة السير الذاتية' },
  matching: { fr: 'Recherche de candidats', en: 'Finding candidates', ar: 'البحث عن مرشحين' },
  script: { fr: 'Scénarios', en: 'Scripts', ar: 'السيناريوهات' },
  voice: { fr: 'Voix', en: 'Voices', ar: 'الأصوات' },
  music: { fr: 'Musique', en: 'Music', ar: 'الموسيقى' },
  clip: { fr: 'Extraits animés', en: 'Moving clips', ar: 'مقاطع متحركة' },
  image: { fr: 'Images', en: 'Pictures', ar: 'الصور' },
  caption: { fr: 'Légendes des publications', en: 'Captions of posts', ar: 'تعليقات المنشورات' },
});

export const outcomes = messages({
  answered: { fr: 'Réponse utilisée', en: 'Answer used', ar: 'استُخدمت الإجابة' },
  unusable: { fr: 'Réponse inutilisable', en: 'Unusable answer', ar: 'إجابة غير صالحة' },
  cut_short: { fr: 'Réponse coupée', en: 'Answer cut short', ar: 'إجابة مبتورة' },
  refused: { fr: 'Refusée par le modèle', en: 'Refused by the model', ar: 'رفضها النموذج' },
  unreachable: { fr: 'Injoignable', en: 'Unreachable', ar: 'تعذّر الوصول' },
  timeout: { fr: 'Trop lent', en: 'Too slow', ar: 'بطيء جدًا' },
  rate_limited: { fr: 'Trop de demandes', en: 'Too many requests', ar: 'طلبات كثيرة جدًا' },
  quota: { fr: 'Crédit épuisé', en: 'Out of credit', ar: 'نفد الرصيد' },
  unauthorized: { fr: 'Clé refusée', en: 'Key refused', ar: 'رُفض المفتاح' },
  unknown_model: { fr: 'Modèle inconnu', en: 'Unknown model', ar: 'نموذج غير معروف' },
  failed: { fr: 'Panne', en: 'Failure', ar: 'عطل' },
  cancelled: { fr: 'Annulée', en: 'Cancelled', ar: 'أُلغيت' },
  open: { fr: 'En cours ou interrompue', en: 'Under way or interrupted', ar: 'جارية أو متوقفة' },
});

export const reports = messages({
  openrouterLimited: {
    fr: 'OpenRouter accepte la clé : {used} dépensés, il reste {remaining} sur {limit}.',
    en: 'OpenRouter accepts the key: {used} spent, {remaining} of {limit} left.',
    ar: 'يقبل OpenRouter المفتاح: صُرف {used} وبقي {remaining} من {limit}.',
  },
  openrouterFree: {
    fr: 'OpenRouter accepte la clé : {used} dépensés, sans plafond sur cette clé.',
    en: 'OpenRouter accepts the key: {used} spent, no limit on this key.',
    ar: 'يقبل OpenRouter المفتاح: صُرف {used}، بلا حد لهذا المفتاح.',
  },
  freeTier: {
    fr: 'Compte sans crédit acheté : une cinquantaine de questions gratuites par jour.',
    en: 'An account without bought credit: some fifty free questions a day.',
    ar: 'حساب بلا رصيد مشترى: نحو خمسين سؤالًا مجانيًا في اليوم.',
  },
  openaiKnown: {
    fr: 'Le serveur répond : {count, plural, one {# modèle} other {# modèles}}, dont {model}.',
    en: 'The server answers: {count, plural, one {# model} other {# models}}, {model} among them.',
    ar: 'الخادم يجيب: {count, plural, zero {# نموذج} one {نموذج واحد} two {نموذجان} few {# نماذج} many {# نموذجًا} other {# نموذج}}، منها {model}.',
  },
  openaiUnknown: {
    fr: 'Le serveur répond, mais ne connaît pas {model} : choisissez un autre modèle.',
    en: 'The server answers but does not know {model}: choose another model.',
    ar: 'الخادم يجيب لكنه لا يعرف {model}: اختر نموذجًا آخر.',
  },
  openaiNoModel: {
    fr: 'Le serveur répond. Indiquez maintenant le modèle à interroger.',
    en: 'The server answers. Now name the model to ask.',
    ar: 'الخادم يجيب. حدّد الآن النموذج المراد سؤاله.',
  },
  shutsDown: {
    fr: 'Ce modèle sera retiré le {day}.',
    en: 'This model will be withdrawn on {day}.',
    ar: 'سيُسحب هذا النموذج في {day}.',
  },
  missing: {
    fr: '{provider} n’a pas de clé à essayer : enregistrez-en une.',
    en: '{provider} has no key to try: save one.',
    ar: 'ليس لدى {provider} مفتاح لتجربته: احفظ واحدًا.',
  },
  unauthorized: {
    fr: '{provider} refuse cette clé : vérifiez qu’elle est entière et encore valable.',
    en: '{provider} refuses this key: check that it is whole and still valid.',
    ar: 'يرفض {provider} هذا المفتاح: تحقق من أنه كامل وما زال صالحًا.',
  },
  unreachable: {
    fr: '{provider} est injoignable d’ici : vérifiez l’adresse et le réseau, puis réessayez.',
    en: '{provider} cannot be reached from here: check the address and the network, then try again.',
    ar: 'تعذّر الوصول إلى {provider} من هنا: تحقق من العنوان والشبكة ثم أعد المحاولة.',
  },
  timeout: {
    fr: '{provider} ne répond pas en dix secondes : réessayez plus tard.',
    en: '{provider} does not answer within ten seconds: try again later.',
    ar: 'لا يجيب {provider} خلال عشر ثوانٍ: أعد المحاولة لاحقًا.',
  },
  rate_limited: {
    fr: '{provider} reçoit trop de demandes de cette clé : réessayez dans une minute.',
    en: '{provider} gets too many requests with this key: try again in a minute.',
    ar: 'يتلقى {provider} طلبات كثيرة بهذا المفتاح: أعد المحاولة بعد دقيقة.',
  },
  quota: {
    fr: 'La clé est bonne, mais son crédit chez {provider} est épuisé : rechargez-le.',
    en: 'The key is right, but its credit with {provider} is used up: top it up.',
    ar: 'المفتاح صحيح لكن رصيده لدى {provider} نفد: أعد شحنه.',
  },
  failed: {
    fr: '{provider} a répondu par une erreur : réessayez plus tard.',
    en: '{provider} answered with an error: try again later.',
    ar: 'أجاب {provider} بخطأ: أعد المحاولة لاحقًا.',
  },
});

export const calls = messages({
  month: { fr: 'Ce mois-ci', en: 'This month', ar: 'هذا الشهر' },
  monthLead: { fr: 'Appels par usage et par issue', en: 'Calls by use and outcome', ar: 'الاستدعاءات حسب الاستخدام والنتيجة' },
  latest: { fr: 'Derniers appels', en: 'Latest calls', ar: 'آخر الاستدعاءات' },
  latestLead: {
    fr: 'Chaque essai est noté, jamais ce qui a été demandé ni répondu. Gardé treize mois.',
    en: 'Every try is noted, never what was asked or answered. Kept for thirteen months.',
    ar: 'تُسجَّل كل محاولة، ولا يُسجَّل أبدًا ما سُئل أو أُجيب. تُحفظ ثلاثة عشر شهرًا.',
  },
  none: { fr: 'Aucun appel pour l’instant', en: 'No call yet', ar: 'لا استدعاء حتى الآن' },
  noneText: {
    fr: 'Ils apparaîtront dès qu’un modèle sera interrogé.',
    en: 'They appear as soon as a model is asked.',
    ar: 'ستظهر فور سؤال نموذج.',
  },
  when: { fr: 'Quand', en: 'When', ar: 'متى' },
  purpose: { fr: 'Usage', en: 'Use', ar: 'الاستخدام' },
  model: { fr: 'Modèle', en: 'Model', ar: 'النموذج' },
  outcome: { fr: 'Issue', en: 'Outcome', ar: 'النتيجة' },
  count: { fr: 'Appels', en: 'Calls', ar: 'الاستدعاءات' },
  tokens: { fr: 'Jetons', en: 'Tokens', ar: 'الرموز' },
  cost: { fr: 'Coût', en: 'Cost', ar: 'التكلفة' },
  duration: { fr: 'Durée', en: 'Duration', ar: 'المدة' },
  who: { fr: 'Demandé par', en: 'Asked by', ar: 'بطلب من' },
  studio: { fr: 'le studio', en: 'the studio', ar: 'الاستوديو' },
  nth: { fr: 'essai {n}', en: 'try {n}', ar: 'المحاولة {n}' },
  repair: { fr: 'réparation', en: 'repair', ar: 'إصلاح' },
});
