/**
 * Pictures of every page of a running studio in demo mode: desktop, phone, dark, Arabic.
 *
 *   node scripts/with-node.mjs test/pictures.ts http://localhost:5004 [folder] [part of a page's name]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { PAGES, PEOPLE, preparePages } from './pages.ts';

const LOOKS = [
  { name: 'desktop', width: 1440, height: 900, lang: 'fr', theme: 'light' },
  { name: 'phone', width: 390, height: 844, lang: 'fr', theme: 'light' },
  { name: 'dark', width: 1440, height: 900, lang: 'en', theme: 'dark' },
  { name: 'arabic', width: 390, height: 844, lang: 'ar', theme: 'light' },
] as const;

const [site = 'http://localhost:5004', folder = 'test-results/pictures', part = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const sessions = { admin: await signIn('admin'), talent: await signIn('talent') };
await preparePages(site, `atelier_session=${sessions.admin}`);
for (const look of LOOKS) await takeAll(browser, look);
await browser.close();

async function takeAll(from: Browser, { name: look, width, height, lang, theme }: (typeof LOOKS)[number]): Promise<void> {
  for (const { name, path, as } of PAGES.filter((page) => page.name.includes(part))) {
    const context = await from.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const cookies = { lang, theme, ...(as ? { atelier_session: sessions[as] } : {}) };
    await context.addCookies(Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: site })));
    const page = await context.newPage();
    await page.goto(site + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
    await context.close();
  }
}

async function signIn(who: keyof typeof PEOPLE): Promise<string> {
  const { login, password } = PEOPLE[who];
  const answer = await fetch(`${site}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: login, password }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('atelier_session=')) ?? '';
  return /=([^;]*)/.exec(cookie)?.[1] ?? '';
}
