import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ImageModelSimulator, startImageModelSimulator } from '#simulators/image-models.ts';
import { afterFile } from '#test/support.ts';
import type { Asset, AssetOrder } from './assets.ts';
import { type BareHouse, openBareHouse } from './test-house.ts';

let house: BareHouse;
let pictures: ImageModelSimulator;
const heard: Asset[] = [];
let objectTo = '';

beforeAll(async () => {
  pictures = await startImageModelSimulator();
  afterFile(pictures.close);
  house = await openBareHouse(pictures.environmentOf('stability'), { patience: { image: 6000 } });
  house.assets.follow(async (_tx, asset) => {
    heard.push(asset);
    if (asset.order?.type !== 'image' || asset.order.prompt !== objectTo) return;
    objectTo = '';
    throw new Error('the follower objects');
  });
});

const order = (prompt: string, more: Partial<AssetOrder> = {}): AssetOrder =>
  ({
    ...{ type: 'image', prompt, negativePrompt: '', style: 'realistic', width: 256, height: 256, quality: 'standard', seed: 1 },
    ...{ provider: 'embedded', take: 0, ...more },
  }) as AssetOrder;
const asked = { origin: 'pipeline', sceneId: 1 } as const;
const promise = async (
  wish: AssetOrder,
  owner: { accountId: number; projectId: string },
  options: { origin: 'pipeline' | 'order'; sceneId: number } = asked,
) => house.db.transaction().execute((tx) => house.assets.promise(tx, owner, wish, options));
/** Files that no asset knows. */
const orphans = async (): Promise<readonly unknown[]> =>
  (
    await sql`select name from kernel.files f where name like 'films/%'
      and not exists (select 1 from video.assets a where f.name in (a.file, a.thumbnail))`.execute(house.db)
  ).rows;

describe('promises, before anybody works', () => {
  it('exist when their transaction does, and are found by what they are made of (pain 1)', async () => {
    const owner = await house.owner();
    const undone = house.db.transaction().execute(async (tx) => {
      await house.assets.promise(tx, owner, order('undone'), asked);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await house.assets.peek(house.db, owner, order('undone'))).toBeNull();
    const first = await promise(order('a lighthouse'), owner);
    const { type, prompt, ...rest } = order('a lighthouse') as Extract<AssetOrder, { type: 'image' }>;
    // The same, said in another order.
    expect((await promise({ ...rest, prompt, type }, owner)).id).toBe(first.id);
    expect((await promise(order('a lighthouse', { take: 1 }), owner)).id).not.toBe(first.id);
    expect((await promise(order('a lighthouse'), await house.owner())).id).not.toBe(first.id);
    expect((await house.assets.peek(house.db, owner, order('a lighthouse')))?.id).toBe(first.id);
  });

  it('of the pipeline are cancelled, those of a person are not; what was cancelled is made anew', async () => {
    const owner = await house.owner();
    const [one, shared] = [await promise(order('one'), owner), await promise(order('shared'), owner)];
    await promise(order('shared'), owner, { origin: 'order', sceneId: 1 });
    heard.length = 0;
    await house.db.transaction().execute((tx) => house.assets.cancelOf(tx, owner.projectId));
    expect(heard).toMatchObject([{ id: one.id, status: 'cancelled' }]);
    expect((await house.assets.get(owner.accountId, shared.id)).status).toBe('pending');
    expect((await promise(order('one'), owner)).id).not.toBe(one.id);
  });

  it('a pipeline’s asset that is under way, and one that somebody holds, are not removed', async () => {
    const owner = await house.owner();
    const waiting = await promise(order('waiting'), owner);
    await expect(house.assets.remove(owner.accountId, waiting.id)).rejects.toMatchObject({ code: 'ASSET_IN_USE' });
    const mine = await promise(order('mine'), owner, { origin: 'order', sceneId: 1 });
    house.assets.hold(async (_tx, { id }) => id === mine.id);
    await expect(house.assets.remove(owner.accountId, mine.id)).rejects.toMatchObject({ code: 'ASSET_IN_USE' });
    await expect(house.assets.remove(-1, mine.id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the making', () => {
  beforeAll(() => house.queue.start({ work: true }));

  it('tells in the transaction that ends it, and is done again when whoever hears objects', async () => {
    const owner = await house.owner();
    objectTo = 'a boat';
    heard.length = 0;
    const { id } = await promise(order('a boat'), owner);
    expect(await house.ended(owner, id)).toMatchObject({ status: 'completed', provider: 'embedded', costUsd: 0 });
    expect(heard.filter((asset) => asset.id === id).map(({ status }) => status)).toEqual(['completed', 'completed']);
    const copy = await house.assets.copyOf(await house.assets.get(owner.accountId, id), AbortSignal.timeout(20_000));
    expect(copy).toMatch(/\.png$/);
    const found = await house.assets.findAll(house.db, [id, 'img-none']);
    expect(found).toHaveLength(1);
  });

  it('stops within a second when the run is cancelled, and nothing is kept (pain 6)', async () => {
    const owner = await house.owner();
    pictures.misbehave('stability', { is: 'hang' });
    const asking = pictures.requests.length;
    const { id } = await promise(order('cancelled in its middle', { provider: 'stability' }), owner);
    await expect.poll(() => pictures.requests.length, { timeout: 30_000 }).toBeGreaterThan(asking);
    await house.db.transaction().execute((tx) => house.assets.cancelOf(tx, owner.projectId));
    await expect
      .poll(async () => (await sql`select id from jobs.job where name = 'video.asset' and state = 'active'`.execute(house.db)).rows, {
        timeout: 20_000,
      })
      .toEqual([]);
    expect(await house.assets.get(owner.accountId, id)).toMatchObject({ status: 'cancelled', file: null });
    expect(await orphans()).toEqual([]);
  });

  it('a provider that hangs for ever costs no more than the time of the asset (pain 7)', async () => {
    const owner = await house.owner();
    pictures.misbehave('stability', { is: 'hang' });
    const { id } = await promise(order('never answered', { provider: 'stability' }), owner);
    const failed = await house.ended(owner, id);
    expect(failed).toMatchObject({ status: 'failed', fault: { code: 'timeout' } });
    for (const language of ['fr', 'en', 'ar'] as const) expect(failed.fault?.message[language]).not.toBe('');
  });

  it('one that kills whoever makes it is given up', async () => {
    const owner = await house.owner();
    const { id } = await promise(order('deadly'), owner, { origin: 'order', sceneId: 1 });
    await house.ended(owner, id);
    await sql`update video.assets set status = 'processing', file = null, thumbnail = null where id = ${id}`.execute(house.db);
    await sql`insert into jobs.job (name, data, retry_limit, retry_count) values ('video.asset', ${JSON.stringify({ id })}::jsonb, 20, 6)`.execute(
      house.db,
    );
    expect(await house.ended(owner, id)).toMatchObject({ status: 'failed', fault: { code: 'interrupted' } });
  });

  it('a clip whose picture is gone says so, once', async () => {
    const owner = await house.owner();
    const clip = { type: 'video', imageAssetId: 'img-gone', prompt: '', seconds: 1, width: 320, height: 240 } as const;
    const { id } = await promise({ ...clip, seed: 1, provider: null, take: 0 }, owner);
    expect(await house.ended(owner, id)).toMatchObject({ status: 'failed', fault: { code: 'picture_gone' } });
  });

  it('what was made for a project goes with it', async () => {
    const owner = await house.owner();
    const { id } = await promise(order('gone with it'), owner);
    const { file } = await house.ended(owner, id);
    await house.projects.remove(owner.accountId, owner.projectId);
    expect(await house.files.find(house.db, file ?? '')).toBeNull();
  });
});

it('who would make it, and the most it may cost, is what the rooms know (pain 20)', async () => {
  const { assets } = house;
  expect(await assets.offerFor(order('x', { provider: null }))).toEqual({ provider: 'stability', mostUsd: null });
  expect(await assets.offerFor(order('x', { provider: 'dalle3' }))).toEqual({ provider: 'embedded', mostUsd: 0 });
  const voice = { type: 'voice', text: 'Bonjour', language: 'fr', voiceId: 'thomas', previousText: '', nextText: '' } as const;
  const said = { ...voice, stability: null, similarityBoost: null, format: 'wav', provider: null, take: 0 } as const;
  expect(await assets.offerFor(said)).toEqual({ provider: 'embedded', mostUsd: 0 });
  const music = { type: 'music', prompt: 'x', style: '', tempo: null, seconds: 10, seed: 1, provider: 'suno', take: 0 } as const;
  expect(await assets.offerFor(music)).toEqual({ provider: 'embedded', mostUsd: 0 });
});
