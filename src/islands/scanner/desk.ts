/**
 * The desk: what this device knows and did. It judges a scan with what is on the device, stores it, and only then answers; the
 * network never stands in the way. Screens read it and are told when something changed.
 */
import { examine, type Reading } from './reading.ts';
import {
  IncompleteScan,
  isWaiting,
  missingIn,
  onDeviceClock,
  type Scan,
  type Snapshot,
  snapshotOf,
  standingsFrom,
  undoneIds,
} from './scans.ts';
import type { Shelf } from './shelf.ts';
import { createProver } from './signature.ts';
import { type Book, createBook, judge, type Verdict } from './verdict.ts';
import type { Action, Person, Refresh, Roster, Source, Standing } from './wire.ts';

/** What came of a scan; it is on disk. */
export interface Seen extends Verdict {
  readonly scan: Scan;
}

type NewScan = Pick<Scan, 'action' | 'source' | 'ref' | 'verdict' | 'before' | 'group'> & Partial<Pick<Scan, 'payload' | 'code' | 'undo'>>;

const DAY_MS = 86_400_000;
const UNCHECKED: Verdict = { kind: 'unchecked', person: null, before: null, reason: null };

export async function openDesk(shelf: Shelf, project: number): Promise<Desk> {
  await shelf.wipe(Date.now());
  const desk = new Desk(shelf, project, await shelf.deviceId());
  await desk.reload();
  return desk;
}

export class Desk {
  readonly project: number;
  readonly #shelf: Shelf;
  readonly #device: string;
  readonly #listeners: (() => void)[] = [];
  #roster: Roster | null = null;
  #book: Book | null = null;
  #prove = createProver([]);
  #snapshot: Snapshot | null = null;
  #scans: readonly Scan[] = [];
  #undone: ReadonlySet<string> = new Set();
  #standing = standingsFrom(null, null, []);
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(shelf: Shelf, project: number, device: string) {
    this.#shelf = shelf;
    this.project = project;
    this.#device = device;
  }

  get roster(): Roster | null {
    return this.#roster;
  }
  /** Scans of this shooting day, and those that still wait; oldest first. */
  get scans(): readonly Scan[] {
    return this.#scans;
  }
  /** When the server was last heard, in milliseconds. */
  get heardAt(): number | null {
    return this.#snapshot?.askedAt ?? null;
  }
  person(ref: string | null): Person | undefined {
    return ref === null ? undefined : this.#book?.byRef(ref);
  }
  standing(ref: string): Standing {
    return this.#standing(ref);
  }
  isUndone({ id }: Scan): boolean {
    return this.#undone.has(id);
  }
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Judges and stores, one after the other in the order of the calls. */
  scan(reading: Reading, source: Source, action: Action): Promise<Seen> {
    return this.#inTurn(async () => {
      const { evidence, payload, code } = await examine(reading, source, this.project, this.#prove);
      const verdict = this.#book ? judge(evidence, this.#book, this.#standing, action) : UNCHECKED;
      const ref = verdict.person?.ref ?? (evidence.by === 'list' ? evidence.ref : null);
      const { kind, before } = verdict;
      const scan = this.#newScan({ action, source, payload, code, ref, verdict: kind, before, group: crypto.randomUUID() });
      await this.#store([scan]);
      return { ...verdict, scan };
    });
  }

  /** One tap for many; answers the scans that were made, without those whom it does not concern. */
  bulk(refs: readonly string[], action: Action): Promise<readonly Scan[]> {
    return this.#inTurn(async () => {
      const book = this.#book;
      const group = crypto.randomUUID();
      const verdicts = book ? refs.map((ref) => judge({ by: 'list', ref }, book, this.#standing, action)) : [];
      const made = verdicts
        .filter(({ kind }) => kind === 'ok')
        .map(({ person, before }) => this.#newScan({ action, source: 'bulk', ref: person?.ref ?? null, verdict: 'ok', before, group }));
      await this.#store(made);
      return made;
    });
  }

  /** Takes back the scans of one tap. */
  undo(group: string): Promise<void> {
    return this.#inTurn(async () => {
      const taken = this.#scans.filter((scan) => scan.group === group && scan.undo === null && scan.ref && !this.#undone.has(scan.id));
      const back = crypto.randomUUID();
      await this.#store(
        taken.map(({ id, action, source, ref, verdict }) =>
          this.#newScan({ action, source, ref, verdict, before: null, group: back, undo: id }),
        ),
      );
    });
  }

  async learnRoster(sent: Roster, askedAt: number): Promise<void> {
    if (this.#isClosed) return;
    const roster = onDeviceClock(sent, askedAt);
    await this.#shelf.saveRoster(roster);
    await this.#shelf.saveSnapshot(this.project, snapshotOf(roster, askedAt));
    this.#use(roster);
    await this.look();
  }

  /** False when people came or went since the roster was made: it is time to ask for it again. */
  async learnRefresh(refresh: Refresh, askedAt: number): Promise<boolean> {
    const roster = this.#roster;
    if (!roster || refresh.day !== roster.day || this.#isClosed) return this.#isClosed;
    await this.#shelf.saveSnapshot(this.project, snapshotOf(refresh, askedAt));
    await this.look();
    const known = new Set(roster.people.map(({ ref }) => ref));
    return refresh.people.length === known.size && refresh.people.every(({ ref }) => known.has(ref));
  }

  /** Forgets names and faces of this device. Scans that wait stay. */
  async wipe(): Promise<void> {
    await this.#shelf.wipe();
    await this.reload();
  }

  /** The shooting day may end while the page is open. */
  async wipeWhenOver(): Promise<void> {
    if (!this.#roster || Date.parse(this.#roster.endsAt) > Date.now()) return;
    await this.#shelf.wipe(Date.now());
    await this.reload();
  }

  /** Wipes by hand: an answer that is still on its way brings nothing back. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.wipe();
  }

  /** Reads again what the store holds. */
  async reload(): Promise<void> {
    this.#use(await this.#shelf.roster(this.project));
    await this.look();
  }

  #use(roster: Roster | null): void {
    this.#roster = roster;
    this.#prove = createProver(roster?.keys ?? []);
  }

  /** Scans and standings as they are in the store now. */
  async look(): Promise<void> {
    const startsAt = this.#roster ? Date.parse(this.#roster.endsAt) - DAY_MS : 0;
    const isToday = ({ time }: Scan): boolean => Date.parse(time) >= startsAt;
    this.#snapshot = await this.#shelf.snapshot(this.project);
    this.#book = this.#roster && createBook({ ...this.#roster, revoked: this.#snapshot?.revoked ?? this.#roster.revoked });
    this.#scans = (await this.#shelf.scans(this.project)).filter((scan) => isWaiting(scan) || isToday(scan));
    this.#standing = standingsFrom(this.#roster, this.#snapshot, this.#scans.filter(isToday));
    this.#undone = undoneIds(this.#scans);
    for (const listener of this.#listeners) listener();
  }

  async #store(scans: readonly Scan[]): Promise<void> {
    for (const scan of scans) {
      const missing = missingIn(scan);
      if (missing.length > 0) throw new IncompleteScan(missing);
    }
    await this.#shelf.add(scans);
    await this.look();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined); // told to who asked; the next one has its own luck
    return done;
  }

  #newScan(facts: NewScan): Scan {
    const made = { id: crypto.randomUUID(), project: this.project, device: this.#device, time: new Date().toISOString() };
    return { ...made, payload: null, code: null, undo: null, answeredAt: null, outcome: null, ...facts };
  }
}
