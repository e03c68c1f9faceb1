/** Several rooms speak over one address: each has the channels that begin with its name (`project:…`, `notices:…`). */
import type { LiveRoute } from './live.ts';

export interface LiveChannels extends Pick<LiveRoute, 'maySubscribe' | 'current'> {
  /** What stands before the colon. */
  readonly name: string;
}

/** What nobody's name begins is open to nobody. */
export function joinChannels(...rooms: readonly LiveChannels[]): Pick<LiveRoute, 'maySubscribe' | 'current'> {
  const roomOf = (channel: string): LiveChannels | undefined => rooms.find(({ name }) => channel.startsWith(`${name}:`));
  return {
    maySubscribe: async (viewer, channel) => (await roomOf(channel)?.maySubscribe(viewer, channel)) ?? false,
    current: async (channel, viewer) => (await roomOf(channel)?.current?.(channel, viewer)) ?? null,
  };
}
