/** A developer's first hour: an example of the reference is copied and run against the studio, and an operation is tried in the browser. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#kernel/package-root.ts';
import { openBrowser } from '../browser.ts';
import { PEOPLE } from '../pages.ts';
import { type Atelier, startAtelier } from '../support.ts';

const run = promisify(execFile);
let atelier: Atelier;
let browser: Browser;
let site: string;
let token: string;

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

beforeAll(async () => {
  // The examples name the public address: it has to be known before the studio is built.
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, environment: { PUBLIC_URL: site } }), openBrowser()]);
  await atelier.doors.site.listen({ host: '127.0.0.1', port });
  const { login, password } = PEOPLE.admin;
  const answer = await fetch(`${site}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: login, password }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
}, 300_000);
afterAll(() => browser?.close());

async function openPage(path: string, scripts = true, session: string | null = null): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    permissions: scripts ? ['clipboard-read', 'clipboard-write'] : [],
  });
  const cookies = { lang: 'en', ...(session ? { atelier_session: session } : {}) };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: site })));
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

const environment = () => ({ ...process.env, ATELIER_TOKEN: token });
const shell = (code: string) => run('bash', ['-c', code], { env: environment() });
const script = (code: string) =>
  run(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', code], { env: environment() });

describe('an example of the reference', () => {
  const PLACES = [
    { path: '/docs/talent/users', id: 'get_api_v1_users', says: 'users' },
    { path: '/docs/talent/matching', id: 'post_ai_search', says: 'candidates' },
    { path: '/docs/images/images', id: 'post_api_images_generate', says: 'task_id' },
    { path: '/docs/video/projects', id: 'post_api_v1_projects', says: 'draft' },
  ] as const;

  it.each(PLACES)('is copied with its button and runs: $id in curl', async ({ path, id, says }) => {
    const page = await openPage(path);
    await page.locator(`#${id} details[data-client="curl"] .copy-button`).click();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toContain('$ATELIER_TOKEN');
    expect((await shell(`${code} -s`)).stdout).toContain(says);
    await page.context().close();
  });

  it.each(PLACES)('is read without a script and runs: $id in TypeScript', async ({ path, id, says }) => {
    const page = await openPage(path, false);
    await page.locator(`#${id} details[data-client="TypeScript"] summary`).click();
    const code = await page.locator(`#${id} details[data-client="TypeScript"] pre`).innerText();
    expect((await script(code)).stdout).toContain(says);
    await page.context().close();
  });
});

describe('the quick start', () => {
  it.each(['en', 'fr'])('runs as it stands, from the token to the film: %s', async (language) => {
    const guide = readFileSync(join(packageRoot, 'docs/guides', language, 'quick-start.md'), 'utf8');
    const blocks = [...guide.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block = '']) => block.replaceAll('http://localhost:5004', site));
    expect(blocks.length).toBeGreaterThan(4);
    const { stdout } = await shell(['set -e', ...blocks].join('\n'));
    for (const word of ['"users"', '"candidates"', '"task_id"', '"results"', '"draft"']) expect(stdout).toContain(word);
  });
});

describe('trying an operation in the browser', () => {
  it('reads with the session, and shows status, headers and body', async () => {
    const { cookie } = await atelier.signIn(PEOPLE.admin.login, PEOPLE.admin.password);
    const page = await openPage('/docs/talent/users', true, cookie.split('=')[1] ?? '');
    const form = page.locator('#get_api_v1_users .folds-one');
    await form.locator('summary').click();
    await form.locator('input[name="query:search"]').fill('demo1');
    await form.locator('button').click();
    await form.locator('[data-status="200"]').waitFor();
    expect(await form.locator('.try-answer').innerText()).toMatch(/x-request-id[\s\S]*demo1@talento\.com/);
    await page.context().close();
  });

  it('asks once more before it changes anything, and a no changes nothing', async () => {
    const page = await openPage('/docs/video/projects');
    await page.locator('#try-token').fill(token);
    const form = page.locator('#post_api_v1_projects .folds-one');
    await form.locator('summary').click();
    await form.locator('textarea').fill('{"title": "Tried in the browser", "prompt": "A lighthouse"}');
    const count = async (): Promise<number> => {
      const answer = await fetch(`${site}/api/v1/projects?search=Tried`, { headers: { authorization: `Bearer ${token}` } });
      return ((await answer.json()) as { total: number }).total;
    };
    await form.locator('button').click();
    expect(await page.locator('dialog.try-sure').innerText()).toContain('real data');
    await page.keyboard.press('Escape');
    await page.locator('dialog.try-sure').waitFor({ state: 'detached' });
    expect(await count()).toBe(0);
    await form.locator('button').click();
    await page.locator('dialog.try-sure button[value="yes"]').click();
    await form.locator('[data-status="201"]').waitFor();
    expect(await count()).toBe(1);
    await page.context().close();
  });

  it('says what is wrong with a body before anything is sent, and shows the error of the API as it came', async () => {
    const page = await openPage('/docs/images/images');
    const form = page.locator('#post_api_images_generate .folds-one');
    await form.locator('summary').click();
    await form.locator('textarea').fill('{"prompt": ');
    await form.locator('button').click();
    await form.locator('.field-error').waitFor();
    await form.locator('textarea').fill('{"prompt": "A lighthouse"}');
    await form.locator('button').click();
    await page.locator('dialog.try-sure button[value="yes"]').click();
    await form.locator('[data-status="401"]').waitFor();
    await page.context().close();
  });

  it('finds operations by a word, and says when there is none', async () => {
    const page = await openPage('/docs/images');
    const lines = page.locator('.operation-list li:visible');
    const all = await lines.count();
    await page.locator('#finder-words').fill('hashtag sets');
    expect(await lines.count()).toBeLessThan(all);
    expect(await lines.count()).toBeGreaterThan(2);
    await page.locator('#finder-words').fill('zzzz');
    expect(await page.locator('.finder [role="status"]').innerText()).not.toBe('');
    await page.context().close();
  });
});
