import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { eventually } from '#test/eventually.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';
import { toldAbout } from '#test/told.ts';
import { faultsOf, type Person, somebody } from '../projects/test-house.ts';
import { filmOf, SCENES, type Status, start, statusOf, untilOver } from './test-house.ts';

let atelier: Atelier;
let person: Person;
let receiver: WebhookReceiver;

beforeAll(async () => {
  atelier = await startAtelier({ demo: true, work: true, listen: true });
  person = await somebody(atelier);
  receiver = await startWebhookReceiver();
  afterFile(receiver.close);
}, 240_000);

const STEPS = ['script', 'images', 'videos', 'voice', 'music', 'montage'];
const eventsOf = (projectId: unknown): readonly { event: string; data: Record<string, unknown> }[] =>
  receiver.received
    .map(({ raw }) => JSON.parse(raw) as { event: string; data: Record<string, unknown> })
    .filter(({ data }) => data['project_id'] === projectId);

type News = { readonly type: string; readonly [name: string]: unknown };
/** Keeps what is told of a project. */
async function listenTo(id: string, news: News[]): Promise<WebSocket> {
  const socket = new WebSocket(`${atelier.url.replace(/^http/, 'ws')}/ws`);
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  const subscribed = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as News;
      if (message.type === 'subscribed') resolve();
      if (['progress', 'step', 'completed', 'failed'].includes(message.type)) news.push(message);
    };
  });
  socket.send(JSON.stringify({ type: 'auth', token: `Bearer ${person.token}` }));
  socket.send(JSON.stringify({ type: 'subscribe', channel: `project:${id}` }));
  await subscribed;
  return socket;
}

describe('V-037…V-044 V-050…V-054 from a sentence to a film', () => {
  let path = '';
  const seen: Status[] = [];
  const news: News[] = [];

  it('begins, and is answered as documented', { timeout: 120_000 }, async () => {
    await person.ask('POST', '/webhooks', { url: receiver.url, events: ['project.started', 'project.completed', 'project.failed'] });
    const { body } = await person.ask('POST', '/projects', {
      ...{ title: 'Le phare', prompt: 'Un phare dans la brume, en quelques mots', config: { target_duration: 6, seed: 7, ratio: '1:1' } },
    });
    path = `/projects/${String(body['id'])}`;
    const socket = await listenTo(String(body['id']), news);
    const { status, body: answer } = await start(person, path);
    expect(status).toBe(202);
    expect(answer).toMatchObject({ id: body['id'], status: 'scripting', estimated_duration: expect.any(Number) });
    expect(answer['pipeline_id']).toMatch(/^pipe-/);
    await untilOver(person, path, (now) => void seen.push(now));
    afterFile(async () => socket.close());
  });

  it('goes through the documented statuses, its progress never back', () => {
    const order = ['scripting', 'generating', 'rendering', 'completed'];
    const ranks = seen.map(({ status }) => order.indexOf(status));
    expect(ranks).toEqual([...ranks].sort());
    const percents = seen.map(({ progress }) => progress);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.every(Number.isInteger)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ status: 'completed', progress: 100, current_step: null, estimated_remaining_seconds: 0 });
    expect(seen.filter(({ status }) => status !== 'completed').every(({ progress }) => progress < 100)).toBe(true);
  });

  it('says what is at work, what is done and what is left', () => {
    const painting = seen.find(({ current_step: step }) => step?.name === 'image_generation');
    expect(painting).toMatchObject({
      current_step: { agent: 'image_agent', items_total: 1 },
      steps_completed: expect.arrayContaining(['script']),
    });
    expect(painting?.steps_remaining).toContain('montage');
    const last = seen.at(-1);
    expect([...(last?.steps_completed ?? []), ...(last?.steps_skipped ?? [])].sort()).toEqual([...STEPS].sort());
    expect(last?.logs.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['Starting image generation for 1 scene', expect.stringMatching(/^Film video-\w+ is ready$/)]),
    );
    expect(last?.providers_used).toMatchObject({ script: ['embedded'], images: ['embedded'] });
  });

  it('is answered whole: every step, every asset, the film', async () => {
    const { body } = await person.ask('GET', path);
    const done = { status: expect.stringMatching(/^(completed|skipped)$/), progress: 100 };
    expect(body).toMatchObject({
      status: 'completed',
      progress: { overall: 100, current_step: null, steps: { script: done, images: done, videos: done, voice: done, montage: done } },
      video_id: expect.stringMatching(/^video-/),
    });
    const assets = body['assets'] as { id: string; type: string; status: string }[];
    expect(new Set(assets.map(({ type }) => type))).toEqual(new Set(['image', 'video', 'music']));
    const film = await atelier.doors.video.inject({
      ...{ url: new URL(String(body['video_url'])).pathname, headers: { authorization: `Bearer ${person.token}` } },
    });
    expect([film.statusCode, film.rawPayload.subarray(4, 8).toString()]).toEqual([200, 'ftyp']);
    expect((await person.ask('GET', '/projects?status=completed')).body['total']).toBe(1);
  });

  it('V-118 V-119 V-128 is told to webhooks', async () => {
    const id = path.split('/').at(-1);
    await eventually(() => eventsOf(id).map(({ event }) => event)).toEqual(['project.started', 'project.completed']);
    const [, { data } = { data: {} }] = eventsOf(id);
    expect(data).toMatchObject({ project_id: id, video_url: seen.at(-1)?.video_url, duration: expect.any(Number) });
    expect(await toldAbout(atelier.database.db, person.accountId, `/films/${id}`)).toMatchObject([{ kind: 'film.finished' }]);
  });

  it('V-131 V-132 is told live: progress, steps, the end; who comes late gets the end', async () => {
    await eventually(() => news.at(-1)?.type).toBe('completed');
    const told = news.filter(({ type }) => type === 'progress').map(({ progress }) => progress as number);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(news).toContainEqual(
      expect.objectContaining({ type: 'step', step: 'images', status: 'completed', items_completed: 1, items_total: 1 }),
    );
    const end = { type: 'completed', video_id: seen.at(-1)?.video_id, video_url: seen.at(-1)?.video_url };
    expect(news.at(-1)).toMatchObject(end);
    const late: News[] = [];
    const socket = await listenTo(path.split('/').at(-1) ?? '', late);
    await eventually(() => late).toContainEqual(expect.objectContaining(end));
    socket.close();
  });

  it('pain 4: one scene is changed alone; only what follows from it is made again', { timeout: 180_000 }, async () => {
    const two = await filmOf(person, { ratio: '1:1', music: false });
    await start(person, two, { skip_steps: ['montage'] });
    const first = await untilOver(person, two);
    expect(first).toMatchObject({ status: 'completed', items_reused: 0, video_id: null });
    await person.ask('PATCH', `${two}/scenes/2`, { image_prompt: 'a lighthouse at night' });
    const { body } = await person.ask('POST', `${two}/estimate`, {});
    expect(body['steps']).toEqual(expect.arrayContaining([expect.objectContaining({ step: 'images', to_make: 1, reused: 1 })]));
    await start(person, two, { skip_steps: ['montage'] });
    // The picture and the clip of the first scene.
    expect(await untilOver(person, two)).toMatchObject({ status: 'completed', items_reused: 2 });
    await person.ask('PATCH', `${two}/scenes/1`, { redo: ['image'] });
    await start(person, two, { skip_steps: ['montage'] });
    expect(await untilOver(person, two)).toMatchObject({ status: 'completed', items_reused: 2 });
  });
});

describe('V-045 a start', () => {
  it('leaves out what it is told to; what is left out is said to be skipped', { timeout: 120_000 }, async () => {
    const path = await filmOf(person);
    await start(person, path, { skip_steps: ['images', 'videos', 'voice', 'music', 'montage'] });
    const last = await untilOver(person, path);
    expect(last).toMatchObject({ status: 'completed', steps_completed: ['script'], video_id: null });
    expect(last.steps_skipped).toEqual(STEPS.slice(1));
    expect((await person.ask('GET', path)).body['assets']).toEqual([]);
  });

  it('without new pictures shows those that are there; without any it is refused', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, { ratio: '1:1', music: false });
    const refused = await start(person, path, { skip_steps: ['images'] });
    expect([refused.status, faultsOf(refused)]).toEqual([400, { 'pipeline_config.skip_steps': 'needs_pictures' }]);
    await start(person, path, { skip_steps: ['montage', 'videos'] });
    await untilOver(person, path);
    await start(person, path, { skip_steps: ['images'] });
    const last = await untilOver(person, path);
    expect(last).toMatchObject({
      status: 'completed',
      video_id: expect.stringMatching(/^video-/),
      steps_skipped: ['images', 'voice', 'music'],
    });
    expect(last.logs.map(({ message }) => message)).toContain('Nobody speaks fr here: the film is silent, with its words on the picture');
  });

  it('stops after the script when it shall, and the project is a draft again', { timeout: 120_000 }, async () => {
    const { body } = await person.ask('POST', '/projects', { title: 'Thé', prompt: 'Le thé à la menthe', config: { target_duration: 12 } });
    const path = `/projects/${String(body['id'])}`;
    expect((await person.ask('POST', `${path}/start`, { until: 'script' })).status).toBe(202);
    await eventually(async () => (await statusOf(person, path)).steps_completed).toEqual(['script']);
    expect((await statusOf(person, path)).status).toBe('draft');
    const script = (await person.ask('GET', `${path}/script`)).body as { source: string; language: string; scenes: object[] };
    expect([script.source, script.language, script.scenes.length]).toEqual(['embedded', 'fr', 2]);
    // Another sentence asks for another script; a person's own would stay.
    await person.ask('PATCH', path, { prompt: 'Le café turc' });
    expect((await person.ask('GET', `${path}/script`)).status).toBe(404);
  });

  it('names every fault, and starts nothing', async () => {
    const path = await filmOf(person);
    const config = { skip_steps: ['script', 'x'], providers: { llm: 'x', image: 'x', video: 'x', voice: 'x', music: 'x' }, budget_usd: -1 };
    const answer = await person.ask('POST', `${path}/start`, {
      pipeline_config: { ...config, render: { quality: 'x', scale: 3 } },
      until: 'x',
    });
    expect(answer.status).toBe(400);
    expect(faultsOf(answer)).toEqual({
      ...{ 'pipeline_config.skip_steps': 'choice', 'pipeline_config.budget_usd': 'minimum', until: 'choice' },
      ...Object.fromEntries(['llm', 'image', 'video', 'voice', 'music'].map((kind) => [`pipeline_config.providers.${kind}`, 'choice'])),
      ...{ 'pipeline_config.render.quality': 'choice', 'pipeline_config.render.scale': 'choice' },
    });
    expect(await statusOf(person, path)).toMatchObject({ status: 'draft', pipeline_id: null });
  });

  it('V-046…V-049 takes the names of the document, and says who really made it', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, { ratio: '1:1', music: false });
    const providers = { llm: 'openai', image: 'dalle3', video: 'runway', voice: 'elevenlabs' };
    expect((await start(person, path, { skip_steps: ['montage'], providers })).status).toBe(202);
    expect((await untilOver(person, path)).providers_used).toEqual({ images: ['embedded'], videos: ['embedded'] });
  });

  it('V-013 is refused while one runs; the same key answers again', { timeout: 120_000 }, async () => {
    const path = await filmOf(person);
    const key = { 'idempotency-key': 'film-1' };
    const body = { pipeline_config: { skip_steps: ['montage', 'music'] } };
    const first = await person.ask('POST', `${path}/start`, body, key);
    const again = await person.ask('POST', `${path}/start`, body, key);
    expect([again.status, again.body['pipeline_id']]).toEqual([202, first.body['pipeline_id']]);
    const second = await person.ask('POST', `${path}/start`, body);
    expect([second.status, second.body]).toMatchObject([409, { error: { code: 'ALREADY_RUNNING' } }]);
    expect((await person.ask('PATCH', path, { title: 'x' })).status).toBe(409);
    expect((await person.ask('DELETE', path)).status).toBe(409);
    await person.ask('POST', `${path}/cancel`);
  });

  it('pain 20: says before what it would make, take and cost, and starts nothing', async () => {
    const path = await filmOf(person);
    const { status, body } = await person.ask('POST', `${path}/start`, { dry_run: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ dry_run: true, cost_usd: 0, within_budget: true, estimated_duration: expect.any(Number) });
    expect(body['steps']).toMatchObject([
      { step: 'script', to_make: 0, reused: 1 },
      { step: 'images', to_make: 2, reused: 0, provider: 'embedded', cost_usd: 0 },
      { step: 'videos', to_make: 2 },
      { step: 'voice', to_make: 2 },
      { step: 'music', to_make: 1 },
      { step: 'montage', to_make: 1 },
    ]);
    expect(await statusOf(person, path)).toMatchObject({ status: 'draft', pipeline_id: null, progress: 0, current_step: null });
  });
});

describe('V-055 V-160 a cancel', () => {
  it('stops the run and its items, and what is made stays', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, {}, [...SCENES, ...SCENES.map(({ narration }) => ({ narration: `${narration} Encore.` }))]);
    await start(person, path);
    await eventually(async () => (await statusOf(person, path)).status).toBe('generating');
    const { status, body } = await person.ask('POST', `${path}/cancel`);
    expect([status, body['status']]).toEqual([200, 'cancelled']);
    await eventually(async () => {
      const assets = (await person.ask('GET', path)).body['assets'] as { status: string }[];
      return assets.every((asset) => ['completed', 'cancelled'].includes(asset.status));
    }).toBe(true);
    const again = await person.ask('POST', `${path}/cancel`);
    expect([again.status, again.body]).toMatchObject([409, { error: { code: 'NOT_RUNNING' } }]);
    await start(person, path, { skip_steps: ['montage', 'music'] });
    expect((await untilOver(person, path)).status).toBe('completed');
  });

  it('of the montage stops the render', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, { ratio: '1:1', music: false });
    await start(person, path, { skip_steps: ['montage', 'videos'] });
    await untilOver(person, path);
    await person.ask('POST', `${path}/start`, { pipeline_config: { render: { quality: 'archive' } } });
    await eventually(async () => (await statusOf(person, path)).status).toBe('rendering');
    const { body } = await person.ask('POST', `${path}/cancel`);
    expect(body['status']).toBe('cancelled');
    const { render_id: id } = (await person.ask('GET', `${path}/status`)).body;
    expect((await person.ask('GET', `/videos/render/${String(id)}/status`)).body['status']).toBe('cancelled');
  });
});

it('a project takes its files with it', { timeout: 120_000 }, async () => {
  const path = await filmOf(person, { ratio: '1:1', music: false });
  await start(person, path, { skip_steps: ['montage'] });
  await untilOver(person, path);
  const id = path.split('/').at(-1) ?? '';
  const { rows } = await sql<{ file: string }>`select file from video.assets where project_id = ${id} and file is not null`.execute(
    atelier.database.db,
  );
  expect(rows.length).toBe(2);
  expect((await person.ask('DELETE', path)).status).toBe(204);
  const kept = await sql`select name from kernel.files where name = any(${rows.map(({ file }) => file)}::text[])`.execute(
    atelier.database.db,
  );
  expect(kept.rows).toEqual([]);
});
