import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { openPictureHouse, type Person, type WirePicture } from '#test/picture-house.ts';

describe('pictures', () => {
  let john: Person;
  let jane: Person;
  const idsOf = (reply: LightMyRequestResponse): number[] => reply.json<{ results: WirePicture[] }>().results.map(({ id }) => id);

  beforeAll(async () => {
    ({ john, jane } = await openPictureHouse());
  });

  it('I-031 is ordered at once and made by a job, in exactly the size that was asked', async () => {
    const reply = await john.ask('POST', '/api/images/generate/', {
      prompt: 'Un phare',
      style: 'anime',
      width: 512,
      height: 256,
      tags: ['Phare', 'phare', 'mer'],
    });
    expect(reply.statusCode).toBe(202);
    const { id, ...said } = reply.json<{ id: number }>();
    expect(said).toEqual({
      status: 'pending',
      message: 'Génération d’image en cours...',
      task_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      variations: [id],
    });
    await eventually(async () => (await john.one(id)).status).toBe('generated');
    const made = await john.one(id);
    expect(made).toMatchObject({
      prompt: 'Un phare',
      style: 'anime',
      width: 512,
      height: 256,
      tags: ['phare', 'mer'],
      user: { username: 'john' },
    });
    // I-052: what really made it, and nothing invented.
    expect(made).toMatchObject({
      ...{ generation_time: expect.any(Number), batch_id: null, parent: null },
      metadata: {
        ...{ provider: 'embedded', model: 'atelier-painter-1', steps: expect.any(Number), guidance_scale: expect.any(Number) },
        ...{ seed: expect.any(Number), request_id: null, cost_usd: 0, fell_back_from: [], near_duplicates: [] },
        notes: expect.arrayContaining([expect.objectContaining({ code: 'understood' })]),
      },
    });
    const file = await john.ask('GET', new URL(made.image_file ?? '').pathname);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/png']);
    expect([file.rawPayload.readUInt32BE(16), file.rawPayload.readUInt32BE(20)]).toEqual([512, 256]);
  });

  it('names every fault of an order and promises nothing', async () => {
    const before = (await john.ask('GET', '/api/images/history/')).json<{ count: number }>().count;
    const reply = await john.ask('POST', '/api/images/generate/', { width: 300, style: 'photo', quality: 'ultra', tags: 'x'.repeat(60) });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({
      error: 'Données invalides',
      details: { prompt: ['Ce champ est requis.'], width: ['Valeur invalide. Choisissez parmi: 256, 512, 1024'] },
    });
    expect(Object.keys(reply.json<{ details: object }>().details).sort()).toEqual(['prompt', 'quality', 'style', 'tags', 'width']);
    expect((await john.ask('GET', '/api/images/history/')).json()).toMatchObject({ count: before });
  });

  it('is validated or rejected by a person, with notes', async () => {
    const id = await john.picture({ prompt: 'Une plage', tags: ['plage'] });
    const good = await john.ask('PATCH', `/api/images/${id}/validate/`, { action: 'validate', validation_notes: 'Parfait pour demain !' });
    expect(good.json()).toEqual({
      id,
      status: 'validated',
      validation_notes: 'Parfait pour demain !',
      message: 'Image validée avec succès',
    });
    expect((await john.ask('PATCH', `/api/images/${id}/validate/`, { action: 'reject' })).json()).toMatchObject({ status: 'rejected' });
    const wrong = await john.ask('PATCH', `/api/images/${id}/validate/`, { action: 'x' });
    expect([wrong.statusCode, Object.keys(wrong.json<{ details: object }>().details)]).toEqual([400, ['action']]);
  });

  it('is found by status, by words without accents, by any or every tag, in each order, page by page', async () => {
    const forest = await john.picture({ prompt: 'Une forêt enneigée', tags: ['nature', 'hiver'] });
    const desert = await john.picture({ prompt: 'Dunes au crépuscule', tags: ['nature'] });
    expect(idsOf(await john.ask('GET', '/api/images/?search=FORET'))).toEqual([forest]);
    expect(idsOf(await john.ask('GET', '/api/images/?search=%25'))).toEqual([]);
    expect(idsOf(await john.ask('GET', '/api/images/?tags=nature,hiver&ordering=created_at'))).toEqual([forest, desert]);
    expect(idsOf(await john.ask('GET', '/api/images/?tags=nature,hiver&tags_mode=all'))).toEqual([forest]);
    expect(idsOf(await john.ask('GET', '/api/images/?tags=nature&ordering=prompt'))).toEqual([desert, forest]);
    expect(idsOf(await john.ask('GET', '/api/images/?status=rejected'))).toHaveLength(1);
    const page = (await john.ask('GET', '/api/images/?page_size=1&page=2')).json<{ count: number; next: string; previous: string }>();
    expect(page).toMatchObject({ count: 4, next: expect.stringContaining('page=3'), previous: expect.stringContaining('page=1') });
    const wrong = await john.ask('GET', '/api/images/?status=x&ordering=y');
    expect(Object.keys(wrong.json<{ details: object }>().details).sort()).toEqual(['ordering', 'status']);
  });

  it('is counted by status and style, remembered in the history, and its tags by use', async () => {
    expect((await john.ask('GET', '/api/images/statistics/')).json()).toMatchObject({
      total_images: 4,
      by_status: { pending: 0, generated: 3, validated: 0, rejected: 1, failed: 0 },
      by_style: { realistic: 3, anime: 1, artistic: 0, digital_art: 0 },
    });
    const history = (await john.ask('GET', '/api/images/history/')).json<{ count: number; results: { status: string }[] }>();
    expect([history.count, new Set(history.results.map(({ status }) => status))]).toEqual([4, new Set(['completed'])]);
    const tags = (await john.ask('GET', '/api/images/tags/')).json<{ name: string; usage_count: number }[]>();
    expect(tags[0]).toMatchObject({ name: 'nature', usage_count: 2 });
  });

  it('is nobody else’s, and goes with its file', async () => {
    const id = await john.picture({ prompt: 'Un baobab' });
    const { pathname } = new URL((await john.one(id)).image_file ?? '');
    for (const [method, url] of [
      ['GET', `/api/images/${id}/`],
      ['DELETE', `/api/images/${id}/`],
      ['GET', pathname],
    ] as const)
      expect((await jane.ask(method, url)).statusCode).toBe(404);
    expect((await jane.ask('GET', '/api/images/')).json()).toMatchObject({ count: 0, results: [] });
    expect((await john.ask('DELETE', `/api/images/${id}/`)).statusCode).toBe(204);
    expect((await john.ask('GET', `/api/images/${id}/`)).statusCode).toBe(404);
    expect((await john.ask('GET', pathname)).statusCode).toBe(404);
  });

  it('stays while a planned post needs it', async () => {
    const id = await john.picture({ prompt: 'Une place' });
    await john.ask('PATCH', `/api/images/${id}/validate/`, { action: 'validate' });
    const plan = { image: id, scheduled_time: new Date(Date.now() + 86_400_000), platform: 'instagram', caption: 'Bonjour' };
    const post = await john.ask('POST', '/api/scheduler/schedule/', plan);
    expect(post.statusCode).toBe(201);
    const refused = await john.ask('DELETE', `/api/images/${id}/`);
    expect([refused.statusCode, refused.json()]).toEqual([
      409,
      {
        error: 'Cette image sert à une publication prévue. Annulez d’abord la publication, ou choisissez-lui une autre image.',
        details: {},
      },
    ]);
    await john.ask('POST', `/api/scheduler/posts/${post.json<{ id: number }>().id}/cancel/`);
    expect((await john.ask('DELETE', `/api/images/${id}/`)).statusCode).toBe(204);
  });
});
