/**
 * Two files of one kind become one. Everything in one transaction, or nothing: what refers to the absorbed file moves, what was chosen is
 * taken over, its codes lead to the survivor from then on. What one person cannot have twice stops it, by name.
 */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Message, Params } from '#kernel/message.ts';
import { absorbCastPerson } from '../casting/casting.ts';
import { absorbApplicant } from '../castings/castings.ts';
import { CINEMA_MERGE_FIELDS } from '../cinema/cinema.ts';
import { movePerson as moveMatchLetters } from '../matching/matching.ts';
import { MEMBER_MERGE_FIELDS } from '../members/members.ts';
import type { Remains } from '../merge-columns.ts';
import { enqueueCheck } from './check.ts';
import type { Dossier, Field } from './dossier.ts';
import { closePairs, findMatch } from './matches.ts';
import { merge as words } from './merge-messages.ts';
import { insertMerge, keepSnapshot } from './merges.ts';
import { keyOf, nameOf, type Person, readPerson } from './person.ts';
import type { NameTools } from './tools.ts';
import { lockNames } from './tracking.ts';

export interface Obstacle {
  readonly message: Message;
  readonly params: Params;
}

/** What keeps the two from being one; empty when nothing does. */
export async function obstaclesTo({ projects, presence }: NameTools, db: Db, from: Dossier, into: Dossier): Promise<readonly Obstacle[]> {
  if (from.person.kind === 'standard') return accountObstacles(from, into);
  const taken = await projects.mergeObstacles(db, from.person.id, into.person.id);
  const atOnce = await presence.staysAtOnce(db, from.person.id, into.person.id);
  return [
    ...taken.map(({ kind, projects: names, day }) => ({
      message: kind === 'both_assigned' ? words.bothAssigned : words.bothBooked,
      params: { project: names[0] ?? '', other: names[1] ?? '', day: noon(day) },
    })),
    ...atOnce.map(({ day, projects: names }) => ({
      message: words.atOnce,
      params: { projects: names.map((name) => `« ${name} »`).join(', '), day: noon(day) },
    })),
  ];
}

/** No time zone of this machine makes another day of it. */
const noon = (day: string | null): Date => new Date(`${day ?? '1970-01-01'}T12:00:00Z`);

function accountObstacles(from: Dossier, into: Dossier): readonly Obstacle[] {
  const isPrivileged = from.role === 'admin' || from.role === 'super_admin';
  const [mine, theirs] = [into.traces.linkedCode, from.traces.linkedCode];
  return [
    ...(isPrivileged ? [{ message: words.adminKept, params: { name: nameOf(from.person) } }] : []),
    ...(mine && theirs ? [{ message: words.twoFiles, params: { one: mine, other: theirs } }] : []),
  ];
}

export interface Choice {
  readonly field: Field;
  readonly kept: string | null;
  readonly other: string;
  /** Nothing to choose: the survivor has none. */
  readonly isFilled: boolean;
}

/** Fields that differ, in the order of the files; equal ones and those that only the survivor has need no choice. */
export function choicesBetween(from: Dossier, into: Dossier): readonly Choice[] {
  const fields: readonly Field[] = into.person.kind === 'standard' ? MEMBER_MERGE_FIELDS : CINEMA_MERGE_FIELDS;
  return fields.flatMap((field): readonly Choice[] => {
    const [kept, other] = [into.values.get(field) ?? null, from.values.get(field)];
    return other === undefined || other === kept ? [] : [{ field, kept, other, isFilled: kept === null }];
  });
}

export interface MergeOrder {
  readonly matchId: number;
  readonly from: Dossier;
  readonly into: Dossier;
  /** Fields whose value comes from the absorbed file. */
  readonly take: readonly Field[];
}

export async function mergeFiles(tools: NameTools, request: FastifyRequest, order: MergeOrder): Promise<void> {
  const { viewer } = request;
  if (!viewer) throw failure.unauthenticated();
  const { from, into, take } = order;
  await inTransaction(tools.db, async (tx) => {
    await lockNames(tx);
    const [absorbed, survivor] = [await readPerson(tx, from.person), await readPerson(tx, into.person)];
    if (!(await findMatch(tx, order.matchId)) || !absorbed || !survivor) throw failure.notFound(words.gone);
    const now = tools.clock.now();
    const moved =
      absorbed.kind === 'cinema' ? await moveWork(tools, tx, absorbed.id, survivor.id, order) : await moveAccount(tools, tx, order);
    const mergeId = await insertMerge(tx, { survivor, absorbed, taken: take, moved, by: viewer.accountId, now });
    await closePairs(tx, absorbed, survivor, mergeId, viewer.accountId, now);
    const remains = await absorb(tools, tx, absorbed, survivor, take);
    await keepSnapshot(tx, mergeId, tools.vault.encrypt(JSON.stringify(remains)));
    await enqueueCheck(tools.queue, tx, survivor.kind, survivor.id);
    await trace(tools, request, tx, absorbed, survivor);
  });
}

/** What one agreed to with the one file holds for the other. */
async function absorbImage({ cinema, library }: NameTools, tx: Tx, from: number, into: number): Promise<void> {
  const [card] = await cinema.cards(tx, [into]);
  if (card)
    await library.absorb(tx, `cinema:${from}`, { key: `cinema:${into}`, name: `${card.firstName} ${card.lastName}`, code: card.code });
}

/** Looked at again now that nobody can change it under us: rows that refer to the two are written by whoever holds them. */
async function refuseObstacles(tools: NameTools, tx: Tx, { from, into }: MergeOrder): Promise<void> {
  const [obstacle] = await obstaclesTo(tools, tx, from, into);
  if (obstacle) throw failure.conflict('MERGE_BLOCKED', obstacle.message, {}, obstacle.params);
}

async function moveWork(
  tools: NameTools,
  tx: Tx,
  from: number,
  into: number,
  order: MergeOrder,
): Promise<Readonly<Record<string, number>>> {
  await refuseObstacles(tools, tx, order);
  const { assignments, badges } = await tools.projects.absorb(tx, from, into);
  const stays = await tools.presence.absorb(tx, from, into);
  const shortlists = await absorbCastPerson(tx, from, into);
  await absorbApplicant(tx, 'cinema', from, into);
  await moveMatchLetters(tx, from, into);
  await absorbImage(tools, tx, from, into);
  return { assignments, badges, stays, shortlists };
}

async function moveAccount(tools: NameTools, tx: Tx, order: MergeOrder): Promise<Readonly<Record<string, number>>> {
  await refuseObstacles(tools, tx, order);
  await tools.cinema.moveLink(tx, order.from.person.id, order.into.person.id);
  await absorbApplicant(tx, 'standard', order.from.person.id, order.into.person.id);
  return {};
}

function absorb({ members, cinema }: NameTools, tx: Tx, from: Person, into: Person, take: readonly Field[]): Promise<Remains> {
  const ids = { from: from.id, into: into.id };
  return into.kind === 'standard'
    ? members.absorb(tx, { ...ids, take: MEMBER_MERGE_FIELDS.filter((field) => take.includes(field)) })
    : cinema.absorb(tx, { ...ids, take: CINEMA_MERGE_FIELDS.filter((field) => take.includes(field)) });
}

async function trace({ audit }: NameTools, request: FastifyRequest, tx: Tx, absorbed: Person, survivor: Person): Promise<void> {
  const resource = { resourceType: survivor.kind === 'standard' ? 'user' : 'cinema_talent', resourceId: survivor.id };
  const description = `${absorbed.code} fusionné dans ${survivor.code}`;
  await audit.activity(request, { type: 'files_merged', category: 'users', description, ...resource }, tx);
  const details = { absorbed: absorbed.code, survivor: survivor.code, person: keyOf(survivor) };
  await audit.security(request, { event: 'files_merged', severity: 'high', accountId: request.viewer?.accountId ?? null, details }, tx);
}
