/** From a brief to people: the two searches of the documents, their pages, and the letters to those who were chosen. */

import type { Logger } from 'pino';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { Members } from '../members/members.ts';
import type { Projects } from '../projects/projects.ts';
import type { RankingIndex } from '../ranking/ranking.ts';

export interface MatchingTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Limits;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly settings: Settings;
  readonly generation: Generation;
  readonly pages: Pages;
  readonly members: Members;
  readonly cinema: Cinema;
  readonly projects: Projects;
  readonly catalogue: Catalogue;
  readonly ranking: RankingIndex;
  readonly publicUrl: string;
  readonly siteName: string;
  /** Multiplies the documented figure (`RATE_LIMIT_SCALE`). */
  readonly rateLimitScale: number;
}

export function registerMatching(_door: Door, _tools: MatchingTools): void {
  // /ai-search and /cinema/ai-search.
}
