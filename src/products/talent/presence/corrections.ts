/** What supervisors change afterwards: the times of a stay, or that it never was. Each change has a reason and stays on record. */
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { instantOf, localDateTime } from '#kernel/wall-time.ts';
import type { Project } from '../projects/projects.ts';
import { readText } from '../readers.ts';
import { shootingDay } from './days.ts';
import { settle } from './ledger.ts';
import { refusals } from './messages.ts';
import { PAIRING_HOURS } from './rules.ts';
import { lockProject } from './store.ts';
import type { PresenceTools } from './tools.ts';

/** Times as the clocks of the place showed them: `2025-10-26T18:30`. */
export interface CorrectionInput {
  readonly check_in?: unknown;
  /** Empty: nobody knows. */
  readonly check_out?: unknown;
  readonly reason?: unknown;
}

export interface StayToCorrect {
  readonly id: number;
  readonly projectId: number;
  readonly talentId: number;
  readonly name: string;
  readonly code: string;
  readonly from: Date;
  readonly until: Date | null;
}

export interface Corrections {
  /** 404 when the project has no such stay. */
  stay(projectId: number, id: number): Promise<StayToCorrect>;
  /** Scans no longer move the stay then. Refused whole, every fault named. */
  correct(request: FastifyRequest, projectId: number, id: number, input: CorrectionInput): Promise<void>;
  /** The stay never was: its scans are taken back. */
  cancel(request: FastifyRequest, projectId: number, id: number, reason: unknown): Promise<void>;
}

const MAX_REASON = 300;

export function createCorrections(tools: PresenceTools): Corrections {
  const { db, clock, projects } = tools;
  const withStay = (projectId: number, id: number, work: (tx: Tx, project: Project, stay: StayToCorrect) => Promise<void>): Promise<void> =>
    inTransaction(db, async (tx) => {
      const project = await projects.require(tx, projectId);
      await lockProject(tx, projectId);
      await work(tx, project, await findStay(tx, projectId, id));
    });
  return {
    stay: (projectId, id) => findStay(db, projectId, id),
    correct: (request, projectId, id, input) =>
      withStay(projectId, id, async (tx, project, stay) => {
        const now = clock.now();
        const change = await read(tx, project, stay, input, now);
        const by = request.viewer?.accountId ?? null;
        await writeCorrection(tx, project, stay, change, { now, by });
        await settle(tx, project, [stay.talentId], now);
        const description = `Corrected the stay of ${stay.code} (${project.name}): ${change.reason}`;
        await tools.audit.activity(
          request,
          { type: 'update', category: 'presence', description, resourceType: 'presence', resourceId: id },
          tx,
        );
      }),
    cancel: (request, projectId, id, raw) =>
      withStay(projectId, id, async (tx, project, stay) => {
        const now = clock.now();
        const reason = readReason(raw);
        if (typeof reason !== 'string') throw failure.invalid({ reason });
        await sql`update talent.presence_scans set undone_at = ${now}, outcome = 'undone' where presence_id = ${id} and undone_at is null`.execute(
          tx,
        );
        await sql`delete from talent.presences where id = ${id}`.execute(tx);
        await settle(tx, project, [stay.talentId], now);
        const description = `Cancelled the stay of ${stay.code} of ${stay.from.toISOString()} (${project.name}): ${reason}`;
        await tools.audit.activity(
          request,
          { type: 'delete', category: 'presence', description, resourceType: 'presence', resourceId: id },
          tx,
        );
      }),
  };
}

async function findStay(db: Db, projectId: number, id: number): Promise<StayToCorrect> {
  const { rows } = await sql<StayToCorrect>`
    select p.id, p.project_id as "projectId", t.id as "talentId", t.first_name || ' ' || t.last_name as name, t.unique_code as code,
      p.check_in_at as "from", p.check_out_at as "until"
    from talent.presences p join talent.cinema_talents t on t.id = p.cinema_talent_id
    where p.id = ${id} and p.project_id = ${projectId}`.execute(db);
  const [stay] = rows;
  if (!stay) throw failure.notFound(refusals.noStay);
  return stay;
}

interface Change {
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string;
}

async function read(tx: Tx, project: Project, stay: StayToCorrect, input: CorrectionInput, now: Date): Promise<Change> {
  const errors: Record<string, FieldError> = {};
  const fault = (name: string, message: FieldError['message'], constraint: string): void => {
    errors[name] ??= { message, constraint };
  };
  const from = readMoment(input.check_in, stay.from, project.timeZone);
  const until = readMoment(input.check_out, stay.until, project.timeZone);
  const reason = readReason(input.reason);
  if (typeof reason !== 'string') errors['reason'] = reason;
  if (from === undefined) fault('check_in', fieldMessages.format, 'format');
  else if (from === null) fault('check_in', fieldMessages.required, 'required');
  else if (from > now) fault('check_in', refusals.future, 'future');
  if (until === undefined) fault('check_out', fieldMessages.format, 'format');
  else if (until && until > now) fault('check_out', refusals.future, 'future');
  if (from && until && until < from) fault('check_out', refusals.beforeArrival, 'order');
  else if (from && until && until.getTime() - from.getTime() > PAIRING_HOURS * 3_600_000) fault('check_out', refusals.tooLong, 'too_long');
  if (from && until !== undefined && (await overlaps(tx, stay, from, until, shootingDay(from, project))))
    fault('check_in', refusals.overlap, 'overlap');
  if (Object.keys(errors).length || !from || until === undefined || typeof reason !== 'string') throw failure.invalid(errors);
  return { from, until, reason };
}

/** Undefined when it cannot be read. A minute that was not changed keeps its seconds. */
function readMoment(raw: unknown, before: Date | null, timeZone: string): Date | null | undefined {
  const text = String(raw ?? '').trim();
  if (text === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) || Number.isNaN(Date.parse(`${text}Z`))) return undefined;
  if (before && localDateTime(before, timeZone).startsWith(text)) return before;
  return instantOf(text, timeZone);
}

function readReason(raw: unknown): string | FieldError {
  const reason = readText(raw, MAX_REASON);
  if (!reason.ok) return reason.error;
  return reason.value ?? { message: refusals.reasonNeeded, constraint: 'required' };
}

/** Nobody is in one place twice: no other stay of the person here may share a moment, nor may two be open on a day. */
async function overlaps(tx: Tx, stay: StayToCorrect, from: Date, until: Date | null, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from talent.presences p where p.project_id = ${stay.projectId} and p.cinema_talent_id = ${stay.talentId} and p.id <> ${stay.id}
      and case
        when p.check_out_at is null and ${until}::timestamptz is null then p.day = ${day}::date
        when p.check_out_at is null then p.check_in_at >= ${from} and p.check_in_at < ${until}::timestamptz
        when ${until}::timestamptz is null then p.check_in_at <= ${from} and p.check_out_at > ${from}
        else p.check_in_at < ${until}::timestamptz and p.check_out_at > ${from}
      end`.execute(tx);
  return rows.length > 0;
}

async function writeCorrection(
  tx: Tx,
  project: Project,
  stay: StayToCorrect,
  { from, until, reason }: Change,
  { now, by }: { readonly now: Date; readonly by: number | null },
): Promise<void> {
  const [before, after] = [
    JSON.stringify({ check_in: stay.from, check_out: stay.until }),
    JSON.stringify({ check_in: from, check_out: until }),
  ];
  await sql`
    insert into talent.presence_corrections (presence_id, before, after, reason, corrected_by, corrected_at)
    values (${stay.id}, ${before}::jsonb, ${after}::jsonb, ${reason}, ${by}, ${now})`.execute(tx);
  const sameEnd = stay.until?.getTime() === until?.getTime();
  await sql`
    update talent.presences set check_in_at = ${from}, check_out_at = ${until}, day = ${shootingDay(from, project)}, corrected_at = ${now},
      checked_out_by = ${sameEnd ? sql.ref('checked_out_by') : by}, updated_at = ${now}
    where id = ${stay.id}`.execute(tx);
}
