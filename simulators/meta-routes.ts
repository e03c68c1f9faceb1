/** Which request of the Graph API is which. */
import { addComment, listComments, listPosts, publishToFeed, readPost, uploadPhoto } from './meta-facebook.ts';
import { readFilm, reels, videos } from './meta-films.ts';
import { insights } from './meta-insights.ts';
import { createContainer, listMedia, publishContainer, publishingLimit, readContainer, readMedia } from './meta-instagram.ts';
import { businesses, businessPages, ownPages, permissions, readPage } from './meta-login.ts';
import type { MetaPhase } from './meta-mishaps.ts';
import { GraphRefusal, only } from './meta-wire.ts';
import { type GraphAsk, type MetaWorld, needScope, unknownThing } from './meta-world.ts';
import type { SimulatedPost } from './platform-store.ts';

type Route = (ask: GraphAsk) => unknown;

/** The post that the token may see. */
function needPost({ world, bearer, id }: GraphAsk): SimulatedPost {
  const post = world.store.post('facebook', id) ?? world.store.post('instagram', id);
  const page = world.state.people.get(bearer.personId)?.pages.find((one) => one.id === bearer.pageId);
  if (!post || (post.accountId !== page?.id && post.accountId !== page?.instagram.id)) throw unknownThing(id);
  return post;
}

const readInsights: Route = (ask) => {
  const post = needPost(ask);
  needScope(ask, post.platform === 'instagram' ? 'instagram_manage_insights' : 'read_insights');
  return insights(ask, post);
};

/** A container, a post, a page or a professional account, by its number alone. */
const readThing: Route = (ask) => {
  const { world, id, bearer, fields } = ask;
  const container = world.state.containers.get(id);
  if (container) return readContainer(ask, container);
  const film = world.state.films.get(id);
  if (film) return readFilm(ask, film);
  const pages = (world.state.people.get(bearer.personId)?.pages ?? []).filter((page) => bearer.pageIds.includes(page.id));
  const page = pages.find((one) => one.id === id && (bearer.pageId === null || bearer.pageId === id));
  if (page) return readPage(ask, page, !world.rules.hidesPageTokens);
  const account = pages.find((one) => one.instagram.id === id);
  if (account) return only(fields.get('fields'), account.instagram);
  const post = needPost(ask);
  return post.platform === 'instagram' ? readMedia(ask, post) : readPost(ask, post);
};

/** Method, the part after the number, what is done. */
const EDGES: readonly (readonly [string, string, MetaPhase, Route])[] = [
  ['GET', 'permissions', 'permissions', permissions],
  ['GET', 'accounts', 'accounts', ownPages],
  ['GET', 'businesses', 'businesses', businesses],
  ['GET', 'owned_pages', 'accounts', businessPages],
  ['GET', 'client_pages', 'accounts', () => ({ data: [] })],
  ['GET', 'content_publishing_limit', 'limit', publishingLimit],
  ['POST', 'media', 'container', createContainer],
  ['GET', 'media', 'media', listMedia],
  ['POST', 'media_publish', 'media_publish', publishContainer],
  ['POST', 'photos', 'photos', uploadPhoto],
  ['POST', 'feed', 'feed', publishToFeed],
  ['POST', 'video_reels', 'video_reels', reels],
  ['POST', 'videos', 'videos', videos],
  ['GET', 'published_posts', 'posts', listPosts],
  ['GET', 'feed', 'posts', listPosts],
  ['GET', 'insights', 'insights', readInsights],
  ['GET', 'comments', 'comments', (ask) => listComments(ask, needPost(ask))],
  ['POST', 'comments', 'comment', (ask) => addComment(ask, needPost(ask))],
];

const edgeFor = (method: string, path: string) => EDGES.find(([verb, edge]) => verb === method && edge === path.split('/')[1]);

export function phaseOf(method: string, path: string, { state, store }: MetaWorld, step = ''): MetaPhase {
  if (path === 'oauth/access_token') return 'token';
  if (path === 'debug_token') return 'debug_token';
  const edge = edgeFor(method, path);
  if (edge && step === 'finish' && edge[2] === 'video_reels') return 'video_reels_finish';
  if (edge && step === 'finish' && edge[2] === 'videos') return 'videos_finish';
  if (edge) return edge[2];
  if (state.containers.get(path)) return 'container_status';
  if (state.films.get(path)) return 'video';
  return (store.post('facebook', path) ?? store.post('instagram', path)) ? 'post' : 'page';
}

export function routeFor(method: string, path: string): Route {
  const edge = edgeFor(method, path);
  if (edge) return edge[3];
  if (method === 'GET' && !path.includes('/')) return readThing;
  throw new GraphRefusal(2500, `Unknown path components: /${path}`);
}
