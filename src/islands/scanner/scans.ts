/**
 * Scans as this device keeps them. A scan is a fact: once stored it is never changed but by the server's answer to its id, and to
 * take it back is another fact. It holds no name: a person is the opaque `ref`.
 */
import type { Action, Refresh, Revoked, Roster, SentScan, Source, Standing, VerdictKind } from './wire.ts';

export interface Scan {
  /** The order in which this device saw them; given by the store. */
  readonly seq?: number;
  readonly id: string;
  readonly project: number;
  readonly device: string;
  readonly action: Action;
  readonly time: string;
  readonly source: Source;
  readonly payload: string | null;
  readonly ref: string | null;
  readonly code: string | null;
  readonly verdict: VerdictKind;
  /** The scan this one takes back. */
  readonly undo: string | null;
  /** Where the person stood before; what an undo goes back to. */
  readonly before: Standing | null;
  /** Scans made by one tap belong together. */
  readonly group: string;
  /** Milliseconds; null while it waits to be sent. */
  readonly answeredAt: number | null;
  readonly outcome: string | null;
}

export class IncompleteScan extends Error {
  constructor(missing: readonly string[]) {
    super(`a scan without ${missing.join(', ')} is not stored`);
    this.name = 'IncompleteScan';
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What would make the scan worthless, or mistaken for another one. */
export function missingIn(scan: Scan): readonly string[] {
  const present: Readonly<Record<string, boolean>> = {
    id: UUID.test(scan.id),
    project: Number.isInteger(scan.project) && scan.project > 0,
    device: scan.device.length >= 8,
    time: !Number.isNaN(Date.parse(scan.time)),
    action: scan.action === 'check_in' || scan.action === 'check_out',
    source: scan.source.length > 0,
    'payload, ref or code': Boolean(scan.payload || scan.ref || scan.code),
  };
  return Object.keys(present).filter((name) => !present[name]);
}

export const isWaiting = ({ answeredAt }: Scan): boolean => answeredAt === null;

export const toWire = ({ id, action, time, source, payload, ref, code, verdict, undo }: Scan): SentScan => ({
  ...{ id, action, time, source, payload, ref, code, verdict },
  ...(undo ? { undo } : {}),
});

/** What changes during the day, as it was when the server was last asked. */
export interface Snapshot {
  /** When the question left, by this device's clock. */
  readonly askedAt: number;
  readonly people: Readonly<Record<string, Standing>>;
  readonly revoked: readonly Revoked[];
}

export const snapshotOf = ({ people, revoked }: Pick<Refresh, 'people' | 'revoked'>, askedAt: number): Snapshot => ({
  askedAt,
  people: Object.fromEntries(people.map(({ ref, state, since }) => [ref, { state, since }])),
  revoked,
});

/** The end of the day as this device's clock will show it, however wrong that clock is. */
export const onDeviceClock = (roster: Roster, askedAt: number): Roster => ({
  ...roster,
  endsAt: new Date(askedAt + Date.parse(roster.endsAt) - Date.parse(roster.serverTime)).toISOString(),
});

const ABSENT: Standing = { state: 'absent', since: null };

/** Where everybody stands: what the server said, and on top of it what this device saw since. `scans` in their order. */
export function standingsFrom(roster: Roster | null, snapshot: Snapshot | null, scans: readonly Scan[]): (ref: string) => Standing {
  const standings = new Map<string, Standing>(roster?.people.map(({ ref, state, since }) => [ref, { state, since }]));
  for (const [ref, standing] of Object.entries(snapshot?.people ?? {})) standings.set(ref, standing);
  const byId = new Map(scans.map((scan) => [scan.id, scan]));
  for (const scan of scans) {
    const known = snapshot && scan.answeredAt !== null && scan.answeredAt < snapshot.askedAt;
    if (known || scan.verdict !== 'ok' || !scan.ref) continue;
    const undone = scan.undo === null ? undefined : byId.get(scan.undo);
    if (undone) standings.set(scan.ref, undone.before ?? ABSENT);
    else if (scan.undo === null) standings.set(scan.ref, { state: scan.action === 'check_in' ? 'present' : 'left', since: scan.time });
  }
  return (ref) => standings.get(ref) ?? ABSENT;
}

export const undoneIds = (scans: readonly Scan[]): ReadonlySet<string> => new Set(scans.flatMap(({ undo }) => undo ?? []));
