/** The pages of films without a script in the browser: real forms, real links, and what they say when something is refused. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type FilmHouse, openFilmHouse, WORDS } from '#test/film-house.ts';
import { browserOf, countIn, main } from '#test/studio-house.ts';
import { type Visitor, visit } from '#test/visitor.ts';

let house: FilmHouse;
let browser: Visitor;
/** Written, and not made. */
let draft: string;
beforeAll(async () => {
  house = await openFilmHouse({ work: true });
  browser = house.browser;
  draft = await house.written('Le tapis');
}, 120_000);

const at = (id: string, rest = ''): string => `/films/${id}${rest}`;
const idIn = (location: unknown): string => /films\/([\da-f-]{36})/.exec(String(location))?.[1] ?? '';
const hiddenIn = (body: string, name: string): string => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(body)?.[1] ?? '';
const scenesOf = async (id: string): Promise<readonly string[]> =>
  ((await house.projectOf(id)).script?.scenes ?? []).map(({ narration }) => narration);

/** What the form of the script sends, as it stands on the page. */
async function scriptForm(id: string): Promise<Record<string, string | string[]>> {
  const { body } = await browser.open(at(id, '?view=script'));
  const keys = [...body.matchAll(/name="scene" value="(\w+)"/g)].map(([, key]) => key ?? '');
  const texts = [...body.matchAll(/<textarea[^>]*name="((?:narration|image)-\w+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [name, text]);
  return { ...Object.fromEntries(texts), version: hiddenIn(body, 'version'), once: hiddenIn(body, 'once'), title: 'Le tapis', scene: keys };
}

describe('the films of a person', () => {
  it('are for who signed in, and nobody else learns of them', async () => {
    const stranger = await visit(house.atelier.doors.site).open('/films');
    expect([stranger.statusCode, stranger.headers['location']]).toEqual([303, '/auth/login?next=%2Ffilms']);
    const other = browserOf(house.atelier, await house.atelier.as('user'));
    for (const rest of ['', '?view=script', '/scenes/1', '/publish', '/settings', '/delete'])
      expect((await other.open(at(draft, rest))).statusCode, rest).toBe(404);
    const { body } = await other.open('/films');
    expect(body).not.toContain('Le tapis');
    expect(countIn(body, /class="film-example"/)).toBe(4);
    expect((await browser.open('/films/none')).statusCode).toBe(404);
  });

  it('V-035 V-036 are searched and filtered', async () => {
    expect(main((await browser.open('/films?search=tapis')).body)).toContain('1 film');
    expect(main((await browser.open('/films?search=phare')).body)).toContain('Aucun film ne correspond');
    expect(main((await browser.open('/films?status=completed&search=tapis')).body)).toContain('Aucun film ne correspond');
    expect(main((await browser.open('/films?status=draft')).body)).toContain(`href="/films/${draft}"`);
  });
});

describe('a new film', () => {
  it('V-144 begins with one sentence: the rest has a value that fits', async () => {
    const page = await browser.open('/films/new');
    expect(main(page.body)).toContain('Gratuit : tout est fait sur cette machine.');
    expect(page.body).toContain('name="duration" checked="" value="30"');
    const once = hiddenIn(page.body, 'once');
    const sent = await browser.send('/films/new', { prompt: 'Un phare en Bretagne, pour des enfants. Avec la mer.', once });
    expect(sent.statusCode, main(sent.body)).toBe(303);
    const id = idIn(sent.headers['location']);
    // The same press again begins nothing.
    const again = await browser.send('/films/new', { prompt: 'Un phare en Bretagne, pour des enfants. Avec la mer.', once });
    expect(idIn(again.headers['location'])).toBe(id);
    expect((await house.projectOf(id)).title).toBe('Un phare en Bretagne, pour des enfants');
    await vi.waitFor(async () => expect((await scenesOf(id)).length).toBeGreaterThan(1), { timeout: 30_000 });
    await vi.waitFor(async () => expect((await house.projectOf(id)).status).toBe('draft'), { timeout: 30_000 });
    const { body } = await browser.open(at(id));
    expect(main(body)).toContain('Faire le film');
    expect(main(body)).toContain('Écrit par l’auteur intégré');
  });

  it('keeps what was typed when it is refused, and names the field', async () => {
    await browser.open('/films/new');
    const refused = await browser.send('/films/new', { prompt: '', duration: '60', ratio: '9:16', music: 'jazz', budget: 'beaucoup' });
    expect(refused.statusCode).toBe(400);
    expect(countIn(refused.body, /class="field field-wrong/)).toBe(2);
    expect(refused.body).toContain('value="beaucoup"');
    expect(refused.body).toContain('name="ratio" checked="" value="9:16"');
    expect(refused.body).toContain('name="music" checked="" value="jazz"');
  });

  it('is free of charge or says what it may cost, for the length that is asked', async () => {
    const short = await browser.open('/films/new?duration=15');
    const long = await browser.open('/films/new?duration=120');
    const time = (body: string): string => /Montage : environ ([^<]+)/.exec(body)?.[1] ?? '';
    expect(time(short.body)).not.toBe('');
    expect(time(short.body)).not.toBe(time(long.body));
  });
});

describe('the script', () => {
  it('is moved and lengthened on the page, and stored when it is saved', async () => {
    const id = await house.written();
    const form = await scriptForm(id);
    expect(form['scene']).toEqual(['1', '2']);
    const moved = await browser.send(at(id, '/script'), { ...form, act: 'up-2' });
    expect([moved.statusCode, [...moved.body.matchAll(/name="scene" value="(\w+)"/g)].map(([, key]) => key)]).toEqual([200, ['2', '1']]);
    const longer = await browser.send(at(id, '/script'), { ...form, act: 'add-1' });
    expect([...longer.body.matchAll(/name="scene" value="(\w+)"/g)].map(([, key]) => key)).toEqual(['1', 'n1', '2']);
    expect(await scenesOf(id)).toEqual(WORDS);
    const scene = ['2', 'n1', '1'];
    const saved = await browser.send(at(id, '/script'), { ...form, scene, 'narration-n1': 'Et voilà.', act: 'save' });
    expect(saved.statusCode, main(saved.body)).toBe(303);
    expect(await scenesOf(id)).toEqual([WORDS[1], 'Et voilà.', WORDS[0]]);
    expect(main((await browser.next()).body)).toContain('Modifié à la main');
  });

  it('that is refused keeps every word and names the scene', async () => {
    const form = await scriptForm(draft);
    const refused = await browser.send(at(draft, '/script'), { ...form, 'narration-1': '', 'image-2': 'un métier à tisser', act: 'save' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#script-narration-1"');
    expect(refused.body).toContain('un métier à tisser');
    expect(await scenesOf(draft)).toEqual(WORDS);
  });

  it('of an older version is not written over the newer one without being said', async () => {
    const id = await house.written();
    const form = await scriptForm(id);
    const scenes = [{ id: 1, narration: 'Autre chose.', image_prompt: 'x', on_screen: '' }];
    await house.person.inject({ method: 'PUT', url: `/api/v1/projects/${id}/script`, payload: { scenes } });
    const stale = await browser.send(at(id, '/script'), { ...form, 'narration-1': 'À moi.', act: 'save' });
    expect(stale.statusCode).toBe(409);
    expect(main(stale.body)).toContain('a changé ailleurs');
    expect(stale.body).toContain('À moi.');
    expect(await scenesOf(id)).toEqual(['Autre chose.']);
    // Saying it again is a choice.
    await browser.send(at(id, '/script'), { ...form, 'narration-1': 'À moi.', version: hiddenIn(stale.body, 'version'), act: 'save' });
    expect(await scenesOf(id)).toEqual(['À moi.', WORDS[1]]);
  });
});

describe('settings and the end of a film', () => {
  it('are changed, or refused with what was typed', async () => {
    const { body } = await browser.open(at(draft, '/settings'));
    expect(hiddenIn(body, 'title')).toBe('Le tapis');
    const base = { title: 'Le tapis bleu', prompt: 'Un tapis', duration: '15', ratio: '1:1', style: 'warm', image_style: 'anime' };
    const fields = { ...base, voice: 'none', music: 'jazz', captions: 'box', caption_size: 'large', caption_place: 'top', budget: '2' };
    expect((await browser.send(at(draft, '/settings'), { ...fields, title: '' })).statusCode).toBe(400);
    expect((await browser.send(at(draft, '/settings'), fields)).statusCode).toBe(303);
    const project = (await house.person.inject({ url: `/api/v1/projects/${draft}` })).json<{ title: string; config: object }>();
    expect(project.title).toBe('Le tapis bleu');
    expect(project.config).toMatchObject({ ratio: '1:1', target_duration: 15, voice_id: null, budget_usd: 2, captions: { size: 'large' } });
  });

  it('asks before it is deleted', async () => {
    const id = await house.written('À jeter');
    expect(main((await browser.open(at(id, '/delete'))).body)).toContain('À jeter');
    expect((await browser.send(at(id, '/delete'), {})).headers['location']).toBe('/films');
    expect((await browser.open(at(id))).statusCode).toBe(404);
  });
});

describe('the pages in the three languages', () => {
  it.each(['fr', 'en', 'ar'])('are whole in %s', async (language) => {
    const reader = browserOf(house.atelier, house.person, language);
    for (const path of [
      '/films',
      '/films/new',
      '/films/voices',
      '/films/renders',
      at(draft),
      at(draft, '/settings'),
      at(draft, '/scenes/1'),
    ]) {
      const { statusCode, body } = await reader.open(path);
      expect(statusCode, path).toBe(200);
      expect(body, path).toContain(`lang="${language}"`);
      expect(main(body).replaceAll(/data-props="[^"]*"/g, ''), path).not.toMatch(/\{\w+(, plural|\})/);
    }
  });
});
