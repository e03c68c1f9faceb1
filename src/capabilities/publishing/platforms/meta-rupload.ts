/**
 * Bytes of a film on their way to Meta: one request carries the rest of the file, from the byte where Meta says that it is. What
 * arrived before a connection broke is kept there.
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing · https://developers.facebook.com/docs/instagram-platform/content-publishing/resumable-uploads
 */
import { CallFault, type PlatformAnswer, type PlatformCall, type PostMedia, type StreamedBody } from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { type GraphFault, type Json, jsonOf, textOf } from './meta-faults.ts';

/** Read from storage at once. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** A line that carries less than a hundred bytes a millisecond is given up, and tried again from where it was. */
const PATIENCE_MS = 60_000;
const SLOWEST_BYTES_PER_MS = 100;

export interface Upload {
  /** As Meta gave it. */
  readonly url: string;
  readonly from: number;
}

/** Null when all of it has arrived. */
export async function sendRest(
  facts: MetaFacts,
  call: PlatformCall,
  media: PostMedia,
  { url: given, from }: Upload,
): Promise<GraphFault | null> {
  const url = ownUrl(facts, given);
  if (!url) return { kind: 'spent', code: 'upload address', detail: 'an address that is not of Meta was given for the upload' };
  const headers = { authorization: `OAuth ${call.poster.accessToken}`, offset: String(from), file_size: String(media.bytes) };
  const timeoutMs = PATIENCE_MS + Math.ceil((media.bytes - from) / SLOWEST_BYTES_PER_MS);
  try {
    return faultOf(await call.send({ method: 'POST', url, headers, body: restOf(call, media, from), phase: 'rupload', timeoutMs }));
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    return { kind: error.unsent ? 'unsent' : 'silent', code: 'no answer', detail: error.message };
  }
}

const restOf = (call: PlatformCall, media: PostMedia, from: number): StreamedBody => ({
  bytes: media.bytes - from,
  async *pieces() {
    for (let at = from; at < media.bytes; at += PIECE_BYTES) yield await call.rangeOf(media, at, Math.min(at + PIECE_BYTES, media.bytes));
  },
});

/** The token goes with it: to nobody but Meta. */
function ownUrl({ graphUrl }: MetaFacts, given: string): URL | null {
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  const isMeta = url.protocol === 'https:' && /(^|\.)facebook\.com$/.test(url.hostname);
  return isMeta || url.origin === new URL(graphUrl).origin ? url : null;
}

function faultOf({ status, json }: PlatformAnswer): GraphFault | null {
  const body = jsonOf(json);
  if (status < 300 && body['success'] === true) return null;
  const told = jsonOf(body['debug_info']);
  const code = textOf(told['type']) || `http ${status}`;
  const detail = textOf(told['message']).slice(0, 300) || 'the film did not arrive';
  if (status === 401) return { kind: 'token', code, detail };
  if (status === 429) return { kind: 'rate', code, detail };
  return { kind: told['retriable'] === false ? 'spent' : 'busy', code, detail };
}

/** How much of the film is there, as `status` of a video and `video_status` of a container tell it. They spell it in two ways. */
export function arrivedIn(status: unknown): number {
  const phase = jsonOf(jsonOf(status)['uploading_phase']);
  const bytes = Number(phase['bytes_transferred'] ?? phase['bytes_transfered'] ?? 0);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0;
}

export const phaseIn = (status: unknown, name: 'uploading' | 'processing' | 'publishing'): Json => jsonOf(jsonOf(status)[`${name}_phase`]);
