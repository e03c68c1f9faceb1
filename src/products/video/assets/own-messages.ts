import { messages } from '#kernel/message.ts';

/** Of files that people send: the cause, then what to do. */
export const own = messages({
  empty: {
    fr: 'Le fichier est vide. Choisissez-le de nouveau.',
    en: 'The file is empty. Choose it again.',
    ar: 'الملف فارغ. اختره مجددًا.',
  },
  missing: {
    fr: 'Envoyez un fichier (file), ou le numéro d’un envoi terminé (upload_id) s’il dépasse 12 Mo.',
    en: 'Send a file (file), or the number of a finished upload (upload_id) when it is over 12 MB.',
    ar: 'أرسل ملفًا (file) أو رقم رفع مكتمل (upload_id) إذا تجاوز 12 ميغابايت.',
  },
  uploadLost: {
    fr: 'Cet envoi n’existe pas, n’est pas terminé ou a expiré. Envoyez le fichier de nouveau.',
    en: 'This upload does not exist, is not finished or has expired. Send the file again.',
    ar: 'عملية الرفع هذه غير موجودة أو غير مكتملة أو انتهت صلاحيتها. أرسل الملف من جديد.',
  },
  unknownOrLarge: {
    fr: 'Ce n’est ni une vidéo MP4, MOV ou WebM, ni un son MP3, WAV ou M4A, ni une image d’au plus {limit} Mo. Convertissez-le, puis envoyez-le.',
    en: 'This is no MP4, MOV or WebM clip, no MP3, WAV or M4A sound, and no picture of at most {limit} MB. Convert it, then send it.',
    ar: 'هذا ليس مقطع MP4 أو MOV أو WebM، ولا صوت MP3 أو WAV أو M4A، ولا صورة لا تتجاوز {limit} ميغابايت. حوّله ثم أرسله.',
  },
  damaged: {
    fr: 'Le fichier est abîmé ou incomplet. Ouvrez-le sur votre appareil, exportez-le de nouveau, puis envoyez-le.',
    en: 'The file is damaged or incomplete. Open it on your device, export it again, then send it.',
    ar: 'الملف تالف أو غير مكتمل. افتحه على جهازك وصدّره مجددًا ثم أرسله.',
  },
  nothing: {
    fr: 'Ce fichier ne contient ni image animée ni son. Choisissez-en un autre.',
    en: 'This file holds neither moving pictures nor sound. Choose another one.',
    ar: 'لا يحتوي هذا الملف على صور متحركة ولا صوت. اختر ملفًا آخر.',
  },
  tooLong: {
    fr: 'Ce fichier dure plus de {limit} minutes. Coupez-le, puis envoyez-le.',
    en: 'This file lasts more than {limit} minutes. Cut it, then send it.',
    ar: 'مدة هذا الملف أكثر من {limit} دقيقة. اقطعه ثم أرسله.',
  },
  size: {
    fr: 'Cette vidéo fait {width} × {height} pixels. Il en faut de 16 à {limit} de chaque côté.',
    en: 'This clip is {width} × {height} pixels. It takes 16 to {limit} on each side.',
    ar: 'أبعاد هذا الفيديو {width} × {height} بكسل. يلزم من 16 إلى {limit} لكل ضلع.',
  },
  otherType: {
    fr: 'Ce fichier est de type {found}, pas {asked}. Corrigez le type, ou laissez-le vide.',
    en: 'This file is of type {found}, not {asked}. Correct the type, or leave it out.',
    ar: 'هذا الملف من النوع {found} وليس {asked}. صحّح النوع أو اتركه فارغًا.',
  },
});
