import { messages } from '#kernel/message.ts';

export const m = messages({
  title: { fr: 'Intelligence artificielle', en: 'Artificial intelligence', ar: 'الذكاء الاصطناعي' },
  lead: {
    fr: 'Qui lit les CV et classe les candidats : un modèle que vous payez, ou le calcul intégré au studio. Ni nom, ni contact, ni document n’est envoyé à un modèle.',
    en: 'Who reads CVs and ranks candidates: a model that you pay for, or the studio’s own computing. No name, contact or document is sent to a model.',
    ar: 'من يقرأ السير الذاتية ويرتّب المرشحين: نموذج تدفع مقابله، أو الحساب المدمج في الاستوديو. لا يُرسل أي اسم أو جهة اتصال أو وثيقة إلى أي نموذج.',
  },
  openrouter: { fr: 'OpenRouter', en: 'OpenRouter', ar: 'OpenRouter' },
  openai: { fr: 'OpenAI ou compatible', en: 'OpenAI or compatible', ar: 'OpenAI أو خادم متوافق' },
  embedded: { fr: 'Calcul intégré', en: 'Built-in computing', ar: 'الحساب المدمج' },

  answers: { fr: 'Répond en ce moment', en: 'Answers at the moment', ar: 'يجيب حاليًا' },
  spent: { fr: 'Dépensé ce mois-ci', en: 'Spent this month', ar: 'المصروف هذا الشهر' },
  ofBudget: { fr: 'sur {budget} de budget', en: 'of a budget of {budget}', ar: 'من ميزانية قدرها {budget}' },
  noBudget: { fr: 'sans plafond', en: 'without a limit', ar: 'بلا حد أقصى' },
  reserved: {
    fr: 'dont {amount} peut-être facturés : la réponse n’est pas arrivée',
    en: '{amount} of it perhaps charged: the answer never came',
    ar: 'منها {amount} ربما احتُسبت: لم تصل الإجابة',
  },
  questions: { fr: 'Demandes ce mois-ci', en: 'Requests this month', ar: 'الطلبات هذا الشهر' },
  callsMade: {
    fr: '{count, plural, =0 {aucun appel} one {# appel, reprises comprises} other {# appels, reprises comprises}}',
    en: '{count, plural, =0 {no call} one {# call, retries included} other {# calls, retries included}}',
    ar: '{count, plural, =0 {لا استدعاء} one {استدعاء واحد مع الإعادات} two {استدعاءان مع الإعادات} few {# استدعاءات مع الإعادات} many {# استدعاءً مع الإعادات} other {# استدعاء مع الإعادات}}',
  },
  unpriced: {
    fr: '{count, plural, one {# appel au prix inconnu n’est pas compté} other {# appels au prix inconnu ne sont pas comptés}}',
    en: '{count, plural, one {# call of unknown price is not counted} other {# calls of unknown price are not counted}}',
    ar: '{count, plural, zero {# استدعاء بسعر غير معروف غير محسوب} one {استدعاء واحد بسعر غير معروف غير محسوب} two {استدعاءان بسعر غير معروف غير محسوبين} few {# استدعاءات بسعر غير معروف غير محسوبة} many {# استدعاءً بسعر غير معروف غير محسوب} other {# استدعاء بسعر غير معروف غير محسوب}}',
  },

  nobodyTitle: { fr: 'Aucun modèle n’est interrogé', en: 'No model is asked', ar: 'لا يُسأل أي نموذج' },
  nobodyAuto: {
    fr: 'Il n’y a pas encore de clé. Tout fonctionne avec le calcul intégré, gratuitement et sans rien envoyer.',
    en: 'There is no key yet. Everything works with the built-in computing, free of charge and without sending anything.',
    ar: 'لا يوجد مفتاح بعد. يعمل كل شيء بالحساب المدمج، مجانًا ودون إرسال أي شيء.',
  },
  nobodyChosen: {
    fr: '{provider} est choisi, mais il lui manque une clé ou un modèle : le calcul intégré répond à sa place.',
    en: '{provider} is chosen but lacks a key or a model: the built-in computing answers instead.',
    ar: 'اخترت {provider} لكن ينقصه مفتاح أو نموذج: يجيب الحساب المدمج بدلًا منه.',
  },
  budgetReached: {
    fr: 'Le budget du mois est atteint : le calcul intégré répond jusqu’au mois prochain.',
    en: 'This month’s budget is reached: the built-in computing answers until next month.',
    ar: 'بلغت ميزانية الشهر حدّها: يجيب الحساب المدمج حتى الشهر المقبل.',
  },

  choiceTitle: { fr: 'Qui répond', en: 'Who answers', ar: 'من يجيب' },
  choice: { fr: 'Fournisseur', en: 'Provider', ar: 'المزوّد' },
  auto: { fr: 'Automatique', en: 'Automatic', ar: 'تلقائي' },
  autoText: {
    fr: 'OpenRouter s’il a une clé, sinon l’autre, sinon le calcul intégré',
    en: 'OpenRouter if it has a key, else the other, else built-in',
    ar: 'OpenRouter إن كان له مفتاح، وإلا الآخر، وإلا الحساب المدمج',
  },
  openrouterText: { fr: 'Une clé pour des centaines de modèles', en: 'One key for hundreds of models', ar: 'مفتاح واحد لمئات النماذج' },
  openaiText: {
    fr: 'OpenAI, ou un serveur à vous qui parle comme lui',
    en: 'OpenAI, or a server of yours that speaks the same',
    ar: 'OpenAI أو خادم خاص بك يتكلم مثله',
  },
  embeddedText: { fr: 'Gratuit, rien ne sort du studio', en: 'Free, nothing leaves the studio', ar: 'مجاني، ولا شيء يغادر الاستوديو' },
  budget: { fr: 'Budget par mois', en: 'Budget a month', ar: 'الميزانية الشهرية' },
  budgetHint: {
    fr: 'En dollars, pour les textes et les images ; vide pour aucun plafond. Une fois atteint, le calcul intégré répond et le peintre du studio dessine. Avec 0, seuls les modèles gratuits sont interrogés.',
    en: 'In dollars, for texts and pictures; empty for no limit. Once reached, the built-in computing answers and the studio’s painter draws. With 0 only free models are asked.',
    ar: 'بالدولار، للنصوص والصور معًا؛ اتركه فارغًا لعدم وضع حد. عند بلوغه يجيب الحساب المدمج ويرسم رسّام الاستوديو. مع القيمة 0 لا تُسأل إلا النماذج المجانية.',
  },
  rerank: {
    fr: 'Avis du modèle sur les vingt premiers d’une recherche IA',
    en: 'The model’s opinion on the first twenty of an AI search',
    ar: 'رأي النموذج في أول عشرين نتيجة من البحث الذكي',
  },
  rerankHint: {
    fr: 'Il lit des textes sans nom, contact ni code. Notre classement reste affiché ; l’avis déplace l’ordre de 30 %.',
    en: 'It reads texts without names, contacts or codes. Our ranking stays shown; the opinion moves the order by 30%.',
    ar: 'يقرأ نصوصًا بلا أسماء ولا جهات اتصال ولا رموز. يبقى ترتيبنا ظاهرًا، ويغيّر رأيه الترتيب بنسبة 30٪.',
  },
  autoEmail: {
    fr: 'Écrire sans confirmation aux personnes qui correspondent',
    en: 'Write to people who match without asking',
    ar: 'مراسلة الأشخاص المطابقين دون تأكيد',
  },
  autoEmailHint: {
    fr: 'Désactivé : le recruteur choisit à qui écrire. Activé : chaque personne à 50 ou plus reçoit un e-mail dès la recherche, une seule fois.',
    en: 'Off: the recruiter chooses whom to write to. On: everybody with 50 or more gets an e-mail as soon as the search is made, once.',
    ar: 'معطّل: يختار المسؤول من يراسله. مفعّل: كل شخص بدرجة 50 أو أكثر تصله رسالة فور البحث، مرة واحدة.',
  },
  mayBeKept: {
    fr: 'OpenRouter peut choisir des hébergeurs qui gardent les questions',
    en: 'OpenRouter may choose hosts that keep questions',
    ar: 'يجوز لـ OpenRouter اختيار مضيفين يحتفظون بالأسئلة',
  },
  mayBeKeptHint: {
    fr: 'Beaucoup de modèles gratuits l’exigent. Sans cela, OpenRouter répond parfois qu’aucun hébergeur ne convient.',
    en: 'Many free models demand it. Without it OpenRouter sometimes says that no host will do.',
    ar: 'تشترط ذلك نماذج مجانية كثيرة. بدونه قد يجيب OpenRouter بأنه لا يوجد مضيف مناسب.',
  },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saved: { fr: 'Réglages enregistrés', en: 'Settings saved', ar: 'تم حفظ الإعدادات' },

  key: { fr: 'Clé', en: 'Key', ar: 'المفتاح' },
  keyFromSetting: {
    fr: 'enregistrée ici, se termine par {ending}',
    en: 'set here, ends with {ending}',
    ar: 'محفوظ هنا، ينتهي بـ {ending}',
  },
  keyFromEnvironment: {
    fr: 'donnée par l’environnement, se termine par {ending}',
    en: 'given by the environment, ends with {ending}',
    ar: 'معطى من بيئة التشغيل، ينتهي بـ {ending}',
  },
  noKey: { fr: 'aucune clé', en: 'no key', ar: 'لا يوجد مفتاح' },
  noKeyNeeded: { fr: 'aucune clé, aucune n’est nécessaire', en: 'no key, none is needed', ar: 'لا يوجد مفتاح ولا حاجة إليه' },
  alsoInEnvironment: {
    fr: 'L’environnement en donne une aussi ; celle d’ici passe avant.',
    en: 'The environment gives one too; the one set here goes first.',
    ar: 'تعطي بيئة التشغيل مفتاحًا أيضًا؛ المحفوظ هنا له الأولوية.',
  },
  address: { fr: 'Adresse', en: 'Address', ar: 'العنوان' },
  newKey: { fr: 'Nouvelle clé', en: 'New key', ar: 'مفتاح جديد' },
  newKeyHint: {
    fr: 'Elle est chiffrée et ne sera plus jamais montrée.',
    en: 'It is encrypted and never shown again.',
    ar: 'يُشفَّر ولا يُعرض مرة أخرى أبدًا.',
  },
  saveKey: { fr: 'Enregistrer et essayer', en: 'Save and try', ar: 'حفظ وتجربة' },
  tryKey: { fr: 'Essayer la clé', en: 'Try the key', ar: 'تجربة المفتاح' },
  tryServer: { fr: 'Essayer le serveur', en: 'Try the server', ar: 'تجربة الخادم' },
  removeKey: { fr: 'Retirer la clé', en: 'Remove the key', ar: 'إزالة المفتاح' },
  keySaved: { fr: 'Clé de {provider} enregistrée', en: 'Key of {provider} saved', ar: 'تم حفظ مفتاح {provider}' },
  keyRemoved: { fr: 'Clé de {provider} retirée', en: 'Key of {provider} removed', ar: 'تمت إزالة مفتاح {provider}' },
  badKey: {
    fr: 'Une clé est faite de lettres, de chiffres et de signes, sans espace',
    en: 'A key is made of letters, digits and signs, without spaces',
    ar: 'يتكوّن المفتاح من حروف وأرقام وعلامات، دون مسافات',
  },
  removeTitle: { fr: 'Retirer cette clé ?', en: 'Remove this key?', ar: 'إزالة هذا المفتاح؟' },
  removeText: {
    fr: 'Elle est effacée et ne peut pas être retrouvée ici.',
    en: 'It is erased and cannot be found here again.',
    ar: 'يُمحى ولا يمكن استرجاعه هنا.',
  },
  afterRemoval: {
    fr: 'Les questions iront au prochain fournisseur configuré, sinon au calcul intégré.',
    en: 'Questions go to the next configured provider, else to the built-in computing.',
    ar: 'تذهب الأسئلة إلى المزوّد التالي المهيأ، وإلا إلى الحساب المدمج.',
  },
  removeEnvironment: {
    fr: 'La clé de l’environnement reste et servira.',
    en: 'The key of the environment stays and will be used.',
    ar: 'يبقى مفتاح بيئة التشغيل وسيُستخدم.',
  },
  nothingToRemove: {
    fr: 'Aucune clé n’est enregistrée ici : il n’y a rien à retirer.',
    en: 'No key is set here: there is nothing to remove.',
    ar: 'لا يوجد مفتاح محفوظ هنا: لا شيء لإزالته.',
  },

  models: { fr: 'Modèles', en: 'Models', ar: 'النماذج' },
  modelHint: { fr: 'Vide : {model}', en: 'Empty: {model}', ar: 'إن تُرك فارغًا: {model}' },
  modelHintNone: {
    fr: 'Le nom que le serveur lui donne ; sans lui, rien n’est demandé',
    en: 'The name the server gives it; without it nothing is asked',
    ar: 'الاسم الذي يعطيه له الخادم؛ من دونه لا يُسأل شيء',
  },
  model: { fr: 'Modèle', en: 'Model', ar: 'النموذج' },
  badModel: {
    fr: 'Ce n’est pas un nom de modèle : il est fait de lettres, de chiffres et de signes, sans espace',
    en: 'This is not the name of a model: it is made of letters, digits and signs, without spaces',
    ar: 'هذا ليس اسم نموذج: يتكوّن من حروف لاتينية وأرقام وعلامات، دون مسافات',
  },
  badBudget: {
    fr: 'Un montant en dollars, de 0 à 1 000 000',
    en: 'An amount in dollars, from 0 to 1,000,000',
    ar: 'مبلغ بالدولار من 0 إلى 1000000',
  },
});
