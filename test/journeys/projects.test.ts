import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type House, openHouse, type Person } from '../projects-house.ts';

/**
 * The main job of whoever runs a project, in a real browser without scripts: make the project, see that somebody is held elsewhere
 * before adding them, say yes, confirm the days, tell the team, and let somebody go.
 */
let house: House;
let browser: Browser;
let site: string;
let karim: Person;
beforeAll(async () => {
  house = await openHouse();
  browser = await openBrowser();
  site = await house.door.listen({ host: '127.0.0.1', port: 0 });
  await house.production({ name: 'Atlas Productions' });
  karim = await house.person({ firstName: 'Karim', lastName: 'El Fassi' });
  const other = await house.project({ name: 'Océan Rouge' });
  const days = { state: 'pencil', from: '2025-11-10', to: '2025-11-14' };
  await house.projects.assign(null, other.id, { talent_id: karim.id, talent_type: 'Figurant', ...days });
});
afterAll(async () => {
  await browser?.close();
});

const expectText = async (page: Page, ...texts: readonly string[]): Promise<void> => {
  const main = (await page.locator('main').innerText()).replaceAll(/\s/g, ' ');
  for (const text of texts) expect(main).toContain(text);
};

describe('T-196 T-198 T-842 T-846 T-847 T-850 a project, from its name to its team', () => {
  it('works without JavaScript', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false, reducedMotion: 'reduce' });
    await context.addCookies(Object.entries({ who: 'admin', lang: 'fr' }).map(([name, value]) => ({ name, value, url: site })));
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);

    await page.goto('/cinema/projects');
    await page.getByRole('link', { name: 'Nouveau projet' }).click();
    await page.fill('input[name=name]', 'Le Dernier Voyage');
    await page.selectOption('select[name=production_type]', 'Film');
    await page.selectOption('select[name=production_id]', { label: 'Atlas Productions' });
    await page.fill('input[name=start_date]', '2025-11-03');
    await page.fill('input[name=end_date]', '2025-11-28');
    await page.getByRole('button', { name: 'Créer le projet' }).click();
    await expectText(page, 'Le Dernier Voyage', 'L’équipe est vide');

    await page.getByRole('link', { name: 'Ajouter une personne' }).click();
    await page.fill('input[name=find]', 'el fassi');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await expectText(page, 'Karim El Fassi', 'Option · Océan Rouge · 10–14 nov. 2025');
    await page.getByRole('link', { name: /Choisir/ }).click();
    await page.selectOption('select[name=talent_type]', 'Figurant');
    await page.getByRole('button', { name: 'Ajouter à l’équipe' }).click();
    await expectText(page, 'Karim El Fassi n’est pas libre : « Océan Rouge », du 10 nov. 2025 au 14 nov. 2025 (option)');
    await page.check('input[name=accept]');
    await page.getByRole('button', { name: 'Ajouter à l’équipe' }).click();
    await expectText(page, 'SNAP002001', karim.code, '3–28 nov. 2025', 'Pas encore écrit');

    await page.goto(`/cinema/projects/2/bookings/2`);
    await page.fill('input[name="bookings.0.to"]', '2025-11-07');
    await page.fill('input[name="bookings.1.from"]', '2025-11-20');
    await page.getByRole('button', { name: 'Enregistrer les jours' }).click();
    await expectText(page, '3–7 nov. 2025', '20 nov. 2025');

    await page.getByRole('link', { name: 'Prévenir l’équipe' }).click();
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await expectText(page, 'Une lettre part.', 'En attente');
    expect(await house.work('projects.selection-letter')).toBe(1);

    await page.goto(`/cinema/talent/${karim.id}/availability?month=2025-11`);
    await expectText(page, 'Le Dernier Voyage', 'Océan Rouge');
    await page.getByRole('button', { name: /^25 nov/ }).click();
    await expectText(page, 'Indisponibilités', '25 nov. 2025');

    await page.goto('/cinema/projects/2/remove-talent/2');
    await page.getByRole('button', { name: 'Retirer du projet' }).click();
    await expectText(page, 'Karim El Fassi n’est plus dans le projet', 'L’équipe est vide');
    await context.close();
  });
});
