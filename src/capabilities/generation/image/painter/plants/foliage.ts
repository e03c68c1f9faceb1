/** Parts that trees are made of: clumps of leaves with a lit and a shaded side, trunks, branches. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { clamp } from '../noise.ts';
import { lit } from '../scene/light.ts';
import type { Gardener } from './sprites.ts';

export interface Clump {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Many small leaves, the shaded ones first; the sun comes from its side and from above. */
export function leaves(gardener: Gardener, clumps: readonly Clump[], colour: Rgb, each = 46, size = 0.2): void {
  const { pen, light, random, sunSide, detail, isFlat } = gardener;
  const dots: { x: number; y: number; radius: number; tone: number; turn: number }[] = [];
  for (const { x, y, width, height } of clumps) {
    for (let index = 0; index < Math.max(8, each * detail); index += 1) {
      const turn = random() * Math.PI * 2;
      const away = Math.sqrt(random());
      const dx = Math.cos(turn) * away;
      const dy = Math.sin(turn) * away;
      const tone = clamp(0.5 + (dx * sunSide * 0.34 - dy * 0.52) + between(random, -0.16, 0.16));
      dots.push({
        x: x + dx * width,
        y: y + dy * height,
        radius: Math.min(width, height) * size * between(random, 0.65, 1.3) * (detail < 0.5 ? 1.7 : detail < 1 ? 1.25 : 1),
        tone,
        turn,
      });
    }
  }
  dots.sort((a, b) => a.tone - b.tone);
  const cool = mix(colour, [30, 60, 60], 0.3);
  const warm = mix(colour, [236, 226, 120], 0.2);
  for (const { x, y, radius, tone, turn } of dots) {
    const step = isFlat ? (tone < 0.36 ? 0.12 : tone < 0.68 ? 0.55 : 0.95) : tone;
    pen.fillStyle = css(lit(light, step < 0.5 ? mix(cool, colour, step * 2) : mix(colour, warm, step * 2 - 1), clamp(step * 1.15 - 0.08)));
    pen.beginPath();
    pen.ellipse(x, y, radius * 1.25, radius * 0.72, turn, 0, Math.PI * 2);
    pen.fill();
  }
}

/** A trunk from its foot to `top`, lit from the side. */
export function trunk(
  gardener: Gardener,
  { foot, tip, top, lean, colour }: { foot: number; tip: number; top: number; lean: number; colour: Rgb },
): void {
  const { pen, light, sunSide } = gardener;
  const wash = pen.createLinearGradient(-foot, 0, foot, 0);
  const [bright, dark] = [css(lit(light, colour, 0.95)), css(lit(light, mix(colour, [40, 30, 40], 0.3), 0.12))];
  wash.addColorStop(0, sunSide < 0 ? bright : dark);
  wash.addColorStop(0.55, css(lit(light, colour, 0.45)));
  wash.addColorStop(1, sunSide < 0 ? dark : bright);
  pen.fillStyle = wash;
  pen.beginPath();
  pen.moveTo(-foot * 1.5, 0.01);
  pen.bezierCurveTo(-foot * 0.8, -top * 0.1, lean * 0.3 - foot * 0.8, -top * 0.5, lean - tip, -top);
  pen.lineTo(lean + tip, -top);
  pen.bezierCurveTo(lean * 0.3 + foot * 0.8, -top * 0.5, foot * 0.8, -top * 0.1, foot * 1.5, 0.01);
  pen.fill();
}

export function branch(
  gardener: Gardener,
  from: readonly [number, number],
  to: readonly [number, number],
  width: number,
  colour: Rgb,
  bow = 0,
): void {
  const { pen, light } = gardener;
  pen.strokeStyle = css(lit(light, colour, 0.42));
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(from[0], from[1]);
  pen.quadraticCurveTo((from[0] + to[0]) / 2 + bow, (from[1] + to[1]) / 2, to[0], to[1]);
  pen.stroke();
}

/** Branches that fork until they are twigs; the ends are given back. */
export function fork(
  gardener: Gardener,
  from: readonly [number, number],
  turn: number,
  length: number,
  width: number,
  colour: Rgb,
  depth: number,
): [number, number][] {
  const { random } = gardener;
  const to: [number, number] = [from[0] + Math.cos(turn) * length, from[1] + Math.sin(turn) * length];
  branch(gardener, from, to, width, colour, between(random, -0.1, 0.1) * length);
  if (depth === 0) return [to];
  const arms = depth > 2 ? 2 : 2 + Math.round(random());
  return Array.from({ length: arms }, (_, arm) => {
    const open = ((arm + 0.5) / arms - 0.5) * between(random, 0.9, 1.5);
    return fork(gardener, to, turn + open, length * between(random, 0.62, 0.82), width * 0.66, colour, depth - 1);
  }).flat();
}
