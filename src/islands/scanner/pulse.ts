/**
 * Keeps the device and the server in step, behind the reader's back: after a scan, when the network or the screen comes back, and
 * every fifteen seconds. Nothing waits for it.
 */
import type { Desk } from './desk.ts';
import { isWaiting } from './scans.ts';
import type { Shelf } from './shelf.ts';
import { type Sent, sendAllWaiting, stateFor } from './sync.ts';
import type { Refresh, Roster, ScanResult } from './wire.ts';

export interface PulseEvents {
  state(state: Sent['state']): void;
  /** What the server made of scans that this page sent. */
  results(results: readonly ScanResult[]): void;
}

const CALM_MS = 15_000;
const SOON_MS = 150;
const FIRST_RETRY_MS = 1000;
const ROSTER_PATIENCE_MS = 60_000;
const SYNC_TAG = 'presence-scans';

export class Pulse {
  readonly #desk: Desk;
  readonly #shelf: Shelf;
  readonly #events: PulseEvents;
  #timer = 0;
  #failures = 0;
  #isBeating = false;
  #isAskedAgain = false;
  #isStopped = false;
  #needsRoster = false;

  constructor(desk: Desk, shelf: Shelf, events: PulseEvents) {
    this.#desk = desk;
    this.#shelf = shelf;
    this.#events = events;
    const now = (): void => {
      if (document.visibilityState === 'visible') void this.#run();
    };
    addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    void this.#run();
  }

  /** Something is to be sent. While the server does not answer, its own patience goes on. */
  soon(): void {
    void askToBeWoken(this.#desk);
    this.#isAskedAgain = true;
    if (this.#failures === 0) this.#plan(SOON_MS);
  }

  /** The list may be out of date: somebody unknown came. */
  wantRoster(): void {
    this.#needsRoster = true;
  }

  /** The reader asks for the whole list, now. */
  refresh(): void {
    this.#needsRoster = true;
    void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#isStopped) return;
    this.#isAskedAgain = this.#isBeating;
    if (this.#isBeating) return;
    this.#isBeating = true;
    clearTimeout(this.#timer);
    const state = await this.#beat().catch((): Sent['state'] => 'offline');
    this.#isBeating = false;
    this.#failures = state === 'sent' ? 0 : this.#failures + 1;
    this.#events.state(state);
    this.#plan(this.#isAskedAgain || this.#needsRoster ? SOON_MS : CALM_MS);
  }

  /** Sends what waits, then asks how things stand. */
  async #beat(): Promise<Sent['state']> {
    const desk = this.#desk;
    await desk.wipeWhenOver();
    // Also what another project of this phone left: its page may not be opened again for a week.
    const sent = await sendAllWaiting(this.#shelf);
    if (sent.results.length > 0) {
      await desk.look();
      this.#events.results(sent.results);
    }
    if (sent.state !== 'sent' && sent.state !== 'refused') return sent.state;
    const isWanted = this.#needsRoster || desk.roster === null;
    this.#needsRoster = false;
    const learned = isWanted ? await askRoster(desk) : await askRefresh(desk);
    if (learned === 'roster-wanted') this.#needsRoster = true;
    if (learned === 'forbidden') await desk.wipe();
    return learned === 'sent' || learned === 'roster-wanted' ? sent.state : learned;
  }

  #plan(pause: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const patience = Math.min(CALM_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1)) * (0.75 + Math.random() / 2);
    this.#timer = window.setTimeout(() => void this.#run(), this.#failures > 0 ? patience : pause);
  }
}

async function askRoster(desk: Desk): Promise<Sent['state']> {
  const askedAt = Date.now();
  const response = await ask(desk.project, 'roster', ROSTER_PATIENCE_MS);
  if (!response.ok) return stateFor(response.status);
  await desk.learnRoster((await response.json()) as Roster, askedAt);
  return 'sent';
}

async function askRefresh(desk: Desk): Promise<Sent['state'] | 'roster-wanted'> {
  const askedAt = Date.now();
  const response = await ask(desk.project, 'state', CALM_MS);
  if (!response.ok) return stateFor(response.status);
  return (await desk.learnRefresh((await response.json()) as Refresh, askedAt)) ? 'sent' : 'roster-wanted';
}

const ask = (project: number, what: 'roster' | 'state', patience: number): Promise<Response> =>
  fetch(`/presence/${project}/${what}`, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });

interface WakefulRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Where the browser knows Background Sync, scans leave even when this page was closed before the network came back. */
async function askToBeWoken(desk: Desk): Promise<void> {
  if (!desk.scans.some(isWaiting) || !navigator.serviceWorker) return;
  const registration = (await navigator.serviceWorker.getRegistration('/presence/')) as WakefulRegistration | undefined;
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined); // the reader may have refused it
}
