import { expect, it } from 'vitest';
import { emptyDatabaseUrl } from '../old-database.ts';
import { freshDatabaseUrl } from '../support.ts';
import { flaskDrill } from './flask-import.ts';

it('an import that is killed twice brings 300 people once, whole, and a further run changes nothing (long: flask-import.ts 10000 5)', {
  timeout: 240_000,
}, async () => {
  const report = await flaskDrill({ oldUrl: await emptyDatabaseUrl(), newUrl: await freshDatabaseUrl(), people: 300, kills: 2 });
  expect(report.faults).toEqual({});
  expect(report.changedBySecondRun).toBe(0);
});
