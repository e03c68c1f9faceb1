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

describe('first steps', () => {
  const stepsIn = (body: string, list: string) => {
    const card = new RegExp(`id="first-steps-${list}"(.*?)</section>`, 's').exec(body)?.[1] ?? '';
    return {
      counted: /tabular">(\d+ sur \d+)/.exec(card)?.[1],
      done: [...card.matchAll(/<span>([^<]+)<\/span><\/div><\/li>/g)].map(([, label]) => label),
      links: [...card.matchAll(/<a href="([^"]+)">/g)].map(([, href]) => href),
    };
  };

  it('count what is there, and lead to what is not', async () => {
    const talent = await registerPerson(atelier, { first_name: 'Awa' });
    const before = stepsIn((await talent.visitor.open('/')).body, 'profile');
    expect(before).toMatchObject({ counted: '0 sur 6', done: [] });
    expect(before.links).toContain('/profile/edit#cv');
    await talent.visitor.open('/profile/dashboard');
    await talent.visitor.send('/profile/settings', { is_public: '1', availability: 'disponible_maintenant', language: 'fr' });
    const after = stepsIn((await talent.visitor.open('/')).body, 'profile');
    expect(after).toMatchObject({ counted: '1 sur 6', done: ['Rendre votre profil public'] });
    expect(after.links).not.toContain('/profile/dashboard#settings');
  });

  it('are of the work one has: administrators set up, casting directors choose, talents do neither', async () => {
    const [admin, casting, talent] = [await atelier.as('admin'), await atelier.as('casting'), await atelier.as('user')];
    const home = async (who: typeof admin): Promise<string> =>
      (await who.inject({ url: '/', headers: { accept: 'text/html', 'accept-language': 'fr' } })).body;
    expect(stepsIn(await home(admin), 'casting').links).toContain('/cinema/productions/new');
    expect(stepsIn(await home(casting), 'casting').links).toEqual(['/cinema/talents', '/casting/shortlists', '/cinema/ai-search']);
    expect(await home(talent)).not.toContain('first-steps-casting');
    expect(stepsIn(await home(talent), 'studio').counted).toBe('0 sur 4');
  });

  it('know what was made in the other products', async () => {
    const person = await atelier.as('user');
    await person.inject({ method: 'POST', url: '/api/images/generate/', payload: { prompt: 'Un phare', width: 256, height: 256 } });
    const { body } = await person.inject({ url: '/', headers: { accept: 'text/html', 'accept-language': 'fr' } });
    expect(stepsIn(body, 'studio')).toMatchObject({ counted: '1 sur 4', done: ['Créer une image'] });
  });

  it('are put away for good by one person, and come back when they ask', async () => {
    const [talent, other] = [await registerPerson(atelier, {}), await registerPerson(atelier, {})];
    await talent.visitor.open('/');
    expect((await talent.visitor.send('/first-steps/hide', { list: 'profile' })).headers['location']).toBe('/');
    const page = (await talent.visitor.open('/')).body;
    expect(page).not.toContain('first-steps-profile');
    expect(page).toContain('Revoir les premiers pas');
    // What raises the score is said where it always was.
    expect(page).toContain('+20 points');
    expect((await other.visitor.open('/')).body).toContain('first-steps-profile');
    await talent.visitor.send('/first-steps/show', {});
    expect((await talent.visitor.open('/')).body).toContain('first-steps-profile');
    expect((await talent.visitor.send('/first-steps/hide', { list: 'nothing' })).statusCode).toBe(404);
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
