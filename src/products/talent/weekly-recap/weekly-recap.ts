/**
 * The two letters of every Sunday: who joined in the last seven days. And the page that says what is planned.
 *
 * Hides which days a recap tells of and that each week is told once, whoever works. Words: a *recap* is a pair of letters about the same
 * days; a *plan* a job with its time.
 */
import { Type } from 'typebox';
import type { Audit } from '#kernel/audit.ts';
import type { Door } from '#kernel/http/door.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { STUDIO_ZONE } from '../email-notifications/email-notifications.ts';
import { type RecapTools, sendWeekly } from './recap.ts';
import { registerScheduler } from './routes.tsx';
import { SUNDAY_NOON } from './weeks.ts';

export interface WeeklyRecapTools extends RecapTools {
  readonly audit: Audit;
  readonly queue: Queue;
  readonly pages: Pages;
}

/** Its name is the documented id of the job. */
const WEEKLY_RECAP = defineJob({ name: 'weekly_recap', data: Type.Null(), retryDelaySeconds: 60, pollSeconds: 5 });

export function registerWeeklyRecap(door: Door, tools: WeeklyRecapTools): void {
  tools.queue.work(WEEKLY_RECAP, async () => void (await sendWeekly(tools)));
  tools.queue.schedule(WEEKLY_RECAP, SUNDAY_NOON, STUDIO_ZONE);
  registerScheduler(door, tools);
}
