/** How one shot comes over another, frame by frame. */
import type { Stretch } from '../schedule.ts';
import type { Kernel } from './kernel.ts';
import { frameBytes, framePlanes, type Planes, type Size } from './planes.ts';

type Passage = NonNullable<Stretch['passage']>;
export interface Passages {
  /** `share` from 0 to 1; the two frames are at `under` and `upper`, the background at `ground`. */
  cross(
    passage: Passage,
    share: number,
    frames: { readonly under: number; readonly upper: number; readonly ground: number },
    target: number,
  ): void;
}

/** The soft edge of a wipe, as a part of the way. */
const SOFT = 0.06;
/** How near the shot that leaves comes before it is gone. */
export const ZOOM = 1.35;
const smooth = (t: number): number => t * t * (3 - 2 * t);

export const passageBytes = ({ width }: Size): number => width + 256;

export function createPassages(kernel: Kernel, take: (size: number) => number, size: Size): Passages {
  const mask = take(passageBytes(size));
  const whole = frameBytes(size);
  const dissolve = (target: number, from: number, to: number, share: number): void =>
    kernel.mix(target, from, to, Math.round(share * 256), whole);
  return {
    cross({ kind, towards }, share, { under, upper, ground }, target) {
      // From the background or into it, there is only one half to go.
      if (kind === 'fade' && under !== ground && upper !== ground) {
        const isLeaving = share < 0.5;
        dissolve(target, isLeaving ? under : ground, isLeaving ? ground : upper, isLeaving ? share * 2 : share * 2 - 1);
      } else if (kind === 'wipe') wipe(kernel, mask, size, towards, share, { under, upper, target });
      else if (kind === 'slide') slide(kernel, size, towards, smooth(share), { under, upper, target });
      else dissolve(target, under, upper, kind === 'zoom' ? smooth(share) : share);
    },
  };
}

interface Places {
  readonly under: number;
  readonly upper: number;
  readonly target: number;
}
const planesOf = ({ under, upper, target }: Places, size: Size): [Planes, Planes, Planes] => [
  framePlanes(under, size),
  framePlanes(upper, size),
  framePlanes(target, size),
];

function wipe(kernel: Kernel, mask: number, size: Size, towards: Passage['towards'], share: number, places: Places): void {
  const [under, upper, target] = planesOf(places, size);
  const isAcross = towards === 'left' || towards === 'right';
  const isBack = towards === 'left' || towards === 'up';
  const edge = share * (1 + SOFT);
  const cover = (position: number): number => {
    const way = isBack ? 1 - position : position;
    return Math.round(Math.min(1, Math.max(0, (edge - way) / SOFT)) * 255);
  };
  for (const [index, plane] of target.entries()) {
    const one = under[index] ?? plane;
    const two = upper[index] ?? plane;
    if (isAcross) for (let x = 0; x < plane.width; x += 1) kernel.bytes[mask + x] = cover((x + 0.5) / plane.width);
    for (let y = 0; y < plane.height; y += 1) {
      if (!isAcross) kernel.bytes.fill(cover((y + 0.5) / plane.height), mask, mask + plane.width);
      const row = y * plane.stride;
      kernel.mixMasked(plane.at + row, one.at + row, two.at + row, mask, plane.width);
    }
  }
}

/** The one pushes the other out, by whole chroma pixels. */
function slide({ bytes }: Kernel, size: Size, towards: Passage['towards'], share: number, places: Places): void {
  const [under, upper, target] = planesOf(places, size);
  const isAcross = towards === 'left' || towards === 'right';
  const isBack = towards === 'left' || towards === 'up';
  const way = Math.round(((isAcross ? size.width : size.height) / 2) * share);
  for (const [index, { at, stride, width, height }] of target.entries()) {
    const one = (isBack ? under : upper)[index]?.at ?? at;
    const two = (isBack ? upper : under)[index]?.at ?? at;
    const scaled = index === 0 ? way * 2 : way;
    // Two pictures beside each other; the window on them begins here.
    const begin = isBack ? scaled : (isAcross ? width : height) - scaled;
    if (isAcross)
      for (let y = 0; y < height; y += 1) {
        const row = y * stride;
        bytes.copyWithin(at + row, one + row + begin, one + row + width);
        bytes.copyWithin(at + row + width - begin, two + row, two + row + begin);
      }
    else {
      bytes.copyWithin(at, one + begin * stride, one + height * stride);
      bytes.copyWithin(at + (height - begin) * stride, two, two + begin * stride);
    }
  }
}
