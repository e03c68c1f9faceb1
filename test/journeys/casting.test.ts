import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * An afternoon of a casting director, in a real browser: find, mark, compare, shortlist, show it to a client who has no account,
 * read the answer, take the link back. Once by keyboard and live, once without JavaScript.
 */
const LIST = '/cinema/talents';

let atelier: Atelier;
let browser: Browser;
let session = '';
beforeAll(async () => {
  atelier = await startAtelier({ listen: true, demo: true });
  session = (await atelier.as('casting')).cookie.split('=')[1] ?? '';
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

/** A browser of the casting director, or of somebody nobody knows. */
async function enter(
  signedIn: boolean,
  scripts = true,
  viewport = { width: 1440, height: 900 },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, locale: 'fr-FR', reducedMotion: 'reduce', viewport });
  const cookies = { lang: 'fr', ...(signedIn ? { atelier_session: session } : {}) };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: atelier.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { context, page };
}

const open = (page: Page, path: string) => page.goto(atelier.url + path);
const total = async (page: Page): Promise<number> =>
  Number(((await page.locator('.filters-total').first().textContent()) ?? '').replaceAll(/\D/g, ''));
const picks = (page: Page) => page.locator('#people [data-pick]');

describe('T-829 the list, live', () => {
  it('follows the facets, counts them, and keeps them in the address', { timeout: 120_000 }, async () => {
    const { context, page } = await enter(true);
    await open(page, LIST);
    const all = await total(page);
    expect(all).toBeGreaterThan(4);
    const women = Number(await page.locator('[data-figure="gender=F"] .facet-count').textContent());
    await page.check('[data-figure="gender=F"] input', { force: true });
    await page.waitForFunction((count) => document.querySelector('.filters-total')?.textContent?.includes(String(count)), women);
    expect(page.url()).toContain('gender=F');
    // The own facet still says what the others would give; links beside the list took the filter along.
    expect(Number(await page.locator('[data-figure="gender=M"] .facet-count').textContent())).toBe(all - women);
    expect(await page.locator('.view-switch a').last().getAttribute('href')).toContain('gender=F');
    await page.locator('a.chip', { hasText: 'Genre' }).click();
    await page.waitForURL((url) => !url.search.includes('gender'));
    expect(await total(page)).toBe(all);
    await context.close();
  });

  it('opens the facets as a sheet on phones, without JavaScript too', { timeout: 120_000 }, async () => {
    for (const scripts of [true, false]) {
      const { context, page } = await enter(true, scripts, { width: 390, height: 844 });
      await open(page, LIST);
      expect(await page.locator('#facets').isVisible()).toBe(false);
      await page.click('.browse-open');
      await page.check('[data-figure="gender=M"] input', { force: true });
      await page.click('.facets-apply button');
      await page.waitForURL('**gender=M**');
      expect(await page.locator('#facets').isVisible()).toBe(false);
      expect(await page.locator('a.chip').count()).toBe(1);
      await context.close();
    }
  });
});

describe('the keyboard of a casting', () => {
  it('moves, marks, selects, helps, and compares', { timeout: 120_000 }, async () => {
    const { context, page } = await enter(true);
    await open(page, LIST);
    const names = await picks(page).evaluateAll((all) => all.slice(0, 3).map((pick) => (pick as HTMLElement).dataset['name'] ?? ''));
    await page.keyboard.press('?');
    expect(await page.locator('#keys-help').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('1');
    await page.waitForSelector(`.toast:has-text("${names[0]}")`);
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await page.keyboard.press('x');
    expect(await page.locator('[data-selected]').textContent()).toContain('2 personnes');
    // The selection survives another list; the marks are filtered by.
    await open(page, `${LIST}?mark=1&mark=2`);
    expect(await picks(page).count()).toBe(2);
    expect(await page.locator('[data-selected]').textContent()).toContain('2 personnes');
    await page.keyboard.press('c');
    await page.waitForURL('**/compare?**');
    expect(await page.locator('.versus thead th').count()).toBe(2);
    expect(await page.locator('.versus .differs').count()).toBeGreaterThan(0);
    await open(page, LIST);
    await page.keyboard.press('j');
    await page.keyboard.press('1');
    await page.waitForFunction(() => document.querySelector('[data-pick] .mark-menu')?.getAttribute('data-mark') === '0');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('search');
    await page.keyboard.press('j');
    expect(await page.inputValue('input[name=search]')).toBe('j');
    await context.close();
  });
});

describe.each([true, false])('a shortlist for a client, JavaScript %s', (scripts) => {
  it('is made, sent, answered, read, and taken back', { timeout: 120_000 }, async () => {
    const { context, page } = await enter(true, scripts);
    await open(page, LIST);
    for (const index of [0, 1, 2]) await picks(page).nth(index).locator('input[name=ids]').check({ force: true });
    await page.click('#selection button[value=add]');
    await page.waitForURL('**/casting/shortlists/add**');
    await page.fill('input[name=name]', `Amina ${scripts}`);
    await page.click('form[action="/casting/shortlists"] button[type=submit]');
    await page.waitForURL(/\/casting\/shortlists\/\d+$/);
    const second = (await page.locator('.entry').nth(1).getAttribute('data-name')) ?? '';
    await page.locator('.entry').nth(1).locator('button[value=up]').click();
    await page.waitForFunction((name) => document.querySelector('.entry')?.getAttribute('data-name') === name, second);
    await page.fill('#new-link input[name=label]', 'Production Atlas');
    await page.click('#new-link button[type=submit]');
    const link = new URL((await page.locator('.notice .code-tag').textContent()) ?? '');

    const client = await enter(false, scripts, { width: 390, height: 844 });
    await open(client.page, link.pathname);
    const card = client.page.locator('.shared-card').first();
    expect(await card.textContent()).toContain(second);
    expect(await client.page.content()).not.toContain('tel:');
    await card.locator('input[name=name]').fill('Nour');
    await card.locator('textarea').fill('Magnifique');
    await card.locator('button[value=yes]').click();
    await client.page.waitForSelector('.shared-card [aria-pressed=true].verdict-yes');
    expect(await client.page.locator('input[name=name]').count()).toBe(0);

    await page.goto(page.url().replace(/\/links$/, ''));
    expect(await page.locator('.entry').first().locator('.answers').textContent()).toContain('Magnifique');
    await page.click('.link-lines a');
    await page.waitForURL('**/revoke');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/casting\/shortlists\/\d+$/);
    const answer = await client.page.goto(atelier.url + link.pathname);
    expect(answer?.status()).toBe(410);
    expect(await client.page.locator('main').textContent()).toContain('ne s’ouvre plus');
    await Promise.all([context.close(), client.context.close()]);
  });
});
