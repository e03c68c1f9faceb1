/** What states, steps, shapes and looks of films are called. */
import { type Message, messages } from '#kernel/message.ts';
import type { Tone } from '#kernel/page/components.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import type { StepName, StepState } from '../pipeline/pipeline.ts';
import type { ProjectStatus, RatioName } from '../projects/projects.ts';

export const statusNames: Readonly<Record<ProjectStatus, Message>> = messages({
  draft: { fr: 'Brouillon', en: 'Draft', ar: 'مسودة' },
  scripting: { fr: 'Écriture', en: 'Writing', ar: 'قيد الكتابة' },
  generating: { fr: 'En fabrication', en: 'In the making', ar: 'قيد الإنتاج' },
  rendering: { fr: 'Montage', en: 'Editing', ar: 'قيد المونتاج' },
  completed: { fr: 'Terminé', en: 'Finished', ar: 'مكتمل' },
  failed: { fr: 'Arrêté', en: 'Stopped', ar: 'متوقف' },
  cancelled: { fr: 'Annulé', en: 'Cancelled', ar: 'ملغى' },
});

export const statusLooks: Readonly<Record<ProjectStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  draft: { tone: 'neutral', icon: 'edit' },
  scripting: { tone: 'info', icon: 'clock' },
  generating: { tone: 'info', icon: 'clock' },
  rendering: { tone: 'info', icon: 'film' },
  completed: { tone: 'success', icon: 'check' },
  failed: { tone: 'danger', icon: 'error' },
  cancelled: { tone: 'neutral', icon: 'ban' },
};

export const stepNames: Readonly<Record<StepName, Message>> = messages({
  script: { fr: 'Script', en: 'Script', ar: 'النص' },
  images: { fr: 'Images', en: 'Pictures', ar: 'الصور' },
  voice: { fr: 'Voix', en: 'Voice', ar: 'الصوت' },
  videos: { fr: 'Animation', en: 'Animation', ar: 'التحريك' },
  music: { fr: 'Musique', en: 'Music', ar: 'الموسيقى' },
  montage: { fr: 'Montage', en: 'Editing', ar: 'المونتاج' },
});

export const stepIcons: Readonly<Record<StepName, IconName>> = {
  script: 'edit',
  images: 'image',
  voice: 'mic',
  videos: 'video',
  music: 'music',
  montage: 'film',
};
/** As people follow them. */
export const STEPS: readonly StepName[] = ['script', 'images', 'voice', 'videos', 'music', 'montage'];

export const stateNames: Readonly<Record<StepState['state'], Message>> = messages({
  pending: { fr: 'À venir', en: 'To come', ar: 'قادم' },
  in_progress: { fr: 'En cours', en: 'Under way', ar: 'جارٍ' },
  completed: { fr: 'Fait', en: 'Done', ar: 'تم' },
  skipped: { fr: 'Sans', en: 'Left out', ar: 'بدون' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشل' },
  cancelled: { fr: 'Annulé', en: 'Cancelled', ar: 'ملغى' },
});

export const stateIcons: Readonly<Record<StepState['state'], IconName>> = {
  pending: 'clock',
  in_progress: 'activity',
  completed: 'check',
  skipped: 'ban',
  failed: 'error',
  cancelled: 'close',
};

export const ratioNames: Readonly<Record<RatioName, Message>> = messages({
  '16:9': { fr: 'Paysage', en: 'Landscape', ar: 'أفقي' },
  '9:16': { fr: 'Vertical', en: 'Vertical', ar: 'عمودي' },
  '1:1': { fr: 'Carré', en: 'Square', ar: 'مربع' },
  '4:5': { fr: 'Portrait', en: 'Portrait', ar: 'طولي' },
});

export const ratioUses: Readonly<Record<RatioName, Message>> = messages({
  '16:9': { fr: 'YouTube, écrans', en: 'YouTube, screens', ar: 'يوتيوب والشاشات' },
  '9:16': { fr: 'Stories, Reels, TikTok', en: 'Stories, Reels, TikTok', ar: 'القصص وريلز وتيك توك' },
  '1:1': { fr: 'Fils d’actualité', en: 'Feeds', ar: 'صفحات الأخبار' },
  '4:5': { fr: 'Instagram, Facebook', en: 'Instagram, Facebook', ar: 'إنستغرام وفيسبوك' },
});

/** Of the words of the film. */
export const toneNames: Readonly<Record<string, Message>> = messages({
  professional: { fr: 'Professionnel', en: 'Professional', ar: 'مهني' },
  cinematic: { fr: 'Cinématographique', en: 'Cinematic', ar: 'سينمائي' },
  warm: { fr: 'Chaleureux', en: 'Warm', ar: 'ودود' },
  dynamic: { fr: 'Dynamique', en: 'Dynamic', ar: 'حيوي' },
  educational: { fr: 'Pédagogique', en: 'Educational', ar: 'تعليمي' },
});

export const pictureNames: Readonly<Record<string, Message>> = messages({
  realistic: { fr: 'Réaliste', en: 'Realistic', ar: 'واقعي' },
  artistic: { fr: 'Artistique', en: 'Artistic', ar: 'فني' },
  anime: { fr: 'Anime', en: 'Anime', ar: 'أنمي' },
  digital_art: { fr: 'Art numérique', en: 'Digital art', ar: 'فن رقمي' },
});

/** The styles of the embedded composer; `auto` lets the sentence choose. */
export const musicNames: Readonly<Record<string, Message>> = messages({
  auto: { fr: 'Selon le sujet', en: 'By the subject', ar: 'حسب الموضوع' },
  cinematic: { fr: 'Cinéma', en: 'Cinema', ar: 'سينمائية' },
  corporate: { fr: 'Entreprise', en: 'Corporate', ar: 'مؤسسات' },
  ambient: { fr: 'Calme', en: 'Calm', ar: 'هادئة' },
  acoustic: { fr: 'Acoustique', en: 'Acoustic', ar: 'أكوستيك' },
  electro: { fr: 'Électronique', en: 'Electronic', ar: 'إلكترونية' },
  lofi: { fr: 'Lo-fi', en: 'Lo-fi', ar: 'لوفاي' },
  oriental: { fr: 'Orientale', en: 'Oriental', ar: 'شرقية' },
  desert: { fr: 'Désert', en: 'Desert', ar: 'صحراوية' },
  afrobeat: { fr: 'Afrobeat', en: 'Afrobeat', ar: 'أفروبيت' },
  jazz: { fr: 'Jazz', en: 'Jazz', ar: 'جاز' },
  playful: { fr: 'Espiègle', en: 'Playful', ar: 'مرحة' },
  none: { fr: 'Sans musique', en: 'No music', ar: 'بدون موسيقى' },
});

export const captionNames: Readonly<Record<string, Message>> = messages({
  box: { fr: 'Sur fond', en: 'On a ground', ar: 'على خلفية' },
  outline: { fr: 'Contour', en: 'Outlined', ar: 'بإطار' },
  none: { fr: 'Hors image', en: 'Not on the picture', ar: 'خارج الصورة' },
});

export const sizeNames: Readonly<Record<string, Message>> = messages({
  small: { fr: 'Petits', en: 'Small', ar: 'صغيرة' },
  medium: { fr: 'Moyens', en: 'Medium', ar: 'متوسطة' },
  large: { fr: 'Grands', en: 'Large', ar: 'كبيرة' },
});

export const placeNames: Readonly<Record<string, Message>> = messages({
  bottom: { fr: 'En bas', en: 'At the bottom', ar: 'في الأسفل' },
  middle: { fr: 'Au milieu', en: 'In the middle', ar: 'في الوسط' },
  top: { fr: 'En haut', en: 'At the top', ar: 'في الأعلى' },
});

export const languageNames: Readonly<Record<string, Message>> = messages({
  fr: { fr: 'Français', en: 'French', ar: 'الفرنسية' },
  en: { fr: 'Anglais', en: 'English', ar: 'الإنجليزية' },
  ar: { fr: 'Arabe', en: 'Arabic', ar: 'العربية' },
});

export const tabs = messages({
  label: { fr: 'Studio de films', en: 'Film studio', ar: 'استوديو الأفلام' },
  films: { fr: 'Films', en: 'Films', ar: 'الأفلام' },
  voices: { fr: 'Voix', en: 'Voices', ar: 'الأصوات' },
  renders: { fr: 'Rendus', en: 'Renders', ar: 'المعالجات' },
  ofFilm: { fr: 'Parties du film', en: 'Parts of the film', ar: 'أقسام الفيلم' },
  film: { fr: 'Film', en: 'Film', ar: 'الفيلم' },
  script: { fr: 'Script', en: 'Script', ar: 'النص' },
  board: { fr: 'Fabrication', en: 'Making', ar: 'الإنتاج' },
  timeline: { fr: 'Timeline', en: 'Timeline', ar: 'الجدول الزمني' },
  publish: { fr: 'Publier', en: 'Publish', ar: 'النشر' },
  settings: { fr: 'Réglages', en: 'Settings', ar: 'الإعدادات' },
});

export const acts = messages({
  create: { fr: 'Nouveau film', en: 'New film', ar: 'فيلم جديد' },
  delete: { fr: 'Supprimer', en: 'Delete', ar: 'حذف' },
  more: { fr: 'Autres actions', en: 'More actions', ar: 'إجراءات أخرى' },
  listen: { fr: 'Écouter', en: 'Listen', ar: 'استماع' },
  stop: { fr: 'Arrêter', en: 'Stop', ar: 'إيقاف' },
  refresh: { fr: 'Actualiser', en: 'Refresh', ar: 'تحديث' },
  back: { fr: 'Retour au film', en: 'Back to the film', ar: 'العودة إلى الفيلم' },
});
