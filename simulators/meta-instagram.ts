/** Instagram's part of the Graph API: containers, publication, what was posted, and what people say below. */

import { contentOf, newFilm, ruploadUrl, storeFilm } from './meta-films.ts';
import { figuresAt } from './meta-insights.ts';
import type { Container, MetaPage, StoredPicture } from './meta-people.ts';
import { download, fetchPicture, mediaOf } from './meta-picture.ts';
import { GraphRefusal, graphTime, only, paged } from './meta-wire.ts';
import { type GraphAsk, type MetaWorld, needPage, needScope, nextId, unknownThing } from './meta-world.ts';
import { filmFacts } from './mp4.ts';
import type { SimulatedPost } from './platform-store.ts';

const DAY_MS = 86_400_000;

export async function createContainer(ask: GraphAsk): Promise<unknown> {
  needScope(ask, 'instagram_content_publish');
  const { world, fields } = ask;
  const page = needPage(ask, 'instagram');
  const caption = fields.get('caption') ?? '';
  requireCaption(caption, world);
  const pictures = await picturesFor(ask, page);
  const id = nextId(world, '179', 17);
  forgetOld(world);
  const [fate] = world.rules.fates.splice(0, 1);
  const isBrought = fields.get('upload_type') === 'resumable';
  if (isBrought) newFilm(world, id, { ownerId: page.instagram.id, kind: 'container', size: null });
  world.state.containers.put(id, {
    ...{ igId: page.instagram.id, caption, pictures, madeAt: world.now(), isPublished: false, fate: fate ?? 'FINISHED' },
    isChild: fields.get('is_carousel_item') === 'true',
    pollsLeft: world.rules.polls ?? Number(id.slice(-3)) % 3,
  });
  return isBrought ? { id, uri: ruploadUrl(ask.here, 'ig-api-upload', id) } : { id };
}

function forgetOld({ state, now }: MetaWorld): void {
  for (const [id, { madeAt }] of state.containers.all()) if (now() - madeAt > 2 * DAY_MS) state.containers.drop(id);
}

function requireCaption(caption: string, { rules }: MetaWorld): void {
  const userMessage = 'The caption was too long. It should be at most 2200 characters.';
  if ([...caption].length > 2200) throw new GraphRefusal(36004, 'The caption is too long', { subcode: 2207010, userMessage });
  if ((caption.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0) <= rules.hashtags) return;
  throw new GraphRefusal(100, 'Too many tags', {
    subcode: 2207040,
    userMessage: `Cannot use more than ${rules.hashtags} tags per created media.`,
  });
}

async function picturesFor({ world, fields }: GraphAsk, page: MetaPage): Promise<readonly StoredPicture[]> {
  if (fields.get('media_type') === 'REELS') {
    const address = fields.get('video_url');
    if (fields.get('upload_type') === 'resumable') return [];
    if (!address) throw new GraphRefusal(100, '(#100) The parameter video_url is required');
    return [storeFilm(await download(address), address)];
  }
  if (fields.get('media_type') !== 'CAROUSEL') {
    const address = fields.get('image_url');
    if (!address) throw new GraphRefusal(100, '(#100) The parameter image_url is required');
    return [await fetchPicture(address, fields.get('alt_text') ?? '')];
  }
  const children = (fields.get('children') ?? '').split(',').map((id) => world.state.containers.get(id));
  if (children.length < 2 || children.length > 10 || children.some((child) => child?.igId !== page.instagram.id || !child.isChild)) {
    throw new GraphRefusal(100, 'Invalid carousel', { subcode: 2207028, userMessage: 'A carousel needs 2 to 10 of its own items.' });
  }
  return children.flatMap((child) => child?.pictures ?? []);
}

/** What is seen when it is worked on: as much as of pictures is seen at once. */
function faultOfFilm({ pictures }: Container): string | null {
  const [film] = pictures;
  if (film?.mediaType !== 'video/mp4') return null;
  const content = Buffer.from(film.base64, 'base64');
  const facts = filmFacts(content);
  if (!facts) return '2207026';
  return facts.seconds < 3 || facts.seconds > 900 || content.length > 300_000_000 ? '2207082' : null;
}

/** The film of it, when it was brought and is whole. */
function filled(world: MetaWorld, id: string, container: Container): Container {
  const film = container.pictures.length === 0 ? world.state.films.get(id) : null;
  const content = film && contentOf(world, film);
  return content ? { ...container, pictures: [storeFilm(content, null)] } : container;
}

function statusOf(container: Container, world: MetaWorld): string {
  if (container.isPublished) return 'PUBLISHED';
  if (container.fate === 'EXPIRED' || world.now() - container.madeAt > DAY_MS) return 'EXPIRED';
  if (container.pollsLeft > 0 || container.pictures.length === 0) return 'IN_PROGRESS';
  return faultOfFilm(container) ? 'ERROR' : container.fate;
}

const SAID: Readonly<Record<string, string>> = {
  FINISHED: 'Finished: Media has been uploaded and it is ready to be published.',
  IN_PROGRESS: 'In Progress: Media is still being processed.',
  ERROR: 'Error: Media upload has failed with error code 2207053',
  EXPIRED: 'Expired: The container was not published within 24 hours.',
  PUBLISHED: 'Published: Media has been successfully published.',
};

/** Each look brings it a little further. */
export function readContainer({ world, id, fields }: GraphAsk, kept: Container): unknown {
  const container = filled(world, id, kept);
  const status_code = statusOf(container, world);
  const film = world.state.films.get(id);
  const isWhole = container.pictures.length > 0;
  if (isWhole && container.pollsLeft > 0) world.state.containers.put(id, { ...container, pollsLeft: container.pollsLeft - 1 });
  const fault = status_code === 'ERROR' ? faultOfFilm(container) : null;
  const status = fault ? `Error: Media upload has failed with error code ${fault}` : SAID[status_code];
  const video_status = film && {
    uploading_phase: { status: isWhole ? 'complete' : 'in_progress', bytes_transferred: film.sent },
    processing_phase: { status: status_code === 'FINISHED' ? 'complete' : 'not_started' },
  };
  return only(fields.get('fields'), { id, status_code, status, video_status: video_status ?? undefined });
}

export function publishContainer(ask: GraphAsk): unknown {
  needScope(ask, 'instagram_content_publish');
  const { world, fields } = ask;
  const page = needPage(ask, 'instagram');
  const containerId = fields.get('creation_id') ?? '';
  const kept = world.state.containers.get(containerId);
  const container = kept && filled(world, containerId, kept);
  const userMessage = 'The media could not be found.';
  if (container?.igId !== page.instagram.id || container.isPublished || container.isChild) {
    throw new GraphRefusal(24, 'The requested resource does not exist', { subcode: 2207006, userMessage });
  }
  const status = statusOf(container, world);
  if (status === 'EXPIRED') throw new GraphRefusal(-2, 'The media has expired', { subcode: 2207020 });
  if (status === 'ERROR') throw new GraphRefusal(-1, 'Create media fail, please try to re-create media', { subcode: 2207032 });
  if (status !== 'FINISHED') throw new GraphRefusal(9007, 'Media ID is not available', { subcode: 2207027 });
  if (publishedToday(world, page.instagram.id) >= world.rules.dailyCap) {
    throw new GraphRefusal(9, 'Application request limit reached', {
      subcode: 2207042,
      userMessage: 'You reached maximum number of posts that is allowed to be published by Content Publishing API.',
    });
  }
  // The post has the pictures now.
  world.state.containers.put(containerId, { ...container, isPublished: true, pictures: [] });
  const id = nextId(world, '180', 17);
  world.store.addPost({
    ...{ id, platform: 'instagram', accountId: page.instagram.id, text: container.caption.trim() },
    madeWithAi: container.pictures.some(({ isAiMade }) => isAiMade),
    media: container.pictures.map(mediaOf),
    ...filmOf(container.pictures),
    at: new Date(world.now()).toISOString(),
    url: `https://www.instagram.com/p/${Buffer.from(id.slice(-9)).toString('base64url')}/`,
    comments: [],
    metrics: {},
  });
  return { id };
}

function filmOf([film]: readonly StoredPicture[]): Pick<SimulatedPost, 'film'> {
  const content = film?.mediaType === 'video/mp4' ? Buffer.from(film.base64, 'base64') : null;
  const facts = content && filmFacts(content);
  return facts ? { film: { title: '', privacy: 'reel', seconds: facts.seconds, bytes: content.length } } : {};
}

const publishedToday = ({ store, now }: MetaWorld, igId: string): number =>
  store.postsOf('instagram', igId).filter(({ at }) => now() - Date.parse(at) < DAY_MS).length;

export function publishingLimit(ask: GraphAsk): unknown {
  needScope(ask, 'instagram_content_publish');
  const { instagram } = needPage(ask, 'instagram');
  const config = { quota_total: ask.world.rules.dailyCap, quota_duration: 86_400 };
  return { data: [{ quota_usage: publishedToday(ask.world, instagram.id), config }] };
}

export function listMedia(ask: GraphAsk): unknown {
  needScope(ask, 'instagram_basic');
  const { instagram } = needPage(ask, 'instagram');
  const posts = ask.world.store.postsOf('instagram', instagram.id).toReversed();
  return paged(posts, (post) => readMedia(ask, post), ask);
}

export function readMedia({ world, fields }: GraphAsk, post: SimulatedPost): Record<string, unknown> {
  const { likes = 0, comments = 0 } = figuresAt(post, world.now());
  return only(fields.get('fields'), {
    ...{ id: post.id, caption: post.text || undefined, timestamp: graphTime(post.at), permalink: post.url },
    ...{
      like_count: likes,
      comments_count: comments,
      media_type: post.film ? 'VIDEO' : post.media.length > 1 ? 'CAROUSEL_ALBUM' : 'IMAGE',
    },
  });
}

export function usernameOf(world: MetaWorld, post: SimulatedPost): string {
  const account = world.store.account(post.platform, post.accountId);
  if (!account) throw unknownThing(post.id);
  return account.username;
}
