/** Where the platforms are: the real ones, or those that demo mode plays because nobody has an app for them. */
import { join } from 'node:path';
import type { PlatformFacts } from '#capabilities/publishing/publishing.ts';
import type { Config } from '#config';
import type { SimulatedFeed } from '#products/images/door.ts';
import { type SimulatedPlatforms, startSimulatedPlatforms } from '#simulators/platforms.ts';

export interface World {
  readonly platforms: PlatformFacts;
  /** What "was posted" on the played platforms; null where none is played. */
  readonly feed: SimulatedFeed | null;
  close(): Promise<void>;
}

const OF_META = ['instagram', 'facebook'] as const;

export async function openWorld({ demo, platforms, dataFolder }: Config): Promise<World> {
  const { meta, x, google, linkedin, tiktok } = platforms;
  const simulated = demo
    ? ([
        ...(meta.appId ? [] : OF_META),
        ...(x.clientId ? [] : (['twitter'] as const)),
        ...(google.clientId ? [] : (['youtube'] as const)),
        ...(linkedin.clientId ? [] : (['linkedin'] as const)),
        ...(tiktok.clientKey ? [] : (['tiktok'] as const)),
      ] as const)
    : [];
  if (simulated.length === 0) return { platforms: { ...platforms, simulated }, feed: null, close: async () => undefined };
  const theatre = await startSimulatedPlatforms({ stateFile: join(dataFolder, 'simulated-platforms.json') });
  return {
    platforms: {
      meta: meta.appId ? meta : theatre.meta,
      x: x.clientId ? x : theatre.x,
      google: google.clientId ? google : theatre.google,
      linkedin: linkedin.clientId ? linkedin : theatre.linkedin,
      tiktok: tiktok.clientKey ? tiktok : theatre.tiktok,
      simulated,
    },
    feed: feedOf(theatre),
    close: theatre.close,
  };
}

const feedOf =
  (theatre: SimulatedPlatforms): SimulatedFeed =>
  async (accounts) =>
    theatre.feed(accounts).map(({ accountId, media, comments, ...post }) => ({
      ...post,
      account: accountId,
      // Films are on the platform's own page: a feed of them all would weigh too much.
      pictures: media
        .filter(({ mediaType }) => mediaType.startsWith('image/'))
        .map(({ base64, mediaType, altText }) => ({ src: base64 ? `data:${mediaType};base64,${base64}` : '', alt: altText })),
      comments: comments.map(({ text }) => text),
    }));
