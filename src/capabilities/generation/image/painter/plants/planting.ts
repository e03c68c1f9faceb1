/** Sets the plants of a scene down on the land. */

import { between, type Random } from '../../../random.ts';
import type { Relief } from '../land/relief.ts';
import type { Standing } from '../land/terrain.ts';
import type { Easel } from '../scene/easel.ts';
import { type Sowing, sowingsOf } from './sowings.ts';
import { createPlanter, type Plant, type Planter } from './sprites.ts';
import { TREES } from './trees.ts';
import { UNDERGROWTH } from './undergrowth.ts';

/** Pictures are up to this much wider than high; what lies outside is planted and not painted, so that formats agree. */
const WIDEST = 1.55;
const SQUARE = 0.5;
const CLEARING = 15;

export function plantsOf(easel: Easel, relief: Relief): Standing[] {
  const planter = createPlanter(easel);
  const garden: Garden = {
    easel,
    relief,
    planter,
    hasWay: relief.shape.road + relief.shape.river + easel.weightOf('village', 'huts', 'kasbah') > 0,
    hasHero: easel.asked.things.length > 0 || easel.asked.people !== null,
  };
  return sowingsOf(easel, relief).flatMap((sowing, index) => {
    const random = easel.random(`sow ${index} ${sowing.kind}`);
    const count = sowing.isFramed ? sowing.count : Math.round((sowing.count * WIDEST) / SQUARE);
    return Array.from({ length: count }, () => set(garden, sowing, random)).filter((plant) => plant !== null);
  });
}

interface Garden {
  readonly easel: Easel;
  readonly relief: Relief;
  readonly planter: Planter;
  readonly hasWay: boolean;
  /** Somebody or something stands in front: the ground about it is kept low. */
  readonly hasHero: boolean;
}

function set({ easel, relief, planter, hasWay, hasHero }: Garden, sowing: Sowing, random: Random): Standing | null {
  const plant: Plant = { ...TREES, ...UNDERGROWTH }[sowing.kind];
  const far = sowing.from * (sowing.to / sowing.from) ** random();
  const wide = sowing.isFramed ? Math.min(SQUARE, easel.width / easel.unit / 2) * 0.9 : WIDEST;
  const open = sowing.open ?? 0;
  const chance = sowing.isFramed ? (sowing.side ?? 1) * between(random, open, 1) : between(random, -1, 1);
  const angle = (chance * wide) / 1.05;
  const metres = between(random, ...plant.tall) * (sowing.grown ?? 1);
  const variant = random();
  const z = sowing.isFramed ? ashore(relief, angle, far) : far;
  const x = angle * z;
  if (!sowing.isFramed && (Math.abs(angle) < SQUARE * open || angle * (sowing.side ?? 0) < 0)) return null;
  if (hasWay && Math.abs(x - relief.winding(z)) < 3.6 + z * 0.02) return null;
  if (hasHero && z < CLEARING && metres > 0.6 && Math.abs(angle) < 0.34) return null;
  if (Math.abs(x) * easel.camera.focal > (easel.camera.middle + metres * easel.camera.focal) * z * 1.1) return null;
  const height = relief.height(x, z);
  if (height < (sowing.above ?? 0.25) || height > (sowing.below ?? 420)) return null;
  return { x, z, y: height - 0.05, paint: (at) => planter(sowing.kind, plant, at, metres, variant) };
}

/** What must be seen comes nearer until it stands on land. */
function ashore(relief: Relief, angle: number, from: number): number {
  for (let z = from; z > 8.5; z *= 0.93) if (relief.height(angle * z, z) > 0.3) return z;
  return from;
}
