/** What people do at a desk: one arrival or departure, everybody at once, and taking either back. */
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Project } from '../projects/projects.ts';
import { type DayPerson, readDay } from './day.ts';
import { shootingDay } from './days.ts';
import { settle } from './ledger.ts';
import { refusals } from './messages.ts';
import type { Action } from './rules.ts';
import { findScans, insertScans, lockProject, type Scan, undoScans } from './store.ts';
import { readTeam, type TeamMember } from './team.ts';
import type { PresenceTools } from './tools.ts';
import { codesOf, typedCode } from './typed-codes.ts';

/** How long an act may be taken back. */
export const UNDO_MINUTES = 10;

/** One stay after an act. */
export interface Attendance {
  readonly id: number;
  readonly projectId: number;
  readonly code: string;
  readonly name: string;
  readonly day: string;
  readonly from: Date;
  readonly until: Date | null;
  /** What `undo` needs. */
  readonly batchId: string;
}
export interface BulkOutcome {
  readonly count: number;
  readonly batchId: string;
}
/** Whom: by any of their codes, or by their number. */
export type Whom = { readonly code: string } | { readonly talentId: number };

type Source = 'api' | 'page';

export interface Acts {
  /** 409 `ALREADY_CHECKED_IN`, `NOT_CHECKED_IN`; 404 for who is not assigned. Nothing is stored then. */
  record(request: FastifyRequest | null, projectId: number, whom: Whom, action: Action, source?: Source): Promise<Attendance>;
  /** Arrivals of everybody who is not there, or departures of everybody who is. `onlyExpected` leaves out who left and who is not booked today. */
  recordAll(
    request: FastifyRequest | null,
    projectId: number,
    action: Action,
    options?: { readonly onlyExpected?: boolean },
  ): Promise<BulkOutcome>;
  /** Takes an act of the last minutes back; answers how many scans that were. 409 `UNDO_TOO_LATE`. */
  undo(request: FastifyRequest, projectId: number, batchId: string): Promise<number>;
}

export function createActs(tools: PresenceTools): Acts {
  const { db, clock, projects } = tools;
  return {
    record: (request, projectId, whom, action, source = 'api') =>
      inTransaction(db, async (tx) => {
        const project = await projects.require(tx, projectId);
        await lockProject(tx, projectId);
        const now = clock.now();
        const person = find(projectId, await readTeam(tx, projectId, shootingDay(now, project)), whom);
        const [scan, batchId] = scanOf([person.talentId], action, { request, now, source });
        await enter(tx, project, scan, now);
        const stay = await stayOf(tx, scan[0]?.id ?? '', action);
        await note(tools, request, `${action} ${person.code} (${project.name})`, projectId, tx);
        return { ...stay, projectId, code: person.code, name: `${person.firstName} ${person.lastName}`, batchId };
      }),
    recordAll: (request, projectId, action, { onlyExpected = false } = {}) =>
      inTransaction(db, async (tx) => {
        const project = await projects.require(tx, projectId);
        await lockProject(tx, projectId);
        const now = clock.now();
        const { people } = await readDay(tx, project, now);
        const wanted = people.filter((person) => isMeant(person, action, onlyExpected)).map(({ talentId }) => talentId);
        const [scans, batchId] = scanOf(wanted, action, { request, now, source: 'bulk' });
        await enter(tx, project, scans, now);
        await note(tools, request, `${action} of ${wanted.length} people (${project.name})`, projectId, tx);
        return { count: wanted.length, batchId };
      }),
    undo: (request, projectId, batchId) =>
      inTransaction(db, async (tx) => {
        const project = await projects.require(tx, projectId);
        await lockProject(tx, projectId);
        const now = clock.now();
        const since = new Date(now.getTime() - UNDO_MINUTES * 60_000);
        const undone = await undoScans(tx, projectId, { batchId, since }, now);
        if (undone.length === 0) throw failure.conflict('UNDO_TOO_LATE', refusals.tooLate);
        await settle(tx, project, [...new Set(undone.map(({ talentId }) => talentId))], now);
        await note(tools, request, `undo of ${undone.length} scans (${project.name})`, projectId, tx);
        return undone.length;
      }),
  };
}

const isMeant = ({ state, assigned, booked }: DayPerson, action: Action, onlyExpected: boolean): boolean => {
  if (action === 'check_out') return state === 'present';
  if (onlyExpected) return assigned && state === 'absent' && booked !== false;
  return assigned && state !== 'present';
};

function find(projectId: number, team: readonly TeamMember[], whom: Whom): TeamMember {
  const code = 'code' in whom ? typedCode(whom.code) : null;
  const person = team.find((each) =>
    'talentId' in whom ? each.talentId === whom.talentId : codesOf(projectId, each).includes(code ?? ''),
  );
  if (!person?.assigned) throw failure.notFound(refusals.notAssigned);
  return person;
}

function scanOf(
  talentIds: readonly number[],
  action: Action,
  { request, now, source }: { readonly request: FastifyRequest | null; readonly now: Date; readonly source: Source | 'bulk' },
): readonly [readonly Scan[], string] {
  const batchId = randomUUID();
  const recordedBy = request?.viewer?.accountId ?? null;
  const scans = talentIds.map(
    (talentId): Scan => ({
      ...{ id: randomUUID(), talentId, action, source, payload: null, deviceId: 'studio', deviceVerdict: null, recordedBy },
      ...{ deviceTime: now, at: now, receivedAt: now, outcome: 'recorded', flags: [], batchId, undoes: null, undoneAt: null },
    }),
  );
  return [scans, batchId];
}

async function enter(tx: Tx, project: Project, scans: readonly Scan[], now: Date): Promise<void> {
  await insertScans(tx, project.id, scans);
  await settle(
    tx,
    project,
    scans.flatMap(({ talentId }) => talentId ?? []),
    now,
  );
}

/** A scan that changed nothing is a refusal, and leaves with the transaction. */
async function stayOf(tx: Tx, scanId: string, action: Action): Promise<Pick<Attendance, 'id' | 'day' | 'from' | 'until'>> {
  const [scan] = await findScans(tx, [scanId]);
  if (scan?.outcome !== 'recorded' || scan.presenceId === null)
    throw action === 'check_in'
      ? failure.conflict('ALREADY_CHECKED_IN', refusals.alreadyIn)
      : failure.conflict('NOT_CHECKED_IN', refusals.notIn);
  const { rows } = await sql<Pick<Attendance, 'id' | 'day' | 'from' | 'until'>>`
    select id, day, check_in_at as "from", check_out_at as "until" from talent.presences where id = ${scan.presenceId}`.execute(tx);
  const [stay] = rows;
  if (!stay) throw new Error(`presence ${scan.presenceId} is gone`);
  return stay;
}

async function note(
  { audit }: PresenceTools,
  request: FastifyRequest | null,
  description: string,
  projectId: number,
  tx: Tx,
): Promise<void> {
  if (!request) return;
  await audit.activity(request, { type: 'create', category: 'presence', description, resourceType: 'project', resourceId: projectId }, tx);
}
