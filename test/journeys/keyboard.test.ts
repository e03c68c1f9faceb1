/**
 * The main jobs by keyboard alone: nobody clicks, nothing is filled in from outside. On every stop the focus is seen and nothing lies
 * over it (keyboard.ts); after every act inside of a page it is still somewhere.
 */
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { eventually } from '../eventually.ts';
import { type Hands, handsOn } from '../keyboard.ts';
import { preparePages } from '../pages.ts';
import { drawPhoto } from '../papers.ts';
import type { Prepared } from '../prepared.ts';
import { type Atelier, startAtelier } from '../support.ts';

const PATIENCE = { timeout: 400_000 };
const SOON = { timeout: 60_000 };

let atelier: Atelier;
let browser: Browser;
let admin = '';
let prepared: Prepared;
const open: Page[] = [];

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true, work: true }), openBrowser()]);
  admin = (await atelier.signIn('admin@talento.com', '@4dm1n')).cookie;
  prepared = await preparePages(atelier.url, admin);
}, 600_000);
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(() => browser?.close());

/** Hands on a page; `cookie` is the session of who has them. */
async function sitDown(path: string, cookie: string | null, width = 1280): Promise<Hands> {
  const context = await browser.newContext({ baseURL: atelier.url, reducedMotion: 'reduce', viewport: { width, height: 900 } });
  const [name = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
  await context.addCookies(
    [{ name: 'lang', value: 'fr' }, { name: 'tz', value: 'UTC' }, ...(name ? [{ name, value }] : [])].map((each) => ({
      ...each,
      url: atelier.url,
    })),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  open.push(page);
  await page.goto(path);
  return handsOn(page);
}

const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const count = async (query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(atelier.database.db)).rows[0]?.count ?? -1;

describe('what every page has', () => {
  it('begins with a link past the rooms, to the content', PATIENCE, async () => {
    const hands = await sitDown('/cinema/projects', admin);
    await hands.press('Tab');
    await hands.expectFocus();
    expect(await hands.page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await hands.press('Enter');
    expect(await hands.page.evaluate(() => document.activeElement?.id)).toBe('content');
    await hands.press('Tab');
    expect(await hands.page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('opens the palette, keeps the focus in it, and gives it back', PATIENCE, async () => {
    const hands = await sitDown('/cinema/projects', admin);
    const { page } = hands;
    const from = page.locator('main a.button').first();
    await hands.tabTo(from);
    await hands.press('Control+k');
    await page.locator('.palette[open]').waitFor();
    await page.keyboard.type('tal');
    await page.locator('.palette [role="option"]').first().waitFor();
    for (let stops = 0; stops < 5; stops += 1) {
      await hands.press('Tab');
      // Out of the box is only the window itself.
      expect(
        await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('.palette') !== null),
      ).toBe(true);
    }
    await hands.press('Escape');
    expect(await page.locator('.palette[open]').count()).toBe(0);
    expect(await from.evaluate((link) => link === document.activeElement)).toBe(true);
    await hands.press('Control+k');
    await page.keyboard.type('publications');
    await page.locator('.palette [role="option"]').first().waitFor();
    await hands.press('Enter');
    await page.waitForURL(/\/publications/);
  });

  it.each([1280, 390])('opens the menu of the account and closes it, on %i px', PATIENCE, async (width) => {
    const hands = await sitDown('/cinema/projects', admin, width);
    const summary = hands.page.locator('[data-drop] > .account-line, [data-drop] > .account-face').filter({ visible: true });
    await hands.follow(summary);
    await hands.page.locator('.drop-own').filter({ visible: true }).waitFor();
    await hands.press('Tab');
    await hands.expectFocus();
    expect(await hands.page.evaluate(() => document.activeElement?.closest('.drop-panel') !== null)).toBe(true);
    await hands.press('Escape');
    expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await hands.page.locator('.drop-own').filter({ visible: true }).count()).toBe(0);
  });

  it('puts the focus on what is wrong, and the link of a fault on its field', PATIENCE, async () => {
    const hands = await sitDown('/cinema/projects/new', admin);
    await hands.page.locator('main form').evaluate((form) => {
      (form as HTMLFormElement).noValidate = true;
    });
    await hands.follow(hands.page.getByRole('button', { name: 'Créer le projet' }));
    await hands.page.locator('.error-summary').waitFor();
    expect(await hands.page.evaluate(() => document.activeElement?.className)).toContain('error-summary');
    await hands.follow(hands.page.locator('.error-summary a').first());
    expect(await hands.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    await hands.expectFocus();
  });
});

describe('the jobs', () => {
  it('T-801 registers', PATIENCE, async () => {
    const hands = await sitDown('/auth/register', null);
    const { page } = hands;
    const field = (name: string) => page.locator(`main [name="${name}"]`);
    const next = async (step: string): Promise<void> => {
      await hands.follow(page.locator('button[value="next"]'));
      await page.waitForURL(`**/auth/register?step=${step}`);
    };
    await hands.fill(field('first_name'), 'Awa');
    await hands.fill(field('last_name'), 'Diop');
    await hands.tick(page.locator('main [name="gender"][value="F"], main [name="gender"]:first-of-type'));
    await hands.fill(field('email'), 'clavier@test.example');
    await hands.fill(field('password'), 'longue-et-solide-7');
    await hands.tabTo(field('date_of_birth'));
    await page.keyboard.type('03031996');
    await next('origins');
    await hands.choose(field('country_id'), 'Sén');
    await hands.choose(field('residence_country_id'), 'Sén');
    await hands.choose(field('residence_city_id'), 'Dakar');
    await hands.choose(field('phone_dial'), '+221');
    await hands.fill(field('phone'), '077 123 45 67');
    await next('profession');
    await hands.tabTo(page.locator('.picker input[type="search"]'));
    await page.keyboard.type('theatre');
    await hands.tick(page.locator('.picker label.choice:visible input').first());
    await next('files');
    const chooser = page.waitForEvent('filechooser');
    await hands.follow(page.locator('input[type="file"][name="photo"]'));
    await (await chooser).setFiles({ name: 'visage.jpg', mimeType: 'image/jpeg', buffer: drawPhoto() });
    await page.locator('.cropper').waitFor();
    await hands.follow(page.locator('.cropper .button-primary'));
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="photo_upload"]')?.value !== '');
    await hands.expectFocus();
    await next('review');
    await hands.tick(field('terms'));
    await hands.follow(page.locator('button[value="next"]'));
    await page.waitForURL('**/auth/register/done');
    expect(await page.locator('.code-tag').first().textContent()).toMatch(/^SN.\d{4}DAK$/);
  });

  it('T-829 T-830 finds people, filters, marks, compares and makes a shortlist', PATIENCE, async () => {
    const hands = await sitDown('/cinema/talents', admin);
    const { page } = hands;
    const women = page.locator('[data-figure="gender=F"] input');
    await hands.tick(women);
    await page.waitForURL('**gender=F**');
    // The list was renewed around it; the box still has the focus.
    expect(await women.evaluate((box) => box === document.activeElement)).toBe(true);
    const [first] = await page
      .locator('#people [data-pick]')
      .evaluateAll((all) => all.map((pick) => (pick as HTMLElement).dataset['name']));
    await hands.tabTo(page.locator('#people [data-pick-link]').first());
    await hands.press('1');
    await page.locator(`.toast:has-text("${first}")`).waitFor();
    await hands.expectFocus();
    await hands.press('x', 'ArrowRight', 'x');
    await hands.expectFocus();
    await page.locator('[data-selected]', { hasText: '2 personnes' }).waitFor();
    await hands.follow(page.locator('#selection button[value="compare"]'));
    await page.waitForURL('**/compare?**');
    expect(await page.locator('.versus thead th').count()).toBe(2);
    await page.goBack();
    await page.locator('[data-selected]', { hasText: '2 personnes' }).waitFor();
    await hands.follow(page.locator('#selection button[value="add"]'));
    await page.waitForURL('**/casting/shortlists/add**');
    await hands.fill(page.locator('main input[name="name"]'), 'Au clavier');
    await hands.press('Enter');
    await page.waitForURL(/\/casting\/shortlists\/\d+$/);
    expect(await page.locator('.entry').count()).toBe(2);
  });

  it('T-834 casts by brief', PATIENCE, async () => {
    const hands = await sitDown('/cinema/ai-search', admin);
    const { page } = hands;
    await hands.fill(page.locator('main textarea').first(), 'Actrice de 25 à 40 ans parlant français et darija, équitation appréciée.');
    await hands.follow(page.locator('main form[enctype="multipart/form-data"] button:not([type="button"])').first());
    await page.waitForURL(/\/cinema\/ai-search\/\d+$/);
    expect(await words(page)).toContain('25 à 40 ans');
    await hands.tick(page.locator('main input[type="checkbox"][name="ids"]').first());
    await hands.follow(
      page
        .locator('main button', { hasText: /sélection/i })
        .filter({ visible: true })
        .first(),
    );
    await page.waitForURL('**/casting/shortlists/**');
  });

  it('T-196 T-198 T-850 makes a project, adds somebody, prints the badge', PATIENCE, async () => {
    const hands = await sitDown('/cinema/projects', admin);
    const { page } = hands;
    await hands.follow(page.getByRole('link', { name: 'Nouveau projet' }));
    await page.waitForURL('**/new');
    await hands.fill(page.locator('input[name="name"]'), 'Le clavier');
    await hands.choose(page.locator('select[name="production_type"]'), 'Film');
    await hands.tabTo(page.locator('select[name="production_id"]'));
    await hands.press('ArrowDown');
    await hands.follow(page.getByRole('button', { name: 'Créer le projet' }));
    await page.waitForURL(/\/cinema\/projects\/\d+$/);
    await hands.follow(page.getByRole('link', { name: 'Ajouter une personne' }));
    await page.waitForURL('**/assign-talent');
    await hands.fill(page.locator('input[name="find"]'), 'a');
    await hands.press('Enter');
    await page.waitForURL('**find=a**');
    await hands.follow(page.getByRole('link', { name: /Choisir/ }).first());
    await page.waitForURL('**talent_id=**');
    await hands.choose(page.locator('select[name="talent_type"]'), 'Figurant');
    await hands.follow(page.getByRole('button', { name: 'Ajouter à l’équipe' }));
    await page.waitForURL(/\/cinema\/projects\/\d+$/);
    const menu = page.locator('.table-data details[data-drop] > summary').filter({ visible: true }).first();
    await hands.follow(menu);
    const download = page.waitForEvent('download');
    await hands.follow(page.locator('a[href$="/generate-badge"]').filter({ visible: true }).first());
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('I-001 orders pictures and judges them', PATIENCE, async () => {
    const hands = await sitDown('/studio', admin);
    const { page } = hands;
    await hands.fill(page.locator('textarea[name="prompt"]'), 'Un phare au clavier');
    await hands.tabTo(page.locator('input[name="size"]'));
    const small = page.locator('input[name="size"][value="256x256"]');
    for (let steps = 0; steps < 8 && !(await small.isChecked()); steps += 1) await hands.press('ArrowDown');
    await hands.follow(page.locator('main form[action="/studio"] .form-actions button'));
    await page.waitForURL('**/studio#board');
    await page.waitForFunction(() => document.querySelectorAll('.shot-generated img').length >= 4, null, { timeout: 300_000 });
    await page.goto('/studio/review');
    const shown = (): Promise<string | null> => page.locator('#review input[name="id"]').getAttribute('value');
    const first = await shown();
    await hands.press('v');
    await page.locator('.review-last').waitFor();
    expect(await shown()).not.toBe(first);
    await eventually(() =>
      count(sql`select count(*)::int as count from images.pictures where id = ${Number(first)} and status = 'validated'`),
    ).toBe(1);
    await hands.press('n');
    await page.keyboard.type('Trop sombre');
    await hands.press('Escape', 'r');
    await eventually(() => count(sql`select count(*)::int as count from images.pictures where status = 'rejected'`)).toBe(1);
  });

  it('I-061 I-076 plans a post and moves it', PATIENCE, async () => {
    const month = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
    const hands = await sitDown(`/publications?from=${month}-01`, admin);
    const { page } = hands;
    const day = (number: number) => page.locator(`[data-drop][data-day="${month}-${number}"]`);
    await hands.follow(day(10).locator('.day-compose'));
    await page.waitForURL('**/publications/new?**');
    await hands.tick(page.locator('input[name="image"]').first());
    await hands.tick(page.locator('input[name="platforms"][value="facebook"]'));
    await hands.fill(page.locator('textarea[name="caption"]'), 'Planifié au clavier.');
    await hands.follow(page.locator('button[value="plan"]'));
    await page.waitForURL(/\/publications\?from=/);
    const chip = page.locator('[data-post]', { hasText: 'Planifié au clavier.' });
    await hands.tabTo(chip);
    await hands.press(' ', 'ArrowRight', 'ArrowDown', 'Enter');
    await day(18).locator('[data-post]:not(.post-moving)').waitFor();
    await hands.expectFocus();
    expect(
      await day(18)
        .locator('[data-post]')
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    // And back, from where one stands.
    await hands.press('Control+z');
    await expect.poll(() => day(18).locator('[data-post]').count(), SOON).toBe(0);
    await hands.expectFocus();
  });

  it('V-001 writes a film and starts it', PATIENCE, async () => {
    const hands = await sitDown('/films', admin);
    const { page } = hands;
    await hands.follow(page.locator('main a[href="/films/new"]').first());
    await page.waitForURL('**/films/new');
    await hands.fill(page.locator('textarea[name="prompt"]'), 'Un phare sur une falaise, raconté à des enfants');
    await hands.follow(page.locator('.film-more > summary'));
    await hands.tabTo(page.locator('input[name="duration"]'));
    await hands.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await hands.follow(page.locator('.film-send button'));
    await page.locator('.film-scene').first().waitFor({ timeout: 60_000 });
    await hands.fill(page.locator('.film-scene textarea[name^="narration-"]').first(), 'Un phare veille.');
    const scenes = await page.locator('.film-scene').count();
    await hands.follow(page.locator('.film-scene button[value^="remove-"]').last());
    await page.waitForFunction((before) => document.querySelectorAll('.film-scene').length === before - 1, scenes);
    await hands.expectFocus();
    await hands.follow(page.locator('button[value="draft"]'));
    await page.locator('#film-board[data-state="running"]').waitFor();
    await hands.follow(page.locator('#cancel button'));
    await page.locator('#film-board[data-state="cancelled"]').waitFor();
  });

  it('V-082 cuts a film', PATIENCE, async () => {
    const hands = await sitDown(`/films/${prepared.film}/timeline`, admin);
    const { page } = hands;
    const clip = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}, `) });
    const pictureOf = (name: string) => clip(name).getAttribute('data-shows');
    await clip('Clip 2').waitFor();
    const [first, second] = [await pictureOf('Clip 1'), await pictureOf('Clip 2')];
    await hands.follow(clip('Clip 2'));
    await hands.press('Alt+ArrowLeft');
    await expect.poll(() => pictureOf('Clip 1'), SOON).toBe(second);
    await hands.expectFocus();
    await hands.press('Control+z');
    await expect.poll(() => pictureOf('Clip 1'), SOON).toBe(first);
    await hands.expectFocus();
    await hands.press('Delete');
    await expect.poll(() => clip('Clip 2').count(), SOON).toBe(0);
    await hands.expectFocus();
    // The way back that is closed gives the focus back.
    await page.locator('.toast button').last().focus();
    await hands.press('Escape');
    expect(await page.locator('.toast').count()).toBe(0);
    await hands.expectFocus();
    await hands.press('Control+s');
    await page.locator('[data-state]').getByText('Enregistré', { exact: true }).waitFor();
    const drawer = page.locator('[data-open-drawer]');
    await hands.follow(drawer);
    await page.locator('[data-drawer][open]').waitFor();
    await hands.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-drawer]') !== null)).toBe(true);
    await hands.press('Escape');
    expect(await drawer.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('T-137 records somebody by a typed code', PATIENCE, async () => {
    const { rows } = await sql<{ code: string }>`
      select project_code as code from talent.project_talents where project_id = 1 order by id limit 1`.execute(atelier.database.db);
    const recorded = () => count(sql`select count(*)::int as count from talent.presences where project_id = 1`);
    const before = await recorded();
    const hands = await sitDown('/presence/1/scan', admin, 390);
    const { page } = hands;
    // Who is known without a network is known when the list is there.
    await page.locator('.scan-counts dd').nth(1).filter({ hasText: /[1-9]/ }).waitFor();
    await hands.fill(page.locator('#scan-code'), rows[0]?.code ?? '');
    await hands.press('Enter');
    // It goes by itself after a moment: that it came is enough.
    await expect.poll(() => page.locator('.verdict').first().getAttribute('class'), SOON).toContain('verdict-in');
    await hands.press('Escape');
    expect(await page.locator('.verdict').isHidden()).toBe(true);
    // Ready for the next code.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scan-code');
    await eventually(recorded).toBe(before + 1);
  });

  it('T-140 changes a person', PATIENCE, async () => {
    const hands = await sitDown('/admin/users?search=demo1', admin);
    const { page } = hands;
    await hands.follow(page.locator('a[href$="/edit"]').filter({ visible: true }).first());
    await page.waitForURL('**/admin/user/*/edit');
    await hands.fill(page.locator('input[name="last_name"]'), 'Clavier');
    await hands.press('Enter');
    await page.locator('.flashes').waitFor();
    expect(await count(sql`select count(*)::int as count from talent.members where last_name = 'Clavier'`)).toBe(1);
  });
});
