import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installVoiceEngine } from '#simulators/voice-engine.ts';
import { type House, openHouse, type Person } from './test-house.ts';

let house: House;
let person: Person;
const engine = installVoiceEngine();
afterAll(() => engine.remove());

beforeAll(async () => {
  house = await openHouse();
  person = await house.person();
});

const SEGMENT = { scene_id: 1, text: 'Bienvenue dans cette vidéo.', voice_id: 'thomas', language: 'fr' };

describe('V-062 V-063 V-064 V-065 V-066 V-067 V-164 V-165 V-166 voices, with nothing configured', () => {
  it('are ordered as the document does and spoken here, with the time of each word (pain 14)', async () => {
    const reply = await person.ask('POST', '/assets/voice/generate', {
      project_id: person.projectId,
      segments: [SEGMENT],
      config: { provider: 'elevenlabs', stability: 0.5, similarity_boost: 0.75, output_format: 'mp3' },
    });
    expect(reply.statusCode).toBe(202);
    const { segments } = reply.json<{ segments: { id: string; estimated_duration: number }[] }>();
    expect(reply.json()).toMatchObject({ batch_id: expect.stringMatching(/^batch-/), status: 'processing' });
    expect(segments[0]).toMatchObject({ id: expect.stringMatching(/^voice-/), scene_id: 1 });
    expect(segments[0]?.estimated_duration).toBeGreaterThan(1);
    const made = await person.ended(segments[0]?.id ?? '');
    expect(made).toMatchObject({ status: 'completed', provider: 'embedded', media_type: 'audio/mpeg', cost_usd: 0 });
    expect(made.notes).toMatchObject([{ code: 'not_configured', provider: 'elevenlabs', message: expect.stringContaining('ElevenLabs') }]);
    expect(made.words.map(({ text }) => text).join(' ')).toBe('Bienvenue dans cette vidéo.');
    expect(made.words.at(-1)?.until).toBeLessThanOrEqual(made.duration ?? 0);
    const file = await person.ask('GET', `/assets/${made.id}/download`);
    expect([file.headers['content-type'], file.headers['content-disposition']]).toEqual(['audio/mpeg', expect.stringContaining('.mp3')]);
    expect(file.rawPayload.length).toBeGreaterThan(5000);
  });

  it('are waves when asked, and refused with every fault when they cannot be', async () => {
    const [id = ''] = await person.order('voice', { segments: [SEGMENT], config: { output_format: 'wav' } });
    expect(await person.ended(id)).toMatchObject({ media_type: 'audio/wav', notes: [] });
    const reply = await person.ask('POST', '/assets/voice/generate', {
      project_id: person.projectId,
      segments: [{ text: '…', voice_id: 'nobody', language: 'français' }, { voice_id: 'thomas' }],
      config: { provider: 'suno', stability: 2, output_format: 'flac' },
    });
    const { error } = reply.json<{ error: { details: { fields: { field: string }[] } } }>();
    expect(error.details.fields.map(({ field }) => field).sort()).toEqual([
      ...['config.output_format', 'config.provider', 'config.stability'],
      ...['segments[0].language', 'segments[0].text', 'segments[0].voice_id', 'segments[1].text'],
    ]);
  });

  it('that nobody here can speak fail with the cause and the next step', async () => {
    const [id = ''] = await person.order('voice', { segments: [{ ...SEGMENT, language: 'ja' }] });
    const failed = await person.ended(id);
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'no_voice', message: expect.stringContaining('ElevenLabs') } });
    const download = await person.ask('GET', `/assets/${id}/download`);
    expect([download.statusCode, download.json<{ error: { code: string } }>().error.code]).toEqual([409, 'NOT_MADE']);
    // Ordered again, it is made anew.
    const [again = ''] = await person.order('voice', { segments: [{ ...SEGMENT, language: 'ja' }] });
    expect(again).not.toBe(id);
  });
});

describe('V-068 V-069 V-070 V-071 V-072 V-167 V-168 music, with nothing configured', () => {
  it('is composed here, as long as was asked', async () => {
    const reply = await person.ask('POST', '/assets/music/generate', {
      project_id: person.projectId,
      prompt: 'Upbeat corporate background music, inspiring, technology theme',
      config: { provider: 'suno', duration: 4, style: 'instrumental', tempo: 'medium' },
    });
    expect(reply.statusCode).toBe(202);
    const { id, music } = reply.json<{ id: string; music: { id: string }[] }>();
    expect(music).toMatchObject([{ id, scene_id: null }]);
    const made = await person.ended(id);
    expect(made).toMatchObject({ status: 'completed', provider: 'embedded', duration: 4, media_type: 'audio/wav' });
    expect(made.notes).toMatchObject([{ code: 'not_configured', provider: 'suno' }]);
  });
});

describe('V-073 V-074 V-169 V-170 V-171 V-172 the list', () => {
  const ids = async (query: string): Promise<readonly { id: string; type: string; status: string }[]> =>
    (await person.ask('GET', `/assets?project_id=${person.projectId}&${query}`)).json<{
      items: { id: string; type: string; status: string }[];
    }>().items;

  it('is filtered by type and status, in pages', async () => {
    const voices = await ids('type=voice');
    expect(voices.length).toBeGreaterThan(2);
    expect(new Set(voices.map(({ type }) => type))).toEqual(new Set(['voice']));
    expect((await ids('type=voice&status=failed')).every(({ status }) => status === 'failed')).toBe(true);
    const page = (await person.ask('GET', `/assets?project_id=${person.projectId}&limit=2&page=2`)).json<object>();
    expect(page).toMatchObject({ page: 2, limit: 2, pages: expect.any(Number), total: expect.any(Number) });
  });

  it('names what it cannot filter by, and shows nobody else’s', async () => {
    const reply = await person.ask('GET', '/assets?type=film&status=lost&project_id=x');
    const { error } = reply.json<{ error: { details: { fields: { field: string }[] } } }>();
    expect(error.details.fields.map(({ field }) => field).sort()).toEqual(['project_id', 'status', 'type']);
    const other = await house.person();
    expect((await other.ask('GET', '/assets')).json()).toMatchObject({ items: [], total: 0, pages: 0 });
    expect((await other.ask('GET', `/assets?project_id=${person.projectId}`)).statusCode).toBe(404);
  });
});

describe('clips', () => {
  it('are a camera path over their picture, kept as a file from the first download on', async () => {
    const [picture = ''] = await person.order('images', { prompts: [{ prompt: 'a lighthouse' }], config: { size: '320x256' } });
    await person.ended(picture);
    const [id = ''] = await person.order('videos', {
      clips: [{ scene_id: 3, image_asset_id: picture, duration: 1 }],
      config: { provider: 'runway', size: '320x256' },
    });
    const made = await person.ended(id);
    expect(made).toMatchObject({ status: 'completed', provider: 'embedded', duration: 1, size_bytes: null, scene_id: 3 });
    expect(made.notes).toMatchObject([{ code: 'not_configured', provider: 'runway' }]);
    // The picture of a clip stays.
    const kept = await person.ask('DELETE', `/assets/${picture}`);
    expect([kept.statusCode, kept.json<{ error: { code: string } }>().error.code]).toEqual([409, 'ASSET_IN_USE']);
    const [one, two] = await Promise.all([person.ask('GET', `/assets/${id}/download`), person.ask('GET', `/assets/${id}/download`)]);
    expect(one.headers['content-type']).toBe('video/mp4');
    expect(one.rawPayload.subarray(4, 8).toString()).toBe('ftyp');
    expect(two.rawPayload.equals(one.rawPayload)).toBe(true);
    expect((await person.asset(id)).size_bytes).toBe(one.rawPayload.length);
    expect((await person.ask('GET', `/assets/${id}/thumbnail`)).statusCode).toBe(200);
    expect((await person.ask('DELETE', `/assets/${id}`)).statusCode).toBe(204);
    expect((await person.ask('DELETE', `/assets/${picture}`)).statusCode).toBe(204);
    const files = await sql`select name from kernel.files where name like 'films/%' and media_type in ('video/mp4', 'image/png')`.execute(
      house.atelier.database.db,
    );
    expect(files.rows).toEqual([]);
  });

  it('need a finished picture of their project', async () => {
    const reply = await person.ask('POST', '/assets/videos/generate', {
      project_id: person.projectId,
      clips: [{ image_asset_id: 'img-none' }],
    });
    expect(reply.json<{ error: { details: object } }>().error.details).toMatchObject({
      field: 'clips[0].image_asset_id',
      constraint: 'exists',
    });
  });
});
