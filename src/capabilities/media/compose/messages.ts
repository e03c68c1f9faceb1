import { messages } from '#kernel/message.ts';

/** Each says the cause, then what to do. */
export const m = messages({
  noFfmpeg: {
    fr: 'Le programme {program} manque sur cette machine, aucun film ne peut être assemblé. Installez le paquet « ffmpeg » (Debian, Ubuntu : apt install ffmpeg ; macOS : brew install ffmpeg), puis recommencez.',
    en: 'The program {program} is missing on this machine, no film can be put together. Install the package “ffmpeg” (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg), then try again.',
    ar: 'البرنامج {program} غير موجود على هذا الجهاز ولا يمكن تركيب أي فيلم. ثبّت الحزمة ffmpeg (ديبيان وأوبونتو: apt install ffmpeg، ماك: brew install ffmpeg) ثم أعد المحاولة.',
  },
  noCodec: {
    fr: 'Le programme ffmpeg de cette machine ne sait pas produire du {codec}. Choisissez h264, ou installez une version complète de ffmpeg.',
    en: 'The ffmpeg of this machine cannot make {codec}. Choose h264, or install a complete ffmpeg.',
    ar: 'برنامج ffmpeg على هذا الجهاز لا ينتج {codec}. اختر h264 أو ثبّت نسخة كاملة من ffmpeg.',
  },
  unreadable: {
    fr: 'Le fichier du plan {shot, number} ne peut pas être lu ({reason}). Remplacez-le, puis relancez le rendu.',
    en: 'The file of shot {shot, number} cannot be read ({reason}). Replace it, then render again.',
    ar: 'لا يمكن قراءة ملف اللقطة {shot, number} ({reason}). استبدله ثم أعد التصيير.',
  },
  unreadableSound: {
    fr: 'Un des sons du film ne peut pas être lu ({reason}). Remplacez-le, puis relancez le rendu.',
    en: 'One of the sounds of the film cannot be read ({reason}). Replace it, then render again.',
    ar: 'لا يمكن قراءة أحد أصوات الفيلم ({reason}). استبدله ثم أعد التصيير.',
  },
  missing: {
    fr: 'Le fichier {file} n’existe plus. Ajoutez-le de nouveau, puis relancez le rendu.',
    en: 'The file {file} is no longer there. Add it again, then render again.',
    ar: 'الملف {file} لم يعد موجودًا. أضفه مجددًا ثم أعد التصيير.',
  },
  badPlan: {
    fr: 'Ce film ne peut pas être assemblé : {reason}. Corrigez la chronologie, puis relancez le rendu.',
    en: 'This film cannot be put together: {reason}. Correct the timeline, then render again.',
    ar: 'لا يمكن تركيب هذا الفيلم: {reason}. صحّح الخط الزمني ثم أعد التصيير.',
  },
  encoder: {
    fr: 'L’encodage s’est arrêté ({reason}). Relancez le rendu : ce qui est déjà encodé est gardé.',
    en: 'Encoding stopped ({reason}). Render again: what is already encoded is kept.',
    ar: 'توقف الترميز ({reason}). أعد التصيير: ما تم ترميزه محفوظ.',
  },
  notTheFilm: {
    fr: 'Le fichier produit n’est pas le film demandé ({reason}) et a été écarté. Relancez le rendu.',
    en: 'The file that came out is not the film that was asked for ({reason}) and was put aside. Render again.',
    ar: 'الملف الناتج ليس الفيلم المطلوب ({reason}) وتم استبعاده. أعد التصيير.',
  },
});
