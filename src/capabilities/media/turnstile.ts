/** Lets so many tasks in at a time; the others wait in line. A decoded picture takes fifty times the room of its file. */
export interface Turnstile {
  pass<T>(task: () => Promise<T>): Promise<T>;
}

export function createTurnstile(places: number): Turnstile {
  const waiting: (() => void)[] = [];
  let free = places;
  const enter = (): Promise<void> | undefined => {
    if (free === 0) return new Promise<void>((resolve) => waiting.push(resolve));
    free--;
    return undefined;
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return {
    async pass(task) {
      await enter();
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
