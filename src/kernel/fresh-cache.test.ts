import { describe, expect, it } from 'vitest';
import { createFreshCache } from './fresh-cache.ts';

function watched() {
  let version = 1;
  let loads = 0;
  const cache = createFreshCache<string>({ version: async () => version, sizeOf: (text) => text.length, capacity: 10 });
  const get = (key: string, text = `${key}@${version}`) =>
    cache.get(key, async () => {
      loads += 1;
      return text;
    });
  return { cache, get, change: () => (version += 1), loads: () => loads };
}

describe('a fresh cache', () => {
  it('loads once for a version, again for the next', async () => {
    const { get, change, loads } = watched();
    expect([await get('a'), await get('a')]).toEqual(['a@1', 'a@1']);
    change();
    expect(await get('a')).toBe('a@2');
    expect(loads()).toBe(2);
  });

  it('lets requests that come together share one load', async () => {
    const { get, loads } = watched();
    await Promise.all([get('a'), get('a'), get('a')]);
    expect(loads()).toBe(1);
  });

  it('never keeps a failure', async () => {
    const { cache, get } = watched();
    await expect(cache.get('a', () => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
    expect(await get('a')).toBe('a@1');
  });

  it('forgets what was used longest ago when it is full', async () => {
    const { get, loads } = watched();
    await get('a');
    await get('b');
    await get('c');
    await get('a');
    await get('d'); // twelve characters: b goes
    await get('a');
    expect(loads()).toBe(4);
    await get('b');
    expect(loads()).toBe(5);
  });
});
