/**
 * How a film stands at TikTok, by the number it was given before its first byte. Whatever is asked, this is the reading that counts.
 * https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status
 */
import type { Checkpoint, Found, PlatformCall } from '../platform.ts';
import type { TikTokFacts } from '../platform-facts.ts';
import { ask, hinted, kindOfCode, refusalOf, type TikTokFault, whyOf } from './tiktok-wire.ts';
import { textOf } from './x-wire.ts';

export interface PublishStatus {
  readonly status: string;
  readonly reason: string;
  /** Bytes that have arrived; null when TikTok does not say. */
  readonly uploaded: number | null;
  /** The number of the post, which is told once anybody may see it. */
  readonly postId: string | null;
}

/** The number that TikTok gave the film; empty where there is none yet. */
export const publishIdIn = (checkpoint: Checkpoint): string => textOf(checkpoint['publishId']);

export async function readStatus(facts: TikTokFacts, call: PlatformCall, publishId: string): Promise<PublishStatus | TikTokFault> {
  const said = await ask(facts, call, 'status', '/v2/post/publish/status/fetch/', { publish_id: publishId });
  if (said.fault) return said.fault;
  const { status, fail_reason: reason, uploaded_bytes: uploaded } = said.data;
  return {
    status: textOf(status),
    reason: textOf(reason),
    uploaded: typeof uploaded === 'number' ? uploaded : null,
    // Nineteen figures are more than a number of JavaScript holds: read as they were written. (The word is spelt so at TikTok.)
    postId: /"publicaly_available_post_id"\s*:\s*\[\s*"?(\d+)/.exec(said.text)?.[1] ?? null,
  };
}

export const isStatus = (told: PublishStatus | TikTokFault): told is PublishStatus => 'status' in told;

/** Their trouble: nothing is live, and the same film may do. */
export const isPassing = ({ reason }: PublishStatus): boolean => reason === '' || reason === 'internal';

export async function findPost(facts: TikTokFacts, call: PlatformCall, total: number): Promise<Found> {
  const publishId = publishIdIn(call.checkpoint);
  if (!publishId) return { kind: 'absent' };
  const told = await readStatus(facts, call, publishId);
  return isStatus(told) ? foundOf(told, publishId, total) : { kind: 'unreadable', seconds: told.seconds, why: whyOf(told) };
}

export function foundOf(told: PublishStatus, publishId: string, total: number): Found {
  switch (told.status) {
    case 'PUBLISH_COMPLETE':
      return { kind: 'there', postId: told.postId ?? publishId, url: null };
    case 'FAILED':
      return isPassing(told) ? { kind: 'absent' } : { kind: 'refused', refusal: failureOf(told) };
    case 'PROCESSING_UPLOAD':
      // Nothing is made of a film before its last byte.
      if (told.uploaded !== null && told.uploaded < total) return { kind: 'absent' };
      return { kind: 'unreadable', seconds: 5, why: 'TikTok is at work on the film' };
    default:
      return { kind: 'unreadable', seconds: 10, why: `the film is ${told.status || 'silent'}` };
  }
}

export function failureOf({ reason }: PublishStatus) {
  const fault = { kind: kindOfCode(reason), code: reason, detail: hinted(reason, 'TikTok could not publish this film') };
  return refusalOf(fault) ?? { reason: 'other' as const, code: reason, detail: fault.detail };
}
