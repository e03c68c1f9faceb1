/** Keeps the people of one kind in step with the database: everybody once, then whoever the feed names. */
import type { Db } from '#kernel/db/db.ts';
import { shareReads } from '#kernel/shared-read.ts';
import type { BriefKind } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type FeedReader, openFeed } from '../change-feed.ts';
import { Corpus, type ReadTerms } from './corpus.ts';
import { createLexicon, lexiconKey } from './lexicon.ts';
import { countPeople, readNext, readPeople, type Share, type Whose } from './people-rows.ts';
import type { IndexedPerson } from './person.ts';

export interface FollowerTools {
  readonly db: Db;
  readonly termsOf: ReadTerms;
  /** Of the people that this process follows. */
  readonly share: Share;
  snapshot(): Promise<Snapshot>;
  /** Everybody was read. */
  onLoaded?(kind: BriefKind, corpus: Corpus, seconds: number): void;
}

export interface Current {
  readonly corpus: Corpus;
  readonly catalogue: Snapshot;
}

interface Following {
  readonly corpus: Corpus;
  readonly feed: FeedReader;
  /** Named by the feed and not yet read: they survive a connection that breaks in between. */
  readonly due: Set<number>;
}

const CHUNK = 2_000;
/** Beyond, reading everybody is no slower. */
const MOST_DUE = 20_000;

/**
 * The people as of now, everything included that was committed before the call. A question must be answered from them at once, before
 * anything else happens.
 */
export function followPeople(kind: BriefKind, tools: FollowerTools): () => Promise<Current> {
  let following: Following | null = null;
  const whose = { kind, share: tools.share };
  return shareReads(async () => {
    const catalogue = await tools.snapshot();
    const isSame = following?.corpus.lexicon.key === lexiconKey(catalogue.talents) && !following.corpus.isWorn;
    if (following && !(isSame && (await catchUp(tools.db, whose, following)))) following = null;
    // What was kept is let go first: two of them at a time would be twice the memory.
    following ??= await readEverybody(whose, catalogue, tools);
    return { corpus: following.corpus, catalogue };
  });
}

async function readEverybody(whose: Whose, catalogue: Snapshot, { db, termsOf, onLoaded }: FollowerTools): Promise<Following> {
  const begun = performance.now();
  // Opened first: what changes while we read is in it.
  const feed = await openFeed(db, whose.kind === 'standard' ? 'members' : 'cinema');
  const corpus = new Corpus(
    termsOf,
    createLexicon(catalogue.talents, termsOf),
    Math.ceil((await countPeople(db, whose.kind)) / whose.share.of),
  );
  for await (const people of inChunks(db, whose)) for (const person of people) corpus.put(person);
  const following = { feed, corpus, due: new Set<number>() };
  // Everybody changed meanwhile: a moment that is read again and again, until it is a quiet one.
  if (!(await catchUp(db, whose, following))) throw new Error('everybody changed while they were read');
  onLoaded?.(whose.kind, corpus, (performance.now() - begun) / 1000);
  return following;
}

async function* inChunks(db: Db, whose: Whose): AsyncIterable<readonly IndexedPerson[]> {
  for (let next = readNext(db, whose, 0, CHUNK); ; ) {
    const people = await next;
    const last = people.at(-1);
    if (!last) return;
    // The database reads on while these are taken in; a failure is met when its turn comes.
    next = readNext(db, whose, last.id, CHUNK);
    next.catch(() => undefined);
    yield people;
  }
}

/**
 * Reads whoever changed, all of them at one moment of the database, so that nobody sees half of a transaction. False: everybody has
 * to be read again.
 */
async function catchUp(db: Db, whose: Whose, { corpus, feed, due }: Following): Promise<boolean> {
  const hear = async (reader: Db): Promise<boolean> => {
    const changed = await feed.read(reader);
    if (changed !== 'everybody') for (const id of changed) if (id % whose.share.of === whose.share.index) due.add(id);
    return changed !== 'everybody' && due.size <= MOST_DUE;
  };
  if (!(await hear(db))) return false;
  if (due.size === 0) return true;
  const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  const people = await moment.execute(async (tx) => ((await hear(tx)) ? readPeople(tx, whose, [...due]) : null));
  if (!people) return false;
  const present = new Set(people.map(({ id }) => id));
  for (const person of people) corpus.put(person);
  // Whoever the database does not show any more is taken out.
  for (const id of due) if (!present.has(id)) corpus.remove(id);
  due.clear();
  return true;
}
