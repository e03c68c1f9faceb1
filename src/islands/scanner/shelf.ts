/**
 * What stays in this browser. Scans: kept until the server answered them and the day is over. Rosters: encrypted with a key that
 * never leaves the browser's own store, and wiped with that key when the shooting day ends or the reader signs out.
 */
import { isWaiting, type Scan, type Snapshot } from './scans.ts';
import type { Roster, ScanResult } from './wire.ts';

export interface Shelf {
  /** Made once for this browser. */
  deviceId(): Promise<string>;
  /** Durable when it resolves. */
  add(scans: readonly Scan[]): Promise<void>;
  /** In the order in which they were seen. */
  scans(project?: number): Promise<readonly Scan[]>;
  /** Takes answered scans out of the queue; they stay as history until the day is over. */
  answer(results: readonly ScanResult[], at: number): Promise<void>;
  saveRoster(roster: Roster): Promise<void>;
  roster(project: number): Promise<Roster | null>;
  saveSnapshot(project: number, snapshot: Snapshot): Promise<void>;
  snapshot(project: number): Promise<Snapshot | null>;
  /** Forgets names, faces and history; scans that wait to be sent stay. Without `endedBefore`, whatever the day. */
  wipe(endedBefore?: number): Promise<void>;
}

interface SealedRoster {
  readonly project: number;
  readonly endsAt: number;
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export async function openShelf(): Promise<Shelf> {
  const db = await openDatabase();
  const inStore = <T>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    run(db, [name], mode, (transaction) => work(transaction.objectStore(name)));
  const allScans = (): Promise<readonly Scan[]> => inStore('scans', 'readonly', (store) => store.getAll() as IDBRequest<Scan[]>);

  return {
    deviceId: async () => {
      const known = await inStore('facts', 'readonly', (store) => store.get('device') as IDBRequest<string | undefined>);
      const id = known ?? crypto.randomUUID();
      if (!known) await inStore('facts', 'readwrite', (store) => store.put(id, 'device'));
      return id;
    },
    add: (scans) => run(db, ['scans'], 'readwrite', (transaction) => each(scans, (scan) => transaction.objectStore('scans').add(scan))),
    scans: async (project) => (await allScans()).filter((scan) => project === undefined || scan.project === project),
    answer: async (results, at) => {
      const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
      const answered = (await allScans()).filter((scan) => isWaiting(scan) && outcomes.has(scan.id));
      await run(db, ['scans'], 'readwrite', (transaction) =>
        each(answered, (scan) =>
          transaction.objectStore('scans').put({ ...scan, answeredAt: at, outcome: outcomes.get(scan.id) ?? null } satisfies Scan),
        ),
      );
    },
    saveRoster: async (roster) => {
      const sealed = await seal(roster);
      await inStore('rosters', 'readwrite', (store) => store.put(sealed));
    },
    roster: async (project) => {
      const sealed = await inStore('rosters', 'readonly', (store) => store.get(project) as IDBRequest<SealedRoster | undefined>);
      return sealed && sealed.endsAt > Date.now() ? unseal(sealed) : null;
    },
    saveSnapshot: async (project, snapshot) => void (await inStore('snapshots', 'readwrite', (store) => store.put(snapshot, project))),
    snapshot: async (project) =>
      (await inStore('snapshots', 'readonly', (store) => store.get(project) as IDBRequest<Snapshot | undefined>)) ?? null,
    wipe: async (endedBefore = Number.POSITIVE_INFINITY) => {
      const rosters = await inStore('rosters', 'readonly', (store) => store.getAll() as IDBRequest<SealedRoster[]>);
      const kept = new Set(rosters.filter(({ endsAt }) => endsAt > endedBefore).map(({ project }) => project));
      const over = rosters.filter(({ project }) => !kept.has(project));
      const history = (await allScans()).filter((scan) => !isWaiting(scan) && !kept.has(scan.project));
      await run(db, ['rosters', 'snapshots', 'scans'], 'readwrite', (transaction) => {
        for (const { project } of over) transaction.objectStore('rosters').delete(project);
        for (const { project } of over) transaction.objectStore('snapshots').delete(project);
        return each(history, ({ seq }) => transaction.objectStore('scans').delete(seq ?? 0));
      });
    },
  };
}

const DATABASE = 'atelier-presence';

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      const scans = opening.result.createObjectStore('scans', { keyPath: 'seq', autoIncrement: true });
      // Two scans never share an id, whatever goes wrong.
      scans.createIndex('id', 'id', { unique: true });
      opening.result.createObjectStore('rosters', { keyPath: 'project' });
      opening.result.createObjectStore('snapshots');
      opening.result.createObjectStore('facts');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('another version of this page is open'));
  });
}

/** Resolves when the transaction is on disk, with what its last request found. */
function run<T>(
  db: IDBDatabase,
  stores: string[],
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => IDBRequest<T> | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, mode, { durability: 'strict' });
    const last = work(transaction);
    transaction.oncomplete = () => resolve(last?.result as T);
    transaction.onabort = () => reject(transaction.error);
  });
}

function each<T>(values: readonly T[], ask: (value: T) => IDBRequest): IDBRequest<undefined> | undefined {
  for (const value of values) ask(value);
  return undefined;
}

async function seal(roster: Roster): Promise<SealedRoster> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(roster)));
  return { project: roster.project.id, endsAt: Date.parse(roster.endsAt), key, iv, data };
}

async function unseal({ key, iv, data }: SealedRoster): Promise<Roster> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
  return JSON.parse(new TextDecoder().decode(text)) as Roster;
}
