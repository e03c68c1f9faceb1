import { describe, expect, it } from 'vitest';
import { createDwell } from './dwell.ts';
import { lastTaps } from './recent-box.ts';
import { missingIn, onDeviceClock, type Scan, snapshotOf, standingsFrom, undoneIds } from './scans.ts';
import { createWedge, type Key } from './wedge.ts';

let made = 0;
const scan = (facts: Partial<Scan> = {}): Scan => {
  made += 1;
  return {
    ...{
      id: crypto.randomUUID(),
      project: 1,
      device: 'device-12345',
      action: 'check_in',
      time: `2025-11-21T05:00:${10 + made}Z`,
      source: 'camera',
    },
    ...{ payload: null, ref: 'awa', code: null, verdict: 'ok', undo: null, before: { state: 'absent', since: null } },
    ...{ group: `tap ${made}`, answeredAt: null, outcome: null },
    ...facts,
  } as Scan;
};

describe('a scan', () => {
  it('is refused when anything is missing that tells it from another', () => {
    expect(missingIn(scan())).toEqual([]);
    expect(missingIn(scan({ ref: null }))).toEqual(['payload, ref or code']);
    expect(missingIn(scan({ ref: null, code: 'a1b2' }))).toEqual([]);
    const nothing = {
      id: '',
      project: Number.NaN,
      device: '',
      time: 'soon',
      action: 'come',
      source: '',
      ref: null,
    } as unknown as Partial<Scan>;
    expect(missingIn(scan(nothing))).toEqual(['id', 'project', 'device', 'time', 'action', 'source', 'payload, ref or code']);
  });
});

describe('where people stand', () => {
  const snapshot = snapshotOf({ people: [{ ref: 'awa', state: 'left', since: 'then' }], revoked: [] }, 1000);

  it('is what the server said, and on top of it what this device saw since', () => {
    expect(standingsFrom(null, snapshot, [])('awa')).toEqual({ state: 'left', since: 'then' });
    const back = scan();
    expect(standingsFrom(null, snapshot, [back])('awa')).toEqual({ state: 'present', since: back.time });
    // Once the server's picture is newer than its answer, it counts alone.
    expect(standingsFrom(null, snapshot, [{ ...back, answeredAt: 999 }])('awa').state).toBe('left');
    expect(standingsFrom(null, snapshot, [{ ...back, answeredAt: 1001 }])('awa').state).toBe('present');
  });

  it('does not change for a refusal', () => {
    expect(standingsFrom(null, null, [scan({ verdict: 'wrong_day' })])('awa').state).toBe('absent');
  });

  it('goes back to what it was when a scan is taken back, also one the server knows', () => {
    const arrival = scan();
    const leaving = scan({ action: 'check_out', before: { state: 'present', since: arrival.time } });
    const undo = scan({ action: 'check_out', undo: leaving.id, before: null });
    const all = [arrival, leaving, undo];
    expect(standingsFrom(null, null, all)('awa')).toEqual({ state: 'present', since: arrival.time });
    const answered = all.map((each) => (each === undo ? each : { ...each, answeredAt: 500 }));
    expect(standingsFrom(null, snapshot, answered)('awa').state).toBe('present');
    expect(undoneIds(all)).toEqual(new Set([leaving.id]));
  });
});

describe('the end of the day', () => {
  it('comes when it should on a phone whose clock is a day ahead', () => {
    const counters = { assigned: 0, present: 0, absent: 0, left: 0, open_yesterday: 0 };
    const project = { id: 1, name: 'Le sable', timeZone: 'Africa/Casablanca', dayStarts: '04:00' };
    const roster = { project, day: '2025-11-21', counters, keys: [], revoked: [], people: [] };
    const times = { serverTime: '2025-11-21T05:00:00.000Z', endsAt: '2025-11-22T04:00:00.000Z' };
    expect(onDeviceClock({ ...roster, ...times }, Date.parse('2025-11-22T05:00:00Z')).endsAt).toBe('2025-11-23T04:00:00.000Z');
  });
});

describe('the last scans', () => {
  it('are five taps, the newest first; a bulk is one tap and an undo none', () => {
    const bulk = ['a', 'b', 'c'].map((ref) => scan({ ref, group: 'bulk' }));
    const all = [scan(), scan(), scan(), scan(), scan(), ...bulk, scan({ undo: bulk[0]?.id ?? '', group: 'back' })];
    const taps = lastTaps(all);
    expect(taps).toHaveLength(5);
    expect(taps[0]?.map(({ ref }) => ref)).toEqual(['a', 'b', 'c']);
  });
});

describe('a badge before the lens', () => {
  it('counts once until it was away for three seconds', () => {
    const isFresh = createDwell();
    expect([0, 100, 2900, 5800].map((now) => isFresh('A', now))).toEqual([true, false, false, false]);
    expect(isFresh('B', 5900)).toBe(true);
    expect(isFresh('A', 8801)).toBe(true);
  });
});

describe('a hand scanner', () => {
  const keys = (text: string, gap: number, layout: (sign: string) => Partial<Key> = () => ({})): readonly Key[] =>
    [...text, 'Enter'].map((key, index) => ({ key, code: '', shift: false, at: index * gap, ...layout(key) }));
  const read = (all: readonly Key[]): string | null => {
    const take = createWedge();
    return all.map(take).find((text) => text !== null) ?? null;
  };

  it('is told from a hand by its speed', () => {
    expect(read(keys('MAABC001042', 8))).toBe('MAABC001042');
    expect(read(keys('MAABC001042', 140))).toBeNull();
    expect(read(keys('oui', 8))).toBeNull();
  });

  it('is read by the places of the keys where the keyboard is not American', () => {
    const azerty = (sign: string): Partial<Key> => {
      const swapped: Readonly<Record<string, string>> = { A: 'Q', a: 'q', '1': '&', '.': ':', '-': ')' };
      const code =
        /[a-z]/i.test(sign) && sign.length === 1 ? `Key${sign.toUpperCase()}` : { '1': 'Digit1', '.': 'Period', '-': 'Minus' }[sign];
      return { key: swapped[sign] ?? sign, code: code ?? '', shift: sign !== sign.toLowerCase() && sign.length === 1 };
    };
    expect(read(keys('ATB1.Aa-b', 8, azerty))).toBe('ATB1.Aa-b');
  });
});
