/** Many posts at once, from the list: moved by days and moved back, cancelled; without a script. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { type House, inDays, openHouse, type Person } from '../scheduler/test-house.ts';

const LIST = '/publications?view=list';
let house: House;
let john: Person;
let image: number;
let page: Visitor;

const visitorOf = async (name: string): Promise<Visitor> => {
  const { cookie } = await house.atelier.signIn(`${name}@example.com`, 'Secure-Pass-123!');
  const visitor = visit(house.atelier.doors.site);
  visitor.cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
  return visitor;
};
const planned = async (changes: object): Promise<number> => (await john.plan({ image, ...changes })).json<{ id: number }>().id;
const postOf = async (id: number) =>
  (await john.ask('GET', `/api/scheduler/posts/${id}/`)).json<{ status: string; scheduled_time: string }>();
const act = async (fields: Record<string, string>) => {
  await page.open(LIST);
  return page.send('/lists/posts/acts', { back: LIST, ...fields });
};

beforeAll(async () => {
  house = await openHouse();
  john = await house.join('john');
  await house.join('jane');
  [image, page] = [await john.picture({ width: 1024, height: 256 }), await visitorOf('john')];
}, 120_000);

describe('posts from the list', () => {
  it('are moved by days at the same time of day, and moved back', async () => {
    const [first, second] = [
      await planned({ scheduled_time: `${inDays(20).slice(0, 10)}T10:00:00Z` }),
      await planned({ scheduled_time: `${inDays(21).slice(0, 10)}T18:30:00Z` }),
    ];
    const before = await Promise.all([first, second].map(postOf));
    const ids = `${first},${second}`;
    expect(wordsOf((await act({ act: 'move', ids })).body)).toContain('Déplacer ces 2 posts');
    for (const days of ['0', 'demain', '1.5', '9999'])
      expect((await act({ act: 'move', ids, sure: '1', days })).statusCode, days).toBe(400);
    await act({ act: 'move', ids, sure: '1', days: '3' });
    const report = await page.open(LIST);
    expect(wordsOf(report.body)).toContain('2 posts déplacés');
    const times = async (): Promise<readonly string[]> =>
      (await Promise.all([first, second].map(postOf))).map((post) => post.scheduled_time);
    expect((await times()).map((at) => at.slice(0, 16))).toEqual([`${inDays(23).slice(0, 10)}T10:00`, `${inDays(24).slice(0, 10)}T18:30`]);
    await page.send(/action="(\/lists\/acts\/\d+\/undo)"/.exec(report.body)?.[1] ?? '', { back: LIST });
    expect(await times()).toEqual(before.map((post) => post.scheduled_time));
  });

  it('are cancelled after a question; what is over already is spared and named, and nobody else’s is touched', async () => {
    const [gone, alive] = [await planned({ caption: 'Déjà annulé' }), await planned({ caption: 'Encore prévu' })];
    await john.ask('POST', `/api/scheduler/posts/${gone}/cancel/`);
    const asked = wordsOf((await act({ act: 'cancel', ids: `${gone},${alive}` })).body);
    for (const words of ['Annuler ces 2 posts', 'Encore prévu']) expect(asked).toContain(words);
    expect((await postOf(alive)).status).toBe('scheduled');
    const jane = await visitorOf('jane');
    await jane.open(LIST);
    await jane.send('/lists/posts/acts', { act: 'cancel', ids: String(alive), sure: '1', back: LIST });
    expect((await postOf(alive)).status).toBe('scheduled');
    await act({ act: 'cancel', ids: `${gone},${alive}`, sure: '1' });
    const report = wordsOf((await page.open(LIST)).body);
    expect(report).toContain('Un post annulé');
    expect(report).toMatch(/Déjà annulé<\/bdi>\s?: déjà annulé/);
    expect((await postOf(alive)).status).toBe('cancelled');
  });

  it('keep views that open the list, not the month', async () => {
    await page.open(LIST);
    const { headers } = await page.send('/lists/posts/views', { name: 'Échecs', query: 'view=list&status=failed' });
    expect(String(headers['location'])).toMatch(/^\/publications\?view=list&status=failed&saved=\d+$/);
    expect((await page.open(String(headers['location']))).body).toContain('Échecs');
  });
});
