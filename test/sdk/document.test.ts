/** The examples of the API reference (video-api.md, "SDKs"), as they stand there, against the studio itself; only the key is put in. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { eventually } from '#test/eventually.ts';
import { type Atelier, afterFile, type Caller, startAtelier } from '#test/support.ts';
import { type BuiltSdk, buildSdk, PYTHON_SDK, run } from './built-sdk.ts';
import { startGateway } from './short-films.ts';

const PYTHON = `
from iafactory_video import VideoClient

client = VideoClient(api_key="your-api-key")

# Créer un projet
project = client.projects.create(
    title="Ma Vidéo",
    prompt="Créer une vidéo sur l'IA..."
)

# Démarrer le pipeline
client.projects.start(project.id)

# Attendre la fin
result = client.projects.wait_for_completion(project.id)
`;

const JAVASCRIPT = `
import { VideoClient } from '@iafactory/video-sdk';

const client = new VideoClient({ apiKey: 'your-api-key' });

// Créer et générer
const project = await client.projects.create({
    title: 'Ma Vidéo',
    prompt: 'Créer une vidéo sur l\\'IA...'
});

await client.projects.start(project.id);

// Suivre la progression
client.projects.onProgress(project.id, (progress) => {
    console.log(\`Progress: \${progress.percentage}%\`);
});
`;

/** For a studio, or a whole film, on a machine with much else to do. */
const MOST_MS = 300_000;

let atelier: Atelier;
let owner: Caller;
let built: BuiltSdk;
let receiver: WebhookReceiver;
let key: string;
let url: string;
beforeAll(async () => {
  [atelier, built, receiver] = [await startAtelier({ demo: true, work: true }), await buildSdk(), await startWebhookReceiver()];
  afterFile(receiver.close);
  afterFile(built.remove);
  owner = await atelier.as('user');
  const gateway = await startGateway(await atelier.doors.video.listen({ host: '127.0.0.1', port: 0 }));
  afterFile(gateway.close);
  url = `${gateway.url}/api/v1`;
  const { access_token: token } = await atelier.identity.issueTokens({ id: owner.accountId }, { door: 'video' });
  const body = JSON.stringify({ name: 'SDK' });
  const made = await fetch(`${url}/api-keys`, {
    ...{ method: 'POST', body, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
  });
  key = ((await made.json()) as { key: string }).key;
}, MOST_MS);

const environment = () => ({ IAFACTORY_BASE_URL: url, PYTHONPATH: PYTHON_SDK, PYTHONDONTWRITEBYTECODE: '1' });
const withKey = (snippet: string): string => snippet.replace('your-api-key', key);
const client = () => new built.sdk.VideoClient({ apiKey: key, baseUrl: url });

describe('the examples of the document', () => {
  it(
    'V-133 V-134 V-135 V-136 in Python make a film',
    async () => {
      const { status, stdout, stderr } = await run(
        ...(['python3', ['-c', `${withKey(PYTHON)}\nprint(result.status, result.video_url)`], environment()] as const),
      );
      expect([status, stderr]).toEqual([0, '']);
      const [state, address = ''] = stdout.trim().split(' ');
      expect(state).toBe('completed');
      expect(await projectsNamed('Ma Vidéo')).toEqual(['completed']);
      const film = await fetch(new URL(new URL(address).pathname, url), { headers: { authorization: `Bearer ${key}` } });
      expect([film.status, film.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    },
    MOST_MS,
  );

  it(
    'V-137 V-138 V-139 V-140 in JavaScript make a film, tell how far it is, and end by themselves',
    async () => {
      const file = join(built.folder, 'example.mjs');
      await writeFile(file, withKey(JAVASCRIPT));
      const { status, stdout, stderr } = await run(process.execPath, [file], environment());
      expect([status, stderr]).toEqual([0, '']);
      const told = [...stdout.matchAll(/^Progress: (\d+)%$/gm)].map(([, percent]) => Number(percent));
      expect(told.length).toBeGreaterThan(2);
      expect(told).toEqual([...told].sort((one, other) => one - other));
      expect(told.at(-1)).toBe(100);
      expect(await projectsNamed('Ma Vidéo')).toEqual(['completed', 'completed']);
    },
    MOST_MS,
  );

  it('C-172 with curl create a project under a key', async () => {
    const body = '{"title": "Ma Vidéo", "prompt": "Créer une vidéo sur l\'IA..."}';
    const headers = ['-H', `Authorization: Bearer ${key}`, '-H', 'Content-Type: application/json', '-H', 'Idempotency-Key: one'];
    const ask = () => run('curl', ['-sS', '-X', 'POST', `${url}/projects`, ...headers, '-d', body]);
    const [first, second] = [await ask(), await ask()];
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(JSON.parse(first.stdout)).toMatchObject({ title: 'Ma Vidéo', status: 'draft' });
    expect(JSON.parse(second.stdout)).toEqual(JSON.parse(first.stdout));
  });
});

const projectsNamed = async (search: string): Promise<readonly string[]> =>
  (await client().projects.list({ search, limit: 100 })).items.filter(({ title }) => title === search).map(({ status }) => status);

describe('the client for JavaScript and the studio', () => {
  it('understand each other about projects', async () => {
    const { projects } = client();
    const { id } = await projects.create({ title: 'Essai', prompt: 'Le port d’Alger au matin', config: { ratio: '1:1', captions: false } });
    expect(await projects.update(id, { description: 'Une description' })).toMatchObject({ id, description: 'Une description' });
    expect(await projects.get(id)).toMatchObject({ status: 'draft', progress: { overall: 0 }, config: { ratio: '1:1', captions: null } });
    expect(await projects.estimate(id, { skip_steps: ['music'] })).toMatchObject({ project_id: id, within_budget: true });
    expect(await projects.status(id)).toMatchObject({ project_id: id, progress: 0, current_step: null });
    await expect(projects.script(id)).rejects.toMatchObject({ status: 404 });
    const script = { title: 'Essai', language: 'fr', scenes: [{ narration: 'Bonjour.', image_prompt: 'Un port' }] } as const;
    const written = await projects.updateScript(id, script);
    expect(written).toMatchObject({ source: 'person', scenes: [{ narration: 'Bonjour.' }] });
    const [{ id: scene } = { id: 0 }] = written.scenes;
    expect(await projects.updateScene(id, scene, { on_screen: 'Alger' })).toMatchObject({ scenes: [{ on_screen: 'Alger' }] });
    await expect(projects.cancel(id)).rejects.toMatchObject({ name: 'VideoApiError', status: 409 });
    await projects.delete(id);
    await expect(projects.get(id)).rejects.toMatchObject({ status: 404, requestId: expect.stringMatching(/./) });
  });

  it('name every fault', async () => {
    const refused = await client()
      .projects.create({ title: '', prompt: 'x', config: { target_duration: 1 } })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'VideoApiError', details: { fields: expect.any(Array) } });
    const { details } = refused as InstanceType<BuiltSdk['sdk']['VideoApiError']>;
    expect(details.fields?.map(({ field }) => field).sort()).toEqual(['config.target_duration', 'title']);
    const stranger = new built.sdk.VideoClient({ apiKey: 'atl_aaaaaaaa_b', baseUrl: url });
    await expect(stranger.projects.list()).rejects.toMatchObject({ status: 401 });
  });

  it('understand each other about files, timelines and films', async () => {
    const { assets, videos, projects } = client();
    const { id: project_id } = await projects.create({ title: 'Montage', prompt: 'Une ville' });
    const batch = await assets.generateImages({ project_id, prompts: [{ scene_id: 1, prompt: 'A city' }], config: { size: '512x512' } });
    const [{ id: ordered } = { id: '' }] = batch.images;
    const image = await assets.waitFor(ordered);
    expect(image).toMatchObject({ type: 'image', provider: 'embedded', project_id });
    const png = await (await assets.download(image.id)).arrayBuffer();
    const own = await assets.upload({ project_id, file: new Uint8Array(png), filename: 'ville.png' });
    expect(own).toMatchObject({ type: 'image', origin: 'upload', original_name: 'ville.png' });
    expect((await assets.list({ project_id, type: 'image' })).total).toBe(2);
    const clips = [{ asset_id: own.id, start_time: 0, duration: 1 }];
    const config = { resolution: '320x320', fps: 24 };
    const timeline = await videos.timeline({ project_id, config, tracks: [{ type: 'video', clips }] });
    expect((await videos.listTimelines({ project_id })).items.map(({ id }) => id)).toEqual([timeline.id]);
    const { render_id } = await videos.render({ timeline_id: timeline.id, config: { quality: 'draft' } });
    const { video_id } = await videos.waitForRender(render_id);
    const film = await videos.get(video_id ?? '');
    const file = await videos.download(film.id);
    expect([file.contentType, file.bytes, (await file.arrayBuffer()).byteLength]).toEqual(['video/mp4', film.size_bytes, film.size_bytes]);
    expect((await videos.list({ project_id })).items).toMatchObject([{ id: film.id, width: 320, height: 320 }]);
  });

  it('understand each other about voices and platforms', async () => {
    const { voices, publish } = client();
    const all = await voices.list({ language: 'fr' });
    expect(all.every(({ language }) => language === 'fr')).toBe(true);
    expect(all.map(({ id }) => id)).toContain('thomas');
    expect((await publish.connections()).map(({ platform }) => platform)).toContain('tiktok');
    expect((await publish.list()).items).toEqual([]);
    await expect(publish.create({ video_id: 'video-none', platforms: [{ platform: 'youtube' }] })).rejects.toMatchObject({
      name: 'VideoApiError',
    });
    await expect(publish.status('pub-yt-none')).rejects.toMatchObject({ status: 404 });
  });

  it('V-126 V-127 sign and believe webhooks, in both languages', async () => {
    const { webhooks, projects } = client();
    const { id, secret } = await webhooks.create({ url: receiver.url, events: ['project.created'] });
    expect((await webhooks.list()).items.map((one) => one.id)).toEqual([id]);
    const made = await projects.create({ title: 'Signée', prompt: 'x' });
    await eventually(() => receiver.received.length).toBe(1);
    const [{ raw, headers } = { raw: '', headers: {} }] = receiver.received;
    expect(await webhooks.read(raw, headers, secret)).toMatchObject({ event: 'project.created', data: { project_id: made.id } });
    expect(await webhooks.verifySignature(raw.replace(made.id, 'other'), headers, secret)).toBe(false);
    const program = 'import json, sys; from iafactory_video import verify_signature; print(verify_signature(*json.loads(sys.argv[1])))';
    const answer = await run('python3', ['-c', program, JSON.stringify([raw, headers, secret])], environment());
    expect([answer.stdout.trim(), answer.stderr]).toEqual(['True', '']);
    await webhooks.delete(id);
    expect((await webhooks.list()).items).toEqual([]);
  });
});

describe('the client for Python', () => {
  it('passes its own tests', async () => {
    const { status, stderr } = await run('python3', ['-m', 'unittest', 'discover', '-s', join(PYTHON_SDK, 'tests')], environment());
    expect(`${status} ${stderr}`).toMatch(/^0 [\s\S]*\nOK/);
  });
});
