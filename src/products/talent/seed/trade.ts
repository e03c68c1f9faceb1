/** What a seeded person does: experience grows with age, and what one is offered with both. */
import type { Chance } from './chance.ts';
import type { SeededLooks } from './looks.ts';

const TITLES = [
  'Les Ombres du Sahel',
  'Retour à Gorée',
  'Casa la nuit',
  'Le Marché',
  'Lagos Heights',
  'La Dernière Récolte',
  'Sable rouge',
  'Terminus Abidjan',
];

/** Two in five begin; the others have worked for part of the years since they were sixteen. */
export const drawExperience = (chance: Chance, age: number): number | null =>
  chance.happens(0.03) ? null : chance.happens(0.4) ? 0 : Math.floor(Math.max(0, age - 16) * chance.number() ** 1.7);

export function drawTalentTypes(chance: Chance, gender: 'M' | 'F', age: number, years: number, looks: SeededLooks): readonly string[] {
  const height = looks.height ?? 165;
  const isAthletic = looks.build === 'Athlétique' || looks.build === 'Musclée';
  const shares: readonly (readonly [string, number])[] = [
    ['Figurant', 0.62 - Math.min(0.3, years / 40)],
    ['Silhouette', 0.22],
    ['Acteur Secondaire', 0.06 + Math.min(0.45, years / 22)],
    ['Acteur Principal', 0.02 + Math.min(0.3, years / 36)],
    ['Doublure', 0.05],
    ['Doublure Lumière', 0.04],
    ['Cascadeur', isAthletic && age < 45 ? 0.14 : 0.004],
    ['Mannequin', age < 36 && height > (gender === 'F' ? 170 : 181) ? 0.4 : 0.04],
    ['Voix Off', 0.05 + Math.min(0.08, years / 150)],
    ['Figurant Spécialisé', 0.08],
    ['Choriste', 0.03],
    ['Danseur de fond', age < 38 ? 0.09 : 0.01],
    ['Autre', 0.01],
  ];
  const drawn = shares.filter(([, share]) => chance.happens(share)).map(([type]) => type);
  return drawn.length ? drawn : ['Figurant'];
}

export const drawProductions = (chance: Chance, years: number): readonly { title: string; type: string; year: string }[] =>
  years < 1 || chance.happens(0.5)
    ? []
    : Array.from({ length: 1 + Math.floor(chance.number() * Math.min(4, years)) }, () => ({
        title: chance.pick(TITLES),
        type: chance.weigh([
          ['Film', 3],
          ['Série TV', 4],
          ['Publicité', 3],
          ['Court métrage', 2],
        ]),
        year: String(2025 - Math.floor(chance.number() * Math.min(20, years))),
      }));

/** Somebody speaks what their neighbours speak, and never nothing. */
export function drawLanguages(chance: Chance, spoken: readonly (readonly [value: string, weight: number])[]): readonly string[] {
  const drawn = spoken.filter(([, share]) => chance.happens(share / 100)).map(([code]) => code);
  return drawn.length ? drawn : [chance.weigh(spoken)];
}

export function drawSome<T>(chance: Chance, list: readonly T[], most: number): readonly T[] {
  const count = Math.floor(chance.number() ** 2 * (most + 1));
  return list.length ? [...new Set(Array.from({ length: count }, () => list[chance.early(list.length)] as T))] : [];
}
