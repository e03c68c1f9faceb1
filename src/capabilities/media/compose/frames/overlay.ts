/** Drawings over the frames: words and the logo, already multiplied by their opacity, blended in their box only. */
import type { Canvas } from '@napi-rs/canvas';
import type { Kernel } from './kernel.ts';
import { framePlanes, type Size } from './planes.ts';

interface Part {
  readonly colour: Uint8Array;
  readonly alpha: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the two arrays: the width, rounded up to what vectors take. */
  readonly stride: number;
}
/** Y, U, V. */
export type Overlay = readonly [Part, Part, Part];

/** `left` and `top` are even. */
export function overlayOf(canvas: Canvas, left: number, top: number, opacity = 1): Overlay {
  const { width, height } = canvas;
  // Skia's own pixels are multiplied already.
  const drawing = { rgba: canvas.data(), width, height, opacity };
  const luma = emptyPart(left, top, width, height);
  const blue = emptyPart(left / 2, top / 2, Math.ceil(width / 2), Math.ceil(height / 2));
  const red = emptyPart(left / 2, top / 2, Math.ceil(width / 2), Math.ceil(height / 2));
  layLuma(drawing, luma);
  layChroma(drawing, blue, red);
  return [luma, blue, red];
}

interface Drawing extends Size {
  readonly rgba: Uint8Array;
  readonly opacity: number;
}

function emptyPart(left: number, top: number, width: number, height: number): Part {
  const stride = Math.ceil(width / 16) * 16;
  return { left, top, width, height, stride, colour: new Uint8Array(stride * height), alpha: new Uint8Array(stride * height) };
}

function layLuma({ rgba, width, height, opacity }: Drawing, { stride, alpha, colour }: Part): void {
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const a = rgba[from + 3] ?? 0;
      if (a === 0) continue;
      const share = (a / 255) * opacity;
      const light = 0.2126 * (rgba[from] ?? 0) + 0.7152 * (rgba[from + 1] ?? 0) + 0.0722 * (rgba[from + 2] ?? 0);
      const at = y * stride + x;
      alpha[at] = Math.round(share * 255);
      colour[at] = Math.round(16 * share + (light * opacity * 219) / 255);
    }
}

/** One of each four pixels; of those at an odd edge, the last ones count twice. */
function layChroma({ rgba, width, height, opacity }: Drawing, blue: Part, red: Part): void {
  for (let y = 0; y < blue.height; y += 1) {
    const upper = y * 2 * width;
    const lower = Math.min(height - 1, y * 2 + 1) * width;
    for (let x = 0; x < blue.width; x += 1) {
      const next = Math.min(width - 1, x * 2 + 1);
      const [one, two, three, four] = [(upper + x * 2) * 4, (upper + next) * 4, (lower + x * 2) * 4, (lower + next) * 4];
      const a = (rgba[one + 3] ?? 0) + (rgba[two + 3] ?? 0) + (rgba[three + 3] ?? 0) + (rgba[four + 3] ?? 0);
      if (a === 0) continue;
      const r = (rgba[one] ?? 0) + (rgba[two] ?? 0) + (rgba[three] ?? 0) + (rgba[four] ?? 0);
      const g = (rgba[one + 1] ?? 0) + (rgba[two + 1] ?? 0) + (rgba[three + 1] ?? 0) + (rgba[four + 1] ?? 0);
      const b = (rgba[one + 2] ?? 0) + (rgba[two + 2] ?? 0) + (rgba[three + 2] ?? 0) + (rgba[four + 2] ?? 0);
      const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      const share = (a / 1020) * opacity;
      const scale = ((224 / 255) * opacity) / 4;
      const at = y * blue.stride + x;
      blue.alpha[at] = Math.round(share * 255);
      red.alpha[at] = blue.alpha[at] ?? 0;
      blue.colour[at] = Math.round(128 * share + ((b - light) / 1.8556) * scale);
      red.colour[at] = Math.round(128 * share + ((r - light) / 1.5748) * scale);
    }
  }
}

/** In the memory of the kernel, where vectors can reach it. */
export interface LaidOverlay {
  lay(overlay: Overlay): void;
  over(target: number): void;
}

/** Room for one drawing as large as the film. */
export const overlayBytes = ({ width, height }: Size): number => (width + 32) * (height + 2) * 3 + 1024;

export function createOverlayRoom(kernel: Kernel, take: (size: number) => number, film: Size): LaidOverlay {
  const room = take(overlayBytes(film));
  let laid: { part: Part; colour: number; alpha: number }[] = [];
  let present: Overlay | null = null;
  return {
    lay(overlay) {
      if (overlay === present) return;
      present = overlay;
      let at = room;
      laid = overlay.map((part) => {
        const colour = at;
        const alpha = at + part.colour.length;
        at = alpha + part.alpha.length;
        kernel.bytes.set(part.colour, colour);
        kernel.bytes.set(part.alpha, alpha);
        return { part, colour, alpha };
      });
    },
    over(target) {
      const planes = framePlanes(target, film);
      for (const [index, { part, colour, alpha }] of laid.entries()) {
        const plane = planes[index];
        if (!plane) continue;
        for (let y = 0; y < part.height; y += 1) {
          const row = plane.at + (part.top + y) * plane.stride + part.left;
          kernel.blend(row, colour + y * part.stride, alpha + y * part.stride, part.stride);
        }
      }
    },
  };
}
