/**
 * What an error of Google means, read from its status and `error.errors[].reason`.
 * https://developers.google.com/youtube/v3/docs/errors · https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol
 */
import type { CallFault, Pause, PlatformAnswer, Refusal } from '../platform.ts';
import { retryAfter } from './film-parts.ts';
import { jsonOf, listOf, textOf } from './x-wire.ts';

export type FaultKind =
  | ('token' | 'permission' | 'content' | 'media' | 'limit' | 'other')
  /** Asks for patience: a minute, or until midnight in California. */
  | ('rate' | 'quota')
  /** Theirs; an answer that is no answer; not a byte left; silence. */
  | ('busy' | 'garbled' | 'unsent' | 'silent')
  /** What was asked for is not there any more. */
  | 'gone';

export interface YouTubeFault {
  readonly kind: FaultKind;
  /** `403/quotaExceeded`. */
  readonly code: string;
  readonly detail: string;
  /** Before it is asked again. */
  readonly seconds: number;
}

const KINDS: Readonly<Record<string, FaultKind>> = {
  ...{ authError: 'token', expired: 'token', required: 'token' },
  ...{
    youtubeSignupRequired: 'permission',
    insufficientPermissions: 'permission',
    forbidden: 'permission',
    accessNotConfigured: 'permission',
  },
  ...{ channelClosed: 'permission', channelSuspended: 'permission', authenticatedUserAccountClosed: 'permission' },
  ...{ authenticatedUserAccountSuspended: 'permission', authenticatedUserNotChannel: 'permission' },
  ...{ forbiddenPrivacySetting: 'permission', forbiddenLicenseSetting: 'permission' },
  ...{ quotaExceeded: 'quota', dailyLimitExceeded: 'quota', dailyLimitExceededUnreg: 'quota' },
  ...{ rateLimitExceeded: 'rate', userRateLimitExceeded: 'rate', concurrentLimitExceeded: 'rate', uploadRateLimitExceeded: 'rate' },
  uploadLimitExceeded: 'limit',
  ...{ invalidTitle: 'content', invalidDescription: 'content', invalidTags: 'content', invalidCategoryId: 'content' },
  ...{ invalidPublishAt: 'content', invalidVideoMetadata: 'content', invalidRecordingDetails: 'content', defaultLanguageNotSet: 'content' },
  ...{ invalidFilename: 'media', mediaBodyRequired: 'media', invalidImage: 'media', mediaBadRequest: 'media' },
  ...{ backendError: 'busy', internalError: 'busy' },
};

/** Null when the answer is what was asked for; 308 is one as well. */
export function faultOf(answer: PlatformAnswer, now = new Date()): YouTubeFault | null {
  const { status, json, text } = answer;
  if (status === 308 || (status >= 200 && status < 300 && (typeof json === 'object' || text === ''))) return null;
  const error = jsonOf(jsonOf(json)['error']);
  const reason = textOf(listOf(error['errors'])[0]?.['reason']);
  const kind = kindOf(status, reason, Object.keys(error).length > 0);
  const seconds = { rate: retryAfter(answer, now) ?? 60, quota: secondsUntil(midnightPacific(now), now) }[kind as string];
  return {
    kind,
    code: reason ? `${status}/${reason}` : String(status),
    detail: textOf(error['message']).slice(0, 300),
    seconds: seconds ?? 30,
  };
}

function kindOf(status: number, reason: string, isError: boolean): FaultKind {
  if (status >= 500) return 'busy';
  const known = KINDS[reason];
  if (known) return known;
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'rate';
  if (status === 401) return 'token';
  if (!isError) return 'garbled';
  return status === 403 ? 'permission' : 'other';
}

export const heardNothing = ({ unsent, message }: CallFault): YouTubeFault => ({
  ...{ kind: unsent ? 'unsent' : 'silent', code: 'no answer', detail: message, seconds: 30 },
});

const REASONS = ['token', 'permission', 'content', 'media', 'limit', 'other'] as const;

/** Null for what asks for patience only. */
export function refusalOf({ kind, code, detail }: YouTubeFault): Refusal | null {
  const reason = REASONS.find((one) => one === kind);
  return reason ? { reason, code, detail } : null;
}

export const whyOf = ({ kind, code, detail }: YouTubeFault): string => `${kind} (${code}): ${detail}`.slice(0, 300);

/**
 * The quota of uploads is the app's, and is told by the upload server, which signs its answers; the one of reading, which other calls
 * use up, keeps nobody from uploading.
 */
export function pausesOf(answer: PlatformAnswer, now: Date): readonly Pause[] {
  const fault = faultOf(answer, now);
  if (fault?.kind === 'quota' && answer.headers.has('x-guploader-uploadid'))
    return [{ scope: 'app', until: midnightPacific(now), reason: fault.code }];
  if (fault?.kind === 'rate') return [{ scope: 'connection', until: new Date(now.getTime() + fault.seconds * 1000), reason: fault.code }];
  return [];
}

const secondsUntil = (until: Date, now: Date): number => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));

const DAY_SECONDS = 86_400;
const PACIFIC = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'America/Los_Angeles', hourCycle: 'h23', hour: 'numeric', minute: 'numeric', second: 'numeric' },
});
const clockOf = (at: Date): number => {
  const [hour = 0, minute = 0, second = 0] = PACIFIC.format(at).split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
};

/** When the quotas of Google begin anew; also on the days that have 23 hours, or 25. */
export function midnightPacific(now: Date): Date {
  const guess = new Date(now.getTime() + (DAY_SECONDS - clockOf(now)) * 1000);
  const off = clockOf(guess);
  return new Date(guess.getTime() - (off > DAY_SECONDS / 2 ? off - DAY_SECONDS : off) * 1000);
}
