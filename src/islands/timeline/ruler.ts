/** The times above the tracks, drawn for what is in sight. */
import type { Desk } from './desk.ts';
import { clockText, stepOf } from './scale.ts';

const HEIGHT = 28;

export function drawRuler(canvas: HTMLCanvasElement, scroll: HTMLElement, desk: Desk): void {
  const { clientWidth: width, scrollLeft } = scroll;
  const density = devicePixelRatio || 1;
  const size = [Math.round(width * density), Math.round(HEIGHT * density)] as const;
  if (canvas.width !== size[0]) canvas.width = size[0];
  if (canvas.height !== size[1]) canvas.height = size[1];
  const pen = canvas.getContext('2d');
  if (!pen || width === 0) return;
  const style = getComputedStyle(canvas);
  const scale = desk.scale();
  const step = stepOf(scale.zoom);
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.clearRect(0, 0, width, HEIGHT);
  pen.font = `500 11px ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.textBaseline = 'middle';
  const first = Math.floor(scale.toSeconds(scrollLeft) / step);
  const last = Math.ceil(scale.toSeconds(scrollLeft + width) / step);
  for (let mark = first; mark <= last; mark += 1) {
    const x = scale.toPixels(mark * step) - scrollLeft;
    pen.globalAlpha = 1;
    pen.fillText(clockText(mark * step, step < 1), x + 5, 10);
    pen.globalAlpha = 0.55;
    pen.fillRect(x, 4, 1, HEIGHT - 4);
    for (let part = 1; part < 5; part += 1) pen.fillRect(x + (scale.toPixels(step) * part) / 5, HEIGHT - 6, 1, 6);
  }
}
