/** What grows low: bushes, tufts of grass, flowers, reeds; and stones among them. */

import { between, pick } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { lit } from '../scene/light.ts';
import { leaves } from './foliage.ts';
import { type Gardener, leafColour, type Plant } from './sprites.ts';

function bush(gardener: Gardener, green: Rgb, bloom: Rgb | null): void {
  const { random } = gardener;
  const clumps = Array.from({ length: 7 }, () => ({
    x: between(random, -0.5, 0.5),
    y: -between(random, 0.2, 0.62),
    width: 0.34,
    height: 0.3,
  }));
  leaves(gardener, clumps, leafColour(gardener, green), 34, 0.2);
  if (bloom)
    leaves(
      gardener,
      clumps.map((clump) => ({ ...clump, y: clump.y - 0.05 })),
      bloom,
      9,
      0.14,
    );
}

function grass(gardener: Gardener, green: Rgb): void {
  const { pen, light, random } = gardener;
  for (let blade = 0; blade < 24; blade += 1) {
    const x = between(random, -0.42, 0.42);
    const tip = x + between(random, -0.34, 0.34);
    const top = -between(random, 0.45, 1);
    pen.fillStyle = css(lit(light, mix(green, [210, 206, 110], random() * 0.45), between(random, 0.2, 1)));
    pen.beginPath();
    pen.moveTo(x - 0.022, 0);
    pen.quadraticCurveTo(x, top * 0.6, tip, top);
    pen.quadraticCurveTo(x + 0.05, top * 0.55, x + 0.022, 0);
    pen.fill();
  }
}

const PETALS: readonly [Rgb, ...Rgb[]] = [
  [230, 70, 70],
  [250, 200, 60],
  [240, 240, 250],
  [170, 110, 220],
  [250, 140, 170],
];

function flowers(gardener: Gardener): void {
  const { pen, light, random } = gardener;
  grass(gardener, [88, 134, 60]);
  const colour = pick(random, PETALS);
  for (let flower = 0; flower < 7; flower += 1) {
    const x = between(random, -0.4, 0.4);
    const y = -between(random, 0.55, 0.98);
    pen.strokeStyle = css(lit(light, [86, 128, 58], 0.5));
    pen.lineWidth = 0.025;
    pen.beginPath();
    pen.moveTo(x * 0.8, 0);
    pen.quadraticCurveTo(x * 0.8, y * 0.6, x, y);
    pen.stroke();
    for (let petal = 0; petal < 6; petal += 1) {
      const turn = (petal / 6) * Math.PI * 2;
      pen.fillStyle = css(lit(light, mix(colour, [255, 255, 255], random() * 0.25), 0.75 + 0.25 * Math.sin(turn + 1)));
      pen.beginPath();
      pen.ellipse(x + Math.cos(turn) * 0.05, y + Math.sin(turn) * 0.042, 0.05, 0.034, turn, 0, Math.PI * 2);
      pen.fill();
    }
    pen.fillStyle = css(lit(light, [250, 210, 70], 0.9));
    pen.beginPath();
    pen.arc(x, y, 0.026, 0, Math.PI * 2);
    pen.fill();
  }
}

function stone(gardener: Gardener, colour: Rgb): void {
  const { pen, light, random, sunSide } = gardener;
  const points = Array.from({ length: 11 }, (_, index) => {
    const turn = Math.PI + (index / 10) * Math.PI;
    const reach = between(random, 0.78, 1.04);
    return [Math.cos(turn) * 0.72 * reach, Math.sin(turn) * 0.92 * reach] as const;
  });
  const outline = (): void => {
    pen.beginPath();
    pen.moveTo(-0.74, 0.02);
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.lineTo(0.74, 0.02);
    pen.closePath();
  };
  const wash = pen.createLinearGradient(sunSide * 0.7, -0.9, -sunSide * 0.6, 0);
  wash.addColorStop(0, css(lit(light, mix(colour, [240, 236, 226], 0.2), 1)));
  wash.addColorStop(0.5, css(lit(light, colour, 0.5)));
  wash.addColorStop(1, css(lit(light, mix(colour, [50, 46, 54], 0.4), 0.08)));
  pen.fillStyle = wash;
  outline();
  pen.fill();
  pen.save();
  outline();
  pen.clip();
  for (let facet = 0; facet < 6; facet += 1) {
    const x = between(random, -0.6, 0.6);
    pen.fillStyle = css(lit(light, colour, random()), 0.35);
    pen.beginPath();
    pen.moveTo(x, -between(random, 0.5, 0.9));
    pen.lineTo(x + between(random, 0.1, 0.4), -between(random, 0, 0.3));
    pen.lineTo(x - between(random, 0, 0.3), -between(random, 0, 0.2));
    pen.fill();
  }
  pen.restore();
}

const low = (draw: Plant['draw'], spread: number, from: number, to: number): Plant => ({ draw, spread, tall: [from, to] });

export const UNDERGROWTH = {
  bush: low((gardener) => bush(gardener, [92, 130, 58], null), 1, 0.7, 1.8),
  fern: low((gardener) => bush(gardener, [56, 118, 50], null), 1, 0.8, 2.2),
  roses: low((gardener) => bush(gardener, [74, 118, 58], pick(gardener.random, PETALS)), 1, 0.7, 1.5),
  scrub: low((gardener) => bush({ ...gardener, season: null }, [150, 148, 88], null), 1, 0.5, 1.2),
  grass: low((gardener) => grass(gardener, [104, 144, 60]), 0.8, 0.25, 0.6),
  straw: low((gardener) => grass(gardener, [206, 178, 96]), 0.8, 0.4, 0.9),
  reeds: low((gardener) => grass(gardener, [124, 142, 66]), 0.5, 1, 1.8),
  flowers: low(flowers, 0.6, 0.4, 0.75),
  stone: low((gardener) => stone(gardener, [136, 128, 122]), 0.85, 0.3, 1.1),
  redStone: low((gardener) => stone(gardener, [172, 112, 82]), 0.85, 0.3, 1.3),
} as const satisfies Record<string, Plant>;
export type UndergrowthKind = keyof typeof UNDERGROWTH;
