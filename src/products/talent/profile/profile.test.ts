import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { drawPhoto, writeCv } from '#test/papers.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';
import type { Member } from '../members/members.ts';
import { profileScore } from '../members/score.ts';
import { completenessOf, missingOf } from './completeness.ts';

let atelier: Atelier;
let owner: Registered;
let other: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  owner = await registerPerson(atelier, { phone: '+212612345678', bio: 'Photographe de plateau' });
  other = await registerPerson(atelier);
});

const PAGES = ['/profile/dashboard', '/profile/edit', '/profile/view/MAF0001CAS', '/profile/card/MAF0001CAS.pdf'];
const edit = {
  first_name: 'Fatoumata',
  last_name: 'Ndiaye',
  gender: 'F',
  date_of_birth: '1994-06-01',
  country_id: '1',
  residence_country_id: '2',
  residence_city_id: 'other',
  other_city: 'Gorée',
  phone_dial: '+221',
  phone: '77 000 00 01',
  whatsapp_same: '1',
  talents: ['1', '2'],
  availability: 'projet_actuel',
  languages: 'français, wolof',
  instagram: '@fatou',
};

describe('T-803 T-804 T-805 one’s own profile', () => {
  it('sends strangers to sign in', async () => {
    for (const url of PAGES) {
      const reply = await visit(atelier.doors.site).open(url);
      expect(reply.statusCode, url).toBe(303);
      expect(reply.headers['location'], url).toContain('/auth/login?next=');
    }
  });

  it('shows the code, the QR, the card and what is missing', async () => {
    const { body, statusCode } = await owner.visitor.open('/profile/dashboard');
    expect(statusCode).toBe(200);
    for (const word of [owner.code, '/static/uploads/qrcodes/', `/profile/card/${owner.code}.pdf`, '+20 points'])
      expect(body).toContain(word);
  });

  it('changes every field of the form and keeps the code', async () => {
    await owner.visitor.open('/profile/edit');
    expect((await owner.visitor.send('/profile/edit', edit)).headers['location']).toBe('/profile/dashboard');
    expect((await owner.visitor.next()).body).toContain('Profil enregistré');
    const { body } = await owner.visitor.open(`/profile/view/${owner.code}`);
    for (const word of ['Fatoumata Ndiaye', 'Gorée', '+221770000001', 'instagram.com/fatou', 'français, wolof', owner.code])
      expect(body).toContain(word);
    const form = (await owner.visitor.open('/profile/edit')).body;
    expect(form).toMatch(/name="phone"[^>]*value="770000001"/);
    expect(form).toMatch(/name="whatsapp_same"[^>]*checked/);
  });

  it('shows a refused form again, with what was typed and each fault named', async () => {
    await owner.visitor.open('/profile/edit');
    const reply = await owner.visitor.send('/profile/edit', {
      ...edit,
      first_name: '',
      website: 'javascript:alert(1)',
      bio: 'Texte gardé',
    });
    expect(reply.statusCode).toBe(400);
    for (const word of ['href="#f-first_name"', 'href="#f-website"', 'Texte gardé']) expect(reply.body).toContain(word);
    expect((await owner.visitor.open(`/profile/view/${owner.code}`)).body).toContain('Fatoumata');
  });

  it('refuses a form without its token', async () => {
    expect((await owner.visitor.send('/profile/edit', { ...edit, _csrf: 'x' })).statusCode).toBe(403);
  });

  it('changes visibility, availability and language', async () => {
    await owner.visitor.open('/profile/dashboard');
    await owner.visitor.send('/profile/settings', { is_public: '1', availability: 'disponible_maintenant', language: 'en' });
    const { body } = await owner.visitor.next();
    expect(body).toContain('lang="en"');
    expect(body).toContain('My profile');
    const { rows } = await sql<{ is_public: boolean; language: string }>`
      select m.is_public, a.language from talent.members m join identity.accounts a on a.id = m.account_id where a.id = ${owner.id}`.execute(
      atelier.database.db,
    );
    expect(rows[0]).toEqual({ is_public: true, language: 'en' });
    owner.visitor.cookies.set('lang', 'fr');
  });

  it('tells an account without a talent profile what it is', async () => {
    const casting = await atelier.as('casting');
    const reply = await casting.inject({
      method: 'GET',
      url: '/profile/dashboard',
      headers: { 'accept-language': 'fr', accept: 'text/html' },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('Pas de profil de talent');
  });
});

describe('T-807 T-808 photo and CV', () => {
  it('takes a photo and a CV, replaces and removes them', async () => {
    const { visitor } = owner;
    await visitor.open('/profile/edit');
    const photo = { name: 'moi.jpg', content: drawPhoto(), type: 'image/jpeg' };
    expect((await visitor.send('/profile/upload-photo', {}, { photo })).headers['location']).toBe('/profile/dashboard');
    expect((await visitor.open('/profile/edit')).body).toContain('/static/uploads/photos/');
    const cv = { name: 'cv été.pdf', content: await writeCv('Fatoumata Ndiaye'), type: 'application/pdf' };
    expect((await visitor.send('/profile/upload-cv', {}, { cv })).headers['location']).toBe('/profile/cv');
    const address = /\/static\/uploads\/cvs\/[0-9a-f]+\.pdf/.exec((await visitor.open('/profile/dashboard')).body)?.[0] ?? '';
    expect((await visitor.open(address)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await other.visitor.open(address)).statusCode).toBe(404);
    await visitor.open('/profile/edit');
    await visitor.send('/profile/upload-cv', { go: 'remove' }, {});
    expect((await visitor.open('/profile/dashboard')).body).not.toContain('/static/uploads/cvs/');
  });

  it.each([
    ['photo', '/profile/upload-photo', { photo: { name: 'cv.jpg', content: Buffer.from('%PDF-1.4\n1 0 obj'), type: 'image/jpeg' } }],
    ['cv', '/profile/upload-cv', { cv: { name: 'cv.pdf', content: Buffer.from('MZ\u0090\u0000'), type: 'application/pdf' } }],
    ['photo', '/profile/upload-photo', {}],
    ['cv', '/profile/upload-cv', {}],
  ])('refuses a %s that is none, on the field (%s)', async (field, url, files) => {
    await owner.visitor.open('/profile/edit');
    const reply = await owner.visitor.send(url, {}, files);
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain(`id="${field}-form-${field}-error"`);
  });
});

describe('T-806 the page of a person', () => {
  it('shows the card without contacts to other members, contacts to recruiters', async () => {
    const { body, statusCode } = await other.visitor.open(`/profile/view/${owner.code.toLowerCase()}`);
    expect(statusCode).toBe(200);
    for (const word of [owner.email, '770000001', 'instagram.com']) expect(wordsOf(body)).not.toContain(word);
    const casting = await atelier.as('casting');
    const seen = await casting.inject({ method: 'GET', url: `/profile/view/${owner.code}` });
    for (const word of [owner.email, '770000001', 'instagram.com']) expect(wordsOf(seen.body)).toContain(word);
  });

  it('keeps a private profile and its card from other members', async () => {
    for (const url of [`/profile/view/${other.code}`, `/profile/card/${other.code}.pdf`])
      expect((await owner.visitor.open(url)).statusCode, url).toBe(403);
    expect((await owner.visitor.open('/profile/view/MAF9999CAS')).statusCode).toBe(404);
  });
});

describe('T-135 completeness', () => {
  const empty = {
    firstName: 'A',
    lastName: 'B',
    email: 'a@b.example',
    phone: null,
    dateOfBirth: null,
    country: { id: 1 },
    city: null,
    photoFile: null,
    cvFile: null,
    portfolioUrl: null,
    bio: null,
    talents: [],
    social: {},
  } as unknown as Member;
  const full = {
    ...empty,
    phone: '+1',
    dateOfBirth: '2000-01-01',
    city: { id: 1 },
    photoFile: 'p',
    cvFile: 'c',
    portfolioUrl: 'u',
    bio: 'b',
    talents: [{ id: 1 }],
    social: { linkedin: 'x', github: 'x', twitter: 'x', threads: 'x', behance: 'x', dribbble: 'x' },
  } as unknown as Member;

  it.each([
    ['empty', empty],
    ['full', full],
    ['half', { ...empty, bio: 'b', social: { linkedin: 'x' } } as unknown as Member],
  ])('adds up to the score of an %s profile', (_name, member) => {
    const earned = completenessOf(member).reduce((sum, part) => sum + part.earned, 0);
    expect(Math.min(100, earned)).toBe(profileScore(member));
  });

  it('names the most valuable thing first', () => {
    expect(missingOf({ ...empty, score: 15 } as Member)[0]?.points).toBe(20);
    expect(missingOf({ ...full, score: 100 } as Member)).toEqual([]);
  });
});
