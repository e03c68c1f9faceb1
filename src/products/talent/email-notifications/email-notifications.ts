/** The administrator's view of letters: figures, switches, history, each letter as it was sent. */
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';

export interface EmailNotificationTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly settings: Settings;
  readonly pages: Pages;
}

export function registerEmailNotifications(_door: Door, _tools: EmailNotificationTools): void {
  // /admin/settings/email-notifications
}
