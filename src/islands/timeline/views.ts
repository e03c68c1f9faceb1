/** How the camera moves over a picture: which part of it is seen, and the moves one can choose. */
import type { Motion, View } from './model.ts';

export const WHOLE: View = { left: 0, top: 0, width: 1, height: 1 };
/** How much of the picture is seen at the near end of a move. */
const NEAR = 0.86;
const near = (x: number, y: number): View => ({ left: (1 - NEAR) * x, top: (1 - NEAR) * y, width: NEAR, height: NEAR });

export const MOVES = {
  none: null,
  nearer: { from: WHOLE, to: near(0.5, 0.45), ease: 'smooth' },
  farther: { from: near(0.5, 0.55), to: WHOLE, ease: 'smooth' },
  rightwards: { from: near(0, 0.5), to: near(1, 0.5), ease: 'smooth' },
  leftwards: { from: near(1, 0.5), to: near(0, 0.5), ease: 'smooth' },
  upwards: { from: near(0.5, 1), to: near(0.5, 0), ease: 'smooth' },
  downwards: { from: near(0.5, 0), to: near(0.5, 1), ease: 'smooth' },
} as const satisfies Record<string, Motion | null>;
export type MoveName = keyof typeof MOVES;

/** Of the moves one can choose the one that it is, or `own`. */
export function moveNameOf(motion: Motion | null): MoveName | 'own' {
  const found = Object.entries(MOVES).find(([, move]) => isSame(move, motion));
  return (found?.[0] as MoveName | undefined) ?? 'own';
}

const SIDES = ['left', 'top', 'width', 'height'] as const;
const isSame = (one: Motion | null, other: Motion | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    SIDES.every((side) => Math.abs(one.from[side] - other.from[side]) < 1e-3 && Math.abs(one.to[side] - other.to[side]) < 1e-3));

/** `share` of the way, from 0 to 1. */
export function insideView(motion: Motion | null, share: number): View {
  if (!motion) return WHOLE;
  const t = Math.min(1, Math.max(0, share));
  const way = motion.ease === 'smooth' ? t * t * (3 - 2 * t) : t;
  const between = (side: keyof View): number => motion.from[side] + (motion.to[side] - motion.from[side]) * way;
  return { left: between('left'), top: between('top'), width: between('width'), height: between('height') };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that a view shows, in its own pixels, once it was cut to the form of the film. */
export function sourceBox(picture: { readonly width: number; readonly height: number }, ratio: number, view: View): Box {
  const isWide = picture.width / picture.height > ratio;
  const width = isWide ? picture.height * ratio : picture.width;
  const height = isWide ? picture.height : picture.width / ratio;
  const [x, y] = [(picture.width - width) / 2, (picture.height - height) / 2];
  return { x: x + view.left * width, y: y + view.top * height, width: view.width * width, height: view.height * height };
}
