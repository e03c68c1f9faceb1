/** Words printed on cards and sheets. */
import { messages } from '#kernel/message.ts';

export const printed = messages({
  card: { fr: 'Carte talent', en: 'Talent card', ar: 'بطاقة موهبة' },
  sheet: { fr: 'Profil de talent', en: 'Talent profile', ar: 'ملف موهبة' },
  code: { fr: 'Code', en: 'Code', ar: 'الرمز' },
  scan: { fr: 'Scannez pour ouvrir le profil', en: 'Scan to open the profile', ar: 'امسح الرمز لفتح الملف' },
  cut: {
    fr: 'À découper : imprimez à 100 %, coupez aux repères, pliez au milieu.',
    en: 'To cut out: print at 100 %, cut at the marks, fold in the middle.',
    ar: 'للقص: اطبع بالحجم الكامل، قص عند العلامات ثم اطوِ في الوسط.',
  },
  found: {
    fr: 'Carte trouvée ? Le code suffit pour prévenir son titulaire sur {site}.',
    en: 'Found this card? Its code is enough to reach its holder on {site}.',
    ar: 'هل وجدت هذه البطاقة؟ يكفي الرمز للوصول إلى صاحبها على {site}.',
  },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  about: { fr: 'À propos', en: 'About', ar: 'نبذة' },
  education: { fr: 'Formation', en: 'Education', ar: 'التكوين' },
  languages: { fr: 'Langues', en: 'Languages', ar: 'اللغات' },
  experience: { fr: 'Expérience', en: 'Experience', ar: 'الخبرة' },
  years: {
    fr: '{years, plural, =0 {Débutant} one {# an} other {# ans}}',
    en: '{years, plural, =0 {Beginner} one {# year} other {# years}}',
    ar: '{years, plural, =0 {مبتدئ} one {سنة واحدة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  },
  rate: { fr: 'Tarif', en: 'Rate', ar: 'الأجر' },
  workMode: { fr: 'Mode de travail', en: 'Work mode', ar: 'نمط العمل' },
  badge: { fr: 'Badge', en: 'Badge', ar: 'شارة' },
  badgeFound: {
    fr: 'Badge trouvé ? Merci de le rendre à la production. · {site}',
    en: 'Found this badge? Please hand it to the production. · {site}',
    ar: 'هل وجدت هذه الشارة؟ يرجى تسليمها إلى فريق الإنتاج. · {site}',
  },
  contact: { fr: 'Contact', en: 'Contact', ar: 'للتواصل' },
});
