/**
 * CINEMA people at the pages: how a stranger, or an agency for somebody else, becomes a CINEMA talent; how they are seen; how
 * their file is changed and taken away.
 *
 * Hides drafts (what was given so far, encrypted, for a week), the order of the steps, the ways photos arrive, and that sending
 * the last step twice makes one person. Words: a *draft* belongs to one browser or account; a *step* is one form; the *gallery*
 * is up to eight photos beside the portrait; *looks* are the sensitive, optional part, kept only with an agreement of its own.
 */

import type { FastifyRequest } from 'fastify';
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { SocialCards } from '../social-cards.ts';
import { registerDeletion } from './deletion.tsx';
import { createDrafts } from './drafts.ts';
import { registerEditing } from './edit-routes.tsx';
import { createFlow } from './flow.ts';
import { registerProfile } from './profile-routes.tsx';
import { registerSteps } from './routes.tsx';
import { findOwnCode } from './store.ts';

export { labels as fileLabels } from './labels.ts';

export interface CinemaRegistrationTools {
  readonly config: Pick<Config, 'rateLimitScale'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt'>;
  readonly audit: Pick<Audit, 'activity'>;
  readonly limits: Pick<Limits, 'admit'>;
  readonly files: Files;
  readonly uploads: Pick<Uploads, 'claim'>;
  readonly pages: Pages;
  readonly catalogue: Catalogue;
  readonly cinema: Cinema;
  /** Origin of the site, for the QR code of the card and the pictures of shared links. */
  readonly publicUrl: string;
  readonly siteName: SiteName;
  readonly cards: SocialCards;
}

export interface CinemaRegistration {
  /** Deletes drafts whose time is over; answers how many. For an hourly job. */
  sweep(): Promise<number>;
  /** The person this browser registered last, for a day; null for a browser that registered nobody. */
  registeredBy(request: FastifyRequest): Promise<number | null>;
  /** The file of an account; null without one. */
  fileOf(accountId: number): Promise<number | null>;
}

export function registerCinemaRegistration(door: Door, tools: CinemaRegistrationTools): CinemaRegistration {
  const drafts = createDrafts(tools);
  registerSteps(door, tools, drafts, createFlow(tools, drafts));
  registerProfile(door, tools);
  registerEditing(door, tools);
  registerDeletion(door, tools);
  const { cinema, db } = tools;
  return {
    sweep: drafts.sweep,
    // A browser without a name registered nobody, and needs none for being asked.
    registeredBy: async (request) => (request.viewer || request.guest.name ? drafts.completed(ownerOf(request)) : null),
    fileOf: async (accountId) => {
      const code = await findOwnCode(db, accountId);
      return code === null ? null : cinema.idOfCode(db, code);
    },
  };
}
