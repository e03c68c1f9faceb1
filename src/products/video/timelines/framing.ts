/** The forms a film can have, and how each picture moves in it. */
import type { Motion, View } from '#capabilities/media/media.ts';
import type { Clip, TimelineDraft } from './timeline.ts';

/** Pixels of the film, and of the pictures that are painted for it: larger, so that there is something to move in. */
export const RATIOS = {
  '16:9': { width: 1920, height: 1080, paint: { width: 1792, height: 1024 } },
  '9:16': { width: 1080, height: 1920, paint: { width: 1024, height: 1792 } },
  '1:1': { width: 1080, height: 1080, paint: { width: 1024, height: 1024 } },
  '4:5': { width: 1080, height: 1350, paint: { width: 1024, height: 1280 } },
} as const;
export type Ratio = keyof typeof RATIOS;

const WHOLE: View = { left: 0, top: 0, width: 1, height: 1 };
/** How much of the picture is seen at the near end of a move. */
const NEAR = 0.86;
const near = (x: number, y: number): View => ({ left: (1 - NEAR) * x, top: (1 - NEAR) * y, width: NEAR, height: NEAR });

const MOVES: readonly (readonly [from: View, to: View])[] = [
  [WHOLE, near(0.5, 0.45)],
  [near(0, 0.5), near(1, 0.5)],
  [near(0.5, 0.55), WHOLE],
  [near(1, 0.4), near(0, 0.5)],
  [WHOLE, near(0.3, 0.35)],
  [near(0.5, 1), near(0.5, 0.1)],
];

/** Neighbours never move alike. */
export function motionOf(index: number, seed: number): Motion {
  const [from, to] = MOVES[(index + seed) % MOVES.length] ?? [WHOLE, WHOLE];
  return { from, to, ease: 'smooth' };
}

/** The one for this place, or the next one when the neighbour before moves like that. */
export function motionAfter(before: Motion | null, index: number, seed = 0): Motion {
  const first = motionOf(index, seed);
  return before && isAlike(first, before) ? motionOf(index + 1, seed) : first;
}

const isAlike = (one: Motion, other: Motion): boolean => isNear(one.from, other.from) && isNear(one.to, other.to);
const SIDES = ['left', 'top', 'width', 'height'] as const;
const isNear = (one: View, other: View): boolean => SIDES.every((side) => Math.abs(one[side] - other[side]) < 0.02);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same film in another form: every motion looks at the same place of its picture, as far as the new form shows it. */
export function reframed(draft: TimelineDraft, ratio: Ratio, sizeOf: (assetId: string) => Size | null): TimelineDraft {
  const { width, height } = RATIOS[ratio];
  let before: Motion | null = null;
  const recut = (clip: Clip, index: number): Clip => {
    if (!clip.motion || clip.fit === 'contain') return clip;
    const size = sizeOf(clip.assetId) ?? draft.config;
    const [old, next] = [cutOf(size, draft.config), cutOf(size, { width, height })];
    const moved = { ...clip.motion, from: viewIn(next, old, clip.motion.from), to: viewIn(next, old, clip.motion.to) };
    // A way that the new form does not show would be none at all.
    const isStill = isNear(moved.from, moved.to) && !isNear(clip.motion.from, clip.motion.to);
    const motion: Motion = isStill ? motionAfter(before, index) : moved;
    before = motion;
    return { ...clip, motion };
  };
  const tracks = draft.tracks.map((track) => (track.type === 'video' ? { ...track, clips: track.clips.map(recut) } : track));
  return { config: { ...draft.config, width, height }, tracks };
}

/** The middle part of a picture that a film of this form shows, in fractions of the picture. */
function cutOf(picture: Size, film: Size): View {
  const share = (film.width / film.height) * (picture.height / picture.width);
  const [width, height] = share < 1 ? [share, 1] : [1, 1 / share];
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
}

function viewIn(next: View, old: View, view: View): View {
  const place = (start: 'left' | 'top', length: 'width' | 'height'): number => {
    const middle = old[start] + (view[start] + view[length] / 2) * old[length];
    const wanted = (middle - next[start]) / next[length] - view[length] / 2;
    return Math.min(1 - view[length], Math.max(0, wanted));
  };
  return { left: place('left', 'width'), top: place('top', 'height'), width: view.width, height: view.height };
}
