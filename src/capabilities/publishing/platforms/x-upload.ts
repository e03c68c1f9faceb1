/** What was uploaded to X, and what its answers mean as long as nothing was said. */
import type { PlatformAnswer, Prepared } from '../platform.ts';
import { isGarbled, isUsageCapped, problemOf, refusalOf, secondsToWait } from './x-wire.ts';

export interface Upload {
  readonly file: string;
  readonly id: string;
  readonly key: string;
  /** ISO; not to be used after. */
  readonly until: string;
  readonly described: boolean;
}

export const DAY_SECONDS = 86_400;

export type NotYet = Extract<Prepared, { kind: 'wait' | 'refused' }>;

/** Preparing may be done again: whatever is not a clear no is asked again later. */
export function troubleOf(answer: PlatformAnswer, content: 'content' | 'media'): NotYet | null {
  const { status } = answer;
  if (status < 300 && !isGarbled(answer)) return null;
  const isNo = (status >= 400 && status < 429 && status !== 408 && !isGarbled(answer)) || isUsageCapped(answer);
  if (isNo) return { kind: 'refused', refusal: refusalOf(answer, content) };
  return { kind: 'wait', checkpoint: {}, seconds: secondsToWait(answer), why: `HTTP ${status} ${problemOf(answer).name}`.trim() };
}
