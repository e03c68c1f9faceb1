/**
 * Takes the pictures of the help: `docs/help/pictures/<language>/<name>.webp`, of the built studio in demo mode, in daylight.
 *
 *   npm run help:pictures [parts of names]        STUDIO=http://localhost:5004 uses a demo that runs already
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from './browser.ts';
import { openDemoStudio } from './demo-studio.ts';
import { HELP_SHOTS, type HelpShot } from './help-shots.ts';
import { PEOPLE, preparePages } from './pages.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs/help/pictures');
const SIZES = join(FOLDER, 'sizes.json');
/** Sharp on dense screens, light on slow lines. */
const SCALE = 1.5;
const QUALITY = 72;
const PATIENCE_MS = 240_000;
const parts = process.argv.slice(2);

type Sizes = Record<string, readonly [width: number, height: number]>;

async function signIn(site: string, who: keyof typeof PEOPLE): Promise<string> {
  const { login, password } = PEOPLE[who];
  const answer = await fetch(`${site}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: login, password }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('atelier_session=')) ?? '';
  return /=([^;]*)/.exec(cookie)?.[1] ?? '';
}

async function take(
  browser: Browser,
  site: string,
  shot: HelpShot,
  lang: 'fr' | 'en',
  session: string | null,
): Promise<readonly [number, number]> {
  const context = await browser.newContext({
    viewport: { width: shot.width ?? 900, height: 900 },
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    permissions: [],
  });
  try {
    const cookies = { lang, theme: 'light', ...(session ? { atelier_session: session } : {}) };
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: site })));
    const page = await context.newPage();
    await page.goto(site + shot.path, { waitUntil: 'load', timeout: PATIENCE_MS });
    const part = page.locator(shot.selector).first();
    await part.waitFor({ state: 'visible', timeout: PATIENCE_MS });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const box = await part.boundingBox();
    if (!box) throw new Error(`${shot.name}: nothing to see at ${shot.selector}`);
    const clip = { x: Math.max(0, box.x), y: Math.max(0, box.y), width: box.width, height: Math.min(box.height, shot.height ?? 560) };
    const png = await page.screenshot({ clip, fullPage: true });
    mkdirSync(join(FOLDER, lang), { recursive: true });
    await sharp(png)
      .webp({ quality: QUALITY, effort: 6 })
      .toFile(join(FOLDER, lang, `${shot.name}.webp`));
    return [Math.round(clip.width), Math.round(clip.height)];
  } finally {
    await context.close();
  }
}

async function takeAll(site: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const sessions = { admin: await signIn(site, 'admin'), talent: await signIn(site, 'talent') };
    await preparePages(site, `atelier_session=${sessions.admin}`);
    const sizes: Sizes = existsSync(SIZES) ? (JSON.parse(readFileSync(SIZES, 'utf8')) as Sizes) : {};
    for (const shot of HELP_SHOTS.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)))) {
      for (const lang of ['fr', 'en'] as const) {
        sizes[`${lang}/${shot.name}`] = await take(browser, site, shot, lang, shot.as && sessions[shot.as]);
        process.stdout.write(`${lang} ${shot.name}\n`);
      }
    }
    const sorted = Object.fromEntries(Object.entries(sizes).sort(([one], [other]) => (one < other ? -1 : 1)));
    writeFileSync(SIZES, `${JSON.stringify(sorted, null, 1)}\n`);
  } finally {
    await browser.close();
  }
}

const running = process.env['STUDIO'];
if (running) await takeAll(running);
else {
  const studio = await openDemoStudio();
  await takeAll(studio.site).finally(() => studio.close());
}
