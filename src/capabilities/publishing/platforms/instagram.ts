/**
 * Instagram, professional accounts by way of their page (Facebook Login). A post is a container, then its publication; whether it
 * went live is read from the container, which nobody else can publish.
 * https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference
 */
import {
  type Found,
  isFilm,
  type Platform,
  type PlatformCall,
  type PostFault,
  type PostFigures,
  type PostMedia,
  type Published,
} from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { pausesOf } from './meta-budget.ts';
import { commentOnce } from './meta-comment.ts';
import { isReport, prepareContainer, readContainer, stateIn } from './meta-container.ts';
import { type Json, jsonOf, patienceFor, publishedAfter, textOf, whyOf } from './meta-faults.ts';
import { countOf, readMetrics, requireBearable } from './meta-figures.ts';
import { type GraphTalk, talkTo } from './meta-graph.ts';
import { createMetaOAuth, INSTAGRAM_GRANTS } from './meta-oauth.ts';
import { faultsOf, hashtagsIn, lengthOf, mentionsIn, sameWords } from './meta-words.ts';

const MOST_CHARACTERS = 2200;
/** Since December 2025; it was thirty. */
const MOST_HASHTAGS = 5;
const MOST_MENTIONS = 20;
const MOST_PICTURES = 10;
const METRICS = ['views', 'reach', 'likes', 'comments', 'saved', 'shares', 'total_interactions'];
/** Their clock and ours; and the same words may be said again tomorrow. */
const BEFORE_MS = 2 * 60_000;
const AFTER_MS = 20 * 3_600_000;

export function createInstagram(facts: MetaFacts): Platform {
  const talkFor = (call: PlatformCall): GraphTalk => talkTo(facts, call.poster.accessToken, call.send);
  return {
    name: 'instagram',
    title: 'Instagram',
    // 4:5 to 1.91:1; narrower is enlarged, wider is made smaller by Instagram itself.
    frame: { minRatio: 0.8, maxRatio: 1.91, minWidth: 320, maxWidth: 1440, maxHeight: 1800, maxBytes: 8 * 1024 * 1024 },
    countText: (text) => ({ used: lengthOf(text), limit: MOST_CHARACTERS }),
    check: checkPost,
    prepare: (call) => prepareContainer(call, talkFor(call), facts),
    publish: (call) => publish(call, talkFor(call)),
    find: (call, calledAt) => find(call, talkFor(call), calledAt),
    addressOf: async (call, postId) => {
      const { body } = await talkFor(call).read('permalink', postId, { fields: 'permalink' });
      return textOf(body?.['permalink']) || null;
    },
    comment: (call, postId) => {
      const isOurs = ({ username }: Json): boolean => username === call.poster.username;
      return commentOnce(talkFor(call), { postId, field: 'text', fields: 'id,text,username', isOurs }, call.post.firstComment);
    },
    figures: (call, postId) => figuresOf(talkFor(call), postId),
    pausesOf,
    oauth: createMetaOAuth(facts, INSTAGRAM_GRANTS),
  };
}

/** Reels: https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media#reel-specifications */
const REEL = { leastSeconds: 3, mostSeconds: 900, mostBytes: 300_000_000 } as const;

function faultsOfReel([reel, ...others]: readonly PostMedia[]): readonly PostFault[] {
  const { seconds = 0, bytes = 0 } = reel ?? {};
  const short: PostFault[] =
    seconds < REEL.leastSeconds
      ? [{ field: 'media', constraint: 'too_short', limit: REEL.leastSeconds, found: Math.floor(seconds * 10) / 10 }]
      : [];
  return short.concat(
    faultsOf([
      { field: 'media', constraint: 'too_many_media', limit: 1, found: others.length + 1 },
      { field: 'media', constraint: 'too_long', limit: REEL.mostSeconds, found: Math.ceil(seconds) },
      { field: 'media', constraint: 'too_heavy', limit: REEL.mostBytes, found: bytes },
    ]),
  );
}

function checkPost({ text, firstComment, mediaCount, media = [] }: Parameters<Platform['check']>[0]): readonly PostFault[] {
  const missing: PostFault[] = mediaCount === 0 ? [{ field: 'media', constraint: 'media_required', limit: 1, found: 0 }] : [];
  return [...missing, ...(media.some(isFilm) ? faultsOfReel(media) : [])].concat(
    faultsOf([
      { field: 'media', constraint: 'too_many_media', limit: MOST_PICTURES, found: mediaCount },
      { field: 'text', constraint: 'too_long', limit: MOST_CHARACTERS, found: lengthOf(text) },
      { field: 'hashtags', constraint: 'too_many_hashtags', limit: MOST_HASHTAGS, found: hashtagsIn(text) },
      { field: 'text', constraint: 'too_many_mentions', limit: MOST_MENTIONS, found: mentionsIn(text) },
      { field: 'first_comment', constraint: 'too_long', limit: MOST_CHARACTERS, found: lengthOf(firstComment) },
      { field: 'first_comment', constraint: 'too_many_hashtags', limit: MOST_HASHTAGS, found: hashtagsIn(firstComment) },
    ]),
  );
}

async function publish(call: PlatformCall, talk: GraphTalk): Promise<Published> {
  const { container, isPublished, madeAt } = stateIn(call.checkpoint);
  if (container === null) return { kind: 'not_sent', seconds: 1, why: 'there is no container' };
  if (isPublished) {
    const found = await match(call, talk, madeAt ? Date.parse(madeAt) : 0, Number.POSITIVE_INFINITY);
    if (found.kind === 'there') return { kind: 'confirmed', postId: found.postId, url: found.url };
    return { kind: 'unknown', why: 'the container was published before, and its post is not to be seen yet' };
  }
  const { body, fault } = await talk.write('media_publish', `${call.poster.externalId}/media_publish`, { creation_id: container }, 60_000);
  if (fault) return publishedAfter(fault);
  const postId = textOf(body['id']);
  return postId ? { kind: 'confirmed', postId, url: null } : { kind: 'unknown', why: 'published, without the number of the post' };
}

async function find(call: PlatformCall, talk: GraphTalk, calledAt: Date): Promise<Found> {
  const { container } = stateIn(call.checkpoint);
  if (container === null) return { kind: 'absent' };
  const told = await readContainer(talk, container);
  if (!isReport(told) && told.kind !== 'unreadable') return { kind: 'unreadable', seconds: patienceFor(told), why: whyOf(told) };
  const status = isReport(told) ? told.status : 'unreadable';
  if (status === 'FINISHED' || status === 'IN_PROGRESS') return { kind: 'absent' };
  const found = await match(call, talk, calledAt.getTime(), calledAt.getTime() + AFTER_MS);
  if (found.kind !== 'absent' || status === 'ERROR' || status === 'EXPIRED') return found;
  return { kind: 'unreadable', seconds: 30, why: `the container is ${status}, and no post is ours for certain` };
}

/** The post with our words in that time, provided there is one only: the newest is not ours because it is the newest. */
async function match({ poster, post }: PlatformCall, talk: GraphTalk, from: number, until: number): Promise<Found> {
  const query = { fields: 'id,caption,timestamp,permalink', limit: '50' };
  const timeOf = (media: { readonly timestamp?: unknown }): number => Date.parse(textOf(media.timestamp));
  const isPast = (media: { readonly timestamp?: unknown }): boolean => timeOf(media) < from - BEFORE_MS;
  const { items, fault } = await talk.list('media', `${poster.externalId}/media`, query, (page) => page.some(isPast));
  if (fault) return { kind: 'unreadable', seconds: patienceFor(fault), why: whyOf(fault) };
  const ours = items.filter(
    (media) => !isPast(media) && timeOf(media) <= until && sameWords(media['caption'] ?? '', post.text) && textOf(media['id']),
  );
  const [only] = ours;
  if (!only) return { kind: 'absent' };
  if (ours.length > 1) return { kind: 'unreadable', seconds: 600, why: `${ours.length} posts have these words` };
  return { kind: 'there', postId: textOf(only['id']), url: textOf(only['permalink']) || null };
}

async function figuresOf(talk: GraphTalk, postId: string): Promise<PostFigures> {
  const counted = await talk.read('counts', postId, { fields: 'like_count,comments_count' });
  if (counted.fault) requireBearable(counted.fault);
  const metrics = await readMetrics(talk, postId, METRICS);
  const counts = jsonOf(counted.body);
  return {
    likes: metrics.get('likes') ?? countOf(counts['like_count']),
    comments: metrics.get('comments') ?? countOf(counts['comments_count']),
    shares: metrics.get('shares') ?? null,
    views: metrics.get('views') ?? null,
    reach: metrics.get('reach') ?? null,
    // Gone from every version since April 2025.
    impressions: null,
    raw: { ...counts, ...Object.fromEntries(metrics) },
  };
}
