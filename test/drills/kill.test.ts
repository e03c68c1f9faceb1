import { describe, expect, it } from 'vitest';
import { killDrill } from './kill.ts';

describe('kill -9', () => {
  it('loses, doubles and spoils nothing that was acknowledged: people, uploads, presences, posts (three rounds; the long drill is test/drills/kill.ts 50)', {
    timeout: 240_000,
  }, async () => {
    const { acknowledged, faults, refused } = await killDrill(3);
    for (const [name, count] of Object.entries(acknowledged)) expect(count, name).toBeGreaterThan(1);
    expect({ faults, refused }).toEqual({ faults: [], refused: [] });
  });
});
