/** One request to a provider of music, and its error as one kind of fault: by what it says first, by its status last. */

import { type Exchange, exchange, isLost, jsonOf, type Lost } from '../../exchange.ts';
import { headerOf, idOf, type Json, recordOf, textOf } from '../../json.ts';
import { patienceAsked } from '../../retry.ts';
import { MusicFault, type MusicFaultFacts, type MusicFaultKind } from '../music-faults.ts';
import type { MusicProviderName } from '../order.ts';

const MOST_BYTES = 96 * 1024 * 1024;

export interface Call {
  readonly provider: MusicProviderName;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A POST when given, as JSON. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** Of one's own time or of the order's: whichever ends first. */
export const within = (signal: AbortSignal, ms: number): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, Math.ceil(ms)))]);

/** Throws `MusicFault` for anything but a 2xx. */
export async function call(asked: Call): Promise<Exchange & { readonly json: Json }> {
  const reply = await exchange({ ...asked, mostBytes: MOST_BYTES });
  if (isLost(reply)) {
    // Whoever asked is no longer interested: that is no fault of anybody.
    if (reply.lost === 'cancelled') asked.signal.throwIfAborted();
    throw new MusicFault(asked.provider, ...LOSSES[reply.lost]);
  }
  const isJson = /json/.test(headerOf(reply, 'content-type') ?? '');
  const answer = { ...reply, json: isJson ? recordOf(jsonOf(reply)) : {} };
  if (reply.status >= 200 && reply.status < 300) return answer;
  throw faultTold(asked.provider, answer);
}

const LOSSES: Readonly<Record<Lost['lost'], [MusicFaultKind, Partial<MusicFaultFacts>]>> = {
  too_large: ['unreadable', { mayBeCharged: true }],
  timeout: ['timeout', { mayBeCharged: true }],
  cancelled: ['timeout', { mayBeCharged: true }],
  bad_address: ['not_configured', {}],
  never_connected: ['unreachable', { isPassing: true }],
  // Not asked again: the first request may have been worked on.
  broken: ['unreachable', { mayBeCharged: true }],
};

const REFUSED = /content_policy|moderation|bad_prompt|terms of service|sensitive|copyright|prohibited/i;
const NO_CREDIT = /quota_exceeded|insufficient|not enough credits|payment_required/i;

function faultTold(provider: MusicProviderName, { status, headers, json }: Exchange & { readonly json: Json }): MusicFault {
  const detail = recordOf(json['detail']);
  const error = recordOf(json['error']);
  const words = [
    detail['status'],
    detail['message'],
    error['code'],
    error['message'],
    json['code'],
    json['message'],
    json['msg'],
    json['error'],
  ];
  const said = words.filter(textOf).join(' ');
  const kind = kindOf(status, said);
  return new MusicFault(provider, kind, {
    httpStatus: status,
    code: codeOf(detail['status']) ?? codeOf(error['code']) ?? codeOf(json['code']),
    requestId: idOf(headerOf({ headers }, 'request-id') ?? headerOf({ headers }, 'x-request-id')),
    retryAfterMs: kind === 'rate_limited' ? patienceAsked(headers, new Date()) : null,
    isPassing: kind === 'rate_limited' || kind === 'unavailable',
    mayBeCharged: kind === 'timeout',
  });
}

export function kindOf(status: number, said: string): MusicFaultKind {
  if (status === 402 || NO_CREDIT.test(said)) return 'insufficient_credit';
  if (status === 429) return 'rate_limited';
  if (status < 500 && REFUSED.test(said)) return 'refused';
  if (status === 401 || status === 403) return 'unauthorized';
  if ([408, 504, 524].includes(status)) return 'timeout';
  // A redirect is not followed: it would carry the key away.
  return status >= 500 || status < 400 ? 'unavailable' : 'bad_request';
}

/** A word, never a sentence: sentences may repeat a key or the prompt. */
const codeOf = (value: unknown): string | null => {
  const word = typeof value === 'number' ? String(value) : textOf(value);
  return word && /^[a-z0-9_.-]{1,60}$/i.test(word) ? word : null;
};
