import { messages } from '#kernel/message.ts';

/** What the library refuses. */
export const m = messages({
  noMedium: { fr: 'Média introuvable', en: 'Medium not found', ar: 'الوسيط غير موجود' },
  noConsent: {
    fr: 'Cette demande d’accord n’existe pas. Ouvrez le lien complet de votre e-mail.',
    en: 'There is no such request for consent. Open the whole link of your e-mail.',
    ar: 'طلب الموافقة هذا غير موجود. افتح الرابط كاملًا من بريدك الإلكتروني.',
  },
  known: {
    fr: 'Le studio sait déjà qui apparaît ici : il n’y a rien à déclarer.',
    en: 'The studio knows already who appears here: there is nothing to declare.',
    ar: 'يعرف الاستوديو من يظهر هنا: لا شيء للتصريح به.',
  },
  nameSomebody: {
    fr: 'Nommez au moins une personne, ou choisissez « personne de réel ».',
    en: 'Name at least one person, or choose “nobody real”.',
    ar: 'اذكر شخصًا واحدًا على الأقل، أو اختر «لا أحد حقيقي».',
  },
  tooManyPeople: {
    fr: 'Au plus {most} personnes, et {longest} caractères par nom.',
    en: 'At most {most} people, and {longest} characters in a name.',
    ar: '{most} شخصًا كحد أقصى، و{longest} حرفًا لكل اسم.',
  },
  noSuchCode: {
    fr: 'Personne n’a le code {code}. Vérifiez-le, ou écrivez le nom.',
    en: 'Nobody has the code {code}. Check it, or write the name.',
    ar: 'لا أحد يحمل الرمز {code}. تحقق منه أو اكتب الاسم.',
  },
  choosePurpose: { fr: 'Choisissez au moins un usage.', en: 'Choose at least one use.', ar: 'اختر استعمالًا واحدًا على الأقل.' },
  chooseMedia: { fr: 'Cochez au moins un média.', en: 'Tick at least one medium.', ar: 'حدد وسيطًا واحدًا على الأقل.' },
  badDay: { fr: 'Une date, par exemple 2027-12-31.', en: 'A date, for example 2027-12-31.', ar: 'تاريخ، مثل 2027-12-31.' },
  pastDay: {
    fr: 'Cette date est passée. Choisissez-en une à venir.',
    en: 'This day has passed. Choose one to come.',
    ar: 'مضى هذا التاريخ. اختر تاريخًا قادمًا.',
  },
  tooLong: { fr: 'Au plus {most} caractères.', en: 'At most {most} characters.', ar: '{most} حرفًا كحد أقصى.' },
  noAddress: {
    fr: '{person} n’a pas d’adresse e-mail ici. Faites signer un accord sur papier et enregistrez-le.',
    en: '{person} has no e-mail address here. Have a consent signed on paper and record it.',
    ar: 'ليس لدى {person} بريد إلكتروني هنا. اطلب توقيع موافقة ورقية ثم سجّلها.',
  },
  alreadyAsked: {
    fr: 'Cette demande est déjà envoyée à {person}, qui n’a pas encore répondu.',
    en: 'This was already asked of {person}, who has not answered yet.',
    ar: 'أُرسل هذا الطلب إلى {person} من قبل ولم يُجب بعد.',
  },
  alreadyAnswered: {
    fr: 'Vous avez déjà répondu à cette demande.',
    en: 'You have answered this request already.',
    ar: 'لقد أجبت عن هذا الطلب من قبل.',
  },
  nothingToWithdraw: {
    fr: 'Il n’y a pas d’accord à retirer.',
    en: 'There is no consent to withdraw.',
    ar: 'لا توجد موافقة لسحبها.',
  },
  documentMissing: {
    fr: 'Joignez le document signé (PDF, PNG ou JPEG), ou cochez « accord signé gardé au studio ».',
    en: 'Attach the signed document (PDF, PNG or JPEG), or tick “signed paper kept at the studio”.',
    ar: 'أرفق الوثيقة الموقعة (PDF أو PNG أو JPEG)، أو حدد «ورقة موقعة محفوظة في الاستوديو».',
  },
});
