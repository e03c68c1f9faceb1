/** What is said about photos: portrait, paper, gallery. */
import { messages } from '#kernel/message.ts';

export const photoWords = messages({
  photoHint: {
    fr: 'Visage net, de face, fond clair, sans filtre.',
    en: 'A sharp face, from the front, on a light background, without a filter.',
    ar: 'وجه واضح من الأمام بخلفية فاتحة ومن دون فلتر.',
  },
  idPhotoHint: {
    fr: 'Lisible, sans reflet. Elle sert aux contrats et n’est jamais publique.',
    en: 'Legible, without glare. It is for contracts and is never public.',
    ar: 'مقروءة وبدون انعكاس. تُستعمل للعقود وليست علنية أبدًا.',
  },
  galleryHint: {
    fr: 'En pied, de profil, en situation… {max} photos au plus. Elles sont allégées avant de partir.',
    en: 'Full length, profile, at work… at most {max} photos. They are made lighter before they leave.',
    ar: 'صورة كاملة، جانبية، أثناء العمل… {max} صور على الأكثر. يُخفَّف حجمها قبل الإرسال.',
  },
  galleryCount: {
    fr: '{count} sur {max}',
    en: '{count} of {max}',
    ar: '{count} من {max}',
  },
  galleryFull: {
    fr: 'La galerie tient {max} photos. Retirez-en une pour en ajouter une autre.',
    en: 'The gallery holds {max} photos. Remove one to add another.',
    ar: 'يتسع المعرض لـ {max} صور. احذف واحدة لإضافة أخرى.',
  },
  gallerySlot: { fr: 'Photo à ajouter ({row})', en: 'Photo to add ({row})', ar: 'صورة للإضافة ({row})' },
  galleryMore: { fr: 'Ajouter ces photos, puis d’autres', en: 'Add these photos, then more', ar: 'أضف هذه الصور ثم غيرها' },
  photoNumber: { fr: 'Photo {row}', en: 'Photo {row}', ar: 'الصورة {row}' },
  photoCount: {
    fr: '{count, plural, =0 {Aucune photo} one {# photo} other {# photos}}',
    en: '{count, plural, =0 {No photo} one {# photo} other {# photos}}',
    ar: '{count, plural, =0 {لا توجد صور} one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}',
  },
  photoSent: { fr: 'Photo reçue', en: 'Photo received', ar: 'تم استلام الصورة' },
  removePhoto: { fr: 'Retirer la photo', en: 'Remove the photo', ar: 'إزالة الصورة' },
  removeNumber: { fr: 'Retirer la photo {row}', en: 'Remove photo {row}', ar: 'إزالة الصورة {row}' },
  remove: { fr: 'Retirer', en: 'Remove', ar: 'إزالة' },
  addPhotos: { fr: 'Ajouter des photos', en: 'Add photos', ar: 'إضافة صور' },
  choosePhoto: { fr: 'Choisir une photo', en: 'Choose a photo', ar: 'اختر صورة' },
  anotherPhoto: { fr: 'La remplacer par une autre', en: 'Replace it with another', ar: 'استبدالها بأخرى' },
  sendAgain: {
    fr: 'L’envoi a échoué. Retirez cette photo et choisissez-la de nouveau.',
    en: 'Sending failed. Remove this photo and choose it again.',
    ar: 'فشل الإرسال. أزل هذه الصورة واخترها مجددًا.',
  },
  noRoom: {
    fr: 'Il n’y a plus de place. Retirez une photo pour en ajouter une autre.',
    en: 'There is no room left. Remove a photo to add another.',
    ar: 'لم يعد هناك مكان. أزل صورة لإضافة أخرى.',
  },
  uploadLost: {
    fr: 'La photo envoyée n’est plus là. Choisissez-la de nouveau.',
    en: 'The photo that was sent is no longer there. Choose it again.',
    ar: 'لم تعد الصورة المرسلة موجودة. اخترها مجددًا.',
  },
});
