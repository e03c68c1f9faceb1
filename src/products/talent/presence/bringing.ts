/** Stays that another installation recorded: no device of ours saw them, so no scan of ours moves them. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { instantOf } from '#kernel/wall-time.ts';
import { type DayRule, shootingDay } from './days.ts';

/** An instant, or an hour of the clock at the place (`08:30`). */
export type BroughtTime = Date | string;

export interface BroughtStay {
  readonly projectId: number;
  readonly talentId: number;
  /** YYYY-MM-DD; null: the shooting day of the arrival. */
  readonly day: string | null;
  readonly from: BroughtTime;
  readonly until: BroughtTime | null;
  readonly recordedBy: number | null;
}

/** Null when the times make no stay: an hour without a day, a departure before the arrival. A second open stay of a day is a 23505. */
export async function bringStay(
  tx: Tx,
  { projectId, talentId, day, from, until, recordedBy }: BroughtStay,
  now: Date,
): Promise<number | null> {
  const { rows: rules } = await sql<DayRule>`
    select time_zone as "timeZone", to_char(day_starts, 'HH24:MI') as "dayStarts" from talent.projects where id = ${projectId}`.execute(tx);
  const [rule] = rules;
  if (!rule) throw new Error(`project ${projectId} is gone`);
  const instant = (time: BroughtTime): Date | null =>
    time instanceof Date ? time : day ? instantOf(`${day}T${time.slice(0, 5)}`, rule.timeZone) : null;
  const [start, end] = [instant(from), until && instant(until)];
  if (!start || (end && end < start)) return null;
  const { rows } = await sql<{ id: number }>`
    insert into talent.presences (project_id, cinema_talent_id, day, check_in_at, check_out_at, checked_in_by, checked_out_by, corrected_at,
      created_at, updated_at)
    values (${projectId}, ${talentId}, ${day ?? shootingDay(start, rule)}, ${start}, ${end}, ${recordedBy}, ${end && recordedBy}, ${now},
      ${start}, ${now}) returning id`.execute(tx);
  return rows[0]?.id ?? null;
}
