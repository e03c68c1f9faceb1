import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { eventually } from '#test/eventually.ts';
import { enter } from '#test/live.ts';
import { afterFile } from '#test/support.ts';
import { toldAbout } from '#test/told.ts';
import {
  type Batch,
  type Desk,
  deskOf,
  type Film,
  type House,
  idOf,
  inHours,
  on,
  openHouse,
  type Person,
  type Wire,
} from './test-house.ts';

const ALL = ['youtube', 'linkedin', 'tiktok', 'instagram', 'facebook', 'twitter'] as const;

let house: House;
let ana: Person;
let film: Film;
let desk: Desk;
let receiver: WebhookReceiver;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.join();
  film = await ana.film();
  desk = deskOf(house, ana, film);
  receiver = await startWebhookReceiver();
  afterFile(receiver.close);
  const events = ['publish.completed', 'publish.failed', 'publish.unknown'];
  const hook = await house.atelier.doors.video.inject({
    ...{ method: 'POST', url: '/api/v1/webhooks', headers: { authorization: `Bearer ${ana.token}` } },
    payload: { url: receiver.url, events },
  });
  expect(hook.statusCode).toBe(201);
});

const told = (event: string, id: string) =>
  receiver.received
    .map(({ raw }) => JSON.parse(raw) as { event: string; data: { publish_id: string; status: string; error: object | null } })
    .filter((hook) => hook.event === event && hook.data.publish_id === id);

describe('publishing a film', () => {
  it('V-103 V-106 V-108 V-111 V-124 V-183 V-185 V-189 says it on all platforms, once each, and tells other programs', async () => {
    const batch = await desk.publish(ALL.map((platform) => on(platform, { ...(platform === 'tiktok' ? { title: 'Le phare' } : {}) })));
    expect(batch).toMatchObject({ publish_batch_id: expect.stringMatching(/^pub-/), status: 'processing' });
    expect(batch.publications.map(({ platform }) => platform)).toEqual([...ALL]);
    expect(batch.publications.map(({ id }) => id.replace(/-\w{16}$/, ''))).toEqual([
      'pub-yt',
      'pub-li',
      'pub-tt',
      'pub-ig',
      'pub-fb',
      'pub-x',
    ]);
    for (const { id, platform } of batch.publications) {
      await expect.poll(async () => (await desk.looked(id)).status, { timeout: 60_000, interval: 50 }).toBe('published');
      const live = await desk.status(id);
      expect(live).toMatchObject({ publish_id: id, platform, platform_id: expect.any(String), error: null, progress: 100 });
      await eventually(() => told('publish.completed', id).length).toBe(1);
    }
    const whole = (await ana.ask('GET', `/${batch.publish_batch_id}/status`)).json<Batch>();
    expect(whole).toMatchObject({ publish_batch_id: batch.publish_batch_id, status: 'published' });
    expect(whole.publications).toHaveLength(ALL.length);
    const list = (await ana.ask('GET', `?video_id=${film.id}`)).json<{ items: Wire[] }>().items;
    expect(list.filter(({ publish_id: id }) => batch.publications.some((one) => one.id === id))).toHaveLength(ALL.length);
  });

  it('V-109 V-190 shows figures with their time, and null before anything is known', async () => {
    const id = idOf(await desk.publish([on('twitter')]));
    expect(await desk.status(id)).toMatchObject({ analytics: { views: null, likes: null, comments: null, last_updated: null } });
    await eventually(async () => (await desk.status(id)).status).toBe('published');
    expect(await desk.status(id)).toMatchObject({ analytics: { likes: 0, comments: 0, last_updated: expect.stringMatching(/Z$/) } });
    // Fresh ones are not asked for again; old ones are, and what cannot be read now is shown with its time.
    await sql`update video.publications set figures_at = now() - interval '1 hour', figures = '{"views": 7, "likes": 5, "comments": 2}'
      where id = ${id}`.execute(house.atelier.database.db);
    await house.control(ana, 'x', { mishaps: [{ phase: 'lookup', is: 'status', status: 503 }] });
    const old = (await ana.ask('GET', `/${id}/status`)).json<{ analytics: { likes: number; last_updated: string } }>().analytics;
    expect(old.likes).toBe(5);
    expect(Date.parse(old.last_updated)).toBeLessThan(Date.now() - 3_000_000);
    await eventually(async () => (await desk.status(id)) as unknown).toMatchObject({ analytics: { likes: 0 } });
  });

  it('reads figures by itself, later and later', async () => {
    const id = idOf(await desk.publish([on('facebook')]));
    await eventually(async () => (await desk.looked(id)).status).toBe('published');
    const steps = async () =>
      (
        await sql<{ step: number }>`select (data->>'step')::int as step from jobs.job
          where name = 'video.read-figures' and data->>'id' = ${id} and state in ('created', 'retry')`.execute(house.atelier.database.db)
      ).rows.map(({ step }) => step);
    expect(await steps()).toEqual([0]);
    await sql`update jobs.job set start_after = now() where name = 'video.read-figures' and data->>'id' = ${id}`.execute(
      house.atelier.database.db,
    );
    await eventually(steps).toEqual([1]);
  });

  it('V-104 V-105 V-184 takes the documented request; who may see it is never left to the platform', async () => {
    const thumbnail = await ana.picture(film.projectId);
    const youtube = { title: 'Introduction', description: 'Dans cette vidéo…', tags: ['IA', 'tutoriel'], category_id: '28' };
    const batch = await desk.publish([
      { platform: 'youtube', config: { ...youtube, privacy_status: 'public', thumbnail_asset_id: thumbnail } },
      { platform: 'linkedin', config: { text: 'Nouvelle vidéo sur l’IA! #AI', visibility: 'PUBLIC' } },
    ]);
    const planned = async (id: string) =>
      (
        await sql<{ post: { text: string; film: object } }>`select p.post from publishing.publications p
          join video.publications v on v.publication_id = p.id where v.id = ${id}`.execute(house.atelier.database.db)
      ).rows[0]?.post;
    expect(await planned(idOf(batch))).toMatchObject({
      text: 'Dans cette vidéo…',
      madeWithAi: true,
      film: {
        title: 'Introduction',
        tags: ['IA', 'tutoriel'],
        categoryId: '28',
        privacy: 'public',
        thumbnail: { mediaType: 'image/jpeg' },
      },
    });
    const silent = await desk.publish([
      { platform: 'youtube' },
      { platform: 'linkedin', config: { text: 'Bonjour' } },
      { platform: 'tiktok' },
    ]);
    const words = await Promise.all(silent.publications.map(({ id }) => planned(id)));
    expect(words.map((post) => post?.film)).toMatchObject(Array(3).fill({ title: 'Le phare', privacy: 'private' }));
    expect((await ana.ask('GET', `/${idOf(silent)}/status`)).json()).toMatchObject({
      config: { privacy_status: 'private', title: 'Le phare' },
    });
  });
});

describe('what can go wrong', () => {
  it('pain 15: an answer that is lost never becomes a second film, and the same request sent again is one', async () => {
    await house.control(ana, 'x', { mishaps: [{ phase: 'tweet', is: 'reset', done: 'before' }] });
    const body = { video_id: film.id, platforms: [on('twitter', { text: 'Une seule fois' })] };
    const send = () => ana.ask('POST', '', body, { 'idempotency-key': 'film-1' });
    const [one, two] = [await send(), await send()];
    expect(two.json()).toEqual(one.json());
    expect([one.statusCode, two.statusCode, two.headers['idempotent-replayed']]).toEqual([202, 202, 'true']);
    const id = idOf(one.json<Batch>());
    await eventually(async () => (await desk.looked(id)).status).toBe('published');
    const { rows } = await sql<{ calls: number }>`select count(*)::int as calls from publishing.attempts a
      join video.publications v on v.publication_id = a.publication_id where v.id = ${id} and a.phase = 'tweet'`.execute(
      house.atelier.database.db,
    );
    expect(rows[0]?.calls).toBe(1);
  });

  it('V-125 says why a platform refused, what to do, and tells other programs', async () => {
    await house.control(ana, 'meta', {
      mishap: { phase: 'video_reels_finish', shows: 'error', status: 400, code: 368, message: 'Blocked for now' },
    });
    const id = idOf(await desk.publish([on('facebook')]));
    await eventually(async () => (await desk.status(id)).status).toBe('failed');
    const reply = await ana.ask('GET', `/${id}/status`, undefined, { 'accept-language': 'fr' });
    expect(reply.json<Wire>().error).toEqual({
      code: 'SPAM',
      message: 'Facebook bloque ce compte pour activité suspecte. Attendez, vérifiez le compte, puis publiez de nouveau.',
      detail: expect.stringContaining('368'),
    });
    await eventually(() => told('publish.failed', id).length).toBe(1);
    expect(told('publish.failed', id)[0]?.data).toMatchObject({ status: 'failed', error: { code: 'SPAM' } });
    const notices = await toldAbout(house.atelier.database.db, ana.accountId, `/films/${film.projectId}/publish`);
    expect(notices).toContainEqual({ kind: 'film.not-published', values: { title: expect.any(String), platform: 'Facebook' } });
  });

  it('a film that the platform cannot work through failed, and is not called live before it is', async () => {
    await house.control(ana, 'meta', { rules: { fates: ['ERROR'] } });
    const id = idOf(await desk.publish([on('facebook')]));
    await eventually(async () => (await desk.looked(id)) as unknown).toMatchObject({ status: 'failed', error: { code: 'MEDIA' } });
  });

  it('is settled by a person when nobody knows: unknown is no failure, and nothing is sent before that', async () => {
    const { db } = house.atelier.database;
    const unconfirmed = async (): Promise<string> => {
      const id = idOf(await desk.publish([on('twitter')], { schedule: { publish_at: inHours(9) } }, '/schedule'));
      // A day of silence, as it is written at its end.
      await sql`update publishing.publications p set state = 'unknown', called_at = now(), ended_at = now(), outcome =
          '{"reason": "unknown", "code": "", "detail": "cannot be read"}', connection_id = (select max(id) from publishing.connections
          where account_id = ${ana.accountId} and platform = 'twitter') from video.publications v
        where v.publication_id = p.id and v.id = ${id}`.execute(db);
      return id;
    };
    const settle = (id: string, body: object) => ana.ask('POST', `/${id}/settle`, body);
    const live = await unconfirmed();
    expect(await desk.status(live)).toMatchObject({ status: 'unknown', error: { code: 'UNKNOWN' } });
    for (const wrong of [{}, { live: 'yes' }, { live: true, url: 'javascript:alert(1)' }])
      expect((await settle(live, wrong)).statusCode).toBe(400);
    const url = 'https://x.com/ana/status/1';
    expect((await settle(live, { live: true, url })).json()).toMatchObject({ status: 'published', platform_url: url });
    expect((await settle(live, { live: true })).statusCode).toBe(409);
    await eventually(() => told('publish.completed', live).length).toBe(1);
    const lost = await unconfirmed();
    expect((await settle(lost, { live: false })).statusCode).toBe(200);
    await eventually(async () => (await desk.status(lost)).status).toBe('published');
  });
});

describe('whoever waits', () => {
  it('hears on the channel of the project how it goes', async () => {
    const own = await ana.film();
    const { port } = new URL(house.atelier.url);
    const client = await enter(`ws://127.0.0.1:${port}/ws`);
    client.send({ type: 'auth', token: ana.token });
    await eventually(() => client.heard.map(({ type }) => type)).toContain('auth_ok');
    client.send({ type: 'subscribe', channel: `project:${own.projectId}` });
    await eventually(() => client.heard.map(({ type }) => type)).toContain('subscribed');
    const reply = await ana.ask('POST', '', { video_id: own.id, platforms: [on('twitter')] });
    const id = idOf(reply.json<Batch>());
    const heard = () => client.heard.filter(({ type, publication_id: one }) => type === 'publication' && one === id);
    await eventually(() => heard().map((message) => message['status'])).toEqual(['queued', 'published']);
    expect(heard().at(-1)).toMatchObject({ platform: 'twitter', platform_url: expect.stringContaining('/status/') });
  });
});

describe('manners', () => {
  it('V-022 V-023 V-024 V-025 /publish counts by the hour, and says so', async () => {
    const strict = await openHouse({ RATE_LIMIT_SCALE: '1' });
    const eva = await strict.join();
    const own = await eva.film();
    const ask = () => eva.ask('POST', '', { video_id: own.id, platforms: [] });
    const first = await ask();
    expect([first.headers['x-ratelimit-limit'], first.headers['x-ratelimit-remaining']]).toEqual(['10', '9']);
    expect(Number(first.headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000);
    for (let n = 0; n < 9; n++) await ask();
    const refused = await ask();
    expect([refused.statusCode, refused.headers['x-ratelimit-remaining']]).toEqual([429, '0']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await eva.ask('GET', '')).statusCode).toBe(200);
  });

  it('hangs on the site’s door as well', async () => {
    const member = await house.atelier.as('user');
    const reply = await member.inject({ method: 'GET', url: '/api/v1/publish' });
    expect([reply.statusCode, reply.json()]).toEqual([200, { items: [], total: 0, page: 1, limit: 10, pages: 0 }]);
    const stranger = await house.atelier.doors.video.inject({ method: 'GET', url: '/api/v1/publish' });
    expect(stranger.statusCode).toBe(401);
  });
});
