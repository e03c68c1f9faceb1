/** What every room of the video product may be given. */

import type { Logger } from 'pino';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Live } from '#kernel/http/live.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';

export interface VideoTools {
  readonly config: Config;
  readonly version: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly queue: Queue;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly generation: Generation;
  readonly publishing: Publishing;
  readonly library: Library;
  readonly webhooks: Webhooks;
  readonly live: Live;
  readonly notices: Notices;
  readonly pages: Pages;
  readonly lists: Lists;
  readonly everywhere: Pick<Everywhere, 'add'>;
}
