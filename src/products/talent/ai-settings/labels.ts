/** Words about pictures: who draws them, in which order, what the providers say. */
import { messages } from '#kernel/message.ts';

export const sides = messages({
  label: { fr: 'Textes ou images', en: 'Texts or pictures', ar: 'النصوص أو الصور' },
  texts: { fr: 'Textes', en: 'Texts', ar: 'النصوص' },
  images: { fr: 'Images', en: 'Pictures', ar: 'الصور' },
});

export const providers = messages({
  blackbox: { fr: 'Blackbox AI', en: 'Blackbox AI', ar: 'Blackbox AI' },
  openai: { fr: 'OpenAI ou compatible', en: 'OpenAI or compatible', ar: 'OpenAI أو خادم متوافق' },
  stability: { fr: 'Stability AI', en: 'Stability AI', ar: 'Stability AI' },
  replicate: { fr: 'Replicate', en: 'Replicate', ar: 'Replicate' },
});

/** Whoever may draw: the providers, and the embedded painter. */
export const painters = {
  ...providers,
  ...messages({ embedded: { fr: 'Peintre du studio', en: 'The studio’s painter', ar: 'رسّام الاستوديو' } }),
};

export const keys = messages({
  alsoForImages: {
    fr: 'La même clé sert aussi aux images.',
    en: 'The same key is used for pictures too.',
    ar: 'يُستخدم المفتاح نفسه للصور أيضًا.',
  },
  alsoForTexts: {
    fr: 'La même clé sert aussi aux textes : la changer ici la change là-bas.',
    en: 'The same key is used for texts too: changing it here changes it there.',
    ar: 'يُستخدم المفتاح نفسه للنصوص أيضًا: تغييره هنا يغيّره هناك.',
  },
  afterRemoval: {
    fr: 'Les images seront demandées au fournisseur suivant, sinon au peintre du studio.',
    en: 'Pictures are asked of the next provider, else of the studio’s painter.',
    ar: 'تُطلب الصور من المزوّد التالي، وإلا من رسّام الاستوديو.',
  },
});

export const words = messages({
  lead: {
    fr: 'Qui dessine les images demandées : des fournisseurs que vous payez, l’un après l’autre, ou le peintre du studio. Seule la description de l’image leur est envoyée.',
    en: 'Who draws the pictures that are asked for: providers that you pay, one after the other, or the studio’s painter. Only the description of the picture is sent to them.',
    ar: 'من يرسم الصور المطلوبة: مزوّدون تدفع لهم واحدًا تلو الآخر، أو رسّام الاستوديو. لا يُرسل إليهم إلا وصف الصورة.',
  },

  draws: { fr: 'Dessine en ce moment', en: 'Draws at the moment', ar: 'يرسم حاليًا' },
  pictures: { fr: 'Images achetées ce mois-ci', en: 'Pictures bought this month', ar: 'الصور المشتراة هذا الشهر' },
  attempts: {
    fr: '{count, plural, =0 {aucun essai} one {# essai, reprises comprises} other {# essais, reprises comprises}}',
    en: '{count, plural, =0 {no try} one {# try, retries included} other {# tries, retries included}}',
    ar: '{count, plural, =0 {لا محاولة} one {محاولة واحدة مع الإعادات} two {محاولتان مع الإعادات} few {# محاولات مع الإعادات} many {# محاولة مع الإعادات} other {# محاولة مع الإعادات}}',
  },
  withTexts: { fr: 'textes compris', en: 'texts included', ar: 'بما فيه النصوص' },
  budgetReached: {
    fr: 'Le budget du mois, commun aux textes et aux images, est atteint : jusqu’au mois prochain, seuls dessinent le peintre du studio et un serveur à vous.',
    en: 'This month’s budget, shared by texts and pictures, is reached: until next month only the studio’s painter and a server of yours draw.',
    ar: 'بلغت ميزانية الشهر المشتركة بين النصوص والصور حدّها: حتى الشهر المقبل لا يرسم إلا رسّام الاستوديو أو خادم خاص بك.',
  },
  toBudget: { fr: 'Budget et choix des textes', en: 'Budget and choices of texts', ar: 'الميزانية وخيارات النصوص' },
  toCalls: { fr: 'Journal des appels', en: 'Log of calls', ar: 'سجل الاستدعاءات' },
  nobodyTitle: { fr: 'Aucun fournisseur n’est interrogé', en: 'No provider is asked', ar: 'لا يُسأل أي مزوّد' },
  nobodyAuto: {
    fr: 'Il n’y a pas encore de clé. Le peintre du studio dessine tout, gratuitement et sans rien envoyer.',
    en: 'There is no key yet. The studio’s painter draws everything, free of charge and without sending anything.',
    ar: 'لا يوجد مفتاح بعد. يرسم رسّام الاستوديو كل شيء، مجانًا ودون إرسال أي شيء.',
  },
  nobodyReady: {
    fr: 'Aucun des fournisseurs de l’ordre n’est prêt : il leur manque une clé ou un modèle. Le peintre du studio dessine à leur place.',
    en: 'None of the providers in the order is ready: they lack a key or a model. The studio’s painter draws instead.',
    ar: 'لا أحد من مزوّدي الترتيب جاهز: ينقصهم مفتاح أو نموذج. يرسم رسّام الاستوديو بدلًا منهم.',
  },

  order: { fr: 'Ordre de demande', en: 'Order of asking', ar: 'ترتيب الطلب' },
  orderLead: {
    fr: 'Chaque image est demandée au premier ; s’il ne la livre pas, au suivant.',
    en: 'Each picture is asked of the first; if it does not deliver, of the next.',
    ar: 'تُطلب كل صورة من الأول، فإن لم يسلّمها فمن التالي.',
  },
  automatic: { fr: 'Ordre automatique', en: 'Automatic order', ar: 'ترتيب تلقائي' },
  chosen: { fr: 'Ordre choisi', en: 'Chosen order', ar: 'ترتيب مختار' },
  toAutomatic: { fr: 'Revenir à l’ordre automatique', en: 'Back to the automatic order', ar: 'العودة إلى الترتيب التلقائي' },
  up: { fr: 'Monter {provider}', en: 'Move {provider} up', ar: 'رفع {provider}' },
  down: { fr: 'Descendre {provider}', en: 'Move {provider} down', ar: 'خفض {provider}' },
  leaveOut: { fr: 'Laisser de côté', en: 'Leave out', ar: 'استبعاد' },
  leaveOutOf: { fr: 'Laisser de côté : {provider}', en: 'Leave out: {provider}', ar: 'استبعاد: {provider}' },
  takeIn: { fr: 'Ajouter', en: 'Add', ar: 'إضافة' },
  takeInOf: { fr: 'Ajouter {provider}', en: 'Add {provider}', ar: 'إضافة {provider}' },
  leftOut: { fr: 'Laissés de côté', en: 'Left out', ar: 'المستبعدون' },
  asked: { fr: 'Interrogé', en: 'Asked', ar: 'يُسأل' },
  noKey: { fr: 'Passé : pas de clé', en: 'Skipped: no key', ar: 'يُتخطّى: لا مفتاح' },
  noModel: { fr: 'Passé : aucun modèle nommé', en: 'Skipped: no model named', ar: 'يُتخطّى: لم يُسمَّ نموذج' },
  always: { fr: 'Toujours le dernier', en: 'Always the last', ar: 'دائمًا الأخير' },
  safety: {
    fr: 'Une image refusée pour des raisons de sécurité n’est jamais demandée au fournisseur suivant : la personne est invitée à reformuler.',
    en: 'A picture refused for safety reasons is never asked of the next provider: the person is asked to word it differently.',
    ar: 'الصورة المرفوضة لأسباب تتعلق بالسلامة لا تُطلب أبدًا من المزوّد التالي: يُدعى الشخص إلى إعادة صياغتها.',
  },
  illustrations: {
    fr: 'Le peintre du studio dessine des illustrations, jamais des photographies.',
    en: 'The studio’s painter draws illustrations, never photographs.',
    ar: 'يرسم رسّام الاستوديو رسومًا توضيحية، ولا يصنع صورًا فوتوغرافية أبدًا.',
  },
  badOrder: {
    fr: 'Cet ordre ne convient pas : chaque fournisseur y figure une seule fois, par son nom. Rien n’a été changé.',
    en: 'This order will not do: each provider is in it once, by its name. Nothing was changed.',
    ar: 'هذا الترتيب غير صالح: يرد كل مزوّد فيه مرة واحدة باسمه. لم يتغيّر شيء.',
  },

  first: { fr: 'Interrogé en premier', en: 'Asked first', ar: 'يُسأل أولًا' },
  model: { fr: 'Modèle', en: 'Model', ar: 'النموذج' },
  askedModel: { fr: 'Modèle demandé', en: 'Model asked for', ar: 'النموذج المطلوب' },
  noModelYet: { fr: 'aucun', en: 'none', ar: 'لا شيء' },
  ownModel: { fr: 'Modèle de votre choix', en: 'Model of your choice', ar: 'نموذج من اختيارك' },
  ownModelHint: {
    fr: 'Un nom de ce fournisseur, ou {alias} pour son modèle d’aujourd’hui. Vide : le choix du studio.',
    en: 'A name of this provider, or {alias} for its model of today. Empty: the studio’s choice.',
    ar: 'اسم لدى هذا المزوّد، أو {alias} لنموذجه الحالي. إن تُرك فارغًا: اختيار الاستوديو.',
  },
  embeddedText: {
    fr: 'Il dessine ici même, sans clé et gratuitement ; rien ne sort du studio. Des illustrations, jamais des photographies. La même description avec la même graine donne la même image.',
    en: 'It draws right here, without a key and free of charge; nothing leaves the studio. Illustrations, never photographs. The same description with the same seed gives the same picture.',
    ar: 'يرسم هنا، بلا مفتاح ومجانًا؛ ولا شيء يغادر الاستوديو. رسوم توضيحية، وليست صورًا فوتوغرافية أبدًا. الوصف نفسه مع البذرة نفسها يعطي الصورة نفسها.',
  },
});

export const imageReports = messages({
  accepts: { fr: '{provider} accepte la clé.', en: '{provider} accepts the key.', ar: 'يقبل {provider} المفتاح.' },
  responds: { fr: '{provider} répond.', en: '{provider} answers.', ar: 'يجيب {provider}.' },
  unproven: {
    fr: '{provider} répond, sans dire s’il accepte la clé : une première image le montrera.',
    en: '{provider} answers without saying whether it accepts the key: a first picture will show.',
    ar: 'يجيب {provider} دون أن يقول إن كان يقبل المفتاح: ستبيّن ذلك أول صورة.',
  },
  credits: { fr: 'Crédits restants : {credits}.', en: 'Credits left: {credits}.', ar: 'الرصيد المتبقي: {credits}.' },
  noCredits: { fr: 'Plus aucun crédit : rechargez-le.', en: 'No credit left: top it up.', ar: 'لم يبقَ رصيد: أعد شحنه.' },
  known: { fr: 'Le modèle {model} y est connu.', en: 'The model {model} is known there.', ar: 'النموذج {model} معروف لديه.' },
  unknown: {
    fr: 'Le modèle {model} n’y est pas connu : choisissez-en un autre.',
    en: 'The model {model} is not known there: choose another.',
    ar: 'النموذج {model} غير معروف لديه: اختر نموذجًا آخر.',
  },
  willAsk: { fr: 'Le modèle demandé sera {model}.', en: 'The model asked for will be {model}.', ar: 'سيُطلب النموذج {model}.' },
  noModel: {
    fr: '{provider} n’a pas de modèle à interroger : nommez-en un.',
    en: '{provider} has no model to ask: name one.',
    ar: 'ليس لدى {provider} نموذج لسؤاله: سمِّ واحدًا.',
  },
});
