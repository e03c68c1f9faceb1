/**
 * Registration: how a stranger becomes a member, step by step on any phone, or in one request of the API.
 *
 * Hides drafts (what was given so far, encrypted, for a week), the order of the steps, the two ways files arrive, and that sending
 * the last step twice makes one person. Words: a *draft* belongs to one browser; a *step* is one form; to *complete* a draft is to
 * make the person and close it in one transaction.
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';
import { registerRegistrationApi } from './api.ts';
import { createDrafts } from './drafts.ts';
import { createFlow } from './flow.ts';
import { registerSteps } from './routes.tsx';

export interface RegistrationTools {
  readonly config: Pick<Config, 'rateLimitScale'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly limits: Pick<Limits, 'admit'>;
  readonly files: Files;
  readonly uploads: Pick<Uploads, 'claim'>;
  readonly pages: Pages;
  readonly identity: Identity;
  readonly catalogue: Catalogue;
  readonly members: Members;
}

export interface Registration {
  /** Deletes drafts whose time is over; answers how many. For an hourly job. */
  sweep(): Promise<number>;
}

export function registerRegistration(door: Door, tools: RegistrationTools): Registration {
  const drafts = createDrafts(tools);
  registerSteps(door, tools, createFlow(tools, drafts));
  registerRegistrationApi(door, tools);
  return { sweep: drafts.sweep };
}
