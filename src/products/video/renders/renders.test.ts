/** Renders through the real door: ordered, made, told of, downloaded, cancelled. Small films at draft quality. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { enter } from '#test/live.ts';
import { openStockRoom, type StockRoom } from '#test/render-house.ts';
import { type Atelier, afterFile, type Caller, startAtelier } from '#test/support.ts';

const run = promisify(execFile);
let atelier: Atelier;
let owner: Caller;
let other: Caller;
let stock: StockRoom;
let receiver: WebhookReceiver;
let [red, blue, voice, music] = ['', '', '', ''];
const folder = mkdtempSync(join(tmpdir(), 'atelier-renders-'));
afterFile(async () => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  atelier = await startAtelier({ demo: true, work: true, listen: true });
  [owner, other] = [await atelier.as('user'), await atelier.as('user')];
  stock = await openStockRoom(atelier.database, atelier.config, owner.accountId);
  [red, blue] = [await stock.picture('#b03020'), await stock.picture('#2050a0')];
  [voice, music] = [await stock.voice(['Le', 'phare', 'veille', 'encore']), await stock.music(6)];
  receiver = await startWebhookReceiver();
  afterFile(receiver.close);
  const events = ['render.started', 'render.completed', 'render.failed'];
  await ask(owner, 'POST', '/webhooks', { url: receiver.url, events });
});

async function ask(caller: Caller, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, more: object = {}) {
  const { access_token: token } = await atelier.identity.issueTokens({ id: caller.accountId }, { door: 'video' });
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'fr', ...more };
  return atelier.doors.video.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) });
}

const config = { resolution: '320x180', fps: 24, background_color: '#000000', language: 'fr' };
const tracks = () => [
  {
    type: 'video',
    clips: [
      { asset_id: red, start_time: 0, duration: 1, transition_in: 'fade', transition_seconds: 0.25 },
      { asset_id: blue, start_time: 1, duration: 1, transition_in: 'dissolve', transition_seconds: 0.25 },
    ],
  },
  { type: 'audio', clips: [{ asset_id: voice, start_time: 0.3 }] },
  { type: 'music', clips: [{ asset_id: music, start_time: 0, volume: 0.3, duck_under_voice: true }] },
];
async function timelineOf(changes: object = {}, from: Caller = owner): Promise<string> {
  const reply = await ask(from, 'POST', '/videos/timeline', { project_id: stock.projectId, config, tracks: tracks(), ...changes });
  expect(reply.statusCode).toBe(201);
  return reply.json<{ id: string }>().id;
}
const DRAFT = { config: { quality: 'draft' } };
async function order(timeline: string, body: object = DRAFT): Promise<string> {
  const reply = await ask(owner, 'POST', '/videos/render', { timeline_id: timeline, ...body });
  expect(reply.statusCode).toBe(202);
  return reply.json<{ render_id: string }>().render_id;
}
interface Status {
  readonly status: string;
  readonly progress: number;
  readonly video_id: string;
  readonly video_url: string;
  readonly error: { code: string; message: string } | null;
}
const statusOf = async (render: string): Promise<Status> => (await ask(owner, 'GET', `/videos/render/${render}/status`)).json<Status>();
async function ended(render: string, status = 'completed'): Promise<Status> {
  await expect.poll(async () => (await statusOf(render)).status, { timeout: 60_000, interval: 50 }).toBe(status);
  return statusOf(render);
}
const eventsOf = (render: string) =>
  receiver.received
    .map(({ raw }) => JSON.parse(raw) as { event: string; data: Record<string, unknown> })
    .filter(({ data }) => data['render_id'] === render);

describe('a render', () => {
  let video = '';
  let render = '';

  it('V-096 V-177 V-178 V-179 is queued as documented, once under one key', async () => {
    const timeline = await timelineOf();
    const body = {
      timeline_id: timeline,
      config: { format: 'mp4', codec: 'h264', quality: 'high', bitrate: '10M', audio_codec: 'aac', audio_bitrate: '320k' },
      output: { include_subtitles: true, subtitle_style: 'default' },
    };
    const key = { 'idempotency-key': 'render-once' };
    const [reply, again] = [await ask(owner, 'POST', '/videos/render', body, key), await ask(owner, 'POST', '/videos/render', body, key)];
    expect(reply.statusCode).toBe(202);
    expect(reply.json()).toMatchObject({ timeline_id: timeline, status: 'queued', position_in_queue: 1, message: expect.any(String) });
    expect(reply.json<{ estimated_duration: number }>().estimated_duration).toBeGreaterThan(0);
    expect(again.json()).toEqual(reply.json());
    render = reply.json<{ render_id: string }>().render_id;
  });

  it('V-088 V-089 V-090 V-091 V-092 V-093 V-097 V-098 V-099 V-100 V-101 V-180 V-181 says how far it is until its film is there', async () => {
    const done = await ended(render);
    expect(done).toMatchObject({ render_id: render, progress: 100, current_stage: 'finalization', error: null });
    expect(done.video_url).toBe(`${atelier.config.publicUrl.video}/api/v1/videos/${done.video_id}/download`);
    for (const stage of ['preparation', 'compositing', 'encoding', 'finalization'])
      expect(done).toMatchObject({ stages: { [stage]: { status: 'completed', progress: 100, duration: expect.any(Number) } } });
    expect(done).toMatchObject({ frames: { encoded: 48, reused: 0, total: 48 }, started_at: expect.stringMatching(/Z$/) });
    video = done.video_id;
  });

  it('V-121 V-122 V-182 is told to other programs, when it begins and when its film is there', async () => {
    await expect
      .poll(() => eventsOf(render).map(({ event }) => event), { timeout: 10_000 })
      .toEqual(['render.started', 'render.completed']);
    const [started, completed] = eventsOf(render);
    expect(started?.data).toMatchObject({ project_id: stock.projectId, duration: 2 });
    const url = `${atelier.config.publicUrl.video}/api/v1/videos/${video}/download`;
    expect(completed?.data).toMatchObject({ video_id: video, video_url: url, duration: 2, project_id: stock.projectId });
  });

  it('V-102 V-182 is downloaded whole or in part, under its name, and only by its owner', async () => {
    const whole = await ask(owner, 'GET', `/videos/${video}/download`);
    expect(whole.statusCode).toBe(200);
    expect(whole.headers).toMatchObject({ 'content-type': 'video/mp4', 'accept-ranges': 'bytes' });
    expect(whole.headers['content-disposition']).toContain('filename="Le phare.mp4"');
    expect(whole.rawPayload.subarray(4, 8).toString()).toBe('ftyp');
    const bytes = whole.rawPayload.length;
    const part = await ask(owner, 'GET', `/videos/${video}/download`, undefined, { range: 'bytes=100-199' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 100-199/${bytes}`]);
    expect(part.rawPayload.equals(whole.rawPayload.subarray(100, 200))).toBe(true);
    const end = await ask(owner, 'GET', `/videos/${video}/download`, undefined, { range: 'bytes=-50' });
    expect(end.rawPayload.equals(whole.rawPayload.subarray(bytes - 50))).toBe(true);
    const open = await ask(owner, 'GET', `/videos/${video}/download`, undefined, { range: `bytes=${bytes - 10}-` });
    expect([open.statusCode, open.rawPayload.length]).toEqual([206, 10]);
    const outside = await ask(owner, 'GET', `/videos/${video}/download`, undefined, { range: `bytes=${bytes}-` });
    expect([outside.statusCode, outside.headers['content-range']]).toEqual([416, `bytes */${bytes}`]);
    const stale = await ask(owner, 'GET', `/videos/${video}/download`, undefined, { range: 'bytes=0-9', 'if-range': '"another"' });
    expect(stale.statusCode).toBe(200);
    const tag = { 'if-none-match': String(whole.headers['etag']) };
    expect((await ask(owner, 'GET', `/videos/${video}/download`, undefined, tag)).statusCode).toBe(304);
    for (const path of ['', '/download', '/thumbnail', '/captions.srt'])
      expect((await ask(other, 'GET', `/videos/${video}${path}`)).statusCode).toBe(404);
    expect((await ask(other, 'GET', `/videos/render/${render}/status`)).statusCode).toBe(404);
    expect((await ask(other, 'POST', `/videos/render/${render}/cancel`)).statusCode).toBe(404);
    expect((await owner.inject({ method: 'GET', url: `/api/v1/videos/${video}/download` })).statusCode).toBe(200);
  });

  it('V-094 V-095 carries its captions within 80 ms of the voice, and its thumbnail', async () => {
    const srt = (await ask(owner, 'GET', `/videos/${video}/captions.srt`)).body;
    expect(srt).toContain('Le phare veille encore');
    const [, from = '', until = ''] = /00:00:(\S+) --> 00:00:(\S+)/.exec(srt) ?? [];
    const heard = await voiceOf(await downloaded(video, 'voiced'));
    expect(Math.abs(Number(from.replace(',', '.')) - heard.from)).toBeLessThanOrEqual(0.08);
    expect(Math.abs(Number(until.replace(',', '.')) - heard.until)).toBeLessThanOrEqual(0.08);
    expect((await ask(owner, 'GET', `/videos/${video}/captions.vtt`)).body).toMatch(/^WEBVTT/);
    const thumbnail = await ask(owner, 'GET', `/videos/${video}/thumbnail`);
    expect(thumbnail.headers['content-type']).toBe('image/jpeg');
    const one = await ask(owner, 'GET', `/videos/${video}`);
    expect(one.json()).toMatchObject({ id: video, duration: 2, width: 320, height: 180, language: 'fr', made_with_ai: true });
    expect(Math.abs(one.json<{ loudness_lufs: number }>().loudness_lufs + 14)).toBeLessThanOrEqual(0.5);
    expect((await ask(owner, 'GET', `/videos?project_id=${stock.projectId}`)).json()).toMatchObject({ total: 1, items: [{ id: video }] });
    expect((await ask(owner, 'GET', '/videos/renders')).json()).toMatchObject({ total: 1, items: [{ render_id: render, progress: 100 }] });
  });

  it('is as long, as loud and as bright as it should be, whoever looks at it', async () => {
    const file = await downloaded(video, 'looked-at');
    const probe = [
      '-v',
      'error',
      '-count_packets',
      '-show_entries',
      'stream=codec_name,nb_read_packets:format=duration',
      '-of',
      'json',
      file,
    ];
    const { streams, format } = JSON.parse((await run('ffprobe', probe)).stdout) as {
      streams: { codec_name: string; nb_read_packets: string }[];
      format: { duration: string };
    };
    expect(streams.map(({ codec_name: codec }) => codec)).toEqual(['h264', 'aac', 'mov_text']);
    expect(streams[0]?.nb_read_packets).toBe('48');
    expect(Math.abs(Number(format.duration) - 2)).toBeLessThanOrEqual(1 / 24 + 1e-6);
    const filters = ['-vf', 'blackdetect=d=0.5:pix_th=0.1', '-af', 'ebur128=peak=true:framelog=verbose,silencedetect=noise=-50dB:d=0.5'];
    const { stderr } = await run('ffmpeg', ['-hide_banner', '-i', file, ...filters, '-f', 'null', '-']);
    expect(stderr).not.toContain('black_start');
    expect(stderr).not.toContain('silence_start');
    const [, lufs] = /I:\s+(-[\d.]+) LUFS/.exec(stderr.slice(stderr.lastIndexOf('Summary:'))) ?? [];
    expect(Math.abs(Number(lufs) + 14)).toBeLessThanOrEqual(0.5);
  });

  it('of a timeline that hardly changed encodes only what did, and one of a preview is small', async () => {
    const timeline = await timelineOf({ tracks: [...tracks().slice(0, 1), ...tracks().slice(2)] });
    const silentVoice = await ended(
      await order(timeline, { config: { quality: 'high', bitrate: '10M' }, output: { subtitle_style: 'none' } }),
    );
    expect(silentVoice).toMatchObject({ frames: { reused: expect.any(Number) } });
    const preview = await ended(await order(timeline, { preview: true }));
    expect((await ask(owner, 'GET', `/videos/${preview.video_id}`)).json()).toMatchObject({ width: 114, height: 64, captions: null });
    expect((await ask(owner, 'GET', `/videos/${preview.video_id}/captions.srt`)).statusCode).toBe(404);
    expect((await ask(owner, 'DELETE', `/videos/${preview.video_id}`)).statusCode).toBe(204);
    expect((await ask(owner, 'GET', `/videos/${preview.video_id}`)).statusCode).toBe(404);
  });
});

async function downloaded(video: string, name: string): Promise<string> {
  const file = join(folder, `${name}.mp4`);
  writeFileSync(file, (await ask(owner, 'GET', `/videos/${video}/download`)).rawPayload);
  return file;
}

/** When the 300 Hz of the voice are heard, whatever plays at 880 Hz. */
async function voiceOf(file: string): Promise<{ from: number; until: number }> {
  const filters = `${Array(4).fill('lowpass=f=420').join(',')},silencedetect=noise=-30dB:d=0.15`;
  const { stderr } = await run('ffmpeg', ['-hide_banner', '-i', file, '-vn', '-af', filters, '-f', 'null', '-']);
  const times = (name: string) => [...stderr.matchAll(new RegExp(`silence_${name}: (-?[\\d.]+)`, 'g'))].map(([, at]) => Number(at));
  return { from: times('end')[0] ?? 0, until: times('start').at(-1) ?? Number.NaN };
}

describe('what a render is asked for', () => {
  it('is refused whole, every fault named, and nothing is queued', async () => {
    const reply = await ask(owner, 'POST', '/videos/render', {
      config: { format: 'gif', codec: 'divx', quality: 'best', bitrate: 'fast', audio_codec: 'mp3', audio_bitrate: '1M' },
      output: { include_subtitles: 'yes', subtitle_style: 'neon' },
      preview: 1,
    });
    expect(reply.statusCode).toBe(400);
    const { fields } = reply.json<{ error: { details: { fields: { field: string }[] } } }>().error.details;
    expect(fields.map(({ field }) => field).sort()).toEqual(
      [
        ...['config.audio_bitrate', 'config.audio_codec', 'config.bitrate', 'config.codec', 'config.format', 'config.quality'],
        ...['output.include_subtitles', 'output.subtitle_style', 'preview', 'timeline_id'],
      ].sort(),
    );
    const unknown = await ask(owner, 'POST', '/videos/render', { timeline_id: 'timeline-none' });
    expect(unknown.json()).toMatchObject({ error: { details: { field: 'timeline_id', constraint: 'exists' } } });
    const theirs = await ask(other, 'POST', '/videos/render', { timeline_id: await timelineOf() });
    expect(theirs.json()).toMatchObject({ error: { details: { field: 'timeline_id' } } });
  });

  it('is tried first, and judged once more when an asset has gone since', async () => {
    const gone = await stock.picture('#ffffff');
    const timeline = await timelineOf({ tracks: [{ type: 'video', clips: [{ asset_id: gone, start_time: 0, duration: 1 }] }] });
    const tried = await ask(owner, 'POST', '/videos/render', { timeline_id: timeline, dry_run: true });
    expect([tried.statusCode, tried.json()]).toMatchObject([200, { dry_run: true, duration: 1, warnings: [] }]);
    await stock.set(gone, { file: null });
    const reply = await ask(owner, 'POST', '/videos/render', { timeline_id: timeline });
    expect(reply.json()).toMatchObject({ error: { details: { field: 'tracks[0].clips[0].asset_id', constraint: 'exists' } } });
  });
});

it('V-123 a render of a file that cannot be read fails at once, with its cause, and is told', async () => {
  const broken = await stock.broken();
  const render = await order(await timelineOf({ tracks: [{ type: 'video', clips: [{ asset_id: broken, start_time: 0, duration: 1 }] }] }));
  const { error } = await ended(render, 'failed');
  expect(error).toMatchObject({ code: 'SHOT_UNREADABLE', message: expect.stringContaining('plan 1') });
  await expect.poll(() => eventsOf(render).map(({ event }) => event), { timeout: 10_000 }).toEqual(['render.started', 'render.failed']);
  expect(eventsOf(render)[1]?.data).toMatchObject({ error: { code: 'SHOT_UNREADABLE' } });
});

describe('a render under way', () => {
  /** Long enough to be met at work. */
  const longTimeline = () =>
    timelineOf({
      config: { ...config, resolution: '1280x720' },
      tracks: [
        {
          type: 'video',
          clips: [
            { asset_id: red, start_time: 0, duration: 1 },
            ...[1, 61].map((at) => ({ asset_id: blue, start_time: at, duration: 60 })),
          ],
        },
      ],
    });

  it('V-055 stops within two seconds when it is cancelled: no child, no folder, and no film', async () => {
    const render = await order(await longTimeline());
    await expect.poll(async () => (await statusOf(render)).progress, { timeout: 30_000, interval: 50 }).toBeGreaterThan(0);
    const reply = await ask(owner, 'POST', `/videos/render/${render}/cancel`);
    expect(reply.json()).toMatchObject({ render_id: render, status: 'cancelled' });
    const benches = join(atelier.config.dataFolder, 'workshop', 'benches');
    await expect.poll(() => readdirSync(benches), { timeout: 5000, interval: 20 }).toEqual([]);
    const { stdout } = await run('ps', ['-eo', 'args']);
    expect(stdout.split('\n').filter((line) => line.startsWith('ffmpeg') && line.includes(atelier.config.dataFolder))).toEqual([]);
    expect(await statusOf(render)).toMatchObject({ status: 'cancelled', video_id: null });
    expect((await ask(owner, 'POST', `/videos/render/${render}/cancel`)).statusCode).toBe(409);
    expect(eventsOf(render).map(({ event }) => event)).not.toContain('render.completed');
  });

  it('is told to subscribers of its project, holds its assets, and lets those behind it wait for their turn', async () => {
    const client = await enter(`${atelier.url.replace('http', 'ws')}/ws`, { cookie: owner.cookie });
    client.send({ type: 'subscribe', channel: `project:${stock.projectId}` });
    const first = await order(await longTimeline());
    const [second, third] = [await order(await timelineOf()), await order(await timelineOf())];
    await expect.poll(async () => (await statusOf(first)).status, { timeout: 20_000, interval: 50 }).toBe('rendering');
    const places = await Promise.all([first, second, third].map(statusOf));
    expect(places).toMatchObject([{ position_in_queue: null }, { position_in_queue: 1 }, { position_in_queue: 2 }]);
    expect((await ask(owner, 'DELETE', `/assets/${blue}`)).statusCode).toBe(409);
    const heard = () => client.heard.filter(({ type, render_id: id }) => type === 'render' && id === first);
    const isCounted = () => heard().some(({ stage, progress }) => stage === 'encoding' && Number(progress) > 0);
    await expect.poll(isCounted, { timeout: 40_000 }).toBe(true);
    await ask(owner, 'POST', `/videos/render/${first}/cancel`);
    await ended(second);
    await ended(third);
    expect(heard()[0]).toMatchObject({ status: 'rendering' });
    expect(heard().at(-1)).toMatchObject({ status: 'cancelled' });
  });
});
