/** The looks a page has: three languages, two themes, two widths. Who must see all of them visits through here. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const LANGUAGES = ['fr', 'en', 'ar'] as const;
export const THEMES = ['light', 'dark'] as const;
export const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface Look {
  readonly lang: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly width: keyof typeof WIDTHS;
}

const PAIRS = [
  { theme: 'light', width: 'desktop' },
  { theme: 'dark', width: 'phone' },
  { theme: 'dark', width: 'desktop' },
  { theme: 'light', width: 'phone' },
] as const satisfies readonly Omit<Look, 'lang'>[];

export const ALL_LOOKS: readonly Look[] = LANGUAGES.flatMap((lang) => PAIRS.map((pair) => ({ lang, ...pair })));

/**
 * Three looks of the page with that number: each language, and among them both themes and both widths, for any three of the four
 * pairs have them. Four pages after each other are seen in all twelve.
 */
export const someLooks = (index: number): readonly Look[] =>
  LANGUAGES.map((lang, at) => ({ lang, ...(PAIRS[(index + at) % PAIRS.length] ?? PAIRS[0]) }));

export const lookName = ({ lang, theme, width }: Look): string => `${lang} ${theme} ${width}`;

export interface Window {
  readonly page: Page;
  /** What scripts complained of since it was last emptied. */
  readonly problems: string[];
  /** Loads a page in that look. */
  open(url: string, look: Look): Promise<void>;
}

/** A window of somebody: `cookie` is their session as `name=value`, null is a stranger. Opening one takes longer than most pages. */
export async function openWindow(browser: Browser, site: string, cookie: string | null): Promise<Window> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: WIDTHS.desktop, hasTouch: true });
  if (cookie) await setCookie(context, site, cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Pages that say 403, 404 or that a form was refused are visited too.
    if (message.type() === 'error' && !/status of 4(00|03|04|09|22)/.test(message.text())) problems.push(message.text());
  });
  return {
    page,
    problems,
    async open(url, { lang, theme, width }) {
      problems.length = 0;
      await Promise.all([setCookie(context, site, 'lang', lang), setCookie(context, site, 'theme', theme)]);
      await page.setViewportSize(WIDTHS[width]);
      await page.goto(site + url, { waitUntil: 'load' });
    },
  };
}

const setCookie = (context: BrowserContext, url: string, name: string, value: string): Promise<void> =>
  context.addCookies([{ name, value, url }]);
