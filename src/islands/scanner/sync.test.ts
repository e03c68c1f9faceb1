import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scan } from './scans.ts';
import type { Shelf } from './shelf.ts';
import { sendAllWaiting, sendWaiting } from './sync.ts';
import type { SentScan } from './wire.ts';

/** The part of a browser's store that sending uses. */
function shelfOf(scans: Scan[]): Pick<Shelf, 'scans' | 'answer'> {
  return {
    scans: async (project) => scans.filter((scan) => project === undefined || scan.project === project),
    answer: async (results, at) => {
      for (const { id, outcome } of results) {
        const index = scans.findIndex((scan) => scan.id === id);
        const found = scans[index];
        if (found) scans[index] = { ...found, answeredAt: at, outcome };
      }
    },
  };
}

const scan = (facts: Partial<Scan> = {}): Scan => ({
  ...({
    id: crypto.randomUUID(),
    project: 1,
    device: 'device-12345',
    action: 'check_in',
    time: '2025-11-21T05:00:00Z',
    source: 'typed',
  } as const),
  ...({
    payload: null,
    ref: 'awa',
    code: null,
    verdict: 'ok',
    undo: null,
    before: null,
    group: 'g',
    answeredAt: null,
    outcome: null,
  } as const),
  ...facts,
});

interface Call {
  readonly url: string;
  readonly device: string;
  readonly scans: readonly SentScan[];
}

/** A server that answers each request as told; nothing told is no network. */
function serve(answer: (call: Call) => Response | null): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const call = { url, ...(JSON.parse(String(init.body)) as Omit<Call, 'url'>) };
    calls.push(call);
    const response = answer(call);
    if (!response) throw new TypeError('Failed to fetch');
    return response;
  });
  return calls;
}
const recorded = ({ scans }: Call): Response =>
  Response.json({
    results: scans.map(({ id, undo }) => ({ id, outcome: undo ? 'undone' : 'recorded', flags: [], ref: null, name: null, at: null })),
  });

afterEach(() => vi.unstubAllGlobals());

const waiting = (scans: readonly Scan[]): number => scans.filter(({ answeredAt }) => answeredAt === null).length;

describe('sending', () => {
  it('lets a scan leave only when the server has answered its id', async () => {
    const scans = [scan(), scan(), scan()];
    // The answer names two of the three.
    serve((call) => recorded({ ...call, scans: call.scans.slice(0, 2) }));
    expect((await sendWaiting(shelfOf(scans) as Shelf, 1)).state).toBe('sent');
    expect(waiting(scans)).toBe(1);
  });

  it('keeps everything through a dead network, a restart, a signed-out session and an answer that was cut', async () => {
    const scans = [scan(), scan()];
    const shelf = shelfOf(scans) as Shelf;
    const states: string[] = [];
    for (const answer of [
      null,
      new Response('', { status: 503 }),
      new Response('', { status: 401 }),
      new Response('{"resul', { status: 200 }),
    ]) {
      serve(() => answer);
      states.push((await sendWaiting(shelf, 1)).state);
    }
    expect(states).toEqual(['offline', 'offline', 'signed-out', 'offline']);
    expect(waiting(scans)).toBe(2);
  });

  it('sends each device and project apart, in the order they were seen, without names or what they were before', async () => {
    const first = scan();
    const scans = [first, scan({ device: 'device-67890' }), scan({ project: 2 }), scan({ undo: first.id })];
    const calls = serve(recorded);
    await sendAllWaiting(shelfOf(scans) as Shelf);
    expect(calls.map(({ url, device, scans: sent }) => [url, device, sent.length])).toEqual([
      ['/presence/1/sync', 'device-12345', 2],
      ['/presence/1/sync', 'device-67890', 1],
      ['/presence/2/sync', 'device-12345', 1],
    ]);
    expect(calls[0]?.scans[1]).toMatchObject({ undo: first.id });
    expect(Object.keys(calls[0]?.scans[0] ?? {})).toEqual(['id', 'action', 'time', 'source', 'payload', 'ref', 'code', 'verdict']);
    expect(waiting(scans)).toBe(0);
  });

  it('finds the one scan that the server cannot read and sends the others', async () => {
    const bad = scan({ time: 'nonsense' });
    const scans = [scan(), scan(), bad, scan(), scan(), scan(), scan()];
    serve((call) => (call.scans.some(({ id }) => id === bad.id) ? new Response('', { status: 400 }) : recorded(call)));
    expect((await sendWaiting(shelfOf(scans) as Shelf, 1)).state).toBe('refused');
    expect(scans.filter(({ answeredAt }) => answeredAt === null)).toEqual([bad]);
  });

  it('sends three hundred scans in pieces that a slow network can carry', async () => {
    const scans = Array.from({ length: 300 }, () => scan());
    const calls = serve(recorded);
    await sendWaiting(shelfOf(scans) as Shelf, 1);
    expect(calls.map(({ scans: sent }) => sent.length)).toEqual([200, 100]);
    expect(waiting(scans)).toBe(0);
  });
});
