/** Paint: broad strokes first, finer ones where there is something to see; each follows the form and ends at its edge. */

import { between, type Random } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { type Easel, sheet } from '../scene/easel.ts';

interface View {
  readonly width: number;
  readonly height: number;
  /** Pixels of the sheet for one of these. */
  readonly scale: number;
  readonly pixels: Uint8ClampedArray;
}

/** Each: width of the brush in lengths of the composition, how long, and how much must change for it to be used. */
const PASSES = [
  { brush: 0.0165, steps: 7, least: 0, tolerance: 46 },
  { brush: 0.0085, steps: 7, least: 17, tolerance: 34 },
  { brush: 0.0042, steps: 6, least: 30, tolerance: 30 },
  { brush: 0.0023, steps: 5, least: 44, tolerance: 34 },
] as const;

export function brush(easel: Easel): void {
  const view = viewOf(easel);
  const random = easel.random('strokes');
  const { pen } = easel;
  const soft = softened(easel, view);
  pen.drawImage(soft.canvas, 0, 0, easel.width, easel.height);
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const pass of PASSES) {
    const wide = Math.max(1, pass.brush * easel.unit);
    const gap = Math.max(1.6, wide * 0.82);
    // From a grid in order, neighbours would line up like tiles: the rows are walked with a jump.
    const columns = Math.ceil(easel.width / gap);
    const rows = Math.ceil(easel.height / gap);
    const jump = columns > 7 ? 7 : 1;
    for (let turn = 0; turn < jump; turn += 1) {
      for (let row = 0; row < rows; row += 1) {
        for (let column = (turn + row * 3) % jump; column < columns; column += jump) {
          const x = (column + between(random, 0.05, 0.95)) * gap;
          const y = (row + between(random, 0.05, 0.95)) * gap;
          stroke(easel, view, { x, y, wide, ...pass }, random);
        }
      }
    }
  }
  pen.restore();
}

function viewOf({ canvas, width, height }: Easel): View {
  const scale = Math.max(1, Math.max(width, height) / 620);
  const { canvas: small, pen } = sheet(width / scale, height / scale);
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(canvas, 0, 0, small.width, small.height);
  return {
    width: small.width,
    height: small.height,
    scale: width / small.width,
    pixels: pen.getImageData(0, 0, small.width, small.height).data,
  };
}

function softened({ canvas, unit }: Easel, { width, height, scale }: View): ReturnType<typeof sheet> {
  const soft = sheet(width, height);
  soft.pen.filter = `blur(${Math.max(0.6, (unit / scale) * 0.006)}px)`;
  soft.pen.drawImage(canvas, 0, 0, width, height);
  return soft;
}

interface Dab {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly steps: number;
  readonly least: number;
  readonly tolerance: number;
}

function stroke({ pen }: Easel, view: View, { x, y, wide, steps, least, tolerance }: Dab, random: Random): void {
  const tone = between(random, -7, 7);
  const warm = between(random, -5, 5);
  const [gx, gy] = slope(view, x, y, wide);
  const change = Math.hypot(gx, gy);
  if (change < least) return;
  const colour = sample(view, x, y);
  // Along the form, not across it; in quiet places nearly level.
  let [dx, dy] = change < 5 ? [1, between(random, -0.25, 0.25)] : [-gy / change, gx / change];
  pen.strokeStyle = css(mix(colour, [colour[0] + tone + warm, colour[1] + tone, colour[2] + tone - warm], 1), 0.9);
  pen.lineWidth = wide * between(random, 0.8, 1.2);
  pen.beginPath();
  let [px, py] = [x - dx * wide * 0.5, y - dy * wide * 0.5];
  pen.moveTo(px, py);
  for (let step = 0; step < steps; step += 1) {
    px += dx * wide * 0.62;
    py += dy * wide * 0.62;
    if (step > 0 && differs(colour, sample(view, px, py)) > tolerance) break;
    pen.lineTo(px, py);
    const [nx, ny] = slope(view, px, py, wide);
    const turn = Math.hypot(nx, ny);
    if (turn < 6) continue;
    const side = -ny * dx + nx * dy < 0 ? -1 : 1;
    dx = dx * 0.6 + ((-ny * side) / turn) * 0.4;
    dy = dy * 0.6 + ((nx * side) / turn) * 0.4;
  }
  pen.stroke();
}

function sample({ width, height, scale, pixels }: View, x: number, y: number): Rgb {
  const column = Math.max(0, Math.min(width - 1, Math.floor(x / scale)));
  const row = Math.max(0, Math.min(height - 1, Math.floor(y / scale)));
  const at = (row * width + column) * 4;
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

const value = ([red, green, blue]: Rgb): number => 0.3 * red + 0.59 * green + 0.11 * blue;

function slope(view: View, x: number, y: number, wide: number): [number, number] {
  const reach = Math.max(view.scale, wide * 0.5);
  return [
    value(sample(view, x + reach, y)) - value(sample(view, x - reach, y)),
    value(sample(view, x, y + reach)) - value(sample(view, x, y - reach)),
  ];
}

const differs = (a: Rgb, b: Rgb): number => Math.abs(a[0] - b[0]) * 0.5 + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) * 0.4;
