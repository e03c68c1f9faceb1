/** For tests: what somebody types in each step, and the way through them. */
import type { LightMyRequestResponse } from 'fastify';

type Fields = Readonly<Record<string, string | readonly string[]>>;
export interface Walker {
  open(url: string): Promise<LightMyRequestResponse>;
  send(url: string, fields: Fields): Promise<LightMyRequestResponse>;
  next(): Promise<LightMyRequestResponse>;
}

export const REGISTER = '/cinema/register';
export const person = (email: string) => ({
  ...{ step: 'person', go: 'next', first_name: 'Awa', last_name: 'Diop', gender: 'F', date_of_birth: '1996-03-08', email },
  ...{ phone_dial: '+221', phone: '077 123 45 67', whatsapp_same: '1', instagram: '@awadiop' },
});
export const origins = { step: 'origins', go: 'next', country_of_origin_id: '2', country_id: '2', city_id: '', other_city: 'Dakar' };
export const paper = { id_document_type: 'CIN', id_document_number: 'sn 123456' };
export const work = {
  ...{ step: 'work', go: 'next', talent_types: ['Acteur Principal', 'Voix Off'], years_of_experience: '8' },
  ...{ language_1: 'wo', language_1_level: 'maternelle', language_2: 'fr', language_2_level: 'courant', language_3: '' },
  ...{ credit_1_title: 'La Pirogue', credit_1_type: 'Film', credit_1_year: '2022', credit_2_title: '', bio: 'Je joue et je danse.' },
};
export const looks = {
  ...{ step: 'looks', go: 'next', height: '172', eye_color: 'Marron foncé', hair_type: 'Tressé', skin_tone: 'Ébène' },
  appearance_consent: '1',
};

export const draftOf = (body: string): string => /name="draft" value="([^"]+)"/.exec(body)?.[1] ?? '';
/** What the summary of faults names. */
export const faultsOf = (body: string): string => body.match(/<a href="#f-[^"]*">.*?<\/a>/g)?.join(' ') ?? '';

/** Sends one step after the other; each must lead on. */
export async function pass(walker: Walker, steps: readonly Fields[], at = REGISTER): Promise<void> {
  await walker.open(at);
  for (const step of steps) {
    const reply = await walker.send(at, step);
    if (reply.statusCode !== 303) throw new Error(`${String(step['step'])} answered ${reply.statusCode}: ${faultsOf(reply.body)}`);
    await walker.next();
  }
}

/** The shortest way to the last step; answers the draft. */
export async function reachReview(walker: Walker, email: string, at = REGISTER): Promise<string> {
  await pass(walker, [person(email), origins, work, { step: 'looks', go: 'skip' }, { step: 'photos', go: 'skip' }], at);
  return draftOf((await walker.open(`${at}?step=review`)).body);
}
export const review = (draft: string) => ({ step: 'review', go: 'next', draft, terms: '1', is_public: '1' });
