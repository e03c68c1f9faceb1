/** The two letters of every Sunday: who joined in the last seven days. And the page that says what is planned. */
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';

export interface WeeklyRecapTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly queue: Queue;
  readonly mail: Mail;
  readonly settings: Settings;
  readonly pages: Pages;
  readonly publicUrl: string;
  readonly siteName: string;
}

export function registerWeeklyRecap(_door: Door, _tools: WeeklyRecapTools): void {
  // Sunday 12:59 in Casablanca, and /admin/settings/scheduler
}
