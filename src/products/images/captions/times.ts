/** When to post: the hours at which somebody's own posts did best; where there are too few, hours that are said in general. */
import type { PicturePlatform } from '#capabilities/publishing/publishing.ts';
import type { Message, Params } from '#kernel/message.ts';
import { localDateTime } from '#kernel/wall-time.ts';
import { m } from './messages.ts';

export const NEEDED = 10;
const SHOWN = 5;

export interface TimeSlot {
  /** ISO: 1 is Monday. */
  readonly weekday: number;
  /** 0 to 23, on the wall of the person's zone. */
  readonly hour: number;
  /** Of the posts at this hour, percent; null for a general one. */
  readonly engagementRate: number | null;
  readonly posts: number;
}

export interface BestTimes {
  readonly enoughData: boolean;
  /** Measured posts. */
  readonly posts: number;
  readonly timezone: string;
  /** Where the times come from, said to the reader. */
  readonly basis: { readonly message: Message; readonly params: Params };
  /** Best first. */
  readonly times: readonly TimeSlot[];
}

/** Commonly recommended hours for photographs; a place to begin, not a finding about anybody's audience. */
const GENERAL: Readonly<Record<PicturePlatform | 'any', readonly (readonly [weekday: number, hour: number])[]>> = {
  any: [
    [2, 11],
    [3, 11],
    [4, 18],
    [2, 18],
    [6, 10],
  ],
  instagram: [
    [2, 11],
    [3, 11],
    [4, 19],
    [1, 11],
    [6, 10],
  ],
  facebook: [
    [3, 9],
    [2, 13],
    [4, 13],
    [5, 9],
    [1, 18],
  ],
  twitter: [
    [2, 9],
    [3, 12],
    [4, 9],
    [1, 12],
    [5, 9],
  ],
};

/** A single lucky post says little: each hour is drawn towards the mean of all as if it had this many posts more. */
const PRIOR = 2;

interface Measured {
  readonly postedAt: Date;
  readonly engagementRate: number;
}

export function bestTimesOf(measured: readonly Measured[], platform: PicturePlatform | null, timezone: string): BestTimes {
  const posts = measured.length;
  if (posts < NEEDED) {
    const times = GENERAL[platform ?? 'any'].map(([weekday, hour]) => ({ weekday, hour, engagementRate: null, posts: 0 }));
    return { enoughData: false, posts, timezone, basis: { message: m.generalTimes, params: { count: posts, needed: NEEDED } }, times };
  }
  const slots = new Map<string, { readonly weekday: number; readonly hour: number; sum: number; posts: number }>();
  for (const { postedAt, engagementRate } of measured) {
    const wall = localDateTime(postedAt, timezone);
    const weekday = ((new Date(`${wall}Z`).getUTCDay() + 6) % 7) + 1;
    const hour = Number(wall.slice(11, 13));
    const slot = slots.get(`${weekday} ${hour}`) ?? { weekday, hour, sum: 0, posts: 0 };
    slot.sum += engagementRate;
    slot.posts += 1;
    slots.set(`${weekday} ${hour}`, slot);
  }
  const mean = measured.reduce((sum, { engagementRate }) => sum + engagementRate, 0) / posts;
  const likely = (slot: { readonly sum: number; readonly posts: number }): number => (slot.sum + PRIOR * mean) / (slot.posts + PRIOR);
  const times = [...slots.values()]
    .sort((one, other) => likely(other) - likely(one) || other.posts - one.posts)
    .slice(0, SHOWN)
    .map(({ weekday, hour, sum, posts: count }) => ({
      weekday,
      hour,
      engagementRate: Math.round((sum / count) * 100) / 100,
      posts: count,
    }));
  return { enoughData: true, posts, timezone, basis: { message: m.ownTimes, params: { count: posts } }, times };
}
