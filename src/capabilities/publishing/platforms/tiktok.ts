/** TikTok, by its Content Posting API. https://developers.tiktok.com/doc/content-posting-api-get-started · limits as read in 2026. */
import { CallFault, type Platform, type PlatformCall } from '../platform.ts';
import type { TikTokFacts } from '../platform-facts.ts';
import { faultsOfPost, filmOf, isRefusal, MEGABYTE, tooMuch } from './film-parts.ts';
import { prepare, publish } from './tiktok-film.ts';
import { createTikTokOAuth } from './tiktok-oauth.ts';
import { findPost, isStatus, publishIdIn, readStatus } from './tiktok-status.ts';
import { ask, pausesOf, whyOf } from './tiktok-wire.ts';
import { jsonOf, listOf, textOf } from './x-wire.ts';

const MOST_TEXT = 2200;
const MOST_BYTES = 4 * 1024 * MEGABYTE;

export function createTikTok(facts: TikTokFacts): Platform {
  const addressOf = (call: PlatformCall, postId: string): string | null => {
    const name = textOf(call.checkpoint['creator']) || call.poster.username;
    // A film that nobody else may see has no number that others could use.
    return /^\d+$/.test(postId) ? `${facts.siteUrl ?? 'https://www.tiktok.com'}/@${encodeURIComponent(name)}/video/${postId}` : null;
  };
  return {
    name: 'tiktok',
    title: 'TikTok',
    frame: { minRatio: 9 / 16, maxRatio: 16 / 9, maxWidth: 1080, maxHeight: 1920, minWidth: 360, maxBytes: 20 * MEGABYTE },
    countText: (text) => ({ used: text.length, limit: MOST_TEXT }),
    check: ({ text, firstComment, mediaCount, media = [] }) => [
      ...faultsOfPost({ mediaCount, firstComment }),
      ...tooMuch({ field: 'text', constraint: 'too_long', limit: MOST_TEXT, found: text.length }),
      ...tooMuch({ field: 'media', constraint: 'too_heavy', limit: MOST_BYTES, found: media[0]?.bytes ?? 0 }),
    ],
    prepare: (call) => prepare(facts, call),
    publish: async (call) => {
      const said = await publish(facts, call);
      return said.kind === 'confirmed' ? { ...said, url: addressOf(call, said.postId) } : said;
    },
    find: async (call) => {
      const film = filmOf(call.post);
      const found = await findPost(facts, call, isRefusal(film) ? 0 : film.media.bytes);
      return found.kind === 'there' ? { ...found, url: addressOf(call, found.postId) } : found;
    },
    addressOf: async (call, postId) => addressOf(call, (await numberOf(facts, call, postId)) ?? ''),
    comment: async () => true,
    figures: (call, postId) => figures(facts, call, postId),
    pausesOf,
    oauth: createTikTokOAuth(facts),
  };
}

/** What a film was called before anybody could see it, as what it is called now; null while it has no other name. */
async function numberOf(facts: TikTokFacts, call: PlatformCall, postId: string): Promise<string | null> {
  if (/^\d+$/.test(postId)) return postId;
  const told = await readStatus(facts, call, publishIdIn(call.checkpoint) || postId);
  return isStatus(told) ? told.postId : null;
}

async function figures(facts: TikTokFacts, call: PlatformCall, postId: string): ReturnType<Platform['figures']> {
  const number = await numberOf(facts, call, postId);
  if (number === null) throw new CallFault('TikTok has not told the number of this film yet', false);
  const path = '/v2/video/query/?fields=id,like_count,comment_count,share_count,view_count';
  const said = await ask(facts, call, 'figures', path, { filters: { video_ids: [number] } });
  if (said.fault) throw new CallFault(`no figures: ${whyOf(said.fault)}`, false);
  const [raw] = listOf(said.data['videos']);
  if (!raw) throw new CallFault('TikTok does not know this film', false);
  const of = (name: string): number | null => (typeof raw[name] === 'number' ? raw[name] : null);
  const told = { likes: of('like_count'), comments: of('comment_count'), shares: of('share_count'), views: of('view_count') };
  return { ...told, reach: null, impressions: null, raw: jsonOf(raw) };
}
