import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Busy, blocking, clashesOf, type Wanted } from './clashes.ts';
import { addDays, type DayRange, eachDay, without } from './days.ts';

const film = { id: 1, name: 'Le Dernier Voyage' };
const busy = (kind: Busy['kind'], from: string, until: string): Busy => ({
  ...{ from, until, kind, assignmentId: null, reason: null },
  project: kind === 'unavailable' ? null : film,
});
const want = (state: Wanted['state'], from: string, until: string): Wanted => ({ state, from, until });

describe('pain: clashes across projects', () => {
  it('names the project and the very days that meet', () => {
    const [clash, ...rest] = clashesOf([want('booked', '2025-11-03', '2025-11-10')], [busy('booked', '2025-11-08', '2025-11-20')]);
    expect(rest).toEqual([]);
    expect(clash).toMatchObject({ from: '2025-11-08', until: '2025-11-10', project: film, kind: 'booked', weight: 'never' });
  });

  it('lets ranges touch', () => {
    const around = [busy('booked', '2025-11-01', '2025-11-03'), busy('booked', '2025-11-10', '2025-11-12')];
    expect(clashesOf([want('booked', '2025-11-03', '2025-11-10')], around)).toEqual([]);
  });

  it.each([
    ['booked', 'booked', true, true],
    ['booked', 'pencil', true, false],
    ['booked', 'unavailable', true, false],
    ['pencil', 'booked', true, true],
    ['pencil', 'pencil', false, false],
    ['pencil', 'unavailable', true, false],
  ] as const)('%s over %s: refused %s, refused though accepted %s', (state, kind, refused, refusedThough) => {
    const clashes = clashesOf([want(state, '2025-11-01', '2025-11-02')], [busy(kind, '2025-11-01', '2025-11-02')]);
    expect(clashes).toHaveLength(1);
    expect(blocking(clashes, false)).toHaveLength(Number(refused));
    expect(blocking(clashes, true)).toHaveLength(Number(refusedThough));
  });
});

const range = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]): DayRange => ({ from: addDays('2025-02-20', start), until: addDays('2025-02-20', start + length) }));
const someBusy = fc
  .tuple(range, fc.constantFrom<Busy['kind']>('booked', 'pencil', 'unavailable'))
  .map(([days, kind]) => busy(kind, days.from, days.until));
const someWanted = fc
  .tuple(range, fc.constantFrom<Wanted['state']>('booked', 'pencil'))
  .map(([days, state]) => want(state, days.from, days.until));

describe('against a naive model that walks day by day', () => {
  it('finds exactly the days that are wanted and taken', () => {
    fc.assert(
      fc.property(fc.array(someWanted, { maxLength: 4 }), fc.array(someBusy, { maxLength: 6 }), (wanted, taken) => {
        const naive = wanted.flatMap((a) =>
          taken.flatMap((b) => [...eachDay(a)].filter((day) => [...eachDay(b)].includes(day)).map((day) => `${day} ${a.state} ${b.kind}`)),
        );
        const found = clashesOf(wanted, taken).flatMap((clash) => [...eachDay(clash)].map((day) => `${day} ${clash.wanted} ${clash.kind}`));
        expect(found.toSorted()).toEqual(naive.toSorted());
      }),
    );
  });

  it('takes days out of a range as one would with a pencil', () => {
    fc.assert(
      fc.property(range, range, (whole, hole) => {
        const left = without(whole, hole).flatMap((part) => [...eachDay(part)]);
        expect(left).toEqual([...eachDay(whole)].filter((day) => ![...eachDay(hole)].includes(day)));
      }),
    );
  });
});
