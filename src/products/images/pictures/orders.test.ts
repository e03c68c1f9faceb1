import { beforeAll, describe, expect, it } from 'vitest';
import { startImageModelSimulator } from '#simulators/image-models.ts';
import { eventually } from '#test/eventually.ts';
import { openPictureHouse, type Person, type WirePicture } from '#test/picture-house.ts';
import { afterFile } from '#test/support.ts';

describe('orders of pictures', () => {
  let john: Person;
  let jane: Person;

  beforeAll(async () => {
    ({ john, jane } = await openPictureHouse());
  });

  it('is given in the widths of the pages, as AVIF to browsers that can show it, and once to those that have it', async () => {
    const path = new URL((await john.one(await john.picture({ prompt: 'Un port' }))).image_file ?? '').pathname;
    const get = (url: string, headers: object = {}) => john.ask('GET', url, undefined, headers);
    const [webp, avif] = [await get(`${path}?w=160`), await get(`${path}?w=160`, { accept: 'image/avif,image/webp,*/*' })];
    expect([webp.headers['content-type'], avif.headers['content-type'], avif.headers['vary']]).toEqual([
      'image/webp',
      'image/avif',
      'accept',
    ]);
    expect((await get(`${path}?w=160`, { 'if-none-match': webp.headers.etag })).statusCode).toBe(304);
    expect((await get(`${path}?w=161`)).json()).toMatchObject({ details: { w: [expect.any(String)] } });
  });

  it('is made in variations that share a batch and differ in their seed', async () => {
    const reply = await john.ask('POST', '/api/images/generate/', {
      prompt: 'Un souk',
      width: 256,
      height: 256,
      seed: 2 ** 32 - 2,
      variations: 3,
    });
    const { id, variations } = reply.json<{ id: number; variations: number[] }>();
    expect([reply.statusCode, variations.length, variations[0]]).toEqual([202, 3, id]);
    await eventually(async () => Promise.all(variations.map(async (each) => (await john.one(each)).status))).toEqual(
      Array(3).fill('generated'),
    );
    const made = await Promise.all(variations.map(john.one));
    expect(new Set(made.map((each) => each.batch_id))).toEqual(new Set([expect.stringMatching(/^[0-9a-f-]{36}$/)]));
    expect(made.map(({ metadata }) => metadata['seed'])).toEqual([2 ** 32 - 2, 2 ** 32 - 1, 0]);
    const five = await john.ask('POST', '/api/images/generate/', { prompt: 'Un souk', variations: 5 });
    expect(five.json()).toMatchObject({ details: { variations: ['Valeur invalide. Choisissez parmi: 1, 2, 3, 4'] } });
  });

  it('is made again, or varied, from one of one’s own: what is not said is taken from it', async () => {
    const first = await john.picture({ prompt: 'Une oasis', style: 'anime', height: 512, tags: ['oasis'], seed: 7 });
    const { id } = (
      await john.ask('POST', '/api/images/generate/', { parent: first, prompt: 'Une oasis la nuit', tags: '' })
    ).json<WirePicture>();
    expect(await john.one(id)).toMatchObject({
      parent: first,
      prompt: 'Une oasis la nuit',
      style: 'anime',
      width: 256,
      height: 512,
      tags: ['oasis'],
    });
    for (const [parent, who] of [
      [first, jane],
      [999_999_999, john],
      ['x', john],
    ] as const) {
      const refused = await who.ask('POST', '/api/images/generate/', { parent, style: 'x' });
      expect(Object.keys(refused.json<{ details: object }>().details).sort()).toEqual(['parent', 'prompt', 'style']);
    }
    await eventually(async () => (await john.one(id)).status).toBe('generated');
    await john.ask('DELETE', `/api/images/${first}/`);
    expect(await john.one(id)).toMatchObject({ parent: null });
  });

  it('tells of pictures of one’s own that look the same', async () => {
    const order = { prompt: 'Une caravane dans les dunes', seed: 11 };
    const [first, again] = [await john.picture(order), await john.picture({ ...order, width: 512, height: 512 })];
    const other = await john.picture({ prompt: 'Portrait d’une femme', seed: 5 });
    expect((await john.one(again)).metadata['near_duplicates']).toEqual([first]);
    expect((await john.one(first)).metadata['near_duplicates']).toEqual([again]);
    expect((await john.one(other)).metadata['near_duplicates']).toEqual([]);
  });

  it('is ordered once by a request that is sent again with its key, and not at all by another under the same key', async () => {
    const send = (payload: object) => jane.ask('POST', '/api/images/generate/', payload, { 'idempotency-key': 'order-1' });
    const order = { prompt: 'Une gare', width: 256, height: 256 };
    const answers = await Promise.all([send(order), send(order), send(order)]);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    const other = await send({ ...order, prompt: 'Un train' });
    expect([other.statusCode, other.json()]).toEqual([
      409,
      { error: 'Cette clé d’idempotence a déjà servi pour une autre demande. Utilisez une nouvelle clé.', details: {} },
    ]);
    expect((await jane.ask('GET', '/api/images/')).json()).toMatchObject({ count: 1 });
  });

  it('I-046 that a provider refuses for safety fail for good, with what the person can do about it', async () => {
    const providers = await startImageModelSimulator();
    afterFile(() => providers.close());
    const { john: owner } = await openPictureHouse(providers.environmentOf('replicate'));
    providers.misbehave('replicate', { is: 'refused' });
    const { id } = (await owner.ask('POST', '/api/images/generate/', { prompt: 'Un combat' })).json<WirePicture>();
    await eventually(async () => (await owner.one(id)).status).toBe('failed');
    expect((await owner.one(id)).metadata).toMatchObject({
      error:
        'Replicate a refusé cette description pour des raisons de sécurité. Reformulez-la sans violence, nudité ni personne réelle, puis recommencez.',
      ...{ error_code: 'refused', provider: 'replicate' },
    });
    expect((await owner.ask('GET', '/api/images/history/')).json()).toMatchObject({ results: [{ image: id, status: 'failed' }] });
    expect(providers.bought).toMatchObject({ replicate: 0 });
  });
});
