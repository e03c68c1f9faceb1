/** People of the CINEMA module for tests of the whole studio: brought in by an administrator, step by step, as an agency does. */
import { draftOf, pass, review } from '#products/talent/cinema-registration/test-steps.ts';
import { drawPhoto } from './papers.ts';
import type { Visitor } from './visitor.ts';

const NEW = '/cinema/talents/new';

/** What is typed in each step: every field that the form has. */
export const AWA = {
  person: {
    ...{ step: 'person', go: 'next', first_name: 'Awa', last_name: 'Diop', gender: 'F', date_of_birth: '1996-03-08' },
    ...{ phone_dial: '+221', phone: '77 123 45 67', whatsapp_dial: '+221', whatsapp: '77 765 43 21', email: 'awa@cinema.example' },
    ...{ website: 'https://awa.example/', telegram: 'https://t.me/awadiop', facebook: 'https://facebook.com/awadiop' },
    ...{ instagram: 'https://instagram.com/awadiop', tiktok: 'https://tiktok.com/@awadiop' },
  },
  origins: {
    ...{ step: 'origins', go: 'next', country_of_origin_id: '2', country_id: '1', city_id: '2' },
    ...{ id_document_type: 'Passeport', id_document_number: 'SN123456' },
  },
  work: {
    ...{ step: 'work', go: 'next', talent_types: ['Acteur Principal', 'Voix Off'], other_talents: ['Équitation', 'Chant'] },
    ...{ years_of_experience: '8', bio: 'Je joue et je danse.' },
    ...{ language_1: 'wo', language_1_level: 'maternelle', language_2: 'fr', language_2_level: 'courant' },
    ...{ credit_1_title: 'La Pirogue', credit_1_type: 'Film', credit_1_year: '2022' },
  },
  looks: {
    ...{ step: 'looks', go: 'next', height: '172', eye_color: 'Marron foncé', hair_color: 'Noir', hair_type: 'Tressé', skin_tone: 'Ébène' },
    ...{ build: 'Athlétique', ethnicities: ['Africaine', 'Arabe'], appearance_consent: '1' },
  },
} as const;

/** Registers somebody like Awa in the browser of an administrator; answers the code. `own` replaces fields of the steps. */
export async function registerCinemaPerson(
  admin: Visitor,
  own: Readonly<Partial<Record<keyof typeof AWA, Readonly<Record<string, string>>>>> = {},
): Promise<string> {
  const step = (name: keyof typeof AWA) => ({ ...AWA[name], ...own[name] });
  await pass(admin, [step('person'), step('origins'), step('work'), step('looks')], NEW);
  const photo = { name: 'a.jpg', content: drawPhoto(900, 1200), type: 'image/jpeg' };
  await admin.send(NEW, { step: 'photos', go: 'next' }, { photo });
  await admin.send(NEW, review(draftOf((await admin.open(`${NEW}?step=review`)).body)));
  const code = /[A-Z]{5}\d{4}[MF]/.exec((await admin.next()).body)?.[0];
  if (!code) throw new Error('the registration ended without a code');
  return code;
}
