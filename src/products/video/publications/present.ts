/** Publications as they go over the wire (video-api.md, "Publication"). */
import { type Connection, type Connections, PLATFORM_NAMES, PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import { type Language, say } from '#kernel/message.ts';
import { secondsOf, secondsOrNull } from '../lists.ts';
import { outcomes } from './messages.ts';
import { type FilmPublication, statusOfBatch } from './publication.ts';

/** In one line of a batch. */
const lineOf = ({ id, platform, status, progress }: FilmPublication) => ({ id, platform, status, progress });

export const batchOnWire = (batchId: string, publications: readonly FilmPublication[]) => ({
  publish_batch_id: batchId,
  status: statusOfBatch(publications),
  publish_at: secondsOrNull(publications[0]?.publishAt ?? null),
  timezone: publications[0]?.timezone ?? null,
  publications: publications.map(lineOf),
});

/** Just asked for: it is worked on, unless it waits for its time. */
export const acceptedOnWire = (publications: readonly FilmPublication[]) => {
  const batch = batchOnWire(publications[0]?.batchId ?? '', publications);
  return { ...batch, status: batch.status === 'scheduled' ? 'scheduled' : 'processing' };
};

export function faultOnWire({ fault, platform }: Pick<FilmPublication, 'fault' | 'platform'>, language: Language) {
  if (!fault) return null;
  const cause = fault.code in outcomes ? outcomes[fault.code as keyof typeof outcomes] : outcomes.other;
  return { code: fault.code.toUpperCase(), message: say(cause, language, { platform: PLATFORM_TITLES[platform] }), detail: fault.detail };
}

export const publicationOnWire = (publication: FilmPublication, language: Language) => ({
  publish_id: publication.id,
  publish_batch_id: publication.batchId,
  video_id: publication.videoId,
  project_id: publication.projectId,
  platform: publication.platform,
  status: publication.status,
  progress: publication.progress,
  publish_at: secondsOf(publication.publishAt),
  timezone: publication.timezone,
  published_at: secondsOrNull(publication.publishedAt),
  platform_url: publication.platformUrl,
  platform_id: publication.platformId,
  analytics: {
    views: publication.figures?.views ?? null,
    likes: publication.figures?.likes ?? null,
    comments: publication.figures?.comments ?? null,
    last_updated: secondsOrNull(publication.figures?.at ?? null),
  },
  config: publication.config,
  error: faultOnWire(publication, language),
  created_at: secondsOf(publication.createdAt),
});

/** One line for each platform: the account that posts by default, and all of them. */
export function connectionsOnWire(all: readonly Connection[], { isOffered }: Pick<Connections, 'isOffered'>) {
  return PLATFORM_NAMES.map((platform) => {
    const own = all.filter((one) => one.platform === platform && one.state !== 'disconnected');
    const held = own.find(({ state }) => state === 'connected') ?? own[0];
    const facts = held ? accountOnWire(held) : {};
    return { platform, connected: held?.state === 'connected', offered: isOffered(platform), ...facts, accounts: own.map(accountOnWire) };
  });
}

const accountOnWire = ({ id, name, username, state, problem, accessExpiresAt, isSimulated }: Connection) => ({
  id,
  account_name: name || username,
  username,
  state,
  problem,
  expires_at: secondsOrNull(accessExpiresAt),
  simulated: isSimulated,
});
