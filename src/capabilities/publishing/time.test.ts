import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import { eventually } from '#test/eventually.ts';
import { freshDatabase, log } from '#test/support.ts';
import { CallFault } from './platform.ts';
import type { Publication, PublicationState } from './publishing.ts';
import { openPublishingHouse, type PublishingHouse } from './test-house.ts';

let database: Database;
let house: PublishingHouse;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  house = await openPublishingHouse(database, log);
  return () => house.stop();
});

const stateOf = async ({ id }: Publication): Promise<PublicationState> => (await house.get(id)).state;
const phasesOf = async ({ id }: Publication): Promise<readonly string[]> =>
  (await house.engine().attempts(database.db, id)).map(({ phase }) => phase);
const outcomeOf = async ({ id }: Publication) => (await house.get(id)).outcome;

describe('time', () => {
  it('later than its grace is missed, unless it is to be said however late', async () => {
    const missed = await house.plan({ inSeconds: -3 * 86_400 });
    const late = await house.plan({ inSeconds: -3 * 86_400, catchUp: true });
    const inGrace = await house.plan({ inSeconds: -3600, accountId: await withPage('page-2') });
    house.worker();
    await eventually(() => stateOf(missed)).toBe('missed');
    await eventually(() => stateOf(late)).toBe('confirmed');
    await eventually(() => stateOf(inGrace)).toBe('confirmed');
    expect(await outcomeOf(missed)).toMatchObject({ reason: 'missed_window' });
    expect(house.platform.live).toHaveLength(2);
  });

  it('a backlog of one account is spaced, those of others do not wait for it', async () => {
    const backlog = await Promise.all([1, 2, 3].map(() => house.plan({ inSeconds: -3 * 86_400, catchUp: true })));
    const other = await house.plan({ inSeconds: -3 * 86_400, catchUp: true, accountId: await withPage('page-2') });
    house.worker();
    for (const planned of [...backlog, other]) await eventually(() => stateOf(planned)).toBe('confirmed');
    const called = (await Promise.all(backlog.map(({ id }) => house.get(id)))).map(({ calledAt }) => calledAt?.getTime() ?? 0).toSorted();
    expect((called[1] ?? 0) - (called[0] ?? 0)).toBeGreaterThanOrEqual(395);
    expect((called[2] ?? 0) - (called[1] ?? 0)).toBeGreaterThanOrEqual(395);
    expect((await house.get(other.id)).calledAt?.getTime()).toBeLessThan(called[2] ?? 0);
  });

  it('those of one minute that are on time are not spaced', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => house.plan()));
    house.worker({ patience: { spacingSeconds: 3600 } });
    for (const planned of many) await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live).toHaveLength(12);
  });

  it('tries that go on beyond the grace give up, and say why', async () => {
    for (let i = 0; i < 500; i++)
      house.platform.next.prepare.push(() => {
        throw new CallFault('not reached (ENOTFOUND)', true);
      });
    house.worker();
    const planned = await house.plan({ graceSeconds: 1 });
    await eventually(() => stateOf(planned)).toBe('missed');
    expect(await outcomeOf(planned)).toMatchObject({ reason: 'gave_up' });
    expect(await phasesOf(planned)).toContain('due');
  });

  it('that a platform wants for itself is given: nobody calls it before, and then the work goes on', async () => {
    house.worker();
    await sql`insert into publishing.budgets values ('app:facebook', now() + interval '1 hour', 'x-app-usage', now())`.execute(database.db);
    const planned = await house.plan();
    const elsewhere = await house.plan({ platform: 'twitter', accountId: await house.newAccount() });
    await eventually(() => stateOf(elsewhere)).toBe('rejected');
    expect(await stateOf(planned)).toBe('due');
    await sql`update publishing.budgets set blocked_until = now()`.execute(database.db);
    await eventually(() => stateOf(planned)).toBe('confirmed');
  });
});

const withPage = async (externalId: string): Promise<number> => {
  const accountId = await house.newAccount();
  await house.connect(accountId, externalId);
  return accountId;
};
