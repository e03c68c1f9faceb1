/** The names of the fields of a CINEMA file, as people read them. */
import { messages } from '#kernel/message.ts';
import { words } from '../profile-form/profile-form.tsx';

const { first_name, last_name, email, gender, date_of_birth, age, nationality, phone, phone_dial, whatsapp, website, bio } = words.labels;

export const labels = {
  ...{ first_name, last_name, email, gender, date_of_birth, age, nationality, phone, phone_dial, whatsapp, website, bio },
  ...messages({
    instagram: { fr: 'Instagram', en: 'Instagram', ar: 'إنستغرام' },
    tiktok: { fr: 'TikTok', en: 'TikTok', ar: 'تيك توك' },
    facebook: { fr: 'Facebook', en: 'Facebook', ar: 'فيسبوك' },
    telegram: { fr: 'Telegram', en: 'Telegram', ar: 'تيليغرام' },
    country_of_origin_id: { fr: 'Pays d’origine', en: 'Country of origin', ar: 'بلد الأصل' },
    city_of_origin_id: { fr: 'Ville d’origine', en: 'City of origin', ar: 'مدينة الأصل' },
    country_id: { fr: 'Pays de résidence', en: 'Country of residence', ar: 'بلد الإقامة' },
    city_id: { fr: 'Ville de résidence', en: 'City of residence', ar: 'مدينة الإقامة' },
    other_city: { fr: 'Nom de la ville', en: 'Name of the city', ar: 'اسم المدينة' },
    id_document_type: { fr: 'Pièce d’identité', en: 'Identity document', ar: 'وثيقة الهوية' },
    id_document_number: { fr: 'Numéro de la pièce', en: 'Number of the document', ar: 'رقم الوثيقة' },
    talent_types: { fr: 'Ce que vous faites', en: 'What you do', ar: 'ما تقوم به' },
    languages: { fr: 'Langues parlées', en: 'Languages spoken', ar: 'اللغات' },
    language_levels: { fr: 'Niveaux de langue', en: 'Levels of language', ar: 'مستويات اللغة' },
    other_talents: { fr: 'Talents particuliers', en: 'Special skills', ar: 'مهارات خاصة' },
    years_of_experience: { fr: 'Années d’expérience', en: 'Years of experience', ar: 'سنوات الخبرة' },
    previous_productions: { fr: 'Productions passées', en: 'Past productions', ar: 'أعمال سابقة' },
    appearance_consent: { fr: 'Votre accord', en: 'Your agreement', ar: 'موافقتك' },
    height: { fr: 'Taille', en: 'Height', ar: 'الطول' },
    weight: { fr: 'Poids', en: 'Weight', ar: 'الوزن' },
    eye_color: { fr: 'Couleur des yeux', en: 'Eye colour', ar: 'لون العينين' },
    hair_color: { fr: 'Couleur des cheveux', en: 'Hair colour', ar: 'لون الشعر' },
    hair_type: { fr: 'Type de cheveux', en: 'Hair type', ar: 'نوع الشعر' },
    skin_tone: { fr: 'Teint', en: 'Skin tone', ar: 'لون البشرة' },
    build: { fr: 'Morphologie', en: 'Build', ar: 'البنية' },
    ethnicities: { fr: 'Origines', en: 'Origins', ar: 'الأصول' },
    photo: { fr: 'Photo de profil', en: 'Profile photo', ar: 'صورة الملف' },
    id_photo: { fr: 'Photo de la pièce d’identité', en: 'Photo of the identity document', ar: 'صورة وثيقة الهوية' },
    gallery: { fr: 'Galerie', en: 'Gallery', ar: 'معرض الصور' },
    terms: { fr: 'Conditions', en: 'Terms', ar: 'الشروط' },
    is_public: { fr: 'Profil public', en: 'Public profile', ar: 'ملف عام' },
  }),
};
export type FieldName = keyof typeof labels;
