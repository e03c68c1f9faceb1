import { messages } from '#kernel/message.ts';

/** The page, and the form that is there without a script. */
export const page = messages({
  title: { fr: 'Montage', en: 'Timeline', ar: 'المونتاج' },
  lead: {
    fr: 'Ce qui se voit et s’entend, quand et comment.',
    en: 'What is seen and heard, when and how.',
    ar: 'ما يُرى ويُسمع، متى وكيف.',
  },
  films: { fr: 'Films', en: 'Films', ar: 'الأفلام' },
  none: { fr: 'Pas encore de montage', en: 'No timeline yet', ar: 'لا مونتاج بعد' },
  noneText: {
    fr: 'Le montage automatique se fait quand les images et les voix du film sont prêtes. Lancez le film, puis revenez ici.',
    en: 'The automatic timeline is made once the pictures and voices of the film are ready. Start the film, then come back here.',
    ar: 'يُصنع المونتاج التلقائي عندما تجهز صور الفيلم وأصواته. شغّل الفيلم ثم عد إلى هنا.',
  },
  toFilm: { fr: 'Aller au film', en: 'Go to the film', ar: 'إلى الفيلم' },
  narrow: {
    fr: 'Sur un écran étroit, le montage se règle dans ces tableaux. Les pistes à la main demandent un écran plus large.',
    en: 'On a narrow screen the timeline is set in these tables. The tracks by hand need a wider screen.',
    ar: 'على الشاشة الضيقة يُضبط المونتاج في هذه الجداول. المسارات باليد تحتاج إلى شاشة أعرض.',
  },
  noScript: {
    fr: 'Sans JavaScript, le montage se règle dans ces tableaux.',
    en: 'Without JavaScript the timeline is set in these tables.',
    ar: 'بدون JavaScript يُضبط المونتاج في هذه الجداول.',
  },
  tables: {
    fr: 'Changer la durée d’une image décale tout ce qui la suit.',
    en: 'A new length of a picture moves all that follows it.',
    ar: 'تغيير مدة صورة يزيح كل ما بعدها.',
  },
  video: { fr: 'Images et clips', en: 'Pictures and clips', ar: 'الصور والمقاطع' },
  audio: { fr: 'Voix', en: 'Voices', ar: 'الأصوات' },
  music: { fr: 'Musique', en: 'Music', ar: 'الموسيقى' },
  clip: { fr: 'Clip', en: 'Clip', ar: 'المقطع' },
  start: { fr: 'Début (s)', en: 'Start (s)', ar: 'البداية (ث)' },
  duration: { fr: 'Durée (s)', en: 'Length (s)', ar: 'المدة (ث)' },
  transition: { fr: 'Transition', en: 'Transition', ar: 'الانتقال' },
  transitionSeconds: { fr: 'Durée de transition (s)', en: 'Transition length (s)', ar: 'مدة الانتقال (ث)' },
  volume: { fr: 'Volume', en: 'Volume', ar: 'مستوى الصوت' },
  of: { fr: '{what}, {clip}', en: '{what}, {clip}', ar: '{what}، {clip}' },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saved: { fr: 'Montage enregistré.', en: 'Timeline saved.', ar: 'حُفظ المونتاج.' },
  conflict: {
    fr: 'Ce montage a changé entre-temps',
    en: 'This timeline was changed meanwhile',
    ar: 'تغيّر هذا المونتاج في الأثناء',
  },
  conflictText: {
    fr: 'Rien n’a été écrasé. Rechargez-le, puis refaites votre changement.',
    en: 'Nothing was written over. Load it again, then make your change again.',
    ar: 'لم يُكتب فوق شيء. أعد تحميله ثم كرر التغيير.',
  },
  reload: { fr: 'Recharger', en: 'Reload', ar: 'إعادة التحميل' },
  seconds: { fr: '{seconds} s', en: '{seconds} s', ar: '{seconds} ث' },
});

/** What clips are called, and how one comes over another. */
export const names = messages({
  image: { fr: 'Image {number}', en: 'Picture {number}', ar: 'صورة {number}' },
  video: { fr: 'Clip {number}', en: 'Clip {number}', ar: 'مقطع {number}' },
  voice: { fr: 'Voix {number}', en: 'Voice {number}', ar: 'صوت {number}' },
  music: { fr: 'Musique {number}', en: 'Music {number}', ar: 'موسيقى {number}' },
  gone: { fr: 'Élément supprimé', en: 'Deleted asset', ar: 'عنصر محذوف' },
  ofScene: { fr: 'Scène {scene}', en: 'Scene {scene}', ar: 'المشهد {scene}' },
  cut: { fr: 'Coupe franche', en: 'Cut', ar: 'قطع' },
  fade: { fr: 'Fondu au fond', en: 'Fade', ar: 'تلاشٍ' },
  dissolve: { fr: 'Fondu enchaîné', en: 'Dissolve', ar: 'امتزاج' },
  wipe: { fr: 'Balayage', en: 'Wipe', ar: 'مسح' },
  slide: { fr: 'Glissement', en: 'Slide', ar: 'انزلاق' },
  zoom: { fr: 'Zoom', en: 'Zoom', ar: 'تقريب' },
});
