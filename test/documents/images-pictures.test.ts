/** The images document, its pictures: each request as it is printed, on the images door. */

import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { departuresFrom, documentedFields } from '#test/documented.ts';
import { openPictureHouse, type Person, type PictureHouse, type WirePicture } from '#test/picture-house.ts';

const PRINTED = {
  prompt: 'Un coucher de soleil sur une plage tropicale avec des palmiers',
  ...{ style: 'realistic', width: 256, height: 256, quality: 'hd', tags: ['nature', 'plage', 'coucher de soleil'] },
};

let house: PictureHouse;
let john: Person;
let made = 0;
const order = (body: object): Promise<LightMyRequestResponse> => john.ask('POST', '/api/images/generate/', body);
const faultsOf = async (body: object): Promise<Readonly<Record<string, string[]>>> => {
  const reply = await order(body);
  expect(reply.statusCode).toBe(400);
  return reply.json().details;
};
const list = async (query: string): Promise<{ count: number; results: WirePicture[] }> =>
  (await john.ask('GET', `/api/images/?${query}`)).json();
const judge = (id: number, body: object) => john.ask('PATCH', `/api/images/${id}/validate/`, body);

beforeAll(async () => {
  house = await openPictureHouse();
  john = house.john;
  made = await john.picture(PRINTED);
});

describe('POST /api/images/generate/', () => {
  it('I-105 I-112 I-010 I-042 answers 202 with the printed fields, before anything is drawn: pending', async () => {
    const reply = await order({ ...PRINTED, prompt: 'Une barque' });
    expect([reply.statusCode, documentedFields('images.images.generate').length]).toEqual([202, 4]);
    expect(departuresFrom('images.images.generate', reply.json())).toEqual([]);
    expect(reply.json()).toMatchObject({ status: 'pending' });
  });

  it('I-106 I-032 I-005 I-012 needs a prompt, and says so in the printed form', async () => {
    const reply = await order({ ...PRINTED, prompt: undefined });
    expect([reply.statusCode, reply.json()]).toEqual([400, { error: 'Données invalides', details: { prompt: ['Ce champ est requis.'] } }]);
  });

  it.each([
    ['I-107', 'style', ['realistic', 'artistic', 'anime', 'digital_art'], 'realistic', 'photo'],
    ['I-108', 'width', [256, 512, 1024], 1024, 300],
    ['I-109', 'height', [256, 512, 1024], 1024, 2048],
    ['I-110', 'quality', ['standard', 'hd'], 'standard', 'ultra'],
  ] as const)('%s takes %s of %j, %s when it is not said, and nothing else', async (_id, field, values, usual, wrong) => {
    for (const value of values) {
      const reply = await order({ ...PRINTED, [field]: value });
      expect((await john.one(reply.json().id)) as unknown, String(value)).toMatchObject({ [field]: value });
    }
    const { [field]: _left, ...rest } = PRINTED;
    expect((await john.one((await order(rest)).json().id)) as unknown).toMatchObject({ [field]: usual });
    expect(Object.keys(await faultsOf({ ...PRINTED, [field]: wrong }))).toEqual([field]);
  });

  it('I-037 is realistic when no style is said', async () => {
    expect((await john.one((await order({ prompt: 'Un pont', width: 256, height: 256 })).json().id)) as unknown).toMatchObject({
      style: 'realistic',
    });
  });

  it('I-007 names the allowed widths in its refusal', async () => {
    expect(await faultsOf({ ...PRINTED, width: 300 })).toEqual({ width: ['Valeur invalide. Choisissez parmi: 256, 512, 1024'] });
  });

  it('I-111 takes tags, and none', async () => {
    const tagged = await order({ ...PRINTED, tags: ['nature', 'plage'] });
    expect((await john.one(tagged.json().id)).tags).toEqual(['nature', 'plage']);
    const { tags: _tags, ...bare } = PRINTED;
    expect((await john.one((await order(bare)).json().id)).tags).toEqual([]);
  });
});

describe('GET /api/images/', () => {
  it('I-113 I-119 I-017 I-008 has count, next, previous and results with every printed field', async () => {
    const { db } = house.atelier.database;
    await sql`update images.pictures set created_at = created_at + interval '1 hour' where id = ${made}`.execute(db);
    const reply = await john.ask('GET', '/api/images/?page_size=1&ordering=-created_at');
    expect([reply.statusCode, documentedFields('images.images.list').length]).toEqual([200, 17]);
    expect(departuresFrom('images.images.list', reply.json())).toEqual([]);
    expect([reply.json().results[0].id, reply.json().previous]).toEqual([made, null]);
  });

  it('I-114 I-043 I-044 I-045 finds by each status that a picture goes through', async () => {
    const [kept, dropped, waiting] = [
      await john.picture({ prompt: 'A' }),
      await john.picture({ prompt: 'B' }),
      await john.picture({ prompt: 'C' }),
    ];
    await judge(kept, { action: 'validate' });
    await judge(dropped, { action: 'reject' });
    for (const [status, id] of [
      ['validated', kept],
      ['rejected', dropped],
      ['generated', waiting],
    ] as const) {
      const { results } = await list(`status=${status}&page_size=100`);
      expect(
        results.map((one) => one.id),
        status,
      ).toContain(id);
      expect(new Set(results.map((one) => one.status))).toEqual(new Set([status]));
    }
    expect((await john.ask('GET', '/api/images/?status=lost')).statusCode).toBe(400);
    for (const status of ['pending', 'failed']) expect((await john.ask('GET', `/api/images/?status=${status}`)).statusCode).toBe(200);
  });

  it('I-115 searches the prompt', async () => {
    const id = await john.picture({ prompt: 'Une caravane au crépuscule' });
    expect((await list('search=caravane')).results.map((one) => one.id)).toEqual([id]);
    expect((await list('search=introuvable')).count).toBe(0);
  });

  it('I-116 takes tags separated by commas: any of them', async () => {
    const ids = [await john.picture({ tags: ['sahel'], prompt: 'X' }), await john.picture({ tags: ['oasis'], prompt: 'Y' })];
    expect((await list('tags=sahel,oasis')).results.map((one) => one.id).sort()).toEqual(ids.sort());
    expect((await list('tags=sahel')).results.map((one) => one.id)).toEqual([ids[0]]);
  });

  it('I-117 I-049 orders by created_at, -created_at and prompt', async () => {
    const [zebra, antelope, sheep] = [
      await john.picture({ prompt: 'Zèbre', tags: ['ordre'] }),
      await john.picture({ prompt: 'Antilope', tags: ['ordre'] }),
      await john.picture({ prompt: 'Mouton', tags: ['ordre'] }),
    ];
    const ordered = async (by: string) => (await list(`tags=ordre&ordering=${by}`)).results.map((one) => one.id);
    expect(await ordered('created_at')).toEqual([zebra, antelope, sheep]);
    expect(await ordered('-created_at')).toEqual([sheep, antelope, zebra]);
    expect(await ordered('prompt')).toEqual([antelope, sheep, zebra]);
    expect((await john.ask('GET', '/api/images/?ordering=colour')).statusCode).toBe(400);
  });

  it('I-118 goes page by page, and leads from one to the next', async () => {
    const first = (await john.ask('GET', '/api/images/?page_size=1')).json();
    const second = (await john.ask('GET', first.next.replace(/^https?:\/\/[^/]+/, ''))).json();
    expect([second.results.length, second.results[0].id === first.results[0].id]).toEqual([1, false]);
    expect(second.previous).toContain('/api/images/');
  });
});

describe('one picture', () => {
  it('I-120 I-121 I-050 I-051 has every printed field: both addresses, its making in seconds, model, steps and guidance', async () => {
    await judge(made, { action: 'validate', validation_notes: 'Image parfaite pour Instagram' });
    const reply = await john.ask('GET', `/api/images/${made}/`);
    expect([reply.statusCode, documentedFields('images.images.get').length]).toEqual([200, 22]);
    expect(departuresFrom('images.images.get', reply.json())).toEqual([]);
    const { image_url, image_file, generation_time } = reply.json();
    for (const address of [image_url, image_file]) expect((await john.ask('GET', new URL(address).pathname)).statusCode).toBe(200);
    expect([generation_time > 0, generation_time < 600]).toEqual([true, true]);
  });

  it('I-122 I-123 I-124 I-125 is validated and rejected, with notes and without, in the printed form', async () => {
    const id = await john.picture({ prompt: 'Un marché' });
    const good = await judge(id, { action: 'validate', validation_notes: 'Parfait pour le post de demain!' });
    expect([good.statusCode, departuresFrom('images.images.validate', good.json())]).toEqual([200, []]);
    expect(good.json()).toMatchObject({
      status: 'validated',
      validation_notes: 'Parfait pour le post de demain!',
      message: 'Image validée avec succès',
    });
    expect((await judge(id, { action: 'reject' })).json()).toMatchObject({ status: 'rejected' });
    for (const body of [{}, { action: 'approve' }]) {
      const refused = await judge(id, body);
      expect([refused.statusCode, Object.keys(refused.json().details)]).toEqual([400, ['action']]);
    }
  });

  it('I-126 I-057 I-011 I-015 is deleted with 204 and no body; then it is 404', async () => {
    const id = await john.picture({ prompt: 'Un puits' });
    const gone = await john.ask('DELETE', `/api/images/${id}/`);
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    const after = await john.ask('GET', `/api/images/${id}/`);
    expect([after.statusCode, Object.keys(after.json()).sort()]).toEqual([404, ['details', 'error']]);
  });

  it('I-165 is served under /media/images/ to its owner, as the picture that was ordered', async () => {
    const { pathname } = new URL((await john.one(made)).image_file ?? '');
    expect(pathname).toMatch(/^\/media\/images\/[\w.-]+\.png$/);
    const file = await john.ask('GET', pathname);
    expect([file.statusCode, file.headers['content-type'], file.rawPayload.readUInt32BE(16)]).toEqual([200, 'image/png', 256]);
    expect((await house.jane.ask('GET', pathname)).statusCode).toBe(404);
  });
});

describe('figures', () => {
  it('I-127 I-128 counts all, by status and by style, with the mean and the sum of the seconds', async () => {
    const reply = await house.jane.ask('GET', '/api/images/statistics/');
    expect([reply.statusCode, documentedFields('images.images.statistics').length]).toEqual([200, 14]);
    expect(reply.json()).toMatchObject({ total_images: 0 });
    await house.jane.picture({ prompt: 'Une', style: 'anime' });
    const after = (await house.jane.ask('GET', '/api/images/statistics/')).json();
    expect(departuresFrom('images.images.statistics', after)).toEqual([]);
    expect(after).toMatchObject({ total_images: 1, by_status: { generated: 1 }, by_style: { anime: 1, realistic: 0 } });
    expect(after.total_generation_time).toBeCloseTo(after.average_generation_time, 1);
  });

  it('I-129 I-130 I-059 remembers each generation with its parameters', async () => {
    const { id } = (await house.jane.ask('POST', '/api/images/generate/', { ...PRINTED, style: 'artistic' })).json();
    await expect.poll(async () => (await house.jane.one(id)).status, { timeout: 10_000 }).toBe('generated');
    const reply = await house.jane.ask('GET', '/api/images/history/');
    expect([reply.statusCode, departuresFrom('images.images.history', reply.json())]).toEqual([200, []]);
    const { results } = reply.json() as { results: { image: number; status: string; parameters: object }[] };
    expect(results.find(({ image }) => image === id)).toMatchObject({
      status: 'completed',
      parameters: { style: 'artistic', width: 256, height: 256 },
    });
  });

  it('I-131 I-132 I-060 lists tags with how often they are used', async () => {
    await house.jane.picture({ prompt: 'Une autre', tags: ['nature'] });
    const reply = await house.jane.ask('GET', '/api/images/tags/');
    expect([reply.statusCode, departuresFrom('images.images.tags', reply.json())]).toEqual([200, []]);
    expect((reply.json() as { name: string; usage_count: number }[]).find(({ name }) => name === 'nature')?.usage_count).toBe(2);
  });
});
