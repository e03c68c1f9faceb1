import { expect, it } from 'vitest';
import { publishChaos } from '../../bench/publish-chaos/drill.ts';
import { freshDatabaseUrl } from '../support.ts';

it('I-070 I-071 says every post once while its processes are killed at every moment (the long drill is bench/publish-chaos.ts)', {
  timeout: 180_000,
}, async () => {
  const report = await publishChaos({ databaseUrl: await freshDatabaseUrl(), posts: 60, kills: 12 });
  const { duplicates, failedButLive, confirmedNotLive, lost, early, unknown } = report;
  expect({ duplicates, failedButLive, confirmedNotLive, lost, early }).toEqual({
    ...{ duplicates: [], failedButLive: [], confirmedNotLive: [], lost: [], early: 0 },
  });
  // Whatever nobody knows is not many, and every other one is live or was due while everything was down for three days.
  const sum = Object.values(report.states).reduce((all, count) => all + count, 0);
  expect(sum).toBe(60);
  expect(unknown.length).toBeLessThan(10);
  expect(report.live).toBe((report.states['confirmed'] ?? 0) + unknown.filter(({ isLive }) => isLive).length);
});

it('says every film once on YouTube, LinkedIn and TikTok while its processes are killed at every moment', {
  timeout: 180_000,
}, async () => {
  const report = await publishChaos({ databaseUrl: await freshDatabaseUrl(), posts: 45, kills: 12, areFilms: true });
  const { duplicates, failedButLive, confirmedNotLive, lost, early, unknown } = report;
  expect({ duplicates, failedButLive, confirmedNotLive, lost, early }).toEqual({
    ...{ duplicates: [], failedButLive: [], confirmedNotLive: [], lost: [], early: 0 },
  });
  expect(unknown.length).toBeLessThan(10);
  expect(report.live).toBe((report.states['confirmed'] ?? 0) + unknown.filter(({ isLive }) => isLive).length);
});
