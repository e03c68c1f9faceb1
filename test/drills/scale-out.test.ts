import { expect, it } from 'vitest';
import { scaleOut } from '../../bench/scale-out/drill.ts';
import { freshDatabaseUrl } from '../support.ts';

it('fails no request and loses nothing while its processes are ended in turn under load (the long drill is bench/scale-out.ts)', {
  timeout: 300_000,
}, async () => {
  const report = await scaleOut({ databaseUrl: await freshDatabaseUrl(), rate: 20, ends: 2, everySeconds: 1, films: 1, people: 50 });
  expect(report.phases.map(({ signal }) => signal)).toEqual(['SIGTERM', 'SIGKILL']);
  for (const { failures, acknowledged, lost, twice } of report.phases) {
    expect(failures).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
    expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
  }
  expect(report.made).toBe(report.films);
  for (const { name, twice } of report.bills) expect(twice, name).toEqual([]);
  expect(report.stored).toBeGreaterThan(0);
});
