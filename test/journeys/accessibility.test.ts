import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { PAGES, PEOPLE, preparePages } from '../pages.ts';
import { type Atelier, startAtelier } from '../support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LOOKS = [
  { name: 'light, French, desktop', lang: 'fr', theme: 'light', width: 1280, height: 900 },
  { name: 'dark, English, phone', lang: 'en', theme: 'dark', width: 390, height: 844 },
  { name: 'light, Arabic, phone', lang: 'ar', theme: 'light', width: 390, height: 844 },
] as const;

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

let atelier: Atelier;
let browser: Browser;
const sessions: Record<string, string> = {};

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true }), openBrowser()]);
  for (const [who, { login, password }] of Object.entries(PEOPLE)) sessions[who] = (await atelier.signIn(login, password)).cookie;
  await preparePages(atelier.url, sessions['admin'] ?? '');
}, 90_000);
afterAll(() => browser?.close());

describe.each(LOOKS)('WCAG 2.2 AA: $name', ({ lang, theme, width, height }) => {
  // One window a visitor and look: opening one takes longer than most pages.
  const windows = new Map<string, Promise<Page>>();
  const problems: string[] = [];
  afterAll(async () => {
    for (const window of windows.values()) await (await window).context().close();
  });

  async function openWindow(session: string | null): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const cookies = [`lang=${lang}`, `theme=${theme}`, ...(session ? [session] : [])];
    await context.addCookies(
      cookies.map((cookie) => ({ name: cookie.split('=')[0] ?? '', value: cookie.slice(cookie.indexOf('=') + 1), url: atelier.url })),
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on(
      'console',
      (message) => message.type() === 'error' && !/status of 40[34]/.test(message.text()) && problems.push(message.text()),
    );
    return page;
  }

  it.each(PAGES)('$name ($path)', async ({ path, as }) => {
    const session = as ? (sessions[as] ?? '') : null;
    const window = windows.get(session ?? '') ?? openWindow(session);
    windows.set(session ?? '', window);
    const page = await window;
    problems.length = 0;
    await page.goto(atelier.url + path, { waitUntil: 'load' });
    expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    // Nothing may push the page wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    const findings = await page.evaluate(async (source): Promise<readonly Finding[]> => {
      const run = new Function(
        `${source}; return window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });`,
      );
      return ((await run()) as { violations: readonly Finding[] }).violations;
    }, AXE);
    expect(findings.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    expect(problems).toEqual([]);
  });
});
