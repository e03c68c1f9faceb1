/** One shooting day of a project: who is there, who left, who is missing, and what a supervisor should look at. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { type DayRule, dayBounds, shootingDay } from './days.ts';
import { isRunning, LONG_HOURS } from './rules.ts';
import { readTeam, type TeamMember } from './team.ts';

/** `open`: came on a day that is over, and nobody saw them leave. */
export type DayState = 'absent' | 'present' | 'left' | 'open';

export interface DayStay {
  readonly id: number;
  readonly talentId: number;
  readonly day: string;
  readonly from: Date;
  readonly until: Date | null;
  /** `no_check_out` and `long_stay` beside those of its scans. */
  readonly flags: readonly string[];
  readonly corrections: readonly { readonly at: Date; readonly by: string | null; readonly reason: string }[];
}
export interface DayPerson extends TeamMember {
  readonly state: DayState;
  /** Of the arrival when present, of the departure when gone. */
  readonly since: Date | null;
  readonly stays: readonly DayStay[];
}
export interface Counters {
  readonly assigned: number;
  readonly present: number;
  readonly absent: number;
  readonly left: number;
  /** Stays of earlier days that nobody closed. */
  readonly open_yesterday: number;
}
export interface DayView {
  readonly day: string;
  readonly today: string;
  readonly endsAt: Date;
  /** Those assigned now, and whoever was there all the same. */
  readonly people: readonly DayPerson[];
  readonly counters: Counters;
  /** Days that have a stay nobody closed, with how many. */
  readonly forgotten: readonly { readonly day: string; readonly count: number }[];
}

interface Place extends DayRule {
  readonly id: number;
}

/** `asked` is today when absent. */
export async function readDay(db: Db, project: Place, now: Date, asked?: string): Promise<DayView> {
  const today = shootingDay(now, project);
  const day = asked ?? today;
  const [team, stays] = await Promise.all([readTeam(db, project.id, day), readStays(db, project.id, day)]);
  const runs = (stay: Pick<DayStay, 'from' | 'until'>): boolean =>
    stay.until === null && isRunning(stay.from, now, (at) => shootingDay(at, project));
  const seen = Map.groupBy(
    // Who works through the night belongs to the day that begins meanwhile as well, for as long as they are there.
    stays.filter((stay) => stay.day === day || (day === today && runs(stay))).map((stay) => flagged(stay, runs(stay))),
    ({ talentId }) => talentId,
  );
  const people = team
    .map((person): DayPerson => ({ ...person, ...stateOf(seen.get(person.talentId) ?? [], runs) }))
    .filter(({ assigned, stays: own }) => assigned || own.length > 0);
  const open = stays.filter((stay) => stay.until === null && !runs(stay) && stay.day < today);
  const forgotten = [...Map.groupBy(open, (stay) => stay.day)].map(([which, list]) => ({ day: which, count: list.length }));
  return { day, today, endsAt: dayBounds(day, project).end, people, counters: countersOf(people, open.length), forgotten };
}

function stateOf(stays: readonly DayStay[], runs: (stay: DayStay) => boolean): Pick<DayPerson, 'state' | 'since' | 'stays'> {
  const running = stays.find(runs);
  if (running) return { state: 'present', since: running.from, stays };
  const last = stays.at(-1);
  if (!last) return { state: 'absent', since: null, stays };
  return last.until ? { state: 'left', since: last.until, stays } : { state: 'open', since: last.from, stays };
}

function flagged(stay: DayStay, running: boolean): DayStay {
  const long = stay.until !== null && stay.until.getTime() - stay.from.getTime() > LONG_HOURS * 3_600_000;
  const more = [...(stay.until === null && !running ? ['no_check_out'] : []), ...(long ? ['long_stay'] : [])];
  return more.length ? { ...stay, flags: [...stay.flags, ...more] } : stay;
}

/** Each person once, however often they were scanned. */
function countersOf(people: readonly DayPerson[], openBefore: number): Counters {
  const count = (state: DayState): number => people.filter((person) => person.state === state).length;
  return {
    assigned: people.filter(({ assigned }) => assigned).length,
    present: count('present'),
    absent: count('absent'),
    left: count('left'),
    open_yesterday: openBefore,
  };
}

/** The stays of a day, and every one that is still open. */
async function readStays(db: Db, projectId: number, day: string): Promise<readonly DayStay[]> {
  const { rows } = await sql<DayStay & { corrections: readonly { at: string; by: string | null; reason: string }[] }>`
    select p.id, p.cinema_talent_id as "talentId", p.day, p.check_in_at as "from", p.check_out_at as "until", p.flags,
      case when p.corrected_at is null then '[]'::json else (
        select coalesce(json_agg(json_build_object('at', c.corrected_at, 'by', u.email, 'reason', c.reason) order by c.id), '[]')
        from talent.presence_corrections c left join identity.account_cards u on u.id = c.corrected_by where c.presence_id = p.id
      ) end as corrections
    from talent.presences p
    where p.project_id = ${projectId} and (p.day = ${day} or p.check_out_at is null) order by p.check_in_at, p.id`.execute(db);
  return rows.map((row) => ({ ...row, corrections: row.corrections.map((each) => ({ ...each, at: new Date(each.at) })) }));
}
