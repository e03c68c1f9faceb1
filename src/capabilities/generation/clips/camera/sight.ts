/**
 * Where a picture is most worth looking at, found in a small copy of it: what differs from its surroundings in light and in colour,
 * what has edges, what has the colours of skin, and a little more in the middle, where people put what matters.
 */
import { sharp } from '#kernel/heavy.ts';
import { ClipFault } from '../faults.ts';

/** Fractions of the picture. */
export interface Interest {
  readonly x: number;
  readonly y: number;
  /** How far the interest reaches to each side: small for one thing alone, near 0.29 when it is everywhere. */
  readonly spreadX: number;
  readonly spreadY: number;
}

const LONG_SIDE = 72;
const MOST_PIXELS = 100_000_000;
const DECODE_SECONDS = 20;
/** Of the picture itself the parts that count; what is below this part of the strongest interest is background. */
const FLOOR = 0.45;

interface Small {
  readonly width: number;
  readonly height: number;
  /** Rows of red, green, blue. */
  readonly rgb: Buffer;
}

/** `form` is the width of the film over its height: what is cut away is not looked at. Throws `bad_picture`. */
export async function interestOf(picture: string, form: number): Promise<Interest> {
  return weigh(await smallCopy(picture, form));
}

async function smallCopy(picture: string, form: number): Promise<Small> {
  const width = Math.max(8, Math.round(form >= 1 ? LONG_SIDE : LONG_SIDE * form));
  const height = Math.max(8, Math.round(form >= 1 ? LONG_SIDE / form : LONG_SIDE));
  const rgb = await sharp()(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .flatten({ background: '#000000' })
    .toColourspace('srgb')
    .resize({ width, height, fit: 'cover' })
    .removeAlpha()
    .raw()
    .toBuffer()
    .catch(() => {
      throw new ClipFault('embedded', 'bad_picture');
    });
  return { width, height, rgb };
}

function weigh({ width, height, rgb }: Small): Interest {
  const { light, warm, cool, skin } = sensesOf(rgb, width * height);
  const maps: readonly (readonly [Float32Array, number])[] = [
    // What stands out from what is around it, in light and in the two pairs of colours.
    [standing(light, width, height), 1],
    [standing(warm, width, height), 1.1],
    [standing(cool, width, height), 0.9],
    [edgesOf(light, width, height), 0.7],
    [skin, isMostly(skin) ? 0 : 0.8],
  ];
  const interest = new Float32Array(width * height);
  for (const [map, weight] of maps) {
    const most = Math.max(...map, NOISE);
    for (const [at, value] of map.entries()) interest[at] = (interest[at] ?? 0) + (weight * value) / most;
  }
  const smooth = blurred(interest, width, height, Math.max(1, Math.round(LONG_SIDE / 18)));
  return centreOf(smooth, width, height);
}

/** Sand and wood have the colours of skin, too: what fills the picture is no person. */
const isMostly = (map: Float32Array): boolean => map.reduce((sum, value) => sum + value, 0) > map.length * 0.3;

/** Differences below this are noise, not interest: a map of nothing is not blown up to a map of something. */
const NOISE = 0.12;
/** Less interest than this between the most and the least of a picture is none: a sky, a wall. */
const BARE = 0.5;

function sensesOf(rgb: Buffer, pixels: number) {
  const [light, warm, cool, skin] = Array.from({ length: 4 }, () => new Float32Array(pixels)) as Maps;
  for (let at = 0; at < pixels; at += 1) {
    const [red, green, blue] = [(rgb[at * 3] ?? 0) / 255, (rgb[at * 3 + 1] ?? 0) / 255, (rgb[at * 3 + 2] ?? 0) / 255];
    light[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
    warm[at] = red - green;
    cool[at] = blue - (red + green) / 2;
    skin[at] = isSkin(red, green, blue) ? 1 : 0;
  }
  return { light, warm, cool, skin };
}
type Maps = [Float32Array, Float32Array, Float32Array, Float32Array];

/** Of any person: the hue hardly differs between them, only how light it is. */
function isSkin(red: number, green: number, blue: number): boolean {
  const light = 0.299 * red + 0.587 * green + 0.114 * blue;
  const cb = 0.564 * (blue - light);
  const cr = 0.713 * (red - light);
  return light > 0.15 && light < 0.95 && cb > -0.2 && cb < -0.02 && cr > 0.04 && cr < 0.18 && red > green && green > blue;
}

/** How much each place differs from the wide surroundings: a small mean against a large one. */
function standing(map: Float32Array, width: number, height: number): Float32Array {
  const near = blurred(map, width, height, 1);
  const wide = blurred(map, width, height, Math.round(Math.max(width, height) / 4));
  return near.map((value, at) => Math.abs(value - (wide[at] ?? 0)));
}

function edgesOf(map: Float32Array, width: number, height: number): Float32Array {
  const at = (x: number, y: number): number => map[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0;
  const edges = map.map((_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return Math.hypot(at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1));
  });
  // Many edges together are a thing; a single one is a horizon.
  return blurred(edges, width, height, 2);
}

/** The mean of a square, first along the rows, then along the columns; past the border there is nothing. */
function blurred(map: Float32Array, width: number, height: number, reach: number): Float32Array {
  const rows = slid(map, { lines: height, length: width, step: 1, stride: width }, reach);
  return slid(rows, { lines: width, length: height, step: width, stride: 1 }, reach);
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  readonly step: number;
  readonly stride: number;
}

function slid(map: Float32Array, { lines, length, step, stride }: Lines, reach: number): Float32Array {
  const result = new Float32Array(map.length);
  for (let line = 0; line < lines; line += 1) {
    const value = (at: number): number => map[line * stride + at * step] ?? 0;
    let [sum, count] = [0, 0];
    for (let at = 0; at < Math.min(reach, length); at += 1, count += 1) sum += value(at);
    for (let at = 0; at < length; at += 1) {
      if (at + reach < length) [sum, count] = [sum + value(at + reach), count + 1];
      if (at - reach - 1 >= 0) [sum, count] = [sum - value(at - reach - 1), count - 1];
      result[line * stride + at * step] = sum / count;
    }
  }
  return result;
}

/** The middle of the strongest of what is clearly above the background, and how far all of that reaches. */
function centreOf(map: Float32Array, width: number, height: number): Interest {
  const [least, most] = [Math.min(...map), Math.max(...map)];
  const floor = least + (most - least) * FLOOR;
  const marks: Mark[] = [...map].map((value, at) => {
    const [x, y] = [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height];
    // Squared, so that the strongest decides; at the border only half as interesting as in the middle.
    return { x, y, weight: Math.max(0, value - floor) ** 2 * (1 - 0.5 * Math.min(1, Math.hypot(x - 0.5, y - 0.5) / 0.7)) };
  });
  const whole = meanOf(marks, () => 1);
  if (most - least < BARE || !whole) return { x: 0.5, y: 0.5, spreadX: 0.29, spreadY: 0.29 };
  let place: Interest = whole;
  const peak = marks.reduce((best, mark) => (mark.weight > best.weight ? mark : best));
  // From the strongest place towards the middle of what is around it: between two things there may be nothing to see.
  for (let step = 0, { x, y } = peak; step < 4; step += 1, { x, y } = place)
    place = meanOf(marks, (mark) => Math.exp(-((mark.x - x) ** 2 + (mark.y - y) ** 2) / (2 * AROUND ** 2))) ?? place;
  return { x: place.x, y: place.y, spreadX: whole.spreadX, spreadY: whole.spreadY };
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** How much around a place belongs to it, in fractions of the picture. */
const AROUND = 0.14;

/** Null when nothing counts. */
function meanOf(marks: readonly Mark[], share: (mark: Mark) => number): Interest | null {
  const sums = { weight: 0, x: 0, y: 0, xx: 0, yy: 0 };
  for (const mark of marks) {
    const weight = mark.weight * share(mark);
    sums.weight += weight;
    sums.x += weight * mark.x;
    sums.y += weight * mark.y;
    sums.xx += weight * mark.x ** 2;
    sums.yy += weight * mark.y ** 2;
  }
  if (sums.weight === 0) return null;
  const [x, y] = [sums.x / sums.weight, sums.y / sums.weight];
  const spread = (squares: number, mean: number): number => Math.sqrt(Math.max(0, squares / sums.weight - mean * mean));
  return { x, y, spreadX: spread(sums.xx, x), spreadY: spread(sums.yy, y) };
}
