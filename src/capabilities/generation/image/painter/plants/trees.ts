/** Trees by kind. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { clamp } from '../noise.ts';
import { lit } from '../scene/light.ts';
import { branch, type Clump, fork, leaves, trunk } from './foliage.ts';
import { palm } from './palm.ts';
import { type Gardener, leafColour, type Plant } from './sprites.ts';

const BARK: Rgb = [112, 84, 62];
const SNOW: Rgb = [242, 246, 252];

const crown = (gardener: Gardener, count: number, low: number, wide: number, size: number): Clump[] =>
  Array.from({ length: count }, (_, index) => {
    const { random } = gardener;
    const rise = (index + 0.5) / count;
    const reach = wide * Math.sin(Math.PI * (0.16 + 0.74 * rise));
    const radius = size * between(random, 0.8, 1.15) * (1 - 0.3 * rise);
    return { x: between(random, -reach, reach), y: -low - rise * (0.94 - low) + radius * 0.4, width: radius * 1.15, height: radius };
  });

function broadleaf(gardener: Gardener, green: Rgb, wide = 0.3): void {
  const { random, season } = gardener;
  if (season === 'winter') {
    trunk(gardener, { foot: 0.035, tip: 0.02, top: 0.3, lean: 0, colour: BARK });
    const ends = fork(gardener, [0, -0.28], -Math.PI / 2, 0.22, 0.03, BARK, 4);
    for (const [x, y] of ends) branch(gardener, [x, y], [x + between(random, -0.02, 0.02), y - 0.03], 0.004, SNOW);
    return;
  }
  trunk(gardener, { foot: 0.036, tip: 0.016, top: 0.55, lean: between(random, -0.04, 0.04), colour: BARK });
  for (const side of [-1, 1]) branch(gardener, [0, -0.32], [side * between(random, 0.12, 0.2), -0.58], 0.018, BARK, side * 0.05);
  leaves(gardener, crown(gardener, 11, 0.32, wide, 0.165), leafColour(gardener, green), 54, 0.17);
}

/** Boughs in tiers from the ground up, those at the back first, each a drooping blade of needles. */
function pine(gardener: Gardener): void {
  const { pen, light, random, sunSide, season, detail } = gardener;
  trunk(gardener, { foot: 0.024, tip: 0.004, top: 0.95, lean: 0, colour: [92, 70, 56] });
  const green = leafColour(gardener, [44, 86, 62], true);
  const tiers = detail < 0.5 ? 9 : detail < 1 ? 16 : 24;
  const boughs = detail < 0.5 ? 9 : detail < 1 ? 19 : 30;
  for (let tier = 0; tier < tiers; tier += 1) {
    const rise = tier / (tiers - 1);
    const reach = 0.235 * (1 - rise) ** 0.85 * between(random, 0.84, 1.14) + 0.01;
    const drop = 0.075 * (1 - rise * 0.62);
    const thick = (detail < 0.5 ? 0.05 : 0.03) * (1 - rise * 0.62);
    for (let bough = 0; bough < boughs; bough += 1) {
      // From both edges inwards: what points towards us covers the rest.
      const along = ((bough % 2 ? 1 : -1) * (boughs - bough)) / boughs;
      const x = along * reach * between(random, 0.8, 1.12);
      const y = -0.1 - rise * 0.86 + between(random, -0.016, 0.016);
      const tone = clamp(0.42 + along * sunSide * 0.4 + rise * 0.12 + between(random, -0.2, 0.2));
      const isWhite = season === 'winter' && random() < 0.5;
      pen.fillStyle = css(lit(light, isWhite ? SNOW : mix(green, [124, 156, 72], tone * 0.34), tone));
      const foot = y + drop * between(random, 0.35, 0.95) * (1 - 0.45 * along * along);
      pen.beginPath();
      pen.moveTo(x * 0.05 - thick * 0.5, y - 0.05);
      pen.quadraticCurveTo(x * 0.7, y - 0.02, x, foot);
      pen.quadraticCurveTo(x * 0.5 + thick * 0.2, y + drop * 0.35 + thick * 0.5, x * 0.05 + thick * 0.5, y - 0.01);
      pen.fill();
    }
  }
}

function acacia(gardener: Gardener): void {
  const { random } = gardener;
  const bark: Rgb = [96, 74, 58];
  trunk(gardener, { foot: 0.028, tip: 0.02, top: 0.42, lean: 0.03, colour: bark });
  const pads: Clump[] = [];
  for (let arm = 0; arm < 7; arm += 1) {
    const to: [number, number] = [((arm - 3) / 3) * between(random, 0.42, 0.58), -between(random, 0.7, 0.86) + Math.abs(arm - 3) * 0.035];
    branch(gardener, [0.02, -0.4], to, 0.015, bark, (arm - 3) * 0.03);
    pads.push({ x: to[0] * 0.95, y: to[1] - 0.03, width: between(random, 0.15, 0.22), height: between(random, 0.04, 0.062) });
  }
  pads.push({ x: -0.18, y: -0.88, width: 0.26, height: 0.055 }, { x: 0.2, y: -0.87, width: 0.27, height: 0.055 });
  leaves(gardener, pads, leafColour(gardener, [104, 128, 58], true), 62, 0.34);
}

function baobab(gardener: Gardener): void {
  const { pen, light, random, sunSide } = gardener;
  const bark: Rgb = [158, 124, 102];
  const ends: [number, number][] = [];
  for (let arm = 0; arm < 7; arm += 1) {
    const turn = -Math.PI / 2 + ((arm - 3) / 3) * 1.16;
    ends.push(
      ...fork(gardener, [((arm - 3) / 3) * 0.1, -0.6], turn, between(random, 0.13, 0.18), 0.042 - Math.abs(arm - 3) * 0.004, bark, 2),
    );
  }
  const wash = pen.createLinearGradient(-0.16, 0, 0.16, 0);
  wash.addColorStop(sunSide < 0 ? 0 : 1, css(lit(light, bark, 0.95)));
  wash.addColorStop(0.5, css(lit(light, bark, 0.55)));
  wash.addColorStop(sunSide < 0 ? 1 : 0, css(lit(light, mix(bark, [60, 40, 50], 0.3), 0.1)));
  pen.fillStyle = wash;
  pen.beginPath();
  pen.moveTo(-0.2, 0.01);
  pen.bezierCurveTo(-0.14, -0.1, -0.17, -0.38, -0.13, -0.66);
  pen.lineTo(0.13, -0.66);
  pen.bezierCurveTo(0.17, -0.38, 0.14, -0.1, 0.2, 0.01);
  pen.fill();
  for (let fold = 0; fold < 9; fold += 1) {
    const x = between(random, -0.12, 0.12);
    branch(
      gardener,
      [x * 1.15, 0],
      [x * 0.9, -between(random, 0.3, 0.6)],
      0.004,
      mix(bark, [60, 44, 44], 0.6),
      between(random, -0.02, 0.02),
    );
  }
  leaves(
    gardener,
    ends.map(([x, y]) => ({ x, y, width: 0.07, height: 0.042 })),
    leafColour(gardener, [98, 132, 58], true),
    16,
    0.32,
  );
}

function cypress(gardener: Gardener): void {
  trunk(gardener, { foot: 0.014, tip: 0.008, top: 0.2, lean: 0, colour: BARK });
  const clumps = Array.from({ length: 13 }, (_, index) => {
    const rise = index / 12;
    const width = 0.082 * Math.sin(Math.PI * (0.2 + 0.78 * rise)) + 0.012;
    return { x: between(gardener.random, -0.012, 0.012), y: -0.1 - rise * 0.84, width, height: 0.075 };
  });
  leaves(gardener, clumps, leafColour(gardener, [42, 78, 52], true), 40, 0.26);
}

function cactus(gardener: Gardener): void {
  const { pen, light, random, sunSide } = gardener;
  const green: Rgb = [88, 126, 76];
  const limb = (points: readonly (readonly [number, number])[], width: number): void => {
    for (const [offset, tone, share] of [
      [0, 0.12, 1],
      [sunSide * 0.16, 0.6, 0.66],
      [sunSide * 0.26, 1, 0.22],
    ] as const) {
      pen.strokeStyle = css(lit(light, green, tone));
      pen.lineWidth = width * share;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.beginPath();
      for (const [index, [x, y]] of points.entries()) index === 0 ? pen.moveTo(x + offset * width, y) : pen.lineTo(x + offset * width, y);
      pen.stroke();
    }
  };
  limb(
    [
      [0, 0],
      [0, -0.9],
    ],
    0.12,
  );
  for (const side of [-1, 1]) {
    const low = between(random, 0.32, 0.5);
    limb(
      [
        [0, -low],
        [side * 0.17, -low - 0.02],
        [side * 0.18, -low - between(random, 0.2, 0.34)],
      ],
      0.085,
    );
  }
}

function birch(gardener: Gardener): void {
  const { random } = gardener;
  trunk(gardener, { foot: 0.02, tip: 0.008, top: 0.8, lean: between(random, -0.03, 0.03), colour: [226, 222, 214] });
  for (let mark = 0; mark < 12; mark += 1)
    branch(gardener, [-0.014, -mark * 0.055 - 0.04], [between(random, -0.004, 0.014), -mark * 0.055 - 0.044], 0.007, [60, 56, 60]);
  if (gardener.season !== 'winter') leaves(gardener, crown(gardener, 12, 0.32, 0.17, 0.1), leafColour(gardener, [142, 172, 74]), 34, 0.2);
}

function bamboo(gardener: Gardener): void {
  const { random } = gardener;
  for (let stalk = 0; stalk < 6; stalk += 1) {
    const x = (stalk - 2.5) * 0.05;
    const lean = x + between(random, -0.06, 0.06);
    branch(gardener, [x, 0], [lean, -0.95], 0.018, mix([118, 158, 66], [84, 120, 56], random()), 0.01);
    leaves(gardener, [{ x: lean, y: -between(random, 0.6, 0.9), width: 0.12, height: 0.08 }], [112, 160, 70], 22, 0.22);
  }
}

const tree = (draw: Plant['draw'], spread: number, from: number, to: number): Plant => ({ draw, spread, tall: [from, to] });

export const TREES = {
  broadleaf: tree((gardener) => broadleaf(gardener, [84, 128, 54]), 0.46, 7, 12),
  blossom: tree((gardener) => broadleaf({ ...gardener, season: null }, [244, 166, 196], 0.34), 0.5, 5, 8),
  olive: tree((gardener) => broadleaf({ ...gardener, season: null }, [132, 144, 104], 0.36), 0.52, 4, 6),
  argan: tree((gardener) => broadleaf({ ...gardener, season: null }, [112, 128, 66], 0.42), 0.58, 5, 7),
  pine: tree(pine, 0.28, 9, 17),
  palm: tree(palm, 0.42, 8, 13),
  acacia: tree(acacia, 0.8, 6, 9),
  baobab: tree(baobab, 0.56, 13, 18),
  cypress: tree(cypress, 0.14, 9, 14),
  cactus: tree(cactus, 0.3, 3, 5),
  birch: tree(birch, 0.3, 9, 13),
  bamboo: tree(bamboo, 0.34, 7, 10),
} as const satisfies Record<string, Plant>;
export type TreeKind = keyof typeof TREES;
