/** The status of the scheduler in the documented words: is it running, which jobs, when next, by what they are triggered. */
import type { Plan, Queue } from '#kernel/jobs/queue.ts';
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import { m } from './messages.ts';

export interface PlannedJob {
  readonly id: string;
  readonly name: string;
  readonly nextRun: Date | null;
  /** In the reader's words; the cron itself when it is more than they can say. */
  readonly trigger: string;
  readonly cron: string;
  readonly timezone: string;
  readonly last: Plan['last'];
}
export interface SchedulerStatus {
  readonly running: boolean;
  readonly jobs: readonly PlannedJob[];
}

const NAMES: Readonly<Record<string, Message>> = {
  weekly_recap: m.weekly,
  'names.sweep': m.names,
  'names.tidy': m.namesTidy,
  'housekeeping/hourly': m.hourly,
  'housekeeping/daily': m.daily,
  'backup/scheduled': m.backup,
};

export async function schedulerStatus(queue: Pick<Queue, 'plans'>, language: Language): Promise<SchedulerStatus> {
  const { running, plans } = await queue.plans();
  const jobs = plans.map(({ name, cron, timezone, next, last }) => {
    const known = NAMES[name];
    return {
      id: name,
      name: known ? say(known, language) : name,
      nextRun: next,
      trigger: triggerText(cron, language),
      cron,
      timezone,
      last,
    };
  });
  // What administrators wait for comes before what keeps the house in order.
  return { running, jobs: jobs.toSorted((a, b) => Number(a.id.includes('/')) - Number(b.id.includes('/')) || a.id.localeCompare(b.id)) };
}

const NUMBER = /^\d+$/;
/** A Sunday. */
const SUNDAY = Date.UTC(2023, 0, 1);

export function triggerText(cron: string, language: Language): string {
  const [minute = '', hour = '', day, month, weekday = ''] = cron.split(' ');
  const often = /^\*\/(\d+) \* \* \* \*$/.exec(cron)?.[1];
  if (often) return say(m.everyMinutes, language, { minutes: Number(often) });
  if (!NUMBER.test(minute) || day !== '*' || month !== '*') return cron;
  if (hour === '*' && weekday === '*') return say(m.everyHour, language, { minute });
  if (!NUMBER.test(hour)) return cron;
  const time = `\u2068${hour.padStart(2, '0')}:${minute.padStart(2, '0')}\u2069`;
  if (weekday === '*') return say(m.everyDay, language, { time });
  if (!NUMBER.test(weekday)) return cron;
  const name = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  return say(m.everyWeek, language, { day: name.format(SUNDAY + Number(weekday) * 86_400_000), time });
}
