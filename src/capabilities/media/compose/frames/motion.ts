/** Which part of a picture is seen in each frame, and how large the picture has to be for it. */
import type { Motion, Shot, View } from '../compose.ts';
import { evenSize, type Size } from './planes.ts';

export const WHOLE: View = { left: 0, top: 0, width: 1, height: 1 };
/** More source pixels than film pixels, so that a moving picture stays sharp between two of them; not so many that it flickers, nor
    more than the 1.5 that the tables can reach. */
const FINEST = 1.25;
const COARSEST = 1.125;
const LARGEST = 2;
const SMALLEST_VIEW = 0.05;

export interface Working {
  /** The whole picture, in pixels of the source. */
  readonly whole: Size;
  /** The part of it that is ever seen; the only one that is kept. */
  readonly region: Size & { readonly left: number; readonly top: number };
}

const bounded = (value: number, from: number, until: number): number => Math.min(until, Math.max(from, value));

/** Inside the picture, whatever was asked for. */
function inside({ left, top, width, height }: View): View {
  const wide = bounded(width, SMALLEST_VIEW, 1);
  const tall = bounded(height, SMALLEST_VIEW, 1);
  return { width: wide, height: tall, left: bounded(left, 0, 1 - wide), top: bounded(top, 0, 1 - tall) };
}

const easing = { linear: (t: number): number => t, smooth: (t: number): number => t * t * (3 - 2 * t) };

export function viewAt(motion: Motion | null, frame: number, frames: number): View {
  if (!motion) return WHOLE;
  const t = easing[motion.ease](frames > 1 ? bounded(frame / (frames - 1), 0, 1) : 0);
  const from = inside(motion.from);
  const to = inside(motion.to);
  const between = (one: number, two: number): number => one + (two - one) * t;
  return {
    left: between(from.left, to.left),
    top: between(from.top, to.top),
    width: between(from.width, to.width),
    height: between(from.height, to.height),
  };
}

/** The same view, nearer by a factor. */
export const nearer = ({ left, top, width, height }: View, factor: number): View => ({
  left: left + (width * (1 - 1 / factor)) / 2,
  top: top + (height * (1 - 1 / factor)) / 2,
  width: width / factor,
  height: height / factor,
});

export function workingFor({ motion }: Pick<Shot, 'motion'>, film: Size): Working {
  if (!motion) return { whole: film, region: { left: 0, top: 0, ...film } };
  const views = [inside(motion.from), inside(motion.to)];
  const sides = views.flatMap(({ width, height }) => [width, height]);
  const widest = Math.max(...sides);
  const scale = Math.min(LARGEST, bounded(1 / Math.min(...sides), COARSEST / widest, FINEST / widest));
  const whole = evenSize(film.width * scale, film.height * scale);
  const edge = (position: number, length: number, margin: number): number =>
    bounded(Math.floor((position * length + margin) / 2) * 2, 0, length);
  const left = edge(Math.min(...views.map((view) => view.left)), whole.width, -8);
  const top = edge(Math.min(...views.map((view) => view.top)), whole.height, -8);
  const right = edge(Math.max(...views.map((view) => view.left + view.width)), whole.width, 10);
  const bottom = edge(Math.max(...views.map((view) => view.top + view.height)), whole.height, 10);
  return { whole, region: { left, top, width: right - left, height: bottom - top } };
}
