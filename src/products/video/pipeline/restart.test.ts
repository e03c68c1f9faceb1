import { expect, it } from 'vitest';
import { loadConfig } from '#config';
import { systemClock } from '#kernel/clock.ts';
import { type Atelier, afterFile, freshDatabaseUrl, log, startAtelier } from '#test/support.ts';
import { somebody } from '../projects/test-house.ts';
import { filmOf, start, statusOf, untilOver } from './test-house.ts';

it('pain 18: what was promised before a restart is made after it, by whoever works then', { timeout: 120_000 }, async () => {
  const DATABASE_URL = await freshDatabaseUrl();
  // Nobody works here: the run is promised, and the process ends.
  const before = await startAtelier({ environment: { DATABASE_URL } });
  const person = await somebody(before);
  const path = await filmOf(person, { ratio: '1:1', music: false });
  await start(person, path, { skip_steps: ['montage'] });
  expect(await statusOf(person, path)).toMatchObject({ status: 'scripting', progress: 0 });
  await before.close();
  const { buildApp } = await import('../../../app.ts');
  const environment = { ATELIER_DATA: before.config.dataFolder, DATABASE_URL, ATELIER_DEMO: '0', RATE_LIMIT_SCALE: '1000' };
  const after = await buildApp(loadConfig(environment), log, systemClock);
  afterFile(() => after.close());
  await after.work();
  const again = { ...person, ask: askOf({ ...before, ...after } as Atelier, person.token) };
  expect(await untilOver(again, path)).toMatchObject({ status: 'completed', progress: 100 });
});

/** The same person at the door of the next process. */
const askOf =
  (atelier: Pick<Atelier, 'doors'>, token: string): Awaited<ReturnType<typeof somebody>>['ask'] =>
  async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}` };
    const reply = await atelier.doors.video.inject({ method, url: `/api/v1${path}`, headers, ...(body ? { payload: body } : {}) });
    return { status: reply.statusCode, body: reply.json(), headers: reply.headers };
  };
