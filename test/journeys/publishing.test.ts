/** Somebody plans a month of posts in a real browser, and reads the truth of each: live, failed and why, unknown and settled. */
import { sql } from 'kysely';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { eventually } from '../eventually.ts';
import { type Atelier, type Caller, startAtelier } from '../support.ts';

let atelier: Atelier;
let browser: Browser;
let page: Page;
let me: Caller;
const problems: string[] = [];
/** The next month on the clocks of Paris, where this browser is. */
const MONTH = monthAfter(new Date());

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true, work: true }), openBrowser()]);
  me = await atelier.signIn('demo1@talento.com', 'demo123');
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1200 },
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Paris',
  });
  const [name = '', value = ''] = me.cookie.split('=');
  await context.addCookies([{ name, value, url: atelier.url }]);
  page = await context.newPage();
  page.on('pageerror', ({ message }) => problems.push(message));
}, 120_000);
afterAll(() => browser?.close());

describe('publishing', () => {
  it('begins with pictures that somebody validated', () => validatedPictures(['Un phare sous la pluie', 'Un marché au matin']), 60_000);

  it('shows the hours of the browser, and says whose they are', async () => {
    await page.goto(`${atelier.url}/publications?from=${MONTH}-01`);
    await page.getByText('Heures de Europe/Paris').waitFor();
    expect(await page.locator('.month-board td').count()).toBeGreaterThanOrEqual(28);
  });

  it('I-061 opens the composer where a picture is dropped, refuses what is too long while it is typed, and plans a post for each platform', async () => {
    await drag(page.locator('.tray-picture').first(), day(10));
    await page.waitForURL(/\/publications\/new\?image=\d+&at=/);
    expect(await page.locator('input[name="day"]').inputValue()).toBe(`${MONTH}-10`);
    await page.locator('input[value="twitter"]').check();
    await page.locator('textarea[name="caption"]').fill('a'.repeat(300));
    await page.getByText('X : 300 caractères pour 280 permis. Enlevez-en 20.').waitFor();
    await page.locator('button[value="plan"]').click();
    await page.locator('.error-summary').waitFor();
    expect(await posts()).toEqual([]);
    // What was typed is still there.
    expect(await page.locator('textarea[name="caption"]').inputValue()).toBe('a'.repeat(300));
    await page.locator('textarea[name="caption"]').fill('Le phare ne dort jamais.');
    await page.locator('input[name="time"]').fill('10:30');
    await page.locator('button[value="plan"]').click();
    await page.waitForURL(/\/publications\?from=/);
    expect((await posts()).map(({ platform, at }) => [platform, at])).toEqual([
      ['instagram', instant(`${MONTH}-10`, '10:30')],
      ['twitter', instant(`${MONTH}-10`, '10:30')],
    ]);
    expect(await day(10).locator('.post-chip').count()).toBe(2);
  });

  it('I-076 moves a post by drag and drop, takes it back, and moves it by keyboard', async () => {
    await drag(day(10).locator('.platform-twitter.post-chip'), day(14));
    await day(14).locator('.post-chip:not(.post-moving)').waitFor();
    expect(await timeOf('twitter')).toBe(instant(`${MONTH}-14`, '10:30'));
    await page.locator('.toast button').click();
    await day(10).locator('.platform-twitter.post-chip').waitFor();
    expect(await timeOf('twitter')).toBe(instant(`${MONTH}-10`, '10:30'));
    // The same way back by its keys.
    await drag(day(10).locator('.platform-twitter.post-chip'), day(14));
    await day(14).locator('.post-chip:not(.post-moving)').waitFor();
    await page.locator('.toast button').waitFor();
    await page.keyboard.press('Control+z');
    await day(10).locator('.platform-twitter.post-chip').waitFor();
    await day(10).locator('.platform-twitter.post-chip').focus();
    for (const key of [' ', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await day(18).locator('.post-chip:not(.post-moving)').waitFor();
    expect(await timeOf('twitter')).toBe(instant(`${MONTH}-18`, '10:30'));
  });

  it('says why a move is refused, and puts the post back', async () => {
    await page.goto(`${atelier.url}/publications?view=month&from=${MONTH}-01`);
    const { id } = await post('twitter');
    await sql`update publishing.publications set state = 'armed', armed_at = now(), lease_until = now() + interval '1 hour'
      where id = (select publication_id from images.posts where id = ${id})`.execute(atelier.database.db);
    await drag(day(18).locator('.post-chip'), day(20));
    await page.getByText('Ce post ne peut plus être déplacé.').waitFor();
    expect(await day(18).locator('.post-chip').count()).toBe(1);
    await sql`update publishing.publications set state = 'due', armed_at = null, lease_until = null
      where id = (select publication_id from images.posts where id = ${id})`.execute(atelier.database.db);
  });

  it('I-078 publishes now on a played platform, and links to what appeared', async () => {
    await page.goto(`${atelier.url}/publications/posts/${(await post('twitter')).id}`);
    await page.getByRole('button', { name: 'Publier maintenant' }).click();
    await page.getByText('X : le post est en ligne.').waitFor();
    const link = page.getByRole('link', { name: 'Voir sur X' });
    const appeared = await fetch((await link.getAttribute('href')) ?? '');
    expect(await appeared.text()).toContain('Le phare ne dort jamais.');
    await page.goto(`${atelier.url}/publications/simulated`);
    const card = page.locator('.feed-card').first();
    expect(await card.textContent()).toContain('Le phare ne dort jamais.');
    expect(await card.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  });

  it('says why a post failed, in words and in those of the platform', async () => {
    await misbehave({
      phase: 'container',
      shows: 'error',
      status: 400,
      code: 36_003,
      subcode: 2_207_009,
      message: 'The aspect ratio is not supported.',
    });
    await page.goto(`${atelier.url}/publications/posts/${(await post('instagram')).id}`);
    await page.getByRole('button', { name: 'Publier maintenant' }).click();
    await page.getByText('La plateforme n’a pas accepté l’image').first().waitFor();
    const words = (await page.locator('main').textContent()) ?? '';
    expect(words).toContain('The aspect ratio is not supported.');
    expect(words).toContain('Échec');
  });

  it('never sends again what may be live: a person looks, says so, and it is settled', async () => {
    await page.goto(`${atelier.url}/publications/new?platform=facebook`);
    await page.locator('input[name="image"]').first().check();
    await page.locator('textarea[name="caption"]').fill('Peut-être en ligne.');
    // The call breaks off, and afterwards the page cannot be read.
    await misbehave({ phase: 'feed', shows: 'reset' });
    await misbehave({ phase: 'posts', shows: 'error', times: 50 });
    await page.locator('button[value="plan"]').click();
    await page.waitForURL(/\/publications\?from=/);
    const { id } = await post('facebook', 'Peut-être en ligne.');
    const asked = me.inject({ method: 'POST', url: `/api/scheduler/posts/${id}/publish-now/`, payload: {} });
    // Once the worker has let go of it, a day without an answer passes in a moment.
    await eventually(async () => {
      await sql`update publishing.publications set called_at = now() - interval '2 days', next_attempt_at = now()
        where id = (select publication_id from images.posts where id = ${id}) and state = 'called' and next_attempt_at > now()`.execute(
        atelier.database.db,
      );
      return (await post('facebook', 'Peut-être en ligne.')).status;
    }).toBe('failed');
    await asked;
    await page.goto(`${atelier.url}/publications/posts/${id}`);
    await page.getByText('Ce post est peut-être en ligne').waitFor();
    await page.getByLabel('Son adresse, si vous l’avez').fill('https://facebook.com/atelier/posts/1');
    await page.getByRole('button', { name: 'Il est en ligne' }).click();
    await page.getByText('Noté : le post est en ligne.').waitFor();
    expect(await page.getByRole('link', { name: 'Voir sur Facebook' }).getAttribute('href')).toBe('https://facebook.com/atelier/posts/1');
    expect((await post('facebook', 'Peut-être en ligne.')).status).toBe('posted');
  }, 60_000);

  it('did all this without an error in the browser', () => expect(problems).toEqual([]));
});

const day = (number: number): Locator => page.locator(`[data-drop][data-day="${MONTH}-${String(number).padStart(2, '0')}"]`);

async function drag(thing: Locator, to: Locator): Promise<void> {
  const [from, target] = [await thing.boundingBox(), await to.boundingBox()];
  if (!from || !target) throw new Error('nothing to drag, or nowhere');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height - 10, { steps: 8 });
  await page.mouse.up();
}

interface Row {
  readonly id: number;
  readonly platform: string;
  readonly status: string;
  readonly at: string;
}

async function posts(caption = 'Le phare ne dort jamais.'): Promise<readonly Row[]> {
  const { rows } = await sql<{ id: number; platform: string; status: string; scheduled_time: Date }>`
    select id::int, platform, status, scheduled_time from images.posts where caption = ${caption} order by platform`.execute(
    atelier.database.db,
  );
  return rows.map(({ scheduled_time: at, ...row }) => ({ ...row, at: at.toISOString() }));
}
async function post(platform: string, caption?: string): Promise<Row> {
  const found = (await posts(caption)).find((row) => row.platform === platform);
  if (!found) throw new Error(`no ${platform} post`);
  return found;
}
const timeOf = async (platform: string): Promise<string> => (await post(platform)).at;

/** In winter and in summer. */
function instant(on: string, time: string): string {
  const guess = new Date(`${on}T${time}:00Z`);
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(guess));
  return new Date(guess.getTime() - (hour - guess.getUTCHours()) * 3_600_000).toISOString();
}

function monthAfter(now: Date): string {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit' })
    .format(now)
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}

async function validatedPictures(prompts: readonly string[]): Promise<void> {
  for (const prompt of prompts) {
    const ordered = await me.inject({ method: 'POST', url: '/api/images/generate/', payload: { prompt, width: 256, height: 256 } });
    const { id } = ordered.json<{ id: number }>();
    const status = async (): Promise<string> => (await me.inject({ url: `/api/images/${id}/` })).json<{ status: string }>().status;
    await eventually(status).toBe('generated');
    await me.inject({ method: 'PATCH', url: `/api/images/${id}/validate/`, payload: { action: 'validate' } });
  }
}

/** Bad days of the platforms that are played; where they are is told by the address of what appeared there. */
async function misbehave(mishap: object): Promise<void> {
  const { rows } = await sql<{ url: string }>`
    select platform_post_url as url from publishing.publications where platform_post_url is not null limit 1`.execute(atelier.database.db);
  const answer = await fetch(new URL('/meta/_control', rows[0]?.url), { method: 'POST', body: JSON.stringify({ mishap }) });
  expect(answer.status).toBe(200);
}
