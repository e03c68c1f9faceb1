/** A platform that takes one request to prepare and one to publish, and is never in the way. */
import { PLATFORM_NAMES, type Platform, type PlatformCall, type PlatformName } from '#capabilities/publishing/platform.ts';

const unasked = (): never => {
  throw new Error('not asked in this bench');
};

export function quickPlatforms(url: string): Readonly<Record<PlatformName, Platform>> {
  const ask = async ({ send }: PlatformCall, phase: string): Promise<string> => {
    const { json } = await send({ method: 'POST', url: new URL(`${url}/${phase}`), body: '{}', phase });
    return String((json as { id: number }).id);
  };
  const platform = (name: PlatformName): Platform => ({
    ...{ name, title: name, frame: { minRatio: 1, maxRatio: 1, minWidth: 1, maxWidth: 1, maxHeight: 1, maxBytes: 1 } },
    ...{ countText: unasked, check: unasked, find: unasked, addressOf: unasked, comment: unasked, figures: unasked },
    prepare: async (call) => ({ kind: 'ready', checkpoint: { upload: await ask(call, 'prepare') } }),
    publish: async (call) => ({ kind: 'confirmed', postId: await ask(call, 'publish'), url: `${url}/post` }),
    pausesOf: () => [],
    oauth: {
      ...{ isConfigured: true, authorizeUrl: unasked, exchange: unasked, accounts: unasked, health: unasked },
      refresh: async () => null,
      refreshDue: () => false,
    },
  });
  return Object.fromEntries(PLATFORM_NAMES.map((name) => [name, platform(name)])) as Record<PlatformName, Platform>;
}
