/** Figures of many posts, put in weeks and in hours of the week. Pure. */
import { addDays, localDateTime, localDay } from '#kernel/wall-time.ts';
import { mondayOf } from './span.ts';

interface Measured {
  readonly postedAt: Date;
  /** Percent. */
  readonly engagementRate: number;
}

/** Mondays from some weeks ago to some weeks ahead. */
export const weeksAround = (now: Date, zone: string, before: number, after: number): readonly string[] => {
  const monday = mondayOf(localDay(now, zone));
  return Array.from({ length: before + after + 1 }, (_, index) => addDays(monday, (index - before) * 7));
};

export const countByWeek = (moments: readonly Date[], weeks: readonly string[], zone: string): readonly number[] => {
  const counts = Map.groupBy(moments, (at) => mondayOf(localDay(at, zone)));
  return weeks.map((week) => counts.get(week)?.length ?? 0);
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100;

export interface WeekMean {
  readonly monday: string;
  readonly percent: number;
}

/** Only weeks that have measured posts: no post is not an engagement of nought. */
export function engagementByWeek(measured: readonly Measured[], weeks: readonly string[], zone: string): readonly WeekMean[] {
  const byWeek = Map.groupBy(measured, ({ postedAt }) => mondayOf(localDay(postedAt, zone)));
  return weeks.flatMap((monday) => {
    const found = byWeek.get(monday);
    return found ? [{ monday, percent: mean(found.map(({ engagementRate }) => engagementRate)) }] : [];
  });
}

export const HOURS_A_CELL = 3;
export interface HeatCell {
  readonly value: number;
  readonly count: number;
  /** 0 for nothing, then 1 to 5, the best of all. */
  readonly level: number;
}

/** Seven days from Monday, eight cells of three hours each. */
export function heatOf(measured: readonly Measured[], zone: string): readonly (readonly HeatCell[])[] {
  const cells = Map.groupBy(measured, ({ postedAt }) => {
    const wall = localDateTime(postedAt, zone);
    const weekday = (new Date(`${wall}Z`).getUTCDay() + 6) % 7;
    return `${weekday} ${Math.floor(Number(wall.slice(11, 13)) / HOURS_A_CELL)}`;
  });
  const means = new Map([...cells].map(([key, list]) => [key, mean(list.map(({ engagementRate }) => engagementRate))]));
  const best = Math.max(0, ...means.values());
  return Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 / HOURS_A_CELL }, (_, cell) => {
      const key = `${weekday} ${cell}`;
      const value = means.get(key) ?? 0;
      const count = cells.get(key)?.length ?? 0;
      return { value, count, level: count === 0 ? 0 : best > 0 ? Math.max(1, Math.ceil((value / best) * 5)) : 1 };
    }),
  );
}
