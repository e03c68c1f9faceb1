/**
 * Reading what a user has posted, to know whether a call left something. Pictures are recognised by their media key, which belongs to
 * the upload made for this very post; posts without any, by their text, as X gives it back.
 * https://docs.x.com/x-api/posts/user-posts-timeline-by-user-id
 */
import { CallFault, type PlatformAnswer, type PlatformCall } from '../platform.ts';
import { markAddresses } from './x-text.ts';
import { heard, isGarbled, type Json, jsonOf, listOf, problemOf, secondsToWait, textOf } from './x-wire.ts';

export type Look =
  | { readonly kind: 'there'; readonly postId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly seconds: number; readonly why: string };

/** X shows the last 3 200 posts. */
const MOST_PAGES = 33;
const PAUSE_SECONDS = 30;

interface Where {
  readonly apiUrl: string;
  readonly phase: string;
  /** `start_time` or `since_id`. */
  readonly from: Readonly<Record<string, string>>;
}

/** Newest first, to the end; `absent` only when all of it was read. */
export async function lookFor(call: PlatformCall, where: Where, isIt: (tweet: Json) => boolean): Promise<Look> {
  let next = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await heard(call.send({ method: 'GET', url: addressOf(call, where, next), phase: where.phase, headers: bearer(call) }));
    if (answer instanceof CallFault) return { kind: 'unreadable', seconds: PAUSE_SECONDS, why: answer.message };
    if (answer.status !== 200 || isGarbled(answer)) return unreadable(answer);
    const body = jsonOf(answer.json);
    const tweet = listOf(body['data']).find(isIt);
    if (tweet) return { kind: 'there', postId: textOf(tweet['id']) };
    next = textOf(jsonOf(body['meta'])['next_token']);
    if (!next) return isWhole(body) ? { kind: 'absent' } : unreadable(answer);
  }
  return { kind: 'unreadable', seconds: PAUSE_SECONDS, why: 'the timeline has no end' };
}

/** Parts that X could not read itself come as `errors` beside a 200; without `meta` it is no timeline. */
const isWhole = (body: Json): boolean => listOf(body['errors']).length === 0 && 'result_count' in jsonOf(body['meta']);

const unreadable = (answer: PlatformAnswer): Look => ({
  kind: 'unreadable',
  seconds: secondsToWait(answer),
  why: `HTTP ${answer.status} ${problemOf(answer).name}`.trim(),
});

function addressOf({ poster }: PlatformCall, { apiUrl, from }: Where, next: string): URL {
  const url = new URL(`${apiUrl}/2/users/${encodeURIComponent(poster.externalId)}/tweets`);
  const ask = { max_results: '100', 'tweet.fields': 'created_at,attachments,entities,referenced_tweets', ...from };
  for (const [name, value] of Object.entries(ask)) url.searchParams.set(name, value);
  if (next) url.searchParams.set('pagination_token', next);
  return url;
}

export const bearer = ({ poster }: Pick<PlatformCall, 'poster'>): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${poster.accessToken}`,
});

export const carries = (tweet: Json, mediaKeys: readonly string[]): boolean => {
  const keys = jsonOf(tweet['attachments'])['media_keys'];
  return Array.isArray(keys) && mediaKeys.every((key) => keys.includes(key));
};

/** X escapes three characters, and puts its own addresses in the place of ours. */
export const says = (tweet: Json, text: string): boolean => plain(unescaped(textOf(tweet['text']))) === plain(text);

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const plain = (text: string): string => markAddresses(text, '\u0000').replace(/\s+/g, ' ').trim();

export const repliesTo = (tweet: Json, postId: string): boolean =>
  listOf(tweet['referenced_tweets']).some(({ type, id }) => type === 'replied_to' && id === postId);
