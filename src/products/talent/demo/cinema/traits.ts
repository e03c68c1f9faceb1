/** How the painter portrays somebody from what their file says: the same person always looks the same. */

import { randomFrom } from '../portraits/palette.ts';
import type { HairStyle, PortraitTraits } from '../portraits/traits.ts';

export interface Appearance {
  readonly code: string;
  readonly gender: 'M' | 'F';
  readonly age: number;
  readonly skinTone: string | null;
  readonly hairType: string | null;
  readonly hairColor: string | null;
}

/** Complexions of the painter for the tones of the forms, the deepest first. */
const SKIN: Readonly<Record<string, number>> = {
  Ébène: 0,
  Foncé: 1,
  Brun: 2,
  Caramel: 3,
  Olive: 4,
  Mat: 5,
  Medium: 6,
  Beige: 7,
  Clair: 8,
  'Très clair': 8,
};
const HAIR: Readonly<Record<string, readonly [women: readonly HairStyle[], men: readonly HairStyle[]]>> = {
  Lisse: [['bun', 'hijab', 'waves'], ['side-part']],
  Ondulé: [
    ['waves', 'hijab', 'bun'],
    ['side-part', 'short'],
  ],
  Bouclé: [
    ['curls', 'hijab'],
    ['short', 'curls'],
  ],
  Frisé: [['curls', 'puff', 'headwrap'], ['short']],
  Crépu: [
    ['puff', 'headwrap', 'gele', 'cornrows'],
    ['short', 'cap'],
  ],
  Afro: [
    ['afro', 'puff'],
    ['afro', 'short'],
  ],
  Tressé: [['box-braids', 'cornrows'], ['cornrows']],
  Locks: [['locs'], ['locs']],
  Rasé: [
    ['bald', 'headwrap'],
    ['bald', 'turban'],
  ],
  Chauve: [['headwrap'], ['bald', 'turban', 'cap']],
};
const COLORS: Readonly<Record<string, NonNullable<PortraitTraits['hairColor']>>> = {
  Gris: 'grey',
  Blanc: 'grey',
  'Poivre et sel': 'grey',
  Brun: 'brown',
  'Brun clair': 'brown',
  Châtain: 'brown',
  Auburn: 'auburn',
  Roux: 'auburn',
};
const CLOTH = ['#7c2438', '#2d5f8f', '#1f6f6b', '#c8553d', '#34326f', '#6e8b4e', '#7b3f6e', '#2b2b33', '#b9531f', '#0e3f47'];
const ACCENT = ['#f2b544', '#fbe0c3', '#e9d8b8', '#f08a5d', '#a9c7c0', '#f4e6cf'];
const LIPS = ['#9c3b50', '#8c3b2f', '#a85853'];

/** `take` tells pictures of one person apart: other clothes, another wall. */
export function traitsOf({ code, gender, age, skinTone, hairType, hairColor }: Appearance, take = 0): PortraitTraits {
  const face = randomFrom(code);
  const day = randomFrom(`${code} ${take}`);
  const of = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const feminine = gender === 'F';
  const [women, men] = HAIR[hairType ?? 'Crépu'] ?? HAIR['Crépu'] ?? [['puff'], ['short']];
  const beards = ['stubble', 'short', 'full', 'goatee', 'moustache'] as const;
  const beard = !feminine && face() < 0.55 ? { beard: of(face, beards) } : {};
  const hair = of(face, feminine ? women : men);
  const covered = hair === 'hijab' || hair === 'veil';
  const glasses = face() < 0.12 ? { glasses: of(face, ['round', 'square'] as const) } : {};
  return {
    seed: code,
    feminine,
    skin: SKIN[skinTone ?? ''] ?? 1 + Math.floor(face() * 5),
    face: of(face, ['oval', 'round', 'long', 'square', 'heart'] as const),
    hair,
    hairColor: COLORS[hairColor ?? ''] ?? 'black',
    nose: of(face, ['wide', 'medium', 'narrow'] as const),
    lips: of(face, ['full', 'medium', 'thin'] as const),
    age: age < 30 ? 'young' : age < 52 ? 'adult' : 'senior',
    ...beard,
    ...glasses,
    ...(feminine ? { lipstick: of(face, LIPS) } : {}),
    ...(feminine && !covered ? { earrings: of(face, ['hoops', 'drops', 'studs', 'beads'] as const) } : {}),
    smile: day() < 0.6,
    clothes: of(
      day,
      feminine ? (['blazer', 'wax', 'kaftan', 'tee', 'roll-neck'] as const) : (['shirt', 'boubou', 'djellaba', 'tee', 'blazer'] as const),
    ),
    cloth: of(day, CLOTH),
    accent: of(day, ACCENT),
    backdrop: Math.floor(day() * 10),
  };
}
