/** What the cinema slice says to people. */
import { messages } from '#kernel/message.ts';

export const fieldTexts = messages({
  contactNeeded: {
    fr: 'Indiquez une adresse e-mail ou un numéro de téléphone',
    en: 'Give an e-mail address or a phone number',
    ar: 'أدخل بريدًا إلكترونيًا أو رقم هاتف',
  },
  terms: {
    fr: 'Acceptez les conditions pour continuer',
    en: 'Accept the terms to continue',
    ar: 'وافق على الشروط للمتابعة',
  },
  appearance: {
    fr: 'Le teint et les origines ne sont enregistrés qu’avec votre accord explicite : cochez la case, ou videz ces champs',
    en: 'Skin tone and origins are only kept with your explicit consent: tick the box, or empty these fields',
    ar: 'لا تُحفظ لون البشرة والأصول إلا بموافقتك الصريحة: ضع علامة في الخانة أو أفرغ هذه الحقول',
  },
  unknownValue: {
    fr: 'Valeur inconnue : {value}',
    en: 'Unknown value: {value}',
    ar: 'قيمة غير معروفة: {value}',
  },
  tooMany: {
    fr: 'Au plus {limit, plural, one {# choix} other {# choix}}',
    en: 'At most {limit, plural, one {# choice} other {# choices}}',
    ar: '{limit, plural, zero {# خيار على الأكثر} one {خيار واحد على الأكثر} two {خياران على الأكثر} few {# خيارات على الأكثر} many {# خيارًا على الأكثر} other {# خيار على الأكثر}}',
  },
  documentNumber: {
    fr: 'Numéro de document invalide : lettres et chiffres, de 4 à 30 caractères',
    en: 'Invalid document number: letters and digits, 4 to 30 characters',
    ar: 'رقم الوثيقة غير صالح: حروف وأرقام، من 4 إلى 30 خانة',
  },
  production: {
    fr: 'Production illisible : un titre, et entre parenthèses le type et l’année, par exemple « Film X (Film, 2022) »',
    en: 'This production cannot be read: a title, then the type and the year in brackets, for example “Film X (Film, 2022)”',
    ar: 'تعذّرت قراءة هذا العمل: العنوان ثم النوع والسنة بين قوسين، مثل «فيلم س (فيلم، 2022)»',
  },
  otherTalent: {
    fr: 'Chaque compétence compte au plus {limit} caractères',
    en: 'Each skill has at most {limit} characters',
    ar: 'لا تتجاوز كل مهارة {limit} حرفًا',
  },
});

export const refusals = messages({
  notFound: { fr: 'Talent introuvable', en: 'Talent not found', ar: 'الموهبة غير موجودة' },
  accessDenied: { fr: 'Accès refusé', en: 'Access denied', ar: 'تم رفض الوصول' },
  adminNeeded: { fr: 'Accès administrateur requis', en: 'Admin access required', ar: 'يلزم حساب مسؤول' },
  castingFilter: {
    fr: 'Ce filtre est réservé aux directeurs de casting',
    en: 'This filter is for casting directors only',
    ar: 'هذا المرشح مخصص لمديري اختيار الممثلين',
  },
  duplicateDocument: {
    fr: 'Cette pièce d’identité est déjà enregistrée. Si c’est la vôtre, contactez le studio.',
    en: 'This identity document is already registered. If it is yours, contact the studio.',
    ar: 'وثيقة الهوية هذه مسجلة من قبل. إن كانت لك فتواصل مع الاستوديو.',
  },
  alreadyRegistered: {
    fr: 'Vous avez déjà une fiche CINEMA',
    en: 'You already have a CINEMA file',
    ar: 'لديك ملف سينمائي بالفعل',
  },
  photoNotFound: { fr: 'Photo introuvable', en: 'Photo not found', ar: 'الصورة غير موجودة' },
  galleryFull: {
    fr: 'La galerie compte déjà {limit} photos : retirez-en une d’abord',
    en: 'The gallery already has {limit} photos: remove one first',
    ar: 'يضم المعرض {limit} صورة بالفعل: احذف واحدة أولًا',
  },
});
