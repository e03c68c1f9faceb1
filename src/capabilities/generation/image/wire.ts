/** One request to a provider of pictures, and its error as one kind of fault: by what it says first, by its status last. */

import { type Exchange, exchange, isLost, jsonOf, type Lost } from '../exchange.ts';
import { headerOf, idOf, type Json, recordOf, textOf } from '../json.ts';
import { patienceAsked } from '../retry.ts';
import { type FaultFacts, ImageFault, type ImageFaultKind, type ImageProviderName } from './image.ts';

const MOST_BYTES = 48 * 1024 * 1024;

export interface Call {
  readonly provider: ImageProviderName;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A POST when given: bytes as they are, under the type that the headers say, anything else as JSON. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export interface Answer extends Exchange {
  /** An empty object when it was not one. */
  readonly json: Json;
}

export const countOf = (value: unknown): number | null => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null);

/** Throws `ImageFault` for anything but a 2xx. */
export async function call(asked: Call): Promise<Answer> {
  const { provider, signal } = asked;
  const reply = await exchange({ ...asked, headers: { accept: 'application/json', ...asked.headers }, mostBytes: MOST_BYTES });
  if (isLost(reply)) {
    // Whoever asked is no longer interested: that is no fault of anybody.
    if (reply.lost === 'cancelled') signal.throwIfAborted();
    throw new ImageFault(provider, ...LOSSES[reply.lost]);
  }
  const answer = { ...reply, json: recordOf(jsonOf(reply)) };
  if (reply.status >= 200 && reply.status < 300) return answer;
  throw faultTold(provider, answer);
}

const LOSSES: Readonly<Record<Lost['lost'], [ImageFaultKind, Partial<FaultFacts>]>> = {
  too_large: ['unreadable', { mayBeCharged: true }],
  timeout: ['timeout', { isDown: true, mayBeCharged: true }],
  cancelled: ['timeout', { mayBeCharged: true }],
  bad_address: ['not_configured', {}],
  never_connected: ['unreachable', { isPassing: true, isDown: true }],
  // Not asked again: the first request may have been worked on.
  broken: ['unreachable', { isDown: true, mayBeCharged: true }],
};

/** The words of all four for a refusal that is about what the picture would show. */
const REFUSED =
  /content_policy|moderation_blocked|content[_ ]moderation|content[_ ]filter|content policy|safety (system|filter)|flagged as sensitive|nsfw|\bE005\b/i;
const NO_CREDIT =
  /insufficient_quota|billing_hard_limit|insufficient[_ ](credit|balance|fund)|payment_required|lack sufficient credits|not enough credits/i;
const NO_SUCH_MODEL =
  /model_not_found|invalid model|not a valid model|model .*(does not exist|not found)|requested resource could not be found/i;

export const isRefusal = (said: string): boolean => REFUSED.test(said);

/** `{error: {message, type, code}}`, `{id, name, errors: []}` and `{title, detail, status}` alike. */
export function faultTold(provider: ImageProviderName, answer: Pick<Answer, 'status' | 'headers' | 'json'>): ImageFault {
  const { status, json } = answer;
  const error = recordOf(json['error']);
  const words = [
    error['code'],
    error['type'],
    error['message'],
    json['error'],
    json['name'],
    json['errors'],
    json['title'],
    json['detail'],
  ];
  const said = words.flat().filter(textOf).join(' ');
  const kind = kindOf(status, said);
  return new ImageFault(provider, kind, {
    httpStatus: status,
    code: codeOf(error['code']) ?? codeOf(error['type']) ?? codeOf(json['name']),
    requestId: idOf(headerOf(answer, 'x-request-id')) ?? idOf(json['id']),
    retryAfterMs: kind === 'rate_limited' ? (patienceAsked(answer.headers, new Date()) ?? patienceSaid(said)) : null,
    isPassing: kind === 'rate_limited' || kind === 'unavailable',
    isDown: kind === 'unavailable' || kind === 'timeout',
    mayBeCharged: kind === 'timeout',
  });
}

function kindOf(status: number, said: string): ImageFaultKind {
  if (status === 402 || NO_CREDIT.test(said)) return 'insufficient_credit';
  if (status === 429) return 'rate_limited';
  if (status < 500 && isRefusal(said)) return 'refused';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404 || (status < 500 && NO_SUCH_MODEL.test(said))) return 'unknown_model';
  // Of a gateway that did not wait for the end: behind it the picture may still be made.
  if ([408, 504, 524].includes(status)) return 'timeout';
  // A redirect is not followed: it would carry the key away.
  return status >= 500 || status < 400 ? 'unavailable' : 'bad_request';
}

/** A word, never a sentence: sentences may repeat a key or the prompt. */
const codeOf = (value: unknown): string | null => {
  const word = typeof value === 'number' ? String(value) : textOf(value);
  return word && /^[a-z0-9_.-]{1,60}$/i.test(word) ? word : null;
};

/** Replicate says it in its sentence: `Your rate limit resets in ~30s.` */
const patienceSaid = (said: string): number | null => {
  const seconds = /resets? in ~?(\d+)\s*s/i.exec(said)?.[1];
  return seconds ? Number(seconds) * 1000 : null;
};
