import { expect, it } from 'vitest';
import { soak } from './soak.ts';

it('three minutes of everything at once: nothing fails, nothing is lost (the long form is npm run soak)', {
  timeout: 420_000,
}, async () => {
  const { faults, films, pictures, heard, acknowledged } = await soak(3);
  expect(faults).toEqual([]);
  for (const [what, count] of Object.entries({ ...acknowledged, films, pictures, heard })) expect(count, what).toBeGreaterThan(0);
});
