/** What the matching slice is given, what administrators set, and where searches live. */
import { Type } from 'typebox';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { defineSetting, type Settings } from '#kernel/settings.ts';
import type { Vault } from '#kernel/vault.ts';
import type { BriefKind } from '../briefs/briefs.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { CinemaSearch } from '../cinema-search/cinema-search.ts';
import type { Members } from '../members/members.ts';
import type { RankingIndex } from '../ranking/ranking.ts';

export interface MatchingTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly limits: Pick<Limits, 'admit'>;
  readonly audit: Pick<Audit, 'activity'>;
  readonly mail: Mail;
  readonly settings: Pick<Settings, 'get'>;
  readonly generation: Generation;
  readonly pages: Pages;
  readonly members: Pick<Members, 'listByIds' | 'profiles' | 'mailboxOf'>;
  readonly cinema: Pick<Cinema, 'listByIds' | 'cards' | 'profiles' | 'mailboxOf'>;
  readonly search: Pick<CinemaSearch, 'readFilters'>;
  readonly catalogue: Pick<Catalogue, 'snapshot'>;
  readonly ranking: RankingIndex;
  readonly uploads: Pick<Uploads, 'claim'>;
  /** Origin of the site, for the links in letters. */
  readonly publicUrl: string;
  /** Multiplies the documented figure (`RATE_LIMIT_SCALE`). */
  readonly rateLimitScale: number;
}

/** Whether a configured model gives its opinion on the first twenty. */
export const AI_RERANK = defineSetting({ key: 'ai_rerank', schema: Type.Boolean(), fallback: true });
/** The documented behaviour: everybody found with 50 or more is written to at once. Off: the recruiter chooses and confirms. */
export const AI_MATCH_AUTO_EMAIL = defineSetting({ key: 'ai_match_auto_email', schema: Type.Boolean(), fallback: false });

/** Where the searches of a kind live. */
export const ROOT: Readonly<Record<BriefKind, string>> = { standard: '/ai-search', cinema: '/cinema/ai-search' };
export const addressOf = ({ kind, id }: { readonly kind: BriefKind; readonly id: number }): string => `${ROOT[kind]}/${id}`;
