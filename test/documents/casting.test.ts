/** What the search for a role reads of CINEMA people: through the door, on people who registered by the form. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerCinemaPerson } from '#test/cinema-people.ts';
import { registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

interface Found {
  readonly code: string;
  readonly score: number;
  readonly evidence: readonly { readonly criterion: string; readonly state: string; readonly words?: string }[];
}

let atelier: Atelier;
let casting: Caller;
let code = '';
/** What is found of the person for one criterion. */
async function evidenceOf(criterion: object): Promise<readonly unknown[]> {
  const payload = { role_description: 'Un rôle dans un film', criteria: [criterion] };
  const reply = await casting.inject({ method: 'POST', url: '/cinema/ai-search', payload });
  expect(reply.statusCode, reply.body).toBe(200);
  const { candidates } = reply.json<{ candidates: readonly Found[] }>();
  const evidence = candidates.find((one) => one.code === code)?.evidence[0];
  return [evidence?.state, evidence?.words];
}

beforeAll(async () => {
  atelier = await startAtelier();
  casting = await atelier.as('casting');
  code = await registerCinemaPerson((await registerPerson(atelier, {}, 'admin')).visitor);
});

describe('a search for a role', () => {
  it.each([
    [
      'T-337 ethnicities, when the role asks for them',
      { kind: 'ethnicity', values: ['Africaine'] },
      { kind: 'ethnicity', values: ['Berbère'] },
    ],
    ['T-338 talent types', { kind: 'talent_type', values: ['Voix Off'] }, { kind: 'talent_type', values: ['Cascadeur'] }],
    ['T-339 languages spoken', { kind: 'language', values: ['wo'] }, { kind: 'language', values: ['en'] }],
    ['T-340 special skills', { kind: 'talent', values: ['Équitation'] }, { kind: 'talent', values: ['Développement Web'] }],
    ['T-344 age', { kind: 'age', min: 18, max: 60 }, { kind: 'age', min: 5, max: 7 }],
    ['T-344 height', { kind: 'height', min: 165, max: 180 }, { kind: 'height', min: 195 }],
    ['T-344 skin tone', { kind: 'skin_tone', values: ['Ébène'] }, { kind: 'skin_tone', values: ['Clair'] }],
    ['T-344 eyes', { kind: 'eye_color', values: ['Marron foncé'] }, { kind: 'eye_color', values: ['Bleu'] }],
    ['T-344 hair', { kind: 'hair_color', values: ['Noir'] }, { kind: 'hair_color', values: ['Blond'] }],
    ['T-341 T-346 years of film experience', { kind: 'experience', min: 5 }, { kind: 'experience', min: 30 }],
  ])('reads %s: met by who has them, not by who has others', async (_name, fits, other) => {
    expect((await evidenceOf({ must: false, ...fits }))[0]).toBe('met');
    expect((await evidenceOf({ must: false, ...other }))[0]).not.toBe('met');
  });

  it('T-345 says how well the person fits: higher for who has what is asked', async () => {
    const scoreFor = async (criteria: readonly object[]): Promise<number> => {
      const payload = { role_description: 'Un rôle dans un film', criteria };
      const reply = await casting.inject({ method: 'POST', url: '/cinema/ai-search', payload });
      return reply.json<{ candidates: readonly Found[] }>().candidates.find((one) => one.code === code)?.score ?? -1;
    };
    const [fits, other] = [
      { kind: 'talent_type', values: ['Voix Off'], must: false },
      { kind: 'talent_type', values: ['Choriste'], must: false },
    ];
    const tall = { kind: 'height', min: 165, max: 180, must: false };
    const [both, one] = [await scoreFor([fits, tall]), await scoreFor([other, tall])];
    expect([both > one, one >= 0, both <= 100]).toEqual([true, true, true]);
  });

  it.each([
    ['T-342 the biography', 'danse', 'Je joue et je danse.'],
    ['T-348 previous productions', 'pirogue', 'La Pirogue'],
  ])('reads %s, and quotes it', async (_name, word, quoted) => {
    const [state, words] = await evidenceOf({ kind: 'word', values: [word], must: false });
    expect([state, String(words)]).toEqual(['met', expect.stringContaining(quoted)]);
    expect((await evidenceOf({ kind: 'word', values: ['funambule'], must: false }))[0]).not.toBe('met');
  });
});
