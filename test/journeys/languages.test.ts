/**
 * Every page in French, English and Arabic: nothing is shown that was not said in the reader's language, but names, numbers and what
 * people typed. The pages are found by following links from those of test/pages.ts, so a new page is walked without being named.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import { openBrowser } from '../browser.ts';
import { givenTexts, withoutGiven } from '../languages/data.ts';
import { makeFilm } from '../languages/film.ts';
import { KNOWN } from '../languages/known.ts';
import { wearMarks } from '../languages/marks.ts';
import { type Reading, readPage } from '../languages/walker.ts';
import { PAGES, PEOPLE, preparePages } from '../pages.ts';
import { readSources } from '../sources.ts';
import { type Atelier, startAtelier } from '../support.ts';

interface Visit {
  readonly path: string;
  readonly as: 'admin' | 'talent' | null;
}

let atelier: Atelier;
let browser: Browser;
let desk: Page;
let plain: (() => void) | undefined;
let given: readonly string[] = [];
const sessions: Record<string, string> = {};

/** Sessions and logs name the program that asks. */
const AS_A_BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const PATIENCE = 20 * 60_000;

beforeAll(async () => {
  [atelier, browser] = await Promise.all([startAtelier({ demo: true, listen: true, work: true }), openBrowser()]);
  for (const [who, { login, password }] of Object.entries(PEOPLE)) sessions[who] = (await atelier.signIn(login, password)).cookie;
  await preparePages(atelier.url, sessions['admin'] ?? '');
  await makeFilm(atelier.url, sessions['admin'] ?? '');
  given = await givenTexts(atelier.database.db);
  desk = await browser.newPage();
  plain = wearMarks();
}, PATIENCE);
afterAll(async () => {
  plain?.();
  await browser?.close();
});

/** One address for all pages of a kind: numbers, codes and ids are left out. */
const kindOf = (path: string): string =>
  path
    .replace(/[?#].*$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/[A-Z]{2,5}\d+[A-Z]*\b|\/\d+\b|\/(?:img|vid|tl|rnd|voice|clip|music|timeline|render|video)-[\w-]+/g, '/:id');
/** They change something, leave the studio, show how a platform looks, answer with a file, or are the manual: written in French and English. */
const AWAY =
  /^\/(?:docs|help|simulated|auth\/logout|preferences|static|media|assets|api|openapi|uploads|healthz|readyz|metrics)|\.(?:pdf|csv|xlsx|png|jpg|svg|json|xml|txt|ics|srt|vtt|mp4|webmanifest)(?:\?|$)|\/(?:export|download|card)\b/;

const cookiesOf = (as: Visit['as'], language: Language): string => [`lang=${language}`, ...(as ? [sessions[as] ?? ''] : [])].join('; ');

/** Null when the address answers with something else than a page. */
async function read({ path, as }: Visit, language: Language): Promise<Reading | null> {
  const answer = await fetch(atelier.url + path, {
    headers: { cookie: cookiesOf(as, language), accept: 'text/html', 'user-agent': AS_A_BROWSER },
  });
  expect(answer.status, path).toBeLessThan(500);
  const { origin, pathname } = new URL(answer.url);
  if (origin !== new URL(atelier.url).origin || AWAY.test(pathname) || !answer.headers.get('content-type')?.startsWith('text/html'))
    return null;
  return desk.evaluate(readPage, { html: await answer.text(), known: KNOWN });
}

const tell = ({ path }: Visit, { unsaid }: Reading): readonly string[] =>
  unsaid.flatMap(({ at, text }) => {
    const rest = withoutGiven(text, given);
    return rest === '' ? [] : [`${path} ${at}: ${rest}`];
  });

/** From every page of test/pages.ts on, one of each kind that a link leads to. */
async function crawl(): Promise<{ readonly visits: readonly Visit[]; readonly unsaid: readonly string[] }> {
  const queue: Visit[] = PAGES.map(({ path, as }) => ({ path, as }));
  const known = new Set(queue.map(({ path, as }) => `${as} ${kindOf(path)}`));
  const visits: Visit[] = [];
  const unsaid: string[] = [];
  for (let visit = queue.shift(); visit; visit = queue.shift()) {
    const reading = await read(visit, 'fr');
    if (!reading) continue;
    visits.push(visit);
    unsaid.push(...tell(visit, reading));
    for (const path of reading.links) {
      const key = `${visit.as} ${kindOf(path)}`;
      if (AWAY.test(path) || known.has(key)) continue;
      known.add(key);
      queue.push({ path, as: visit.as });
    }
  }
  return { visits, unsaid };
}

describe('the walker', () => {
  const walk = (body: string): Promise<Reading> =>
    desk.evaluate(readPage, { html: `<!doctype html><html lang="fr"><body>${body}</body></html>`, known: KNOWN });
  const textsOf = async (body: string): Promise<readonly string[]> => (await walk(body)).unsaid.map(({ text }) => text);

  it('sees a text that nobody said, wherever it stands', async () => {
    expect(
      await textsOf(`<p>Bonjour</p><a title="Titre" aria-label="⟦dit⟧ oublié">⟦dit⟧</a><img alt="Photo de lui"><input placeholder="Votre nom">
        <select><optgroup label="Groupe"><option>Choix</option></optgroup></select><input type="submit" value="Envoyer"><template><b>Plus tard</b></template>
        <div data-props='{"texts":{"save":"Garder"}}'></div>`),
    ).toEqual(['Bonjour', 'oublié', 'Titre', 'Photo de lui', 'Votre nom', 'Groupe', 'Choix', 'Envoyer', 'Plus tard', 'Garder']);
  });

  it('lets pass what was said, numbers, and data that wear their mark', async () => {
    expect(
      await textsOf(`<p>⟦Bonjour ⟪Awa⟫ ⟦lundi⟧⟧ 12 % · 3,5</p><bdi translate="no">Awa Diop</bdi><p lang="en">English</p><time>12 mars</time>
        <img translate="no" alt="Awa Diop"><code>GET /x</code><textarea>Je suis</textarea><input value="Dakar">`),
    ).toEqual([]);
  });

  it('is the only one who speaks through marks', () => {
    const callers = readSources(['src/**/*.ts', 'src/**/*.tsx']).filter(({ text }) => text.includes('speakThrough'));
    expect(callers.map(({ path }) => path)).toEqual(['src/kernel/message.ts']);
  });
});

describe('every page', () => {
  let visits: readonly Visit[] = [];

  it(
    'T-555 says everything in French',
    async () => {
      const found = await crawl();
      visits = found.visits;
      expect(visits.length).toBeGreaterThan(PAGES.length);
      expect(found.unsaid).toEqual([]);
    },
    PATIENCE,
  );

  it.each(LANGUAGES.slice(1))(
    'says everything in %s',
    async (language) => {
      const unsaid: string[] = [];
      for (const visit of visits) {
        const reading = await read(visit, language);
        if (reading) unsaid.push(...tell(visit, reading));
      }
      expect(unsaid).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'says everything in Arabic when its islands have come to life',
    async () => {
      const unsaid: string[] = [];
      for (const as of ['admin', 'talent', null] as const) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
        const cookies = cookiesOf(as, 'ar').split('; ');
        await context.addCookies(
          cookies.map((cookie) => ({ name: cookie.split('=')[0] ?? '', value: cookie.slice(cookie.indexOf('=') + 1), url: atelier.url })),
        );
        const page = await context.newPage();
        for (const visit of visits.filter((one) => one.as === as)) {
          await page.goto(atelier.url + visit.path, { waitUntil: 'load' });
          if ((await page.locator('[data-island]').count()) > 0)
            unsaid.push(...tell(visit, await page.evaluate(readPage, { known: KNOWN })));
        }
        await context.close();
      }
      expect(unsaid).toEqual([]);
    },
    PATIENCE,
  );
});
