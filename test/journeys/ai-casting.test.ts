/** A casting director in a real browser: a brief, its criteria, ranked people with reasons, a shortlist, letters after confirmation. */
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Atelier, startAtelier } from '../support.ts';

let atelier: Atelier;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true }), openBrowser()]);
  const { cookie } = await atelier.signIn('casting@talento.com', 'demo123');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: atelier.url }]);
  page = await context.newPage();
}, 90_000);
afterAll(() => browser?.close());

describe('casting by brief', () => {
  it('reads a brief into criteria and ranks people with the reasons', async () => {
    await page.goto(`${atelier.url}/cinema/ai-search`);
    await page.locator('textarea').first().fill('Actrice de 25 à 40 ans parlant français et darija, équitation appréciée.');
    await page.locator('main form[enctype="multipart/form-data"] button:not([type="button"])').first().click();
    await page.waitForURL(/\/cinema\/ai-search\/\d+$/);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const said of ['25 à 40 ans', 'Français', 'Équitation']) expect(text).toContain(said);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from talent.match_searches`.execute(atelier.database.db);
    expect(rows).toEqual([{ count: 1 }]);
    expect(await page.locator('main a[href^="/cinema/profile/"]').count()).toBeGreaterThan(0);
  });

  it('writes to chosen people only after a confirmation that names them, and to nobody twice', async () => {
    const letters = async (): Promise<number> =>
      (
        await sql<{ count: number }>`select count(*)::int as count from kernel.email_logs where template_type = 'ai_cinema_match'`.execute(
          atelier.database.db,
        )
      ).rows[0]?.count ?? -1;
    const address = page.url();
    const boxes = page.locator('main input[type="checkbox"][name="ids"]');
    for (const at of [0, 1]) await boxes.nth(at).check();
    const ids = await boxes.evaluateAll((all) => all.slice(0, 2).map((box) => (box as HTMLInputElement).value));
    await page.goto(`${address}/letters?ids=${ids.join(',')}`);
    expect(await letters()).toBe(0);
    await page.locator('main form[method="post"] button:not([type="button"])').first().click();
    await page.waitForLoadState();
    const written = await letters();
    expect(written).toBeGreaterThan(0);
    await page.goto(`${address}/letters?ids=${ids.join(',')}`);
    const send = page.locator('main form[method="post"] button:not([type="button"])');
    if (await send.count()) await send.first().click();
    await page.waitForLoadState();
    expect(await letters()).toBe(written);
  });
});
