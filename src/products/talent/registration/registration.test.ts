import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhoto, writeCv } from '#test/papers.ts';
import { type Atelier, PASSWORD, startAtelier } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';

let atelier: Atelier;
beforeAll(async () => {
  atelier = await startAtelier();
});

const account = (email: string) => ({
  step: 'account',
  go: 'next',
  first_name: 'Awa',
  last_name: 'Diop',
  email,
  password: PASSWORD,
  gender: 'F',
  date_of_birth: '1996-03-08',
});
const origins = {
  step: 'origins',
  go: 'next',
  country_id: '2',
  nationality: '',
  residence_country_id: '2',
  residence_city_id: '',
  other_city: 'Dakar',
  phone_dial: '+221',
  phone: '077 123 45 67',
  whatsapp_same: '1',
  whatsapp: '',
  address: '12 rue de Thiès',
};
const profession = {
  step: 'profession',
  go: 'next',
  talents: ['1', '14'],
  availability: 'disponible_maintenant',
  bio: 'Sur scène depuis l’enfance.',
  years_experience: '8',
};

const draftOf = (body: string): string => /name="draft" value="([^"]+)"/.exec(body)?.[1] ?? '';
const rows = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(atelier.database.db)).rows[0]?.n ?? -1;

/** Fills in the first four steps and opens the last. */
async function reachReview(visitor: Visitor, email: string): Promise<string> {
  await visitor.open('/auth/register');
  for (const step of [account(email), origins, profession, { step: 'files', go: 'skip' }]) {
    const reply = await visitor.send('/auth/register', step);
    expect(reply.statusCode, reply.body.match(/field-error[^<]*<[^>]*>[^<]*<[^>]*>[^<]*<\/svg>([^<]*)/)?.[1]).toBe(303);
    await visitor.next();
  }
  return draftOf((await visitor.open('/auth/register?step=review')).body);
}
const review = (draft: string) => ({ step: 'review', go: 'next', draft, terms: '1' });

describe('T-801 T-802 registration, step by step and without a script', () => {
  it('goes from a stranger to a signed-in member with a code, a photo and a CV', async () => {
    const visitor = visit(atelier.doors.site);
    expect((await visitor.open('/auth/register')).statusCode).toBe(200);
    expect((await visitor.send('/auth/register', account('awa@test.example'))).headers['location']).toBe('/auth/register?step=origins');
    await visitor.next();
    expect((await visitor.send('/auth/register', origins)).headers['location']).toBe('/auth/register?step=profession');
    await visitor.next();
    expect((await visitor.send('/auth/register', profession)).headers['location']).toBe('/auth/register?step=files');
    await visitor.next();
    const files = {
      photo: { name: 'awa.jpg', content: drawPhoto(), type: 'image/jpeg' },
      cv: { name: 'cv-awa.pdf', content: await writeCv('Awa Diop'), type: 'application/pdf' },
    };
    expect((await visitor.send('/auth/register', { step: 'files', go: 'next' }, files)).headers['location']).toBe(
      '/auth/register?step=review',
    );
    const summary = wordsOf((await visitor.next()).body);
    for (const word of ['Awa', 'awa@test.example', 'Sénégal', 'Dakar', '+221 77 123 45 67', 'cv-awa.pdf']) expect(summary).toContain(word);
    expect((await visitor.open('/auth/register/photo')).headers['content-type']).toBe('image/jpeg');

    await visitor.open('/auth/register?step=review');
    const made = await visitor.send('/auth/register', { ...review(draftOf(summary)), is_public: '1' });
    expect(made.headers['location']).toBe('/auth/register/done');
    const welcome = await visitor.next();
    expect(welcome.statusCode).toBe(200);
    const code = /SNF\d{4}DAK/.exec(welcome.body)?.[0] ?? '';
    expect(code).toMatch(/^SNF0001DAK$/);

    const profile = (await visitor.open(`/profile/view/${code}`)).body;
    for (const word of ['Awa Diop', '+221771234567', 'Sur scène']) expect(profile).toContain(word);
    const card = await visitor.open(`/profile/card/${code}.pdf`);
    expect(card.headers['content-type']).toBe('application/pdf');
    expect(card.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const { rows: kept } = await sql<{ photo_file: string; cv_file: string; is_public: boolean }>`
      select photo_file, cv_file, is_public from talent.members where unique_code = ${code}`.execute(atelier.database.db);
    expect(kept[0]).toMatchObject({
      is_public: true,
      photo_file: expect.stringMatching(/^photos\//),
      cv_file: expect.stringMatching(/^cvs\//),
    });
    const { rows: drafts } = await sql<{ n: number }>`select count(*)::int as n from kernel.files where name like 'drafts/%'`.execute(
      atelier.database.db,
    );
    expect(drafts[0]?.n).toBe(0);
  });

  it('keeps everything typed when a step is refused, and names each field', async () => {
    const before = await rows('identity.accounts');
    const visitor = visit(atelier.doors.site);
    await visitor.open('/auth/register');
    const reply = await visitor.send('/auth/register', {
      ...account('not-an-address'),
      first_name: 'Zoé',
      last_name: '',
      password: 'short',
      date_of_birth: '2999-01-01',
    });
    expect(reply.statusCode).toBe(400);
    for (const name of ['last_name', 'email', 'password', 'date_of_birth']) expect(reply.body).toContain(`href="#f-${name}"`);
    expect(reply.body).toContain('value="Zoé"');
    expect(reply.body).toContain('value="not-an-address"');
    expect(reply.body).not.toContain('short');
    expect(await rows('identity.accounts')).toBe(before);
  });

  it('takes up a draft where it was left, and does not open a step ahead of it', async () => {
    const visitor = visit(atelier.doors.site);
    await visitor.open('/auth/register');
    await visitor.send('/auth/register', account('later@test.example'));
    expect((await visitor.open('/auth/register?step=review')).statusCode).toBe(303);
    const resumed = await visitor.open('/auth/register');
    expect(resumed.body).toContain('name="country_id"');
    const back = await visitor.open('/auth/register?step=account');
    expect(back.body).toContain('value="later@test.example"');
    expect(back.body).toContain('Déjà choisi');
    expect((await visit(atelier.doors.site).open('/auth/register')).body).not.toContain('later@test.example');
  });

  it('goes back without judging what is half typed', async () => {
    const visitor = visit(atelier.doors.site);
    await visitor.open('/auth/register');
    await visitor.send('/auth/register', account('back@test.example'));
    await visitor.next();
    expect((await visitor.send('/auth/register', { ...origins, country_id: '', go: 'back' })).headers['location']).toBe(
      '/auth/register?step=account',
    );
    expect((await visitor.open('/auth/register?step=origins')).body).toContain('12 rue de Thiès');
  });

  it('makes one person however often the last step is sent', async () => {
    const visitor = visit(atelier.doors.site);
    const draft = await reachReview(visitor, 'twice@test.example');
    const before = await rows('talent.members');
    const replies = await Promise.all([1, 2, 3].map(() => visitor.send('/auth/register', review(draft))));
    expect(replies.map((reply) => reply.headers['location'])).toEqual(Array(3).fill('/auth/register/done'));
    expect(await rows('talent.members')).toBe(before + 1);
  });

  it('answers 409 on the e-mail field for an address that is taken, and loses nothing', async () => {
    const visitor = visit(atelier.doors.site);
    const draft = await reachReview(visitor, 'TWICE@test.example');
    const reply = await visitor.send('/auth/register', review(draft));
    expect(reply.statusCode).toBe(409);
    expect(reply.body).toContain('href="#f-email"');
    expect(reply.body).toContain('value="Awa"');
    expect((await visitor.send('/auth/register', { ...account('free@test.example'), password: '' })).headers['location']).toBe(
      '/auth/register?step=review',
    );
    await visitor.next();
    expect((await visitor.send('/auth/register', review(draft))).headers['location']).toBe('/auth/register/done');
  });

  it('wants the terms accepted, and shows nobody who did not ask for it', async () => {
    const visitor = visit(atelier.doors.site);
    const draft = await reachReview(visitor, 'private@test.example');
    const refused = await visitor.send('/auth/register', { step: 'review', go: 'next', draft });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#f-terms"');
    await visitor.send('/auth/register', review(draft));
    const { rows: kept } = await sql<{
      is_public: boolean;
    }>`select is_public from talent.members where email = 'private@test.example'`.execute(atelier.database.db);
    expect(kept[0]?.is_public).toBe(false);
  });

  it('keeps the good file when the other one is refused', async () => {
    const visitor = visit(atelier.doors.site);
    await visitor.open('/auth/register');
    for (const step of [account('files@test.example'), origins, profession]) await visitor.send('/auth/register', step);
    await visitor.open('/auth/register?step=files');
    const files = {
      photo: { name: 'cv.jpg', content: await writeCv('Awa'), type: 'image/jpeg' },
      cv: { name: 'cv.pdf', content: await writeCv('Awa'), type: 'application/pdf' },
    };
    const reply = await visitor.send('/auth/register', { step: 'files', go: 'next' }, files);
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('href="#f-photo"');
    expect(reply.body).toContain('cv.pdf');
    expect((await visitor.send('/auth/register', { step: 'files', go: 'next' }, {})).headers['location']).toBe(
      '/auth/register?step=review',
    );
    expect((await visitor.next()).body).toContain('cv.pdf');
  });

  it('never stores the password or an answer in clear', async () => {
    const { rows: kept } = await sql<{
      data: string;
    }>`select string_agg(data_encrypted, ' ') as data from talent.registration_drafts`.execute(atelier.database.db);
    for (const secret of [PASSWORD, 'later@test.example', '12 rue']) expect(kept[0]?.data).not.toContain(secret);
  });

  it('refuses a form without its token', async () => {
    const visitor = visit(atelier.doors.site);
    const reply = await visitor.send('/auth/register', { ...account('no-token@test.example'), _csrf: '' });
    expect(reply.statusCode).toBe(403);
  });

  it('starts again when asked, and forgets', async () => {
    const visitor = visit(atelier.doors.site);
    await visitor.open('/auth/register');
    await visitor.send('/auth/register', account('forget@test.example'));
    await visitor.next();
    await visitor.send('/auth/register', { go: 'restart' });
    expect((await visitor.open('/auth/register')).body).not.toContain('forget@test.example');
  });
});
