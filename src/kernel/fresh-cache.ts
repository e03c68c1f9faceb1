/**
 * Answers kept in memory only as long as they are exactly what their source would say now.
 *
 * The owner names a version: a number that changes together with the source, so two equal versions mean the same answers.
 */

export interface FreshCache<T> {
  /** The kept value of `key`, or what `load` finds now. `load` must read through the same database, outside a transaction. */
  get(key: string, load: () => Promise<T>): Promise<T>;
}

export interface FreshCacheOptions<T> {
  /** The sum of the changes that make kept values wrong. */
  readonly version: () => Promise<number>;
  readonly sizeOf: (value: T) => number;
  /** The least recently used values go when the sizes add up to more. */
  readonly capacity: number;
}

interface Kept<T> {
  readonly version: number;
  readonly value: Promise<T>;
  size: number;
}

export function createFreshCache<T>({ version, sizeOf, capacity }: FreshCacheOptions<T>): FreshCache<T> {
  const kept = new Map<string, Kept<T>>(); // in order of use
  let held = 0;
  const forget = (key: string, entry: Kept<T>): void => {
    if (kept.get(key) !== entry) return;
    kept.delete(key);
    held -= entry.size;
  };
  const keep = (key: string, entry: Kept<T>): void => {
    const old = kept.get(key);
    if (old) forget(key, old);
    kept.set(key, entry);
    entry.value.then(
      (value) => {
        if (kept.get(key) !== entry) return;
        entry.size = sizeOf(value);
        held += entry.size;
        for (const [oldKey, oldEntry] of kept) if (held > capacity) forget(oldKey, oldEntry);
      },
      () => forget(key, entry), // a failure is the caller's to see, never to keep
    );
  };
  return {
    async get(key, load) {
      // The version is read before the data: data that is newer than its label is only read once more, never kept too long.
      const now = await version();
      const found = kept.get(key);
      if (found?.version === now) {
        kept.delete(key);
        kept.set(key, found);
        return found.value;
      }
      const entry: Kept<T> = { version: now, value: load(), size: 0 };
      keep(key, entry);
      return entry.value;
    },
  };
}
