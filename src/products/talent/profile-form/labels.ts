/** The names of the fields of a profile and of their values, as people read them; every form and page of the product uses them. */
import { type Message, messages } from '#kernel/message.ts';
import { roleMessages } from '#kernel/page/messages.ts';

export const labels = messages({
  first_name: { fr: 'Prénom', en: 'First name', ar: 'الاسم الشخصي' },
  last_name: { fr: 'Nom', en: 'Last name', ar: 'الاسم العائلي' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address', ar: 'البريد الإلكتروني' },
  password: { fr: 'Mot de passe', en: 'Password', ar: 'كلمة المرور' },
  gender: { fr: 'Genre', en: 'Gender', ar: 'الجنس' },
  date_of_birth: { fr: 'Date de naissance', en: 'Date of birth', ar: 'تاريخ الميلاد' },
  age: { fr: 'Âge', en: 'Age', ar: 'العمر' },
  country_id: { fr: 'Pays d’origine', en: 'Country of origin', ar: 'بلد الأصل' },
  nationality: { fr: 'Nationalité', en: 'Nationality', ar: 'الجنسية' },
  residence_country_id: { fr: 'Pays de résidence', en: 'Country of residence', ar: 'بلد الإقامة' },
  residence_city_id: { fr: 'Ville de résidence', en: 'City of residence', ar: 'مدينة الإقامة' },
  city_id: { fr: 'Ville', en: 'City', ar: 'المدينة' },
  other_city: { fr: 'Nom de votre ville', en: 'Name of your city', ar: 'اسم مدينتك' },
  phone_dial: { fr: 'Indicatif', en: 'Dial code', ar: 'رمز البلد' },
  phone: { fr: 'Téléphone', en: 'Phone', ar: 'الهاتف' },
  whatsapp: { fr: 'WhatsApp', en: 'WhatsApp', ar: 'واتساب' },
  address: { fr: 'Adresse', en: 'Address', ar: 'العنوان' },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  availability: { fr: 'Disponibilité', en: 'Availability', ar: 'التوفر' },
  work_mode: { fr: 'Mode de travail', en: 'Work mode', ar: 'نمط العمل' },
  work_time: { fr: 'Temps de travail', en: 'Working time', ar: 'وقت العمل' },
  years_experience: { fr: 'Années d’expérience', en: 'Years of experience', ar: 'سنوات الخبرة' },
  rate_range: { fr: 'Fourchette de tarifs', en: 'Rate range', ar: 'نطاق الأسعار' },
  bio: { fr: 'Présentation', en: 'About you', ar: 'نبذة عنك' },
  languages: { fr: 'Langues parlées', en: 'Languages spoken', ar: 'اللغات' },
  education: { fr: 'Formation', en: 'Education', ar: 'التكوين' },
  portfolio_url: { fr: 'Portfolio', en: 'Portfolio', ar: 'معرض الأعمال' },
  website: { fr: 'Site web', en: 'Website', ar: 'الموقع الإلكتروني' },
  linkedin: { fr: 'LinkedIn', en: 'LinkedIn', ar: 'LinkedIn' },
  instagram: { fr: 'Instagram', en: 'Instagram', ar: 'Instagram' },
  twitter: { fr: 'X (Twitter)', en: 'X (Twitter)', ar: 'X (Twitter)' },
  facebook: { fr: 'Facebook', en: 'Facebook', ar: 'Facebook' },
  github: { fr: 'GitHub', en: 'GitHub', ar: 'GitHub' },
  behance: { fr: 'Behance', en: 'Behance', ar: 'Behance' },
  dribbble: { fr: 'Dribbble', en: 'Dribbble', ar: 'Dribbble' },
  imdb_url: { fr: 'IMDb', en: 'IMDb', ar: 'IMDb' },
  threads: { fr: 'Threads', en: 'Threads', ar: 'Threads' },
  photo: { fr: 'Photo', en: 'Photo', ar: 'الصورة' },
  cv: { fr: 'CV', en: 'CV', ar: 'السيرة الذاتية' },
  code: { fr: 'Code unique', en: 'Unique code', ar: 'الرمز الفريد' },
  role: { fr: 'Rôle', en: 'Role', ar: 'الدور' },
  is_public: { fr: 'Profil public', en: 'Public profile', ar: 'ملف عام' },
  account_active: { fr: 'Compte', en: 'Account', ar: 'الحساب' },
});

export const genders = messages({
  M: { fr: 'Homme', en: 'Man', ar: 'ذكر' },
  F: { fr: 'Femme', en: 'Woman', ar: 'أنثى' },
  N: { fr: 'Non précisé', en: 'Not stated', ar: 'غير محدد' },
});

export const availabilities = messages({
  disponible_maintenant: { fr: 'Disponible maintenant', en: 'Available now', ar: 'متاح الآن' },
  disponible_prochainement: { fr: 'Disponible prochainement', en: 'Available soon', ar: 'متاح قريبًا' },
  projet_actuel: { fr: 'En projet actuellement', en: 'On a project', ar: 'في مشروع حاليًا' },
  non_disponible: { fr: 'Non disponible', en: 'Not available', ar: 'غير متاح' },
});

export const workModes = messages({
  sur_site: { fr: 'Sur site', en: 'On site', ar: 'في الموقع' },
  a_distance: { fr: 'À distance', en: 'Remote', ar: 'عن بُعد' },
  hybride: { fr: 'Hybride', en: 'Hybrid', ar: 'مختلط' },
  flexible: { fr: 'Flexible', en: 'Flexible', ar: 'مرن' },
});

export const workTimes = messages({
  'Temps plein': { fr: 'Temps plein', en: 'Full time', ar: 'دوام كامل' },
  'Temps partiel': { fr: 'Temps partiel', en: 'Part time', ar: 'دوام جزئي' },
  Flexible: { fr: 'Flexible', en: 'Flexible', ar: 'مرن' },
});

/** The categories of the catalogue, which keeps them in French. */
const categories: Readonly<Record<string, Message>> = messages({
  Technologie: { fr: 'Technologie', en: 'Technology', ar: 'التكنولوجيا' },
  Créatif: { fr: 'Créatif', en: 'Creative', ar: 'الإبداع' },
  Business: { fr: 'Business', en: 'Business', ar: 'الأعمال' },
  Éducation: { fr: 'Éducation', en: 'Education', ar: 'التعليم' },
  Santé: { fr: 'Santé', en: 'Health', ar: 'الصحة' },
  'Métiers techniques': { fr: 'Métiers techniques', en: 'Skilled trades', ar: 'الحرف التقنية' },
  'Hôtellerie et tourisme': { fr: 'Hôtellerie et tourisme', en: 'Hospitality and tourism', ar: 'الفندقة والسياحة' },
  'Agriculture et environnement': { fr: 'Agriculture et environnement', en: 'Farming and environment', ar: 'الزراعة والبيئة' },
  Sport: { fr: 'Sport', en: 'Sport', ar: 'الرياضة' },
  'Chant et musique': { fr: 'Chant et musique', en: 'Singing and music', ar: 'الغناء والموسيقى' },
  Danse: { fr: 'Danse', en: 'Dance', ar: 'الرقص' },
  'Combat et cascade': { fr: 'Combat et cascade', en: 'Combat and stunts', ar: 'القتال والمجازفات' },
  'Équitation et animaux': { fr: 'Équitation et animaux', en: 'Riding and animals', ar: 'الفروسية والحيوانات' },
  Conduite: { fr: 'Conduite', en: 'Driving', ar: 'القيادة' },
  'Cirque et scène': { fr: 'Cirque et scène', en: 'Circus and stage', ar: 'السيرك والمسرح' },
  'Voix et présence': { fr: 'Voix et présence', en: 'Voice and presence', ar: 'الصوت والحضور' },
});
export const categoryLabel = (category: string): Message | string => categories[category] ?? category;

const lookUp = (group: Readonly<Record<string, Message>>, value: string | null): Message | string | null =>
  value === null || value === '' ? null : (group[value] ?? value);
/** The words of a value; a value that has none stands for itself, an absent one is null. */
export const genderLabel = (value: string | null): Message | string | null => lookUp(genders, value);
export const availabilityLabel = (value: string | null): Message | string | null => lookUp(availabilities, value);
export const workModeLabel = (value: string | null): Message | string | null => lookUp(workModes, value);
export const workTimeLabel = (value: string | null): Message | string | null => lookUp(workTimes, value);
export const roleLabel = (value: string): Message | string => lookUp(roleMessages, value) ?? value;
