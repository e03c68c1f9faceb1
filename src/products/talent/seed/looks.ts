/** Looks that go together: what is common in the region, and what age does to hair and build. */
import type { Chance } from './chance.ts';
import type { Region } from './regions.ts';

export interface SeededLooks {
  readonly height: number | null;
  readonly weight: number | null;
  readonly eye_color: string | null;
  readonly hair_color: string | null;
  readonly hair_type: string | null;
  readonly skin_tone: string | null;
  readonly build: string | null;
}

const SKIN = ['Très clair', 'Clair', 'Beige', 'Medium', 'Mat', 'Olive', 'Caramel', 'Brun', 'Foncé', 'Ébène'];
const BUILDS = ['Très mince', 'Mince', 'Svelte', 'Moyenne', 'Athlétique', 'Musclée', 'Robuste', 'Ronde', 'Forte', 'Très forte'];
const NOBODY_SAYS: SeededLooks = {
  ...{ height: null, weight: null, eye_color: null, hair_color: null, hair_type: null, skin_tone: null, build: null },
};

/** One in fifty tells nothing about their looks. */
export function drawLooks(chance: Chance, region: Region, gender: 'M' | 'F', age: number): SeededLooks {
  if (chance.happens(0.02)) return NOBODY_SAYS;
  const height = Math.round(chance.around(gender === 'M' ? region.height : region.height - 12, 7));
  const heaviness = Math.min(9, Math.max(0, chance.around(2.6 + age / 22, 1.9)));
  const build = BUILDS[Math.floor(heaviness)] ?? 'Moyenne';
  const tone = Math.min(9, Math.max(0, Math.round(chance.around(region.skin, 1.6))));
  return {
    height,
    weight: Math.round((height / 100) ** 2 * (17.5 + heaviness * 1.9)),
    eye_color: eyes(chance, region),
    hair_color: hairColor(chance, region, gender, age),
    hair_type: hairType(chance, region, gender, age),
    skin_tone: SKIN[tone] ?? null,
    build,
  };
}

const eyes = (chance: Chance, { light }: Region): string =>
  chance.happens(light)
    ? chance.weigh([
        ['Noisette', 40],
        ['Marron clair', 24],
        ['Vert', 14],
        ['Ambre', 7],
        ['Vert clair', 5],
        ['Bleu', 5],
        ['Gris', 3],
        ['Bleu clair', 2],
        ['Vairon', 0.4],
      ])
    : chance.weigh([
        ['Marron', 46],
        ['Marron foncé', 34],
        ['Noir', 19],
        ['Marron clair', 1],
      ]);

function hairColor(chance: Chance, { light }: Region, gender: 'M' | 'F', age: number): string {
  if (age > 42 && chance.happens((age - 42) / (gender === 'M' ? 40 : 75)))
    return chance.weigh([
      ['Poivre et sel', 55],
      ['Gris', 28],
      ['Blanc', age > 62 ? 40 : 5],
    ]);
  if (chance.happens(gender === 'F' ? 0.05 : 0.01))
    return chance.weigh([
      ['Coloré', 60],
      ['Blond', 18],
      ['Auburn', 15],
      ['Blond clair', 7],
    ]);
  if (chance.happens(light * 2.2))
    return chance.weigh([
      ['Brun', 30],
      ['Châtain foncé', 20],
      ['Châtain', 18],
      ['Brun clair', 12],
      ['Châtain clair', 9],
      ['Blond foncé', 4],
      ['Auburn', 4],
      ['Roux', 3],
    ]);
  return chance.weigh([
    ['Noir', 74],
    ['Brun foncé', 26],
  ]);
}

function hairType(chance: Chance, { skin }: Region, gender: 'M' | 'F', age: number): string {
  if (gender === 'M' && chance.happens(0.1 + Math.max(0, age - 30) / 130))
    return chance.weigh([
      ['Rasé', 70],
      ['Chauve', age > 38 ? 45 : 8],
    ]);
  if (skin < 5)
    return chance.weigh([
      ['Ondulé', 34],
      ['Bouclé', 27],
      ['Lisse', 25],
      ['Frisé', 14],
    ]);
  return gender === 'F'
    ? chance.weigh([
        ['Tressé', 34],
        ['Crépu', 24],
        ['Afro', 17],
        ['Frisé', 12],
        ['Locks', 8],
        ['Lisse', 5],
      ])
    : chance.weigh([
        ['Crépu', 58],
        ['Frisé', 18],
        ['Afro', 14],
        ['Locks', 10],
      ]);
}
