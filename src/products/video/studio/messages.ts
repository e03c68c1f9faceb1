/** The list of films, and the form that begins one. */
import { messages } from '#kernel/message.ts';

export const list = messages({
  title: { fr: 'Films', en: 'Films', ar: 'الأفلام' },
  lead: {
    fr: 'Une phrase suffit : le script, les images, la voix, la musique et le montage suivent.',
    en: 'One sentence is enough: the script, pictures, voice, music and editing follow.',
    ar: 'جملة واحدة تكفي: النص والصور والصوت والموسيقى والمونتاج تأتي بعدها.',
  },
  all: { fr: 'Tous', en: 'All', ar: 'الكل' },
  cards: { fr: 'Cartes', en: 'Cards', ar: 'بطاقات' },
  table: { fr: 'Tableau', en: 'Table', ar: 'جدول' },
  sort: { fr: 'Trier par', en: 'Sort by', ar: 'ترتيب حسب' },
  newest: { fr: 'Les plus récents', en: 'Newest', ar: 'الأحدث' },
  oldest: { fr: 'Les plus anciens', en: 'Oldest', ar: 'الأقدم' },
  changedLast: { fr: 'Modifiés récemment', en: 'Changed last', ar: 'المعدّلة مؤخرًا' },
  byTitle: { fr: 'Titre, de A à Z', en: 'Title, A to Z', ar: 'العنوان من الألف إلى الياء' },
  byTitleDown: { fr: 'Titre, de Z à A', en: 'Title, Z to A', ar: 'العنوان من الياء إلى الألف' },
  filmTitle: { fr: 'Titre', en: 'Title', ar: 'العنوان' },
  length: { fr: 'Durée', en: 'Length', ar: 'المدة' },
  ratio: { fr: 'Format', en: 'Ratio', ar: 'المقاس' },
  updated: { fr: 'Modifié', en: 'Changed', ar: 'آخر تعديل' },
  created: { fr: 'Créé', en: 'Created', ar: 'تاريخ الإنشاء' },
  search: { fr: 'Chercher un film', en: 'Search films', ar: 'البحث عن فيلم' },
  status: { fr: 'État', en: 'State', ar: 'الحالة' },
  total: {
    fr: '{total, plural, =0 {Aucun film} one {# film} other {# films}}',
    en: '{total, plural, =0 {No film} one {# film} other {# films}}',
    ar: '{total, plural, =0 {لا أفلام} one {فيلم واحد} two {فيلمان} few {# أفلام} many {# فيلمًا} other {# فيلم}}',
  },
  empty: { fr: 'Votre premier film', en: 'Your first film', ar: 'فيلمك الأول' },
  emptyText: {
    fr: 'Choisissez un exemple : son script s’écrit aussitôt, et vous changez ce que vous voulez avant de le tourner.',
    en: 'Choose an example: its script is written at once, and you change what you like before it is made.',
    ar: 'اختر مثالًا: يُكتب نصه فورًا، وتغيّر ما تشاء قبل إنتاجه.',
  },
  own: { fr: 'Écrire ma phrase', en: 'Write my own sentence', ar: 'كتابة جملتي' },
  noMatch: { fr: 'Aucun film ne correspond', en: 'No film matches', ar: 'لا يوجد فيلم مطابق' },
  noMatchText: { fr: 'Changez les mots ou l’état cherché.', en: 'Change the words or the state.', ar: 'غيّر الكلمات أو الحالة.' },
  clear: { fr: 'Tout afficher', en: 'Show all', ar: 'عرض الكل' },
  progress: { fr: 'Avancement', en: 'Progress', ar: 'التقدم' },
});

export const wizard = messages({
  title: { fr: 'Nouveau film', en: 'New film', ar: 'فيلم جديد' },
  lead: {
    fr: 'Dites ce que le film raconte. Vous relirez le script avant que quoi que ce soit ne soit fabriqué.',
    en: 'Say what the film is about. You read the script before anything is made.',
    ar: 'قل عمّا يتحدث الفيلم. ستقرأ النص قبل إنتاج أي شيء.',
  },
  prompt: { fr: 'Votre phrase, ou votre brief', en: 'Your sentence, or your brief', ar: 'جملتك أو ملخصك' },
  promptHint: {
    fr: 'Le sujet, pour qui, sur quel ton. Un texte déjà écrit est gardé mot pour mot.',
    en: 'The subject, for whom, in what tone. A text that is written already is kept word for word.',
    ar: 'الموضوع والجمهور والنبرة. النص الجاهز يُحفظ كما هو حرفيًا.',
  },
  placeholder: {
    fr: 'Les étapes de la fabrication d’un tapis berbère, pour des visiteurs curieux…',
    en: 'How a Berber carpet is made, step by step, for curious visitors…',
    ar: 'مراحل صناعة زربية أمازيغية، لزوار فضوليين…',
  },
  examples: { fr: 'Exemples', en: 'Examples', ar: 'أمثلة' },
  choices: { fr: 'Durée, format, voix, musique…', en: 'Length, shape, voice, music…', ar: 'المدة والشكل والصوت والموسيقى…' },
  choicesHint: {
    fr: 'Tout a déjà une valeur qui convient.',
    en: 'Everything already has a value that fits.',
    ar: 'لكل شيء قيمة مناسبة مسبقًا.',
  },
  name: { fr: 'Titre', en: 'Title', ar: 'العنوان' },
  nameHint: { fr: 'Vide : les premiers mots de la phrase.', en: 'Empty: the first words of the sentence.', ar: 'فارغ: أولى كلمات الجملة.' },
  duration: { fr: 'Durée', en: 'Length', ar: 'المدة' },
  seconds: { fr: '{seconds} s', en: '{seconds} s', ar: '{seconds} ث' },
  minutes: { fr: '{minutes} min', en: '{minutes} min', ar: '{minutes} د' },
  ratio: { fr: 'Format', en: 'Shape', ar: 'الشكل' },
  language: { fr: 'Langue', en: 'Language', ar: 'اللغة' },
  sameLanguage: { fr: 'Celle de la phrase', en: 'That of the sentence', ar: 'لغة الجملة' },
  tone: { fr: 'Ton du texte', en: 'Tone of the words', ar: 'نبرة النص' },
  pictures: { fr: 'Style des images', en: 'Style of the pictures', ar: 'أسلوب الصور' },
  voice: { fr: 'Voix', en: 'Voice', ar: 'الصوت' },
  voiceAuto: { fr: 'Celle de la langue', en: 'That of the language', ar: 'صوت اللغة' },
  voiceAutoHint: {
    fr: 'La première voix qui parle la langue du film.',
    en: 'The first voice that speaks the language of the film.',
    ar: 'أول صوت يتكلم لغة الفيلم.',
  },
  silent: { fr: 'Film muet', en: 'Silent film', ar: 'فيلم صامت' },
  silentHint: { fr: 'Les mots s’affichent à l’image.', en: 'The words stand on the picture.', ar: 'تظهر الكلمات على الصورة.' },
  music: { fr: 'Musique', en: 'Music', ar: 'الموسيقى' },
  captions: { fr: 'Sous-titres', en: 'Captions', ar: 'الترجمة النصية' },
  captionSize: { fr: 'Taille', en: 'Size', ar: 'الحجم' },
  captionPlace: { fr: 'Place', en: 'Place', ar: 'الموضع' },
  budget: { fr: 'Dépense maximale (USD)', en: 'Most to be spent (USD)', ar: 'أقصى إنفاق (دولار)' },
  budgetHint: {
    fr: 'Vide : pas de limite propre à ce film.',
    en: 'Empty: no bound of its own for this film.',
    ar: 'فارغ: لا حد خاصًا بهذا الفيلم.',
  },
  send: { fr: 'Écrire le script', en: 'Write the script', ar: 'كتابة النص' },
  estimate: { fr: 'Estimation', en: 'Estimate', ar: 'التقدير' },
  montageTime: { fr: 'Montage : environ {time}', en: 'Editing: about {time}', ar: 'المونتاج: نحو {time}' },
  wholeTime: { fr: 'En tout : environ {time}', en: 'In all: about {time}', ar: 'الكل: نحو {time}' },
  free: {
    fr: 'Gratuit : tout est fait sur cette machine.',
    en: 'Free: everything is made on this machine.',
    ar: 'مجانًا: كل شيء يُنتج على هذا الجهاز.',
  },
  atMost: { fr: 'Au plus {cost}', en: 'At most {cost}', ar: 'على الأكثر {cost}' },
  unknownCost: {
    fr: 'Coût inconnu : le prestataire ne dit pas son prix d’avance.',
    en: 'Unknown cost: the provider does not tell its price beforehand.',
    ar: 'كلفة مجهولة: المزوّد لا يذكر سعره مسبقًا.',
  },
  made: { fr: 'Qui fabrique : {makers}', en: 'Who makes it: {makers}', ar: 'من ينتج: {makers}' },
  scriptFree: {
    fr: 'Le script vient d’abord ; rien n’est acheté tant que vous n’avez pas dit oui.',
    en: 'The script comes first; nothing is bought before you say yes.',
    ar: 'النص أولًا؛ ولا يُشترى شيء قبل موافقتك.',
  },
  seconds_long: {
    fr: '{count, plural, one {# seconde} other {# secondes}}',
    en: '{count, plural, one {# second} other {# seconds}}',
    ar: '{count, plural, zero {# ثانية} one {ثانية واحدة} two {ثانيتان} few {# ثوانٍ} many {# ثانية} other {# ثانية}}',
  },
  minutes_long: {
    fr: '{count, plural, one {# minute} other {# minutes}}',
    en: '{count, plural, one {# minute} other {# minutes}}',
    ar: '{count, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  },
  begun: { fr: 'Le script s’écrit.', en: 'The script is being written.', ar: 'النص قيد الكتابة.' },
  you: { fr: 'vous', en: 'you', ar: 'أنت' },
  model: { fr: 'un modèle', en: 'a model', ar: 'نموذج لغوي' },
  here: { fr: 'cette machine', en: 'this machine', ar: 'هذا الجهاز' },
});

/** One press makes a film of each. */
export const examples = [
  messages({
    name: { fr: 'Un métier', en: 'A craft', ar: 'حرفة' },
    prompt: {
      fr: 'Comment naît un tapis berbère, du mouton au salon, raconté simplement à des visiteurs',
      en: 'How a Berber carpet is born, from the sheep to the living room, told simply to visitors',
      ar: 'كيف تولد الزربية الأمازيغية، من الصوف إلى البيت، بحكاية بسيطة للزوار',
    },
  }),
  messages({
    name: { fr: 'Un lieu', en: 'A place', ar: 'مكان' },
    prompt: {
      fr: 'Une journée à Ouarzazate, entre les studios de cinéma, les kasbahs et le désert',
      en: 'A day in Ouarzazate, between the film studios, the kasbahs and the desert',
      ar: 'يوم في ورزازات بين استوديوهات السينما والقصبات والصحراء',
    },
  }),
  messages({
    name: { fr: 'Une explication', en: 'An explanation', ar: 'شرح' },
    prompt: {
      fr: 'L’énergie solaire expliquée aux débutants, avec des exemples de la vie de tous les jours',
      en: 'Solar energy explained to beginners, with examples of everyday life',
      ar: 'شرح الطاقة الشمسية للمبتدئين بأمثلة من الحياة اليومية',
    },
  }),
  messages({
    name: { fr: 'Un appel', en: 'A call', ar: 'نداء' },
    prompt: {
      fr: 'Une agence cherche des figurants à Dakar pour un long métrage : ce qu’il faut savoir avant de se présenter',
      en: 'An agency looks for extras in Dakar for a feature film: what to know before coming',
      ar: 'وكالة تبحث عن كومبارس في داكار لفيلم طويل: ما يجب معرفته قبل التقدم',
    },
  }),
] as const;
