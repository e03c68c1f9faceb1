/**
 * WCAG 2.2 AA on every page, and on what opens in them. Here each page in three looks that have all languages, themes and widths
 * between them; `npm run axe` in all twelve. Also: nothing is wider than the screen, and no script complains.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInOtherTheme, faultsOf, unfold } from '../axe.ts';
import { openBrowser } from '../browser.ts';
import { ALL_LOOKS, LANGUAGES, type Look, lookName, openWindow, someLooks, type Window } from '../looks.ts';
import { PAGES, type PageToVisit, PEOPLE, preparePages } from '../pages.ts';
import { addressOf, type Prepared } from '../prepared.ts';
import { STATES } from '../states.ts';
import { type Atelier, startAtelier } from '../support.ts';

const IS_FULL = process.env['AXE'] === 'full';
const sample = !IS_FULL;
/** In full a load serves both themes; the page after the reload tells that islands draw in either. */
const looksAt = (index: number): readonly Look[] => (IS_FULL ? ALL_LOOKS.filter(({ theme }) => theme === 'light') : someLooks(index));

let atelier: Atelier;
let browser: Browser;
let prepared: Prepared;
const sessions = new Map<PageToVisit['as'], string | null>([[null, null]]);
/** One a person and language: three at work side by side, each page in each. */
const windows = new Map<string, Promise<Window>>();

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true, work: true }), openBrowser()]);
  for (const who of ['admin', 'talent'] as const) {
    const { login, password } = PEOPLE[who];
    sessions.set(who, (await atelier.signIn(login, password)).cookie);
  }
  prepared = await preparePages(atelier.url, sessions.get('admin') ?? '');
}, 600_000);
afterAll(() => browser?.close());

const windowOf = (as: PageToVisit['as'], lang: Look['lang']): Promise<Window> => {
  const key = `${as} ${lang}`;
  const window = windows.get(key) ?? openWindow(browser, atelier.url, sessions.get(as) ?? null);
  windows.set(key, window);
  return window;
};

/** Visits a page in several looks, those of a language one after the other; answers every fault with its look. */
async function visit(page: PageToVisit, looks: readonly Look[], look: (window: Window, look: Look) => Promise<readonly string[]>) {
  const each = async (language: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const one of looks.filter(({ lang }) => lang === language)) {
      const window = await windowOf(page.as, one.lang);
      await window.open(addressOf(page.path, prepared), one);
      const faults = [...(await look(window, one)), ...window.problems];
      found.push(...faults.map((fault) => `${lookName(one)}: ${fault}`));
    }
    return found;
  };
  return (await Promise.all(LANGUAGES.map(each))).flat();
}

describe('WCAG 2.2 AA', { timeout: IS_FULL ? 900_000 : 300_000 }, () => {
  it.each(PAGES.map((page, index) => ({ ...page, index })))('$name ($path)', async ({ index, ...page }) => {
    const faults = await visit(page, looksAt(index), async (window, look) => {
      const { page: tab } = window;
      expect(await tab.locator('html').getAttribute('dir')).toBe(look.lang === 'ar' ? 'rtl' : 'ltr');
      // In French as it opens, in the others with everything unfolded; in full both ways.
      const [isFolded, isUnfolded] = [IS_FULL || look.lang === 'fr', IS_FULL || look.lang !== 'fr'];
      const asItOpens = isFolded ? await faultsOf(tab, { sample }) : [];
      const unfolds = isUnfolded && (await unfold(tab));
      const unfolded = unfolds || !isFolded ? await faultsOf(tab, { sample }) : [];
      return [...asItOpens, ...unfolded, ...(IS_FULL ? await faultsInOtherTheme(tab, look.theme) : [])];
    });
    expect(faults).toEqual([]);
  });

  it.each(STATES.map((state, index) => ({ ...state, index })))('$name, on $path', async ({ index, width, reach, ...page }) => {
    const looks = looksAt(index).map((look) => (width ? { ...look, width } : look));
    const faults = await visit(page, looks, async ({ page: tab }, look) => {
      await reach(tab);
      return [...(await faultsOf(tab, { sample })), ...(IS_FULL ? await faultsInOtherTheme(tab, look.theme) : [])];
    });
    expect(faults).toEqual([]);
  });
});
