/**
 * Pictures of every page of a running studio in demo mode, side by side in one page by room: desktop, phone, dark, Arabic.
 * `npm run gallery` starts such a studio, takes them and stops it.
 *
 *   node scripts/with-node.mjs test/pictures.ts http://localhost:5004 [folder] [part of a page's name]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from './browser.ts';
import { PAGES, type PageToVisit, PEOPLE, preparePages } from './pages.ts';
import { addressOf } from './prepared.ts';

const LOOKS = [
  { name: 'desktop', width: 1440, height: 900, lang: 'fr', theme: 'light' },
  { name: 'phone', width: 390, height: 844, lang: 'fr', theme: 'light' },
  { name: 'dark', width: 1440, height: 900, lang: 'en', theme: 'dark' },
  { name: 'arabic', width: 390, height: 844, lang: 'ar', theme: 'light' },
] as const;
type Look = (typeof LOOKS)[number];
type Who = PageToVisit['as'];

/** As high as a thumbnail is shown: what is below is seen in the picture itself. */
const THUMB = { width: 480, height: 420 };

const [site = 'http://localhost:5004', folder = 'test-results/pictures', part = ''] = process.argv.slice(2);
const wanted = PAGES.filter(({ name }) => name.includes(part));
mkdirSync(join(folder, 'thumbs'), { recursive: true });
const browser = await openBrowser();
const sessions = new Map<Who, string>([
  ['admin', await signIn('admin')],
  ['talent', await signIn('talent')],
]);
const prepared = await preparePages(site, `atelier_session=${sessions.get('admin')}`);
const missing: string[] = [];
// Two at once: a page that loads and one that is drawn.
await Promise.all([takeAll(LOOKS.slice(0, 2)), takeAll(LOOKS.slice(2))]);
await browser.close();
writeFileSync(join(folder, 'index.html'), gallery());
console.log(`${wanted.length} pages in ${LOOKS.length} looks: ${join(folder, 'index.html')}`);
for (const line of missing) console.error(line);
if (missing.length > 0) process.exitCode = 1;

async function takeAll(looks: readonly Look[]): Promise<void> {
  for (const look of looks) {
    const windows = new Map<Who, Page>();
    for (const page of wanted) {
      const window = windows.get(page.as) ?? (await openWindow(browser, look, page.as));
      windows.set(page.as, window);
      await take(window, page, look).catch((error: Error) => missing.push(`${page.name}, ${look.name}: ${error.message}`));
    }
    for (const window of windows.values()) await window.context().close();
  }
}

async function openWindow(from: Browser, { width, height, lang, theme }: Look, as: Who): Promise<Page> {
  const context: BrowserContext = await from.newContext({ viewport: { width, height }, reducedMotion: 'reduce', hasTouch: width < 640 });
  const session = sessions.get(as);
  const cookies = { lang, theme, ...(session ? { atelier_session: session } : {}) };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: site })));
  return context.newPage();
}

async function take(window: Page, { name, path }: PageToVisit, look: Look): Promise<void> {
  await window.setViewportSize({ width: look.width, height: look.height });
  await window.goto(site + addressOf(path, prepared), { waitUntil: 'load' });
  await window.evaluate(() => {
    for (const image of document.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')) image.loading = 'eager';
  });
  // What islands fetch and pictures further down arrive too; a page that listens for news is never idle.
  await window.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  const picture = await window.screenshot({ path: join(folder, `${name}-${look.name}.png`), fullPage: true });
  const thumb = sharp(picture)
    .resize({ ...THUMB, fit: 'cover', position: 'top' })
    .webp({ quality: 80 });
  await thumb.toFile(join(folder, 'thumbs', `${name}-${look.name}.webp`));
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

/** The rooms as addresses tell them: `/cinema/projects/1` is in `cinema`. */
function gallery(): string {
  const rooms = Map.groupBy(wanted, ({ path }) => path.split(/[/?]/)[1] || 'home');
  const figure = ({ name, path }: PageToVisit, { name: look }: Look): string =>
    `<a href="${name}-${look}.png"><img src="thumbs/${name}-${look}.webp" alt="${name}, ${look}" loading="lazy" width="${THUMB.width / 2}" height="${THUMB.height / 2}"><span>${path} · ${look}</span></a>`;
  const row = (page: PageToVisit): string =>
    `<h3 id="${page.name}">${page.name}${page.as ? ` · ${page.as}` : ''}</h3><div>${LOOKS.map((look) => figure(page, look)).join('')}</div>`;
  const section = ([room, pages]: [string, PageToVisit[]]): string => `<h2 id="room-${room}">${room}</h2>${pages.map(row).join('')}`;
  const ways = [...rooms.keys()].map((room) => `<a href="#room-${room}">${room}</a>`).join(' · ');
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Every page</title>
<style>body{font:14px/1.5 system-ui;margin:2rem;background:#f6f1e9;color:#221a14}h3{margin:1.5rem 0 .5rem}div{display:flex;flex-wrap:wrap;gap:1rem}
div a{display:grid;color:inherit;font-size:12px}img{border:1px solid #0003;border-radius:8px;background:#fff}nav{position:sticky;top:0;background:inherit}</style>
<h1>Every page, ${new Date().toISOString().slice(0, 10)}</h1><nav>${ways}</nav>${[...rooms].map(section).join('\n')}
`;
}
