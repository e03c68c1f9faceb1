import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageModelSimulator, startImageModelSimulator } from '#simulators/image-models.ts';
import { type MusicModelSimulator, startMusicModelSimulator } from '#simulators/music-model.ts';
import { installVoiceEngine } from '#simulators/voice-engine.ts';
import { startVoiceModelSimulator, type VoiceModelSimulator } from '#simulators/voice-model.ts';
import { afterFile } from '#test/support.ts';
import { type House, openHouse, type Person } from './test-house.ts';

let house: House;
let person: Person;
let pictures: ImageModelSimulator;
let voices: VoiceModelSimulator;
let music: MusicModelSimulator;
const engine = installVoiceEngine();
afterAll(() => engine.remove());

const segment = (text: string) => ({ segments: [{ text, voice_id: 'thomas', language: 'fr' }] });
const picture = (prompt: string, provider = 'stability') => ({ prompts: [{ prompt }], config: { size: '256x256', provider } });
const song = (prompt: string, provider?: string) => ({ prompt, config: { duration: 4, ...(provider ? { provider } : {}) } });

/** As a process leaves it that died in the middle of the making. */
const died = (id: string, from: string | null, task: string | null = null, since = new Date(Date.now() - 60_000)) =>
  sql`update video.assets set status = 'processing', started_at = ${since}, buying_from = ${from},
    buying_since = ${from ? since : null}, buying_task = ${task} where id = ${id}`.execute(house.atelier.database.db);

const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }): readonly string[] => notes.map(({ code }) => code);

/** What another process bought before it died. */
const buySpeech = (text: string): Promise<Response> =>
  fetch(`${voices.url}/v1/text-to-speech/GBv7mTt0atIp3Br8iCZE/with-timestamps`, {
    method: 'POST',
    headers: { 'xi-api-key': voices.key, 'content-type': 'application/json' },
    body: JSON.stringify({ text, model_id: 'eleven_multilingual_v2' }),
  });

beforeAll(async () => {
  [pictures, voices, music] = await Promise.all([startImageModelSimulator(), startVoiceModelSimulator(), startMusicModelSimulator()]);
  for (const { close } of [pictures, voices, music]) afterFile(close);
  const suno = { SUNO_URL: music.suno.url, SUNO_API_KEY: music.suno.key };
  house = await openHouse({
    work: false,
    environment: { ...pictures.environmentOf('stability', 'replicate', 'blackbox'), ...voices.environment, ...suno },
  });
  person = await house.person();
});

describe('what was being bought when the process died is not bought again', () => {
  it('it is fetched where the provider keeps it, else made here and said so (V-061, decision 0031)', async () => {
    const [kept = '', lost = ''] = [
      ...(await person.order('voice', segment('Le phare veille sur la mer.'))),
      ...(await person.order('voice', segment('Personne ne l’a jamais dit.'))),
    ];
    await buySpeech('Le phare veille sur la mer.');
    await died(kept, 'elevenlabs');
    await died(lost, 'elevenlabs');
    const [task = ''] = await person.order('music', song('a calm sea', 'suno'));
    await fetch(`${music.suno.url}/api/v1/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${music.suno.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: 'a calm sea' }),
    });
    await died(task, 'suno', 'task-1');
    const [noTask = ''] = await person.order('music', song('a stormy sea', 'suno'));
    await died(noTask, 'suno');
    const before = { voice: voices.bill.charged, suno: music.bought.suno };
    await house.atelier.work();

    const said = await person.ended(kept);
    expect(said).toMatchObject({ status: 'completed', provider: 'elevenlabs', model: 'GBv7mTt0atIp3Br8iCZE', notes: [] });
    expect(said.words.map(({ text }) => text).join(' ')).toBe('Le phare veille sur la mer.');
    expect(await person.ended(lost)).toMatchObject({ status: 'completed', provider: 'embedded', notes: [{ code: 'lost_purchase' }] });
    expect(await person.ended(task)).toMatchObject({ status: 'completed', provider: 'suno', notes: [] });
    expect(await person.ended(noTask)).toMatchObject({ status: 'completed', provider: 'embedded', notes: [{ code: 'lost_purchase' }] });
    expect({ voice: voices.bill.charged, suno: music.bought.suno }).toEqual(before);

    // A person may order another take, and that is a new purchase.
    const take = (await person.ask('POST', `/assets/${lost}/regenerate`)).json<{ id: string }>();
    expect(await person.ended(take.id)).toMatchObject({ provider: 'elevenlabs' });
    expect(voices.bill.charged).toBeGreaterThan(before.voice);
  });

  it('an order that failed and is made anew is the same purchase', async () => {
    const asked = segment('La lampe tourne sans fin.');
    const [first = ''] = await person.order('voice', asked);
    expect(await person.ended(first)).toMatchObject({ status: 'completed', provider: 'elevenlabs' });
    const before = { voice: voices.bill.charged, pictures: pictures.bought.stability };
    await sql`update video.assets set status = 'failed', file = null, buying_from = 'elevenlabs', buying_since = now() - interval '1 minute'
      where id = ${first}`.execute(house.atelier.database.db);
    const [second = ''] = await person.order('voice', asked);
    expect(second).not.toBe(first);
    expect(await person.ended(second)).toMatchObject({ status: 'completed', provider: 'elevenlabs' });
    expect({ voice: voices.bill.charged, pictures: pictures.bought.stability }).toEqual(before);
  });

  it('a picture of a provider that keeps nothing falls to the embedded painter', async () => {
    const [id = ''] = await person.order('images', picture('a lighthouse at night'));
    expect(await person.ended(id)).toMatchObject({ provider: 'stability', notes: expect.not.arrayContaining([{ code: 'lost_purchase' }]) });
    expect(pictures.bought.stability).toBe(1);
    // It had come, and the process died before it was kept: the job comes again.
    await sql`update video.assets set status = 'processing', file = null, thumbnail = null, provider = null where id = ${id}`.execute(
      house.atelier.database.db,
    );
    await sql`insert into jobs.job (name, data, retry_limit) values ('video.asset', ${JSON.stringify({ id })}::jsonb, 20)`.execute(
      house.atelier.database.db,
    );
    const again = await person.ended(id);
    expect([again.provider, codes(again)]).toEqual(['embedded', expect.arrayContaining(['lost_purchase'])]);
    expect(pictures.bought.stability).toBe(1);
  });

  it('an answer that is lost is looked for in the history, and nothing is bought twice', async () => {
    const charged = voices.bill.charged;
    voices.misbehave({ is: 'lost_answer' });
    const text = 'Cette réponse se perd en route.';
    const [id = ''] = await person.order('voice', segment(text));
    expect(await person.ended(id)).toMatchObject({ status: 'completed', provider: 'elevenlabs' });
    expect(voices.bill.charged - charged).toBe(text.length);
  });
});

describe('bad days of providers', () => {
  it('a refusal is final, said in the reader’s language, and taken to nobody else (pain 5)', async () => {
    pictures.misbehave('stability', { is: 'refused' });
    const before = pictures.requests.length;
    const [id = ''] = await person.order('images', picture('something refused'));
    const failed = await person.ended(id);
    expect(failed).toMatchObject({
      status: 'failed',
      error: { code: 'refused', message: expect.stringContaining('Stability AI a refusé') },
    });
    expect(pictures.requests.length - before).toBe(1);
  });

  it('an empty account fails at once, too many requests at once pass (pain 17)', async () => {
    const { left } = voices.bill;
    voices.bill.left = 3;
    const [poor = ''] = await person.order('voice', segment('Il n’y a plus de crédit.'));
    expect(await person.ended(poor)).toMatchObject({ status: 'failed', error: { code: 'quota_exceeded' } });
    voices.bill.left = left;
    voices.misbehave({ is: 'too_many', headers: { 'retry-after': '0' }, times: 4 });
    const [patient = ''] = await person.order('voice', segment('La patience paie toujours.'));
    expect(await person.ended(patient)).toMatchObject({ status: 'completed', provider: 'elevenlabs' });
  });

  it('music that nobody insisted on is composed here when it cannot be bought', async () => {
    music.misbehave({ is: 'no_credit', at: /POST/ });
    const [free = ''] = await person.order('music', song('no credit at all'));
    expect(await person.ended(free)).toMatchObject({ provider: 'embedded', notes: [{ code: 'fell_back', provider: 'suno' }] });
    music.misbehave({ is: 'no_credit', at: /POST/ });
    const [insisted = ''] = await person.order('music', song('no credit at all', 'suno'));
    expect(await person.ended(insisted)).toMatchObject({ status: 'failed', error: { code: 'insufficient_credit' } });
  });

  it('a call that hangs ends when the asset is deleted, and leaves nothing (pain 7)', async () => {
    voices.misbehave({ is: 'hang' });
    const [id = ''] = await person.order('voice', segment('Personne ne répond.'));
    await expect.poll(() => voices.requests.at(-1)?.body?.text, { timeout: 20_000 }).toBe('Personne ne répond.');
    expect((await person.ask('DELETE', `/assets/${id}`)).statusCode).toBe(204);
    await expect
      .poll(
        async () =>
          (
            await sql`select id from jobs.job where name = 'video.asset' and state in ('created', 'active', 'retry')`.execute(
              house.atelier.database.db,
            )
          ).rows,
        { timeout: 20_000 },
      )
      .toEqual([]);
    expect((await person.ask('GET', `/assets/${id}`)).statusCode).toBe(404);
  });
});
