import { beforeAll, describe, expect, it } from 'vitest';
import { registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit } from '#test/visitor.ts';

let atelier: Atelier;
beforeAll(async () => {
  atelier = await startAtelier();
});

describe('T-795 T-863 home', () => {
  it('sends strangers to sign in and back', async () => {
    for (const url of ['/', '/dashboard']) {
      const reply = await visit(atelier.doors.site).open(url);
      expect(reply.statusCode).toBe(303);
      expect(reply.headers['location']).toBe(`/auth/login?next=${encodeURIComponent(url)}`);
    }
  });

  it('shows administrators the figures and who needs help', async () => {
    const admin = await registerPerson(atelier, {}, 'admin');
    const { body } = await admin.visitor.open('/');
    for (const word of ['Talents inscrits', 'Dernières inscriptions', 'Sans CV', admin.code]) expect(body).toContain(word);
  });

  it('shows talents their own profile, recruiters the search', async () => {
    const talent = await registerPerson(atelier, { first_name: 'Binta' });
    const { body } = await talent.visitor.open('/');
    for (const word of ['Bonjour Binta', talent.code, '+20 points']) expect(body).toContain(word);
    const casting = await atelier.as('casting');
    const reply = await casting.inject({ method: 'GET', url: '/', headers: { accept: 'text/html', 'accept-language': 'fr' } });
    expect(reply.body).toContain('action="/talents"');
  });
});

describe('T-797 public pages', () => {
  it.each([
    ['/welcome', '/auth/register'],
    ['/about', 'chiffrés'],
  ])('%s is open to all', async (url, word) => {
    const reply = await visit(atelier.doors.site).open(url);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain(word);
  });

  it.each(['en', 'ar'])('speaks %s', async (language) => {
    const { body } = await visit(atelier.doors.site, language).open('/welcome');
    expect(body).toContain(`lang="${language}"`);
    expect(body).not.toContain('Créer mon profil');
  });
});
