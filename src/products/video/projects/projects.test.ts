import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver } from '#simulators/webhook-receiver.ts';
import { eventually } from '#test/eventually.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';
import { faultsOf, type Person, somebody } from './test-house.ts';

let atelier: Atelier;
let owner: Person['ask'];
let other: Person['ask'];

beforeAll(async () => {
  atelier = await startAtelier({ demo: true, work: true });
  [owner, other] = [(await somebody(atelier)).ask, (await somebody(atelier)).ask];
});

const DOCUMENTED = {
  title: 'Ma Vidéo IA',
  description: 'Une vidéo générée par IA sur le machine learning',
  prompt: 'Créer une vidéo explicative de 2 minutes sur le machine learning pour débutants',
  config: { target_duration: 120, format: 'medium', language: 'fr', style: 'professional' },
};

describe('V-028…V-034 V-144…V-146 a new project', () => {
  it('is answered as documented, a draft, every part of its config said', async () => {
    const { status, body } = await owner('POST', '/projects', DOCUMENTED);
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Ma Vidéo IA', description: DOCUMENTED.description, status: 'draft' });
    expect(body['id']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(body['created_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(body['config']).toEqual({
      ...DOCUMENTED.config,
      ...{ image_style: 'realistic', ratio: '16:9', voice_id: 'thomas', music: { style: '', volume: 0.45 } },
      captions: { look: 'outline', size: 'medium', place: 'bottom' },
      ...{ seed: expect.any(Number), budget_usd: null, brand: null },
    });
  });

  it.each([
    [{}, { target_duration: 60, format: 'medium', language: null, voice_id: 'thomas' }],
    [{ format: 'long' }, { target_duration: 180, format: 'long' }],
    [{ target_duration: 10 }, { target_duration: 10, format: 'short' }],
    [{ language: 'ar' }, { voice_id: 'youssef' }],
    [
      { voice_id: null, music: false, captions: false },
      { voice_id: null, music: null, captions: null },
    ],
    [
      { music: true, captions: { size: 'large' } },
      { music: { style: '', volume: 0.45 }, captions: { look: 'outline', size: 'large', place: 'bottom' } },
    ],
  ])('with %j has %j', async (config, expected) => {
    expect((await owner('POST', '/projects', { title: 'a', prompt: 'b', config })).body['config']).toMatchObject(expected);
  });

  it('V-008 V-009 is refused whole, every field named', async () => {
    const config = {
      ...{ target_duration: 4, format: 'x', language: 'de', style: 7, image_style: 'x', ratio: '2:1', voice_id: 5, music: 3 },
      ...{ captions: { look: 'x', size: 'x', place: 'x' }, seed: -1, budget_usd: 'x', brand: { corner: 'x' } },
    };
    const before = (await owner('GET', '/projects')).body['total'];
    const answer = await owner('POST', '/projects', { description: 'x'.repeat(2001), config });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'VALIDATION_ERROR', details: { field: 'title', constraint: 'required' } } });
    expect(faultsOf(answer)).toEqual({
      ...{ title: 'required', prompt: 'required', description: 'max_length' },
      ...{ 'config.target_duration': 'minimum', 'config.format': 'choice', 'config.language': 'choice', 'config.style': 'type' },
      ...{ 'config.image_style': 'choice', 'config.ratio': 'choice', 'config.voice_id': 'type', 'config.music': 'type' },
      ...{ 'config.captions.look': 'choice', 'config.captions.size': 'choice', 'config.captions.place': 'choice' },
      ...{ 'config.seed': 'minimum', 'config.budget_usd': 'type', 'config.brand.asset_id': 'required', 'config.brand.corner': 'choice' },
    });
    expect((await owner('GET', '/projects')).body['total']).toBe(before);
    expect(faultsOf(await owner('POST', '/projects', { title: 'a', prompt: 'b', config: 'short' }))).toEqual({ config: 'type' });
  });

  it('sent again under one key is one project', async () => {
    const key = { 'idempotency-key': 'projet-1' };
    const first = await owner('POST', '/projects', DOCUMENTED, key);
    const second = await owner('POST', '/projects', DOCUMENTED, key);
    expect([second.body['id'], second.headers['idempotent-replayed']]).toEqual([first.body['id'], 'true']);
  });

  it('V-117 is told to webhooks', async () => {
    const receiver = await startWebhookReceiver();
    afterFile(receiver.close);
    await owner('POST', '/webhooks', { url: receiver.url, events: ['project.created'] });
    const { body } = await owner('POST', '/projects', DOCUMENTED);
    await eventually(() => receiver.received.map(({ raw }) => JSON.parse(raw) as object)).toContainEqual(
      expect.objectContaining({ event: 'project.created', data: expect.objectContaining({ project_id: body['id'], status: 'draft' }) }),
    );
  });
});

describe('V-026 V-027 V-035 V-036 V-147…V-152 the list', () => {
  let mine: Person['ask'];
  beforeAll(async () => {
    mine = (await somebody(atelier)).ask;
    for (let n = 1; n <= 12; n += 1)
      await mine('POST', '/projects', { title: `Film ${n}`, description: n === 3 ? 'À Béjaïa, l’été' : '', prompt: 'x' });
  });

  it('has pages of ten, newest first, and is cut to a hundred', async () => {
    const first = (await mine('GET', '/projects')).body as { items: { title: string }[] };
    expect(first).toMatchObject({ total: 12, page: 1, limit: 10, pages: 2 });
    const second = (await mine('GET', '/projects?page=2')).body as { items: { title: string }[] };
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(Array.from({ length: 12 }, (_, n) => `Film ${12 - n}`));
    expect((await mine('GET', '/projects?limit=500')).body['limit']).toBe(100);
    expect((await mine('GET', '/projects?page=0')).status).toBe(400);
  });

  it('is searched in title and description, however it is typed', async () => {
    for (const search of ['bejaia', 'BÉJAÏA', 'l ete', 'film 3'])
      expect((await mine('GET', `/projects?search=${encodeURIComponent(search)}`)).body, search).toMatchObject({ total: 1 });
    expect((await mine('GET', '/projects?search=%25')).body['total']).toBe(0);
  });

  it('is filtered by status; a wrong one is named', async () => {
    expect((await mine('GET', '/projects?status=draft')).body['total']).toBe(12);
    expect((await mine('GET', '/projects?status=completed')).body['total']).toBe(0);
    expect(faultsOf(await mine('GET', '/projects?status=none'))).toEqual({ status: 'choice' });
  });

  it('V-019 V-023 counts against the limit of projects', async () => {
    expect((await mine('GET', '/projects')).headers['x-ratelimit-limit']).toBe(String(100 * 1000));
  });
});

describe('V-153 V-154 one project', () => {
  it('before its first start: nothing done, nothing made', async () => {
    const { body: made } = await owner('POST', '/projects', DOCUMENTED);
    const { status, body } = await owner('GET', `/projects/${String(made['id'])}`);
    expect(status).toBe(200);
    const pending = { status: 'pending', progress: 0 };
    expect(body).toMatchObject({
      ...{ status: 'draft', assets: [], pipeline_id: null, error: null },
      progress: {
        ...{ overall: 0, current_step: null },
        steps: { script: pending, images: pending, videos: pending, voice: pending, montage: pending },
      },
    });
  });

  it('is changed field by field; what is not sent stays', async () => {
    const { body: made } = await owner('POST', '/projects', {
      ...DOCUMENTED,
      config: { ...DOCUMENTED.config, seed: 9, music: { style: 'lofi' } },
    });
    const path = `/projects/${String(made['id'])}`;
    const { body } = await owner('PATCH', path, { title: 'Neu', config: { ratio: '9:16', music: { volume: 0.2 }, language: 'en' } });
    expect(body).toMatchObject({
      ...{ title: 'Neu', description: DOCUMENTED.description },
      config: { seed: 9, ratio: '9:16', music: { style: 'lofi', volume: 0.2 }, target_duration: 120, language: 'en', voice_id: 'rachel' },
    });
    expect(faultsOf(await owner('PATCH', path, { title: '', config: { seed: 1.5 } }))).toEqual({
      title: 'required',
      'config.seed': 'integer',
    });
    expect((await owner('GET', '/projects?search=neu')).body['total']).toBe(1);
  });

  it('V-012 does not exist for others, nor when it is deleted', async () => {
    const { body: made } = await owner('POST', '/projects', DOCUMENTED);
    const path = `/projects/${String(made['id'])}`;
    const script = { scenes: [{ narration: 'a' }] };
    for (const [method, tail, body] of [
      ...([
        ['GET', ''],
        ['PATCH', '', {}],
        ['DELETE', ''],
        ['POST', '/start', {}],
        ['GET', '/status'],
        ['POST', '/cancel', {}],
      ] as const),
      ...([
        ['POST', '/estimate', {}],
        ['GET', '/script'],
        ['PUT', '/script', script],
        ['PATCH', '/scenes/1', {}],
      ] as const),
    ])
      expect((await other(method, `${path}${tail}`, body)).status, `${method} ${tail}`).toBe(404);
    expect((await owner('DELETE', path)).status).toBe(204);
    expect((await owner('GET', path)).status).toBe(404);
    expect((await owner('GET', '/projects/no-uuid')).status).toBe(404);
  });
});

describe('a script', () => {
  const scenes = [
    { narration: 'Le matin se lève.', image_prompt: 'dawn', on_screen: 'Le matin', seconds: 3 },
    { narration: 'La ville s’éveille doucement autour du port.' },
  ];
  const open = async (): Promise<string> => `/projects/${String((await owner('POST', '/projects', DOCUMENTED)).body['id'])}`;

  it('of one’s own needs only what is said; what is left out is reckoned', async () => {
    const path = await open();
    expect((await owner('GET', `${path}/script`)).status).toBe(404);
    const { status, body } = await owner('PUT', `${path}/script`, { scenes });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, title: 'Ma Vidéo IA', language: 'fr', source: 'person' });
    expect(body['scenes']).toMatchObject([
      { id: 1, seconds: 3, own_image: null, takes: { image: 0, voice: 0, clip: 0 } },
      { id: 2, image_prompt: scenes[1]?.narration, seconds: expect.any(Number) },
    ]);
  });

  it('keeps the numbers of scenes that are moved, and gives new ones new numbers', async () => {
    const path = await open();
    await owner('PUT', `${path}/script`, { scenes });
    const { body } = await owner('PUT', `${path}/script`, {
      scenes: [{ id: 2 }, { narration: 'Neuve' }, { id: 1, narration: 'Le soir.' }],
    });
    expect((body['scenes'] as { id: number; narration: string }[]).map(({ id, narration }) => [id, narration])).toEqual([
      [2, scenes[1]?.narration],
      [3, 'Neuve'],
      [1, 'Le soir.'],
    ]);
  });

  it('names every fault of every scene', async () => {
    const answer = await owner('PUT', `${await open()}/script`, {
      scenes: [{ id: 1, narration: 'a' }, { id: 1, narration: '' }, 'x', { narration: 'b', seconds: 0, own_image: 'img-none' }],
    });
    expect(faultsOf(answer)).toEqual({
      ...{ 'scenes[1].id': 'unique', 'scenes[1].narration': 'required', 'scenes[2]': 'type', 'scenes[2].narration': 'required' },
      'scenes[3].seconds': 'minimum',
    });
    expect(faultsOf(await owner('PUT', `${await open()}/script`, { scenes: [] }))).toEqual({ scenes: 'items' });
    expect(faultsOf(await owner('PUT', `${await open()}/script`, {}))).toEqual({ scenes: 'required' });
    const unknown = await owner('PUT', `${await open()}/script`, { scenes: [{ narration: 'b', own_image: 'img-none' }] });
    expect(faultsOf(unknown)).toEqual({ 'scenes[0].own_image': 'exists' });
  });

  it('of an older reading is refused', async () => {
    const path = await open();
    await owner('PUT', `${path}/script`, { scenes });
    await owner('PATCH', `${path}/scenes/1`, { narration: 'Autre.' });
    const late = await owner('PATCH', `${path}/scenes/1`, { narration: 'Encore.', version: 1 });
    expect([late.status, late.body]).toMatchObject([409, { error: { code: 'SCRIPT_CHANGED' } }]);
    expect((await owner('PATCH', `${path}/scenes/1`, { narration: 'Encore.', version: 2 })).status).toBe(200);
  });

  it('one scene is changed alone, or taken again', async () => {
    const path = await open();
    await owner('PUT', `${path}/script`, { scenes });
    const { body } = await owner('PATCH', `${path}/scenes/2`, { on_screen: 'Le port', redo: ['image', 'voice'] });
    expect(body['scenes']).toMatchObject([
      { on_screen: 'Le matin', takes: { image: 0 } },
      { on_screen: 'Le port', takes: { image: 1, voice: 1, clip: 0 } },
    ]);
    expect(faultsOf(await owner('PATCH', `${path}/scenes/2`, { redo: ['all'], seconds: 'x' }))).toEqual({
      redo: 'choice',
      seconds: 'type',
    });
    expect((await owner('PATCH', `${path}/scenes/9`, {})).status).toBe(404);
  });
});
