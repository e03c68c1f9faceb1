/** Art is drawn in even light: the hour of the scene is laid over it. */
import { css, mix, type Rgb } from '../colour.ts';
import { type Easel, sheet } from '../scene/easel.ts';

export function tint(pen: Easel['pen'], width: number, height: number, colour: Rgb): void {
  pen.globalCompositeOperation = 'source-atop';
  pen.globalAlpha = 0.5;
  pen.fillStyle = css(colour);
  pen.fillRect(0, 0, width, height);
  pen.globalCompositeOperation = 'source-over';
  pen.globalAlpha = 1;
}

/** The art is drawn in even light: the hour multiplies it, darker away from the sun, with the sun's colour along its edge. */
export function relight({ light, sunSide }: Easel, pen: Easel['pen'], width: number, height: number, haze: number): void {
  const { canvas: mask, pen: keep } = sheet(width, height);
  keep.drawImage(pen.canvas, 0, 0);
  const lamp = (share: number): Rgb => {
    const [red, green, blue] = mix(light.shade, light.key, share);
    return [Math.min(255, 236 * red), Math.min(255, 236 * green), Math.min(255, 236 * blue)];
  };
  const wash = pen.createLinearGradient(sunSide > 0 ? width : 0, 0, sunSide > 0 ? 0 : width, height * 0.6);
  wash.addColorStop(0, css(lamp(1)));
  wash.addColorStop(0.5, css(lamp(0.8)));
  wash.addColorStop(1, css(lamp(0.35)));
  pen.globalCompositeOperation = 'multiply';
  pen.fillStyle = wash;
  pen.fillRect(0, 0, width, height);
  const edge = rimOf(
    mask,
    width,
    height,
    sunSide,
    css([light.sun[0] * Math.min(1, light.key[0]), light.sun[1] * Math.min(1, light.key[1]), light.sun[2] * Math.min(1, light.key[2])]),
  );
  pen.globalCompositeOperation = 'screen';
  pen.globalAlpha = 0.4;
  pen.drawImage(edge, 0, 0);
  pen.globalAlpha = 1;
  if (haze > 0.02) {
    pen.globalCompositeOperation = 'source-over';
    pen.fillStyle = css(light.haze, haze);
    pen.fillRect(0, 0, width, height);
  }
  pen.globalCompositeOperation = 'destination-in';
  pen.drawImage(mask, 0, 0);
  pen.globalCompositeOperation = 'source-over';
}

/** The outline less the outline moved away from the sun. */
function rimOf(
  mask: ReturnType<typeof sheet>['canvas'],
  width: number,
  height: number,
  sunSide: number,
  colour: string,
): ReturnType<typeof sheet>['canvas'] {
  const { canvas, pen } = sheet(width, height);
  const step = Math.max(1, height * 0.014);
  pen.drawImage(mask, 0, 0);
  pen.globalCompositeOperation = 'destination-out';
  pen.drawImage(mask, -sunSide * step, step * 0.7);
  pen.globalCompositeOperation = 'source-in';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, width, height);
  return canvas;
}

export function mirror(easel: Easel, canvas: ReturnType<typeof sheet>['canvas'], x: number, y: number, size: number): void {
  const { pen } = easel;
  pen.save();
  pen.globalAlpha = 0.34;
  pen.filter = `blur(${Math.max(0.6, size * 0.012)}px)`;
  pen.translate(x - size / 2, y);
  pen.scale(1, -0.62);
  pen.drawImage(canvas, 0, -canvas.height + size * 0.06);
  pen.restore();
}
