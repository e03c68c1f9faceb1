/** Which plants belong to which place, how many and how far. */
import type { Relief } from '../land/relief.ts';
import type { Easel } from '../scene/easel.ts';
import type { Flora, Setting } from '../scene/scene.ts';
import type { TreeKind } from './trees.ts';
import type { UndergrowthKind } from './undergrowth.ts';

/** So many of a kind between two distances. */
export interface Sowing {
  readonly kind: TreeKind | UndergrowthKind;
  /** In a square picture. */
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** Keeps the middle of the picture free: share of its half width. */
  readonly open?: number;
  /** Only at such heights above the water. */
  readonly below?: number;
  readonly above?: number;
  /** Only left (−1) or right (1) of the middle. */
  readonly side?: number;
  /** Within the picture whatever its format; few, and in front. */
  readonly isFramed?: boolean;
  /** Times its usual height. */
  readonly grown?: number;
}

type Part = (easel: Easel, relief: Relief, much: number) => readonly Sowing[];

const OF_PLACES: readonly (readonly [readonly Setting[], Part])[] = [
  [['forest'], (easel, relief, much) => forest(much, relief.shape.mountain > 0 || easel.asked.season === 'winter')],
  [
    ['jungle'],
    () => [
      { kind: 'broadleaf', count: 190, from: 26, to: 320, grown: 1.5 },
      { kind: 'palm', count: 26, from: 14, to: 80, open: 0.42 },
      { kind: 'fern', count: 90, from: 4, to: 26, open: 0.2 },
      { kind: 'broadleaf', count: 9, from: 9, to: 16, open: 0.85, grown: 1.5 },
    ],
  ],
  [
    ['savanna', 'huts'],
    (easel) => [
      { kind: 'acacia', count: 13, from: 26, to: 320, open: 0.2 },
      { kind: 'acacia', count: 1, from: 26, to: 34, isFramed: true, side: easel.sunSide, open: 0.4 },
      { kind: 'straw', count: 190, from: 5, to: 46 },
      { kind: 'scrub', count: 30, from: 16, to: 190 },
    ],
  ],
  [
    ['oasis'],
    (easel) => [
      { kind: 'palm', count: 46, from: 24, to: 48, below: 9, grown: 0.8 },
      { kind: 'reeds', count: 46, from: 11, to: 32, below: 0.8, above: 0.02 },
      { kind: 'palm', count: 2, from: 15, to: 20, isFramed: true, side: -easel.sunSide, open: 0.4 },
    ],
  ],
  [
    ['beach', 'island'],
    (easel) => [
      { kind: 'palm', count: 2, from: 10.5, to: 14, isFramed: true, open: 0.5, above: 0.15, side: -easel.sunSide },
      { kind: 'palm', count: 44, from: 300, to: 520, above: 2, grown: 1.1 },
    ],
  ],
  [
    ['desert'],
    (easel) =>
      easel.weightOf('oasis') > 0
        ? []
        : [
            { kind: 'scrub', count: 9, from: 14, to: 90, open: 0.2 },
            { kind: 'redStone', count: 5, from: 9, to: 60, open: 0.4 },
          ],
  ],
  [
    ['garden'],
    () => [
      { kind: 'roses', count: 34, from: 6, to: 40, open: 0.25 },
      { kind: 'flowers', count: 110, from: 4, to: 26 },
      { kind: 'cypress', count: 10, from: 20, to: 70, open: 0.3 },
      { kind: 'broadleaf', count: 16, from: 34, to: 160 },
    ],
  ],
  [
    ['kasbah'],
    () => [
      { kind: 'palm', count: 12, from: 24, to: 120, open: 0.3, grown: 0.8 },
      { kind: 'scrub', count: 34, from: 8, to: 90 },
    ],
  ],
  [
    ['lake', 'river', 'waterfall'],
    (_, relief) => [
      { kind: relief.shape.mountain ? 'pine' : 'broadleaf', count: 60, from: 46, to: 520 },
      { kind: 'reeds', count: 60, from: 7, to: 40, below: 0.7, above: 0.02 },
      { kind: 'stone', count: 12, from: 8, to: 30, below: 1.4, above: 0.02 },
    ],
  ],
  [['coast'], () => [{ kind: 'stone', count: 26, from: 9, to: 50, above: 0.02, below: 2, grown: 2, open: 0.2 }]],
  [['volcano'], () => [{ kind: 'stone', count: 22, from: 7, to: 60, grown: 1.4 }]],
];

const NOT_GREEN: readonly Setting[] = [
  'desert',
  'oasis',
  'beach',
  'island',
  'savanna',
  'huts',
  'kasbah',
  'pyramids',
  'sea',
  'coast',
  'harbour',
  'volcano',
];
const PAVED: readonly Setting[] = ['city', 'medina', 'street', 'market', 'mosque', 'harbour'];
const ASLEEP: readonly Sowing['kind'][] = ['flowers', 'grass', 'roses', 'bush', 'fern', 'reeds', 'straw'];

export function sowingsOf(easel: Easel, relief: Relief): Sowing[] {
  const { weightOf, asked } = easel;
  const isGreen = weightOf(...PAVED) <= 0.3 && weightOf(...NOT_GREEN) === 0;
  const all = [
    ...named(easel),
    ...OF_PLACES.flatMap(([places, part]) => (weightOf(...places) > 0 ? part(easel, relief, Math.min(1, 0.4 + weightOf(...places))) : [])),
    ...(isGreen ? meadow(weightOf('field') > 0.3) : []),
  ];
  const isWinter = asked.season === 'winter' || asked.weather.includes('snow');
  return isWinter ? all.filter(({ kind }) => !ASLEEP.includes(kind)) : all;
}

const forest = (much: number, isHigh: boolean): Sowing[] => [
  { kind: isHigh ? 'pine' : 'broadleaf', count: 250 * much, from: 46, to: 520 },
  { kind: isHigh ? 'broadleaf' : 'birch', count: 40 * much, from: 24, to: 120 },
  { kind: isHigh ? 'pine' : 'broadleaf', count: 20 * much, from: 20, to: 46, open: 0.36 },
  { kind: 'pine', count: 4, from: 15, to: 20, open: 0.66 },
  { kind: 'fern', count: 40, from: 6, to: 30, open: 0.25 },
];

const meadow = (isField: boolean): Sowing[] => [
  ...(isField ? [] : [{ kind: 'grass', count: 240, from: 4.5, to: 40 } as const, { kind: 'flowers', count: 26, from: 5, to: 18 } as const]),
  { kind: 'bush', count: 16, from: 20, to: 160, open: 0.15 },
  { kind: 'broadleaf', count: 18, from: 50, to: 420 },
];

/** Plants that the prompt names: many beyond, a few of them large in front. */
function named({ asked: { flora }, weightOf, sunSide }: Easel): Sowing[] {
  const isWood = weightOf('forest', 'jungle') > 0;
  return flora.flatMap((kind: Flora): Sowing[] => {
    if (kind === 'flowers') return [{ kind: 'flowers', count: 170, from: 4, to: 30 }];
    // A beach has its palms already.
    if (kind === 'palm' && weightOf('beach', 'island', 'oasis') > 0)
      return [{ kind, count: 7, from: 11, to: 30, open: 0.3, above: 0.15, side: -sunSide }];
    const [near, far] = kind === 'baobab' ? [30, 40] : kind === 'cactus' ? [9, 13] : [15, 20];
    return [
      { kind, count: isWood ? 60 : 9, from: 24, to: 130, open: 0.1 },
      { kind, count: 1, from: near, to: far, isFramed: true, side: -sunSide, open: 0.4 },
      { kind, count: 1, from: far, to: far * 1.5, isFramed: true, side: sunSide, open: 0.5 },
    ];
  });
}
