import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { safeReturnPath } from './return-path.ts';
import { authenticatorCode, type Browser, openSite, PASSWORD, type Site } from './test-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(await freshDatabase());
});
async function signedIn(headers: Record<string, string> = {}): Promise<{ id: number; email: string; browser: Browser }> {
  const { id, email } = await site.person();
  const browser = site.browser(headers);
  await browser.get('/auth/login');
  expect((await browser.submit('/auth/login', { identifier: email, password: PASSWORD })).statusCode).toBe(303);
  return { id, email, browser };
}
const codeNow = (secret: string): string => authenticatorCode(secret, site.clock.now());

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
    const { browser } = await signedIn();
    const answer = await browser.get('/auth/logout', { 'sec-fetch-site': 'same-origin' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/auth/login']);
    expect((await browser.get('/private')).statusCode).toBe(303);
    expect((await browser.get('/auth/logout')).headers.location).toBe('/auth/login');
  });

  it('a link of another site, or a browser reading ahead, is asked first', async () => {
    const { browser } = await signedIn();
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

describe('the security page', () => {
  it('lists devices, and ends one or all others', async () => {
    const { email, browser } = await signedIn({ 'accept-language': 'fr' });
    const agents = [
      'Mozilla/5.0 (Linux; Android 13; TECNO KI5q) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
      'curl/8.5.0',
    ];
    const others = await Promise.all(
      agents.map(async (agent) => {
        const other = site.browser({ 'user-agent': agent });
        await other.get('/auth/login');
        await other.submit('/auth/login', { identifier: email, password: PASSWORD });
        return other;
      }),
    );
    const page = await browser.get('/account/security');
    expect(page.body).toContain('Cet appareil');
    expect(page.body).toContain('Chrome · Android · Tecno');
    const first = await browser.submit('/account/security/sessions/end');
    expect(first.headers.location).toBe('/account/security');
    const left = await Promise.all(others.map(async (other) => (await other.get('/private')).statusCode));
    expect([...left].sort()).toEqual([200, 303]);
    expect((await browser.get('/account/security')).body).toContain('La session est terminée');
    await browser.submit('/account/security/sessions/end-others');
    expect((await browser.get('/account/security')).body).toContain('Une autre session est terminée');
    for (const other of others) expect((await other.get('/private')).statusCode).toBe(303);
  });

  it('does not end a session of somebody else', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const [session] = await site.identity.sessionsOf(site.database.db, theirs.id);
    await mine.browser.get('/account/security');
    await mine.browser.submit('/account/security/sessions/end', { id: session?.id ?? '' });
    expect((await theirs.browser.get('/private')).statusCode).toBe(200);
  });

  it('changes the password, and says each thing that is wrong', async () => {
    const { email, browser } = await signedIn();
    await browser.get('/account/security');
    const next = { new_password: 'huit gazelles vertes', new_password2: 'huit gazelles vertes' };
    expect((await browser.submit('/account/security/password', { ...next, current_password: 'wrong' })).statusCode).toBe(400);
    const common = { current_password: PASSWORD, new_password: 'password1', new_password2: 'password1' };
    expect((await browser.submit('/account/security/password', common)).statusCode).toBe(400);
    expect((await browser.submit('/account/security/password', { ...next, current_password: PASSWORD })).statusCode).toBe(303);
    const again = site.browser();
    await again.get('/auth/login');
    expect((await again.submit('/auth/login', { identifier: email, password: PASSWORD })).statusCode).toBe(401);
    expect((await again.submit('/auth/login', { identifier: email, password: 'huit gazelles vertes' })).statusCode).toBe(303);
  });

  it('turns two-step sign-in on, asks for it, takes a recovery code, and turns it off', async () => {
    const { email, browser } = await signedIn();
    await browser.get('/account/security');
    expect((await browser.submit('/account/security/two-step/start', { password: 'wrong' })).statusCode).toBe(400);
    expect((await browser.submit('/account/security/two-step/start', { password: PASSWORD })).headers.location).toBe(
      '/account/security/two-step',
    );
    const enrol = await browser.get('/account/security/two-step');
    expect(enrol.body).toContain('data:image/svg+xml;base64,');
    const secret = (/class="code-tag">([A-Z2-7 ]+)</.exec(enrol.body)?.[1] ?? '').replaceAll(' ', '');
    expect(secret).toHaveLength(32);
    expect((await browser.submit('/account/security/two-step/confirm', { code: '000000' })).statusCode).toBe(400);
    const codes = await browser.submit('/account/security/two-step/confirm', { code: codeNow(secret) });
    const recovery = [...codes.body.matchAll(/class="code-tag">([a-z2-9]{5}-[a-z2-9]{5})</g)].map(([, code]) => code);
    expect(recovery).toHaveLength(10);
    expect((await browser.get('/account/security/two-step')).headers.location).toBe('/account/security#two-step');

    site.clock.advance(60);
    const other = site.browser();
    await other.get('/auth/login?next=/private');
    const second = await other.submit('/auth/login', { identifier: email, password: PASSWORD });
    expect([second.statusCode, second.body.includes('one-time-code')]).toEqual([200, true]);
    expect(other.cookies.has('atelier_session')).toBe(false);
    expect((await other.submit('/auth/login/code', { code: '000000' })).statusCode).toBe(401);
    const entered = await other.submit('/auth/login/code', { code: codeNow(secret) });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/private']);

    const third = site.browser();
    await third.get('/auth/login');
    await third.submit('/auth/login', { identifier: email, password: PASSWORD });
    expect((await third.submit('/auth/login/code', { code: recovery[0] ?? '' })).statusCode).toBe(303);
    await third.get('/account/security');
    expect((await third.submit('/account/security/two-step/codes', { password: PASSWORD })).statusCode).toBe(200);
    await third.get('/account/security');
    expect((await third.submit('/account/security/two-step/stop', { password: PASSWORD })).statusCode).toBe(303);
    const fourth = site.browser();
    await fourth.get('/auth/login');
    expect((await fourth.submit('/auth/login', { identifier: email, password: PASSWORD })).statusCode).toBe(303);
  });

  it('a code page left open too long starts again with the password', async () => {
    const { id, email, browser } = await signedIn();
    const secret = await site.identity.secondFactor.begin(id);
    await site.identity.secondFactor.confirm(id, codeNow(secret));
    await browser.get('/auth/logout');
    await browser.get('/auth/login');
    await browser.submit('/auth/login', { identifier: email, password: PASSWORD });
    site.clock.advance(301);
    const late = await browser.submit('/auth/login/code', { code: codeNow(secret) });
    expect([late.statusCode, late.body.includes('current-password')]).toEqual([401, true]);
  });

  it('makes a key that is shown once, and revokes it after asking by its name', async () => {
    const { browser } = await signedIn({ 'accept-language': 'fr' });
    await browser.get('/account/security');
    expect((await browser.submit('/account/security/keys', { name: 'Vitrine', days: '90', password: 'wrong' })).statusCode).toBe(400);
    expect((await browser.submit('/account/security/keys', { name: 'Vitrine', days: '7', password: PASSWORD })).statusCode).toBe(400);
    const made = await browser.submit('/account/security/keys', { name: 'Vitrine', days: '90', password: PASSWORD });
    const secret = /atl_[a-z0-9]{8}_[A-Za-z0-9]{40}/.exec(made.body)?.[0] ?? '';
    const asProgram = (url: string): Promise<number> =>
      site.door.inject({ url, headers: { authorization: `Bearer ${secret}` } }).then(({ statusCode }) => statusCode);
    expect(await asProgram('/api/v1/private')).toBe(200);
    expect(await asProgram('/account/security')).toBe(403);
    const page = await browser.get('/account/security');
    expect(page.body).not.toContain(secret);
    const link = /href="(\/account\/security\/keys\/\d+\/revoke)"/.exec(page.body)?.[1] ?? '';
    expect((await browser.get(link)).body).toContain('Vitrine');
    expect((await browser.submit(link)).headers.location).toBe('/account/security');
    expect(await asProgram('/api/v1/private')).toBe(401);
    expect((await browser.submit(link)).statusCode).toBe(404);
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
