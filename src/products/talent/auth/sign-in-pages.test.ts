import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { safeReturnPath } from './return-path.ts';
import { openSite, PASSWORD, type Site } from './test-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(await freshDatabase());
});

describe('the sign-in page', () => {
  it('T-798, T-799, T-542: a stranger is sent to sign in and comes back to the page they wanted', async () => {
    const { email } = await site.person();
    const browser = site.browser();
    const sent = await browser.get('/private?tab=2');
    expect(sent.headers.location).toBe('/auth/login?next=%2Fprivate%3Ftab%3D2');
    await browser.get(String(sent.headers.location));
    const entered = await browser.submit('/auth/login', { identifier: email, password: PASSWORD });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/private?tab=2']);
    expect((await browser.get('/private?tab=2')).body).toContain(email);
    expect((await browser.get('/auth/login')).headers.location).toBe('/');
  });

  it('keeps what was typed, never the password, and says what is wrong in the reader’s language', async () => {
    const browser = site.browser({ 'accept-language': 'fr' });
    await browser.get('/auth/login');
    const answer = await browser.submit('/auth/login', { identifier: 'awa@exam<ple.com', password: 'not-the-password' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('value="awa@exam&lt;ple.com"');
    expect(answer.body).toContain('E-mail, code ou mot de passe incorrect');
    expect(answer.body).not.toContain('not-the-password');
    const empty = await browser.submit('/auth/login', { identifier: '', password: '' });
    expect([empty.statusCode, empty.body.includes('Ce champ est requis')]).toEqual([400, true]);
    const arabic = await site.browser({ 'accept-language': 'ar' }).get('/auth/login');
    expect(arabic.body).toContain('dir="rtl"');
    expect(arabic.body).toContain('تسجيل الدخول');
  });

  it('is found by search engines under one address, wherever one was sent from', async () => {
    const { body } = await site.browser().get('/auth/login?next=%2Fprivate');
    expect(body).not.toContain('noindex');
    expect(body).toMatch(/<link rel="canonical" href="[^"?]*\/auth\/login"/);
    expect(body).toMatch(/<meta name="description" content="[^"]{30,}"/);
  });

  it('T-108: refuses a form without its token, or with the token of another browser', async () => {
    const { email } = await site.person();
    const [one, other] = [site.browser(), site.browser()];
    await one.get('/auth/login');
    await other.get('/auth/login');
    expect((await one.submit('/auth/login', { identifier: email, password: PASSWORD, _csrf: '' })).statusCode).toBe(403);
    const token = /name="_csrf" value="([^"]+)"/.exec((await other.get('/auth/login')).body)?.[1] ?? '';
    await one.get('/auth/login');
    expect((await one.submit('/auth/login', { identifier: email, password: PASSWORD, _csrf: token })).statusCode).toBe(403);
  });

  it('says how long to wait after five failures', async () => {
    const { email } = await site.person();
    const browser = site.browser({ 'accept-language': 'fr' });
    await browser.get('/auth/login');
    for (let n = 0; n < 5; n++) await browser.submit('/auth/login', { identifier: email, password: 'no' });
    const answer = await browser.submit('/auth/login', { identifier: email, password: PASSWORD });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '900']);
    expect(answer.body).toContain('Réessayez dans 15 minutes');
    site.clock.advance(901);
  });

  it.each([
    ['/talents?page=2', '/talents?page=2'],
    ['https://evil.example/x', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/x/..//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/auth/logout', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('goes back to %s as %s', (wanted, expected) => expect(safeReturnPath(wanted)).toBe(expected));
});

describe('signing out', () => {
  it('T-800: a link of ours signs out at once', async () => {
    const { browser } = await site.signedIn();
    const answer = await browser.get('/auth/logout', { 'sec-fetch-site': 'same-origin' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/auth/login']);
    expect((await browser.get('/private')).statusCode).toBe(303);
    expect((await browser.get('/auth/logout')).headers.location).toBe('/auth/login');
  });

  it('a link of another site, or a browser reading ahead, is asked first', async () => {
    const { browser } = await site.signedIn();
    const ahead = await browser.get('/auth/logout', { 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' });
    expect(ahead.statusCode).toBe(200);
    const asked = await browser.get('/auth/logout', { 'sec-fetch-site': 'cross-site' });
    expect(asked.statusCode).toBe(200);
    expect((await browser.get('/private')).statusCode).toBe(200);
    await browser.get('/auth/logout', { 'sec-fetch-site': 'cross-site' });
    expect((await browser.submit('/auth/logout')).headers.location).toBe('/auth/login');
    expect((await browser.get('/private')).statusCode).toBe(303);
  });
});

describe('the first sign-in with a temporary password', () => {
  it('T-421: leads to the choice of one’s own, wherever one wanted to go, then there', async () => {
    const { email } = await site.person({ mustChangePassword: true });
    const browser = site.browser();
    await browser.get('/auth/login?next=/private');
    await browser.submit('/auth/login', { identifier: email, password: PASSWORD });
    const kept = await browser.get('/private');
    expect(kept.headers.location).toBe('/account/password?next=%2Fprivate');
    expect((await browser.get('/account/security')).statusCode).toBe(303);
    await browser.get(String(kept.headers.location));
    const differ = await browser.submit('/account/password', {
      new_password: 'huit gazelles vertes',
      new_password2: 'sept gazelles vertes',
    });
    expect(differ.statusCode).toBe(400);
    const same = await browser.submit('/account/password', { new_password: PASSWORD, new_password2: PASSWORD });
    expect(same.statusCode).toBe(400);
    const chosen = await browser.submit('/account/password', {
      new_password: 'huit gazelles vertes',
      new_password2: 'huit gazelles vertes',
    });
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/private']);
    expect((await browser.get('/private')).body).toContain(email);
    expect((await browser.get('/account/password')).headers.location).toBe('/account/security#password');
  });
});

describe('the first administrator', () => {
  it('is made behind the one-time link, signs in with it, and the link is gone', async () => {
    const { setupLink } = await site.identity.ensureFirstAdmin();
    const path = new URL(setupLink ?? '').pathname;
    const browser = site.browser();
    expect((await browser.get('/setup/wrong')).statusCode).toBe(404);
    await browser.get(path);
    const typed = { first_name: 'Nadia', last_name: 'Tazi', email: 'nadia@example.com' };
    const weak = await browser.submit(path, { ...typed, password: 'password' });
    expect([weak.statusCode, weak.body.includes('value="nadia@example.com"')]).toEqual([400, true]);
    expect((await browser.submit(path, { ...typed, password: PASSWORD })).headers.location).toBe('/');
    expect((await browser.get('/private')).body).toContain('nadia@example.com');
    expect(await site.identity.findByEmail(site.database.db, typed.email)).toMatchObject({ role: 'super_admin' });
    expect((await browser.get(path)).statusCode).toBe(404);
  });
});
