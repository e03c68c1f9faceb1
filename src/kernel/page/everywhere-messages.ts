/** Words of the search over the whole studio, of the palette, and of the keys. */
import { messages } from '../message.ts';

export const everywhereMessages = messages({
  title: { fr: 'Recherche', en: 'Search', ar: 'البحث' },
  lead: {
    fr: 'Personnes, films, images, posts, pages et actions : tout ce qui vous est ouvert.',
    en: 'People, films, pictures, posts, pages and actions: all that is open to you.',
    ar: 'أشخاص وأفلام وصور ومنشورات وصفحات وإجراءات: كل ما هو متاح لك.',
  },
  label: { fr: 'Chercher partout', en: 'Search everywhere', ar: 'البحث في كل مكان' },
  placeholder: {
    fr: 'Une personne, un film, une page, une action…',
    en: 'A person, a film, a page, an action…',
    ar: 'شخص، فيلم، صفحة، إجراء…',
  },
  acts: { fr: 'Actions', en: 'Actions', ar: 'إجراءات' },
  pages: { fr: 'Pages', en: 'Pages', ar: 'الصفحات' },
  recent: { fr: 'Vus récemment', en: 'Seen lately', ar: 'تمت مشاهدته مؤخرًا' },
  everything: { fr: 'Tout voir', en: 'See all', ar: 'عرض الكل' },
  nothing: { fr: 'Aucun résultat. Essayez un autre mot.', en: 'Nothing found. Try another word.', ar: 'لا توجد نتائج. جرّب كلمة أخرى.' },
  nothingText: {
    fr: 'Le début d’un mot suffit ; les accents et les majuscules ne comptent pas.',
    en: 'The beginning of a word is enough; accents and capitals do not matter.',
    ar: 'تكفي بداية الكلمة؛ لا فرق بين الأحرف الكبيرة والصغيرة ولا علامات التشكيل.',
  },
  failed: {
    fr: 'La recherche ne répond pas. Réessayez dans un instant.',
    en: 'The search does not answer. Try again in a moment.',
    ar: 'البحث لا يستجيب. حاول بعد لحظة.',
  },
  results: { fr: 'Résultats : {count}', en: 'Results: {count}', ar: 'النتائج: {count}' },
  themeLight: { fr: 'Apparence claire', en: 'Light appearance', ar: 'مظهر فاتح' },
  themeDark: { fr: 'Apparence sombre', en: 'Dark appearance', ar: 'مظهر داكن' },
  languageTo: { fr: 'Langue : {name}', en: 'Language: {name}', ar: 'اللغة: {name}' },
  keys: { fr: 'Clavier', en: 'Keyboard', ar: 'لوحة المفاتيح' },
  keysEverywhere: { fr: 'Partout', en: 'Everywhere', ar: 'في كل مكان' },
  keyPalette: { fr: 'Chercher, aller, agir', en: 'Search, go, act', ar: 'بحث وانتقال وتنفيذ' },
  keySearch: { fr: 'Champ de recherche de la page', en: 'Search field of the page', ar: 'حقل البحث في الصفحة' },
  keyHelp: { fr: 'Cette aide', en: 'This help', ar: 'هذه المساعدة' },
  keyGo: { fr: 'Aller à : {name}', en: 'Go to: {name}', ar: 'الانتقال إلى: {name}' },
  keysOn: { fr: 'Raccourcis d’une seule touche', en: 'Single-key shortcuts', ar: 'اختصارات المفتاح الواحد' },
  keysOnHint: {
    fr: 'Décochez si une commande vocale ou une touche pressée par mégarde les déclenche.',
    en: 'Untick when speech input or a key pressed by accident sets them off.',
    ar: 'ألغِ التحديد إذا كان الإدخال الصوتي أو الضغط بالخطأ يشغّلها.',
  },
});
