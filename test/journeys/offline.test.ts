import { sql } from 'kysely';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Cable, layCable } from '../cable.ts';
import { eventually } from '../eventually.ts';
import { type Atelier, type Caller, startAtelier } from '../support.ts';

/**
 * A phone whose network comes and goes: pages that were seen open again, only for whoever saw them; a form that could not leave, or
 * whose answer was lost, is kept and done once; the scan pages keep their own worker; the operator can call everything back.
 */
let atelier: Atelier;
let browser: Browser;
let cable: Cable;
const people = {} as Record<Who, Caller>;
type Who = 'admin' | 'talent';

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ listen: true }), openBrowser()]);
  cable = await layCable(atelier.url);
  [people.admin, people.talent] = [await atelier.as('admin'), await atelier.as('user')];
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await cable?.close();
});

async function openPhone(who: Who | null, options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
  cable.mend();
  const context = await browser.newContext({
    ...{ baseURL: cable.url, viewport: { width: 390, height: 844 }, locale: 'fr-FR', reducedMotion: 'reduce', ...options },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (who) await signIn(context, who);
  await page.goto('/about');
  return { context, page };
}

/** As if they had just come from the sign-in page. */
async function signIn(context: BrowserContext, who: Who): Promise<void> {
  const [name = '', value = ''] = people[who].cookie.split('=');
  await context.addCookies([{ name, value, url: cable.url }]);
}

/** The worker answers for the page. */
const isWatched = (page: Page): Promise<unknown> => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
const keptAddresses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await (await caches.open('atelier-pages')).keys()).map(({ url }) => new URL(url).searchParams.get('of') ?? '').sort(),
  );
const text = async (page: Page, selector = 'body'): Promise<string> => (await page.locator(selector).innerText()).replaceAll(/\s/g, ' ');

async function visit(page: Page, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await page.goto(path);
}

describe('pages without a network', () => {
  it('opens what was seen, says how old it is, and says what still works where nothing was', async () => {
    const { context, page } = await openPhone('talent');
    await isWatched(page);
    await visit(page, '/about', '/talents', '/account/security', '/cinema/talents?search=a');
    await eventually(() => keptAddresses(page)).toEqual(['/about', '/cinema/talents?search=a', '/talents']);

    cable.cut();
    await page.goto('/talents');
    expect(await page.locator('html').getAttribute('data-kept')).toMatch(/^2\d{3}-/);
    expect(await text(page, '[data-bar=copy]')).toContain('Copie gardée le');
    // As it was, with its look.
    expect(await page.locator('.top-bar').evaluate((bar) => getComputedStyle(bar).position)).not.toBe('static');

    const answer = await page.goto('/account/security');
    expect(answer?.status()).toBe(503);
    expect(await page.locator('h1').innerText()).toBe('Pas de réseau');
    const links = page.locator('[data-kept-pages] a');
    await eventually(() => links.count()).toBe(3);
    await page.locator('[data-kept-pages] a[href="/about"]').click();
    await page.waitForURL('**/about');
    expect(await page.locator('h1').count()).toBe(1);

    // The network is back: the page itself again, without the notice.
    cable.mend();
    await page.goto('/talents');
    expect(await page.locator('html').getAttribute('data-kept')).toBeNull();
    await context.close();
  });

  it('shows the copy when the network is too slow to answer, and the page again when it is not', async () => {
    const { context, page } = await openPhone(null);
    await page.goto('/about');
    await isWatched(page);
    await page.goto('/about');
    await eventually(() => keptAddresses(page)).toEqual(['/about']);
    const silent = await layCable('http://127.0.0.1:9'); // nobody listens there, and nobody says so
    cable.plugInto(silent.url);
    await page.goto('/about');
    expect(await page.locator('html').getAttribute('data-kept')).not.toBeNull();
    cable.plugInto(atelier.url);
    await page.reload();
    expect(await page.locator('html').getAttribute('data-kept')).toBeNull();
    await silent.close();
    await context.close();
  });

  it('speaks the reader’s language and keeps to their theme', async () => {
    const { context, page } = await openPhone('talent');
    await isWatched(page);
    await visit(page, '/talents', '/preferences?lang=ar&theme=dark&back=/about');
    await eventually(() => keptAddresses(page)).toEqual(['/about', '/talents']);
    cable.cut();
    // The dashboard was seen in French only: it is not what this reader asked for.
    await page.goto('/talents');
    expect(await page.locator('html').evaluate((html: HTMLElement) => [html.lang, html.dir, html.dataset['theme']])).toEqual([
      'ar',
      'rtl',
      'studio-dark',
    ]);
    expect(await page.locator('h1').innerText()).toBe('لا توجد شبكة');
    expect(await page.locator('[data-kept-pages] a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/about',
    ]);
    await context.close();
  });

  it('shows nobody what somebody else saw: signing out, and another account, clear it', async () => {
    people.admin = await atelier.as('admin');
    const { context, page } = await openPhone('admin');
    await isWatched(page);
    await visit(page, '/admin/users', '/cinema/talents', '/about');
    // Neither the administration nor a profile with contacts is ever kept.
    await eventually(() => keptAddresses(page)).toEqual(['/about', '/cinema/talents']);
    await page.goto('/auth/logout');
    await eventually(() => keptAddresses(page)).not.toContain('/cinema/talents');
    const texts = await page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => /atelier-(pages|pictures)/.test(name));
      const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return all.flat().filter((url) => !url.includes('/nobody/'));
    });
    expect(texts).toEqual([]);

    // A session that ended elsewhere: the next person who signs in finds nothing of the former.
    people.admin = await atelier.as('admin');
    await signIn(context, 'admin');
    await page.goto('/cinema/talents');
    await eventually(() => keptAddresses(page)).toContain('/cinema/talents');
    await context.clearCookies();
    await signIn(context, 'talent');
    await page.goto('/about');
    await eventually(() => keptAddresses(page)).not.toContain('/cinema/talents');
    cable.cut();
    await page.goto('/cinema/talents');
    expect(await page.locator('h1').innerText()).toBe('Pas de réseau');
    await context.close();
  });

  it('signs out of the phone also when the server does not hear of it', async () => {
    const { context, page } = await openPhone('talent');
    await isWatched(page);
    await page.goto('/talents');
    await eventually(() => keptAddresses(page)).toContain('/talents');
    cable.cut();
    await page.goto('/auth/logout');
    expect(await page.locator('h1').innerText()).toBe('Pas de réseau');
    expect(await keptAddresses(page)).not.toContain('/talents');
    await context.close();
  });
});

describe('forms that survive a cut', () => {
  const shortlists = async (name: string): Promise<number> => {
    const { rows } = await sql<{ count: string }>`select count(*) from talent.casting_shortlists where name = ${name}`.execute(
      atelier.database.db,
    );
    return Number(rows[0]?.count);
  };
  const fill = async (page: Page, name: string): Promise<void> => {
    await page.goto('/casting/shortlists');
    await isWatched(page);
    await page.fill('main input[name=name]', name);
    await page.fill('main textarea[name=brief]', 'Deux lignes,\nbien gardées.');
  };
  const submit = 'main form[action="/casting/shortlists"] button[type=submit]';

  it('keeps what was sent without a network, and sends it with one tap, once', async () => {
    const { context, page } = await openPhone('admin');
    await fill(page, 'Hors ligne');
    await page.waitForFunction(() => document.querySelector('[data-bar]') === null);
    await context.setOffline(true);
    await page.click(submit);
    await page.locator('[data-held]').waitFor();
    expect(await text(page, '[data-held]')).toContain('gardé sur cet appareil');
    expect(await text(page, '[data-bar=unsent]')).toContain('pas encore parti');
    await context.setOffline(false);
    expect(await shortlists('Hors ligne')).toBe(0);
    // Elsewhere too, as long as it waits.
    await page.goto('/about');
    await page.locator('[data-bar=unsent] .button-secondary').click();
    await page.waitForURL('**/casting/shortlists/*');
    expect(await text(page, '.flashes')).toContain('Hors ligne');
    expect(await text(page, 'main')).toContain('Deux lignes,');
    expect(await shortlists('Hors ligne')).toBe(1);
    await page.goto('/about');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('atelier-unsent')))).toEqual([]);
    await context.close();
  });

  it('does once what arrived and whose answer was lost', async () => {
    const { context, page } = await openPhone('admin');
    await fill(page, 'Réponse perdue');
    cable.loseAnswer('POST /casting/shortlists');
    await page.click(submit);
    await page.locator('.offline-page [data-bar=unsent], main [data-bar=unsent]').first().waitFor();
    await eventually(() => shortlists('Réponse perdue')).toBe(1);
    expect(await text(page, '[data-bar=unsent]')).toContain('parti sans réponse');
    expect(await text(page, '.offline-head')).toContain('Votre envoi n’a pas eu de réponse');

    // Still no network: it says so, and stays.
    await page.locator('[data-bar=unsent] .button-secondary').click();
    await page.locator('[data-bar=unsent] small', { hasText: 'Toujours pas de réseau' }).waitFor();
    cable.mend();
    await page.locator('[data-bar=unsent] .button-secondary').click();
    await page.waitForURL('**/casting/shortlists/*');
    expect(await text(page, '.flashes')).toContain('rien n’a été fait deux fois');
    expect(await shortlists('Réponse perdue')).toBe(1);
    await context.close();
  });

  it('keeps no password, and nothing of one person for another', async () => {
    const { context, page } = await openPhone(null);
    await page.goto('/auth/login');
    await isWatched(page);
    await page.fill('input[name=identifier]', 'somebody');
    await page.fill('input[name=password]', 'a secret nobody keeps');
    await context.setOffline(true);
    await page.click('main button[type=submit]');
    await page.locator('[data-held]').waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('a secret nobody keeps');
    await context.setOffline(false);

    await signIn(context, 'admin');
    await fill(page, 'À moi seul');
    await context.setOffline(true);
    await page.click(submit);
    await page.locator('[data-bar=unsent]').waitFor();
    await context.setOffline(false);
    await context.clearCookies();
    await signIn(context, 'talent');
    await page.goto('/about');
    await isWatched(page);
    expect(await page.locator('[data-bar=unsent]').count()).toBe(0);
    expect(await text(page)).not.toContain('À moi seul');
    await context.close();
  });
});

describe('the worker', () => {
  it('lets a browser install the studio, in the reader’s language', async () => {
    const { context, page } = await openPhone(null);
    await page.goto('/about');
    await isWatched(page);
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const { errors, data = '{}' } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data) as { lang: string; screenshots: { src: string; sizes: string }[]; icons: { src: string }[] };
    expect(manifest.lang).toBe('fr');
    for (const { src, sizes } of manifest.screenshots) {
      const size = await page.evaluate(async (address) => {
        const picture = await createImageBitmap(await (await fetch(address)).blob());
        return `${picture.width}x${picture.height}`;
      }, src);
      expect(size).toBe(sizes);
    }
    for (const { src } of manifest.icons) expect((await page.request.get(src)).status()).toBe(200);
    await context.close();
  });

  it('leaves the scan pages to their own, and each keeps what is its own', async () => {
    const { rows } = await sql<{ id: number }>`
      insert into talent.projects (name, production_type, country_id) values ('Le sable', 'Film', 1) returning id`.execute(
      atelier.database.db,
    );
    const scan = `/presence/${rows[0]?.id}/scan`;
    const { context, page } = await openPhone('admin');
    await isWatched(page);
    await page.goto(scan);
    await page.waitForFunction(() => document.querySelector('.scan-page.is-on') !== null);
    const isKept = (): Promise<boolean> =>
      page.evaluate(async (path) => (await (await caches.open('presence-pages')).match(path)) !== undefined, scan);
    await eventually(isKept).toBe(true);
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort(),
    );
    expect(scopes).toEqual(['/', '/presence/']);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.scriptURL.endsWith('/presence/worker.js'));
    cable.cut();
    await page.goto(scan);
    await page.waitForFunction(() => document.querySelector('.scan-page.is-on') !== null);
    expect(await page.locator('html').getAttribute('data-kept')).toBeNull();
    await context.close();
  });

  it('is called back by the operator: its copies go, those of the scan pages stay', async () => {
    const { context, page } = await openPhone('admin');
    await isWatched(page);
    await page.goto('/about');
    await eventually(() => keptAddresses(page)).toContain('/about');
    await page.evaluate(async () => void (await caches.open('presence-pages')));
    const without = await startAtelier({ listen: true, environment: { ATELIER_OFFLINE: '0' } });
    cable.plugInto(without.url);
    await page.goto('/about');
    await eventually(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('atelier-')))).toEqual([]);
    await eventually(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual(['presence-pages']);
    cable.plugInto(atelier.url);
    await context.close();
  });
});
