/**
 * Help with words: captions, hashtags and sets of them, the best time to post.
 *
 * Hides the embedded writer, the model that is asked before it, and how figures become advice. Words: a *variant* is one of three
 * captions; a *tone* is how they speak; a *set* is a group of hashtags under a name.
 */
import type { Generation } from '#capabilities/generation/generation.ts';
import type { PicturePlatform, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { zoneOf } from '../accounts/accounts.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { performancesOf } from '../scheduler/scheduler.ts';
import { type HashtagIdea, hashtagIdeas } from './hashtags.ts';
import { createSets, type HashtagSets } from './sets.ts';
import type { HashtagSet } from './store.ts';
import { type Body, type Suggestions, suggestCaptions } from './suggesting.ts';
import { type BestTimes, bestTimesOf } from './times.ts';

export type { HashtagIdea } from './hashtags.ts';
export { TONES, type Tone } from './phrases.ts';
export { registerCaptionRoutes } from './routes.ts';
export type { HashtagSet } from './store.ts';
export type { Suggestions } from './suggesting.ts';
export type { BestTimes } from './times.ts';

export interface CaptionTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly limits: Pick<Limits, 'admit'>;
  readonly rateLimitScale: number;
  readonly generation: Pick<Generation, 'askText'>;
  readonly publishing: Pick<Publishing, 'platform'>;
  readonly pictures: Pick<Pictures, 'get'>;
}

export interface Captions {
  /** `image, platform, language? (fr), tone? (warm), seed?`: three that the platform takes. Every fault named. */
  suggest(accountId: number, body: Body): Promise<Suggestions>;
  /** For a picture, or, without one, what has worked before; at most fifteen. */
  hashtags(accountId: number, pictureId: number | null, platform: PicturePlatform | null): Promise<readonly HashtagIdea[]>;
  /** In the order of their names. */
  sets(accountId: number): Promise<readonly HashtagSet[]>;
  readonly hashtagSets: HashtagSets;
  /** Five at most, best first, in the person's time zone; of every platform when none is named. */
  bestTimes(accountId: number, platform: PicturePlatform | null): Promise<BestTimes>;
}

/** A model costs money. */
const SUGGESTIONS_PER_HOUR = 120;

export function createCaptions(tools: CaptionTools): Captions {
  const { db, limits, rateLimitScale, pictures } = tools;
  const rule = { name: 'images.captions', limit: SUGGESTIONS_PER_HOUR * rateLimitScale, windowSeconds: 3600 };
  const hashtagSets = createSets(tools);
  return {
    async suggest(accountId, body) {
      await limits.admit(rule, `account:${accountId}`);
      return suggestCaptions(tools, accountId, body);
    },
    async hashtags(accountId, pictureId, platform) {
      const picture = pictureId === null ? null : await pictures.get(accountId, pictureId);
      return hashtagIdeas(picture, await performancesOf(db, accountId, platform));
    },
    sets: hashtagSets.list,
    hashtagSets,
    bestTimes: async (accountId, platform) =>
      bestTimesOf(await performancesOf(db, accountId, platform), platform, await zoneOf(db, accountId)),
  };
}
