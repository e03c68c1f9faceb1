/** One request to ElevenLabs, and its error as one kind of fault: by what it says first, by its status last. */

import { type Exchange, exchange, isLost, jsonOf, type Lost } from '../../exchange.ts';
import { headerOf, idOf, type Json, recordOf, textOf } from '../../json.ts';
import { patienceAsked } from '../../retry.ts';
import { below } from '../../text/endpoint.ts';
import { VoiceFault, type VoiceFaultFacts, type VoiceFaultKind } from '../voice.ts';

/** Minutes of sound, written as text. */
const MOST_BYTES = 64 * 1024 * 1024;
const provider = 'elevenlabs';
const JSON_TYPE = 'application/json';

export interface Place {
  readonly url: string;
  readonly key: string;
}

export interface Answer extends Exchange {
  readonly json: Json;
}
export const requestIdOf = (answer: Pick<Exchange, 'headers'>): string | null => idOf(headerOf(answer, 'request-id'));

/** Throws `VoiceFault` for anything but a 2xx. */
export async function call({ url, key }: Place, path: string, signal: AbortSignal, body?: unknown, accept = JSON_TYPE): Promise<Answer> {
  const headers = { accept, 'xi-api-key': key };
  const reply = await exchange({ url: below(url, path), headers, body, mostBytes: MOST_BYTES, signal });
  if (isLost(reply)) {
    // Whoever asked is no longer interested: that is no fault of anybody.
    if (reply.lost === 'cancelled') signal.throwIfAborted();
    throw new VoiceFault(provider, ...LOSSES[reply.lost]);
  }
  const answer = { ...reply, json: recordOf(jsonOf(reply)) };
  if (reply.status >= 200 && reply.status < 300) return answer;
  throw faultTold(answer);
}

const LOSSES: Readonly<Record<Lost['lost'], [VoiceFaultKind, Partial<VoiceFaultFacts>]>> = {
  too_large: ['unreadable', { mayBeCharged: true }],
  timeout: ['timeout', { mayBeCharged: true }],
  cancelled: ['timeout', { mayBeCharged: true }],
  bad_address: ['not_configured', {}],
  never_connected: ['unreachable', { isPassing: true }],
  // Not asked again: the first request may have been worked on.
  broken: ['unreachable', { mayBeCharged: true }],
};

/** `{detail: {status, message}}`, `{detail: "…"}`, and for a wrong body `{detail: [{loc, msg, type}]}`. */
function faultTold(answer: Answer): VoiceFault {
  const { status, json } = answer;
  const detail = recordOf(json['detail']);
  const code = wordIn(detail['status']) ?? wordIn(recordOf(Array.isArray(json['detail']) ? json['detail'][0] : null)['type']);
  const kind = KINDS[code ?? ''] ?? kindOf(status);
  return new VoiceFault(provider, kind, {
    httpStatus: status,
    code,
    requestId: requestIdOf(answer),
    retryAfterMs: kind === 'rate_limited' ? patienceAsked(answer.headers, new Date()) : null,
    // Turned away at the door: nothing was worked on. Of any other failure of theirs nobody knows.
    isPassing: kind === 'rate_limited' || status === 503,
    mayBeCharged: kind === 'timeout' || (status >= 500 && status !== 503),
  });
}

const KINDS: Readonly<Record<string, VoiceFaultKind>> = {
  quota_exceeded: 'quota_exceeded',
  max_character_limit_exceeded: 'too_long',
  voice_not_found: 'unknown_voice',
  invalid_api_key: 'unauthorized',
  too_many_concurrent_requests: 'rate_limited',
  system_busy: 'rate_limited',
};

function kindOf(status: number): VoiceFaultKind {
  if (status === 429) return 'rate_limited';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 402) return 'quota_exceeded';
  if (status === 404) return 'unknown_voice';
  // Of a gateway that did not wait for the end: behind it the voice may still speak.
  if ([408, 504, 524].includes(status)) return 'timeout';
  return status >= 500 || status < 400 ? 'unavailable' : 'bad_request';
}

/** A word, never a sentence: sentences may repeat a key or the text. */
const wordIn = (value: unknown): string | null => {
  const word = textOf(value);
  return word && /^[a-z0-9_.-]{1,60}$/i.test(word) ? word : null;
};
