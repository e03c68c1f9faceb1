/** What statuses, styles, sizes and qualities are called. */
import type { ImageStyle } from '#capabilities/generation/generation.ts';
import { type Message, messages } from '#kernel/message.ts';
import type { Picture } from './tools.ts';

export const statusNames: Readonly<Record<Picture['status'], Message>> = messages({
  pending: { fr: 'En cours', en: 'In progress', ar: 'قيد الإنشاء' },
  generated: { fr: 'À revoir', en: 'To review', ar: 'للمراجعة' },
  validated: { fr: 'Validée', en: 'Validated', ar: 'معتمدة' },
  rejected: { fr: 'Rejetée', en: 'Rejected', ar: 'مرفوضة' },
  failed: { fr: 'Échouée', en: 'Failed', ar: 'فاشلة' },
});

export const styleNames: Readonly<Record<ImageStyle, Message>> = messages({
  realistic: { fr: 'Réaliste', en: 'Realistic', ar: 'واقعي' },
  artistic: { fr: 'Artistique', en: 'Artistic', ar: 'فني' },
  anime: { fr: 'Anime', en: 'Anime', ar: 'أنمي' },
  digital_art: { fr: 'Art numérique', en: 'Digital art', ar: 'فن رقمي' },
});

export const styleHints: Readonly<Record<ImageStyle, Message>> = messages({
  realistic: { fr: 'Lumière et matières naturelles', en: 'Natural light and surfaces', ar: 'ضوء وخامات طبيعية' },
  artistic: { fr: 'Coups de pinceau, toile', en: 'Brush strokes, canvas', ar: 'ضربات فرشاة ولوحة' },
  anime: { fr: 'Traits nets, aplats de couleur', en: 'Clean lines, flat colours', ar: 'خطوط واضحة وألوان مسطحة' },
  digital_art: { fr: 'Facettes et néons', en: 'Facets and neon', ar: 'أوجه هندسية ونيون' },
});

export const qualityNames: Readonly<Record<Picture['quality'], Message>> = messages({
  standard: { fr: 'Standard', en: 'Standard', ar: 'عادية' },
  hd: { fr: 'Haute définition', en: 'High definition', ar: 'عالية الدقة' },
});

export const shapeNames = messages({
  square: { fr: 'Carré', en: 'Square', ar: 'مربع' },
  landscape: { fr: 'Paysage', en: 'Landscape', ar: 'أفقي' },
  portrait: { fr: 'Portrait', en: 'Portrait', ar: 'عمودي' },
});

export const tabs = messages({
  label: { fr: 'Studio d’images', en: 'Image studio', ar: 'استوديو الصور' },
  create: { fr: 'Créer', en: 'Create', ar: 'إنشاء' },
  review: { fr: 'Revue', en: 'Review', ar: 'المراجعة' },
  gallery: { fr: 'Galerie', en: 'Gallery', ar: 'المعرض' },
  statistics: { fr: 'Statistiques', en: 'Statistics', ar: 'الإحصاءات' },
  webhooks: { fr: 'Webhooks', en: 'Webhooks', ar: 'خطافات الويب' },
});

export const acts = messages({
  validate: { fr: 'Valider', en: 'Validate', ar: 'اعتماد' },
  reject: { fr: 'Rejeter', en: 'Reject', ar: 'رفض' },
  review: { fr: 'Revoir en grand', en: 'Review it large', ar: 'مراجعة بحجم كبير' },
  open: { fr: 'Ouvrir', en: 'Open', ar: 'فتح' },
  delete: { fr: 'Supprimer', en: 'Delete', ar: 'حذف' },
  more: { fr: 'Autres actions', en: 'More actions', ar: 'إجراءات أخرى' },
  like: { fr: 'Une autre comme celle-ci', en: 'Another like this', ar: 'صورة أخرى مثل هذه' },
  restyle: { fr: 'Même graine, autre style', en: 'Same seed, other style', ar: 'نفس البذرة وأسلوب آخر' },
  again: { fr: 'Refaire', en: 'Make again', ar: 'إعادة الإنشاء' },
  retry: { fr: 'Réessayer', en: 'Try again', ar: 'إعادة المحاولة' },
  schedule: { fr: 'Planifier', en: 'Schedule', ar: 'جدولة' },
  create: { fr: 'Créer des images', en: 'Create pictures', ar: 'إنشاء صور' },
});
