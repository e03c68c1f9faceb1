import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ChatModelSimulator, startChatModelSimulator } from '#simulators/chat-model.ts';
import { type ImageModelSimulator, startImageModelSimulator } from '#simulators/image-models.ts';
import { type RunwaySimulator, startRunwaySimulator } from '#simulators/runway.ts';
import { startVoiceModelSimulator, type VoiceModelSimulator } from '#simulators/voice-model.ts';
import { eventually } from '#test/eventually.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';
import { type Person, somebody } from '../projects/test-house.ts';
import { BEGIN, SWEEP } from './jobs.ts';
import { filmOf, SCENES, start, statusOf, untilOver } from './test-house.ts';

let atelier: Atelier;
let person: Person;
let chat: ChatModelSimulator;
let images: ImageModelSimulator;
let voices: VoiceModelSimulator;
let runway: RunwaySimulator;

beforeAll(async () => {
  [chat, images] = [await startChatModelSimulator(), await startImageModelSimulator()];
  [voices, runway] = [await startVoiceModelSimulator(), await startRunwaySimulator()];
  for (const { close } of [chat, images, voices, runway]) afterFile(close);
  const bought = { ...images.environmentOf('stability'), ...voices.environment, ...runway.environment };
  const words = { OPENROUTER_URL: chat.openrouterUrl, OPENROUTER_API_KEY: chat.openrouterKey };
  atelier = await startAtelier({ work: true, environment: { ...bought, ...words } });
  person = await somebody(atelier);
});

const MOVED_HERE = { providers: { video: 'embedded' } } as const;
const NO_FILM = { skip_steps: ['montage', 'music'], ...MOVED_HERE };
const SQUARE = { ratio: '1:1', music: false };

it('voices and pictures are bought, the film has a length of its words', { timeout: 120_000 }, async () => {
  const path = await filmOf(person, SQUARE);
  const before = { images: images.bought.stability, voices: voices.bill.charged };
  await start(person, path, MOVED_HERE);
  const last = await untilOver(person, path);
  expect(last).toMatchObject({ status: 'completed', providers_used: { images: ['stability'], voice: ['elevenlabs'] } });
  expect(images.bought.stability - before.images).toBe(2);
  expect(voices.bill.charged).toBeGreaterThan(before.voices);
});

describe('pain 1 pain 5 a failure', () => {
  it('names its cause and its scene, keeps what is made; the next start makes only what is missing', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, SQUARE);
    images.misbehave('stability', { is: 'refused' });
    const before = images.bought.stability;
    await start(person, path, NO_FILM);
    const failed = await untilOver(person, path);
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'refused', step: 'images', scene_id: expect.any(Number) } });
    expect(failed.error?.message.length).toBeGreaterThan(20);
    expect(failed.logs.at(-1)).toMatchObject({
      level: 'error',
      message: expect.stringMatching(/^Failed in images of scene \d: refused: /),
    });
    await eventually(async () => {
      const assets = (await person.ask('GET', path)).body['assets'] as { status: string }[];
      return assets.filter(({ status }) => status === 'pending' || status === 'processing').length;
    }).toBe(0);
    await person.ask('PATCH', `${path}/scenes/${failed.error?.scene_id}`, { image_prompt: 'a calm bay' });
    await start(person, path, NO_FILM);
    // The other picture, both voices; clips are made of pictures and may have been made already.
    const last = await untilOver(person, path);
    expect(last.status).toBe('completed');
    expect(last.items_reused).toBeGreaterThanOrEqual(3);
    expect(images.bought.stability - before).toBe(2);
  });

  it('is nobody else’s business', async () => {
    const path = await filmOf(person, SQUARE);
    expect((await (await somebody(atelier)).ask('GET', `${path}/status`)).status).toBe(404);
  });
});

describe('pain 20 a budget', () => {
  const clips = { skip_steps: ['montage', 'music'], providers: { image: 'embedded', video: 'runway' } };

  it('is told before, and ends the run before anything is bought beyond it', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, { ...SQUARE, voice_id: null, budget_usd: 0.01 });
    const { body } = await person.ask('POST', `${path}/estimate`, { pipeline_config: clips });
    expect(body).toMatchObject({ within_budget: false, cost_usd: expect.any(Number) });
    expect(body['cost_usd']).toBeGreaterThan(0.01);
    const before = runway.bill.length;
    await start(person, path, clips);
    expect(await untilOver(person, path)).toMatchObject({ status: 'failed', error: { code: 'BUDGET_EXCEEDED', step: 'videos' } });
    expect(runway.bill.length).toBe(before);
    // What costs nothing is made all the same, and what was made is kept.
    await start(person, path, NO_FILM);
    expect((await untilOver(person, path)).status).toBe('completed');
  });

  it('of a start counts beside the one of the project, whichever is lower', { timeout: 120_000 }, async () => {
    const path = await filmOf(person, { ...SQUARE, voice_id: null, budget_usd: 100 });
    const { body } = await person.ask('POST', `${path}/estimate`, { pipeline_config: clips });
    const one = (body['cost_usd'] as number) / 2;
    const before = runway.bill.length;
    await start(person, path, { ...clips, budget_usd: one * 1.5 });
    expect(await untilOver(person, path)).toMatchObject({ status: 'failed', error: { code: 'BUDGET_EXCEEDED' } });
    // The first one was promised, within the bound, and is kept.
    await eventually(() => runway.bill.length - before).toBe(1);
    await start(person, path, clips);
    expect(await untilOver(person, path)).toMatchObject({ status: 'completed', providers_used: { videos: ['runway'] } });
    expect(runway.bill.length - before).toBe(2);
  });
});

describe('the script of a model', () => {
  const open = async (): Promise<string> => {
    const config = { target_duration: 12, language: 'fr' };
    const { body } = await person.ask('POST', '/projects', { title: 'Thé', prompt: 'Le thé à la menthe', config });
    return `/projects/${String(body['id'])}`;
  };
  const written = (path: string) => eventually(async () => (await statusOf(person, path)).steps_completed);

  it('is asked for once, and said to be a model’s', { timeout: 120_000 }, async () => {
    const path = await open();
    const scene = (narration: string) => ({ narration, imagePrompt: 'tea', onScreen: 'Le thé', seconds: 6 });
    const narrations = [
      'Le thé à la menthe réunit les amis autour de la table chaque soir, dans la cour de la maison.',
      'Servez le thé de haut, prenez votre temps, et invitez vos voisins à partager ce moment avec vous.',
    ];
    chat.says({ title: 'Le thé', scenes: narrations.map(scene) });
    const before = chat.requests.length;
    await person.ask('POST', `${path}/start`, { until: 'script' });
    await written(path).toEqual(['script']);
    expect(chat.requests.length - before).toBe(1);
    expect((await person.ask('GET', `${path}/script`)).body).toMatchObject({ source: 'model', title: 'Le thé' });
    expect((await statusOf(person, path)).providers_used).toEqual({ script: ['openrouter'] });
  });

  it('is not asked for again when the process that asked is gone: the embedded writer writes, and says so', {
    timeout: 120_000,
  }, async () => {
    const path = await open();
    const { db } = atelier.database;
    chat.misbehave({ is: 'hang' });
    const before = chat.requests.length;
    await person.ask('POST', `${path}/start`, { until: 'script' });
    await eventually(() => chat.requests.length - before).toBe(1);
    // As it stands when the process has died: the intent is there, the job is somebody else's.
    const { rows } = await sql<{ id: string }>`select id from video.runs where asking_since is not null and state = 'running'`.execute(db);
    expect(rows.length).toBe(1);
    await atelier.queue.enqueue(db, BEGIN, { runId: rows[0]?.id ?? '' }, { key: 'another' });
    await written(path).toEqual(['script']);
    expect(chat.requests.length - before).toBe(1);
    expect((await person.ask('GET', `${path}/script`)).body).toMatchObject({ source: 'embedded', why: 'interrupted' });
    expect((await statusOf(person, path)).logs).toContainEqual(expect.objectContaining({ level: 'warning' }));
  });

  it('is the embedded writer’s when that is wished for', { timeout: 120_000 }, async () => {
    const path = await open();
    const before = chat.requests.length;
    await person.ask('POST', `${path}/start`, { until: 'script', pipeline_config: { providers: { llm: 'embedded' } } });
    await written(path).toEqual(['script']);
    expect([chat.requests.length, (await statusOf(person, path)).providers_used]).toEqual([before, { script: ['embedded'] }]);
  });
});

it('pain 6: a run whose news was lost goes on when somebody looks', { timeout: 120_000 }, async () => {
  const path = await filmOf(person, { ...SQUARE, voice_id: null }, SCENES.slice(0, 1));
  const { db } = atelier.database;
  images.misbehave('stability', { is: 'hang' });
  await start(person, path, { skip_steps: ['montage', 'music', 'videos'] });
  await eventually(async () => (await statusOf(person, path)).current_step?.name).toBe('image_generation');
  const id = (await statusOf(person, path)).pipeline_id;
  // Finished behind the back of everybody, long ago.
  await eventually(() => images.requests.at(-1)?.path).toContain('generate');
  await sql`update video.assets set status = 'completed', provider = 'stability' where project_id = ${path.split('/').at(-1)}`.execute(db);
  await sql`update video.runs set moved_at = now() - interval '1 hour' where id = ${id}`.execute(db);
  expect((await statusOf(person, path)).status).toBe('generating');
  await atelier.queue.enqueue(db, SWEEP, null);
  expect((await untilOver(person, path)).status).toBe('completed');
});

it('a picture that two scenes show is made once and counted for each', { timeout: 120_000 }, async () => {
  const path = await filmOf(person, { ...SQUARE, voice_id: null }, [SCENES[0], { ...SCENES[0], narration: 'Encore le matin.' }]);
  const noClips = { skip_steps: ['montage', 'music', 'videos'] };
  const before = images.bought.stability;
  await start(person, path, noClips);
  expect([(await untilOver(person, path)).status, images.bought.stability - before]).toEqual(['completed', 2]);
  const [picture] = (await person.ask('GET', path)).body['assets'] as { id: string }[];
  for (const scene of [1, 2]) await person.ask('PATCH', `${path}/scenes/${scene}`, { own_image: picture?.id });
  await start(person, path, noClips);
  expect(await untilOver(person, path)).toMatchObject({ status: 'completed', items_reused: 2 });
  const { progress } = (await person.ask('GET', path)).body as { progress: { steps: { images: object } } };
  expect(progress.steps.images).toMatchObject({ items_completed: 2, items_total: 2 });
  expect(images.bought.stability - before).toBe(2);
});

it('pain 17: no credit in the middle of a run does not end it; who made it instead is said', { timeout: 120_000 }, async () => {
  const path = await filmOf(person, SQUARE);
  images.misbehave('stability', { is: 'no_credit', times: 2 });
  await start(person, path, NO_FILM);
  const last = await untilOver(person, path);
  expect(last).toMatchObject({ status: 'completed', providers_used: { images: expect.arrayContaining(['embedded']) } });
});
