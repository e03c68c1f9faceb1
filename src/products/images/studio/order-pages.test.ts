import { beforeAll, describe, expect, it } from 'vitest';
import { browserOf, countIn, type House, main, openHouse, useOrders } from '#test/studio-house.ts';
import { visit } from '#test/visitor.ts';

const ORDER = { prompt: 'Un phare dans la tempête', style: 'anime', size: '512x256', quality: 'hd', variations: '4' };
let house: House;
beforeAll(async () => {
  house = await openHouse({ work: false });
}, 60_000);

const total = async (): Promise<number> => (await house.person.inject({ url: '/api/images/' })).json<{ count: number }>().count;
const latest = async () =>
  (await house.person.inject({ url: '/api/images/?page_size=100' })).json<{ results: { id: number; tags: string[]; prompt: string }[] }>()
    .results;
const seedOf = (body: string): string => /name="seed"[^>]*value="(\d*)"/.exec(body)?.[1] ?? '';

describe('the form of the studio', () => {
  it('is for people who signed in, whatever their role', async () => {
    const stranger = visit(house.atelier.doors.site);
    for (const path of ['/studio', '/studio/review', '/studio/gallery', '/studio/statistics', '/studio/images/1'])
      expect((await stranger.open(path)).headers['location'], path).toContain('/auth/login');
    for (const role of ['user', 'casting', 'presence', 'admin'] as const)
      expect((await browserOf(house.atelier, await house.atelier.as(role)).open('/studio')).statusCode).toBe(200);
  });

  it('says who draws, and what to do while there is nothing yet', async () => {
    const { body } = await house.browser.open('/studio');
    expect(main(body)).toContain('Dessiné par le peintre intégré');
    expect(main(body)).toContain('Votre première image commence ici');
  });

  it('I-031 I-041 orders four variations without JavaScript, side by side on the board', async () => {
    await house.browser.open('/studio');
    const sent = await house.browser.send('/studio', { ...ORDER, tags: 'mer, Phare', tag: ['Bretagne'] });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, '/studio#board']);
    const { body } = await house.browser.next();
    expect(main(body)).toContain('4 images sont commandées.');
    expect(countIn(body, /class="strip"/)).toBe(1);
    expect(countIn(body, /class="shot shot-pending"/)).toBe(4);
    expect(main(body)).toContain('En file');
    expect(main(body)).toContain('4 images en cours');
    expect((await latest())[0]).toMatchObject({ prompt: ORDER.prompt, style: 'anime', width: 512, height: 256, quality: 'hd' });
    expect((await latest())[0]?.tags.toSorted()).toEqual(['Bretagne', 'Phare', 'mer']);
    // The next order offers them.
    expect(body).toMatch(/type="checkbox" name="tag" value="Bretagne"/);
  });

  it('I-006 names every fault at once, keeps what was typed, and orders nothing', async () => {
    const before = await total();
    await house.browser.open('/studio');
    const refused = await house.browser.send('/studio', {
      ...ORDER,
      prompt: '  ',
      seed: 'douze',
      size: '300x300',
      variations: '9',
      tags: 'mer',
    });
    expect(refused.statusCode).toBe(400);
    const words = main(refused.body);
    for (const name of ['prompt', 'seed', 'size', 'variations']) expect(words, name).toContain(`href="#order-${name}"`);
    expect(refused.body).toMatch(/name="seed"[^>]*value="douze"/);
    expect(refused.body).toMatch(/name="style"[^>]*value="anime"[^>]*checked|name="style"[^>]*checked[^>]*value="anime"/);
    expect(await total()).toBe(before);
  });

  it('shares the limit of orders with the API, and orders all or nothing', async () => {
    await useOrders(house, 119_998);
    const before = await total();
    await house.browser.open('/studio');
    const refused = await house.browser.send('/studio', ORDER);
    expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(main(refused.body)).toContain('Vous avez commandé beaucoup d’images');
    expect(main(refused.body)).toContain(`${ORDER.prompt}</textarea>`);
    expect(await total()).toBe(before);
    expect((await house.browser.send('/studio', { ...ORDER, variations: '2' })).statusCode).toBe(303);
    await useOrders(house, 0);
  });

  it('is filled in by an example, and by a picture with its seed', async () => {
    const example = await house.browser.open('/studio?prompt=Une%20m%C3%A9dina');
    expect(main(example.body)).toContain('Une médina</textarea>');
    const [picture] = await latest();
    const again = (await house.browser.open(`/studio?from=${picture?.id}`)).body;
    expect(main(again)).toContain(`${ORDER.prompt}</textarea>`);
    expect(seedOf(again)).toMatch(/^\d+$/);
    expect((await house.browser.open('/studio?from=0')).statusCode).toBe(404);
  });

  it('makes another like this with another seed, and the same again with its own', async () => {
    const [picture] = await latest();
    const id = picture?.id ?? 0;
    const seed = seedOf((await house.browser.open(`/studio?from=${id}`)).body);
    const seedOfLatest = async (): Promise<string> => seedOf((await house.browser.open(`/studio?from=${(await latest())[0]?.id}`)).body);
    expect((await house.browser.send(`/studio/images/${id}/like`, {})).headers['location']).toBe('/studio#board');
    expect((await latest())[0]).toMatchObject({ prompt: ORDER.prompt });
    expect(await seedOfLatest()).not.toBe(seed);
    await house.browser.send(`/studio/images/${id}/again`, {});
    expect(await seedOfLatest()).toBe(seed);
  });

  it('shows a prompt as text, whatever is in it', async () => {
    await house.browser.open('/studio');
    await house.browser.send('/studio', { ...ORDER, prompt: '<script>alert(1)</script> "><img src=x onerror=alert(2)>', variations: '1' });
    const id = (await latest())[0]?.id;
    for (const path of ['/studio', '/studio/gallery', `/studio/images/${id}`, `/studio/images/${id}/delete`, `/studio?from=${id}`]) {
      const { body } = await house.browser.open(path);
      expect(body, path).not.toContain('<script>alert');
      expect(body, path).not.toContain('<img src=x');
    }
  });

  it.each([
    ['en', 'Drawn by the embedded painter', 'Queued'],
    ['ar', 'يرسمها الرسام المدمج', 'في الانتظار'],
  ])('speaks %s', async (language, painter, queued) => {
    const { body } = await browserOf(house.atelier, house.person, language).open('/studio');
    expect(main(body)).toContain(painter);
    expect(main(body)).toContain(queued);
  });

  it('needs the token of the form', async () => {
    await house.browser.open('/studio');
    expect((await house.browser.send('/studio', { ...ORDER, _csrf: 'x.y' })).statusCode).toBe(403);
  });
});
