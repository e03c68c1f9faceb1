/** Many small writes as few statements: what is asked for while one statement is under way goes into the next. */

export type Gathered<In, Out> = (item: In) => Promise<Out>;

/**
 * `flush` answers in the order of its items, or throws and has changed nothing. When several fail together each is tried alone, so
 * that one that cannot be written takes nobody with it.
 */
export function gather<In, Out>(flush: (items: readonly In[]) => Promise<readonly Out[]>, most = 200): Gathered<In, Out> {
  const waiting: Wish<In, Out>[] = [];
  let isBusy = false;
  const drain = async (): Promise<void> => {
    isBusy = true;
    // One turn of the event loop: those who finish together ask together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await settle(flush, waiting.splice(0, most));
    isBusy = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isBusy) void drain();
    });
}

interface Wish<In, Out> {
  readonly item: In;
  resolve(value: Out): void;
  reject(error: unknown): void;
}

async function settle<In, Out>(flush: (items: readonly In[]) => Promise<readonly Out[]>, wishes: readonly Wish<In, Out>[]): Promise<void> {
  try {
    const answers = await flush(wishes.map(({ item }) => item));
    wishes.forEach(({ resolve }, i) => {
      resolve(answers[i] as Out);
    });
  } catch (error) {
    if (wishes.length === 1) wishes[0]?.reject(error);
    else for (const wish of wishes) await settle(flush, [wish]);
  }
}
