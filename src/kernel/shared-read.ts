/**
 * One read for many readers: those who ask while a read is under way wait together for the next one, which begins after all
 * of them asked. So nobody gets an answer older than their question, and a rush costs two reads at a time instead of hundreds.
 */

/** Answers a function that shares `read` among all who call it at the same time. */
export function shareReads<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let waiting: Promise<T> | null = null;
  const start = (): Promise<T> => {
    waiting = null;
    const mine = read().finally(() => {
      if (running === mine) running = null;
    });
    running = mine;
    return mine;
  };
  const startAfter = async (before: Promise<T>): Promise<T> => {
    await Promise.allSettled([before]);
    return start();
  };
  return () => {
    if (!running) return start();
    waiting ??= startAfter(running);
    return waiting;
  };
}

/** The same for reads that differ by a key; a key is forgotten when nobody waits for it. */
export function shareReadsBy<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const shared = new Map<string, { readonly ask: () => Promise<T>; asking: number }>();
  return async (key) => {
    const entry = shared.get(key) ?? { ask: shareReads(() => read(key)), asking: 0 };
    shared.set(key, entry);
    entry.asking += 1;
    try {
      return await entry.ask();
    } finally {
      entry.asking -= 1;
      if (entry.asking === 0) shared.delete(key);
    }
  };
}
