/**
 * What an error of the Graph API means. Read from `error.code` and `error.error_subcode` alone: the words change with the language of
 * the account. https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/error-codes ·
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
import type { Checkpoint, PlatformAnswer, Prepared, Published, Refusal } from '../platform.ts';

export type Json = Readonly<Record<string, unknown>>;
export const jsonOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(jsonOf) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export type FaultKind =
  | 'token'
  | 'permission'
  | 'content'
  | 'duplicate'
  | 'media'
  | 'limit'
  | 'spam'
  /** Asks for patience; nothing was made. */
  | 'rate'
  /** Their trouble: what was asked for may have happened all the same. */
  | 'busy'
  /** An answer that is no answer: a page of a proxy, half a JSON. */
  | 'garbled'
  /** They could not fetch the picture from us. */
  | 'unfetched'
  /** The container is of no use any more. */
  | 'spent'
  | 'not_ready'
  /** 100/33: said of what is not there, not allowed, or there all the same. */
  | 'unreadable'
  /** 4/2207051, suspected of spam: seen after `media_publish` of posts that went live. */
  | 'suspected'
  /** Not a byte left, or no answer came. */
  | 'unsent'
  | 'silent'
  | 'other';

/** Bytes of a file: from the first up to, and not with, the last. */
export interface Part {
  readonly from: number;
  readonly until: number;
}

export interface GraphFault {
  readonly kind: FaultKind;
  /** `190/463`; `http 502` when there is no code to read. */
  readonly code: string;
  /** Their words, without tokens. */
  readonly detail: string;
  /** Of an upload in parts: what they want next. */
  readonly wanted?: Part;
}

const SUBCODES: Readonly<Record<number, FaultKind>> = {
  ...{ 2207001: 'busy', 2207003: 'unfetched', 2207052: 'unfetched', 2207027: 'not_ready', 2207051: 'suspected', 2207042: 'limit' },
  ...{ 2207006: 'spent', 2207008: 'spent', 2207020: 'spent', 2207032: 'spent', 2207053: 'spent', 2207050: 'permission' },
  ...{ 2207004: 'media', 2207005: 'media', 2207009: 'media', 2207023: 'media', 2207026: 'media', 2207057: 'media', 1366046: 'media' },
  ...{ 2207010: 'content', 2207028: 'content', 2207040: 'content' },
  // Of films: the upload timed out or has to begin again; a format, a length or a size that is not taken.
  ...{ 1363030: 'busy', 1363019: 'busy', 1363037: 'busy', 1363041: 'spent', 1363024: 'media', 1363026: 'media', 1363022: 'media' },
  ...{ 1363023: 'media', 2207082: 'busy', 2207076: 'spent' },
};

const CODES: Readonly<Record<number, FaultKind>> = {
  ...{ [-1]: 'busy', [-2]: 'spent', 1: 'busy', 2: 'busy' },
  ...{ 4: 'rate', 17: 'rate', 32: 'rate', 341: 'rate', 613: 'rate' },
  ...{ 102: 'token', 104: 'token', 190: 'token', 3: 'permission', 10: 'permission', 25: 'permission' },
  ...{
    9: 'limit',
    24: 'spent',
    324: 'media',
    352: 'media',
    389: 'unfetched',
    368: 'spam',
    506: 'duplicate',
    9004: 'unfetched',
    9007: 'not_ready',
  },
  ...{ 36000: 'media', 36001: 'media', 36003: 'media', 36004: 'content' },
};

function kindOf(code: number, subcode: number, isTransient: boolean): FaultKind {
  if (code === 100 && subcode === 33) return 'unreadable';
  const known = SUBCODES[subcode] ?? CODES[code];
  if (known) return known;
  if (code >= 200 && code <= 299) return 'permission';
  // Each business use case has its own: pages 80001, Instagram 80002. They come as HTTP 400.
  if (code >= 80_000 && code <= 80_014) return 'rate';
  return isTransient ? 'busy' : 'other';
}

/** Null when the answer is what was asked for. */
export function faultOf({ status, json, text }: Pick<PlatformAnswer, 'status' | 'json' | 'text'>): GraphFault | null {
  const body = jsonOf(json);
  const error = jsonOf(body['error']);
  const code = Number(error['code']);
  if (!('code' in error) || !Number.isInteger(code)) {
    if (status === 429) return { kind: 'rate', code: 'http 429', detail: withoutTokens(text) };
    const isFine = status >= 200 && status < 300 && typeof json === 'object' && json !== null && !('error' in body);
    return isFine ? null : { kind: 'garbled', code: `http ${status}`, detail: 'an answer that cannot be read' };
  }
  const subcode = Number(error['error_subcode'] ?? 0);
  const kind = status === 429 ? 'rate' : kindOf(code, subcode, error['is_transient'] === true);
  return {
    // Of what a server says while it stumbles, only the refusals that come before any work are believed.
    kind: status >= 500 && kind !== 'token' && kind !== 'rate' ? 'busy' : kind,
    code: subcode ? `${code}/${subcode}` : `${code}`,
    detail: withoutTokens(textOf(error['error_user_msg']) || textOf(error['message'])),
    ...wantedIn(error['error_data']),
  };
}

/** Sent as an object, and as one in a text. */
function wantedIn(data: unknown): { readonly wanted?: Part } {
  const wanted = partIn(typeof data === 'string' ? parsed(data) : data);
  return wanted ? { wanted } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `{start_offset, end_offset}`, as numbers or in texts. */
export function partIn(value: unknown): Part | null {
  const { start_offset: start, end_offset: end } = jsonOf(value);
  const [from, until] = [Number(start ?? Number.NaN), Number(end ?? Number.NaN)];
  return Number.isSafeInteger(from) && Number.isSafeInteger(until) && from >= 0 && until >= from ? { from, until } : null;
}

/** Meta repeats a malformed token in its complaint. */
const withoutTokens = (said: string): string => said.replace(/[\w|-]{32,}/g, '…').slice(0, 300);

const REASONS = ['token', 'permission', 'content', 'duplicate', 'media', 'limit', 'spam'] as const;

export function refusalOf({ kind, code, detail }: GraphFault): Refusal {
  const reason = REASONS.find((one) => one === kind) ?? OTHER_REASONS[kind] ?? 'other';
  return { reason, code, detail };
}
const OTHER_REASONS: Partial<Record<FaultKind, Refusal['reason']>> = { suspected: 'spam', unfetched: 'media', spent: 'media' };

export const whyOf = ({ kind, code, detail }: GraphFault): string => `${kind} (${code}): ${detail}`.slice(0, 300);

const isFinal = (kind: FaultKind): boolean => kind === 'other' || kind === 'suspected' || REASONS.some((one) => one === kind);

/** How long before it is asked again, in seconds. */
export const patienceFor = ({ kind }: GraphFault): number => (kind === 'rate' ? 300 : kind === 'not_ready' ? 5 : 30);

/** Of a fault before anything was published. */
export function preparedAfter(fault: GraphFault, checkpoint: Checkpoint): Prepared {
  if (isFinal(fault.kind)) return { kind: 'refused', refusal: refusalOf(fault) };
  return { kind: 'wait', checkpoint, seconds: patienceFor(fault), why: whyOf(fault) };
}

/**
 * Of a fault in answer to the one request that cannot be taken back. Refused is only what is known to be said before anything is made:
 * a code that we do not know, or `suspected`, has been seen on posts that went live.
 */
export function publishedAfter(fault: GraphFault): Published {
  const { kind } = fault;
  if (REASONS.some((one) => one === kind)) return { kind: 'refused', refusal: refusalOf(fault) };
  if (kind === 'rate' || kind === 'not_ready' || kind === 'unsent') {
    return { kind: 'not_sent', seconds: patienceFor(fault), why: whyOf(fault) };
  }
  return { kind: 'unknown', why: whyOf(fault) };
}
