import { describe, expect, it } from 'vitest';
import { countByWeek, engagementByWeek, heatOf, weeksAround } from './performance.ts';

const at = (text: string): Date => new Date(text);
const NOW = at('2026-11-21T12:00:00Z');

describe('figures of many posts', () => {
  it('counts by the weeks of the reader’s clocks', () => {
    const weeks = weeksAround(NOW, 'UTC', 1, 1);
    expect(weeks).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
    // Sunday at 23:30 UTC is Monday in Paris.
    const moments = [at('2026-11-15T23:30:00Z'), at('2026-11-17T08:00:00Z')];
    expect(countByWeek(moments, weeks, 'UTC')).toEqual([1, 1, 0]);
    expect(countByWeek(moments, weeks, 'Europe/Paris')).toEqual([0, 2, 0]);
  });
  it('says the mean engagement of a week, and nothing of a week without posts', () => {
    const measured = [3, 6].map((engagementRate) => ({ postedAt: at('2026-11-17T08:00:00Z'), engagementRate }));
    expect(engagementByWeek(measured, weeksAround(NOW, 'UTC', 1, 0), 'UTC')).toEqual([{ monday: '2026-11-16', percent: 4.5 }]);
  });
  it('warms the hours at which posts did well', () => {
    const heat = heatOf(
      [
        { postedAt: at('2026-11-16T10:00:00Z'), engagementRate: 10 },
        { postedAt: at('2026-11-16T11:00:00Z'), engagementRate: 6 },
        { postedAt: at('2026-11-22T23:00:00Z'), engagementRate: 1 },
      ],
      'UTC',
    );
    expect([heat.length, heat[0]?.length]).toEqual([7, 8]);
    expect(heat[0]?.[3]).toEqual({ value: 8, count: 2, level: 5 });
    expect(heat[6]?.[7]).toEqual({ value: 1, count: 1, level: 1 });
    expect(heat[3]?.[3]).toEqual({ value: 0, count: 0, level: 0 });
  });
});
