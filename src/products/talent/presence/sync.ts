/**
 * What phones tell, at once or hours later.
 *
 * Hides in which order things arrive, wrong clocks, and scans that are sent twice: each is judged (`judge.ts`), stored once, and the
 * stays of its person are worked out anew.
 */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { parsePayload } from '../badges/badges.ts';
import type { Project } from '../projects/projects.ts';
import { type Counters, readDay } from './day.ts';
import { shootingDay } from './days.ts';
import { type DeviceScan, type Judgement, judge, type Reading, type Register, trueTime } from './judge.ts';
import { settle } from './ledger.ts';
import { findScans, insertScans, lockProject, type Scan, type StoredScan, undoneBefore, undoScans } from './store.ts';
import { nameOf, readTeam, type TeamMember } from './team.ts';
import type { PresenceTools } from './tools.ts';
import { codesOf, rosterHash } from './typed-codes.ts';

export interface SyncBody {
  readonly device: string;
  readonly sentAt: string;
  readonly scans: readonly DeviceScan[];
}
export interface SyncReply {
  readonly serverTime: string;
  readonly day: string;
  readonly counters: Counters;
  readonly results: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly flags: readonly string[];
    readonly ref: string | null;
    readonly name: string | null;
    readonly at: string | null;
  }[];
}

export interface Syncing {
  /** Every scan is stored once, whatever it says; sending it again answers what became of it. */
  sync(request: Pick<FastifyRequest, 'viewer'>, projectId: number, body: SyncBody): Promise<SyncReply>;
}

export function createSync(tools: PresenceTools): Syncing {
  const { db, clock, projects } = tools;
  return {
    sync: (request, projectId, body) =>
      inTransaction(db, async (tx) => {
        const project = await projects.require(tx, projectId);
        await lockProject(tx, projectId);
        const now = clock.now();
        await store(tools, tx, project, body, { now, recordedBy: request.viewer?.accountId ?? null });
        const { people, day, counters } = await readDay(tx, project, now);
        const results = await resultsOf(tx, projectId, body.scans, people);
        return { serverTime: now.toISOString(), day, counters, results };
      }),
  };
}

interface Moment {
  readonly now: Date;
  readonly recordedBy: number | null;
}

async function store(tools: PresenceTools, tx: Tx, project: Project, body: SyncBody, moment: Moment): Promise<void> {
  const { now } = moment;
  const readRegister = createRegisters(tools, tx, project);
  const scans: Scan[] = [];
  for (const scan of body.scans) {
    const { at, skewed } = trueTime(new Date(scan.time), new Date(body.sentAt), now);
    const day = shootingDay(at, project);
    const verdict = scan.undo ? UNDO : judge(scan, await readBadge(tools, tx, scan), await readRegister(day));
    const late = day !== shootingDay(now, project);
    const flags = [...verdict.flags, ...(skewed ? ['clock_skew'] : []), ...(late ? ['late_sync'] : [])];
    scans.push(rowOf(scan, { ...verdict, flags }, at, body.device, moment));
  }
  const fresh = await insertScans(tx, project.id, scans);
  const undone = await undo(tx, project.id, body, fresh, now);
  const touched = scans.flatMap(({ id, talentId }) => (fresh.has(id) && talentId !== null ? [talentId] : []));
  await settle(tx, project, [...new Set([...touched, ...undone])], now);
}

const UNDO = { talentId: null, outcome: 'undone', flags: [] } as const;
const MAX_PAYLOAD = 1000;

function rowOf(
  scan: DeviceScan,
  { talentId, outcome, flags }: Pick<Judgement, 'talentId' | 'flags'> & { readonly outcome: string },
  at: Date,
  deviceId: string,
  { now, recordedBy }: Moment,
): Scan {
  return {
    ...{ id: scan.id.toLowerCase(), talentId, action: scan.action, source: scan.source, deviceId, outcome, flags, at, recordedBy },
    ...{ deviceTime: new Date(scan.time), receivedAt: now, deviceVerdict: scan.verdict, batchId: null },
    payload: scan.payload?.slice(0, MAX_PAYLOAD).replaceAll('\0', '') ?? null,
    ...{ undoes: scan.undo?.toLowerCase() ?? null, undoneAt: scan.undo ? now : null },
  };
}

/** Both ways round: what this batch takes back, and what an earlier one took back before it came. Answers whose scans those were. */
async function undo(tx: Tx, projectId: number, body: SyncBody, fresh: ReadonlySet<string>, now: Date): Promise<readonly number[]> {
  const asked = body.scans.flatMap(({ id, undo: target }) => (target && fresh.has(id.toLowerCase()) ? [target.toLowerCase()] : []));
  const early = await undoneBefore(tx, body.device, [...fresh]);
  const ids = [...new Set([...asked, ...early])];
  if (ids.length === 0) return [];
  const undone = await undoScans(tx, projectId, { ids, deviceId: body.device }, now);
  return undone.map(({ talentId }) => talentId);
}

async function readBadge({ badges }: PresenceTools, db: Db, scan: DeviceScan): Promise<Reading> {
  if (scan.payload === null) return null;
  const claims = await badges.read(db, scan.payload);
  return claims ?? (parsePayload(scan.payload) ? 'forged' : null);
}

/** The project as it is booked on each day that a batch speaks of. */
function createRegisters({ badges }: PresenceTools, tx: Tx, project: Project): (day: string) => Promise<Register> {
  const known = new Map<string, Promise<Register>>();
  const read = async (day: string): Promise<Register> => {
    const team = await readTeam(tx, project.id, day);
    const holders = await badges.holders(tx, project.id);
    return {
      projectId: project.id,
      byTalent: new Map(team.map((person) => [person.talentId, person])),
      bySeed: new Map(holders.map((holder) => [holder.seed, holder])),
      // Who is assigned goes before who was.
      byCode: new Map([...team].sort((a, b) => Number(a.assigned) - Number(b.assigned)).flatMap((person) => hashes(project.id, person))),
    };
  };
  return (day) => {
    const found = known.get(day) ?? read(day);
    known.set(day, found);
    return found;
  };
}

const hashes = (projectId: number, person: TeamMember): readonly (readonly [string, number])[] =>
  codesOf(projectId, person).map((code) => [rosterHash(projectId, code), person.talentId]);

async function resultsOf(
  tx: Tx,
  projectId: number,
  scans: readonly DeviceScan[],
  people: readonly TeamMember[],
): Promise<SyncReply['results']> {
  const stored = new Map(
    (
      await findScans(
        tx,
        scans.map(({ id }) => id),
      )
    ).map((scan) => [scan.id, scan]),
  );
  const byTalent = new Map(people.map((person) => [person.talentId, person]));
  return scans.map(({ id }) => resultOf(id, stored.get(id.toLowerCase()), projectId, byTalent));
}

function resultOf(
  id: string,
  scan: StoredScan | undefined,
  projectId: number,
  people: ReadonlyMap<number, TeamMember>,
): SyncReply['results'][number] {
  if (!scan) throw new Error(`scan ${id} was not stored`);
  const person = scan.projectId === projectId ? people.get(scan.talentId ?? 0) : undefined;
  return {
    ...{ id, outcome: scan.outcome, flags: scan.flags, ref: person?.seed ?? null },
    ...{ name: person ? nameOf(person) : null, at: scan.at.toISOString() },
  };
}
