/**
 * Takes the screens that the public welcome shows, of a running studio in demo mode, in each language and at two widths.
 *
 *   node scripts/with-node.mjs test/showcase.ts http://localhost:5004
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { openBrowser } from './browser.ts';
import { PEOPLE } from './pages.ts';

/** The dark theme: a screen on a lit page, whichever theme the reader has. */
const SCREENS = [
  { name: 'profile', path: '/cinema/profile/MACAS0001F', signedIn: false },
  { name: 'casting', path: '/cinema/talents?gender=F', signedIn: true },
] as const;
const SIZE = { width: 1280, height: 800 } as const;
const WIDTHS = [1280, 640] as const;

const [site = 'http://localhost:5004'] = process.argv.slice(2);
const folder = join(packageRoot, 'src/products/talent/home/pictures');
mkdirSync(folder, { recursive: true });
const session = await signIn();
const browser = await openBrowser();
for (const language of LANGUAGES) for (const screen of SCREENS) await take(screen, language);
await browser.close();

async function take({ name, path, signedIn }: (typeof SCREENS)[number], language: Language): Promise<void> {
  const context = await browser.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
  const cookies = { lang: language, theme: 'dark', ...(signedIn ? { atelier_session: session } : {}) };
  await context.addCookies(Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: site })));
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  await page.goto(site + path);
  const picture = await page.screenshot();
  for (const width of WIDTHS)
    await sharp(picture)
      .resize(width)
      .webp({ quality: 72 })
      .toFile(join(folder, `${name}-${language}-${width}.webp`));
  await context.close();
}

async function signIn(): Promise<string> {
  const { login, password } = PEOPLE.admin;
  const answer = await fetch(`${site}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: login, password }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('atelier_session=')) ?? '';
  return /=([^;]*)/.exec(cookie)?.[1] ?? '';
}
