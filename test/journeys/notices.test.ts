/** The bell in a real browser: it counts by itself, tells of what happens, opens by keyboard, and lets go of a page nobody looks at. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { eventually } from '../eventually.ts';
import { type Atelier, type Caller, startAtelier } from '../support.ts';

let atelier: Atelier;
let browser: Browser;
let me: Caller;
let page: Page;
const problems: string[] = [];
const PATIENCE = { timeout: 60_000 };

const open = async (): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'fr-FR' });
  const [name = '', value = ''] = me.cookie.split('=');
  await context.addCookies([{ name, value, url: atelier.url }]);
  return context;
};
const order = (prompt: string) =>
  me.inject({ method: 'POST', url: '/api/images/generate/', payload: { prompt, width: 256, height: 256, variations: 2 } });
const bell = () => page.locator('.side .bell');
const unread = async (): Promise<number> => (await me.inject({ url: '/api/notifications' })).json<{ unread: number }>().unread;

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ listen: true, work: true }), openBrowser()]);
  me = await atelier.as('user');
  page = await (await open()).newPage();
  page.on('pageerror', ({ message }) => problems.push(message));
}, 120_000);
afterAll(() => browser?.close());

describe('the bell', { timeout: 180_000 }, () => {
  it('T-557 says what happens while one looks at something else, for the eye and the ear', async () => {
    const socket = page.waitForEvent('websocket', PATIENCE);
    await page.goto(`${atelier.url}/talents`);
    await socket;
    await order('Un phare');
    await page
      .locator('.bell-count')
      .first()
      .waitFor({ ...PATIENCE, state: 'attached' });
    expect(await bell().getAttribute('aria-label')).toBe('Notifications : 1 non lue');
    const said = page.locator('p[role="status"].sr-only', { hasText: 'Nouvelle notification' });
    await said.waitFor({ ...PATIENCE, state: 'attached' });
    expect((await said.textContent())?.replaceAll(/[\u2068\u2069]/g, '')).toContain('Vos 2 images sont prêtes : « Un phare »');
  });

  it('opens by keyboard, gives the focus back, and shows the words of unread', async () => {
    await bell().focus();
    await page.keyboard.press('Enter');
    await page.locator('.bell-panel[open] .notices-unread').waitFor(PATIENCE);
    expect(await page.locator('.bell-panel').innerText()).toContain('Non lue');
    expect(await page.evaluate(() => document.activeElement?.closest('.bell-panel') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.bell-panel[open]').waitFor({ ...PATIENCE, state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.classList.contains('bell'))).toBe(true);
  });

  it('has read what was followed', async () => {
    await bell().click();
    await page.locator('.bell-panel a[data-notice]').click();
    await page.waitForURL(/\/studio$/, PATIENCE);
    await eventually(unread).toBe(0);
  });

  it('marks all as read where one is', async () => {
    await order('Une barque');
    await page.goto(`${atelier.url}/talents`);
    await page
      .locator('.bell-count')
      .first()
      .waitFor({ ...PATIENCE, state: 'attached' });
    await bell().click();
    await page.getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await page
      .locator('.bell-count')
      .first()
      .waitFor({ ...PATIENCE, state: 'detached' });
    expect(await unread()).toBe(0);
  });

  it('asks nothing and holds no socket while its page is hidden', async () => {
    const context = await open();
    await context.addInitScript(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
    const hidden = await context.newPage();
    const asked: string[] = [];
    hidden.on('request', (request) => asked.push(new URL(request.url()).pathname));
    hidden.on('websocket', () => asked.push('/ws'));
    await hidden.goto(`${atelier.url}/talents`, { waitUntil: 'networkidle' });
    for (const path of ['/api/notifications', '/ws']) expect(asked).not.toContain(path);
    // Seen at last.
    const feed = hidden.waitForResponse(/\/api\/notifications/, PATIENCE);
    await hidden.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect((await feed).status()).toBe(200);
    await context.close();
  });

  it('is a link without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const [name = '', value = ''] = me.cookie.split('=');
    await context.addCookies([{ name, value, url: atelier.url }]);
    const plain = await context.newPage();
    await plain.goto(`${atelier.url}/talents`);
    await plain.locator('.side .bell').click();
    expect(new URL(plain.url()).pathname).toBe('/notifications');
    await plain.getByText('Une barque').waitFor();
    await context.close();
  });

  it('broke nothing', () => expect(problems).toEqual([]));
});
