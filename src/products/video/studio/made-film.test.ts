/** The pages of a film that is made: player, renders, one scene again, an own picture, platforms. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type FilmHouse, openFilmHouse } from '#test/film-house.ts';
import { countIn, main } from '#test/studio-house.ts';
import type { Visitor } from '#test/visitor.ts';

let house: FilmHouse;
let browser: Visitor;
let id: string;
beforeAll(async () => {
  house = await openFilmHouse({ work: true });
  browser = house.browser;
  id = await house.made('Le phare');
}, 180_000);

const at = (film: string, rest = ''): string => `/films/${film}${rest}`;
const hiddenIn = (body: string, name: string): string => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('a film that is made', () => {
  it('V-102 is played with its captions, downloaded, and offered in other shapes', async () => {
    const { body } = await browser.open(at(id));
    const { video_id: video } = await house.projectOf(id);
    expect(body).toContain(`src="/api/v1/videos/${video}/download"`);
    for (const path of [`/api/v1/videos/${video}/download`, `/api/v1/videos/${video}/captions.vtt`, `/api/v1/videos/${video}/thumbnail`]) {
      expect(body, path).toContain(path);
      expect((await house.person.inject({ url: path })).statusCode, path).toBe(200);
    }
    expect([...body.matchAll(/value="([\d:]+)" name="ratio"/g)].map(([, ratio]) => ratio)).toEqual(['9:16', '1:1', '4:5']);
  });

  it('V-096 stands in the history of renders, and on the board with what was counted', async () => {
    const renders = await browser.open('/films/renders');
    expect(main(renders.body)).toContain('Le phare');
    expect(main(renders.body)).toContain('Terminé');
    const board = await browser.open(at(id, '?view=board'));
    expect(main(board.body)).toContain('2 sur 2');
    expect(board.body).toContain('data-state="completed"');
  });

  it('is outdated once its words changed, however soon after, and not by another title', async () => {
    const notice = async (): Promise<boolean> => main((await browser.open(at(id))).body).includes('ont changé depuis cette version');
    expect(await notice()).toBe(false);
    const put = async (payload: object): Promise<void> => {
      expect((await house.person.inject({ method: 'PATCH', url: `/api/v1/projects/${id}`, payload })).statusCode).toBe(200);
    };
    await put({ title: 'Le grand phare' });
    expect(await notice()).toBe(false);
    await put({ title: 'Le phare', config: { captions: { size: 'large' } } });
    expect(await notice()).toBe(true);
    expect((await browser.send(at(id, '/start'), { once: hiddenIn((await browser.open(at(id))).body, 'once') })).statusCode).toBe(303);
    await vi.waitFor(async () => expect((await house.projectOf(id)).status).toBe('completed'), { timeout: 90_000, interval: 100 });
    expect(await notice()).toBe(false);
  }, 120_000);

  it('has one scene changed, and only that is made again', async () => {
    const assets = async (): Promise<number> =>
      (await house.person.inject({ url: `/api/v1/assets?project_id=${id}&type=image&limit=100` })).json<{ total: number }>().total;
    expect(await assets()).toBe(2);
    const page = await browser.open(at(id, '/scenes/1'));
    expect(main(page.body)).toContain('Scène 1 sur 2');
    const [version, once] = [hiddenIn(page.body, 'version'), hiddenIn(page.body, 'once')];
    expect((await browser.send(at(id, '/scenes/1/redo'), { version, once, kind: 'image' })).statusCode).toBe(303);
    await vi.waitFor(async () => expect((await house.projectOf(id)).status).toBe('completed'), { timeout: 90_000, interval: 100 });
    expect(await assets()).toBe(3);
    expect((await browser.open(at(id, '/scenes/9'))).statusCode).toBe(404);
  }, 120_000);

  it('takes a person’s own picture, refuses what is none, and gives it back', async () => {
    const version = hiddenIn((await browser.open(at(id, '/scenes/2'))).body, 'version');
    const none = await browser.send(at(id, '/scenes/2/picture'), { version, act: 'use' });
    expect(main(none.body)).toContain('Choisissez d’abord une image.');
    const text = { name: 'note.png', content: Buffer.from('no picture'), type: 'image/png' };
    const wrong = await browser.send(at(id, '/scenes/2/picture'), { version, act: 'use' }, { picture: text });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('field-wrong');
    const [{ id: asset } = { id: '' }] = (await house.person.inject({ url: `/api/v1/assets?project_id=${id}&type=image` })).json<{
      items: { id: string }[];
    }>().items;
    const content = (await house.person.inject({ url: `/api/v1/assets/${asset}/download` })).rawPayload;
    const picture = { name: 'phare.png', content, type: 'image/png' };
    const used = await browser.send(at(id, '/scenes/2/picture'), { version, act: 'use' }, { picture });
    expect(used.statusCode, main(used.body)).toBe(303);
    const shown = await browser.next();
    expect(main(shown.body)).toContain('Reprendre l’image faite');
    await browser.send(at(id, '/scenes/2/picture'), { version: hiddenIn(shown.body, 'version'), act: 'back' });
    expect(main((await browser.next()).body)).not.toContain('Reprendre l’image faite');
  });

  it('V-103 V-107 goes to platforms, later, and is called back; what is not chosen is asked for', async () => {
    const page = await browser.open(at(id, '/publish'));
    const once = hiddenIn(page.body, 'once');
    const video = (await house.projectOf(id)).video_id ?? '';
    const refused = await browser.send(at(id, '/publish'), { video, once, when: 'later', day: 'demain', time: '10h' });
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain('Choisissez au moins une plateforme.');
    expect(main(refused.body)).toContain('Donnez un jour et une heure');
    const later = { when: 'later', day: '2099-06-01', time: '10:00', zone: 'Africa/Casablanca' };
    const form = { video, once, platforms: 'facebook', facebook_text: 'Un phare, un film.', ...later };
    const planned = await browser.send(at(id, '/publish'), form);
    expect(planned.statusCode, main(planned.body)).toBe(303);
    // The same form once more publishes nothing more.
    await browser.send(at(id, '/publish'), form);
    const list = await browser.next();
    expect(countIn(list.body, /class="film-story-line"/)).toBe(1);
    expect(main(list.body)).toContain('Prévue');
    const name = /\/publish\/(pub-[\w-]+)\/cancel/.exec(list.body)?.[1] ?? '';
    await browser.send(at(id, `/publish/${name}/cancel`), {});
    expect(main((await browser.next()).body)).toContain('Annulée');
  });

  it('has its words measured as each platform counts', async () => {
    await browser.open(at(id, '/publish'));
    const answer = await browser.send(at(id, '/publish/check'), { twitter_text: 'x'.repeat(300) });
    const { measures } = answer.json<{ measures: { platform: string; used: number; limit: number; fault: string | null }[] }>();
    expect(measures.find(({ platform }) => platform === 'twitter')).toMatchObject({
      used: 300,
      limit: 280,
      fault: expect.stringContaining('20'),
    });
  });
});
