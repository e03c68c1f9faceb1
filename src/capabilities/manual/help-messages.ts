/** What the help says around its pages, and the Arabic titles of texts that are written in French and English. */
import { type Message, messages } from '#kernel/message.ts';
import type { IconName } from '#kernel/page/icons.tsx';
import type { TOPICS } from './library.ts';

export const h = messages({
  title: { fr: 'Aide', en: 'Help', ar: 'المساعدة' },
  lead: {
    fr: 'Une page courte par tâche, avec des images.',
    en: 'A short page for each task, with pictures.',
    ar: 'صفحة قصيرة لكل مهمة، مع صور.',
  },
  find: { fr: 'Chercher dans l’aide', en: 'Search the help', ar: 'ابحث في المساعدة' },
  findHint: { fr: 'badge, CV, publier…', en: 'badge, CV, publish…', ar: 'شارة، سيرة ذاتية، نشر…' },
  none: {
    fr: 'Aucune page ne contient ces mots. Essayez un mot plus court.',
    en: 'No page has these words. Try a shorter one.',
    ar: 'لا توجد صفحة بهذه الكلمات. جرّب كلمة أقصر.',
  },
  beside: { fr: 'À voir aussi', en: 'See also', ar: 'انظر أيضًا' },
  developers: { fr: 'Vous écrivez un programme ?', en: 'Are you writing a program?', ar: 'هل تكتب برنامجًا؟' },
  talents: { fr: 'Mon compte et mon profil', en: 'My account and profile', ar: 'حسابي وملفي' },
  casting: { fr: 'Chercher et engager', en: 'Finding and hiring', ar: 'البحث والتعاقد' },
  set: { fr: 'Sur le plateau', en: 'On the set', ar: 'في موقع التصوير' },
  images: { fr: 'Images et publications', en: 'Images and posts', ar: 'الصور والمنشورات' },
  films: { fr: 'Films', en: 'Films', ar: 'الأفلام' },
});

type Topic = (typeof TOPICS)[number];

export const TOPIC_GROUPS: readonly { key: string; title: Message; icon: IconName; slugs: readonly string[] }[] = [
  group('talents', h.talents, 'user', ['sign-up', 'my-profile', 'cv', 'cinema-registration', 'notifications', 'privacy']),
  group('casting', h.casting, 'search', ['search', 'ai-casting', 'projects']),
  group('set', h.set, 'scan', ['badges', 'presence']),
  group('images', h.images, 'images', ['image-studio', 'calendar', 'connections']),
  group('films', h.films, 'film', ['films', 'timeline']),
];

function group(key: string, title: Message, icon: IconName, slugs: readonly Topic[]): (typeof TOPIC_GROUPS)[number] {
  return { key, title, icon, slugs };
}

export const arabicTitles: Readonly<Record<string, string>> = {
  'sign-up': 'التسجيل',
  'my-profile': 'ملفي ورمزي',
  cv: 'قراءة السيرة الذاتية',
  'cinema-registration': 'التسجيل في السينما',
  search: 'البحث عن أشخاص',
  'ai-casting': 'اختيار الممثلين بالذكاء الاصطناعي',
  projects: 'المشاريع والتفرغ',
  badges: 'الشارات',
  presence: 'تسجيل الحضور دون شبكة',
  'image-studio': 'استوديو الصور',
  calendar: 'روزنامة المنشورات',
  connections: 'ربط الحسابات',
  films: 'صناعة فيلم',
  timeline: 'الخط الزمني',
  notifications: 'الإشعارات',
  privacy: 'الخصوصية',
} satisfies Record<Topic, string>;
