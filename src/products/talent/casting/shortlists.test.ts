import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CastingHouse, openCastingHouse } from '#test/casting-house.ts';
import { freshDatabase } from '#test/support.ts';
import { type Visitor, wordsOf } from '#test/visitor.ts';
import { moved } from './shortlists.ts';

let house: CastingHouse;
let owner: Visitor;
let colleague: Visitor;
let admin: Visitor;
let awa: number;
let binta: number;
let karim: number;
beforeAll(async () => {
  house = await openCastingHouse(await freshDatabase());
  [owner, colleague, admin] = [await house.browser('casting'), await house.browser('casting', 'Driss'), await house.browser('admin')];
  [awa, binta, karim] = [
    (await house.person({ first_name: 'Awa', last_name: 'Diop' })).id,
    (await house.person({ first_name: 'Binta', last_name: 'Sow' })).id,
    (await house.person({ first_name: 'Karim', last_name: 'Alami', gender: 'M' })).id,
  ];
  for (const visitor of [owner, colleague, admin]) await visitor.open('/casting/shortlists');
});
afterAll(() => house.close());

const create = async (fields: Record<string, string>, who = owner): Promise<string> =>
  String((await who.send('/casting/shortlists', { name: 'Amina', team: '1', ...fields })).headers['location']);
const order = async (url: string, who = owner): Promise<string[]> =>
  [...(await who.open(url)).body.matchAll(/id="person-\d+" data-pick="\d+" data-name="([^"]+)"/g)].map(([, name = '']) => name);
const act = (url: string, talent: number | undefined, name: string, note = '', who = owner) =>
  who.send(`${url}/people`, { talent: String(talent), act: name, note });

describe('shortlists', () => {
  it('are made of ticked people, in their order, and take more', async () => {
    const url = await create({ ids: `${binta},${awa}` });
    expect(await order(url)).toEqual(['Binta Sow', 'Awa Diop']);
    const page = (await owner.open(`/casting/shortlists/add?talent=${karim}&ids=${awa}`)).body;
    expect(page).toContain('Karim Alami');
    const id = url.split('/').at(-1) ?? '';
    await owner.send('/casting/shortlists/add', { shortlist: id, ids: `${karim},${awa}` });
    expect((await owner.next()).body).toContain('1 personne ajoutée à « Amina »');
    expect(await order(url)).toEqual(['Binta Sow', 'Awa Diop', 'Karim Alami']);
  });

  it('keep a note with each person and let people change places', async () => {
    const url = await create({ ids: `${awa},${binta},${karim}` });
    await act(url, binta, 'up', 'Très juste');
    await act(url, awa, 'down');
    expect(await order(url)).toEqual(['Binta Sow', 'Karim Alami', 'Awa Diop']);
    expect((await owner.open(url)).body).toContain('value="Très juste"');
    expect((await act(url, binta, 'note', 'x'.repeat(501))).statusCode).toBe(400);
  });

  it.each([
    ['up', [2, 1, 3]],
    ['down', [1, 3, 2]],
    ['first', [2, 1, 3]],
    ['last', [1, 3, 2]],
  ] as const)('moves one %s', (move, expected) => expect(moved([1, 2, 3], 2, move)).toEqual(expected));
  it('moves nobody past an end', () => {
    expect([moved([1, 2], 1, 'up'), moved([1, 2], 2, 'down'), moved([1, 2], 9, 'up')]).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('let somebody back with place and note', async () => {
    const url = await create({ ids: `${awa},${binta},${karim}` });
    const { headers } = await act(url, binta, 'remove', 'À revoir en juin');
    expect(await order(url)).toEqual(['Awa Diop', 'Karim Alami']);
    expect((await owner.open(String(headers['location']))).body).toContain('Binta Sow n’est plus dans la sélection');
    await act(url, binta, 'back');
    expect(await order(url)).toEqual(['Awa Diop', 'Binta Sow', 'Karim Alami']);
    expect((await owner.open(url)).body).toContain('value="À revoir en juin"');
  });

  it('are open to the team, or private', async () => {
    const [team, own] = [await create({ name: 'Équipe' }), await create({ name: 'Secrète', team: '' })];
    const list = wordsOf((await colleague.open('/casting/shortlists')).body);
    expect(list).toContain('Équipe');
    expect(list).not.toContain('Secrète');
    expect((await colleague.open(own)).statusCode).toBe(404);
    expect((await admin.open(own)).statusCode).toBe(200);
    await colleague.open(team);
    expect((await act(team, awa, 'note', '', colleague)).statusCode).toBe(303);
    for (const part of ['edit', 'delete', 'links']) {
      expect((await colleague.send(`${team}/${part}`, { name: 'x', label: 'x', until: '2025-11-01' })).statusCode, part).toBe(403);
    }
    expect((await (await house.browser('user')).open('/casting/shortlists')).statusCode).toBe(403);
  });

  it('are renamed, and deleted after a question', async () => {
    const url = await create({ name: 'Ancienne' });
    const refused = await owner.send(`${url}/edit`, { name: '', brief: 'gardé' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('gardé');
    await owner.send(`${url}/edit`, { name: 'Nouvelle', team: '1' });
    expect((await owner.open(`${url}/delete`)).body).toContain('Nouvelle');
    await owner.send(`${url}/delete`, {});
    expect((await owner.open(url)).statusCode).toBe(404);
  });
});

describe('a link for a client', () => {
  const share = async (url: string, fields: Record<string, string> = {}): Promise<string> => {
    await owner.open(url);
    const { body } = await owner.send(`${url}/links`, { label: 'Production Atlas', until: '2025-11-09', ...fields });
    return /\/share\/shortlist\/[\w-]{43}/.exec(body)?.[0] ?? '';
  };

  it('opens without an account, shows no contact, and keeps out of search engines', async () => {
    const hidden = await house.person({ first_name: 'Discrète', is_public: '' });
    const url = await create({ ids: `${awa},${hidden.id}` });
    await act(url, awa, 'note', 'Note interne');
    const reply = await house.stranger().open(await share(url));
    expect(reply.statusCode).toBe(200);
    for (const word of ['Awa Diop', 'Discrète', 'name="robots" content="noindex']) expect(reply.body).toContain(word);
    for (const word of ['+212', 'example.com', 'Note interne', 'Production Atlas']) expect(reply.body).not.toContain(word);
    expect(reply.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
    const noted = await house.stranger().open(await share(url, { notes: '1' }));
    expect(noted.body).toContain('Note interne');
  });

  it('takes answers, asks the name once, and tells the casting director', async () => {
    const url = await create({ ids: `${awa},${binta}` });
    const link = await share(url);
    const client = house.stranger();
    await client.open(link);
    const unsigned = await client.send(`${link}/answer`, { talent: String(awa), verdict: 'yes', comment: 'Superbe' });
    expect(unsigned.statusCode).toBe(400);
    expect(unsigned.body).toContain('Superbe');
    await client.send(`${link}/answer`, { talent: String(awa), verdict: 'yes', comment: 'Superbe', name: 'Nour' });
    await client.send(`${link}/answer`, { talent: String(binta), verdict: 'no' });
    await client.send(`${link}/answer`, { talent: String(binta), verdict: 'maybe' });
    expect((await client.open(link)).body).not.toContain('name="name"');
    const seen = wordsOf((await owner.open(url)).body);
    expect(seen).toMatch(/Oui.*Nour.*Superbe.*Peut-être.*Nour/s);
    expect(seen).toContain('ouvert par 1 personne');
    expect((await client.send(`${link}/answer`, { talent: String(karim), verdict: 'yes' })).statusCode).toBe(404);
    expect((await client.send(`${link}/answer`, { talent: String(awa), verdict: 'perhaps' })).statusCode).toBe(400);
  });

  it('counts browsers, not messengers that draw a preview', async () => {
    const url = await create({ ids: String(awa) });
    const link = await share(url);
    await house.door.inject({ url: link, headers: { 'user-agent': 'WhatsApp/2.23' } });
    expect(wordsOf((await owner.open(url)).body)).toContain('pas encore ouvert');
    await house.stranger().open(link);
    await house.stranger().open(link);
    expect(wordsOf((await owner.open(url)).body)).toContain('ouvert par 2 personnes');
  });

  it('stops when it is revoked, when its day is over, when the shortlist goes', async () => {
    const url = await create({ ids: String(awa) });
    const [revoked, expired, gone] = [await share(url), await share(url), await share(url)];
    const id = [...(await owner.open(url)).body.matchAll(/links\/(\d+)\/revoke/g)].map(([, n]) => Number(n)).sort((a, b) => a - b)[0];
    expect((await owner.open(`${url}/links/${id}/revoke`)).body).toContain('Production Atlas');
    await owner.send(`${url}/links/${id}/revoke`, {});
    const over = await house.stranger().open(revoked);
    expect(over.statusCode).toBe(410);
    expect(over.body).toContain('Demandez-lui un nouveau lien');
    expect(over.body).not.toContain('Awa');
    expect((await house.stranger().open(expired)).statusCode).toBe(200);
    house.clock.set('2025-11-10T13:00:00Z');
    expect((await house.stranger().open(expired)).statusCode).toBe(410);
    house.clock.set('2025-10-26T15:30:00Z');
    await owner.send(`${url}/delete`, {});
    expect((await house.stranger().open(gone)).statusCode).toBe(410);
  });

  it('cannot be guessed: the token is nowhere, and an unknown one is a page that says so', async () => {
    const link = await share(await create({ ids: String(awa) }));
    const token = link.split('/').at(-1) ?? '';
    const { rows } = await sql<{ text: string }>`select l::text as text from talent.casting_links l`.execute(house.db);
    expect(rows.some(({ text }) => text.includes(token))).toBe(false);
    for (const wrong of [`${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`, 'short', '%00'])
      expect((await house.stranger().open(`/share/shortlist/${wrong}`)).statusCode, wrong).toBe(404);
  });

  it('needs somebody it is for and a day to come, and is in the activity log', async () => {
    const url = await create({ ids: String(awa) });
    await owner.open(url);
    for (const until of ['2025-10-26', '2027-01-01', 'demain', '2025-02-31'])
      expect((await owner.send(`${url}/links`, { label: '', until })).body, until).toContain('Choisissez un jour');
    await share(url);
    const { rows } = await sql<{ text: string }>`
      select action_description as text from kernel.activity_logs where action_type = 'share' order by id desc limit 1`.execute(house.db);
    expect(rows[0]?.text).toContain('partagée avec « Production Atlas »');
  });

  it('shows photos of its own people only', async () => {
    const photo = { content: await picture(), extension: 'png', mediaType: 'image/png' };
    const [inside, outside] = [await house.person({ first_name: 'Ines', is_public: '' }, { photo }), await house.person({}, { photo })];
    const link = await share(await create({ ids: String(inside.id) }));
    const stranger = house.stranger();
    expect((await stranger.open(`${link}/photo/${inside.id}?w=320`)).headers['content-type']).toBe('image/webp');
    expect((await stranger.open(`${link}/photo/${outside.id}?w=320`)).statusCode).toBe(404);
  });

  it('limits how often one address answers', async () => {
    const link = await share(await create({ ids: String(awa) }));
    const client = house.stranger();
    await client.open(link);
    const answer = async () => (await client.send(`${link}/answer`, { talent: String(awa), verdict: 'yes', name: 'Nour' })).statusCode;
    expect(await answer()).toBe(303);
    // As if the hour's answers had been given.
    await sql`update kernel.rate_limits set used = 120 where rule = 'casting-answers'`.execute(house.db);
    expect(await answer()).toBe(429);
  });
});

const picture = async (): Promise<Buffer> => {
  const { default: sharp } = await import('sharp');
  return sharp({ create: { width: 400, height: 500, channels: 3, background: '#a23e12' } })
    .png()
    .toBuffer();
};
