import { expect, it } from 'vitest';
import { pipelineChaos } from '../../bench/pipeline-chaos/drill.ts';
import { freshDatabaseUrl } from '../support.ts';

it('makes every film and buys nothing twice while its workers are killed (the long drill is bench/pipeline-chaos.ts)', {
  timeout: 300_000,
}, async () => {
  const report = await pipelineChaos({ databaseUrl: await freshDatabaseUrl(), films: 4, kills: 3 });
  expect(report.unfinished).toEqual([]);
  expect(report.kills).toBeGreaterThan(0);
  for (const { name, items, bought, twice } of report.bills) {
    expect(twice, name).toEqual([]);
    expect(bought, name).toBeGreaterThan(0);
    expect(bought, name).toBeLessThanOrEqual(items);
  }
});
