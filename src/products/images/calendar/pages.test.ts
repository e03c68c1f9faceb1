/** The pages of publications without a script: real forms, real links, and what they say when something is refused. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Visitor, visit } from '#test/visitor.ts';
import { type House, inDays, openHouse, type Person } from '../scheduler/test-house.ts';

interface Listed {
  readonly id: number;
  readonly platform: string;
  readonly status: string;
  readonly caption: string;
  readonly scheduled_time: string;
}

let house: House;
let john: Person;
let image: number;
let page: Visitor;
const PASSWORD = 'Secure-Pass-123!';

const visitorOf = async (name: string): Promise<Visitor> => {
  const { cookie } = await house.atelier.signIn(`${name}@example.com`, PASSWORD);
  const visitor = visit(house.atelier.doors.site);
  visitor.cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
  return visitor;
};
const posts = async (): Promise<readonly Listed[]> =>
  (await john.ask('GET', '/api/scheduler/posts/?page_size=100')).json<{ results: Listed[] }>().results;
const planned = async (changes: object = {}): Promise<number> => (await john.plan({ image, ...changes })).json<{ id: number }>().id;
const day = (days: number): string => inDays(days).slice(0, 10);

beforeAll(async () => {
  house = await openHouse();
  john = await house.join('john');
  await house.join('jane');
  [image, page] = [await john.picture({ width: 1024, height: 256 }), await visitorOf('john')];
}, 120_000);

describe('the calendar', () => {
  it('is for people who signed in, and shows each only their own', async () => {
    const stranger = await visit(house.atelier.doors.site).open('/publications');
    expect([stranger.statusCode, stranger.headers['location']]).toEqual([303, '/auth/login?next=%2Fpublications']);
    const id = await planned({ caption: 'À moi seul' });
    expect((await page.open(`/publications/posts/${id}`)).statusCode).toBe(200);
    const jane = await visitorOf('jane');
    expect((await jane.open(`/publications/posts/${id}`)).statusCode).toBe(404);
    expect((await jane.open('/publications?view=list')).body).not.toContain('À moi seul');
  });

  it('puts a post on the day of the zone that it names', async () => {
    const at = `${day(40)}T23:30:00Z`;
    const id = await planned({ scheduled_time: at, caption: 'Presque minuit' });
    const chip = new RegExp(`data-post="${id}"[^>]*data-day="([^"]+)" data-time="([^"]+)"`);
    const seen = async (view: string): Promise<readonly (string | undefined)[]> =>
      (chip.exec((await page.open(`/publications?view=${view}&from=${day(40)}`)).body) ?? []).slice(1);
    expect(await seen('week')).toEqual([day(40), '23:30']);
    expect((await page.open('/publications')).body).toContain('Heures UTC');
    await page.open('/publications/zone');
    expect((await page.send('/publications/zone', { zone: 'Asia/Tokyo', back: '/publications' })).headers['location']).toBe(
      '/publications',
    );
    expect((await page.next()).body).toContain('Heures de Asia/Tokyo (UTC+9)');
    expect(await seen('month')).toEqual([day(41), '08:30']);
    expect((await page.send('/publications/zone', { zone: 'Mars/Olympus', back: '//evil.example' })).headers['location']).toBe('/');
    await page.send('/publications/zone', { zone: 'UTC', back: '/publications' });
  });

  it('filters by platform and state, and says what a list without a hit needs', async () => {
    await planned({ platform: 'twitter', caption: 'Sur X seulement' });
    const list = async (query: string): Promise<string> => (await page.open(`/publications?view=list&${query}`)).body;
    expect(await list('platform=twitter')).toContain('Sur X seulement');
    expect(await list('platform=instagram')).not.toContain('Sur X seulement');
    expect(await list('search=introuvable')).toContain('Aucun post ne correspond');
  });
});

describe('writing a post', () => {
  const form = (changes: object = {}) => ({
    image: String(image),
    platforms: ['instagram', 'twitter'],
    caption: 'Un phare veille.',
    hashtags: 'mer phare',
    day: day(5),
    time: '10:00',
    act: 'plan',
    ...changes,
  });

  it('I-061 plans one post for each platform, with the crop that the page showed', async () => {
    await page.open(`/publications/new?image=${image}&at=${day(5)}`);
    const sent = await page.send('/publications/new', form({ crop_instagram: '0', caption_twitter: 'Plus court.' }));
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, `/publications?from=${day(5)}`]);
    const made = (await posts()).filter(({ scheduled_time: at }) => at === `${day(5)}T10:00:00Z`);
    expect(made.map(({ platform, caption }) => [platform, caption]).sort()).toEqual([
      ['instagram', 'Un phare veille.'],
      ['twitter', 'Plus court.'],
    ]);
    const instagram = made.find(({ platform }) => platform === 'instagram');
    const { metadata } = (await john.ask('GET', `/api/scheduler/posts/${instagram?.id}/`)).json<{ metadata: { crop: object } }>();
    expect(metadata.crop).toMatchObject({ left: 0, top: 0, height: 256 });
  });

  it('names what each platform refuses, stores nothing for any, and keeps what was typed', async () => {
    const before = (await posts()).length;
    const refused = await page.send('/publications/new', form({ caption: 'b'.repeat(300), day: '2020-01-01' }));
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('X : 313 caractères pour 280 permis. Enlevez-en 33.');
    expect(refused.body).toContain('Cette heure est passée.');
    expect(refused.body).toContain('b'.repeat(300));
    const nowhere = await page.send('/publications/new', form({ platforms: [] }));
    expect(nowhere.body).toContain('Choisissez au moins une plateforme.');
    expect((await posts()).length).toBe(before);
  });

  it('helps without a script: captions, hashtags, sets and good times come back with the form', async () => {
    const suggested = await page.send('/publications/new', form({ act: 'suggest' }));
    const [, caption = ''] = /value="([^"]+)" formNoValidate="" name="use"/.exec(suggested.body) ?? [];
    expect(caption).not.toBe('');
    const used = await page.send('/publications/new', form({ act: '', use: 'Une légende choisie' }));
    expect(used.body).toMatch(/<textarea[^>]*name="caption"[^>]*>Une légende choisie</);
    await page.send('/publications/new', form({ act: 'keep', set_name: 'Mer' }));
    expect((await page.open('/publications/new')).body).toContain('value="#mer #phare"');
    expect((await page.send('/publications/new', form({ act: '', at: `${day(9)}T18:00` }))).body).toContain(`value="${day(9)}"`);
  });

  it('measures the words for the page, in the reader’s language', async () => {
    page.cookies.set('lang', 'en');
    const measured = await page.send('/publications/check', form({ caption: 'c'.repeat(290), hashtags: '' }));
    page.cookies.set('lang', 'fr');
    const [, , x] = measured.json<{ measures: { platform: string; used: number; limit: number; faults: string[] }[] }>().measures;
    expect(x).toMatchObject({ platform: 'twitter', used: 290, limit: 280, faults: ['X: 290 characters, 280 are allowed. Take 10 away.'] });
  });
});

describe('one post', () => {
  it('I-076 is moved and changed by forms; a time that has passed is refused beside the field', async () => {
    const id = await planned({ platform: 'instagram' });
    await page.open(`/publications/posts/${id}`);
    const moved = await page.send(`/publications/posts/${id}/move`, { day: day(12), time: '07:15' });
    expect(moved.headers['location']).toBe(`/publications/posts/${id}`);
    const refused = await page.send(`/publications/posts/${id}/move`, { day: '2020-01-01', time: '07:15' });
    expect([refused.statusCode, refused.body.includes('Cette heure est passée.')]).toEqual([400, true]);
    await page.open(`/publications/posts/${id}/edit`);
    await page.send(`/publications/posts/${id}/edit`, { caption: 'Autrement dit', hashtags: '', first_comment: '', crop_instagram: '100' });
    const post = (await john.ask('GET', `/api/scheduler/posts/${id}/`)).json<
      Listed & { metadata: { crop: { left: number; width: number } } }
    >();
    expect(post).toMatchObject({ caption: 'Autrement dit', scheduled_time: `${day(12)}T07:15:00Z` });
    expect(post.metadata.crop.left + post.metadata.crop.width).toBe(1024);
  });

  it('I-077 is cancelled after a question, and then stays as it is', async () => {
    const id = await planned();
    expect((await page.open(`/publications/posts/${id}/cancel`)).body).toContain('Annuler ce post ?');
    await page.send(`/publications/posts/${id}/cancel`, {});
    expect((await page.next()).body).toContain('Post annulé.');
    expect((await page.open(`/publications/posts/${id}/edit`)).headers['location']).toBe(`/publications/posts/${id}`);
    expect((await page.next()).body).toContain('il ne peut plus être changé');
  });

  it('I-078 I-079 is published now, shows its story, and reads its figures', async () => {
    const id = await planned({ platform: 'twitter', caption: 'En ligne tout de suite' });
    await page.open(`/publications/posts/${id}`);
    await page.send(`/publications/posts/${id}/publish`, {});
    const live = (await page.next()).body;
    for (const said of ['X : le post est en ligne.', 'Voir sur X', 'En ligne, confirmé par la plateforme']) expect(live).toContain(said);
    await page.send(`/publications/posts/${id}/sync`, {});
    expect((await page.next()).body).toContain('Chiffres relus.');
    const feed = (await page.open('/publications/simulated')).body;
    expect(feed).toContain('En ligne tout de suite');
    const [src = ''] = /\/publications\/simulated\/twitter\/\d+\/0/.exec(feed) ?? [];
    expect((await page.open(src)).headers['content-type']).toBe('image/jpeg');
    const jane = await visitorOf('jane');
    expect((await jane.open(src)).statusCode).toBe(404);
  });
});

describe('rooms beside the calendar', () => {
  it('shows accounts, asks how they are, and lets one go after a question', async () => {
    const accounts = (await page.open('/publications/connections')).body;
    expect(accounts).toContain('Plateformes simulées');
    const [, id = ''] = /action="\/publications\/connections\/(\d+)\/check"/.exec(accounts) ?? [];
    await page.send(`/publications/connections/${id}/check`, {});
    expect((await page.next()).body).toContain('tout va bien');
    expect((await page.open(`/publications/connections/${id}/disconnect`)).body).toContain('Déconnecter ce compte ?');
    await page.send(`/publications/connections/${id}/disconnect`, {});
    expect((await page.next()).body).toContain('est déconnecté.');
    const jane = await visitorOf('jane');
    await jane.open('/publications/connections');
    expect((await jane.send(`/publications/connections/${id}/check`, {})).statusCode).toBe(404);
  });

  it('I-083 makes, previews, pauses and deletes schedules', async () => {
    await page.open('/publications/schedules/new');
    const plan = { name: 'Le matin', frequency: 'weekly', days_of_week: ['1', '4'], time_of_day: '09:00', timezone: 'Africa/Casablanca' };
    const form = { ...plan, day_of_month: '3', platforms: ['instagram'], caption_template: '{prompt}', is_active: '1' };
    const refused = await page.send('/publications/schedules/new', { ...form, name: '', time_of_day: '25:00', act: 'save' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Une heure de la forme 10:00');
    expect(
      (await page.send('/publications/schedules/new', { ...form, act: 'preview' })).body.match(/<li><svg[^>]*>.*?<time/g),
    ).toHaveLength(10);
    await page.send('/publications/schedules/new', { ...form, act: 'save' });
    const made = (await page.next()).body;
    expect(made).toContain('Planning « Le matin » créé.');
    const [, id = ''] = /href="\/publications\/schedules\/(\d+)"/.exec(made) ?? [];
    expect((await page.open('/publications?view=month')).body).toContain('Le matin');
    await page.send(`/publications/schedules/${id}/pause`, {});
    expect((await page.next()).body).toContain('« Le matin » est en pause.');
    await page.open(`/publications/schedules/${id}/delete`);
    await page.send(`/publications/schedules/${id}/delete`, {});
    expect((await page.next()).body).toContain('supprimé');
  });

  it('takes tables: all of it, or nothing with each fault named', async () => {
    await page.open('/publications/transfer');
    const before = (await posts()).length;
    const head = 'image,scheduled_time,platform,caption';
    const refused = await page.send('/publications/transfer', {
      csv: `${head}\n${image},${inDays(3)},twitter,Un\n${image},demain,myspace,Deux`,
    });
    expect(refused.statusCode).toBe(400);
    expect((await posts()).length).toBe(before);
    await page.send('/publications/transfer', { csv: `${head}\n${image},${inDays(3)},twitter,Un\n${image},${inDays(4)},twitter,Deux` });
    expect((await page.next()).body).toContain('2 posts planifiés.');
  });

  it('I-082 draws figures of what was posted', async () => {
    const body = (await page.open('/publications/statistics')).body;
    for (const said of ['Posts par semaine', 'Par plateforme', 'Cette semaine']) expect(body).toContain(said);
  });
});

describe('a studio without apps at the platforms', () => {
  it('names the variables that an administrator must set, and has no feed', async () => {
    const bare = await openHouse({ demo: false });
    await bare.join('lea');
    const { cookie } = await bare.atelier.signIn('lea@example.com', PASSWORD);
    const lea = visit(bare.atelier.doors.site);
    lea.cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
    const { body } = await lea.open('/publications/connections');
    for (const name of ['META_APP_ID', 'X_CLIENT_SECRET', 'Aucun compte']) expect(body).toContain(name);
    expect((await lea.open('/publications/simulated')).statusCode).toBe(404);
    expect((await lea.open('/publications/new')).body).toContain('Aucune image validée');
  }, 120_000);
});
