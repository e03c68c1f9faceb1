import { describe, expect, it } from 'vitest';
import { addDays, instantOf, wallOf } from './zone.ts';

const at = (wall: string, zone: string): string => instantOf(wall, zone).toISOString();

describe('clocks of a zone, in the browser', () => {
  it('finds the instant of a wall time, in winter and in summer', () => {
    expect(at('2026-01-15T10:30:00', 'Europe/Paris')).toBe('2026-01-15T09:30:00.000Z');
    expect(at('2026-07-15T10:30:00', 'Europe/Paris')).toBe('2026-07-15T08:30:00.000Z');
    expect(at('2026-07-15T10:30:00', 'America/New_York')).toBe('2026-07-15T14:30:00.000Z');
    expect(wallOf(new Date('2026-07-15T22:30:00Z'), 'Asia/Tokyo')).toBe('2026-07-16T07:30:00');
  });
  it('takes the end of a gap when clocks skip the hour, and the first of two when they are put back', () => {
    expect(at('2026-03-29T02:30:00', 'Europe/Paris')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-10-25T02:30:00', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
  });
  it('counts days without a clock', () => {
    expect([addDays('2026-02-28', 1), addDays('2026-03-29', -1), addDays('2026-12-31', 7)]).toEqual([
      '2026-03-01',
      '2026-03-28',
      '2027-01-07',
    ]);
  });
});
