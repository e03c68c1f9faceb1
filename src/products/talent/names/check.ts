/**
 * What is done with the name of everybody who joins or is renamed: it is filed, people who may be the same are looked for among both
 * kinds of files, and watched names are told. One transaction a person, after their own: a registration neither waits nor fails for it.
 */
import { Type } from 'typebox';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { pairFound } from '../notices.ts';
import type { PersonKind } from '../people-news.ts';
import { weigh } from './evidence.ts';
import { type Meeting, recordMeetings } from './matches.ts';
import { forgetSnapshots } from './merges.ts';
import { findSharing, keyOf, type Person, type Ref, readPeople, readPerson, traitsOf } from './person.ts';
import { QUEUE } from './queue-page.tsx';
import type { NameTools } from './tools.ts';
import { type Filed, fileName, findByKeys, findUnfiled, forgetNames, lockNames, trackingOf } from './tracking.ts';
import { entriesFor, forgetEntries, keepLetter, noticePerson } from './watch.ts';
import { writeAlert } from './watch-letter.ts';

const CHECK = defineJob({
  name: 'names.check',
  data: Type.Object({ kind: Type.Union([Type.Literal('standard'), Type.Literal('cinema')]), id: Type.Integer() }),
  retries: 8,
});
/** Takes up those whom no news told of: people from before this room, and imports. */
const SWEEP = defineJob({ name: 'names.sweep', data: Type.Null(), retries: 1, pollSeconds: 30, unique: 'unfinished' });
const TIDY = defineJob({ name: 'names.tidy', data: Type.Null(), retries: 1, pollSeconds: 30 });

/** A sweep stops here and the next one goes on: a hundred thousand people are no reason to hold a worker. */
const SWEEP_MS = 5 * 60_000;
const BATCH = 200;

export const enqueueCheck = (queue: Queue, tx: Tx, kind: PersonKind, id: number): Promise<void> =>
  queue.enqueue(tx, CHECK, { kind, id }, { key: keyOf({ kind, id }) });

export function workOnNames(tools: NameTools): void {
  const { queue, db, clock, log } = tools;
  queue.work(CHECK, (ref) => inTransaction(db, (tx) => checkPerson(tools, tx, ref)));
  queue.work(SWEEP, async (_nothing, { signal }) => {
    const checked = await sweepNames(tools, signal);
    if (checked > 0) log.info({ checked }, 'names of people were looked at');
  });
  queue.work(TIDY, () =>
    inTransaction(db, async (tx) => {
      const now = clock.now();
      await forgetEntries(tx, now);
      await forgetNames(tx, now);
      await forgetSnapshots(tx, now);
    }),
  );
  queue.schedule(SWEEP, '*/10 * * * *', 'UTC');
  queue.schedule(TIDY, '23 4 * * *', 'UTC');
}

/** Looks at everybody nobody looked at yet; answers how many. Somebody who cannot be looked at keeps nobody else waiting. */
export async function sweepNames(tools: NameTools, signal?: AbortSignal): Promise<number> {
  const until = Date.now() + SWEEP_MS;
  for (let checked = 0; ; ) {
    const refs = await findUnfiled(tools.db, BATCH);
    const before = checked;
    for (const ref of refs) {
      if (signal?.aborted || Date.now() > until) return checked;
      checked += await checkOr(tools, ref);
    }
    if (refs.length < BATCH || checked === before) return checked;
  }
}

const checkOr = (tools: NameTools, ref: Ref): Promise<0 | 1> =>
  inTransaction(tools.db, (tx) => checkPerson(tools, tx, ref)).then(
    () => 1,
    (err: unknown) => {
      tools.log.warn({ err, person: keyOf(ref) }, 'the name of somebody could not be looked at');
      return 0;
    },
  );

export async function checkPerson(tools: NameTools, tx: Tx, ref: Ref): Promise<void> {
  await lockNames(tx);
  const person = await readPerson(tx, ref);
  // Gone meanwhile; what was filed about them went with them.
  if (!person) return;
  const now = tools.clock.now();
  const filed = await fileName(tx, person, now);
  const pairs = await recordMeetings(tx, person, await findMeetings(tools, tx, person, filed), now);
  const values = { name: `${person.firstName} ${person.lastName}`, code: person.code };
  if (pairs > 0) await tools.notices.notifyAdmins(tx, pairFound, { href: QUEUE, group: 'pairs', values });
  for (const entry of await entriesFor(tx, person, filed.keys, now)) {
    const noticed = await noticePerson(tx, entry, person, entry.similarity, now);
    const letter = noticed === null ? null : await writeAlert(tools, tx, entry, person);
    if (noticed !== null && letter !== null) await keepLetter(tx, noticed, letter);
  }
}

async function findMeetings({ vault }: NameTools, tx: Tx, person: Person, filed: Filed): Promise<readonly Meeting[]> {
  const sharing = await findSharing(tx, person, vault);
  const { refs } = await findByKeys(tx, filed, person.birth);
  const others = new Map([...refs, ...sharing.values()].map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }]));
  const people = (await readPeople(tx, [...others.values()])).filter((other) => !isLinked(person, other));
  const names = await trackingOf(tx, people);
  const traits = traitsOf(person);
  return people.flatMap((other): readonly Meeting[] => {
    const { document, email, phone } = sharing.get(keyOf(other)) ?? { document: false, email: false, phone: false };
    const evidence = weigh(traits, traitsOf(other), { document, email, phone });
    return evidence.isWorthAsking ? [{ person, other, trackingId: names.get(keyOf(other)) ?? filed.trackingId, evidence }] : [];
  });
}

/** A member and their own CINEMA file are known to be one person. */
const isLinked = (one: Person, other: Person): boolean =>
  (one.kind === 'cinema' && other.kind === 'standard' && one.accountId === other.id) ||
  (other.kind === 'cinema' && one.kind === 'standard' && other.accountId === one.id);
