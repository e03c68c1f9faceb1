import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installVoiceEngine } from '#simulators/voice-engine.ts';
import { startVoiceModelSimulator, type VoiceModelSimulator } from '#simulators/voice-model.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';

const engine = installVoiceEngine();
afterAll(() => engine.remove());

interface Voice {
  readonly id: string;
  readonly language: string;
  readonly provider: string;
  readonly [name: string]: unknown;
}

async function caller(atelier: Atelier) {
  const { accountId } = await atelier.as('user');
  const { access_token } = await atelier.identity.issueTokens({ id: accountId }, { door: 'video' });
  const headers = { authorization: `Bearer ${access_token}` };
  return {
    list: async (query: string): Promise<readonly Voice[]> =>
      (await atelier.doors.video.inject({ url: `/api/v1/voices?${query}`, headers })).json<{ voices: Voice[] }>().voices,
    ask: (method: 'GET' | 'POST', path: string, payload?: object) =>
      atelier.doors.video.inject({ method, url: `/api/v1/voices${path}`, headers, ...(payload ? { payload } : {}) }),
  };
}

describe('V-113 V-114 V-194 V-195 V-196 V-197 voices, with nothing configured', () => {
  let person: Awaited<ReturnType<typeof caller>>;
  beforeAll(async () => {
    person = await caller(await startAtelier());
  });

  it('of the documents answer, and say who really speaks', async () => {
    const french = await person.list('provider=elevenlabs&language=fr');
    expect(french.map(({ id }) => id)).toEqual(['thomas', 'charlotte']);
    expect(french[0]).toMatchObject({
      ...{ id: 'thomas', name: 'Thomas', provider: 'elevenlabs', language: 'fr', gender: 'male', style: 'professional' },
      ...{ speaker: 'espeak-fr', speaker_provider: 'embedded', quality: 'robotic' },
      preview_url: expect.stringMatching(/\/api\/v1\/voices\/thomas\/preview$/),
    });
    expect((await person.list('language=ar-MA')).every(({ language }) => language === 'ar')).toBe(true);
    const embedded = await person.list('provider=embedded');
    expect(embedded.every(({ provider }) => provider === 'embedded')).toBe(true);
    expect(embedded.map(({ id }) => id)).toContain('espeak-fr');
  });

  it('V-115 V-198 V-199 are heard: the same sample is the same file, a text of one’s own is spoken', async () => {
    const [one, two] = [await person.ask('GET', '/thomas/preview'), await person.ask('GET', '/thomas/preview')];
    expect(one.headers).toMatchObject({ 'content-type': 'audio/mpeg', 'x-voice-provider': 'embedded', 'x-voice-speaker': 'espeak-fr' });
    expect([two.headers.etag, one.rawPayload.length > 4000]).toEqual([one.headers.etag, true]);
    const own = await person.ask('POST', '/thomas/preview', { text: 'Bonjour, ceci est un test de voix.', provider: 'elevenlabs' });
    expect([own.statusCode, own.headers['content-type'], own.headers['x-voice-provider']]).toEqual([200, 'audio/mpeg', 'embedded']);
    expect(own.rawPayload.length).toBeGreaterThan(4000);
  });

  it('of nobody are not found, and wrong wishes are named', async () => {
    expect((await person.ask('POST', '/no-such-voice/preview', { text: 'Bonjour' })).statusCode).toBe(404);
    expect((await person.ask('GET', '/no-such-voice/preview')).statusCode).toBe(404);
    const fields = async (reply: ReturnType<typeof person.ask>): Promise<readonly string[]> =>
      (await reply)
        .json<{ error: { details: { fields: { field: string }[] } } }>()
        .error.details.fields.map(({ field }) => field)
        .sort();
    expect(await fields(person.ask('POST', '/thomas/preview', { text: 'x'.repeat(301), provider: 'nobody', language: '?' }))).toEqual([
      ...['language', 'provider', 'text'],
    ]);
    expect(await fields(person.ask('POST', '/thomas/preview', {}))).toEqual(['text']);
    expect(await fields(person.ask('POST', '/thomas/preview', { text: '…' }))).toEqual(['text']);
    expect(await fields(person.ask('GET', '?provider=azure&language=français'))).toEqual(['language', 'provider']);
  });
});

describe('voices of ElevenLabs', () => {
  let provider: VoiceModelSimulator;
  let person: Awaited<ReturnType<typeof caller>>;
  beforeAll(async () => {
    provider = await startVoiceModelSimulator();
    afterFile(provider.close);
    person = await caller(await startAtelier({ environment: provider.environment }));
  });

  it('are listed with those of the account; their sample costs nothing', async () => {
    const voices = await person.list('provider=elevenlabs&language=fr');
    expect(voices[0]).toMatchObject({ id: 'thomas', speaker_provider: 'elevenlabs', speaker: 'GBv7mTt0atIp3Br8iCZE', quality: 'natural' });
    expect(voices.map(({ id }) => id)).toContain('elevenlabs:GBv7mTt0atIp3Br8iCZE');
    const sample = await person.ask('GET', '/thomas/preview');
    expect([sample.statusCode, sample.headers.location]).toEqual([302, `${provider.url}/previews/GBv7mTt0atIp3Br8iCZE.mp3`]);
    expect(provider.bill.charged).toBe(0);
  });

  it('say a text once: asked again, also at the same time, it is not bought again', async () => {
    const payload = { text: 'Bonjour, ceci est un test de voix.', provider: 'elevenlabs' };
    const replies = await Promise.all([1, 2, 3].map(() => person.ask('POST', '/thomas/preview', payload)));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(replies[0]?.headers).toMatchObject({ 'x-voice-provider': 'elevenlabs', 'content-type': 'audio/mpeg' });
    expect(provider.bill.charged).toBe(payload.text.length);
    await person.ask('POST', '/thomas/preview', { ...payload, provider: 'embedded' });
    expect(provider.bill.charged).toBe(payload.text.length);
  });

  it('V-017 that cannot be listed now are missing, and the reason is said', async () => {
    const stranger = await caller(await startAtelier({ environment: { ...provider.environment, ELEVENLABS_API_KEY: 'sk_wrong' } }));
    const reply = (await stranger.ask('GET', '?language=fr')).json<{ voices: Voice[]; missing: { code: string; message: string } }>();
    expect(reply.missing).toMatchObject({ code: 'unauthorized', message: expect.stringContaining('ElevenLabs') });
    expect(reply.voices[0]).toMatchObject({ id: 'thomas', speaker_provider: 'embedded' });
    const failed = await stranger.ask('POST', '/thomas/preview', { text: 'Bonjour', provider: 'elevenlabs' });
    expect([failed.statusCode, failed.json<{ error: { code: string } }>().error.code]).toEqual([503, 'VOICE_UNAUTHORIZED']);
  });
});
