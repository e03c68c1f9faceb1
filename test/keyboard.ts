/**
 * Somebody with a keyboard and no mouse. Every stop on the way is looked at: the focus can be seen, nothing lies over it, and it
 * never falls back to nowhere.
 */
import type { Locator, Page } from 'playwright-core';

interface Stop {
  readonly what: string;
  readonly fault: string | null;
}

export interface Hands {
  readonly page: Page;
  /** Tabs on until the focus stands there; backwards where that is shorter. */
  tabTo(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Tabs to a field and types; what stood there is replaced. */
  fill(target: Locator, text: string): Promise<void>;
  /** Tabs to a list and goes through the options that share their first letter, up to the one that begins so. */
  choose(target: Locator, start: string): Promise<void>;
  /** Tabs to a box and ticks it. */
  tick(target: Locator): Promise<void>;
  /** Tabs to a link or button and follows it. */
  follow(target: Locator): Promise<void>;
  /** Where the focus stands must be seen, and be somewhere. */
  expectFocus(): Promise<void>;
}

/** More stops than the longest page has. */
const MOST_STOPS = 400;
const MOST_OPTIONS = 60;

export function handsOn(page: Page): Hands {
  const expectFocus = async (): Promise<void> => {
    const { what, fault } = await lookAtFocus(page);
    if (fault) throw new Error(`${new URL(page.url()).pathname}: ${fault}: ${what}`);
  };
  const isAt = (target: Locator): Promise<boolean> =>
    target.evaluateAll((all) => all.some((element) => element === document.activeElement));
  const hands: Hands = {
    page,
    expectFocus,
    async tabTo(target, key = 'Tab') {
      await target.first().waitFor({ state: 'attached' });
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        if (await isAt(target)) return;
        await page.keyboard.press(key);
        // Once round: the page begins anew after the window's own buttons.
        if (await page.evaluate(() => document.activeElement === document.body)) continue;
        await expectFocus();
      }
      throw new Error(`${page.url()}: the keyboard does not reach ${String(target)}`);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async fill(target, text) {
      await hands.tabTo(target);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    async choose(target, start) {
      await hands.tabTo(target);
      const chosen = (): Promise<string> =>
        target.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '');
      // The same letter again goes on to the next option that begins with it.
      for (let tries = 0; tries < MOST_OPTIONS; tries += 1) {
        if ((await chosen()).startsWith(start)) return;
        await page.keyboard.press(start.charAt(0));
      }
      throw new Error(`${page.url()}: no option of ${String(target)} begins with ${start}`);
    },
    async tick(target) {
      await hands.tabTo(target);
      await page.keyboard.press('Space');
    },
    async follow(target) {
      await hands.tabTo(target);
      await page.keyboard.press('Enter');
    },
  };
  return hands;
}

/**
 * A ring around what has the focus, or around what it belongs to; or a look that was another one when the focus had gone on: that
 * is told at the next stop, for to take the focus away and give it back would begin a date anew.
 */
async function lookAtFocus(page: Page): Promise<Stop> {
  return page.evaluate(async () => {
    interface Before {
      readonly element: HTMLElement;
      readonly look: string;
    }
    const memory = globalThis as typeof globalThis & { lastStop?: Before | undefined };
    // Motion is reduced to an instant, and an instant is a frame or two: then everything stands where it stays.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    const textOf = (element: Element): string => element.outerHTML.slice(0, 200);
    const labelsOf = (element: HTMLElement): HTMLElement[] =>
      'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const bearersOf = (element: HTMLElement): HTMLElement[] => {
      const around = [element.parentElement, element.parentElement?.parentElement, element.closest('article, li, tr, .card-box')];
      return [element, ...labelsOf(element), ...around].filter((each): each is HTMLElement => each instanceof HTMLElement);
    };
    const hasRing = (element: HTMLElement): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !/, 0\)|transparent/.test(outlineColor);
    };
    const lookOf = (element: HTMLElement): string =>
      bearersOf(element)
        .map((each) => getComputedStyle(each))
        .map((style) => `${style.boxShadow} ${style.borderColor} ${style.backgroundColor}`)
        .join();

    const before = memory.lastStop;
    const focused = document.activeElement;
    memory.lastStop = undefined;
    // Two things in one frame share its ring.
    const isNextDoor = before?.element.parentElement?.contains(focused);
    if (before?.element.isConnected && !isNextDoor && before.look === lookOf(before.element))
      return { what: textOf(before.element), fault: 'the focus could not be seen' };
    if (!(focused instanceof HTMLElement) || focused === document.body) return { what: 'the page', fault: 'the focus is nowhere' };
    const [what, labels] = [textOf(focused), labelsOf(focused)];
    if (focused.id !== 'content' && !bearersOf(focused).some(hasRing)) memory.lastStop = { element: focused, look: lookOf(focused) };
    const area = [focused, ...labels].map((each) => each.getBoundingClientRect()).find(({ width, height }) => width > 1 && height > 1);
    if (!area) return { what, fault: 'what has the focus is not shown' };
    const spots = [0.5, 0.1, 0.9].flatMap((x) =>
      [0.5, 0.1, 0.9].map((y) => [area.left + area.width * x, area.top + area.height * y] as const),
    );
    const isOurs = (hit: Element | null): boolean =>
      hit !== null && (hit.contains(focused) || focused.contains(hit) || labels.some((label) => label.contains(hit)));
    const isSeen = spots.some(([x, y]) => isOurs(document.elementFromPoint(x, y)));
    return { what, fault: isSeen ? null : 'something lies over what has the focus' };
  });
}
