/** Keeps an index in step with the database: reads everybody once, then whoever the feed names. */
import type { Db } from '#kernel/db/db.ts';
import { shareReads } from '#kernel/shared-read.ts';
import { type FeedReader, openFeed } from '../change-feed.ts';
import { PeopleIndex } from './people-index.ts';
import { measurePeople, readNext, readPeople } from './people-lines.ts';

export interface Follower {
  /**
   * The index as of now, everything included that was committed before the call; null while everybody is read (again). A question
   * must be answered from it at once, before anything else happens.
   */
  current(): Promise<PeopleIndex | null>;
}

const CHUNK = 5_000;

/** Answers when everybody was read. `onReload` hears when that begins anew; the promise fails as the reading does. */
export async function followPeople(db: Db, onReload: (done: Promise<void>) => void): Promise<Follower> {
  let following = await readEverybody(db);
  let reloading: Promise<void> | null = null;
  const reload = (): void => {
    reloading = readEverybody(db)
      .then((fresh) => {
        following = fresh;
      })
      .finally(() => {
        reloading = null;
      });
    onReload(reloading);
  };
  const catchUpOnce = shareReads(async () => {
    if (!reloading && !(await catchUp(db, following))) reload();
  });
  return {
    async current() {
      await catchUpOnce();
      return reloading ? null : following.index;
    },
  };
}

export interface Following {
  readonly index: PeopleIndex;
  readonly feed: FeedReader;
  /** Named by the feed and not yet read: they survive a connection that breaks in between. */
  readonly due: Set<number>;
}

export async function readEverybody(db: Db): Promise<Following> {
  // Opened first: what changes while we read is in it.
  const feed = await openFeed(db, 'cinema');
  const index = new PeopleIndex(await measurePeople(db));
  for (let after = 0; ; ) {
    const { lines, lastId } = await readNext(db, after, CHUNK);
    if (!lines.length) return { feed, index, due: new Set() };
    if (!index.hasRoomFor(lines)) throw new Error('half as many people came while everybody was read');
    for (const line of lines) index.put(line);
    after = lastId;
  }
}

/**
 * Reads whoever changed. All of them at one moment of the database, so that nobody sees half of a transaction. False: everybody has
 * to be read again.
 */
export async function catchUp(db: Db, { index, feed, due }: Following): Promise<boolean> {
  const hear = async (reader: Db): Promise<boolean> => {
    const changed = await feed.read(reader);
    if (changed !== 'everybody') for (const id of changed) due.add(id);
    return changed !== 'everybody';
  };
  if (!(await hear(db)) || index.isWorn) return false;
  if (due.size === 0) return true;
  const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  const lines = await moment.execute(async (tx) => ((await hear(tx)) ? readPeople(tx, [...due]) : null));
  if (!lines || !index.hasRoomFor(lines)) return false;
  const present = new Set(lines.map((line) => index.put(line)));
  // Whoever the database does not know any more is taken out.
  for (const id of due) if (!present.has(id)) index.remove(id);
  due.clear();
  return true;
}
