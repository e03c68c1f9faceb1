import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Cable, layCable } from '../cable.ts';
import { eventually } from '../eventually.ts';
import { drawPhoto } from '../papers.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * A talent registers on a line that breaks at every step: before a step leaves, after it arrived, in the middle of the photo, and on the
 * very answer that says "you are registered". One person is made, with everything that was typed, and nobody is asked twice.
 */
const EMAIL = 'awa.coupures@test.example';

let atelier: Atelier;
let browser: Browser;
let cable: Cable;
const folder = mkdtempSync(join(tmpdir(), 'atelier-cuts-'));
const photo = join(folder, 'visage.jpg');

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ listen: true }), openBrowser()]);
  cable = await layCable(atelier.url);
  writeFileSync(photo, drawPhoto(2400, 3200));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await cable?.close();
  rmSync(folder, { recursive: true, force: true });
});

const next = (page: Page): Promise<void> => page.click('button[value=next]');
const standIn = (page: Page): Promise<void> => page.locator('.offline-head').waitFor();

async function sendFromList(page: Page): Promise<void> {
  cable.mend();
  await page.locator('[data-bar=unsent] .button-secondary').first().click();
}

async function people(): Promise<{ readonly accounts: number; readonly members: number; readonly photos: number }> {
  const { rows } = await sql<{ accounts: string; members: string; photos: string }>`
    select (select count(*) from identity.accounts where email = ${EMAIL}) as accounts,
      (select count(*) from talent.members where email = ${EMAIL}) as members,
      (select count(*) from talent.members where email = ${EMAIL} and photo_file is not null) as photos`.execute(atelier.database.db);
  const [row] = rows;
  return { accounts: Number(row?.accounts), members: Number(row?.members), photos: Number(row?.photos) };
}

describe('a registration on a line that breaks', () => {
  it('T-801 T-802 makes exactly one person, with all that was given', { timeout: 600_000 }, async () => {
    const context = await browser.newContext({
      baseURL: cable.url,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto('/about');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    // The first step holds a password, so nothing of it is kept here; it arrived, and the server kept it.
    await page.goto('/auth/register');
    await page.fill('input[name=first_name]', 'Awa');
    await page.fill('input[name=last_name]', 'Diop');
    await page.fill('input[name=email]', EMAIL);
    await page.fill('input[name=password]', 'pirogue-au-soleil-12');
    await page.check('input[name=gender][value=F]');
    await page.fill('input[name=date_of_birth]', '1996-03-08');
    cable.loseAnswer('POST /auth/register');
    await next(page);
    await standIn(page);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pirogue');
    cable.mend();
    await page.goto('/auth/register');

    // The second never leaves: the line is cut before. What was typed waits, and leaves with one tap.
    await page.selectOption('select[name=country_id]', { value: '2' });
    await page.selectOption('select[name=residence_country_id]', { value: '2' });
    await page.locator('select[name=residence_city_id]').selectOption({ label: 'Dakar' });
    await page.selectOption('select[name=phone_dial]', { value: '+221' });
    await page.fill('input[name=phone]', '077 123 45 67');
    cable.cut();
    await next(page);
    await standIn(page);
    await sendFromList(page);
    await page.waitForURL('**/auth/register?step=profession');

    // The third arrives and its answer is lost: sent again, it is not taken twice.
    await page.fill('.picker input[type=search]', 'theatre');
    await page.locator('label.choice', { hasText: 'Théâtre et comédie' }).click();
    await page.check('input[name=availability][value=disponible_maintenant]');
    await page.fill('textarea[name=bio]', 'Sur scène\ndepuis l’enfance.');
    cable.loseAnswer('POST /auth/register');
    await next(page);
    await standIn(page);
    await sendFromList(page);
    await page.waitForURL('**/auth/register?step=files');

    // The photo breaks off in the middle and goes on from there by itself.
    cable.cutAfter('PATCH /uploads', 60_000);
    await page.setInputFiles('input[name=photo]', photo);
    await page.click('.cropper .button-primary');
    await page.locator('.upload-waiting').waitFor();
    cable.mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=photo_upload]')?.value !== '');
    expect(cable.count('POST /uploads')).toBe(1);
    cable.loseAnswer('POST /auth/register');
    await next(page);
    await standIn(page);
    await sendFromList(page);
    await page.waitForURL('**/auth/register?step=review');

    // The last: the person is made, and the answer that says so is lost.
    const summary = (await page.locator('main').innerText()).replaceAll(/\s/g, ' ');
    for (const given of ['Awa', EMAIL, 'Dakar', '+221 77 123 45 67']) expect(summary).toContain(given);
    await page.check('input[name=terms]');
    await page.check('input[name=is_public]');
    cable.loseAnswer('POST /auth/register');
    await next(page);
    await standIn(page);
    await eventually(people).toEqual({ accounts: 1, members: 1, photos: 1 });
    await sendFromList(page);
    await page.waitForURL('**/auth/register/done');
    expect(await page.locator('.code-tag').first().innerText()).toMatch(/^SNF\d{4}DAK$/);
    expect(await people()).toEqual({ accounts: 1, members: 1, photos: 1 });

    // Nothing is left to send, and the person is signed in.
    await page.goto(`/profile/view/${await page.locator('.code-tag').first().innerText()}`);
    expect((await page.locator('main').innerText()).replaceAll(/\s/g, ' ')).toContain('Sur scène depuis l’enfance.');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('atelier-unsent')))).toEqual([]);
    await context.close();
  });
});
