import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RunwaySimulator, startRunwaySimulator } from '#simulators/runway.ts';
import { afterFile } from '#test/support.ts';
import type { Asset, AssetOrder, AssetOwner } from './assets.ts';
import { type BareHouse, openBareHouse } from './test-house.ts';

let house: BareHouse;
let runway: RunwaySimulator;
let owner: AssetOwner;
let picture: Asset;

const promise = (order: AssetOrder): Promise<Asset> =>
  house.db.transaction().execute((tx) => house.assets.promise(tx, owner, order, { origin: 'pipeline', sceneId: 1 }));
const clip = (prompt: string, provider: string | null = null) =>
  promise({ type: 'video', imageAssetId: picture.id, prompt, seconds: 2, width: 320, height: 240, seed: 1, provider, take: 0 });

beforeAll(async () => {
  runway = await startRunwaySimulator();
  afterFile(runway.close);
  house = await openBareHouse(runway.environment);
  await house.queue.start({ work: true });
  owner = await house.owner();
});

it('stand on a picture', async () => {
  const look = { style: 'realistic', width: 320, height: 240, quality: 'standard', seed: 1, provider: 'embedded', take: 0 } as const;
  const { id } = await promise({ type: 'image', prompt: 'a lighthouse', negativePrompt: '', ...look });
  picture = await house.ended(owner, id);
});

/** The job comes again, as after the death of its process. */
async function revive(id: string, task: string | null): Promise<void> {
  await sql`update video.assets set status = 'processing', file = null, thumbnail = null, buying_from = 'runway', buying_since = now(),
    buying_task = ${task} where id = ${id}`.execute(house.db);
  await sql`insert into jobs.job (name, data, retry_limit) values ('video.asset', ${JSON.stringify({ id })}::jsonb, 20)`.execute(house.db);
}

describe('clips of Runway', () => {
  it('are bought once, offered with their price, and fetched by their task after a death', async () => {
    const order = { type: 'video', imageAssetId: picture.id, prompt: 'waves', seconds: 2, width: 320, height: 240, seed: 1 } as const;
    const offer = await house.assets.offerFor({ ...order, provider: null, take: 0 });
    expect([offer.provider, (offer.mostUsd ?? 0) > 0]).toEqual(['runway', true]);
    const { id } = await clip('waves');
    const made = await house.ended(owner, id);
    expect(made).toMatchObject({ status: 'completed', provider: 'runway', mediaType: 'video/mp4', motion: null });
    expect(made.thumbnail).not.toBeNull();
    const task = runway.bill.at(-1)?.task ?? '';
    const bills = runway.bill.length;
    await revive(id, task);
    expect(await house.ended(owner, id)).toMatchObject({ status: 'completed', provider: 'runway', notes: [] });
    await revive(id, null);
    expect(await house.ended(owner, id)).toMatchObject({ provider: 'embedded', notes: [{ code: 'lost_purchase', provider: 'runway' }] });
    expect(runway.bill).toHaveLength(bills);
  });

  it('that were taken without an answer are not bought again', async () => {
    runway.misbehave({ is: 'cut_after', at: /POST/ });
    const bills = runway.bill.length;
    const { id } = await clip('an answer that is lost');
    expect(await house.ended(owner, id)).toMatchObject({ status: 'completed', provider: 'embedded', notes: [{ code: 'lost_purchase' }] });
    expect(runway.bill).toHaveLength(bills + 1);
  });

  it('that cannot be bought are made here, unless somebody insisted; a refusal is final', async () => {
    runway.misbehave({ is: 'no_credit', at: /POST/ });
    expect(await house.ended(owner, (await clip('no credit')).id)).toMatchObject({ provider: 'embedded', notes: [{ code: 'fell_back' }] });
    runway.misbehave({ is: 'no_credit', at: /POST/ });
    expect(await house.ended(owner, (await clip('no credit', 'runway')).id)).toMatchObject({ fault: { code: 'insufficient_credit' } });
    runway.misbehave({ is: 'moderated', at: /POST/ });
    expect(await house.ended(owner, (await clip('moderated')).id)).toMatchObject({ status: 'failed', fault: { code: 'refused' } });
  });

  it('whose run is cancelled are dropped there', async () => {
    runway.misbehave({ is: 'task', looks: ['RUNNING'], endless: true });
    const { id } = await clip('cancelled in its middle');
    await expect
      .poll(
        async () =>
          (await sql<{ t: string | null }>`select buying_task as t from video.assets where id = ${id}`.execute(house.db)).rows[0]?.t,
        { timeout: 30_000 },
      )
      .not.toBeNull();
    await house.db.transaction().execute((tx) => house.assets.cancelOf(tx, owner.projectId));
    await expect.poll(() => runway.dropped.length, { timeout: 20_000 }).toBe(1);
    expect(await house.assets.get(owner.accountId, id)).toMatchObject({ status: 'cancelled', file: null });
  });
});
