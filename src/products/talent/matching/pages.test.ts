import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { docx } from '#test/fixtures/documents.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { sweepMatching } from './matching.ts';

const JOB = 'Recherche développeur web à Casablanca, français indispensable, 3 ans d’expérience.';
const ROLE = 'Recherche figurant ou figurante, 20-50 ans, parlant français si possible.';
let atelier: Atelier;
let casting: Visitor;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  casting = browserOf(await atelier.as('casting'));
}, 240_000);

function browserOf(caller: Caller, language = 'fr'): Visitor {
  const visitor = visit(atelier.doors.site, language);
  visitor.cookies.set('atelier_session', caller.cookie.split('=')[1] ?? '');
  return visitor;
}
const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const names = (body: string): readonly string[] => [...body.matchAll(/data-person="(\d+)"/g)].map(([, id = '']) => id);
const compared = (body: string): number => Number(/(\d+) personnes? comparées?/.exec(main(body))?.[1] ?? 0);
const idsOfCriteria = (body: string): readonly string[] =>
  [...body.matchAll(/value="remove ([^"]+)"/g)].map(([, id = '']) => id.replaceAll('&#x27;', "'"));

/** Sends a brief as the form of the page does, and opens the search that it became. */
async function search(text: string, root = '/ai-search', who = casting): Promise<{ readonly at: string; readonly body: string }> {
  await who.open(root);
  const sent = await who.send(root, { job_description: text, role_description: text }, {});
  expect(sent.statusCode, main(sent.body)).toBe(303);
  const at = String(sent.headers['location']);
  const page = await who.open(at);
  expect(page.statusCode).toBe(200);
  return { at, body: page.body };
}
async function press(at: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
  const sent = await casting.send(`${at}/criteria`, fields);
  expect([sent.statusCode, sent.headers['location']]).toEqual([303, at]);
  return (await casting.next()).body;
}

describe('asking', () => {
  it('is for casting directors and administrators', async () => {
    const stranger = visit(atelier.doors.site);
    for (const root of ['/ai-search', '/cinema/ai-search']) {
      expect((await stranger.open(root)).headers['location']).toContain('/auth/login');
      for (const role of ['user', 'presence'] as const) expect((await browserOf(await atelier.as(role)).open(root)).statusCode).toBe(403);
      expect((await browserOf(await atelier.as('admin')).open(root)).statusCode).toBe(200);
    }
  });

  it('leads to a search with an address, which stays and is listed', async () => {
    const { at, body } = await search(JOB);
    expect(at).toMatch(/^\/ai-search\/\d+$/);
    expect(names(body).length).toBeGreaterThan(3);
    expect(names((await casting.open(at)).body)).toEqual(names(body));
    const list = main((await casting.open('/ai-search')).body);
    expect(list).toContain(`href="${at}"`);
    expect((await search(`  ${JOB} `)).at).toBe(at);
  });

  it('takes a file instead of a text', async () => {
    await casting.open('/cinema/ai-search');
    const content = await docx({ text: 'Une actrice de trente ans qui parle wolof' });
    const sent = await casting.send(
      '/cinema/ai-search',
      { role_description: '' },
      { file: { name: 'role.docx', content, type: 'application/zip' } },
    );
    expect(sent.headers['location']).toMatch(/^\/cinema\/ai-search\/\d+$/);
    expect(main((await casting.next()).body)).toContain('wolof');
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    await casting.open('/ai-search');
    const refused = await casting.send('/ai-search', { job_description: '!?' }, {});
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain('!?</textarea>');
    expect(main(refused.body)).toContain('Collez une description');
  });

  it('needs the token of the form and our own page', async () => {
    await casting.open('/ai-search');
    expect((await casting.send('/ai-search', { _csrf: 'x.y', job_description: JOB }, {})).statusCode).toBe(403);
    const urlencoded = await casting.send('/ai-search', { job_description: JOB });
    expect(urlencoded.statusCode).toBe(403);
  });

  it('shows a brief as text, whatever is in it', async () => {
    const { at, body } = await search('Danseuse <script>alert(1)</script> "><img src=x onerror=alert(2)> à Dakar');
    for (const page of [body, (await casting.open('/ai-search')).body, (await casting.open(`${at}/delete`)).body]) {
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
    }
  });
});

describe('the criteria of a search', () => {
  it('are told with what each must costs, and are changed without a script', async () => {
    const { at, body } = await search(JOB);
    const language = idsOfCriteria(body).find((id) => id.startsWith('language:')) ?? '';
    const city = idsOfCriteria(body).find((id) => id.startsWith('city:')) ?? '';
    expect(main(body)).toMatch(/−\d+ personnes?/);
    const loose = await press(at, { act: `nice ${language}` });
    expect(compared(loose)).toBeGreaterThan(compared(body));
    const narrow = await press(at, { act: `must ${city}` });
    expect(compared(narrow)).toBeLessThan(compared(loose));
    const without = await press(at, { act: `remove ${city}` });
    expect(idsOfCriteria(without)).not.toContain(city);
    const added = await press(at, { act: 'add', text: 'Rabat', experience: '2', must: '' });
    expect(main(added)).toContain('Rabat');
    const again = await press(at, { act: 'reset' });
    expect(idsOfCriteria(again)).toEqual(idsOfCriteria(body));
  });

  it('keep the form open that was refused', async () => {
    const { at } = await search(ROLE, '/cinema/ai-search');
    const refused = await casting.send(`${at}/criteria`, { act: 'add', age_min: '60', age_max: '20' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toMatch(/<details class="criterion-add" open="">/);
    expect(idsOfCriteria(refused.body).length).toBeGreaterThan(1);
  });

  it('say which must costs most when nobody is left', async () => {
    const { at } = await search(ROLE, '/cinema/ai-search');
    const nobody = await press(at, { act: 'add', age_min: '98', age_max: '99', must: '1' });
    expect(names(nobody)).toEqual([]);
    expect(main(nobody)).toContain('Personne ne correspond');
    const act = 'nice age:98-99';
    expect(main(nobody).split('Personne ne correspond')[1]).toContain(`value="${act}"`);
    expect(names(await press(at, { act })).length).toBeGreaterThan(0);
  });
});

describe('the people of a search', () => {
  it('are told with the reasons, what is met, not met and not said, and the points that add up', async () => {
    const { body } = await search(JOB);
    for (const words of ['Remplis', 'Pourquoi cette personne', 'sur', 'points', 'Analysé ici, sans modèle extérieur'])
      expect(main(body)).toContain(words);
    expect(body).toContain('/profile/view/');
    for (const hidden of ['@talento.com', 'tel:', 'mailto:']) expect(main(body)).not.toContain(hidden);
  });

  it('of the CINEMA module are marked, compared and put on shortlists', async () => {
    const { body } = await search(ROLE, '/cinema/ai-search');
    for (const place of ['action="/casting/marks"', 'formAction="/casting/shortlists/add"', 'formAction="/cinema/talents/compare"'])
      expect(body.toLowerCase()).toContain(place.toLowerCase());
    const [first = ''] = names(body);
    await casting.send('/casting/marks', { mark: `${first}:1`, back: '/cinema/ai-search' });
    expect((await casting.open(`/casting/shortlists/add?ids=${first}`)).body).toContain(`value="${first}"`);
  });

  it('come twenty a page', async () => {
    const { at, body } = await search(ROLE, '/cinema/ai-search');
    expect(names(body)).toHaveLength(20);
    const second = (await casting.open(`${at}?page=2`)).body;
    expect(names(second).length).toBeGreaterThan(0);
    expect(names(second).filter((id) => names(body).includes(id))).toEqual([]);
    expect(second).toMatch(/match-rank">21</);
  });

  it.each([
    ['en', 'Why this person?'],
    ['ar', 'لماذا هذا الشخص؟'],
  ])('are told in %s', async (language, words) => {
    const { at } = await search(JOB);
    casting.cookies.set('lang', language);
    const { body } = await casting.open(at);
    casting.cookies.set('lang', 'fr');
    expect(main(body)).toContain(words);
  });
});

describe('whose a search is', () => {
  it('its owner’s and the administrators’; of the other kind it is not', async () => {
    const { at } = await search(JOB);
    const other = browserOf(await atelier.as('casting'));
    for (const page of [at, `${at}/letters`, `${at}/delete`]) expect((await other.open(page)).statusCode, page).toBe(404);
    await other.open('/ai-search');
    for (const act of ['criteria', 'rerank', 'letters', 'delete'])
      expect((await other.send(`${at}/${act}`, { act: 'reset' })).statusCode, act).toBe(404);
    expect((await browserOf(await atelier.as('admin')).open(at)).statusCode).toBe(200);
    for (const wrong of [`/cinema${at}`, '/ai-search/0', '/ai-search/new', '/ai-search/99999999'])
      expect((await casting.open(wrong)).statusCode, wrong).toBe(404);
  });

  it('leaves the list when it is deleted, and comes back with the same text', async () => {
    const { at } = await search(`${JOB} À effacer.`);
    expect(main((await casting.open(`${at}/delete`)).body)).toContain('À effacer');
    await casting.send(`${at}/delete`, {});
    expect(main((await casting.next()).body)).toContain('Recherche supprimée');
    expect((await casting.open(at)).statusCode).toBe(404);
    expect((await search(`${JOB} À effacer.`)).at).toBe(at);
  });

  it('is forgotten after a year, a deleted one after a month', async () => {
    const { db } = atelier.database;
    const clock = { now: () => new Date() } as Parameters<typeof sweepMatching>[1];
    const [old, gone, young] = [await search(`${JOB} 1`), await search(`${JOB} 2`), await search(`${JOB} 3`)];
    const id = ({ at }: { at: string }): number => Number(at.split('/').at(-1));
    await sql`update talent.match_searches set updated_at = now() - interval '366 days' where id = ${id(old)}`.execute(db);
    await sql`update talent.match_searches set deleted_at = now() - interval '31 days' where id = ${id(gone)}`.execute(db);
    expect(await sweepMatching(db, clock)).toBe(2);
    expect((await casting.open(old.at)).statusCode).toBe(404);
    expect((await casting.open(young.at)).statusCode).toBe(200);
  });
});
