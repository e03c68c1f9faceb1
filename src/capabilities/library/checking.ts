/** Whether a medium may be said: asked when it is planned, and by the machine right before it is said. */
import type { PlatformName, Publication, PublicationGuard, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Purpose } from './consent.ts';
import { findTerms, note } from './consents-store.ts';
import * as store from './media-store.ts';
import type { MediumName, Use } from './medium.ts';
import { faultOfRefusal, haltOf } from './refusals.ts';
import { type Ask, judge, purposeOf, type Refusal } from './rules.ts';
import { ensureMedia, peopleIn, type ShelfTools } from './shelf.ts';

export interface CheckTools extends ShelfTools {
  readonly publishing: Pick<Publishing, 'findAll' | 'halt'>;
}

export interface Intent {
  /** As the medium was made for, when not given. */
  readonly purpose?: Purpose;
  readonly platforms: readonly PlatformName[];
  readonly at: Date;
}

export interface Verdict {
  readonly mediumId: number;
  readonly isAllowed: boolean;
  readonly refusals: readonly Refusal[];
}

/** In a transaction the consents it stands on are held until its end. */
export async function check(tools: CheckTools, db: Db, name: MediumName, intent: Intent): Promise<Verdict> {
  const [medium] = await ensureMedia(tools, db, [name]);
  const shown = medium ? await store.findShown(db, [medium.id]) : [];
  const [whole] = shown;
  if (!medium || !whole) throw new Error(`the medium ${name.kind} ${name.ref} is not on the shelf`);
  const ask: Ask = { purpose: intent.purpose ?? purposeOf(whole), platforms: intent.platforms, at: intent.at };
  const refusals = judge(whole, await findTerms(db, peopleIn(shown)), ask, tools.clock.now());
  return { mediumId: medium.id, isAllowed: refusals.length === 0, refusals };
}

/** Throws `failure` invalid on the field, naming who, and the next step. */
export async function requireSayable(tools: CheckTools, tx: Db, field: string, name: MediumName, intent: Intent): Promise<void> {
  const { refusals } = await check(tools, tx, name, intent);
  const [first] = refusals;
  if (first) throw failure.invalid({ [field]: faultOfRefusal(first) }, { code: 'RIGHTS' });
}

/** A publication that no product knows cannot be looked at, and is not said. */
export const guardOf =
  (tools: CheckTools): PublicationGuard =>
  async ({ id, platform }, now) => {
    const names = await shownIn(tools, tools.db, id);
    if (names.length === 0) return { code: 'RIGHTS_UNDECLARED', detail: `publication ${id}` };
    const intent = { platforms: [platform], at: now };
    const verdicts = await Promise.all(names.map((name) => check(tools, tools.db, name, intent)));
    return haltOf(verdicts.flatMap(({ refusals }) => refusals));
  };

async function shownIn({ sources }: ShelfTools, db: Db, publicationId: number): Promise<readonly MediumName[]> {
  const found = await Promise.all(sources.map(async (source) => (await source.shownIn(db, [publicationId])).get(publicationId) ?? []));
  return found.flat();
}

/** Where these are, or shall be, said. */
export async function usesOf({ sources }: ShelfTools, db: Db, names: readonly MediumName[]): Promise<readonly Use[]> {
  const found = await Promise.all(
    sources.map((source) => {
      const own = names.filter(({ kind }) => source.kinds.includes(kind));
      return own.length === 0 ? [] : source.usesOf(db, own);
    }),
  );
  return found.flat();
}

export interface Stopped {
  /** They will not be said. */
  readonly stopped: readonly Publication[];
  /** Already being said, or nobody knows: only a person can take them down. */
  readonly late: readonly Publication[];
}

/** Of what is planned with these media or with what is made of them: whatever may not be said any more is ended here and now. */
export async function stopForbidden(tools: CheckTools, tx: Tx, mediumIds: readonly number[]): Promise<Stopped> {
  const media = await store.findMedia(tx, await store.findAbove(tx, mediumIds));
  const uses = await usesOf(tools, tx, media);
  const publications = await tools.publishing.findAll(
    tx,
    uses.map(({ publicationId }) => publicationId),
  );
  const [stopped, late]: [Publication[], Publication[]] = [[], []];
  for (const publication of publications.filter(({ endedAt }) => endedAt === null)) {
    const names = uses.filter(({ publicationId }) => publicationId === publication.id).map(({ medium }) => medium);
    const intent = { platforms: [publication.platform], at: publication.dueAt };
    const verdicts: Verdict[] = [];
    for (const name of names) verdicts.push(await check(tools, tx, name, intent));
    const halt = haltOf(verdicts.flatMap(({ refusals }) => refusals));
    const mediumId = verdicts.find(({ isAllowed }) => !isAllowed)?.mediumId ?? null;
    if (!halt) continue;
    const halted = await tools.publishing.halt(tx, publication.id, halt);
    if (halted) {
      stopped.push(halted);
      const event = { what: 'stopped', author: 'machine', mediumId, publicationId: publication.id, detail: halt.detail } as const;
      await note(tx, event, tools.clock.now());
    } else late.push(publication);
  }
  return { stopped, late };
}
