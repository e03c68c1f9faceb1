/** What frames a face: hair, beard, scarf, turban, hat. Coordinates in lengths of the sheet, 0,0 between the eyes. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb, scaled } from '../colour.ts';
import type { Pen } from '../scene/easel.ts';
import { type Light, lit } from '../scene/light.ts';
import type { Sitter } from './sitter.ts';

export interface Draw {
  readonly pen: Pen;
  readonly light: Light;
  readonly sunSide: -1 | 1;
}

/** A form that the light models from one side to the other. */
export function fill({ pen, light, sunSide }: Draw, colour: Rgb, more: number, half: number, middle: number, outline: () => void): void {
  const wash = pen.createLinearGradient(sunSide * half * 1.1, middle - half * 0.5, -sunSide * half, middle + half * 0.4);
  for (const [at, facing] of [
    [0, 1],
    [0.25, 0.86],
    [0.55, 0.55],
    [0.8, 0.26],
    [1, 0.14],
  ] as const)
    wash.addColorStop(at, css(lit(light, colour, Math.max(0, Math.min(1, facing + more)))));
  pen.fillStyle = wash;
  pen.beginPath();
  outline();
  pen.fill();
}

export function backHair(draw: Draw, { hair: colour }: Sitter): void {
  const { pen } = draw;
  fill(draw, colour, -0.1, 0.2, 0.05, () => {
    pen.moveTo(-0.14, -0.06);
    pen.bezierCurveTo(-0.19, 0.12, -0.2, 0.24, -0.16, 0.36);
    pen.quadraticCurveTo(0, 0.4, 0.16, 0.36);
    pen.bezierCurveTo(0.2, 0.24, 0.19, 0.12, 0.14, -0.06);
    pen.bezierCurveTo(0.12, -0.2, -0.12, -0.2, -0.14, -0.06);
  });
}

export function hair(draw: Draw, { hair: colour, random }: Sitter, isWoman: boolean): void {
  const { pen, sunSide, light } = draw;
  const parting = between(random, -0.05, 0.05);
  fill(draw, colour, 0, 0.14, -0.1, () => {
    const low = isWoman ? 0.05 : -0.02;
    pen.moveTo(-0.122, low);
    pen.bezierCurveTo(-0.16, -0.19, 0.16, -0.23, 0.126, low);
    pen.bezierCurveTo(0.118, -0.05, 0.1, -0.085, parting, -0.1);
    pen.bezierCurveTo(-0.07, -0.1, -0.115, -0.06, -0.122, low);
  });
  for (let lock = 0; lock < 9; lock += 1) {
    const share = (lock + 0.5) / 9 - 0.5;
    pen.strokeStyle = css(lit(light, mix(colour, [210, 170, 130], 0.35), share * sunSide > 0 ? 0.9 : 0.35), 0.35);
    pen.lineWidth = 0.004;
    pen.beginPath();
    pen.moveTo(parting + share * 0.05, -0.15 + Math.abs(share) * 0.02);
    pen.quadraticCurveTo(share * 0.2, -0.15, share * 0.25, -0.04 + Math.abs(share) * 0.03);
    pen.stroke();
  }
}

export function beard({ pen, light }: Draw, { hair: colour, folk }: Sitter): void {
  if (folk !== 'man' && folk !== 'elder') return;
  pen.fillStyle = css(lit(light, colour, 0.4), folk === 'elder' ? 0.9 : 0.72);
  pen.beginPath();
  pen.moveTo(-0.118, 0.005);
  pen.bezierCurveTo(-0.115, 0.085, -0.068, 0.158, 0, 0.162);
  pen.bezierCurveTo(0.068, 0.158, 0.115, 0.085, 0.118, 0.005);
  pen.bezierCurveTo(0.1, 0.08, 0.07, 0.075, 0.045, 0.08);
  pen.quadraticCurveTo(0, 0.13, -0.045, 0.08);
  pen.bezierCurveTo(-0.07, 0.075, -0.1, 0.08, -0.118, 0.005);
  pen.fill();
}

export function scarf(draw: Draw, { cloth }: Sitter, isBehind: boolean): void {
  const { pen, light } = draw;
  const colour = mix(cloth, [250, 240, 226], 0.12);
  if (isBehind) {
    fill(draw, scaled(colour, 0.8), -0.15, 0.2, 0.05, () => {
      pen.moveTo(-0.15, -0.04);
      pen.bezierCurveTo(-0.2, 0.2, -0.28, 0.3, -0.3, 0.46);
      pen.lineTo(0.3, 0.46);
      pen.bezierCurveTo(0.28, 0.3, 0.2, 0.2, 0.15, -0.04);
      pen.bezierCurveTo(0.13, -0.23, -0.13, -0.23, -0.15, -0.04);
    });
    return;
  }
  fill(draw, colour, 0, 0.2, 0, () => {
    pen.moveTo(-0.155, 0.02);
    pen.bezierCurveTo(-0.19, -0.26, 0.19, -0.26, 0.155, 0.02);
    pen.bezierCurveTo(0.17, 0.14, 0.2, 0.22, 0.24, 0.32);
    pen.bezierCurveTo(0.1, 0.34, 0.02, 0.3, -0.06, 0.24);
    pen.bezierCurveTo(0.05, 0.22, 0.1, 0.13, 0.108, 0);
    pen.bezierCurveTo(0.1, -0.14, -0.1, -0.14, -0.108, 0);
    pen.bezierCurveTo(-0.1, 0.13, -0.05, 0.2, 0.02, 0.235);
    pen.bezierCurveTo(-0.06, 0.31, -0.16, 0.33, -0.25, 0.32);
    pen.bezierCurveTo(-0.2, 0.22, -0.17, 0.14, -0.155, 0.02);
  });
  pen.lineWidth = 0.004;
  for (const [from, to] of [
    [-0.12, -0.2],
    [0.12, 0.2],
    [-0.05, 0.1],
    [0.02, 0.16],
  ] as const) {
    pen.strokeStyle = css(lit(light, scaled(colour, 0.6), 0.3), 0.5);
    pen.beginPath();
    pen.moveTo(from, from < -0.1 || from > 0.1 ? 0.06 : 0.2);
    pen.quadraticCurveTo((from + to) / 2, 0.2, to, 0.31);
    pen.stroke();
  }
}

export function turban(draw: Draw, { cloth }: Sitter): void {
  const { pen } = draw;
  for (const [index, [y, half, tall, turn]] of (
    [
      [-0.19, 0.1, 0.05, -0.06],
      [-0.165, 0.135, 0.055, 0.08],
      [-0.135, 0.15, 0.052, -0.1],
      [-0.106, 0.146, 0.05, 0.08],
    ] as const
  ).entries()) {
    fill(draw, mix(scaled(cloth, 0.72 + index * 0.1), [255, 244, 226], 0.08), 0, 0.15, y, () =>
      pen.ellipse(0, y, half, tall, turn, 0, Math.PI * 2),
    );
  }
}

export function hat(draw: Draw, { cloth }: Sitter): void {
  const { pen } = draw;
  const straw = mix(cloth, [214, 178, 112], 0.6);
  fill(draw, straw, 0, 0.14, -0.15, () => {
    pen.moveTo(-0.125, -0.075);
    pen.bezierCurveTo(-0.12, -0.25, 0.12, -0.25, 0.125, -0.075);
  });
  fill(draw, scaled(straw, 0.9), 0, 0.24, -0.08, () => pen.ellipse(0, -0.078, 0.24, 0.035, 0, 0, Math.PI * 2));
}
