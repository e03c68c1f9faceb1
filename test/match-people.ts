/** For tests: a few people of the platform whose order for one brief is known. */
import { type Registered, registerPerson } from './members.ts';
import type { Atelier } from './support.ts';

export const JOB = 'Recherche développeur web à Casablanca, anglais souhaité, 3 ans d’expérience.';

async function talentId(atelier: Atelier, name: string): Promise<number> {
  const headers = { 'api-version': '3' };
  const reply = await atelier.doors.site.inject({ url: '/api/v1/talents?per_page=100', headers });
  const { talents } = reply.json<{ talents: readonly { readonly id: number; readonly name: string }[] }>();
  const found = talents.find((talent) => talent.name === name);
  if (!found) throw new Error(`the catalogue has no talent called ${name}`);
  return found.id;
}

export async function registerBest(atelier: Atelier): Promise<Registered> {
  const talents = [await talentId(atelier, 'Développement Web')];
  return registerPerson(atelier, {
    ...{ first_name: 'Ilhame', last_name: 'Berrada', talents, years_experience: 6, languages: 'Français, anglais', city_id: 2 },
    bio: 'Développeuse web depuis six ans. Ilhame Berrada, ilhame@example.com, +212 6 11 22 33 44.',
  });
}

/** Two who do what `JOB` asks for, the second with less; two who do not. */
export async function registerCandidates(atelier: Atelier): Promise<Readonly<Record<'best' | 'good' | 'cook' | 'nurse', Registered>>> {
  const talents = [await talentId(atelier, 'Développement Web')];
  const person = (fields: Readonly<Record<string, unknown>>) => registerPerson(atelier, fields);
  return {
    best: await registerBest(atelier),
    good: await person({
      first_name: 'Omar',
      last_name: 'Kettani',
      talents,
      years_experience: 1,
      languages: 'Français',
      bio: 'Sites web.',
    }),
    cook: await person({ first_name: 'Rim', last_name: 'Saadi', bio: 'Cuisine marocaine et pâtisserie.', languages: 'Arabe' }),
    nurse: await person({ first_name: 'Nadia', last_name: 'Filali', bio: 'Infirmière de nuit.', languages: 'Arabe' }),
  };
}
