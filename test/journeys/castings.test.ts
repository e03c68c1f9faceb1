import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * A casting from the announcement to the first answer, in a real browser: a director writes and publishes a call, somebody nobody knows
 * finds and reads it, registers, comes back and applies; the director sees them. Once as most people do, once without JavaScript.
 */
let atelier: Atelier;
let browser: Browser;
let session = '';
beforeAll(async () => {
  atelier = await startAtelier({ listen: true, demo: true });
  session = (await atelier.as('casting')).cookie.split('=')[1] ?? '';
  browser = await openBrowser();
}, 600_000);
afterAll(() => browser?.close());

async function enter(signedIn: boolean, scripts: boolean, width = 1280): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...{ baseURL: atelier.url, javaScriptEnabled: scripts, locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width, height: 844 } },
  });
  const cookies = { lang: 'fr', ...(signedIn ? { atelier_session: session } : {}) };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: atelier.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return { context, page };
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const textOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

describe.each([
  { scripts: true, words: 'with JavaScript', title: 'Gardiens du phare', email: 'phare1@test.example', paper: 'SN900001' },
  { scripts: false, words: 'without JavaScript', title: 'Passeurs de nuit', email: 'phare2@test.example', paper: 'SN900002' },
])('a casting $words', ({ scripts, title, email, paper }) => {
  it('is announced, read, applied for by a stranger, and seen by the casting', { timeout: 600_000 }, async () => {
    const team = await enter(true, scripts);
    await announce(team.page, title);

    // A phone, and nobody signed in.
    const { context, page } = await enter(false, scripts, 390);
    await page.goto(`/castings?q=${encodeURIComponent(title.toUpperCase())}`);
    await page.click(`.call-card a:has-text("${title}")`);
    const call = new URL(page.url()).pathname;
    const read = await textOf(page);
    for (const word of ['Production vérifiée', 'La gardienne', 'Rémunéré', 'Payer pour postuler']) expect(read).toContain(word);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.click(`a[href="${call}/apply"]`);
    await page.click('a[href="/cinema/register"]');
    await register(page, email, paper);
    await page.click(`a[href="${call}/apply"]`);
    expect(await textOf(page)).toContain('Khady Seck');
    await page.fill('textarea[name=message]', 'Je vis au bord de la mer.');
    await page.click('main form button:has-text("Envoyer ma candidature")');
    await page.waitForSelector('text=Votre candidature est envoyée');
    expect(await textOf(page)).toContain('Vous avez postulé le');

    await seeAndKeep(team.page, title);
    await page.reload();
    await page.click('button:has-text("Retirer ma candidature")');
    await page.waitForSelector('text=Votre candidature est retirée');
    await context.close();
    await team.context.close();
  });
});

async function announce(page: Page, title: string): Promise<void> {
  await page.goto('/cinema/castings');
  await page.click('a[href="/cinema/castings/new"]');
  await page.locator('select[name=project_id]').selectOption({ label: 'Pirogues' });
  await page.fill('input[name=title_fr]', title);
  await page.fill('textarea[name=text_fr]', 'Trois nuits au phare, entre Dakar et la mer.');
  await page.fill('input[name=closes_on]', inDays(15));
  await page.locator('label.radio-card', { hasText: 'Rémunéré' }).first().click();
  await page.fill('input[name=part_name_0]', 'La gardienne');
  await page.selectOption('select[name=part_type_0]', { value: 'Acteur Principal' });
  await page.click('.form-actions button');
  await page.waitForURL(/\/cinema\/castings\/\d+$/);
  await page.click('a[href$="/publish"]');
  await page.click('.confirm-actions button');
  await page.waitForSelector('text=est publiée');
}

/** The shortest way through the six steps, which have a journey of their own. */
async function register(page: Page, email: string, paper: string): Promise<void> {
  const next = async (step: string): Promise<void> => {
    await page.click('.form-actions button[value=next]');
    await page.waitForURL(`**/cinema/register?step=${step}`);
  };
  await page.waitForURL('**/cinema/register**');
  await page.fill('input[name=first_name]', 'Khady');
  await page.fill('input[name=last_name]', 'Seck');
  await page.check('input[name=gender][value=F]');
  await page.fill('input[name=date_of_birth]', '1994-02-11');
  await page.fill('input[name=email]', email);
  await page.selectOption('select[name=phone_dial]', { value: '+221' });
  await page.fill('input[name=phone]', `77 900 00 ${paper.slice(-2)}`);
  await next('origins');
  await page.selectOption('select[name=country_of_origin_id]', { value: '2' });
  await page.selectOption('select[name=country_id]', { value: '2' });
  await page.locator('select[name=city_id]').selectOption({ label: 'Dakar' });
  await page.selectOption('select[name=id_document_type]', { value: 'CIN' });
  await page.fill('input[name=id_document_number]', paper);
  await next('work');
  await page.locator('label.choice', { hasText: 'Acteur Principal' }).click();
  await next('looks');
  await next('photos');
  await next('review');
  await page.check('input[name=terms]');
  await page.click('.form-actions button[value=next]');
  await page.waitForURL('**/cinema/register/done');
}

async function seeAndKeep(page: Page, title: string): Promise<void> {
  await page.goto('/cinema/castings');
  await page.click(`a:has-text("${title}")`);
  const row = page.locator('li.application', { hasText: 'Khady Seck' });
  await row.waitFor();
  expect(await row.innerText()).toContain('Je vis au bord de la mer.');
  expect(await page.content()).not.toContain('phare1@test.example');
  await row.locator('button[value=kept]').click();
  await page.waitForSelector('text=Khady Seck : Gardée');
}
