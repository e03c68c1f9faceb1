import { beforeAll, describe, expect, it } from 'vitest';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { breadcrumbs, inLanguage, type Metadata } from './metadata.tsx';
import { openTestSite } from './test-page.tsx';

const HOSTILE = '</script><script>alert(1)</script> & "Awa" <!-- \u2028';
const METADATA: Metadata = {
  description: 'Ce que dit la page',
  card: { path: '/page/card.png' },
  things: [{ '@type': 'Person', name: HOSTILE }, breadcrumbs('https://studio.example', [{ name: 'Page', path: '/page' }])],
};

let door: Door;
beforeAll(() => {
  door = openTestSite((site, pages) => {
    const route = { config: { access: access.public, kind: 'page' } } as const;
    site.get('/page', route, async (request, reply) =>
      pages.send(request, reply, { title: 'Page', body: <p>Bonjour</p>, metadata: METADATA }),
    );
    site.get('/plain', route, async (request, reply) => pages.send(request, reply, { title: 'Plain', body: <p>Bonjour</p> }));
    site.get('/past', route, async (request, reply) =>
      pages.send(request, reply, { title: 'Past', body: <p>Bonjour</p>, metadata: { ...METADATA, isUnlisted: true } }),
    );
  });
});
const open = async (url: string, cookie = '') => door.inject({ url, headers: { accept: 'text/html', 'accept-language': 'fr', cookie } });

describe('what a page says to programs', () => {
  it('is nothing unless somebody wrote it: pages are for people alone by default', async () => {
    const { body } = await open('/plain');
    expect(body).toContain('<meta name="robots" content="noindex"/>');
    expect(body).not.toMatch(/og:|canonical|ld\+json/);
    expect((await open('/nowhere')).body).toContain('noindex');
  });

  it('has one address for each language and one for whoever comes', async () => {
    const { body } = await open('/page?utm=x');
    expect(body).toContain('<link rel="canonical" href="https://studio.example/page"/>');
    for (const language of ['fr', 'en', 'ar'])
      expect(body).toContain(`hrefLang="${language}" href="https://studio.example/page?lang=${language}"`);
    expect(body).toContain('hrefLang="x-default" href="https://studio.example/page"');
    const arabic = (await open('/page?lang=ar', 'lang=en')).body;
    expect(arabic).toContain('<html lang="ar" dir="rtl"');
    expect(arabic).toContain('<link rel="canonical" href="https://studio.example/page?lang=ar"/>');
    expect(arabic).toContain('content="https://studio.example/page/card.png?lang=ar"');
    expect(inLanguage('/list?page=2', 'en')).toBe('/list?page=2&lang=en');
  });

  it('keeps what is over out of engines and shows it in chats', async () => {
    const { body } = await open('/past');
    expect(body).toContain('noindex');
    expect(body).not.toContain('rel="canonical"');
    expect(body).toContain('property="og:image"');
  });

  it('cannot be broken out of, and says exactly what was meant', async () => {
    const { body, headers } = await open('/page');
    const blocks = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(blocks).toHaveLength(1);
    expect(body).not.toContain('<script>alert');
    const [, json = ''] = blocks[0] ?? [];
    const block = JSON.parse(json) as { '@graph': { name: string }[] };
    expect(block['@graph'][0]?.name).toBe(HOSTILE);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  });
});

describe('a language in the address', () => {
  it('stays with a stranger who reads on, and gives way to a choice', async () => {
    const arrived = await open('/page?lang=ar');
    expect(arrived.cookies.find(({ name }) => name === 'lang')?.value).toBe('ar');
    expect((await open('/page?lang=ar', 'lang=fr')).cookies.find(({ name }) => name === 'lang')).toBeUndefined();
    const chosen = await open('/preferences?lang=en&back=%2Fpage%3Flang%3Dar%26q%3D1');
    expect(chosen.headers['location']).toBe('/page?q=1');
    expect((await open('/page?lang=klingon')).body).toContain('<html lang="fr"');
  });
});
