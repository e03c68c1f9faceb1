/** What the administrator reads about the legal pages. */
import { messages } from '#kernel/message.ts';

export const editor = messages({
  cardTitle: { fr: 'Pages légales', en: 'Legal pages', ar: 'الصفحات القانونية' },
  cardLead: {
    fr: 'Une page fermée répond 404 et n’est plus liée nulle part.',
    en: 'A closed page answers 404 and is linked from nowhere.',
    ar: 'الصفحة المغلقة تجيب بـ 404 ولا يُشار إليها من أي مكان.',
  },
  published: { fr: 'Pages publiées', en: 'Published pages', ar: 'الصفحات المنشورة' },
  saveSwitches: { fr: 'Enregistrer les pages publiées', en: 'Save the published pages', ar: 'حفظ الصفحات المنشورة' },
  texts: { fr: 'Leurs textes', en: 'Their texts', ar: 'نصوصها' },
  edit: { fr: 'Modifier', en: 'Edit', ar: 'تعديل' },
  editPage: { fr: 'Modifier : {page}', en: 'Edit: {page}', ar: 'تعديل: {page}' },
  shippedText: { fr: 'Texte du studio', en: 'The studio’s text', ar: 'نص الاستوديو' },
  ownText: { fr: 'Votre texte : {languages}', en: 'Your text: {languages}', ar: 'نصكم: {languages}' },
  noText: { fr: 'Pas encore de texte', en: 'No text yet', ar: 'لا نص بعد' },
  open: { fr: 'Publiée', en: 'Published', ar: 'منشورة' },
  closed: { fr: 'Fermée', en: 'Closed', ar: 'مغلقة' },
  nothingToSay: {
    fr: 'Cette page n’a pas encore de texte : écrivez-le d’abord.',
    en: 'This page has no text yet: write it first.',
    ar: 'لا نص لهذه الصفحة بعد: اكتبوه أولًا.',
  },
  lead: {
    fr: 'Sans texte à vous, la page montre celui du studio. En anglais et en arabe, sans traduction, elle montre votre texte français.',
    en: 'Without a text of yours the page shows the studio’s. In English and Arabic, without a translation, it shows your French text.',
    ar: 'من دون نص خاص بكم تعرض الصفحة نص الاستوديو. وبالإنجليزية والعربية، من دون ترجمة، تعرض نصكم الفرنسي.',
  },
  languages: { fr: 'Langue du texte', en: 'Language of the text', ar: 'لغة النص' },
  format: { fr: 'Écrit en', en: 'Written in', ar: 'مكتوب بصيغة' },
  markdownText: { fr: '## Titre, **gras**, - liste', en: '## Heading, **bold**, - list', ar: '## عنوان، **غامق**، - قائمة' },
  htmlText: {
    fr: 'Titres, paragraphes, listes, liens et tableaux',
    en: 'Headings, paragraphs, lists, links and tables',
    ar: 'عناوين وفقرات وقوائم وروابط وجداول',
  },
  text: { fr: 'Texte de la page', en: 'Text of the page', ar: 'نص الصفحة' },
  textHint: {
    fr: 'Le titre de la page y est déjà. Scripts, styles, images et cadres sont retirés. Vide : le texte du studio.',
    en: 'The title of the page is there already. Scripts, styles, pictures and frames are taken out. Empty: the studio’s text.',
    ar: 'عنوان الصفحة موجود مسبقًا. تُزال البرامج النصية والأنماط والصور والإطارات. إن تُرك فارغًا: نص الاستوديو.',
  },
  preview: { fr: 'Aperçu', en: 'Preview', ar: 'معاينة' },
  previewLead: {
    fr: 'Rien n’est encore enregistré.',
    en: 'Nothing is saved yet.',
    ar: 'لم يُحفظ شيء بعد.',
  },
  save: { fr: 'Enregistrer le texte', en: 'Save the text', ar: 'حفظ النص' },
  see: { fr: 'Voir la page', en: 'See the page', ar: 'عرض الصفحة' },
  saved: { fr: 'Texte enregistré.', en: 'Text saved.', ar: 'حُفظ النص.' },
  forgotten: { fr: 'Votre texte a été retiré.', en: 'Your text was removed.', ar: 'أُزيل نصكم.' },
  removed: { fr: 'Retiré du texte : {names}.', en: 'Taken out of the text: {names}.', ar: 'أُزيل من النص: {names}.' },
  tooMuch: {
    fr: 'Ce texte ouvre trop de balises sans les fermer. Simplifiez-le.',
    en: 'This text opens too many tags without closing them. Simplify it.',
    ar: 'يفتح هذا النص وسومًا كثيرة دون إغلاقها. بسّطوه.',
  },
  stillOpen: {
    fr: 'La page est publiée et n’a pas d’autre texte : fermez-la d’abord.',
    en: 'The page is published and has no other text: close it first.',
    ar: 'الصفحة منشورة ولا نص آخر لها: أغلقوها أولًا.',
  },
});
