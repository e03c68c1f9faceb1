import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { eventually } from '../eventually.ts';
import { type Atelier, type Caller, startAtelier } from '../support.ts';

/** A community manager's morning in a real browser: four variations are ordered and watched, judged by keys, found in the gallery. */
const PROMPT = 'Un phare sur une falaise au lever du soleil';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let atelier: Atelier;
let browser: Browser;
let person: Caller;
beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ listen: true, work: true }), openBrowser()]);
  person = await atelier.as('user');
}, 120_000);
afterAll(() => browser?.close());

interface Look {
  readonly lang?: string;
  readonly theme?: string;
  readonly width?: number;
  readonly scripts?: boolean;
}

async function enter({ lang = 'fr', theme = 'light', width = 1440, scripts = true }: Look = {}): Promise<{
  context: BrowserContext;
  page: Page;
}> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 900 }, javaScriptEnabled: scripts });
  const cookies = { lang, theme, atelier_session: person.cookie.split('=')[1] ?? '' };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: atelier.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { context, page };
}

const statuses = async (): Promise<readonly string[]> =>
  (await person.inject({ url: '/api/images/?ordering=created_at' }))
    .json<{ results: { status: string }[] }>()
    .results.map(({ status }) => status);
const shown = (page: Page): Promise<string | null> => page.locator('#review input[name="id"]').getAttribute('value');

describe('the image studio', () => {
  it('orders, watches, judges by keys and finds again', { timeout: 120_000 }, async () => {
    const { context, page } = await enter();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${atelier.url}/studio`);
    await page.click('.example >> nth=0');
    expect(await page.inputValue('textarea[name="prompt"]')).toContain('coucher de soleil');
    await page.fill('textarea[name="prompt"]', PROMPT);
    await page.check('input[name="style"][value="anime"]', { force: true });
    await page.check('input[name="size"][value="256x256"]', { force: true });
    await page.fill('input[name="tags"]', 'phare, mer');
    await page.click('.form-actions button');
    await page.waitForURL('**/studio#board');
    // What is half written meanwhile is not lost when the tiles change.
    await page.fill('textarea[name="prompt"]', 'La suivante');
    await page.waitForFunction(() => document.querySelectorAll('.shot-generated img').length === 4);
    expect(await page.locator('.strip').count()).toBe(1);
    expect(await page.inputValue('textarea[name="prompt"]')).toBe('La suivante');
    await page.locator('.shot >> nth=3').locator('button[value="reject"]').click();
    await page.waitForSelector('.shot-rejected');
    expect(await page.inputValue('textarea[name="prompt"]')).toBe('La suivante');
    expect(await statuses()).toEqual(['generated', 'generated', 'generated', 'rejected']);

    await page.goto(`${atelier.url}/studio/review`);
    const first = await shown(page);
    await page.keyboard.press('?');
    expect(await page.locator('#keys-help').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.waitForFunction((id) => document.querySelector<HTMLInputElement>('#review input[name="id"]')?.value !== id, first);
    await page.keyboard.press('k');
    await page.waitForFunction((id) => document.querySelector<HTMLInputElement>('#review input[name="id"]')?.value === id, first);
    await page.keyboard.press('n');
    await page.keyboard.type('Pour lundi, vraiment');
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await page.waitForSelector('.review-last');
    await eventually(statuses).toEqual(['validated', 'generated', 'generated', 'rejected']);
    await page.keyboard.press('r');
    await eventually(statuses).toEqual(['validated', 'rejected', 'generated', 'rejected']);
    // A change of mind: back to it, and judged anew.
    await page.waitForSelector('.review-last.tone-neutral');
    await page.keyboard.press('u');
    await page.waitForFunction(() => document.querySelector('.review-last') === null);
    await page.keyboard.press('v');
    await eventually(statuses).toEqual(['validated', 'validated', 'generated', 'rejected']);
    await page.waitForSelector('.review-last.tone-success');
    await page.keyboard.press('v');
    await page.waitForSelector('.empty');
    expect(await statuses()).toEqual(['validated', 'validated', 'validated', 'rejected']);

    await page.goto(`${atelier.url}/studio/gallery`);
    await page.check('[data-figure="status=validated"] input', { force: true });
    await page.waitForFunction(() => document.querySelectorAll('.gallery-grid .pick').length === 3);
    expect(page.url()).toContain('status=validated');
    await page.locator('.pick-tick input').first().check();
    await page.waitForSelector('.pick-bar-on');
    await page.click('.pick-bar button[value="reject"]');
    await page.waitForURL('**status=validated**');
    await eventually(async () => (await statuses()).filter((status) => status === 'rejected').length).toBe(2);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('is judged without JavaScript too', { timeout: 60_000 }, async () => {
    const { context, page } = await enter({ scripts: false });
    await page.goto(`${atelier.url}/studio/gallery?status=rejected`);
    await page.click('.pick-name a >> nth=0');
    await page.fill('textarea[name="validation_notes"]', 'Finalement oui');
    await page.click('button[value="validate"]');
    expect(await page.locator('.flashes').textContent()).toContain('Image validée.');
    expect(await page.locator('.page-title .tag').textContent()).toContain('Validée');
    await context.close();
  });
});

describe.each([
  { lang: 'fr', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 390 },
  { lang: 'ar', theme: 'light', width: 390 },
])('WCAG 2.2 AA of the studio: $lang, $theme, $width px', (look) => {
  it('has nothing at fault and fits the screen', { timeout: 90_000 }, async () => {
    const { context, page } = await enter(look);
    for (const path of [
      '/studio',
      '/studio/review?image=1',
      '/studio/review',
      '/studio/gallery',
      '/studio/images/1',
      '/studio/statistics',
    ]) {
      await page.goto(atelier.url + path, { waitUntil: 'load' });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        path,
      ).toBeLessThanOrEqual(0);
      const found = await page.evaluate(async (source) => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const run = new Function(`${source}; return window.axe.run(document, { runOnly: ${JSON.stringify(tags)} });`);
        const { violations } = (await run()) as { violations: { id: string; nodes: { html: string }[] }[] };
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      }, AXE);
      expect(found, path).toEqual([]);
    }
    await context.close();
  });
});
