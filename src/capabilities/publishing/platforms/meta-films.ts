/**
 * Films on Facebook Pages: reels (upright, 3 to 90 seconds), and videos for all others. A film is uploaded under a number of its own,
 * which nobody else has; `finish` is the one request that shows it. Whether it is live is read from that number.
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing · https://developers.facebook.com/docs/graph-api/reference/page/videos
 */
import type { Checkpoint, Found, PlatformCall, PostFault, PostFigures, PostMedia, Prepared, Published, Refusal } from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { withPart } from './film-parts.ts';
import {
  type GraphFault,
  jsonOf,
  listOf,
  partIn,
  patienceFor,
  preparedAfter,
  publishedAfter,
  refusalOf,
  textOf,
  whyOf,
} from './meta-faults.ts';
import { countOf, requireBearable } from './meta-figures.ts';
import type { GraphTalk, Said } from './meta-graph.ts';
import { arrivedIn, phaseIn, sendRest } from './meta-rupload.ts';
import { lengthOf } from './meta-words.ts';

const MOST_STARTS = 3;
/** Carried in one go; then what has arrived is written down. */
const PASS_BYTES = 64 * 1024 * 1024;
const MOST_PART_BYTES = 32 * 1024 * 1024;
const TRANSFER_MS = 120_000;
const FINISH_MS = 60_000;
const MOST_BYTES = 10_000_000_000;
const MOST_SECONDS = 4 * 3600;
const MOST_TITLE = 255;
const REEL = { leastSeconds: 3, mostSeconds: 90, leastWidth: 540, leastHeight: 960 } as const;

/** Reels are 9:16; a little more or less is shown all the same. */
export function isReel({ width, height, seconds = 0 }: PostMedia): boolean {
  const fits = width >= REEL.leastWidth && height >= REEL.leastHeight && Math.abs(width / height - 9 / 16) < 0.02;
  return fits && seconds >= REEL.leastSeconds && seconds <= REEL.mostSeconds;
}

export function faultsOfFilm(media: readonly PostMedia[], title: string): readonly PostFault[] {
  const [{ seconds = 0, bytes } = { seconds: 0, bytes: 0 }] = media;
  const measures: readonly (PostFault & { readonly isLeast?: boolean })[] = [
    { field: 'media', constraint: 'too_many_media', limit: 1, found: media.length },
    { field: 'media', constraint: 'too_short', limit: 1, found: Math.floor(seconds), isLeast: true },
    { field: 'media', constraint: 'too_long', limit: MOST_SECONDS, found: Math.ceil(seconds) },
    { field: 'media', constraint: 'too_heavy', limit: MOST_BYTES, found: bytes },
    { field: 'title', constraint: 'too_long', limit: MOST_TITLE, found: lengthOf(title) },
  ];
  return measures.filter(({ isLeast, limit, found }) => (isLeast ? found < limit : found > limit)).map(({ isLeast: _, ...fault }) => fault);
}

/** What is known of the upload, from one pass to the next. */
interface FilmState {
  readonly video: string | null;
  /** Of a reel where it goes, of another film the session. */
  readonly uploadUrl: string;
  readonly session: string;
  readonly sent: number;
  /** Facebook wants it up to here in the next part. */
  readonly until: number;
  readonly total: number;
  readonly starts: number;
}

const stateIn = (checkpoint: Checkpoint, { bytes }: PostMedia): FilmState => ({
  video: textOf(checkpoint['video']) || null,
  uploadUrl: textOf(checkpoint['uploadUrl']),
  session: textOf(checkpoint['session']),
  sent: Number(checkpoint['sent'] ?? 0),
  until: Number(checkpoint['until'] ?? 0),
  total: bytes,
  starts: Number(checkpoint['starts'] ?? 0),
});
const waitWith = (state: FilmState, seconds: number, why: string): Prepared => ({ kind: 'wait', checkpoint: { ...state }, seconds, why });

interface FilmWork {
  readonly call: PlatformCall;
  readonly talk: GraphTalk;
  readonly facts: MetaFacts;
  readonly media: PostMedia;
}

/** One pass: a place for the film, which is written down before its first byte leaves; or the next part of it. */
export async function prepareFilm(work: FilmWork): Promise<Prepared> {
  const state = stateIn(work.call.checkpoint, work.media);
  if (state.video === null) return begin(work, state);
  if (state.sent >= state.total) return { kind: 'ready', checkpoint: { ...state } };
  return isReel(work.media) ? sendReel(work, state, state.video) : sendChunks(work, state);
}

async function begin({ call, talk, media }: FilmWork, state: FilmState): Promise<Prepared> {
  const start = { upload_phase: 'start', file_size: String(media.bytes) };
  const edge = isReel(media) ? 'video_reels' : 'videos';
  const { body, fault } = await talk.write(edge, `${call.poster.externalId}/${edge}`, start);
  if (fault) return preparedAfter(fault, { ...state });
  const [video, uploadUrl, session] = ['video_id', 'upload_url', 'upload_session_id'].map((name) => textOf(body[name]));
  if (!video || !(isReel(media) ? uploadUrl : session)) return waitWith(state, 30, 'begun, without the number of the film');
  const place = { video, uploadUrl: uploadUrl ?? '', session: session ?? '', until: partIn(body)?.until ?? 0 };
  return waitWith({ ...state, ...place, starts: state.starts + 1 }, 0, 'the upload begins');
}

async function sendReel({ call, talk, facts, media }: FilmWork, state: FilmState, video: string): Promise<Prepared> {
  const { body, fault } = await talk.read('video', video, { fields: 'status' });
  if (fault) return fault.kind === 'unreadable' ? again(state, fault) : preparedAfter(fault, { ...state });
  const from = Math.min(arrivedIn(body['status']), state.total);
  const broken = from < state.total ? await sendRest(facts, call, media, { url: state.uploadUrl, from }) : null;
  if (broken?.kind === 'spent') return again(state, broken);
  if (broken) return preparedAfter(broken, { ...state, sent: from });
  return { kind: 'ready', checkpoint: { ...state, sent: state.total } };
}

/** Facebook says which part it wants next; when it wants nothing more, it has all. */
async function sendChunks(work: FilmWork, before: FilmState): Promise<Prepared> {
  let state = before;
  while (state.sent < state.total && state.sent - before.sent < PASS_BYTES) {
    const { body, fault } = await transfer(work, state);
    const wanted = fault ? fault.wanted : partIn(body);
    if (fault && !wanted) return fault.kind === 'spent' ? again(state, fault) : preparedAfter(fault, { ...state });
    if (!wanted || wanted.from > state.total) return waitWith(state, 30, 'a part was sent, and what is wanted next is not told');
    const next = { ...state, sent: wanted.from, until: wanted.until };
    // Twice the same part: another pass, a while later.
    if (wanted.from <= state.sent) return waitWith(next, 5, `Facebook wants it from byte ${wanted.from}`);
    state = next;
  }
  return state.sent < state.total ? waitWith(state, 0, 'on its way') : { kind: 'ready', checkpoint: { ...state } };
}

async function transfer({ call, talk, media }: FilmWork, { session, sent, until, total }: FilmState): Promise<Said> {
  const end = Math.min(until > sent ? until : total, sent + MOST_PART_BYTES, total);
  const fields = { upload_phase: 'transfer', upload_session_id: session, start_offset: String(sent) };
  return withPart(call, { media, from: sent, until: end }, async (part) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('video_file_chunk', new Blob([part], { type: media.mediaType }), 'film');
    return talk.write('videos', `${call.poster.externalId}/videos`, form, TRANSFER_MS);
  });
}

function again(state: FilmState, fault: GraphFault): Prepared {
  if (state.starts >= MOST_STARTS) return { kind: 'refused', refusal: { ...refusalOf(fault), reason: 'media' } };
  return waitWith({ ...state, video: null, sent: 0 }, 10, whyOf(fault));
}

/** Looked at before it is shown: a film that was shown by an earlier call is not shown again. */
export async function publishFilm({ call, talk, media }: FilmWork): Promise<Published> {
  const { video, session, sent, total } = stateIn(call.checkpoint, media);
  if (video === null || sent < total) return { kind: 'not_sent', seconds: 1, why: 'the film is not uploaded' };
  const before = await look(talk, video);
  if (before.kind === 'there') return { kind: 'confirmed', postId: before.postId, url: before.url };
  if (before.kind === 'refused') return before;
  if (before.kind === 'fault') return { kind: 'not_sent', seconds: patienceFor(before.fault), why: whyOf(before.fault) };
  if (!before.isUntouched) return { kind: 'unknown', why: 'an earlier request to show the film is worked on' };
  const { text: description, film } = call.post;
  const title = film?.title ? { title: film.title } : {};
  const finish = isReel(media)
    ? { upload_phase: 'finish', video_id: video, video_state: 'PUBLISHED', description, ...title }
    : { upload_phase: 'finish', upload_session_id: session, description, ...title };
  const edge = isReel(media) ? 'video_reels' : 'videos';
  const { fault } = await talk.write(`${edge}_finish`, `${call.poster.externalId}/${edge}`, finish, FINISH_MS);
  if (fault) return publishedAfter(fault);
  const after = await look(talk, video);
  if (after.kind === 'there') return { kind: 'confirmed', postId: after.postId, url: after.url };
  return { kind: 'unknown', why: 'Facebook works on the film before it shows it' };
}

export const filmNumberIn = (checkpoint: Checkpoint): string | null => textOf(checkpoint['video']) || null;

export async function findFilm(talk: GraphTalk, video: string): Promise<Found> {
  const seen = await look(talk, video);
  if (seen.kind === 'fault') return { kind: 'unreadable', seconds: patienceFor(seen.fault), why: whyOf(seen.fault) };
  if (seen.kind !== 'unshown') return seen;
  const isIdle = seen.isUntouched && (seen.told === 'uploading' || seen.told === 'upload_complete');
  return isIdle ? { kind: 'absent' } : { kind: 'unreadable', seconds: 5, why: `the film is ${seen.told || 'silent'}` };
}

type Seen =
  | Extract<Found, { readonly kind: 'there' | 'refused' }>
  | { readonly kind: 'fault'; readonly fault: GraphFault }
  /** `isUntouched`: nobody has asked that it be shown. */
  | { readonly kind: 'unshown'; readonly told: string; readonly isUntouched: boolean };

async function look(talk: GraphTalk, video: string): Promise<Seen> {
  const { body, fault } = await talk.read('video', video, { fields: 'status,permalink_url' });
  if (fault) return { kind: 'fault', fault };
  const { status } = body;
  const told = textOf(jsonOf(status)['video_status']);
  const publishing = phaseIn(status, 'publishing');
  if (told === 'error' || told === 'upload_failed' || told === 'expired') return { kind: 'refused', refusal: failureIn(status, told) };
  if (publishing['status'] === 'complete' && publishing['publish_status'] === 'published')
    return { kind: 'there', postId: video, url: addressIn(body['permalink_url']) };
  return { kind: 'unshown', told, isUntouched: publishing['status'] === undefined || publishing['status'] === 'not_started' };
}

function failureIn(status: unknown, told: string): Refusal {
  const errors = (['uploading', 'processing', 'publishing'] as const).flatMap((name) => listOf(phaseIn(status, name)['errors']));
  const [first = {}] = errors;
  const detail = textOf(first['message']) || `the film is ${told}`;
  return { reason: 'media', code: String(first['code'] ?? told), detail: detail.slice(0, 300) };
}

/** Told as a path: `/reel/123`. */
export const addressIn = (permalink: unknown): string | null => {
  const path = textOf(permalink);
  return path ? new URL(path, 'https://www.facebook.com').href : null;
};

export async function figuresOfFilm(talk: GraphTalk, video: string): Promise<PostFigures> {
  const fields = 'views,likes.summary(total_count).limit(0),comments.summary(total_count).limit(0)';
  const { body, fault } = await talk.read('counts', video, { fields });
  if (fault) requireBearable(fault);
  const counts = jsonOf(body);
  const total = (name: string): number | null => countOf(jsonOf(jsonOf(counts[name])['summary'])['total_count']);
  const told = { views: countOf(counts['views']), likes: total('likes'), comments: total('comments') };
  return { ...told, shares: null, reach: null, impressions: null, raw: told };
}
