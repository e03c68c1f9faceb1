/** Somebody cuts a film by hand in a real browser: a clip is moved, trimmed, split, undone; it is saved, and two tabs do not write over each other. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toneFile } from '#capabilities/media/compose/test-house.ts';
import { openBrowser } from '../browser.ts';
import { eventually } from '../eventually.ts';
import { type Atelier, type Caller, startAtelier } from '../support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let atelier: Atelier;
let browser: Browser;
let me: Caller;
let page: Page;
let address = '';
let timelineId = '';
const problems: string[] = [];

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ listen: true, work: true }), openBrowser()]);
  me = await atelier.as('user');
  page = await (await enter({})).newPage();
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('dialog', (dialog) => void dialog.accept());
}, 120_000);
afterAll(() => browser?.close());

interface Look {
  readonly lang?: string;
  readonly theme?: string;
  readonly width?: number;
  readonly scripts?: boolean;
}

async function enter({ lang = 'fr', theme = 'light', width = 1440, scripts = true }: Look): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 1000 }, javaScriptEnabled: scripts });
  const cookies = { lang, theme, atelier_session: me.cookie.split('=')[1] ?? '' };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: atelier.url })));
  context.setDefaultTimeout(15_000);
  return context;
}

interface WireClip {
  readonly asset_id: string;
  readonly start_time: number;
  readonly duration: number;
  readonly transition_in: string | null;
  readonly volume: number;
}
interface WireTimeline {
  readonly id: string;
  readonly version: number;
  readonly duration: number;
  readonly tracks: readonly { readonly type: string; readonly clips: readonly WireClip[] }[];
}

const api = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<T> => {
  const answer = await me.inject({ method, url: `/api/v1${path}`, ...(payload ? { payload } : {}) });
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<T>();
};
const timeline = (id = timelineId): Promise<WireTimeline> => api('GET', `/videos/timeline/${id}`);
const track = async (type: string, id = timelineId): Promise<readonly WireClip[]> =>
  (await timeline(id)).tracks.find((each) => each.type === type)?.clips ?? [];

/** Own files: three pictures, two voices, a tune. */
async function makeFilm(): Promise<void> {
  const { id: projectId } = await api<{ id: string }>('POST', '/projects', { title: 'Le phare', prompt: 'Un phare dans la brume' });
  const bring = async (type: string, name: string, content: Buffer): Promise<string> => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ project_id: projectId, type })) form.set(field, value);
    form.set('file', new Blob([new Uint8Array(content)]), name);
    const answer = await fetch(`${atelier.url}/api/v1/assets/upload`, { method: 'POST', headers: { cookie: me.cookie }, body: form });
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  };
  const [pictures, voices, tunes] = await Promise.all([
    Promise.all(['#b3541e', '#1e6fb3', '#2f8f5b'].map(async (colour, n) => bring('image', `scene-${n + 1}.png`, await drawn(colour)))),
    Promise.all([220, 330].map(async (hertz, n) => bring('voice', `voix-${n + 1}.wav`, await tone(2, hertz)))),
    Promise.all([bring('music', 'air.wav', await tone(8, 110))]),
  ]);
  const made = await api<WireTimeline>('POST', '/videos/timeline', {
    project_id: projectId,
    config: { resolution: '640x360', fps: 30, words: [{ text: 'Le phare ne dort jamais', from: 0.5, until: 2.5 }] },
    tracks: [
      {
        type: 'video',
        clips: pictures.map((id, n) => ({
          ...{ asset_id: id, start_time: n * 3, duration: 3, scene_id: n + 1 },
          transition_in: n ? 'dissolve' : null,
        })),
      },
      { type: 'audio', clips: voices.map((id, n) => ({ asset_id: id, start_time: n * 3 + 0.3, scene_id: n + 1 })) },
      { type: 'music', clips: tunes.map((id) => ({ asset_id: id, start_time: 0, volume: 0.4, duck_under_voice: true })) },
    ],
  });
  timelineId = made.id;
  address = `${atelier.url}/films/${projectId}/timeline`;
}

/** A sky, a sea and a light. */
const drawn = (colour: string): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><defs><linearGradient id="g" x2="0" y2="1">
      <stop stop-color="#fbe3b8"/><stop offset="1" stop-color="${colour}"/></linearGradient></defs>
      <rect width="960" height="540" fill="url(#g)"/><circle cx="640" cy="170" r="70" fill="#fff6dd"/>
      <path d="M0 400q120-50 240 0t240 0 240 0 240 0v140H0z" fill="#17263b"/></svg>`),
  )
    .png()
    .toBuffer();

async function tone(seconds: number, hertz: number): Promise<Buffer> {
  const file = join(atelier.config.dataFolder, `${hertz}.wav`);
  await toneFile(file, seconds, hertz, 0.4);
  return readFile(file);
}

const clip = (name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}, `) });

async function drag(from: { x: number; y: number }, by: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by / 2, from.y, { steps: 4 });
  await page.mouse.move(from.x + by, from.y, { steps: 4 });
  await page.mouse.up();
}
async function boxOf(thing: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await thing.boundingBox();
  if (!box) throw new Error('nothing to take hold of');
  return box;
}
const save = async (): Promise<void> => {
  await page.keyboard.press('Control+s');
  await page.locator('[data-state]').getByText('Enregistré', { exact: true }).waitFor();
};

describe('the timeline by hand', () => {
  it('begins with pictures, voices and a tune', makeFilm, 120_000);

  it('says each clip with its times, and draws pictures and sound', async () => {
    await page.goto(address);
    await clip('Image 1').waitFor();
    expect(await clip('Image 3').getAttribute('aria-label')).toBe('Image 3, de 0:06 à 0:09');
    await eventually(() => page.locator('.tl-audio canvas[data-drawn]').count()).toBe(2);
    // Something is on the screen: not one colour alone.
    await eventually(() =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-screen]');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return new Set(Array.from({ length: 400 }, (_, n) => pixels[n * 4 * 101])).size;
      }),
    ).toBeGreaterThan(8);
  });

  it('plays from the head with its sound, and stops where one stands', async () => {
    const head = (): Promise<number> => page.locator('.tl-ruler').evaluate((ruler) => Number(ruler.getAttribute('aria-valuenow')));
    await page.keyboard.press('Space');
    await eventually(head).toBeGreaterThan(0.4);
    await page.keyboard.press('Space');
    expect(await page.getByRole('button', { name: 'Lire ou mettre en pause' }).getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('Home');
    expect(await head()).toBe(0);
  });

  it('puts what the project has after the picture at the head, and takes it back', async () => {
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'scene-3.png' }).click();
    await clip('Image 4').waitFor();
    expect(await clip('Image 2').getAttribute('aria-label')).toBe('Image 2, de 0:03 à 0:07');
    await page.keyboard.press('Control+z');
    expect(await clip('Image 4').count()).toBe(0);
  });

  it('V-082 trims an edge, what follows comes along; takes it back, and saves what is left', async () => {
    await clip('Image 1').click();
    const edge = await boxOf(page.locator('.tl-chosen .tl-edge-end'));
    const pixels = (await boxOf(clip('Image 1'))).width / 3;
    await drag({ x: edge.x + 12, y: edge.y + edge.height / 2 }, pixels);
    expect(await clip('Image 2').getAttribute('aria-label')).toBe('Image 2, de 0:04 à 0:07');
    await page.keyboard.press('Control+z');
    expect(await clip('Image 2').getAttribute('aria-label')).toBe('Image 2, de 0:03 à 0:06');
    await page.keyboard.press('Control+y');
    await save();
    expect((await track('video')).map(({ start_time: start }) => start)).toEqual([0, 4, 7]);
    expect((await track('audio')).map(({ start_time: start }) => start)).toEqual([0.3, 4.3]);
    expect(await timeline()).toMatchObject({ version: 2, duration: 10 });
  });

  it('moves a picture among the others by hand, and by keyboard', async () => {
    const [first] = await track('video');
    const box = await boxOf(clip('Image 1'));
    await drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, box.width * 3);
    await save();
    expect((await track('video')).at(-1)?.asset_id).toBe(first?.asset_id);
    await page.locator('.tl-chosen button').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await save();
    expect((await track('video'))[0]?.asset_id).toBe(first?.asset_id);
  });

  it('V-083 V-085 splits at the playhead, sets a transition and a volume by their fields', async () => {
    await clip('Image 2').click();
    await page.getByRole('slider', { name: 'Tête de lecture' }).focus();
    await page.keyboard.press('Home');
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('s');
    await clip('Image 4').waitFor();
    await clip('Image 3').click();
    await page.getByLabel('Transition d’entrée').selectOption('wipe');
    await clip('Musique 1').click();
    await page.locator('#tl-volume').fill('80');
    await save();
    expect((await track('video')).map(({ duration, transition_in: way }) => [duration, way])).toEqual([
      [4, null],
      [1, 'dissolve'],
      [2, 'wipe'],
      [3, 'dissolve'],
    ]);
    expect((await track('music'))[0]?.volume).toBe(0.8);
  });

  it('shows what the server refuses on the clip that it means', async () => {
    const [before] = await track('audio');
    const { version } = await timeline();
    await page.route('**/api/v1/videos/timeline/*', (route) => {
      const body = route.request().postDataJSON() as { tracks: { type: string; clips: { asset_id: string }[] }[] };
      for (const each of body.tracks) if (each.type === 'audio') for (const one of each.clips.slice(0, 1)) one.asset_id = 'voice-nobody';
      return route.continue({ postData: JSON.stringify(body) });
    });
    await clip('Voix 1').click();
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Control+s');
    await page.locator('.tl-faulty').waitFor();
    expect(await page.locator('.tl-faulty button').getAttribute('aria-label')).toContain('Refusé : Cet élément n’existe pas');
    expect(await page.locator('[data-faults]').isVisible()).toBe(true);
    await page.unroute('**/api/v1/videos/timeline/*');
    expect([(await track('audio'))[0], (await timeline()).version]).toEqual([before, version]);
    await save();
    expect(await page.locator('.tl-faulty').count()).toBe(0);
  });

  it('does not write over what another tab has saved: the own version becomes a copy', async () => {
    const there = await timeline();
    await api('PUT', `/videos/timeline/${timelineId}`, { version: there.version, tracks: there.tracks });
    await clip('Voix 2').click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+s');
    await page.getByText('Ce montage a changé entre-temps').waitFor();
    await page.getByRole('button', { name: 'Garder ma version en copie' }).click();
    await page.waitForURL(/\?timeline=timeline-/);
    const copy = new URL(page.url()).searchParams.get('timeline') ?? '';
    expect([(await track('audio')).length, (await track('audio', copy)).length]).toEqual([2, 1]);
  });

  it('V-096 V-101 orders a draft of the film and follows it until it can be watched', { timeout: 120_000 }, async () => {
    await page.getByRole('button', { name: 'Brouillon' }).click();
    await page.getByText('Le film est prêt.').waitFor({ timeout: 90_000 });
    const film = (await page.getByRole('link', { name: 'Voir le film' }).getAttribute('href')) ?? '';
    const answer = await me.inject({ url: film });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'video/mp4']);
  });

  it('is a form without scripts: a longer picture moves the rest, a fault is named at its field', async () => {
    const context = await enter({ scripts: false });
    const plain = await context.newPage();
    await plain.goto(`${address}?timeline=${timelineId}`);
    const length = plain.getByLabel('Durée (s), Image 1', { exact: true });
    await length.fill('beaucoup');
    await plain.getByRole('button', { name: 'Enregistrer' }).click();
    await plain.locator('.error-summary').waitFor();
    expect(await length.inputValue()).toBe('beaucoup');
    expect(await length.getAttribute('aria-invalid')).toBe('true');
    await length.fill('4,5');
    await plain.getByRole('button', { name: 'Enregistrer' }).click();
    await plain.getByText('Montage enregistré.').waitFor();
    expect((await track('video')).slice(0, 2).map(({ start_time: start }) => start)).toEqual([0, 4.5]);
    await context.close();
  });

  it('can be used by everybody: in Arabic, in the dark, on a phone', { timeout: 120_000 }, async () => {
    for (const look of [{}, { theme: 'dark' }, { lang: 'ar' }, { lang: 'ar', width: 390 }]) {
      const context = await enter(look);
      const other = await context.newPage();
      await other.goto(address);
      await other.locator('[data-live].tl-live').waitFor();
      await other.evaluate(AXE);
      const found = await other.evaluate<{ id: string; nodes: { html: string }[] }[]>(`axe.run().then(({ violations }) => violations)`);
      expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      await context.close();
    }
  });

  it('did all this without an error in the browser', () => expect(problems).toEqual([]));
});
