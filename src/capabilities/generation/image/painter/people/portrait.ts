/** Head and shoulders before a soft background: planes of light, hair or cloth, closed eyes; drawn, never a likeness of anybody. */

import { between } from '../../../random.ts';
import { css, mix, scaled } from '../colour.ts';
import { type Easel, type Pen, sheet } from '../scene/easel.ts';
import { type Light, lit } from '../scene/light.ts';
import { backHair, beard, type Draw, fill, hair, hat, scarf, turban } from './hair.ts';
import { type Sitter, sitterOf } from './sitter.ts';

export function paintPortraits(easel: Easel): void {
  const { people } = easel.asked;
  if (!people?.isPortrait) return;
  soften(easel);
  const count = Math.max(1, people.count);
  for (let index = 0; index < count; index += 1) {
    const size = Math.min(easel.unit, easel.width * 1.05, easel.height * 1.2) * (count > 1 ? 0.8 : 1);
    const { canvas, pen } = sheet(size, size);
    pen.scale(size, size);
    pen.translate(0.5, 0.43);
    const side = count > 1 ? (index === 0 ? -1 : 1) : 0;
    const sitter = sitterOf(people, index, easel.random(`person ${index}`));
    bust(pen, easel.light, easel.sunSide, { ...sitter, skin: mix(sitter.skin, [255, 222, 190], 0.16) });
    easel.pen.drawImage(canvas, easel.width / 2 - size / 2 + side * size * 0.24, easel.height - size * 0.98);
  }
}

/** What lies behind is out of focus. */
function soften(easel: Easel): void {
  const { canvas, pen } = sheet(easel.width / 4, easel.height / 4);
  pen.filter = `blur(${Math.max(1, easel.unit / 4 / 45)}px)`;
  pen.drawImage(easel.canvas, 0, 0, canvas.width, canvas.height);
  easel.pen.imageSmoothingQuality = 'high';
  easel.pen.drawImage(canvas, 0, 0, easel.width, easel.height);
}

/** A face is lit by more than the sun, or a sunset would leave it black. */
const gentle = (light: Light): Light => ({
  ...light,
  key: mix(light.key, [1.04, 0.98, 0.92], 0.45),
  shade: mix(light.shade, [0.56, 0.52, 0.56], 0.4),
});

function bust(pen: Pen, outer: Light, sunSide: -1 | 1, sitter: Sitter): void {
  const light = gentle(outer);
  const isWoman = sitter.folk === 'woman' || sitter.folk === 'girl';
  const draw: Draw = { pen, light, sunSide };
  if (sitter.head === 'bare' && isWoman) backHair(draw, sitter);
  if (sitter.head === 'scarf') scarf(draw, sitter, true);
  shoulders(draw, sitter);
  fill(draw, sitter.skin, -0.06, 0.09, 0.1, () => {
    pen.moveTo(-0.055, 0.06);
    pen.bezierCurveTo(-0.05, 0.17, -0.08, 0.2, -0.11, 0.225);
    pen.quadraticCurveTo(0, 0.3, 0.11, 0.225);
    pen.bezierCurveTo(0.08, 0.2, 0.05, 0.17, 0.055, 0.06);
  });
  face(draw, sitter);
  shine(draw, sitter);
  beard(draw, sitter);
  features(draw, sitter, isWoman);
  if (sitter.head === 'bare') hair(draw, sitter, isWoman);
  if (sitter.head === 'scarf') scarf(draw, sitter, false);
  if (sitter.head === 'turban') turban(draw, sitter);
  if (sitter.head === 'hat') hat(draw, sitter);
}

function shoulders(draw: Draw, { cloth, dress, folk }: Sitter): void {
  const { pen, light } = draw;
  const wide = folk === 'man' ? 0.4 : 0.34;
  fill(draw, cloth, 0, 0.36, 0.4, () => {
    pen.moveTo(-wide, 0.6);
    pen.bezierCurveTo(-wide * 0.98, 0.33, -wide * 0.72, 0.27, -0.1, 0.205);
    pen.quadraticCurveTo(0, 0.29, 0.1, 0.205);
    pen.bezierCurveTo(wide * 0.72, 0.27, wide * 0.98, 0.33, wide, 0.6);
  });
  pen.strokeStyle = css(lit(light, mix(cloth, [250, 226, 150], dress === 'robe' || dress === 'gown' ? 0.75 : 0.1), 0.7));
  pen.lineWidth = 0.012;
  pen.beginPath();
  pen.moveTo(-0.102, 0.21);
  pen.quadraticCurveTo(0, 0.3, 0.102, 0.21);
  pen.stroke();
  if (dress === 'suit') {
    for (const side of [-1, 1]) {
      fill(draw, scaled(cloth, 0.8), 0, 0.1, 0.35, () => {
        pen.moveTo(side * 0.1, 0.205);
        pen.lineTo(side * 0.15, 0.34);
        pen.lineTo(side * 0.01, 0.6);
        pen.lineTo(0, 0.4);
      });
    }
  }
}

function face(draw: Draw, { skin }: Sitter): void {
  const { pen, sunSide, light } = draw;
  fill(draw, skin, 0.03, 0.13, 0, () => {
    pen.moveTo(-0.118, -0.03);
    pen.bezierCurveTo(-0.125, 0.07, -0.075, 0.15, 0, 0.155);
    pen.bezierCurveTo(0.075, 0.15, 0.125, 0.07, 0.118, -0.03);
    pen.bezierCurveTo(0.115, -0.16, -0.115, -0.16, -0.118, -0.03);
  });
  for (const side of [-1, 1]) {
    const wash = pen.createRadialGradient(side * 0.066, 0.045, 0, side * 0.066, 0.045, 0.05);
    wash.addColorStop(0, css(lit(light, mix(skin, [224, 90, 80], 0.5), side === sunSide ? 0.9 : 0.4), 0.4));
    wash.addColorStop(1, css(skin, 0));
    pen.fillStyle = wash;
    pen.fillRect(side * 0.066 - 0.05, -0.005, 0.1, 0.1);
  }
}

/** Where the light rests: brow, cheekbone, the ridge of the nose. */
function shine({ pen, light, sunSide }: Draw, { skin }: Sitter): void {
  for (const [x, y, half, strength] of [
    [sunSide * 0.03, -0.075, 0.06, 0.3],
    [sunSide * 0.06, 0.03, 0.035, 0.34],
    [sunSide * 0.004, 0.03, 0.018, 0.34],
    [0, 0.132, 0.024, 0.2],
  ] as const) {
    const wash = pen.createRadialGradient(x, y, 0, x, y, half);
    wash.addColorStop(0, css(lit(light, mix(skin, [255, 236, 214], 0.6), 1), strength));
    wash.addColorStop(1, css(lit(light, skin, 1), 0));
    pen.fillStyle = wash;
    pen.fillRect(x - half, y - half, half * 2, half * 2);
  }
}

function features({ pen, light, sunSide }: Draw, { skin, hair, random }: Sitter, isWoman: boolean): void {
  const dark = css(lit(light, mix(skin, [36, 20, 24], 0.78), 0.4));
  const tilt = between(random, -0.004, 0.004);
  pen.lineCap = 'round';
  for (const side of [-1, 1]) {
    pen.strokeStyle = dark;
    pen.lineWidth = isWoman ? 0.0085 : 0.007;
    pen.beginPath();
    pen.moveTo(side * 0.026, 0.004 + tilt);
    pen.quadraticCurveTo(side * 0.052, 0.022, side * 0.082, -0.002 + tilt);
    pen.stroke();
    pen.strokeStyle = css(lit(light, mix(hair, skin, 0.15), 0.4));
    pen.lineWidth = isWoman ? 0.009 : 0.013;
    pen.beginPath();
    pen.moveTo(side * 0.022, -0.036);
    pen.quadraticCurveTo(side * 0.055, -0.056, side * 0.088, -0.034);
    pen.stroke();
  }
  pen.strokeStyle = css(lit(light, mix(skin, [70, 36, 34], 0.4), 0.3), 0.8);
  pen.lineWidth = 0.007;
  pen.beginPath();
  pen.moveTo(-sunSide * 0.012, -0.012);
  pen.quadraticCurveTo(-sunSide * 0.02, 0.03, -sunSide * 0.022, 0.05);
  pen.quadraticCurveTo(-sunSide * 0.006, 0.062, sunSide * 0.012, 0.054);
  pen.stroke();
  const lip = mix(skin, [190, 56, 62], isWoman ? 0.62 : 0.28);
  pen.fillStyle = css(lit(light, lip, 0.6));
  pen.beginPath();
  pen.moveTo(-0.04, 0.094);
  pen.quadraticCurveTo(-0.014, 0.082, 0, 0.089);
  pen.quadraticCurveTo(0.014, 0.082, 0.04, 0.094);
  pen.quadraticCurveTo(0, 0.122, -0.04, 0.094);
  pen.fill();
  pen.strokeStyle = css(lit(light, mix(lip, [50, 16, 24], 0.55), 0.4));
  pen.lineWidth = 0.004;
  pen.beginPath();
  pen.moveTo(-0.038, 0.0945);
  pen.quadraticCurveTo(0, 0.102, 0.038, 0.0945);
  pen.stroke();
}
