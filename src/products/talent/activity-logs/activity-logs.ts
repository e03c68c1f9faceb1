/**
 * The logs as administrators read them: who did what, what looked like an attack, how much of it, and whether anything was changed since.
 *
 * Hides the filters, the files they are exported to, how long a log is kept, and when it is sealed. Words: an *entry* is one line of the
 * activity log, an *event* one of the security log; a *seal* is explained in `kernel/audit-seals.ts`.
 */
import type { Audit } from '#kernel/audit.ts';
import type { AuditSeals } from '#kernel/audit-seals.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import { registerLogPages } from './log-routes.tsx';
import { registerOverview } from './overview-routes.tsx';
import { sweepLogs } from './retention.ts';

export interface ActivityLogTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly seals: AuditSeals;
  readonly limits: Pick<Limits, 'admit'>;
  readonly settings: Settings;
  readonly pages: Pages;
}

export interface ActivityLogs {
  /** Removes what was kept long enough; answers how many. */
  sweep(): Promise<number>;
}

export function registerActivityLogs(door: Door, tools: ActivityLogTools): ActivityLogs {
  registerLogPages(door, tools);
  registerOverview(door, tools);
  return { sweep: () => sweepLogs(tools) };
}
