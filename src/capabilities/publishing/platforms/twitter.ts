/** X, by its API v2. https://docs.x.com/x-api/posts/create-post · figures, limits and prices as read in 2026. */
import { CallFault, isFilm, type Platform, type PlatformAnswer, type PlatformCall, type PostFault, type Published } from '../platform.ts';
import type { XFacts } from '../platform-facts.ts';
import { faultsOfFilm } from './x-films.ts';
import { uploadAll, uploadsOf } from './x-media.ts';
import { createXOAuth } from './x-oauth.ts';
import { cashtagsIn, TEXT_LIMIT, weightOf } from './x-text.ts';
import { bearer, carries, type Look, lookFor, repliesTo, says } from './x-timeline.ts';
import { heard, isGarbled, isUsageCapped, type Json, jsonOf, pausesOf, refusalOf, secondsToWait, textOf } from './x-wire.ts';

const MOST_MEDIA = 4;
/** Their clock and ours are not the same. */
const MARGIN_MS = 2 * 60_000;
const MEGABYTE = 1024 * 1024;

export function createTwitter(facts: XFacts): Platform {
  return {
    name: 'twitter',
    title: 'X',
    frame: { minRatio: 0.25, maxRatio: 4, maxWidth: 4096, maxHeight: 4096, minWidth: 4, maxBytes: 5 * MEGABYTE },
    countText: (text) => ({ used: weightOf(text), limit: TEXT_LIMIT }),
    check,
    prepare: (call) => uploadAll(facts.apiUrl, call),
    publish: (call) => publish(facts, call),
    find: async (call, calledAt) => {
      const look = await lookForPost(facts, call, calledAt);
      return look.kind === 'there' ? { ...look, url: addressOf(facts, call, look.postId) } : look;
    },
    addressOf: async (call, postId) => addressOf(facts, call, postId),
    comment: (call, postId) => comment(facts, call, postId),
    figures: (call, postId) => figures(facts, call, postId),
    pausesOf,
    oauth: createXOAuth(facts),
  };
}

const check: Platform['check'] = ({ text, firstComment, mediaCount, media = [] }) => {
  const faults: PostFault[] = media.some(isFilm) ? [...faultsOfFilm(media)] : [];
  for (const [field, said] of [['text', text] as const, ['first_comment', firstComment] as const]) {
    const found = weightOf(said);
    if (found > TEXT_LIMIT) faults.push({ field, constraint: 'too_long', limit: TEXT_LIMIT, found });
    const cashtags = cashtagsIn(said).length;
    if (cashtags > 1) faults.push({ field, constraint: 'format', limit: 1, found: cashtags });
  }
  if (mediaCount > MOST_MEDIA) faults.push({ field: 'media', constraint: 'too_many_media', limit: MOST_MEDIA, found: mediaCount });
  if (mediaCount === 0 && text.trim() === '') faults.push({ field: 'media', constraint: 'media_required', limit: 1, found: 0 });
  return faults;
};

/** The page of a post is where people allow the app: `https://x.com`. */
const addressOf = ({ authorizeUrl }: XFacts, { poster }: PlatformCall, postId: string): string =>
  `${authorizeUrl.replace(/\/i\/oauth2\/authorize$/, '')}/${encodeURIComponent(poster.username || 'i')}/status/${postId}`;

async function publish(facts: XFacts, call: PlatformCall): Promise<Published> {
  const { post } = call;
  const began = new Date();
  const ids = uploadsOf(call).map((upload) => upload?.id ?? '');
  if (ids.includes('')) return { kind: 'not_sent', seconds: 1, why: 'a picture is not uploaded' };
  const answer = await heard(
    tweet(facts, call, 'tweet', {
      text: post.text,
      ...(ids.length > 0 ? { media: { media_ids: ids } } : {}),
      ...(post.madeWithAi ? { made_with_ai: true } : {}),
    }),
  );
  if (answer instanceof CallFault)
    return answer.unsent ? { kind: 'not_sent', seconds: 30, why: answer.message } : { kind: 'unknown', why: answer.message };
  const postId = textOf(jsonOf(jsonOf(answer.json)['data'])['id']);
  if (answer.status < 300 && postId) return { kind: 'confirmed', postId, url: addressOf(facts, call, postId) };
  if (answer.status < 400 || answer.status >= 500 || isGarbled(answer)) return { kind: 'unknown', why: `HTTP ${answer.status}` };
  if (answer.status === 429 && !isUsageCapped(answer)) return { kind: 'not_sent', seconds: secondsToWait(answer), why: 'HTTP 429' };
  if (answer.status !== 400) return { kind: 'refused', refusal: refusalOf(answer, 'content') };
  return afterBadRequest(facts, call, answer, began);
}

/** 400 was seen after what it refused had been made: only when it is nowhere to be seen was nothing made. */
async function afterBadRequest(facts: XFacts, call: PlatformCall, answer: PlatformAnswer, began: Date): Promise<Published> {
  const look = await lookForPost(facts, call, began);
  if (look.kind === 'there') return { kind: 'confirmed', postId: look.postId, url: addressOf(facts, call, look.postId) };
  if (look.kind === 'unreadable') return { kind: 'unknown', why: `HTTP 400, and cannot be read: ${look.why}` };
  return { kind: 'refused', refusal: refusalOf(answer, 'content') };
}

function tweet({ apiUrl }: XFacts, call: PlatformCall, phase: string, body: Json): Promise<PlatformAnswer> {
  const headers = { ...bearer(call), 'content-type': 'application/json' };
  return call.send({ method: 'POST', url: new URL(`${apiUrl}/2/tweets`), headers, body: JSON.stringify(body), phase });
}

function lookForPost({ apiUrl }: XFacts, call: PlatformCall, calledAt: Date): Promise<Look> {
  const start = `${new Date(calledAt.getTime() - MARGIN_MS).toISOString().slice(0, 19)}Z`;
  const keys = uploadsOf(call).flatMap((upload) => (upload ? [upload.key] : []));
  const isIt = (found: Json): boolean => (keys.length > 0 ? carries(found, keys) : says(found, call.post.text));
  return lookFor(call, { apiUrl, phase: 'find', from: { start_time: start } }, isIt);
}

async function comment(facts: XFacts, call: PlatformCall, postId: string): Promise<boolean> {
  const text = call.post.firstComment;
  if (text.trim() === '') return true;
  const isIt = (found: Json): boolean => repliesTo(found, postId) && says(found, text);
  const look = await lookFor(call, { apiUrl: facts.apiUrl, phase: 'find_comment', from: { since_id: postId } }, isIt);
  if (look.kind !== 'absent') return look.kind === 'there';
  const answer = await heard(tweet(facts, call, 'comment', { text, reply: { in_reply_to_tweet_id: postId } }));
  return !(answer instanceof CallFault) && answer.status === 201;
}

const figures: (facts: XFacts, call: PlatformCall, postId: string) => ReturnType<Platform['figures']> = async (
  { apiUrl },
  call,
  postId,
) => {
  const url = new URL(`${apiUrl}/2/tweets/${encodeURIComponent(postId)}?tweet.fields=public_metrics`);
  const answer = await call.send({ method: 'GET', url, headers: bearer(call), phase: 'figures' });
  const raw = jsonOf(jsonOf(jsonOf(answer.json)['data'])['public_metrics']);
  if (answer.status !== 200 || Object.keys(raw).length === 0) throw new CallFault(`no figures (HTTP ${answer.status})`, false);
  const of = (name: string): number | null => (typeof raw[name] === 'number' ? raw[name] : null);
  const [retweets, quotes] = [of('retweet_count'), of('quote_count')];
  return {
    ...{ likes: of('like_count'), comments: of('reply_count'), views: null, reach: null, impressions: of('impression_count') },
    shares: retweets === null && quotes === null ? null : (retweets ?? 0) + (quotes ?? 0),
    raw,
  };
};
