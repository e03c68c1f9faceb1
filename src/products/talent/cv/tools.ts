/** What the rooms of CVs are given. */
import type { Logger } from 'pino';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';

export interface CvTools {
  readonly config: Pick<Config, 'rateLimitScale'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queue: Queue;
  readonly vault: Vault;
  readonly files: Files;
  readonly audit: Audit;
  readonly limits: Limits;
  readonly pages: Pages;
  readonly generation: Pick<Generation, 'askText'>;
  readonly members: Members;
  readonly notices: Pick<Notices, 'notify'>;
  readonly catalogue: Catalogue;
}
