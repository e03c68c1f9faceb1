/** Hashtag sets as they are sent and kept: a name, and hashtags in one form. */
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { normalizeHashtags } from '../scheduler/scheduler.ts';
import { m } from './messages.ts';
import * as store from './store.ts';

type Body = Readonly<Record<string, unknown>>;

const MOST_SETS = 100;
const MOST_HASHTAGS = 30;
const LONGEST_NAME = 60;

export interface HashtagSets {
  list(accountId: number): Promise<readonly store.HashtagSet[]>;
  /** `name`, `hashtags`. Every fault named; a name that is taken is one. */
  create(accountId: number, body: Body): Promise<store.HashtagSet>;
  /** Only what is given. */
  change(accountId: number, id: number, body: Body): Promise<store.HashtagSet>;
  remove(accountId: number, id: number): Promise<void>;
}

export function createSets({ db, clock }: { readonly db: Db; readonly clock: Clock }): HashtagSets {
  const nameTaken = () => failure.field('name', m.taken, {}, 'unique');
  return {
    list: (accountId) => store.listSets(db, accountId),
    async create(accountId, body) {
      const given = readSet({ name: '', hashtags: '', ...body });
      return inTransaction(db, async (tx) => {
        if ((await store.countHeld(tx, accountId)) >= MOST_SETS)
          throw failure.conflict('TOO_MANY_SETS', m.tooMany, {}, { most: MOST_SETS });
        const made = await store.insertSet(tx, accountId, given, clock.now());
        if (!made) throw nameTaken();
        return made;
      });
    },
    change: (accountId, id, body) =>
      inTransaction(db, async (tx) => {
        const before = await store.findSet(tx, accountId, id);
        if (!before) throw failure.notFound(m.notFound);
        const made = await store.updateSet(
          tx,
          accountId,
          id,
          readSet({ name: before.name, hashtags: before.hashtags, ...body }),
          clock.now(),
        );
        if (!made) throw nameTaken();
        return made;
      }),
    async remove(accountId, id) {
      if (!(await store.deleteSet(db, accountId, id))) throw failure.notFound(m.notFound);
    },
  };
}

function readSet({ name, hashtags }: Body): { readonly name: string; readonly hashtags: string } {
  const faults: Record<string, FieldError> = {};
  const words = typeof name === 'string' ? name.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
  if (!words || [...words].length > LONGEST_NAME || /\p{Cc}/u.test(words))
    faults['name'] = { message: m.name, params: { limit: LONGEST_NAME }, constraint: words ? 'format' : 'required' };
  const list = [hashtags].flat();
  const { text, wrong } = normalizeHashtags(list.every((one) => typeof one === 'string') ? list : []);
  const count = text ? text.split(' ').length : 0;
  if (count === 0 || count > MOST_HASHTAGS || wrong.length > 0)
    faults['hashtags'] = {
      message: m.hashtags,
      params: { most: MOST_HASHTAGS, wrong: wrong.slice(0, 5).join(', ') || '—' },
      constraint: 'format',
    };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { name: words, hashtags: text };
}
