import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { drawPhoto, writeCv } from '../papers.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * The main job, in a real browser with a real photo and a real CV: register, receive a code, sign in by it, edit, send a new
 * CV, sign out. Once as most people do, once without JavaScript.
 */
const PASSWORD = 'pirogue-au-soleil-12';

let atelier: Atelier;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'atelier-papers-'));
const paper = (name: string): string => join(folder, name);

beforeAll(async () => {
  atelier = await startAtelier({ listen: true, work: true });
  browser = await openBrowser();
  writeFileSync(paper('visage.jpg'), drawPhoto());
  writeFileSync(paper('cv.pdf'), await writeCv('Awa Diop'));
  writeFileSync(paper('cv-2.pdf'), await writeCv('Awa Diop Sarr'));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { javaScriptEnabled: true, words: 'with JavaScript', email: 'awa@test.example', code: /^SNF0001DAK$/ },
  { javaScriptEnabled: false, words: 'without JavaScript', email: 'binta@test.example', code: /^SNF0002DAK$/ },
])('registration $words', ({ javaScriptEnabled, email, code }) => {
  it('T-543 T-801 T-802 goes from a stranger to a found, edited and signed-out member', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ baseURL: atelier.url, javaScriptEnabled, locale: 'fr-FR', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);

    await fillAccount(page, email);
    await fillOrigins(page, javaScriptEnabled);
    await fillProfession(page, javaScriptEnabled);
    await sendFiles(page, javaScriptEnabled);

    // The summary says what was given; the person agrees.
    await expectText(page, 'Awa', email, 'Dakar', '+221 77 123 45 67', 'cv.pdf');
    await page.check('input[name=terms]');
    await page.check('input[name=is_public]');
    await page.click('button[value=next]');

    await page.waitForURL('**/auth/register/done');
    const shown = (await page.locator('.code-tag').first().textContent()) ?? '';
    expect(shown).toMatch(code);
    expect(
      await page.locator('img[src^="/static/uploads/qrcodes/"]').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(100);

    await signOut(page);
    await signIn(page, shown);

    // Found in the list, with the photo that was sent.
    await page.goto(`/talents?search=${shown}`);
    await expectText(page, 'Awa Diop');
    expect(await page.locator('.person-card img').count()).toBe(1);

    await page.goto('/profile/edit');
    await page.fill('input[name=last_name]', 'Diop Sarr');
    await page.fill('textarea[name=bio]', 'Je joue et je danse.');
    await page.click('form[action="/profile/edit"] button[type=submit]');
    await page.waitForURL('**/profile/dashboard');
    await expectText(page, 'Profil enregistré');

    await chooseFile(page, '#cv-form input[name=cv]', 'cv-2.pdf', javaScriptEnabled);
    await page.click('#cv-form button[type=submit]:not([value])');
    // What the new CV says is shown at once, to be confirmed.
    await page.waitForURL('**/profile/cv');
    await expectText(page, 'CV enregistré');
    await page.goto('/profile/dashboard');
    const cv = await context.request.get((await page.locator('a[href^="/static/uploads/cvs/"]').getAttribute('href')) ?? '');
    expect(cv.status()).toBe(200);
    expect(cv.headers()['content-disposition']).toContain('cv-2.pdf');

    await page.goto(`/profile/view/${shown}`);
    await expectText(page, 'Awa Diop Sarr', 'Je joue et je danse.', '+221771234567');
    await signOut(page);
    await page.goto('/profile/dashboard');
    expect(page.url()).toContain('/auth/login');
    await context.close();
  });
});

async function fillAccount(page: Page, email: string): Promise<void> {
  await page.goto('/auth/register');
  await page.fill('input[name=first_name]', 'Awa');
  await page.fill('input[name=last_name]', 'Diop');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', PASSWORD);
  await page.check('input[name=gender][value=F]');
  await page.fill('input[name=date_of_birth]', '1996-03-08');
  await next(page, 'origins');
}

async function fillOrigins(page: Page, scripts: boolean): Promise<void> {
  await page.selectOption('select[name=country_id]', { value: '2' });
  await page.selectOption('select[name=residence_country_id]', { value: '2' });
  const city = page.locator('select[name=residence_city_id]');
  // With scripts only the cities of the chosen country are offered.
  if (scripts) expect(await city.locator('option').count()).toBeLessThan(60);
  await city.selectOption({ label: 'Dakar' });
  await page.selectOption('select[name=phone_dial]', { value: '+221' });
  await page.fill('input[name=phone]', '077 123 45 67');
  await page.check('input[name=whatsapp_same]');
  await next(page, 'profession');
}

async function fillProfession(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await page.fill('.picker input[type=search]', 'theatre');
  else await page.click('.picker summary:has-text("Créatif")');
  await page.locator('label.choice', { hasText: 'Théâtre et comédie' }).click();
  await page.check('input[name=availability][value=disponible_maintenant]');
  await page.fill('textarea[name=bio]', 'Sur scène depuis l’enfance.');
  await next(page, 'files');
}

async function sendFiles(page: Page, scripts: boolean): Promise<void> {
  await chooseFile(page, 'input[name=photo]', 'visage.jpg', scripts);
  await chooseFile(page, 'input[name=cv]', 'cv.pdf', scripts);
  await next(page, 'review');
}

/** With scripts a file is on its way as soon as it is chosen: the form carries the id of the finished upload. */
async function chooseFile(page: Page, selector: string, name: string, scripts: boolean): Promise<void> {
  await page.setInputFiles(selector, paper(name));
  if (!scripts) return;
  if (name.endsWith('.jpg')) await page.click('.cropper .button-primary');
  const field = selector.replace(/\[name=(\w+)\]/, '[name=$1_upload]');
  await page.waitForFunction((at) => document.querySelector<HTMLInputElement>(at)?.value !== '', field);
}

async function next(page: Page, step: string): Promise<void> {
  await page.click('button[value=next]');
  await page.waitForURL(`**/auth/register?step=${step}`);
}

async function signIn(page: Page, identifier: string): Promise<void> {
  await page.goto('/auth/login');
  await page.fill('input[name=identifier]', identifier);
  await page.fill('input[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => !url.pathname.startsWith('/auth/'));
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/');
  await page.goto('/auth/logout');
  const button = page.locator('main form[action="/auth/logout"] button');
  if (await button.count()) await button.first().click();
}

async function expectText(page: Page, ...texts: readonly string[]): Promise<void> {
  const body = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  for (const text of texts) expect(body).toContain(text);
}
