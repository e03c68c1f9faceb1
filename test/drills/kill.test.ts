import { describe, expect, it } from 'vitest';
import { killDrill } from './kill.ts';

describe('kill -9', () => {
  it('loses no registration that was acknowledged (two rounds; the long drill is test/drills/kill.ts 50)', {
    timeout: 180_000,
  }, async () => {
    const report = await killDrill(2);
    expect(report.acknowledged).toBeGreaterThan(1);
    expect(report.lost).toEqual([]);
  });
});
