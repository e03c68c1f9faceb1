/** How media come onto the shelf: gathered from the products that own them, or looked up the moment somebody asks for one. */
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { findTerms } from './consents-store.ts';
import * as store from './media-store.ts';
import { MEDIUM_KINDS, type MediaSource, type Medium, type MediumFacts, type MediumKind, type MediumName, type Said } from './medium.ts';
import { castOf, type Shown, standingOf } from './rules.ts';

export interface ShelfTools {
  readonly db: Db;
  readonly clock: Clock;
  /** Filled while the house is put together. */
  readonly sources: readonly MediaSource[];
}

const sameName = (one: MediumName, other: MediumName): boolean => one.kind === other.kind && one.ref === other.ref;

/** Those of these names, in their order. What nobody knows is kept as something nobody has declared: it opens nothing. */
export async function ensureMedia(tools: ShelfTools, db: Db, names: readonly MediumName[]): Promise<readonly Medium[]> {
  const known = await store.findByNames(db, names);
  const missing = names.filter((name) => !known.some((one) => sameName(one, name)));
  if (missing.length === 0) return names.flatMap((name) => known.find((one) => sameName(one, name)) ?? []);
  await inTransaction(db, async (tx) => {
    const facts = await factsOf(tools, tx, missing);
    await register(tools, tx, facts);
  });
  const all = await store.findByNames(db, names);
  return names.flatMap((name) => all.find((one) => sameName(one, name)) ?? []);
}

async function factsOf({ sources, clock }: ShelfTools, db: Db, names: readonly MediumName[]): Promise<readonly MediumFacts[]> {
  const found = await Promise.all(
    sources.map(async (source) => {
      const own = names.filter(({ kind }) => source.kinds.includes(kind));
      return own.length === 0 ? [] : source.find(db, own);
    }),
  );
  const facts = found.flat();
  const gone = names.filter((name) => !facts.some((one) => sameName(one, name)));
  return [...facts, ...gone.map((name) => ({ ...name, ...NOBODY_KNOWS, title: name.ref, madeAt: clock.now() }))];
}

const NOBODY_KNOWS = { accountId: null, thumbnail: null, href: null, file: null, origin: null, shows: 'undeclared', parts: [] } as const;

/** What the products know is written anew; what a person declared stays. Parts come with their wholes. */
export async function register(tools: ShelfTools, tx: Tx, media: readonly MediumFacts[]): Promise<readonly number[]> {
  const now = tools.clock.now();
  const ids: number[] = [];
  for (const facts of media) {
    const said: Said = typeof facts.shows === 'string' ? facts.shows : 'people';
    const id = await store.upsertMedium(tx, facts, said, now);
    if (typeof facts.shows !== 'string') {
      const people: number[] = [];
      for (const person of facts.shows) people.push((await store.ensurePerson(tx, person)).id);
      await store.setAppearances(tx, id, people, null, now);
    }
    if (facts.parts.length > 0) {
      const parts = await ensureMedia(tools, tx, facts.parts);
      await store.insertParts(
        tx,
        id,
        parts.map((part) => part.id),
      );
    }
    ids.push(id);
  }
  await restand(tools, tx, ids);
  return ids;
}

/** Looks anew at how the rights of these stand, and of whatever is made of them. */
export async function restand({ clock }: Pick<ShelfTools, 'clock'>, tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const now = clock.now();
  const shown = await store.findShown(tx, await store.findAbove(tx, ids));
  const terms = await findTerms(tx, peopleIn(shown));
  for (const one of shown) await store.updateStanding(tx, one.id, standingOf(one, terms, now));
}

export const peopleIn = (shown: readonly Shown[]): readonly number[] => [
  ...new Set(shown.flatMap((one) => castOf(one).people.map(({ person }) => person.id))),
];

/** What is new at the products, a few hundred at a time; answers how many were looked at. */
export async function gather(tools: ShelfTools, most: number): Promise<number> {
  let count = 0;
  for (const kind of MEDIUM_KINDS)
    for (const source of tools.sources) if (source.kinds.includes(kind)) count += await gatherKind(tools, source, kind, most);
  return count;
}

const BATCH = 200;

async function gatherKind(tools: ShelfTools, source: MediaSource, kind: MediumKind, most: number): Promise<number> {
  let count = 0;
  while (count < most) {
    const found = await inTransaction(tools.db, async (tx) => {
      const { media, cursor } = await source.since(tx, kind, await store.readCursor(tx, kind), BATCH);
      if (media.length === 0 || cursor === null) return 0;
      await register(tools, tx, media);
      await store.writeCursor(tx, kind, cursor);
      return media.length;
    });
    count += found;
    if (found < BATCH) break;
  }
  return count;
}
