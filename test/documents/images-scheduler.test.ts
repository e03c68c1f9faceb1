/** The images document, its scheduler: each request as it is printed, on the images door, with platforms that are played. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type House, inDays, openHouse, type Person } from '#products/images/scheduler/test-house.ts';
import { departuresFrom, documentedFields } from '#test/documented.ts';

let house: House;
let john: Person;
let image = 0;
const post = (body: object) => john.ask('POST', '/api/scheduler/schedule/', body);
const planned = async (changes: object = {}): Promise<number> => (await john.plan({ image, ...changes })).json().id;
const listed = async (query: string): Promise<{ id: number; status: string; platform: string }[]> =>
  (await john.ask('GET', `/api/scheduler/posts/?${query}`)).json().results;
const PRINTED = () => ({
  image,
  scheduled_time: inDays(30),
  platform: 'instagram',
  caption: 'Joyeux Noël! 🎄✨',
  hashtags: '#christmas #holiday',
});

beforeAll(async () => {
  house = await openHouse();
  john = await house.join('john');
  image = await john.picture();
});

describe('POST /api/scheduler/schedule/', () => {
  it('I-133 I-139 answers 201 with the printed fields', async () => {
    const reply = await post(PRINTED());
    expect([reply.statusCode, documentedFields('images.scheduler.schedule').length]).toEqual([201, 10]);
    expect(departuresFrom('images.scheduler.schedule', reply.json())).toEqual([]);
    const { image: of, ...rest } = PRINTED();
    expect(reply.json()).toMatchObject({ ...rest, scheduled_time: expect.any(String), image: { id: of }, status: 'scheduled' });
  });

  it.each([
    ['I-134', 'image', ['x', 999_999]],
    ['I-135', 'scheduled_time', ['demain', '2024-13-45T10:00:00Z', '2031-12-25T10:00:00']],
    ['I-136', 'platform', ['myspace', '']],
    ['I-137', 'caption', ['', '   ']],
  ] as const)('%s needs %s, and refuses %j beside it', async (_id, field, wrong) => {
    for (const value of [undefined, ...wrong]) {
      const refused = await post({ ...PRINTED(), [field]: value });
      expect([refused.statusCode, Object.keys(refused.json().details)], String(value)).toEqual([400, [field]]);
    }
  });

  it('I-136 takes instagram, facebook and twitter', async () => {
    for (const platform of ['instagram', 'facebook', 'twitter'])
      expect((await post({ ...PRINTED(), platform })).json(), platform).toMatchObject({ platform, status: 'scheduled' });
  });

  it('I-138 needs no hashtags, and keeps those that are given', async () => {
    expect((await post({ ...PRINTED(), hashtags: undefined })).json()).toMatchObject({ hashtags: '' });
    expect((await post(PRINTED())).json()).toMatchObject({ hashtags: '#christmas #holiday' });
  });
});

describe('GET /api/scheduler/posts/', () => {
  it('I-140 I-145 lists with the printed fields', async () => {
    await planned();
    const reply = await john.ask('GET', '/api/scheduler/posts/');
    expect([reply.statusCode, documentedFields('images.scheduler.posts.list').length]).toEqual([200, 11]);
    expect(departuresFrom('images.scheduler.posts.list', reply.json())).toEqual([]);
  });

  it('I-141 filters by each status, I-142 by each platform, and refuses others', async () => {
    const cancelled = await planned();
    await john.ask('POST', `/api/scheduler/posts/${cancelled}/cancel/`);
    const posted = await planned({ caption: 'À l’instant', platform: 'twitter' });
    await john.ask('POST', `/api/scheduler/posts/${posted}/publish-now/`);
    const failed = await planned({ caption: 'Deux fois' });
    const live = await planned({ caption: 'Une autre' });
    await john.ask('POST', `/api/scheduler/posts/${live}/publish-now/`);
    await house.misbehave({ phase: 'feed', shows: 'error', status: 400, code: 506, message: 'Duplicate status message' });
    await john.ask('POST', `/api/scheduler/posts/${failed}/publish-now/`);
    for (const [status, id] of Object.entries({ scheduled: await planned(), posted, failed, cancelled })) {
      const found = await listed(`status=${status}&page_size=100`);
      expect(
        found.map((one) => one.id),
        status,
      ).toContain(id);
      expect(new Set(found.map((one) => one.status))).toEqual(new Set([status]));
    }
    for (const platform of ['instagram', 'facebook', 'twitter'])
      expect(new Set((await listed(`platform=${platform}&page_size=100`)).map((one) => one.platform))).toEqual(new Set([platform]));
    for (const wrong of ['status=lost', 'platform=myspace'])
      expect((await john.ask('GET', `/api/scheduler/posts/?${wrong}`)).statusCode).toBe(400);
  });

  it('I-143 I-144 filters by a time after and a time before', async () => {
    const [near, far] = [await planned({ scheduled_time: inDays(101) }), await planned({ scheduled_time: inDays(103) })];
    const found = async (query: string) => (await listed(query)).map((one) => one.id);
    expect(await found(`scheduled_time_after=${inDays(102)}`)).toEqual([far]);
    expect(await found(`scheduled_time_after=${inDays(100)}&scheduled_time_before=${inDays(102)}`)).toEqual([near]);
    for (const name of ['scheduled_time_after', 'scheduled_time_before'])
      expect((await john.ask('GET', `/api/scheduler/posts/?${name}=soon`)).json().details).toHaveProperty(name);
  });
});

describe('one post', () => {
  it('I-148 I-149 takes another time and other words', async () => {
    const id = await planned();
    const body = { scheduled_time: inDays(40), caption: 'Nouvelle légende' };
    const reply = await john.ask('PATCH', `/api/scheduler/posts/${id}/`, body);
    expect([reply.statusCode, reply.json()]).toEqual([200, expect.objectContaining({ id, ...body })]);
    expect((await john.ask('GET', `/api/scheduler/posts/${id}/`)).json()).toMatchObject(body);
  });

  it('I-150 I-151 is cancelled in the printed form', async () => {
    const id = await planned();
    const reply = await john.ask('POST', `/api/scheduler/posts/${id}/cancel/`);
    expect([reply.statusCode, departuresFrom('images.scheduler.posts.cancel', reply.json())]).toEqual([200, []]);
    expect(reply.json()).toMatchObject({ id, status: 'cancelled', message: 'Post annulé avec succès' });
  });

  it('I-146 I-147 I-152 I-153 is published at once in the printed form, and read with every printed field', async () => {
    const id = await planned({ caption: 'En direct', hashtags: '#a' });
    const reply = await john.ask('POST', `/api/scheduler/posts/${id}/publish-now/`);
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      expect.objectContaining({ id, status: 'posted', message: 'Post publié avec succès' }),
    ]);
    const read = () => john.ask('GET', `/api/scheduler/posts/${id}/`);
    await expect.poll(async () => (await read()).json().platform_post_url, { timeout: 10_000 }).toContain('http');
    expect([(await read()).statusCode, documentedFields('images.scheduler.posts.get').length]).toEqual([200, 19]);
    expect(departuresFrom('images.scheduler.posts.get', (await read()).json())).toEqual([]);
    // Pressed again: the same answer, now with the address that the platform has told meanwhile.
    const again = await john.ask('POST', `/api/scheduler/posts/${id}/publish-now/`);
    expect([again.statusCode, departuresFrom('images.scheduler.posts.publish_now', again.json())]).toEqual([200, []]);
  });

  it('I-154 I-155 I-156 I-157 has figures in the printed form, and reads them again when asked', async () => {
    const id = await planned({ caption: 'Des chiffres' });
    await john.ask('POST', `/api/scheduler/posts/${id}/publish-now/`);
    const figures = await john.ask('GET', `/api/scheduler/posts/${id}/analytics/`);
    expect([figures.statusCode, documentedFields('images.scheduler.posts.analytics').length]).toEqual([200, 11]);
    // Decided (DECISIONS, 6): a metric that the platform no longer gives is null.
    const nullable = ['impressions', 'engagement_rate', 'views', 'shares', 'reach'];
    expect(departuresFrom('images.scheduler.posts.analytics', figures.json(), { nullable })).toEqual([]);
    expect(figures.json()).toMatchObject({ scheduled_post: id });
    const synced = await john.ask('POST', `/api/scheduler/posts/${id}/sync-analytics/`);
    expect([
      synced.statusCode,
      departuresFrom('images.scheduler.posts.sync_analytics', synced.json(), { nullable: ['analytics.engagement_rate'] }),
    ]).toEqual([200, []]);
    expect(synced.json()).toMatchObject({ message: 'Analytics synchronisées avec succès' });
  });
});

describe('figures and schedules', () => {
  it('I-158 I-159 counts in the printed form', async () => {
    const luc = await house.join('luc');
    await luc.plan();
    const reply = await luc.ask('GET', '/api/scheduler/statistics/');
    expect([reply.statusCode, documentedFields('images.scheduler.statistics').length]).toEqual([200, 13]);
    expect(departuresFrom('images.scheduler.statistics', reply.json())).toEqual([]);
    expect(reply.json()).toMatchObject({
      total_posts: 1,
      by_status: { scheduled: 1, posted: 0 },
      by_platform: { facebook: 1, twitter: 0 },
      upcoming_posts: 1,
    });
  });

  it('I-160 I-161 I-162 I-163 keeps a recurring schedule of the printed body, and lists it in the printed form', async () => {
    const body = {
      name: 'Posts quotidiens Instagram',
      frequency: 'daily',
      time_of_day: '10:00:00',
      platforms: ['instagram'],
      is_active: true,
    };
    const made = await john.ask('POST', '/api/scheduler/schedules/', body);
    expect([made.statusCode, made.json()]).toEqual([201, expect.objectContaining(body)]);
    const reply = await john.ask('GET', '/api/scheduler/schedules/');
    expect([reply.statusCode, documentedFields('images.scheduler.schedules.list').length]).toEqual([200, 10]);
    expect(departuresFrom('images.scheduler.schedules.list', reply.json())).toEqual([]);
    expect(reply.json()).toMatchObject({ count: 1, results: [body] });
  });
});
