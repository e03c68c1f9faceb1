import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import { eventually } from '#test/eventually.ts';
import { freshDatabase, log } from '#test/support.ts';
import type { PublicationState } from './publishing.ts';
import { openPublishingHouse, type PublishingHouse } from './test-house.ts';

let database: Database;
let house: PublishingHouse;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  house = await openPublishingHouse(database, log);
  return () => house.stop();
});

const POSTS = 40;
const EDITS = 3;

/** Each post is changed, or in the end cancelled, at the worst moment: a worker has just prepared its old words. */
describe('I-076 I-077 edits in the middle of the work', () => {
  it('the last accepted words are said, once; what was cancelled is never said', async () => {
    const desk = house.engine();
    const wanted = new Map<number, string | null>();
    const edits = new Map<number, number>();
    const edit = async (state: PublicationState, { id }: { readonly id: number }): Promise<void> => {
      const edit = (edits.get(id) ?? 0) + 1;
      if (state !== 'prepared' || edit > EDITS) return;
      edits.set(id, edit);
      const post = { text: `${id}, edit ${edit}`, media: [], firstComment: '', madeWithAi: true };
      const isCancel = edit === EDITS && id % 4 === 0;
      await database.db.transaction().execute((tx) => (isCancel ? desk.cancel(tx, id) : desk.change(tx, id, { post })));
      wanted.set(id, isCancel ? null : post.text);
    };
    const planned = await Promise.all(Array.from({ length: POSTS }, (_, n) => house.plan({ text: `Post ${n}, first` })));
    house.worker({ onState: edit });
    await eventually(async () => {
      const found = await Promise.all(planned.map(({ id }) => house.get(id)));
      return found.every(({ endedAt }) => endedAt !== null);
    }).toBe(true);
    const texts = [...wanted.values()].filter((text) => text !== null);
    expect(wanted.size).toBe(POSTS);
    expect(house.platform.live.map(({ text }) => text).sort()).toEqual(texts.sort());
  });
});
