import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type FilmHouse, openFilmHouse } from '../film-house.ts';

/** A producer's quarter of an hour in a real browser: one sentence, its script, a word changed, the board, the film, another take. */
const SENTENCE = 'Un phare sur une falaise, raconté à des enfants';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A film is made while it is watched. */
const MAKING_MS = 90_000;

let house: FilmHouse;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([openFilmHouse({ work: true, listen: true }), openBrowser()]);
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
  const cookies = { lang, theme, tz: 'UTC', atelier_session: house.person.cookie.split('=')[1] ?? '' };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: house.atelier.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
}

const site = (path: string): string => house.atelier.url + path;
let film = '';

describe('the film studio', () => {
  it('goes from a sentence to a film, and makes one scene again', { timeout: 300_000 }, async () => {
    const { context, page } = await enter();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(site('/films'));
    await page.click('.empty a');
    await page.fill('textarea[name="prompt"]', SENTENCE);
    await page.click('.film-more > summary');
    await page.check('input[name="duration"][value="15"]', { force: true });
    await page.check('input[name="ratio"][value="1:1"]', { force: true });
    await page.check('input[name="voice"][value="none"]', { force: true });
    await page.check('input[name="music"][value="none"]', { force: true });
    await page.waitForFunction(() => document.querySelector('[data-chosen]')?.textContent?.includes('1:1'));
    await page.click('.film-send button');
    // The board of the script gives way to the script by itself.
    await page.waitForSelector('.film-scene');
    film = new URL(page.url()).pathname;
    const scenes = await page.locator('.film-scene').count();
    expect(scenes).toBeGreaterThan(1);

    await page.click('.film-scene >> nth=1 >> button[value^="remove-"]');
    await page.waitForFunction((count) => document.querySelectorAll('.film-scene').length === count, scenes - 1);
    await page.fill('.film-scene >> nth=0 >> textarea[name^="narration-"]', 'Un phare veille.');
    await page.waitForFunction(() => document.querySelector('[data-length]')?.textContent?.startsWith('3 mots'));
    while ((await page.locator('.film-scene').count()) > 2) {
      const left = await page.locator('.film-scene').count();
      await page.click('.film-scene >> nth=1 >> button[value^="remove-"]');
      await page.waitForFunction((count) => document.querySelectorAll('.film-scene').length === count, left - 1);
    }
    await page.click('button[value="draft"]');

    // Pictures are born on the board, which becomes the player when all is done.
    await page.waitForSelector('#film-board');
    await page.waitForSelector('.film-screen video', { timeout: MAKING_MS });
    expect(problems).toEqual([]);
    const seconds = await page.evaluate(async () => {
      const video = document.querySelector('video');
      if (!video) return 0;
      if (video.readyState < 1) await new Promise((done) => video.addEventListener('loadedmetadata', done, { once: true }));
      return video.duration;
    });
    expect(seconds).toBeGreaterThan(2);

    await page.click('.film-strip a >> nth=0');
    await page.waitForSelector('.film-part-picture img');
    await page.click('button[value="image"]');
    await page.waitForSelector('#film-board');
    await page.waitForSelector('.film-screen video', { timeout: MAKING_MS });
    expect(problems).toEqual([]);
    await context.close();
  });

  it('goes on without JavaScript, and stops and goes on again', { timeout: 200_000 }, async () => {
    const { context, page } = await enter({ scripts: false });
    await page.goto(site(`${film}?view=script`));
    await page.fill('.film-scene >> nth=0 >> textarea[name^="narration-"]', 'Un phare veille sur la mer.');
    await page.click('button[value="save"].button');
    expect(await page.locator('.flashes').textContent()).toContain('Script enregistré.');
    await page.goto(site(film));
    expect(await page.locator('.notice').textContent()).toContain('ont changé depuis cette version');
    await page.click('.notice button');
    expect(await page.locator('#film-board').getAttribute('data-state')).toBe('running');
    await page.click('#cancel button');
    expect(await page.locator('.flashes').textContent()).toContain('arrêtée');
    expect(await page.locator('#film-board').getAttribute('data-state')).toBe('cancelled');
    await page.click('#resume button');
    expect(await page.locator('#film-board').getAttribute('data-state')).toBe('running');
    await page.click('#cancel button');
    await context.close();
  });
});

describe.each([
  { lang: 'fr', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 390 },
  { lang: 'ar', theme: 'light', width: 390 },
])('WCAG 2.2 AA of the film studio: $lang, $theme, $width px', (look) => {
  it('has nothing at fault and fits the screen', { timeout: 120_000 }, async () => {
    const { context, page } = await enter(look);
    const own = ['', '?view=script', '?view=board', '?view=film', '/scenes/1', '/publish', '/settings', '/delete'].map(
      (rest) => film + rest,
    );
    for (const path of ['/films', '/films/new', '/films/voices', '/films/renders', ...own]) {
      await page.goto(site(path), { waitUntil: 'load' });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        path,
      ).toBeLessThanOrEqual(0);
      const found = await page.evaluate(async (source) => {
        for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details:not([data-drop])')) folded.open = true;
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
