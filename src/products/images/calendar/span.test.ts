import { describe, expect, it } from 'vitest';
import { instantsOf, isSkipped, offsetText, spanOf } from './span.ts';

describe('what a view of the calendar shows', () => {
  it('shows whole weeks around a month, and leads to the months beside it', () => {
    const { days, first, last, previous, next } = spanOf('month', '2026-02-17', '2026-01-01');
    expect({ first, last, previous, next }).toEqual({
      first: '2026-02-01',
      last: '2026-02-28',
      previous: '2026-01-01',
      next: '2026-03-01',
    });
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-01-26', '2026-03-01', 35]);
    // A February that is exactly four weeks.
    expect(spanOf('month', '2027-02-01', '').days).toHaveLength(28);
    expect(spanOf('month', '2026-08-31', '').days).toHaveLength(42);
  });
  it('begins a week on Monday, and falls back to today when the address says nonsense', () => {
    expect(spanOf('week', '2026-11-22', '').days).toEqual(['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`));
    expect(spanOf('week', '2026-02-30', '2026-11-21').first).toBe('2026-11-16');
  });
  it('knows that days have 23 or 25 hours where clocks are changed', () => {
    const hours = (day: string): number => {
      const week = { ...spanOf('week', day, ''), days: [day] };
      const { after, before } = instantsOf(week, 'Europe/Paris');
      return (before.getTime() - after.getTime()) / 3_600_000;
    };
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
    expect([1, 2, 3].map((hour) => isSkipped('2026-03-29', hour, 'Europe/Paris'))).toEqual([false, true, false]);
  });
  it('says how far a zone is from UTC, at that time of the year', () => {
    const at = (day: string, zone: string): string => offsetText(new Date(`${day}T12:00:00Z`), zone);
    expect([at('2026-01-15', 'Europe/Paris'), at('2026-07-15', 'Europe/Paris')]).toEqual(['UTC+1', 'UTC+2']);
    expect([at('2026-07-15', 'America/St_Johns'), at('2026-07-15', 'UTC')]).toEqual(['UTC−2:30', 'UTC']);
  });
});
