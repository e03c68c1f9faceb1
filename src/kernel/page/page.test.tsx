import { describe, expect, it } from 'vitest';
import { failure } from '../failure.ts';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { CodeTag } from './facts.tsx';
import { setFlash } from './flash.ts';
import { Form } from './forms.tsx';
import { safePath } from './preferences.ts';
import { openTestSite } from './test-page.tsx';

const open = { config: { access: access.public, kind: 'page' } } as const;
const admin = { config: { access: access.admin, kind: 'page' } } as const;
const html = { accept: 'text/html' };

const site = (): Door =>
  openTestSite((door, pages) => {
    door.get('/', open, async (request, reply) =>
      pages.send(request, reply, { title: 'Les <talents>', body: <p>{'<script>alert(1)</script> & "co"'}</p> }),
    );
    door.get('/form', open, async (request, reply) => pages.send(request, reply, { title: 'f', body: <Form action="/form">{null}</Form> }));
    door.post('/form', open, async (_request, reply) => {
      setFlash(reply, { kind: 'success', text: 'Profil <enregistré>' });
      return reply.redirect('/', 303);
    });
    door.get('/code', open, async (request, reply) => pages.send(request, reply, { title: 'c', body: <CodeTag code="MAM0002RAB" copy /> }));
    door.get('/admin', admin, async (request, reply) => pages.send(request, reply, { title: 'a', body: <p>ok</p> }));
    door.get('/boom', open, async () => {
      throw new Error('the database password is hunter2');
    });
    door.get('/broken', open, async (request, reply) => pages.send(request, reply, { title: 'b', body: <Broken /> }));
    door.get('/limited', open, async () => {
      throw failure.rateLimited(600);
    });
  });

function Broken(): never {
  throw new Error('render');
}

describe('pages', () => {
  it('T-121 escapes everything that is not markup', async () => {
    const { body } = await site().inject({ url: '/' });
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;');
    expect(body).toContain('<title>Les &lt;talents&gt; · Taalentio</title>');
    expect(body).not.toContain('<script>alert');
  });

  it('speaks the reader’s language and direction', async () => {
    const door = site();
    const french = await door.inject({ url: '/' });
    expect(french.body).toMatch(/^<!doctype html><html lang="fr" dir="ltr" data-reader="nobody">/);
    const arabic = await door.inject({ url: '/', cookies: { lang: 'ar', theme: 'dark' } });
    expect(arabic.body).toMatch(/^<!doctype html><html lang="ar" dir="rtl" data-reader="nobody" data-theme="studio-dark">/);
    expect(arabic.body).toContain('تسجيل الدخول');
    const english = await door.inject({ url: '/', headers: { 'accept-language': 'en-GB,fr;q=0.5' } });
    expect(english.body).toContain('Sign in');
  });

  it('forbids whatever a page does not hold itself: no unsafe source, no inline script, no inline style', async () => {
    const { headers, body } = await site().inject({ url: '/code' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(body).not.toMatch(/\sstyle="|<style|\son\w+="/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cache-control': 'private, no-cache' });
  });

  it('loads the shell and only the islands a page uses, shared parts once', async () => {
    const door = site();
    const scripts = (text: string): string[] =>
      [...text.matchAll(/(?:src|modulepreload" href)="([^"]*\.js)"/g)].map((match) => match[1] ?? '');
    expect(scripts((await door.inject({ url: '/' })).body)).toEqual(['/assets/place-c3.js', '/assets/shell-b2.js']);
    const { body } = await door.inject({ url: '/code' });
    expect(scripts(body)).toEqual(['/assets/place-c3.js', '/assets/shell-b2.js', '/assets/copy-d4.js']);
    expect(body).toContain('href="/assets/studio-a1.css"');
  });

  it('gives a stranger a guest cookie only where there is a form', async () => {
    const door = site();
    expect((await door.inject({ url: '/' })).cookies).toEqual([]);
    const { cookies, body } = await door.inject({ url: '/form' });
    expect(cookies.map((cookie) => cookie.name)).toEqual(['atelier_guest']);
    expect(body).toMatch(/<input type="hidden" name="_csrf" value="[\w.-]{20,}"/);
  });

  it('shows each room to those it is open to', async () => {
    const door = site();
    const user = await door.inject({ url: '/', headers: { 'x-role': 'user' } });
    expect(user.body).toContain('Accueil');
    expect(user.body).not.toContain('/admin/users');
    expect(user.headers['cache-control']).toBe('private, no-store');
    expect((await door.inject({ url: '/', headers: { 'x-role': 'admin' } })).body).toContain('/admin/users');
  });
});

describe('flash', () => {
  it('is said once, escaped, after the redirect', async () => {
    const door = site();
    const form = await door.inject({ url: '/form' });
    const guest = form.cookies[0]?.value ?? '';
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const posted = await door.inject({ method: 'POST', url: '/form', cookies: { atelier_guest: guest }, payload: { _csrf: token } });
    expect(posted.statusCode).toBe(303);
    const flash = posted.cookies.find((cookie) => cookie.name === 'flash');
    expect(flash).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

    const first = await door.inject({ url: '/', cookies: { flash: flash?.value ?? '' } });
    expect(first.body).toContain('Profil &lt;enregistré&gt;');
    expect(first.cookies.find((cookie) => cookie.name === 'flash')?.expires?.getTime()).toBe(0);
    expect((await door.inject({ url: '/' })).body).not.toContain('enregistré');
  });

  it('ignores a cookie that was not signed here', async () => {
    const forged = Buffer.from(JSON.stringify([{ kind: 'success', text: 'Envoyez votre mot de passe' }])).toString('base64url');
    expect((await site().inject({ url: '/', cookies: { flash: `${forged}.x` } })).body).not.toContain('mot de passe');
  });
});

describe('failures', () => {
  it('says what cannot be found and what to do, in three languages (T-278)', async () => {
    const door = site();
    for (const [lang, words] of [
      ['fr', 'Cette page est introuvable'],
      ['en', 'This page cannot be found'],
      ['ar', 'تعذر العثور على هذه الصفحة'],
    ] as const) {
      const answer = await door.inject({ url: '/nowhere', headers: html, cookies: { lang } });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain(String(answer.headers['x-request-id']));
    }
  });

  it('sends who is not signed in to sign in, and back', async () => {
    const answer = await site().inject({ url: '/admin?page=2&q=%C3%A9', headers: html });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/auth/login?next=${encodeURIComponent('/admin?page=2&q=%C3%A9')}`);
  });

  it('explains a refused page and a wait in minutes', async () => {
    const door = site();
    const forbidden = await door.inject({ url: '/admin', headers: { ...html, 'x-role': 'user' } });
    expect(forbidden.statusCode).toBe(403);
    expect(forbidden.body).toContain('Demandez-le à un administrateur');
    const limited = await door.inject({ url: '/limited', headers: html });
    expect(limited.statusCode).toBe(429);
    expect(limited.body).toContain('Réessayez dans 10 minutes.');
  });

  it('tells nothing of a fault inside but its number', async () => {
    const door = site();
    for (const url of ['/boom', '/broken']) {
      const answer = await door.inject({ url, headers: html });
      expect(answer.statusCode).toBe(500);
      expect(answer.body).toContain('Une erreur est survenue de notre côté');
      expect(answer.body).toContain(String(answer.headers['x-request-id']));
      expect(answer.body).not.toMatch(/hunter2|at \//);
    }
  });

  it('still answers when the page of the failure fails', async () => {
    const dark = openTestSite(() => undefined, {
      siteName: () => {
        throw new Error('no settings');
      },
    });
    const answer = await dark.inject({ url: '/nowhere', headers: html, cookies: { lang: 'en' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('<h1>This page cannot be found</h1>');
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it('asks for a fresh form when the token is wrong (T-108)', async () => {
    const answer = await site().inject({ method: 'POST', url: '/form', headers: html, payload: { _csrf: 'x.y' } });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Le formulaire a expiré');
  });
});

describe('preferences', () => {
  it('keeps language and theme and goes back', async () => {
    const answer = await site().inject({ url: '/preferences?lang=ar&theme=dark&back=%2Ftalents%3Fpage%3D2' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/talents?page=2');
    expect(answer.cookies.map(({ name, value, httpOnly }) => [name, value, httpOnly])).toEqual([
      ['lang', 'ar', true],
      ['theme', 'dark', true],
    ]);
  });

  it('never leads to another site, nor keeps an unknown value', async () => {
    for (const back of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/a/..//evil.example',
      '/a\r\nset-cookie: x=1',
      'javascript:1',
      '',
      undefined,
    ]) {
      expect(safePath(back)).toMatch(/^\/(?!\/)/);
      expect(new URL(safePath(back), 'http://atelier.test').host).toBe('atelier.test');
    }
    const answer = await site().inject({ url: '/preferences?lang=de&theme=pink&back=//evil.example' });
    expect(answer.cookies).toEqual([]);
    expect(answer.headers.location).toBe('/');
  });
});
