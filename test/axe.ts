/** axe on a page that is open: WCAG 2.2 AA and best practice; and what axe does not measure: nothing wider than the screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { type Look, THEMES } from './looks.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Of things that are alike and stand beside each other, that many are looked at. */
const SAMPLE = 8;

/** Every fault of the page as it stands, a line each. `sample` looks at the first of many like rows: contrast takes its time. */
export async function faultsOf(page: Page, { sample = false } = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  if (sample) await leaveOutRest(page);
  const measured = [...(await tooWide(page)), ...(await tooSmall(page))];
  await clearTheView(page);
  return [...measured, ...(await run(page, { runOnly: TAGS }))];
}

/**
 * A bar that stays while the page goes by covers half of something at every moment, an open menu what it opened over: people scroll on
 * and close it, axe takes it for good.
 */
const clearTheView = (page: Page): Promise<void> =>
  page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    for (const element of document.querySelectorAll<HTMLElement>('body *'))
      if (/fixed|sticky/.test(getComputedStyle(element).position) && !element.closest('dialog, [popover]'))
        element.style.position = 'static';
    for (const menu of document.querySelectorAll('details[data-drop][open] .drop-panel')) {
      const { left, right, top, bottom } = menu.getBoundingClientRect();
      for (const element of document.querySelectorAll('a, button, input, select, summary, textarea')) {
        const box = element.getBoundingClientRect();
        const isUnder = box.left < right && box.right > left && box.top < bottom && box.bottom > top;
        if (isUnder && !menu.contains(element)) element.setAttribute('data-rest', '');
      }
    }
  });

const leaveOutRest = (page: Page): Promise<void> =>
  page.evaluate((most) => {
    for (const parent of document.querySelectorAll('main ul, main ol, main tbody, main tr, main select, main div')) {
      const counts = new Map<string, number>();
      for (const child of parent.children) {
        const kind = `${child.tagName} ${child.className}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        if ((counts.get(kind) ?? 0) > most && !child.matches('h1, h2, h3, h4, :has(h1, h2, h3, h4)')) child.setAttribute('data-rest', '');
      }
    }
  }, SAMPLE);

/** The same page in its other theme: only colours can differ. axe was here before. */
export async function faultsInOtherTheme(page: Page, theme: Look['theme']): Promise<readonly string[]> {
  const other = THEMES.find((each) => each !== theme) ?? theme;
  await page.evaluate(async (name) => {
    // Colours arrive at once, also in cards that are not on the screen, where nothing moves.
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; }');
    document.adoptedStyleSheets.push(still);
    document.documentElement.dataset['theme'] = `studio-${name}`;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, other);
  const faults = await run(page, { runOnly: { type: 'rule', values: COLOURS } });
  return faults.map((fault) => `in the ${other} theme: ${fault}`);
}

/** Unfolds what is folded in the page, menus aside: what lies inside is looked at too. Answers whether there was anything. */
export const unfold = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const folded = document.querySelectorAll<HTMLDetailsElement>('main details:not([data-drop]):not([open])');
    for (const details of folded) details.open = true;
    return folded.length > 0;
  });

async function tooWide(page: Page): Promise<readonly string[]> {
  const by = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return by > 0 ? [`the page is ${by} px wider than the screen`] : [];
}

/** On phones what one touches is 44 pixels high and wide, links inside of a sentence aside. A box counts with its words. */
async function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST = 43.5;
    if (innerWidth >= 640) return [];
    const touched =
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="tab"], [role="option"]';
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isInText = (element: Element): boolean =>
      element.matches('a') &&
      (getComputedStyle(element).display === 'inline' ||
        [...(element.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()));
    const boxOf = (element: Element): { readonly width: number; readonly height: number } => {
      const labels = element.matches('input') ? [...((element as HTMLInputElement).labels ?? [])] : [];
      const boxes = [element, ...labels].map((each) => each.getBoundingClientRect());
      return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) };
    };
    /** Nothing lies over its middle, as a window does that is open. */
    const isInReach = (element: Element): boolean => {
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
    };
    /** Larger than it looks: what is touched around its middle is it. */
    const isTouched = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isOurs = (x: number, y: number): boolean => {
        const hit = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
        return hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
      };
      const reach = (x: number, y: number): number => {
        let steps = 0;
        while (steps < LEAST && isOurs(x * (steps + 1), y * (steps + 1))) steps += 1;
        return steps;
      };
      return reach(-1, 0) + reach(1, 0) + 1 >= LEAST - 1 && reach(0, -1) + reach(0, 1) + 1 >= LEAST - 1;
    };
    return [...document.querySelectorAll(touched)]
      .filter((element) => isShown(element) && !isInText(element) && !element.closest('.sr-only, .skip'))
      .filter((element) => {
        const { width, height } = boxOf(element);
        return width > 0 && (width < LEAST || height < LEAST) && isInReach(element) && !isTouched(element);
      })
      .map((element) => {
        const { width, height } = boxOf(element);
        return `too small to touch (${Math.round(width)} × ${Math.round(height)}): ${element.outerHTML.slice(0, 160)}`;
      });
  });
}

/** No file is fetched again (`preload`): none of these rules reads style sheets. */
async function run(page: Page, options: object): Promise<readonly string[]> {
  return page.evaluate(async (settings) => {
    interface Finding {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(root: object, options: object): Promise<{ violations: Finding[] }> } };
    const { violations } = await axe.run(
      { exclude: ['[data-rest]'] },
      { ...settings, resultTypes: ['violations'], preload: false, elementRef: false },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`);
  }, options);
}
