import { describe, expect, it } from 'vitest';
import { MOST_FACES, promptOf, type ScriptFacts, writeScript } from './script.ts';

const project = {
  ...{ name: 'Le Dernier Voyage', description: 'Un capitaine rentre au port après vingt ans. Personne ne l’attend.' },
  ...{ shootingLocations: 'Essaouira', startDate: '2026-11-03', endDate: '2026-11-28' },
};
const facts = (changes: Partial<ScriptFacts> = {}): ScriptFacts => ({
  ...{ project, kind: 'Film', production: 'Atlas Productions', place: 'Essaouira, Maroc', tone: 'cinematic', language: 'fr', seconds: 30 },
  faces: [
    { name: 'Awa Diop', role: 'la capitaine' },
    { name: 'Sami Alaoui', role: null },
  ],
  ...changes,
});

describe('the script of a promo film', () => {
  it('tells what is known, in order, and nothing else', () => {
    expect(writeScript(facts()).map(({ narration }) => narration)).toEqual([
      'Le Dernier Voyage. Film, par Atlas Productions.',
      'Un capitaine rentre au port après vingt ans.',
      'Awa Diop est la capitaine.',
      'Avec Sami Alaoui.',
      'Tournage à Essaouira, Maroc, 3–28 novembre 2026.',
      'Une histoire à ne pas manquer.',
    ]);
  });

  it('gives each face its own scene, and shares the time', () => {
    const scenes = writeScript(facts());
    expect(scenes.map(({ face }) => face)).toEqual([null, null, 0, 1, null, null]);
    expect(scenes.map(({ seconds }) => seconds)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(writeScript(facts({ seconds: 5 })).every(({ seconds }) => seconds === 2)).toBe(true);
  });

  it('leaves out what is not known', () => {
    const bare = { name: 'Sans titre', description: null, shootingLocations: null, startDate: null, endDate: null };
    const scenes = writeScript(facts({ project: bare, production: null, place: '', faces: [], tone: 'lively', language: 'en' }));
    expect(scenes.map(({ narration }) => narration)).toEqual(['Sans titre. Film.', 'Soon. Stay with us!']);
    expect(promptOf({ project: bare, kind: 'Film', production: null, place: '' })).toBe('Sans titre (Film)');
  });

  it('never cuts a sentence, and shows no more faces than can be seen', () => {
    const long = { ...project, description: `${'mot '.repeat(80)}.` };
    const faces = Array.from({ length: 12 }, (_, index) => ({ name: `Personne ${index}`, role: null }));
    const scenes = writeScript(facts({ project: long, faces }));
    expect(scenes.filter(({ face }) => face !== null)).toHaveLength(MOST_FACES);
    expect(scenes.some(({ narration }) => narration.startsWith('mot'))).toBe(false);
  });

  it('speaks Arabic as well', () => {
    const [opening] = writeScript(facts({ language: 'ar', kind: 'فيلم' }));
    expect(opening?.narration).toBe('Le Dernier Voyage. فيلم، من إنتاج Atlas Productions.');
  });
});
