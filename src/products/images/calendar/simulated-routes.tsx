/** The feed of played platforms, and its pictures one by one: a page of them all would weigh megabytes. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import type { CalendarTools, FeedPost, SimulatedFeed } from './calendar.ts';
import { feed as m } from './figures-messages.ts';
import { ownPage, zoneOf } from './requests.ts';
import { SIMULATED, SimulatedPage } from './simulated-view.tsx';

const SHOWN = 60;
interface ByPicture {
  readonly Params: { readonly platform: string; readonly id: string; readonly index: string };
}

export function registerSimulated(site: Door, tools: CalendarTools): void {
  const { feed, pages } = tools;
  if (!feed) return;
  site.get(SIMULATED, ownPage, async (request, reply) => {
    const { names, posts } = await ownFeed(tools, feed, request);
    const body = <SimulatedPage posts={posts.slice(0, SHOWN)} names={names} zone={zoneOf(request).name} />;
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });
  site.get<ByPicture>(`${SIMULATED}/:platform/:id/:index`, ownPage, async (request, reply) => {
    const { platform, id, index } = request.params;
    const { posts } = await ownFeed(tools, feed, request);
    const src = posts.find((post) => post.platform === platform && post.id === id)?.pictures[Number(index)]?.src ?? '';
    const [, mediaType, base64] = /^data:(image\/(?:jpeg|png|webp|gif));base64,(.+)$/s.exec(src) ?? [];
    if (!mediaType || !base64) throw failure.notFound();
    // What was posted never changes.
    return reply
      .headers({ 'cache-control': 'private, max-age=86400', 'x-content-type-options': 'nosniff' })
      .type(mediaType)
      .send(Buffer.from(base64, 'base64'));
  });
}

/** Of the accounts that are lent to this person. */
async function ownFeed(
  { db, publishing }: CalendarTools,
  feed: SimulatedFeed,
  request: FastifyRequest,
): Promise<{ readonly names: ReadonlyMap<string, string>; readonly posts: readonly FeedPost[] }> {
  const connections = await publishing.connections.list(db, requireViewer(request).accountId);
  const names = new Map(connections.filter(({ isSimulated }) => isSimulated).map((one) => [one.externalId, one.name || one.username]));
  return { names, posts: await feed([...names.keys()]) };
}
