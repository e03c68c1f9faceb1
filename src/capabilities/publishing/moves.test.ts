import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import { freshDatabase, log } from '#test/support.ts';
import { claimDue } from './claims.ts';
import { createMoves } from './moves.ts';
import { PATIENCE } from './patience.ts';
import type { Held } from './records.ts';
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

const POST = { text: 'Other words', media: [], firstComment: '', madeWithAi: true };

async function claim(): Promise<Held> {
  const terms = { owner: 'test', rooms: [{ platform: 'facebook' as const, room: 5 }], busy: [], patience: { ...PATIENCE, leadSeconds: 0 } };
  const [held] = await claimDue(database.db, terms);
  if (!held) throw new Error('nothing is due');
  return held;
}

/** Two asks for one publication in one statement: whoever lost it must not hear the answer of whoever has it. */
describe('I-076 who lost a publication while another one got it', () => {
  it('is told so, also when both write in the same statement', async () => {
    const planned = await house.plan();
    const lost = await claim();
    await database.db.transaction().execute((tx) => house.engine().change(tx, planned.id, { post: POST }));
    const held = await claim();
    const moves = createMoves(database.db, PATIENCE, async () => undefined);
    const [stale, fresh] = await Promise.all([
      moves.move(lost, 'leased', { to: 'prepared' }),
      moves.move(held, 'leased', { to: 'prepared' }),
    ]);
    expect([stale, fresh]).toEqual([false, true]);
    const end = { state: 'rejected', postId: null, url: null, outcome: null } as const;
    const ends = await Promise.all([moves.end(lost, 'prepared', end), moves.end(held, 'prepared', end)]);
    expect(ends).toEqual([false, true]);
  });
});
