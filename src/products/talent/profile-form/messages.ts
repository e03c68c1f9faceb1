/** What the forms of a profile say around their fields. */
import { messages } from '#kernel/message.ts';

export const m = messages({
  genderHint: {
    fr: 'La lettre de votre code : M, F ou N.',
    en: 'The letter of your code: M, F or N.',
    ar: 'حرف رمزك: M أو F أو N.',
  },
  birthHint: { fr: 'Il faut avoir 16 ans ou plus.', en: 'You must be 16 or older.', ar: 'يجب أن يكون عمرك 16 سنة أو أكثر.' },
  originHint: {
    fr: 'Il donne les deux premières lettres de votre code.',
    en: 'It gives the first two letters of your code.',
    ar: 'يعطي الحرفين الأولين من رمزك.',
  },
  nationalityHint: {
    fr: 'Laissez vide si c’est celle du pays d’origine.',
    en: 'Leave empty when it is that of the country of origin.',
    ar: 'اتركها فارغة إذا كانت جنسية بلد الأصل.',
  },
  otherCity: { fr: 'Autre ville…', en: 'Another city…', ar: 'مدينة أخرى…' },
  otherCityHint: {
    fr: 'Seulement si elle n’est pas dans la liste.',
    en: 'Only when it is not in the list.',
    ar: 'فقط إذا لم تكن في القائمة.',
  },
  phoneHint: {
    fr: 'Chiffré ; montré aux seuls recruteurs.',
    en: 'Encrypted; shown to recruiters only.',
    ar: 'مشفّر، ولا يظهر إلا لمسؤولي التوظيف.',
  },
  whatsappSame: {
    fr: 'WhatsApp : le même numéro que le téléphone',
    en: 'WhatsApp: the same number as the phone',
    ar: 'واتساب: نفس رقم الهاتف',
  },
  whatsappOther: { fr: 'Un autre numéro WhatsApp', en: 'Another WhatsApp number', ar: 'رقم واتساب آخر' },
  edit: { fr: 'Modifier', en: 'Edit', ar: 'تعديل' },
  readTerms: { fr: 'Lire les conditions', en: 'Read the terms', ar: 'قراءة الشروط' },
  readPrivacy: { fr: 'Lire la politique de confidentialité', en: 'Read the privacy policy', ar: 'قراءة سياسة الخصوصية' },
  noDial: { fr: 'Choisir', en: 'Choose', ar: 'اختر' },
  addressHint: { fr: 'Chiffrée, jamais publique.', en: 'Encrypted, never public.', ar: 'مشفّر وغير علني أبدًا.' },
  talentsLead: {
    fr: 'Ouvrez une catégorie et cochez ce que vous savez faire (30 au plus).',
    en: 'Open a category and tick what you can do (30 at most).',
    ar: 'افتح فئة وحدّد ما تجيده (30 على الأكثر).',
  },
  talentsSearch: { fr: 'Chercher un talent', en: 'Search a talent', ar: 'ابحث عن موهبة' },
  talentsNone: { fr: 'Aucun talent de ce nom.', en: 'No talent of that name.', ar: 'لا توجد موهبة بهذا الاسم.' },
  chosen: {
    fr: '{count, plural, =0 {} one {# choisi} other {# choisis}}',
    en: '{count, plural, =0 {} one {# chosen} other {# chosen}}',
    ar: '{count, plural, =0 {} one {واحدة} two {اثنتان} few {# مختارة} many {# مختارة} other {# مختارة}}',
  },
  yearsHint: { fr: 'Un nombre, 0 si vous débutez.', en: 'A number, 0 when you begin.', ar: 'عدد، 0 إذا كنت مبتدئًا.' },
  educationHint: { fr: 'Dernier diplôme ou école.', en: 'Last diploma or school.', ar: 'آخر شهادة أو مدرسة.' },
  rateHint: { fr: 'Par exemple : 1500–2500 MAD par jour.', en: 'For example: 1500–2500 MAD a day.', ar: 'مثلًا: 1500–2500 درهم في اليوم.' },
  bioHint: {
    fr: 'En quelques phrases : ce que vous faites, ce que vous cherchez.',
    en: 'In a few sentences: what you do, what you look for.',
    ar: 'في بضع جمل: ما تفعله وما تبحث عنه.',
  },
  languagesHint: {
    fr: 'Par exemple : français, arabe, wolof.',
    en: 'For example: French, Arabic, Wolof.',
    ar: 'مثلًا: الفرنسية، العربية، الولوف.',
  },
  links: { fr: 'Liens et réseaux sociaux', en: 'Links and social networks', ar: 'الروابط وشبكات التواصل' },
  linksLead: {
    fr: 'Facultatifs. Une adresse ou @votrenom ; les réseaux sont chiffrés.',
    en: 'Optional. An address or @yourname; networks are encrypted.',
    ar: 'اختيارية. رابط أو ‎@اسمك؛ تُحفظ الشبكات مشفّرة.',
  },
});
