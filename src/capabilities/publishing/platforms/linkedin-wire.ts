/**
 * How one speaks with LinkedIn: a version in every call, a text format of its own, errors with a status and sometimes a code.
 * https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling · …/marketing/community-management/shares/little-text-format
 */
import { CallFault, type Pause, type PlatformAnswer, type PlatformCall, type PlatformRequest, type Refusal } from '../platform.ts';
import type { LinkedInFacts } from '../platform-facts.ts';
import { retryAfter } from './film-parts.ts';
import { heard, type Json, jsonOf, listOf, textOf } from './x-wire.ts';

export type FaultKind =
  | ('token' | 'permission' | 'content' | 'duplicate' | 'media' | 'other')
  /** Asks for patience; nothing was made. */
  | 'rate'
  /** Theirs; an answer that is no answer; not a byte left; silence. */
  | ('busy' | 'garbled' | 'unsent' | 'silent')
  /** What was asked for is not there. */
  | 'gone';

export interface LinkedInFault {
  readonly kind: FaultKind;
  /** `422/DUPLICATE_POST`. */
  readonly code: string;
  readonly detail: string;
  readonly seconds: number;
}

export type Said = { readonly body: Json; readonly headers: Headers; readonly fault: null } | { readonly fault: LinkedInFault };

interface Ask extends Pick<PlatformRequest, 'phase'> {
  readonly method: 'GET' | 'POST';
  /** Below the API: `/rest/posts`. */
  readonly path: string;
  readonly body?: object;
  /** `FINDER`, where the method of Restli is not plain from the address. */
  readonly restli?: string;
}

type Sender = Pick<PlatformCall, 'send'> & { readonly poster: Pick<PlatformCall['poster'], 'accessToken'> };

export async function ask({ apiUrl, version }: LinkedInFacts, { send, poster }: Sender, asked: Ask): Promise<Said> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${poster.accessToken}`,
    'linkedin-version': version,
    'x-restli-protocol-version': '2.0.0',
    ...(asked.restli ? { 'x-restli-method': asked.restli } : {}),
    ...(asked.body ? { 'content-type': 'application/json' } : {}),
  };
  const body = asked.body ? { body: JSON.stringify(asked.body) } : {};
  const answer = await heard(send({ method: asked.method, url: new URL(`${apiUrl}${asked.path}`), headers, ...body, phase: asked.phase }));
  if (answer instanceof CallFault) return { fault: heardNothing(answer) };
  const fault = faultOf(answer);
  return fault ? { fault } : { body: jsonOf(answer.json), headers: answer.headers, fault: null };
}

export const heardNothing = ({ unsent, message }: CallFault): LinkedInFault => ({
  ...{ kind: unsent ? 'unsent' : 'silent', code: 'no answer', detail: message, seconds: 30 },
});

/** Null when the answer is what was asked for; some have no body. */
export function faultOf(answer: PlatformAnswer, now = new Date()): LinkedInFault | null {
  const { status, json, text } = answer;
  if (status >= 200 && status < 300 && (text.trim() === '' || Object.keys(jsonOf(json)).length > 0)) return null;
  const body = jsonOf(json);
  const [input = {}] = listOf(jsonOf(body['errorDetails'])['inputErrors']);
  const name = textOf(input['code']) || textOf(body['code']) || String(body['serviceErrorCode'] ?? '');
  const detail = (textOf(input['description']) || textOf(body['message'])).slice(0, 300);
  const kind = kindOf(status, name, Object.keys(body).length > 0);
  const hint = status === 426 ? `${detail} LINKEDIN_VERSION names a version that LinkedIn has ended.`.trim() : detail;
  return {
    kind,
    code: name ? `${status}/${name}` : String(status),
    detail: hint,
    seconds: kind === 'rate' ? (retryAfter(answer, now) ?? 300) : 30,
  };
}

function kindOf(status: number, name: string, isError: boolean): FaultKind {
  if (status >= 500) return 'busy';
  if (status === 429) return 'rate';
  if (status === 401) return 'token';
  if (!isError || status < 400) return 'garbled';
  if (name === 'DUPLICATE_POST') return 'duplicate';
  const known: Readonly<Record<number, FaultKind>> = {
    400: 'content',
    403: 'permission',
    404: 'gone',
    413: 'media',
    415: 'media',
    422: 'content',
  };
  return known[status] ?? 'other';
}

const REASONS = ['token', 'permission', 'content', 'duplicate', 'media', 'other'] as const;

/** Null for what asks for patience only. */
export function refusalOf({ kind, code, detail }: LinkedInFault): Refusal | null {
  const reason = REASONS.find((one) => one === kind);
  return reason ? { reason, code, detail } : null;
}

export const whyOf = ({ kind, code, detail }: LinkedInFault): string => `${kind} (${code}): ${detail}`.slice(0, 300);

export function pausesOf(answer: PlatformAnswer, now: Date): readonly Pause[] {
  if (answer.status !== 429) return [];
  return [{ scope: 'connection', until: new Date(now.getTime() + (retryAfter(answer, now) ?? 300) * 1000), reason: 'http 429' }];
}

const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&#])[#＃]([\p{L}\p{M}\p{N}]+)(?![\p{L}\p{M}\p{N}_])/gu;
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;
const escaped = (text: string): string => text.replace(RESERVED, '\\$&');

/** In LinkedIn's own format: hashtags stay hashtags, everything else that means something there is made plain. */
export function commentaryOf(text: string): string {
  let said = '';
  let done = 0;
  for (const { 0: whole, 1: tag = '', index } of text.matchAll(HASHTAG)) {
    said += `${escaped(text.slice(done, index))}{hashtag|\\#|${tag}}`;
    done = index + whole.length;
  }
  return said + escaped(text.slice(done));
}
