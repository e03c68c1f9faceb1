/** The other people of the CINEMA demonstration: drawn, with contacts that lead nowhere, the newest with everything a file can hold. */
import type { DrawnPerson } from '../../seed/seed.ts';

export interface CrowdMember {
  readonly form: Readonly<Record<string, unknown>>;
  /** ISO code of the country of residence. */
  readonly home: string;
  readonly talentTypes: readonly string[];
  /** How long ago the person registered, in days. */
  readonly daysAgo: number;
  readonly isRich: boolean;
}

const LONGEST_DAYS = 160;
const RICH = 6;
const BIOS = [
  'Disponible les week-ends et les nuits. Je connais les plateaux, j’arrive toujours avant le car.',
  'Je viens du théâtre de quartier, j’apprends vite un texte et je garde mon calme entre les prises.',
  'Trois ans de figuration, deux silhouettes parlantes, une envie de premier rôle.',
  'Sportive, à l’aise avec les animaux et la poussière. Je conduis, je monte, je tombe sans me faire mal.',
  'J’ai appris à attendre : c’est la moitié du métier.',
];

/** `position`: 0 is the first to have registered, `count - 1` the last. */
export function crowdMember(person: DrawnPerson, position: number, count: number): CrowdMember {
  const number = String(position + 100).padStart(6, '0');
  const isRich = position >= count - RICH;
  const handle = `${person.home.code.toLowerCase()}${number}`;
  const networks = {
    facebook: `https://www.facebook.com/${handle}.example`,
    instagram: `https://www.instagram.com/${handle}.example`,
    tiktok: `https://www.tiktok.com/@${handle}.example`,
    telegram: `https://t.me/${handle}_example`,
    website: `https://${handle}.example`,
  };
  return {
    home: person.home.code,
    talentTypes: person.form.talent_types,
    daysAgo: (1 - (position + 1) / (count + 1)) ** 1.4 * LONGEST_DAYS,
    isRich,
    form: {
      ...person.form,
      ...(isRich ? { ...networks, ...EVERYTHING } : position % 3 === 0 ? { instagram: networks.instagram } : {}),
      email: `talent.${number}@people.example`,
      phone: `${person.home.dial}600${number}`,
      ...(position % 2 === 0 ? { whatsapp: `${person.home.dial}600${number}` } : {}),
      id_document_type: position % 5 === 0 ? 'Passeport' : 'CIN',
      id_document_number: `${person.home.code}${number}`,
      bio: BIOS[position % BIOS.length],
      terms: true,
      appearance_consent: true,
      is_public: isRich || person.form.is_public,
    },
  };
}

/** What a file of the documents has, whoever was drawn. */
const EVERYTHING = {
  years_of_experience: 6,
  previous_productions: [
    { title: 'Les Ombres du Sahel', type: 'Film', year: '2022' },
    { title: 'Retour à Gorée', type: 'Série TV', year: '2023' },
  ],
  other_talents: ['Chant', 'Danse moderne', 'Équitation'],
  languages: ['fr', 'ar', 'en'],
  language_levels: { fr: 'bilingue', ar: 'maternelle', en: 'courant' },
  ...{ height: 172, weight: 64, eye_color: 'Marron', hair_color: 'Noir', hair_type: 'Bouclé', skin_tone: 'Caramel', build: 'Athlétique' },
  ethnicities: ['Africaine'],
};
