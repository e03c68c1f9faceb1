/** Even planes: every place takes the calmest colour around it (Kuwahara), so that grain goes and edges stay. */
import { type Easel, sheet } from '../scene/easel.ts';

const MOST_CELLS = 720;
const REACH = 3;

export function flatten(easel: Easel, strength: number): void {
  const scale = Math.max(1, Math.max(easel.width, easel.height) / MOST_CELLS);
  const { canvas, pen } = sheet(easel.width / scale, easel.height / scale);
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(easel.canvas, 0, 0, canvas.width, canvas.height);
  const image = pen.getImageData(0, 0, canvas.width, canvas.height);
  const result = pen.createImageData(canvas.width, canvas.height);
  calm(image.data, result.data, canvas.width, canvas.height);
  pen.putImageData(result, 0, 0);
  easel.pen.save();
  easel.pen.globalAlpha = strength;
  easel.pen.imageSmoothingQuality = 'high';
  easel.pen.drawImage(canvas, 0, 0, easel.width, easel.height);
  easel.pen.restore();
}

/** Sums over rectangles, so that the reach costs nothing. */
function sums(width: number, height: number, value: (at: number) => number): Float64Array {
  const stride = width + 1;
  const table = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += value((y * width + x) * 4);
      table[(y + 1) * stride + x + 1] = (table[y * stride + x + 1] ?? 0) + row;
    }
  }
  return table;
}

function calm(from: Uint8ClampedArray, to: Uint8ClampedArray, width: number, height: number): void {
  const of = (offset: number) => (at: number) => from[at + offset] ?? 0;
  const light = (at: number): number => 0.3 * (from[at] ?? 0) + 0.59 * (from[at + 1] ?? 0) + 0.11 * (from[at + 2] ?? 0);
  const tables = [of(0), of(1), of(2), light, (at: number) => light(at) ** 2].map((value) => sums(width, height, value));
  const stride = width + 1;
  const area = (table: Float64Array, x0: number, y0: number, x1: number, y1: number): number =>
    (table[y1 * stride + x1] ?? 0) - (table[y0 * stride + x1] ?? 0) - (table[y1 * stride + x0] ?? 0) + (table[y0 * stride + x0] ?? 0);
  const [red, green, blue, value, square] = tables as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let least = Number.POSITIVE_INFINITY;
      const at = (y * width + x) * 4;
      for (let quarter = 0; quarter < 4; quarter += 1) {
        const x0 = Math.max(0, quarter % 2 ? x : x - REACH);
        const y0 = Math.max(0, quarter > 1 ? y : y - REACH);
        const x1 = Math.min(width, (quarter % 2 ? x + REACH : x) + 1);
        const y1 = Math.min(height, (quarter > 1 ? y + REACH : y) + 1);
        const count = (x1 - x0) * (y1 - y0);
        const mean = area(value, x0, y0, x1, y1) / count;
        const spread = area(square, x0, y0, x1, y1) / count - mean * mean;
        if (spread >= least) continue;
        least = spread;
        to[at] = area(red, x0, y0, x1, y1) / count;
        to[at + 1] = area(green, x0, y0, x1, y1) / count;
        to[at + 2] = area(blue, x0, y0, x1, y1) / count;
        to[at + 3] = 255;
      }
    }
  }
}
