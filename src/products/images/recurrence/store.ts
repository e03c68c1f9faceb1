/** The tables of schedules and their slots. */
import { sql } from 'kysely';
import type { PicturePlatform } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { fold } from '#kernel/text.ts';
import type { Schedule, SchedulePlan, SlotOutcome } from './schedule.ts';

const SCHEDULE = sql`
  s.id, s.account_id as "accountId", s.name, s.frequency, s.time_of_day::text as "timeOfDay", s.timezone,
  s.days_of_week as "daysOfWeek", s.day_of_month as "dayOfMonth", s.platforms, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn",
  s.max_occurrences as "maxOccurrences", s.tags, s.caption_template as "captionTemplate", s.hashtags, s.is_active as "isActive",
  s.version, s.filled_until as "filledUntil", s.created_at as "createdAt", s.updated_at as "updatedAt",
  (select count(*)::int from images.slots l where l.schedule_id = s.id and l.outcome = 'planned') as planned,
  (select case when l.outcome <> 'planned' then jsonb_build_object('outcome', l.outcome, 'at', l.due_at) end
    from images.slots l where l.schedule_id = s.id order by l.due_at desc, l.outcome = 'planned' limit 1) as trouble`;

const scheduleOf = (row: Schedule): Schedule => ({
  ...row,
  trouble: row.trouble && { ...row.trouble, at: new Date(row.trouble.at) },
});

export async function insertSchedule(tx: Tx, accountId: number, plan: SchedulePlan, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into images.schedules (account_id, name, frequency, time_of_day, timezone, days_of_week, day_of_month, platforms, starts_on, ends_on,
      max_occurrences, tags, caption_template, hashtags, is_active, filled_until, created_at, updated_at)
    values (${accountId}, ${plan.name}, ${plan.frequency}, ${plan.timeOfDay}::time, ${plan.timezone}, ${[...plan.daysOfWeek]}::smallint[],
      ${plan.dayOfMonth}, ${[...plan.platforms]}::text[], ${plan.startsOn}::date, ${plan.endsOn}::date, ${plan.maxOccurrences},
      ${[...plan.tags]}::text[], ${plan.captionTemplate}, ${plan.hashtags}, ${plan.isActive}, ${now}, ${now}, ${now})
    returning id`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error('the new schedule got no number');
  return made.id;
}

/** Its waiting posts are of an older version from now on, and instants up to now are over. */
export async function updateSchedule(tx: Tx, id: number, plan: SchedulePlan, now: Date): Promise<void> {
  await sql`update images.schedules set name = ${plan.name}, frequency = ${plan.frequency}, time_of_day = ${plan.timeOfDay}::time,
    timezone = ${plan.timezone}, days_of_week = ${[...plan.daysOfWeek]}::smallint[], day_of_month = ${plan.dayOfMonth},
    platforms = ${[...plan.platforms]}::text[], starts_on = ${plan.startsOn}::date, ends_on = ${plan.endsOn}::date,
    max_occurrences = ${plan.maxOccurrences}, tags = ${[...plan.tags]}::text[], caption_template = ${plan.captionTemplate},
    hashtags = ${plan.hashtags}, is_active = ${plan.isActive}, version = version + 1, filled_until = ${now}, updated_at = ${now}
    where id = ${id}`.execute(tx);
}

/** Null for somebody else's, and for one that is leaving. `lock` holds it until the end of the transaction. */
export async function findSchedule(db: Db, accountId: number, id: number, lock = false): Promise<Schedule | null> {
  const { rows } = await sql<Schedule>`select ${SCHEDULE} from images.schedules s
    where s.id = ${id} and s.account_id = ${accountId} and not s.is_leaving ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? scheduleOf(rows[0]) : null;
}

export async function listSchedules(db: Db, accountId: number, { size, offset }: PageAsked): Promise<PageOf<Schedule>> {
  const mine = sql`s.account_id = ${accountId} and not s.is_leaving`;
  const counted = await sql<{ total: number }>`select count(*)::int as total from images.schedules s where ${mine}`.execute(db);
  const { rows } = await sql<Schedule>`select ${SCHEDULE} from images.schedules s where ${mine}
    order by s.created_at, s.id limit ${size} offset ${offset}`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, rows: rows.map(scheduleOf) };
}

export async function leave(tx: Tx, id: number): Promise<void> {
  await sql`update images.schedules set is_leaving = true, is_active = false, version = version + 1 where id = ${id}`.execute(tx);
}
export async function deleteLeft(tx: Tx, id: number): Promise<void> {
  await sql`delete from images.schedules where id = ${id} and is_leaving`.execute(tx);
}

/** Whoever fills it, alone; null when it is gone or stands still. */
export async function holdActive(tx: Tx, id: number): Promise<Schedule | null> {
  const { rows } = await sql<Schedule>`select ${SCHEDULE} from images.schedules s where s.id = ${id} and s.is_active for update`.execute(
    tx,
  );
  return rows[0] ? scheduleOf(rows[0]) : null;
}

/** Those that have instants to decide, slots without a picture, or posts to take back. */
export async function schedulesToVisit(db: Db, now: Date, horizon: Date): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select s.id from images.schedules s
    where (s.is_active and s.filled_until < ${horizon}) or s.is_leaving or exists (
      select from images.slots l where l.schedule_id = s.id and l.due_at > ${now}
        and (l.outcome = 'no_picture' or l.version <> s.version))
    order by s.filled_until`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Slot {
  readonly day: string;
  readonly platform: PicturePlatform;
  readonly at: Date;
  readonly outcome: SlotOutcome;
  readonly postId: number | null;
}

/** Those to come that an older version of the schedule made. */
export async function outdatedSlots(db: Db, id: number, now: Date): Promise<readonly (Slot & { accountId: number })[]> {
  const { rows } = await sql<Slot & { accountId: number }>`
    select l.local_day::text as day, l.platform, l.due_at as at, l.outcome, l.post_id as "postId", s.account_id as "accountId"
    from images.slots l join images.schedules s on s.id = l.schedule_id
    where s.id = ${id} and l.due_at > ${now} and l.version <> s.version`.execute(db);
  return rows;
}

export async function deleteSlot(db: Db, id: number, { day, platform }: Pick<Slot, 'day' | 'platform'>): Promise<void> {
  await sql`delete from images.slots where schedule_id = ${id} and local_day = ${day}::date and platform = ${platform}`.execute(db);
}
/** A post that could not be taken back stays: it belongs to the present version. */
export async function adoptSlot(db: Db, id: number, { day, platform }: Pick<Slot, 'day' | 'platform'>): Promise<void> {
  await sql`update images.slots l set version = s.version from images.schedules s
    where s.id = l.schedule_id and s.id = ${id} and l.local_day = ${day}::date and l.platform = ${platform}`.execute(db);
}

export async function slotsWithoutPicture(tx: Tx, id: number, now: Date): Promise<readonly Slot[]> {
  const { rows } = await sql<Slot>`select local_day::text as day, platform, due_at as at, outcome, post_id as "postId" from images.slots
    where schedule_id = ${id} and outcome = 'no_picture' and due_at > ${now} order by due_at`.execute(tx);
  return rows;
}

/** Days that have a slot on the platform already. */
export async function takenDays(tx: Tx, id: number, days: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ taken: string }>`select local_day::text || ' ' || platform as taken from images.slots
    where schedule_id = ${id} and local_day = any(${[...days]}::date[])`.execute(tx);
  return new Set(rows.map(({ taken }) => taken));
}

export async function writeSlot(tx: Tx, { id, version }: Pick<Schedule, 'id' | 'version'>, slot: Slot, now: Date): Promise<void> {
  await sql`insert into images.slots (schedule_id, local_day, platform, due_at, outcome, post_id, version, created_at)
    values (${id}, ${slot.day}::date, ${slot.platform}, ${slot.at}, ${slot.outcome}, ${slot.postId}, ${version}, ${now})
    on conflict (schedule_id, local_day, platform)
    do update set outcome = excluded.outcome, post_id = excluded.post_id, version = excluded.version`.execute(tx);
}

export async function markFilled(tx: Tx, id: number, until: Date): Promise<void> {
  await sql`update images.schedules set filled_until = greatest(filled_until, ${until}) where id = ${id}`.execute(tx);
}

export interface Candidate {
  readonly id: number;
  readonly prompt: string;
  readonly tags: readonly string[];
}

/** The oldest validated picture that was never posted on the platform, nor waits to be; null when none is left. */
export async function oldestUnposted(
  tx: Tx,
  accountId: number,
  platform: PicturePlatform,
  tags: readonly string[],
): Promise<Candidate | null> {
  const { rows } = await sql<Candidate>`
    select p.id, p.prompt, array(select t.name from images.picture_tags pt join images.tags t on t.id = pt.tag_id
      where pt.picture_id = p.id order by pt.place) as tags
    from images.pictures p
    -- What a person brought may show people: only a person says it.
    where p.account_id = ${accountId} and p.status = 'validated' and p.metadata->>'provider' is distinct from 'own'
      and (${tags.length === 0} or exists (select from images.picture_tags pt join images.tags t on t.id = pt.tag_id
        where pt.picture_id = p.id and t.folded = any(${tags.map(fold)}::text[])))
      and not exists (select from images.posts o where o.picture_id = p.id and o.platform = ${platform} and o.status <> 'cancelled')
    order by p.created_at, p.id limit 1`.execute(tx);
  return rows[0] ?? null;
}
