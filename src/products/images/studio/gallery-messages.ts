/** All own pictures: found, chosen, judged and deleted together; and their figures. */
import { messages } from '#kernel/message.ts';

export const gallery = messages({
  pictures: { fr: 'Images', en: 'Pictures', ar: 'الصور' },
  title: { fr: 'Galerie', en: 'Gallery', ar: 'المعرض' },
  search: { fr: 'Chercher dans les descriptions', en: 'Search the descriptions', ar: 'البحث في الأوصاف' },
  status: { fr: 'Statut', en: 'Status', ar: 'الحالة' },
  style: { fr: 'Style', en: 'Style', ar: 'الأسلوب' },
  tags: { fr: 'Tags', en: 'Tags', ar: 'الوسوم' },
  tagsMode: { fr: 'Avec plusieurs tags', en: 'With several tags', ar: 'عند تعدد الوسوم' },
  allTags: { fr: 'Tous à la fois', en: 'All of them', ar: 'كلها معًا' },
  sort: { fr: 'Ordre', en: 'Order', ar: 'الترتيب' },
  newest: { fr: 'Plus récentes', en: 'Newest first', ar: 'الأحدث أولًا' },
  oldest: { fr: 'Plus anciennes', en: 'Oldest first', ar: 'الأقدم أولًا' },
  byPrompt: { fr: 'Par description', en: 'By description', ar: 'حسب الوصف' },
  total: {
    fr: '{total, plural, =0 {Aucune image} one {Une image} other {# images}}',
    en: '{total, plural, =0 {No picture} one {One picture} other {# pictures}}',
    ar: '{total, plural, =0 {لا صور} one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}',
  },
  show: {
    fr: '{total, plural, one {Voir l’image} other {Voir les # images}}',
    en: '{total, plural, one {Show the picture} other {Show the # pictures}}',
    ar: '{total, plural, zero {عرض # صورة} one {عرض الصورة} two {عرض الصورتين} few {عرض # صور} many {عرض # صورة} other {عرض # صورة}}',
  },
  select: { fr: 'Choisir l’image n° {id}', en: 'Choose picture no. {id}', ar: 'اختيار الصورة رقم {id}' },
  empty: { fr: 'Aucune image pour l’instant', en: 'No picture yet', ar: 'لا صور بعد' },
  emptyText: {
    fr: 'Décrivez une image : ses variations arriveront ici.',
    en: 'Describe a picture: its variations will arrive here.',
    ar: 'صِف صورة: ستصل نسخها إلى هنا.',
  },
  noMatch: { fr: 'Rien avec ces filtres', en: 'Nothing with these filters', ar: 'لا شيء بهذه المرشحات' },
  noMatchText: {
    fr: 'Retirez un filtre, ou cherchez un autre mot de la description.',
    en: 'Take a filter away, or search another word of the description.',
    ar: 'أزل مرشحًا أو ابحث عن كلمة أخرى من الوصف.',
  },
  clear: { fr: 'Retirer les filtres', en: 'Clear the filters', ar: 'إزالة المرشحات' },
  validated: {
    fr: '{count, plural, =0 {Aucune image validée.} one {Une image validée.} other {# images validées.}}',
    en: '{count, plural, =0 {No picture validated.} one {One picture validated.} other {# pictures validated.}}',
    ar: '{count, plural, =0 {لم تُعتمد أي صورة.} one {تم اعتماد صورة واحدة.} two {تم اعتماد صورتين.} few {تم اعتماد # صور.} many {تم اعتماد # صورة.} other {تم اعتماد # صورة.}}',
  },
  rejected: {
    fr: '{count, plural, =0 {Aucune image rejetée.} one {Une image rejetée.} other {# images rejetées.}}',
    en: '{count, plural, =0 {No picture rejected.} one {One picture rejected.} other {# pictures rejected.}}',
    ar: '{count, plural, =0 {لم تُرفض أي صورة.} one {تم رفض صورة واحدة.} two {تم رفض صورتين.} few {تم رفض # صور.} many {تم رفض # صورة.} other {تم رفض # صورة.}}',
  },
  deleted: {
    fr: '{count, plural, =0 {Aucune image supprimée.} one {Une image supprimée.} other {# images supprimées.}}',
    en: '{count, plural, =0 {No picture deleted.} one {One picture deleted.} other {# pictures deleted.}}',
    ar: '{count, plural, =0 {لم تُحذف أي صورة.} one {تم حذف صورة واحدة.} two {تم حذف صورتين.} few {تم حذف # صور.} many {تم حذف # صورة.} other {تم حذف # صورة.}}',
  },
  deleteTitle: {
    fr: '{count, plural, one {Supprimer cette image ?} other {Supprimer ces # images ?}}',
    en: '{count, plural, one {Delete this picture?} other {Delete these # pictures?}}',
    ar: '{count, plural, zero {حذف هذه الصور الـ#؟} one {حذف هذه الصورة؟} two {حذف هاتين الصورتين؟} few {حذف هذه الصور الـ#؟} many {حذف هذه الصور الـ#؟} other {حذف هذه الصور الـ#؟}}',
  },
  deleteText: {
    fr: 'L’image, ses notes et ses tags disparaissent pour toujours. Une image planifiée est gardée.',
    en: 'The picture, its notes and its tags are gone for good. A scheduled picture is kept.',
    ar: 'تختفي الصورة وملاحظاتها ووسومها نهائيًا. الصورة المجدولة تبقى.',
  },
  all: { fr: 'Toutes', en: 'All', ar: 'الكل' },
  putBack: {
    fr: '{count, plural, =0 {Aucune image remise en état.} one {Une image remise en état.} other {# images remises en état.}}',
    en: '{count, plural, =0 {No picture put back.} one {One picture put back.} other {# pictures put back.}}',
    ar: '{count, plural, =0 {لم تُعَد أي صورة.} zero {لم تُعَد أي صورة.} one {أُعيدت صورة واحدة إلى حالها.} two {أُعيدت صورتان إلى حالهما.} few {أُعيدت # صور إلى حالها.} many {أُعيدت # صورة إلى حالها.} other {أُعيدت # صورة إلى حالها.}}',
  },
  addTags: { fr: 'Ajouter des tags', en: 'Add tags', ar: 'إضافة وسوم' },
  tagTitle: {
    fr: '{count, plural, one {Ajouter des tags à cette image} other {Ajouter des tags à ces # images}}',
    en: '{count, plural, one {Add tags to this picture} other {Add tags to these # pictures}}',
    ar: '{count, plural, zero {إضافة وسوم إلى # صورة} one {إضافة وسوم إلى هذه الصورة} two {إضافة وسوم إلى هاتين الصورتين} few {إضافة وسوم إلى هذه الصور (#)} many {إضافة وسوم إلى هذه الصور (#)} other {إضافة وسوم إلى هذه الصور (#)}}',
  },
  tagText: {
    fr: 'Les tags qu’elles ont déjà restent.',
    en: 'The tags they already have stay.',
    ar: 'تبقى الوسوم الموجودة.',
  },
  tagsHint: { fr: 'Séparés par des virgules', en: 'Separated by commas', ar: 'مفصولة بفواصل' },
  tagsNeeded: { fr: 'Écrivez au moins un tag', en: 'Write at least one tag', ar: 'اكتب وسمًا واحدًا على الأقل' },
  tagged: {
    fr: '{count, plural, =0 {Aucune image étiquetée.} one {Une image étiquetée.} other {# images étiquetées.}}',
    en: '{count, plural, =0 {No picture tagged.} one {One picture tagged.} other {# pictures tagged.}}',
    ar: '{count, plural, =0 {لم تُوسَم أي صورة.} zero {لم تُوسَم أي صورة.} one {وُسِمت صورة واحدة.} two {وُسِمت صورتان.} few {وُسِمت # صور.} many {وُسِمت # صورة.} other {وُسِمت # صورة.}}',
  },
});
