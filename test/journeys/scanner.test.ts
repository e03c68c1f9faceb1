import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { cameraOf, writeFilm } from '../camera.ts';
import { eventually } from '../eventually.ts';
import { pagesOf, qrTextsOf } from '../readers.ts';
import { type Atelier, type Caller, startAtelier } from '../support.ts';

/**
 * Five in the morning in Ouarzazate: a real badge, printed, held before a phone's camera; then the network goes. Everything must
 * go on, and be in the database once, with the times it had, when the network is back.
 */
const CREW = [
  'Awa Diop',
  'Youssef Benali',
  'Fatima El Idrissi',
  'Khadija Ouazzani',
  'Ibrahima Sarr',
  'Salma Berrada',
  'Moussa Traoré',
  'Lina Haddad',
];

interface Extra {
  readonly talentId: number;
  readonly assignmentId: number;
  readonly name: string;
  readonly code: string;
  readonly projectCode: string;
  /** What the QR code on the printed badge says. */
  readonly payload: string;
}

let atelier: Atelier;
let browser: Browser;
/** Sees the film of a printed badge. */
let withCamera: Browser;
let project: number;
let extras: readonly Extra[];
let strangers: { readonly forged: string; readonly revoked: string; readonly other: string };
const folder = mkdtempSync(join(tmpdir(), 'atelier-scanner-'));

beforeAll(async () => {
  atelier = await startAtelier({ listen: true });
  const steward = await atelier.as('presence');
  const admin = await atelier.as('admin');
  project = await makeProject('Le sable et la mer');
  const people = await assign(project, CREW);
  const other = await makeProject('Une autre histoire');
  const [guest] = await assign(other, ['Omar Tazi']);
  for (const id of [project, other]) await steward.inject({ url: `/presence/${id}/roster` });
  const cards = await Promise.all([...people, guest].map((person) => printBadge(admin, person?.assignmentId ?? 0)));
  extras = people.map((person, index) => ({ ...person, payload: cards[index]?.payload ?? '' }));
  const lost = extras[7]?.payload ?? '';
  strangers = { forged: forge(extras[1]?.payload ?? ''), revoked: lost, other: cards.at(-1)?.payload ?? '' };
  await sql`update talent.badges set revoked_at = now(), revoked_reason = 'perdu' where assignment_id = ${extras[7]?.assignmentId}`.execute(
    atelier.database.db,
  );
  const film = join(folder, 'camera.y4m');
  await writeFilm(film, [
    { picture: cards[0]?.picture ?? null, seconds: 3 },
    { picture: null, seconds: 60 },
  ]);
  [browser, withCamera] = await Promise.all([openBrowser(), openBrowser(cameraOf(film))]);
}, 90_000);
afterAll(async () => {
  await Promise.all([browser?.close(), withCamera?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('the scan screen', () => {
  it('T-137 T-199 scans a printed badge, goes on without a network and through a reload, and tells the server everything once', async () => {
    const { context, page } = await openPhone({}, withCamera);
    const began = Date.now();
    await page.goto(`/presence/${project}/scan`);

    // The camera reads the printed card by itself.
    await expectVerdict(page, 'Arrivée', 'Awa Diop');
    await expectCounts(page, { present: 1, absent: 7, waiting: 0 });
    await isKept(page);

    await context.setOffline(true);
    await hold(page, extras[1]?.payload, 'Arrivée', 'Youssef Benali');
    await hold(page, extras[2]?.payload, 'Arrivée', 'Fatima El Idrissi');
    await typeCode(page, extras[3]?.projectCode.toLowerCase() ?? '', 'Arrivée', 'Khadija Ouazzani');
    await typeCode(page, (extras[4]?.code ?? '').replace(/(\d+)/, ' $1 '), 'Arrivée', 'Ibrahima Sarr');
    await hold(page, extras[5]?.payload, 'Arrivée', 'Salma Berrada');

    // Each refusal says why, and what to do; the same person a second time is no news.
    await hold(page, strangers.forged, 'Faux badge', 'La signature de ce badge n’est pas la nôtre', 'appelez le responsable');
    await hold(page, strangers.revoked, 'Badge annulé', 'perdu', 'Demandez le nouveau badge');
    await hold(page, strangers.other, 'Autre projet', 'pour un autre projet', 'vers son tournage');
    await hold(page, extras[1]?.payload, 'Déjà là', 'Youssef Benali', 'Pointer son départ');
    await expectCounts(page, { present: 6, absent: 2, waiting: 9 });

    // The page opens again without a network, its camera too, and remembers.
    await page.reload();
    await expectVerdict(page, 'Déjà là', 'Awa Diop');
    await expectCounts(page, { present: 6, absent: 2, waiting: 10 });
    expect(await secretsInClear(page)).toEqual([]);

    const back = Date.now();
    await context.setOffline(false);
    await expectCounts(page, { present: 6, absent: 2, waiting: 0 });
    const presences = await presencesOf(project);
    expect(presences.map(({ talentId }) => talentId).sort()).toEqual(
      extras
        .slice(0, 6)
        .map(({ talentId }) => talentId)
        .sort(),
    );
    for (const { at, deviceTime, flags } of presences) {
      expect(at.getTime()).toBe(deviceTime.getTime());
      expect(at.getTime()).toBeGreaterThanOrEqual(began);
      expect(at.getTime()).toBeLessThan(back);
      expect(flags).toEqual([]);
    }
    expect(await outcomesOf(project)).toEqual({ recorded: 6, duplicate: 2, forged: 1, revoked: 1, wrong_project: 1 });
    await context.close();
  });

  it('T-200 lets people out, ticks many at once from the list of the absent, and takes both back', async () => {
    const { context, page } = await openPhone();
    await page.goto(`/presence/${project}/scan`);
    await page.click('.scan-mode-out');
    await hold(page, extras[2]?.payload, 'Départ', 'Fatima El Idrissi');
    await page.click('.scan-recent .scan-undo >> nth=0');

    await page.click('.scan-turn');
    expect(await page.locator('.scan-people li').allInnerTexts()).toEqual(['LH\nLina Haddad', 'MT\nMoussa Traoré']);
    // A single tap, of a glove perhaps, does nothing yet.
    await page.click('.scan-wide');
    await expectCounts(page, { present: 6, absent: 2, waiting: 0 });
    await page.click('.scan-wide.is-sure');
    await expectCounts(page, { present: 8, absent: 0, waiting: 0 });
    await page.click('.toast button');
    await expectCounts(page, { present: 6, absent: 2, waiting: 0 });
    await eventually(async () => (await presencesOf(project)).filter(({ until }) => until === null).length).toBe(6);
    expect(await presencesOf(project)).toHaveLength(6);
    await context.close();
  });

  it('wipes names, faces and the page when its reader signs out; what was not sent yet stays, without a name', async () => {
    const { context, page } = await openPhone();
    await page.goto(`/presence/${project}/scan`);
    await expectCounts(page, { present: 6, absent: 2, waiting: 0 });
    await isKept(page);
    await context.setOffline(true);
    await hold(page, extras[6]?.payload, 'Arrivée', 'Moussa Traoré');
    await page.click('summary.scan-icon');
    await page.getByRole('button', { name: 'Effacer la liste de cet appareil' }).click();
    await page.getByText('Les noms et les photos ne sont plus sur cet appareil').waitFor();
    await page.getByText('à envoyer au prochain passage : 1').waitFor();
    const kept = await storeOf(page);
    expect([kept.rosters, kept.snapshots]).toEqual([[], []]);
    expect(kept.scans).toHaveLength(1);
    expect(kept.scans[0]).toMatchObject({ action: 'check_in', verdict: 'ok', answeredAt: null });
    expect(JSON.stringify(kept)).not.toMatch(/Moussa|Traor/);

    await context.setOffline(false);
    await page.reload();
    await expectCounts(page, { present: 7, absent: 1, waiting: 0 });
    await page.click('summary.scan-icon');
    await page.getByRole('button', { name: 'Effacer et se déconnecter' }).click();
    await page.waitForURL('**/auth/**');
    expect(await page.evaluate(async () => (await caches.keys()).includes('presence-pages'))).toBe(false);
    await context.close();
  });

  it('keeps the roster and every other page out of its cache', async () => {
    const { context, page } = await openPhone();
    await page.goto(`/presence/${project}/scan`);
    await isKept(page);
    await page.goto(`/presence/${project}`);
    await page.goto(`/presence/${project}/scan`);
    await expectCounts(page, { present: 7, absent: 1, waiting: 0 });
    const kept = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    // Beside it only what the worker of the site keeps for itself: the pages that stand in, and who reads.
    const own = kept.filter((path) => !/^\/(assets|offline)\/|^\/~look$/.test(path));
    expect(own).toEqual([`/presence/${project}/scan`]);
    await context.close();
  });

  it('loads its own decoder only where the browser has none', async () => {
    const { context, page } = await openPhone({}, withCamera);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.addInitScript((text) => {
      class BarcodeDetector {
        static getSupportedFormats = async () => ['qr_code'];
        detect = async () => [{ rawValue: text }];
      }
      Object.assign(globalThis, { BarcodeDetector });
    }, strangers.other);
    await page.goto(`/presence/${project}/scan`);
    await expectVerdict(page, 'Autre projet');
    await page.getByText('Prêt : cette page s’ouvre aussi sans réseau').waitFor();
    expect(asked.some((path) => path.startsWith('/assets/scanner-'))).toBe(true);
    expect(asked.filter((path) => /zxing|wasm/.test(path))).toEqual([]);
    await context.close();
  });

  it('alone may compile WebAssembly and use the camera, and is installed as an application of its own', async () => {
    const [steward, member] = [await atelier.as('presence'), await atelier.as('user')];
    const head = async (url: string) => (await steward.inject({ url })).headers;
    const scan = await steward.inject({ url: `/presence/${project}/scan` });
    expect(scan.headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(scan.headers['permissions-policy']).toContain('camera=(self)');
    expect(scan.body).toContain(`<link rel="manifest" href="/presence/${project}/scan.webmanifest"/>`);
    expect((await head(`/presence/${project}`))['content-security-policy']).toContain("script-src 'self';");
    const manifest = await steward.inject({ url: `/presence/${project}/scan.webmanifest` });
    expect(manifest.json()).toMatchObject({ start_url: `/presence/${project}/scan`, scope: '/presence/', display: 'standalone' });
    expect(manifest.body).not.toContain('Le sable');
    expect(await head('/presence/worker.js')).toMatchObject({
      'service-worker-allowed': '/presence/',
      'cache-control': 'public, max-age=0',
    });
    expect((await steward.inject({ url: '/presence/999999/scan' })).statusCode).toBe(404);
    expect((await member.inject({ url: `/presence/${project}/scan` })).statusCode).toBe(403);
  });

  it('works without scripts: a code goes to the server, a wrong one says so at the field', async () => {
    const { context, page } = await openPhone({ javaScriptEnabled: false });
    await page.goto(`/presence/${project}/scan`);
    await page.locator('noscript .notice').waitFor();
    await page.fill('input[name=code]', 'PASLA');
    await page.click('main button[type=submit]');
    expect(await page.locator('.field-error').innerText()).not.toBe('');
    expect(await page.inputValue('input[name=code]')).toBe('PASLA');
    await page.check('input[value=check_out]');
    await page.fill('input[name=code]', extras[6]?.code ?? '');
    await page.click('main button[type=submit]');
    await page.getByText('Moussa Traoré : départ enregistré').waitFor();
    await context.close();
  });
});

async function openPhone(options: BrowserContextOptions = {}, from: Browser = browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await from.newContext({
    ...{ baseURL: atelier.url, locale: 'fr-FR', viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: 'reduce' },
    ...options,
  });
  const [name = '', value = ''] = (await atelier.as('presence')).cookie.split('=');
  await context.addCookies([{ name, value, url: atelier.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, page };
}

async function expectVerdict(page: Page, ...texts: readonly string[]): Promise<void> {
  const verdict = page.locator('.verdict:not([hidden])', { hasText: texts[0] ?? '' });
  await verdict.waitFor();
  const said = (await verdict.innerText()).replaceAll('\u00a0', ' ');
  for (const text of texts) expect(said).toContain(text);
  await page.keyboard.press('Escape');
}

/** A hand scanner: it types faster than any hand, wherever the focus is. */
async function hold(page: Page, payload: string | undefined, ...texts: readonly string[]): Promise<void> {
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, payload ?? '');
  await expectVerdict(page, ...texts);
}

async function typeCode(page: Page, code: string, ...texts: readonly string[]): Promise<void> {
  await page.fill('#scan-code', code);
  await page.click('.scan-send');
  await expectVerdict(page, ...texts);
}

async function expectCounts(
  page: Page,
  counts: { readonly present: number; readonly absent: number; readonly waiting: number },
): Promise<void> {
  const read = async () => {
    const [present, absent, waiting] = await page.locator('.scan-counts dd').allInnerTexts();
    return { present: Number(present), absent: Number(absent), waiting: Number(waiting) };
  };
  await expect.poll(read, { timeout: 25_000, interval: 50 }).toEqual(counts);
}

/** The worker has the page, and the decoder this browser needs. */
async function isKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const [pages, files] = [await caches.open('presence-pages'), await caches.open('presence-files')];
      const paths = [...(await pages.keys()), ...(await files.keys())].map(({ url }) => new URL(url).pathname);
      return (
        ['/scan', '.wasm'].every((ending) => paths.some((path) => path.endsWith(ending))) && navigator.serviceWorker.controller !== null
      );
    });
  await expect.poll(kept, { timeout: 20_000, interval: 50 }).toBe(true);
}

interface Kept {
  readonly scans: readonly Record<string, unknown>[];
  readonly rosters: readonly Record<string, unknown>[];
  readonly snapshots: readonly unknown[];
}

/** Everything in the page's own store; bytes as a text, so that a name in them would be seen. */
const storeOf = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await wait(indexedDB.open('atelier-presence'));
    const read = async (name: string): Promise<Record<string, unknown>[]> => {
      const rows = (await wait(db.transaction(name).objectStore(name).getAll())) as Record<string, unknown>[];
      return rows.map((row) => ({
        ...row,
        ...(row['data'] instanceof ArrayBuffer ? { data: new TextDecoder().decode(row['data']) } : {}),
      }));
    };
    const kept = { scans: await read('scans'), rosters: await read('rosters'), snapshots: await read('snapshots') };
    db.close();
    return kept;
  });

/** Names of the crew that somebody could read who finds the phone, and keys that could leave it. */
async function secretsInClear(page: Page): Promise<readonly string[]> {
  const kept = JSON.stringify(await storeOf(page));
  const leaving = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        indexedDB.open('atelier-presence').onsuccess = ({ target }) => {
          const db = (target as IDBOpenDBRequest).result;
          db.transaction('rosters').objectStore('rosters').getAll().onsuccess = (event) => {
            resolve(((event.target as IDBRequest).result as { key: CryptoKey }[]).some(({ key }) => key.extractable));
            db.close();
          };
        };
      }),
  );
  return [
    ...CREW.flatMap((name) => name.split(' ')).filter((word) => word.length > 3 && kept.includes(word)),
    ...(leaving ? ['an extractable key'] : []),
  ];
}

async function presencesOf(id: number) {
  const { rows } = await sql<{ talentId: number; at: Date; until: Date | null; deviceTime: Date; flags: string[] }>`
    select p.cinema_talent_id as "talentId", p.check_in_at as at, p.check_out_at as until, s.device_time as "deviceTime", p.flags
    from talent.presences p join lateral (
      select device_time from talent.presence_scans where presence_id = p.id and action = 'check_in' order by device_time limit 1
    ) s on true where p.project_id = ${id}`.execute(atelier.database.db);
  return rows;
}

async function outcomesOf(id: number): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select outcome, count(*)::integer as count from talent.presence_scans where project_id = ${id} group by outcome`.execute(
    atelier.database.db,
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

async function makeProject(name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into talent.projects (name, production_type, country_id) values (${name}, 'Film', 1) returning id`.execute(atelier.database.db);
  return rows[0]?.id ?? 0;
}

let number = 0;

async function assign(projectId: number, names: readonly string[]): Promise<readonly Omit<Extra, 'payload'>[]> {
  const made: Omit<Extra, 'payload'>[] = [];
  for (const [index, name] of names.entries()) {
    number += 1;
    const [firstName, ...rest] = name.split(' ');
    const code = `MACAS${String(number).padStart(4, '0')}F`;
    const projectCode = `MAABC${String(projectId).padStart(3, '0')}${String(index + 1).padStart(3, '0')}`;
    const { rows } = await sql<{ talentId: number; assignmentId: number }>`
      with person as (
        insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id)
        values (${code}, ${firstName}, ${rest.join(' ')}, 'F', '1995-01-01', 1) returning id
      )
      insert into talent.project_talents (project_id, cinema_talent_id, project_code, ordinal, talent_type)
      select ${projectId}::bigint, id, ${projectCode}, ${index + 1}, 'Figurant(e)' from person
      returning id as "assignmentId", cinema_talent_id as "talentId"`.execute(atelier.database.db);
    made.push({ talentId: rows[0]?.talentId ?? 0, assignmentId: rows[0]?.assignmentId ?? 0, name, code, projectCode });
  }
  return made;
}

async function printBadge(admin: Caller, assignmentId: number): Promise<{ readonly picture: Buffer | null; readonly payload: string }> {
  const pdf = await admin.inject({ url: `/cinema/projects/talent/${assignmentId}/generate-badge` });
  expect(pdf.statusCode).toBe(200);
  const [picture] = pagesOf(pdf.rawPayload);
  return { picture: picture ?? null, payload: picture ? (qrTextsOf(picture)[0] ?? '') : '' };
}

/** One sign of the signature changed: everything else is true. */
function forge(payload: string): string {
  const at = payload.length - 9;
  return payload.slice(0, at) + (payload[at] === 'A' ? 'B' : 'A') + payload.slice(at + 1);
}
