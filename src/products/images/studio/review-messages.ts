/** The page where pictures are judged, one after the other. */
import { messages } from '#kernel/message.ts';

export const review = messages({
  title: { fr: 'Revue des images', en: 'Picture review', ar: 'مراجعة الصور' },
  progress: { fr: 'Revues', en: 'Reviewed', ar: 'تمت مراجعتها' },
  ofQueue: { fr: '{place} sur {total} à revoir', en: '{place} of {total} to review', ar: '{place} من {total} للمراجعة' },
  note: { fr: 'Note (facultative)', en: 'Note (optional)', ar: 'ملاحظة (اختيارية)' },
  notePlaceholder: {
    fr: 'Parfaite pour le post de demain…',
    en: 'Perfect for tomorrow’s post…',
    ar: 'مثالية لمنشور الغد…',
  },
  previous: { fr: 'Précédente', en: 'Previous', ar: 'السابقة' },
  next: { fr: 'Suivante', en: 'Next', ar: 'التالية' },
  undo: { fr: 'Revenir sur cette décision', en: 'Go back on this decision', ar: 'التراجع عن هذا القرار' },
  lastValidated: { fr: 'Image n° {id} validée.', en: 'Picture no. {id} validated.', ar: 'تم اعتماد الصورة رقم {id}.' },
  lastRejected: { fr: 'Image n° {id} rejetée.', en: 'Picture no. {id} rejected.', ar: 'تم رفض الصورة رقم {id}.' },
  judged: {
    fr: 'Vous avez déjà jugé cette image. Jugez-la de nouveau si vous avez changé d’avis.',
    en: 'You judged this picture already. Judge it again if you changed your mind.',
    ar: 'سبق أن حكمت على هذه الصورة. احكم عليها من جديد إن غيّرت رأيك.',
  },
  finished: { fr: 'Tout est revu', en: 'Everything is reviewed', ar: 'تمت مراجعة كل شيء' },
  finishedText: {
    fr: 'Planifiez les images validées, ou créez-en de nouvelles.',
    en: 'Schedule the validated pictures, or create new ones.',
    ar: 'جدول الصور المعتمدة أو أنشئ صورًا جديدة.',
  },
  soon: {
    fr: '{count, plural, one {Une image est en cours de création : elle arrivera ici.} other {# images sont en cours de création : elles arriveront ici.}}',
    en: '{count, plural, one {One picture is being made: it will arrive here.} other {# pictures are being made: they will arrive here.}}',
    ar: '{count, plural, zero {# صورة قيد الإنشاء: ستصل إلى هنا.} one {صورة واحدة قيد الإنشاء: ستصل إلى هنا.} two {صورتان قيد الإنشاء: ستصلان إلى هنا.} few {# صور قيد الإنشاء: ستصل إلى هنا.} many {# صورة قيد الإنشاء: ستصل إلى هنا.} other {# صورة قيد الإنشاء: ستصل إلى هنا.}}',
  },
  seeValidated: { fr: 'Voir les images validées', en: 'See the validated pictures', ar: 'عرض الصور المعتمدة' },
});

export const keys = messages({
  title: { fr: 'Raccourcis clavier', en: 'Keyboard shortcuts', ar: 'اختصارات لوحة المفاتيح' },
  next: { fr: 'Image suivante', en: 'Next picture', ar: 'الصورة التالية' },
  previous: { fr: 'Image précédente', en: 'Previous picture', ar: 'الصورة السابقة' },
  note: { fr: 'Écrire une note (Échap pour en sortir)', en: 'Write a note (Esc leaves it)', ar: 'كتابة ملاحظة (Esc للخروج)' },
  undo: { fr: 'Revenir sur la dernière décision', en: 'Go back on the last decision', ar: 'التراجع عن آخر قرار' },
  help: { fr: 'Cette aide', en: 'This help', ar: 'هذه المساعدة' },
});

export const crops = messages({
  title: { fr: 'Telle que publiée', en: 'As it will be posted', ar: 'كما ستُنشر' },
  whole: { fr: 'Image entière', en: 'Whole picture', ar: 'الصورة كاملة' },
  kept: { fr: 'Recadrée : {percent} % visible', en: 'Cropped: {percent}% visible', ar: 'مقصوصة: يظهر {percent}٪' },
  small: {
    fr: 'Agrandie à {width} px de large',
    en: 'Enlarged to {width} px wide',
    ar: 'مكبّرة إلى عرض {width} بكسل',
  },
});

export const twins = messages({
  title: {
    fr: '{count, plural, one {Une image presque identique existe déjà} other {# images presque identiques existent déjà}}',
    en: '{count, plural, one {A nearly identical picture exists already} other {# nearly identical pictures exist already}}',
    ar: '{count, plural, zero {توجد # صورة شبه مطابقة} one {توجد صورة شبه مطابقة} two {توجد صورتان شبه مطابقتين} few {توجد # صور شبه مطابقة} many {توجد # صورة شبه مطابقة} other {توجد # صورة شبه مطابقة}}',
  },
});
