/** YouTube, by its Data API v3. https://developers.google.com/youtube/v3/docs/videos · limits as read in 2026. */
import { CallFault, type Found, type Platform, type PlatformCall, type PostFault, type Published } from '../platform.ts';
import type { GoogleFacts } from '../platform-facts.ts';
import { faultsOfPost, filmOf, isRefusal, MEGABYTE, tooMuch } from './film-parts.ts';
import { heard, jsonOf, listOf } from './x-wire.ts';
import { faultOf, pausesOf, refusalOf, whyOf } from './youtube-faults.ts';
import { lookThroughUploads } from './youtube-list.ts';
import { createYouTubeOAuth } from './youtube-oauth.ts';
import { bearer, prepare, readSession, sendLast, sessionIn } from './youtube-upload.ts';

const MOST_TITLE = 100;
/** Bytes. */
const MOST_DESCRIPTION = 5000;
const MOST_TAGS = 500;
const MOST_SECONDS = 12 * 3600;
const MOST_BYTES = 256 * 1024 * MEGABYTE;
/** Of its categories, the ones that films may be put into are numbers of one or two figures. */
const CATEGORY = /^\d{1,2}$/;

export function createYouTube(facts: GoogleFacts): Platform {
  const addressOf = (video: string): string => `${facts.siteUrl ?? 'https://youtube.com'}/watch?v=${encodeURIComponent(video)}`;
  return {
    name: 'youtube',
    title: 'YouTube',
    // Of a thumbnail.
    frame: { minRatio: 16 / 9, maxRatio: 16 / 9, maxWidth: 1280, maxHeight: 720, minWidth: 640, maxBytes: 2 * MEGABYTE },
    countText: (text) => ({ used: Buffer.byteLength(text), limit: MOST_DESCRIPTION }),
    check,
    prepare: (call) => prepare(facts, call),
    publish: async (call): Promise<Published> => {
      const said = await sendLast(facts, call);
      return 'video' in said ? { kind: 'confirmed', postId: said.video, url: addressOf(said.video) } : said;
    },
    find: async (call, calledAt) => {
      const found = await find(facts, call, calledAt);
      return found.kind === 'there' ? { ...found, url: addressOf(found.postId) } : found;
    },
    addressOf: async (_call, postId) => addressOf(postId),
    comment: async () => true,
    dress: (call, postId) => setThumbnail(facts, call, postId),
    figures: (call, postId) => figures(facts, call, postId),
    pausesOf,
    oauth: createYouTubeOAuth(facts),
  };
}

const check: Platform['check'] = ({ text, firstComment, mediaCount, media = [], film }) => {
  const [{ seconds = 0, bytes } = { seconds: 0, bytes: 0 }] = media;
  const faults: PostFault[] = [
    ...faultsOfPost({ mediaCount, firstComment }),
    ...tooMuch({ field: 'text', constraint: 'too_long', limit: MOST_DESCRIPTION, found: Buffer.byteLength(text) }),
    ...tooMuch({ field: 'text', constraint: 'format', limit: 0, found: anglesIn(text) }),
    ...tooMuch({ field: 'media', constraint: 'too_long', limit: MOST_SECONDS, found: Math.ceil(seconds) }),
    ...tooMuch({ field: 'media', constraint: 'too_heavy', limit: MOST_BYTES, found: bytes }),
  ];
  if (!film) return faults;
  const title = [...film.title.trim()].length;
  if (title === 0) faults.push({ field: 'title', constraint: 'required', limit: 1, found: 0 });
  if (!CATEGORY.test(film.categoryId)) faults.push({ field: 'category', constraint: 'format', limit: 0, found: 1 });
  return [
    ...faults,
    ...tooMuch({ field: 'title', constraint: 'too_long', limit: MOST_TITLE, found: title }),
    ...tooMuch({ field: 'title', constraint: 'format', limit: 0, found: anglesIn(film.title) }),
    ...tooMuch({ field: 'tags', constraint: 'too_long', limit: MOST_TAGS, found: weightOfTags(film.tags) }),
    ...tooMuch({ field: 'tags', constraint: 'format', limit: 0, found: anglesIn(film.tags.join('')) }),
    ...tooMuch({ field: 'thumbnail', constraint: 'too_heavy', limit: 2 * MEGABYTE, found: film.thumbnail?.bytes ?? 0 }),
  ];
};

const anglesIn = (text: string): number => text.match(/[<>]/g)?.length ?? 0;

/** A tag with a space is put between quotation marks, and there is a comma between two. */
export const weightOfTags = (tags: readonly string[]): number =>
  tags.reduce((sum, tag) => sum + [...tag].length + (/\s/.test(tag) ? 2 : 0), Math.max(tags.length - 1, 0));

async function find(facts: GoogleFacts, call: PlatformCall, calledAt: Date): Promise<Found> {
  const film = filmOf(call.post);
  if (isRefusal(film)) return { kind: 'absent' };
  const kept = sessionIn(call.checkpoint, film.media.bytes);
  if (!kept) return lookThroughUploads(facts, call, calledAt);
  const session = await readSession(facts, call, kept);
  if ('video' in session) return { kind: 'there', postId: session.video, url: null };
  if ('has' in session)
    return session.has < kept.total
      ? { kind: 'absent' }
      : { kind: 'unreadable', seconds: 5, why: 'YouTube has every byte, and no video yet' };
  if (session.kind === 'gone') return lookThroughUploads(facts, call, calledAt);
  return { kind: 'unreadable', seconds: session.seconds, why: whyOf(session) };
}

/** A film is not lost for its thumbnail: what YouTube will not have is left, what it has no time for is asked again. */
async function setThumbnail(facts: GoogleFacts, call: PlatformCall, video: string): Promise<boolean> {
  const thumbnail = call.post.film?.thumbnail;
  if (!thumbnail) return true;
  const url = new URL(`${facts.apiUrl}/upload/youtube/v3/thumbnails/set?uploadType=media&videoId=${encodeURIComponent(video)}`);
  const headers = { ...bearer(call), 'content-type': thumbnail.mediaType };
  const body = new Uint8Array(await call.bytesOf(thumbnail));
  const answer = await heard(call.send({ method: 'POST', url, headers, body, phase: 'thumbnail', timeoutMs: 60_000 }));
  if (answer instanceof CallFault) return false;
  const fault = faultOf(answer);
  if (fault === null) return true;
  const refusal = refusalOf(fault);
  return refusal !== null && refusal.reason !== 'token';
}

async function figures({ apiUrl }: GoogleFacts, call: PlatformCall, video: string): ReturnType<Platform['figures']> {
  const url = new URL(`${apiUrl}/youtube/v3/videos?part=statistics&id=${encodeURIComponent(video)}`);
  const answer = await call.send({ method: 'GET', url, headers: bearer(call), phase: 'figures' });
  const [found] = listOf(jsonOf(answer.json)['items']);
  const raw = jsonOf(found?.['statistics']);
  if (answer.status !== 200 || !found) throw new CallFault(`no figures (HTTP ${answer.status})`, false);
  // Numbers come as texts; what the owner hides does not come.
  const of = (name: string): number | null => (/^\d+$/.test(String(raw[name])) ? Number(raw[name]) : null);
  const told = { views: of('viewCount'), likes: of('likeCount'), comments: of('commentCount') };
  return { ...told, shares: null, reach: null, impressions: null, raw };
}
