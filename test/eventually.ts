/** `await eventually(() => seen).toEqual([1])`: waits until it is so; ten seconds is for a machine with much else to do. */
import { expect } from 'vitest';

export const eventually = <T>(read: () => T | Promise<T>): ReturnType<typeof expect.poll> =>
  expect.poll(read, { timeout: 10_000, interval: 10 });
