/**
 * The whole product in one journey, in a real browser: a casting orders its promo film with two people who agreed and the logo of its
 * production, the film is made, it is planned on a played platform and a post of a picture beside it, both stand in one calendar; then
 * somebody takes their consent back, and what was planned stops with the reason, before anything was sent.
 */
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { openPromoHouse, type PromoHouse } from '../promo-house.ts';

let house: PromoHouse;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const letters: string[] = [];
/** A film is made while it is watched. */
const MAKING_MS = 600_000;
/** A day to come that no clock of a test machine has reached. */
const DAY = '2098-05-04';

beforeAll(async () => {
  [house, browser] = await Promise.all([openPromoHouse({ listen: true }), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 1200 }, reducedMotion: 'reduce', locale: 'fr-FR' });
  const cookies = { lang: 'fr', tz: 'UTC', atelier_session: house.admin.cookie.split('=')[1] ?? '' };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: house.atelier.url })));
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', ({ message }) => problems.push(message));
}, 600_000);
afterAll(() => browser?.close());

const site = (path: string): string => house.atelier.url + path;
const project = () => `/cinema/projects/${house.projectId}`;
const db = () => house.atelier.database.db;
const publications = async () =>
  (
    await sql<{ platform: string; state: string; reason: string | null; called: boolean }>`
      select platform, state, outcome->>'reason' as reason, first_called_at is not null as called from publishing.publications order by platform`.execute(
      db(),
    )
  ).rows;
const film = async () =>
  (
    await sql<{ id: string; status: string; video: string | null; fault: string | null }>`
      select p.id, p.status, p.video_id as video, (select fault::text from video.runs r where r.project_id = p.id order by started_at desc limit 1) as fault
      from video.projects p`.execute(db())
  ).rows[0];

describe('from a casting to what the world sees', () => {
  it('asks two people, who agree on the page of their letter', { timeout: 600_000 }, async () => {
    await page.goto(site(`${project()}/promo`));
    expect(await page.locator('.promo-face').count()).toBe(0);
    for (const person of house.team.slice(0, 2)) letters.push(await house.ask(person));
    for (const letter of letters) {
      const guest = await browser.newContext({ locale: 'fr-FR' });
      const theirs = await guest.newPage();
      await theirs.goto(site(letter));
      await theirs.getByRole('button', { name: 'J’accepte' }).click();
      await theirs.getByText('Vous avez dit oui le').waitFor();
      await guest.close();
    }
  });

  it('orders the promo film with those who agreed, and the logo', { timeout: MAKING_MS + 60_000 }, async () => {
    await page.goto(site(project()));
    await page.getByRole('link', { name: 'Film d’annonce' }).click();
    await page.locator('.promo-face').first().waitFor();
    // Whoever agreed is chosen already; the third can only be asked.
    expect(await page.locator('.promo-face input:checked').count()).toBe(2);
    expect(await page.locator('.promo-others').textContent()).toContain('Nour Bennani');
    await page.selectOption('select[name="seconds"]', '15');
    await page.uncheck('input[name="voice"]');
    await page.uncheck('input[name="music"]');
    await page.check('input[name="draft"]');
    await page.getByRole('button', { name: 'Faire le film' }).click();
    await page.waitForURL(/\/films\/[\da-f-]{36}/);
    await expect.poll(async () => (await film())?.status, { timeout: MAKING_MS, interval: 500 }).toMatch(/completed|failed/);
    expect((await film())?.fault).toBeNull();
    expect((await film())?.status).toBe('completed');
    const { rows } = await sql<{ name: string }>`
      select distinct e.name from library.people e join library.appearances a on a.person_id = e.id
      join library.parts p on p.part_id = a.medium_id order by e.name`.execute(db());
    expect(rows.map(({ name }) => name)).toEqual(['Awa Diop', 'Sami Alaoui']);
  });

  it('plans the film and a post of a picture; both stand in the same calendar', { timeout: 600_000 }, async () => {
    const { id = '' } = (await film()) ?? {};
    await page.goto(site(`/films/${id}/publish`));
    await page.check('input[name="platforms"][value="facebook"]', { force: true });
    await page.fill('textarea[name="facebook_text"]', 'Le Dernier Voyage, bientôt.');
    await page.check('input[name="when"][value="later"]', { force: true });
    await page.fill('input[name="day"]', DAY);
    await page.fill('input[name="time"]', '18:00');
    await page
      .locator('button[type="submit"]', { hasText: /Publier|Planifier|Programmer/ })
      .first()
      .click();
    await expect.poll(async () => (await publications()).length, { timeout: 60_000 }).toBe(1);

    await page.goto(site(`${project()}/posts`));
    for (const box of await page.locator('.promo-face input').all()) await box.setChecked(false);
    await page.locator('.promo-face', { hasText: 'Awa Diop' }).locator('input').check();
    await page.uncheck('input[name="platforms"][value="facebook"]');
    await page.fill('input[name="day"]', DAY);
    await page.getByRole('button', { name: 'Planifier' }).click();
    await page.getByText('1 post est planifié.').waitFor();
    expect((await publications()).map(({ platform, state }) => [platform, state])).toEqual([
      ['facebook', 'due'],
      ['instagram', 'due'],
    ]);
    // On the page of the project, and in the calendar of the house, filtered by the casting.
    expect(await page.locator('#media').textContent()).toContain('Prêt');
    await page.getByRole('link', { name: 'Voir dans le calendrier' }).click();
    await page.waitForURL(/\/publications\?for=/);
    await page.goto(site(`/publications?from=${DAY.slice(0, 8)}01&for=cinema.project:${house.projectId}`));
    expect(await page.locator('.post-chip.film-chip.truth-planned').count()).toBe(1);
    expect(await page.locator('.post-chip[data-post].truth-planned').count()).toBe(1);
    await page.goto(site('/publications?view=list'));
    expect(await page.locator('tbody tr').count()).toBe(2);
  });

  it('stops both when somebody takes their consent back, says why, and sends nothing', { timeout: 600_000 }, async () => {
    const guest = await browser.newContext({ locale: 'fr-FR' });
    const theirs = await guest.newPage();
    await theirs.goto(site(letters[0] ?? ''));
    await theirs.getByRole('link', { name: 'Retirer mon accord' }).click();
    await theirs.getByRole('button', { name: 'Retirer mon accord' }).click();
    await theirs.getByText('2 publications prévues sont arrêtées').waitFor();
    await guest.close();
    expect(await publications()).toEqual([
      { platform: 'facebook', state: 'rejected', reason: 'rights', called: false },
      { platform: 'instagram', state: 'rejected', reason: 'rights', called: false },
    ]);
    await page.goto(site(`/publications?from=${DAY.slice(0, 8)}01`));
    expect(await page.locator('.post-chip.truth-failed').count()).toBe(2);
    await page.locator('.post-chip[data-post]').click();
    await page.getByText('Une personne visible n’est pas, ou plus, d’accord').first().waitFor();
    expect(await page.locator('main').textContent()).toContain('Awa Diop');
    await page.goto(site('/publications/simulated'));
    expect(await page.locator('.feed-card').count()).toBe(0);
    await page.goto(site(`${project()}/promo`));
    expect(await page.locator('.promo-face').count()).toBe(1);
    expect(await page.locator('.promo-others').textContent()).toContain('A refusé ou retiré');
    const { id = '' } = (await film()) ?? {};
    await page.goto(site(`/films/${id}/publish`));
    expect(await page.locator('main').textContent()).toContain('Rien n’a été envoyé');
  });

  it('did all this without an error in the browser', () => expect(problems).toEqual([]));
});
