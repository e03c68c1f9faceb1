/** Where things like to lie: beside their neighbours, at the head, at the edges of pictures. */
import { type Clip, endOf, type Film, placesOf, tidy } from './model.ts';

export interface Snapped {
  readonly time: number;
  /** What it caught on; null when it is free. */
  readonly at: number | null;
}

/** Edges of all clips but one, the head and the beginning. */
export const catches = (film: Film, head: number, except: string): readonly number[] => [
  ...new Set([0, head, ...placesOf(film).flatMap(({ clip }) => (clip.id === except ? [] : [clip.start, endOf(clip)]))]),
];

/** The nearest catch within reach, for one edge. */
export function snapEdge(time: number, points: readonly number[], reach: number): Snapped {
  const at = nearest(time, points);
  return at !== null && Math.abs(at - time) <= reach ? { time: at, at } : { time, at: null };
}

/** For a clip with two edges: the one that is nearer to a catch decides. */
export function snapClip(start: number, seconds: number, points: readonly number[], reach: number): Snapped {
  const [first, last] = [snapEdge(start, points, reach), snapEdge(start + seconds, points, reach)];
  const far = ({ at, time }: Snapped, edge: number): number => (at === null ? Number.POSITIVE_INFINITY : Math.abs(time - edge));
  if (first.at === null && last.at === null) return { time: start, at: null };
  return far(first, start) <= far(last, start + seconds) ? first : { time: last.time - seconds, at: last.at };
}

const nearest = (time: number, points: readonly number[]): number | null =>
  points.reduce<number | null>((best, point) => (best === null || Math.abs(point - time) < Math.abs(best - time) ? point : best), null);

/** The start nearest to the wanted one where so many seconds fit between the others. */
export function freeStart(others: readonly Clip[], seconds: number, wanted: number): number {
  const sorted = [...others].sort((one, other) => one.start - other.start);
  const gaps = [...sorted, null].map((next, index) => ({
    from: index === 0 ? 0 : Math.max(...sorted.slice(0, index).map(endOf)),
    until: next?.start ?? Number.POSITIVE_INFINITY,
  }));
  const starts = gaps
    .filter(({ from, until }) => until - from >= seconds - 1e-6)
    .map(({ from, until }) => Math.min(Math.max(wanted, from), until - seconds));
  return tidy(nearest(wanted, starts) ?? wanted);
}

/** Where a picture that is held at a moment would stand among the others. */
export function orderAt(clips: readonly Clip[], id: string, middle: number): number {
  const others = clips.filter((clip) => clip.id !== id);
  const index = others.findIndex((clip) => middle < clip.start + clip.seconds / 2);
  return index === -1 ? others.length : index;
}
