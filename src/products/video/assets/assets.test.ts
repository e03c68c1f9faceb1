import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, type Person } from './test-house.ts';

let house: House;
let person: Person;
let other: Person;

beforeAll(async () => {
  house = await openHouse();
  [person, other] = [await house.person(), await house.person()];
});

const PROMPT = 'A futuristic city skyline at sunset, cyberpunk style, neon lights';
const SMALL = { size: '320x256' };

describe('V-056 V-057 V-058 V-059 V-060 V-061 V-161 V-162 V-163 pictures', () => {
  it('are ordered as the document does, and made here when nothing is configured', async () => {
    const reply = await person.ask('POST', '/assets/images/generate', {
      project_id: person.projectId,
      prompts: [{ scene_id: 1, prompt: PROMPT, negative_prompt: 'blurry, low quality' }],
      config: { provider: 'openai', model: 'dall-e-3', size: '1792x1024', quality: 'hd', style: 'vivid' },
    });
    expect(reply.statusCode).toBe(202);
    const { batch_id, status, images } = reply.json<{ batch_id: string; status: string; images: { id: string }[] }>();
    expect(batch_id).toMatch(/^batch-/);
    expect(status).toBe('processing');
    expect(images).toMatchObject([{ id: expect.stringMatching(/^img-/), scene_id: 1, status: 'pending', prompt: PROMPT }]);
    const made = await person.ended(images[0]?.id ?? '');
    expect(made).toMatchObject({ status: 'completed', provider: 'embedded', width: 1792, height: 1024, cost_usd: 0 });
    expect(made.notes[0]).toMatchObject({ code: 'not_configured', provider: 'openai' });
    expect((await person.ask('GET', `/assets/batches/${batch_id}`)).json()).toMatchObject({ status: 'completed', total: 1, completed: 1 });
    expect((await other.ask('GET', `/assets/batches/${batch_id}`)).statusCode).toBe(404);
  });

  it('V-075 V-173 are downloaded whole or in part, with a tag, and have a thumbnail', async () => {
    const [id = ''] = await person.order('images', { prompts: [{ prompt: 'a lighthouse' }], config: SMALL });
    await person.ended(id);
    const whole = await person.ask('GET', `/assets/${id}/download`);
    expect(whole.headers).toMatchObject({ 'content-type': 'image/png', 'accept-ranges': 'bytes' });
    expect(whole.headers['content-disposition']).toContain(`${id}.png`);
    expect(await sharp(whole.rawPayload).metadata()).toMatchObject({ width: 320, height: 256, format: 'png' });
    const part = await person.ask('GET', `/assets/${id}/download`, undefined, { headers: { range: 'bytes=4-11' } });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 4-11/${whole.rawPayload.length}`]);
    expect(part.rawPayload.equals(whole.rawPayload.subarray(4, 12))).toBe(true);
    const end = await person.ask('GET', `/assets/${id}/download`, undefined, { headers: { range: 'bytes=-5' } });
    expect(end.rawPayload.equals(whole.rawPayload.subarray(-5))).toBe(true);
    const beyond = await person.ask('GET', `/assets/${id}/download`, undefined, { headers: { range: 'bytes=99999999-' } });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.rawPayload.length}`]);
    const known = await person.ask('GET', `/assets/${id}/download`, undefined, {
      headers: { 'if-none-match': String(whole.headers.etag) },
    });
    expect(known.statusCode).toBe(304);
    const small = await person.ask('GET', `/assets/${id}/thumbnail`);
    expect([small.headers['content-type'], (await sharp(small.rawPayload).metadata()).width]).toEqual(['image/jpeg', 320]);
    expect((await other.ask('GET', `/assets/${id}/download`)).statusCode).toBe(404);
  });

  it('the same order is the same asset, another take is another picture (pain 3)', async () => {
    const body = {
      prompts: [
        { scene_id: 1, prompt: 'a lighthouse' },
        { scene_id: 2, prompt: 'a boat' },
      ],
      config: SMALL,
    };
    const [first = '', boat = ''] = await person.order('images', body);
    expect(await person.order('images', body)).toEqual([first, boat]);
    await person.ended(first);
    const again = await person.ask('POST', `/assets/${first}/regenerate`);
    const next = again.json<{ id: string; parameters: object }>();
    expect([again.statusCode, next.parameters]).toMatchObject([202, { take: 1 }]);
    expect((await person.ask('POST', `/assets/${first}/regenerate`)).json()).toMatchObject({ parameters: { take: 2 } });
    await person.ended(next.id);
    const [one, two] = await Promise.all([first, next.id].map((id) => person.ask('GET', `/assets/${id}/download`)));
    expect(one?.rawPayload.equals(two?.rawPayload ?? Buffer.alloc(0))).toBe(false);
  });

  it('two orders of the same at once are one asset', async () => {
    const body = { prompts: [{ prompt: 'two at once' }], config: SMALL };
    const ids = (await Promise.all([person.order('images', body), person.order('images', body), person.order('images', body)])).flat();
    expect(new Set(ids).size).toBe(1);
  });

  it('a request that is sent again under its key starts nothing twice', async () => {
    const payload = { project_id: person.projectId, prompts: [{ prompt: 'once' }], config: SMALL };
    const key = { headers: { 'idempotency-key': 'a-press' } };
    const [one, two] = [
      await person.ask('POST', '/assets/images/generate', payload, key),
      await person.ask('POST', '/assets/images/generate', payload, key),
    ];
    expect(two.json()).toEqual(one.json());
    expect(two.headers['idempotent-replayed']).toBe('true');
  });

  it('name every fault at once, and order nothing', async () => {
    const count = async (): Promise<unknown> =>
      (await sql`select count(*)::int as n from video.assets where account_id = ${person.accountId}`.execute(house.atelier.database.db))
        .rows[0];
    const before = await count();
    const reply = await person.ask('POST', '/assets/images/generate', {
      project_id: 'x',
      prompts: [{ prompt: 'good' }, { scene_id: 'one' }, 7],
      config: { provider: 'midjourney', size: '100x5000', quality: 'best', style: 'loud', model: 'nobody' },
    });
    const { error } = reply.json<{ error: { details: { fields: { field: string }[] } } }>();
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(error.details.fields.map(({ field }) => field).sort()).toEqual(
      [
        'config.model',
        'config.provider',
        'config.quality',
        'config.size',
        'config.style',
        'project_id',
        'prompts[1].prompt',
        'prompts[1].scene_id',
        'prompts[2]',
        'prompts[2].prompt',
      ].sort(),
    );
    expect(await count()).toEqual(before);
    const foreign = { project_id: other.projectId, prompts: [{ prompt: 'mine?' }] };
    expect((await person.ask('POST', '/assets/images/generate', foreign)).statusCode).toBe(404);
  });
});
