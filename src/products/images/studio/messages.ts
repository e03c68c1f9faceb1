/** The page where pictures are ordered and watched. */
import { messages } from '#kernel/message.ts';

export const order = messages({
  title: { fr: 'Studio d’images', en: 'Image studio', ar: 'استوديو الصور' },
  lead: {
    fr: 'Décrivez une image, comparez les variations, gardez les meilleures pour vos publications.',
    en: 'Describe a picture, compare the variations, keep the best for your posts.',
    ar: 'صِف صورة، وقارن بين النسخ، واحتفظ بأفضلها لمنشوراتك.',
  },
  prompt: { fr: 'Description de l’image', en: 'What the picture shows', ar: 'وصف الصورة' },
  promptHint: {
    fr: 'Le sujet, le lieu, l’heure, l’ambiance : plus c’est précis, plus l’image vous ressemblera.',
    en: 'The subject, the place, the hour, the mood: the more precise, the closer the picture.',
    ar: 'الموضوع والمكان والوقت والأجواء: كلما كان الوصف أدق، كانت الصورة أقرب لما تريد.',
  },
  placeholder: {
    fr: 'Un coucher de soleil sur une plage tropicale avec des palmiers…',
    en: 'A sunset on a tropical beach with palm trees…',
    ar: 'غروب الشمس على شاطئ استوائي مع أشجار النخيل…',
  },
  examples: { fr: 'Exemples', en: 'Examples', ar: 'أمثلة' },
  style: { fr: 'Style', en: 'Style', ar: 'الأسلوب' },
  size: { fr: 'Format (pixels)', en: 'Size (pixels)', ar: 'المقاس (بكسل)' },
  quality: { fr: 'Qualité', en: 'Quality', ar: 'الجودة' },
  count: { fr: 'Variations', en: 'Variations', ar: 'عدد النسخ' },
  tags: { fr: 'Tags', en: 'Tags', ar: 'الوسوم' },
  tagsHint: { fr: 'Séparés par des virgules', en: 'Separated by commas', ar: 'مفصولة بفواصل' },
  ownTags: { fr: 'Vos tags', en: 'Your tags', ar: 'وسومك' },
  advanced: { fr: 'Réglages avancés', en: 'Advanced settings', ar: 'إعدادات متقدمة' },
  seed: { fr: 'Graine', en: 'Seed', ar: 'البذرة' },
  seedHint: {
    fr: 'La même description avec la même graine redonne la même image. Vide : au hasard.',
    en: 'The same words with the same seed give the same picture again. Empty: by chance.',
    ar: 'الوصف نفسه مع البذرة نفسها يعطي الصورة نفسها. اتركها فارغة للاختيار العشوائي.',
  },
  send: { fr: 'Créer', en: 'Create', ar: 'إنشاء' },
  sending: { fr: 'Commande en cours…', en: 'Ordering…', ar: 'جارٍ الطلب…' },
  painter: { fr: 'Peintre intégré', en: 'Embedded painter', ar: 'الرسام المدمج' },
  embedded: {
    fr: 'Dessiné par le peintre intégré : des illustrations, pas des photographies.',
    en: 'Drawn by the embedded painter: illustrations, not photographs.',
    ar: 'يرسمها الرسام المدمج: رسوم توضيحية وليست صورًا فوتوغرافية.',
  },
  asked: {
    fr: 'Demandé à {providers} ; à défaut, dessiné par le peintre intégré.',
    en: 'Asked of {providers}; if nobody answers, drawn by the embedded painter.',
    ar: 'يُطلب من {providers}؛ وإن لم يستجب أحد، يرسمها الرسام المدمج.',
  },
  ordered: {
    fr: '{count, plural, one {Une image est commandée.} other {# images sont commandées.}}',
    en: '{count, plural, one {One picture is ordered.} other {# pictures are ordered.}}',
    ar: '{count, plural, zero {تم طلب # صورة.} one {تم طلب صورة واحدة.} two {تم طلب صورتين.} few {تم طلب # صور.} many {تم طلب # صورة.} other {تم طلب # صورة.}}',
  },
  tooOften: {
    fr: 'Vous avez commandé beaucoup d’images : réessayez dans {minutes, plural, one {une minute} other {# minutes}}.',
    en: 'You ordered many pictures: try again in {minutes, plural, one {one minute} other {# minutes}}.',
    ar: 'طلبت صورًا كثيرة: أعد المحاولة بعد {minutes, plural, zero {# دقيقة} one {دقيقة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  },
});

export const board = messages({
  title: { fr: 'Vos dernières images', en: 'Your latest pictures', ar: 'أحدث صورك' },
  refresh: { fr: 'Actualiser', en: 'Refresh', ar: 'تحديث' },
  making: {
    fr: '{count, plural, one {Une image en cours} other {# images en cours}}',
    en: '{count, plural, one {One picture in progress} other {# pictures in progress}}',
    ar: '{count, plural, zero {# صورة قيد الإنشاء} one {صورة واحدة قيد الإنشاء} two {صورتان قيد الإنشاء} few {# صور قيد الإنشاء} many {# صورة قيد الإنشاء} other {# صورة قيد الإنشاء}}',
  },
  finished: {
    fr: '{count, plural, one {Une image est prête.} other {# images sont prêtes.}}',
    en: '{count, plural, one {One picture is ready.} other {# pictures are ready.}}',
    ar: '{count, plural, zero {# صورة جاهزة.} one {صورة واحدة جاهزة.} two {صورتان جاهزتان.} few {# صور جاهزة.} many {# صورة جاهزة.} other {# صورة جاهزة.}}',
  },
  offline: {
    fr: 'La connexion est coupée : l’état des images n’est plus à jour.',
    en: 'The connection is cut: what the pictures say is no longer fresh.',
    ar: 'انقطع الاتصال: حالة الصور لم تعد محدثة.',
  },
  notDone: {
    fr: 'Cela n’a pas pu être fait. Rechargez la page et réessayez.',
    en: 'This could not be done. Reload the page and try again.',
    ar: 'تعذر تنفيذ ذلك. أعد تحميل الصفحة وحاول من جديد.',
  },
  empty: { fr: 'Votre première image commence ici', en: 'Your first picture starts here', ar: 'صورتك الأولى تبدأ هنا' },
  emptyText: {
    fr: 'Écrivez une description ou choisissez un exemple : les variations apparaîtront ici, côte à côte.',
    en: 'Write a description or choose an example: the variations will appear here, side by side.',
    ar: 'اكتب وصفًا أو اختر مثالًا: ستظهر النسخ هنا جنبًا إلى جنب.',
  },
  all: { fr: 'Toute la galerie', en: 'The whole gallery', ar: 'المعرض كله' },
  queued: { fr: 'En file', en: 'Queued', ar: 'في الانتظار' },
  painting: { fr: 'En création', en: 'Being made', ar: 'قيد الرسم' },
  about: { fr: 'environ {seconds} s', en: 'about {seconds} s', ar: 'حوالي {seconds} ث' },
  took: { fr: '{seconds} s', en: '{seconds} s', ar: '{seconds} ث' },
  failed: { fr: 'Pas d’image', en: 'No picture', ar: 'لا صورة' },
  validated: { fr: 'Image validée.', en: 'Picture validated.', ar: 'تم اعتماد الصورة.' },
  rejected: { fr: 'Image rejetée.', en: 'Picture rejected.', ar: 'تم رفض الصورة.' },
  number: { fr: 'Image n° {id}', en: 'Picture no. {id}', ar: 'الصورة رقم {id}' },
});

/** What one may begin with: a word for the button, the description it writes. */
export const examples = [
  {
    name: { fr: 'Plage au couchant', en: 'Beach at sunset', ar: 'شاطئ عند الغروب' },
    prompt: {
      fr: 'Un coucher de soleil sur une plage tropicale avec des palmiers',
      en: 'A sunset on a tropical beach with palm trees',
      ar: 'غروب الشمس على شاطئ استوائي مع أشجار النخيل',
    },
  },
  {
    name: { fr: 'Médina', en: 'Medina', ar: 'المدينة القديمة' },
    prompt: {
      fr: 'La médina de Marrakech à l’heure dorée, un marchand d’épices',
      en: 'The medina of Marrakech at golden hour, a spice seller',
      ar: 'مدينة مراكش القديمة في الساعة الذهبية وبائع توابل',
    },
  },
  {
    name: { fr: 'Désert étoilé', en: 'Starry desert', ar: 'صحراء ونجوم' },
    prompt: {
      fr: 'Une caravane de chameaux dans les dunes sous un ciel étoilé',
      en: 'A caravan of camels in the dunes under a starry sky',
      ar: 'قافلة جمال بين الكثبان تحت سماء مرصعة بالنجوم',
    },
  },
  {
    name: { fr: 'Thé à la menthe', en: 'Mint tea', ar: 'شاي بالنعناع' },
    prompt: {
      fr: 'Une tasse de thé à la menthe fumante sur une terrasse au matin',
      en: 'A steaming cup of mint tea on a terrace in the morning',
      ar: 'كوب شاي بالنعناع ساخن على شرفة في الصباح',
    },
  },
  {
    name: { fr: 'Ville du futur', en: 'City of the future', ar: 'مدينة المستقبل' },
    prompt: {
      fr: 'Une ville du futur la nuit, néons et pluie',
      en: 'A city of the future at night, neon and rain',
      ar: 'مدينة مستقبلية ليلًا مع أضواء النيون والمطر',
    },
  },
] as const;
