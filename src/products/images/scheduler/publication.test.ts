import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { eventually } from '#test/eventually.ts';
import { afterFile } from '#test/support.ts';
import { toldAbout } from '#test/told.ts';
import { type House, openHouse, type Person } from './test-house.ts';

interface Wire {
  readonly id: number;
  readonly status: string;
  readonly metadata: { readonly outcome?: { readonly reason: string; readonly message: string } };
}

describe('publishing a post', () => {
  let house: House;
  let john: Person;
  let receiver: WebhookReceiver;
  const planned = async (changes: object = {}): Promise<number> => (await john.plan(changes)).json<Wire>().id;
  const read = async (id: number): Promise<Wire> => (await john.ask('GET', `/api/scheduler/posts/${id}/`)).json<Wire>();
  const publish = (id: number) => john.ask('POST', `/api/scheduler/posts/${id}/publish-now/`);
  const told = (event: string, id: number) =>
    receiver.received
      .map(({ raw }) => JSON.parse(raw) as { event: string; data: { id: number; scheduled_post?: number } })
      .filter((hook) => hook.event === event && (hook.data.scheduled_post ?? hook.data.id) === id);

  beforeAll(async () => {
    house = await openHouse();
    john = await house.join('john');
    receiver = await startWebhookReceiver();
    afterFile(() => receiver.close());
    const events = ['post.published', 'post.failed', 'analytics.updated'];
    expect((await john.ask('POST', '/api/webhooks/', { url: receiver.url, events })).statusCode).toBe(201);
  });

  it.each(['facebook', 'twitter'])('I-070 I-075 I-078 I-085 says it at once on %s, once, and tells other programs', async (platform) => {
    const id = await planned({ platform, caption: `Bonjour ${platform}`, hashtags: '#a' });
    const [one, two] = await Promise.all([publish(id), publish(id)]);
    for (const reply of [one, two]) {
      expect(reply.statusCode).toBe(200);
      expect(reply.json()).toMatchObject({ id, status: 'posted', posted_at: expect.any(String), message: 'Post publié avec succès' });
    }
    expect(await read(id)).toMatchObject({ status: 'posted', platform_post_id: expect.any(String), metadata: { state: 'confirmed' } });
    await eventually(async () => (await read(id)) as unknown).toMatchObject({ platform_post_url: expect.stringContaining('http') });
    await eventually(() => told('post.published', id).length).toBe(1);
    expect(told('post.published', id)[0]?.data).toMatchObject({ status: 'posted', caption: `Bonjour ${platform}` });
    for (const [method, url] of [
      ['PATCH', ''],
      ['POST', 'cancel/'],
    ] as const)
      expect((await john.ask(method, `/api/scheduler/posts/${id}/${url}`, { caption: 'x' })).statusCode).toBe(409);
    const attempts = (await john.ask('GET', `/api/scheduler/posts/${id}/attempts/`)).json<{ results: { phase: string }[] }>();
    expect(attempts.results.length).toBeGreaterThan(0);
  });

  it('I-071 I-086 says why it failed, what to do, and tells other programs', async () => {
    const id = await planned({ caption: 'Deux fois' });
    await house.misbehave({ phase: 'feed', shows: 'error', status: 400, code: 506, message: 'Duplicate status message' });
    const reply = await publish(id);
    expect(reply.statusCode).toBe(409);
    const cause = 'Facebook refuse deux fois le même texte. Changez la légende, puis planifiez de nouveau.';
    expect(reply.json()).toEqual({ error: 'Le post n’a pas été publié.', details: { platform: [cause] } });
    expect(await read(id)).toMatchObject({
      status: 'failed',
      metadata: { state: 'rejected', outcome: { reason: 'duplicate', message: cause } },
    });
    await eventually(() => told('post.failed', id).length).toBe(1);
    const notices = await toldAbout(house.atelier.database.db, john.accountId, `/publications/posts/${id}`);
    expect(notices).toMatchObject([{ kind: 'post.failed', values: { caption: 'Deux fois', why: { fr: cause } } }]);
    expect((await john.ask('GET', `/api/scheduler/posts/${id}/analytics/`)).statusCode).toBe(409);
    expect((await john.ask('POST', `/api/scheduler/posts/${id}/settle/`, { live: true })).statusCode).toBe(409);
  });

  it('I-079 I-080 I-081 I-087 reads the figures of a live post, keeps each reading, and tells other programs', async () => {
    const id = await planned({ caption: 'Des chiffres' });
    await publish(id);
    const first = await john.ask('GET', `/api/scheduler/posts/${id}/analytics/`);
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({
      scheduled_post: id,
      last_synced_at: expect.any(String),
      raw_data: expect.any(Object),
      likes: expect.any(Number),
    });
    await sql`update images.post_readings set synced_at = synced_at - interval '1 hour' where post_id = ${id}`.execute(
      house.atelier.database.db,
    );
    const synced = await john.ask('POST', `/api/scheduler/posts/${id}/sync-analytics/`);
    expect(synced.json()).toMatchObject({ message: 'Analytics synchronisées avec succès', analytics: { scheduled_post: id } });
    // Pressed again at once: the reading of a moment ago is answered.
    await john.ask('POST', `/api/scheduler/posts/${id}/sync-analytics/`);
    expect((await john.ask('GET', `/api/scheduler/posts/${id}/readings/`)).json()).toMatchObject({ count: 2 });
    await eventually(() => told('analytics.updated', id).length).toBe(2);
  });

  it('reads the figures by itself, later and later', async () => {
    const id = await planned({ caption: 'Tout seul' });
    await publish(id);
    const { db } = house.atelier.database;
    const steps = async () =>
      (
        await sql<{ step: number; hours: number }>`
          select (j.data->>'step')::int as step, round(extract(epoch from j.start_after - p.posted_at) / 3600)::int as hours
          from jobs.job j join images.posts p on p.id = ${id}
          where j.name = 'images.read-figures' and (j.data->>'postId')::bigint = ${id} and j.state in ('created', 'retry')`.execute(db)
      ).rows;
    expect(await steps()).toEqual([{ step: 0, hours: 1 }]);
    await sql`update jobs.job set start_after = now() where name = 'images.read-figures' and (data->>'postId')::bigint = ${id}`.execute(db);
    await eventually(steps).toEqual([{ step: 1, hours: 6 }]);
    expect((await john.ask('GET', `/api/scheduler/posts/${id}/readings/`)).json()).toMatchObject({ count: 1 });
  });

  it('is settled by a person when the platform never said', async () => {
    const { db } = house.atelier.database;
    // A day of silence, as it is written at its end.
    const unconfirmed = async (): Promise<number> => {
      const id = await planned({ caption: 'Incertain' });
      await sql`update publishing.publications set state = 'unknown', called_at = now(), ended_at = now(), connection_id =
          (select max(id) from publishing.connections where account_id = ${john.accountId} and platform = 'facebook')
        where key = ${`images.post:${id}`}`.execute(db);
      await sql`update images.posts set state = 'unknown', status = 'failed' where id = ${id}`.execute(db);
      return id;
    };
    const settle = (id: number, body: object) => john.ask('POST', `/api/scheduler/posts/${id}/settle/`, body);
    const live = await unconfirmed();
    expect((await settle(live, { url: 'javascript:alert(1)' })).statusCode).toBe(400);
    expect((await settle(live, { live: true, url: 'javascript:alert(1)' })).statusCode).toBe(400);
    const url = 'https://www.facebook.com/p/1';
    expect((await settle(live, { live: true, url })).json()).toMatchObject({ status: 'posted', platform_post_url: url });
    const lost = await unconfirmed();
    expect((await settle(lost, { live: 'false' })).json()).toMatchObject({ status: 'scheduled' });
    await eventually(async () => (await read(lost)).status).toBe('posted');
  });

  it('I-082 counts by status and platform, what is to come, this week and this month', async () => {
    const luc = await house.join('luc');
    const [posted = 0, cancelled = 0] = await Promise.all(
      ['facebook', 'twitter', 'instagram'].map(async (platform) => (await luc.plan({ platform })).json<Wire>().id),
    );
    await luc.ask('POST', `/api/scheduler/posts/${posted}/publish-now/`);
    await luc.ask('POST', `/api/scheduler/posts/${cancelled}/cancel/`);
    const figures = (await luc.ask('GET', '/api/scheduler/statistics/')).json<Record<string, number>>();
    expect(figures).toMatchObject({
      total_posts: 3,
      by_status: { scheduled: 1, posted: 1, failed: 0, cancelled: 1 },
      by_platform: { instagram: 1, facebook: 1, twitter: 1 },
      upcoming_posts: 1,
    });
    // The one in two days may lie in the next week, the cancelled one in none.
    expect([1, 2]).toContain(figures['posts_this_week']);
  });
});
