/**
 * A film on its way to LinkedIn: registered under a number of its own (a URN), sent in the parts that LinkedIn asks for, put together,
 * and waited for until it can be shown. Nothing of this is a post: all of it may be done again.
 * https://learn.microsoft.com/linkedin/marketing/community-management/shares/videos-api
 */
import { CallFault, type Checkpoint, type PlatformCall, type PostMedia, type Prepared } from '../platform.ts';
import type { LinkedInFacts } from '../platform-facts.ts';
import { type FilmPost, nowOf, PART_MS, PASS_MS, ready, refused, wait, withPart } from './film-parts.ts';
import { ask, faultOf, heardNothing, type LinkedInFault, refusalOf, whyOf } from './linkedin-wire.ts';
import { heard, jsonOf, listOf, textOf } from './x-wire.ts';

const MOST_UPLOADS = 3;
/** Their addresses are not begun to be used in their last minutes. */
const MARGIN_MS = 5 * 60_000;
/** Five seconds apart: longer than this and it will not come. */
const MOST_POLLS = 240;

interface Part {
  readonly url: string;
  readonly from: number;
  readonly until: number;
}

interface FilmState {
  readonly video: string;
  readonly token: string;
  readonly parts: readonly Part[];
  /** Of the parts that have arrived, in their order. */
  readonly etags: readonly string[];
  /** Milliseconds. */
  readonly expires: number;
  readonly uploads: number;
  readonly polls: number;
  readonly isAvailable: boolean;
  readonly sent: number;
  readonly total: number;
}

function stateIn(checkpoint: Checkpoint, total: number): FilmState {
  const count = (name: string): number => Number(checkpoint[name] ?? 0);
  return {
    ...{ video: textOf(checkpoint['video']), token: textOf(checkpoint['token']), total },
    parts: listOf(checkpoint['parts']).map(({ url, from, until }) => ({ url: textOf(url), from: Number(from), until: Number(until) })),
    etags: Array.isArray(checkpoint['etags']) ? checkpoint['etags'].map(String) : [],
    ...{ expires: count('expires'), uploads: count('uploads'), polls: count('polls'), sent: count('sent') },
    isAvailable: checkpoint['isAvailable'] === true,
  };
}

/** The URN of the film, which no other post can carry; empty where there is none yet. */
export const videoIn = (checkpoint: Checkpoint): string => textOf(checkpoint['video']);
export const isAvailable = (checkpoint: Checkpoint): boolean => checkpoint['isAvailable'] === true;

/** One pass: a place for the film, which is written down before its first byte leaves; or the next parts; or a look at how it is. */
export async function prepareFilm(facts: LinkedInFacts, call: PlatformCall, film: FilmPost): Promise<Prepared> {
  const state = stateIn(call.checkpoint, film.media.bytes);
  if (state.isAvailable) return ready(state);
  if (!state.video) return begin(facts, call, film, state);
  return state.etags.length < state.parts.length ? sendParts(call, film.media, state) : poll(facts, call, state);
}

async function begin(facts: LinkedInFacts, call: PlatformCall, { media, words }: FilmPost, state: FilmState): Promise<Prepared> {
  const { thumbnail } = words;
  const owner = call.poster.externalId;
  const asked = { owner, fileSizeBytes: media.bytes, uploadCaptions: false, uploadThumbnail: thumbnail !== null };
  const path = '/rest/videos?action=initializeUpload';
  const said = await ask(facts, call, { method: 'POST', path, body: { initializeUploadRequest: asked }, phase: 'upload_begin' });
  if (said.fault) return notYet(said.fault, state);
  const value = jsonOf(said.body['value']);
  const parts = listOf(value['uploadInstructions']).map(({ uploadUrl, firstByte, lastByte }) => ({
    ...{ url: textOf(uploadUrl), from: Number(firstByte), until: Number(lastByte) + 1 },
  }));
  const video = textOf(value['video']);
  const isWhole = parts.at(0)?.from === 0 && parts.at(-1)?.until === media.bytes && parts.every(({ url }) => URL.canParse(url));
  if (!video || !isWhole) return wait(state, 30, 'an upload was begun, and not told where to');
  const thumbnailUrl = textOf(value['thumbnailUploadUrl']);
  if (thumbnail && URL.canParse(thumbnailUrl)) await sendThumbnail(call, thumbnail, thumbnailUrl);
  const begun = { video, token: textOf(value['uploadToken']), parts, etags: [], sent: 0, polls: 0, uploads: state.uploads + 1 };
  return wait({ ...state, ...begun, expires: Number(value['uploadUrlsExpireAt'] ?? 0) }, 0, '');
}

/** A film is not lost for it: LinkedIn then shows one of its pictures. */
async function sendThumbnail(call: PlatformCall, thumbnail: PostMedia, url: string): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream', 'media-type-family': 'STILLIMAGE' };
  const body = new Uint8Array(await call.bytesOf(thumbnail));
  await heard(call.send({ method: 'PUT', url: new URL(url), headers, body, phase: 'thumbnail' }));
}

/** Each part to its own address, which is the key to it: no token goes with it. */
async function sendParts(call: PlatformCall, media: PostMedia, before: FilmState): Promise<Prepared> {
  const begun = performance.now();
  let state = before;
  if (state.expires > 0 && state.expires - MARGIN_MS < nowOf(call)) return anew(state, 'the addresses of the upload are over');
  for (const part of state.parts.slice(state.etags.length)) {
    if (performance.now() - begun > PASS_MS || call.signal.aborted) return wait(state, 0, '');
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await withPart(call, { media, from: part.from, until: part.until }, (body) =>
      heard(call.send({ method: 'PUT', url: new URL(part.url), headers, body, phase: 'part', timeoutMs: PART_MS })),
    );
    const fault = answer instanceof CallFault ? heardNothing(answer) : answer.status < 300 ? null : faultOf(answer);
    const etag = answer instanceof CallFault ? '' : (answer.headers.get('etag') ?? '');
    if (fault && LOST.some((kind) => kind === fault.kind)) return anew(state, whyOf(fault));
    if (fault || !etag) return wait(state, fault?.seconds ?? 30, fault ? whyOf(fault) : 'a part was sent, and not acknowledged');
    state = { ...state, etags: [...state.etags, etag], sent: part.until };
  }
  return wait(state, 0, '');
}
/** Of an address without a token: it is not good any more. */
const LOST = ['token', 'permission', 'gone', 'content', 'other'] as const;

function anew(state: FilmState, why: string): Prepared {
  if (state.uploads >= MOST_UPLOADS) return refused({ reason: 'media', code: 'upload', detail: why.slice(0, 300) });
  return wait({ ...state, video: '', token: '', parts: [], etags: [], sent: 0 }, 5, why);
}

/** Asked first, also before it is put together: an earlier life may have done that. */
async function poll(facts: LinkedInFacts, call: PlatformCall, state: FilmState): Promise<Prepared> {
  const path = `/rest/videos/${encodeURIComponent(state.video)}`;
  const said = await ask(facts, call, { method: 'GET', path, phase: 'upload_status' });
  if (said.fault) return said.fault.kind === 'gone' ? anew(state, whyOf(said.fault)) : notYet(said.fault, state);
  const status = textOf(said.body['status']);
  const polls = state.polls + 1;
  if (status === 'AVAILABLE') return ready({ ...state, parts: [], etags: [], isAvailable: true });
  if (status === 'PROCESSING_FAILED' || polls > MOST_POLLS) {
    const detail = textOf(said.body['processingFailureReason']) || 'LinkedIn could not work through this film';
    return refused({ reason: 'media', code: status || 'silent', detail: detail.slice(0, 300) });
  }
  if (status === 'WAITING_UPLOAD') return finalize(facts, call, state);
  return wait({ ...state, polls }, polls < 4 ? 2 : 5, `the film is ${status || 'silent'}`);
}

async function finalize(facts: LinkedInFacts, call: PlatformCall, state: FilmState): Promise<Prepared> {
  const body = { finalizeUploadRequest: { video: state.video, uploadToken: state.token, uploadedPartIds: state.etags } };
  const said = await ask(facts, call, { method: 'POST', path: '/rest/videos?action=finalizeUpload', body, phase: 'upload_end' });
  if (said.fault?.kind === 'content') return anew(state, whyOf(said.fault));
  return said.fault ? notYet(said.fault, state) : wait({ ...state, polls: state.polls + 1 }, 1, 'the film is put together');
}

function notYet(fault: LinkedInFault, state: FilmState): Prepared {
  const refusal = refusalOf(fault);
  return refusal ? refused(refusal) : wait(state, fault.seconds, whyOf(fault));
}
