import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhoto } from '#test/papers.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { type House, openHouse } from './test-house.ts';
import { draftOf, looks, origins, paper, pass, person, REGISTER, reachReview, review, work } from './test-steps.ts';

let house: House<Visitor>;
beforeAll(async () => {
  house = await openHouse((await freshDatabase()).db, visit);
  afterFile(house.close);
});

const photo = (name = 'awa.jpg') => ({ name, content: drawPhoto(900, 1200), type: 'image/jpeg' });

const rows = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.db)).rows[0]?.n ?? -1;
const draftFiles = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from kernel.files where name like 'drafts/%'`.execute(house.db)).rows[0]?.n ?? -1;
describe('T-827 T-828 T-865 registration, step by step and without a script', () => {
  it('T-187 T-189 T-190 T-191 goes from a stranger to a code, a QR code, a card and a public profile, with every photo', async () => {
    const visitor = await house.visitor();
    await pass(visitor, [person('awa@example.com'), { ...origins, ...paper }, work, looks]);
    const files = { photo: photo(), id_photo: photo('cin.jpg'), gallery_1: photo('a.jpg'), gallery_2: photo('b.jpg') };
    expect((await visitor.send(REGISTER, { step: 'photos', go: 'more-photos' }, files)).headers['location']).toBe(
      `${REGISTER}?step=photos`,
    );
    expect((await visitor.next()).body).toContain('2 sur 8');
    await visitor.send(REGISTER, { step: 'photos', go: 'next' }, { gallery_1: photo('c.jpg') });
    const summary = wordsOf((await visitor.next()).body);
    for (const word of [
      'Awa',
      'awa@example.com',
      'Sénégal',
      '+221 77 123 45 67',
      'Wolof',
      'Voix Off',
      'La Pirogue',
      '172 cm',
      'Ébène',
      '3 photos',
    ])
      expect(summary).toContain(word);

    expect((await visitor.send(REGISTER, review(draftOf(summary)))).headers['location']).toBe(`${REGISTER}/done`);
    const end = await visitor.next();
    const [code = ''] = /SNDAK\d{4}F/.exec(end.body) ?? [];
    expect(code).toBe('SNDAK0001F');
    const [, qr = ''] = /<img[^>]*src="([^"]*qrcodes[^"]*)"/.exec(end.body) ?? [];
    expect(await rows('talent.cinema_talents')).toBe(1);
    const { rows: kept } = await sql<{
      media_type: string;
    }>`select media_type from kernel.files where name = ${qr.replace('/static/uploads/', '')}`.execute(house.db);
    expect(kept[0]?.media_type).toBe('image/png');
    const card = await visitor.open(`${REGISTER}/done/card.pdf`);
    expect(card.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');

    const stranger = await house.visitor();
    const profile = await stranger.open(`/cinema/profile/${code}`);
    expect(profile.statusCode).toBe(200);
    for (const word of ['Awa Diop', '29 ans', 'Wolof', 'La Pirogue', '172 cm', 'og:image', 'Langue maternelle'])
      expect(profile.body).toContain(word);
    expect(profile.body.match(/id="photo-\d"/g)).toHaveLength(3);
    for (const secret of ['awa@example.com', '771234567', 'instagram.com', '123456', '1996']) expect(profile.body).not.toContain(secret);
    expect(await draftFiles()).toBe(0);
    expect(house.letters.at(-1)).toMatchObject({ to: 'awa@example.com' });
  });

  it('opens the page of the code and its card to that browser alone, for a day', async () => {
    const other = await house.visitor();
    expect((await other.open(`${REGISTER}/done`)).headers['location']).toBe(REGISTER);
    expect((await other.open(`${REGISTER}/done/card.pdf`)).statusCode).toBe(404);
    const visitor = await house.visitor();
    const draft = await reachReview(visitor, 'day@example.com');
    await visitor.send(REGISTER, { ...review(draft), is_public: '' });
    house.clock.advance(86_399);
    expect((await visitor.open(`${REGISTER}/done`)).statusCode).toBe(200);
    house.clock.advance(2);
    expect((await visitor.open(`${REGISTER}/done`)).statusCode).toBe(303);
  });

  it('keeps everything typed when a step is refused, and names each field', async () => {
    const visitor = await house.visitor();
    await visitor.open(REGISTER);
    const reply = await visitor.send(REGISTER, {
      ...person('not-an-address'),
      first_name: 'Zoé',
      last_name: '',
      date_of_birth: '2015-01-01',
    });
    expect(reply.statusCode).toBe(400);
    for (const name of ['last_name', 'email', 'date_of_birth']) expect(reply.body).toContain(`href="#f-${name}"`);
    expect(reply.body).toContain('value="Zoé"');
    expect(reply.body).toContain('value="not-an-address"');
    expect((await visitor.open(`${REGISTER}?step=work`)).headers['location']).toBe(REGISTER);
  });

  it('wants an explicit agreement for skin tone and origins, and keeps nothing when the step is skipped', async () => {
    const visitor = await house.visitor();
    await pass(visitor, [person('looks@example.com'), origins, work]);
    const refused = await visitor.send(REGISTER, { ...looks, appearance_consent: '' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#f-appearance_consent"');
    expect(refused.body).toMatch(/name="skin_tone" (?=[^>]*checked)[^>]*value="Ébène"|value="Ébène"[^>]*checked/);
    await visitor.send(REGISTER, { ...looks, go: 'skip' });
    await visitor.send(REGISTER, { step: 'photos', go: 'skip' });
    expect((await visitor.open(`${REGISTER}?step=review`)).body).not.toContain('Ébène');
  });

  it('gives more rows when asked, goes back, and loses nothing', async () => {
    const visitor = await house.visitor();
    await pass(visitor, [person('rows@example.com'), origins]);
    await visitor.send(REGISTER, { ...work, go: 'more-languages' });
    const page = await visitor.next();
    expect(page.body.match(/name="language_\d+"/g)).toHaveLength(5);
    expect(page.body).toContain('value="La Pirogue"');
    expect((await visitor.send(REGISTER, { ...work, go: 'back', talent_types: [] })).headers['location']).toBe(`${REGISTER}?step=origins`);
    expect((await visitor.open(`${REGISTER}?step=work`)).body).toContain('Je joue et je danse.');
  });

  it('makes one person however often the last step is sent', async () => {
    const visitor = await house.visitor();
    const draft = await reachReview(visitor, 'twice@example.com');
    const before = await rows('talent.cinema_talents');
    const replies = await Promise.all([1, 2, 3].map(() => visitor.send(REGISTER, review(draft))));
    expect(replies.map((reply) => reply.headers['location'])).toEqual(Array(3).fill(`${REGISTER}/done`));
    expect(await rows('talent.cinema_talents')).toBe(before + 1);
    expect((await visitor.open(`${REGISTER}?step=work`)).headers['location']).toBe(REGISTER);
    expect((await visitor.open(REGISTER)).body).not.toContain('value="restart"');
  });

  it('answers 409 for a paper that is taken', async () => {
    const visitor = await house.visitor();
    const draft = await reachReview(visitor, 'paper@example.com');
    await visitor.send(REGISTER, { ...origins, ...paper });
    const reply = await visitor.send(REGISTER, { ...review(draft), is_public: '' });
    expect(reply.statusCode).toBe(409);
    expect(reply.body).toContain('href="#f-id_document_number"');
    expect((await visitor.open(`${REGISTER}?step=review`)).body).not.toMatch(/name="is_public"[^>]*checked/);
  });

  it('answers 409 for an address that is taken, kindly, names nobody and loses nothing', async () => {
    const visitor = await house.visitor();
    const draft = await reachReview(visitor, 'AWA@example.com');
    const reply = await visitor.send(REGISTER, review(draft));
    expect(reply.statusCode).toBe(409);
    expect(reply.body).toContain('href="#f-email"');
    expect(reply.body).toContain('Peut-être êtes-vous déjà inscrit');
    expect(reply.body).not.toMatch(/SNDAK\d{4}F/);
    expect((await visitor.open(`${REGISTER}?step=work`)).body).toContain('La Pirogue');
  });

  it('wants the terms accepted; the public profile is proposed, and is hidden from strangers when refused', async () => {
    const visitor = await house.visitor();
    const draft = await reachReview(visitor, 'private@example.com');
    const proposed = await visitor.open(`${REGISTER}?step=review`);
    expect(proposed.body).toMatch(/name="is_public"[^>]*checked/);
    const refused = await visitor.send(REGISTER, { step: 'review', go: 'next', draft });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#f-terms"');
    expect(refused.body).not.toMatch(/name="is_public"[^>]*checked/);
    expect((await visitor.send(REGISTER, { ...review(draft), is_public: '' })).statusCode).toBe(303);
    const [code = ''] = /SNDAK\d{4}F/.exec((await visitor.next()).body) ?? [];
    expect((await (await house.visitor()).open(`/cinema/profile/${code}`)).statusCode).toBe(404);
    expect((await (await house.visitor('casting')).open(`/cinema/profile/${code}`)).statusCode).toBe(200);
  });

  it('encrypts what was typed, forgets it when asked and after a week', async () => {
    const visitor = await house.visitor();
    await pass(visitor, [person('secret@example.com'), { ...origins, ...paper }]);
    const { rows: kept } = await sql<{ data: string }>`select string_agg(data_encrypted, ' ') as data from talent.cinema_drafts`.execute(
      house.db,
    );
    for (const secret of ['secret@example.com', '123456', 'first_name']) expect(kept[0]?.data).not.toContain(secret);
    await visitor.send(REGISTER, { go: 'restart' });
    expect((await visitor.open(REGISTER)).body).not.toContain('secret@example.com');
    house.clock.advance(8 * 86_400);
    expect(await house.sweep()).toBeGreaterThan(3);
    expect(await draftFiles()).toBe(0);
  });
});
