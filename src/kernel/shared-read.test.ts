import { describe, expect, it } from 'vitest';
import { shareReads, shareReadsBy } from './shared-read.ts';

function slowSource() {
  let begun = 0;
  const gates: (() => void)[] = [];
  const read = (): Promise<number> => {
    begun += 1;
    const mine = begun;
    return new Promise((resolve) => gates.push(() => resolve(mine)));
  };
  const finish = async (): Promise<void> => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { read, finish, begun: () => begun };
}

describe('shared reads', () => {
  it('gives nobody an answer that began before they asked', async () => {
    const source = slowSource();
    const ask = shareReads(source.read);
    const first = ask();
    const late = [ask(), ask(), ask()];
    expect(source.begun()).toBe(1);
    await source.finish();
    expect(await first).toBe(1);
    const latest = ask(); // the second read is under way
    await source.finish();
    expect(await Promise.all(late)).toEqual([2, 2, 2]);
    await source.finish();
    expect(await latest).toBe(3);
  });

  it('goes on after a read that failed', async () => {
    let tries = 0;
    const ask = shareReads(async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is away');
      return tries;
    });
    const [first, second] = await Promise.allSettled([ask(), ask()]);
    expect(first).toMatchObject({ status: 'rejected' });
    expect(second).toMatchObject({ status: 'fulfilled', value: 2 });
    expect(await ask()).toBe(3);
  });

  it('keeps keys apart', async () => {
    const read: string[] = [];
    const ask = shareReadsBy(async (key) => {
      read.push(key);
      return key.toUpperCase();
    });
    expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['A', 'B', 'A']);
    expect(read.sort()).toEqual(['a', 'a', 'b']);
  });
});
