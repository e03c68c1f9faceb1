/** What the presence slice is given. */
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Badges } from '../badges/badges.ts';
import type { Projects } from '../projects/projects.ts';
import type { Presence } from './presence.ts';

export interface PresenceTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity'>;
  readonly files: Pick<Files, 'find' | 'open'>;
  readonly badges: Badges;
  readonly projects: Pick<Projects, 'require' | 'list' | 'assignmentByCode'>;
}

export interface PresencePageTools extends PresenceTools {
  readonly pages: Pages;
  readonly presence: Presence;
}
