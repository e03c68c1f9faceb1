/**
 * How one speaks with TikTok: every answer has `error.code`, which is `ok` when all is well, whatever the status.
 * https://developers.tiktok.com/doc/tiktok-api-v2-error-handling · https://developers.tiktok.com/doc/content-posting-api-reference-direct-post
 */
import { CallFault, type Pause, type PlatformAnswer, type PlatformCall, type Refusal } from '../platform.ts';
import type { TikTokFacts } from '../platform-facts.ts';
import { retryAfter } from './film-parts.ts';
import { heard, type Json, jsonOf, textOf } from './x-wire.ts';

export type FaultKind =
  | ('token' | 'permission' | 'content' | 'media' | 'limit' | 'spam' | 'other')
  /** Asks for patience; nothing was made. */
  | 'rate'
  /** Theirs; an answer that is no answer; not a byte left; silence. */
  | ('busy' | 'garbled' | 'unsent' | 'silent')
  /** What was asked for is not there any more. */
  | 'gone';

export interface TikTokFault {
  readonly kind: FaultKind;
  /** As TikTok calls it. */
  readonly code: string;
  readonly detail: string;
  readonly seconds: number;
}

const KINDS: Readonly<Record<string, FaultKind>> = {
  ...{ access_token_invalid: 'token', access_token_expired: 'token', auth_removed: 'token' },
  ...{ scope_not_authorized: 'permission', scope_permission_missed: 'permission', spam_risk_user_banned_from_posting: 'permission' },
  ...{ unaudited_client_can_only_post_to_private_accounts: 'permission', privacy_level_option_mismatch: 'permission' },
  ...{ rate_limit_exceeded: 'rate', internal_error: 'busy' },
  ...{ spam_risk_too_many_posts: 'limit', spam_risk_too_many_pending_share: 'limit', reached_active_user_cap: 'limit' },
  ...{ spam_risk: 'spam', spam_risk_text: 'spam' },
  ...{ invalid_param: 'content', invalid_params: 'content', invalid_file_upload: 'media', url_ownership_unverified: 'media' },
  ...{ file_format_check_failed: 'media', duration_check_failed: 'media', frame_rate_check_failed: 'media' },
  ...{ picture_size_check_failed: 'media', video_pull_failed: 'media' },
  ...{ invalid_publish_id: 'gone', token_not_authorized_for_specified_publish_id: 'gone' },
};

/** What can be done about it, where their words do not say. */
const HINTS: Readonly<Record<string, string>> = {
  unaudited_client_can_only_post_to_private_accounts:
    'until TikTok has audited the app of this installation, it takes private films only: publish as private, or ask for the audit',
  privacy_level_option_mismatch: 'the account does not allow this privacy: choose another, or change the account at TikTok',
};

export const kindOfCode = (code: string): FaultKind => KINDS[code] ?? (code.startsWith('spam_risk') ? 'spam' : 'other');
export const hinted = (code: string, detail: string): string => [HINTS[code] ?? '', detail].filter(Boolean).join(' · ').slice(0, 300);

const RATE_SECONDS = 60;

/** Null when all is well. */
export function faultOf(answer: PlatformAnswer, now = new Date()): TikTokFault | null {
  const { status, json } = answer;
  const error = jsonOf(jsonOf(json)['error']);
  const code = textOf(error['code']);
  if (status >= 200 && status < 300 && code === 'ok') return null;
  const kind = kindOf(status, code);
  const seconds = kind === 'rate' ? (retryAfter(answer, now) ?? RATE_SECONDS) : 30;
  return { kind, code: code || `http ${status}`, detail: hinted(code, textOf(error['message'])), seconds };
}

function kindOf(status: number, code: string): FaultKind {
  if (status >= 500) return 'busy';
  if (code && code !== 'ok') return kindOfCode(code);
  if (status === 429) return 'rate';
  return status === 401 ? 'token' : 'garbled';
}

export const heardNothing = ({ unsent, message }: CallFault): TikTokFault => ({
  ...{ kind: unsent ? 'unsent' : 'silent', code: 'no answer', detail: message, seconds: 30 },
});

const REASONS = ['token', 'permission', 'content', 'media', 'limit', 'spam', 'other'] as const;

/** Null for what asks for patience only. */
export function refusalOf({ kind, code, detail }: Pick<TikTokFault, 'kind' | 'code' | 'detail'>): Refusal | null {
  const reason = REASONS.find((one) => one === kind);
  return reason ? { reason, code, detail } : null;
}

export const whyOf = ({ kind, code, detail }: TikTokFault): string => `${kind} (${code}): ${detail}`.slice(0, 300);

export function pausesOf(answer: PlatformAnswer, now: Date): readonly Pause[] {
  const fault = faultOf(answer, now);
  if (fault?.kind !== 'rate') return [];
  return [{ scope: 'connection', until: new Date(now.getTime() + fault.seconds * 1000), reason: fault.code }];
}

export type Said = { readonly data: Json; readonly text: string; readonly fault: null } | { readonly fault: TikTokFault };

export async function ask(
  { apiUrl }: TikTokFacts,
  { send, poster }: PlatformCall,
  phase: string,
  path: string,
  body: object,
): Promise<Said> {
  const headers = { authorization: `Bearer ${poster.accessToken}`, 'content-type': 'application/json; charset=UTF-8' };
  const answer = await heard(send({ method: 'POST', url: new URL(`${apiUrl}${path}`), headers, body: JSON.stringify(body), phase }));
  if (answer instanceof CallFault) return { fault: heardNothing(answer) };
  const fault = faultOf(answer);
  return fault ? { fault } : { data: jsonOf(jsonOf(answer.json)['data']), text: answer.text, fault: null };
}
