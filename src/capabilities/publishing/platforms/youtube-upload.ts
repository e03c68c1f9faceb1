/**
 * A film on its way to YouTube: one session, whose address is written down before a byte leaves, then parts, each a multiple of
 * 256 KiB. The video exists with the last byte and not before: everything but the last part may be done again, and what YouTube says
 * that it has counts, not what was sent. The session itself tells afterwards what became of it.
 * https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol
 */
import { CallFault, type Checkpoint, type PlatformAnswer, type PlatformCall, type Prepared, type Published } from '../platform.ts';
import type { GoogleFacts } from '../platform-facts.ts';
import { type FilmPost, filmOf, isRefusal, MEGABYTE, PART_MS, PASS_MS, rangeHeader, ready, refused, wait, withPart } from './film-parts.ts';
import { heard, jsonOf, textOf } from './x-wire.ts';
import { faultOf, heardNothing, refusalOf, whyOf, type YouTubeFault } from './youtube-faults.ts';

const PIECE_BYTES = 256 * 1024;
const CHUNK_BYTES = 4 * MEGABYTE;
const MOST_SESSIONS = 5;

interface UploadState {
  /** Its address; what it is asked with is in it. */
  readonly session: string;
  readonly sessions: number;
  readonly sent: number;
  readonly total: number;
  /** The number of the video, when the session has become one. */
  readonly video: string;
}

const stateIn = (checkpoint: Checkpoint, total: number): UploadState => ({
  ...{ session: textOf(checkpoint['session']), video: textOf(checkpoint['video']), total },
  ...{ sessions: Number(checkpoint['sessions'] ?? 0), sent: Number(checkpoint['sent'] ?? 0) },
});

/** Where the last part begins: it is small, so that little time passes between its first byte and its answer. */
const lastPartOf = (total: number): number => Math.floor(Math.max(total - 1, 0) / PIECE_BYTES) * PIECE_BYTES;

/** How a session stands. */
export type Session = { readonly video: string } | { readonly has: number } | YouTubeFault;

export async function prepare(facts: GoogleFacts, call: PlatformCall): Promise<Prepared> {
  const film = filmOf(call.post);
  if (isRefusal(film)) return refused(film);
  const state = stateIn(call.checkpoint, film.media.bytes);
  if (state.video) return ready(state);
  return state.session ? carry(facts, call, film, state) : begin(facts, call, film, state);
}

async function begin(facts: GoogleFacts, call: PlatformCall, { media, words }: FilmPost, state: UploadState): Promise<Prepared> {
  const url = new URL(`${facts.apiUrl}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status`);
  const snippet = { title: words.title, description: call.post.text, tags: words.tags, categoryId: words.categoryId };
  // Left out, the privacy would be public.
  const status = { privacyStatus: words.privacy, selfDeclaredMadeForKids: false, containsSyntheticMedia: call.post.madeWithAi };
  const headers = {
    ...bearer(call),
    'content-type': 'application/json; charset=utf-8',
    'x-upload-content-type': media.mediaType,
    'x-upload-content-length': String(media.bytes),
  };
  const answer = await heard(call.send({ method: 'POST', url, headers, body: JSON.stringify({ snippet, status }), phase: 'session' }));
  const fault = answer instanceof CallFault ? heardNothing(answer) : faultOf(answer);
  if (fault) return notYet(fault, state);
  const session = answer instanceof CallFault ? '' : (answer.headers.get('location') ?? '');
  if (!isTheirs(facts, session)) return wait(state, 30, 'a session was begun, and its address not told');
  return wait({ ...state, session, sent: 0, sessions: state.sessions + 1 }, 0, '');
}

/** Sends until the pass is over, or only the last part is left. */
async function carry(facts: GoogleFacts, call: PlatformCall, { media }: FilmPost, before: UploadState): Promise<Prepared> {
  const begun = performance.now();
  let state = before;
  let session = await readSession(facts, call, state);
  for (let had = -1; ; ) {
    if ('kind' in session) return session.kind === 'gone' ? anew(state, session) : notYet(session, state);
    // Sent by an earlier life of this publication: what is left to do is to say so.
    if ('video' in session) return ready({ ...state, sent: state.total, video: session.video });
    state = { ...state, sent: session.has };
    const { sent, total } = state;
    if (sent >= lastPartOf(total)) return sent < total ? ready(state) : wait(state, 5, 'YouTube has every byte, and no video yet');
    if (sent <= had) return wait(state, 5, `YouTube still wants it from byte ${sent}`);
    if (performance.now() - begun > PASS_MS || call.signal.aborted) return wait(state, 0, '');
    had = sent;
    const until = Math.min(sent + CHUNK_BYTES, lastPartOf(total));
    const answer = await withPart(call, { media, from: sent, until }, (body) =>
      put(facts, call, state, { range: rangeHeader(sent, until, total), body, phase: 'part' }),
    );
    session = sessionOf(answer, state);
  }
}

function anew(state: UploadState, fault: YouTubeFault): Prepared {
  if (state.sessions >= MOST_SESSIONS)
    return refused({ reason: 'media', code: fault.code, detail: 'YouTube drops every upload of this film' });
  return wait({ ...state, session: '', sent: 0 }, 5, 'the session is over: from the beginning');
}

function notYet(fault: YouTubeFault, state: UploadState): Prepared {
  const refusal = refusalOf(fault);
  return refusal ? refused(refusal) : wait(state, fault.seconds, whyOf(fault));
}

/** The one request that cannot be taken back: the last part. */
export async function sendLast(facts: GoogleFacts, call: PlatformCall): Promise<Published | { readonly video: string }> {
  const film = filmOf(call.post);
  if (isRefusal(film)) return { kind: 'refused', refusal: film };
  const { media } = film;
  const state = stateIn(call.checkpoint, media.bytes);
  if (state.video) return { video: state.video };
  const { session, sent, total } = state;
  if (!session || sent < lastPartOf(total)) return { kind: 'not_sent', seconds: 1, why: 'the film is not uploaded' };
  const answer = await withPart(call, { media, from: sent, until: total }, (body) =>
    put(facts, call, state, { range: rangeHeader(sent, total, total), body, phase: 'last_part' }),
  );
  return afterLast(sessionOf(answer, state), total);
}

function afterLast(session: Session, total: number): Published | { readonly video: string } {
  if ('video' in session) return session;
  if ('has' in session)
    return session.has < total
      ? { kind: 'not_sent', seconds: 1, why: `YouTube has ${session.has} of ${total} bytes` }
      : { kind: 'unknown', why: 'YouTube has every byte, and no video yet' };
  const { kind, seconds } = session;
  if (kind === 'unsent' || kind === 'rate' || kind === 'quota') return { kind: 'not_sent', seconds, why: whyOf(session) };
  const refusal = kind === 'other' ? null : refusalOf(session);
  return refusal ? { kind: 'refused', refusal } : { kind: 'unknown', why: whyOf(session) };
}

/** Asks what has arrived; sends nothing. */
export async function readSession(facts: GoogleFacts, call: PlatformCall, state: Pick<UploadState, 'session' | 'total'>): Promise<Session> {
  return sessionOf(
    await put(facts, call, state, { range: `bytes */${state.total}`, body: new Uint8Array(), phase: 'session_status' }),
    state,
  );
}

/** Null where the checkpoint knows of no session. */
export const sessionIn = (checkpoint: Checkpoint, total: number): Pick<UploadState, 'session' | 'total'> | null => {
  const state = stateIn(checkpoint, total);
  return state.session ? state : null;
};

interface Put {
  readonly range: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly phase: string;
}

function put(facts: GoogleFacts, call: PlatformCall, { session }: Pick<UploadState, 'session'>, { range, body, phase }: Put) {
  if (!isTheirs(facts, session)) return Promise.resolve(new CallFault('the address of the session is not one of Google', true));
  const headers = { ...bearer(call), 'content-range': range, 'content-type': 'application/octet-stream' };
  return heard(call.send({ method: 'PUT', url: new URL(session), headers, body, phase, timeoutMs: PART_MS }));
}

function sessionOf(answer: PlatformAnswer | CallFault, { total }: Pick<UploadState, 'total'>): Session {
  if (answer instanceof CallFault) return heardNothing(answer);
  const fault = faultOf(answer);
  if (fault) return fault;
  if (answer.status === 308) {
    const last = /^bytes=0-(\d+)$/.exec(answer.headers.get('range') ?? '')?.[1];
    return { has: last === undefined ? 0 : Math.min(Number(last) + 1, total) };
  }
  const video = textOf(jsonOf(answer.json)['id']);
  return video ? { video } : { kind: 'garbled', code: String(answer.status), detail: 'an answer that cannot be read', seconds: 30 };
}

/** The token goes with it: to nobody but Google. */
function isTheirs({ apiUrl }: GoogleFacts, session: string): boolean {
  if (!URL.canParse(session)) return false;
  const { protocol, hostname, origin } = new URL(session);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname.endsWith('.googleapis.com'));
}

export const bearer = ({ poster }: Pick<PlatformCall, 'poster'>): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${poster.accessToken}`,
});
