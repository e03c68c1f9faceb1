import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ChatModelSimulator, startChatModelSimulator } from '#simulators/chat-model.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';

interface Suggested {
  readonly source: string;
  readonly model: string | null;
  readonly why: string | null;
  readonly variants: readonly { readonly text: string; readonly used: number; readonly limit: number; readonly source: string }[];
}
interface Refusal {
  readonly details: Record<string, string[]>;
}

describe('help with words', () => {
  let atelier: Atelier;
  let models: ChatModelSimulator;
  let image = 0;
  const tokens: Record<string, { token: string; id: number }> = {};
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, who = 'john') =>
    atelier.doors.images.inject({
      method,
      url,
      ...(payload ? { payload } : {}),
      headers: { authorization: `Bearer ${tokens[who]?.token}` },
    });
  const suggest = (body: object, who?: string) => ask('POST', '/api/scheduler/captions/', { image, platform: 'twitter', ...body }, who);

  beforeAll(async () => {
    models = await startChatModelSimulator();
    afterFile(() => models.close());
    atelier = await startAtelier({ environment: { ...models.environment } });
    for (const name of ['john', 'jane']) {
      const account = { username: name, email: `${name}@example.com`, password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' };
      const reply = await atelier.doors.images.inject({ method: 'POST', url: '/api/auth/register/', payload: account });
      const { user, tokens: issued } = reply.json<{ user: { id: number }; tokens: { access: string } }>();
      tokens[name] = { token: issued.access, id: user.id };
    }
    const ordered = await ask('POST', '/api/images/generate/', {
      prompt: 'Un phare dans la brume',
      width: 256,
      height: 256,
      tags: ['mer'],
    });
    image = ordered.json<{ id: number }>().id;
  });

  it('are a model’s when one answers: within the limit of the platform, and what does not fit is written here', async () => {
    models.says({ captions: ['Premier jet', 'é'.repeat(281), 'Dernier jet'] });
    const reply = (await suggest({})).json<Suggested>();
    expect(reply.variants.map(({ source }) => source)).toEqual(['model', 'model', 'embedded']);
    expect(reply).toMatchObject({ source: 'embedded', why: 'unusable', model: expect.any(String) });
    for (const { used, limit } of reply.variants) expect(used).toBeLessThanOrEqual(limit);
    expect(models.requests.at(-1)?.body.messages[1]?.content).toContain('Un phare dans la brume');
  });

  it('are written here when the model fails, and said to be so', async () => {
    for (let tries = 0; tries < 4; tries++) models.says('no JSON at all');
    const reply = (await suggest({ seed: 7, tone: 'poetic' })).json<Suggested>();
    expect(reply).toMatchObject({ source: 'embedded', model: null, why: expect.any(String) });
    expect(new Set(reply.variants.map(({ text }) => text)).size).toBe(3);
    for (const { text } of reply.variants) expect(text.toLowerCase()).toContain('phare dans la brume');
  });

  it('name every fault, and know nothing of somebody else’s pictures', async () => {
    const wrong = await suggest({ image: 'x', platform: 'myspace', tone: 'rude', language: 'de', seed: -1 });
    expect(Object.keys(wrong.json<Refusal>().details).sort()).toEqual(['image', 'language', 'platform', 'seed', 'tone']);
    expect((await suggest({}, 'jane')).json<Refusal>().details).toHaveProperty('image');
  });

  it('keep hashtags under a name, one of each, for their owner', async () => {
    const sets = '/api/scheduler/hashtag-sets/';
    const made = await ask('POST', sets, { name: 'Été', hashtags: 'mer, #plage' });
    expect([made.statusCode, made.json()]).toMatchObject([201, { name: 'Été', hashtags: '#mer #plage' }]);
    const { id } = made.json<{ id: number }>();
    expect((await ask('POST', sets, { name: 'ete', hashtags: 'a' })).json<Refusal>().details).toHaveProperty('name');
    expect(Object.keys((await ask('POST', sets, { name: ' ', hashtags: '#c++' })).json<Refusal>().details)).toEqual(['name', 'hashtags']);
    expect((await ask('PATCH', `${sets}${id}/`, { hashtags: ['sable'] })).json()).toMatchObject({ name: 'Été', hashtags: '#sable' });
    expect((await ask('PATCH', `${sets}${id}/`, { name: 'x' }, 'jane')).statusCode).toBe(404);
    expect((await ask('DELETE', `${sets}${id}/`, undefined, 'jane')).statusCode).toBe(404);
    expect((await ask('GET', sets)).json()).toMatchObject({ count: 1, results: [{ id }] });
    expect((await ask('DELETE', `${sets}${id}/`)).statusCode).toBe(204);
    expect((await ask('GET', sets)).json()).toMatchObject({ count: 0, next: null, previous: null, results: [] });
  });

  it('learn hours and hashtags from one’s own figures, and say when these are too few', async () => {
    const times = '/api/scheduler/best-times/?platform=instagram';
    expect((await ask('GET', times)).json()).toMatchObject({
      enough_data: false,
      posts: 0,
      timezone: 'UTC',
      message: expect.stringContaining('0 sur 10'),
    });
    const { db } = atelier.database;
    const me = tokens['john']?.id ?? 0;
    await sql`insert into images.profiles (account_id, timezone, created_at, updated_at) values (${me}, 'Africa/Casablanca', now(), now())
      on conflict (account_id) do update set timezone = excluded.timezone`.execute(db);
    await sql`
      with live as (
        insert into images.posts (account_id, alt_text, media_file, platform, scheduled_time, caption, hashtags, search_text, status, state, posted_at, created_at, updated_at)
        select ${me}, 'x', 'posts/' || n, 'instagram', t, 'x', '#phare #mer', 'x', 'posted', 'confirmed', t, t, t
        from generate_series(1, 10) n, lateral (select timestamptz '2026-07-06 17:30Z' + n * interval '7 days' as t) at
        returning id)
      insert into images.post_readings (post_id, engagement_rate, synced_at) select id, 4.5, now() from live`.execute(db);
    // 17:30 in UTC is 18:30 in Casablanca.
    expect((await ask('GET', times)).json()).toMatchObject({
      enough_data: true,
      posts: 10,
      timezone: 'Africa/Casablanca',
      times: [{ weekday: 1, hour: 18, engagement_rate: 4.5, posts: 10 }],
    });
    const ideas = await ask('GET', `/api/scheduler/hashtags/?image=${image}`);
    expect(ideas.json<{ results: object[] }>().results.slice(0, 2)).toEqual([
      { hashtag: '#mer', from: 'tag', posts: 10, engagement_rate: 4.5 },
      { hashtag: '#phare', from: 'prompt', posts: 10, engagement_rate: 4.5 },
    ]);
    expect((await ask('GET', `/api/scheduler/hashtags/?image=${image}`, undefined, 'jane')).statusCode).toBe(404);
    expect((await ask('GET', '/api/scheduler/best-times/?platform=x')).statusCode).toBe(400);
  });
});
