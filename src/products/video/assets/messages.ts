import { messages } from '#kernel/message.ts';

export const m = messages({
  notFound: { fr: 'Élément introuvable', en: 'Asset not found', ar: 'العنصر غير موجود' },
  batchNotFound: { fr: 'Lot introuvable', en: 'Batch not found', ar: 'الدفعة غير موجودة' },
  noThumbnail: { fr: 'Cet élément n’a pas de vignette.', en: 'This asset has no thumbnail.', ar: 'لا توجد صورة مصغرة لهذا العنصر.' },
  notReady: {
    fr: 'Cet élément n’est pas encore prêt. Attendez la fin de sa fabrication, puis recommencez.',
    en: 'This asset is not ready yet. Wait until it has been made, then try again.',
    ar: 'هذا العنصر غير جاهز بعد. انتظر انتهاء صنعه ثم حاول من جديد.',
  },
  neverMade: {
    fr: 'Cet élément n’a pas été fait : il n’y a rien à télécharger. Demandez une autre prise.',
    en: 'This asset was not made: there is nothing to download. Order another take.',
    ar: 'لم يُصنع هذا العنصر: لا شيء للتنزيل. اطلب لقطة أخرى.',
  },
  notMadeHere: {
    fr: 'C’est votre propre fichier : il ne peut pas être refait. Envoyez-en un autre.',
    en: 'This is your own file: it cannot be made again. Send another one.',
    ar: 'هذا ملفك الخاص: لا يمكن صنعه من جديد. أرسل ملفًا آخر.',
  },
  tooManyTakes: {
    fr: 'Il existe déjà trop de prises de cet élément. Changez plutôt sa description.',
    en: 'There are too many takes of this asset. Change its description instead.',
    ar: 'توجد لقطات كثيرة جدًا لهذا العنصر. غيّر وصفه بدلًا من ذلك.',
  },
  inUse: {
    fr: 'Un montage ou un rendu en cours a besoin de cet élément. Attendez sa fin ou annulez-le, puis supprimez.',
    en: 'A run or a render needs this asset. Wait for its end or cancel it, then delete.',
    ar: 'يحتاج مونتاج أو تصيير جارٍ إلى هذا العنصر. انتظر انتهاءه أو ألغه ثم احذف.',
  },
  failed: {
    fr: 'Cet élément n’a pas pu être fait. Recommencez ; si cela se répète, changez la description.',
    en: 'This asset could not be made. Try again; if it happens again, change the description.',
    ar: 'تعذّر صنع هذا العنصر. حاول من جديد، وإن تكرر ذلك فغيّر الوصف.',
  },
  interrupted: {
    fr: 'La fabrication a été interrompue trop souvent. Demandez une autre prise.',
    en: 'The making was interrupted too often. Order another take.',
    ar: 'توقّف الصنع مرات كثيرة. اطلب لقطة أخرى.',
  },
  timeout: {
    fr: 'Cet élément n’était pas fini à temps. Recommencez, ou choisissez un autre fournisseur.',
    en: 'This asset was not finished in time. Try again, or choose another provider.',
    ar: 'لم يكتمل هذا العنصر في الوقت المحدد. حاول من جديد أو اختر مزوّدًا آخر.',
  },
  pictureGone: {
    fr: 'L’image de cet extrait n’existe plus. Choisissez-en une autre.',
    en: 'The picture of this clip is gone. Choose another one.',
    ar: 'صورة هذا المقطع لم تعد موجودة. اختر صورة أخرى.',
  },
});

/** Things to be said of an asset that is good all the same. */
export const notes = messages({
  lost_purchase: {
    fr: 'L’achat chez {provider} a été interrompu et n’est pas refait tout seul : le studio l’a remplacé. Demandez une autre prise pour acheter de nouveau.',
    en: 'The purchase from {provider} was interrupted and is not made again by itself: the studio stood in. Order another take to buy again.',
    ar: 'انقطع الشراء من {provider} ولا يُعاد تلقائيًا: حلّ الاستوديو محله. اطلب لقطة أخرى للشراء من جديد.',
  },
  not_configured: {
    fr: '{provider} n’est pas configuré ici : le studio l’a fait lui-même.',
    en: '{provider} is not configured here: the studio made it itself.',
    ar: '{provider} غير مُعدّ هنا: صنعه الاستوديو بنفسه.',
  },
  fell_back: {
    fr: '{provider} n’a pas livré : un autre l’a fait.',
    en: '{provider} did not deliver: somebody else made it.',
    ar: 'لم يسلّم {provider}: صنعه غيره.',
  },
  wish_shortened: {
    fr: 'La description a été raccourcie pour ce fournisseur.',
    en: 'The description was shortened for this provider.',
    ar: 'اختُصر الوصف لهذا المزوّد.',
  },
  shorter_than_asked: {
    fr: 'L’extrait est plus court que demandé.',
    en: 'The clip is shorter than asked.',
    ar: 'المقطع أقصر من المطلوب.',
  },
});
