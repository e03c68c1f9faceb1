import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { authenticatorCode, openSite, PASSWORD, type Site } from './test-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(await freshDatabase());
});
const codeNow = (secret: string): string => authenticatorCode(secret, site.clock.now());

describe('the security page', () => {
  it('lists devices, and ends one or all others', async () => {
    const { email, browser } = await site.signedIn({ 'accept-language': 'fr' });
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
    const [mine, theirs] = [await site.signedIn(), await site.signedIn()];
    const [session] = await site.identity.sessionsOf(site.database.db, theirs.id);
    await mine.browser.get('/account/security');
    await mine.browser.submit('/account/security/sessions/end', { id: session?.id ?? '' });
    expect((await theirs.browser.get('/private')).statusCode).toBe(200);
  });

  it('changes the password, and says each thing that is wrong', async () => {
    const { email, browser } = await site.signedIn();
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
    const { email, browser } = await site.signedIn();
    await browser.get('/account/security');
    expect((await browser.submit('/account/security/two-step/start', { password: 'wrong' })).statusCode).toBe(400);
    expect((await browser.submit('/account/security/two-step/start', { password: PASSWORD })).headers.location).toBe(
      '/account/security/two-step',
    );
    const enrol = await browser.get('/account/security/two-step');
    expect(enrol.body).toContain('data:image/svg+xml;base64,');
    const secret = (/class="code-tag"[^>]*>([A-Z2-7 ]+)</.exec(enrol.body)?.[1] ?? '').replaceAll(' ', '');
    expect(secret).toHaveLength(32);
    expect((await browser.submit('/account/security/two-step/confirm', { code: '000000' })).statusCode).toBe(400);
    const codes = await browser.submit('/account/security/two-step/confirm', { code: codeNow(secret) });
    const recovery = [...codes.body.matchAll(/class="code-tag"[^>]*>([a-z2-9]{5}-[a-z2-9]{5})</g)].map(([, code]) => code);
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
    const { id, email, browser } = await site.signedIn();
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
    const { browser } = await site.signedIn({ 'accept-language': 'fr' });
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
