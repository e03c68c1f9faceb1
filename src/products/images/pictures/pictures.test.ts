import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { type Atelier, startAtelier } from '#test/support.ts';

interface Wire {
  readonly id: number;
  readonly status: string;
  readonly prompt: string;
  readonly tags: readonly string[];
  readonly image_file: string | null;
}

describe('pictures', () => {
  let atelier: Atelier;
  const [john, jane] = [{ token: '' }, { token: '' }];
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, who = john): Promise<LightMyRequestResponse> =>
    atelier.doors.images.inject({ method, url, ...(payload ? { payload } : {}), headers: { authorization: `Bearer ${who.token}` } });
  const one = async (id: number): Promise<Wire> => (await ask('GET', `/api/images/${id}/`)).json<Wire>();
  const idsOf = (reply: LightMyRequestResponse): number[] => reply.json<{ results: Wire[] }>().results.map(({ id }) => id);

  /** Ordered and made. */
  async function picture(order: object): Promise<number> {
    const { id } = (await ask('POST', '/api/images/generate/', { width: 256, height: 256, ...order })).json<{ id: number }>();
    await eventually(async () => (await one(id)).status).toBe('generated');
    return id;
  }

  beforeAll(async () => {
    atelier = await startAtelier({ work: true });
    for (const [name, who] of [
      ['john', john],
      ['jane', jane],
    ] as const) {
      const account = { username: name, email: `${name}@example.com`, password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' };
      const reply = await atelier.doors.images.inject({ method: 'POST', url: '/api/auth/register/', payload: account });
      who.token = reply.json<{ tokens: { access: string } }>().tokens.access;
    }
  });

  it('I-020 is ordered at once and made by a job, in exactly the size that was asked', async () => {
    const reply = await ask('POST', '/api/images/generate/', {
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
    });
    await eventually(async () => (await one(id)).status).toBe('generated');
    const made = await one(id);
    expect(made).toMatchObject({
      prompt: 'Un phare',
      style: 'anime',
      width: 512,
      height: 256,
      tags: ['phare', 'mer'],
      user: { username: 'john' },
    });
    expect(made).toMatchObject({ generation_time: expect.any(Number), metadata: { provider: 'embedded', model: expect.any(String) } });
    const file = await ask('GET', new URL(made.image_file ?? '').pathname);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/png']);
    expect([file.rawPayload.readUInt32BE(16), file.rawPayload.readUInt32BE(20)]).toEqual([512, 256]);
  });

  it('names every fault of an order and promises nothing', async () => {
    const before = (await ask('GET', '/api/images/history/')).json<{ count: number }>().count;
    const reply = await ask('POST', '/api/images/generate/', { width: 300, style: 'photo', quality: 'ultra', tags: 'x'.repeat(60) });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({
      error: 'Données invalides',
      details: { prompt: ['Ce champ est requis.'], width: ['Valeur invalide. Choisissez parmi: 256, 512, 1024'] },
    });
    expect(Object.keys(reply.json<{ details: object }>().details).sort()).toEqual(['prompt', 'quality', 'style', 'tags', 'width']);
    expect((await ask('GET', '/api/images/history/')).json()).toMatchObject({ count: before });
  });

  it('is validated or rejected by a person, with notes', async () => {
    const id = await picture({ prompt: 'Une plage', tags: ['plage'] });
    const good = await ask('PATCH', `/api/images/${id}/validate/`, { action: 'validate', validation_notes: 'Parfait pour demain !' });
    expect(good.json()).toEqual({
      id,
      status: 'validated',
      validation_notes: 'Parfait pour demain !',
      message: 'Image validée avec succès',
    });
    expect((await ask('PATCH', `/api/images/${id}/validate/`, { action: 'reject' })).json()).toMatchObject({ status: 'rejected' });
    const wrong = await ask('PATCH', `/api/images/${id}/validate/`, { action: 'x' });
    expect([wrong.statusCode, Object.keys(wrong.json<{ details: object }>().details)]).toEqual([400, ['action']]);
  });

  it('is found by status, by words without accents, by any or every tag, in each order, page by page', async () => {
    const forest = await picture({ prompt: 'Une forêt enneigée', tags: ['nature', 'hiver'] });
    const desert = await picture({ prompt: 'Dunes au crépuscule', tags: ['nature'] });
    expect(idsOf(await ask('GET', '/api/images/?search=FORET'))).toEqual([forest]);
    expect(idsOf(await ask('GET', '/api/images/?search=%25'))).toEqual([]);
    expect(idsOf(await ask('GET', '/api/images/?tags=nature,hiver&ordering=created_at'))).toEqual([forest, desert]);
    expect(idsOf(await ask('GET', '/api/images/?tags=nature,hiver&tags_mode=all'))).toEqual([forest]);
    expect(idsOf(await ask('GET', '/api/images/?tags=nature&ordering=prompt'))).toEqual([desert, forest]);
    expect(idsOf(await ask('GET', '/api/images/?status=rejected'))).toHaveLength(1);
    const page = (await ask('GET', '/api/images/?page_size=1&page=2')).json<{ count: number; next: string; previous: string }>();
    expect(page).toMatchObject({ count: 4, next: expect.stringContaining('page=3'), previous: expect.stringContaining('page=1') });
    const wrong = await ask('GET', '/api/images/?status=x&ordering=y');
    expect(Object.keys(wrong.json<{ details: object }>().details).sort()).toEqual(['ordering', 'status']);
  });

  it('is counted by status and style, remembered in the history, and its tags by use', async () => {
    expect((await ask('GET', '/api/images/statistics/')).json()).toMatchObject({
      total_images: 4,
      by_status: { pending: 0, generated: 3, validated: 0, rejected: 1, failed: 0 },
      by_style: { realistic: 3, anime: 1, artistic: 0, digital_art: 0 },
    });
    const history = (await ask('GET', '/api/images/history/')).json<{ count: number; results: { status: string }[] }>();
    expect([history.count, new Set(history.results.map(({ status }) => status))]).toEqual([4, new Set(['completed'])]);
    const tags = (await ask('GET', '/api/images/tags/')).json<{ name: string; usage_count: number }[]>();
    expect(tags[0]).toMatchObject({ name: 'nature', usage_count: 2 });
  });

  it('is nobody else’s, and goes with its file', async () => {
    const id = await picture({ prompt: 'Un baobab' });
    const { pathname } = new URL((await one(id)).image_file ?? '');
    for (const [method, url] of [
      ['GET', `/api/images/${id}/`],
      ['DELETE', `/api/images/${id}/`],
      ['GET', pathname],
    ] as const)
      expect((await ask(method, url, undefined, jane)).statusCode).toBe(404);
    expect((await ask('GET', '/api/images/', undefined, jane)).json()).toMatchObject({ count: 0, results: [] });
    expect((await ask('DELETE', `/api/images/${id}/`)).statusCode).toBe(204);
    expect((await ask('GET', `/api/images/${id}/`)).statusCode).toBe(404);
    expect((await ask('GET', pathname)).statusCode).toBe(404);
  });
});
