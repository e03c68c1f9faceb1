/**
 * Films on their way to X: begun (`initialize`), sent in parts that are counted (`append`), closed (`finalize`), and worked on by X until
 * they can be shown. The number is written down before the first byte; a part that was sent twice is the same part.
 * https://docs.x.com/x-api/media/quickstart/media-upload-chunked
 */
import { CallFault, type Checkpoint, type PlatformAnswer, type PlatformCall, type PostFault, type PostMedia } from '../platform.ts';
import { withPart } from './film-parts.ts';
import { bearer } from './x-timeline.ts';
import { DAY_SECONDS, type NotYet, troubleOf, type Upload } from './x-upload.ts';
import { heard, type Json, jsonOf, textOf } from './x-wire.ts';

const PART_BYTES = 4 * 1024 * 1024;
/** Sent in one go; then what has arrived is written down. */
const PARTS_OF_A_PASS = 8;
const PART_MS = 120_000;
const MOST_LOOKS = 720;
/** https://docs.x.com/x-api/media/quickstart/best-practices */
const LIMITS = { leastSeconds: 0.5, mostSeconds: 20 * 60, mostBytes: 8_000_000_000, leastRatio: 1 / 3, mostRatio: 3 } as const;

export function faultsOfFilm([film, ...others]: readonly PostMedia[]): readonly PostFault[] {
  const { seconds = 0, bytes = 0, width = 1, height = 1 } = film ?? {};
  const ratio = Math.round((width / height) * 100);
  const faults: PostFault[] = [];
  if (others.length > 0) faults.push({ field: 'media', constraint: 'too_many_media', limit: 1, found: others.length + 1 });
  if (seconds < LIMITS.leastSeconds)
    faults.push({ field: 'media', constraint: 'too_short', limit: LIMITS.leastSeconds, found: Math.floor(seconds * 10) / 10 });
  if (seconds > LIMITS.mostSeconds)
    faults.push({ field: 'media', constraint: 'too_long', limit: LIMITS.mostSeconds, found: Math.ceil(seconds) });
  if (bytes > LIMITS.mostBytes) faults.push({ field: 'media', constraint: 'too_heavy', limit: LIMITS.mostBytes, found: bytes });
  if (width / height > LIMITS.mostRatio) faults.push({ field: 'media', constraint: 'ratio', limit: 300, found: ratio });
  if (width / height < LIMITS.leastRatio) faults.push({ field: 'media', constraint: 'ratio', limit: 33, found: ratio });
  return faults;
}

/** How far the upload is, from one pass to the next. */
interface FilmState {
  readonly id: string;
  readonly key: string;
  readonly until: string;
  readonly parts: number;
  readonly isClosed: boolean;
  readonly looks: number;
}

const stateIn = (checkpoint: Checkpoint): FilmState | null => {
  const kept = jsonOf(checkpoint['film']);
  const [id, until] = [textOf(kept['id']), textOf(kept['until'])];
  // One that X has forgotten is begun anew.
  if (!id || Date.parse(until) < Date.now() + 15 * 60_000) return null;
  return {
    id,
    until,
    key: textOf(kept['key']),
    parts: Number(kept['parts'] ?? 0),
    isClosed: kept['isClosed'] === true,
    looks: Number(kept['looks'] ?? 0),
  };
};

/** One pass: the number, the next parts, the end, or one look at what X makes of it. */
export async function uploadFilm(apiUrl: string, call: PlatformCall, media: PostMedia): Promise<Upload | NotYet> {
  const state = stateIn(call.checkpoint);
  if (!state) return begin(apiUrl, call, media);
  const count = Math.ceil(media.bytes / PART_BYTES);
  if (state.parts < count) return sendParts({ apiUrl, call, media }, state, count);
  if (!state.isClosed) return close({ apiUrl, call, media }, state);
  return look({ apiUrl, call, media }, state);
}

interface Work {
  readonly apiUrl: string;
  readonly call: PlatformCall;
  readonly media: PostMedia;
}

const keep = ({ bytes }: PostMedia, film: FilmState | null, seconds: number, why: string): NotYet => {
  const sent = Math.min((film?.parts ?? 0) * PART_BYTES, bytes);
  return { kind: 'wait', checkpoint: { film, sent, total: bytes }, seconds, why };
};

/** What `trouble` says, with what is known of the film. */
const keptIn = (media: PostMedia, state: FilmState | null, trouble: NotYet): NotYet =>
  trouble.kind === 'wait' ? keep(media, state, trouble.seconds, trouble.why) : trouble;

async function ask({ apiUrl, call }: Work, phase: string, path: string, body: FormData | Json): Promise<PlatformAnswer | CallFault> {
  const url = new URL(`${apiUrl}/2/media/upload/${path}`);
  const isForm = body instanceof FormData;
  const headers = isForm ? bearer(call) : { ...bearer(call), 'content-type': 'application/json' };
  return heard(call.send({ method: 'POST', url, headers, body: isForm ? body : JSON.stringify(body), phase, timeoutMs: PART_MS }));
}

async function begin(apiUrl: string, call: PlatformCall, media: PostMedia): Promise<NotYet> {
  const wish = { media_type: media.mediaType, total_bytes: media.bytes, media_category: 'tweet_video' };
  const answer = await ask({ apiUrl, call, media }, 'film_initialize', 'initialize', wish);
  if (answer instanceof CallFault) return keep(media, null, 30, answer.message);
  const trouble = troubleOf(answer, 'media');
  if (trouble) return keptIn(media, null, trouble);
  const data = jsonOf(jsonOf(answer.json)['data']);
  const id = textOf(data['id']);
  if (!id) return keep(media, null, 30, `HTTP ${answer.status} without the id of the upload`);
  const until = new Date(Date.now() + (Number(data['expires_after_secs']) || DAY_SECONDS) * 1000).toISOString();
  const state: FilmState = { id, until, key: textOf(data['media_key']) || `7_${id}`, parts: 0, isClosed: false, looks: 0 };
  return keep(media, state, 0, 'the upload begins');
}

async function sendParts(work: Work, before: FilmState, count: number): Promise<NotYet> {
  const { call, media } = work;
  let state = before;
  while (state.parts < count && state.parts - before.parts < PARTS_OF_A_PASS) {
    const from = state.parts * PART_BYTES;
    const { id, parts } = state;
    const answer = await withPart(call, { media, from, until: Math.min(from + PART_BYTES, media.bytes) }, async (part) => {
      const form = new FormData();
      form.set('segment_index', String(parts));
      form.set('media', new Blob([part], { type: 'application/octet-stream' }), 'part');
      return ask(work, 'film_append', `${id}/append`, form);
    });
    if (answer instanceof CallFault) return keep(media, state, 10, answer.message);
    const trouble = isDone(answer) ? null : troubleOf(answer, 'media');
    if (trouble) return isForgotten(answer) ? keep(media, null, 10, 'X has forgotten the upload') : keptIn(media, state, trouble);
    state = { ...state, parts: state.parts + 1 };
  }
  return keep(media, state, 0, 'on its way');
}

/** It answers with nothing, or with little. */
const isDone = ({ status }: PlatformAnswer): boolean => status >= 200 && status < 300;
const isForgotten = ({ status }: PlatformAnswer): boolean => status === 404 || status === 410;

async function close(work: Work, state: FilmState): Promise<Upload | NotYet> {
  const answer = await ask(work, 'film_finalize', `${state.id}/finalize`, {});
  if (answer instanceof CallFault) return keep(work.media, state, 10, answer.message);
  if (isForgotten(answer)) return keep(work.media, null, 10, 'X has forgotten the upload');
  // Also said of one that was closed before, when the answer was lost: its state tells.
  if (answer.status === 400) return look(work, { ...state, isClosed: true });
  const trouble = troubleOf(answer, 'media');
  if (trouble) return keptIn(work.media, state, trouble);
  return judge(work.media, { ...state, isClosed: true }, answer);
}

async function look(work: Work, state: FilmState): Promise<Upload | NotYet> {
  const { apiUrl, call, media } = work;
  const url = new URL(`${apiUrl}/2/media/upload?command=STATUS&media_id=${encodeURIComponent(state.id)}`);
  const answer = await heard(call.send({ method: 'GET', url, headers: bearer(call), phase: 'film_status' }));
  if (answer instanceof CallFault) return keep(media, state, 10, answer.message);
  if (isForgotten(answer)) return keep(media, null, 10, 'X has forgotten the upload');
  const trouble = troubleOf(answer, 'media');
  return trouble ? keptIn(media, state, trouble) : judge(media, { ...state, looks: state.looks + 1 }, answer);
}

/** Without `processing_info` there was nothing to be done. */
function judge(media: PostMedia, state: FilmState, answer: PlatformAnswer): Upload | NotYet {
  const info = jsonOf(jsonOf(jsonOf(answer.json)['data'])['processing_info']);
  const told = textOf(info['state']);
  if (told === 'failed') {
    const error = jsonOf(info['error']);
    const detail = (textOf(error['message']) || textOf(error['name']) || 'X could not work through the film').slice(0, 300);
    return { kind: 'refused', refusal: { reason: 'media', code: String(error['name'] ?? error['code'] ?? 'failed'), detail } };
  }
  if (told === 'succeeded' || told === '') return { file: media.file, id: state.id, key: state.key, until: state.until, described: true };
  if (state.looks >= MOST_LOOKS)
    return { kind: 'refused', refusal: { reason: 'media', code: told, detail: 'X never came to an end with it' } };
  return keep(media, state, Math.min(Math.max(Number(info['check_after_secs']) || 5, 1), 60), `X works on the film (${told})`);
}
