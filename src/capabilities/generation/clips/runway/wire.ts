/**
 * One request to Runway, and its error as one kind of fault. A lost answer to an order is not repeated, because the order may have been
 * taken; only 429 and 503 say that it was not.
 */

import { type Exchange, exchange, isLost, jsonOf, type Lost } from '../../exchange.ts';
import { headerOf, idOf, type Json, recordOf, textOf } from '../../json.ts';
import { patienceAsked } from '../../retry.ts';
import { bearer, below } from '../../text/endpoint.ts';
import { ClipFault, type ClipFaultFacts, type ClipFaultKind } from '../faults.ts';

export interface Place {
  readonly url: string;
  readonly key: string;
}

export interface Asking {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

const provider = 'runway';
/** The wire this was written for; Runway refuses requests that name none. */
const VERSION = '2024-11-06';
const MOST_BYTES = 4 * 1024 * 1024;

/** Throws `ClipFault` for anything but a 2xx. */
export async function call({ url, key }: Place, { method, path, body, signal }: Asking): Promise<Json> {
  const headers = { ...bearer(key), 'x-runway-version': VERSION, accept: 'application/json' };
  const sent = { url: below(url, path), headers, mostBytes: MOST_BYTES, signal };
  const reply = await exchange({ ...sent, ...(method === 'DELETE' ? { method } : {}), ...(body === undefined ? {} : { body }) });
  if (isLost(reply)) {
    // Whoever asked is no longer interested: that is no fault of anybody.
    if (reply.lost === 'cancelled') signal.throwIfAborted();
    throw method === 'POST' ? new ClipFault(provider, ...ORDER_LOST[reply.lost]) : new ClipFault(provider, ...LOOK_LOST[reply.lost]);
  }
  if (reply.status >= 200 && reply.status < 300) return recordOf(jsonOf(reply));
  throw faultTold(reply, method);
}

type Loss = readonly [ClipFaultKind, Partial<ClipFaultFacts>];
const UNKNOWN: Loss = ['lost', { mayBeCharged: true }];
const ORDER_LOST: Readonly<Record<Lost['lost'], Loss>> = {
  too_large: UNKNOWN,
  timeout: UNKNOWN,
  cancelled: UNKNOWN,
  broken: UNKNOWN,
  bad_address: ['not_configured', {}],
  never_connected: ['unreachable', { isPassing: true }],
};
const LOOK_LOST: Readonly<Record<Lost['lost'], Loss>> = {
  too_large: ['unreadable', {}],
  timeout: ['timeout', { isPassing: true }],
  cancelled: ['timeout', { isPassing: true }],
  broken: ['unreachable', { isPassing: true }],
  bad_address: ['not_configured', {}],
  never_connected: ['unreachable', { isPassing: true }],
};

function faultTold(reply: Exchange, method: Asking['method']): ClipFault {
  const { status, headers } = reply;
  const said = textOf(recordOf(jsonOf(reply))['error']) ?? '';
  const kind = kindOf(status, said, method);
  const isPassing = kind === 'rate_limited' || (kind === 'unavailable' && (status === 503 || method !== 'POST'));
  return new ClipFault(provider, kind, {
    httpStatus: status,
    requestId: idOf(headerOf(reply, 'x-request-id')),
    retryAfterMs: kind === 'rate_limited' ? patienceAsked(headers, new Date()) : null,
    isPassing,
    // An order that broke on the other side may have been taken before it did.
    mayBeCharged: kind === 'lost',
  });
}

const NO_CREDIT = /enough credits|insufficient|payment/i;
const REFUSED = /moderat|safety|content policy|not allowed/i;

function kindOf(status: number, said: string, method: Asking['method']): ClipFaultKind {
  if (status === 402 || NO_CREDIT.test(said)) return 'insufficient_credit';
  if (status === 429) return 'rate_limited';
  if (status === 401 || status === 403) return 'unauthorized';
  // A redirect is not followed: it would carry the key away.
  if (status >= 500 || status < 400) return method === 'POST' && status > 499 && status !== 503 ? 'lost' : 'unavailable';
  if (status === 404 && method !== 'POST') return 'lost';
  return REFUSED.test(said) ? 'refused' : 'bad_request';
}
