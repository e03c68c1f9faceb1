/** One scene of a film. */
import { messages } from '#kernel/message.ts';

export const scene = messages({
  title: { fr: 'Scène {number} sur {total}', en: 'Scene {number} of {total}', ar: 'المشهد {number} من {total}' },
  previous: { fr: 'Scène précédente', en: 'Previous scene', ar: 'المشهد السابق' },
  next: { fr: 'Scène suivante', en: 'Next scene', ar: 'المشهد التالي' },
  picture: { fr: 'Image', en: 'Picture', ar: 'الصورة' },
  voice: { fr: 'Voix', en: 'Voice', ar: 'الصوت' },
  clip: { fr: 'Animation', en: 'Animation', ar: 'التحريك' },
  words: { fr: 'Mots de la scène', en: 'Words of the scene', ar: 'كلمات المشهد' },
  wordsText: {
    fr: 'Ce que vous changez est refait ; le reste du film est gardé.',
    en: 'What you change is made again; the rest of the film is kept.',
    ar: 'يُعاد ما تغيّره فقط؛ ويبقى باقي الفيلم.',
  },
  save: { fr: 'Enregistrer', en: 'Save', ar: 'حفظ' },
  saveMake: { fr: 'Enregistrer et refaire', en: 'Save and make again', ar: 'حفظ وإعادة الإنتاج' },
  saved: { fr: 'Scène enregistrée.', en: 'The scene is saved.', ar: 'حُفظ المشهد.' },
  redone: {
    fr: 'Une autre prise se fait : elle seule est refaite.',
    en: 'Another take is being made: only it is made again.',
    ar: 'لقطة أخرى قيد الإنتاج: هي وحدها يُعاد إنتاجها.',
  },
  redoImage: { fr: 'Refaire l’image', en: 'Make another picture', ar: 'إنتاج صورة أخرى' },
  redoVoice: { fr: 'Refaire la voix', en: 'Say it again', ar: 'إعادة التسجيل' },
  redoClip: { fr: 'Refaire l’animation', en: 'Animate it again', ar: 'إعادة التحريك' },
  own: { fr: 'Votre propre image', en: 'Your own picture', ar: 'صورتك الخاصة' },
  ownText: {
    fr: 'JPEG, PNG ou WebP ; elle remplace celle qui est faite.',
    en: 'JPEG, PNG or WebP; it takes the place of the made one.',
    ar: 'JPEG أو PNG أو WebP؛ تحلّ محل الصورة المنتجة.',
  },
  ownSend: { fr: 'Utiliser cette image', en: 'Use this picture', ar: 'استعمال هذه الصورة' },
  ownUsed: { fr: 'Votre image est dans la scène.', en: 'Your picture is in the scene.', ar: 'صورتك في المشهد.' },
  ownNone: { fr: 'Choisissez d’abord une image.', en: 'Choose a picture first.', ar: 'اختر صورة أولًا.' },
  ownBack: { fr: 'Reprendre l’image faite', en: 'Take the made picture again', ar: 'العودة إلى الصورة المنتجة' },
  ownGone: { fr: 'La scène reprend son image faite.', en: 'The scene has its made picture again.', ar: 'عاد المشهد إلى صورته المنتجة.' },
  notYet: { fr: 'Pas encore faite', en: 'Not made yet', ar: 'لم تُنتج بعد' },
  making: { fr: 'En cours…', en: 'Being made…', ar: 'قيد الإنجاز…' },
  by: { fr: 'par {maker}', en: 'by {maker}', ar: 'بواسطة {maker}' },
  seconds: { fr: '{seconds} s', en: '{seconds} s', ar: '{seconds} ث' },
  motion: {
    fr: 'Un mouvement de caméra sur l’image, calculé au montage.',
    en: 'A camera move over the picture, made while editing.',
    ar: 'حركة كاميرا فوق الصورة تُحسب عند المونتاج.',
  },
  busy: {
    fr: 'Le film est en fabrication : cette scène pourra être changée ensuite.',
    en: 'The film is being made: this scene can be changed afterwards.',
    ar: 'الفيلم قيد الإنتاج: يمكن تغيير المشهد بعد ذلك.',
  },
  stale: {
    fr: 'Le script a changé ailleurs entre-temps. Vos mots sont ci-dessous : enregistrez encore pour les garder.',
    en: 'The script was changed elsewhere meanwhile. Your words are below: save again to keep them.',
    ar: 'تغيّر النص في مكان آخر. كلماتك أدناه: احفظ مجددًا للإبقاء عليها.',
  },
  pictureOf: {
    fr: 'Image de la scène {number} : {prompt}',
    en: 'Picture of scene {number}: {prompt}',
    ar: 'صورة المشهد {number}: {prompt}',
  },
  voiceOf: { fr: 'Voix de la scène {number}', en: 'Voice of scene {number}', ar: 'صوت المشهد {number}' },
});
