/**
 * How one's own projects go on, as it happens (video-api.md, "WebSocket API"): `/ws` of the video door. Channels are `project:<id>`;
 * whoever subscribes first gets the present state. On the site's `/ws` they stand beside those of other rooms.
 */

import { Failure } from '#kernel/failure.ts';
import type { Viewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { LiveMessage } from '#kernel/http/live.ts';
import { joinChannels, type LiveChannels } from '#kernel/http/live-channels.ts';
import { liveStateOf } from './pipeline/pipeline.ts';
import type { Project } from './projects/projects.ts';
import type { FilmTools } from './rooms.ts';

type LiveTools = Pick<FilmTools, 'live' | 'identity' | 'projects' | 'pipeline'>;

const CHANNEL = /^project:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

export function registerLive(door: Door, tools: LiveTools): LiveChannels {
  const { live, identity } = tools;
  const channels: LiveChannels = {
    name: 'project',
    maySubscribe: async (viewer: Viewer, channel: string): Promise<boolean> => (await ownProject(tools, viewer, channel)) !== null,
    current: async (channel: string, viewer: Viewer): Promise<LiveMessage | null> => {
      const project = await ownProject(tools, viewer, channel);
      return project && liveStateOf(project, await tools.pipeline.state(viewer.accountId, project.id));
    },
  };
  live.route(door, '/ws', { authenticate: identity.authenticateToken, ...joinChannels(channels) });
  return channels;
}

async function ownProject({ projects }: LiveTools, { accountId }: Viewer, channel: string): Promise<Project | null> {
  const [, id] = CHANNEL.exec(channel) ?? [];
  if (!id) return null;
  return projects.get(accountId, id).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
}
