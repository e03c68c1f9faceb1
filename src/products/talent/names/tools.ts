/** What the names slice is given. */
import type { Logger } from 'pino';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { Members } from '../members/members.ts';
import type { Presence } from '../presence/presence.ts';
import type { Projects } from '../projects/projects.ts';

export interface NameTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queue: Queue;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly notices: Pick<Notices, 'notifyAdmins'>;
  readonly settings: Settings;
  readonly pages: Pages;
  readonly identity: Pick<Identity, 'find' | 'findByEmail'>;
  readonly members: Members;
  readonly cinema: Cinema;
  readonly projects: Projects;
  readonly presence: Presence;
  readonly library: Pick<Library, 'absorb'>;
  readonly catalogue: Catalogue;
  /** Origin of the site, for the links in letters. */
  readonly publicUrl: string;
}
