/** Names that come twice: people who may be the same, names that an administrator watches, and how two files become one. */

import type { Logger } from 'pino';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { Members } from '../members/members.ts';
import type { PersonKind } from '../people-news.ts';

export interface NameTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queue: Queue;
  readonly files: Files;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly settings: Settings;
  readonly pages: Pages;
  readonly members: Members;
  readonly cinema: Cinema;
  readonly catalogue: Catalogue;
  readonly publicUrl: string;
  readonly siteName: string;
}

/** Promises a look at the name of somebody who just came or was renamed, inside the caller's transaction. */
export const askForNameCheck = async (_queue: Queue, _tx: Tx, _kind: PersonKind, _id: number): Promise<void> => undefined;

export function registerNames(_door: Door, _tools: NameTools): void {
  // The job, the watch-list, the review of duplicates, the merge.
}
