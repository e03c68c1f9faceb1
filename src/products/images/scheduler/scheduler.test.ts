import { beforeAll, describe, expect, it } from 'vitest';
import { type House, inDays, openHouse, type Person, sizeOf } from './test-house.ts';

interface Wire {
  readonly id: number;
  readonly status: string;
  readonly state: string;
  readonly caption: string;
  readonly hashtags: string;
  readonly scheduled_time: string;
  readonly media_url: string;
  readonly image: { readonly id: number | null; readonly image_url: string };
  readonly metadata: Record<string, unknown>;
}
interface Refusal {
  readonly error: string;
  readonly details: Record<string, string[]>;
}

describe('planning a post', () => {
  let house: House;
  let john: Person;
  let image: number;
  const faultsOf = async (changes: object): Promise<Record<string, string[]>> => {
    const reply = await john.plan(changes);
    expect(reply.statusCode).toBe(400);
    return reply.json<Refusal>().details;
  };
  const count = async (): Promise<number> => (await john.ask('GET', '/api/scheduler/posts/')).json<{ count: number }>().count;

  beforeAll(async () => {
    house = await openHouse();
    john = await house.join('john');
    image = await john.picture({ prompt: 'Un phare', width: 1024, height: 256, tags: ['mer'] });
  });

  it('I-061 I-064 I-068 takes a picture, a time, a platform, words and hashtags, and cuts the picture for the platform', async () => {
    const reply = await john.plan({ image, platform: 'instagram', hashtags: 'noël, #fête #noël' });
    expect(reply.statusCode).toBe(201);
    const post = reply.json<Wire>();
    expect(post).toMatchObject({
      platform: 'instagram',
      caption: 'Joyeux Noël! 🎄✨',
      hashtags: '#noël #fête',
      status: 'scheduled',
      state: 'due',
      image: { id: image, image_url: expect.stringContaining('/media/images/') },
      metadata: { crop: expect.objectContaining({ height: 256 }) },
    });
    const sent = await john.ask('GET', new URL(post.media_url).pathname);
    const { format, width, height } = await sizeOf(sent.rawPayload);
    expect(format).toBe('jpeg');
    expect(Number(width) / Number(height)).toBeLessThanOrEqual(1.91);
    const jane = await house.join('jane');
    for (const url of [new URL(post.media_url).pathname, `/api/scheduler/posts/${post.id}/`])
      expect((await jane.ask('GET', url)).statusCode).toBe(404);
  });

  it('I-062 I-063 I-067 names every fault at once and stores nothing', async () => {
    const before = await count();
    expect((await john.ask('POST', '/api/scheduler/schedule/', {})).json()).toEqual({
      error: 'Données invalides',
      details: Object.fromEntries(['image', 'scheduled_time', 'platform', 'caption'].map((name) => [name, ['Ce champ est requis.']])),
    });
    const wrong = { image: 'x', scheduled_time: '2026-12-25T10:00:00', platform: 'myspace', caption: ' ', hashtags: '#c++' };
    expect(Object.keys(await faultsOf({ ...wrong, utm: { medium: 'x' }, crop: { left: 'a' }, catch_up: 'peut-être' })).sort()).toEqual([
      'caption',
      'catch_up',
      'crop',
      'hashtags',
      'image',
      'platform',
      'scheduled_time',
      'utm',
    ]);
    expect(await faultsOf({ scheduled_time: inDays(-1) })).toEqual({ scheduled_time: [expect.stringContaining('passée')] });
    expect(await faultsOf({ connection: 99_999_999 })).toEqual({ connection: [expect.stringContaining('Facebook')] });
    expect(await faultsOf({ image, crop: { left: 0, top: 0, width: 5000, height: 10 } })).toHaveProperty('crop');
    expect(await count()).toBe(before);
  });

  it('takes only validated pictures of one’s own', async () => {
    const fresh = await john.picture({ prompt: 'Une île' }, null);
    expect(await faultsOf({ image: fresh })).toEqual({ image: [expect.stringContaining('validez-la')] });
    const foreign = await (await house.join('paul')).picture();
    expect(await faultsOf({ image: foreign })).toEqual({ image: [expect.stringContaining('n’est pas à vous')] });
  });

  it('I-066 counts as the platform counts, hashtags included, and says how much', async () => {
    const caption = 'é'.repeat(275);
    expect((await john.plan({ platform: 'twitter', caption })).statusCode).toBe(201);
    const details = await faultsOf({ platform: 'twitter', caption, hashtags: '#noel' });
    expect(details).toEqual({ caption: ['La légende et ses hashtags comptent 282 caractères, X en accepte 280.'] });
    const check = await john.ask('POST', '/api/scheduler/check/', { platform: 'twitter', caption, hashtags: 'noel' });
    expect(check.json()).toMatchObject({ used: 282, limit: 280, text: `${caption}\n\n#noel`, faults: { caption: details['caption'] } });
    const short = await john.ask('POST', '/api/scheduler/check/', {
      platform: 'twitter',
      caption: 'Voir https://a.example/tres/long',
      utm: { source: 'x' },
    });
    expect(short.json()).toMatchObject({ faults: {}, text: 'Voir https://a.example/tres/long?utm_source=x' });
    expect((await john.ask('POST', '/api/scheduler/check/', { caption })).statusCode).toBe(400);
  });

  it('answers the same key with the same post, once', async () => {
    const before = await count();
    const body = { image, scheduled_time: inDays(3), platform: 'facebook', caption: 'Une fois' };
    const send = (changes = {}) => john.ask('POST', '/api/scheduler/schedule/', { ...body, ...changes }, { 'idempotency-key': 'k-1' });
    const [one, two] = [await send(), await send()];
    expect([one.statusCode, two.statusCode, two.json<Wire>().id]).toEqual([201, 201, one.json<Wire>().id]);
    expect((await send({ caption: 'Autre' })).statusCode).toBe(409);
    expect(await count()).toBe(before + 1);
  });

  it('I-069 I-073 I-074 lists by status, platform, time and words, in both orders, page by page, on both doors', async () => {
    const luc = await house.join('luc');
    const own = await luc.picture();
    const times = [5, 3, 4].map(inDays);
    for (const [index, platform] of ['facebook', 'twitter', 'facebook'].entries())
      await luc.plan({ image: own, platform, scheduled_time: times[index], caption: `Forêt n° ${index}` });
    const captions = async (query: string): Promise<string[]> =>
      (await luc.ask('GET', `/api/scheduler/posts/?${query}`)).json<{ results: Wire[] }>().results.map(({ caption }) => caption);
    expect(await captions('')).toEqual(['Forêt n° 1', 'Forêt n° 2', 'Forêt n° 0']);
    expect(await captions('ordering=-scheduled_time&platform=facebook')).toEqual(['Forêt n° 0', 'Forêt n° 2']);
    expect(await captions(`scheduled_time_after=${inDays(3.5)}&scheduled_time_before=${inDays(4.5)}`)).toEqual(['Forêt n° 2']);
    expect(await captions('search=FORET%20n°%201&status=scheduled')).toEqual(['Forêt n° 1']);
    expect(await captions('status=posted')).toEqual([]);
    const page = await luc.ask('GET', '/api/scheduler/posts?page_size=1&page=2');
    expect(page.json()).toMatchObject({ count: 3, next: expect.stringContaining('page=3'), previous: expect.stringContaining('page=1') });
    const wrong = await luc.ask('GET', '/api/scheduler/posts/?status=x&platform=y&scheduled_time_after=z');
    expect(Object.keys(wrong.json<Refusal>().details).sort()).toEqual(['platform', 'scheduled_time_after', 'status']);
    const member = await house.atelier.as('user');
    expect((await member.inject({ method: 'GET', url: '/api/scheduler/posts/' })).json()).toMatchObject({ count: 0, results: [] });
  });

  it('I-076 changes time, words and cut, but neither platform nor picture', async () => {
    const post = (await john.plan({ image, platform: 'instagram', utm: { source: 'insta' } })).json<Wire>();
    const change = (body: object) => john.ask('PATCH', `/api/scheduler/posts/${post.id}/`, body);
    const later = inDays(6);
    const crop = { left: 0, top: 0, width: 256, height: 256 };
    const changed = await change({ scheduled_time: later, caption: 'Nouvelle légende', hashtags: ['a', 'b'], crop });
    expect(changed.json()).toMatchObject({
      scheduled_time: later,
      caption: 'Nouvelle légende',
      hashtags: '#a #b',
      metadata: { crop, utm: { source: 'insta' } },
    });
    expect(changed.json<Wire>().media_url).not.toBe(post.media_url);
    expect((await john.ask('GET', new URL(post.media_url).pathname)).statusCode).toBe(404);
    const fixed = await change({ platform: 'twitter', image: image + 1, caption: '', scheduled_time: 'demain' });
    expect(Object.keys(fixed.json<Refusal>().details).sort()).toEqual(['caption', 'image', 'platform', 'scheduled_time']);
    expect((await change({ caption: 'x'.repeat(2300) })).json<Refusal>().details).toEqual({ caption: [expect.stringContaining('2200')] });
    expect((await john.ask('GET', `/api/scheduler/posts/${post.id}/`)).json()).toMatchObject({ caption: 'Nouvelle légende' });
  });

  it('I-072 I-077 is cancelled once and for all; then its picture may go, and the post stays readable', async () => {
    const own = await john.picture({ prompt: 'Un baobab' });
    const { id } = (await john.plan({ image: own })).json<Wire>();
    expect((await john.ask('DELETE', `/api/images/${own}/`)).statusCode).toBe(409);
    const cancel = () => john.ask('POST', `/api/scheduler/posts/${id}/cancel/`);
    for (const reply of [await cancel(), await cancel()])
      expect(reply.json()).toEqual({ id, status: 'cancelled', message: 'Post annulé avec succès' });
    expect((await john.ask('PATCH', `/api/scheduler/posts/${id}/`, { caption: 'x' })).statusCode).toBe(409);
    expect((await john.ask('POST', `/api/scheduler/posts/${id}/publish-now/`)).statusCode).toBe(409);
    expect((await john.ask('DELETE', `/api/images/${own}/`)).statusCode).toBe(204);
    const kept = (await john.ask('GET', `/api/scheduler/posts/${id}/`)).json<Wire>();
    expect(kept).toMatchObject({ status: 'cancelled', image: { id: null, prompt: 'Un baobab' } });
    expect((await john.ask('GET', new URL(kept.image.image_url).pathname)).headers['content-type']).toBe('image/jpeg');
  });

  it('goes out and comes in as a table that no spreadsheet runs, all of it or nothing', async () => {
    const ana = await house.join('ana');
    const own = await ana.picture();
    await ana.plan({ image: own, caption: '=1+1, "oui"\nà suivre', hashtags: 'a', utm: { source: 'csv' } });
    const table = await ana.ask('GET', '/api/scheduler/posts/export/?platform=facebook');
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.body).toContain(`"'=1+1, ""oui""\nà suivre"`);
    const read = (csv: string) => ana.ask('POST', '/api/scheduler/posts/import/', csv, { 'content-type': 'text/csv' });
    const again = await read(table.body);
    expect([again.statusCode, again.json()]).toEqual([201, { imported: 1, message: '1 post planifié' }]);
    const rows = (await ana.ask('GET', '/api/scheduler/posts/')).json<{ results: Wire[] }>().results;
    expect(rows.map(({ caption }) => caption)).toEqual(['=1+1, "oui"\nà suivre', '=1+1, "oui"\nà suivre']);
    const lines = [`${own};${inDays(4)};twitter;Bien`, `${own};hier;myspace;`, `999999999;${inDays(4)};facebook;Bien`];
    const bad = await ana.ask('POST', '/api/scheduler/posts/import/', { csv: ['image;date;plateforme;légende', ...lines].join('\n') });
    expect(bad.statusCode).toBe(400);
    expect(Object.keys(bad.json<Refusal>().details).sort()).toEqual([
      'line_3.caption',
      'line_3.platform',
      'line_3.scheduled_time',
      'line_4.image',
    ]);
    expect((await ana.ask('GET', '/api/scheduler/posts/')).json()).toMatchObject({ count: 2 });
    expect((await ana.ask('POST', '/api/scheduler/posts/import/', {})).json<Refusal>().details).toHaveProperty('csv');
  });
});
