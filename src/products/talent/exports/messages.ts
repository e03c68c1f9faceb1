import { messages } from '#kernel/message.ts';

/** What the columns of exported files are called, where a profile form has no word for it. */
export const heads = messages({
  age: { fr: 'Âge', en: 'Age', ar: 'العمر' },
  city: { fr: 'Ville', en: 'City', ar: 'المدينة' },
  country: { fr: 'Pays de résidence', en: 'Country of residence', ar: 'بلد الإقامة' },
  origin: { fr: 'Pays d’origine', en: 'Country of origin', ar: 'بلد الأصل' },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  score: { fr: 'Profil (%)', en: 'Profile (%)', ar: 'اكتمال الملف (%)' },
  hasCv: { fr: 'CV', en: 'CV', ar: 'السيرة الذاتية' },
  hasPhoto: { fr: 'Photo', en: 'Photo', ar: 'الصورة' },
  active: { fr: 'Compte ouvert', en: 'Account open', ar: 'الحساب مفتوح' },
  created: { fr: 'Inscription (UTC)', en: 'Registered (UTC)', ar: 'تاريخ التسجيل (UTC)' },
  updated: { fr: 'Modification (UTC)', en: 'Changed (UTC)', ar: 'آخر تعديل (UTC)' },
  types: { fr: 'Types de talent', en: 'Talent types', ar: 'أنواع المواهب' },
  height: { fr: 'Taille (cm)', en: 'Height (cm)', ar: 'الطول (سم)' },
  weight: { fr: 'Poids (kg)', en: 'Weight (kg)', ar: 'الوزن (كغ)' },
  eyes: { fr: 'Yeux', en: 'Eyes', ar: 'العينان' },
  hair: { fr: 'Cheveux', en: 'Hair', ar: 'الشعر' },
  hairType: { fr: 'Type de cheveux', en: 'Hair type', ar: 'نوع الشعر' },
  skin: { fr: 'Teint', en: 'Skin tone', ar: 'لون البشرة' },
  build: { fr: 'Corpulence', en: 'Build', ar: 'البنية' },
  ethnicities: { fr: 'Origines déclarées', en: 'Stated origins', ar: 'الأصول المصرح بها' },
  languages: { fr: 'Langues', en: 'Languages', ar: 'اللغات' },
  skills: { fr: 'Compétences spéciales', en: 'Special skills', ar: 'مهارات خاصة' },
  years: { fr: 'Années d’expérience', en: 'Years of experience', ar: 'سنوات الخبرة' },
  credits: { fr: 'Productions précédentes', en: 'Previous productions', ar: 'إنتاجات سابقة' },
  document: { fr: 'Pièce d’identité', en: 'Identity document', ar: 'وثيقة الهوية' },
  gallery: { fr: 'Photos de galerie', en: 'Gallery photos', ar: 'صور المعرض' },
  isPublic: { fr: 'Profil public', en: 'Public profile', ar: 'ملف عام' },
});

export const m = messages({
  yes: { fr: 'oui', en: 'yes', ar: 'نعم' },
  no: { fr: 'non', en: 'no', ar: 'لا' },
  users: { fr: 'Utilisateurs', en: 'Users', ar: 'المستخدمون' },
  cinema: { fr: 'Talents CINEMA', en: 'CINEMA talents', ar: 'مواهب السينما' },
  listOf: {
    fr: '{total, plural, =0 {Personne} one {# personne} other {# personnes}} · {date}',
    en: '{total, plural, =0 {Nobody} one {# person} other {# people}} · {date}',
    ar: '{total, plural, =0 {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}} · {date}',
  },
  page: { fr: 'Page {page}', en: 'Page {page}', ar: 'صفحة {page}' },
  tooLong: {
    fr: 'Cette liste compte {total} personnes ; un PDF en imprime {limit} au plus. Resserrez les filtres, ou choisissez Excel ou CSV, sans limite.',
    en: 'This list has {total} people; a PDF prints {limit} at most. Narrow the filters, or choose Excel or CSV, which have no limit.',
    ar: 'تضم هذه القائمة {total} شخصًا؛ يطبع ملف PDF {limit} على الأكثر. ضيّق المرشحات أو اختر Excel أو CSV بلا حد.',
  },
});
