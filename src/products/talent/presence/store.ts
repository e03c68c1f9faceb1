/** The SQL of scans and presences, many people in one statement. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Action } from './rules.ts';

/** One scan as it is kept. */
export interface Scan {
  readonly id: string;
  /** Null when nobody could be told from it. */
  readonly talentId: number | null;
  readonly action: Action;
  readonly source: string;
  readonly payload: string | null;
  readonly deviceId: string;
  readonly deviceTime: Date;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly deviceVerdict: string | null;
  readonly recordedBy: number | null;
  readonly outcome: string;
  readonly flags: readonly string[];
  readonly batchId: string | null;
  readonly undoes: string | null;
  readonly undoneAt: Date | null;
}

/** One at a time in a project: whoever reads what is there and adds to it. */
export const lockProject = (tx: Tx, projectId: number): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended('talent.presence', ${projectId}))`.execute(tx);

/** Writes those that are not there yet and names them; the others were sent before. */
export async function insertScans(tx: Tx, projectId: number, scans: readonly Scan[]): Promise<ReadonlySet<string>> {
  if (scans.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into talent.presence_scans (id, project_id, cinema_talent_id, action, source, payload, device_id, device_time, at, received_at,
      device_verdict, recorded_by, outcome, flags, batch_id, undoes, undone_at)
    select s.id, ${projectId}, s."talentId", s.action, s.source, s.payload, s."deviceId", s."deviceTime", s.at, s."receivedAt",
      s."deviceVerdict", s."recordedBy", s.outcome, array(select jsonb_array_elements_text(s.flags)), s."batchId", s.undoes, s."undoneAt"
    from jsonb_to_recordset(${JSON.stringify(scans.map((scan, order) => ({ ...scan, order })))}::jsonb) as s ("order" integer, id uuid, "talentId" bigint, action text, source text, payload text,
      "deviceId" text, "deviceTime" timestamptz, at timestamptz, "receivedAt" timestamptz, "deviceVerdict" text, "recordedBy" bigint,
      outcome text, flags jsonb, "batchId" uuid, undoes uuid, "undoneAt" timestamptz)
    order by s."order"
    on conflict (id) do nothing returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export interface StoredScan {
  readonly id: string;
  readonly projectId: number;
  readonly deviceId: string;
  readonly talentId: number | null;
  readonly presenceId: number | null;
  readonly outcome: string;
  readonly flags: readonly string[];
  readonly at: Date;
  readonly undoneAt: Date | null;
}

export async function findScans(db: Db, ids: readonly string[]): Promise<readonly StoredScan[]> {
  const { rows } = await sql<StoredScan>`
    select id, project_id as "projectId", device_id as "deviceId", cinema_talent_id as "talentId", presence_id as "presenceId", outcome, flags, at,
      undone_at as "undoneAt"
    from talent.presence_scans where id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

/** Which of these scans were taken back before they came (the taking back was faster), by the same device. */
export async function undoneBefore(tx: Tx, deviceId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ undoes: string }>`
    select undoes from talent.presence_scans where undoes = any(${ids}::uuid[]) and device_id = ${deviceId}`.execute(tx);
  return new Set(rows.map(({ undoes }) => undoes));
}

/** Takes scans back; answers whose they were. What is undone stays written. */
export async function undoScans(
  tx: Tx,
  projectId: number,
  which: { readonly ids: readonly string[]; readonly deviceId: string } | { readonly batchId: string; readonly since: Date },
  now: Date,
): Promise<readonly { readonly id: string; readonly talentId: number }[]> {
  const chosen =
    'ids' in which
      ? sql`id = any(${which.ids}::uuid[]) and device_id = ${which.deviceId}`
      : sql`batch_id = ${which.batchId} and received_at >= ${which.since}`;
  const { rows } = await sql<{ id: string; talentId: number }>`
    update talent.presence_scans set undone_at = ${now}, outcome = 'undone'
    where project_id = ${projectId} and ${chosen} and undone_at is null and undoes is null and cinema_talent_id is not null
    returning id, cinema_talent_id as "talentId"`.execute(tx);
  return rows;
}

/** A scan that counts. */
export interface MarkRow {
  readonly id: string;
  readonly sequence: number;
  readonly talentId: number;
  readonly action: Action;
  readonly at: Date;
  readonly outcome: string;
  readonly presenceId: number | null;
  readonly recordedBy: number | null;
  readonly flags: readonly string[];
}
export interface PresenceRow {
  readonly id: number;
  readonly talentId: number;
  readonly day: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly inScan: string | null;
  readonly outScan: string | null;
  readonly checkedInBy: number | null;
  readonly checkedOutBy: number | null;
  readonly flags: readonly string[];
  readonly correctedAt: Date | null;
}

export async function readMarks(tx: Tx, projectId: number, talentIds: readonly number[]): Promise<readonly MarkRow[]> {
  const { rows } = await sql<MarkRow>`
    select id, sequence, cinema_talent_id as "talentId", action, at, outcome, presence_id as "presenceId", recorded_by as "recordedBy", flags
    from talent.presence_scans
    where project_id = ${projectId} and cinema_talent_id = any(${talentIds}::bigint[]) and undone_at is null
      and outcome in ('recorded', 'duplicate', 'not_checked_in')`.execute(tx);
  return rows;
}

const PRESENCE = sql`id, cinema_talent_id as "talentId", day, check_in_at as "from", check_out_at as "until", in_scan as "inScan",
  out_scan as "outScan", checked_in_by as "checkedInBy", checked_out_by as "checkedOutBy", flags, corrected_at as "correctedAt"`;

export async function readPresences(tx: Tx, projectId: number, talentIds: readonly number[]): Promise<readonly PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select ${PRESENCE} from talent.presences
    where project_id = ${projectId} and cinema_talent_id = any(${talentIds}::bigint[]) order by id`.execute(tx);
  return rows;
}

export async function deletePresences(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length) await sql`delete from talent.presences where id = any(${ids}::bigint[])`.execute(tx);
}

const COLUMNS = sql`(id bigint, "talentId" bigint, day date, "from" timestamptz, "until" timestamptz, "inScan" uuid, "outScan" uuid,
  "checkedInBy" bigint, "checkedOutBy" bigint, flags jsonb)`;
const FLAGS = sql`array(select jsonb_array_elements_text(s.flags))`;

export async function updatePresences(tx: Tx, rows: readonly PresenceRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update talent.presences p set day = s.day, check_in_at = s."from", check_out_at = s."until", in_scan = s."inScan", out_scan = s."outScan",
      checked_in_by = s."checkedInBy", checked_out_by = s."checkedOutBy", flags = ${FLAGS}, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s ${COLUMNS} where p.id = s.id`.execute(tx);
}

/** Answers the numbers of the new ones, by the scan that began them. */
export async function insertPresences(
  tx: Tx,
  projectId: number,
  rows: readonly Omit<PresenceRow, 'id'>[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const { rows: made } = await sql<{ id: number; inScan: string }>`
    insert into talent.presences (project_id, cinema_talent_id, day, check_in_at, check_out_at, in_scan, out_scan, checked_in_by, checked_out_by,
      flags, created_at, updated_at)
    select ${projectId}, s."talentId", s.day, s."from", s."until", s."inScan", s."outScan", s."checkedInBy", s."checkedOutBy", ${FLAGS}, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s ${COLUMNS}
    returning id, in_scan as "inScan"`.execute(tx);
  return new Map(made.map(({ id, inScan }) => [inScan, id]));
}

export interface Verdict {
  readonly id: string;
  readonly outcome: string;
  readonly presenceId: number | null;
}

export async function updateVerdicts(tx: Tx, verdicts: readonly Verdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  await sql`
    update talent.presence_scans p set outcome = s.outcome, presence_id = s."presenceId"
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as s (id uuid, outcome text, "presenceId" bigint)
    where p.id = s.id`.execute(tx);
}
