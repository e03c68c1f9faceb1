/**
 * The administrator's view of letters: figures, switches, the sender, the history, each letter as it was sent.
 *
 * Hides which templates the product has and where their switches are kept. Words: a *template* is a kind of letter; the *mailbox* is where
 * the studio writes to its administrators.
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { MailDesk } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';

import { registerLetterPages } from './letter-routes.tsx';
import { registerOverview } from './overview-routes.tsx';

export { adminMailbox, type Mailbox } from './admin-mailbox.ts';
export { momentOf, STUDIO_ZONE, shownAt } from './studio-zone.ts';
export { isTemplateEnabled, type TemplateName } from './templates.ts';

export interface EmailNotificationTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly limits: Pick<Limits, 'admit'>;
  readonly mail: MailDesk;
  readonly settings: Settings;
  readonly identity: Pick<Identity, 'find' | 'findByEmail'>;
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
}

export function registerEmailNotifications(door: Door, tools: EmailNotificationTools): void {
  registerOverview(door, tools);
  registerLetterPages(door, tools);
}
