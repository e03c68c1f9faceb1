/** The queue of renders. */
import { messages } from '#kernel/message.ts';
import type { RenderStatus } from '../renders/renders.ts';

export const renders = messages({
  title: { fr: 'Rendus', en: 'Renders', ar: 'المعالجات' },
  lead: {
    fr: 'Les films qui attendent leur tour, ceux qui s’assemblent, ceux qui sont finis.',
    en: 'Films that wait for their turn, those being put together, those that are finished.',
    ar: 'أفلام تنتظر دورها، وأخرى قيد التجميع، وأخرى مكتملة.',
  },
  none: { fr: 'Aucun rendu', en: 'No render', ar: 'لا معالجات' },
  noneText: {
    fr: 'Un rendu commence quand toutes les scènes d’un film sont prêtes.',
    en: 'A render begins when all scenes of a film are ready.',
    ar: 'تبدأ المعالجة عندما تجهز كل مشاهد الفيلم.',
  },
  caption: { fr: 'Rendus', en: 'Renders', ar: 'المعالجات' },
  film: { fr: 'Film', en: 'Film', ar: 'الفيلم' },
  state: { fr: 'État', en: 'State', ar: 'الحالة' },
  ordered: { fr: 'Demandé', en: 'Asked for', ar: 'طُلب في' },
  took: { fr: 'Durée du rendu', en: 'Rendering time', ar: 'مدة المعالجة' },
  quality: { fr: 'Qualité', en: 'Quality', ar: 'الجودة' },
  position: { fr: 'En file, place {position}', en: 'Queued, place {position}', ar: 'في القائمة، الترتيب {position}' },
  percent: { fr: 'En cours, {percent} %', en: 'Under way, {percent}%', ar: 'جارية، {percent}%' },
  gone: { fr: 'Film supprimé', en: 'Deleted film', ar: 'فيلم محذوف' },
});

export const renderNames: Readonly<Record<RenderStatus, (typeof renders)['title']>> = messages({
  queued: { fr: 'En file', en: 'Queued', ar: 'في القائمة' },
  rendering: { fr: 'En cours', en: 'Under way', ar: 'جارية' },
  completed: { fr: 'Terminé', en: 'Finished', ar: 'مكتملة' },
  failed: { fr: 'Échec', en: 'Failed', ar: 'فشلت' },
  cancelled: { fr: 'Annulé', en: 'Cancelled', ar: 'ملغاة' },
});

export const qualityNames = messages({
  draft: { fr: 'Brouillon', en: 'Draft', ar: 'مسودة' },
  standard: { fr: 'Standard', en: 'Standard', ar: 'عادية' },
  high: { fr: 'Haute', en: 'High', ar: 'عالية' },
  archive: { fr: 'Archive', en: 'Archive', ar: 'أرشيف' },
});
