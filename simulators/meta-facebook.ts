/** The Pages part of the Graph API: photos, the feed, what was posted; comments of both platforms. */
import { figuresAt } from './meta-insights.ts';
import { usernameOf } from './meta-instagram.ts';
import { mediaOf, storePicture } from './meta-picture.ts';
import { GraphRefusal, graphTime, only, paged } from './meta-wire.ts';
import { type GraphAsk, type MetaWorld, needPage, needScope, nextId } from './meta-world.ts';
import type { SimulatedComment, SimulatedMedia, SimulatedPost } from './platform-store.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const DAY_MS = 86_400_000;

export async function uploadPhoto(ask: GraphAsk): Promise<unknown> {
  needScope(ask, 'pages_manage_posts', 200);
  const { world, fields, files } = ask;
  const page = needPage(ask, 'page');
  const content = files.get('source');
  if (!content) throw new GraphRefusal(324, '(#324) Requires upload file');
  if (content.length > MOST_BYTES) {
    const userMessage = 'Your photos couldn’t be uploaded. Photos should be smaller than 4 MB and saved as JPG, PNG, GIF, TIFF or HEIF.';
    throw new GraphRefusal(1, 'Invalid parameter', { subcode: 1366046, userMessage });
  }
  const { format } = await (await import('sharp'))
    .default(content)
    .metadata()
    .catch(() => ({ format: 'none' }));
  if (format !== 'jpeg' && format !== 'png') throw new GraphRefusal(324, '(#324) Missing or invalid image file');
  if (fields.get('published') !== 'false') throw new GraphRefusal(100, '(#100) Only unpublished photos are played here');
  const id = nextId(world, '122', 15);
  const picture = storePicture(content, null, fields.get('alt_text_custom') ?? '');
  world.state.photos.put(id, { ...picture, pageId: page.id, at: world.now() });
  forgetOld(world);
  return { id };
}

function forgetOld({ state, now }: MetaWorld): void {
  for (const [id, { at }] of state.photos.all()) if (now() - at > 2 * DAY_MS) state.photos.drop(id);
}

export function publishToFeed(ask: GraphAsk): unknown {
  needScope(ask, 'pages_manage_posts', 200);
  const { world, fields } = ask;
  const page = needPage(ask, 'page');
  const text = fields.get('message') ?? '';
  const ids = attachedIn(fields.get('attached_media'));
  const photos = ids.map((id) => world.state.photos.get(id));
  if (photos.some((photo) => photo?.pageId !== page.id)) throw new GraphRefusal(100, '(#100) Invalid parameter: attached_media');
  if (!text && photos.length === 0) throw new GraphRefusal(100, '(#100) Missing message or attachment', { subcode: 1349125 });
  if ([...text].length > 63_206) throw new GraphRefusal(100, '(#100) The message is too long');
  const pictures = photos.filter((photo) => photo !== null);
  const media = pictures.map(mediaOf);
  requireNews(world, page.id, text, media);
  const number = nextId(world, '122', 18);
  const id = `${page.id}_${number}`;
  world.store.addPost({
    ...{
      id,
      platform: 'facebook',
      accountId: page.id,
      text,
      media,
      madeWithAi: pictures.some(({ isAiMade }) => isAiMade),
      at: new Date(world.now()).toISOString(),
    },
    ...{ url: `https://www.facebook.com/${page.id}/posts/${number}`, comments: [], metrics: {} },
  });
  world.state.attached.put(id, ids);
  for (const photo of ids) world.state.photos.drop(photo);
  return { id };
}

function attachedIn(text: string | undefined): readonly string[] {
  if (!text) return [];
  try {
    return (JSON.parse(text) as readonly { media_fbid: string }[]).map(({ media_fbid }) => String(media_fbid));
  } catch {
    throw new GraphRefusal(100, '(#100) param attached_media must be an array.');
  }
}

function requireNews({ store, rules }: MetaWorld, pageId: string, text: string, media: readonly SimulatedMedia[]): void {
  const last = store.postsOf('facebook', pageId).at(-1);
  const isTwin = last?.text === text && `${last.media.map(({ sha256 }) => sha256)}` === `${media.map(({ sha256 }) => sha256)}`;
  if (isTwin && rules.refusesTwins) {
    throw new GraphRefusal(506, 'Duplicate status message', {
      userMessage: 'This status update is identical to the last one you posted. Try posting something different.',
    });
  }
}

export function listPosts(ask: GraphAsk): unknown {
  needScope(ask, 'pages_read_engagement', 10);
  const page = needPage(ask, 'page');
  const since = Number(ask.fields.get('since') ?? 0) * 1000;
  const posts = ask.world.store.postsOf('facebook', page.id).filter(({ at }) => Date.parse(at) >= since);
  return paged(posts.toReversed(), (post) => readPost(ask, post), ask);
}

export function readPost({ world, fields }: GraphAsk, post: SimulatedPost): Record<string, unknown> {
  const targets = (world.state.attached.get(post.id) ?? []).map((id) => ({ target: { id } }));
  const album = { target: { id: `${post.id.split('_')[1]}` }, subattachments: { data: targets } };
  const { likes = 0, comments = 0, shares = 0 } = figuresAt(post, world.now());
  const summary = (total_count: number): unknown => ({ data: [], summary: { total_count } });
  return only(fields.get('fields'), {
    ...{ id: post.id, message: post.text || undefined, created_time: graphTime(post.at), permalink_url: post.url },
    attachments: targets.length > 0 ? { data: targets.length > 1 ? [album] : targets } : undefined,
    ...{ reactions: summary(likes), comments: summary(comments), shares: shares > 0 ? { count: shares } : undefined },
  });
}

export function listComments(ask: GraphAsk, post: SimulatedPost): unknown {
  const from = { id: post.accountId };
  const present = ({ id, text, at }: SimulatedComment): unknown =>
    only(ask.fields.get('fields'), { id, text, message: text, from, username: usernameOf(ask.world, post), timestamp: graphTime(at) });
  return paged(post.comments, present, ask);
}

export function addComment(ask: GraphAsk, post: SimulatedPost): unknown {
  const { world, fields } = ask;
  needScope(ask, post.platform === 'instagram' ? 'instagram_manage_comments' : 'pages_manage_engagement', 200);
  const text = fields.get('message') ?? '';
  if (!text) throw new GraphRefusal(100, '(#100) The parameter message is required');
  const id = nextId(world, '178', 17);
  post.comments.push({ id, text, at: new Date(world.now()).toISOString() });
  world.store.keep(post);
  // The write is done when this is noticed; Instagram has always said so.
  if (fields.has('fields')) throw new GraphRefusal(100, '(#100) Tried accessing nonexisting field on a comment that was just made');
  return { id };
}
