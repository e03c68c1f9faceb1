import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ImageRefusal, type PaintedImage } from '#capabilities/generation/generation.ts';
import type { WebhookEvent } from '#capabilities/webhooks/webhooks.ts';
import { systemClock } from '#kernel/clock.ts';

import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { type Atelier, type Caller, log, startAtelier } from '#test/support.ts';
import { recordNotices } from '#test/told.ts';
import { type MakingTools, make } from './making.ts';

type Tries = { results: { status: string; image: number }[] };

describe('the making of a picture', () => {
  let atelier: Atelier;
  let person: Caller;
  let painted: PaintedImage;
  let told: WebhookEvent[] = [];

  beforeAll(async () => {
    atelier = await startAtelier(); // nobody works: each job is done by hand
    person = await atelier.as('user');
    const png = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    painted = {
      ...{ png, provider: 'replicate', model: 'black-forest-labs/flux-schnell', seed: 7, steps: 4, guidanceScale: null },
      ...{ requestId: 'pred-1', costUsd: 0.003, revisedPrompt: 'A lighthouse', notes: [{ code: 'style_as_words' }] },
      fellBackFrom: [{ provider: 'openai', why: 'rate_limited' }],
    };
  });
  beforeEach(() => {
    told = [];
  });

  const toolsWith = (paintImage: MakingTools['generation']['paintImage'], emit?: MakingTools['webhooks']['emit']): MakingTools => {
    const { config, database } = atelier;
    const files = createFiles(createStorage(config, log), database.db, systemClock);
    const webhooks = { emit: emit ?? (async (_tx: unknown, event: WebhookEvent) => void told.push(event)) };
    return { config, db: database.db, clock: systemClock, files, generation: { paintImage }, webhooks, notices: recordNotices().notices };
  };
  const context = (isLast = false) => ({ signal: new AbortController().signal, isLast, attempt: 1, id: 'by-hand' });
  const get = async <T>(url: string): Promise<T> => (await person.inject({ url })).json<T>();
  async function ordered(): Promise<{ id: number; generationId: number }> {
    const payload = { prompt: 'Un phare', width: 256, height: 256 };
    const { id } = (await person.inject({ method: 'POST', url: '/api/images/generate/', payload })).json<{ id: number }>();
    const { results } = await get<{ results: { id: number }[] }>('/api/images/history/');
    return { id, generationId: results[0]?.id ?? 0 };
  }
  const statusOf = async ({ id }: { id: number }) => (await get<{ status: string }>(`/api/images/${id}/`)).status;

  it('I-052 keeps what the provider says, and I-084 tells of it once, in the documented form', async () => {
    const task = await ordered();
    const tools = toolsWith(async () => painted);
    await make(tools, task, context());
    await make(tools, task, context());
    const detail = await get<object>(`/api/images/${task.id}/`);
    expect(detail).toMatchObject({
      status: 'generated',
      metadata: {
        ...{
          provider: 'replicate',
          model: 'black-forest-labs/flux-schnell',
          steps: 4,
          guidance_scale: null,
          seed: 7,
          request_id: 'pred-1',
        },
        ...{ cost_usd: 0.003, revised_prompt: 'A lighthouse', notes: [{ code: 'style_as_words' }] },
        fell_back_from: [{ provider: 'openai', why: 'rate_limited' }],
      },
    });
    expect(told).toEqual([{ product: 'images', accountId: person.accountId, event: 'image.generated', data: detail }]);
  });

  it('names the order to the provider, so that it is not bought twice after a restart', async () => {
    const task = await ordered();
    const asked: (string | undefined)[] = [];
    const tools = toolsWith(async ({ orderKey }) => {
      asked.push(orderKey);
      throw new Error('the process died');
    });
    await expect(make(tools, task, context())).rejects.toThrow('died');
    await expect(make(tools, task, context())).rejects.toThrow('died');
    expect(new Set(asked)).toEqual(new Set([expect.stringMatching(/^[0-9a-f-]{36}$/)]));
    expect(await statusOf(task)).toBe('pending');
  });

  it('is all or nothing: an event that cannot be written takes the picture back', async () => {
    const task = await ordered();
    const fails = toolsWith(
      async () => painted,
      () => Promise.reject(new Error('no room for events')),
    );
    await expect(make(fails, task, context())).rejects.toThrow('no room');
    expect(await statusOf(task)).toBe('pending');
    await make(
      toolsWith(async () => painted),
      task,
      context(),
    );
    expect([await statusOf(task), told.length]).toEqual(['generated', 1]);
  });

  it('I-046 fails at once on a refusal for safety, with what the person can do', async () => {
    const task = await ordered();
    const reason = { fr: 'OpenAI a refusé cette description.', en: 'Refused.', ar: 'رُفض.' };
    const refuses = toolsWith(() => Promise.reject(new ImageRefusal('openai', reason)));
    await make(refuses, task, context());
    expect(await get(`/api/images/${task.id}/`)).toMatchObject({
      ...{ status: 'failed', image_file: null },
      metadata: { error: reason.fr, error_code: 'refused', provider: 'openai' },
    });
    const { results } = await get<Tries>('/api/images/history/');
    expect(results[0]).toMatchObject({ image: task.id, status: 'failed' });
    expect(told).toEqual([]);
  });

  it('fails after the last try, and says so', async () => {
    const task = await ordered();
    const breaks = toolsWith(() => Promise.reject(new Error('boom')));
    await expect(make(breaks, task, context(true))).rejects.toThrow('boom');
    expect(await get(`/api/images/${task.id}/`)).toMatchObject({
      status: 'failed',
      metadata: { error: 'L’image n’a pas pu être créée. Réessayez, ou changez la description.', error_code: 'failed' },
    });
  });

  it('keeps nothing of a picture that was deleted meanwhile', async () => {
    const task = await ordered();
    const tools = toolsWith(async () => {
      await person.inject({ method: 'DELETE', url: `/api/images/${task.id}/` });
      return painted;
    });
    await make(tools, task, context());
    expect(told).toEqual([]);
    expect((await person.inject({ url: `/api/images/${task.id}/` })).statusCode).toBe(404);
  });
});
