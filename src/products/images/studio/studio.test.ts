import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserOf, countIn, type House, main, openHouse } from '#test/studio-house.ts';

let house: House;
/** Four variations, and one picture of another order. */
let four: readonly number[];
let alone: number;
beforeAll(async () => {
  house = await openHouse({ work: true });
  four = await house.pictures({ prompt: 'Une plage au soir', variations: 4, tags: ['mer', 'soir'], style: 'anime' });
  [alone = 0] = await house.pictures({ prompt: 'Un phare', tags: ['mer'], width: 1024, height: 512 });
}, 180_000);

const id = (index: number): number => four[index] ?? 0;
const judge = (what: number, action: string): Promise<unknown> =>
  house.person.inject({ method: 'PATCH', url: `/api/images/${what}/validate/`, payload: { action } });
const shown = (body: string): readonly number[] => [...body.matchAll(/name="ids" value="(\d+)"/g)].map(([, each]) => Number(each));

describe('the review', () => {
  const current = (body: string): number => Number(/name="id" value="(\d+)"/.exec(body)?.[1]);

  it('goes through the queue, the oldest first, and counts', async () => {
    const { body } = await house.browser.open('/studio/review');
    expect(current(body)).toBe(id(0));
    expect(main(body)).toContain('1 sur 5 à revoir');
    expect(body).toContain(`href="/studio/review?image=${id(1)}"`);
    expect(current((await house.browser.open(`/studio/review?image=${id(1)}`)).body)).toBe(id(1));
  });

  it('I-054 I-055 I-056 validates with a note, goes on to the next, and lets one go back on it', async () => {
    await house.browser.open('/studio/review');
    const sent = await house.browser.send('/studio/review', {
      id: String(id(0)),
      action: 'validate',
      validation_notes: 'Parfaite',
      done: '0',
    });
    expect(sent.statusCode).toBe(303);
    const { body } = await house.browser.next();
    expect(current(body)).toBe(id(1));
    expect(main(body)).toContain(`Image n° ${id(0)} validée.`);
    expect(main(body)).toContain('1 / 5');
    expect(await house.statusOf(id(0))).toBe('validated');
    const back = await house.browser.open(`/studio/review?image=${id(0)}`);
    expect(main(back.body)).toContain('Parfaite</textarea>');
    expect(main(back.body)).toContain('Vous avez déjà jugé cette image');
    await house.browser.send('/studio/review', { id: String(id(0)), action: 'reject', done: '0' });
    expect(await house.statusOf(id(0))).toBe('rejected');
  });

  it('keeps a note that is too long, and says so', async () => {
    await house.browser.open('/studio/review');
    const note = 'long '.repeat(500);
    const refused = await house.browser.send('/studio/review', { id: String(id(1)), action: 'validate', validation_notes: note });
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain(note.trim());
    expect(await house.statusOf(id(1))).toBe('generated');
  });

  it('shows each platform’s cut, with what is left of the picture', async () => {
    const { body } = await house.browser.open(`/studio/review?image=${alone}`);
    // 2:1 is wider than 1.91:1: Instagram cuts its sides.
    const boxes = [...body.matchAll(/class="crop-picture" viewBox="([^"]+)"/g)].map(([, box = '']) => box.split(' ').map(Number));
    expect(boxes).toHaveLength(3);
    const [left = 0, top, width = 0, height] = boxes[0] ?? [];
    expect([top, height]).toEqual([0, 512]);
    expect(width).toBeGreaterThan(970);
    expect(width / 512).toBeLessThanOrEqual(1.91);
    expect(left).toBeCloseTo((1024 - width) / 2, -1);
    expect(main(body)).toContain('Recadrée');
    expect(main(body)).toContain('Image entière');
  });

  it('warns of a picture that looks the same', async () => {
    const { db } = house.atelier.database;
    await sql`update images.pictures set fingerprint = (select fingerprint from images.pictures where id = ${id(1)}) where id = ${id(2)}`.execute(
      db,
    );
    const { body } = await house.browser.open(`/studio/review?image=${id(1)}`);
    expect(main(body)).toMatch(/presque identiques? exist/);
    expect(body).toContain(`href="/studio/images/${id(2)}"`);
  });
});

describe('the gallery', () => {
  it('I-047 I-048 finds by words, style, status, and any or all of the tags', async () => {
    const found = async (query: string): Promise<readonly number[]> => shown((await house.browser.open(`/studio/gallery?${query}`)).body);
    expect([...(await found(''))].sort((a, b) => a - b)).toEqual([...four, alone]);
    expect(await found('search=PHARE')).toEqual([alone]);
    expect(await found('style=anime&sort=created_at')).toEqual(four);
    expect(await found('tags=mer&tags=soir&tags_mode=all&sort=created_at')).toEqual(four);
    expect(await found('tags=mer&tags=soir')).toHaveLength(5);
    expect(await found('status=failed')).toEqual([]);
    expect(main((await house.browser.open('/studio/gallery?status=failed')).body)).toContain('Rien avec ces filtres');
    expect((await house.browser.open('/studio/gallery?page=9&style=anime')).headers['location']).toBe('/studio/gallery?page=1&style=anime');
  });

  it('judges many at once and comes back to where one was', async () => {
    const back = '/studio/gallery?style=anime';
    await house.browser.open(back);
    const before = await Promise.all(four.map(house.statusOf));
    const sent = await house.browser.send('/lists/pictures/acts', { ids: four.map(String), act: 'validate', back });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, back]);
    const shownPage = await house.browser.next();
    expect(main(shownPage.body)).toContain('4 images validées.');
    for (const each of four) expect(await house.statusOf(each)).toBe('validated');
    // Taken back: each is what it was.
    const undo = /action="(\/lists\/acts\/\d+\/undo)"/.exec(shownPage.body)?.[1] ?? '';
    await house.browser.send(undo, { back });
    expect(main((await house.browser.next()).body)).toContain('4 images remises en état.');
    expect(await Promise.all(four.map(house.statusOf))).toEqual(before);
    await house.browser.send('/lists/pictures/acts', { ids: four.map(String), act: 'validate', back });
    for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example'])
      expect(
        (await house.browser.send('/lists/pictures/acts', { ids: String(id(0)), act: 'validate', back: evil })).headers['location'],
      ).toBe('/');
  });

  it('tags many at once, keeps the tags they have, and takes it back', async () => {
    const tagsOf = async (picture: number): Promise<readonly string[]> =>
      (await house.person.inject({ url: `/api/images/${picture}/` })).json<{ tags: string[] }>().tags;
    const before = await tagsOf(id(0));
    await house.browser.open('/studio/gallery');
    const chosen = { ids: [String(id(0)), String(alone)], act: 'tag', back: '/studio/gallery' };
    expect(main((await house.browser.send('/lists/pictures/acts', chosen)).body)).toContain('Ajouter des tags à ces 2 images');
    const refused = await house.browser.send('/lists/pictures/acts', { ...chosen, sure: '1', tags: ' , ' });
    expect([refused.statusCode, main(refused.body)]).toEqual([400, expect.stringContaining('Écrivez au moins un tag')]);
    await house.browser.send('/lists/pictures/acts', { ...chosen, sure: '1', tags: 'Affiche, MER' });
    const page = await house.browser.next();
    expect(main(page.body)).toContain('2 images étiquetées.');
    expect(await tagsOf(id(0))).toEqual([...before, 'Affiche']);
    await house.browser.send(/action="(\/lists\/acts\/\d+\/undo)"/.exec(page.body)?.[1] ?? '', {});
    expect(await tagsOf(id(0))).toEqual(before);
  });

  it('asks with their names before it deletes, and keeps and names what is scheduled', async () => {
    const [doomed = 0] = await house.pictures({ prompt: 'À effacer' });
    await judge(id(3), 'validate');
    const scheduled = { image: id(3), scheduled_time: '2031-01-01T10:00:00Z', platform: 'facebook', caption: 'Bientôt' };
    expect((await house.person.inject({ method: 'POST', url: '/api/scheduler/schedule/', payload: scheduled })).statusCode).toBe(201);
    await house.browser.open('/studio/gallery');
    const wanted = { ids: [String(doomed), String(id(3))], act: 'delete', back: '/studio/gallery' };
    expect(main((await house.browser.send('/lists/pictures/acts', wanted)).body)).toContain('À effacer');
    expect(await house.statusOf(doomed)).toBe('generated');
    await house.browser.send('/lists/pictures/acts', { ...wanted, sure: '1' });
    const words = main((await house.browser.next()).body);
    expect(words).toContain('Une image supprimée.');
    expect(words).toContain('Un élément n’a pas été changé');
    expect(words).toMatch(/Une plage au soir \(\d+\)<\/bdi>\s?: Cette image sert/);
    expect((await house.browser.open(`/studio/images/${doomed}`)).statusCode).toBe(404);
    expect((await house.browser.send(`/studio/images/${id(3)}/delete`, {})).statusCode).toBe(409);
    expect(await house.statusOf(id(3))).toBe('validated');
  });
});

describe('the page of a picture', () => {
  it('tells all that is known, and who drew it', async () => {
    const { body } = await house.browser.open(`/studio/images/${alone}`);
    for (const words of ['Un phare', '1024×512', 'atelier-painter-1', 'Dessiné par le peintre intégré', '#mer'])
      expect(main(body), words).toContain(words);
    expect(main((await house.browser.open(`/studio/images/${id(1)}`)).body)).toContain('Les autres variations');
    await judge(alone, 'validate');
    expect((await house.browser.open(`/studio/images/${alone}`)).body).toContain(`href="/publications/new?image=${alone}"`);
  });

  it('is downloaded as PNG, JPEG and WebP', async () => {
    const magic = { png: '89504e47', jpeg: 'ffd8ff', webp: '52494646' };
    for (const [format, start] of Object.entries(magic)) {
      const file = await house.person.inject({ url: `/studio/images/${alone}/download?format=${format}` });
      expect(file.rawPayload.toString('hex').startsWith(start), format).toBe(true);
      expect(file.headers['content-disposition']).toContain(`image-${alone}.`);
    }
    expect((await house.browser.open(`/studio/images/${alone}/download?format=exe`)).statusCode).toBe(404);
  });

  it('is nobody else’s', async () => {
    const other = browserOf(house.atelier, await house.atelier.as('admin'));
    const at = `/studio/images/${alone}`;
    for (const path of [at, `${at}/delete`, `${at}/download`, `/studio/review?image=${alone}`, `/studio?from=${alone}`])
      expect((await other.open(path)).statusCode, path).toBe(404);
    await other.open('/studio');
    for (const act of ['judge', 'like', 'again', 'delete'])
      expect((await other.send(`${at}/${act}`, { action: 'reject' })).statusCode, act).toBe(404);
    expect((await other.send('/studio/review', { id: String(alone), action: 'reject' })).statusCode).toBe(404);
    for (const act of ['reject', 'delete']) await other.send('/lists/pictures/acts', { ids: String(alone), act, sure: '1' });
    expect(await house.statusOf(alone)).toBe('validated');
    expect(shown((await other.open('/studio/gallery')).body)).toEqual([]);
  });

  it('says why there is none, and makes it again', async () => {
    const { db } = house.atelier.database;
    const [broken = 0] = await house.pictures({ prompt: 'Une panne' });
    await sql`update images.pictures set status = 'failed', file = null, metadata = '{"error_code": "failed"}' where id = ${broken}`.execute(
      db,
    );
    const { body } = await house.browser.open('/studio');
    expect(main(body)).toContain('Réessayez, ou changez la description.');
    expect(body).toContain(`/studio/images/${broken}/again`);
    expect(main((await house.browser.open(`/studio/images/${broken}`)).body)).toContain('Réessayer');
  });
});

describe('I-058 the statistics', () => {
  it('count by status, style, provider and month, and lead to what they count', async () => {
    const { body } = await house.browser.open('/studio/statistics');
    for (const words of [
      'Par statut',
      'Par style',
      'Par fournisseur',
      'Peintre intégré',
      'Images par mois',
      '/studio/gallery?status=validated',
    ])
      expect(main(body), words).toContain(words);
    expect(countIn(body, /class="column-item"/)).toBe(12);
    const stranger = browserOf(house.atelier, await house.atelier.as('user'));
    expect(main((await stranger.open('/studio/statistics')).body)).toContain('Pas encore de chiffres');
  });
});
