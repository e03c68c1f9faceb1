/**
 * The way of a camera over a still picture: it begins or ends at what the picture is about, calmly, and never leaves the picture. The
 * same picture with the same seed has the same way; another seed may choose another move to the same place.
 */
import type { Motion, View } from '#capabilities/media/media.ts';
import { between, pick, type Random, randomOf } from '../../random.ts';
import type { CameraMove, ClipOrder, MotionClip } from '../order.ts';
import { type Interest, interestOf } from './sight.ts';

export type CameraPath = Pick<MotionClip, 'motion' | 'move' | 'interest'>;

const WHOLE: View = { left: 0, top: 0, width: 1, height: 1 };
/** Widths of the film that anything on it may move in a second, at the fastest moment. */
const MOST_SPEED = 0.035;
/** A smooth way is this much faster in its middle than on average. */
const PEAK = 1.5;
/** The nearest view: closer, a picture would show that it is no larger than the film. */
const NEAREST = 0.8;
/** What is seen while the camera pans or tilts. */
const PAN_VIEW = 0.84;
/** Interest that reaches further than this is no single thing. */
const WIDE = 0.2;

export async function pathOver({ picture, seconds, width, height, seed }: ClipOrder): Promise<CameraPath> {
  const interest = await interestOf(picture, width / height);
  const random = randomOf(seed, 'camera');
  const move = pick(random, movesFor(interest, height / width));
  // Of the film's width; its height counts as many widths as it has.
  const reach = (MOST_SPEED * seconds) / PEAK;
  const [away, there] = viewsOf(move, { interest, reach, tall: height / width, random });
  const isLeaving = move === 'pull_out' || (isSideways(move) && random() < 0.5);
  const [from, to] = isLeaving ? [there, away] : [away, there];
  const motion: Motion = { from, to, ease: 'smooth' };
  return { motion, move, interest: { x: interest.x, y: interest.y } };
}

const isSideways = (move: CameraMove): boolean => move === 'pan' || move === 'tilt';

/** One thing is gone to or left; what lies along the picture is followed. What is likelier stands more often. */
function movesFor({ x, y, spreadX, spreadY }: Interest, tall: number): readonly [CameraMove, ...CameraMove[]] {
  const isOff = Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) > 0.12;
  if (Math.max(spreadX, spreadY) < WIDE && !isOff) return ['push_in', 'push_in', 'pull_out'];
  const along: CameraMove = Math.abs(x - 0.5) + spreadX >= (Math.abs(y - 0.5) + spreadY) * Math.min(1.4, tall) ? 'pan' : 'tilt';
  return isOff ? ['push_in', along, along, 'pull_out'] : [along, 'push_in', 'pull_out'];
}

interface Way {
  readonly interest: Interest;
  readonly reach: number;
  readonly tall: number;
  readonly random: Random;
}

/** The view without the interest in its middle, and the one with it. */
function viewsOf(move: CameraMove, way: Way): readonly [away: View, there: View] {
  return isSideways(move) ? alongside(move === 'pan', way) : inwards(way);
}

function inwards({ interest: { x, y }, reach, tall, random }: Way): readonly [View, View] {
  const at = { x: shareOf(x, NEAREST), y: shareOf(y, NEAREST) };
  // The corner that goes furthest decides how near the camera may come.
  const furthest = Math.hypot(Math.max(at.x, 1 - at.x), Math.max(at.y, 1 - at.y) * tall);
  const nearest = Math.max(NEAREST, 1 - reach / furthest);
  const near = nearest + (1 - nearest) * between(random, 0, 0.25);
  return [WHOLE, { left: (1 - near) * at.x, top: (1 - near) * at.y, width: near, height: near }];
}

function alongside(isPan: boolean, { interest: { x, y }, reach, tall, random }: Way): readonly [View, View] {
  const size = PAN_VIEW + between(random, 0, 0.03);
  const room = 1 - size;
  const centred = { left: room * shareOf(x, size), top: room * shareOf(y, size) };
  const [end, most] = isPan ? [centred.left, Math.min(room, reach)] : [centred.top, Math.min(room, reach / tall)];
  // Towards the side with more room, and back from it.
  const start = end >= room / 2 ? Math.max(0, end - most) : Math.min(room, end + most);
  const view = (place: number): View => ({ ...centred, ...(isPan ? { left: place } : { top: place }), width: size, height: size });
  return [view(start), view(end)];
}

/** Where a smaller view has to lie, 0 to 1 of the room it has, so that the place comes to its middle as far as the picture allows. */
const shareOf = (place: number, size: number): number => Math.min(1, Math.max(0, (place - size / 2) / (1 - size)));
