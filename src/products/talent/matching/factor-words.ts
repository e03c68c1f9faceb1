/** The parts of a score, as people read them. */
import { type Message, messages } from '#kernel/message.ts';
import type { FactorName } from '../ranking/ranking.ts';

const m = messages({
  skills: { fr: 'Compétences', en: 'Skills', ar: 'المهارات' },
  words: { fr: 'Mots du profil', en: 'Words of the profile', ar: 'كلمات الملف' },
  languages: { fr: 'Langues', en: 'Languages', ar: 'اللغات' },
  experience: { fr: 'Expérience', en: 'Experience', ar: 'الخبرة' },
  place: { fr: 'Lieu', en: 'Place', ar: 'المكان' },
  availability: { fr: 'Disponibilité', en: 'Availability', ar: 'التوفر' },
  profile: { fr: 'Profil complet', en: 'Complete profile', ar: 'اكتمال الملف' },
  age: { fr: 'Âge à l’écran', en: 'Playing age', ar: 'العمر' },
  height: { fr: 'Taille', en: 'Height', ar: 'الطول' },
  look: { fr: 'Apparence demandée', en: 'Look asked for', ar: 'المظهر المطلوب' },
  type: { fr: 'Type de talent', en: 'Talent type', ar: 'نوع الموهبة' },
});

export const factorWord = (name: FactorName): Message => m[name];
