/** Colour of a whole picture: contrast, saturation, split tones, and the moods of the prompt. */
import type { Easel } from '../scene/easel.ts';

interface Tone {
  readonly saturation: number;
  readonly contrast: number;
  /** Added to everything. */
  readonly lift: number;
}

export type Grade = (pixels: Uint8ClampedArray, at: number, dim: number, add: number) => void;

export function createGrade(easel: Easel, hand: Tone): Grade {
  const moods = new Set(easel.asked.moods);
  let { saturation, contrast, lift } = hand;
  if (moods.has('pastel')) [saturation, contrast, lift] = [saturation * 0.62, contrast * 0.72, lift + 34];
  if (moods.has('vivid') || moods.has('neon')) saturation *= 1.3;
  if (moods.has('bright')) lift += 14;
  if (moods.has('mono') || moods.has('sepia')) saturation = 0;
  const curve = curveOf(contrast, lift);
  const [red, green, blue] = channels(
    moods.has('sepia') ? 'sepia' : moods.has('warm') ? 'warm' : moods.has('cold') ? 'cold' : null,
    easel.style === 'digital_art',
  );
  return (pixels, at, dim, add) => {
    const r = curve[pixels[at] ?? 0] ?? 0;
    const g = curve[pixels[at + 1] ?? 0] ?? 0;
    const b = curve[pixels[at + 2] ?? 0] ?? 0;
    const grey = 0.3 * r + 0.59 * g + 0.11 * b;
    const high = grey / 255;
    pixels[at] = ((grey + (r - grey) * saturation) * (red[0] + (red[1] - red[0]) * high) + add) * dim;
    pixels[at + 1] = ((grey + (g - grey) * saturation) * (green[0] + (green[1] - green[0]) * high) + add) * dim;
    pixels[at + 2] = ((grey + (b - grey) * saturation) * (blue[0] + (blue[1] - blue[0]) * high) + add) * dim;
  };
}

/** Of each channel: its share in the darks, and in the lights. */
type Split = readonly [dark: number, light: number];

function channels(mood: 'sepia' | 'warm' | 'cold' | null, isDigital: boolean): readonly [Split, Split, Split] {
  if (mood === 'sepia')
    return [
      [1.16, 1.06],
      [0.94, 0.96],
      [0.66, 0.78],
    ];
  if (mood === 'warm')
    return [
      [1.06, 1.07],
      [1, 0.99],
      [0.9, 0.86],
    ];
  if (mood === 'cold')
    return [
      [0.88, 0.93],
      [0.98, 1],
      [1.12, 1.06],
    ];
  if (isDigital)
    return [
      [0.92, 1.06],
      [0.92, 0.98],
      [1.28, 1.02],
    ];
  return [
    [1, 1],
    [1, 1],
    [1, 1],
  ];
}

function curveOf(contrast: number, lift: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => {
    const share = value / 255;
    // A gentle S: steeper in the middle, soft at both ends.
    const bent = share + (contrast - 1) * 1.4 * (share - 0.5) * 4 * share * (1 - share);
    return (contrast < 1 ? 127.5 + (share - 0.5) * 255 * contrast : bent * 255) + lift * (1 - share * 0.6);
  });
}
