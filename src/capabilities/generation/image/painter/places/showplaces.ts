/** Places made to be looked at: a photo studio, a stage. */

import { between, pick } from '../../../random.ts';
import { css, mix, type Rgb, scaled } from '../colour.ts';
import type { Easel } from '../scene/easel.ts';
import { disc, halo } from '../sky/sky.ts';

/** A plain, softly lit ground to stand or sit before. */
export function paintBackdrop(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  const colour =
    easel.asked.palette[0]?.colour ??
    pick(easel.random('studio'), [
      [112, 124, 146],
      [176, 142, 122],
      [92, 104, 108],
      [150, 158, 170],
    ]);
  const back = pen.createRadialGradient(width / 2, height * 0.44, unit * 0.05, width / 2, height * 0.5, unit * 0.95);
  back.addColorStop(0, css(mix(colour, [255, 252, 246], 0.42)));
  back.addColorStop(0.45, css(colour));
  back.addColorStop(1, css(mix(colour, [16, 14, 22], 0.72)));
  pen.fillStyle = back;
  pen.fillRect(0, 0, width, height);
  const floor = pen.createLinearGradient(0, height * 0.66, 0, height);
  floor.addColorStop(0, css(mix(colour, [20, 16, 24], 0.3), 0));
  floor.addColorStop(0.25, css(mix(colour, [20, 16, 24], 0.42), 0.55));
  floor.addColorStop(1, css(mix(colour, [255, 250, 244], 0.15), 0.6));
  pen.fillStyle = floor;
  pen.fillRect(0, height * 0.66, width, height * 0.34);
}

export function paintStudio(easel: Easel): void {
  const { width, height, unit } = easel;
  paintBackdrop(easel);
  for (const side of [-1, 1]) softbox(easel, width / 2 + side * Math.min(unit * 0.42, width * 0.42), height * 0.3, side);
}

function softbox({ pen, unit, height }: Easel, x: number, y: number, side: number): void {
  pen.strokeStyle = css([26, 24, 28]);
  pen.lineWidth = unit * 0.009;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + side * unit * 0.03, height * 0.86);
  for (const leg of [-1, 1]) {
    pen.moveTo(x + side * unit * 0.028, height * 0.74);
    pen.lineTo(x + side * unit * 0.03 + leg * unit * 0.07, height * 0.88);
  }
  pen.stroke();
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, y, unit * 0.36, [255, 246, 226], 0.5);
  pen.restore();
  pen.save();
  pen.translate(x, y);
  pen.rotate(side * 0.22);
  pen.fillStyle = css([30, 28, 32]);
  pen.fillRect(-unit * 0.085, -unit * 0.125, unit * 0.17, unit * 0.25);
  pen.fillStyle = css([255, 251, 240]);
  pen.fillRect(-unit * 0.072, -unit * 0.112, unit * 0.144, unit * 0.224);
  pen.restore();
}

export function paintStage(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  const cloth = easel.asked.palette[0]?.colour ?? [150, 28, 36];
  pen.fillStyle = css([14, 10, 18]);
  pen.fillRect(0, 0, width, height);
  const boards = pen.createLinearGradient(0, height * 0.7, 0, height);
  boards.addColorStop(0, css([72, 44, 32]));
  boards.addColorStop(1, css([134, 86, 56]));
  pen.fillStyle = boards;
  pen.fillRect(0, height * 0.72, width, height * 0.28);
  for (let fold = -40; fold <= 40; fold += 1) {
    const x = width / 2 + fold * unit * 0.042;
    const isSide = Math.abs(fold) * unit * 0.042 > Math.min(unit * 0.36, width * 0.36);
    const wash = pen.createLinearGradient(x, 0, x + unit * 0.042, 0);
    const near = isSide ? 1 : 0.36;
    wash.addColorStop(0, css(scaled(cloth, 0.3 * near)));
    wash.addColorStop(0.45, css(scaled(mix(cloth, [255, 200, 160], 0.12), near)));
    wash.addColorStop(1, css(scaled(cloth, 0.3 * near)));
    pen.fillStyle = wash;
    pen.fillRect(x, 0, unit * 0.0425, height * (isSide ? 0.76 : 0.72));
  }
  for (let swag = -6; swag <= 6; swag += 1) {
    const x = width / 2 + swag * unit * 0.24;
    const wash = pen.createLinearGradient(0, 0, 0, unit * 0.17);
    wash.addColorStop(0, css(scaled(cloth, 0.5)));
    wash.addColorStop(0.8, css(scaled(cloth, 0.95)));
    wash.addColorStop(1, css([226, 178, 84]));
    pen.fillStyle = wash;
    pen.beginPath();
    pen.moveTo(x - unit * 0.13, 0);
    pen.quadraticCurveTo(x, unit * 0.32, x + unit * 0.13, 0);
    pen.fill();
  }
  spots(easel);
}

function spots(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  pen.save();
  pen.globalCompositeOperation = 'screen';
  const tints: readonly Rgb[] = [
    [255, 238, 196],
    [255, 246, 224],
    [200, 214, 255],
  ];
  for (const [index, from] of [-0.42, 0.02, 0.44].entries()) {
    const colour = tints[index] ?? [255, 246, 224];
    const x = width / 2 + from * Math.min(unit, width);
    const to = width / 2 + from * unit * 0.15;
    const fade = pen.createLinearGradient(0, 0, 0, height * 0.85);
    fade.addColorStop(0, css(colour, 0.5));
    fade.addColorStop(1, css(colour, 0.1));
    pen.fillStyle = fade;
    pen.beginPath();
    pen.moveTo(x - unit * 0.012, 0);
    pen.lineTo(x + unit * 0.012, 0);
    pen.lineTo(to + unit * 0.2, height * 0.85);
    pen.lineTo(to - unit * 0.2, height * 0.85);
    pen.fill();
  }
  pen.translate(width / 2, height * 0.85);
  pen.scale(1, 0.25);
  halo(pen, 0, 0, unit * 0.36, [255, 240, 206], 0.8);
  pen.restore();
  pen.fillStyle = css([255, 250, 230], 0.5);
  const random = easel.random('dust');
  for (let mote = 0; mote < 70; mote += 1)
    disc(pen, width / 2 + between(random, -0.3, 0.3) * unit, height * between(random, 0.1, 0.8), unit * 0.0014);
}
