/**
 * Every page with JavaScript off: it opens, what it is for can be done by links and forms, nothing on it waits for a script that does
 * not come, and where a script would do more the page says so.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { PAGES, type PageToVisit, PEOPLE, preparePages } from '../pages.ts';
import { addressOf, type Prepared } from '../prepared.ts';
import { type Atelier, startAtelier } from '../support.ts';

/** What somebody comes to a page for; the others are there to be read, and lead on. */
const ACTS: Readonly<Record<string, string>> = {
  'sign-in': 'form[action="/auth/login"] button',
  register: 'form[action^="/auth/register"] button[value="next"]',
  'cinema-register': 'form[action^="/cinema/register"] button[value="next"]',
  'profile-edit': 'form[action="/profile/edit"] button',
  talents: '.person-card a',
  'talents-empty': '.empty a',
  'admin-users': '.table-data a[href$="/edit"]',
  'admin-user-edit': 'form[action$="/edit"] button',
  'admin-talent-create': 'form[action="/admin/talent/create"] button',
  'cinema-talents': '#people [data-pick-link]',
  'cinema-talents-table': '#people a',
  'cinema-talents-empty': '.empty a',
  'project-new': 'form[action="/cinema/projects/new"] button',
  project: 'a[href$="/assign-talent"]',
  'project-assign': 'a[href*="talent_id="]',
  'project-letters': 'form[action$="/send-selection-emails"] button',
  'production-new': 'form[action="/cinema/productions/new"] button',
  shortlist: '.entry-form button[value="note"]',
  'shortlist-shared': '.answer-form button[value="yes"]',
  'cinema-ai-search': 'form[action="/cinema/ai-search"] button',
  'cinema-ai-search-results': 'a[href^="/cinema/profile/"]',
  'presence-day': 'form[action$="/mark"] button',
  'presence-scan': 'form[action$="/record"] button',
  studio: 'form[action="/studio"] .form-actions button',
  'studio-review': 'form[action="/studio/review"] button',
  'studio-image': 'form[action$="/judge"] button',
  'publication-new': 'button[value="plan"]',
  publication: 'form[action$="/move"] button',
  publications: '.day-compose',
  'publications-week': '[data-post]',
  connections: 'a[href^="/publications/connect/"]',
  'film-new': '.film-send button',
  'film-script': '.film-scene button[value^="remove-"]',
  'film-scene': 'button[value="image"]',
  'film-player': 'video',
  'film-timeline': 'form[action$="/timeline"] button',
  'film-settings': 'form[action$="/settings"] button',
};
/** Parts of which only the script makes anything: what stands there without it. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  scanner: ['presence-scan'],
  timeline: ['film-timeline'],
};

let atelier: Atelier;
let browser: Browser;
let prepared: Prepared;
const windows = new Map<PageToVisit['as'], Promise<Page>>();
const sessions = new Map<PageToVisit['as'], string>();

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true, work: true }), openBrowser()]);
  for (const who of ['admin', 'talent'] as const) {
    const { login, password } = PEOPLE[who];
    sessions.set(who, (await atelier.signIn(login, password)).cookie);
  }
  prepared = await preparePages(atelier.url, sessions.get('admin') ?? '');
}, 600_000);
afterAll(() => browser?.close());

async function openWindow(as: PageToVisit['as']): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const [name, value] = (sessions.get(as) ?? '').split(/=(.*)/s);
  const cookies = [{ name: 'lang', value: 'fr' }, ...(name ? [{ name, value: value ?? '' }] : [])];
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: atelier.url })));
  return context.newPage();
}

async function open({ as, path }: PageToVisit): Promise<Page> {
  const window = windows.get(as) ?? openWindow(as);
  windows.set(as, window);
  const page = await window;
  await page.goto(atelier.url + addressOf(path, prepared), { waitUntil: 'domcontentloaded' });
  return page;
}

/** What looks as if something could be done with it, and cannot. */
const deadThings = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter(isShown);
    const isDead: readonly (readonly [string, HTMLElement[]])[] = [
      ['a button that only a script hears', all('button').filter((each) => !isAlive(each as HTMLButtonElement))],
      ['a link to nowhere', all('a').filter((each) => [null, '#'].includes(each.getAttribute('href')))],
      ['a field outside of any form', all('input, select, textarea').filter((each) => !(each as HTMLInputElement).form)],
      ['a form that cannot be sent', all('form').filter((form) => !canBeSent(form as HTMLFormElement))],
      [
        'a thing that plays a button',
        all('[role="button"], [role="slider"], [role="switch"]').filter((each) => !each.matches('a, button, input')),
      ],
    ];
    function isAlive(button: HTMLButtonElement): boolean {
      return button.disabled || (button.type === 'submit' && button.form !== null) || button.popoverTargetElement !== null;
    }
    function canBeSent(form: HTMLFormElement): boolean {
      const controls = [...form.elements].filter(isShown);
      const asks = controls.some((each) => each.matches('input:not([type="hidden"]), select, textarea'));
      return !asks || controls.some((each) => each.matches('button:not([type="button"]), input[type="submit"]'));
    }
    return isDead.flatMap(([what, things]) => things.map((each) => `${what}: ${each.outerHTML.slice(0, 200)}`));
  });

describe('without scripts', () => {
  it.each(PAGES)('$name ($path)', async (visited) => {
    const page = await open(visited);
    const main = page.locator('main');
    expect(await main.locator('h1').first().isVisible()).toBe(true);
    expect(await deadThings(page)).toEqual([]);
    const act = ACTS[visited.name];
    if (act) expect(await main.locator(act).filter({ visible: true }).count(), act).toBeGreaterThan(0);
    // Where nothing is done, something leads on.
    else
      expect(
        (await main.locator('a[href], button').filter({ visible: true }).count()) + (await page.locator('footer a').count()),
      ).toBeGreaterThan(0);
  });

  it.each(Object.entries(FALLBACKS))('says that the %s needs them, and offers another way', async (island, names) => {
    for (const name of names) {
      const visited = PAGES.find((each) => each.name === name);
      if (!visited) throw new Error(`there is no page ${name}`);
      const page = await open(visited);
      const place = page.locator(`[data-island="${island}"]`).first();
      expect(await page.locator('noscript .notice').first().isVisible()).toBe(true);
      expect(await place.locator('form').filter({ visible: true }).count()).toBeGreaterThan(0);
    }
  });
});
