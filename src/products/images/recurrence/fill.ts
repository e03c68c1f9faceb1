/** Slots become posts two days ahead: the picture is chosen, the words are filled in, once a day and platform. */
import type { PicturePlatform, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure } from '#kernel/failure.ts';
import { localDay } from '#kernel/wall-time.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { type Occurrence, occurrencesBetween } from './instants.ts';
import type { Schedule } from './schedule.ts';
import * as store from './store.ts';

const HOUR = 3_600_000;
export const AHEAD_MS = 48 * HOUR;
/** What nobody decided in time is made up for when it is this fresh, once; anything older is skipped. */
const GRACE_MS = 2 * HOUR;

export interface FillTools {
  readonly db: Db;
  readonly scheduler: Pick<Scheduler, 'planOccurrence' | 'cancel'>;
  readonly publishing: Pick<Publishing, 'platform'>;
}

/** Takes back what an older version planned, then plans. Safe to run twice, and by two processes at once. */
export async function bringUpToDate(tools: FillTools, id: number, now: Date): Promise<void> {
  await takeBack(tools, id, now);
  await inTransaction(tools.db, async (tx) => {
    await store.deleteLeft(tx, id);
    const schedule = await store.holdActive(tx, id);
    if (schedule) await fill(tools, tx, schedule, now);
  });
}

async function takeBack({ db, scheduler }: FillTools, id: number, now: Date): Promise<void> {
  for (const slot of await store.outdatedSlots(db, id, now)) {
    const isFree = slot.postId === null || (await cancelled(scheduler, slot.accountId, slot.postId));
    await (isFree ? store.deleteSlot(db, id, slot) : store.adoptSlot(db, id, slot));
  }
}

/** False when it is under way, or has ended: that slot is used. */
async function cancelled(scheduler: FillTools['scheduler'], accountId: number, postId: number): Promise<boolean> {
  try {
    await scheduler.cancel(accountId, postId);
    return true;
  } catch (error) {
    if (error instanceof Failure && ['conflict', 'not-found'].includes(error.kind)) return error.kind === 'not-found';
    throw error;
  }
}

async function fill(tools: FillTools, tx: Tx, schedule: Schedule, now: Date): Promise<void> {
  for (const { day, platform, at } of await store.slotsWithoutPicture(tx, schedule.id, now)) {
    await fillSlot(tools, tx, schedule, { day, at }, platform, now);
  }
  const horizon = new Date(now.getTime() + AHEAD_MS);
  const due = occurrencesBetween(schedule, schedule.filledUntil, horizon);
  const makeUp = due.findLast(({ at }) => at <= now && now.getTime() - at.getTime() <= GRACE_MS);
  const days = due.map(({ day }) => day);
  const taken = await store.takenDays(tx, schedule.id, days);
  for (const occurrence of due) {
    for (const platform of schedule.platforms) {
      if (taken.has(`${occurrence.day} ${platform}`)) continue;
      if (occurrence.at <= now && occurrence !== makeUp)
        await store.writeSlot(tx, schedule, { ...occurrence, platform, outcome: 'skipped', postId: null }, now);
      else await fillSlot(tools, tx, schedule, occurrence, platform, now);
    }
  }
  await store.markFilled(tx, schedule.id, horizon);
}

async function fillSlot(
  { scheduler, publishing }: FillTools,
  tx: Tx,
  schedule: Schedule,
  { day, at }: Occurrence,
  platform: PicturePlatform,
  now: Date,
): Promise<void> {
  const picture = await store.oldestUnposted(tx, schedule.accountId, platform, schedule.tags);
  if (!picture) return store.writeSlot(tx, schedule, { day, at, platform, outcome: 'no_picture', postId: null }, now);
  const room = roomFor(publishing, platform, schedule);
  const post = await planned(
    scheduler.planOccurrence(tx, {
      key: `schedule:${schedule.id}:${day}:${platform}:${schedule.version}`,
      accountId: schedule.accountId,
      pictureId: picture.id,
      platform,
      scheduledTime: at <= now ? now : at,
      caption: captionOf(schedule, picture, localDay(at, schedule.timezone), room),
      hashtags: schedule.hashtags,
      scheduleId: schedule.id,
    }),
  );
  await store.writeSlot(tx, schedule, { day, at, platform, outcome: post ? 'planned' : 'refused', postId: post?.id ?? null }, now);
}

/** Null when the platform's limits refuse it: nothing was written. */
async function planned<T>(planning: Promise<T>): Promise<T | null> {
  try {
    return await planning;
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') return null;
    throw error;
  }
}

/** How many the platform counts for everything but the prompt. */
function roomFor(publishing: FillTools['publishing'], platform: PicturePlatform, { captionTemplate, hashtags }: Schedule) {
  return (prompt: string, rest: Readonly<Record<string, string>>): boolean => {
    const text = [filled(captionTemplate, { ...rest, prompt }), hashtags].filter(Boolean).join('\n\n');
    const { used, limit } = publishing.platform(platform).countText(text);
    return used <= limit;
  };
}

/** The template with the picture's words; a prompt that is too long for the platform ends with a word and an ellipsis. */
export function captionOf(
  { captionTemplate }: Pick<Schedule, 'captionTemplate'>,
  { prompt, tags }: Pick<store.Candidate, 'prompt' | 'tags'>,
  day: string,
  fits: (prompt: string, rest: Readonly<Record<string, string>>) => boolean,
): string {
  const rest = { tags: tags.join(', '), date: day.split('-').reverse().join('/') };
  const words = prompt.split(/\s+/);
  let shown = prompt;
  for (let kept = words.length - 1; kept > 0 && !fits(shown, rest); kept -= 1) shown = `${words.slice(0, kept).join(' ')}…`;
  return filled(captionTemplate, { ...rest, prompt: shown });
}

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(prompt|tags|date)\}/g, (_whole, name: string) => values[name] ?? '');
