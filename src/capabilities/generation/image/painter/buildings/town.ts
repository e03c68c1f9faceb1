/** Which buildings stand where. Towns line a street that leads away from us, or lie on the land beyond. */

import { between, type Random } from '../../../random.ts';
import type { Relief } from '../land/relief.ts';
import type { Standing } from '../land/terrain.ts';
import { clamp } from '../noise.ts';
import type { Easel } from '../scene/easel.ts';
import type { Box } from './box.ts';
import { kasbahTower } from './kasbah.ts';
import { castle, lighthouse, pyramid } from './landmarks.ts';
import { stall } from './market.ts';
import { arcade, dome, house, lantern, minaret, OCHRE, WHITE } from './medina.ts';
import { tower } from './towers.ts';
import { cottage, hut } from './village.ts';

type Builder = (easel: Easel, box: Box, random: Random) => void;

export function buildingsOf(easel: Easel, relief: Relief): Standing[] {
  const { weightOf } = easel;
  const built: Standing[] = [];
  const isFar = relief.shape.sea > 0 || relief.shape.lake > 0 || relief.shape.river > 0;
  const put = (...more: Standing[]): void => void built.push(...more);
  if (weightOf('city') > 0)
    put(
      ...(isFar || weightOf('harbour') > 0
        ? skyline(easel, 700, 0.9)
        : [...skyline(easel, 330, 1), ...street(easel, tower, { half: 8.5, wide: [11, 16], tall: [16, 62], from: 9, to: 300, gap: 0.12 })]),
    );
  const isNorth = easel.random('whitewash')() < 0.4 || isFar;
  const medina: Builder = (on, box, random) => house(on, box, random, isNorth ? WHITE : OCHRE);
  if (weightOf('medina', 'street') > 0)
    put(...(isFar ? hillTown(easel, relief, medina) : lane(easel, weightOf('city') > 0 ? tower : medina)));
  if (weightOf('mosque') > 0) put(...mosque(easel, relief));
  if (weightOf('kasbah') > 0) put(...kasbah(easel, relief));
  if (weightOf('market') > 0) put(...market(easel, medina, weightOf('medina', 'street', 'city') === 0));
  if (weightOf('village') > 0) put(...scattered(easel, relief, cottage, { count: 17, wide: [6, 9], tall: [3.2, 4.6], from: 34, to: 190 }));
  if (weightOf('huts') > 0) put(...scattered(easel, relief, hut, { count: 11, wide: [4, 5.6], tall: [2, 2.5], from: 17, to: 90 }));
  if (weightOf('castle') > 0) put(landmark(easel, relief, castle, { z: 300, wide: 96, tall: 66 }));
  if (weightOf('pyramids') > 0)
    put(
      landmark(easel, relief, pyramid, { z: 620, wide: 400, tall: 210, at: 0.12 }),
      landmark(easel, relief, pyramid, { z: 950, wide: 420, tall: 190, at: -0.3 }),
    );
  if (weightOf('coast', 'harbour') > 0)
    put(landmark(easel, relief, lighthouse, { z: 190, wide: 6, tall: 30, at: easel.sunSide === 1 ? -0.3 : 0.3 }));
  return built;
}

const build = (easel: Easel, box: Box, random: Random, builder: Builder): Standing => ({
  x: (box.left + box.right) / 2,
  z: box.near,
  paint: () => builder(easel, box, random),
});

interface Row {
  readonly half: number;
  readonly wide: readonly [number, number];
  readonly tall: readonly [number, number];
  readonly from: number;
  readonly to: number;
  /** Chance of a free plot. */
  readonly gap: number;
}

/** Both sides of a street; the houses deepen with the distance, for nobody could tell them apart. */
function street(easel: Easel, builder: Builder, { half, wide, tall, from, to, gap }: Row): Standing[] {
  const built: Standing[] = [];
  for (const side of [-1, 1]) {
    const random = easel.random(`street ${side}`);
    for (let z = from * (side < 0 ? 0.86 : 1); z < to; ) {
      const depth = between(random, ...wide) * (1 + z / 160);
      const height = between(random, ...tall) * (0.8 + 0.5 * clamp(z / 200));
      const edge = half + between(random, 0, 0.5);
      const box = {
        left: side < 0 ? -edge - depth : edge,
        right: side < 0 ? -edge : edge + depth,
        near: z,
        far: z + depth * 0.97,
        foot: 0.9,
        top: 0.9 + height,
      };
      if (random() >= gap) built.push(build(easel, box, easel.random(`plot ${side} ${built.length}`), builder));
      z += depth;
    }
  }
  return built;
}

function skyline(easel: Easel, z: number, grown: number): Standing[] {
  const random = easel.random('skyline');
  return Array.from({ length: 96 }, (_, index) => {
    const depth = z * between(random, 0.85, 1.75);
    const angle = between(random, -1.55, 1.55);
    const wide = z * between(random, 0.04, 0.085);
    const rise = z * grown * (0.06 + 0.36 * random() ** 2.2 * Math.exp(-((angle / 0.75) ** 2)));
    const left = angle * depth - wide / 2;
    return build(
      easel,
      { left, right: left + wide, near: depth, far: depth + wide, foot: 0, top: rise },
      easel.random(`tower ${index}`),
      tower,
    );
  });
}

/** A lane between houses: narrow, with lanterns and an end that is closed. */
function lane(easel: Easel, builder: Builder): Standing[] {
  const random = easel.random('lane');
  const isCity = builder === tower;
  const houses = street(easel, builder, {
    half: isCity ? 5 : 3.1,
    wide: [4.5, 7.5],
    tall: isCity ? [12, 24] : [5.5, 9],
    from: 5.2,
    to: 90,
    gap: 0,
  });
  const lamps = Array.from({ length: 5 }, (_, index): Standing => {
    const z = 9 + index * 6.5;
    const x = between(random, -2, 2);
    return { x, z, paint: () => lantern(easel, x, 4.6, z) };
  });
  const tall = build(easel, { left: -1.5 + between(random, -3, 3), right: 4, near: 92, far: 97, foot: 1, top: 27 }, random, minaret);
  return [...houses, ...(isCity ? [] : [...lamps, tall])];
}

/** Houses that climb a slope, a minaret above them. */
function hillTown(easel: Easel, relief: Relief, builder: Builder): Standing[] {
  const random = easel.random('hill town');
  const houses = Array.from({ length: 150 }, (_, index) => {
    const z = between(random, 190, 420);
    const x = between(random, -0.62, 0.62) * z;
    const wide = between(random, 8, 15);
    const foot = Math.max(1, relief.height(x, z)) + ((z - 190) / 230) * 34 * Math.exp(-((x / z / 0.42) ** 2)) - 2;
    return build(
      easel,
      { left: x - wide / 2, right: x + wide / 2, near: z, far: z + wide, foot: foot - 8, top: foot + between(random, 6, 11) },
      easel.random(`house ${index}`),
      builder,
    );
  });
  const x = between(random, -25, 25);
  return [...houses, build(easel, { left: x - 5, right: x + 5, near: 330, far: 340, foot: 14, top: 70 }, random, minaret)];
}

function mosque(easel: Easel, relief: Relief): Standing[] {
  const random = easel.random('mosque');
  const side = easel.sunSide;
  const z = relief.shape.sea > 0 ? 170 : 62;
  const size = z / 62;
  const foot = Math.max(0.6, relief.height(0, z)) - 0.4;
  const hall: Box = { left: -15 * size, right: 15 * size, near: z, far: z + 22 * size, foot, top: foot + 9 * size };
  const prayer: Standing = {
    x: 0,
    z,
    paint: () => {
      arcade(easel, hall);
      dome(easel, { x: 0, z: z + 4, foot: hall.top - 0.3, radius: 7 * size }, [206, 226, 214]);
      for (const at of [-10.5, 10.5]) dome(easel, { x: at * size, z: z + 3, foot: hall.top - 0.2, radius: 3.4 * size }, [214, 226, 216]);
    },
  };
  const left = side * 19.5 * size - 3.4 * size;
  return [
    prayer,
    build(easel, { left, right: left + 6.8 * size, near: z - 2, far: z + 5 * size, foot, top: foot + 34 * size }, random, minaret),
  ];
}

function kasbah(easel: Easel, relief: Relief): Standing[] {
  const random = easel.random('kasbah');
  const z = 74;
  return Array.from({ length: 17 }, (_, index) => {
    const depth = z + between(random, 0, 58);
    const x = ((index - 8) / 8) * 44 + between(random, -4, 4);
    const isTower = index % 2 === 0;
    const wide = isTower ? between(random, 6, 8.5) : between(random, 12, 18);
    const foot = Math.max(0.8, relief.height(x, depth)) - 1;
    const top = foot + (isTower ? between(random, 16, 24) : between(random, 8, 13)) + (depth - z) * 0.12;
    return build(
      easel,
      { left: x - wide / 2, right: x + wide / 2, near: depth, far: depth + wide, foot, top },
      easel.random(`kasbah ${index}`),
      kasbahTower,
    );
  });
}

function market(easel: Easel, builder: Builder, withHouses: boolean): Standing[] {
  const built: Standing[] = withHouses
    ? street(easel, builder, { half: 8.2, wide: [7, 11], tall: [6, 11], from: 11, to: 130, gap: 0.05 })
    : [];
  for (const side of [-1, 1]) {
    const random = easel.random(`market ${side}`);
    for (let z = 5.6 + (side < 0 ? 0.6 : 0); z < 44; z += between(random, 3.6, 4.6)) {
      const inner = between(random, 1.8, 2.2);
      const outer = inner + between(random, 3, 3.8);
      const box = { left: side < 0 ? -outer : inner, right: side < 0 ? -inner : outer, near: z, far: z + 2, foot: 0.9, top: 3.2 };
      built.push(build(easel, box, easel.random(`stall ${side} ${built.length}`), stall));
    }
  }
  return built;
}

interface Scatter {
  readonly count: number;
  readonly wide: readonly [number, number];
  readonly tall: readonly [number, number];
  readonly from: number;
  readonly to: number;
}

function scattered(easel: Easel, relief: Relief, builder: Builder, { count, wide, tall, from, to }: Scatter): Standing[] {
  const random = easel.random('scattered');
  const built: Standing[] = [];
  for (let index = 0; index < count * 3; index += 1) {
    const z = from * (to / from) ** random();
    const x = between(random, -1.4, 1.4) * z;
    const across = between(random, ...wide);
    const rise = between(random, ...tall);
    const foot = relief.height(x, z);
    const isClose = built.some((other) => Math.abs(other.x - x) < across * 1.3 && Math.abs(other.z - z) < across * 1.4);
    if (foot < 0.4 || isClose || (Math.abs(x) < 3.5 && z < 60)) continue;
    built.push(
      build(
        easel,
        { left: x - across / 2, right: x + across / 2, near: z, far: z + across * 1.25, foot: foot - 0.5, top: foot + rise },
        easel.random(`plot ${index}`),
        builder,
      ),
    );
  }
  return built;
}

function landmark(
  easel: Easel,
  relief: Relief,
  builder: Builder,
  { z, wide, tall, at = 0.08 }: { z: number; wide: number; tall: number; at?: number },
): Standing {
  const x = at * z;
  const foot = Math.max(1, relief.height(x, z)) - 1;
  return build(
    easel,
    { left: x - wide / 2, right: x + wide / 2, near: z, far: z + wide, foot, top: foot + tall },
    easel.random('landmark'),
    builder,
  );
}
