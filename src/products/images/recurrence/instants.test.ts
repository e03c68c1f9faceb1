import { describe, expect, it } from 'vitest';
import { nextOccurrences, occurrencesBetween, type Rhythm } from './instants.ts';

const rhythm = (changes: Partial<Rhythm>): Rhythm => ({
  frequency: 'daily',
  timeOfDay: '10:00:00',
  timezone: 'UTC',
  daysOfWeek: [],
  dayOfMonth: null,
  startsOn: '2026-01-01',
  endsOn: null,
  maxOccurrences: null,
  ...changes,
});
const instants = (changes: Partial<Rhythm>, after: string, count: number): readonly string[] =>
  nextOccurrences(rhythm(changes), new Date(after), count).map(({ at }) => at.toISOString().slice(0, 16));

describe('I-083 instants of a recurring schedule', () => {
  it.each<[string, Partial<Rhythm>, string, readonly string[]]>([
    ['every day at the same hour', {}, '2026-01-01T10:00:00Z', ['2026-01-02T10:00', '2026-01-03T10:00']],
    [
      'Paris, spring: ten stays ten',
      { timezone: 'Europe/Paris', startsOn: '2026-03-28' },
      '2026-03-27T00:00:00Z',
      ['2026-03-28T09:00', '2026-03-29T08:00', '2026-03-30T08:00'],
    ],
    [
      'Paris, spring: a time that is skipped happens at the end of the gap',
      { timezone: 'Europe/Paris', timeOfDay: '02:30:00', startsOn: '2026-03-28' },
      '2026-03-27T00:00:00Z',
      ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'Paris, autumn: a time that comes twice happens once, the first time',
      { timezone: 'Europe/Paris', timeOfDay: '02:30:00', startsOn: '2026-10-24' },
      '2026-10-23T12:00:00Z',
      ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'Casablanca: Ramadan 2026 begins on 15 February (clocks go back)',
      { timezone: 'Africa/Casablanca', timeOfDay: '02:30:00', startsOn: '2026-02-14' },
      '2026-02-13T12:00:00Z',
      ['2026-02-14T01:30', '2026-02-15T01:30', '2026-02-16T02:30'],
    ],
    [
      'Casablanca: and ends on 22 March (clocks go forward)',
      { timezone: 'Africa/Casablanca', timeOfDay: '02:30:00', startsOn: '2026-03-21' },
      '2026-03-20T12:00:00Z',
      ['2026-03-21T02:30', '2026-03-22T02:00', '2026-03-23T01:30'],
    ],
    [
      'Casablanca: ten in the morning all through Ramadan',
      { timezone: 'Africa/Casablanca', startsOn: '2026-02-14' },
      '2026-02-13T12:00:00Z',
      ['2026-02-14T09:00', '2026-02-15T10:00'],
    ],
    [
      'the 31st of the month is its last day, and comes back',
      { frequency: 'monthly', startsOn: '2026-01-31' },
      '2026-01-30T00:00:00Z',
      ['2026-01-31T10:00', '2026-02-28T10:00', '2026-03-31T10:00', '2026-04-30T10:00', '2026-05-31T10:00'],
    ],
    [
      'the 29th of February, in years that have none',
      { frequency: 'monthly', dayOfMonth: 29, startsOn: '2027-02-01' },
      '2027-01-31T00:00:00Z',
      ['2027-02-28T10:00', '2027-03-29T10:00'],
    ],
    [
      'a day of the month that is over when it starts waits for the next',
      { frequency: 'monthly', dayOfMonth: 5, startsOn: '2026-01-10' },
      '2026-01-01T00:00:00Z',
      ['2026-02-05T10:00'],
    ],
    [
      'Mondays and Fridays',
      { frequency: 'weekly', daysOfWeek: [1, 5], startsOn: '2026-01-01' },
      '2026-01-01T00:00:00Z',
      ['2026-01-02T10:00', '2026-01-05T10:00', '2026-01-09T10:00'],
    ],
    [
      'the weekday it starts on, when none is said',
      { frequency: 'weekly', startsOn: '2026-01-01' },
      '2025-12-31T00:00:00Z',
      ['2026-01-01T10:00', '2026-01-08T10:00'],
    ],
    ['its last day is included', { endsOn: '2026-01-03' }, '2026-01-01T12:00:00Z', ['2026-01-02T10:00', '2026-01-03T10:00']],
    ['at most so often, counted from the start', { maxOccurrences: 3 }, '2026-01-01T12:00:00Z', ['2026-01-02T10:00', '2026-01-03T10:00']],
    ['ended', { endsOn: '2026-01-03' }, '2026-01-04T00:00:00Z', []],
    [
      'east of everybody: the day is that of the place',
      { timezone: 'Pacific/Auckland', timeOfDay: '00:15:00', startsOn: '2026-06-02' },
      '2026-06-01T00:00:00Z',
      ['2026-06-01T12:15'],
    ],
  ])('%s', (_name, changes, after, expected) => {
    expect(instants(changes, after, Math.max(expected.length, 1))).toEqual(expected);
  });

  it('takes what lies in a window, its end included', () => {
    const between = occurrencesBetween(rhythm({}), new Date('2026-01-02T10:00:00Z'), new Date('2026-01-04T10:00:00Z'));
    expect(between.map(({ day }) => day)).toEqual(['2026-01-03', '2026-01-04']);
  });

  it('does not tire after ten years', () => {
    expect(instants({ startsOn: '2016-01-01' }, '2026-06-01T00:00:00Z', 1)).toEqual(['2026-06-01T10:00']);
  });
});
