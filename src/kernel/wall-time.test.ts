import { describe, expect, it } from 'vitest';
import { addDays, instantOf, isDay, isTimeZone, localDateTime } from './wall-time.ts';

describe('wall time', () => {
  it.each([
    ['2025-07-01T12:00', 'Africa/Lagos', '2025-07-01T11:00:00Z'],
    ['2025-10-26T02:30', 'Europe/Paris', '2025-10-26T00:30:00Z'], // twice: the first
    ['2025-03-30T02:30', 'Europe/Paris', '2025-03-30T01:00:00Z'], // never: the end of the gap
    ['2025-03-30T03:00', 'Europe/Paris', '2025-03-30T01:00:00Z'],
    ['2025-02-23T02:30', 'Africa/Casablanca', '2025-02-23T01:30:00Z'], // Ramadan begins: twice
    ['2025-04-06T02:30', 'Africa/Casablanca', '2025-04-06T02:00:00Z'], // and ends: never
    ['2025-10-05T02:15', 'Australia/Lord_Howe', '2025-10-04T15:30:00Z'], // a gap of half an hour
    ['2011-12-30T10:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'], // a day that never was
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toEqual(new Date(instant));
  });

  it('goes there and back on every quarter of an hour of the days when clocks change', () => {
    for (const [zone, day] of [
      ['Europe/Paris', '2026-03-29'],
      ['Africa/Casablanca', '2026-02-15'],
      ['Africa/Cairo', '2026-10-29'],
    ] as const) {
      for (let time = Date.parse(`${addDays(day, -1)}T12:00:00Z`); time < Date.parse(`${addDays(day, 1)}T12:00:00Z`); time += 900_000) {
        const local = localDateTime(new Date(time), zone);
        expect(localDateTime(instantOf(local, zone), zone), `${zone} ${local}`).toBe(local);
        expect(instantOf(local, zone).getTime()).toBeLessThanOrEqual(time);
      }
    }
  });

  it('knows a day from what looks like one', () => {
    expect(['2025-02-28', '2024-02-29'].every(isDay)).toBe(true);
    for (const none of ['2025-02-30', '2025-2-3', '', '2025-13-01']) expect(isDay(none), none).toBe(false);
  });

  it('knows zones, and that an offset is none', () => {
    expect(['UTC', 'Africa/Algiers', 'America/New_York'].every(isTimeZone)).toBe(true);
    for (const none of ['', '+01:00', 'Mars/Olympus', 'GMT+25', '../etc']) expect(isTimeZone(none), none).toBe(false);
  });
});
