import { describe, expect, it } from 'vitest';
import { addDays, localTime } from '#kernel/wall-time.ts';
import { dayBounds, shootingDay } from './days.ts';
import { type FixedStay, foldMarks, hoursOf, isRunning, type Mark, nextAttendance, roundHalfUp } from './rules.ts';

const CASABLANCA = { timeZone: 'Africa/Casablanca', dayStarts: '04:00' };
const dayOf = (at: Date): string => shootingDay(at, CASABLANCA);
/** Morocco was at +01:00 in that week. */
const at = (local: string): Date => new Date(`${local}:00+01:00`);
let made = 0;
const mark = (action: Mark['action'], local: string): Mark => {
  made += 1;
  return { id: `m${made}`, action, at: at(local), sequence: made };
};
const [arrives, leaves] = [(local: string) => mark('check_in', local), (local: string) => mark('check_out', local)];
const shown = (marks: readonly Mark[], fixed: readonly FixedStay[] = []) =>
  foldMarks(marks, fixed, dayOf).stays.map(
    ({ from, until }) => `${dayOf(from)} ${localTime(from, CASABLANCA.timeZone)}–${until ? localTime(until, CASABLANCA.timeZone) : ''}`,
  );
const outcomes = (marks: readonly Mark[]) => {
  const folded = foldMarks(marks, [], dayOf);
  return marks.map(({ id }) => folded.outcomes.get(id));
};

describe('the shooting day', () => {
  it('turns at four in the morning of the place, not at midnight', () => {
    expect(shootingDay(at('2025-10-27T03:59'), CASABLANCA)).toBe('2025-10-26');
    expect(shootingDay(at('2025-10-27T04:00'), CASABLANCA)).toBe('2025-10-27');
    expect(shootingDay(new Date('2025-10-27T03:30:00Z'), { timeZone: 'Africa/Dakar', dayStarts: '04:00' })).toBe('2025-10-26');
    expect(shootingDay(new Date('2025-10-27T03:30:00Z'), { timeZone: 'Africa/Nairobi', dayStarts: '06:00' })).toBe('2025-10-27');
  });

  it.each([
    ['Africa/Casablanca', '02:30', '2025-02-23', '2025-04-06'], // put back before Ramadan, forward after it
    ['Africa/Cairo', '00:30', '2025-04-25', '2025-10-31'],
    ['Europe/Paris', '02:30', '2025-03-30', '2025-10-26'],
  ])('has one beginning and no hole when clocks change: %s at %s', (timeZone, dayStarts, ...days) => {
    const rule = { timeZone, dayStarts };
    for (const day of days) {
      for (const near of [addDays(day, -1), day, addDays(day, 1)]) {
        const { start, end } = dayBounds(near, rule);
        expect(dayBounds(addDays(near, 1), rule).start).toEqual(end);
        for (let time = start.getTime(); time < end.getTime(); time += 900_000) expect(shootingDay(new Date(time), rule)).toBe(near);
        expect(Math.abs((end.getTime() - start.getTime()) / 3_600_000 - 24)).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('stays', () => {
  it('T-243 T-244 begin with an arrival and end with a departure', () => {
    expect(shown([arrives('2025-10-26T08:30'), leaves('2025-10-26T18:45')])).toEqual(['2025-10-26 08:30:00–18:45:00']);
    expect(shown([arrives('2025-10-26T08:00'), leaves('2025-10-26T12:00'), arrives('2025-10-26T13:00')])).toEqual([
      '2025-10-26 08:00:00–12:00:00',
      '2025-10-26 13:00:00–',
    ]);
  });

  it.each(['02:00', '05:30'])('a night shoot that ends at %s belongs to the day it began', (end) => {
    expect(shown([arrives('2025-10-26T18:00'), leaves(`2025-10-27T${end}`)])).toEqual([`2025-10-26 18:00:00–${end}:00`]);
  });

  it('a forgotten departure stays open, invents nothing and does not stop the next day', () => {
    const marks = [arrives('2025-10-26T08:00'), arrives('2025-10-27T07:00'), leaves('2025-10-27T17:00')];
    expect(shown(marks)).toEqual(['2025-10-26 08:00:00–', '2025-10-27 07:00:00–17:00:00']);
    expect(outcomes(marks)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(isRunning(at('2025-10-26T08:00'), at('2025-10-27T07:00'), dayOf)).toBe(false);
  });

  it('an arrival more than a day old takes no departure', () => {
    const marks = [arrives('2025-10-26T08:00'), leaves('2025-10-27T08:01')];
    expect(outcomes(marks)).toEqual(['recorded', 'not_checked_in']);
    expect(shown(marks)).toEqual(['2025-10-26 08:00:00–']);
  });

  it('who works at night is still there when the day turns', () => {
    expect(isRunning(at('2025-10-26T18:00'), at('2025-10-27T05:00'), dayOf)).toBe(true);
    expect(outcomes([arrives('2025-10-26T18:00'), arrives('2025-10-27T05:00')])).toEqual(['recorded', 'duplicate']);
  });

  it('the second scan of the same thing adds nothing', () => {
    expect(outcomes([arrives('2025-10-26T08:00'), arrives('2025-10-26T08:01')])).toEqual(['recorded', 'duplicate']);
    expect(outcomes([arrives('2025-10-26T08:00'), leaves('2025-10-26T09:00'), leaves('2025-10-26T09:01')])).toEqual([
      'recorded',
      'recorded',
      'duplicate',
    ]);
    expect(outcomes([leaves('2025-10-26T09:00')])).toEqual(['not_checked_in']);
  });

  it('are the same in whatever order the scans arrive', () => {
    const marks = [
      ...[arrives('2025-10-26T08:00'), arrives('2025-10-26T08:02'), leaves('2025-10-26T12:00'), leaves('2025-10-26T12:05')],
      ...[arrives('2025-10-26T13:00'), arrives('2025-10-27T18:00'), leaves('2025-10-28T05:30'), arrives('2025-10-28T09:00')],
    ];
    const wanted = shown(marks);
    expect(wanted).toHaveLength(4);
    let seed = 7;
    const random = (): number => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    for (let round = 0; round < 200; round++) {
      const shuffled = marks.map((each) => ({ each, key: random() })).sort((a, b) => a.key - b.key);
      expect(shown(shuffled.map(({ each }) => each))).toEqual(wanted);
    }
  });

  it('that a supervisor corrected no longer move', () => {
    const fixed = { presenceId: 5, from: at('2025-10-26T08:00'), until: at('2025-10-26T17:00') };
    expect(shown([arrives('2025-10-26T09:00'), leaves('2025-10-26T16:00')], [fixed])).toEqual(['2025-10-26 08:00:00–17:00:00']);
    const open = { ...fixed, until: null };
    expect(shown([leaves('2025-10-26T16:00')], [open])).toEqual(['2025-10-26 08:00:00–16:00:00']);
  });
});

describe('hours', () => {
  it('T-201 are rounded half up to two decimals', () => {
    expect(hoursOf(at('2025-10-26T08:30'), at('2025-10-26T18:45'))).toBe(10.25);
    expect([1.005, 10.055, 2.344, 2.345].map(roundHalfUp)).toEqual([1.01, 10.06, 2.34, 2.35]);
  });

  it('an action says what it does to the last stay', () => {
    const open = { from: at('2025-10-26T08:00'), until: null };
    const now = at('2025-10-26T12:00');
    expect(nextAttendance(null, { action: 'check_in', at: now }, dayOf)).toBe('opens');
    expect(nextAttendance(null, { action: 'check_out', at: now }, dayOf)).toBe('not_checked_in');
    expect(nextAttendance(open, { action: 'check_in', at: now }, dayOf)).toBe('duplicate');
    expect(nextAttendance(open, { action: 'check_out', at: now }, dayOf)).toBe('closes');
  });
});
