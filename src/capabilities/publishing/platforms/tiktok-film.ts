/**
 * A film on its way to TikTok: what the account allows is asked first, then the film gets a number, which is written down before a byte
 * leaves, then its parts follow in their order. Nothing is live before the last byte: everything but the last part may be done again.
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 */
import { CallFault, type Checkpoint, type FilmWords, type PlatformCall, type Prepared, type Published, type Refusal } from '../platform.ts';
import type { TikTokFacts } from '../platform-facts.ts';
import {
  type FilmPost,
  filmOf,
  isRefusal,
  MEGABYTE,
  nowOf,
  PART_MS,
  PASS_MS,
  rangeHeader,
  ready,
  refused,
  wait,
  withPart,
} from './film-parts.ts';
import { failureOf, foundOf, isPassing, isStatus, publishIdIn, readStatus } from './tiktok-status.ts';
import { ask, heardNothing, hinted, refusalOf, type TikTokFault, whyOf } from './tiktok-wire.ts';
import { heard, type Json, textOf } from './x-wire.ts';

/** All but the last one, which takes what is left as well. */
const CHUNK_BYTES = 5 * MEGABYTE;
const MOST_STARTS = 4;
/** The address of an upload is good for an hour: not begun to be used in its last quarter. */
const FRESH_MS = 44 * 60_000;

interface FilmState {
  readonly publishId: string;
  readonly uploadUrl: string;
  /** Milliseconds. */
  readonly startedAt: number;
  readonly starts: number;
  readonly sent: number;
  readonly total: number;
  /** As TikTok told it; addresses of posts are made of it. */
  readonly creator: string;
}

const stateIn = (checkpoint: Checkpoint, total: number): FilmState => ({
  ...{ publishId: publishIdIn(checkpoint), uploadUrl: textOf(checkpoint['uploadUrl']), creator: textOf(checkpoint['creator']), total },
  startedAt: Number(checkpoint['startedAt'] ?? 0),
  ...{ starts: Number(checkpoint['starts'] ?? 0), sent: Number(checkpoint['sent'] ?? 0) },
});

/** Its size, and how many there are. */
export function chunksOf(total: number): { readonly size: number; readonly count: number } {
  const count = Math.max(1, Math.floor(total / CHUNK_BYTES));
  return { size: count === 1 ? total : CHUNK_BYTES, count };
}
const lastPartOf = (total: number): number => (chunksOf(total).count - 1) * CHUNK_BYTES;

export async function prepare(facts: TikTokFacts, call: PlatformCall): Promise<Prepared> {
  const film = filmOf(call.post);
  if (isRefusal(film)) return refused(film);
  const state = stateIn(call.checkpoint, film.media.bytes);
  return state.publishId ? carry(facts, call, film, state) : begin(facts, call, film, state);
}

async function begin(facts: TikTokFacts, call: PlatformCall, { media, words }: FilmPost, state: FilmState): Promise<Prepared> {
  const creator = await ask(facts, call, 'creator', '/v2/post/publish/creator_info/query/', {});
  if (creator.fault) return notYet(creator.fault, state);
  const privacy = privacyFor(words, creator.data['privacy_level_options']);
  if (privacy === null) return refused(refusedPrivacy);
  const longest = Number(creator.data['max_video_post_duration_sec'] ?? 0);
  const seconds = media.seconds ?? 0;
  if (longest > 0 && seconds > longest) {
    const detail = `the film lasts ${Math.ceil(seconds)} s, this account may post ${longest} s`;
    return refused({ reason: 'media', code: 'duration_check_failed', detail });
  }
  const { size, count } = chunksOf(media.bytes);
  const source = { source: 'FILE_UPLOAD', video_size: media.bytes, chunk_size: size, total_chunk_count: count };
  const body = { post_info: postInfo(call, words, privacy, creator.data), source_info: source };
  const said = await ask(facts, call, 'init', '/v2/post/publish/video/init/', body);
  if (said.fault) return notYet(said.fault, state);
  const [publishId, uploadUrl] = [textOf(said.data['publish_id']), textOf(said.data['upload_url'])];
  if (!publishId || !URL.canParse(uploadUrl)) return wait(state, 30, 'an upload was begun, and not told where to');
  const begun = { publishId, uploadUrl, startedAt: nowOf(call), starts: state.starts + 1, sent: 0 };
  return wait({ ...state, ...begun, creator: textOf(creator.data['creator_username']) }, 0, '');
}

const refusedPrivacy: Refusal = {
  reason: 'permission',
  code: 'privacy_level_option_mismatch',
  detail: hinted('privacy_level_option_mismatch', ''),
};

/** Never more open than it was meant to be. */
export function privacyFor({ privacy }: Pick<FilmWords, 'privacy'>, options: unknown): string | null {
  const wished = { public: ['PUBLIC_TO_EVERYONE'], unlisted: ['MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'], private: ['SELF_ONLY'] }[privacy];
  return wished.find((one) => Array.isArray(options) && options.includes(one)) ?? null;
}

const postInfo = ({ post }: PlatformCall, words: FilmWords, privacy: string, creator: Json): Json => ({
  title: post.text.trim() || words.title,
  privacy_level: privacy,
  disable_comment: creator['comment_disabled'] === true,
  disable_duet: creator['duet_disabled'] === true,
  disable_stitch: creator['stitch_disabled'] === true,
  brand_content_toggle: false,
  brand_organic_toggle: false,
  is_aigc: post.madeWithAi,
});

/** What TikTok says that it has counts, not what was sent. */
async function carry(facts: TikTokFacts, call: PlatformCall, { media }: FilmPost, before: FilmState): Promise<Prepared> {
  const told = await readStatus(facts, call, before.publishId);
  if (!isStatus(told)) return told.kind === 'gone' ? anew(before, whyOf(told)) : notYet(told, before);
  if (told.status === 'FAILED') return isPassing(told) ? anew(before, 'TikTok failed') : refused(failureOf(told));
  const { total } = before;
  if (told.status === '') return wait(before, 10, 'TikTok does not say how the film stands');
  const uploaded = told.uploaded ?? before.sent;
  // Sent by an earlier life of this publication: what is left to do is to read what becomes of it.
  if (told.status !== 'PROCESSING_UPLOAD' || uploaded >= total) return ready({ ...before, sent: total });
  if (nowOf(call) - before.startedAt > FRESH_MS) return anew(before, 'the address of the upload is over');
  const begun = performance.now();
  let state: FilmState = { ...before, sent: Math.min(Math.floor(uploaded / CHUNK_BYTES) * CHUNK_BYTES, lastPartOf(total)) };
  while (state.sent < lastPartOf(total)) {
    if (performance.now() - begun > PASS_MS || call.signal.aborted) return wait(state, 0, '');
    const until = state.sent + CHUNK_BYTES;
    const answer = await sendPart(call, media, state, { from: state.sent, until, phase: 'part' });
    if (answer instanceof CallFault) return wait(state, 5, answer.message);
    if (answer.status === 403 || answer.status === 404) return anew(state, `HTTP ${answer.status}: the address of the upload is over`);
    if (answer.status !== 206) return wait(state, answer.status === 429 ? 60 : 5, `HTTP ${answer.status}`);
    state = { ...state, sent: until };
  }
  return ready(state);
}

function sendPart(
  call: PlatformCall,
  media: FilmPost['media'],
  { uploadUrl, total }: FilmState,
  { from, until, phase }: { readonly from: number; readonly until: number; readonly phase: string },
) {
  const headers = { 'content-type': media.mediaType, 'content-range': rangeHeader(from, until, total) };
  // The address is the key to it: no token goes with it.
  return withPart(call, { media, from, until }, (body) =>
    heard(call.send({ method: 'PUT', url: new URL(uploadUrl), headers, body, phase, timeoutMs: PART_MS })),
  );
}

function anew(state: FilmState, why: string): Prepared {
  if (state.starts >= MOST_STARTS)
    return refused({ reason: 'media', code: 'upload', detail: `TikTok drops every upload of this film: ${why}` });
  return wait({ ...state, publishId: '', uploadUrl: '', sent: 0 }, 5, why);
}

function notYet(fault: TikTokFault, state: FilmState): Prepared {
  const refusal = refusalOf(fault);
  return refusal ? refused(refusal) : wait(state, fault.seconds, whyOf(fault));
}

/** The one request that cannot be taken back: the last part. What becomes of the film is read afterwards. */
export async function publish(facts: TikTokFacts, call: PlatformCall): Promise<Published> {
  const film = filmOf(call.post);
  if (isRefusal(film)) return { kind: 'refused', refusal: film };
  const { media } = film;
  const state = stateIn(call.checkpoint, media.bytes);
  const { publishId, sent, total } = state;
  if (!publishId || sent < lastPartOf(total)) return { kind: 'not_sent', seconds: 1, why: 'the film is not uploaded' };
  if (sent < total) {
    const answer = await sendPart(call, media, state, { from: sent, until: total, phase: 'last_part' });
    if (answer instanceof CallFault) {
      const { kind, seconds, detail } = heardNothing(answer);
      return kind === 'unsent' ? { kind: 'not_sent', seconds, why: detail } : { kind: 'unknown', why: detail };
    }
    const { status } = answer;
    // It took none of it: how it stands is read before anything is sent again.
    if (status === 206 || (status >= 400 && status < 500))
      return { kind: 'not_sent', seconds: status === 429 ? 60 : 1, why: `HTTP ${status}` };
    if (status !== 201) return { kind: 'unknown', why: `HTTP ${status}` };
  }
  const told = await readStatus(facts, call, publishId);
  const found = isStatus(told) ? foundOf(told, publishId, total) : null;
  if (found?.kind === 'there') return { kind: 'confirmed', postId: found.postId, url: null };
  if (found?.kind === 'refused') return found;
  return { kind: 'unknown', why: 'TikTok has the film and works on it' };
}
