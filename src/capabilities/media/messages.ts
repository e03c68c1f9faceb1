import { messages } from '#kernel/message.ts';

/** Each says the cause, then what to do. */
export const m = messages({
  empty: {
    fr: 'Le fichier est vide. Choisissez-le de nouveau.',
    en: 'The file is empty. Choose it again.',
    ar: 'الملف فارغ. اختره مجددًا.',
  },
  tooLarge: {
    fr: 'Le fichier pèse {size, number} Mo, le maximum est de {limit} Mo. Choisissez un fichier plus léger.',
    en: 'The file is {size, number} MB, the limit is {limit} MB. Choose a smaller file.',
    ar: 'حجم الملف {size, number} ميغابايت والحد الأقصى {limit} ميغابايت. اختر ملفًا أصغر.',
  },
  notPhoto: {
    fr: 'Ce fichier est {what}, pas une photo. Envoyez une image PNG ou JPEG.',
    en: 'This file is {what}, not a photo. Send a PNG or JPEG picture.',
    ar: 'هذا الملف {what} وليس صورة. أرسل صورة PNG أو JPEG.',
  },
  otherPicture: {
    fr: 'Cette image est au format {format}, qui n’est pas accepté. Enregistrez-la en PNG ou en JPEG, puis envoyez-la.',
    en: 'This picture is in {format} format, which is not accepted. Save it as PNG or JPEG, then send it.',
    ar: 'هذه الصورة بصيغة {format} غير المقبولة. احفظها بصيغة PNG أو JPEG ثم أرسلها.',
  },
  brokenPhoto: {
    fr: 'L’image est abîmée ou incomplète. Ouvrez-la sur votre appareil, enregistrez-la de nouveau, puis envoyez-la.',
    en: 'The picture is damaged or incomplete. Open it on your device, save it again, then send it.',
    ar: 'الصورة تالفة أو غير مكتملة. افتحها على جهازك واحفظها مجددًا ثم أرسلها.',
  },
  tooManyPixels: {
    fr: 'L’image fait {width} × {height} pixels, c’est trop grand. Réduisez-la à moins de {limit} millions de pixels.',
    en: 'The picture is {width} × {height} pixels, which is too large. Reduce it to less than {limit} million pixels.',
    ar: 'أبعاد الصورة {width} × {height} بكسل وهي كبيرة جدًا. صغّرها إلى أقل من {limit} مليون بكسل.',
  },
  tooFewPixels: {
    fr: 'L’image fait {width} × {height} pixels, c’est trop petit. Il faut au moins {limit} pixels de chaque côté.',
    en: 'The picture is {width} × {height} pixels, which is too small. It needs at least {limit} pixels on each side.',
    ar: 'أبعاد الصورة {width} × {height} بكسل وهي صغيرة جدًا. يلزم {limit} بكسل على الأقل لكل ضلع.',
  },
  cropOutside: {
    fr: 'Ce cadrage sort de l’image ({width} × {height} pixels). Cadrez de nouveau.',
    en: 'This crop lies outside the picture ({width} × {height} pixels). Crop again.',
    ar: 'هذا القص خارج حدود الصورة ({width} × {height} بكسل). أعد القص.',
  },
  tooHeavy: {
    fr: 'Cette image reste trop lourde même comprimée. Choisissez une image plus simple.',
    en: 'This picture stays too heavy even when compressed. Choose a simpler one.',
    ar: 'تبقى هذه الصورة ثقيلة جدًا حتى بعد ضغطها. اختر صورة أبسط.',
  },
  notDocument: {
    fr: 'Ce fichier est {what}, qui n’est pas accepté ici. Envoyez un PDF, DOC, DOCX ou TXT.',
    en: 'This file is {what}, which is not accepted here. Send a PDF, DOC, DOCX or TXT.',
    ar: 'هذا الملف {what} وهو غير مقبول هنا. أرسل ملف PDF أو DOC أو DOCX أو TXT.',
  },
  unknownDocument: {
    fr: 'Le contenu de ce fichier n’est pas reconnu. Envoyez un PDF, DOC, DOCX ou TXT.',
    en: 'The content of this file is not recognised. Send a PDF, DOC, DOCX or TXT.',
    ar: 'تعذّر التعرف على محتوى هذا الملف. أرسل ملف PDF أو DOC أو DOCX أو TXT.',
  },
  brokenDocument: {
    fr: 'Ce document {format} est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis envoyez-le.',
    en: 'This {format} document is damaged or incomplete. Open it, save it again, then send it.',
    ar: 'مستند {format} هذا تالف أو غير مكتمل. افتحه واحفظه مجددًا ثم أرسله.',
  },
  protectedDocument: {
    fr: 'Ce document {format} est protégé par un mot de passe. Enregistrez-le sans protection, puis envoyez-le.',
    en: 'This {format} document is protected by a password. Save it without protection, then send it.',
    ar: 'مستند {format} هذا محمي بكلمة مرور. احفظه دون حماية ثم أرسله.',
  },
  macros: {
    fr: 'Ce document contient des macros, qui ne sont pas acceptées. Enregistrez-le sans macros (ou en PDF), puis envoyez-le.',
    en: 'This document contains macros, which are not accepted. Save it without macros (or as PDF), then send it.',
    ar: 'يحتوي هذا المستند على وحدات ماكرو غير مقبولة. احفظه دونها (أو بصيغة PDF) ثم أرسله.',
  },
  inflated: {
    fr: 'Une fois décompressé, ce document est démesuré. Enregistrez-le en PDF, puis envoyez-le.',
    en: 'Once unpacked, this document is out of all proportion. Save it as PDF, then send it.',
    ar: 'حجم هذا المستند بعد فك الضغط غير معقول. احفظه بصيغة PDF ثم أرسله.',
  },
  namedOtherwise: {
    fr: 'Ce fichier se nomme {name} mais ne contient que du texte. Exportez-le de nouveau, ou envoyez-le en .txt.',
    en: 'This file is named {name} but contains plain text only. Export it again, or send it as .txt.',
    ar: 'اسم هذا الملف {name} لكنه لا يحتوي إلا على نص. صدّره مجددًا أو أرسله بامتداد .txt.',
  },
});
