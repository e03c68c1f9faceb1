import { describe, expect, it } from 'vitest';
import { TRIALS } from './chaos/trials.ts';

const options = { rounds: 1, seconds: 3, from: null, say: () => undefined };

describe('what was acknowledged is there, everybody is told clearly meanwhile, and all goes on afterwards (the long drill is npm run chaos)', () => {
  for (const name of ['store away', 'disk full']) {
    const trial = TRIALS[name];
    it.runIf(trial?.unfit?.(options) === null || !trial?.unfit)(name, { timeout: 240_000 }, async () => {
      const report = await trial?.run(options);
      expect(report?.faults).toEqual([]);
      for (const [what, count] of Object.entries(report?.acknowledged ?? {})) expect(count, what).toBeGreaterThan(1);
      expect(Object.keys(report?.refused ?? {})).toEqual(['503']);
    });
  }
});
