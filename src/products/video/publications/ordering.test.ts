import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
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
  type Refusal,
  type Wire,
} from './test-house.ts';

let house: House;
let ana: Person;
let film: Film;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.join();
  film = await ana.film();
  desk = deskOf(house, ana, film);
});

describe('refusing', () => {
  it('V-007 V-014 names every fault at once by its path, and plans nothing', async () => {
    const before = await desk.count();
    const faults = await desk.faultsOf({
      video_id: 'video-none',
      schedule: { publish_at: inHours(-1), timezone: 'Mars/Olympus' },
      platforms: [
        { platform: 'myspace' },
        { platform: 'twitter', config: { text: 'x'.repeat(300), first_comment: 7 } },
        { platform: 'tiktok', config: { privacy_level: 'EVERYBODY' } },
        { platform: 'twitter' },
        'youtube',
        { platform: 'instagram', connection_id: 99_999_999, config: { caption: '#a #b #c #d #e #f' } },
      ],
    });
    expect(faults).toMatchObject({
      video_id: 'exists',
      'schedule.publish_at': 'future',
      'schedule.timezone': 'timezone',
      'platforms[0].platform': 'choice',
      'platforms[1].config.first_comment': 'type',
      'platforms[2].config.privacy_level': 'choice',
      'platforms[3].platform': 'unique',
      'platforms[4].platform': 'required',
      'platforms[5].connection_id': 'exists',
    });
    expect(await desk.count()).toBe(before);
    expect(await desk.faultsOf({})).toEqual({ video_id: 'required', platforms: 'required' });
    expect(await desk.faultsOf({ video_id: film.id, platforms: [] })).toEqual({ platforms: 'type' });
  });

  it('counts words, tags and hashtags as each platform does', async () => {
    const tags = Array.from({ length: 60 }, (_, n) => `un mot-clé ${n}`);
    const faults = await desk.faultsOf({
      video_id: film.id,
      platforms: [
        { platform: 'youtube', config: { title: 'é'.repeat(101), description: 'y'.repeat(5001), tags, thumbnail_asset_id: 'img-none' } },
        { platform: 'twitter', config: { text: 'é'.repeat(281) } },
        { platform: 'instagram', config: { caption: '#a #b #c #d #e #f' } },
        { platform: 'linkedin', config: { text: 'z'.repeat(3001) } },
      ],
    });
    expect(faults).toEqual({
      'platforms[0].config.title': 'max_length',
      'platforms[0].config.description': 'max_length',
      'platforms[0].config.tags': 'max_length',
      'platforms[0].config.thumbnail_asset_id': 'exists',
      'platforms[1].config.text': 'max_length',
      'platforms[2].config.caption': 'too_many_hashtags',
      'platforms[3].config.text': 'max_length',
    });
  });

  it('a film that is too short for one platform is named on that platform, with what to do', async () => {
    const short = await ana.film({ seconds: 2 });
    const reply = await ana.ask(
      'POST',
      '',
      { video_id: short.id, platforms: [on('instagram'), on('twitter')] },
      { 'accept-language': 'fr' },
    );
    expect(reply.statusCode).toBe(400);
    const [fault, ...others] = reply.json<Refusal>().error.details.fields;
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      field: 'platforms[0].platform',
      constraint: 'film_too_short',
      message: expect.stringContaining('au moins 3'),
    });
  });

  it('the film of somebody else does not exist', async () => {
    const paul = await house.join();
    expect(await desk.faultsOf({ video_id: film.id, platforms: [on('twitter')] }, '', paul)).toEqual({ video_id: 'exists' });
    const id = idOf(await desk.publish([on('twitter')]));
    for (const [method, path] of [
      ['GET', 'status'],
      ['POST', 'cancel'],
      ['POST', 'settle'],
    ] as const)
      expect((await paul.ask(method, `/${id}/${path}`, method === 'POST' ? { live: true } : undefined)).statusCode).toBe(404);
    expect((await ana.ask('GET', '/pub-none/status')).statusCode).toBe(404);
  });

  it('pain 16: a connection that died is told before anything is planned, with the next step', async () => {
    const luc = await house.join();
    const own = await luc.film();
    await luc.ask('GET', '/connections');
    await sql`update publishing.connections set state = 'expired', problem = 'invalid_grant'
      where account_id = ${luc.accountId} and platform = 'twitter'`.execute(house.atelier.database.db);
    const reply = await luc.ask('POST', '', { video_id: own.id, platforms: [on('twitter')] });
    expect(reply.statusCode).toBe(400);
    expect(reply.json<Refusal>().error.code).toBe('NOT_CONNECTED');
    expect(reply.body).toContain('/api/v1/publish/connect/twitter');
    const connections = (await luc.ask('GET', '/connections')).json<{ connections: object[] }>().connections;
    expect(connections).toContainEqual(
      expect.objectContaining({ platform: 'twitter', connected: false, state: 'expired', problem: 'invalid_grant' }),
    );
    expect((await luc.ask('GET', '')).json()).toMatchObject({ total: 0 });
  });

  it('pain 16: a connection that dies afterwards ends in a cause, a next step and an event, not in silence', async () => {
    const mia = await house.join();
    const own = await mia.film();
    const batch = (
      await mia.ask('POST', '', { video_id: own.id, platforms: [on('twitter')], schedule: { publish_at: inHours(2) } })
    ).json<Batch>();
    await sql`update publishing.connections set state = 'expired' where account_id = ${mia.accountId} and platform = 'twitter'`.execute(
      house.atelier.database.db,
    );
    await sql`update publishing.publications set due_at = now(), next_attempt_at = now() where account_id = ${mia.accountId}`.execute(
      house.atelier.database.db,
    );
    await eventually(async () => (await mia.ask('GET', `/${idOf(batch)}/status`)).json<Wire>() as unknown).toMatchObject({
      status: 'failed',
      error: { code: 'NOT_CONNECTED', message: expect.stringMatching(/X/) },
    });
  });
});

describe('a time to come', () => {
  it('V-107 V-186 V-187 V-188 is an instant, or what clocks show in the zone', async () => {
    const at = async (schedule: object, path = '/schedule'): Promise<object> => {
      const batch = await desk.publish([on('twitter')], { schedule }, path);
      expect(batch.status).toBe('scheduled');
      return (await ana.ask('GET', `/${idOf(batch)}/status`)).json<object>();
    };
    const instant = { status: 'scheduled', progress: 0, published_at: null };
    expect(await at({ publish_at: '2030-07-15T14:00:00Z', timezone: 'Europe/Paris' })).toMatchObject({
      ...instant,
      publish_at: '2030-07-15T14:00:00Z',
      timezone: 'Europe/Paris',
    });
    expect(await at({ publish_at: '2030-07-15T14:00:00', timezone: 'Europe/Paris' })).toMatchObject({ publish_at: '2030-07-15T12:00:00Z' });
    expect(await at({ publish_at: '2029-11-15 14:00', timezone: 'Asia/Tokyo' })).toMatchObject({
      publish_at: '2029-11-15T05:00:00Z',
    });
    expect(await at({ publish_at: '2030-07-15T14:00:00+03:00' })).toMatchObject({ publish_at: '2030-07-15T11:00:00Z' });
    // Whoever says when does not want it now.
    expect(await at({ publish_at: '2030-07-15T14:00:00Z' }, '')).toMatchObject({ publish_at: '2030-07-15T14:00:00Z' });
  });

  it.each([
    ['past', { publish_at: '2020-01-01T00:00:00Z' }, { 'schedule.publish_at': 'future' }],
    ['without a zone', { publish_at: '2030-01-01T00:00:00' }, { 'schedule.publish_at': 'timezone' }],
    ['no day', { publish_at: '2030-02-30T00:00:00Z' }, { 'schedule.publish_at': 'format' }],
    ['no time', { publish_at: 'demain' }, { 'schedule.publish_at': 'format' }],
    ['an unknown zone', { publish_at: '2030-01-01T00:00:00', timezone: 'Paris' }, { 'schedule.timezone': 'timezone' }],
    ['nothing', {}, { 'schedule.publish_at': 'required' }],
  ])('%s is refused', async (_name, schedule, faults) => {
    expect(await desk.faultsOf({ video_id: film.id, platforms: [on('twitter')], schedule }, '/schedule')).toEqual(faults);
  });

  it('is cancelled once and for all, and its film may go then', async () => {
    const own = await ana.film();
    const reply = await ana.ask('POST', '/schedule', {
      video_id: own.id,
      platforms: [on('twitter')],
      schedule: { publish_at: inHours(5) },
    });
    const id = idOf(reply.json<Batch>());
    const remove = () =>
      house.atelier.doors.video.inject({
        ...{ method: 'DELETE', url: `/api/v1/videos/${own.id}`, headers: { authorization: `Bearer ${ana.token}` } },
      });
    expect((await remove()).statusCode).toBe(409);
    for (let twice = 0; twice < 2; twice++)
      expect((await ana.ask('POST', `/${id}/cancel`)).json()).toMatchObject({ publish_id: id, status: 'cancelled' });
    expect((await remove()).statusCode).toBe(204);
    expect(await desk.status(id)).toMatchObject({ status: 'cancelled', video_id: own.id });
    const live = idOf(await desk.publish([on('twitter')]));
    await eventually(async () => (await desk.status(live)).status).toBe('published');
    expect((await ana.ask('POST', `/${live}/cancel`)).statusCode).toBe(409);
  });
});

describe('a project that is removed', () => {
  it('takes what it has planned with it; that it was planned stays to be read', async () => {
    const own = await ana.film();
    const reply = await ana.ask('POST', '/schedule', {
      video_id: own.id,
      platforms: [on('twitter')],
      schedule: { publish_at: inHours(5) },
    });
    const removed = await house.atelier.doors.video.inject({
      ...{ method: 'DELETE', url: `/api/v1/projects/${own.projectId}`, headers: { authorization: `Bearer ${ana.token}` } },
    });
    expect(removed.statusCode).toBe(204);
    expect(await desk.status(idOf(reply.json<Batch>()))).toMatchObject({ status: 'cancelled', project_id: own.projectId });
  });
});
