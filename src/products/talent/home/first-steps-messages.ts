import { type Message, messages } from '#kernel/message.ts';

/** What is to be done, and what it is good for. */
interface StepWords {
  readonly label: Message;
  readonly why: Message;
}

export const m = messages({
  profile: { fr: 'Premiers pas : votre profil', en: 'First steps: your profile', ar: 'الخطوات الأولى: ملفك' },
  casting: { fr: 'Premiers pas : le casting', en: 'First steps: casting', ar: 'الخطوات الأولى: اختيار الممثلين' },
  studio: {
    fr: 'Premiers pas : images, posts et films',
    en: 'First steps: pictures, posts and films',
    ar: 'الخطوات الأولى: الصور والمنشورات والأفلام',
  },
  progress: { fr: 'Étapes faites', en: 'Steps done', ar: 'الخطوات المنجزة' },
  counted: { fr: '{done} sur {total}', en: '{done} of {total}', ar: '{done} من {total}' },
  gain: { fr: '+{points} points', en: '+{points} points', ar: '+{points} نقطة' },
  done: { fr: 'Fait', en: 'Done', ar: 'تم' },
  todo: { fr: 'À faire', en: 'To do', ar: 'للإنجاز' },
  hide: { fr: 'Ne plus afficher', en: 'Do not show again', ar: 'عدم الإظهار مجددًا' },
  hidden: {
    fr: 'La liste est rangée. Vous pouvez la revoir en bas de l’accueil.',
    en: 'The list is put away. You can see it again at the end of the home page.',
    ar: 'تم إخفاء القائمة. يمكنك رؤيتها مجددًا في أسفل الصفحة الرئيسية.',
  },
  again: { fr: 'Revoir les premiers pas', en: 'See the first steps again', ar: 'عرض الخطوات الأولى مجددًا' },
  shown: { fr: 'Les premiers pas sont de retour.', en: 'The first steps are back.', ar: 'عادت الخطوات الأولى.' },
});

const words = <T extends Readonly<Record<string, StepWords>>>(group: T): T => group;
export const steps = words({
  photo: {
    label: { fr: 'Ajouter votre photo', en: 'Add your photo', ar: 'أضف صورتك' },
    why: { fr: 'Le premier regard d’un recruteur.', en: 'The first thing a recruiter sees.', ar: 'أول ما يراه مسؤول التوظيف.' },
  },
  cv: {
    label: { fr: 'Envoyer votre CV', en: 'Send your CV', ar: 'أرسل سيرتك الذاتية' },
    why: {
      fr: 'Il est lu, et vos compétences vous sont proposées.',
      en: 'It is read, and your skills are suggested to you.',
      ar: 'تتم قراءتها واقتراح مهاراتك عليك.',
    },
  },
  talents: {
    label: { fr: 'Choisir vos talents', en: 'Choose your talents', ar: 'اختر مواهبك' },
    why: { fr: 'C’est par eux qu’on vous cherche.', en: 'They are what people search for.', ar: 'من خلالها يُبحث عنك.' },
  },
  languages: {
    label: { fr: 'Dire vos langues', en: 'Say your languages', ar: 'اذكر لغاتك' },
    why: { fr: 'Beaucoup de rôles en demandent une.', en: 'Many roles ask for one.', ar: 'كثير من الأدوار تتطلب لغة.' },
  },
  bio: {
    label: { fr: 'Vous présenter en quelques lignes', en: 'Introduce yourself in a few lines', ar: 'عرّف بنفسك في بضعة أسطر' },
    why: { fr: 'Ce que vous avez fait, ce que vous cherchez.', en: 'What you did, what you look for.', ar: 'ما أنجزته وما تبحث عنه.' },
  },
  public: {
    label: { fr: 'Rendre votre profil public', en: 'Make your profile public', ar: 'اجعل ملفك عامًا' },
    why: { fr: 'Sans vos contacts, jamais.', en: 'Never with your contacts.', ar: 'دون وسائل الاتصال بك أبدًا.' },
  },
  production: {
    label: { fr: 'Créer une société de production', en: 'Create a production company', ar: 'أنشئ شركة إنتاج' },
    why: {
      fr: 'Avec son sceau, les talents savent à qui ils ont affaire.',
      en: 'With its seal, talents know who they deal with.',
      ar: 'بختمها يعرف الموهوبون مع من يتعاملون.',
    },
  },
  project: {
    label: { fr: 'Ouvrir un projet', en: 'Open a project', ar: 'افتح مشروعًا' },
    why: {
      fr: 'Film, série ou publicité, avec ses jours de tournage.',
      en: 'A film, a series or a campaign, with its shooting days.',
      ar: 'فيلم أو مسلسل أو إعلان مع أيام تصويره.',
    },
  },
  assignment: {
    label: { fr: 'Retenir un talent', en: 'Assign a talent', ar: 'اختر موهبة' },
    why: { fr: 'Les jours déjà pris sont signalés avant.', en: 'Days that are taken are shown before.', ar: 'تُعرض الأيام المحجوزة مسبقًا.' },
  },
  badge: {
    label: { fr: 'Imprimer un badge et le scanner', en: 'Print a badge and scan it', ar: 'اطبع شارة وامسحها' },
    why: { fr: 'Au téléphone, même sans réseau.', en: 'With a phone, even without a network.', ar: 'بالهاتف، حتى دون شبكة.' },
  },
  mark: {
    label: { fr: 'Noter un premier visage', en: 'Mark a first face', ar: 'قيّم أول وجه' },
    why: {
      fr: 'De 1 à 6, au clavier, sans quitter la liste.',
      en: 'From 1 to 6, by a key, without leaving the list.',
      ar: 'من 1 إلى 6 بلوحة المفاتيح دون مغادرة القائمة.',
    },
  },
  shortlist: {
    label: { fr: 'Composer une sélection', en: 'Make a shortlist', ar: 'كوّن قائمة مختصرة' },
    why: {
      fr: 'Un lien suffit pour l’avis d’un client.',
      en: 'One link is enough for a client’s opinion.',
      ar: 'رابط واحد يكفي لأخذ رأي العميل.',
    },
  },
  search: {
    label: { fr: 'Chercher avec un brief', en: 'Search with a brief', ar: 'ابحث بموجز' },
    why: {
      fr: 'Collez-le : les personnes sont classées, avec les raisons.',
      en: 'Paste it: people are ranked, with the reasons.',
      ar: 'الصقه: يُرتَّب الأشخاص مع الأسباب.',
    },
  },
  picture: {
    label: { fr: 'Créer une image', en: 'Make a picture', ar: 'أنشئ صورة' },
    why: { fr: 'Une phrase, quatre variations.', en: 'One sentence, four variations.', ar: 'جملة واحدة وأربعة أشكال.' },
  },
  connection: {
    label: { fr: 'Connecter un compte', en: 'Connect an account', ar: 'وصّل حسابًا' },
    why: {
      fr: 'Instagram, Facebook, TikTok, LinkedIn, X ou YouTube.',
      en: 'Instagram, Facebook, TikTok, LinkedIn, X or YouTube.',
      ar: 'إنستغرام أو فيسبوك أو تيك توك أو لينكدإن أو إكس أو يوتيوب.',
    },
  },
  post: {
    label: { fr: 'Planifier un post', en: 'Plan a post', ar: 'خطط لمنشور' },
    why: { fr: 'Il part à l’heure, une seule fois.', en: 'It goes out on time, once.', ar: 'يُنشر في موعده مرة واحدة.' },
  },
  film: {
    label: { fr: 'Faire un film', en: 'Make a film', ar: 'اصنع فيلمًا' },
    why: { fr: 'D’une seule phrase à la vidéo.', en: 'From one sentence to the video.', ar: 'من جملة واحدة إلى الفيديو.' },
  },
});
