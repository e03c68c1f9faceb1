import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { drawPhoto } from '../papers.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * From the open call to a CINEMA code, in a real browser with real photos: six steps, a portrait, a paper and a gallery, the code
 * with its QR and its card, and the public profile that strangers see. Once as most people do, once without JavaScript.
 */
let atelier: Atelier;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'atelier-faces-'));
const paper = (name: string): string => join(folder, name);

beforeAll(async () => {
  atelier = await startAtelier({ listen: true, work: true });
  browser = await openBrowser();
  writeFileSync(paper('visage.jpg'), drawPhoto());
  writeFileSync(paper('en-pied.jpg'), drawPhoto(900, 1600));
  writeFileSync(paper('profil.jpg'), drawPhoto(1600, 900));
  writeFileSync(paper('cin.jpg'), drawPhoto(1600, 1000));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { javaScriptEnabled: true, words: 'with JavaScript', email: 'awa.cinema@test.example', number: 'SN100001', code: /^SNDAK0001F$/ },
  { javaScriptEnabled: false, words: 'without JavaScript', email: 'binta.cinema@test.example', number: 'SN100002', code: /^SNDAK0002F$/ },
])('CINEMA registration $words', ({ javaScriptEnabled: scripts, email, number, code }) => {
  it('T-545 T-827 T-828 T-189 T-190 T-191 goes from a stranger to a code, a card and a public profile', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({
      ...{ baseURL: atelier.url, javaScriptEnabled: scripts, locale: 'fr-FR', reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);

    await fillPerson(page, email);
    await fillOrigins(page, number);
    await fillWork(page, scripts);
    await fillLooks(page);
    await sendPhotos(page, scripts);

    await expectText(page, 'Awa', email, 'Dakar', '+221 77 123 45 67', 'Wolof', 'La Pirogue', '172 cm', '2 photos');
    await page.check('input[name=terms]');
    expect(await page.isChecked('input[name=is_public]')).toBe(true);
    await page.click('.form-actions button[value=next]');

    await page.waitForURL('**/cinema/register/done');
    const shown = (await page.locator('.code-tag').first().textContent()) ?? '';
    expect(shown).toMatch(code);
    const qr = page.locator('img[src^="/static/uploads/qrcodes/"]');
    expect(await qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    const card = await context.request.get('/cinema/register/done/card.pdf');
    expect((await card.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();

    await lookAsStranger(shown, email, scripts);
  });
});

/** Somebody else follows the link: photos open large, and nothing tells how to reach the person. */
async function lookAsStranger(code: string, email: string, javaScriptEnabled: boolean): Promise<void> {
  const context = await browser.newContext({ baseURL: atelier.url, javaScriptEnabled, locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/cinema/register/done');
  expect(new URL(page.url()).pathname).toBe('/cinema/register');
  await page.goto(`/cinema/profile/${code}`);
  await expectText(page, 'Awa Diop', 'Dakar', 'Wolof', 'La Pirogue', 'Contacter par l’agence');
  for (const secret of [email, '771234567']) expect(await page.content()).not.toContain(secret);
  await page.click('a[href="#photo-2"]:has(img)');
  const large = page.locator('#photo-2 img');
  await large.waitFor({ state: 'visible' });
  await page.click('#photo-2 a[href="#gallery"]');
  await large.waitFor({ state: 'hidden' });
  const sheet = await context.request.get(`/cinema/profile/${code}/pdf`);
  expect(sheet.headers()['content-disposition']).toContain(`talent_${code}.pdf`);
  await context.close();
}

async function fillPerson(page: Page, email: string): Promise<void> {
  await page.goto('/cinema/register');
  await page.fill('input[name=first_name]', 'Awa');
  await page.fill('input[name=last_name]', 'Diop');
  await page.check('input[name=gender][value=F]');
  await page.fill('input[name=date_of_birth]', '1996-03-08');
  await page.fill('input[name=email]', email);
  await page.selectOption('select[name=phone_dial]', { value: '+221' });
  await page.fill('input[name=phone]', '077 123 45 67');
  await page.check('input[name=whatsapp_same]');
  await next(page, 'origins');
}

async function fillOrigins(page: Page, number: string): Promise<void> {
  await page.selectOption('select[name=country_of_origin_id]', { value: '2' });
  await page.selectOption('select[name=country_id]', { value: '2' });
  await page.locator('select[name=city_id]').selectOption({ label: 'Dakar' });
  await page.selectOption('select[name=id_document_type]', { value: 'CIN' });
  await page.fill('input[name=id_document_number]', number);
  await next(page, 'work');
}

async function fillWork(page: Page, scripts: boolean): Promise<void> {
  await page.locator('label.choice', { hasText: 'Acteur Principal' }).click();
  await page.selectOption('select[name=language_1]', { value: 'wo' });
  await page.selectOption('select[name=language_1_level]', { value: 'maternelle' });
  // More rows come from the server and everything typed is still there.
  await page.click('button[value=more-languages]');
  await page.waitForURL('**/cinema/register?step=work&more=languages*');
  await page.selectOption('select[name=language_4]', { value: 'fr' });
  if (scripts) await page.fill('.picker input[type=search]', 'danse');
  else await page.click('.picker summary:has-text("Danse")');
  await page.locator('.picker label.choice:visible').first().click();
  await page.fill('input[name=credit_1_title]', 'La Pirogue');
  await page.selectOption('select[name=credit_1_type]', { value: 'Film' });
  await page.fill('input[name=credit_1_year]', '2022');
  await next(page, 'looks');
}

/** Sensitive facts are refused without the agreement, and kept with it. */
async function fillLooks(page: Page): Promise<void> {
  await page.fill('input[name=height]', '172');
  await page.locator('label.choice', { hasText: 'Ébène' }).click();
  await page.click('.form-actions button[value=next]');
  await page.locator('.error-summary a[href="#f-appearance_consent"]').waitFor();
  await page.check('input[name=appearance_consent]');
  await next(page, 'photos');
}

async function sendPhotos(page: Page, scripts: boolean): Promise<void> {
  await page.setInputFiles('input[name=photo]', paper('visage.jpg'));
  if (scripts) {
    await page.click('.cropper .button-primary');
    const pictures = page.locator('[data-island=gallery] input[type=file]');
    await pictures.first().setInputFiles([paper('en-pied.jpg'), paper('profil.jpg')]);
    await pictures.last().setInputFiles(paper('cin.jpg'));
    const arrived = (name: string, count: number): Promise<unknown> =>
      page.waitForFunction(
        ([field, wanted]) => document.querySelectorAll(`input[name=${field}_upload][value]:not([value=""])`).length === wanted,
        [name, count] as const,
      );
    await arrived('gallery', 2);
    await arrived('id_photo', 1);
  } else {
    await page.setInputFiles('input[name=gallery_1]', paper('en-pied.jpg'));
    await page.click('button[value=more-photos]');
    await page.waitForURL('**/cinema/register?step=photos');
    await page.setInputFiles('input[name=gallery_1]', paper('profil.jpg'));
    await page.setInputFiles('input[name=id_photo]', paper('cin.jpg'));
  }
  await next(page, 'review');
}

async function next(page: Page, step: string): Promise<void> {
  await page.click('.form-actions button[value=next]');
  await page.waitForURL(`**/cinema/register?step=${step}`);
}

async function expectText(page: Page, ...texts: readonly string[]): Promise<void> {
  const body = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  for (const text of texts) expect(body).toContain(text);
}
