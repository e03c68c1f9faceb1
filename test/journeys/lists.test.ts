import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * An administrator goes through long lists: sorts, chooses columns, ticks people, closes their accounts and takes it back, keeps a
 * view, and goes elsewhere by the palette and by keys. Once with scripts, once without.
 */
const USERS = '/admin/users';

let atelier: Atelier;
let browser: Browser;
let session = '';
beforeAll(async () => {
  atelier = await startAtelier({ listen: true, demo: true });
  session = (await atelier.as('admin')).cookie.split('=')[1] ?? '';
  browser = await openBrowser();
}, 240_000);
afterAll(() => browser?.close());

async function enter(scripts = true, viewport = { width: 1440, height: 900 }): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, locale: 'fr-FR', reducedMotion: 'reduce', viewport });
  await context.addCookies(
    Object.entries({ lang: 'fr', atelier_session: session }).map(([name, value]) => ({ name, value, url: atelier.url })),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
}

const open = (page: Page, path: string) => page.goto(atelier.url + path);
const names = (page: Page): Promise<string[]> => page.locator('.table-data tbody th .person-line-name').allTextContents();

describe.each([
  { scripts: true, how: 'with scripts' },
  { scripts: false, how: 'without scripts' },
])('T-809 T-810 the list of accounts, $how', ({ scripts }) => {
  it('is sorted, shown in chosen columns, acted upon and put back, and kept as a view', { timeout: 240_000 }, async () => {
    const { context, page } = await enter(scripts);
    await open(page, `${USERS}?role=user`);
    await page.click('th a:has-text("Nom")');
    await page.waitForURL('**sort=name**');
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Nom');
    const forward = await names(page);
    await page.click('th a:has-text("Nom")');
    await page.waitForURL('**sort=-name**');
    expect((await names(page)).at(0)).not.toBe(forward.at(0));

    await page.click('.columns-menu > summary');
    await page.check('.columns-menu input[value="code"]');
    await page.uncheck('.columns-menu input[value="email"]');
    await page.click('.columns-menu button:has-text("Appliquer")');
    await page.waitForURL('**cols=**');
    const heads = (await page.locator('thead th').allTextContents()).join(' ');
    expect(heads).toContain('Code');
    expect(heads).not.toContain('E-mail');

    const boxes = page.locator('input[name="ids"]');
    const bar = page.locator('.select-bar');
    expect(await bar.isVisible()).toBe(!scripts);
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    if (scripts) expect(await bar.locator('[data-selected]').textContent()).toBe('2 lignes cochées');
    await bar.locator('button[value="close"]').click();
    await page.waitForSelector('.confirm');
    await page.click('.confirm button[type="submit"]');
    await page.waitForURL('**cols=**');
    expect(await page.locator('.notice-title').first().textContent()).toContain('2 comptes désactivés');
    expect(await page.locator('tbody tr:has-text("Désactivé")').count()).toBe(2);
    await page.click('#undo-act button');
    await page.waitForSelector('text=2 comptes réactivés');
    expect(await page.locator('tbody tr:has-text("Désactivé")').count()).toBe(0);

    await page.click('.views-bar details > summary');
    await page.fill('.views-bar input[name="name"]', `Talents ${scripts}`);
    await page.click('.views-bar #save-view button');
    await page.waitForURL('**saved=**');
    expect(await page.locator('.views-bar [aria-current="page"]').textContent()).toBe(`Talents ${scripts}`);
    await context.close();
  });
});

describe('ticking rows, live', () => {
  it('ticks the page, a range, offers everything, and lets go with Escape', { timeout: 120_000 }, async () => {
    const { context, page } = await enter();
    await open(page, `${USERS}?limit=3`);
    const ticked = (): Promise<number> => page.locator('input[name="ids"]:checked').count();
    await page.check('[data-select-page]');
    expect(await ticked()).toBe(3);
    await page.check('[name="all"]');
    expect(await page.locator('[data-selected]').textContent()).toMatch(/^Les \d+ de cette liste/);
    await page.locator('input[name="ids"]').nth(1).uncheck();
    expect(await page.locator('[name="all"]').isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await ticked()).toBe(0);
    await page.locator('input[name="ids"]').nth(0).click();
    await page
      .locator('input[name="ids"]')
      .nth(2)
      .click({ modifiers: ['Shift'] });
    expect(await ticked()).toBe(3);
    await context.close();
  });
});

describe('the palette and the keys', () => {
  it('goes, finds and acts by keyboard alone', { timeout: 180_000 }, async () => {
    const { context, page } = await enter();
    await open(page, '/talents');
    await page.keyboard.press('Control+k');
    const input = page.locator('.palette input');
    await input.fill('nouveau');
    await page.waitForSelector('.palette [role="option"]:has-text("Nouveau film")');
    // What is chosen is told to who cannot see it.
    const chosen = (): Promise<string | null> => input.getAttribute('aria-activedescendant');
    await input.fill('apparence sombre');
    await page.waitForSelector('.palette [data-set-theme="dark"]');
    await page.waitForFunction(() => !document.querySelector('.palette-note:not([hidden])')?.textContent?.includes('…'));
    expect(await page.locator(`#${await chosen()}`).textContent()).toContain('Apparence sombre');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'studio-dark');
    expect(await page.locator('dialog.palette[open]').count()).toBe(0);

    await page.keyboard.press('Control+k');
    await input.fill('');
    await page.keyboard.press('End');
    const last = await chosen();
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('palette-0');
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe(last);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.palette[open]').count()).toBe(0);

    // Off the main content, so that the letters are not typed into a field.
    await page.locator('h1').click();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForURL('**/films');
    await page.keyboard.press('?');
    await page.waitForFunction(() => document.querySelector('#keys-help')?.matches(':popover-open'));
    await page.uncheck('[data-keys-switch]');
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('dialog.palette[open]');
    expect(new URL(page.url()).pathname).toBe('/films');
    expect(await page.locator('#keys-help').evaluate((box) => box.matches(':popover-open'))).toBe(false);
    // Where one was is at hand.
    await input.fill('talents');
    expect(await page.locator('.palette [role="group"]').first().getAttribute('aria-label')).toBeTruthy();
    await context.close();
  });

  it('is a page without a script', { timeout: 60_000 }, async () => {
    const { context, page } = await enter(false, { width: 390, height: 844 });
    await open(page, '/talents');
    await page.click('.top-bar [data-palette]');
    await page.waitForURL('**/search');
    await page.fill('main input[type="search"]', 'nouveau');
    await page.click('main form .button');
    await page.waitForURL('**q=nouveau**');
    expect(await page.locator('.hits').first().textContent()).toContain('Nouveau');
    await context.close();
  });
});
