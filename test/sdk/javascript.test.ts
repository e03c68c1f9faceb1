import { createHmac } from 'node:crypto';
import type { WebSocket as Socket } from '@fastify/websocket';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type BuiltSdk, buildSdk, type VideoSdk } from './built-sdk.ts';
import { type FakeVideoApi, startFakeVideoApi } from './fake-video-api.ts';

let built: BuiltSdk;
let sdk: VideoSdk;
let api: FakeVideoApi;
beforeAll(async () => {
  [built, api] = [await buildSdk(), await startFakeVideoApi()];
  sdk = built.sdk;
});
afterAll(async () => {
  await api.close();
  await built.remove();
});
afterEach(() => api.reset());

const client = (more: ConstructorParameters<VideoSdk['VideoClient']>[0] = {}) =>
  new sdk.VideoClient({ apiKey: 'atl_test', baseUrl: api.url, timeoutMs: 5000, ...more });
const ID = '550e8400-e29b-41d4-a716-446655440000';
const project = (more: object = {}) => ({ id: ID, title: 'Ma Vidéo', description: '', status: 'draft', ...more });

async function errorOf(work: Promise<unknown>): Promise<InstanceType<VideoSdk['VideoApiError']>> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof sdk.VideoApiError)) throw new Error(`no VideoApiError: ${String(error)}`);
  return error;
}

describe('V-137 V-138 V-139 the JavaScript client', () => {
  it('sends its key, its language, JSON, and reads what comes', async () => {
    api.on('POST /projects', { status: 201, body: project() });
    const made = await client({ language: 'ar' }).projects.create({
      title: 'Ma Vidéo',
      prompt: 'Créer une vidéo',
      config: { ratio: '9:16' },
    });
    expect(made).toMatchObject({ id: ID, status: 'draft' });
    const [{ headers, text } = { headers: {}, text: '' }] = api.requests;
    expect(headers).toMatchObject({ authorization: 'Bearer atl_test', 'accept-language': 'ar', 'content-type': 'application/json' });
    expect(JSON.parse(text)).toEqual({ title: 'Ma Vidéo', prompt: 'Créer une vidéo', config: { ratio: '9:16' } });
  });

  it('tries again what can be tried, under one idempotency key', async () => {
    api.on('POST /projects', { status: 201, body: project() });
    api.first({ status: 503 }, { instead: 'cut' }, { status: 429, headers: { 'retry-after': '0' } });
    await client().projects.create({ title: 'a', prompt: 'b' });
    await client().projects.create({ title: 'a', prompt: 'b' }, { idempotencyKey: 'mine' });
    const keys = api.requests.map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys.slice(0, 4)).size, keys.at(-1)]).toEqual([5, 1, 'mine']);
    expect(keys[0]).toMatch(/^sdk-[\da-f]{32}$/);
  });

  it('does not try again what the server would do twice', async () => {
    api.first({ instead: 'cut' });
    const error = await errorOf(client().webhooks.create({ url: 'https://example.com', events: ['project.completed'] }));
    expect(error).toMatchObject({ name: 'ConnectionError', status: 0, code: 'CONNECTION_FAILED' });
    expect(api.requests).toHaveLength(1);
  });

  it('throws what the server says, with its fields and the number of the request, and tries nothing again', async () => {
    const details = { field: 'title', constraint: 'required', fields: [{ field: 'title', constraint: 'required', message: 'Requis' }] };
    api.on('POST /projects', { status: 422, body: { error: { code: 'VALIDATION_ERROR', message: 'Le champ est requis', details } } });
    const error = await errorOf(client().projects.create({ title: '', prompt: 'b' }));
    expect(error).toMatchObject({ status: 422, code: 'VALIDATION_ERROR', details, requestId: 'req-1' });
    expect(error.message).toBe('Le champ est requis (title: Requis)');
    expect(error).toBeInstanceOf(Error);
    expect(api.requests).toHaveLength(1);
  });

  it('says how long a limit lasts', async () => {
    api.on('GET /voices', { status: 429, headers: { 'retry-after': '3600' }, body: { error: { code: 'RATE_LIMITED', message: 'x' } } });
    const error = await errorOf(client().voices.list());
    expect(error).toBeInstanceOf(sdk.RateLimitError);
    expect(error).toMatchObject({ retryAfter: 3600, code: 'RATE_LIMITED' });
    // An hour is not waited for.
    expect(api.requests).toHaveLength(1);
  });

  it('gives up what hangs, what is no JSON, and at once what the caller gives up', async () => {
    api.on('GET /voices', { instead: 'hang' });
    expect(await errorOf(client({ timeoutMs: 400, retries: 1 }).voices.list())).toMatchObject({ code: 'TIMEOUT' });
    // Whoever gave up may be heard a moment later.
    await expect.poll(() => api.requests.length).toBe(2);
    api.on('GET /publish/connections', { body: Buffer.from('<html>') });
    expect(await errorOf(client().publish.connections())).toMatchObject({ code: 'UNREADABLE_ANSWER', status: 200 });
    const gone = new Error('gone');
    await expect(client().voices.list({}, { signal: AbortSignal.timeout(10) })).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(client().voices.list({}, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  });

  it('needs a key and an address', () => {
    expect(() => new sdk.VideoClient({ apiKey: ' ' })).toThrow(/API key is missing/);
    expect(() => new sdk.VideoClient({ apiKey: 'a', baseUrl: 'localhost:8001' })).toThrow(/no address/);
  });

  it('walks over all pages', async () => {
    const pageFor = (page: number) => ({ items: [project({ title: `n${page}` })], total: 3, page, limit: 1, pages: 3 });
    api.on('GET /projects', ({ query }) => ({ body: pageFor(Number(query.get('page') ?? 1)) }));
    const titles: string[] = [];
    const first = await client().projects.list({ status: 'draft', limit: 1 });
    for await (const { title } of first) titles.push(title);
    expect([titles, first.total]).toEqual([['n1', 'n2', 'n3'], 3]);
    expect(api.requests.map(({ query }) => query.toString())).toEqual([
      ...['status=draft&limit=1', 'status=draft&limit=1&page=2', 'status=draft&limit=1&page=3'],
    ]);
  });

  it('hands over files, and sends them', async () => {
    const disposition = { 'content-type': 'video/mp4', 'content-disposition': "attachment; filename*=UTF-8''Ma%20Vid%C3%A9o.mp4" };
    api.on('GET /videos/video-1/download', { headers: disposition, body: Buffer.from('film') });
    const file = await client().videos.download('video-1');
    expect([file.contentType, file.filename, Buffer.from(await file.arrayBuffer()).toString()]).toEqual([
      'video/mp4',
      'Ma Vidéo.mp4',
      'film',
    ]);
    api.on('POST /assets/upload', { status: 201, body: { id: 'img-1', type: 'image', status: 'completed' } });
    await client().assets.upload({ project_id: ID, file: new Uint8Array([1, 2, 3]), filename: 'logo.png', type: 'image' });
    const { headers, text } = api.requests[1] ?? { headers: {}, text: '' };
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect([text.includes('filename="logo.png"'), text.indexOf(ID) < text.indexOf('logo.png')]).toEqual([true, true]);
  });

  it('waits for the film, and says when it failed, was cancelled, or takes too long', async () => {
    const states = ['scripting', 'generating', 'completed'];
    api.on(`GET /projects/${ID}/status`, () => ({ body: { status: states.shift() ?? 'completed', progress: 1 } }));
    api.on(`GET /projects/${ID}`, { body: project({ status: 'completed', video_url: 'https://x' }) });
    const seen: string[] = [];
    const done = await client().projects.waitForCompletion(ID, { pollMs: 1, onState: ({ status }) => seen.push(status) });
    expect([done.video_url, seen]).toEqual(['https://x', ['scripting', 'generating', 'completed']]);
    const error = { code: 'NO_FFMPEG', message: 'ffmpeg manque' };
    api.on('GET /videos/render/r1/status', { body: { render_id: 'r1', status: 'failed', error } });
    expect(await errorOf(client().videos.waitForRender('r1'))).toMatchObject({ name: 'JobFailedError', outcome: 'failed', ...error });
    api.on('GET /videos/render/r2/status', { body: { render_id: 'r2', status: 'queued' } });
    expect(await errorOf(client().videos.waitForRender('r2', { pollMs: 5, timeoutMs: 20 }))).toMatchObject({ code: 'WAIT_TIMEOUT' });
  });
});

describe('webhooks read by the JavaScript client', () => {
  const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
  const body = '{"event":"ping","timestamp":"2024-12-01T12:00:00Z","data":{"é":1},"signature":"sha256=x"}';
  const seconds = String(Math.floor(Date.now() / 1000));
  const standard = (key: string | Buffer, at = seconds) => `v1,${createHmac('sha256', key).update(`msg_1.${at}.${body}`).digest('base64')}`;
  const headers = (at = seconds) => ({
    ...{ 'Webhook-Id': 'msg_1', 'webhook-timestamp': at },
    'webhook-signature': `v1,AAAA ${standard(Buffer.from(secret.slice(6), 'base64'), at)}`,
  });
  const own = { 'X-Atelier-Signature': `sha256=${createHmac('sha256', 'plain').update(body).digest('hex')}` };

  it('are believed when they are signed, by either way, whatever holds the headers', async () => {
    const { webhooks } = client();
    expect(await webhooks.verifySignature(body, headers(), secret)).toBe(true);
    expect(await webhooks.verifySignature(Buffer.from(body), new Headers(headers()), secret)).toBe(true);
    expect(await webhooks.verifySignature(body, own, 'plain')).toBe(true);
    expect(await webhooks.read(body, headers(), secret)).toMatchObject({ event: 'ping', data: { é: 1 } });
  });

  it('are not believed when anything is wrong with them', async () => {
    const { webhooks } = client();
    const old = String(Number(seconds) - 400);
    for (const [text, bag, key] of [
      [`${body} `, headers(), secret],
      [body, headers(), 'whsec_AAAA'],
      [body, headers(old), secret],
      [body, { ...headers(), 'webhook-timestamp': 'soon' }, secret],
      [body, {}, secret],
      [body, own, 'other'],
      [body, own, ''],
    ] as const)
      expect(await webhooks.verifySignature(text, bag, key)).toBe(false);
    expect(await webhooks.verifySignature(body, headers(old), secret, { toleranceSeconds: 1000 })).toBe(true);
    expect(await errorOf(webhooks.read(body, {}, secret))).toMatchObject({ code: 'WRONG_SIGNATURE' });
  });
});

describe('V-140 progress told to the JavaScript client', () => {
  let heard: { type?: string; token?: string; channel?: string }[] = [];
  let script: (socket: Socket, connection: number) => void = () => undefined;
  let connections = 0;
  beforeAll(() => {
    api.onConnection = (socket) => {
      connections += 1;
      const nth = connections;
      socket.on('message', (data) => {
        const message = JSON.parse(String(data)) as (typeof heard)[number];
        heard.push(message);
        if (message.type === 'auth') socket.send('{"type":"auth_ok"}');
        if (message.type !== 'subscribe') return;
        socket.send(JSON.stringify({ type: 'subscribed', channel: message.channel }));
        script(socket, nth);
      });
    };
  });
  afterEach(() => {
    heard = [];
    connections = 0;
  });
  const tell = (socket: Socket, message: object) => socket.send(JSON.stringify({ channel: `project:${ID}`, ...message }));
  const follow = (options: object = {}) => {
    const told: { percentage: number; step: string | null; status: string | null }[] = [];
    const ended = new Promise<unknown>((onEnd, onError) => {
      client().projects.onProgress(ID, ({ percentage, step, status }) => told.push({ percentage, step, status }), {
        onEnd,
        onError,
        ...options,
      });
    });
    return { told, ended };
  };

  it('comes over the WebSocket, as it happens, each state once, until the work has ended', async () => {
    script = (socket) => {
      tell(socket, { type: 'progress', progress: 10, step: 'script_writing', status: 'scripting' });
      tell(socket, { type: 'progress', progress: 10, step: 'script_writing', status: 'scripting' });
      tell(socket, { type: 'step', step: 'script', status: 'completed', items_completed: 1, items_total: 1 });
      tell(socket, { type: 'progress', progress: 45, step: 'image_generation', status: 'generating' });
      socket.send(JSON.stringify({ type: 'progress', channel: 'project:other', progress: 99 }));
      tell(socket, { type: 'completed', video_id: 'video-1' });
    };
    const { told, ended } = follow();
    expect(await ended).toMatchObject({ percentage: 100, status: 'completed' });
    expect(told).toEqual([
      { percentage: 10, step: 'script_writing', status: 'scripting' },
      { percentage: 45, step: 'image_generation', status: 'generating' },
      { percentage: 100, step: null, status: 'completed' },
    ]);
    expect(heard.slice(0, 2)).toEqual([
      { type: 'auth', token: 'Bearer atl_test' },
      { type: 'subscribe', channel: `project:${ID}` },
    ]);
  });

  it('goes on over another connection when one breaks', async () => {
    script = (socket, nth) => {
      tell(socket, { type: 'progress', progress: nth * 40, step: 'montage', status: 'rendering' });
      if (nth === 1) socket.terminate();
      else tell(socket, { type: 'failed', error: { code: 'NO_FFMPEG', message: 'ffmpeg manque', step: 'montage' } });
    };
    const { told, ended } = follow();
    expect(await ended).toMatchObject({ percentage: 80, status: 'failed', error: { code: 'NO_FFMPEG', message: 'ffmpeg manque' } });
    expect([told.map(({ percentage }) => percentage), connections]).toEqual([[40, 80, 80], 2]);
  });

  it('says what is refused, and stops', async () => {
    script = (socket) => tell(socket, { type: 'error', code: 'FORBIDDEN', message: 'This channel is not open to you' });
    await expect(follow().ended).rejects.toMatchObject({ status: 404, code: 'FORBIDDEN' });
    expect(connections).toBe(1);
  });

  it('is asked for where there is no WebSocket', async () => {
    const { WebSocket: own } = globalThis;
    Reflect.deleteProperty(globalThis, 'WebSocket');
    try {
      const states = [
        { status: 'generating', progress: 45, current_step: { name: 'image_generation' } },
        { status: 'completed', progress: 100, current_step: null },
      ];
      api.on(`GET /projects/${ID}/status`, () => ({ body: states.shift() }));
      const { told, ended } = follow({ pollMs: 1 });
      expect(await ended).toMatchObject({ percentage: 100 });
      expect(told.map(({ percentage }) => percentage)).toEqual([45, 100]);
      expect(connections).toBe(0);
      api.on(`GET /projects/${ID}/status`, { status: 401, body: { error: { code: 'UNAUTHORIZED', message: 'x' } } });
      await expect(follow({ pollMs: 1 }).ended).rejects.toMatchObject({ status: 401 });
    } finally {
      globalThis.WebSocket = own;
    }
  });

  it('is left by whoever does not want any more', async () => {
    const closed = new Promise<void>((done) => {
      script = (socket) => {
        socket.on('close', () => done());
        tell(socket, { type: 'progress', progress: 10, step: null, status: 'scripting' });
      };
    });
    const told: number[] = [];
    const stop = client().projects.onProgress(ID, ({ percentage }) => {
      told.push(percentage);
      stop();
    });
    await closed;
    expect([told, connections]).toEqual([[10], 1]);
  });
});
