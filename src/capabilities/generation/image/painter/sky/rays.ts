/** Beams of the sun, for styles that draw the light. */

import { between } from '../../../random.ts';
import { css } from '../colour.ts';
import type { Easel } from '../scene/easel.ts';

/** Beams that reach out from the sun, behind all land. */
export function paintRays(easel: Easel, strength: number): void {
  const { pen, light, unit, sunAt } = easel;
  if (light.disc < 0.3 || light.isMoon) return;
  const random = easel.random('rays');
  pen.save();
  pen.globalCompositeOperation = 'screen';
  for (let ray = 0; ray < 13; ray += 1) {
    const turn = between(random, 0, Math.PI * 2);
    const open = between(random, 0.02, 0.085);
    const reach = unit * between(random, 0.5, 1.1);
    const wash = pen.createRadialGradient(sunAt[0], sunAt[1], 0, sunAt[0], sunAt[1], reach);
    wash.addColorStop(0, css(light.sun, strength));
    wash.addColorStop(1, css(light.sun, 0));
    pen.fillStyle = wash;
    pen.beginPath();
    pen.moveTo(sunAt[0], sunAt[1]);
    pen.lineTo(sunAt[0] + Math.cos(turn - open) * reach, sunAt[1] + Math.sin(turn - open) * reach);
    pen.lineTo(sunAt[0] + Math.cos(turn + open) * reach, sunAt[1] + Math.sin(turn + open) * reach);
    pen.fill();
  }
  pen.restore();
}
