/**
 * Facebook Pages. Pictures are uploaded unpublished, then one request to the feed says the post. Their numbers are ours alone: a post
 * of the page with exactly these pictures is the one we asked for, whatever the answer was (HTTP 500 has been seen on posts that went live).
 * https://developers.facebook.com/docs/pages-api/posts
 */
import {
  type Checkpoint,
  type Found,
  isFilm,
  type Platform,
  type PlatformCall,
  type PostFault,
  type PostFigures,
  type PostMedia,
  type Prepared,
  type Published,
} from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { pausesOf } from './meta-budget.ts';
import { commentOnce } from './meta-comment.ts';
import { type Json, jsonOf, listOf, patienceFor, preparedAfter, publishedAfter, textOf, whyOf } from './meta-faults.ts';
import { countOf, readMetrics, requireBearable } from './meta-figures.ts';
import { addressIn, faultsOfFilm, figuresOfFilm, filmNumberIn, findFilm, prepareFilm, publishFilm } from './meta-films.ts';
import { type GraphTalk, talkTo } from './meta-graph.ts';
import { createMetaOAuth, FACEBOOK_GRANTS } from './meta-oauth.ts';
import { faultsOf, lengthOf, sameWords } from './meta-words.ts';

const MOST_CHARACTERS = 63_206;
const MOST_COMMENT = 8000;
const MOST_PICTURES = 10;
const METRICS = ['post_media_view', 'post_total_media_view_unique', 'post_clicks', 'post_reactions_by_type_total'];
const POST_FIELDS = 'id,message,created_time,permalink_url,attachments{target{id},subattachments{target{id}}}';
/** Their clock and ours. */
const MARGIN_MS = 5 * 60_000;
const UPLOAD_MS = 120_000;

export function createFacebook(facts: MetaFacts): Platform {
  const talkFor = (call: PlatformCall): GraphTalk => talkTo(facts, call.poster.accessToken, call.send);
  return {
    name: 'facebook',
    title: 'Facebook',
    // Shown as it is; only strips are cropped. Larger than 4 MB is refused (1366046).
    frame: { minRatio: 0.2, maxRatio: 5, minWidth: 200, maxWidth: 2048, maxHeight: 2048, maxBytes: 4_000_000 },
    countText: (text) => ({ used: lengthOf(text), limit: MOST_CHARACTERS }),
    check: checkPost,
    prepare: (call) => {
      const film = filmIn(call);
      const talk = talkFor(call);
      return film ? prepareFilm({ call, talk, facts, media: film }) : upload(call, talk);
    },
    publish: (call) => {
      const film = filmIn(call);
      const talk = talkFor(call);
      return film ? publishFilm({ call, talk, facts, media: film }) : publish(call, talk);
    },
    find: async (call, calledAt) => {
      if (!filmIn(call)) return find(call, talkFor(call), calledAt.getTime());
      const video = filmNumberIn(call.checkpoint);
      return video === null ? { kind: 'absent' } : findFilm(talkFor(call), video);
    },
    addressOf: async (call, postId) => {
      const { body } = await talkFor(call).read('permalink', postId, { fields: 'permalink_url' });
      return addressIn(body?.['permalink_url']);
    },
    comment: (call, postId) => {
      const isOurs = (comment: Json): boolean => jsonOf(comment['from'])['id'] === call.poster.externalId;
      const place = { postId, field: 'message', fields: 'id,message,from{id}', isOurs } as const;
      return commentOnce(talkFor(call), place, call.post.firstComment);
    },
    figures: (call, postId) => (filmIn(call) ? figuresOfFilm : figuresOf)(talkFor(call), postId),
    pausesOf,
    oauth: createMetaOAuth(facts, FACEBOOK_GRANTS),
  };
}

const filmIn = ({ post: { media } }: PlatformCall): PostMedia | null => media.find(isFilm) ?? null;

const checkPost: Platform['check'] = ({ text, firstComment, mediaCount, media = [], film }) => {
  const empty: PostFault[] = mediaCount === 0 && !text.trim() ? [{ field: 'media', constraint: 'media_required', limit: 1, found: 0 }] : [];
  const ofFilm = media.some(isFilm) ? faultsOfFilm(media, film?.title ?? '') : [];
  return [...empty, ...ofFilm].concat(
    faultsOf([
      { field: 'media', constraint: 'too_many_media', limit: MOST_PICTURES, found: mediaCount },
      { field: 'text', constraint: 'too_long', limit: MOST_CHARACTERS, found: lengthOf(text) },
      { field: 'first_comment', constraint: 'too_long', limit: MOST_COMMENT, found: lengthOf(firstComment) },
    ]),
  );
};

const photosIn = (checkpoint: Checkpoint): readonly string[] =>
  Array.isArray(checkpoint['photos']) ? checkpoint['photos'].map(String) : [];

/** Uploads those that are missing; a photo that nobody publishes is seen by nobody. */
async function upload(call: PlatformCall, talk: GraphTalk): Promise<Prepared> {
  let checkpoint: Checkpoint = { photos: photosIn(call.checkpoint) };
  for (const media of call.post.media.slice(photosIn(checkpoint).length)) {
    const form = new FormData();
    form.set('published', 'false');
    if (media.altText) form.set('alt_text_custom', media.altText);
    form.set('source', new Blob([new Uint8Array(await call.bytesOf(media))], { type: media.mediaType }), 'picture.jpg');
    const { body, fault } = await talk.write('photos', `${call.poster.externalId}/photos`, form, UPLOAD_MS);
    if (fault) return preparedAfter(fault, checkpoint);
    const id = textOf(body['id']);
    if (!id) return { kind: 'wait', checkpoint, seconds: 30, why: 'uploaded, without the number of the photo' };
    checkpoint = { photos: [...photosIn(checkpoint), id] };
  }
  return { kind: 'ready', checkpoint };
}

async function publish(call: PlatformCall, talk: GraphTalk): Promise<Published> {
  const photos = photosIn(call.checkpoint);
  if (photos.length < call.post.media.length) return { kind: 'not_sent', seconds: 1, why: 'not everything is uploaded' };
  const attached = photos.map((media_fbid) => ({ media_fbid }));
  const { body, fault } = await talk.write(
    'feed',
    `${call.poster.externalId}/feed`,
    { message: call.post.text, ...(attached.length > 0 ? { attached_media: JSON.stringify(attached) } : {}) },
    60_000,
  );
  if (fault) return publishedAfter(fault);
  const postId = textOf(body['id']);
  return postId ? { kind: 'confirmed', postId, url: null } : { kind: 'unknown', why: 'published, without the number of the post' };
}

/** Pictures of a post, or of the album that several make. */
const picturesOf = (post: Json): readonly string[] =>
  listOf(jsonOf(post['attachments'])['data']).flatMap((attachment) => {
    const below = listOf(jsonOf(attachment['subattachments'])['data']);
    return [attachment, ...below].map((one) => textOf(jsonOf(one['target'])['id'])).filter(Boolean);
  });

async function find({ poster, post, checkpoint }: PlatformCall, talk: GraphTalk, calledAt: number): Promise<Found> {
  const photos = photosIn(checkpoint);
  const since = String(Math.floor((calledAt - MARGIN_MS) / 1000));
  const query = { fields: POST_FIELDS, since, limit: '25' };
  const { items, fault } = await talk.list('posts', `${poster.externalId}/published_posts`, query);
  if (fault) return { kind: 'unreadable', seconds: patienceFor(fault), why: whyOf(fault) };
  const hasOurWords = (one: Json): boolean => sameWords(one['message'] ?? '', post.text);
  const ours = items.find((one) => {
    const pictures = picturesOf(one);
    return photos.length > 0 ? photos.every((photo) => pictures.includes(photo)) : pictures.length === 0 && hasOurWords(one);
  });
  if (ours) return { kind: 'there', postId: textOf(ours['id']), url: textOf(ours['permalink_url']) || null };
  // Meta leaves out what it has not worked through yet.
  const isVeiled = photos.length > 0 && items.some((one) => hasOurWords(one) && picturesOf(one).length === 0);
  return isVeiled
    ? { kind: 'unreadable', seconds: 60, why: 'a post has our words, and no pictures are told of it yet' }
    : { kind: 'absent' };
}

async function figuresOf(talk: GraphTalk, postId: string): Promise<PostFigures> {
  const fields = 'shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)';
  const counted = await talk.read('counts', postId, { fields });
  if (counted.fault) requireBearable(counted.fault);
  const metrics = await readMetrics(talk, postId, METRICS);
  const counts = jsonOf(counted.body);
  const total = (name: string): number | null => countOf(jsonOf(jsonOf(counts[name])['summary'])['total_count']);
  const summed = { reactions: total('reactions'), comments: total('comments'), shares: countOf(jsonOf(counts['shares'])['count']) };
  return {
    likes: summed.reactions ?? metrics.get('post_reactions_by_type_total') ?? null,
    comments: summed.comments,
    // Left out as long as nobody shared it.
    shares: summed.shares ?? (counted.body ? 0 : null),
    views: metrics.get('post_media_view') ?? null,
    reach: metrics.get('post_total_media_view_unique') ?? null,
    // `*_impressions*` are gone since June 2026.
    impressions: null,
    raw: { ...summed, ...Object.fromEntries(metrics) },
  };
}
